//! Income from projects comes from projects that are told of.
//!
//! The guide names projects as the third source of money, paid for the effort that they take. So what the financing expects of them this
//! year can't be much more than what their budgets come to in it. The method is ours: a budget is spread evenly over the days of its
//! project, and a quarter more is let pass, since grants are not paid evenly. Years before and after are left alone, because past
//! projects may no longer be listed and future ones not be known yet.
//!
//! # Bad
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! projects,2026,90000 <-- here
//! # file: projects.yaml
//! wall: {title: A wall in a day, budget: 50000, start: 2026-01-01, end: 2026-12-31}
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! projects,2026,50000
//! # file: projects.yaml
//! wall: {title: A wall in a day, budget: 50000, start: 2026-01-01, end: 2026-12-31}
//! ```

use crate::check::{Check, Context, Finding, agreement};
use crate::diag::{Class, Rule};
use crate::model::kinds::financing::{Financing, FinancingSource};
use crate::model::money::Pair;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "project-income-unexplained",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: relevant financing sources",
        text: include_str!("project_income_unexplained.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for found in agreement::broken(context) {
        let Pair::IncomeAndProjects(year) = found.pair else { continue };
        let Some(row) = context.model.financing.iter().find(|row| is_of_projects(row, year)) else { continue };
        let (one, other) = (found.one, found.other);
        let message = format!("projects are to bring {one} in {year}, but their budgets come to {other} in it");
        findings.push(Finding::new(row.at("amount"), message).help("add the projects that are missing, or correct the amount"));
    }
}

fn is_of_projects(row: &Financing, year: u16) -> bool {
    row.year == year && row.sources() == [FinancingSource::Projects]
}
