//! The ten ways to break a file of YAML or Markdown: each gives all mistakes of its sort that there is a place for.

use clustersite::model::schema::{Shape, Word};
use clustersite::model::{Form, Kind};
use clustersite::syntax::Value;

use super::content::{Content, Item, Leaf, Mistake, Sort};

/// The bytes of a value's text.
fn range(leaf: &Leaf<'_>) -> std::ops::Range<usize> {
    leaf.node.span.start as usize..leaf.node.span.end as usize
}

/// The bytes of a value on one line that stands there whole, its quotes included.
fn whole(content: &Content<'_>, leaf: &Leaf<'_>) -> Option<std::ops::Range<usize>> {
    let range = range(leaf);
    let one_line = !content.text[range.clone()].contains('\n') && !range.is_empty();
    match &leaf.node.value {
        Value::Scalar(scalar) => {
            let quoted = content.text[..range.start].ends_with(['"', '\'']);
            let extra = usize::from(quoted);
            (one_line && scalar.verbatim).then(|| range.start - extra..range.end + extra)
        }
        Value::Map(_) | Value::List(_) => (one_line && content.text[range.clone()].starts_with(['{', '['])).then_some(range),
    }
}

/// Whether a value stands in a line that begins with its key.
fn beside_key(content: &Content<'_>, leaf: &Leaf<'_>) -> bool {
    leaf.key.is_some_and(|key| content.begins_line(key.span.start as usize))
}

pub(crate) fn syntax(content: &Content<'_>) -> Vec<Mistake> {
    let reserved = content.leaves().into_iter().filter(|leaf| beside_key(content, leaf)).filter_map(|leaf| {
        let range = whole(content, &leaf)?;
        Some(content.with(range, "@everybody", 0, "yaml-syntax", "quotes"))
    });
    let mut found: Vec<Mistake> = reserved.collect();
    if matches!(content.sort, Sort::Markdown | Sort::Translation) {
        found.push(match content.text[1..].find("\n---\n").filter(|_| content.text.starts_with("---\n")) {
            Some(end) => {
                Mistake { at: 0, ..content.with(end + 1..end + 5, "", 0, "front-matter", "write a second line of `---`") }
            }
            None => content.with(0..0, "---\n", 0, "front-matter", "write a second line of `---`"),
        });
    }
    found
}

pub(crate) fn wrong_type(content: &Content<'_>) -> Vec<Mistake> {
    let leaves = content.leaves();
    let values = leaves.iter().filter(|leaf| beside_key(content, leaf)).filter_map(|leaf| {
        let range = whole(content, leaf)?;
        match leaf.shape {
            Shape::Object(_) | Shape::List(_) | Shape::Map(_) | Shape::ByRef(..) => {
                Some(content.with(range, "several", 0, "wrong-type", ""))
            }
            _ => Some(content.with(range, "[one, two]", 0, "wrong-type", "")),
        }
    });
    let mut found: Vec<Mistake> = values.collect();
    if leaves.is_empty() {
        found.push(content.with(0..0, "---\n- one\n- two\n---\n", 4, "wrong-type", "write them as `title: …`"));
    }
    found
}

pub(crate) fn unknown_key(content: &Content<'_>) -> Vec<Mistake> {
    let known = |key: &str| content.fields().iter().any(|field| field.key == key);
    let misspelt = |item: &Item| {
        let of_entry = item.node.entries().iter().map(|(key, _)| key.text.as_str());
        let key = of_entry.chain(content.fields().iter().map(|field| field.key.as_str())).find(|key| key.len() > 4)?;
        let (start, end) = key.split_at(key.len() - 2);
        let slip = format!("{start}{}", end.chars().rev().collect::<String>());
        (!known(&slip)).then_some(slip)
    };
    let lines = content
        .entries
        .iter()
        .filter_map(|item| content.with_line(item, (&misspelt(item)?, "something"), false, "unknown-key", "did you mean `"));
    lines.collect()
}

pub(crate) fn unknown_id(content: &Content<'_>) -> Vec<Mistake> {
    let mut found = Vec::new();
    for leaf in content.leaves() {
        if let (Shape::Ref(_), Some(id)) = (leaf.shape, leaf.node.as_scalar()) {
            let slip = format!("{}-x", id.text);
            found.push(content.with(range(&leaf), &slip, 0, "unknown-id", "did you mean `"));
        }
    }
    if matches!(content.sort, Sort::Markdown | Sort::Translation) {
        let start = "\nSee ";
        let link = format!("{start}[there](goal:no-such-goal).\n");
        let end = content.text.len();
        found.push(content.with(end..end, &link, start.len(), "broken-link", ""));
    }
    // What names no entry can still name a rule.
    if found.is_empty() {
        let (before, rule) = ("{ ", "{ no-such-rule: a reason }");
        let lines = content.entries.iter().filter_map(|item| {
            let line = content.with_line(item, ("allow", rule), true, "unknown-rule", "")?;
            Some(Mistake { at: line.at + before.len(), ..line })
        });
        found.extend(lines);
    }
    found
}

pub(crate) fn duplicate(content: &Content<'_>) -> Vec<Mistake> {
    let mut found = Vec::new();
    for leaf in content.leaves().into_iter().filter(|leaf| beside_key(content, leaf)) {
        let (Some(range), Some(key)) = (whole(content, &leaf), leaf.key) else { continue };
        let (start, at) = (content.line_start(key.span.start as usize), content.next_line(range.end));
        let line = content.text[start..at].to_owned();
        let indent = key.span.start as usize - start;
        found.push(content.with(at..at, &line, indent, "duplicate-key", "the first one counts"));
    }
    if found.is_empty() && content.sort == Sort::Markdown && !content.text.starts_with("---") {
        found.push(content.with(0..0, "---\nbody: twice\n---\n", 4, "duplicate-key", "keep it in one of the two places"));
    }
    // A second entry of the same id, at the end of the file.
    let first = content.entries.first().and_then(|item| item.key.as_ref());
    if let (Some(key), Form::Many) = (first, content.kind.layout().form) {
        let end = content.text.len();
        let twice = format!("{}:\n  title: Twice\n", key.text);
        found.push(content.with(end..end, &twice, 0, "duplicate-key", "the first one counts"));
    }
    found
}

/// Puts a text where the shape wants something else: in place of what is there, or else on a line of its own.
fn instead(
    content: &Content<'_>,
    wanted: impl Fn(&Shape) -> bool,
    text: &str,
    rule: &'static str,
    help: &'static str,
) -> Vec<Mistake> {
    if content.sort == Sort::Translation {
        return Vec::new();
    }
    let leaves = content.leaves();
    let there = leaves.iter().filter(|leaf| wanted(leaf.shape) && leaf.node.as_scalar().is_some());
    let mut found: Vec<Mistake> = there.map(|leaf| content.with(range(leaf), text, 0, rule, help)).collect();
    for item in &content.entries {
        let lacks = |key: &str| item.node.get(key).is_none();
        let field = content.fields().iter().find(|field| wanted(&field.shape) && lacks(&field.key));
        found.extend(field.and_then(|field| content.with_line(item, (&field.key, text), true, rule, help)));
    }
    found
}

pub(crate) fn bad_date(content: &Content<'_>) -> Vec<Mistake> {
    let mut found = instead(content, |s| *s == Shape::Word(Word::Date), "31.12.2028", "bad-date", "write it as 2028-12-31");
    found.extend(instead(content, |s| *s == Shape::Word(Word::Period), "2026-13", "bad-date", "write a year (2026)"));
    found
}

pub(crate) fn missing_field(content: &Content<'_>) -> Vec<Mistake> {
    let mut found = Vec::new();
    let required = |key: &str| content.fields().iter().any(|field| field.key == key && field.required);
    for item in content.entries.iter().filter(|_| content.sort != Sort::Translation) {
        let keys: Vec<_> = item.node.entries().iter().map(|(key, _)| key).collect();
        for pair in keys.windows(2).filter(|pair| required(&pair[0].text)) {
            let start = content.line_start(pair[0].span.start as usize);
            let next = content.line_start(pair[1].span.start as usize);
            // An entry in a list is told at its id; a file of its own has none, and is told at whatever comes first.
            let first = keys[usize::from(keys[0] == pair[0])].span.start as usize;
            let first = if first >= next { first - (next - start) } else { first };
            let at = item.key.as_ref().map_or(first, |key| key.span.start as usize);
            found.push(Mistake { at, ..content.with(start..next, "", 0, "missing-key", "add a line `") });
        }
    }
    found
}

pub(crate) fn text_in_number(content: &Content<'_>) -> Vec<Mistake> {
    instead(content, |shape| matches!(shape, Shape::Number { .. }), "about twelve", "bad-number", "")
}

pub(crate) fn wrong_language(content: &Content<'_>) -> Vec<Mistake> {
    if content.sort == Sort::Translation {
        let path = content.path.replace(".fr.md", ".xx.md").replace(".ar.md", ".xx.md");
        return vec![Mistake { path, ..content.with(0..0, "", 0, "unknown-language", "the site's languages are en, fr, ar") }];
    }
    let mut found = Vec::new();
    for leaf in content.leaves().into_iter().filter(|leaf| matches!(leaf.shape, Shape::Text | Shape::Prose)) {
        let last = leaf.node.entries().last().filter(|(_, text)| !text.is_null());
        if let Some((key, _)) = last {
            let range = key.span.start as usize..key.span.end as usize;
            found.push(content.with(range, "xx", 0, "unknown-language", "the site's languages are en, fr, ar"));
        } else if let Some(range) = whole(content, &leaf) {
            let (before, map) = ("{ en: One, ", "{ en: One, xx: Two }");
            found.push(content.with(range, map, before.len(), "unknown-language", "the site's languages are en, fr, ar"));
        }
    }
    found
}

/// Keys by which entries of a kind name others of the same kind, and the rule that forbids to come back to the start.
const CIRCLES: &[(Kind, &str, &str)] =
    &[(Kind::Body, "reports-to", "reporting-circle"), (Kind::Activity, "depends-on", "activity-depends-in-circle")];

pub(crate) fn circle(content: &Content<'_>) -> Vec<Mistake> {
    let mut found = Vec::new();
    for &(_, name, rule) in CIRCLES.iter().filter(|(kind, ..)| *kind == content.kind) {
        let named = |item: &Item| -> Vec<String> {
            let value = item.node.get(name);
            let items = value.map(|node| if node.items().is_empty() { std::slice::from_ref(node) } else { node.items() });
            items.unwrap_or_default().iter().filter_map(|node| Some(node.as_scalar()?.text.clone())).collect()
        };
        for (index, item) in content.entries.iter().enumerate() {
            let Some(key) = &item.key else { continue };
            // One that names itself, and one that is named by what stands after it.
            let back = content.entries[index + 1..].iter().find(|other| named(other) == [key.text.clone()]);
            let to = back.and_then(|other| other.key.as_ref()).unwrap_or(key);
            let Some((field, shape)) = content.fields().iter().find(|field| field.key == name).map(|f| (f, &f.shape)) else {
                continue;
            };
            match item.node.get(name) {
                None => {
                    let listed = matches!(shape, Shape::List(_));
                    let value = if listed { format!("[{}]", to.text) } else { to.text.clone() };
                    let line = content.with_line(item, (&field.key, &value), true, rule, "take");
                    found.extend(line.map(|line| Mistake { at: line.at + usize::from(listed), ..line }));
                }
                Some(node) => {
                    let leaf = node.items().first().unwrap_or(node);
                    let range = leaf.span.start as usize..leaf.span.end as usize;
                    found.push(content.with(range, &to.text, 0, rule, "take"));
                }
            }
        }
    }
    found
}
