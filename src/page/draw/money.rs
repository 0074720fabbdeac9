//! Owns the pictures of where money comes from: financing by year, the patterns of other regions beside it, and budget by goal.

use std::collections::BTreeSet;

use super::{Desk, Picture, from_page, picture};
use crate::chart::{bars, compared_shares, stacked, stacked_shares};
use crate::lang::Arg;
use crate::model::kinds::financing::{Financing, FinancingSource};
use crate::model::money::{Figures, MixYear, goal_budgets, mix_years};

/// Sources that stand in one figure.
type Group = Vec<FinancingSource>;

/// The groups of sources that the table tells apart, in the order of the guide; what does not tell its source comes last.
fn groups(years: &[MixYear<'_>]) -> Vec<Group> {
    let all: BTreeSet<(bool, Group)> =
        years.iter().flat_map(|year| &year.rows).map(|row| row.sources()).map(|it| (it.is_empty(), it)).collect();
    all.into_iter().map(|(_, group)| group).collect()
}

/// What readers call a group of sources.
pub(in crate::page) fn sources(desk: &Desk<'_>, group: &[FinancingSource]) -> String {
    match group {
        [] => desk.say("page.financing.source-not-told"),
        group => desk.locale.list(&group.iter().map(|&source| desk.word(source)).collect::<Vec<_>>()),
    }
}

/// Shares of the sources, year by year.
pub(in crate::page) fn financing(desk: &Desk<'_>) -> Option<Picture> {
    let years = mix_years(desk.model());
    let year = |year: &MixYear<'_>| desk.locale.digits(u64::from(year.year));
    let sum = |group: &Group, year: &MixYear<'_>| {
        let of_group = |row: &&&crate::model::Entry<Financing>| row.sources() == *group;
        year.rows.iter().filter(of_group).map(|row| year.value(row)).sum()
    };
    // Amounts and shares have no unit in common; the shares that are drawn have none.
    let amounts = years.iter().all(|year| year.figures == Figures::Amounts);
    let input = stacked_shares::StackedShares {
        periods: years.iter().map(year).collect(),
        sources: groups(&years)
            .iter()
            .map(|group| stacked::Part {
                label: sources(desk, group),
                values: years.iter().map(|year| sum(group, year)).collect(),
            })
            .collect(),
        unit: if amounts { desk.site.currency().to_owned() } else { String::new() },
        words: stacked::Words { period: desk.say("label.year"), total: desk.say("label.total") },
    };
    let (first, last) = (years.first().map(year)?, years.last().map(year)?);
    let description =
        desk.locale.format("chart.financing.description", &[("start", Arg::Text(&first)), ("end", Arg::Text(&last))]);
    picture(desk, "financing-mix", &desk.say("chart.financing.title"), &description, &|frame| stacked_shares::draw(frame, &input))
}

/// A pattern of financing: the word that names it, and shares in per cent, each of one source or of several together.
type Pattern = (&'static str, &'static [(&'static [FinancingSource], f64)]);

/// What the guide tells of the financing of clusters elsewhere: the key of its name and note, and the shares that it gives, in per cent. Where it gives
/// words and no numbers, there are no shares.
pub(in crate::page) const PATTERNS: [Pattern; 5] = [
    (
        "upper-austria",
        &[
            (&[FinancingSource::BaselinePublic], 39.0),
            (&[FinancingSource::MembershipFees], 25.0),
            (&[FinancingSource::ServiceFees, FinancingSource::Projects], 36.0),
        ],
    ),
    ("european-union", &[(&[FinancingSource::MembershipFees], 25.0)]),
    ("mena", &[(&[FinancingSource::BaselinePublic], 58.0)]),
    ("latin-america", &[]),
    ("middle-east-asia", &[]),
];

/// The mix of one year of the cluster, with the shares that the guide gives of others below it.
pub(in crate::page) fn patterns(desk: &Desk<'_>, year: &MixYear<'_>) -> Option<Picture> {
    let mut parts = groups(&mix_years(desk.model()));
    for (group, _) in PATTERNS.iter().flat_map(|(_, shares)| shares.iter()) {
        if !parts.iter().any(|part| part == group) {
            parts.push(group.to_vec());
        }
    }
    let index = |group: &[FinancingSource]| parts.iter().position(|part| part == group).unwrap_or_default();
    let total = Some(year.total()).filter(|total| *total > 0.0)?;
    let own: Vec<(usize, f64)> = parts
        .iter()
        .enumerate()
        .map(|(index, group)| {
            let of_group = year.rows.iter().filter(|row| row.sources() == *group);
            (index, of_group.map(|row| year.value(row)).sum::<f64>() / total)
        })
        .collect();
    let written = desk.locale.digits(u64::from(year.year));
    let name = desk.model().cluster().map(|cluster| desk.bare(&cluster.name)).unwrap_or_default();
    let mut wholes = vec![compared_shares::Whole { label: name, note: written.clone(), shares: own, own: true }];
    wholes.extend(PATTERNS.iter().filter(|(_, shares)| !shares.is_empty()).map(|(key, shares)| compared_shares::Whole {
        label: desk.say(&format!("page.financing.pattern.{key}")),
        note: String::new(),
        shares: shares.iter().map(|(group, share)| (index(group), share / 100.0)).collect(),
        own: false,
    }));
    let input = compared_shares::ComparedShares {
        parts: parts.iter().map(|group| sources(desk, group)).collect(),
        wholes,
        words: compared_shares::Words {
            whole: desk.say("page.financing.region"),
            open: desk.say("page.financing.not-told"),
            note: desk.say("label.note"),
        },
    };
    let description = desk.locale.format("chart.patterns.description", &[("year", Arg::Text(&written))]);
    picture(desk, "financing-patterns", &desk.say("chart.patterns.title"), &description, &|frame| {
        compared_shares::draw(frame, &input)
    })
}

/// Budgets of the activities, summed by goal.
pub(in crate::page) fn budget(desk: &Desk<'_>) -> Option<Picture> {
    let budgets = goal_budgets(desk.model(), desk.site.relations);
    let bar = |budget: &crate::model::money::GoalBudget<'_>| bars::Bar {
        label: desk.bare(&budget.goal.title),
        value: budget.activities,
        href: from_page(desk, desk.href_of(budget.goal)),
    };
    let input = bars::Bars {
        items: budgets.iter().filter(|budget| budget.activities > 0.0).map(bar).collect(),
        unit: desk.site.currency().to_owned(),
        head: [desk.say("label.goal"), desk.say("label.budget")],
    };
    let (title, description) = (desk.say("chart.budget.title"), desk.say("chart.budget.description"));
    picture(desk, "budget-by-goal", &title, &description, &|frame| bars::draw(frame, &input))
}
