//! Owns which file of a repository holds what, told from its path alone.

use crate::diag::closest;
use crate::model::{Form, Kind};

/// What a file is to the loader.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Role<'a> {
    /// One entry: its kind, the id its name gives, and the language where it is a translation.
    One { kind: Kind, id: &'a str, lang: Option<&'a str>, markdown: bool },
    /// A list of entries in YAML.
    List(Kind),
    /// A table of entries.
    Table(Kind),
    /// Looks like content but stands where nothing is read; with the path that may have been meant.
    Stray(Option<String>),
    /// Nothing to the loader: pictures, templates, notes.
    Other,
}

/// Folders whose Markdown is content.
const CONTENT: &[&str] = &[
    "strategy",
    "governance",
    "finance",
    "monitoring",
    "services",
    "projects",
    "news",
    "events",
    "documents",
    "pages",
    "members",
    "international",
];

/// Folders that hold no content whatever their files are called.
const APART: &[&str] = &["assets", "theme"];

/// Endings of files that hold content in another form than the one that is read.
const FOREIGN: &[(&str, &str)] = &[
    ("yml", "yaml"),
    ("yaml", "yaml"),
    ("json", "yaml"),
    ("toml", "yaml"),
    ("md", "md"),
    ("markdown", "md"),
    ("txt", "md"),
    ("docx", "md"),
    ("odt", "md"),
    ("csv", "csv"),
    ("tsv", "csv"),
    ("xlsx", "csv"),
    ("xls", "csv"),
    ("ods", "csv"),
];

/// The role of the file at `path`.
pub(super) fn role(path: &str) -> Role<'_> {
    let top = path.split('/').next().unwrap_or_default();
    let Some((stem, extension)) = path.rsplit_once('.') else { return Role::Other };
    if path.contains('/') && APART.contains(&top) {
        return Role::Other;
    }
    let (yaml, markdown, csv) = (matches!(extension, "yaml" | "yml"), extension == "md", extension == "csv");
    if !yaml && !markdown && !csv {
        return foreign(stem, &extension.to_ascii_lowercase()).map_or(Role::Other, |near| Role::Stray(Some(near)));
    }
    Kind::ALL.iter().find_map(|&kind| of_kind(kind, stem, yaml, markdown, csv)).unwrap_or_else(|| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let near = nearest(path, stem, extension);
        let elsewhere = !path.contains('/') || !CONTENT.contains(&top) && near.is_none();
        let note = markdown && (elsewhere || name.eq_ignore_ascii_case("readme.md"));
        let reserved = !path.contains('/')
            && !csv
            && (name.starts_with("mkdocs") || name.starts_with("docker-compose") || name.starts_with('_'));
        if note || reserved { Role::Other } else { Role::Stray(near) }
    })
}

/// The path that content in a form which is not read should have.
fn foreign(stem: &str, extension: &str) -> Option<String> {
    let (_, right) = FOREIGN.iter().find(|(ending, _)| *ending == extension)?;
    let (yaml, markdown, csv) = (*right == "yaml", *right == "md", *right == "csv");
    let stem = stem.to_lowercase();
    let fits = Kind::ALL.iter().any(|&kind| of_kind(kind, &stem, yaml, markdown, csv).is_some());
    fits.then(|| format!("{stem}.{right}"))
}

/// The entry that a Markdown file of its own holds, or translates.
pub(in crate::model) fn entry_at(path: &str) -> Option<(Kind, &str)> {
    match role(path) {
        Role::One { kind, id, markdown: true, .. } => Some((kind, id)),
        Role::One { .. } | Role::List(_) | Role::Table(_) | Role::Stray(_) | Role::Other => None,
    }
}

/// Whether content, assets or a theme are expected at a path, which may be that of a folder.
pub(super) fn looks_like_content(path: &str) -> bool {
    let top = path.split('/').next().unwrap_or_default();
    !matches!(role(path), Role::Other) || CONTENT.contains(&top) || APART.contains(&top)
}

fn of_kind(kind: Kind, stem: &str, yaml: bool, markdown: bool, csv: bool) -> Option<Role<'_>> {
    let layout = kind.layout();
    let rest = stem.strip_prefix(layout.stem)?;
    match layout.form {
        Form::Single => {
            let lang = if rest.is_empty() { None } else { Some(rest.strip_prefix('.')?) };
            let readable = yaml && lang.is_none() || markdown;
            readable.then_some(Role::One { kind, id: kind.name(), lang, markdown })
        }
        Form::Many | Form::Rows | Form::Grouped(_) => {
            if rest.is_empty() {
                return if yaml {
                    Some(Role::List(kind))
                } else if csv {
                    Some(Role::Table(kind))
                } else {
                    None
                };
            }
            let name = rest.strip_prefix('/').filter(|name| !name.contains('/') && !csv)?;
            if name.eq_ignore_ascii_case("readme") {
                return None;
            }
            let (id, lang) = match name.split_once('.') {
                Some((id, lang)) if markdown => (id, Some(lang)),
                _ => (name, None),
            };
            Some(Role::One { kind, id, lang, markdown })
        }
    }
}

/// The path that a stray file may have been meant to have.
fn nearest(path: &str, stem: &str, extension: &str) -> Option<String> {
    let name = stem.rsplit('/').next().unwrap_or(stem);
    let stems = || Kind::ALL.iter().map(|kind| kind.layout().stem);
    let with_extension = |stem: &str| format!("{stem}.{extension}");
    let same_name = || stems().find(|known| known.rsplit('/').next() == Some(name) && *known != stem).map(with_extension);
    let folder = || {
        let (folder, file) = path.split_once('/').filter(|(folder, _)| !CONTENT.contains(folder))?;
        closest(folder, CONTENT.iter().copied()).map(|near| format!("{near}/{file}"))
    };
    let near = same_name().or_else(folder).or_else(|| closest(stem, stems()).map(with_extension));
    near.filter(|near| near != path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_says_what_a_file_holds() {
        let one = |kind, id, lang, markdown| Role::One { kind, id, lang, markdown };
        for (path, role_expected) in [
            ("cluster.yaml", one(Kind::Cluster, "cluster", None, false)),
            ("strategy/goals.yaml", Role::List(Kind::Goal)),
            ("strategy/goals/export.md", one(Kind::Goal, "export", None, true)),
            ("strategy/goals/export.fr.md", one(Kind::Goal, "export", Some("fr"), true)),
            ("strategy/strategy.fr.md", one(Kind::Strategy, "strategy", Some("fr"), true)),
            ("members.csv", Role::Table(Kind::Member)),
            ("members/acme.yml", one(Kind::Member, "acme", None, false)),
            ("goals.yaml", Role::Stray(Some("strategy/goals.yaml".to_owned()))),
            ("strategy/gaols.yaml", Role::Stray(Some("strategy/goals.yaml".to_owned()))),
            ("service/a.md", Role::Stray(Some("services/a.md".to_owned()))),
            ("notes/a.md", Role::Other),
            ("members.XLSX", Role::Stray(Some("members.csv".to_owned()))),
            ("strategy/goals.YAML", Role::Stray(Some("strategy/goals.yaml".to_owned()))),
            ("services/welding.docx", Role::Stray(Some("services/welding.md".to_owned()))),
            ("services/plan.pdf", Role::Other),
            ("notes.txt", Role::Other),
            ("services/deep/a.md", Role::Stray(None)),
            ("README.md", Role::Other),
            ("services/README.md", Role::Other),
            ("assets/members.csv", Role::Other),
            ("theme/lang/fr.yaml", Role::Other),
            ("assets/logo.svg", Role::Other),
        ] {
            assert_eq!(role(path), role_expected, "{path}");
        }
    }
}
