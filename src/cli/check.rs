//! Owns `clustersite check`.

use clap::Args;

use super::{End, Failure, Repository, end, show, tell};
use crate::diag::Format;

/// Find every mistake and gap, and say what to do about each
///
/// All findings of all files come in one run. `clustersite explain RULE` tells why a rule is there; `allow:` in an entry or file sets one
/// aside with a reason.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite check\n  clustersite check my-cluster --profile publish\n  clustersite check --format sarif > findings.sarif"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    repository: Repository,
    /// Form of the findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let (sources, skipped) = arguments.repository.read(&arguments.repository.directory.join("dist"))?;
    let loaded = crate::model::load(&sources, &skipped);
    let outcome = crate::check::check(&sources, &loaded, arguments.repository.today(), arguments.repository.profile());
    show(&outcome.report, &sources, &arguments.repository, arguments.format)?;
    if matches!(arguments.format, Format::Human) && outcome.report.is_empty() {
        tell(&format!("no findings: {} files, {} entries", sources.iter().count(), loaded.model.metas().count()));
    }
    Ok(end(&outcome.report))
}
