//! Owns which years rules about money look at: the one that counts as present, and those that can still be changed.

use super::Context;
use crate::model::money::{MixYear, mix_years};

/// The year of the day of the checks.
pub(super) fn this_year(context: &Context<'_>) -> u16 {
    u16::try_from(context.today.year()).unwrap_or_default()
}

/// The year of financing that counts as the present one: this year, else the latest before it, else the first to come.
pub(super) fn present<'m>(context: &Context<'m>) -> Option<MixYear<'m>> {
    let mut years = mix_years(context.model);
    let known = years.partition_point(|year| year.year <= this_year(context));
    (!years.is_empty()).then(|| years.swap_remove(known.saturating_sub(1)))
}
