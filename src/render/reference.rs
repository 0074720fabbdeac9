//! Owns the theme reference: what templates get, made from the types that they get it as, and what the default theme offers, read from its own files. So
//! it can't tell of what is not there.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::frame;
use crate::page::reference::views;
use crate::theme::{self, Tokens};

/// What the default theme tells of its own looks.
const MANUAL: &str = include_str!("../../themes/default/README.md");

/// The reference, in Markdown, with headings of the third level and below.
pub fn reference() -> String {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let frame = frame::schemas(&mut generator);
    let views = views(&mut generator);
    let shared: BTreeMap<String, Value> = generator.take_definitions(false).into_iter().collect();
    let mut out = String::new();
    out.push_str("### Values that every template gets\n\n");
    out.push_str(GUIDE);
    for (name, schema) in &frame {
        let _ = write!(out, "#### `{name}`\n\n{}", described(schema.as_value()));
    }
    out.push_str("### The view of each page\n\nWhat stands on a page is `view`, by the fields of this list.\n\n");
    for (template, schema) in &views {
        let view = described(schema.as_value());
        // The print document holds whole views of other pages; those are told once.
        let same = shared.iter().find(|(_, shared)| described(shared) == view);
        let view = same.map_or(view, |(name, _)| format!("The same as [{name}](#{}).\n\n", name.to_lowercase()));
        let _ = write!(out, "#### `{template}.html`\n\n{view}");
    }
    out.push_str("### Values within them\n\n");
    for (name, schema) in &shared {
        let _ = write!(out, "#### {name}\n\n{}", described(schema));
    }
    templates(&mut out);
    tokens(&mut out);
    for heading in ["Classes", "The print document"] {
        if let Some(text) = section(MANUAL, heading) {
            let _ = write!(out, "### {heading}\n\n{text}\n");
        }
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

/// How to read the lists that follow.
const GUIDE: &str = "\
`t` holds the words of the interface: the message `page.home.goals` is `{{ t.page.home.goals }}`; hyphens of keys are underscores, and messages with
plural forms are not there. `site` is the same on all pages of a language; `page` and `view` belong to one page.

In the lists, `?` marks what may be `none`, and `[…]` a list, which may be empty. Undefined names are errors; write `a?.b` where `a` may be `none`. All
addresses lead from the root of the site, so a template puts `page.root` before them, except where they are `external`.

";

/// A type in words: what it is, and a table of its fields.
fn described(schema: &Value) -> String {
    let mut out = String::new();
    if let Some(text) = schema["description"].as_str() {
        let _ = write!(out, "{}\n\n", paragraph(text));
    }
    if let Some(fields) = schema["properties"].as_object() {
        out.push_str("| field | type | |\n|---|---|---|\n");
        for (name, field) in fields {
            let text = field["description"].as_str().map(paragraph).unwrap_or_default();
            let _ = writeln!(out, "| `{name}` | {} | {text} |", kind(field));
        }
        out.push('\n');
    } else {
        let kind = kind(schema);
        let _ = write!(
            out,
            "{}\n\n",
            if kind == "nothing" { "There is nothing in it.".to_owned() } else { format!("One of: {kind}") }
        );
    }
    out
}

/// A description as one line of a table.
fn paragraph(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// The type of a field, in the notation of the reference.
fn kind(schema: &Value) -> String {
    if let Some(target) = schema["$ref"].as_str() {
        let name = target.rsplit('/').next().unwrap_or(target);
        return format!("[{name}](#{})", name.to_lowercase());
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[choice].as_array() {
            let (none, some): (Vec<_>, Vec<_>) = choices.iter().partition(|choice| choice["type"] == "null");
            let some: Vec<String> = some.into_iter().map(kind).collect();
            return format!("{}{}", some.join(" or "), if none.is_empty() { "" } else { "?" });
        }
    }
    if let Some(word) = schema["const"].as_str() {
        return format!("`{word}`");
    }
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().filter_map(Value::as_str).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    }
    match &schema["type"] {
        Value::Array(types) => {
            let own: Vec<&str> = types.iter().filter_map(Value::as_str).filter(|name| *name != "null").collect();
            let mut one = schema.clone();
            one["type"] = Value::from(own.first().copied().unwrap_or("null"));
            format!("{}{}", kind(&one), if own.len() < types.len() { "?" } else { "" })
        }
        Value::String(name) => match name.as_str() {
            "array" if schema["items"].is_null() => {
                let parts = schema["prefixItems"].as_array().map(Vec::as_slice).unwrap_or_default();
                format!("({})", parts.iter().map(kind).collect::<Vec<_>>().join(", "))
            }
            "array" => format!("[…] of {}", kind(&schema["items"])),
            "string" => "text".to_owned(),
            "integer" | "number" => "number".to_owned(),
            "boolean" => "true or false".to_owned(),
            "object" if schema["additionalProperties"].is_object() => format!("map of {}", kind(&schema["additionalProperties"])),
            "null" => "nothing".to_owned(),
            other => other.to_owned(),
        },
        _ => "anything".to_owned(),
    }
}

/// The default theme's templates: blocks of the frames, and components with their parameters.
fn templates(out: &mut String) {
    let text = |name: &str| theme::text(theme::DEFAULT, &format!("templates/{name}")).unwrap_or_default();
    out.push_str("### Blocks\n\nA page's template begins with `{% extends \"base.html\" %}` and fills blocks.\n\n");
    for name in ["base.html", "print_base.html"] {
        let names: Vec<String> = blocks(&text(name)).iter().map(|block| format!("`{block}`")).collect();
        let _ = writeln!(out, "- `{name}`: {}", names.join(", "));
    }
    out.push_str("\n### Components\n\n");
    out.push_str("A component with a body is called as `{% <name …> %} … {% </name> %}`, any other as `{{ <name … /> }}`.\n\n");
    for path in theme::all_paths(theme::DEFAULT) {
        let Some(name) = path.strip_prefix("templates/") else { continue };
        let components = components(&text(name));
        if components.is_empty() {
            continue;
        }
        let _ = write!(out, "#### In `{name}`\n\n");
        for (signature, comment) in components {
            let comment = if comment.is_empty() { String::new() } else { format!(": {}", paragraph(&comment)) };
            let _ = writeln!(out, "- `{signature}`{comment}");
        }
        out.push('\n');
    }
}

/// Names of the blocks that a template opens, in order.
fn blocks(template: &str) -> Vec<&str> {
    let opened = template.split("{%").skip(1).filter_map(|rest| rest.trim_start_matches('-').trim_start().strip_prefix("block "));
    opened.filter_map(|rest| rest.split_whitespace().next()).collect()
}

/// The components that a template defines, each with the comment above it.
fn components(template: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut before = 0;
    for (at, _) in template.match_indices("{% component ") {
        let rest = &template[at + "{% component ".len()..];
        let Some(end) = rest.find("%}") else { continue };
        let signature = rest[..end].trim_end_matches('-').split_whitespace().collect::<Vec<_>>().join(" ");
        let above = template[before..at].trim_end();
        let comment = above.strip_suffix("#}").and_then(|above| above.rsplit_once("{#")).map(|(_, comment)| comment);
        found.push((signature, comment.unwrap_or_default().trim_matches(['-', ' ', '\n']).to_owned()));
        before = at;
    }
    found
}

/// The custom properties of the default theme, light.
fn tokens(out: &mut String) {
    let text = |name: &str| theme::text(theme::DEFAULT, &format!("static/css/{name}.css")).unwrap_or_default();
    out.push_str("### Properties of the style sheet\n\n");
    if let Some(colours) = section(MANUAL, "Colours and fonts") {
        let _ = write!(out, "{colours}\n");
    }
    out.push_str("Every property of the default theme with its value in light, before the brand has its say:\n\n```css\n");
    for (name, value) in Tokens::read(&text("site")).iter() {
        let _ = writeln!(out, "{name}: {};", value.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    out.push_str("```\n\n");
}

/// What stands under a heading of the second level.
fn section<'a>(manual: &'a str, heading: &str) -> Option<&'a str> {
    let (_, rest) = manual.split_once(&format!("\n## {heading}\n"))?;
    Some(rest.split("\n## ").next().unwrap_or(rest).trim_start_matches('\n'))
}

#[cfg(test)]
mod tests {
    use schemars::Schema;

    use super::*;

    /// The fields that a schema says nothing about.
    fn said_nothing(name: &str, schema: &Value) -> Vec<String> {
        let fields = schema["properties"].as_object().into_iter().flatten();
        fields.filter(|(_, field)| field["description"].is_null()).map(|(field, _)| format!("{name}.{field}")).collect()
    }

    #[test]
    fn every_value_is_explained() {
        let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        let all: Vec<(&str, Schema)> = frame::schemas(&mut generator).into_iter().chain(views(&mut generator)).collect();
        let mut silent: Vec<String> = all.iter().flat_map(|(name, schema)| said_nothing(name, schema.as_value())).collect();
        let shared = generator.take_definitions(false);
        assert!(shared.len() > 20, "{}", shared.len());
        silent.extend(shared.iter().flat_map(|(name, schema)| said_nothing(name, schema)));
        assert!(silent.is_empty(), "without a sentence: {silent:?}");
        // A second type of the same name would make a heading that says nothing.
        assert!(shared.keys().all(|name| !name.ends_with(|c: char| c.is_ascii_digit())), "{:?}", shared.keys());
    }

    #[test]
    fn blocks_and_components_are_found() {
        assert_eq!(blocks("{%- block top %}{% block page_head %}{% endblock %}"), ["top", "page_head"]);
        let text =
            "{#- A note. -#}\n{% component note(v,\n kind: string = \"x\") -%}{% endcomponent note %}\n{% component b() %}";
        let expected = [("note(v, kind: string = \"x\")", "A note."), ("b()", "")];
        assert_eq!(components(text), expected.map(|(one, other)| (one.to_owned(), other.to_owned())));
    }
}
