//! Owns what rules about the cluster as a whole share: the stage that it has reached, and the entry at which a finding about
//! the whole stands.

use super::{Context, Finding};
use crate::model::kinds::cluster::Stage;
use crate::model::{Content, Entries, Kind, Place, Segment};

/// The cluster's stage; the first one where it does not say.
pub(super) fn stage(context: &Context<'_>) -> Stage {
    context.model.cluster().and_then(|cluster| cluster.stage).unwrap_or(Stage::Initiation)
}

/// Whether what the guide places in `stage` can be asked for. Not where a file could not be read whole, since what seems to be
/// missing may be in it.
pub(super) fn demands(context: &Context<'_>, stage: Stage) -> bool {
    !context.loaded.partial && self::stage(context) >= stage
}

/// Whether all entries of these kinds are known whole, so that their sum, and what none of them has, can be relied on.
pub(super) fn knows(context: &Context<'_>, kinds: &[Kind]) -> bool {
    kinds.iter().all(|kind| knows_all(context, *kind))
}

/// Whether anything that its authors wrote could not be read.
pub(super) fn has_gaps(context: &Context<'_>) -> bool {
    context.loaded.partial || !context.loaded.broken.is_empty()
}

/// Whether all entries of a kind are known whole, so that what none of them has is truly not there.
pub(super) fn knows_all(context: &Context<'_>, kind: Kind) -> bool {
    !context.loaded.partial && !context.loaded.broken.iter().any(|place| place.kind == kind)
}

/// Whether entries of a kind may name others under a key that could not be read, so that nobody can say that these are named by none.
pub(super) fn is_unread(context: &Context<'_>, kind: Kind, key: &str) -> bool {
    let begins = |place: &Place| place.path.first().is_none_or(|segment| *segment == Segment::Key(key.to_owned()));
    context.loaded.broken.iter().any(|place| place.kind == kind && begins(place))
}

/// A key of the cluster's identity. Nothing where `cluster.yaml` is missing or broken, of which the loader has told.
pub(super) fn at_cluster(context: &Context<'_>, key: &'static str) -> Option<Place> {
    first(&context.model.clusters, key)
}

/// A key of the strategy, else the cluster's entry.
pub(super) fn at_strategy(context: &Context<'_>, key: &'static str) -> Option<Place> {
    first(&context.model.strategies, key).or_else(|| in_place(context))
}

/// A key of the governance, else the cluster's entry.
pub(super) fn at_governance(context: &Context<'_>, key: &'static str) -> Option<Place> {
    first(&context.model.governance, key).or_else(|| in_place(context))
}

fn first<T: Content>(entries: &Entries<T>, key: &'static str) -> Option<Place> {
    entries.iter().next().map(|entry| entry.at(key))
}

/// The entry that stands for what is not there at all.
pub(super) fn in_place(context: &Context<'_>) -> Option<Place> {
    context.model.clusters.iter().next().map(|cluster| cluster.place())
}

/// Tells of something about the whole at such a place, and what to do.
pub(super) fn tell(findings: &mut Vec<Finding>, place: Option<Place>, message: impl Into<String>, help: &str) {
    findings.extend(place.map(|place| Finding::new(place, message).help(help)));
}
