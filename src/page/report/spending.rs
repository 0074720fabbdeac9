//! Owns what a yearly report tells of spending: what the year was to cost, by kind of cost and by goal, against what had been paid by its end.

use super::Known;
use crate::lang::Arg;
use crate::model::kinds::cost::{Cost, CostCategory};
use crate::model::money::{self, CostYear};
use crate::model::{Choice, Entry};
use crate::page::Desk;
use crate::page::sheet::{Block, Cell, Line, Table};

/// Costs of the year against payments, with how to read them; nothing where neither is told.
pub(super) fn blocks(desk: &Desk<'_>, known: &Known<'_>) -> Vec<Block> {
    let years = money::cost_years(desk.model());
    let year = years.iter().find(|year| i32::from(year.year) == i32::from(known.year));
    let paid = money::paid_in_year(desk.model(), known.year, known.as_of);
    let Some(kinds) = by_kind(desk, known, year, &paid) else { return Vec::new() };
    let day = desk.locale.date(known.as_of);
    let note = match (year.is_some(), paid.is_empty()) {
        (true, true) => desk.say("evaluation.spending-planned"),
        (true, false) | (false, _) => desk.locale.format("evaluation.spending-note", &[("date", Arg::Text(&day))]),
    };
    let goals = year.and_then(|year| by_goal(desk, year));
    std::iter::once(Block::note(note, false)).chain([kinds]).chain(goals).collect()
}

fn amount(desk: &Desk<'_>, amount: Option<f64>) -> Cell {
    amount.map_or_else(Cell::default, |amount| Cell::from(desk.money(amount)).sorted_by(amount))
}

fn sum(amounts: impl Iterator<Item = f64>) -> Option<f64> {
    amounts.reduce(|sum, amount| sum + amount)
}

/// Kinds of cost with what was planned and paid; nothing without any amount.
fn by_kind(
    desk: &Desk<'_>,
    known: &Known<'_>,
    year: Option<&CostYear<'_>>,
    paid: &[(Option<CostCategory>, f64)],
) -> Option<Block> {
    let planned = |keep: &dyn Fn(&Cost) -> bool| {
        sum(year.into_iter().flat_map(|year| &year.rows).filter(|row| keep(row)).map(|row| row.amount))
    };
    let out = |keep: &dyn Fn(Option<CostCategory>) -> bool| sum(paid.iter().filter(|(kind, _)| keep(*kind)).map(|(_, sum)| *sum));
    let line = |label: String, planned: Option<f64>, out: Option<f64>| {
        let cells = [Cell::from(label), amount(desk, planned), amount(desk, out)];
        (planned.is_some() || out.is_some()).then_some(cells)
    };
    let kinds = CostCategory::ALL
        .iter()
        .filter_map(|&kind| line(desk.word(kind), planned(&|row| row.category == kind), out(&|paid| paid == Some(kind))));
    // Where the payments do not tell their kind, there is nothing to set one kind of cost against.
    let rest = line(desk.say("evaluation.any-kind"), None, out(&|paid| paid.is_none()));
    let mut lines: Vec<Line> = kinds.chain(rest).map(|cells| Line::new(None, cells)).collect();
    let total = line(desk.say("label.total"), planned(&|_| true), out(&|_| true))?;
    lines.push(Line::total(total));
    let day = desk.locale.date_short(known.as_of);
    let head = [
        (desk.say("label.cost-category"), false),
        (desk.say("evaluation.planned-costs"), true),
        (desk.locale.format("evaluation.paid-by", &[("date", Arg::Text(&day))]), true),
    ];
    Table::new(desk.say("evaluation.spending"), head).lines(lines).block()
}

/// What the year was to cost goal by goal; nothing where no cost is for one.
fn by_goal(desk: &Desk<'_>, year: &CostYear<'_>) -> Option<Block> {
    let model = desk.model();
    let of = |id: Option<&crate::model::Id>| {
        sum(year.rows.iter().filter(|row| money::goal_of(model, row) == id).map(|row| row.amount))
    };
    let goals = model.goals.iter().filter_map(|goal| Some((goal, of(Some(goal.id()))?)));
    let line = |(goal, sum): (&Entry<crate::model::kinds::goal::Goal>, f64)| {
        Line::new(None, [desk.link(goal, &goal.title).into(), amount(desk, Some(sum))])
    };
    let lines: Vec<Line> = goals.map(line).collect();
    if lines.is_empty() {
        return None;
    }
    let rest = of(None).map(|sum| Line::new(None, [desk.say("evaluation.no-single-goal").into(), amount(desk, Some(sum))]));
    let total = Line::total([desk.say("label.total").into(), amount(desk, Some(year.total()))]);
    let head = [(desk.say("label.goal"), false), (desk.say("evaluation.planned-costs"), true)];
    Table::new(desk.say("evaluation.spending-by-goal"), head).lines(lines.into_iter().chain(rest).chain([total])).block()
}
