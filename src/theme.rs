//! Owns templates, style sheets and words of the interface: those of the built-in theme that a site asks for, and over them what a repository brings in
//! its folder `theme/`.

use std::collections::BTreeMap;

use tera::Tera;

use crate::diag::{Class, Diagnostic, Rule};
use crate::lang::{Catalogue, built_in as interface};
use crate::model::kinds::cluster::Brand;
use crate::source::{Sources, Span};

mod brand;
mod built_in;
mod card;
mod layer;
mod outline;
mod palette;
pub mod template_error;
mod tokens;
mod words;

pub use brand::favicon;
pub use built_in::{DEFAULT, Settings, all_paths, find, names, settings, text};
pub use card::CardColours;
pub use tokens::Tokens;

use layer::Layer;

/// A theme ready for rendering.
pub struct Theme {
    /// Every template.
    pub tera: Tera,
    /// The site's style sheet: parts in order, the repository's last.
    pub css: String,
    /// What the sheet leaves to pages other than the home page, whose first visit is to be light.
    pub more_css: String,
    /// The print document's style sheet, likewise.
    pub print_css: String,
    /// The site's script, which only adds comfort to pages that work without it: parts in order, the repository's last.
    pub js: String,
    /// Scripts of single pages, by the stem of their page.
    pub page_js: BTreeMap<&'static str, String>,
    /// Other files to be published as they are: path in the site and content.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The custom properties of the site's style sheet, the brand's included: for what is drawn where no style sheet applies.
    pub tokens: Tokens,
    /// Words of the interface by language: built in, changed by the repository.
    words: BTreeMap<String, Catalogue>,
}

/// Parts of the site's style sheet, in order; parts of another name that a theme brings follow them.
const CSS: &[&str] = &["site", "chart", "figure"];

/// Parts that the home page does without, in order.
const MORE_CSS: &[&str] = &["content", "sheet", "search", "directory", "code"];

/// Parts of the print document's style sheet, in order.
const PRINT: &[&str] = &["print", "chart", "code"];

/// Parts that are the script of one page alone, each named by the stem of its page.
const PAGE_JS: &[&str] = &["search", "members"];

/// Parts of the site's script, in order.
const JS: &[&str] = &["site", "figure"];

/// Reads the theme that `wanted` names, or else the brand, or else the default one, with the repository's own `theme/` on top. What is wrong with the
/// repository's templates and words is told; the built-in ones stand in for them.
pub fn read(sources: &Sources, languages: &[String], brand: Option<&Brand>, wanted: Option<&str>) -> (Theme, Vec<Diagnostic>) {
    let named = brand.and_then(|brand| brand.theme.as_deref());
    let layers = layer::layers(sources, wanted.or(named).unwrap_or(DEFAULT));
    let mut faults = Vec::new();
    let tera = match compile(&layers, &mut faults) {
        Ok(tera) => tera,
        Err(error) => {
            faults.push(template_error::tell(sources, &error));
            let built_in = layers.split_last().map_or(&[][..], |(_, below)| below);
            compile(built_in, &mut Vec::new()).unwrap_or_else(|_| engine())
        }
    };
    let sheets = layer::sheets(&layers, |sheet, print| brand::css(brand, &Tokens::read(sheet), print));
    let files = layer::published(&layers, &sheets);
    let words = languages.iter().map(|tag| (tag.clone(), words_of(tag, &layers, &mut faults))).collect();
    let tokens = Tokens::read(&[sheets.site.as_str(), &sheets.more].concat());
    (
        Theme {
            tera,
            tokens,
            css: sheets.site,
            more_css: sheets.more,
            print_css: sheets.print,
            js: sheets.script,
            page_js: sheets.pages,
            files,
            words,
        },
        faults,
    )
}

impl Theme {
    /// The words of the interface in a language.
    pub fn words(&self, language: &str) -> Catalogue {
        self.words.get(language).cloned().unwrap_or_default()
    }
}

/// The words of a language: those that come with the program, changed by each theme in turn.
fn words_of(tag: &str, layers: &[Layer], faults: &mut Vec<Diagnostic>) -> Catalogue {
    let mut words = interface(tag).unwrap_or_default();
    // The program's own words are those of the default theme.
    for layer in layers.iter().filter(|layer| layer.name.as_deref() != Some(DEFAULT)) {
        for ending in ["yaml", "yml"] {
            let Some((id, bytes)) = layer.files.get(&format!("lang/{tag}.{ending}")) else { continue };
            let parsed =
                std::str::from_utf8(bytes).map_err(|_| "the words are not UTF-8 text".to_owned()).and_then(Catalogue::parse);
            match parsed {
                Ok(changes) => words.merge(changes),
                Err(why) => faults.push(Diagnostic::new(&template_error::RULE, id.map(|id| Span::new(id, 0, 0)), why)),
            }
        }
    }
    words
}

fn engine() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html", ".xml", ".svg"]);
    tera.register_filter("words", words::words);
    tera.register_filter("outline", outline::outline);
    tera.register_filter("anchors", outline::anchors);
    tera
}

/// The templates of all layers. One of the repository goes by its bare name, one of a theme by `THEME/NAME`, and a bare name that the repository lacks
/// is looked for from the upper themes to the lower ones; so a template can build upon the one that it stands in for.
fn compile(layers: &[Layer], faults: &mut Vec<Diagnostic>) -> Result<Tera, tera::Error> {
    let mut tera = engine();
    let prefix = |layer: &Layer| layer.name.as_ref().map(|name| format!("{name}/"));
    tera.set_fallback_prefixes(layers.iter().rev().filter_map(prefix))?;
    let mut templates = Vec::new();
    for layer in layers {
        for (path, (id, bytes)) in &layer.files {
            let Some(name) = path.strip_prefix("templates/") else { continue };
            match (std::str::from_utf8(bytes), id) {
                (Ok(text), _) => templates.push((prefix(layer).unwrap_or_default() + name, text)),
                (Err(error), Some(id)) => faults.push(Diagnostic::new(
                    &template_error::RULE,
                    Span::new(*id, error.valid_up_to(), error.valid_up_to()),
                    format!("the template `{name}` is not UTF-8 text"),
                )),
                (Err(_), None) => {}
            }
        }
    }
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// The class of a rule on themes: the site can't be built as its author means it.
const CLASS: Class = Class::Fault;

/// Makes the rule on templates, which is apart from the others because it is found only when pages are rendered.
const fn rule(name: &'static str, text: &'static str) -> Rule {
    Rule { name, class: CLASS, basis: "the theme of a cluster repository", text }
}
