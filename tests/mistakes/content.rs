//! Reads the content files of a repository as places to make mistakes at: which kind a file holds, where its entries begin, and what shape each value
//! in them has to have.

use clustersite::model::schema::{Field, Shape};
use clustersite::model::{Form, Kind};
use clustersite::source::Sources;
use clustersite::syntax::csv::Table;
use clustersite::syntax::{Key, Node, Value, csv, front_matter, yaml};

/// How a file holds its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    List,
    Single,
    Markdown,
    Translation,
    Table,
}

impl Sort {
    pub(crate) const ALL: [Self; 5] = [Self::List, Self::Single, Self::Markdown, Self::Translation, Self::Table];
}

/// A content file before anything is broken in it.
pub(crate) struct Content<'a> {
    pub(crate) path: &'a str,
    pub(crate) text: &'a str,
    pub(crate) kind: Kind,
    pub(crate) sort: Sort,
    /// The entries of a list, or the one that the file is.
    pub(crate) entries: Vec<Item>,
    pub(crate) table: Option<Table>,
}

/// An entry of a file.
pub(crate) struct Item {
    /// Its key, where it stands in a list.
    pub(crate) key: Option<Key>,
    pub(crate) node: Node,
}

/// A value in an entry, with what may stand there.
#[derive(Clone, Copy)]
pub(crate) struct Leaf<'a> {
    pub(crate) shape: &'a Shape,
    pub(crate) key: Option<&'a Key>,
    pub(crate) node: &'a Node,
}

/// A mistake: the file as it is then, and the finding that it has to give.
pub(crate) struct Mistake {
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) rule: &'static str,
    /// Where in the new text, in bytes.
    pub(crate) at: usize,
    /// What the help has to say, as far as it is known.
    pub(crate) help: &'static str,
}

impl Content<'_> {
    /// The file with `new` in place of a range; the finding lies `inside` bytes behind the start of `new`.
    pub(crate) fn with(
        &self,
        range: std::ops::Range<usize>,
        new: &str,
        inside: usize,
        rule: &'static str,
        help: &'static str,
    ) -> Mistake {
        let text = format!("{}{new}{}", &self.text[..range.start], &self.text[range.end..]);
        Mistake { path: self.path.to_owned(), text, rule, at: range.start + inside, help }
    }

    /// All values in all entries, those around others before them.
    pub(crate) fn leaves(&self) -> Vec<Leaf<'_>> {
        let mut found = Vec::new();
        self.entries.iter().for_each(|item| gather(Shape::of(self.kind), None, &item.node, &mut found));
        found
    }

    /// The keys that an entry may have.
    pub(crate) fn fields(&self) -> &'static [Field] {
        match Shape::of(self.kind) {
            Shape::Object(fields) => fields,
            _ => &[],
        }
    }

    /// Where the line begins that a byte is in.
    pub(crate) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |found| found + 1)
    }

    /// Where the next line begins.
    pub(crate) fn next_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |found| at + found + 1)
    }

    /// Whether nothing stands in the line before a byte.
    pub(crate) fn begins_line(&self, at: usize) -> bool {
        self.text[self.line_start(at)..at].trim().is_empty()
    }

    /// The file with a new line at the end of an entry's first lines; the finding lies at the key or, `at_value`, at its value.
    pub(crate) fn with_line(
        &self,
        item: &Item,
        (key, value): (&str, &str),
        at_value: bool,
        rule: &'static str,
        help: &'static str,
    ) -> Option<Mistake> {
        let inside = if at_value { key.len() + 2 } else { 0 };
        let Some((first, _)) = item.node.entries().iter().find(|(key, _)| key.span.start < key.span.end) else {
            let start = "---\n";
            let new = format!("{start}{key}: {value}\n---\n");
            return (self.path.ends_with(".md")).then(|| self.with(0..0, &new, start.len() + inside, rule, help));
        };
        let at = first.span.start as usize;
        let indent = &self.text[self.line_start(at)..at];
        self.begins_line(at).then(|| self.with(at..at, &format!("{key}: {value}\n{indent}"), inside, rule, help))
    }
}

fn gather<'a>(shape: &'a Shape, key: Option<&'a Key>, node: &'a Node, found: &mut Vec<Leaf<'a>>) {
    // The text below front matter has no key that anybody wrote.
    if key.is_some_and(|key| key.span.start == key.span.end) {
        return;
    }
    if key.is_some() || !matches!(shape, Shape::Object(_)) {
        found.push(Leaf { shape, key, node });
    }
    match (shape, &node.value) {
        (Shape::Object(fields), Value::Map(entries)) => {
            for (key, node) in entries {
                if let Some(field) = fields.iter().find(|field| field.key == key.text) {
                    gather(&field.shape, Some(key), node, found);
                }
            }
        }
        (Shape::Map(inner) | Shape::ByRef(_, inner), Value::Map(entries)) => {
            entries.iter().for_each(|(key, node)| gather(inner, Some(key), node, found));
        }
        (Shape::List(inner), Value::List(items)) => items.iter().for_each(|item| gather(inner, None, item, found)),
        _ => {}
    }
}

/// The content files, each read.
pub(crate) fn read(sources: &Sources) -> Vec<Content<'_>> {
    sources.iter().filter_map(|(_, file)| one(sources, &file.path)).collect()
}

fn one<'a>(sources: &'a Sources, path: &'a str) -> Option<Content<'a>> {
    let (id, file) = sources.find(path)?;
    let (stem, ending) = path.rsplit_once('.')?;
    let (kind, rest) = Kind::ALL.iter().find_map(|kind| {
        let rest = stem.strip_prefix(kind.layout().stem)?;
        (rest.is_empty() || rest.starts_with(['.', '/'])).then_some((*kind, rest))
    })?;
    let single = kind.layout().form == Form::Single;
    let sort = match ending {
        "csv" => Sort::Table,
        "yaml" if rest.is_empty() && !single => Sort::List,
        "yaml" => Sort::Single,
        "md" if rest.contains('.') => Sort::Translation,
        "md" if single || rest.starts_with('/') => Sort::Markdown,
        _ => return None,
    };
    let text = file.text().expect("the example is UTF-8");
    let mut problems = Vec::new();
    let mut content = Content { path, text, kind, sort, entries: Vec::new(), table: None };
    let item = |key: Option<&Key>, node: &Node| Item { key: key.cloned(), node: node.clone() };
    match sort {
        Sort::Table => content.table = csv::parse(text, id, &mut problems),
        Sort::Markdown | Sort::Translation => {
            let (node, body) = front_matter::parse(text, id, &mut problems);
            let start = clustersite::source::Span::new(id, body.start, body.start);
            let empty = Node { span: start, value: Value::Map(Vec::new()) };
            content.entries.push(item(None, &node.unwrap_or(empty)));
        }
        Sort::Single => content.entries.extend(yaml::parse(text, id, 0, &mut problems).map(|node| item(None, &node))),
        Sort::List => {
            let tree = yaml::parse(text, id, 0, &mut problems)?;
            let entries = tree.entries().iter().filter(|(key, _)| !matches!(key.text.as_str(), "visibility" | "allow"));
            match kind.layout().form {
                Form::Grouped(_) => {
                    let items = entries.flat_map(|(_, group)| group.entries());
                    content.entries.extend(items.map(|(key, node)| item(Some(key), node)));
                }
                _ => content.entries.extend(entries.map(|(key, node)| item(Some(key), node))),
            }
        }
    }
    assert!(problems.is_empty(), "{path}: {problems:?}");
    Some(content)
}
