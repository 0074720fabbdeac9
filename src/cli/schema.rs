//! Owns `clustersite schema`.

use std::path::PathBuf;

use clap::Args;

use super::{End, Failure, print, tell};
use crate::diag::closest;
use crate::model::{Form, Kind, schema::file_schema};

/// Write the JSON Schema of a kind of file, for editors to complete and check by
///
/// Without a kind, lists the kinds with the files that they are written in. With --all, writes every schema into a folder, and a settings file
/// for VS Code that assigns them.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite schema goal\n  clustersite schema goal --list\n  clustersite schema --all .schemas"
)]
pub(super) struct Arguments {
    /// Kind of content: goal, service, indicator, …
    kind: Option<String>,
    /// The schema of a file that lists entries by id, not of one entry
    #[arg(long)]
    list: bool,
    /// Write the schemas of all kinds into this folder
    #[arg(long, value_name = "FOLDER", conflicts_with = "kind")]
    all: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    if let Some(folder) = &arguments.all {
        return write_all(folder);
    }
    let Some(name) = &arguments.kind else {
        let width = Kind::ALL.iter().map(|kind| kind.name().len()).max().unwrap_or(0);
        let line = |kind: &Kind| {
            let stem = kind.layout().stem;
            let files = match kind.layout().form {
                Form::Single => format!("{stem}.yaml or {stem}.md"),
                Form::Many | Form::Rows | Form::Grouped(_) => format!("{stem}.yaml, {stem}.csv, {stem}/ID.yaml or {stem}/ID.md"),
            };
            format!("{:width$}  {files}\n", kind.name())
        };
        print(&Kind::ALL.iter().map(line).collect::<String>())?;
        return Ok(End::Clean);
    };
    let kind = Kind::from_name(name).ok_or_else(|| unknown(name))?;
    print(&format!("{:#}\n", file_schema(kind, arguments.list)))?;
    Ok(End::Clean)
}

pub(super) fn unknown(name: &str) -> Failure {
    let near = closest(name, Kind::ALL.iter().map(|kind| kind.name()));
    let names = || Kind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
    let help = near.map_or_else(|| format!("one of: {}", names()), |near| format!("did you mean `{near}`?"));
    Failure::new(format!("there is no kind `{name}`")).help(help)
}

/// Every schema as a file below `folder`, path and content, and the settings by which VS Code assigns them.
pub(super) fn files(folder: &str) -> (Vec<(String, String)>, serde_json::Value) {
    let mut files = Vec::new();
    let mut settings = serde_json::Map::new();
    for kind in Kind::ALL {
        let stem = kind.layout().stem;
        for list in [false, true] {
            if list && kind.layout().form == Form::Single {
                continue;
            }
            let name = if list { format!("{}-list.json", kind.name()) } else { format!("{}.json", kind.name()) };
            let path = format!("{folder}/{name}");
            let pattern =
                if list || kind.layout().form == Form::Single { format!("/{stem}.yaml") } else { format!("/{stem}/*.yaml") };
            settings.insert(if path.starts_with('/') { path.clone() } else { format!("./{path}") }, serde_json::json!([pattern]));
            files.push((path, format!("{:#}\n", file_schema(*kind, list))));
        }
    }
    (files, serde_json::json!({ "yaml.schemas": settings }))
}

fn write_all(folder: &std::path::Path) -> Result<End, Failure> {
    let failed = |error: std::io::Error| Failure::new(format!("can't write {}: {error}", folder.display()));
    std::fs::create_dir_all(folder).map_err(failed)?;
    let (files, settings) = files(&folder.to_string_lossy().replace('\\', "/"));
    for (path, text) in files {
        std::fs::write(path, text).map_err(failed)?;
    }
    tell(&format!("schemas are in {}; put this into .vscode/settings.json:", folder.display()));
    print(&format!("{settings:#}\n"))?;
    Ok(End::Clean)
}
