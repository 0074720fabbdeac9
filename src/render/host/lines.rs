//! Owns the two files of one rule a line, `_headers` and `_redirects`, as Netlify, Cloudflare Pages and GitLab Pages read them.

use std::fmt::Write as _;

use super::{HSTS, Told};
use crate::render::policy::KEEP;

/// Headers. Rules that overlap must not name the same header: their values would be strung together.
pub(super) fn headers(told: &Told<'_>) -> String {
    let mount = told.mount;
    let mut text = format!("# Headers of the site, for hosts that read this file.\n# {HSTS}\n{mount}*\n");
    for (name, value) in &told.headers {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for path in &told.kept {
        let _ = writeln!(text, "{mount}{path}{}\n  Cache-Control: {KEEP}", if path.ends_with('/') { "*" } else { "" });
    }
    for (path, kind) in &told.types {
        let _ = writeln!(text, "{mount}{path}\n  Content-Type: {kind}");
    }
    text
}

/// Redirects, and with `missing` the page for missing addresses of every language but the main one; nothing where there is none.
pub(super) fn redirects(told: &Told<'_>, missing: bool) -> String {
    let mount = told.mount;
    let mut text = String::new();
    for (from, to) in &told.moved {
        let _ = writeln!(text, "{mount}{from} {mount}{to} 301");
    }
    for lang in told.languages.iter().skip(1).filter(|_| missing) {
        let _ = writeln!(text, "{mount}{lang}/* {mount}{lang}/404.html 404");
    }
    text
}
