//! Pictures are in a format that browsers show, whole, and say how large they are.
//!
//! A page reserves the space of a picture before it has arrived, so that the text does not jump while somebody reads it. For that
//! the picture has to tell its width and height, which every sound JPEG, PNG, GIF, WebP or AVIF does. An SVG drawing needs a
//! `viewBox`, or a `width` and `height` in pixels, on its first line. Photographs from a telephone (HEIC) and scans (TIFF) have to
//! be saved as JPEG first. A file that ends in the middle of the picture was not copied to its end. One of more than 50 million pixels
//! fills the memory of a telephone however small the file is, so it is not published.
//!
//! # Bad
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   logo: assets/dufour.svg <-- here
//! # file: assets/dufour.svg
//! <svg xmlns="http://www.w3.org/2000/svg" width="100%"/>
//! ```
//!
//! # Good
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   logo: assets/dufour.svg
//! # file: assets/dufour.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"/>
//! ```

use crate::check::{Check, Context, Finding, files};
use crate::diag::{Class, Rule};
use crate::syntax::image;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unreadable-image",
        class: Class::Conflict,
        basis: "HTML Living Standard, 4.8.4 (dimensions of images), and the image formats that browsers share",
        text: include_str!("unreadable_image.rs"),
    },
    tool: 35,
    from: None,
    run,
};

/// Endings of the formats that browsers show.
const SHOWN: &[&str] = &["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// Endings of those that are read to their end.
const WALKED: &[&str] = &["gif", "jpeg", "jpg", "png", "webp"];

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (place, path) in files(context, true) {
        let Some((_, file)) = context.sources.find(path) else { continue };
        let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let (message, help) = if !SHOWN.contains(&ending.as_str()) {
            (format!("`{path}` is no picture that browsers show"), "save it as JPEG, PNG, WebP or SVG")
        } else if image::size(&file.bytes, path).is_none() {
            let help = if ending == "svg" {
                "give its `<svg …>` a `viewBox`, or a `width` and `height` in pixels"
            } else {
                "open it in a picture program and save it again; it may be damaged, or of another format than its name says"
            };
            (format!("the size of `{path}` can't be read"), help)
        } else if let Some(refusal) = image::refusal(&file.bytes, path) {
            (format!("`{path}` {refusal}, so it is not published"), "save it in a smaller size; 2,000 pixels of width are enough")
        } else if WALKED.contains(&ending.as_str()) && image::bare(&file.bytes).is_none() {
            (format!("`{path}` ends before the picture does"), "copy it once more from where you have it")
        } else {
            continue;
        };
        findings.push(Finding::new(place.clone(), message).help(help));
    }
}
