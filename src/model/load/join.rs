//! Owns translations by file name: the texts of `vision.fr.md` join those of `vision.md` before shapes are checked, so that one file translated by
//! suffix and one map of languages are the same thing from then on.

use std::collections::BTreeMap;

use super::Raw;
use super::settings::Settings;
use crate::diag::{Diagnostic, closest};
use crate::model::schema::Shape;
use crate::model::shape::is_language;
use crate::model::{Id, Kind, fault};
use crate::source::Span;
use crate::syntax::{Key, Node, Value, excerpt};

/// A file that translates an entry.
pub(super) struct Translation {
    pub(super) kind: Kind,
    pub(super) id: Id,
    pub(super) lang: String,
    pub(super) node: Node,
    pub(super) start: Span,
}

/// Joins every translation to its entry.
pub(super) fn join(raws: &mut [Raw], translations: Vec<Translation>, settings: &Settings, faults: &mut Vec<Diagnostic>) {
    let index: BTreeMap<(Kind, Id), usize> = raws.iter().enumerate().map(|(at, raw)| ((raw.kind, raw.id.clone()), at)).collect();
    for translation in translations {
        let Translation { kind, id, lang, node, start } = translation;
        if !(settings.languages.contains(&lang) || settings.any_language && is_language(&lang)) {
            let message = if is_language(&lang) {
                format!("`{lang}` in the file's name is not a language of this site")
            } else {
                format!("`{lang}` in the file's name is not a language")
            };
            let near = closest(&lang, settings.languages.iter().map(String::as_str)).filter(|_| !is_language(&lang));
            let help = near.map_or_else(
                || {
                    format!(
                        "the site's languages are {}; add it to `languages` in cluster.yaml, or rename the file",
                        settings.languages.join(", ")
                    )
                },
                |near| format!("did you mean `{id}.{near}.md`?"),
            );
            faults.push(Diagnostic::new(&fault::unknown_language::RULE, start, message).with_help(Some(help)));
            continue;
        }
        let Some(raw) = index.get(&(kind, id.clone())).map(|&at| &mut raws[at]) else {
            let message = format!("this translates the {} `{id}`, which does not exist", kind.noun());
            let near = closest(id.as_str(), index.keys().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str()));
            let help = near.map_or_else(
                || format!("write `{id}.md` in the main language, or take this file out"),
                |near| format!("did you mean `{near}`?"),
            );
            faults.push(Diagnostic::new(&fault::orphan_translation::RULE, start, message).with_help(Some(help)));
            continue;
        };
        for (key, value) in node.entries() {
            add(raw, key, value, &lang, settings.main(), faults);
        }
    }
}

/// Adds one translated text to an entry.
fn add(raw: &mut Raw, key: &Key, value: &Node, lang: &str, main: &str, faults: &mut Vec<Diagnostic>) {
    let shape = Shape::of(raw.kind);
    let Some(field) = shape.field(&key.text) else {
        let keys = match shape {
            Shape::Object(fields) => fields.as_slice(),
            _ => &[],
        };
        let texts = keys.iter().filter(|field| matches!(field.shape, Shape::Text | Shape::Prose));
        let texts: Vec<&str> = texts.map(|field| field.key.as_str()).collect();
        let near = closest(&key.text, keys.iter().map(|field| field.key.as_str()));
        let help = near.map_or_else(
            || format!("keys that can be translated here: {}", texts.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        faults.push(
            Diagnostic::new(&fault::unknown_key::RULE, key.span, format!("there is no key `{}` here", excerpt(&key.text)))
                .with_help(Some(help)),
        );
        return;
    };
    if !matches!(field.shape, Shape::Text | Shape::Prose) {
        let message = format!("`{}` can't differ between languages", key.text);
        let help = format!("say it once, in the file without `.{lang}`");
        faults.push(Diagnostic::new(&fault::untranslatable_key::RULE, key.span, message).with_help(Some(help)));
        return;
    }
    let Value::Map(entries) = &mut raw.node.value else { return };
    let translated = (Key { span: key.span, text: lang.to_owned() }, value.clone());
    let Some((_, existing)) = entries.iter_mut().find(|(name, _)| name.text == key.text) else {
        // A translation can't stand in for what has to be there in the main language: the entry is told to lack it.
        if !field.required {
            entries.push((key.clone(), Node { span: value.span, value: Value::Map(vec![translated]) }));
        }
        return;
    };
    match &mut existing.value {
        Value::Map(languages) => {
            if let Some((earlier, _)) = languages.iter().find(|(name, _)| name.text == lang) {
                let message = format!("`{}` is there twice in `{lang}`", key.text);
                let mut fault = Diagnostic::new(&fault::duplicate_key::RULE, key.span, message);
                fault.help = Some("keep it in one of the two places".to_owned());
                fault.related.push((earlier.span, "first written here".to_owned()));
                faults.push(fault);
            } else {
                languages.push(translated);
            }
        }
        Value::Scalar(scalar) if field.required && scalar.text.trim().is_empty() => {}
        Value::Scalar(_) => {
            let original = existing.clone();
            let span = original.span;
            let name = Key { span, text: main.to_owned() };
            *existing = Node { span, value: Value::Map(vec![(name, original), translated]) };
        }
        Value::List(_) => {}
    }
}
