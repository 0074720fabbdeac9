//! Pictures and documents can't run programs in readers' browsers, or fetch anything from elsewhere.
//!
//! An SVG drawing is a text that can hold scripts, and addresses that tell another host who reads your site. Some drawing programs leave
//! such parts behind; a drawing from elsewhere may have been given them on purpose. Web pages (HTML) can hold the same. None of these is
//! published, whether this finding is set aside or not: save the drawing as *plain SVG* or as PNG, and the document as PDF.
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

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::MentionKind;
use crate::model::link::Destination;
use crate::syntax::active;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unsafe-file",
        class: Class::Conflict,
        basis: "SVG 2, 2.6 (secure static mode), and OWASP, Cross Site Scripting Prevention",
        text: include_str!("unsafe_file.rs"),
    },
    tool: 35,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let keys = context.loaded.mentions.iter().filter_map(|mention| match &mention.kind {
        MentionKind::File { path } => Some((&mention.place, path)),
        MentionKind::Reference { .. } | MentionKind::Text { .. } | MentionKind::Prose { .. } => None,
    });
    let texts = context.marks.iter().filter_map(|mark| match &mark.to {
        Destination::File(path) => Some((&mark.place, path)),
        Destination::Entry { .. } | Destination::Place | Destination::Outside | Destination::Scheme(_) => None,
    });
    for (place, path) in keys.chain(texts).filter(|(_, path)| path.starts_with("assets/")) {
        let Some((_, file)) = context.sources.find(path) else { continue };
        let Some(danger) = active::danger(&file.bytes, path) else { continue };
        let help = if path.to_ascii_lowercase().ends_with(".svg") {
            "save it as plain SVG or as PNG"
        } else {
            "save it as PDF, or write its content as a page"
        };
        let message = format!("`{path}` {danger}, so it is not published");
        findings.push(Finding::new(place.clone(), message).help(help));
    }
}
