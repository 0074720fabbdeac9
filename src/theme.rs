//! Owns templates, style sheets and words of the interface: those built in, and over them what a repository brings in its folder `theme/`.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use tera::Tera;

use crate::diag::{Class, Diagnostic, Rule};
use crate::lang::{Catalogue, built_in};
use crate::source::{Sources, Span};

mod brand;
pub mod template_error;
mod words;

pub use brand::{CardColours, Palette, brand_css};

/// The theme that the program brings.
#[derive(RustEmbed)]
#[folder = "themes/default/"]
#[exclude = "*.md"]
struct BuiltIn;

/// A theme ready for rendering.
pub struct Theme {
    /// Every template.
    pub tera: Tera,
    /// The site's style sheet: parts in order, the repository's last.
    pub css: String,
    /// The print document's style sheet, likewise.
    pub print_css: String,
    /// The site's script, which only adds comfort to pages that work without it: parts in order, the repository's last.
    pub js: String,
    /// Other files to be published as they are: path in the site and content.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Words of the interface by language: built in, changed by the repository.
    words: BTreeMap<String, Catalogue>,
}

/// Parts of the site's style sheet, in order.
const CSS: &[&str] = &["site", "chart", "code"];

/// Parts of the site's script, in order.
const JS: &[&str] = &["site"];

/// Reads the theme of a repository. What is wrong with its own templates and words is told; the built-in ones stand in for them.
pub fn read(sources: &Sources, languages: &[String], palette: &Palette) -> (Theme, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let own: Vec<_> = sources.iter().filter_map(|(id, file)| Some((id, file.path.strip_prefix("theme/")?, file))).collect();
    let mut templates = built_in_templates();
    for (id, path, file) in &own {
        if let Some(name) = path.strip_prefix("templates/") {
            match file.text() {
                Ok(text) => drop(templates.insert(name.to_owned(), text.to_owned())),
                Err(offset) => faults.push(Diagnostic::new(
                    &template_error::RULE,
                    Span::new(*id, offset, offset),
                    format!("the template `{name}` is not UTF-8 text"),
                )),
            }
        }
    }
    let tera = match compile(&templates) {
        Ok(tera) => tera,
        Err(error) => {
            faults.push(template_error::tell(sources, &error));
            compile(&built_in_templates()).unwrap_or_else(|_| engine())
        }
    };
    let mut css: String = CSS.iter().map(|name| built_in_text(&format!("static/css/{name}.css"))).collect();
    css.push_str(&brand_css(palette));
    let mut print_css = built_in_text("static/css/print.css")
        + &built_in_text("static/css/chart.css")
        + &built_in_text("static/css/code.css")
        + &brand_css(palette);
    let mut js: String = JS.iter().map(|name| built_in_text(&format!("static/js/{name}.js"))).collect();
    let mut files = built_in_files();
    let mut words: BTreeMap<String, Catalogue> =
        languages.iter().map(|tag| (tag.clone(), built_in(tag).unwrap_or_default())).collect();
    for (id, path, file) in own {
        let text = file.text().ok();
        match (path, text) {
            (path, Some(text)) if path.ends_with(".css") && !path.starts_with("static/") => {
                let sheet = if path.contains("print") { &mut print_css } else { &mut css };
                sheet.push_str(text);
            }
            (path, Some(text)) if path.ends_with(".js") && !path.starts_with("static/") => js.push_str(text),
            (path, Some(text)) if path.starts_with("lang/") => {
                let tag = path.trim_start_matches("lang/").trim_end_matches(".yaml").trim_end_matches(".yml");
                match (words.get_mut(tag), Catalogue::parse(text)) {
                    (Some(known), Ok(changes)) => known.merge(changes),
                    (None, Ok(_)) => {}
                    (_, Err(why)) => faults.push(Diagnostic::new(&template_error::RULE, Span::new(id, 0, 0), why)),
                }
            }
            (path, _) if path.starts_with("static/") => drop(files.insert(path.to_owned(), file.bytes.to_vec())),
            _ => {}
        }
    }
    (Theme { tera, css, print_css, js, files, words }, faults)
}

impl Theme {
    /// The words of the interface in a language.
    pub fn words(&self, language: &str) -> Catalogue {
        self.words.get(language).cloned().unwrap_or_default()
    }
}

fn engine() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html", ".xml", ".svg"]);
    tera.register_filter("words", words::words);
    tera
}

fn compile(templates: &BTreeMap<String, String>) -> Result<Tera, tera::Error> {
    let mut tera = engine();
    tera.add_raw_templates(templates.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    Ok(tera)
}

fn built_in_templates() -> BTreeMap<String, String> {
    let names: std::collections::BTreeSet<String> = BuiltIn::iter().map(|name| name.to_string()).collect();
    let templates = names.iter().filter_map(|path| Some((path.strip_prefix("templates/")?.to_owned(), built_in_text(path))));
    templates.collect()
}

/// Files that are published as they are: fonts and icons. Style sheets and scripts are put together instead.
fn built_in_files() -> BTreeMap<String, Vec<u8>> {
    let names = BuiltIn::iter().filter(|path| path.starts_with("static/fonts/") || path.starts_with("static/icons/"));
    names.filter_map(|path| Some((path.to_string(), BuiltIn::get(&path)?.data.into_owned()))).collect()
}

fn built_in_text(path: &str) -> String {
    BuiltIn::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default()
}

/// The class of a rule on themes: the site can't be built as its author means it.
const CLASS: Class = Class::Fault;

/// Makes the rule on templates, which is apart from the others because it is found only when pages are rendered.
const fn rule(name: &'static str, text: &'static str) -> Rule {
    Rule { name, class: CLASS, basis: "the theme of a cluster repository", text }
}
