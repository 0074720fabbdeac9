//! Owns the text of a new entry, made from the JSON Schema of its kind: first values for what has to be there, comments for the rest.

use jiff::civil::Date;
use serde_json::Value;

use super::Failure;
use crate::model::schema::{Field, Shape, Word, entry_schema};
use crate::model::{Form, Id, Kind, Loaded};
use crate::source::Sources;

/// What a new entry is made of.
pub(super) struct Draft<'a> {
    /// Kind of the entry.
    pub(super) kind: Kind,
    /// Its id.
    pub(super) id: &'a Id,
    /// The heading it belongs under, where its kind has headings.
    pub(super) group: Option<&'a str>,
    /// The day that dates start from.
    pub(super) today: Date,
    /// What is in the repository already.
    pub(super) loaded: &'a Loaded,
    /// Its files.
    pub(super) sources: &'a Sources,
}

impl Draft<'_> {
    /// A file that holds this entry alone; where it is a document, settings with a text below them.
    pub(super) fn file(&self, document: bool) -> Result<String, Failure> {
        if document {
            Ok(format!("---\n{}---\nWrite here, in Markdown.\n", self.keys("", &["body"])?))
        } else {
            self.keys("", &[])
        }
    }

    /// A list that holds this entry alone.
    pub(super) fn list(&self) -> Result<String, Failure> {
        match self.group {
            Some(group) => Ok(format!("{group}:\n{}", self.item("  ")?)),
            None => self.item(""),
        }
    }

    /// The entry as one of a list, its id indented by `indent`.
    pub(super) fn item(&self, indent: &str) -> Result<String, Failure> {
        let group = match self.kind.layout().form {
            Form::Grouped(key) => key,
            Form::Single | Form::Many | Form::Rows => "",
        };
        Ok(format!("{indent}{}:\n{}", self.id, self.keys(&format!("{indent}  "), &[group])?))
    }

    /// A table that holds this entry alone, in columns for what fits a cell.
    pub(super) fn table(&self) -> Result<String, Failure> {
        let common = |field: &&Field| !crate::model::schema::COMMON.contains(&field.key.as_str());
        let cell = |field: &&Field| !matches!(field.shape, Shape::Object(_) | Shape::Map(_) | Shape::ByRef(..) | Shape::List(_));
        let named = (self.id.as_str() != self.kind.name()).then_some("id");
        let keys = self.fields().iter().filter(common).filter(cell).map(|field| field.key.as_str());
        let columns: Vec<&str> = named.into_iter().chain(keys).collect();
        Ok(format!("{}\n{}\n", columns.join(","), self.row(&columns, ',')?))
    }

    /// The entry as a row under such columns, with a value where one has to be.
    pub(super) fn row(&self, columns: &[&str], delimiter: char) -> Result<String, Failure> {
        let cells: Result<Vec<String>, Failure> = columns
            .iter()
            .map(|column| match self.fields().iter().find(|field| field.key == *column) {
                None if *column == "id" => Ok(self.id.to_string()),
                Some(field) if field.required => self.value(&field.shape, &field.key),
                Some(_) | None => Ok(String::new()),
            })
            .collect();
        Ok(cells?.join(&delimiter.to_string()))
    }

    fn fields(&self) -> &'static [Field] {
        match Shape::of(self.kind) {
            Shape::Object(fields) => fields,
            _ => &[],
        }
    }

    /// The keys of the entry, those that it has to have first.
    fn keys(&self, indent: &str, without: &[&str]) -> Result<String, Failure> {
        let schema = entry_schema(self.kind);
        let fields = || self.fields().iter().filter(|field| !without.contains(&field.key.as_str()));
        let mut text = String::new();
        for field in fields().filter(|field| field.required) {
            // A title speaks for itself; of a closed set the other words are worth knowing.
            if let Some(explanation) = explanation(&schema["properties"][&field.key], &field.shape)
                && field.shape != Shape::Text
            {
                text.push_str(&format!("{indent}# {explanation}\n"));
            }
            text.push_str(&format!("{indent}{}: {}\n", field.key, self.value(&field.shape, &field.key)?));
        }
        for field in fields().filter(|field| !field.required) {
            if let Some(explanation) = explanation(&schema["properties"][&field.key], &field.shape) {
                text.push_str(&format!("{indent}# {explanation}\n"));
            }
            if let Some(lines) = self.block(&field.shape, &schema["properties"][&field.key]) {
                text.push_str(&format!("{indent}# {}:\n", field.key));
                text.extend(lines.iter().map(|line| format!("{indent}#   {line}\n")));
                continue;
            }
            // An entry is never opened to more people by taking a # away.
            let hint = match field.key.as_str() {
                "visibility" => "internal".to_owned(),
                "aliases" => "[former-id]".to_owned(),
                _ => self.hint(&field.shape),
            };
            let space = if hint.is_empty() { "" } else { " " };
            text.push_str(&format!("{indent}# {}:{space}{hint}\n", field.key));
        }
        Ok(text)
    }

    /// Keys inside a key, a line each with what it is for behind it; nothing where there are none. Of a list, the lines are its first item.
    fn block(&self, shape: &Shape, schema: &Value) -> Option<Vec<String>> {
        let (fields, schema, listed) = match shape {
            Shape::Object(fields) => (fields, own(schema), false),
            Shape::List(inner) => match &**inner {
                Shape::Object(fields) => (fields, own(&own(schema)["items"]), true),
                _ => return None,
            },
            _ => return None,
        };
        let (needed, free): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|field| field.required);
        let mut lines = Vec::new();
        for field in needed.into_iter().chain(free) {
            let schema = &schema["properties"][&field.key];
            let note = explanation(schema, &field.shape).map_or_else(String::new, |text| format!("  # {text}"));
            match self.block(&field.shape, schema) {
                Some(inner) => {
                    lines.push(format!("{}:{note}", field.key));
                    lines.extend(inner.into_iter().map(|line| format!("  {line}")));
                }
                None => {
                    let hint = match &field.shape {
                        Shape::Text | Shape::Prose => "\"…\"".to_owned(),
                        shape => self.hint(shape),
                    };
                    let space = if hint.is_empty() { "" } else { " " };
                    lines.push(format!("{}:{space}{hint}{note}", field.key));
                }
            }
        }
        if listed {
            let mark = |(index, line): (usize, String)| format!("{} {line}", if index == 0 { "-" } else { " " });
            lines = lines.into_iter().enumerate().map(mark).collect();
        }
        Some(lines)
    }

    /// A first value for a key that has to be there.
    fn value(&self, shape: &Shape, key: &str) -> Result<String, Failure> {
        let group = match self.kind.layout().form {
            Form::Grouped(name) if name == key => self.group,
            Form::Single | Form::Many | Form::Rows | Form::Grouped(_) => None,
        };
        match shape {
            Shape::Text | Shape::Prose => Ok(self.title()),
            Shape::Ref(kinds) if self.known(kinds).is_none() => {
                let (kind, named) = kinds.first().map_or(("entry", "an entry".to_owned()), |kind| (kind.name(), kind.a_name()));
                let help = format!("write that first: `clustersite new {kind} ID`");
                Err(Failure::new(format!("{} names {named}, and there is none yet", self.kind.a_name())).help(help))
            }
            Shape::Word(Word::File) if self.asset().is_none() => {
                let message = format!("{} names a file, and there is none in assets/ yet", self.kind.a_name());
                Err(Failure::new(message).help("put the file into assets/ first"))
            }
            Shape::List(inner) => Ok(format!("[{}]", self.value(inner, key)?)),
            _ => Ok(group.map_or_else(|| self.hint(shape), str::to_owned)),
        }
    }

    /// A value as an example of what may stand there; nothing where only the author knows.
    fn hint(&self, shape: &Shape) -> String {
        match shape {
            Shape::Text => String::new(),
            Shape::Prose => "|".to_owned(),
            Shape::Word(word) => self.word(*word),
            Shape::Number { min, max, .. } => {
                let year = f64::from(self.today.year());
                let least = min.unwrap_or(0.0);
                // A range that leaves out all small numbers is one of years.
                if least > 1000.0 && max.is_none_or(|max| year <= max) { year.to_string() } else { least.max(0.0).to_string() }
            }
            Shape::Bool => "true".to_owned(),
            Shape::Choice(words) => words.first().cloned().unwrap_or_default(),
            Shape::Ref(kinds) => self.known(kinds).map(Id::to_string).unwrap_or_default(),
            Shape::List(inner) => match &**inner {
                Shape::Text | Shape::Prose => "[]".to_owned(),
                inner => format!("[{}]", self.hint(inner)),
            },
            Shape::Map(_) => "{}".to_owned(),
            Shape::ByRef(kinds, inner) => match self.known(kinds) {
                Some(id) => format!("{{ {id}: {} }}", self.hint(inner)),
                None => "{}".to_owned(),
            },
            Shape::Object(fields) => {
                let required: Vec<&Field> = fields.iter().filter(|field| field.required).collect();
                let shown = if required.is_empty() { fields.iter().collect() } else { required };
                let pair = |field: &&Field| match &field.shape {
                    Shape::Text | Shape::Prose => format!("{}: \"…\"", field.key),
                    shape => format!("{}: {}", field.key, self.hint(shape)),
                };
                format!("{{ {} }}", shown.iter().map(pair).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn word(&self, word: Word) -> String {
        match word {
            Word::Plain => "\"…\"".to_owned(),
            Word::Date => self.today.to_string(),
            Word::Period => self.today.year().to_string(),
            Word::Figure => "0".to_owned(),
            Word::Url => "https://example.org/".to_owned(),
            Word::Email => "name@example.org".to_owned(),
            Word::Colour => "\"#1f4e79\"".to_owned(),
            Word::Country => "FR".to_owned(),
            Word::Currency => "EUR".to_owned(),
            Word::Language => self.loaded.languages.first().map_or("en", String::as_str).to_owned(),
            Word::File => self.asset().unwrap_or("assets/…").to_owned(),
            Word::Time => "\"09:00\"".to_owned(),
            Word::Evidence => "https://example.org/".to_owned(),
        }
    }

    /// The id as words.
    fn title(&self) -> String {
        let words = self.id.as_str().replace('-', " ");
        let mut letters = words.chars();
        let title: String = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
        // This one word would be read as nothing.
        if title == "Null" { "\"Null\"".to_owned() } else { title }
    }

    /// An entry that a reference can point to.
    fn known(&self, kinds: &[Kind]) -> Option<&Id> {
        let of = |kind: &Kind| self.loaded.model.metas().find(|meta| meta.kind == *kind).map(|meta| &meta.id);
        kinds.iter().find_map(of)
    }

    fn asset(&self) -> Option<&str> {
        self.sources.iter().map(|(_, file)| file.path.as_str()).find(|path| path.starts_with("assets/"))
    }
}

/// The schema of a key without the choice to leave it out.
fn own(schema: &Value) -> &Value {
    let choices = schema["anyOf"].as_array();
    choices.and_then(|all| all.iter().find(|one| one["type"] != "null")).unwrap_or(schema)
}

/// What a key is for, in a line; for a closed set with its words.
fn explanation(schema: &Value, shape: &Shape) -> Option<String> {
    let text = schema["description"].as_str()?.lines().next()?.trim();
    Some(match shape {
        Shape::Choice(words) => format!("{}: {}", text.trim_end_matches('.'), words.join(", ")),
        _ => text.to_owned(),
    })
}
