//! Owns the monitoring overview: every indicator by level of the results chain, and how progress is computed.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, Count, IndicatorRow};
use super::{Desk, draw};
use crate::chart::Picture;
use crate::lang::Arg;
use crate::model::kinds::indicator::{Category, Indicator as Kind};
use crate::model::{Choice, Entry, State};

/// The monitoring overview.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Monitoring {
    /// How many indicators are in each state.
    pub states: Vec<Count>,
    /// The same in a sentence.
    pub summary: String,
    /// Indicators by level of the results chain.
    pub groups: Vec<Group>,
    /// From input to impact.
    pub chain: Option<Picture>,
    /// How progress is computed.
    pub method: Method,
}

/// The indicators of one level.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "IndicatorGroup")]
pub struct Group {
    /// Name of the level.
    pub title: String,
    /// Its indicators.
    pub rows: Vec<IndicatorRow>,
}

/// How progress is computed, in words.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Method {
    /// Each state with what it means.
    pub states: Vec<Meaning>,
    /// How it is with indicators that are to be maintained.
    pub maintain: String,
}

/// What a state means.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Meaning {
    /// The state.
    pub badge: cards::Badge,
    /// What it means.
    pub text: String,
}

pub(super) fn overview(desk: &Desk<'_>) -> Monitoring {
    let model = desk.model();
    let states = cards::tally(desk, &model.indicators);
    let total: usize = states.iter().map(|count| count.count).sum();
    let group = |&category: &Category| Group {
        title: desk.word(category),
        rows: model
            .indicators
            .iter()
            .filter(|entry| entry.category == category)
            .map(|entry| cards::indicator_row(desk, entry))
            .collect(),
    };
    let all: Vec<&Entry<Kind>> = model.indicators.iter().collect();
    Monitoring {
        summary: cards::progress_summary(desk, cards::good(&states), total),
        states,
        groups: Category::ALL.iter().map(group).filter(|group| !group.rows.is_empty()).collect(),
        chain: draw::chain(desk, "results-chain", None, &all),
        method: method(desk),
    }
}

/// How progress is computed, with the cluster's cut-offs and names of states.
pub(super) fn method(desk: &Desk<'_>) -> Method {
    let [high, low] = [desk.site.cutoffs.on_track, desk.site.cutoffs.behind].map(|share| desk.locale.percent(share * 100.0));
    let args = [("high", Arg::Text(&high)), ("low", Arg::Text(&low))];
    let meaning = |&state: &State| Meaning {
        badge: cards::Badge::new(desk, state),
        text: desk.locale.format(&format!("progress.method.{}", state.as_str()), &args),
    };
    let [achieved, on_track, behind, off_track] =
        [State::Achieved, State::OnTrack, State::Behind, State::OffTrack].map(|state| desk.word(state));
    let names = [
        ("achieved", Arg::Text(&achieved)),
        ("good", Arg::Text(&on_track)),
        ("behind", Arg::Text(&behind)),
        ("bad", Arg::Text(&off_track)),
    ];
    Method { states: State::ALL.iter().map(meaning).collect(), maintain: desk.locale.format("progress.method.maintain", &names) }
}
