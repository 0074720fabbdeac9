//! A benchmark says what is compared, and with which value of the peers.
//!
//! An own value alone is a measurement and belongs to the indicators. The guide wants the comparison, for it starts the conversation with
//! peers who do better. So a benchmark has a title or an indicator, and the middle or the best value of the peers.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/benchmarks.yaml
//! use: <-- here
//!   title: Members that use services
//!   own: 57
//!   year: 2025
//!   source: Comparison of the Circle
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/benchmarks.yaml
//! use: {title: Members that use services, own: 57, best: 83, year: 2025, source: Comparison of the Circle}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "benchmark-incomplete",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 1, Dos and don’ts in cluster policy: benchmark with peers",
        text: include_str!("benchmark_incomplete.rs"),
    },
    tool: 31,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for benchmark in &context.model.benchmarks {
        let mut tell = |key, message: String, help: &str| findings.push(Finding::new(benchmark.at(key), message).help(help));
        if benchmark.title.is_none() && benchmark.indicator.is_none() {
            tell("title", format!("the benchmark `{}` does not say what is compared", benchmark.id()), "name an `indicator`, or give it a `title`");
        }
        if benchmark.median.is_none() && benchmark.best.is_none() {
            let message = format!("the benchmark `{}` has no value of peers", benchmark.id());
            tell("median", message, "add their `median`, their `best` value, or both");
        }
    }
}
