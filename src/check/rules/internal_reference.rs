//! What everybody may see does not lean on what only some may see.
//!
//! An entry that is public may name one that is for members, internal, or a draft. Its public page then leaves the name out, since
//! nothing confidential ever reaches a site that is not meant for it; but the page has a gap that its author does not see, and the
//! reference shows that one of the two has the wrong visibility. The same holds for links in texts, and for files that `restrict`
//! in `cluster.yaml` keeps back. Measurements are left out of this: they are shown to those who may see their indicator.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   owner: claire-dufour <-- here
//! # file: governance/people.yaml
//! visibility: members
//! claire-dufour:
//!   name: Claire Dufour
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   owner: board
//! # file: governance/bodies.yaml
//! board:
//!   title: Executive board
//!   kind: executive-board
//! # file: governance/people.yaml
//! visibility: members
//! claire-dufour:
//!   name: Claire Dufour
//! ```

use std::collections::BTreeMap;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::link::Destination;
use crate::model::{Id, Kind, MentionKind, Meta, Place, Visibility};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "internal-reference",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 2/4: the analysis of stakeholders is confidential",
        text: include_str!("internal_reference.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let metas: BTreeMap<(Kind, &str), &Meta> =
        context.model.metas().map(|meta| ((meta.kind, meta.id.as_str()), meta)).collect();
    let find = |kinds: &[Kind], id: &str| kinds.iter().find_map(|&kind| metas.get(&(kind, id)).copied());
    let mut look = |place: &Place, kinds: &[Kind], id: &str| {
        let (Some(own), Some(other)) = (find(&[place.kind], place.id.as_str()), find(kinds, id)) else { return };
        // An entry whose own word on visibility can't be read is internal only until that is mended.
        let uncertain = |id: &Id| {
            let said = Place::entry(other.kind, id).key("visibility");
            context.loaded.broken.contains(&said)
        };
        if (own.kind, other.kind) != (Kind::Measurement, Kind::Indicator) && !uncertain(&other.id) {
            findings.extend(between(place, own, other));
        }
    };
    for mention in &context.loaded.mentions {
        if let MentionKind::Reference { kinds, id, .. } = &mention.kind {
            look(&mention.place, kinds, id.as_str());
        }
    }
    for mark in context.marks {
        if let Destination::Entry { kind, id } = &mark.to {
            look(&mark.place, &[*kind], id);
        }
    }
    let files = context.loaded.mentions.iter().filter_map(|mention| match &mention.kind {
        MentionKind::File { path } => Some((&mention.place, path)),
        MentionKind::Reference { .. } | MentionKind::Text { .. } | MentionKind::Prose { .. } => None,
    });
    let linked = context.marks.iter().filter_map(|mark| match &mark.to {
        Destination::File(path) => Some((&mark.place, path)),
        Destination::Entry { .. } | Destination::Place | Destination::Outside | Destination::Scheme(_) => None,
    });
    for (place, path) in files.chain(linked) {
        let said = context.loaded.visibility_of_file(path);
        if let Some(own) = find(&[place.kind], place.id.as_str()).filter(|own| said > own.visibility) {
            let message = format!("`{path}` is {}, but {} that shows it is {}", name(said), described(own), name(own.visibility));
            let help = format!("restrict {} too, or take the file out of it or out of `restrict` in cluster.yaml", described(own));
            findings.push(Finding::new(place.clone(), message).help(help));
        }
    }
}

/// The finding for an entry that names another which fewer may see.
fn between(place: &Place, own: &Meta, other: &Meta) -> Option<Finding> {
    let (message, help) = if other.visibility > own.visibility {
        (
            format!("`{}` is {}, but {} that names it is {}", other.id, name(other.visibility), described(own), name(own.visibility)),
            format!(
                "give {} `visibility: {}` if it may be seen, or take its name out of {}",
                described(other),
                own.visibility.as_str(),
                described(own)
            ),
        )
    } else if other.draft && !own.draft {
        (
            format!("`{}` is a draft, but {} that names it is not", other.id, described(own)),
            format!("finish {} and give it another `status`, or take its name out until then", described(other)),
        )
    } else {
        return None;
    };
    let target = Place::entry(other.kind, &other.id);
    Some(Finding::new(place.clone(), message).help(help).related(target, format!("{} stands here", described(other))))
}

fn described(meta: &Meta) -> String {
    format!("the {} `{}`", meta.kind.noun(), meta.id)
}

fn name(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "public",
        Visibility::Members => "for members only",
        Visibility::Internal => "internal",
    }
}
