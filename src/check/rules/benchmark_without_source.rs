//! A benchmark says where the values of the peers come from, and of which year they are.
//!
//! The guide recommends comparing oneself with peers in order to learn from them. A comparison that nobody can look up teaches nothing,
//! and a value of this year beside values of five years ago misleads, so source and year belong to it.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/benchmarks.yaml
//! use: <-- here
//!   title: Members that use services
//!   own: 57
//!   median: 51
//!   year: 2025
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/benchmarks.yaml
//! use: {title: Members that use services, own: 57, median: 51, year: 2025, source: Comparison of the Circle}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "benchmark-without-source",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 1, Dos and don’ts in cluster policy: benchmark with peers",
        text: include_str!("benchmark_without_source.rs"),
    },
    tool: 31,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for benchmark in &context.model.benchmarks {
        for (key, there) in [("source", benchmark.source.is_some()), ("year", benchmark.year.is_some())] {
            if !there {
                let message = format!("the benchmark `{}` has no {key}", benchmark.id());
                findings.push(Finding::new(benchmark.at(key), message).help("copy it from where the values of the peers stand"));
            }
        }
    }
}
