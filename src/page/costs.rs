//! Owns the page of the financial plan: costs, what covers them, liquidity, budgets by goal and activity, and whether all these sums agree.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table, anchor};
use super::{Desk, Words, draw, period, period_words};
use crate::lang::Arg;
use crate::model::kinds::cash_flow::CashFlow;
use crate::model::kinds::cost::{Cost, CostCategory};
use crate::model::money::{self, Comparison, CostYear, Cover, GoalBudget, Pair, Standing};
use crate::model::value::Text;
use crate::model::{Entry, Id};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    Sheet { parts: [costs(desk), liquidity(desk), budgets(desk), agreement(desk)].into_iter().flatten().collect() }
}

fn year(desk: &Desk<'_>, year: u16) -> String {
    desk.locale.digits(u64::from(year))
}

fn this_year(desk: &Desk<'_>) -> u16 {
    u16::try_from(desk.site.today.year()).unwrap_or_default()
}

/// Columns by their label keys, each with whether it holds numbers.
fn head<const N: usize>(desk: &Desk<'_>, columns: [(&str, bool); N]) -> [(String, bool); N] {
    columns.map(|(key, numeric)| (desk.say(&format!("label.{key}")), numeric))
}

/// What each year costs, what covers it, and every single cost.
fn costs(desk: &Desk<'_>) -> Option<Part> {
    let years = money::cost_years(desk.model());
    if years.is_empty() {
        return None;
    }
    let columns =
        [("year", false), ("costs", true), ("income", true), ("difference", true), ("left-to-fees", true), ("fees", true)];
    let covers = money::covers(desk.model());
    let cover = |cover: &Cover| {
        let Cover { year: of, cost, income, left_to_fees, fees } = *cover;
        let amounts =
            [cost, income, income - cost, left_to_fees, fees].map(|amount| Cell::from(desk.money(amount)).sorted_by(amount));
        Line::new(None, std::iter::once(Cell::from(year(desk, of))).chain(amounts))
    };
    let covered = Table::new(desk.say("page.costs.cover"), head(desk, columns)).lines(covers.iter().map(cover));
    let note = covered.block().map(|table| [table, Block::note(desk.say("page.costs.cover-note"), false)]);
    let blocks = Block::figure(draw::costs(desk)).into_iter().chain(note.into_iter().flatten()).chain(all(desk, &years));
    Some(Part::new("costs", desk.say("page.costs.costs"), blocks))
}

/// What the rows of one line have in common: what is spent, and on what.
type Same<'m> = (CostCategory, Option<&'m Text>, Option<&'m Id>, Option<&'m Id>);

/// Every cost, one line for what comes again each year, one column a year.
fn all(desk: &Desk<'_>, years: &[CostYear<'_>]) -> Option<Block> {
    let model = desk.model();
    let mut lines: Vec<(Same<'_>, Vec<&Entry<Cost>>)> = Vec::new();
    for row in years.iter().flat_map(|of| &of.rows) {
        let goal = row.goal.as_ref().and_then(|it| model.get(it)).map(Entry::id);
        let activity = row.activity.as_ref().and_then(|it| model.get(it)).map(Entry::id);
        let same: Same<'_> = (row.category, row.title.as_ref(), goal, activity);
        match lines.iter_mut().find(|(known, _)| *known == same) {
            Some((_, rows)) => rows.push(row),
            None => lines.push((same, vec![row])),
        }
    }
    lines.sort_by_key(|((category, ..), _)| *category);
    let noted = model.costs.iter().any(|row| row.note.is_some());
    let words = ["cost-category", "title", "serves"].map(|key| (desk.say(&format!("label.{key}")), false));
    let head = words.into_iter().chain(years.iter().map(|of| (year(desk, of.year), true)));
    let head = head.chain(noted.then(|| (desk.say("label.note"), false)));
    let amount = |amount: f64| Cell::from(desk.money(amount)).sorted_by(amount);
    let line = |((category, title, goal, activity), rows): &(Same<'_>, Vec<&Entry<Cost>>)| {
        let activity = activity.and_then(|id| model.activities.get(id)).map(|it| desk.link(it, &it.title));
        let serves = activity.or_else(|| goal.and_then(|id| model.goals.get(id)).map(|it| desk.link(it, &it.title)));
        let mut cells: Vec<Cell> = vec![desk.word(*category).into(), desk.maybe(*title).into(), serves.into()];
        cells.extend(years.iter().map(|of| {
            let amounts: Vec<f64> = rows.iter().filter(|row| row.year == of.year).map(|row| row.amount).collect();
            if amounts.is_empty() { Cell::default() } else { amount(amounts.iter().sum()) }
        }));
        cells.extend(noted.then(|| Cell::all(rows.iter().filter_map(|row| noted_in(desk, row)))));
        Line::new(rows.first().and_then(|row| anchor(row)), cells)
    };
    let total = [desk.say("label.total"), String::new(), String::new()].map(Cell::from).into_iter();
    let total = total.chain(years.iter().map(|of| amount(of.total()))).chain(noted.then(Cell::default));
    let lines = lines.iter().map(line).chain(std::iter::once(Line::total(total)));
    Table::new(desk.say("page.costs.all"), head).lines(lines).wide().block()
}

/// The remark of a cost, with its year.
fn noted_in(desk: &Desk<'_>, row: &Cost) -> Option<Words> {
    let note = desk.maybe(row.note.as_ref())?;
    let label = year(desk, row.year);
    let text = desk.locale.format("format.pair", &[("label", Arg::Text(&label)), ("value", Arg::Text(&note.text))]);
    Some(Words { text, ..note })
}

/// The balance period by period.
fn liquidity(desk: &Desk<'_>) -> Option<Part> {
    let standings = money::liquidity(desk.model());
    if standings.is_empty() {
        return None;
    }
    let below = standings.iter().filter(|standing| standing.balance() < 0.0).count();
    let short = (below > 0).then(|| {
        let count = desk.locale.number(below as f64);
        Block::note(desk.locale.format("page.costs.shortfalls", &[("count", Arg::Text(&count))]), true)
    });
    let columns = [
        ("period", false),
        ("opening-balance", true),
        ("income", true),
        ("expenditure", true),
        ("balance", true),
        ("content", false),
        ("note", false),
    ];
    let table = Table::new(desk.say("page.costs.liquidity"), head(desk, columns));
    let table = table.lines(standings.iter().map(|standing| standing_line(desk, standing))).wide();
    let blocks = Block::figure(draw::liquidity(desk, &standings)).into_iter().chain(short).chain(table.block());
    let mut part = Part::new("liquidity", desk.say("page.costs.liquidity"), blocks);
    part.lead = Some(Words::from(desk.say("page.costs.liquidity-lead")));
    Some(part)
}

fn standing_line(desk: &Desk<'_>, standing: &Standing<'_>) -> Line {
    let amount = |amount: f64| Cell::from(desk.money(amount)).sorted_by(amount);
    let notes = standing.rows.iter().filter_map(|row| desk.maybe(row.note.as_ref()));
    let content = standing.rows.iter().filter_map(|row| content(desk, row));
    let anchor = standing.rows.first().and_then(|row| anchor(row));
    Line::new(
        anchor,
        [
            Cell::from(period_words(desk, standing.period)).sorted_by(standing.period.start),
            amount(standing.opening()),
            amount(standing.income),
            amount(standing.expenditure),
            amount(standing.balance()),
            Cell::all(content),
            Cell::all(notes),
        ],
    )
}

/// What a row is about, with its amount where the row is not the only one of its kind.
fn content(desk: &Desk<'_>, row: &Entry<CashFlow>) -> Option<Words> {
    let word = row.source.map(|source| desk.word(source)).or_else(|| row.category.map(|category| desk.word(category)));
    let name = desk.maybe(row.title.as_ref()).or_else(|| word.map(Words::from))?;
    let signed = row.income.map(|income| income - row.expenditure.unwrap_or_default()).or(row.expenditure.map(|it| -it));
    let Some(amount) = signed else { return Some(name) };
    let amount = desk.money(amount);
    let text = desk.locale.format("format.pair", &[("label", Arg::Text(&name.text)), ("value", Arg::Text(&amount))]);
    Some(Words { text, ..name })
}

/// Budgets by goal and activity, with their sums.
fn budgets(desk: &Desk<'_>) -> Option<Part> {
    let model = desk.model();
    let budgets = money::goal_budgets(model, desk.site.relations);
    if budgets.is_empty() {
        return None;
    }
    let given = budgets.iter().any(|budget| budget.given.is_some());
    let booked = budgets.iter().any(|budget| budget.costs > 0.0);
    let columns = [
        ("activity", false, true),
        ("period", false, true),
        ("budget", true, true),
        ("goal-budget", true, given),
        ("booked", true, booked),
    ];
    let head = columns.iter().filter(|(_, _, shown)| *shown);
    let head = head.map(|(key, numeric, _)| (desk.say(&format!("label.{key}")), *numeric));
    let amount = |amount: Option<f64>| amount.map_or_else(Cell::default, |it| Cell::from(desk.money(it)).sorted_by(it));
    let cells = |first: Cell, when: Cell, sums: [Option<f64>; 3]| {
        let [budget, of_goal, costs] = sums.map(amount);
        let mut cells = vec![first, when, budget];
        cells.extend(given.then_some(of_goal));
        cells.extend(booked.then_some(costs));
        cells
    };
    let some = |sum: f64| Some(sum).filter(|sum| *sum > 0.0);
    let of_goal = |budget: &GoalBudget<'_>| {
        let mut lines: Vec<Line> = Vec::new();
        for activity in &budget.lines {
            let when = Cell::from(period(desk, activity.start, activity.end));
            let costs = some(money::cost_of_activity(model, activity.id()));
            lines
                .push(Line::new(None, cells(desk.link(*activity, &activity.title).into(), when, [activity.budget, None, costs])));
        }
        let name = desk.link(budget.goal, &budget.goal.title);
        lines.push(Line::total(cells(name.into(), Cell::default(), [Some(budget.activities), budget.given, some(budget.costs)])));
        lines
    };
    let sum = |of: &dyn Fn(&GoalBudget<'_>) -> f64| budgets.iter().map(of).sum::<f64>();
    let [all, goals, costs] = [sum(&|it| it.activities), sum(&|it| it.given.unwrap_or_default()), sum(&|it| it.costs)];
    let total =
        Line::total(cells(desk.say("page.costs.all-goals").into(), Cell::default(), [Some(all), some(goals), some(costs)]));
    let lines = budgets.iter().flat_map(of_goal).chain(std::iter::once(total));
    let table = Table::new(desk.say("page.costs.budgets"), head).lines(lines).wide();
    let blocks = Block::figure(draw::budget(desk)).into_iter().chain(table.block());
    let mut part = Part::new("budgets", desk.say("page.costs.budgets"), blocks);
    part.lead = Some(Words::from(desk.say("page.costs.budgets-lead")));
    Some(part)
}

/// Which sums of different tables agree, and which do not.
fn agreement(desk: &Desk<'_>) -> Option<Part> {
    let found = money::comparisons(desk.model(), desk.site.relations, this_year(desk));
    if found.is_empty() {
        return None;
    }
    let columns = [("comparison", false), ("first-sum", true), ("second-sum", true), ("difference", true), ("result", false)];
    let line = |comparison: &Comparison<'_>| {
        let Comparison { one, other, .. } = *comparison;
        let verdict = match (comparison.pair.is_limit(), comparison.agrees()) {
            (false, true) => "page.costs.agrees",
            (false, false) => "page.costs.disagrees",
            (true, true) => "page.costs.within",
            (true, false) => "page.costs.exceeds",
        };
        let amounts = [one, other, one - other].map(|amount| Cell::from(desk.money(amount)).sorted_by(amount));
        Line::new(None, std::iter::once(pair(desk, comparison.pair)).chain(amounts).chain([desk.say(verdict).into()]))
    };
    let table = Table::new(desk.say("page.costs.agreement"), head(desk, columns)).lines(found.iter().map(line)).wide();
    let mut part = Part::new("agreement", desk.say("page.costs.agreement"), table.block());
    let share = |share: f64| desk.locale.percent(100.0 * share);
    let [payments, budgets, grants] = [money::PAYMENTS, money::BUDGETS, money::GRANTS].map(share);
    let args = [("payments", Arg::Text(&payments)), ("budgets", Arg::Text(&budgets)), ("grants", Arg::Text(&grants))];
    part.lead = Some(Words::from(desk.locale.format("page.costs.agreement-lead", &args)));
    Some(part)
}

/// What two sums are.
fn pair(desk: &Desk<'_>, pair: Pair<'_>) -> Cell {
    let of_year = |key: &str, of: u16| {
        let written = year(desk, of);
        Cell::from(desk.locale.format(&format!("page.costs.pair.{key}"), &[("year", Arg::Text(&written))]))
    };
    let of_entry = |key: &str, name: Words| Cell::all([Words::from(desk.say(&format!("page.costs.pair.{key}"))), name]);
    match pair {
        Pair::CostsAndExpenditure(of) => of_year("costs-and-expenditure", of),
        Pair::FinancingAndIncome(of) => of_year("financing-and-income", of),
        Pair::IncomeAndProjects(of) => of_year("income-and-projects", of),
        Pair::ActivitiesAndGoal(goal) => of_entry("activities-and-goal", desk.link(goal, &goal.title)),
        Pair::CostsAndActivity(activity) => of_entry("costs-and-activity", desk.link(activity, &activity.title)),
    }
}
