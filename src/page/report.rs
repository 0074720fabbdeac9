//! Owns the report on a year: what was measured against what was to be reached, as it was known at the year's end, and what was done meanwhile.

use jiff::civil::Date;

use super::cards::{self, Badge};
use super::sheet::{Block, Cell, Line, Part, Sheet, Table};
use super::{Desk, Words, draw};
use crate::lang::Arg;
use crate::model::kinds::impact::{Survey, latest_first};
use crate::model::kinds::indicator::{Category, Indicator, Measure, Measurement};
use crate::model::{Choice, Entry, State, Yearly};

mod spending;
mod work;

/// What is known of a year.
pub(super) struct Known<'a> {
    /// The year.
    pub(super) year: i16,
    /// The day as of which all of it holds.
    pub(super) as_of: Date,
    /// Every indicator with what the year says of it.
    pub(super) rows: Vec<(&'a Entry<Indicator>, Yearly<'a>)>,
}

impl<'a> Known<'a> {
    /// Gathers what is known.
    pub(super) fn of(desk: &Desk<'a>, year: i16) -> Self {
        let rows = desk.model().indicators.iter().map(|indicator| (indicator, desk.yearly(indicator, year)));
        let as_of = Date::new(year, 12, 31).unwrap_or(Date::MAX).min(desk.site.today);
        Self { year, as_of, rows: rows.collect() }
    }

    /// The first day of the year.
    pub(super) fn first(&self) -> Date {
        Date::new(self.year, 1, 1).unwrap_or(Date::MAX)
    }

    /// Whether a day lies in the year.
    pub(super) fn holds(&self, day: Date) -> bool {
        day.year() == self.year
    }

    /// Whether the year has begun.
    pub(super) fn begun(&self, desk: &Desk<'_>) -> bool {
        self.first() <= desk.site.today
    }

    /// Whether the year was over before the day on which the report is written.
    fn is_past(&self, desk: &Desk<'_>) -> bool {
        self.as_of < desk.site.today
    }

    /// How many indicators were measured in it.
    pub(super) fn measured(&self) -> usize {
        self.rows.iter().filter(|(_, told)| told.actual.is_some()).count()
    }

    /// How many of these indicators stand well, and how many stand at all.
    fn standing(&self, among: impl Fn(&Entry<Indicator>) -> bool) -> (usize, usize) {
        let states = self.rows.iter().filter(|(indicator, _)| among(indicator)).filter_map(|(_, told)| told.progress.as_ref());
        let states: Vec<State> = states.map(|progress| progress.state).collect();
        (states.iter().filter(|state| matches!(state, State::Achieved | State::OnTrack)).count(), states.len())
    }

    /// How far all of them were, in a sentence.
    pub(super) fn summary(&self, desk: &Desk<'_>) -> Option<String> {
        let (good, total) = self.standing(|_| true);
        (total > 0).then(|| cards::progress_summary(desk, good, total))
    }

    /// Surveys that ended in the year, the latest first.
    pub(super) fn surveys(&self, desk: &Desk<'a>) -> Vec<&'a Entry<Survey>> {
        latest_first(desk.model().surveys.iter().filter(|survey| self.holds(survey.end())))
    }
}

/// A year as readers write it.
pub(super) fn year_words(desk: &Desk<'_>, year: i16) -> String {
    desk.locale.digits(u64::from(year.unsigned_abs()))
}

/// Title and description of the report on a year.
pub(super) fn heading(desk: &Desk<'_>, year: i16) -> (Words, Option<String>) {
    let number = year_words(desk, year);
    let said = |key: &str| desk.locale.format(key, &[("year", Arg::Text(&number))]);
    (Words::from(said("page.report.title")), Some(said("page.report.lead")))
}

pub(super) fn view(desk: &Desk<'_>, year: i16) -> Sheet {
    let known = Known::of(desk, year);
    let say = |key: &str| desk.say(&format!("evaluation.{key}"));
    let parts = vec![
        opening(desk, &known),
        Part::new("goals", say("results-by-goal"), goals(desk, &known)),
        Part::new("indicators", desk.say("label.indicators"), indicators(desk, &known)),
        Part::new("parts", say("by-part"), by_part(desk, &known)),
        Part::new("activities", say("activities"), work::activities(desk, &known)),
        Part::new("milestones", desk.say("label.milestones"), work::milestones(desk, &known)),
        Part::new("projects", desk.say("nav.projects"), work::projects(desk, &known)),
        Part::new("money", desk.say("nav.financing"), work::money(desk, &known)),
        Part::new("spending", say("spending"), spending::blocks(desk, &known)),
        Part::new("surveys", desk.say("page.monitoring.surveys"), work::surveys(desk, &known)),
        Part::new("reviews", say("reviews"), work::reviews(desk, &known)),
    ];
    Sheet { parts: parts.into_iter().filter(|part| !part.blocks.is_empty()).collect() }
}

fn opening(desk: &Desk<'_>, known: &Known<'_>) -> Part {
    let day = desk.locale.date(known.as_of);
    let note = match () {
        () if !known.begun(desk) => desk.say("evaluation.year-ahead"),
        () if known.as_of < Date::new(known.year, 12, 31).unwrap_or(Date::MAX) => {
            desk.locale.format("evaluation.year-open", &[("date", Arg::Text(&day))])
        }
        () => desk.locale.format("evaluation.year-over", &[("date", Arg::Text(&day))]),
    };
    let [measured, total] = [known.measured(), known.rows.len()].map(|count| desk.locale.number(count as f64));
    let of = desk.locale.format("evaluation.of", &[("count", Arg::Text(&measured)), ("total", Arg::Text(&total))]);
    let facts = Block::facts([
        desk.named("evaluation.measured", known.begun(desk).then(|| Words::from(of))),
        desk.row("progress", known.summary(desk).map(Words::from)),
    ]);
    let picture = if known.begun(desk) { draw::tally_by_goal(desk, known.year) } else { None };
    Part::opening([Some(Block::note(note, false)), facts, Block::figure(picture)].into_iter().flatten())
}

/// Goal by goal: how many of its indicators stand well, and what was to be done for it in the year.
fn goals(desk: &Desk<'_>, known: &Known<'_>) -> Option<Block> {
    let head = [
        ("label.goal", false),
        ("evaluation.standing-well", true),
        ("evaluation.measured", true),
        ("evaluation.activities-done", true),
        ("evaluation.milestones-reached", true),
    ];
    let head = head.map(|(key, numeric)| (desk.say(key), numeric));
    let of = |count: usize, total: usize| {
        let [count_words, total_words] = [count, total].map(|number| desk.locale.number(number as f64));
        let args = [("count", Arg::Text(&count_words)), ("total", Arg::Text(&total_words))];
        let words = (total > 0).then(|| desk.locale.format("evaluation.of", &args));
        if total > 0 { Cell::from(words).sorted_by(count as f64 / total as f64) } else { Cell::default() }
    };
    let line = |goal: &Entry<crate::model::kinds::goal::Goal>| {
        let own = desk.site.relations.indicators(goal.id());
        let among = |indicator: &Entry<Indicator>| own.iter().any(|one| one.id() == indicator.id());
        let (good, rated) = known.standing(among);
        let measured = known.rows.iter().filter(|(one, told)| among(one) && told.actual.is_some()).count();
        let (done, due) = work::done(desk, known, goal.id());
        let (reached, planned) = work::reached(desk, known, goal.id());
        let measured = if known.begun(desk) { of(measured, own.len()) } else { Cell::default() };
        Line::new(None, [desk.link(goal, &goal.title).into(), of(good, rated), measured, of(done, due), of(reached, planned)])
    };
    Table::new(desk.say("evaluation.results-by-goal"), head).sortable().lines(desk.model().goals.iter().map(line)).block()
}

/// Every indicator that the year says something of.
fn indicators(desk: &Desk<'_>, known: &Known<'_>) -> Option<Block> {
    let head = [
        ("label.indicator", false),
        ("label.category", false),
        ("evaluation.target-of-year", true),
        ("label.value", true),
        ("evaluation.deviation", true),
        ("label.progress", false),
        ("label.note", false),
    ];
    let head = head.map(|(key, numeric)| (desk.say(key), numeric));
    let mut told: Vec<_> = known.rows.iter().filter(|(_, told)| told.target.is_some() || told.actual.is_some()).collect();
    told.sort_by_key(|(indicator, _)| indicator.category);
    let lines = told.into_iter().map(|(indicator, told)| line(desk, known, indicator, told));
    Table::new(desk.say("label.indicators"), head).wide().sortable().lines(lines).block()
}

fn line(desk: &Desk<'_>, known: &Known<'_>, indicator: &Entry<Indicator>, told: &Yearly<'_>) -> Line {
    let figure = |value: Option<&crate::model::value::Figure>| {
        let cell = Cell::from(value.map(|value| cards::isolated(desk, cards::figure(desk, indicator, value))));
        match value.and_then(|value| value.number()) {
            Some(number) => cell.sorted_by(number),
            None => cell,
        }
    };
    let rows = desk.site.relations.measurements(indicator.id());
    let notes = rows.iter().filter(|row| known.holds(row.period.start) && row.period.start <= known.as_of);
    let notes = notes.filter_map(|row| row.note.as_ref()).chain(told.target.and_then(|target| target.note.as_ref()));
    let level = Category::ALL.iter().position(|category| *category == indicator.category).unwrap_or_default();
    let state = told.progress.as_ref().map(|progress| progress.state);
    let rank = State::ALL.iter().position(|known| Some(*known) == state).unwrap_or_default();
    let unmeasured = || Cell::from(known.begun(desk).then(|| desk.say("evaluation.not-measured")));
    Line::new(
        None,
        [
            desk.link(indicator, &indicator.title).into(),
            Cell::from(desk.word(indicator.category)).sorted_by(level),
            figure(told.target.map(|target| &target.value)),
            if told.actual.is_some() { figure(told.actual.as_ref()) } else { unmeasured() },
            told.deviation.map_or_else(Cell::default, |value| Cell::from(deviation(desk, indicator, value)).sorted_by(value)),
            state.map_or_else(Cell::default, |state| Cell::badge(Badge::new(desk, state)).sorted_by(rank)),
            Cell::all(notes.map(|note| desk.text(note))),
        ],
    )
}

/// A difference with its sign; that of two percentages is in points.
fn deviation(desk: &Desk<'_>, indicator: &Indicator, value: f64) -> String {
    let number = desk.locale.number(value);
    // Within words from right to left the sign would change sides.
    let mark = if desk.locale.is_rtl() { "\u{200e}" } else { "" };
    let number = if value > 0.0 { format!("{mark}+{number}") } else { number };
    match indicator.measure {
        Measure::Percentage => desk.locale.format("evaluation.points", &[("number", Arg::Text(&number))]),
        Measure::Unit | Measure::Nominal | Measure::Ordinal | Measure::Qualitative => number,
    }
}

/// The parts of what was measured, such as women and men: what counts things is summed over the year, anything else is the latest.
fn by_part(desk: &Desk<'_>, known: &Known<'_>) -> Option<Block> {
    let head = [
        ("label.indicator", false),
        ("label.disaggregation", false),
        ("label.part", false),
        ("label.value", true),
        ("label.share", true),
    ];
    let head = head.map(|(key, numeric)| (desk.say(key), numeric));
    let mut lines = Vec::new();
    for (indicator, _) in known.rows.iter().filter(|(indicator, _)| indicator.measure.is_numeric()) {
        for (dimension, heading) in &indicator.disaggregation {
            let values = of_dimension(desk, known, indicator, dimension);
            let total: f64 = values.iter().map(|(_, value)| value).sum();
            let whole = indicator.measure == Measure::Unit && total > 0.0;
            lines.extend(values.into_iter().map(|(part, value)| {
                let share = whole.then(|| 100.0 * value / total);
                let shown = share.map(|share| desk.locale.percent(share.round()));
                let cells = [
                    desk.link(indicator, &indicator.title).into(),
                    desk.text(heading).into(),
                    part.to_owned().into(),
                    Cell::from(cards::isolated(desk, cards::amount(desk, indicator, value))).sorted_by(value),
                    share.map_or_else(Cell::default, |share| Cell::from(shown).sorted_by(share)),
                ];
                Line::new(None, cells)
            }));
        }
    }
    Table::new(desk.say("evaluation.by-part"), head).sortable().lines(lines).block()
}

fn of_dimension<'a>(desk: &Desk<'a>, known: &Known<'_>, indicator: &Entry<Indicator>, dimension: &str) -> Vec<(&'a str, f64)> {
    let rows = desk.site.relations.measurements(indicator.id());
    let mut rows: Vec<&Entry<Measurement>> = rows.to_vec();
    rows.retain(|row| row.by.len() == 1 && known.holds(row.period.start) && row.period.start <= known.as_of);
    rows.sort_by_key(|row| row.period.end);
    let mut values: std::collections::BTreeMap<&str, f64> = std::collections::BTreeMap::new();
    for row in rows {
        let Some((part, value)) = row.by.get(dimension).zip(row.value.number()) else { continue };
        let sum = values.entry(part).or_default();
        *sum = if indicator.cumulative { *sum + value } else { value };
    }
    values.into_iter().collect()
}
