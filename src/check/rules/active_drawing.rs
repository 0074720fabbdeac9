//! Drawings hold nothing but what they draw.
//!
//! An SVG drawing is a text that can hold scripts, and addresses that tell another host who reads your site. Some drawing programs leave
//! such parts behind; a drawing from elsewhere may have been given them on purpose. They are left out of what is published, and the rest is shown. Look at the
//! page: where the drawing lacks something, save it as *plain SVG*, with its pictures embedded and its texts turned into paths.
//!
//! # Bad
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   logo: assets/dufour.svg <-- here
//! # file: assets/dufour.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" onload="count()"/>
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
        name: "active-drawing",
        class: Class::Advice,
        basis: "SVG 2, 2.6 (secure static mode), and OWASP, Cross Site Scripting Prevention",
        text: include_str!("active_drawing.rs"),
    },
    tool: 35,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let drawings =
        files(context, false).filter(|(_, path)| path.starts_with("assets/") && path.to_ascii_lowercase().ends_with(".svg"));
    for (place, path) in drawings {
        let clean = context.sources.find(path).and_then(|(_, file)| scrub::scrub(&file.bytes));
        // What is refused altogether is told by the rule on unsafe files.
        let Some(clean) = clean.filter(|clean| !clean.removed.is_empty() && active::danger(&clean.bytes, path).is_none()) else {
            continue;
        };
        let message = format!("`{path}` holds {}, which is left out of what is published", clean.removed.join(", "));
        let help = "look whether the drawing is as you want it, and save it as plain SVG";
        findings.push(Finding::new(place.clone(), message).help(help));
    }
}
