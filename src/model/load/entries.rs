//! Owns the step from one file to the entries in it: lists by key, groups, single files, Markdown with front matter.

use std::sync::Arc;

use super::layout::{Role, role};
use super::settings::{Settings, visibility};
use super::{Allowance, Found, Raw, Scope, join, table};
use crate::diag::{Diagnostic, closest};
use crate::model::shape::found_there;
use crate::model::{Form, Id, Kind, Visibility, fault};
use crate::source::{FileId, Sources, Span};
use crate::syntax::{Key, Node, Scalar, Value, csv, excerpt, front_matter, text, yaml};

/// Reads the entries of a file, if it is one that holds entries.
pub(super) fn read(sources: &Sources, file: FileId, path: &str, settings: &Settings) -> Found {
    let mut found = Found::default();
    let role = role(path);
    found.kind = match role {
        Role::One { kind, .. } | Role::List(kind) | Role::Table(kind) => Some(kind),
        Role::Stray(near) => {
            found.faults.push(stray(Span::new(file, 0, 0), path, near));
            return found;
        }
        Role::Other => return found,
    };
    let mut problems = Vec::new();
    let Some(content) = text(sources, file, &mut problems) else {
        found.problems(problems);
        return found;
    };
    match role {
        Role::List(kind) => {
            let tree = yaml::parse(content, file, 0, &mut problems);
            found.problems(problems);
            if let Some(tree) = tree {
                list(&mut found, kind, tree);
            }
        }
        Role::Table(kind) => {
            let parsed = csv::parse(content, file, &mut problems);
            found.problems(problems);
            if let Some(parsed) = parsed {
                table::read(&mut found, kind, parsed, settings);
            }
        }
        Role::One { kind, id, lang, markdown } => {
            let start = Span::new(file, 0, 0);
            let node = if markdown {
                let (front, body) = front_matter::parse(content, file, &mut problems);
                Some(with_body(&mut found, front, Span::new(file, body.start, body.end), &content[body]))
            } else {
                yaml::parse(content, file, 0, &mut problems)
            };
            found.problems(problems);
            let node = node.unwrap_or(Node { span: start, value: Value::Map(Vec::new()) });
            if !Id::is_valid(id) {
                bad_id(&mut found, start, id, "file's name");
            } else if let Some(lang) = lang {
                found.translations.push(join::Translation { kind, id: Id::new(id), lang: lang.to_owned(), node, start });
            } else {
                let head = node.entries().first().map_or(start, |(key, _)| key.span);
                entry(&mut found, kind, Id::new(id), head, node, None);
            }
        }
        Role::Stray(_) | Role::Other => {}
    }
    found.mark_damage();
    found
}

/// Tells of a file that stands where nothing is read.
fn stray(start: Span, path: &str, near: Option<String>) -> Diagnostic {
    let sheet = [".xlsx", ".xls", ".ods"].iter().any(|ending| path.to_ascii_lowercase().ends_with(ending));
    let help = match near {
        Some(near) if sheet => format!("save the sheet as CSV, under the name `{near}`"),
        Some(near) => format!("did you mean `{near}`?"),
        None => "the readme says which file belongs where; notes and data of your own can live in the folder `assets`".to_owned(),
    };
    let message = format!("`{path}` is not read: nothing is expected there");
    Diagnostic::new(&fault::unknown_file::RULE, start, message).with_help(Some(help))
}

/// Front matter with the Markdown below it as the key `body`.
fn with_body(found: &mut Found, front: Option<Node>, span: Span, body: &str) -> Node {
    let mut entries = match front.map(|node| (node.span, node.value)) {
        Some((_, Value::Map(entries))) => entries,
        None => Vec::new(),
        Some((span, _)) => {
            let message = "expected keys with values between the two lines of `---`".to_owned();
            let help = Some("write them as `title: …`, each on a line of its own".to_owned());
            found.faults.push(Diagnostic::new(&fault::wrong_type::RULE, span, message).with_help(help));
            found.holes.push(span);
            Vec::new()
        }
    };
    let below = !body.trim().is_empty();
    if let Some(index) = entries.iter().position(|(key, _)| below && key.text == "body") {
        let (key, _) = entries.remove(index);
        let message = "`body` is there twice: as a key, and as the text below the front matter".to_owned();
        let mut twice = Diagnostic::new(&fault::duplicate_key::RULE, key.span, message);
        twice.related.push((Span::new(span.file, span.start as usize, span.start as usize), "the text begins here".to_owned()));
        found.faults.push(twice.with_help(Some("keep it in one of the two places".to_owned())));
    }
    if below {
        let scalar = Scalar { text: body.to_owned(), plain: false, verbatim: true };
        entries.push((
            Key { span: Span::new(span.file, span.start as usize, span.start as usize), text: "body".to_owned() },
            Node { span, value: Value::Scalar(scalar) },
        ));
    }
    let whole = entries.first().map_or(span, |(key, _)| key.span.to(span));
    Node { span: whole, value: Value::Map(entries) }
}

/// Entries keyed by id, with what the file says of all of them.
fn list(found: &mut Found, kind: Kind, tree: Node) {
    let Node { span, value } = tree;
    let Value::Map(entries) = value else {
        if !matches!(&value, Value::Scalar(scalar) if scalar.is_null()) {
            let node = Node { span, value };
            let message = format!("expected ids with {} under each, found {}", kind.a_noun(), found_there(&node));
            let help = format!("begin each {} with its id and a colon, and indent what belongs to it", kind.noun());
            found.faults.push(Diagnostic::new(&fault::wrong_type::RULE, span, message).with_help(Some(help)));
            found.partial = true;
        }
        return;
    };
    let (head, entries): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|(key, _)| matches!(key.text.as_str(), "visibility" | "allow"));
    let head = Node { span, value: Value::Map(head) };
    let said = head.get("visibility").and_then(|node| said_visibility(found, node, true));
    allowances(found, &head, &Scope::File);
    for (key, node) in entries {
        if let Form::Grouped(group) = kind.layout().form {
            self::group(found, kind, group, &key, node, said);
        } else if Id::is_valid(&key.text) {
            entry(found, kind, Id::new(&key.text), key.span, node, said);
        } else {
            bad_id(found, key.span, &key.text, "id");
        }
    }
}

/// The entries under one heading of a grouped list; each gets the heading as a key of its own.
fn group(found: &mut Found, kind: Kind, group: &str, heading: &Key, node: Node, said: Option<Visibility>) {
    use crate::model::schema::Shape;
    let words = match Shape::of(kind).field(group).map(|field| &field.shape) {
        Some(Shape::Choice(words)) => words.as_slice(),
        _ => &[],
    };
    if !words.contains(&heading.text) {
        let near = closest(&heading.text, words.iter().map(String::as_str));
        let help =
            near.map_or_else(|| format!("the headings are: {}", words.join(", ")), |near| format!("did you mean `{near}`?"));
        let mut unknown = Diagnostic::new(
            &fault::unknown_key::RULE,
            heading.span,
            format!("there is no heading `{}` here", excerpt(&heading.text)),
        );
        unknown.fix = near.map(|near| (heading.span, near.to_owned()));
        found.faults.push(unknown.with_help(Some(help)));
        found.partial = true;
        return;
    }
    if node.is_null() {
        return;
    }
    let Value::Map(items) = node.value else {
        let message = format!("expected an id with its keys under `{}`, found {}", heading.text, found_there(&node));
        let help = "begin each item with an id and a colon: `skills-gap:`, and indent what belongs to it".to_owned();
        found.faults.push(Diagnostic::new(&fault::wrong_type::RULE, node.span, message).with_help(Some(help)));
        found.partial = true;
        return;
    };
    for (key, mut item) in items {
        if !Id::is_valid(&key.text) {
            bad_id(found, key.span, &key.text, "id");
            continue;
        }
        if let Value::Map(entries) = &mut item.value {
            let scalar = Scalar { text: heading.text.clone(), plain: true, verbatim: false };
            let name = Key { span: heading.span, text: group.to_owned() };
            if let Some(index) = entries.iter().position(|(key, _)| key.text == group) {
                entries.remove(index);
            }
            entries.push((name, Node { span: heading.span, value: Value::Scalar(scalar) }));
        }
        entry(found, kind, Id::new(&key.text), key.span, item, said);
    }
}

/// Takes up one entry, with what it says of itself.
pub(super) fn entry(found: &mut Found, kind: Kind, id: Id, head: Span, node: Node, file: Option<Visibility>) {
    let own = node.get("visibility").and_then(|said| said_visibility(found, said, false));
    // An entry can't be more open than its file says: the file's word is there to keep everything in it.
    let said = own.max(file);
    let draft = node.get("status").and_then(Node::as_scalar).is_some_and(|status| status.text.trim() == "draft");
    let aliases = node.get("aliases").filter(|_| kind.has_page()).map(Node::items).unwrap_or_default();
    let aliases = aliases.iter().filter_map(Node::as_scalar).map(|alias| alias.text.trim().to_owned()).collect();
    allowances(found, &node, &Scope::Entry(kind, id.clone()));
    found.entries.push(Raw { kind, id, head, node, visibility: said, draft, aliases, told: Arc::default(), damaged: false });
}

/// The visibility that a node says. What can't be read is told by the walk of the entry, or here for a file; either way the safest one holds.
fn said_visibility(found: &mut Found, node: &Node, of_file: bool) -> Option<Visibility> {
    let said = visibility(node);
    if said.is_none() && of_file {
        let words = ["public", "members", "internal"];
        let word = node.as_scalar().map_or("", |scalar| scalar.text.as_str());
        let help = closest(word, words.into_iter())
            .map_or_else(|| "one of: public, members, internal".to_owned(), |near| format!("did you mean `{near}`?"));
        let message = format!("`{}` does not say who may see this file, so only the cluster organisation would", excerpt(word));
        found.faults.push(Diagnostic::new(&fault::unknown_word::RULE, node.span, message).with_help(Some(help)));
    }
    said.or(Some(Visibility::Internal))
}

/// Rules set aside here, each with its reason.
fn allowances(found: &mut Found, node: &Node, scope: &Scope) {
    for (rule, reason) in node.get("allow").map(Node::entries).unwrap_or_default() {
        let reason = reason.as_scalar().map_or("", |scalar| scalar.text.trim()).to_owned();
        found.allowances.push(Allowance { rule: rule.text.clone(), reason, span: rule.span, scope: scope.clone() });
    }
}

/// Tells of an id that can't be one.
pub(super) fn bad_id(found: &mut Found, span: Span, id: &str, what: &str) {
    let rules = "ids have small letters a to z, digits and hyphens";
    let near = Id::suggest(id);
    let help = near.as_ref().map_or_else(|| rules.to_owned(), |near| format!("did you mean `{near}`? {rules}"));
    let message = match what {
        "id" => format!("`{}` can't be an id", excerpt(id)),
        _ => format!("the {what} `{id}` can't be an id"),
    };
    let mut fault = Diagnostic::new(&fault::bad_id::RULE, span, message).with_help(Some(help));
    fault.fix = near.filter(|_| span.start < span.end).map(|near| (span, near));
    found.faults.push(fault);
    found.partial = true;
}
