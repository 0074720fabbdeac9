//! Owns `clustersite new`: a first version of an entry, put where entries of its kind stand in this repository.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::{End, Failure, Repository, tell};
use crate::diag::{Diagnostic, closest};
use crate::model::schema::Shape;
use crate::model::{Form, Id, Kind, Loaded, Place, load};
use crate::source::{Skipped, Sources};

mod draft;
mod insert;

/// Write a new entry, with every key explained
///
/// What has to be there gets a first value; every other key stands in a comment that says what it is for. The entry goes where its kind
/// stands in this repository: to the end of the list, or into a file of its own.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite new service export-desk\n  clustersite new activity trade-fair --directory my-cluster\n  clustersite new swot ageing-staff --group weaknesses\n  clustersite new governance"
)]
pub(super) struct Arguments {
    /// Kind of content: goal, service, news, … (`clustersite schema` lists them)
    kind: String,
    /// Short name for it: small letters, digits and hyphens. Kinds of which there is only one need none
    id: Option<String>,
    /// Heading that it belongs under, in kinds that have headings (`swot`: strengths, weaknesses, …)
    #[arg(long, value_name = "HEADING")]
    group: Option<String>,
    /// Folder that holds cluster.yaml
    #[arg(long, default_value = ".", value_name = "DIR")]
    directory: PathBuf,
    /// The day that dates start from, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    date: Option<Date>,
}

/// A file as it is to be.
struct Change {
    path: String,
    text: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let kind = Kind::from_name(&arguments.kind).ok_or_else(|| super::schema::unknown(&arguments.kind))?;
    let root = &arguments.directory;
    let repository = Repository { directory: root.clone(), profile: None, date: arguments.date };
    let (sources, skipped) = repository.read(&root.join("dist"))?;
    if kind != Kind::Cluster && sources.find("cluster.yaml").is_none() {
        return Err(Failure::new(format!("there is no cluster.yaml in `{}`", root.display()))
            .help("name the repository's folder with --directory, or begin one with `clustersite init`"));
    }
    let loaded = load(&sources, &skipped);
    let group = group(kind, arguments.group.as_deref())?;
    let id = id(kind, arguments.id.as_deref(), &sources, &loaded)?;
    let draft =
        draft::Draft { kind, id: &id, group: group.as_deref(), today: repository.today(), loaded: &loaded, sources: &sources };
    let change = place(&draft)?;
    verify(&change, &draft, &skipped)?;
    write(root, &change, sources.find(&change.path).is_some())
        .map_err(|error| Failure::new(format!("can't write `{}`: {error}", root.join(&change.path).display())))?;
    let here = root == Path::new(".");
    let (path, argument) = if here {
        (PathBuf::from(&change.path), String::new())
    } else {
        (root.join(&change.path), format!(" {}", root.display()))
    };
    tell(&format!(
        "{} holds the new {}; {}\n`clustersite check{argument}` tells what is missing",
        path.display(),
        kind.name(),
        if change.path.ends_with(".csv") {
            "write its values into the last row"
        } else {
            "take the # off the keys that you need"
        }
    ));
    Ok(End::Clean)
}

/// The heading of an entry, where its kind has headings.
fn group(kind: Kind, given: Option<&str>) -> Result<Option<String>, Failure> {
    let Form::Grouped(key) = kind.layout().form else {
        return match given {
            Some(_) => {
                Err(Failure::new(format!("entries of the kind `{}` have no headings", kind.name())).help("leave --group out"))
            }
            None => Ok(None),
        };
    };
    let headings = match Shape::of(kind).field(key).map(|field| &field.shape) {
        Some(Shape::Choice(words)) => words.as_slice(),
        _ => &[],
    };
    let all = headings.join(", ");
    match given {
        Some(word) if headings.iter().any(|heading| heading == word) => Ok(Some(word.to_owned())),
        Some(word) => {
            let near = closest(word, headings.iter().map(String::as_str));
            let help = near.map_or_else(|| format!("the headings are: {all}"), |near| format!("did you mean `{near}`?"));
            Err(Failure::new(format!("there is no heading `{word}`")).help(help))
        }
        None => {
            Err(Failure::new(format!("{} stands under a heading", kind.a_name())).help(format!("add --group with one of: {all}")))
        }
    }
}

/// The id of the new entry: valid, and not in use.
fn id(kind: Kind, given: Option<&str>, sources: &Sources, loaded: &Loaded) -> Result<Id, Failure> {
    let form = kind.layout().form;
    let text = match (form, given) {
        (Form::Single, None) => kind.name(),
        (Form::Single, Some(given)) if given == kind.name() => given,
        (Form::Single, Some(_)) => {
            return Err(Failure::new(format!("there is one {} only, so it has no id", kind.name())).help("leave the id out"));
        }
        // A row of a table needs none; the loader counts them.
        (Form::Rows, None) => kind.name(),
        (Form::Many | Form::Grouped(_), None) => {
            let help = format!("choose a short name: `clustersite new {} first-steps`", kind.name());
            return Err(Failure::new(format!("{} needs an id", kind.a_name())).help(help));
        }
        (Form::Many | Form::Rows | Form::Grouped(_), Some(given)) => given,
    };
    if !Id::is_valid(text) {
        let rules = "ids have small letters a to z, digits and hyphens";
        let near = Id::suggest(text);
        let help = near.map_or_else(|| rules.to_owned(), |near| format!("did you mean `{near}`? {rules}"));
        return Err(Failure::new(format!("`{text}` can't be an id")).help(help));
    }
    let id = Id::new(text);
    match loaded.places.span(&Place::entry(kind, &id)) {
        Some(span) => {
            let (path, line) = (&sources.file(span.file).path, sources.line_column(span.file, span.start).line);
            let failure = Failure::new(format!("there is {} `{id}` already, at {path}:{line}", kind.a_name()));
            Err(if form == Form::Single { failure } else { failure.help("choose another id, or change that entry") })
        }
        None => Ok(id),
    }
}

/// Where the entry goes, and the file as it is with it.
fn place(draft: &draft::Draft<'_>) -> Result<Change, Failure> {
    let Layout { list, table, folder } = Layout::of(draft.kind, draft.sources);
    let stem = draft.kind.layout().stem;
    let form = draft.kind.layout().form;
    let document = Shape::of(draft.kind).field("body").is_some();
    let extension = if document { "md" } else { "yaml" };
    if form == Form::Single {
        return Ok(Change { path: format!("{stem}.{extension}"), text: draft.file(document)? });
    }
    if let Some(path) = list.filter(|_| !(folder && document)) {
        return Ok(Change { text: insert::into_list(draft, &path)?, path });
    }
    if let Some(path) = table.filter(|_| !folder) {
        let message = format!("`{path}` is a table: add the {} there, as a row at its end", draft.kind.name());
        return Err(Failure::new(message).help(format!("for example: {}", insert::row(draft, &path)?)));
    }
    if document || folder {
        return Ok(Change { path: format!("{stem}/{}.{extension}", draft.id), text: draft.file(document)? });
    }
    Ok(match form {
        Form::Rows => Change { path: format!("{stem}.csv"), text: draft.table()? },
        Form::Single | Form::Many | Form::Grouped(_) => Change { path: format!("{stem}.yaml"), text: draft.list()? },
    })
}

/// Where a kind's entries stand in a repository.
struct Layout {
    /// Path of the list in YAML.
    list: Option<String>,
    /// Path of the table.
    table: Option<String>,
    /// Whether there are files of single entries.
    folder: bool,
}

impl Layout {
    fn of(kind: Kind, sources: &Sources) -> Self {
        let stem = kind.layout().stem;
        let file = |extension: &str| Some(format!("{stem}.{extension}")).filter(|path| sources.find(path).is_some());
        let inside = |path: &str| path.strip_prefix(stem).is_some_and(|rest| rest.starts_with('/'));
        Self {
            list: file("yaml").or_else(|| file("yml")),
            table: file("csv"),
            folder: sources.iter().any(|(_, file)| inside(&file.path)),
        }
    }
}

/// Sees that the change does what it is for: the entry is there, everything else too, and nothing is wrong that was not before.
fn verify(change: &Change, draft: &draft::Draft<'_>, skipped: &[Skipped]) -> Result<(), Failure> {
    let (sources, loaded) = (draft.sources, draft.loaded);
    let others = sources.iter().filter(|(_, file)| file.path != change.path);
    let files = others.map(|(_, file)| (file.path.clone(), file.bytes.to_vec()));
    let after = load(&Sources::from_memory(files.chain([(change.path.clone(), change.text.clone().into_bytes())])), skipped);
    let same = |one: &Diagnostic, other: &Diagnostic| one.rule == other.rule && one.message == other.message;
    if let Some(fault) = after.faults.iter().find(|fault| !loaded.faults.iter().any(|known| same(known, fault))) {
        return Err(Failure {
            message: format!("the new {} would not fit: {}", draft.kind.name(), fault.message),
            help: fault.help.clone(),
        });
    }
    if after.model.metas().count() != loaded.model.metas().count() + 1 {
        let help = "look at the file with `clustersite check`, or add the entry by hand";
        return Err(Failure::new(format!("`{}` is written in a way that can't be added to", change.path)).help(help));
    }
    Ok(())
}

/// Writes a file in one step; a new one never over another.
fn write(root: &Path, change: &Change, exists: bool) -> std::io::Result<()> {
    let path = root.join(&change.path);
    let folder = path.parent().unwrap_or(root);
    std::fs::create_dir_all(folder)?;
    if !exists {
        let mut file = std::fs::File::options().write(true).create_new(true).open(&path)?;
        return file.write_all(change.text.as_bytes());
    }
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(change.text.as_bytes())?;
    file.as_file().set_permissions(std::fs::metadata(&path)?.permissions())?;
    file.persist(&path)?;
    Ok(())
}
