//! Pictures are kept in a size that a screen can show.
//!
//! The site shows a photograph 1,600 pixels wide at most, and makes the smaller sizes itself. A file straight from a camera has many times
//! as much: every copy of the repository carries it for ever, and every build has to take it apart. Reduce it to some 2,500 pixels of width
//! before you add it. A moving picture (GIF) is published as it is; a film on a page of its own is far smaller.
//!
//! # Bad
//! ```yaml
//! # file: news/kiln.md
//! ---
//! title: The new kiln
//! date: 2026-05-04
//! image:
//!   file: assets/kiln.jpg <-- here
//!   alt: The new kiln in Valmont
//! ---
//! # file: assets/kiln.jpg
//! (a photograph of 40 million pixels, as the camera saved it)
//! ```
//!
//! # Good
//! ```yaml
//! # file: news/kiln.md
//! ---
//! title: The new kiln
//! date: 2026-05-04
//! image:
//!   file: assets/kiln.svg
//!   alt: The new kiln in Valmont
//! ---
//! # file: assets/kiln.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding, files};
use crate::diag::{Class, Rule};
use crate::syntax::image;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "picture-too-large",
        class: Class::Advice,
        basis: "Sustainable Web Design, W3C Web Sustainability Guidelines 1.0, 2.11 (optimise media)",
        text: include_str!("picture_too_large.rs"),
    },
    tool: 35,
    from: None,
    run,
};

/// Bytes of a file from which on it is too large.
const BYTES: usize = 8_000_000;
/// The same in pixels, as far as the site publishes it.
const PIXELS: u64 = 20_000_000;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for (place, path) in files(context, true).filter(|(_, path)| seen.insert(*path)).collect::<Vec<_>>() {
        let Some((_, file)) = context.sources.find(path) else { continue };
        let drawing = path.to_ascii_lowercase().ends_with(".svg");
        let pixels = image::size(&file.bytes, path).filter(|_| !drawing).map_or(0, |size| u64::from(size.0) * u64::from(size.1));
        let much = if file.bytes.len() > BYTES {
            format!("{} MB", file.bytes.len() / 1_000_000)
        } else if (PIXELS..=image::MOST_PIXELS).contains(&pixels) {
            format!("{} million pixels", pixels / 1_000_000)
        } else {
            continue;
        };
        let message = format!("`{path}` has {much}, far more than a screen can show");
        findings.push(Finding::new(place.clone(), message).help("reduce it to some 2,500 pixels of width and save it again"));
    }
}
