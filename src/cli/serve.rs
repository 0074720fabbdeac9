//! Owns `clustersite serve`.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::{AudienceArguments, End, Failure, Repository, ThemeArguments, tell, tell_undated};
use crate::Request;
use crate::bundle::Bundle;
use crate::diag::{self, Format};
use crate::page::search::Findable;
use crate::serve::{self, Event, Outcome};
use crate::source::History;

/// Show the site while you write it
///
/// The site is built in memory and served on this computer only. Every save is seen at once; while there are mistakes, they are shown in
/// the page over the last good state.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite serve\n  clustersite serve my-cluster --port 8080 --drafts\n  clustersite serve --audience internal"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    repository: Repository,
    #[command(flatten)]
    audience: AudienceArguments,
    #[command(flatten)]
    theme: ThemeArguments,
    /// Port to listen on [default: 4400, or the next that is free]
    #[arg(long)]
    port: Option<u16>,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let root = arguments.repository.directory.clone();
    let ignore = root.join("dist");
    arguments.repository.read(&ignore)?;
    let repository =
        Repository { directory: root.clone(), profile: arguments.repository.profile, date: arguments.repository.date };
    let (audience, theme) = (arguments.audience.audience(), arguments.theme.theme);
    let output = ignore.clone();
    let mut history = repository.history(None).inspect_err(tell_undated).ok();
    let build = move |_: Option<&[PathBuf]>| {
        // Asked for every time: a commit changes days without changing a file.
        history = repository.history(history.as_ref()).ok();
        rebuild(&repository, history.as_ref(), audience, theme, &output)
    };
    let options = serve::Options {
        root,
        ignore,
        port: arguments.port,
        on_ready: Box::new(|address| {
            tell(&format!("serving {address} (Ctrl-C ends it); the document as it prints: {address}print/"));
        }),
        on_event: Box::new(|event| match event {
            Event::Changed(_) => {}
            Event::Panicked(why) => tell(&format!("the build broke down: {why}")),
            Event::Unwatched(why) => tell(&format!("changes can't be watched: {why}")),
        }),
    };
    serve::run(options, build).map_err(|error| Failure { help: error.help().map(str::to_owned), message: error.to_string() })?;
    Ok(End::Clean)
}

/// Builds the site anew and says what was found.
fn rebuild(
    repository: &Repository,
    history: Option<&History>,
    audience: crate::model::Audience,
    theme: Option<&'static str>,
    output: &std::path::Path,
) -> Outcome {
    let (mut sources, skipped) = match repository.read(output) {
        Ok(read) => read,
        Err(failure) => return Outcome::Failed(failure.message),
    };
    if let Some(history) = history {
        sources = sources.dated(history);
    }
    let request = Request { audience, profile: repository.profile(), today: repository.today(), at_root: true, theme };
    let built = crate::build(&sources, &skipped, &request, &|| {});
    let shown = diag::render(&built.report, &sources, Format::Human, &super::options(&std::io::stderr(), repository));
    if !shown.is_empty() {
        tell(&shown);
    }
    match built.bundle {
        Some(bundle) => Outcome::Good(site(bundle, built.findable)),
        None => {
            let plain = diag::Options { colour: false, ..super::options(&std::io::stderr(), repository) };
            Outcome::Failed(diag::render(&built.report, &sources, Format::Human, &plain))
        }
    }
}

/// Gives the files of a site. Its search index is dear, so it is made when the search is first used after a build, and never for most builds.
#[cfg(feature = "search")]
fn site(bundle: Bundle, findable: Vec<Findable>) -> serve::Site {
    let index = std::sync::OnceLock::new();
    let make = move |bundle: &Bundle| {
        crate::search::index(bundle, &findable).unwrap_or_else(|error| {
            tell(&error.to_string());
            Bundle::default()
        })
    };
    Arc::new(move |path| {
        let searched = || path.starts_with(crate::search::FOLDER).then(|| index.get_or_init(|| make(&bundle)).get(path).cloned());
        bundle.get(path).cloned().or_else(|| searched().flatten())
    })
}

/// Gives the files of a site: this program was made without the search.
#[cfg(not(feature = "search"))]
fn site(bundle: Bundle, _: Vec<Findable>) -> serve::Site {
    Arc::new(move |path| bundle.get(path).cloned())
}
