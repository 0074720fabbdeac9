//! Owns `llms.txt` (llmstxt.org), one a language: what the site is and where what stands, for programs that read for people.

use std::fmt::Write as _;

use super::{name, one_line};
use crate::model::{Content, Entry};
use crate::page::Desk;
use crate::plan::{Route, Section, navigation};

/// Entries of one kind that are listed; the page that lists them all is named in any case.
const ENTRIES: usize = 50;

/// Characters of a description.
const LINE: usize = 200;

/// The file of a language, in Markdown: name, what the cluster is for, and links by section with a line about each.
pub fn llms(desk: &Desk<'_>) -> Vec<u8> {
    let model = desk.model();
    let cluster = model.cluster();
    let mut text = format!("# {}\n", plain(&name(desk)));
    if let Some(tagline) = cluster.and_then(|cluster| cluster.tagline.as_ref()) {
        let _ = write!(text, "\n> {}\n", plain(&desk.bare(tagline)));
    }
    if let Some(profile) = cluster.and_then(|cluster| desk.excerpt(cluster.profile.as_ref(), 600)) {
        let _ = write!(text, "\n{}\n", plain(&profile.text));
    }
    for (section, routes) in navigation(desk.site.plan) {
        heading(&mut text, &section_title(desk, section, &routes));
        for route in &routes {
            page(&mut text, desk, route);
        }
    }
    let goals = model.goals.iter().map(|goal| (goal, &goal.title, desk.lead(goal.summary.as_ref(), goal.body.as_ref())));
    entries(&mut text, desk, "page.home.all-goals", goals);
    let indicators = model.indicators.iter().map(|one| (one, &one.title, desk.lead(one.definition.as_ref(), None)));
    entries(&mut text, desk, "page.home.all-indicators", indicators);
    let projects = model.projects.iter().map(|one| (one, &one.title, desk.lead(one.summary.as_ref(), one.body.as_ref())));
    entries(&mut text, desk, "nav.projects", projects);
    let services = model.services.iter().map(|one| (one, &one.title, desk.lead(one.summary.as_ref(), one.body.as_ref())));
    entries(&mut text, desk, "nav.services", services);
    let mut news: Vec<_> = model.news.iter().collect();
    news.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id().cmp(b.id())));
    let news = news.into_iter().map(|one| (one, &one.title, desk.lead(one.summary.as_ref(), one.body.as_ref())));
    entries(&mut text, desk, "page.home.all-news", news);
    let mut events: Vec<_> = model.events.iter().filter(|one| one.end.unwrap_or(one.start).0 >= desk.site.today).collect();
    events.sort_by_key(|event| event.start);
    let events = events.into_iter().map(|one| (one, &one.title, desk.lead(one.summary.as_ref(), one.body.as_ref())));
    entries(&mut text, desk, "nav.events", events);
    let pages = model.pages.iter().map(|one| (one, &one.title, desk.lead(one.summary.as_ref(), one.body.as_ref())));
    entries(&mut text, desk, "nav.about", pages);
    // The standard's word for what may be left out where room is short; it is the same in every language.
    heading(&mut text, "Optional");
    page(&mut text, desk, &Route::About);
    page(&mut text, desk, &Route::Print);
    text.into_bytes()
}

/// The name of a section as the navigation has it: that of its page where it has only one.
fn section_title(desk: &Desk<'_>, section: Section, routes: &[Route]) -> String {
    let name = match (section, routes) {
        (_, [only]) => return page_title(desk, only),
        (Section::Home | Section::About, _) => section.word().to_owned(),
        _ => format!("section-{}", section.word()),
    };
    desk.say(&format!("nav.{name}"))
}

fn heading(text: &mut String, title: &str) {
    let _ = write!(text, "\n## {}\n\n", plain(title));
}

/// The line of a page that the interface names.
fn page(text: &mut String, desk: &Desk<'_>, route: &Route) {
    let key = format!("page.{}.lead", route.stem());
    let lead = desk.locale.has(&key).then(|| desk.say(&key));
    line(text, &page_title(desk, route), &address(desk, &desk.href(route)), lead.as_deref());
}

fn page_title(desk: &Desk<'_>, route: &Route) -> String {
    desk.say(&format!("nav.{}", route.stem()))
}

/// A section with the entries of a kind, under the words of a message.
fn entries<'a, T: Content>(
    text: &mut String,
    desk: &Desk<'_>,
    key: &str,
    entries: impl Iterator<Item = (&'a Entry<T>, &'a crate::model::value::Text, Option<crate::page::Words>)>,
) {
    let mut first = true;
    for (entry, title, lead) in entries.take(ENTRIES) {
        let Some(href) = desk.href_of(entry) else { continue };
        if std::mem::take(&mut first) {
            heading(text, &desk.say(key));
        }
        line(text, &desk.bare(title), &address(desk, &href), lead.map(|lead| lead.text).as_deref());
    }
}

fn line(text: &mut String, title: &str, address: &str, about: Option<&str>) {
    let _ = write!(text, "- [{}]({address})", plain(title));
    if let Some(about) = about.map(one_line).filter(|about| !about.is_empty()) {
        let short: String = about.chars().take(LINE).collect();
        let _ = write!(text, ": {}{}", plain(&short), if short.len() < about.len() { "…" } else { "" });
    }
    text.push('\n');
}

/// The absolute address of a path where the site has said where it is published, else the path from the site's root.
fn address(desk: &Desk<'_>, path: &str) -> String {
    desk.site.plan.absolute(path).unwrap_or_else(|| path.to_owned())
}

/// A text on one line, with nothing in it that Markdown would read as more.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars().filter(|c| !c.is_control()) {
        if matches!(c, '[' | ']' | '<' | '`' | '\\') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_a_line() {
        let mut text = String::new();
        line(&mut text, "A [b](c)\n# d", "x.html", Some(&format!("  two\n\nlines {}", "é".repeat(300))));
        assert!(text.starts_with("- [A \\[b\\](c) # d](x.html): two lines éé"), "{text}");
        assert!(text.ends_with("é…\n") && text.lines().count() == 1, "{text}");
        let mut bare = String::new();
        line(&mut bare, "t", "x.html", Some(" \n "));
        assert_eq!(bare, "- [t](x.html)\n");
    }
}
