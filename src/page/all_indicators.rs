//! Owns the table of all indicators: baseline, and for each year the value measured and the target, so that nobody has to open every page for a figure.

use super::cards::{self, Badge};
use super::sheet::{Block, Cell, Line, Part, Sheet, Table};
use super::{DataSet, Desk, Words};
use crate::lang::Arg;
use crate::model::kinds::indicator::Indicator;
use crate::model::value::Figure;
use crate::model::{Choice, Entry, State, years};

/// Years side by side; of more, another table goes on.
const ACROSS: usize = 6;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let all: Vec<i16> = years(desk.model()).into_iter().collect();
    let mut parts = vec![Part::opening([Block::note(desk.say("evaluation.cells-note"), false)])];
    let chunks: Vec<&[i16]> = if all.is_empty() { vec![&[]] } else { all.chunks(ACROSS).collect() };
    for (index, years) in chunks.iter().enumerate() {
        let title = match (years.first(), years.last()) {
            (Some(first), Some(last)) if chunks.len() > 1 => {
                let [start, end] = [first, last].map(|year| super::report::year_words(desk, *year));
                desk.locale.format("format.date-range", &[("start", Arg::Text(&start)), ("end", Arg::Text(&end))])
            }
            _ => desk.say("evaluation.by-year"),
        };
        parts.push(Part::new(&format!("years-{index}"), title, table(desk, years)));
    }
    if !desk.print {
        let files = [DataSet::Indicators, DataSet::Years].into_iter().filter(|set| set.rows(desk) > 0).flat_map(|set| {
            let name = desk.say(&format!("data.{}", set.name()));
            ["csv", "json"]
                .map(|ending| Words::from(format!("{name} ({})", ending.to_uppercase())).linked(Some(set.href(desk, ending))))
        });
        parts.push(Part::new("data", desk.say("data.title"), [Block::Links { links: files.collect() }]));
    }
    Sheet { parts }
}

fn table(desk: &Desk<'_>, years: &[i16]) -> Option<Block> {
    let label = |key: &str, numeric| (desk.say(&format!("label.{key}")), numeric);
    let mut head = vec![label("indicator", false), label("category", false), label("unit", false), label("baseline", true)];
    head.extend(years.iter().map(|year| (super::report::year_words(desk, *year), true)));
    head.push(label("progress", false));
    let lines = desk.model().indicators.iter().map(|indicator| line(desk, indicator, years));
    Table::new(desk.say("evaluation.by-year"), head).wide().sortable().lines(lines).block()
}

fn line(desk: &Desk<'_>, indicator: &Entry<Indicator>, years: &[i16]) -> Line {
    let number = |cell: Cell, figure: Option<&Figure>| match figure.and_then(Figure::number) {
        Some(number) => cell.sorted_by(number),
        None => cell,
    };
    let baseline = indicator.baseline.as_ref().map(|point| &point.value);
    let level = crate::model::kinds::indicator::Category::ALL.iter().position(|category| *category == indicator.category);
    let mut cells = vec![
        Cell::from(desk.link(indicator, &indicator.title)),
        Cell::from(desk.word(indicator.category)).sorted_by(level.unwrap_or_default()),
        Cell::from(desk.maybe(indicator.unit.as_ref())),
        number(baseline.map(|value| cards::plain(desk, indicator, value)).into(), baseline),
    ];
    cells.extend(years.iter().map(|&year| {
        let told = desk.yearly(indicator, year);
        let target = told.target.map(|target| cards::plain(desk, indicator, &target.value));
        let actual = told.actual.as_ref().map(|value| cards::plain(desk, indicator, value));
        let words = match (&actual, &target) {
            (Some(actual), Some(target)) if told.deviation.is_some() || actual != target => {
                let args = [("actual", Arg::Text(actual)), ("target", Arg::Text(target))];
                Some(desk.locale.format("evaluation.actual-of-target", &args))
            }
            (Some(actual), _) => Some(actual.clone()),
            (None, Some(target)) => Some(desk.locale.format("evaluation.target-only", &[("target", Arg::Text(target))])),
            (None, None) => None,
        };
        number(words.into(), told.actual.as_ref().or(told.target.map(|target| &target.value)))
    }));
    let state = desk.standing(indicator).state;
    let rank = State::ALL.iter().position(|known| *known == state);
    let rated = cards::is_rated(desk, indicator);
    cells.push(if rated { Cell::badge(Badge::new(desk, state)).sorted_by(rank.unwrap_or_default()) } else { Cell::default() });
    Line::new(None, cells)
}
