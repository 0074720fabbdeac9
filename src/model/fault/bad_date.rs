//! Dates are written year, month, day: `2026-03-31`.
//!
//! In some countries 03/04/2026 is the third of April and in others the fourth of March, so only the one form is read that means
//! the same everywhere. The day has to exist: there is no 30 February. Where a period is asked for, a year (`2026`), half-year
//! (`2026-H1`), quarter (`2026-Q2`) or month (`2026-05`) will do.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   due: 31.12.2028 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   due: 2028-12-31
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "bad-date",
    class: Class::Fault,
    basis: "ISO 8601-1, calendar dates (YYYY-MM-DD) and periods",
    text: include_str!("bad_date.rs"),
};
