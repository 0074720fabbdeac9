//! The brand's colours stand out from a white page.
//!
//! Links, headings and marks of the site are in the brand's colours. Text that differs too little from its background is hard to
//! read for many people, and for everybody in sunlight. The site is legible all the same: where a colour is too pale it takes a
//! darker shade of it, which this rule names. You may prefer to choose one yourself.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! brand:
//!   primary: "#f2b01e" <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! brand:
//!   primary: "#8a5a00"
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::value::Rgb;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "brand-contrast",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4 (brand); WCAG 2.2, success criterion 1.4.3 (level AA)",
        text: include_str!("brand_contrast.rs"),
    },
    tool: 25,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cluster in &context.model.clusters {
        let Some(brand) = &cluster.brand else { continue };
        for (key, colour) in [("primary", &brand.primary), ("accent", &brand.accent)] {
            let Some(colour) = colour.as_ref().map(Rgb::from) else { continue };
            let contrast = colour.contrast(Rgb::WHITE);
            if contrast >= Rgb::LEGIBLE {
                continue;
            }
            // Rounded down, lest it read as enough.
            let shown = (contrast * 10.0).floor() / 10.0;
            let message = format!("`{colour}` is hard to read on white: its contrast is {shown} to 1, and {} is needed", Rgb::LEGIBLE);
            let shade = colour.legible_on(Rgb::WHITE, Rgb::LEGIBLE);
            let help = format!("texts in this colour are shown in the darker shade {shade}; write that, or another one, if you prefer");
            findings.push(Finding::new(cluster.at("brand").key(key), message).help(help));
        }
    }
}
