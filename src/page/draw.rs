//! Owns the step from entries to the inputs of pictures: which data each picture gets, in the page's words and formats.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Desk;
use crate::chart::{self, Format, Frame, Picture};
use crate::lang::Arg;
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::indicator::{Category, Indicator, Measurement};
use crate::model::kinds::member::MemberKind;
use crate::model::{Choice, Entry, Reading, State};

mod actors;
mod analysis;
mod leading;
mod money;
mod monitoring;
mod organisation;
mod people;
mod place;
mod plan;
mod portfolio;
mod ready;
mod thread;
mod time;

pub(super) use actors::{case, interests, skills};
pub(super) use analysis::{concentration, covered, diamond, policies, quotients, stages, value_chain};
pub(super) use leading::{award, benchmark, compared, membership};
pub(super) use money::{PATTERNS, budget, financing, patterns, sources};
pub(super) use monitoring::{hypotheses, participation, parts_of, tally_by_goal, tally_by_year};
pub(super) use organisation::{brand, legal_form, process};
pub(super) use people::{members, organigram, stakeholders};
pub(super) use place::{locator, member_map, partners};
pub(super) use plan::{costs, liquidity};
pub(super) use portfolio::{portfolio_of_managers, portfolio_of_members, trust};
pub(super) use ready::ladder;
pub(super) use thread::{canvas, demands, fields, thread_of, threads};
pub(super) use time::{gantt, gantt_of, phases, projects};

/// Draws with the page's words and formats, and leads the picture's links from the page. On the site, what is drawn is kept to be taken along.
pub(super) fn picture(
    desk: &Desk<'_>,
    id: &str,
    title: &str,
    description: &str,
    draw: &dyn Fn(&Frame<'_>) -> Option<Picture>,
) -> Option<Picture> {
    drawn(desk, id, title, description, draw).map(|picture| desk.keep(picture))
}

/// The same for a picture that stays where it is.
fn drawn(
    desk: &Desk<'_>,
    id: &str,
    title: &str,
    description: &str,
    draw: &dyn Fn(&Frame<'_>) -> Option<Picture>,
) -> Option<Picture> {
    let locale = desk.locale;
    let format = Format {
        number: &|value| locale.number(value),
        percent: &|share| locale.percent((share * 100.0).round()),
        rate: &|value| locale.percent(value),
        day: &|date| locale.date_short(date),
        month: &|date| locale.month_short(date),
        quarter: &|date| locale.format("format.quarter", &[("number", Arg::Number(f64::from((date.month() + 2) / 3)))]),
        year: &|date| super::year(desk, date),
        pair: &|label, value| locale.format("format.pair", &[("label", Arg::Text(label)), ("value", Arg::Text(value))]),
    };
    draw(&Frame { id, title, description, rtl: locale.is_rtl(), format: &format })
}

/// An address as pictures need it: from the page, not from the site's root.
fn from_page(desk: &Desk<'_>, href: Option<String>) -> Option<String> {
    let href = href?;
    if desk.print {
        return href.split_once('#').map(|(_, place)| format!("#{place}"));
    }
    Some(format!("{}{href}", desk.root))
}

fn words<const N: usize>(desk: &Desk<'_>, keys: [&str; N]) -> [String; N] {
    keys.map(|key| desk.say(key))
}

/// The stage track.
pub(super) fn stage(desk: &Desk<'_>, stage: Stage) -> Option<Picture> {
    let current = Stage::ALL.iter().position(|known| *known == stage)?;
    let name = desk.word(stage);
    let args =
        [("number", Arg::Count(current as u64 + 1)), ("total", Arg::Count(Stage::ALL.len() as u64)), ("stage", Arg::Text(&name))];
    let description = desk.locale.format("chart.stage.description", &args);
    let [stage_word, state, past, current_word, ahead] =
        words(desk, ["label.stage", "label.status", "chart.stage.past", "chart.stage.current", "chart.stage.ahead"]);
    let input = chart::track::Track {
        stages: Stage::ALL.iter().map(|&stage| (desk.word(stage), String::new())).collect(),
        current,
        words: chart::track::Words { stage: stage_word, state, past, current: current_word, ahead },
    };
    picture(desk, "stage", &desk.say("chart.stage.title"), &description, &|frame| chart::track::draw(frame, &input))
}

/// The strategy house.
pub(super) fn house(desk: &Desk<'_>) -> Option<Picture> {
    let model = desk.model();
    let strategy = model.strategy();
    let [part, content, vision, objectives, goals, enablers] = words(
        desk,
        [
            "label.part",
            "label.content",
            "page.strategy.vision",
            "page.strategy.objectives",
            "page.strategy.goals",
            "page.strategy.enablers",
        ],
    );
    let pillar = |goal: &Entry<crate::model::kinds::goal::Goal>| chart::house::Pillar {
        label: desk.bare(&goal.title),
        sub: goal.due.map(|due| desk.locale.month(due.0)).unwrap_or_default(),
        href: from_page(desk, desk.href_of(goal)),
    };
    let input = chart::house::House {
        vision: strategy.and_then(|strategy| strategy.vision.as_ref()).map(|vision| desk.bare(vision)).unwrap_or_default(),
        objectives: model.objectives.iter().map(|objective| desk.bare(&objective.title)).collect(),
        goals: model.goals.iter().map(pillar).collect(),
        enablers: strategy.map(|strategy| strategy.enablers.iter().map(|text| desk.bare(text)).collect()).unwrap_or_default(),
        words: chart::house::Words { part, content, vision, objectives, goals, enablers },
    };
    let (title, description) = (desk.say("chart.house.title"), desk.say("chart.house.description"));
    picture(desk, "strategy-house", &title, &description, &|frame| chart::house::draw(frame, &input))
}

/// The results chain through indicators; nothing where they are all of one level.
pub(super) fn chain(desk: &Desk<'_>, id: &str, indicators: &[&Entry<Indicator>]) -> Option<Picture> {
    let mut levels: Vec<Category> = indicators.iter().map(|indicator| indicator.category).collect();
    levels.sort();
    levels.dedup();
    if levels.len() < 2 {
        return None;
    }
    let here: BTreeMap<&str, ()> = indicators.iter().map(|indicator| (indicator.id().as_str(), ())).collect();
    let node = |indicator: &&Entry<Indicator>| chart::chain::Node {
        id: indicator.id().to_string(),
        column: Category::ALL.iter().position(|category| *category == indicator.category).unwrap_or_default(),
        label: desk.bare(&indicator.title),
        sub: monitoring::value(desk, indicator),
        state: monitoring::state(desk, indicator),
        href: from_page(desk, desk.href_of(indicator)),
    };
    let links = indicators.iter().flat_map(|indicator| {
        let next = desk.model().all(&indicator.leads_to).filter(|next| here.contains_key(next.id().as_str()));
        next.map(|next| (indicator.id().to_string(), next.id().to_string()))
    });
    let input = chart::chain::Chain {
        columns: Category::ALL.iter().map(|&category| desk.word(category)).collect(),
        boxes: indicators.iter().map(node).collect(),
        links: links.collect(),
        states: State::ALL.map(|state| desk.word(state)),
        head: words(desk, ["label.category", "label.indicator", "label.latest", "label.progress", "label.leads-to"]),
    };
    let description = desk.locale.format("chart.results-chain.description", &[("count", Arg::Count(indicators.len() as u64))]);
    picture(desk, id, &desk.say("chart.results-chain.title"), &description, &|frame| chart::chain::draw(frame, &input))
}

/// The line of an indicator's values, which stands in a row that says the same.
pub(super) fn sparkline(desk: &Desk<'_>, indicator: &Entry<Indicator>, readings: &[Reading]) -> Option<String> {
    sparkline_picture(desk, indicator, readings).map(|picture| picture.svg)
}

/// The same with its title and table; nothing with fewer than two values.
pub(super) fn sparkline_picture(desk: &Desk<'_>, indicator: &Entry<Indicator>, readings: &[Reading]) -> Option<Picture> {
    if readings.len() < 2 {
        return None;
    }
    let name = desk.bare(&indicator.title);
    let title = desk.locale.format("chart.sparkline.title", &[("name", Arg::Text(&name))]);
    let input = chart::sparkline::Sparkline {
        points: readings.iter().map(|reading| (reading.date, reading.value)).collect(),
        head: words(desk, ["label.date", "label.value"]),
    };
    let id = format!("spark-{}", indicator.id());
    drawn(desk, &id, &title, "", &|frame| chart::sparkline::draw(frame, &input))
}

/// Measured values against the way to the target.
pub(super) fn line(
    desk: &Desk<'_>,
    indicator: &Entry<Indicator>,
    readings: &[Reading],
    rows: &[&Entry<Measurement>],
) -> Option<Picture> {
    if !indicator.measure.is_numeric() {
        return None;
    }
    let point = |key: &str, point: &crate::model::kinds::indicator::Point| {
        Some(chart::line::Expected { date: point.date.0, value: point.value.number()?, label: desk.say(key) })
    };
    let mut targets: Vec<_> = indicator.targets.iter().collect();
    targets.sort_by_key(|target| target.date);
    let last = targets.len().saturating_sub(1);
    let later = targets
        .iter()
        .enumerate()
        .filter_map(|(index, target)| point(if index == last { "chart.target" } else { "chart.milestone" }, target));
    let expected: Vec<_> =
        indicator.baseline.iter().filter_map(|baseline| point("chart.baseline", baseline)).chain(later).collect();
    if expected.is_empty() && readings.is_empty() {
        return None;
    }
    let [date, measured, expected_word, today, note, broken] =
        words(desk, ["label.date", "chart.measured", "chart.expected-path", "chart.today", "label.note", "chart.axis-broken"]);
    let unit = if indicator.measure == crate::model::kinds::indicator::Measure::Percentage {
        "%".to_owned()
    } else {
        indicator.unit.as_ref().map(|unit| desk.bare(unit)).unwrap_or_default()
    };
    let input = chart::line::Line {
        points: readings.iter().map(|reading| (reading.date, reading.value)).collect(),
        expected,
        series: parts(desk, indicator, rows),
        unit,
        today: Some(desk.site.today),
        words: chart::line::Words { date, measured, expected: expected_word, today, note, broken },
    };
    let name = desk.bare(&indicator.title);
    let title = desk.locale.format("chart.line.title", &[("name", Arg::Text(&name))]);
    let description = line_description(desk, indicator, readings).unwrap_or_default();
    let id = format!("line-{}", indicator.id());
    picture(desk, &id, &title, &description, &|frame| chart::line::draw(frame, &input))
}

fn line_description(desk: &Desk<'_>, indicator: &Entry<Indicator>, readings: &[Reading]) -> Option<String> {
    use super::cards::{amount, figure};
    let baseline = indicator.baseline.as_ref()?;
    let target = indicator.targets.iter().max_by_key(|target| target.date)?;
    let (from, start) = (figure(desk, indicator, &baseline.value), desk.date(baseline.date));
    let (to, end) = (figure(desk, indicator, &target.value), desk.date(target.date));
    let mut args =
        vec![("baseline", Arg::Text(&from)), ("start", Arg::Text(&start)), ("target", Arg::Text(&to)), ("end", Arg::Text(&end))];
    let Some(latest) = readings.last() else { return Some(desk.locale.format("chart.line.description-empty", &args)) };
    let (value, date) = (amount(desk, indicator, latest.value), desk.locale.date(latest.date));
    args.extend([("value", Arg::Text(&value)), ("date", Arg::Text(&date))]);
    Some(desk.locale.format("chart.line.description", &args))
}

/// The values of each part of the first dimension, where measurements are broken down.
fn parts(desk: &Desk<'_>, indicator: &Entry<Indicator>, rows: &[&Entry<Measurement>]) -> Vec<chart::line::Series> {
    let Some(dimension) = indicator.disaggregation.keys().next() else { return Vec::new() };
    let mut series: BTreeMap<&str, Vec<(Date, f64)>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.by.len() == 1 && row.period.start <= desk.site.today) {
        if let (Some(part), Some(value)) = (row.by.get(dimension), row.value.number()) {
            series.entry(part).or_default().push((row.period.end.min(desk.site.today), value));
        }
    }
    let sorted = |(label, mut points): (&str, Vec<(Date, f64)>)| {
        points.sort_by_key(|(date, _)| *date);
        if indicator.cumulative {
            let mut sum = 0.0;
            points.iter_mut().for_each(|(_, value)| {
                sum += *value;
                *value = sum;
            });
        }
        chart::line::Series { label: label.to_owned(), points }
    };
    series.into_iter().map(sorted).collect()
}

/// Members by kind, as the directory counts them.
pub(super) type ByKind = BTreeMap<MemberKind, usize>;
