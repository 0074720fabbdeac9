//! Owns the audience gate: the one step after which what an audience may not see does not exist.

use super::kinds::staff::Staff;
use super::{Audience, Id, Kind, Model, Visibility};

/// The model as an audience may know it. Entries it may not see are gone; references to them lead nowhere from then on, and measurements of an
/// indicator that is gone go with it. Costs and the liquidity plan are known whole or not at all, since a sum of a part of them would say what is not so.
/// Scores of people are left to the cluster organisation even where a post is shown to others: a post may be
/// public, the judgement of who holds it never is.
pub fn gate(model: &Model, audience: Audience) -> Model {
    let hidden: std::collections::BTreeSet<&Id> =
        model.indicators.iter().filter(|indicator| !audience.admits(&indicator.meta)).map(|indicator| indicator.id()).collect();
    let orphaned: std::collections::BTreeSet<&Id> =
        model.measurements.iter().filter(|row| hidden.contains(&row.indicator.id)).map(|row| row.id()).collect();
    let partly = |kind: Kind| model.metas().any(|meta| meta.kind == kind && meta.visibility > audience.sees);
    let (costs, liquidity) = (partly(Kind::Cost), partly(Kind::CashFlow));
    let mut seen = model.retain(&|meta| {
        let left_out = match meta.kind {
            Kind::Measurement => orphaned.contains(&meta.id),
            Kind::Cost => costs,
            Kind::CashFlow => liquidity,
            _ => false,
        };
        audience.admits(meta) && !left_out
    });
    if audience.sees < Visibility::Internal {
        seen.staff = seen.staff.map(Staff::without_scores);
    }
    seen
}
