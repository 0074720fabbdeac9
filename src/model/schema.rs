//! Owns what an entry may hold: the JSON Schema of each kind for editors, and the same schema compiled for the loader's walk.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::Kind;
use super::kinds::Form;
use super::kinds::key_question::QUESTIONS;

/// What may stand at a place, compiled from the JSON Schema of a kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A text, or a map of languages.
    Text,
    /// Markdown, or a map of languages.
    Prose,
    /// One text with a form of its own.
    Word(Word),
    /// A number; `integer` where it has no decimals.
    Number {
        /// Whether decimals are refused.
        integer: bool,
        /// Least value.
        min: Option<f64>,
        /// Greatest value.
        max: Option<f64>,
    },
    /// `true` or `false`.
    Bool,
    /// One of a closed set of words.
    Choice(Vec<String>),
    /// The id of an entry of one of these kinds.
    Ref(Vec<Kind>),
    /// A list.
    List(Box<Shape>),
    /// A map with keys of the author's own.
    Map(Box<Shape>),
    /// A map whose keys are ids of entries of one of these kinds.
    ByRef(Vec<Kind>, Box<Shape>),
    /// A map with these keys.
    Object(Vec<Field>),
}

/// A key of a [`Shape::Object`].
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The key.
    pub key: String,
    /// What may stand there.
    pub shape: Shape,
    /// Whether it has to be there.
    pub required: bool,
}

/// A single text with a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Any text.
    Plain,
    /// A day.
    Date,
    /// A year, half-year, quarter, month or day.
    Period,
    /// A number, or words.
    Figure,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A colour.
    Colour,
    /// A country.
    Country,
    /// A currency.
    Currency,
    /// A language.
    Language,
    /// A file of the repository.
    File,
    /// A time of day.
    Time,
    /// What proves something: an entry, a kind, a file or a web address.
    Evidence,
}

/// Keys that entries of every kind may have.
pub const COMMON: &[&str] = &["visibility", "status", "allow", "aliases"];

impl Shape {
    /// The shape of a kind's entries, its own keys and the common ones.
    pub fn of(kind: Kind) -> &'static Shape {
        static SHAPES: LazyLock<BTreeMap<Kind, Shape>> =
            LazyLock::new(|| Kind::ALL.iter().map(|&kind| (kind, compile(&entry_schema(kind)))).collect());
        &SHAPES[&kind]
    }

    /// The key of an object.
    pub fn field(&self, key: &str) -> Option<&Field> {
        match self {
            Self::Object(fields) => fields.iter().find(|field| field.key == key),
            _ => None,
        }
    }
}

/// The keys of a kind's entries that their authors fill in: all but those that every kind shares.
pub fn filled_by_author(shape: &Shape) -> Vec<&str> {
    let Shape::Object(fields) = shape else { return Vec::new() };
    let draft = |shape: &Shape| matches!(shape, Shape::Choice(words) if words.iter().any(|word| word == "published"));
    let own = |field: &&Field| !COMMON.contains(&field.key.as_str()) || field.key == "status" && !draft(&field.shape);
    fields.iter().filter(own).map(|field| field.key.as_str()).collect()
}

/// JSON Schema of one entry of a kind, with the keys that all kinds share.
pub fn entry_schema(kind: Kind) -> Value {
    let mut schema: Value = kind.schema().into();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert("visibility".to_owned(), visibility_schema());
        properties.insert("allow".to_owned(), allow_schema());
        properties.entry("status").or_insert_with(|| {
            json!({ "type": "string", "description": "A draft is built only on demand.",
                    "oneOf": [{ "const": "draft" }, { "const": "published" }] })
        });
        if kind.has_page() {
            properties.insert("aliases".to_owned(), aliases_schema());
        }
    }
    if let Some(object) = schema.as_object_mut() {
        object.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
    schema
}

/// JSON Schema of the file that holds entries of a kind: one entry where it is a file of its own, a map by id where it is a list.
pub fn file_schema(kind: Kind, list: bool) -> Value {
    let mut entry = entry_schema(kind);
    let mut schema = match kind.layout().form {
        Form::Single => entry,
        Form::Many | Form::Rows if !list => entry,
        Form::Grouped(_) if !list => entry,
        // Its ids are known, so editors offer them.
        Form::Many if kind == Kind::KeyQuestion => {
            let mut head = file_head();
            if let Some(properties) = head.get_mut("properties").and_then(Value::as_object_mut) {
                properties.extend(QUESTIONS.iter().map(|question| (question.id.to_owned(), json!({ "$ref": "#/$defs/entry" }))));
            }
            head.insert("additionalProperties".to_owned(), Value::Bool(false));
            head.insert("$defs".to_owned(), json!({ "entry": entry }));
            Value::Object(head)
        }
        Form::Many | Form::Rows => {
            let mut head = file_head();
            head.insert("additionalProperties".to_owned(), entry);
            Value::Object(head)
        }
        Form::Grouped(key) => {
            let groups = entry["properties"][key]["oneOf"].as_array().cloned().unwrap_or_default();
            if let Some(required) = entry.get_mut("required").and_then(Value::as_array_mut) {
                required.retain(|name| name != key);
            }
            let mut head = file_head();
            if let Some(properties) = head.get_mut("properties").and_then(Value::as_object_mut) {
                for group in groups {
                    let name = group["const"].as_str().unwrap_or_default().to_owned();
                    properties.insert(
                        name,
                        json!({ "type": "object", "description": group["description"], "additionalProperties": entry }),
                    );
                }
            }
            head.insert("additionalProperties".to_owned(), Value::Bool(false));
            Value::Object(head)
        }
    };
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(kind.name());
    schema
}

/// The keys that a list file has beside its entries.
fn file_head() -> Map<String, Value> {
    let mut head = Map::new();
    head.insert("type".to_owned(), json!("object"));
    head.insert("properties".to_owned(), json!({ "visibility": visibility_schema(), "allow": allow_schema() }));
    head
}

fn visibility_schema() -> Value {
    json!({ "type": "string", "description": "Who may see it.", "oneOf": [
        { "const": "public", "description": "Everybody" },
        { "const": "members", "description": "Members and the cluster organisation" },
        { "const": "internal", "description": "The cluster organisation" }
    ]})
}

fn allow_schema() -> Value {
    json!({ "type": "object", "description": "Rules that are not applied here, each with the reason why.",
            "additionalProperties": { "type": "string" } })
}

fn aliases_schema() -> Value {
    json!({ "type": "array", "items": { "type": "string" },
            "description": "Where its page stood before, the oldest first: a former id, or a path such as about-us/history.html." })
}

/// Compiles a JSON Schema as `schemars` writes it for the types of the kinds.
fn compile(schema: &Value) -> Shape {
    if let Some(shape) = schema.get("x-type").and_then(Value::as_str).and_then(|name| extension(name, schema)) {
        return shape;
    }
    if let Some(words) = words(schema) {
        return Shape::Choice(words);
    }
    if let Some(branch) =
        schema.get("anyOf").and_then(Value::as_array).and_then(|all| all.iter().find(|one| one["type"] != "null"))
    {
        return compile(branch);
    }
    let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
    match type_of(schema) {
        "object" if schema.get("properties").is_some() => Shape::Object(fields(schema)),
        "object" => Shape::Map(Box::new(compile(&schema["additionalProperties"]))),
        "array" => Shape::List(Box::new(compile(&schema["items"]))),
        "integer" => Shape::Number { integer: true, min: bound("minimum"), max: bound("maximum") },
        "number" => Shape::Number { integer: false, min: bound("minimum"), max: bound("maximum") },
        "boolean" => Shape::Bool,
        _ => Shape::Word(Word::Plain),
    }
}

fn extension(name: &str, schema: &Value) -> Option<Shape> {
    Some(match name {
        "text" => Shape::Text,
        "prose" => Shape::Prose,
        "ref" | "by-ref" => {
            let names = schema["x-kinds"].as_array()?;
            let kinds = names.iter().filter_map(|name| Kind::from_name(name.as_str()?)).collect();
            if name == "ref" {
                Shape::Ref(kinds)
            } else {
                Shape::ByRef(kinds, Box::new(compile(&schema["additionalProperties"])))
            }
        }
        "date" => Shape::Word(Word::Date),
        "period" => Shape::Word(Word::Period),
        "figure" => Shape::Word(Word::Figure),
        "url" => Shape::Word(Word::Url),
        "email" => Shape::Word(Word::Email),
        "colour" => Shape::Word(Word::Colour),
        "country" => Shape::Word(Word::Country),
        "currency" => Shape::Word(Word::Currency),
        "language" => Shape::Word(Word::Language),
        "file" => Shape::Word(Word::File),
        "time" => Shape::Word(Word::Time),
        "evidence" => Shape::Word(Word::Evidence),
        _ => return None,
    })
}

/// The words of a closed set, in either of the two forms that `schemars` writes.
fn words(schema: &Value) -> Option<Vec<String>> {
    if let Some(list) = schema.get("enum").and_then(Value::as_array) {
        return Some(list.iter().filter_map(|word| word.as_str().map(str::to_owned)).collect());
    }
    let branches = schema.get("oneOf").and_then(Value::as_array)?;
    let mut words = Vec::new();
    for branch in branches {
        match (branch.get("const").and_then(Value::as_str), branch.get("enum").and_then(Value::as_array)) {
            (Some(word), _) => words.push(word.to_owned()),
            (None, Some(list)) => words.extend(list.iter().filter_map(|word| word.as_str().map(str::to_owned))),
            (None, None) => {}
        }
    }
    Some(words)
}

fn type_of(schema: &Value) -> &str {
    match &schema["type"] {
        Value::String(name) => name,
        Value::Array(names) => names.iter().filter_map(Value::as_str).find(|name| *name != "null").unwrap_or("string"),
        _ => "string",
    }
}

fn fields(schema: &Value) -> Vec<Field> {
    let required = |key: &str| schema["required"].as_array().is_some_and(|keys| keys.iter().any(|name| name == key));
    let properties = schema["properties"].as_object().into_iter().flatten();
    properties.map(|(key, schema)| Field { key: key.clone(), shape: compile(schema), required: required(key) }).collect()
}
