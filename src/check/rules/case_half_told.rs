//! A case is told to its end.
//!
//! The guide tells cases in two forms: as four panels, from the challenge through the objective and what made it succeed to the
//! result, or as successes, challenges and lessons learned. A success without what it took, or a failure without its lesson, gives
//! nobody something to go by. Either form is enough; one that has been begun is completed.
//!
//! # Bad
//! ```yaml
//! # file: cases.yaml
//! log-yard: <-- here
//!   title: The shared log yard
//!   challenge: [Logs left the valley unsawn]
//!   result: [Two thirds of them are sawn here]
//! ```
//!
//! # Good
//! ```yaml
//! # file: cases.yaml
//! log-yard:
//!   title: The shared log yard
//!   challenge: [Logs left the valley unsawn]
//!   objective: [One yard for six small sawmills]
//!   instigators: [The mayor of the village below the pass]
//!   factors: [Prices that everybody may see]
//!   result: [Two thirds of them are sawn here]
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "case-half-told",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 1, Relevance: examples; Part 2, Initiation 4/4: lessons learned",
        text: include_str!("case_half_told.rs"),
    },
    tool: 34,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for case in &context.model.cases {
        let panels: [(&'static str, bool); 4] = [
            ("challenge", !case.challenge.is_empty()),
            ("objective", !case.objective.is_empty()),
            ("factors", !case.factors.is_empty() || !case.instigators.is_empty()),
            ("result", !case.result.is_empty()),
        ];
        let lessons: [(&'static str, bool); 3] = [
            ("successes", !case.successes.is_empty()),
            ("challenges", !case.challenges.is_empty()),
            ("lessons", !case.lessons.is_empty()),
        ];
        let begun = |parts: &[(&str, bool)]| parts.iter().any(|(_, told)| *told);
        let mut open: Vec<&'static str> = Vec::new();
        for (parts, other) in [(&panels[..], &lessons[..]), (&lessons[..], &[])] {
            // Of a case that says nothing yet, the panels are asked for.
            if begun(parts) || !other.is_empty() && !begun(other) {
                open.extend(parts.iter().filter(|(_, told)| !told).map(|(key, _)| *key));
            }
        }
        if let Some(first) = open.first() {
            let message = format!("the case `{}` says nothing of its {}", case.id(), open.join(", "));
            findings.push(Finding::new(case.at(first), message).help("tell it under these keys, in a line each"));
        }
    }
}
