//! Owns the pictures of a document on their way to an engine: what is taken out of them.

/// The document without links in its pictures. WeasyPrint makes none of them, and takes what is in one for a text: in a picture from right to left it would
/// move it out of sight.
pub(super) fn without_links(html: &str) -> String {
    redrawn(html, |picture| picture.replace("<a ", "<g ").replace("</a>", "</g>"))
}

/// The document with other pictures in place of its own, each given from its first sign to what comes before its end.
pub(super) fn redrawn(html: &str, redraw: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find("<svg") {
        let end = rest[open..].find("</svg>").map_or(rest.len(), |end| open + end);
        out.push_str(&rest[..open]);
        out.push_str(&redraw(&rest[open..end]));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_pictures_become_groups_and_others_stay() {
        let html = "<a href=\"#a\">A</a><svg><a href=\"#b\"><circle/></a></svg><a href=\"#c\">C</a><svg>";
        let expected = "<a href=\"#a\">A</a><svg><g href=\"#b\"><circle/></g></svg><a href=\"#c\">C</a><svg>";
        assert_eq!(without_links(html), expected);
    }
}
