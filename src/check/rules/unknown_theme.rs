//! The site's theme is one of those that clustersite has.
//!
//! `theme` under `brand` names the theme that the site and the print document are dressed in; `clustersite theme list` tells which there are. Looks of the
//! cluster's own are made in its folder `theme/`, on top of the theme that is named here.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! brand:
//!   theme: legder <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! brand:
//!   theme: ledger
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule, closest};
use crate::theme;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-theme",
        class: Class::Fault,
        basis: "the settings of a cluster repository",
        text: include_str!("unknown_theme.rs"),
    },
    tool: 25,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let named = context.model.clusters.iter().filter_map(|cluster| Some((cluster, cluster.brand.as_ref()?.theme.as_deref()?)));
    for (cluster, name) in named {
        let known = theme::names();
        if known.iter().any(|theme| theme == name) {
            continue;
        }
        let near = closest(name, known.iter().map(String::as_str));
        let help = near.map_or_else(|| format!("the themes are: {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
        let finding = Finding::new(cluster.at("brand").key("theme"), format!("there is no theme `{name}`"));
        findings.push(finding.help(help));
    }
}
