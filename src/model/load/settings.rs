//! Owns what has to be known of `cluster.yaml` before anything else is read: the languages, and who may see files that can't say so.

use crate::model::shape::is_language;
use crate::model::{Kind, Visibility};
use crate::source::Sources;
use crate::syntax::{Node, Value};

/// What every other file is read by. Faults in it are told when `cluster.yaml` is walked like any other entry.
pub(super) struct Settings {
    /// Languages, the main one first; never empty.
    pub(super) languages: Vec<String>,
    /// Paths of files or folders, each with who may see what is in it.
    restrict: Vec<(String, Visibility)>,
}

impl Settings {
    pub(super) fn main(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// Who may see an entry: what it or its file says, else what its kind says; a restriction of its path can only tighten that.
    pub(super) fn effective(&self, said: Option<Visibility>, kind: Kind, path: &str) -> Visibility {
        let own = said.unwrap_or(kind.layout().visibility);
        let covers =
            |restricted: &str| path == restricted || path.strip_prefix(restricted).is_some_and(|rest| rest.starts_with('/'));
        self.restrict
            .iter()
            .filter(|(restricted, _)| covers(restricted))
            .map(|&(_, visibility)| visibility)
            .fold(own, Visibility::max)
    }
}

/// Reads the settings, leniently.
pub(super) fn read(sources: &Sources) -> Settings {
    let node = sources.find("cluster.yaml").and_then(|(id, file)| {
        let text = file.text().ok()?;
        crate::syntax::yaml::parse(text, id, 0, &mut Vec::new())
    });
    let items = node.as_ref().and_then(|node| node.get("languages")).map(Node::items).unwrap_or_default();
    let mut languages: Vec<String> = Vec::new();
    for tag in items.iter().filter_map(Node::as_scalar).map(|scalar| scalar.text.trim()) {
        if is_language(tag) && !languages.iter().any(|known| known == tag) {
            languages.push(tag.to_owned());
        }
    }
    if languages.is_empty() {
        languages.push("en".to_owned());
    }
    let restrict = node.as_ref().and_then(|node| node.get("restrict")).map(Node::entries).unwrap_or_default();
    let restrict = restrict.iter().filter_map(|(path, value)| Some((path.text.trim_matches('/').to_owned(), visibility(value)?)));
    Settings { languages, restrict: restrict.collect() }
}

/// The visibility that a node says, where it says one.
pub(super) fn visibility(node: &Node) -> Option<Visibility> {
    let Value::Scalar(scalar) = &node.value else { return None };
    [Visibility::Public, Visibility::Members, Visibility::Internal]
        .into_iter()
        .find(|visibility| visibility.as_str() == scalar.text)
}
