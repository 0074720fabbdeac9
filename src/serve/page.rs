//! Owns what the preview adds to pages: the script that follows new builds, and the pages that stand in where the site has none.

use super::state::State;

/// Where the script is served.
pub(super) const SCRIPT_PATH: &str = "/__clustersite/live.js";

/// The script.
pub(super) const SCRIPT: &str = include_str!("live.js");

/// A page of the site with the script put in at its end.
pub(super) fn with_script(html: &[u8], state: &State) -> Vec<u8> {
    let end = b"</body";
    let at = html.windows(end.len()).rposition(|tag| tag.eq_ignore_ascii_case(end)).unwrap_or(html.len());
    let tag = script_tag(state, "");
    [&html[..at], tag.as_bytes(), &html[at..]].concat()
}

/// The page for an address at which the site has nothing, when the site has no page for that either.
pub(super) fn not_found(state: &State) -> Vec<u8> {
    stand_in("Not found", "<p>There is no page at this address. <a href=\"/\">To the start</a></p>", &script_tag(state, ""))
}

/// The page that stands for all others as long as no build has succeeded.
pub(super) fn waiting(state: &State) -> Vec<u8> {
    let findings = escape(state.findings.as_deref().unwrap_or_default());
    let body =
        format!("<p>This page shows the site as soon as the following is put right.</p>\n<pre role=\"alert\">{findings}</pre>");
    stand_in("There is no site yet", &body, &script_tag(state, " data-waiting"))
}

fn script_tag(state: &State, attribute: &str) -> String {
    format!("<script src=\"{SCRIPT_PATH}\" data-revision=\"{}\"{attribute} defer></script>\n", state.revision())
}

fn stand_in(title: &str, body: &str, script: &str) -> Vec<u8> {
    let style = "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
        pre{white-space:pre-wrap;overflow-wrap:anywhere}:root{color-scheme:light dark}";
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<style>{style}</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n{script}</body>\n</html>\n"
    )
    .into_bytes()
}

/// Text as HTML that shows it.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::Outcome;
    use super::*;

    #[test]
    fn the_script_goes_to_the_end_of_the_body() {
        let state = State::first(Outcome::Failed(String::new()));
        let tag = script_tag(&state, "");
        for (before, after) in [
            ("<body>x", "</body></html>"),
            ("<body><code>&lt;/body></code><!-- </body> -->", "</BODY >"),
            ("no end", ""),
            ("", ""),
            ("é", "</body"),
        ] {
            let page = with_script(format!("{before}{after}").as_bytes(), &state);
            assert_eq!(String::from_utf8(page).unwrap(), format!("{before}{tag}{after}"));
        }
    }

    #[test]
    fn findings_are_shown_as_text() {
        let state = State::first(Outcome::Failed("<script>\"a\" & b</script>".to_owned()));
        let page = String::from_utf8(waiting(&state)).unwrap();
        assert!(page.contains("&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;"), "{page}");
        assert!(page.contains(" data-waiting"));
    }
}
