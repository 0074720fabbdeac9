//! Pictures and documents can't run programs in readers' browsers, or fetch anything from elsewhere.
//!
//! Web pages (HTML) and a few other formats can hold programs, and so can an SVG drawing. What a drawing holds of that kind is left out where the rest can
//! stand without it (see `active-drawing`); where it can't be told apart, nothing of the drawing is published, whether this finding is set aside or not: save it
//! as *plain SVG* or as PNG, and a document as PDF.
//!
//! # Bad
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   logo: assets/dufour.svg <-- here
//! # file: assets/dufour.svg
//! <!DOCTYPE svg [<!ENTITY more "count()">]>
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" onload="&more;"/>
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
use crate::syntax::{active, scrub};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unsafe-file",
        class: Class::Conflict,
        basis: "SVG 2, 2.6 (secure static mode), and OWASP, Cross Site Scripting Prevention",
        text: include_str!("unsafe_file.rs"),
    },
    tool: 35,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (place, path) in files(context, false).filter(|(_, path)| path.starts_with("assets/")) {
        let Some((_, file)) = context.sources.find(path) else { continue };
        let drawing = path.to_ascii_lowercase().ends_with(".svg");
        let clean = if drawing { scrub::scrub(&file.bytes) } else { None };
        let Some(danger) = active::danger(clean.as_ref().map_or(&file.bytes, |clean| &clean.bytes), path) else { continue };
        let help = if drawing { "save it as plain SVG or as PNG" } else { "save it as PDF, or write its content as a page" };
        let message = format!("`{path}` {danger}, so it is not published");
        findings.push(Finding::new(place.clone(), message).help(help));
    }
}
