//! Owns the files that `init` writes: the folder `starter/`, with its tokens filled in and its texts in the languages asked for.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "starter/"]
struct Starter;

/// What the person wants.
pub(super) struct Wish<'a> {
    /// Name of the cluster, one line.
    pub(super) name: &'a str,
    /// Languages, the main one first.
    pub(super) languages: &'a [String],
    /// The day that dates start from.
    pub(super) today: Date,
}

/// Languages that the starter's texts are written in, the first standing in for any other.
const WRITTEN: [&str; 2] = ["en", "fr"];

/// The language of the starter that serves for a language asked for.
fn written(tag: &str) -> Option<&'static str> {
    WRITTEN.into_iter().find(|written| tag.split('-').next() == Some(written))
}

/// Whether the starter has texts in a language.
pub(super) fn speaks(tag: &str) -> bool {
    written(tag).is_some()
}

/// Every file: path and content, in path order.
pub(super) fn files(wish: &Wish<'_>) -> Vec<(String, Vec<u8>)> {
    let mut files = BTreeMap::new();
    let names: std::collections::BTreeSet<String> = Starter::iter().map(|name| name.to_string()).collect();
    for path in &names {
        let Some(file) = Starter::get(path) else { continue };
        let Ok(text) = String::from_utf8(file.data.to_vec()) else { continue };
        let text = fill(&text, path, wish);
        match path.strip_suffix(".md") {
            Some(stem) if path.contains('/') => {
                if stem.ends_with(".fr") {
                    continue;
                }
                let french = Starter::get(&format!("{stem}.fr.md")).map(|file| String::from_utf8_lossy(&file.data).into_owned());
                let french = fill(&french.unwrap_or_default(), path, wish);
                files.extend(markdown(stem, &text, &french, wish.languages));
            }
            _ if path.ends_with(".yaml") => drop(files.insert(path.clone(), in_languages(&text, wish.languages))),
            _ => drop(files.insert(path.clone(), text)),
        }
    }
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// Fills in the tokens `@name@`, `@languages@`, `@year+1@` and `@today+30@`.
fn fill(text: &str, path: &str, wish: &Wish<'_>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('@') {
        filled.push_str(before);
        match after.split_once('@').and_then(|(token, after)| Some((value(token, path, wish)?, after))) {
            Some((value, after)) => {
                filled.push_str(&value);
                rest = after;
            }
            None => {
                filled.push('@');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

fn value(token: &str, path: &str, wish: &Wish<'_>) -> Option<String> {
    let amount = |word: &str| {
        let amount = token.strip_prefix(word)?;
        if amount.is_empty() { Some(0) } else { amount.parse::<i16>().ok() }
    };
    match token {
        // A JSON string is a YAML one too, whatever is in it.
        "name" if path.ends_with(".yaml") => Some(serde_json::Value::from(wish.name).to_string()),
        "name" => Some(wish.name.to_owned()),
        "languages" => Some(format!("[{}]", wish.languages.join(", "))),
        _ if token.starts_with("year") => Some(wish.today.year().saturating_add(amount("year")?).to_string()),
        _ => Some(wish.today.saturating_add(i32::from(amount("today")?).days()).to_string()),
    }
}

/// A Markdown file in the languages asked for: the main one with all settings, the others with what is translated.
fn markdown(stem: &str, english: &str, french: &str, languages: &[String]) -> Vec<(String, String)> {
    let (all, _) = split(english);
    let (some, _) = split(french);
    let translated = |line: &str| some.lines().find(|other| key(other).is_some() && key(other) == key(line));
    let mut files = Vec::new();
    for (index, tag) in languages.iter().enumerate() {
        let own = written(tag);
        if own.is_none() && index > 0 {
            continue;
        }
        let source = if own == Some("fr") && !french.is_empty() { french } else { english };
        let (_, body) = split(source);
        let mut front = String::new();
        for line in all.lines() {
            let line = match (index, translated(line)) {
                (_, Some(translated)) if source == french => translated,
                (0, _) | (_, Some(_)) => line,
                (_, None) => continue,
            };
            front.push_str(line);
            front.push('\n');
        }
        let path = if index == 0 { format!("{stem}.md") } else { format!("{stem}.{tag}.md") };
        files.push((path, format!("---\n{front}---\n{body}")));
    }
    files
}

/// The settings and the text of a Markdown file of the starter.
fn split(text: &str) -> (&str, &str) {
    text.strip_prefix("---\n").and_then(|rest| rest.split_once("---\n")).unwrap_or(("", text))
}

/// The key at the beginning of a line.
fn key(line: &str) -> Option<&str> {
    line.split_once(':').map(|(key, _)| key).filter(|key| !key.starts_with(['#', ' ']))
}

/// A YAML file with its texts in the languages asked for; in one language alone, without the maps.
fn in_languages(text: &str, languages: &[String]) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some((english, after)) = block(&lines, at, WRITTEN[0]) else {
            out.push(lines[at].to_owned());
            at += 1;
            continue;
        };
        let (french, after) = block(&lines, after, WRITTEN[1]).unwrap_or_else(|| (english.clone(), after));
        let prefix = &lines[at][..lines[at].len() - english[0].len() - "en: ".len()];
        let texts = languages.iter().enumerate().filter_map(|(index, tag)| match written(tag) {
            Some("fr") => Some((tag, &french)),
            Some(_) => Some((tag, &english)),
            None => (index == 0).then_some((tag, &english)),
        });
        if languages.len() == 1 {
            let own = if written(&languages[0]) == Some("fr") { &french } else { &english };
            match out.last_mut().filter(|line| prefix.trim().is_empty() && line.ends_with(':')) {
                Some(key) => {
                    key.push(' ');
                    key.push_str(&own[0]);
                }
                None => out.push(format!("{prefix}{}", own[0])),
            }
            out.extend(own[1..].iter().map(|line| line.strip_prefix("  ").unwrap_or(line).to_owned()));
        } else {
            for (number, (tag, lines)) in texts.enumerate() {
                let prefix = if number == 0 { prefix.to_owned() } else { " ".repeat(prefix.len()) };
                out.push(format!("{prefix}{tag}: {}", lines[0]));
                out.extend_from_slice(&lines[1..]);
            }
        }
        at = after;
    }
    out.join("\n") + "\n"
}

/// The text of a language that begins at a line (its first line without the language, then what is indented more), and the line after it.
fn block(lines: &[&str], at: usize, tag: &str) -> Option<(Vec<String>, usize)> {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let first = lines.get(at)?;
    let text = first.trim_start_matches([' ', '-']).strip_prefix(tag)?.strip_prefix(": ")?;
    let mut block = vec![text.to_owned()];
    let inside = |line: &&&str| line.is_empty() || indent(line) > indent(first);
    block.extend(lines[at + 1..].iter().take_while(inside).map(|line| (*line).to_owned()));
    while block.last().is_some_and(String::is_empty) {
        block.pop();
    }
    let after = at + block.len();
    Some((block, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Audience, Visibility, gate, load};
    use crate::source::Sources;

    fn made(languages: &[&str], name: &str, today: Date) -> Vec<(String, Vec<u8>)> {
        let languages: Vec<String> = languages.iter().map(|&tag| tag.to_owned()).collect();
        files(&Wish { name, languages: &languages, today })
    }

    #[test]
    fn every_combination_loads_without_a_fault_and_hides_only_what_is_internal_by_nature() {
        let days = [jiff::civil::date(2026, 1, 1), jiff::civil::date(2028, 2, 29), jiff::civil::date(2026, 12, 31)];
        let names = ["Wood", "l'Été: \"A\" # & <b>", "خشب", "@today@", "no"];
        for languages in [&["en", "fr"][..], &["en"], &["fr"], &["fr", "en"], &["de"], &["ar", "fr-BE", "en"], &["es", "de"]] {
            for (day, name) in days.iter().flat_map(|day| names.map(|name| (*day, name))) {
                let files = made(languages, name, day);
                let sources = Sources::from_memory(files.into_iter().filter(|(path, _)| !path.starts_with('.')));
                let loaded = load(&sources, &[]);
                let faults: Vec<_> = loaded.faults.iter().map(|fault| &fault.message).collect();
                assert!(faults.is_empty(), "{languages:?} {name} {day}: {faults:?}");
                assert_eq!(loaded.languages, languages);
                let cluster = loaded.model.cluster().unwrap();
                assert_eq!(cluster.name.get(languages[0], languages[0]).unwrap().text, name);
                let public = gate(&loaded.model, Audience { sees: Visibility::Public, drafts: false });
                let open = loaded.model.metas().filter(|meta| meta.kind.layout().visibility == Visibility::Public);
                assert_eq!(public.metas().count(), open.count());
                let rest: Vec<_> = sources.iter().filter(|(_, file)| file.text().unwrap().contains("@year")).collect();
                assert!(rest.is_empty(), "a token is left: {rest:?}");
            }
        }
    }

    #[test]
    fn every_tool_of_the_guide_has_an_entry() {
        let files = made(&["en", "fr"], "Wood", jiff::civil::date(2026, 3, 1));
        let sources = Sources::from_memory(files.into_iter().filter(|(path, _)| !path.starts_with('.')));
        let loaded = load(&sources, &[]);
        let there: std::collections::BTreeSet<&str> = loaded.model.metas().map(|meta| meta.kind.name()).collect();
        for tool in crate::guide::TOOLS {
            for kind in tool.kinds {
                assert!(there.contains(kind.name()), "{} needs a {}", tool.word, kind.name());
            }
        }
        assert!(loaded.model.events.iter().any(|event| event.awareness), "the workshop to win others");
    }

    #[test]
    fn one_language_needs_no_maps_and_several_keep_their_order() {
        let yaml =
            "title:\n  en: A\n  fr: B\ntext:\n  en: |\n    a\n\n    b\n  fr: |\n    c\nlist:\n  - en: X\n    fr: Y\nlast: 1\n";
        for (languages, expected) in [
            (&["en"][..], "title: A\ntext: |\n  a\n\n  b\nlist:\n  - X\nlast: 1\n"),
            (&["fr"], "title: B\ntext: |\n  c\nlist:\n  - Y\nlast: 1\n"),
            (
                &["fr", "de", "en"],
                "title:\n  fr: B\n  en: A\ntext:\n  fr: |\n    c\n  en: |\n    a\n\n    b\nlist:\n  - fr: Y\n    en: X\nlast: 1\n",
            ),
            (&["de", "it"], "title:\n  de: A\ntext:\n  de: |\n    a\n\n    b\nlist:\n  - de: X\nlast: 1\n"),
        ] {
            let languages: Vec<String> = languages.iter().map(|&tag| tag.to_owned()).collect();
            assert_eq!(in_languages(yaml, &languages), expected, "{languages:?}");
        }
    }

    #[test]
    fn markdown_keeps_its_settings_in_the_main_file_alone() {
        let day = jiff::civil::date(2026, 3, 1);
        let files: BTreeMap<String, Vec<u8>> = made(&["fr", "en"], "Bois", day).into_iter().collect();
        let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
        assert!(
            text("news/first-meeting.md").contains("title: Vingt personnes")
                && text("news/first-meeting.md").contains("date: 2026-03-01")
        );
        assert!(
            text("news/first-meeting.en.md").contains("title: Twenty") && !text("news/first-meeting.en.md").contains("date:")
        );
        assert!(!files.contains_key("news/first-meeting.fr.md"));
        assert!(text("README.md").starts_with("# Bois\n"));
    }

    #[test]
    fn settings_that_tools_look_for_are_there() {
        let files: Vec<String> = made(&["en"], "Wood", jiff::civil::date(2026, 3, 1)).into_iter().map(|(path, _)| path).collect();
        for path in [".github/workflows/clustersite.yml", ".gitlab-ci.yml", ".gitignore", ".vscode/extensions.json", "README.md"]
        {
            assert!(files.iter().any(|file| file == path), "{path} is missing from {files:?}");
        }
    }
}
