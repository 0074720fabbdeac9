//! Owns the search index: from rendered pages and from what stands among others on them to the files that a reader's browser searches in. It is
//! apart because it is dear and can be left out: nothing else knows how the index is made.
//!
//! Pagefind indexes each language by itself, into a folder of its own, and a large one in parts. Only what the search page loads is kept of what it gives:
//! the index, its program for that language, and the script that runs it. Beside them stands the list of the words of the site, by which the
//! search page puts right what is misspelt.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use flate2::read::GzDecoder;
use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;

use crate::bundle::Bundle;
use crate::page::search::Findable;

#[cfg(test)]
mod tests;

/// The folder of all that the search page loads.
pub const FOLDER: &str = "search/";

/// What stands on pages and says nothing of their content: their title is kept apart, the others repeat what is elsewhere.
const ASIDE: &[&str] = &["h1", "a.anchor", "figure details", ".edition", "button", "[hidden]"];

/// Ends of elements that Pagefind would let run into the next, each with what stands before it in the excerpt of a result.
const CELLS: &[(&str, &str)] =
    &[("</th>", " "), ("</dt>", ": "), ("</dd>", " · "), ("</caption>", ". "), ("</summary>", ". "), ("</span><s", " ")];

/// What one part of an index has at most, and parts that are made at once: indexing takes a hundred times the memory of the text.
const PART: usize = 1000;
const AT_ONCE: usize = 2;

/// Texts of results that share a file on a large site, so that it is not drowned in small ones; and files that a small one has at most.
const SHARE: usize = 8;
const FILES: usize = 100;

/// Words that are kept to put misspelt ones right, the frequent ones first.
const WORDS: usize = 4000;

/// Letters that a word has at least to be worth putting right.
const SHORTEST: usize = 4;

/// The word joiner: a sign without width that stands where two words belong together.
const JOINER: char = '\u{2060}';

/// What stands at the head of everything that Pagefind compresses.
const SIGNATURE: &[u8] = b"pagefind_dcd";

/// Why there is no index.
#[derive(Debug, PartialEq)]
pub struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the search index can't be made: {}", self.0)
    }
}

impl std::error::Error for Failure {}

/// Puts the files of the search into a site.
///
/// # Errors
/// When the index can't be made; the site is then as it was.
pub fn add(bundle: &mut Bundle, findable: &[Findable]) -> Result<(), Failure> {
    for (path, bytes) in index(bundle, findable)?.iter() {
        bundle.insert(path, Arc::clone(bytes));
    }
    Ok(())
}

/// The files of the search on a site.
///
/// # Errors
/// When the index can't be made.
pub fn index(bundle: &Bundle, findable: &[Findable]) -> Result<Bundle, Failure> {
    let mut languages: BTreeMap<String, Vec<&Findable>> = BTreeMap::new();
    for one in findable {
        languages.entry(one.lang.to_lowercase()).or_default().push(one);
    }
    let mut jobs = Vec::new();
    for (lang, all) in &languages {
        let parts = all.len().div_ceil(PART);
        // Every part gets some of each kind, so that a word is about as rare in one as in another.
        jobs.extend((0..parts).map(|number| (lang, number, all.iter().skip(number).step_by(parts).copied().collect::<Vec<_>>())));
    }
    let mut files = Bundle::default();
    let mut words: BTreeMap<&str, (usize, Words)> = BTreeMap::new();
    for some in jobs.chunks(AT_ONCE) {
        // Threads of their own: a worker of rayon that waits for Pagefind takes up another part meanwhile, inside the first one's runtime. What a
        // page says could in theory upset the indexer; a site without search is then told of, not a crash.
        let made: Result<Vec<_>, Failure> = std::thread::scope(|scope| {
            let started: Vec<_> =
                some.iter().map(|(lang, number, all)| scope.spawn(|| part(bundle, lang, *number, all))).collect();
            started
                .into_iter()
                .zip(some)
                .map(|(thread, (lang, ..))| {
                    thread.join().unwrap_or_else(|_| Err(Failure(format!("the indexer broke down on the pages in `{lang}`"))))
                })
                .collect()
        });
        for ((lang, ..), (part, found)) in some.iter().zip(made?) {
            for (path, bytes) in part.iter() {
                files.insert(path, Arc::clone(bytes));
            }
            let (parts, words) = words.entry(lang).or_default();
            *parts += 1;
            for (word, count) in found {
                *words.entry(word).or_default() += count;
            }
        }
    }
    for (lang, (parts, words)) in words {
        let words = frequent(words);
        let contents = serde_json::json!({ "parts": parts, "complete": words.len() < WORDS, "words": words });
        files.insert(format!("{FOLDER}{lang}/contents.json"), contents.to_string().into_bytes());
    }
    Ok(files)
}

/// How often each word is in an index.
type Words = BTreeMap<String, usize>;

/// A part of the index of a language: its files, and its words.
fn part(bundle: &Bundle, lang: &str, number: usize, findable: &[&Findable]) -> Result<(Bundle, Words), Failure> {
    let config = PagefindServiceConfig::builder()
        .keep_index_url(true)
        .force_language(lang.to_owned())
        .exclude_selectors(ASIDE.iter().map(|selector| (*selector).to_owned()).collect())
        .max_fragments(u32::try_from(FILES.max(findable.len() / SHARE)).unwrap_or(u32::MAX))
        .build();
    let mut index = PagefindIndex::new(Some(config)).map_err(failure)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(failure)?;
    let made = runtime.block_on(async {
        for one in findable {
            match (&one.text, bundle.get(&one.href)) {
                (Some(text), _) => put_entry(&mut index, one, text).await?,
                (None, Some(page)) => put_page(&mut index, one, page).await?,
                (None, None) => {}
            }
        }
        index.get_files().await.map_err(failure)
    })?;
    let named = made.into_iter().filter_map(|file| Some((name(&file.filename)?, file.contents)));
    let files: BTreeMap<String, Vec<u8>> = named.collect();
    let mut words = Words::new();
    for text in files.iter().filter(|(name, _)| name.starts_with("fragment/")).filter_map(|(_, bytes)| unpack(bytes)).flatten() {
        count(&text, &mut words);
    }
    let stems = files.contains_key(&format!("wasm.{lang}.pagefind"));
    let mut kept = Bundle::default();
    for (name, bytes) in files {
        if let Some(path) = place(&name, lang, number, stems) {
            kept.insert(path, bytes);
        }
    }
    Ok((kept, words))
}

fn failure(error: impl fmt::Display) -> Failure {
    Failure(error.to_string())
}

/// The name of a file of Pagefind below the folder that it believes to write to.
fn name(path: &Path) -> Option<String> {
    let path = path.to_str()?.replace('\\', "/");
    Some(path.rsplit_once("/pagefind/").map_or(path.clone(), |(_, name)| name.to_owned()))
}

/// Where a file of Pagefind stands in the site; nothing for those that the search page does without. The script is the same in all languages,
/// the program in all parts of one; it is the one that knows the language's stems, where there is one.
fn place(name: &str, lang: &str, number: usize, stems: bool) -> Option<String> {
    let first = number == 0;
    let kept = match name {
        "pagefind.js" => return first.then(|| format!("{FOLDER}{name}")),
        "pagefind-entry.json" => true,
        "wasm.unknown.pagefind" => first && !stems,
        _ if name.ends_with(".pagefind") => first,
        _ => [".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"].iter().any(|end| name.ends_with(end)),
    };
    let folder = if first { String::new() } else { format!("{}/", number + 1) };
    kept.then(|| format!("{FOLDER}{lang}/{folder}{name}"))
}

/// An entry that is shown on a page among others. What says nothing would not be indexed at all, so its title stands in.
async fn put_entry(index: &mut PagefindIndex, one: &Findable, text: &str) -> Result<(), Failure> {
    let text = if text.trim().is_empty() { &one.title } else { text };
    let meta = [("title", Some(&one.title)), ("kind", one.kind.as_ref())];
    let meta = meta.into_iter().filter_map(|(key, value)| Some((key.to_owned(), apart(value?)))).collect();
    let filters = BTreeMap::from([("section".to_owned(), vec![one.section.to_owned()])]);
    let lang = one.lang.clone();
    let added = index.add_custom_record(one.href.clone(), apart(text), lang, Some(meta), Some(filters), None);
    added.await.map(drop).map_err(failure)
}

/// A page as it is shown. Of its frame nothing is indexed, whatever theme it is in.
async fn put_page(index: &mut PagefindIndex, one: &Findable, page: &[u8]) -> Result<(), Failure> {
    let html = String::from_utf8_lossy(page);
    let html = dressed(&html, one);
    index.add_html_file(None, Some(one.href.clone()), html).await.map(drop).map_err(failure)
}

/// The main part of a page with what is to be known of it, as Pagefind reads it from attributes. The empty picture keeps it from taking the
/// page's first one, whose address it would index.
fn dressed(html: &str, one: &Findable) -> String {
    let inner = html.find("<main").and_then(|start| {
        let rest = &html[start..];
        let open = rest.find('>')?;
        Some(&rest[open + 1..rest.find("</main>").filter(|end| *end > open)?])
    });
    let mut metas = vec![("title", one.title.as_str()), ("image", "")];
    metas.extend(one.kind.as_deref().map(|kind| ("kind", kind)));
    let mut filters = vec![("section", one.section)];
    filters.extend(one.gathers.then_some(("gathers", "yes")));
    let names = |of: &[(&str, &str)]| of.iter().map(|(name, _)| format!("{name}[data-{name}]")).collect::<Vec<_>>().join(",");
    let (meta, filter) = (names(&metas), names(&filters));
    let values: String =
        metas.iter().chain(&filters).map(|(name, value)| format!(" data-{name}=\"{}\"", attribute(&apart(value)))).collect();
    let mut inner = apart_in_html(inner.unwrap_or(html));
    for (end, sign) in CELLS {
        inner = inner.replace(end, &format!("{sign}{end}"));
    }
    format!("<html><body data-pagefind-meta=\"{meta}\" data-pagefind-filter=\"{filter}\"{values}>{inner}</body></html>")
}

/// A text as the value of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// Takes words apart that only a sign of no alphabet ties together, since Pagefind would make one word of them: `l’acier`, `2024–2028`. A word
/// joiner tells the search page, which shows them as they were.
fn apart(text: &str) -> String {
    separate(text, false)
}

/// The same in what stands between the tags of HTML.
fn apart_in_html(html: &str) -> String {
    separate(html, true)
}

fn separate(text: &str, is_html: bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    let mut in_tag = false;
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        out.push(c);
        in_tag = is_html && (in_tag && c != '>' || c == '<');
        let ties = !in_tag && !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() && !is_mark(c) && c != JOINER;
        if ties && before.is_alphanumeric() && chars.peek().is_some_and(|next| next.is_alphanumeric()) {
            out.push(JOINER);
            out.push(' ');
        }
        before = c;
    }
    out
}

/// The texts of a file of fragments, each with its title; nothing where it is none.
fn unpack(bytes: &[u8]) -> Option<Vec<String>> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut plain).ok()?;
    let value: serde_json::Value = serde_json::from_slice(plain.strip_prefix(SIGNATURE)?).ok()?;
    let text = |one: &serde_json::Value| Some(format!("{} {}", one["meta"]["title"].as_str()?, one["content"].as_str()?));
    match text(&value) {
        Some(text) => Some(vec![text]),
        // A file that several share has them by name.
        None => Some(value.as_object()?.values().filter_map(text).collect()),
    }
}

/// Counts the words of a text.
fn count(text: &str, words: &mut Words) {
    for word in text.split(|c: char| !c.is_alphabetic() && !is_mark(c)).filter(|word| word.chars().count() >= SHORTEST) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
}

/// Words with the frequent ones first and then by letter; at most so many as a reader's browser should load.
fn frequent(words: Words) -> Vec<String> {
    let mut words: Vec<(String, usize)> = words.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.into_iter().take(WORDS).map(|(word, _)| word).collect()
}

/// Whether a character belongs to the letter before it: combining accents and Arabic vowel signs.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}
