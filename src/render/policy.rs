//! Owns what browsers may do on the site: the one place from which the policy in the head of every page and the headers of every host come.

use crate::plan::{Plan, Route};

/// The policy of a page: everything from the site itself, nothing inline, nothing from another host. Pictures may also stand in a style sheet.
const STRICT: &[(&str, &str)] = &[
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
];

/// What the search page needs beyond that: the search runs as WebAssembly, in a worker where the browser has one.
const SEARCH: &[(&str, &str)] = &[("script-src", "'self' 'wasm-unsafe-eval'"), ("worker-src", "'self'")];

/// How long a file whose name changes with its content may be kept: a year, and without asking.
pub(super) const KEEP: &str = "public, max-age=31536000, immutable";

/// Whether a page is the one that searches.
fn searches(route: &Route) -> bool {
    route.stem() == "search"
}

/// The policy that a page states in its own head.
pub(super) fn of_page(route: &Route) -> String {
    directives(searches(route), &[])
}

/// The headers that every answer of a host shall have. Only a header can say who may frame a page. Where both state a policy a browser keeps to both,
/// so the header's is the loosest that any page needs, and each page tightens it. `listed` is whether search engines may list the site.
pub(super) fn headers(plan: &Plan, listed: bool) -> Vec<(&'static str, String)> {
    let policy = directives(plan.routes().iter().any(searches), &[("frame-ancestors", "'none'")]);
    let mut headers = vec![
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        // What is public may be shown elsewhere: pictures of news in feed readers, charts on partners' pages.
        ("Cross-Origin-Resource-Policy", if listed { "cross-origin" } else { "same-origin" }.to_owned()),
    ];
    if !listed {
        headers.push(("X-Robots-Tag", "noindex".to_owned()));
    }
    headers
}

fn directives(search: bool, more: &[(&str, &str)]) -> String {
    let loosened = |name: &str| SEARCH.iter().find(|(other, _)| search && *other == name);
    let strict = STRICT.iter().map(|directive| loosened(directive.0).unwrap_or(directive));
    let added = SEARCH.iter().filter(|(name, _)| search && STRICT.iter().all(|(other, _)| other != name));
    strict.chain(added).chain(more).map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_search_page_alone_is_loosened() {
        assert_eq!(
            directives(false, &[]),
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
             manifest-src 'self'; form-action 'self'; base-uri 'none'"
        );
        let loose = directives(true, &[("frame-ancestors", "'none'")]);
        assert!(loose.contains("script-src 'self' 'wasm-unsafe-eval'; style-src"), "{loose}");
        assert!(loose.ends_with("base-uri 'none'; worker-src 'self'; frame-ancestors 'none'"), "{loose}");
        assert_eq!(of_page(&Route::Home), directives(false, &[]));
    }
}
