//! Owns the pictures of monitoring that are not about one value over time: parts of an indicator, hypotheses, participation, and how many are in which state.

use std::collections::{BTreeMap, BTreeSet};

use super::{Desk, Picture, from_page, picture, words};
use crate::chart::{hypotheses as lanes, multiples, participation as gauges, tally};
use crate::lang::Arg;
use crate::model::kinds::impact::{LEAST_PARTICIPATION, Survey, latest_first};
use crate::model::kinds::indicator::{Category, Indicator, Measure, Measurement};
use crate::model::value::Period;
use crate::model::{Choice, Entry, State, years};
use crate::page::{cards, period_words};
use crate::plan::Route;

/// The latest value with the target, as a note in a box; empty where nothing was measured.
pub(super) fn value(desk: &Desk<'_>, indicator: &Entry<Indicator>) -> String {
    let target = indicator.targets.iter().max_by_key(|target| target.date);
    let target = target.filter(|_| indicator.measure.is_numeric()).map(|target| cards::plain(desk, indicator, &target.value));
    match (cards::latest(desk, indicator), target) {
        (Some(latest), Some(target)) if latest.number.is_some() => {
            let args = [("value", Arg::Text(&latest.value)), ("target", Arg::Text(&target))];
            desk.locale.format("evaluation.value-and-target", &args)
        }
        (latest, _) => latest.map(|latest| latest.value).unwrap_or_default(),
    }
}

/// How an indicator stands, where that can be said.
pub(super) fn state(desk: &Desk<'_>, indicator: &Entry<Indicator>) -> Option<State> {
    cards::is_rated(desk, indicator).then(|| desk.standing(indicator).state)
}

/// The parts of an indicator in the periods measured: a picture for each dimension that there are values of.
pub(in crate::page) fn parts_of(desk: &Desk<'_>, indicator: &Entry<Indicator>, rows: &[&Entry<Measurement>]) -> Vec<Picture> {
    if !indicator.measure.is_numeric() {
        return Vec::new();
    }
    let one = |(dimension, heading): (&String, &crate::model::value::Text)| {
        let mut periods: BTreeSet<(jiff::civil::Date, jiff::civil::Date, &Period)> = BTreeSet::new();
        let mut values: BTreeMap<&str, BTreeMap<&Period, f64>> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.by.len() == 1 && row.period.start <= desk.site.today) {
            let Some((part, value)) = row.by.get(dimension).zip(row.value.number()) else { continue };
            periods.insert((row.period.end, row.period.start, &row.period));
            values.entry(part).or_default().insert(&row.period, value);
        }
        let last = periods.last()?.2;
        let of_last = values.iter().filter_map(|(part, known)| Some((*part, *known.get(last)?)));
        let description = latest_parts(desk, indicator, last, &of_last.collect::<Vec<_>>());
        let (name, by) = (desk.bare(&indicator.title), desk.bare(heading));
        let title = desk.locale.format("chart.multiples.title", &[("name", Arg::Text(&name)), ("dimension", Arg::Text(&by))]);
        let part = |(part, known): (&&str, &BTreeMap<&Period, f64>)| multiples::Part {
            label: (*part).to_owned(),
            values: periods.iter().map(|(_, _, period)| known.get(period).copied()).collect(),
        };
        let unit = indicator.unit.as_ref().map(|unit| desk.bare(unit)).unwrap_or_default();
        let input = multiples::Multiples {
            periods: periods.iter().map(|(_, _, period)| period_words(desk, period)).collect(),
            parts: values.iter().map(part).collect(),
            unit: if indicator.measure == Measure::Percentage { "%".to_owned() } else { unit },
            period: desk.say("label.period"),
        };
        let id = format!("parts-{}-{dimension}", indicator.id());
        picture(desk, &id, &title, &description, &|frame| multiples::draw(frame, &input))
    };
    indicator.disaggregation.iter().filter_map(one).collect()
}

/// The parts of a period in a sentence, with their shares where they add up to the whole.
fn latest_parts(desk: &Desk<'_>, indicator: &Indicator, period: &Period, parts: &[(&str, f64)]) -> String {
    let total: f64 = parts.iter().map(|(_, value)| value).sum();
    let adds_up = indicator.measure == Measure::Unit && total > 0.0 && parts.iter().all(|(_, value)| *value >= 0.0);
    let part = |(part, value): &(&str, f64)| {
        // With its unit: parts are often called by bare numbers too, and a list of nothing else says little to those who hear it.
        let amount = cards::amount(desk, indicator, *value);
        let share = desk.locale.percent((100.0 * value / total).round());
        let amount = if adds_up { format!("{amount} ({share})") } else { amount };
        desk.locale.format(
            "format.pair",
            &[("label", Arg::Text(&cards::isolated(desk, (*part).to_owned()))), ("value", Arg::Text(&amount))],
        )
    };
    let list = desk.locale.list(&parts.iter().map(part).collect::<Vec<_>>());
    let when = period_words(desk, period);
    desk.locale.format("chart.multiples.description", &[("period", Arg::Text(&when)), ("list", Arg::Text(&list))])
}

/// Hypotheses as lanes from input to impact.
pub(in crate::page) fn hypotheses(desk: &Desk<'_>) -> Option<Picture> {
    let model = desk.model();
    let step = |indicator: &Entry<Indicator>| lanes::Step {
        column: Category::ALL.iter().position(|category| *category == indicator.category).unwrap_or_default(),
        label: desk.bare(&indicator.title),
        sub: value(desk, indicator),
        state: state(desk, indicator),
        href: from_page(desk, desk.href_of(indicator)),
    };
    let lane = |entry: &Entry<crate::model::kinds::impact::Hypothesis>| lanes::Lane {
        title: desk.bare(&entry.title),
        area: entry.area.as_ref().map(|area| desk.bare(area)).unwrap_or_default(),
        note: entry.verdict.map(|verdict| desk.word(verdict)).unwrap_or_default(),
        href: from_page(desk, desk.href_of(entry)),
        steps: model.all(&entry.indicators).map(step).collect(),
    };
    let [hypothesis, area, level, indicator, latest, progress, gap] = words(
        desk,
        [
            "label.hypothesis",
            "evaluation.area",
            "label.category",
            "label.indicator",
            "label.latest",
            "label.progress",
            "evaluation.no-indicator",
        ],
    );
    let input = lanes::Hypotheses {
        columns: Category::ALL.iter().map(|&category| desk.word(category)).collect(),
        lanes: model.hypotheses.iter().map(lane).collect(),
        states: State::ALL.map(|state| desk.word(state)),
        words: lanes::Words { hypothesis, area, level, indicator, value: latest, state: progress, gap },
    };
    let shown = input.lanes.iter().filter(|lane| !lane.steps.is_empty()).count();
    let description = desk.locale.format("chart.hypotheses.description", &[("count", Arg::Count(shown as u64))]);
    picture(desk, "hypotheses", &desk.say("chart.hypotheses.title"), &description, &|frame| lanes::draw(frame, &input))
}

/// How many took part in each survey, the latest first.
pub(in crate::page) fn participation(desk: &Desk<'_>) -> Option<Picture> {
    let gauge = |survey: &&Entry<Survey>| gauges::Gauge {
        label: desk.bare(&survey.title),
        note: crate::page::impact::when(desk, survey),
        asked: survey.asked.map(f64::from),
        answered: survey.answered.map(f64::from),
        share: survey.participation().map(|share| share / 100.0),
        href: from_page(desk, desk.href_of(*survey)),
    };
    let [survey, when, asked, answered, share, least, enough, few, unknown] = words(
        desk,
        [
            "evaluation.survey",
            "label.period",
            "evaluation.asked",
            "evaluation.answered",
            "label.share",
            "evaluation.least",
            "evaluation.enough",
            "evaluation.few",
            "evaluation.unknown",
        ],
    );
    let surveys = latest_first(&desk.model().surveys);
    let sound = surveys.iter().filter(|survey| survey.is_sound() == Some(true)).count();
    let known = surveys.iter().filter(|survey| survey.is_sound().is_some()).count();
    let input = gauges::Participation {
        items: surveys.iter().map(gauge).collect(),
        least: LEAST_PARTICIPATION / 100.0,
        words: gauges::Words { survey, when, asked, answered, share, least, enough, few, unknown },
    };
    let needed = desk.locale.percent(LEAST_PARTICIPATION);
    let args = [("count", Arg::Count(sound as u64)), ("total", Arg::Count(known as u64)), ("share", Arg::Text(&needed))];
    let description = desk.locale.format("chart.participation-gauge.description", &args);
    picture(desk, "participation", &desk.say("chart.participation.title"), &description, &|frame| gauges::draw(frame, &input))
}

/// How many indicators were in which state at the end of each year that has begun.
pub(in crate::page) fn tally_by_year(desk: &Desk<'_>) -> Option<Picture> {
    let begun = years(desk.model()).into_iter().filter(|year| *year <= desk.site.today.year());
    let row = |year: i16| tally::Row {
        label: crate::page::report::year_words(desk, year),
        note: String::new(),
        counts: counts(desk, &desk.model().indicators.iter().collect::<Vec<_>>(), year),
        href: from_page(desk, (!desk.print).then(|| desk.href(&Route::Report(year)))),
    };
    let rows = begun.map(row).collect();
    let (title, description) = (desk.say("chart.tally.by-year"), desk.say("chart.tally.by-year-text"));
    signs(desk, "states-by-year", (&title, &description), rows, "label.year")
}

/// The same of one year, goal by goal.
pub(in crate::page) fn tally_by_goal(desk: &Desk<'_>, year: i16) -> Option<Picture> {
    let row = |goal: &Entry<crate::model::kinds::goal::Goal>| tally::Row {
        label: desk.bare(&goal.title),
        note: String::new(),
        counts: counts(desk, desk.site.relations.indicators(goal.id()), year),
        href: from_page(desk, desk.href_of(goal)),
    };
    let rows = desk.model().goals.iter().map(row).filter(|row| row.counts.iter().any(|count| *count > 0)).collect();
    let number = crate::page::report::year_words(desk, year);
    let title = desk.locale.format("chart.tally.by-goal", &[("year", Arg::Text(&number))]);
    signs(desk, &format!("states-{year}"), (&title, &desk.say("chart.tally.by-goal-text")), rows, "label.goal")
}

fn signs(desk: &Desk<'_>, id: &str, (title, text): (&str, &str), rows: Vec<tally::Row>, head: &str) -> Option<Picture> {
    let input = tally::Tally { rows, states: State::ALL.map(|state| desk.word(state)), head: desk.say(head) };
    picture(desk, id, title, text, &|frame| tally::draw(frame, &input))
}

/// How many of these indicators were in each state at the end of a year.
fn counts(desk: &Desk<'_>, indicators: &[&Entry<Indicator>], year: i16) -> [usize; 6] {
    let states: Vec<State> = indicators
        .iter()
        .filter_map(|indicator| desk.model().indicators.get(indicator.id()))
        .filter_map(|indicator| desk.yearly(indicator, year).progress.map(|progress| progress.state))
        .collect();
    State::ALL.map(|state| states.iter().filter(|known| **known == state).count())
}
