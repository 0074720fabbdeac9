//! Owns the audience gate: the one step after which what an audience may not see does not exist.

use super::{Audience, Id, Kind, Model};

/// The model as an audience may know it. Entries it may not see are gone; references to them lead nowhere from then on, and measurements of an
/// indicator that is gone go with it.
pub fn gate(model: &Model, audience: Audience) -> Model {
    let hidden: std::collections::BTreeSet<&Id> =
        model.indicators.iter().filter(|indicator| !audience.admits(&indicator.meta)).map(|indicator| indicator.id()).collect();
    let orphaned: std::collections::BTreeSet<&Id> =
        model.measurements.iter().filter(|row| hidden.contains(&row.indicator.id)).map(|row| row.id()).collect();
    model.retain(&|meta| audience.admits(meta) && !(meta.kind == Kind::Measurement && orphaned.contains(&meta.id)))
}
