//! Owns the financing page: the mix of sources year by year, and how long they are secured.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Desk, Words, draw};
use crate::chart::Picture;

/// The financing page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Financing {
    /// Shares by year.
    pub shares: Option<Picture>,
    /// Sums by year.
    pub years: Vec<Year>,
    /// Every amount.
    pub rows: Vec<Source>,
}

/// The sums of one year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Year {
    /// The year.
    pub year: String,
    /// Sum of all sources.
    pub total: String,
    /// Share of what members and the market pay.
    pub private: String,
    /// Share that is secured beyond the year.
    pub secured: String,
}

/// One amount.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Source {
    /// The year.
    pub year: String,
    /// Sort of source.
    pub source: String,
    /// Payer or programme.
    pub title: Option<Words>,
    /// Amount.
    pub amount: String,
    /// Day until which it is secured.
    pub secured_until: Option<String>,
    /// Remark.
    pub note: Option<Words>,
}

pub(super) fn view(desk: &Desk<'_>) -> Financing {
    let mut sums: BTreeMap<u16, (f64, f64, f64)> = BTreeMap::new();
    for entry in &desk.model().financing {
        let sum = sums.entry(entry.year).or_default();
        sum.0 += entry.amount;
        sum.1 += if entry.source.is_private() { entry.amount } else { 0.0 };
        let secured = entry.secured_until.is_some_and(|until| i32::from(until.0.year()) > i32::from(entry.year));
        sum.2 += if secured { entry.amount } else { 0.0 };
    }
    let share = |part: f64, whole: f64| desk.locale.percent(if whole > 0.0 { (100.0 * part / whole).round() } else { 0.0 });
    let year = |(year, (total, private, secured)): (&u16, &(f64, f64, f64))| Year {
        year: desk.locale.digits(u64::from(*year)),
        total: desk.money(*total),
        private: share(*private, *total),
        secured: share(*secured, *total),
    };
    let mut entries: Vec<_> = desk.model().financing.iter().collect();
    entries.sort_by_key(|entry| (entry.year, entry.source));
    let row = |entry: &crate::model::Entry<crate::model::kinds::financing::Financing>| Source {
        year: desk.locale.digits(u64::from(entry.year)),
        source: desk.word(entry.source),
        title: desk.maybe(entry.title.as_ref()),
        amount: desk.money(entry.amount),
        secured_until: entry.secured_until.map(|date| desk.date(date)),
        note: desk.maybe(entry.note.as_ref()),
    };
    Financing {
        shares: draw::financing(desk),
        years: sums.iter().map(year).collect(),
        rows: entries.into_iter().map(row).collect(),
    }
}
