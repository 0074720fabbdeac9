//! Owns former addresses: which paths the aliases of entries stand for, and where a reader who comes by one has to go.

use std::collections::BTreeSet;
use std::fmt;

use super::{Plan, Route};
use crate::model::{Id, Meta, Model};

/// A former address and the page that stands for it now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Former {
    /// Path of the page at the former address, relative to the site's root.
    pub path: String,
    /// Language of the page.
    pub lang: String,
    /// The page as it is now.
    pub route: Route,
}

/// Why an alias is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAlias {
    /// It is an address of its own, with scheme or host.
    Address,
    /// It begins with a slash.
    Absolute,
    /// It climbs out of the site.
    Climbs,
    /// It has a part without a name.
    Empty,
    /// It has a character that is none of a path.
    Character(char),
    /// It has a dot where a folder's name stands, or begins with one or with a low line.
    Folder,
    /// It is the name of a file that is no page.
    NoPage,
    /// It lies in a folder of the site's own files.
    Reserved,
    /// It is longer than a file system takes.
    Long,
}

impl fmt::Display for BadAlias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address => f.write_str("is an address with a host or a scheme of its own"),
            Self::Absolute => f.write_str("begins with a slash"),
            Self::Climbs => f.write_str("leads out of the site"),
            Self::Empty => f.write_str("has a part without a name"),
            Self::Character(c) if c.is_control() => f.write_str("has a character that can't be seen"),
            Self::Character(' ') => f.write_str("has a space in it"),
            Self::Character(c) => write!(f, "has a `{c}` in it"),
            Self::Folder => f.write_str("has a folder whose name has a dot in it or begins with `_`"),
            Self::NoPage => f.write_str("is the name of a file that is no page"),
            Self::Reserved => f.write_str("lies among the site's own files"),
            Self::Long => f.write_str("is too long"),
        }
    }
}

/// Bytes that one name may have, with room for a suffix.
const LONGEST: usize = 200;

/// Folders that hold files which are no pages.
const RESERVED: &[&str] = &["assets", "static"];

/// The file at the former address that an alias names, in the main language: a former id stands for the page of that id, anything else for itself.
pub fn file(meta: &Meta, alias: &str) -> Result<String, BadAlias> {
    if Id::is_valid(alias) {
        return Ok(Route::of(meta.kind, &Id::new(alias)).0.file());
    }
    if alias.contains("://") || alias.starts_with("//") || alias.split('/').next().is_some_and(|first| first.contains(':')) {
        return Err(BadAlias::Address);
    }
    if alias.starts_with('/') {
        return Err(BadAlias::Absolute);
    }
    let folder = alias.ends_with('/');
    let path = alias.strip_suffix('/').unwrap_or(alias);
    let parts: Vec<&str> = path.split('/').collect();
    if parts.iter().any(|part| *part == ".." || *part == ".") {
        return Err(BadAlias::Climbs);
    }
    if parts.iter().any(|part| part.is_empty()) {
        return Err(BadAlias::Empty);
    }
    if let Some(c) = path.chars().find(|c| !(c.is_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~'))) {
        return Err(BadAlias::Character(c));
    }
    if parts.iter().any(|part| part.len() > LONGEST) || parts.len() > 10 {
        return Err(BadAlias::Long);
    }
    if RESERVED.contains(&parts[0].to_lowercase().as_str()) {
        return Err(BadAlias::Reserved);
    }
    let (name, folders) = parts.split_last().unwrap_or((&path, &[]));
    let odd = |part: &&str| part.contains('.') || part.starts_with('_');
    let page = name.strip_suffix(".html").or_else(|| name.strip_suffix(".htm")).filter(|_| !folder);
    if folders.iter().any(odd) || odd(&page.unwrap_or(name)) {
        return Err(if folders.iter().any(odd) || folder { BadAlias::Folder } else { BadAlias::NoPage });
    }
    // Whatever the host does with addresses that lack an ending, a folder with a page in it answers to them.
    Ok(if page.is_some() { path.to_owned() } else { format!("{path}/index.html") })
}

/// The former addresses that an alias of an entry stands for: one a language, or the one language whose folder it begins with.
pub fn addresses(plan: &Plan, meta: &Meta, alias: &str) -> Result<Vec<Former>, BadAlias> {
    let file = file(meta, alias)?;
    let (route, _) = Route::of(meta.kind, &meta.id);
    let folder = file.split_once('/').map(|(folder, _)| folder);
    let other = plan.languages().iter().skip(1).find(|lang| folder == Some(lang.as_str()));
    Ok(match other {
        Some(lang) => vec![Former { path: file, lang: lang.clone(), route }],
        None => {
            let former = |lang: &String| Former { path: plan.prefixed(lang, &file), lang: lang.clone(), route: route.clone() };
            plan.languages().iter().map(former).collect()
        }
    })
}

/// What makes two paths the same file on some computer.
pub fn key(path: &str) -> String {
    path.to_lowercase()
}

/// Every path at which a page of the site stands, by [`key`].
pub fn pages(plan: &Plan) -> BTreeSet<String> {
    let languages = plan.languages().iter();
    languages.flat_map(|lang| plan.routes().iter().map(|route| key(&plan.path(lang, route)))).collect()
}

/// Every former address of a model's pages, in order. A page that stands at one keeps its place, and of two entries that claim one the first has it;
/// rules tell of both.
pub fn formers(plan: &Plan, model: &Model) -> Vec<Former> {
    if model.metas().all(|meta| meta.aliases.is_empty()) {
        return Vec::new();
    }
    let mut taken = pages(plan);
    let mut formers = Vec::new();
    for meta in model.metas() {
        for alias in meta.aliases.iter() {
            let addresses = addresses(plan, meta, alias).unwrap_or_default();
            formers.extend(addresses.into_iter().filter(|former| taken.insert(key(&former.path))));
        }
    }
    formers.sort();
    formers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, load};
    use crate::source::Sources;

    #[test]
    fn an_alias_is_a_former_id_or_a_path_in_the_site() {
        let sources = Sources::from_memory([
            ("cluster.yaml", "name: W\nlanguages: [en]\n"),
            ("news/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\n"),
        ]);
        let loaded = load(&sources, &[]);
        let meta = loaded.model.metas().find(|meta| meta.kind == Kind::News).unwrap();
        for (alias, expected) in [
            ("old", Ok("news/old.html")),
            ("about-us/History.html", Ok("about-us/History.html")),
            ("old.htm", Ok("old.htm")),
            ("über/uns", Ok("über/uns/index.html")),
            ("old/", Ok("old/index.html")),
            ("Old", Ok("Old/index.html")),
            ("", Err(BadAlias::Empty)),
            ("/old", Err(BadAlias::Absolute)),
            ("//host/old", Err(BadAlias::Address)),
            ("https://example.org/old", Err(BadAlias::Address)),
            ("javascript:alert(1)", Err(BadAlias::Address)),
            ("C:\\old", Err(BadAlias::Address)),
            ("../old.html", Err(BadAlias::Climbs)),
            ("a/../../old.html", Err(BadAlias::Climbs)),
            ("a/./b", Err(BadAlias::Climbs)),
            ("a//b", Err(BadAlias::Empty)),
            ("a\\b", Err(BadAlias::Character('\\'))),
            ("a b", Err(BadAlias::Character(' '))),
            ("a\nb", Err(BadAlias::Character('\n'))),
            ("a?p=1", Err(BadAlias::Character('?'))),
            ("a%2e", Err(BadAlias::Character('%'))),
            ("<a>", Err(BadAlias::Character('<'))),
            ("old.php", Err(BadAlias::NoPage)),
            (".htaccess", Err(BadAlias::NoPage)),
            ("_headers", Err(BadAlias::NoPage)),
            ("a.html/b", Err(BadAlias::Folder)),
            ("old.html/", Err(BadAlias::Folder)),
            (".well-known/x.html", Err(BadAlias::Folder)),
            ("assets/x.html", Err(BadAlias::Reserved)),
            ("Static/x.html", Err(BadAlias::Reserved)),
        ] {
            assert_eq!(file(meta, alias), expected.map(str::to_owned), "{alias:?}");
        }
        assert_eq!(file(meta, &"x/".repeat(200)), Err(BadAlias::Long));
        assert_eq!(file(meta, &"X".repeat(300)), Err(BadAlias::Long));
    }

    #[test]
    fn former_addresses_stand_in_every_language_and_never_in_the_way_of_a_page() {
        let news = |aliases: &str| format!("---\ntitle: A\ndate: 2026-01-01\naliases: [{aliases}]\n---\n");
        let sources = Sources::from_memory([
            ("cluster.yaml", "name: W\nlanguages: [en, fr]\n".to_owned()),
            ("news/a.md", news("old, b, 'NEWS/B.html', fr/vieux.html, ../x, shared")),
            ("news/b.md", news("shared")),
        ]);
        let loaded = load(&sources, &[]);
        let plan = Plan::new(&loaded.model, &loaded.languages, None);
        let found: Vec<String> = formers(&plan, &loaded.model)
            .iter()
            .map(|former| format!("{} → {}", former.path, plan.path(&former.lang, &former.route)))
            .collect();
        assert_eq!(
            found,
            [
                "fr/news/old.html → fr/news/a.html",
                "fr/news/shared.html → fr/news/a.html",
                "fr/vieux.html → fr/news/a.html",
                "news/old.html → news/a.html",
                "news/shared.html → news/a.html",
            ]
        );
    }

    #[test]
    fn the_model_knows_which_kinds_have_pages() {
        for kind in Kind::ALL {
            assert_eq!(kind.has_page(), Route::of(*kind, &Id::new("x")).1, "{}", kind.name());
        }
    }
}
