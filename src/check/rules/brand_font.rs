//! The brand's fonts are named as CSS names them.
//!
//! `heading-font` and `text-font` hold names of font families, one or several with commas between them: `Georgia, serif`. What is no such name, such as
//! the name of a file, an address or a piece of a style sheet, can't be used, and the site then has the theme's own font. A font that readers'
//! devices don't have is brought by a style sheet in `theme/`, with the font's file in `theme/static/fonts/`.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! brand:
//!   heading-font: url(https://fonts.example.org/source-serif.woff2) <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! brand:
//!   heading-font: Source Serif 4, Georgia, serif
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::value::families;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "brand-font",
        class: Class::Conflict,
        basis: "CSS Fonts Module Level 4, the property font-family",
        text: include_str!("brand_font.rs"),
    },
    tool: 25,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cluster in &context.model.clusters {
        let Some(brand) = &cluster.brand else { continue };
        for (key, fonts) in [("heading-font", &brand.heading_font), ("text-font", &brand.text_font)] {
            let Some(Err(part)) = fonts.as_deref().map(families) else { continue };
            let message =
                if part.is_empty() { "the name of a font is missing".to_owned() } else { format!("`{part}` is not the name of a font") };
            let help = "write names with commas between them, such as `Source Serif 4, Georgia, serif`";
            findings.push(Finding::new(cluster.at("brand").key(key), message).help(help));
        }
    }
}
