//! Owns which file of a repository holds what, told from its path alone.

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
];

/// Folders that hold no content whatever their files are called.
const APART: &[&str] = &["assets", "theme"];

/// The role of the file at `path`.
pub(super) fn role(path: &str) -> Role<'_> {
    let top = path.split('/').next().unwrap_or_default();
    let Some((stem, extension)) = path.rsplit_once('.') else { return Role::Other };
    if path.contains('/') && APART.contains(&top) {
        return Role::Other;
    }
    let (yaml, markdown, csv) = (matches!(extension, "yaml" | "yml"), extension == "md", extension == "csv");
    if !yaml && !markdown && !csv {
        return Role::Other;
    }
    Kind::ALL.iter().find_map(|&kind| of_kind(kind, stem, yaml, markdown, csv)).unwrap_or_else(|| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let note = markdown && (!path.contains('/') || !CONTENT.contains(&top) || name.eq_ignore_ascii_case("readme.md"));
        let reserved = !path.contains('/')
            && !csv
            && (name.starts_with("mkdocs") || name.starts_with("docker-compose") || name.starts_with('_'));
        if note || reserved { Role::Other } else { Role::Stray(nearest(path, stem, extension)) }
    })
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
    let same_name = stems().find(|known| known.rsplit('/').next() == Some(name) && *known != stem);
    let near = same_name.or_else(|| crate::diag::closest(stem, stems()));
    let near = near.map(|stem| format!("{stem}.{extension}")).filter(|near| near != path);
    near.or_else(|| {
        let (folder, file) = path.split_once('/')?;
        let near = crate::diag::closest(folder, stems().filter(|stem| !stem.contains('/')))?;
        (near != folder).then(|| format!("{near}/{file}"))
    })
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
            ("service/a.md", Role::Other),
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
