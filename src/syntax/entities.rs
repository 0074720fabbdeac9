//! Owns the reading back of text that this program's own templates have escaped for HTML.

/// Each escape that the templates write, with what it stands for; that of the ampersand last, since it begins all others.
const ESCAPES: [(&str, &str); 7] =
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")];

/// Text without the escapes.
pub fn decoded(text: &str) -> String {
    ESCAPES.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn what_was_escaped_twice_is_read_back_once() {
        assert_eq!(decoded("&lt;b&gt; &amp;lt; &quot;a&#x2F;b&#39;"), "<b> &lt; \"a/b'");
    }
}
