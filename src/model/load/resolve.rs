//! Owns the check that every reference leads to an entry, over all files and kinds, from what the walk has gathered.

use std::collections::{BTreeMap, BTreeSet};

use super::{Loaded, MentionKind};
use crate::diag::{Diagnostic, closest};
use crate::model::{Id, Kind, Target, fault, kinds};
use crate::source::{Sources, Span};

/// Tells of references that lead nowhere, and of ids that persons, bodies and members share.
pub(super) fn references(sources: &Sources, loaded: &mut Loaded) {
    let known: BTreeMap<Kind, BTreeSet<Id>> = loaded.places.ids();
    shared_ids(loaded, &known);
    let none = BTreeSet::new();
    let mut faults = Vec::new();
    let mut broken = Vec::new();
    let mut told = BTreeSet::new();
    for mention in &loaded.mentions {
        let MentionKind::Reference { kinds, id, span } = &mention.kind else { continue };
        let of = |kind: &Kind| known.get(kind).unwrap_or(&none);
        if kinds.iter().any(|kind| of(kind).contains(id)) {
            continue;
        }
        let what = Kind::any_of(kinds);
        let near = closest(id.as_str(), kinds.iter().flat_map(of).map(Id::as_str));
        // Where a file could not be read whole, the entry may be in what was lost.
        if near.is_none() && kinds.iter().any(|kind| loaded.lost.contains(kind)) {
            broken.push(mention.place.clone());
            continue;
        }
        let elsewhere = known.iter().find(|(kind, ids)| !kinds.contains(kind) && ids.contains(id)).map(|(kind, _)| *kind);
        let mut fault = Diagnostic::new(&fault::unknown_id::RULE, *span, format!("there is no {what} `{id}`"));
        fault.help = Some(match (near, elsewhere) {
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, Some(kind)) => format!("`{id}` is {}; {} is needed here", kind.a_noun(), kinds::with_article(&what)),
            (None, None) => where_to_add(sources, kinds, id),
        });
        fault.fix = near.map(|near| (*span, near.to_owned()));
        if let Some((near, kind)) =
            near.and_then(|near| kinds.iter().find(|kind| of(kind).contains(&Id::new(near))).map(|kind| (near, *kind)))
        {
            fault
                .related
                .extend(loaded.places.head(kind, &Id::new(near)).map(|head| (head, format!("`{near}` is defined here"))));
        }
        // A column of a table that is named by an id has it in every row, and is told of once.
        if told.insert(*span) {
            faults.push(fault);
        }
        broken.push(mention.place.clone());
    }
    loaded.faults.extend(faults);
    loaded.broken.extend(broken);
}

fn where_to_add(sources: &Sources, kinds: &[Kind], id: &Id) -> String {
    let file = |kind: &Kind| {
        let table = format!("{}.csv", kind.layout().stem);
        if sources.find(&table).is_some() { table } else { format!("{}.yaml", kind.layout().stem) }
    };
    let files = kinds.iter().map(file).collect::<Vec<_>>().join(" or ");
    format!("add `{id}` to {files}, or take the reference out")
}

/// Persons, bodies and members are referred to alike, so an id may be of one of them only.
fn shared_ids(loaded: &mut Loaded, known: &BTreeMap<Kind, BTreeSet<Id>>) {
    let mut first: BTreeMap<&Id, (Kind, Span)> = BTreeMap::new();
    for kind in <kinds::Party as Target>::KINDS {
        for id in known.get(kind).into_iter().flatten() {
            let Some(head) = loaded.places.head(*kind, id) else { continue };
            if let Some((other, earlier)) = first.get(id) {
                let message = format!("`{id}` is {} and {}, so a reference to it may mean either", other.a_noun(), kind.a_noun());
                let mut fault = Diagnostic::new(&fault::ambiguous_id::RULE, head, message);
                fault.help = Some("give one of the two another id".to_owned());
                fault.related.push((*earlier, format!("the {} of this id", other.noun())));
                loaded.faults.push(fault);
            } else {
                first.insert(id, (*kind, head));
            }
        }
    }
}
