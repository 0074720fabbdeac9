//! Canaries: the example with hidden entries of every kind, each field of which holds a word that occurs nowhere else.

use std::collections::BTreeMap;

use clustersite::model::schema::{Shape, Word};
use clustersite::model::{Form, Kind, load};
use clustersite::source::{Limits, Sources, read};

/// A text that occurs nowhere else. Ids have only small letters, so it does too.
pub(crate) const CANARY: &str = "zqxcanary";

/// The files of the example.
pub(crate) fn example() -> BTreeMap<String, Vec<u8>> {
    let (sources, _) = read(std::path::Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there");
    sources.iter().map(|(_, file)| (file.path.clone(), file.bytes.to_vec())).collect()
}

/// A value of a shape with a canary wherever the shape lets one in; `peers` has an entry of the example for references within a kind, which
/// would be circles if they led to the hidden entry itself.
fn value(shape: &Shape, name: &str, own: Kind, peers: &BTreeMap<Kind, String>) -> serde_json::Value {
    use serde_json::json;
    match shape {
        Shape::Text => json!({ "en": format!("{CANARY} {name}"), "fr": format!("{CANARY} {name} fr") }),
        Shape::Prose => {
            json!(format!("# {CANARY} {name}\n\n{CANARY} [link](assets/{CANARY}.svg) ![{CANARY}](assets/{CANARY}.svg)\n"))
        }
        Shape::Word(Word::Plain | Word::Figure) => json!(format!("{CANARY} {name}")),
        Shape::Word(Word::Date) => json!("2026-01-31"),
        Shape::Word(Word::Period) => json!("2026-01"),
        Shape::Word(Word::Url) => json!(format!("https://example.org/{CANARY}")),
        Shape::Word(Word::Email) => json!(format!("{CANARY}@example.org")),
        Shape::Word(Word::Colour) => json!("#123456"),
        Shape::Word(Word::Country) => json!("FR"),
        Shape::Word(Word::Currency) => json!("EUR"),
        Shape::Word(Word::Language) => json!("en"),
        Shape::Word(Word::File) => json!(format!("assets/{CANARY}.svg")),
        Shape::Word(Word::Time) => json!("10:00"),
        Shape::Word(Word::Evidence) => json!(format!("{}:{}", Kind::Goal.name(), target(Kind::Goal))),
        Shape::Number { min, .. } => json!(min.unwrap_or(3.0).max(3.0)),
        Shape::Bool => json!(true),
        Shape::Choice(words) => json!(words.last().expect("a closed set has words")),
        Shape::Ref(kinds) if kinds[0] == own => json!(peers[&own]),
        Shape::Ref(kinds) => json!(target(kinds[0])),
        Shape::List(inner) => json!([value(inner, name, own, peers)]),
        Shape::Map(inner) => json!({ format!("{CANARY}-key"): value(inner, name, own, peers) }),
        Shape::ByRef(kinds, inner) => json!({ target(kinds[0]): value(inner, name, own, peers) }),
        Shape::Object(fields) => {
            let fields =
                fields.iter().filter(|field| !["visibility", "status", "allow", "aliases"].contains(&field.key.as_str()));
            fields
                .map(|field| (field.key.clone(), value(&field.shape, &field.key, own, peers)))
                .collect::<serde_json::Map<_, _>>()
                .into()
        }
    }
}

/// The hidden entry of a kind.
pub(crate) fn target(kind: Kind) -> String {
    if kind.layout().form == Form::Single { kind.name().to_owned() } else { format!("{CANARY}-{}", kind.name()) }
}

/// The example with one hidden entry of every kind that has several, every field of it full of canaries.
pub(crate) fn planted(marks: &[(&str, &str)]) -> Sources {
    let mut files = example();
    let loaded = load(&Sources::from_memory(files.clone()), &[]);
    let peers = loaded.model.metas().map(|meta| (meta.kind, meta.id.to_string())).collect();
    files.insert(format!("assets/{CANARY}.svg"), format!("<svg viewBox=\"0 0 9 9\"><title>{CANARY}</title></svg>").into_bytes());
    for kind in Kind::ALL.iter().filter(|kind| kind.layout().form != Form::Single) {
        let mut entry = value(Shape::of(*kind), kind.name(), *kind, &peers);
        for (key, mark) in marks {
            entry[*key] = serde_json::json!(mark);
        }
        if kind.has_page() {
            entry["aliases"] = serde_json::json!([format!("{CANARY}-former"), format!("{CANARY}/former.html")]);
        }
        if *kind == Kind::Measurement {
            entry["indicator"] = serde_json::json!(target(Kind::Indicator));
        }
        let path = format!("{}/{}.yaml", kind.layout().stem, target(*kind));
        files.insert(path, entry.to_string().into_bytes());
    }
    Sources::from_memory(files)
}
