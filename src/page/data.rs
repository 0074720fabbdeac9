//! Owns the list of the tables that readers can take along as a whole; pages link to them, and `export::dataset` writes them.

use serde::Serialize;

use super::{Desk, thread};
use crate::model::kinds::indicator::Indicator;
use crate::model::{Entry, Yearly, years};

/// A table of everything of one kind that the audience may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataSet {
    /// Goals of the strategy.
    Goals,
    /// Indicators with baseline, target, latest value and state.
    Indicators,
    /// Every measured value.
    Measurements,
    /// What each year says of each indicator: target, value, deviation and state at its end.
    Years,
    /// The action plan.
    Activities,
    /// Members and other actors.
    Members,
    /// Sources of money, year by year.
    Financing,
    /// What it is spent on, year by year.
    Costs,
    /// What comes in and goes out, month by month or quarter by quarter.
    Liquidity,
    /// Demands of the actors with their rank.
    Demands,
    /// What each goal answers, and what serves and shows it.
    Links,
}

impl DataSet {
    /// Every table, in the order of the site.
    pub const ALL: [Self; 11] = [
        Self::Goals,
        Self::Indicators,
        Self::Measurements,
        Self::Years,
        Self::Activities,
        Self::Members,
        Self::Financing,
        Self::Costs,
        Self::Liquidity,
        Self::Demands,
        Self::Links,
    ];

    /// The name of its files and of its message `data.NAME`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Goals => "goals",
            Self::Indicators => "indicators",
            Self::Measurements => "measurements",
            Self::Years => "years",
            Self::Activities => "activities",
            Self::Members => "members",
            Self::Financing => "financing",
            Self::Costs => "costs",
            Self::Liquidity => "liquidity",
            Self::Demands => "demands",
            Self::Links => "links",
        }
    }

    /// How many rows it has; one without rows is not written.
    pub fn rows(self, desk: &Desk<'_>) -> usize {
        let model = desk.model();
        match self {
            Self::Goals => model.goals.len(),
            Self::Indicators => model.indicators.len(),
            Self::Measurements => model.measurements.iter().filter(|row| model.get(&row.indicator).is_some()).count(),
            Self::Years => by_year(desk).len(),
            Self::Activities => model.activities.len(),
            Self::Members => model.members.iter().filter(|member| member.is_present(desk.site.today)).count(),
            Self::Financing => model.financing.len(),
            Self::Costs => model.costs.len(),
            Self::Liquidity => model.cash_flows.len(),
            Self::Demands => model.demands.len(),
            Self::Links => thread::threads(desk).iter().map(|thread| thread.entries().len()).sum(),
        }
    }

    /// The address of one of its files, relative to the root of the site.
    pub fn href(self, desk: &Desk<'_>, ending: &str) -> String {
        desk.site.plan.prefixed(desk.locale.tag(), &format!("data/{}.{ending}", self.name()))
    }
}

/// What each year says of each indicator, where it says anything.
pub fn by_year<'a>(desk: &Desk<'a>) -> Vec<(&'a Entry<Indicator>, i16, Yearly<'a>)> {
    let years = years(desk.model());
    let of = |indicator: &'a Entry<Indicator>| {
        let told = years.iter().map(move |&year| (indicator, year, desk.yearly(indicator, year)));
        told.filter(|(_, _, told)| told.target.is_some() || told.actual.is_some()).collect::<Vec<_>>()
    };
    desk.model().indicators.iter().flat_map(of).collect()
}

/// A table to take along, as pages show it.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct DataLink {
    /// What it holds.
    pub title: String,
    /// How many rows, as readers write it.
    pub rows: String,
    /// For spreadsheets.
    pub csv: String,
    /// For programs.
    pub json: String,
}

/// The tables that there are.
pub(super) fn links(desk: &Desk<'_>) -> Vec<DataLink> {
    let known = DataSet::ALL.into_iter().map(|set| (set, set.rows(desk))).filter(|(_, rows)| *rows > 0);
    let link = |(set, rows): (DataSet, usize)| DataLink {
        title: desk.say(&format!("data.{}", set.name())),
        rows: desk.locale.number(rows as f64),
        csv: set.href(desk, "csv"),
        json: set.href(desk, "json"),
    };
    known.map(link).collect()
}
