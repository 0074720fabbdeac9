//! Owns what templates can ask of a part of a page that is already HTML: which sections it has, and links to them. The sections come from the page
//! itself, so that a table of contents is right in every template, whoever wrote it.

use std::ops::Range;

use tera::{Kwargs, State, TeraResult, Value};

/// A heading that can be linked to.
struct Heading<'a> {
    level: u8,
    /// As it stands in the attribute, escaped.
    id: &'a str,
    /// The HTML between its tags.
    inner: Range<usize>,
    /// Language of the text that it stands in, where it is marked.
    lang: Option<&'a str>,
}

/// The filter `outline`: the sections (`h2` with an id) of HTML, as `{id, text, lang?}`; the text is HTML.
pub(super) fn outline(value: &Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let html = value.as_str().unwrap_or_default();
    let entry = |heading: &Heading<'_>| {
        let lang = heading.lang.map(|lang| ("lang", lang.to_owned()));
        let fields = [("id", heading.id.to_owned()), ("text", text(&html[heading.inner.clone()]))];
        fields.into_iter().chain(lang).collect::<std::collections::BTreeMap<_, _>>()
    };
    let entries: Vec<_> = headings(html).iter().filter(|heading| heading.level == 2).map(entry).collect();
    Ok(Value::from_serializable(&entries))
}

/// The filter `anchors`: the same HTML with a link to itself in every `h2` and `h3` that has an id. Its name is `label` and the heading.
pub(super) fn anchors(value: &Value, arguments: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let label: String = arguments.must_get("label")?;
    let label = label.replace('&', "&amp;").replace('<', "&lt;");
    let html = value.as_str().unwrap_or_default();
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut done = 0;
    for heading in headings(html) {
        let (id, end) = (heading.id, heading.inner.end);
        out.push_str(&html[done..end]);
        let name = format!("{label}: {}", text(&html[heading.inner.clone()])).replace('"', "&quot;");
        out.push_str(&format!(" <a class=\"anchor\" href=\"#{id}\" aria-label=\"{name}\">#</a>"));
        done = end;
    }
    out.push_str(&html[done..]);
    Ok(Value::safe_string(&out))
}

/// The headings of levels 2 and 3 that have an id, in order.
fn headings(html: &str) -> Vec<Heading<'_>> {
    let mut found = Vec::new();
    // Languages of the `div`s that are open.
    let mut open: Vec<Option<&str>> = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|offset| at + offset) {
        let Some(end) = html[start..].find('>').map(|offset| start + offset) else { break };
        let tag = &html[start + 1..end];
        at = end + 1;
        let level = match tag.as_bytes() {
            [b'h', b'2', ..] => 2,
            [b'h', b'3', ..] => 3,
            [b'd', b'i', b'v', ..] => {
                open.push(attribute(tag, "lang"));
                continue;
            }
            [b'/', b'd', b'i', b'v'] => {
                open.pop();
                continue;
            }
            _ => continue,
        };
        let close = if level == 2 { "</h2>" } else { "</h3>" };
        let (Some(id), Some(length)) = (attribute(tag, "id"), html[at..].find(close)) else { continue };
        found.push(Heading { level, id, inner: at..at + length, lang: open.iter().rev().find_map(|lang| *lang) });
        at += length;
    }
    found
}

/// The value of an attribute of a tag, as it stands there.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next().filter(|value| !value.is_empty())
}

/// HTML without its tags.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    fn print(template: &str, html: &str) -> String {
        let mut tera = Tera::new();
        tera.register_filter("outline", super::outline);
        tera.register_filter("anchors", super::anchors);
        tera.autoescape_on(vec![".html"]);
        tera.add_raw_template("a.html", template).unwrap();
        let mut context = Context::new();
        context.insert("v", html);
        tera.render("a.html", &context).unwrap()
    }

    #[test]
    fn sections_are_found_with_their_words_and_language() {
        let list = "{% for h in v | safe | outline %}[{{ h.id }}|{{ h.text | safe }}|{{ h?.lang or '' }}]{% endfor %}";
        for (html, expected) in [
            ("", ""),
            ("<h2>No id</h2>", ""),
            ("<h2 class=\"vh\">x</h2><h2 id=\"a\">A &amp; <b>B</b></h2>", "[a|A &amp; B|]"),
            ("<h3 id=\"c\">third</h3>", ""),
            ("<div class=\"prose\" lang=\"ar\"><div><h2 id=\"خ\">خشب</h2></div></div><h2 id=\"d\">D</h2>", "[خ|خشب|ar][d|D|]"),
            ("</div></div><h2 id=\"e\">never closed", ""),
            ("<h2 id=\"f\"", ""),
        ] {
            assert_eq!(print(list, html), expected, "{html}");
        }
    }

    #[test]
    fn headings_link_to_themselves() {
        for (html, expected) in [
            ("<p>a</p>", "<p>a</p>"),
            ("<h2>x</h2>", "<h2>x</h2>"),
            (
                "<h2 id=\"a\">A \"<i>b</i>\"</h2>ü<h3 id=\"c\">C</h3>",
                "<h2 id=\"a\">A \"<i>b</i>\" <a class=\"anchor\" href=\"#a\" aria-label=\"Link: A &quot;b&quot;\">#</a></h2>ü\
                 <h3 id=\"c\">C <a class=\"anchor\" href=\"#c\" aria-label=\"Link: C\">#</a></h3>",
            ),
        ] {
            assert_eq!(print("{{ v | safe | anchors(label=\"Link\") }}", html), expected, "{html}");
        }
    }
}
