//! An alias is a former id, or the path of a page that the site had before.
//!
//! Pages are renamed, and links to them stand in letters, on posters and on other websites. For each alias the site has a page at the
//! former address that sends readers on. That page has to lie within the site and to be a page: addresses of other hosts, paths that
//! lead out of the site and files that a server would have to run can't be answered there.
//!
//! # Bad
//! ```markdown
//! # file: pages/join.md
//! ---
//! title: How to join
//! aliases: [../membership.html] <-- here
//! ---
//! Write to the office.
//! ```
//!
//! # Good
//! ```markdown
//! # file: pages/join.md
//! ---
//! title: How to join
//! aliases: [become-a-member, about/membership.html]
//! ---
//! Write to the office.
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Place;
use crate::plan::alias::{self, BadAlias};
use crate::syntax::excerpt;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "bad-alias",
        class: Class::Fault,
        basis: "Format of a cluster repository: `aliases` of entries that have a page",
        text: include_str!("bad_alias.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for meta in context.model.metas() {
        for (index, written) in meta.aliases.iter().enumerate() {
            let Err(why) = alias::file(meta, written) else { continue };
            let bare = written.trim_matches('/');
            let help = match why {
                BadAlias::Absolute if alias::file(meta, bare).is_ok() => format!("write `{}`: paths begin at the site's first page", excerpt(bare)),
                BadAlias::Empty if written.is_empty() => "write a former id or path, or take the line out".to_owned(),
                _ => "write a former id, such as `old-name`, or the path of a page, such as `about/history.html`".to_owned(),
            };
            let place = Place::entry(meta.kind, &meta.id).key("aliases").item(index);
            findings.push(Finding::new(place, format!("the alias `{}` {why}", excerpt(written))).help(help));
        }
    }
}
