//! Owns the pictures of money: financing by year and budget by goal.

use std::collections::BTreeSet;

use super::{Desk, Picture, from_page, picture};
use crate::chart::{bars, stacked_shares};
use crate::lang::Arg;
use crate::model::Choice;
use crate::model::kinds::financing::FinancingSource;

/// Shares of the sources, year by year.
pub(in crate::page) fn financing(desk: &Desk<'_>) -> Option<Picture> {
    let entries = &desk.model().financing;
    let years: BTreeSet<u16> = entries.iter().map(|entry| entry.year).collect();
    let year = |year: &u16| desk.locale.digits(u64::from(*year));
    let sum = |source: FinancingSource, year: u16| {
        entries.iter().filter(|entry| entry.source == source && entry.year == year).map(|entry| entry.amount).sum()
    };
    let used = FinancingSource::ALL.iter().filter(|source| entries.iter().any(|entry| entry.source == **source));
    let input = stacked_shares::StackedShares {
        periods: years.iter().map(year).collect(),
        sources: used
            .map(|&source| stacked_shares::Source {
                label: desk.word(source),
                values: years.iter().map(|&year| sum(source, year)).collect(),
            })
            .collect(),
        unit: desk.site.currency().to_owned(),
        words: stacked_shares::Words { period: desk.say("label.year"), total: desk.say("label.total") },
    };
    let (first, last) = (years.first().map(year)?, years.last().map(year)?);
    let description =
        desk.locale.format("chart.financing.description", &[("start", Arg::Text(&first)), ("end", Arg::Text(&last))]);
    picture(desk, "financing-mix", &desk.say("chart.financing.title"), &description, &|frame| stacked_shares::draw(frame, &input))
}

/// Budgets of the activities, summed by goal.
pub(in crate::page) fn budget(desk: &Desk<'_>) -> Option<Picture> {
    let bar = |goal: &crate::model::Entry<crate::model::kinds::goal::Goal>| {
        let value: f64 = desk.site.relations.activities(goal.id()).iter().filter_map(|activity| activity.budget).sum();
        (value > 0.0).then(|| bars::Bar { label: desk.bare(&goal.title), value, href: from_page(desk, desk.href_of(goal)) })
    };
    let input = bars::Bars {
        items: desk.model().goals.iter().filter_map(bar).collect(),
        unit: desk.site.currency().to_owned(),
        head: [desk.say("label.goal"), desk.say("label.budget")],
    };
    let (title, description) = (desk.say("chart.budget.title"), desk.say("chart.budget.description"));
    picture(desk, "budget-by-goal", &title, &description, &|frame| bars::draw(frame, &input))
}
