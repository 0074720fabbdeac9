//! Owns how rules ask whether sums of different tables agree, so that each tells of its own pair and none compares in another way than the page does.

use super::{Context, financing_mix};
use crate::model::money::{Comparison, comparisons};

/// Pairs of sums that do not agree.
pub(super) fn broken<'m>(context: &Context<'m>) -> impl Iterator<Item = Comparison<'m>> {
    let found = comparisons(context.model, context.relations, financing_mix::this_year(context));
    // Where a file could not be read whole, a sum that is too small says nothing.
    found.into_iter().filter(|comparison| !context.loaded.partial && !comparison.agrees())
}
