//! Owns `clustersite theme`: which themes there are, how to take a file of one over, and what templates get.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{End, Failure, Repository, ThemeArguments, print, tell};
use crate::diag::closest;
use crate::render::reference::reference;
use crate::{model, theme};

/// Show the themes, take over a file of one to change it, or tell what templates get
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite theme list\n  clustersite theme eject home.html\n  clustersite theme eject chart.css --directory my-cluster\n  clustersite theme reference > themes.md"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// List the themes that `theme` under `brand` in cluster.yaml can name
    List,
    /// Copy a template, style sheet, script or list of words into the repository's theme/, where yours stands in for the built-in one
    ///
    /// A file that is there already is left as it is. Without a name, lists the files.
    Eject(EjectArguments),
    /// Print what templates get, the blocks and components, properties and classes, as Markdown
    Reference,
}

#[derive(Args)]
struct EjectArguments {
    /// Name of the file, such as home.html, chart.css or lang/fr.yaml
    file: Option<String>,
    /// Folder that holds cluster.yaml
    #[arg(long, default_value = ".", value_name = "DIR")]
    directory: PathBuf,
    #[command(flatten)]
    theme: ThemeArguments,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    match &arguments.command {
        Command::List => list(),
        Command::Eject(arguments) => eject(arguments),
        Command::Reference => print(&reference()).map(|()| End::Clean),
    }
}

/// The theme of a name, for the command line.
pub(super) fn name(text: &str) -> Result<&'static str, String> {
    let known = theme::names().iter().map(String::as_str);
    let found = known.clone().find(|name| *name == text);
    found.ok_or_else(|| match closest(text, known.clone()) {
        Some(near) => format!("there is no such theme; did you mean `{near}`?"),
        None => format!("there is no such theme; the themes are: {}", known.collect::<Vec<_>>().join(", ")),
    })
}

fn list() -> Result<End, Failure> {
    let width = theme::names().iter().map(|name| name.chars().count()).max().unwrap_or(0);
    for name in theme::names() {
        if let Some(Ok(settings)) = theme::settings(name) {
            print(&format!("{name:width$}  {}\n", settings.description))?;
        }
    }
    Ok(End::Clean)
}

fn eject(arguments: &EjectArguments) -> Result<End, Failure> {
    let repository = Repository { directory: arguments.directory.clone(), profile: None, date: None };
    let (sources, skipped) = repository.read(&arguments.directory.join("dist"))?;
    if sources.find("cluster.yaml").is_none() {
        return Err(Failure::new(format!("there is no cluster.yaml in `{}`", arguments.directory.display()))
            .help("name the repository's folder with --directory, or begin one with `clustersite init`"));
    }
    let loaded = model::load(&sources, &skipped);
    let brand = loaded.model.cluster().and_then(|cluster| cluster.brand.as_ref());
    let named = brand.and_then(|brand| brand.theme.as_deref());
    let theme = arguments.theme.theme.or(named).unwrap_or(theme::DEFAULT);
    let editable = || theme::all_paths(theme).into_iter().filter(|path| is_text(path));
    let Some(wanted) = &arguments.file else {
        print(&editable().map(|path| path + "\n").collect::<String>())?;
        return Ok(End::Clean);
    };
    let Some((path, bytes)) = theme::find(theme, wanted).filter(|(path, _)| is_text(path)) else {
        let paths: Vec<String> = editable().collect();
        let bare = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let names: Vec<String> = paths.iter().map(|path| bare(path)).chain(paths.iter().cloned()).collect();
        let help = closest(wanted, names.iter().map(String::as_str))
            .map_or_else(|| "`clustersite theme eject` lists the files".to_owned(), |near| format!("did you mean `{near}`?"));
        return Err(Failure::new(format!("the theme `{theme}` has no file `{wanted}`")).help(help));
    };
    let target = arguments.directory.join("theme").join(&path);
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Failure::new(format!("`{}` is there already, and is left as it is", target.display()))
                .help("take it away first if you want the built-in one")
        }
        _ => Failure::new(format!("can't write `{}`: {error}", target.display())),
    };
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = std::fs::File::options().write(true).create_new(true).open(&target).map_err(failed)?;
    file.write_all(&bytes).map_err(failed)?;
    tell(&format!("{} is yours now; it stands in for the one of the theme `{theme}`", target.display()));
    Ok(End::Clean)
}

/// Whether a file of a theme is one to change by hand.
fn is_text(path: &str) -> bool {
    [".html", ".css", ".js", ".yaml"].iter().any(|ending| path.ends_with(ending))
}
