//! News has happened.
//!
//! News is shown as soon as the site is built, whatever its date; one of tomorrow stands at the top of the feed for all readers
//! today. Where something is announced, the day of publication is the day of the announcement, and an event carries the other.
//!
//! # Bad
//! ```yaml
//! # file: news/log-yard.md
//! ---
//! title: The log yard is open
//! date: 2026-09-01 <-- here
//! ---
//! The first logs came on Monday.
//! ```
//!
//! # Good
//! ```yaml
//! # file: news/log-yard.md
//! ---
//! title: The log yard is open
//! date: 2026-06-01
//! ---
//! The first logs came on Monday.
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "news-in-future",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: marketing and public relations",
        text: include_str!("news_in_future.rs"),
    },
    tool: 35,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for news in context.model.news.iter().filter(|news| news.date.0 > context.today) {
        let message = format!("the news `{}` is dated {}, which has not come yet", news.id(), news.date);
        let found = Finding::new(news.at("date"), message);
        findings.push(found.help("correct the date; for what is still to come, write an event"));
    }
}
