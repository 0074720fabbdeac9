//! Owns `clustersite build`.

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::{AudienceArguments, End, Failure, Repository, ThemeArguments, end, progress, show, tell, tell_undated};
use crate::bundle::Bundle;
use crate::diag::Format;
use crate::page::search::Findable;
use crate::{Request, write};

/// Check the repository and publish the site
///
/// With findings at error level nothing is written and the former output stays as it is. Publication is one step: readers see the old
/// site or the new one, and files that have not changed are not touched.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite build\n  clustersite build my-cluster --output /srv/www/strategy\n  clustersite build --audience members --output members-site\n  clustersite build --theme ledger --output trial"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    repository: Repository,
    #[command(flatten)]
    audience: AudienceArguments,
    #[command(flatten)]
    theme: ThemeArguments,
    /// Folder to publish into [default: DIR/dist]
    #[arg(long, short, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Folder that keeps pictures between builds; it may be deleted at any time [default: DIR/.clustersite/pictures]
    #[arg(long, value_name = "FOLDER")]
    cache: Option<PathBuf>,
    /// Form of the findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// Where pictures are kept between builds. The folder keeps itself out of git, and its dot keeps it out of what is read.
pub(super) const CACHE: &str = ".clustersite/pictures";

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let start = Instant::now();
    let output = arguments.output.clone().unwrap_or_else(|| arguments.repository.directory.join("dist"));
    let (mut sources, skipped) = arguments.repository.read(&output)?;
    match arguments.repository.history(None) {
        Ok(history) => sources = sources.dated(&history),
        Err(why) => tell_undated(&why),
    }
    let request = Request {
        audience: arguments.audience.audience(),
        profile: arguments.repository.profile(),
        today: arguments.repository.today(),
        at_root: false,
        theme: arguments.theme.theme,
    };
    let bar = progress("{spinner} {pos} pages");
    let cache = arguments.cache.clone().unwrap_or_else(|| arguments.repository.directory.join(CACHE));
    let cache = write::Stash::new(cache);
    let built = crate::build_with(&sources, &skipped, &request, &|| bar.inc(1), Some(&cache));
    bar.finish_and_clear();
    show(&built.report, &sources, &arguments.repository, arguments.format)?;
    let Some(bundle) = built.bundle else {
        tell("nothing was published; the former site is as it was");
        return Ok(End::Findings);
    };
    let bundle = searchable(bundle, &built.findable)?;
    let published = write::publish(&bundle, &output, Some(&arguments.repository.directory))
        .map_err(|error| Failure { help: error.help().map(str::to_owned), message: error.to_string() })?;
    cache.prune();
    let pages = bundle.iter().filter(|(path, _)| path.ends_with(".html")).count();
    tell(&format!(
        "{pages} pages in {}: {} files written, {} unchanged, {} removed ({:.2} s)",
        output.display(),
        published.written,
        published.unchanged,
        published.removed,
        start.elapsed().as_secs_f64()
    ));
    Ok(end(&built.report))
}

/// The site with the files that its search page needs.
#[cfg(feature = "search")]
fn searchable(mut bundle: Bundle, findable: &[Findable]) -> Result<Bundle, Failure> {
    crate::search::add(&mut bundle, findable).map_err(|error| Failure { help: None, message: error.to_string() })?;
    Ok(bundle)
}

/// The site as it is: this program was made without the search.
#[cfg(not(feature = "search"))]
fn searchable(bundle: Bundle, _: &[Findable]) -> Result<Bundle, Failure> {
    Ok(bundle)
}
