//! Owns the list of yearly reports: how many indicators were in which state at the end of each year, and the way to what the year has brought.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table};
use super::{Desk, Words, draw, impact, report};
use crate::lang::Arg;
use crate::model::years;
use crate::plan::Route;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let opening =
        [Some(Block::note(desk.say("evaluation.reports-note"), false)), Block::figure_with_data(draw::tally_by_year(desk))];
    let table = table(desk);
    Sheet {
        parts: vec![Part::opening(opening.into_iter().flatten()), Part::new("years", desk.say("evaluation.all-reports"), table)],
    }
}

/// A row a year, the latest first.
fn table(desk: &Desk<'_>) -> Option<Block> {
    let head = [
        ("label.year", false),
        ("evaluation.as-of-head", false),
        ("evaluation.measured", true),
        ("label.progress", false),
        ("page.monitoring.surveys", false),
    ];
    let head = head.map(|(key, numeric)| (desk.say(key), numeric));
    let mut years: Vec<i16> = years(desk.model()).into_iter().collect();
    years.reverse();
    Table::new(desk.say("evaluation.all-reports"), head).lines(years.into_iter().map(|year| line(desk, year))).block()
}

fn line(desk: &Desk<'_>, year: i16) -> Line {
    let known = report::Known::of(desk, year);
    let title = Words::from(report::year_words(desk, year)).linked((!desk.print).then(|| desk.href(&Route::Report(year))));
    let begun = known.begun(desk);
    let when = if begun { desk.locale.date(known.as_of) } else { desk.say("evaluation.ahead") };
    let [measured, total] = [known.measured(), known.rows.len()].map(|count| desk.locale.number(count as f64));
    let of = desk.locale.format("evaluation.of", &[("count", Arg::Text(&measured)), ("total", Arg::Text(&total))]);
    let surveys = known.surveys(desk).into_iter().map(|survey| {
        let name = desk.link(survey, &survey.title);
        match impact::told(desk, survey) {
            Some(told) => Words { text: format!("{}: {told}", name.text), ..name },
            None => name,
        }
    });
    Line::new(
        None,
        [
            Cell::from(title).sorted_by(year),
            Cell::from(when).sorted_by(known.as_of),
            Cell::from(begun.then_some(of)).sorted_by(known.measured()),
            Cell::from(known.summary(desk)),
            Cell::all(surveys),
        ],
    )
}
