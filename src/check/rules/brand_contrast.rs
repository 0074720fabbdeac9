//! The brand's colours stand out from a white page.
//!
//! Links and headings of the site are in the brand's first colour, marks in its second. Text that differs too little from its
//! background is hard to read for many people, and for everybody in sunlight. The site is legible all the same: where a colour is
//! too pale it takes a darker shade of it. You may prefer to choose one yourself.
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
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cluster in &context.model.clusters {
        let Some(brand) = &cluster.brand else { continue };
        let colours = [("primary", &brand.primary, Rgb::LEGIBLE), ("accent", &brand.accent, Rgb::VISIBLE)];
        for (key, colour, needed) in colours {
            let Some(colour) = colour.as_ref().map(Rgb::from) else { continue };
            let contrast = colour.contrast(Rgb::WHITE);
            if contrast >= needed {
                continue;
            }
            // Rounded down, lest it read as enough.
            let shown = (contrast * 10.0).floor() / 10.0;
            let message = format!("`{colour}` is hard to see on white: its contrast is {shown} to 1, and {needed} is needed");
            let shade = colour.legible_on(Rgb::WHITE, needed);
            let help = format!("the site takes a darker shade of it where it has to; choose one yourself if you prefer, such as {shade}");
            findings.push(Finding::new(cluster.at("brand").key(key), message).help(help));
        }
    }
}
