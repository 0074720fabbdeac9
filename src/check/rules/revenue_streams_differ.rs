//! The revenue streams of the canvas are those of the financing mix.
//!
//! The guide has financing thought of from the beginning, with the canvas, because a financial model is hard to change later. Where the canvas
//! promises a source that the financing table does not know, or the table lives on one that the canvas leaves out, one of the two is out of date. The
//! rule compares sources, not amounts, from this year on, and only where streams say under `source` which one they belong to.
//!
//! # Bad
//! ```yaml
//! # file: strategy/canvas.yaml
//! revenue-streams:
//!   - {title: Fees for courses, source: service-fees}
//!   - title: Stands at fairs that sponsors pay for
//!     source: sponsoring <-- here
//! # file: finance/financing.csv
//! source,year,amount
//! service-fees,2026,40000
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/canvas.yaml
//! revenue-streams:
//!   - {title: Fees for courses, source: service-fees}
//!   - {title: The region, source: baseline-public}
//! # file: finance/financing.csv
//! source,year,amount
//! service-fees,2026,40000
//! baseline-public,2026,60000
//! ```

use std::collections::BTreeMap;

use crate::check::{Check, Context, Finding, financing_mix};
use crate::diag::{Class, Rule};
use crate::model::kinds::financing::{Financing, FinancingSource};
use crate::model::money::mix_years;
use crate::model::{Choice, Entry};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "revenue-streams-differ",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: financing is considered from the business canvas on",
        text: include_str!("revenue_streams_differ.rs"),
    },
    tool: 12,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(present) = financing_mix::present(context).map(|year| year.year).filter(|_| !context.loaded.partial) else { return };
    let mut paying = BTreeMap::<FinancingSource, &Entry<Financing>>::new();
    for year in mix_years(context.model).into_iter().filter(|year| year.year >= present) {
        for row in year.rows.iter().filter(|row| year.value(row) > 0.0) {
            for source in row.sources() {
                paying.entry(source).or_insert(row);
            }
        }
    }
    for canvas in &context.model.canvases {
        let promised = canvas.revenue_streams.iter().enumerate().filter_map(|(index, stream)| Some((index, stream.source?)));
        let promised: Vec<(usize, FinancingSource)> = promised.collect();
        if promised.is_empty() || paying.is_empty() {
            return;
        }
        for (index, source) in promised.iter().filter(|(_, source)| !paying.contains_key(source)) {
            let message = format!("the financing table has no money of the source `{}` from {present} on", source.as_str());
            let found = Finding::new(canvas.at("revenue-streams").item(*index).key("source"), message);
            findings.push(found.help("add the source to the financing table, or correct the stream"));
        }
        for (source, row) in paying.iter().filter(|(source, _)| !promised.iter().any(|(_, known)| known == *source)) {
            let message = format!("no revenue stream of the canvas has the source `{}`, which the financing table has", source.as_str());
            let found = Finding::new(canvas.at("revenue-streams"), message).help("add the stream to the canvas, with its `source`");
            findings.push(found.related(row.at("source"), "the money in the table"));
        }
    }
}
