//! Owns the financing page: the mix of sources year by year, how long they are secured, and how clusters elsewhere are financed.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table, anchor};
use super::{Desk, Words, draw};
use crate::lang::Arg;
use crate::model::Entry;
use crate::model::kinds::financing::Financing;
use crate::model::money::{Figures, MixYear, mix_years};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let years = mix_years(desk.model());
    let head =
        [("label.year", false), ("label.total", true), ("page.financing.private-share", true), ("page.financing.secured", true)];
    let totals = Table::new(desk.say("page.financing.totals"), head.map(|(key, numeric)| (desk.say(key), numeric)));
    let totals = totals.lines(years.iter().map(|year| year_line(desk, year)));
    Sheet {
        parts: vec![
            Part::opening(Block::figure(draw::financing(desk))),
            Part::new("totals", desk.say("page.financing.totals"), totals.block()),
            patterns(desk, &years),
            Part::new("sources", desk.say("page.financing.sources"), sources(desk, &years).block()),
        ],
    }
}

/// A share of one, in whole per cent.
fn percent(desk: &Desk<'_>, share: Option<f64>) -> String {
    desk.locale.percent((100.0 * share.unwrap_or_default()).round())
}

/// A share, or from where to where it may lie when a part of the money may belong to it or not.
fn range(desk: &Desk<'_>, share: Option<f64>, unclear: Option<f64>) -> String {
    let least = percent(desk, share);
    match unclear.filter(|unclear| *unclear > 0.0) {
        None => least,
        Some(unclear) => {
            let most = percent(desk, share.map(|share| share + unclear));
            desk.locale.format("page.financing.from-to", &[("from", Arg::Text(&least)), ("to", Arg::Text(&most))])
        }
    }
}

fn year_line(desk: &Desk<'_>, year: &MixYear<'_>) -> Line {
    let total = match year.figures {
        Figures::Amounts => desk.money(year.total()),
        Figures::Shares => desk.locale.percent(year.total()),
    };
    let written = desk.locale.digits(u64::from(year.year));
    let private = range(desk, year.private_share(), year.unclear_share());
    Line::new(None, [written, total, private, percent(desk, year.secured_share())].map(Cell::from))
}

/// What the guide tells of clusters elsewhere, beside the present year of this one, or else its latest.
fn patterns(desk: &Desk<'_>, years: &[MixYear<'_>]) -> Part {
    let this_year = u16::try_from(desk.site.today.year()).unwrap_or_default();
    let present = years.iter().rev().find(|year| year.year <= this_year).or(years.first());
    let figure = present.and_then(|year| Block::figure_with_data(draw::patterns(desk, year)));
    let head = [desk.say("page.financing.region"), desk.say("page.financing.pattern-head")].map(|label| (label, false));
    let say = |key: &str, part: &str| desk.say(&format!("page.financing.pattern{part}.{key}"));
    let lines = draw::PATTERNS.iter().map(|(key, _)| Line::new(None, [say(key, ""), say(key, "-note")].map(Cell::from)));
    let table = Table::new(desk.say("page.financing.patterns"), head).lines(lines);
    let mut part = Part::new("patterns", desk.say("page.financing.patterns"), figure.into_iter().chain(table.block()));
    part.lead = Some(Words::from(desk.say("page.financing.patterns-lead")));
    part
}

/// Every row, by year and source.
fn sources(desk: &Desk<'_>, years: &[MixYear<'_>]) -> Table {
    let with_field = desk.model().financing.iter().any(|row| field(desk, row).is_some());
    let columns = [
        ("year", false),
        ("source", false),
        ("title", false),
        ("amount", true),
        ("field", false),
        ("secured-until", false),
        ("note", false),
    ];
    let head = columns.iter().filter(|(key, _)| with_field || *key != "field");
    let head = head.map(|(key, numeric)| (desk.say(&format!("label.{key}")), *numeric));
    let line = |year: &MixYear<'_>, row: &Entry<Financing>| {
        let figure = amount(desk, year.figures, row);
        let date = row.secured_until.map_or_else(Cell::default, |date| Cell::from(desk.date(date)).sorted_by(date.0));
        let mut cells = vec![
            desk.locale.digits(u64::from(row.year)).into(),
            draw::sources(desk, &row.sources()).into(),
            desk.maybe(row.title.as_ref()).into(),
            figure,
        ];
        cells.extend(with_field.then(|| field(desk, row).into()));
        cells.extend([date, desk.maybe(row.note.as_ref()).into()]);
        Line::new(anchor(row), cells)
    };
    let lines = years.iter().flat_map(|year| {
        let mut rows = year.rows.clone();
        rows.sort_by_key(|row| (row.sources().is_empty(), row.sources()));
        rows.into_iter().map(|row| line(year, row)).collect::<Vec<_>>()
    });
    Table::new(desk.say("page.financing.sources"), head).lines(lines).wide()
}

fn field(desk: &Desk<'_>, row: &Financing) -> Option<Words> {
    desk.model().get(row.field.as_ref()?).map(|field| desk.link(field, &field.title))
}

/// The figure of a row as it is told: an amount or a share, and whether it is rough.
fn amount(desk: &Desk<'_>, figures: Figures, row: &Financing) -> Cell {
    let told = match figures {
        Figures::Amounts => row.amount.map(|amount| (amount, desk.money(amount))),
        Figures::Shares => row.share.map(|share| (share, desk.locale.percent(share))),
    };
    let Some((value, written)) = told else { return Cell::default() };
    let about = |written: &str| desk.locale.format("page.financing.about", &[("value", Arg::Text(written))]);
    Cell::from(if row.approximate { about(&written) } else { written }).sorted_by(value)
}
