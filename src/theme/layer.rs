//! Owns how themes lie on top of each other: the built-in ones by whom they build upon, and the repository's own folder above them all. What an upper
//! one brings stands in for what a lower one has under the same name.

use std::collections::{BTreeMap, BTreeSet};

use super::tokens::without_comments;
use super::{CSS, JS, MORE_CSS, PAGE_JS, PRINT, built_in};
use crate::source::{FileId, Sources};

/// One theme as files.
pub(super) struct Layer {
    /// Name of the theme; nothing for the repository's own.
    pub(super) name: Option<String>,
    /// Its files by path within its folder, each with its place where that is a file of the repository.
    pub(super) files: BTreeMap<String, (Option<FileId>, Vec<u8>)>,
}

/// The theme of a name, the themes below it and the repository's own, the lowest first.
pub(super) fn layers(sources: &Sources, theme: &str) -> Vec<Layer> {
    let built_in = built_in::chain(theme).into_iter().rev().map(|name| {
        let content = |path: String| Some((path.clone(), (None, built_in::file(&name, &path)?)));
        Layer { files: built_in::paths(&name).into_iter().filter_map(content).collect(), name: Some(name) }
    });
    let own = sources.iter().filter_map(|(id, file)| {
        let path = file.path.strip_prefix("theme/").filter(|path| !path.split('/').any(|part| part == ".."))?;
        Some((path.to_owned(), (Some(id), file.bytes.to_vec())))
    });
    built_in.chain([Layer { name: None, files: own.collect() }]).collect()
}

/// The sheets of the site and of the print document, and the scripts.
pub(super) struct Sheets {
    pub(super) site: String,
    pub(super) more: String,
    pub(super) print: String,
    pub(super) script: String,
    pub(super) pages: BTreeMap<&'static str, String>,
}

/// Puts sheets and scripts together. A part in `static/css/` or `static/js/` stands in for the part of the same name of a theme below, and is added after
/// all of theirs where it has a new name; those whose name begins with `print` belong to the print document,
/// and those that begin with `more` to what the home page does without. `brand` is what the brand adds to a
/// sheet, which is told whether that is the one for print. After it come the sheets and scripts that lie in the repository's folder itself.
pub(super) fn sheets(layers: &[Layer], brand: impl Fn(&str, bool) -> String) -> Sheets {
    let part = |folder: &str, name: &str, ending: &str| {
        let path = format!("static/{folder}/{name}.{ending}");
        let found = layers.iter().rev().find_map(|layer| layer.files.get(&path));
        let Some((id, bytes)) = found else { return String::new() };
        let text = String::from_utf8_lossy(bytes);
        // Readers of the built-in sheets read them where they are written; every reader of the site would load their comments.
        if id.is_none() && ending == "css" { with_newline(&without_comments(&text)) } else { with_newline(&text) }
    };
    let further = |folder: &str, ending: &str, known: &[&str], sheet: &str| {
        let mut seen: BTreeSet<String> = known.iter().map(|name| (*name).to_owned()).collect();
        let mut names = Vec::new();
        for path in layers.iter().flat_map(|layer| layer.files.keys()) {
            let name = path.strip_prefix("static/").and_then(|path| path.strip_prefix(folder)?.strip_prefix('/'));
            let name = name.and_then(|name| name.strip_suffix(ending)?.strip_suffix('.')).filter(|name| !name.contains('/'));
            let name = name.filter(|name| sheet_of(name) == sheet);
            names.extend(name.filter(|name| seen.insert((*name).to_owned())).map(str::to_owned));
        }
        names
    };
    let join = |folder: &str, ending: &str, first: &[&str], others: Vec<String>| {
        let names = first.iter().map(|name| (*name).to_owned()).chain(others);
        names.map(|name| part(folder, &name, ending)).collect::<String>()
    };
    let parts = [CSS, MORE_CSS, PRINT].concat();
    let mut site = join("css", "css", CSS, further("css", "css", &parts, "site"));
    let more = join("css", "css", MORE_CSS, further("css", "css", &parts, "more"));
    let mut print = join("css", "css", PRINT, further("css", "css", &parts, "print"));
    let mut script = join("js", "js", JS, further("js", "js", &[JS, PAGE_JS].concat(), "site"));
    // The brand's colours fit the grounds of both sheets, whichever a page loads.
    let brand_of_site = brand(&[site.as_str(), &more].concat(), false);
    site.push_str(&brand_of_site);
    print.push_str(&brand(&print, true));
    for (path, (id, bytes)) in layers.iter().flat_map(|layer| &layer.files) {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        match path.rsplit_once('.') {
            Some((stem, "css")) if id.is_some() && !path.starts_with("static/") => {
                let sheet = if stem.contains("print") { &mut print } else { &mut site };
                sheet.push_str(&with_newline(text));
            }
            Some((_, "js")) if id.is_some() && !path.starts_with("static/") => script.push_str(&with_newline(text)),
            _ => {}
        }
    }
    Sheets { site, more, print, script, pages: PAGE_JS.iter().map(|name| (*name, part("js", name, "js"))).collect() }
}

/// The sheet that a part of a theme's own belongs to, by how its name begins.
fn sheet_of(name: &str) -> &'static str {
    ["print", "more"].into_iter().find(|sheet| name.starts_with(sheet)).unwrap_or("site")
}

/// A part ends with its line, so that what follows begins one.
fn with_newline(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") }
}

/// Files that are published as they are: icons, all that the repository brings, and of the built-in fonts those that a sheet speaks of, with the licences
/// beside them.
pub(super) fn published(layers: &[Layer], sheets: &Sheets) -> BTreeMap<String, Vec<u8>> {
    let mut published = BTreeMap::new();
    for layer in layers {
        let mentioned = |path: &str| {
            let name = path.trim_start_matches("static/");
            [&sheets.site, &sheets.more, &sheets.print].iter().any(|sheet| sheet.contains(name))
        };
        let is_font = |path: &str| path.starts_with("static/fonts/");
        let is_licence = |path: &str| [".txt", ".md"].iter().any(|ending| path.ends_with(ending));
        let any_font = layer.files.keys().any(|path| is_font(path) && mentioned(path));
        for (path, (id, bytes)) in &layer.files {
            let put_together = path.starts_with("static/css/") && path.ends_with(".css")
                || path.starts_with("static/js/") && path.ends_with(".js");
            let wanted = match id {
                Some(_) => path.starts_with("static/"),
                None if is_font(path) => mentioned(path) || any_font && is_licence(path),
                None => path.starts_with("static/icons/"),
            };
            if wanted && !put_together {
                published.insert(path.clone(), bytes.clone());
            }
        }
    }
    published
}
