//! Tests that the languages of the interface agree with English and with the grammar of their plurals.

use std::collections::{BTreeMap, BTreeSet};

use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use super::super::catalogue::{Forms, Message};
use super::*;

/// The messages that a language shares with English; any other that equals the English one was forgotten.
const SHARED: &[(&str, &str)] = &[
    (
        "fr",
        "Bronze|Budget|Cluster|Contact|Date|Description|Document|Documents|Figures|Influence|Innovation|Logo|Menu|Mission\
         |Participants|Personnel|Service|Services|Source|Total|Transformation|Vision|km|{count} point|{count} points\
         |{count} service|{count} services|{number} mm|{number} px",
    ),
    (
        "de",
        "Bronze|Budget|Cluster|Definition|Gold|Innovation|Logo|Matrix|Mission|Monitoring|Name|Neutral|Person\
         |Q{number}|Region|Start-up|Status|Transformation|Vision|Website|in {unit}|km|{number} mm|{number} px",
    ),
    ("es", "Actor|Error|Factor|No|Panel|Sector|Total|km|no|{count} actor|{number} mm|{number} px"),
    ("ar", ""),
];

fn all_forms(message: &Message) -> Vec<&str> {
    match message {
        Message::Text(text) => vec![text],
        Message::Plural(Forms { other, special }) => {
            special.iter().map(|(_, text)| text.as_str()).chain([other.as_str()]).collect()
        }
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').expect("an open brace").0).collect()
}

fn letters(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        inside = if c == '{' { true } else { inside && c != '}' };
        if !inside && c.is_alphabetic() {
            out.push(c);
        }
    }
    out
}

#[test]
fn every_language_parses() {
    for (tag, text) in [
        ("en", include_str!("../../../themes/default/lang/en.yaml")),
        ("fr", include_str!("../../../themes/default/lang/fr.yaml")),
        ("de", include_str!("../../../themes/default/lang/de.yaml")),
        ("es", include_str!("../../../themes/default/lang/es.yaml")),
        ("ar", include_str!("../../../themes/default/lang/ar.yaml")),
    ] {
        assert_eq!(Catalogue::parse(text), Ok(built_in(tag).unwrap()), "{tag}");
    }
}

#[test]
fn every_language_has_the_keys_of_english() {
    let english = built_in("en").unwrap();
    assert!(english.keys().count() > 500);
    for tag in INTERFACE {
        let catalogue = built_in(tag).unwrap();
        let (own, wanted): (BTreeSet<&str>, BTreeSet<&str>) = (catalogue.keys().collect(), english.keys().collect());
        assert_eq!(wanted.difference(&own).collect::<Vec<_>>(), Vec::<&&str>::new(), "missing in {tag}");
        assert_eq!(own.difference(&wanted).collect::<Vec<_>>(), Vec::<&&str>::new(), "unknown in {tag}");
    }
}

#[test]
fn every_key_is_kebab_case() {
    let kebab = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    for key in built_in("en").unwrap().keys() {
        assert!(key.split('.').all(kebab), "{key}");
    }
}

#[test]
fn every_language_has_the_placeholders_and_sorts_of_english() {
    let english = built_in("en").unwrap();
    for tag in INTERFACE {
        let catalogue = built_in(tag).unwrap();
        for key in english.keys() {
            let (ours, theirs) = (catalogue.get(key).unwrap(), english.get(key).unwrap());
            assert_eq!(matches!(ours, Message::Plural(_)), matches!(theirs, Message::Plural(_)), "{tag} {key}");
            let wanted: BTreeSet<&str> = all_forms(theirs).into_iter().flat_map(placeholders).collect();
            for form in all_forms(ours) {
                // "one member" may do without the number, but with everything else.
                let mut missing: BTreeSet<&str> = wanted.difference(&placeholders(form)).copied().collect();
                if all_forms(ours).len() > 1 {
                    missing.remove("count");
                }
                let unknown: Vec<&str> = placeholders(form).difference(&wanted).copied().collect();
                assert_eq!((missing, unknown), (BTreeSet::new(), Vec::new()), "{tag} {key}: {form}");
            }
        }
    }
}

#[test]
fn plural_messages_have_exactly_the_forms_of_their_language() {
    for tag in INTERFACE {
        let id: icu_locale_core::Locale = tag.parse().unwrap();
        let rules = PluralRules::try_new((&id).into(), PluralRulesOptions::default()).unwrap();
        let wanted: BTreeSet<PluralCategory> = rules.categories().collect();
        let catalogue = built_in(tag).unwrap();
        for key in catalogue.keys() {
            let Message::Plural(forms) = catalogue.get(key).unwrap() else { continue };
            let mut own: BTreeSet<PluralCategory> = forms.special.iter().map(|(category, _)| *category).collect();
            own.insert(PluralCategory::Other);
            assert_eq!(own, wanted, "{tag} {key}");
            // A form that several numbers share has to say which one it is; in Arabic three forms have one number each.
            let single =
                |category| *tag == "ar" && [PluralCategory::Zero, PluralCategory::One, PluralCategory::Two].contains(category);
            for (category, form) in forms.special.iter().chain([&(PluralCategory::Other, forms.other.clone())]) {
                assert!(single(category) || placeholders(form).contains("count"), "{tag} {key}: {form}");
            }
        }
    }
}

#[test]
fn nothing_is_empty_or_untidy() {
    for tag in INTERFACE {
        let catalogue = built_in(tag).unwrap();
        for key in catalogue.keys() {
            for form in all_forms(catalogue.get(key).unwrap()) {
                assert!(!form.is_empty() && form.trim() == form && !form.contains("  "), "{tag} {key}: {form}");
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    let english = built_in("en").unwrap();
    for (tag, shared) in SHARED {
        let catalogue = built_in(tag).unwrap();
        let mut same = BTreeSet::new();
        for key in catalogue.keys().filter(|key| !key.starts_with("number.")) {
            let theirs = all_forms(english.get(key).unwrap());
            let ours = all_forms(catalogue.get(key).unwrap());
            same.extend(ours.into_iter().filter(|form| theirs.contains(form) && !letters(form).is_empty()).map(str::to_owned));
        }
        let shared: BTreeSet<String> = shared.split('|').filter(|text| !text.is_empty()).map(str::to_owned).collect();
        assert_eq!(same, shared, "{tag}");
    }
}

#[test]
fn arabic_is_written_in_arabic() {
    // Names that stay Latin everywhere.
    const NAMES: &[&str] = &["CSV", "JSON", "SVG", "Atom", "Natural", "Earth"];
    let catalogue = built_in("ar").unwrap();
    for key in catalogue.keys() {
        for form in all_forms(catalogue.get(key).unwrap()) {
            let words = form.split(|c: char| !c.is_alphanumeric() && c != '{' && c != '}');
            let latin = words.filter(|word| !word.contains('{') && word.contains(|c: char| c.is_ascii_alphabetic()));
            assert_eq!(latin.filter(|word| !NAMES.contains(word)).collect::<Vec<_>>(), Vec::<&str>::new(), "{key}");
        }
    }
}

#[test]
fn french_has_its_thin_spaces() {
    let catalogue = built_in("fr").unwrap();
    for key in catalogue.keys() {
        for form in all_forms(catalogue.get(key).unwrap()) {
            for bad in [" ;", " :", " !", " ?", "« ", " »", "'"] {
                assert!(!form.contains(bad), "{key}: {form}");
            }
        }
    }
}

#[test]
fn built_in_catalogues_go_by_language() {
    assert_eq!(built_in("fr-CA"), built_in("fr"));
    assert_eq!(built_in("FR"), built_in("fr"));
    for tag in ["", "pt", "fro", "-", "français"] {
        assert_eq!(built_in(tag), None, "{tag}");
    }
}

#[test]
fn maps_are_plurals_only_when_all_their_keys_are_and_other_is_there() {
    let catalogue =
        Catalogue::parse("a: {one: x, other: y}\nb: {many: x, few: y}\nc: {other: x, sme: y}\nd: {e: {f: g}}\n").unwrap();
    assert_eq!(catalogue.keys().collect::<Vec<_>>(), ["a", "b.few", "b.many", "c.other", "c.sme", "d.e.f"]);
}

#[test]
fn merging_lets_the_newcomer_win() {
    let mut catalogue = Catalogue::parse("a: old\nb: kept\n").unwrap();
    catalogue.merge(Catalogue::parse("a: new\nc: added\n").unwrap());
    let texts: BTreeMap<&str, Option<&str>> = catalogue.keys().map(|key| (key, catalogue.text(key))).collect();
    assert_eq!(texts, BTreeMap::from([("a", Some("new")), ("b", Some("kept")), ("c", Some("added"))]));
}

#[test]
fn faulty_messages_are_named() {
    for (text, expected) in [
        ("a: ''", "`a` is empty"),
        ("a:\n  b:", "`a.b` is empty"),
        ("a: 12", "`a` is not a text; put it in quotes"),
        ("a: true", "`a` is not a text; put it in quotes"),
        ("a: [b]", "`a` is not a text"),
        ("a: {other: 1}", "`a.other` is not a text; put it in quotes"),
        ("a: {other: x, one: ' '}", "`a.one` is empty"),
        ("a.b: x\na: {b: y}", "`a.b` is there twice"),
        ("1: x", "a key under `` is not a text; put it in quotes"),
        ("- a", "messages are a map of keys to texts"),
    ] {
        assert_eq!(Catalogue::parse(text).err().as_deref(), Some(expected), "{text}");
    }
    for text in ["a: x\na: y", "a: [", "\t", "a: b: c"] {
        assert!(Catalogue::parse(text).is_err_and(|error| error.starts_with("not valid YAML: ")), "{text}");
    }
    assert_eq!(Catalogue::parse(""), Ok(Catalogue::default()));
    assert_eq!(Catalogue::parse("# nothing\n"), Ok(Catalogue::default()));
}
