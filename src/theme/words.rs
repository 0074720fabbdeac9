//! Owns the filter `words`, by which templates print the smallest thing they get: words that may be in another language than the page. It is
//! a filter and not a component since a page prints hundreds of them.

use tera::{Kwargs, State, TeraResult, Value};

/// Prints words: their safe HTML or else their escaped text, in a `span` that names the language where it is not the page's. A plain text
/// is escaped as it is; nothing prints nothing.
pub(super) fn words(value: &Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let text = |name: &'static str| value.get_from_path(name).and_then(|found| found.as_str());
    if value.as_map().is_none() {
        return Ok(match value.as_str() {
            Some(plain) => Value::safe_string(&escaped(plain)),
            None if value.is_none() || value.is_undefined() => Value::safe_string(""),
            None => value.clone(),
        });
    }
    let inner = text("html").map_or_else(|| escaped(text("text").unwrap_or_default()), str::to_owned);
    let Some(lang) = text("lang") else { return Ok(Value::safe_string(&inner)) };
    let dir = text("dir").map(|dir| format!(" dir=\"{}\"", escaped(dir))).unwrap_or_default();
    Ok(Value::safe_string(&format!("<span lang=\"{}\"{dir}>{inner}</span>", escaped(lang))))
}

/// A text as it may stand in HTML, attributes included.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#x27;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    #[test]
    fn words_are_escaped_and_marked_with_their_language() {
        let mut tera = Tera::new();
        tera.register_filter("words", super::words);
        tera.autoescape_on(vec![".html"]);
        tera.add_raw_template("a.html", "{{ v | words }}").unwrap();
        let print = |value: serde_json::Value| {
            let mut context = Context::new();
            context.insert("v", &value);
            tera.render("a.html", &context).unwrap()
        };
        let words = |text: &str, html: Option<&str>, lang: Option<&str>| serde_json::json!({ "text": text, "html": html, "lang": lang, "dir": lang.map(|_| "rtl") });
        assert_eq!(print(serde_json::json!("<a & 'b'>")), "&lt;a &amp; &#x27;b&#x27;&gt;");
        assert_eq!(print(words("<script>", None, None)), "&lt;script&gt;");
        assert_eq!(print(words("", Some("<b>x</b>"), None)), "<b>x</b>");
        assert_eq!(print(words("خشب", None, Some("ar"))), "<span lang=\"ar\" dir=\"rtl\">خشب</span>");
        assert_eq!(print(words("x", None, Some("\"><script>"))).matches('<').count(), 2);
        assert_eq!(print(serde_json::Value::Null), "");
    }
}
