//! Links and pictures in texts lead to something that exists and is published.
//!
//! A link to another entry is written as its kind and id, `[the machine pool](service:machine-pool)`, or as the path of its file,
//! `[the machine pool](services/machine-pool.md)`; both lead to its page in the reader's language. Pictures and documents lie in
//! the folder `assets` and are named by their path from the folder of `cluster.yaml`: `![The new kiln](assets/kiln.jpg)`. A link
//! that leads nowhere would be left out of the page, and its words would stand there as plain text. Pictures on other hosts are
//! not shown either: whoever runs such a host would learn who reads the page.
//!
//! # Bad
//! ```markdown
//! # file: services/machine-pool.md
//! ---
//! title: Machine pool
//! ---
//! The large planing machine can be hired by the day.
//! # file: pages/offers.md
//! ---
//! title: What we offer
//! ---
//! Ask for the [machine pool](service:machine-pol). <-- here
//! ```
//!
//! # Good
//! ```markdown
//! # file: services/machine-pool.md
//! ---
//! title: Machine pool
//! ---
//! The large planing machine can be hired by the day.
//! # file: pages/offers.md
//! ---
//! title: What we offer
//! ---
//! Ask for the [machine pool](service:machine-pool).
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Check, Context, Finding, Mark};
use crate::diag::{Class, Rule, closest};
use crate::model::link::Destination;
use crate::model::{Id, Kind};
use crate::syntax::excerpt;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "broken-link",
        class: Class::Conflict,
        basis: "Format of a cluster repository: links in texts are checked like references",
        text: include_str!("broken_link.rs"),
    },
    tool: 35,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut ids: BTreeMap<Kind, BTreeSet<&str>> = BTreeMap::new();
    for (kind, id) in context.loaded.places.entries() {
        ids.entry(kind).or_default().insert(id.as_str());
    }
    for mark in context.marks {
        let fault = match &mark.to {
            Destination::Entry { kind, id } => entry(&ids, *kind, id, mark),
            Destination::File(path) => file(context, path, mark),
            Destination::Scheme(scheme) => misspelt(scheme, mark),
            Destination::Outside if mark.link.image => Some((
                format!("the picture `{}` is on another host, and is not shown", excerpt(&mark.link.destination)),
                "save it in the folder `assets`, and name it by its path".to_owned(),
            )),
            Destination::Outside | Destination::Place => None,
        };
        findings.extend(fault.map(|(message, help)| Finding::new(mark.place.clone(), message).help(help)));
    }
}

fn entry(ids: &BTreeMap<Kind, BTreeSet<&str>>, kind: Kind, id: &str, mark: &Mark) -> Option<(String, String)> {
    let known = || ids.get(&kind).into_iter().flatten().copied();
    let name = kind.name();
    if mark.link.image {
        let help = "name a file in the folder `assets`, or take out the `!` to make it a link".to_owned();
        return Some((format!("the {} `{}` is no picture", kind.noun(), excerpt(id)), help));
    }
    if known().any(|other| other == id) {
        return None;
    }
    let elsewhere = ids.iter().find(|(_, ids)| ids.contains(id)).map(|(kind, _)| *kind);
    let help = match (closest(id, known()), elsewhere) {
        (Some(near), _) => format!("did you mean `{name}:{near}`?"),
        (None, Some(other)) => format!("did you mean `{}:{id}`?", other.name()),
        (None, None) => format!("`{name}:` is followed by the id of {}; take the link out if there is none", kind.a_noun()),
    };
    Some((format!("there is no {} `{}` to link to", kind.noun(), excerpt(id)), help))
}

fn file(context: &Context<'_>, path: &str, mark: &Mark) -> Option<(String, String)> {
    if context.sources.find(path).is_some() {
        if path.starts_with("assets/") {
            return None;
        }
        let list = Kind::ALL.iter().find(|kind| path.strip_prefix(kind.layout().stem).is_some_and(|rest| rest.starts_with('.')));
        let help = list.map_or_else(
            || format!("move it to `assets/{}`", path.rsplit('/').next().unwrap_or(path)),
            |kind| format!("link to one entry of it: `{}:` and its id", kind.name()),
        );
        return Some((format!("`{}` is not published, so nobody can follow a link to it", excerpt(path)), help));
    }
    let written = mark.link.destination.as_str();
    let near = || {
        let paths = || context.sources.iter().map(|(_, file)| file.path.as_str());
        let same_name = |candidate: &&str| candidate.rsplit('/').next() == Some(path) && candidate.starts_with("assets/");
        closest(path, paths()).or_else(|| paths().find(same_name))
    };
    let help = if let Some(entry) = beside(context, path, mark) {
        format!("did you mean `{entry}`?")
    } else if let Some(near) = near() {
        format!("did you mean `{near}`?")
    } else if path.starts_with("www.") {
        format!("write https://{written} for a website")
    } else if path.contains('@') && !path.contains('/') {
        format!("write mailto:{written} for an e-mail address")
    } else if path.ends_with(".html") {
        "link to another page as its kind and id, such as `goal:exports`".to_owned()
    } else {
        "paths begin at the folder that holds cluster.yaml, such as assets/kiln.jpg".to_owned()
    };
    Some((format!("there is no file `{}` to {}", excerpt(path), if mark.link.image { "show" } else { "link to" }), help))
}

/// The entry that a path means when it is read from the folder of the text, as forges do.
fn beside(context: &Context<'_>, path: &str, mark: &Mark) -> Option<String> {
    let span = context.loaded.places.span(&mark.place)?;
    let (folder, _) = context.sources.file(span.file).path.rsplit_once('/')?;
    let whole = format!("{folder}/{path}");
    context.sources.find(&whole).map(|_| whole)
}

/// A kind that is misspelt; any other scheme is for the rule on unsafe links.
fn misspelt(scheme: &str, mark: &Mark) -> Option<(String, String)> {
    let near = closest(scheme, Kind::ALL.iter().map(|kind| kind.name()))?;
    let id = mark.link.destination.split_once(':').map_or("", |(_, id)| id.trim());
    Id::is_valid(id).then(|| (format!("`{}` is no kind of entry", excerpt(scheme)), format!("did you mean `{near}:{id}`?")))
}
