//! Owns which sums of different tables have to agree, and whether they do: the checks tell where they don't, and a page shows all of them.

use super::{
    agree, cost_of_activity, cost_years, expenditure_of_year, goal_budgets, income_of_year, liquidity, mix_years,
    projects_in_year,
};
use crate::model::kinds::activity::Activity;
use crate::model::kinds::financing::FinancingSource;
use crate::model::kinds::goal::Goal;
use crate::model::{Entry, Model, Relations};

/// What a plan and the payments of the same year may differ by, as a part of the larger one. The guide gives no measure: ours is about half a month of
/// a year, since what is due in December is often paid in January.
pub const PAYMENTS: f64 = 0.05;
/// What a budget may be exceeded by. Ours, and only for rounding: budgets are agreed, not estimated.
pub const BUDGETS: f64 = 0.01;
/// What income from projects may exceed the budgets of projects by. Ours: budgets are spread evenly over the days of a project, and grants are not paid so.
pub const GRANTS: f64 = 0.25;

/// Two sums that have to agree.
#[derive(Clone, Copy, Debug)]
pub enum Pair<'m> {
    /// What a year costs, and what the liquidity plan spends in it.
    CostsAndExpenditure(u16),
    /// The financing of a year, and what comes in according to the liquidity plan.
    FinancingAndIncome(u16),
    /// The budgets of the activities of a goal, which must not exceed the goal's own.
    ActivitiesAndGoal(&'m Entry<Goal>),
    /// The costs booked on an activity, which must not exceed its budget.
    CostsAndActivity(&'m Entry<Activity>),
    /// The income from projects in a year, which must not exceed what the budgets of projects come to in it.
    IncomeAndProjects(u16),
}

impl Pair<'_> {
    /// Whether the second sum is a limit that the first may stay below.
    pub fn is_limit(self) -> bool {
        match self {
            Self::CostsAndExpenditure(_) | Self::FinancingAndIncome(_) => false,
            Self::ActivitiesAndGoal(_) | Self::CostsAndActivity(_) | Self::IncomeAndProjects(_) => true,
        }
    }

    /// What the sums may differ by, or the limit be exceeded by, as a part of the larger one.
    pub fn tolerance(self) -> f64 {
        match self {
            Self::CostsAndExpenditure(_) | Self::FinancingAndIncome(_) => PAYMENTS,
            Self::ActivitiesAndGoal(_) | Self::CostsAndActivity(_) => BUDGETS,
            Self::IncomeAndProjects(_) => GRANTS,
        }
    }
}

/// How two sums compare, in the cluster's currency.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'m> {
    /// What they are.
    pub pair: Pair<'m>,
    /// The first.
    pub one: f64,
    /// The second.
    pub other: f64,
}

impl Comparison<'_> {
    /// Whether the sums agree within the tolerance of their pair.
    pub fn agrees(&self) -> bool {
        self.pair.is_limit() && self.one <= self.other || agree(self.one, self.other, self.pair.tolerance())
    }
}

/// Every pair of sums of which both are told. Income from projects is compared only in `this_year`: projects to come need not be known, and past ones
/// may no longer be listed.
pub fn comparisons<'m>(model: &'m Model, relations: &Relations<'m>, this_year: u16) -> Vec<Comparison<'m>> {
    let standings = liquidity(model);
    let mix = mix_years(model);
    let mut found = Vec::new();
    for year in cost_years(model) {
        if let Some(other) = expenditure_of_year(&standings, year.year) {
            found.push(Comparison { pair: Pair::CostsAndExpenditure(year.year), one: year.total(), other });
        }
    }
    for year in &mix {
        if let Some((one, other)) = year.amount().zip(income_of_year(&standings, year.year)) {
            found.push(Comparison { pair: Pair::FinancingAndIncome(year.year), one, other });
        }
    }
    for budget in goal_budgets(model, relations) {
        if let Some(other) = budget.given {
            found.push(Comparison { pair: Pair::ActivitiesAndGoal(budget.goal), one: budget.activities, other });
        }
    }
    for activity in &model.activities {
        let one = cost_of_activity(model, activity.id());
        if let Some(other) = activity.budget.filter(|_| one > 0.0) {
            found.push(Comparison { pair: Pair::CostsAndActivity(activity), one, other });
        }
    }
    let projects = projects_in_year(model, this_year);
    let earned = mix.iter().find(|year| year.year == this_year && year.amount().is_some());
    let earned = earned.map_or(0.0, |year| year.of_source(FinancingSource::Projects));
    if !model.projects.is_empty() && earned > 0.0 {
        // Spread over days, budgets come to fractions of a coin that would only look exact.
        found.push(Comparison { pair: Pair::IncomeAndProjects(this_year), one: earned, other: projects.round() });
    }
    found
}
