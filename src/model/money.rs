//! Owns the sums of money: the financing mix, the costs and the budgets, and whether sums of different tables agree; apart so that checks, pages
//! and pictures never disagree about a number.

use std::collections::BTreeMap;

use super::kinds::activity::{Activity, ActivityStatus};
use super::kinds::cost::{Cost, CostCategory};
use super::kinds::financing::{Financing, FinancingSource};
use super::kinds::goal::Goal;
use super::{Entry, Id, Model, Relations};

mod agreement;
mod liquidity;

pub use agreement::{BUDGETS, Comparison, GRANTS, PAYMENTS, Pair, comparisons};
pub use liquidity::{Standing, expenditure_of_year, income_of_year, liquidity, paid_in_year};

/// Whether two sums that should be one agree: they differ by no more than `tolerance`, a part of the larger one.
pub fn agree(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * one.abs().max(other.abs()) + CENT
}

/// What sums of decimal fractions may be off by when computers add them; less than any coin.
const CENT: f64 = 0.005;

/// What the figures of a year of financing are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figures {
    /// Amounts, in the cluster's currency.
    Amounts,
    /// Shares of the whole, in per cent.
    Shares,
}

/// The financing of one year.
#[derive(Clone, Debug)]
pub struct MixYear<'m> {
    /// The year.
    pub year: u16,
    /// Its rows, in the order of the file; never empty.
    pub rows: Vec<&'m Entry<Financing>>,
    /// What its figures are: amounts, as soon as one row has one.
    pub figures: Figures,
}

impl MixYear<'_> {
    /// The figure of a row in the unit of the year; zero where the row has none.
    pub fn value(&self, row: &Financing) -> f64 {
        let value = match self.figures {
            Figures::Amounts => row.amount,
            Figures::Shares => row.share,
        };
        value.unwrap_or_default()
    }

    fn sum(&self, keep: impl Fn(&Financing) -> bool) -> f64 {
        self.rows.iter().filter(|row| keep(row)).map(|row| self.value(row)).sum()
    }

    /// Sum of all rows, in the unit of the year.
    pub fn total(&self) -> f64 {
        self.sum(|_| true)
    }

    /// Sum of all rows in the cluster's currency; nothing where only shares are told.
    pub fn amount(&self) -> Option<f64> {
        (self.figures == Figures::Amounts).then(|| self.total())
    }

    fn share(&self, part: f64) -> Option<f64> {
        let total = self.total();
        (total > 0.0).then(|| part / total)
    }

    /// Share that members and the market pay for certain, 0 to 1; nothing where there is no money.
    pub fn private_share(&self) -> Option<f64> {
        self.share(self.sum(|row| row.is_private() == Some(true)))
    }

    /// Share of which it is not told whether it is private, 0 to 1.
    pub fn unclear_share(&self) -> Option<f64> {
        self.share(self.sum(|row| row.is_private().is_none()))
    }

    /// Share that is secured beyond the end of the year, 0 to 1.
    pub fn secured_share(&self) -> Option<f64> {
        let beyond = |row: &Financing| row.secured_until.is_some_and(|until| i32::from(until.0.year()) > i32::from(self.year));
        self.share(self.sum(beyond))
    }

    /// Sum of one source that stands alone, in the unit of the year.
    pub fn of_source(&self, source: FinancingSource) -> f64 {
        self.sum(|row| row.sources() == [source])
    }
}

/// The years of the financing, earliest first.
pub fn mix_years(model: &Model) -> Vec<MixYear<'_>> {
    let mut years = BTreeMap::<u16, Vec<&Entry<Financing>>>::new();
    for row in &model.financing {
        years.entry(row.year).or_default().push(row);
    }
    let figures = |rows: &[&Entry<Financing>]| match rows.iter().all(|row| row.amount.is_none()) {
        true => Figures::Shares,
        false => Figures::Amounts,
    };
    years.into_iter().map(|(year, rows)| MixYear { year, figures: figures(&rows), rows }).collect()
}

/// The costs of one year.
#[derive(Clone, Debug)]
pub struct CostYear<'m> {
    /// The year.
    pub year: u16,
    /// Its rows, in the order of the file; never empty.
    pub rows: Vec<&'m Entry<Cost>>,
}

impl CostYear<'_> {
    /// Sum of all rows, in the cluster's currency.
    pub fn total(&self) -> f64 {
        self.rows.iter().map(|row| row.amount).sum()
    }

    /// Sum of one category.
    pub fn of_category(&self, category: CostCategory) -> f64 {
        self.rows.iter().filter(|row| row.category == category).map(|row| row.amount).sum()
    }
}

/// The years of the costs, earliest first.
pub fn cost_years(model: &Model) -> Vec<CostYear<'_>> {
    let mut years = BTreeMap::<u16, Vec<&Entry<Cost>>>::new();
    for row in &model.costs {
        years.entry(row.year).or_default().push(row);
    }
    years.into_iter().map(|(year, rows)| CostYear { year, rows }).collect()
}

/// What pays for the costs of a year, in the cluster's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// The year.
    pub year: u16,
    /// What the year costs.
    pub cost: f64,
    /// What comes in.
    pub income: f64,
    /// What public baseline funding and projects leave open, so that fees, services and sponsors have to pay for it. Never below zero.
    pub left_to_fees: f64,
    /// What fees, services and sponsors bring.
    pub fees: f64,
}

/// Costs beside financing, for each year of which both are told as amounts.
pub fn covers(model: &Model) -> Vec<Cover> {
    let costs = cost_years(model);
    let cover = |mix: MixYear<'_>| {
        let cost = costs.iter().find(|cost| cost.year == mix.year)?.total();
        let income = mix.amount()?;
        let fees = mix.sum(|row| row.is_private() == Some(true));
        Some(Cover { year: mix.year, cost, income, left_to_fees: (cost - (income - fees)).max(0.0), fees })
    };
    mix_years(model).into_iter().filter_map(cover).collect()
}

/// Whether an activity counts in sums: it has not been given up.
fn counts(activity: &Activity) -> bool {
    activity.status != Some(ActivityStatus::Cancelled)
}

/// What is planned for a goal and its activities.
#[derive(Clone, Debug)]
pub struct GoalBudget<'m> {
    /// The goal.
    pub goal: &'m Entry<Goal>,
    /// Budget that the goal itself is given.
    pub given: Option<f64>,
    /// Sum of the budgets of its activities.
    pub activities: f64,
    /// Activities with a budget, in the order of the plan.
    pub lines: Vec<&'m Entry<Activity>>,
    /// What the table of costs spends on the goal.
    pub costs: f64,
}

/// The budget of one goal.
pub fn goal_budget<'m>(model: &'m Model, relations: &Relations<'m>, goal: &'m Entry<Goal>) -> GoalBudget<'m> {
    let counted = |activity: &&Entry<Activity>| counts(activity) && activity.budget.is_some();
    let lines: Vec<_> = relations.activities(goal.id()).iter().copied().filter(counted).collect();
    let activities = sum_of_activities(lines.iter().copied()).unwrap_or_default();
    let costs = model.costs.iter().filter(|cost| goal_of(model, cost).is_some_and(|id| id == goal.id()));
    GoalBudget { goal, given: goal.budget, activities, lines, costs: costs.map(|cost| cost.amount).sum() }
}

/// Budgets by goal, in the order of the goals; goals on which there is no money are left out.
pub fn goal_budgets<'m>(model: &'m Model, relations: &Relations<'m>) -> Vec<GoalBudget<'m>> {
    let with_money = |budget: &GoalBudget<'_>| budget.given.is_some() || budget.activities > 0.0 || budget.costs > 0.0;
    model.goals.iter().map(|goal| goal_budget(model, relations, goal)).filter(with_money).collect()
}

/// Sum of the budgets of activities without those that have been given up; nothing where none has a budget.
pub fn sum_of_activities<'m>(activities: impl IntoIterator<Item = &'m Entry<Activity>>) -> Option<f64> {
    let budgets = activities.into_iter().filter(|activity| counts(activity)).filter_map(|activity| activity.budget);
    budgets.reduce(|sum, budget| sum + budget)
}

/// The goal that a cost is spent for: its own, else that of its activity.
pub fn goal_of<'m>(model: &'m Model, cost: &'m Cost) -> Option<&'m Id> {
    let own = cost.goal.as_ref().and_then(|goal| model.get(goal));
    let of_activity = || model.get(model.get(cost.activity.as_ref()?)?.goal.as_ref()?);
    own.or_else(of_activity).map(Entry::id)
}

/// Whether there is anything of a financial plan: costs, liquidity or budgets.
pub fn has_plan(model: &Model) -> bool {
    let serves = |activity: &Activity| activity.goal.as_ref().is_some_and(|goal| model.get(goal).is_some());
    let budgets = model.goals.iter().any(|goal| goal.budget.is_some())
        || model.activities.iter().any(|activity| activity.budget.is_some() && counts(activity) && serves(activity));
    budgets || !model.costs.is_empty() || !model.cash_flows.is_empty()
}

/// What the table of costs spends on an activity, over all years.
pub fn cost_of_activity(model: &Model, activity: &Id) -> f64 {
    let of_it = |cost: &&Entry<Cost>| cost.activity.as_ref().and_then(|it| model.get(it)).is_some_and(|it| it.id() == activity);
    model.costs.iter().filter(of_it).map(|cost| cost.amount).sum()
}

/// What the budgets of projects come to in a year, each spread evenly over the days from its first to its last.
pub fn projects_in_year(model: &Model, year: u16) -> f64 {
    use super::kinds::project::ProjectStatus;
    let Ok(first) = jiff::civil::Date::new(i16::try_from(year).unwrap_or(i16::MAX), 1, 1) else { return 0.0 };
    let last = first.last_of_year();
    let days = |from: jiff::civil::Date, to: jiff::civil::Date| (to.duration_since(from).as_hours() / 24 + 1) as f64;
    let live = model.projects.iter().filter(|project| project.status != Some(ProjectStatus::Cancelled));
    let part = |project: &Entry<super::kinds::project::Project>| {
        let (budget, start, end) = (project.budget?, project.start?.0, project.end?.0);
        let (from, to) = (start.max(first), end.min(last));
        (start <= end && from <= to).then(|| budget * days(from, to) / days(start, end))
    };
    live.filter_map(part).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::load;
    use crate::source::Sources;

    fn model(files: &[(&str, &str)]) -> Model {
        let cluster = [("cluster.yaml", "name: A\nlanguages: [en]\n")];
        load(&Sources::from_memory(cluster.iter().chain(files).copied()), &[]).model
    }

    #[test]
    fn a_figure_of_both_sides_is_neither_private_nor_public() {
        let model = model(&[(
            "finance/financing.csv",
            "source,with,year,share\nbaseline-public,,2021,39\nmembership-fees,,2021,25\nservice-fees,projects,2021,36\n",
        )]);
        let years = mix_years(&model);
        let [year] = &years[..] else { panic!("{years:?}") };
        assert_eq!((year.figures, year.total(), year.amount()), (Figures::Shares, 100.0, None));
        assert_eq!((year.private_share(), year.unclear_share()), (Some(0.25), Some(0.36)));
        assert_eq!(year.rows[2].code(), "service-fees+projects");
    }

    #[test]
    fn costs_are_set_against_income_and_what_is_left_to_fees() {
        let model = model(&[
            ("finance/financing.csv", "source,year,amount\nbaseline-public,2026,60\nmembership-fees,2026,30\nprojects,2027,9\n"),
            ("finance/costs.csv", "category,year,amount\npersonnel,2026,80\nrent,2026,20\n"),
        ]);
        let cover = Cover { year: 2026, cost: 100.0, income: 90.0, left_to_fees: 40.0, fees: 30.0 };
        assert_eq!(covers(&model), [cover]);
    }

    #[test]
    fn budgets_are_summed_by_goal_without_what_was_given_up() {
        let model = model(&[
            ("strategy/goals.yaml", "a: {title: A, budget: 9}\nb: {title: B}\n"),
            (
                "strategy/activities.yaml",
                "x: {title: X, goal: a, budget: 5}\ny: {title: Y, goal: a, budget: 7, status: cancelled}\nz: {title: Z, goal: a}\n",
            ),
            ("finance/costs.csv", "category,year,amount,activity,goal\nother,2026,2,x,\nother,2027,3,,a\n"),
        ]);
        let relations = Relations::new(&model);
        let budgets = goal_budgets(&model, &relations);
        let [a] = &budgets[..] else { panic!("{budgets:?}") };
        assert_eq!((a.given, a.activities, a.lines.len(), a.costs), (Some(9.0), 5.0, 1, 5.0));
        assert_eq!(cost_of_activity(&model, a.lines[0].id()), 2.0);
    }

    #[test]
    fn budgets_of_projects_are_spread_over_their_days() {
        let model = model(&[(
            "projects.yaml",
            "a: {title: A, budget: 730, start: 2026-01-01, end: 2027-12-31}\nb: {title: B, budget: 9, start: 2027-01-01}\nc: {title: C, budget: 9, start: 2026-02-01, end: 2026-01-01}\n",
        )]);
        assert_eq!([2025, 2026, 2027, 2028].map(|year| projects_in_year(&model, year)), [0.0, 365.0, 365.0, 0.0]);
    }

    #[test]
    fn sums_agree_within_their_tolerance() {
        assert!(agree(0.1 + 0.2, 0.3, 0.0) && agree(100.0, 95.0, 0.05) && !agree(100.0, 94.0, 0.05) && agree(0.0, 0.0, 0.05));
    }
}
