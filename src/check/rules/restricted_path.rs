//! Every path under `restrict` is that of a file or folder.
//!
//! Tables and pictures can't say themselves who may see them, so `restrict` in `cluster.yaml` says it for them, by path. A path
//! that is misspelt, or that was right until somebody renamed the folder, protects nothing, and what it was to protect is public.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! restrict:
//!   assets/minute: internal <-- here
//! # file: assets/minutes/2026-05.txt
//! Minutes of the executive board
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! restrict:
//!   assets/minutes: internal
//! # file: assets/minutes/2026-05.txt
//! Minutes of the executive board
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule, closest};
use crate::model::restricted_path;
use crate::syntax::excerpt;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "restricted-path",
        class: Class::Conflict,
        basis: "Format of a cluster repository: `restrict` in cluster.yaml",
        text: include_str!("restricted_path.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // Files, and every folder on the way to one.
    let mut paths: BTreeSet<&str> = BTreeSet::new();
    for (_, file) in context.sources.iter() {
        let slashes = file.path.match_indices('/').map(|(at, _)| &file.path[..at]);
        paths.extend(slashes.chain([file.path.as_str()]));
    }
    for cluster in &context.model.clusters {
        for written in cluster.restrict.keys() {
            let path = restricted_path(written);
            if paths.contains(path) {
                continue;
            }
            let help = closest(path, paths.iter().copied()).map_or_else(
                || "write the path from the folder of cluster.yaml, such as `assets/minutes`, or take the line out".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let place = cluster.at("restrict").key(written);
            findings.push(Finding::new(place, format!("`{}` restricts nothing: there is no such file or folder", excerpt(written))).help(help));
        }
    }
}
