//! Owns how rules read the financing table: by year, and which year counts as the present one.

use std::collections::BTreeMap;

use super::Context;
use crate::model::Entry;
use crate::model::kinds::financing::Financing;

/// The rows of one year, in the order of the file.
pub(super) struct Year<'m> {
    /// The year.
    pub(super) year: u16,
    /// Its rows; never empty.
    pub(super) rows: Vec<&'m Entry<Financing>>,
}

impl Year<'_> {
    /// Sum of the amounts, in the cluster's currency.
    pub(super) fn total(&self) -> f64 {
        self.rows.iter().map(|row| row.amount).sum()
    }

    /// Share that members and the market pay, 0 to 1; nothing where there is no money.
    pub(super) fn private_share(&self) -> Option<f64> {
        let private: f64 = self.rows.iter().filter(|row| row.source.is_private()).map(|row| row.amount).sum();
        let total = self.total();
        (total > 0.0).then(|| private / total)
    }
}

/// The years of the table, earliest first.
pub(super) fn years<'m>(context: &Context<'m>) -> Vec<Year<'m>> {
    let mut years = BTreeMap::<u16, Vec<&'m Entry<Financing>>>::new();
    for row in &context.model.financing {
        years.entry(row.year).or_default().push(row);
    }
    years.into_iter().map(|(year, rows)| Year { year, rows }).collect()
}

/// The year that counts as the present one: this year, else the latest before it, else the first to come.
pub(super) fn present<'m>(context: &Context<'m>) -> Option<Year<'m>> {
    let this_year = u16::try_from(context.today.year()).unwrap_or_default();
    let mut years = years(context);
    let known = years.partition_point(|year| year.year <= this_year);
    (!years.is_empty()).then(|| years.swap_remove(known.saturating_sub(1)))
}
