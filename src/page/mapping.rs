//! Owns the page of the cluster mapping: how sectors stand out and grow, and every figure with its year and source.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table, anchor};
use super::{Desk, Words, draw};
use crate::model::kinds::mapping::{Mapping, MappingMeasure};
use crate::model::{Entry, location_quotient};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let limits = Block::note(desk.say("page.mapping.limits"), false);
    let mut quotients = Part::new("quotients", desk.say("page.mapping.quotients"), Block::figure(draw::quotients(desk)));
    quotients.lead = (!quotients.blocks.is_empty()).then(|| desk.say("page.mapping.formula").into());
    Sheet {
        parts: vec![
            Part::opening([Block::figure(draw::concentration(desk)), Some(limits)].into_iter().flatten()),
            quotients,
            Part::new("totals", desk.say("page.mapping.totals"), totals(desk)),
            Part::new("figures", desk.say("page.mapping.figures"), figures(desk)),
        ],
    }
}

fn figures(desk: &Desk<'_>) -> Vec<Block> {
    let columns = [
        ("sector", false),
        ("place", false),
        ("year", true),
        ("establishments", true),
        ("employment", true),
        ("value-added", true),
        ("quotient", true),
        ("source", false),
        ("note", false),
    ];
    let head = columns.map(|(key, numeric)| (desk.say(&format!("label.{key}")), numeric));
    let lines = desk.model().mappings.iter().map(|row| line(desk, row));
    Table::new(desk.say("page.mapping.caption"), head).wide().lines(lines).blocks()
}

fn line(desk: &Desk<'_>, row: &Entry<Mapping>) -> Line {
    let plain = |value| desk.locale.number(value);
    let sector = desk.text(&row.sector);
    let code = row.code.as_ref().filter(|code| !code.is_empty());
    let sector = match code {
        // A code that breaks over two lines would leave its brackets at the wrong ends where the text around it runs the other way.
        Some(code) => Words { text: format!("{} ({})", sector.text, code.replace(' ', "\u{a0}")), ..sector },
        None => sector,
    };
    let source = desk.maybe(row.source.as_ref());
    let source = match &row.link {
        Some(link) => Some(source.unwrap_or_else(|| Words::from(desk.say("label.source"))).leading_to(link.as_str())),
        None => source,
    };
    Line::new(
        anchor(row),
        [
            sector.into(),
            desk.text(&row.place).into(),
            year(desk, row),
            number(row.figure(MappingMeasure::Establishments), &plain),
            number(row.figure(MappingMeasure::Employment), &plain),
            number(row.figure(MappingMeasure::ValueAdded), &|value| desk.money(value)),
            number(location_quotient(row), &plain),
            source.into(),
            desk.maybe(row.note.as_ref()).into(),
        ],
    )
}

/// What each quotient is computed from, so that readers can do it again.
fn totals(desk: &Desk<'_>) -> Vec<Block> {
    let columns = [
        ("sector", false),
        ("place", false),
        ("year", true),
        ("measure-kind", false),
        ("value", true),
        ("total-place", true),
        ("total-sector", true),
        ("total-country", true),
        ("compared-with", false),
        ("quotient", true),
    ];
    let head = columns.map(|(key, numeric)| (desk.say(&format!("label.{key}")), numeric));
    let home = desk.model().cluster().and_then(|cluster| cluster.country.as_ref());
    let home = home.map(|country| desk.locale.country(country.as_str()).to_owned());
    let line = |row: &Entry<Mapping>| {
        let totals = row.totals.as_ref()?;
        let measure = totals.measure();
        let area = desk.maybe(totals.area.as_ref()).or_else(|| home.clone().map(Words::from));
        let number = |value: Option<f64>| {
            number(value, &|value| match measure {
                MappingMeasure::ValueAdded => desk.money(value),
                MappingMeasure::Establishments | MappingMeasure::Employment => desk.locale.number(value),
            })
        };
        let quotient = location_quotient(row);
        Some(Line::new(
            None,
            [
                desk.text(&row.sector).linked(desk.href_of(row)).into(),
                desk.text(&row.place).into(),
                year(desk, row),
                desk.word(measure).into(),
                number(row.figure(measure)),
                number(Some(totals.place)),
                number(Some(totals.sector)),
                number(Some(totals.country)),
                area.into(),
                quotient.map_or_else(Cell::default, |value| Cell::from(desk.locale.number(value)).sorted_by(value)),
            ],
        ))
    };
    let lines = desk.model().mappings.iter().filter_map(line);
    Table::new(desk.say("page.mapping.totals"), head).wide().lines(lines).blocks()
}

fn year(desk: &Desk<'_>, row: &Mapping) -> Cell {
    row.year.map_or_else(Cell::default, |year| Cell::from(desk.locale.digits(u64::from(year))).sorted_by(year))
}

fn number(value: Option<f64>, shown: &dyn Fn(f64) -> String) -> Cell {
    value.map_or_else(Cell::default, |value| Cell::from(shown(value)).sorted_by(value))
}
