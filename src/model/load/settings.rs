//! Owns what has to be known of `cluster.yaml` before anything else is read: the languages, and who may see files that can't say so.

use crate::model::shape::is_language;
use crate::model::{Kind, Visibility};
use crate::source::Sources;
use crate::syntax::{Node, Value};

/// What every other file is read by. Faults in it are told when `cluster.yaml` is walked like any other entry.
pub(super) struct Settings {
    /// Languages, the main one first; never empty.
    pub(super) languages: Vec<String>,
    /// Whether there may be others: the file is missing, or what it says of languages can't be read.
    pub(super) any_language: bool,
    /// Paths of files or folders, each with who may see what is in it.
    pub(super) restrict: Vec<(String, Visibility)>,
}

impl Settings {
    pub(super) fn main(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// Who may see an entry: what it or its file says, else what its kind says; a restriction of its path can only tighten that.
    pub(super) fn effective(&self, said: Option<Visibility>, kind: Kind, path: &str) -> Visibility {
        tighten(&self.restrict, path, said.unwrap_or(kind.layout().visibility))
    }
}

/// The tightest of what is said already and of the restrictions that cover a path.
pub(super) fn tighten(restrict: &[(String, Visibility)], path: &str, said: Visibility) -> Visibility {
    let covers = |restricted: &str| path == restricted || path.strip_prefix(restricted).is_some_and(|rest| rest.starts_with('/'));
    restrict.iter().filter(|(restricted, _)| covers(restricted)).map(|&(_, visibility)| visibility).fold(said, Visibility::max)
}

/// Reads the settings, leniently.
pub(super) fn read(sources: &Sources) -> Settings {
    let mut problems = Vec::new();
    let node = sources.find("cluster.yaml").and_then(|(id, file)| {
        let text = file.text().ok()?;
        crate::syntax::yaml::parse(text, id, 0, &mut problems)
    });
    let items = node.as_ref().and_then(|node| node.get("languages")).map(Node::items).unwrap_or_default();
    let tags: Vec<&str> = items.iter().filter_map(Node::as_scalar).map(|scalar| scalar.text.trim()).collect();
    let mut languages: Vec<String> = Vec::new();
    for tag in tags.iter().filter(|tag| is_language(tag)) {
        if !languages.iter().any(|known| known == tag) {
            languages.push((*tag).to_owned());
        }
    }
    let any_language = languages.is_empty() || tags.iter().any(|tag| !is_language(tag)) || !problems.is_empty();
    if languages.is_empty() {
        languages.push("en".to_owned());
    }
    let restrict = node.as_ref().and_then(|node| node.get("restrict")).map(Node::entries).unwrap_or_default();
    // What can't be read keeps everybody out, for the author wanted to keep somebody out.
    let said = |value: &Node| visibility(value).unwrap_or(Visibility::Internal);
    let restrict = restrict.iter().map(|(path, value)| (restricted_path(&path.text).to_owned(), said(value))).collect();
    Settings { languages, any_language, restrict }
}

/// A path under `restrict` as the paths of files are written: from the repository's root, without a slash at its end.
pub(crate) fn restricted_path(written: &str) -> &str {
    written.trim().trim_start_matches("./").trim_matches('/')
}

/// The visibility that a node says, where it says one.
pub(super) fn visibility(node: &Node) -> Option<Visibility> {
    let Value::Scalar(scalar) = &node.value else { return None };
    [Visibility::Public, Visibility::Members, Visibility::Internal]
        .into_iter()
        .find(|visibility| visibility.as_str() == scalar.text.trim())
}
