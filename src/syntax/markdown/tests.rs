//! What each part of Markdown becomes, and what `links` and `plain` find in it.

use super::*;

/// Labels that show where they stand.
pub(super) const LABELS: Labels<'static> = Labels {
    footnotes: "Footnotes",
    back: "Back",
    table: "Table",
    details: "Details",
    done: "Done",
    to_do: "To do",
    anchor: None,
};

/// Links to `secret` lead nowhere, all others where they say; images exist unless their name holds `missing`.
pub(super) fn html(text: &str) -> Rendered {
    let link = |destination: &str| {
        if destination.starts_with("secret") { Target::Text } else { Target::Href(destination.to_owned()) }
    };
    let image = |destination: &str| {
        let picture = Picture { src: destination.to_owned(), width: Some(4), height: Some(3), sizes: Vec::new() };
        (!destination.contains("missing")).then_some(picture)
    };
    render(text, &Context { link: &link, image: &image, heading_offset: 1, id_prefix: "", labels: LABELS, lazy_from: 0 })
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(html(text).html, *expected, "\nof {text}");
    }
}

#[test]
fn words_and_blocks() {
    check(&[
        ("", ""),
        ("  \n\t\n", ""),
        (
            "Hello *you* and **you**, ~~not you~~ `a<b`",
            "<p>Hello <em>you</em> and <strong>you</strong>, <del>not you</del> <code>a&lt;b</code></p>\n",
        ),
        ("a\nb  \nc", "<p>a\nb<br>\nc</p>\n"),
        ("\"quotes\" -- 'stay' ... &copy; \\* é", "<p>\"quotes\" -- 'stay' ... © * é</p>\n"),
        ("> a\n\nb\n\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>\n<hr>\n"),
        ("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"),
        ("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"),
        ("$a$ [[b]] {#id}", "<p>$a$ [[b]] {#id}</p>\n"),
        (
            "- [x] a\n- [ ] b",
            "<ul>\n<li class=\"task\"><span class=\"task-box\" role=\"img\" aria-label=\"Done\">☑</span> a</li>\n\
             <li class=\"task\"><span class=\"task-box\" role=\"img\" aria-label=\"To do\">☐</span> b</li>\n</ul>\n",
        ),
        (
            "Cluster\n: a network\n: *of* firms\n",
            "<dl>\n<dt>Cluster</dt>\n<dd>a network</dd>\n<dd><em>of</em> firms</dd>\n</dl>\n",
        ),
        (
            "Firm\n\n: a member\n\n  of a cluster\n",
            "<dl>\n<dt>Firm</dt>\n<dd><p>a member</p>\n<p>of a cluster</p>\n</dd>\n</dl>\n",
        ),
    ]);
}

#[test]
fn headings() {
    check(&[
        ("# Über uns\n## Über uns", "<h2 id=\"über-uns\">Über uns</h2>\n<h3 id=\"über-uns-2\">Über uns</h3>\n"),
        (
            "###### a\n# b\n### c\n## d\n#### e",
            "<h2 id=\"a\">a</h2>\n<h2 id=\"b\">b</h2>\n<h3 id=\"c\">c</h3>\n<h3 id=\"d\">d</h3>\n<h4 id=\"e\">e</h4>\n",
        ),
        ("# الرؤية {#x}", "<h2 id=\"الرؤية-x\">الرؤية {#x}</h2>\n"),
        (
            "#\n\n# &nbsp;\n\n# ![](a.png)\n\n# ****",
            "<p><img src=\"a.png\" alt=\"\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\"></p>\n<h2 id=\"section\">****</h2>\n",
        ),
        ("# A `b` [c](d) <b>e\n\nf", "<h2 id=\"a-b-c-e\">A <code>b</code> <a href=\"d\">c</a> <b>e</b></h2>\n<p>f</p>\n"),
    ]);
    let rendered = html("# One *two*\n\n## Three[^1]\n\n> #### ![Four](x.png)\n\n[^1]: note");
    let found: Vec<_> = rendered.headings.iter().map(|heading| (heading.level, &*heading.id, &*heading.text)).collect();
    assert_eq!(found, [(2, "one-two", "One two"), (3, "three", "Three"), (4, "four", "Four")]);
}

#[test]
fn prefixes_offsets_and_anchors() {
    let link = |_: &str| Target::Text;
    let image = |_: &str| None;
    let labels = Labels { anchor: Some("Link to \"this\""), ..LABELS };
    let context = Context { link: &link, image: &image, heading_offset: 200, id_prefix: "p-", labels, lazy_from: 0 };
    let rendered = render("# A & B\n\nx[^n]\n\n[^n]: y", &context);
    assert_eq!(
        rendered.html,
        "<h6 id=\"p-a-b\">A &amp; B <a class=\"anchor\" href=\"#p-a-b\" aria-label=\"Link to &quot;this&quot;: A &amp; B\">#</a></h6>\n\
         <p>x<sup class=\"footnote-ref\" id=\"p-noteref.1.1\"><a href=\"#p-note.1\">1</a></sup></p>\n\
         <section class=\"footnotes\">\n<h6 class=\"footnotes-title\">Footnotes</h6>\n<ol>\n<li id=\"p-note.1\"><p>y \
         <a class=\"footnote-back\" href=\"#p-noteref.1.1\" aria-label=\"Back 1\">↩\u{fe0e}</a></p>\n</li>\n</ol>\n</section>\n"
    );
    assert_eq!(rendered.headings, [Heading { level: 6, id: "p-a-b".into(), text: "A & B".into() }]);
}

#[test]
fn links_and_images() {
    const REL: &str = "rel=\"noopener noreferrer\"";
    const LAZY: &str = "width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\"";
    check(&[
        ("[a](b.md \"c\\\"d\")", "<p><a href=\"b.md\" title=\"c&quot;d\">a</a></p>\n"),
        ("[a](https://x.example/?a=1&b=2)", &format!("<p><a href=\"https://x.example/?a=1&amp;b=2\" {REL}>a</a></p>\n")),
        ("[a](//x.example)", &format!("<p><a href=\"//x.example\" {REL}>a</a></p>\n")),
        (
            "<https://x.example> <me@x.example>",
            &format!(
                "<p><a href=\"https://x.example\" {REL}>https://x.example</a> <a href=\"mailto:me@x.example\">me@x.example</a></p>\n"
            ),
        ),
        ("[a][r] [r] [A]\n\n[r]: b\n[a]: <c d>", "<p><a href=\"b\">a</a> <a href=\"b\">r</a> <a href=\"c%20d\">A</a></p>\n"),
        ("[*words* stay](secret.md) [here](javascript:x) [](javascript:x)[]()", "<p><em>words</em> stay here </p>\n"),
        (
            "[](a.md) [ ![](b.png) ](c.md)",
            &format!("<p><a href=\"a.md\">a.md</a> <a href=\"c.md\"> <img src=\"b.png\" alt=\"\" {LAZY}> c.md</a></p>\n"),
        ),
        ("![a *b* `c`](d.png \"e\") f", &format!("<p><img src=\"d.png\" alt=\"a b c\" title=\"e\" {LAZY}> f</p>\n")),
        ("[![a](b.png)](c.md)", &format!("<p><a href=\"c.md\"><img src=\"b.png\" alt=\"a\" {LAZY}></a></p>\n")),
        (
            "![a](b.png \"A <c>\")",
            &format!("<figure><img src=\"b.png\" alt=\"a\" {LAZY}><figcaption>A &lt;c&gt;</figcaption></figure>\n"),
        ),
        (
            "![a](missing.png \"b\")\n\n![](missing.png)\n\n![](missing.png \"c\")",
            "<p><span class=\"missing-image\">a</span></p>\n<p></p>\n",
        ),
        (
            "![a](data:image/png,x) ![b](mailto:x@y.example)",
            "<p><span class=\"missing-image\">a</span> <span class=\"missing-image\">b</span></p>\n",
        ),
        ("![![a](b.png)](c.png)", &format!("<p><img src=\"c.png\" alt=\"a\" {LAZY}></p>\n")),
    ]);
}

#[test]
fn tables() {
    check(&[
        (
            "| Who | | Sum |\n|:-:|---|--:|\n| *a* | b\\|c | 1 |\n| d |",
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: Who · Sum\"><table>\n\
             <thead><tr><th scope=\"col\" class=\"align-center\">Who</th><td></td><th scope=\"col\" class=\"num\">Sum</th></tr></thead>\n\
             <tbody>\n<tr><td class=\"align-center\"><em>a</em></td><td>b|c</td><td class=\"num\">1</td></tr>\n\
             <tr><td class=\"align-center\">d</td><td></td><td class=\"num\"></td></tr>\n</tbody>\n</table></div>\n",
        ),
        (
            "|a|\n|:-|\n\n|a|\n|-|\n",
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: a\"><table>\n\
             <thead><tr><th scope=\"col\" class=\"align-left\">a</th></tr></thead>\n</table></div>\n\
             <div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: a (2)\"><table>\n\
             <thead><tr><th scope=\"col\">a</th></tr></thead>\n</table></div>\n",
        ),
    ]);
}

#[test]
fn footnotes() {
    let back = |number: usize, count: usize| {
        let place = if count == 1 { format!("{number}") } else { format!("{number}.{count}") };
        format!("<a class=\"footnote-back\" href=\"#noteref.{number}.{count}\" aria-label=\"Back {place}\">↩\u{fe0e}</a>")
    };
    let reference = |number: usize, count: usize| {
        format!("<sup class=\"footnote-ref\" id=\"noteref.{number}.{count}\"><a href=\"#note.{number}\">{number}</a></sup>")
    };
    let open = "<section class=\"footnotes\">\n<h2 class=\"footnotes-title\">Footnotes</h2>\n<ol>\n";
    let close = "</ol>\n</section>\n";
    check(&[
        ("[^none] a\n\n[^unused]: b", "<p>[^none] a</p>\n"),
        (
            "a[^É] b[^one] c[^é]\n\n[^one]: First\n[^é]: > quote\n[^é]: again\n",
            &format!(
                "<p>a{} b{} c{}</p>\n{open}<li id=\"note.1\"><blockquote>\n<p>quote</p>\n</blockquote>\n<p>{} {}</p>\n</li>\n\
                 <li id=\"note.2\"><p>First {}</p>\n</li>\n{close}",
                reference(1, 1),
                reference(2, 1),
                reference(1, 2),
                back(1, 1),
                back(1, 2),
                back(2, 1)
            ),
        ),
        (
            "a[^1] <a href=c>b[^1]</a>\n\n[^1]: d[^2] <b>e\n\n[^2]: f",
            &format!(
                "<p>a{} <a href=\"c\">b<sup class=\"footnote-ref\" id=\"noteref.1.2\">1</sup></a></p>\n{open}<li id=\"note.1\"><p>d{} <b>e</b> {} {}</p>\n</li>\n\
                 <li id=\"note.2\"><p>f {}</p>\n</li>\n{close}",
                reference(1, 1),
                reference(2, 1),
                back(1, 1),
                back(1, 2),
                back(2, 1)
            ),
        ),
    ]);
}

#[test]
fn code_is_coloured_where_its_language_is_known() {
    for (info, code, word, class) in [
        ("yaml", "name: \"x\"", "name", "hl-entity hl-name hl-tag hl-yaml"),
        ("JSON", "{\"a\": 12}", "12", "hl-constant hl-numeric"),
        ("bash", "echo \"$HOME\" # c", "HOME", "hl-comment"),
        ("csv", "id;\"na;me\"\n1,5;\"x \"\"y\"\"\";z", "1,5", "hl-constant hl-numeric"),
    ] {
        let rendered = html(&format!("```{info} extra\n{code}\n```"));
        assert!(rendered.has_code, "{info}");
        let language = info.to_lowercase();
        let start = format!("<pre tabindex=\"0\" dir=\"ltr\" class=\"code\"><code class=\"language-{language}\">");
        assert!(rendered.html.starts_with(&start), "{}", rendered.html);
        assert!(rendered.html.contains(class) && rendered.html.contains(word), "{}", rendered.html);
        let words = without_tags(&rendered.html);
        assert_eq!(words, code.replace('"', "&quot;") + "\n\n", "{info}");
    }
    for text in
        ["```nonsense\na<b\n```", "```\na<b\n```", "    a<b", "```\"><script>\na<b\n```", "```txt\na<b", "~~~ {.yaml}\na<b"]
    {
        let rendered = html(text);
        assert!(!rendered.has_code, "{text}");
        assert_eq!(
            rendered.html.trim_end().replace("\n</code>", "</code>"),
            "<pre tabindex=\"0\" dir=\"ltr\"><code>a&lt;b</code></pre>"
        );
    }
    assert!(!html(&format!("```yaml\n{}\n```", "a".repeat(2000))).has_code);
    assert!(!html(&format!("```yaml\n{}\n```", "a: b\n".repeat(20_000))).has_code);
}

/// What is left without tags; quotes in text are all shown as references, as both ways of writing them are right.
fn without_tags(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        out.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    out.replace('"', "&quot;")
}

#[test]
fn raw_html_is_kept_where_it_is_harmless() {
    check(&[
        (
            "a <b>b</b> <abbr title=\"x &amp; &quot;y&quot;\" class=c>d</abbr>",
            "<p>a <b>b</b> <abbr title=\"x &amp; &quot;y&quot;\">d</abbr></p>\n",
        ),
        ("<span lang=fr DIR='rtl' style=\"x\" onclick=y id=z>é</span>", "<p><span lang=\"fr\" dir=\"rtl\">é</span></p>\n"),
        ("a <span lang='\"x' dir=up>b</span> H<sub>2</sub>O<br/>c", "<p>a <span>b</span> H<sub>2</sub>O<br>c</p>\n"),
        (
            "<details open>\n<summary>More <em>here</em></summary>\n\n- *a*\n\n</details>\n\nb",
            "<details open=\"\">\n<summary>More <em>here</em></summary>\n\n<ul>\n<li><em>a</em></li>\n</ul>\n</details>\n\n<p>b</p>\n",
        ),
        ("<details>a</details>\n", "<details><summary>Details</summary>\na</details>\n\n"),
        ("<details><summary> </summary></details>\n", "<details><summary> Details</summary>\n</details>\n\n"),
        ("<summary>a</summary>\n", "a\n"),
        ("<details><summary>a\n\nb\n\n</summary></details>", "<details><summary>a\n</summary>\n<p>b</p>\n</details>\n"),
        ("<ul>x<li>a<li>b</ul></li>", "<ul><li>x</li>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        (
            "a <a href=\"b.md\" title=t target=_blank>c</a> <a href=secret>d</a> <a name=x>e</a>",
            "<p>a <a href=\"b.md\" title=\"t\">c</a> d e</p>\n",
        ),
        ("<a href=\"https://x.example\">a</a> b", "<p><a href=\"https://x.example\" rel=\"noopener noreferrer\">a</a> b</p>\n"),
        (
            "a <a href=b></a> [c <a href=d>e</a>](f) <a href=g>[h](i)</a>",
            "<p>a <a href=\"b\">b</a> <a href=\"f\">c e</a> <a href=\"g\">h</a></p>\n",
        ),
        (
            "<img src=a.png alt='b \"c\"' onerror=x>",
            "<img src=\"a.png\" alt=\"b &quot;c&quot;\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\">",
        ),
        ("a <img src=missing alt=b>", "<p>a <span class=\"missing-image\">b</span></p>\n"),
        ("a <!-- b --> c", "<p>a  c</p>\n"),
        ("<table><tr><td>a</td></tr></table>", "a"),
        ("<h1>a</h1>", "a"),
    ]);
}

#[test]
fn raw_html_breaks_nothing() {
    check(&[
        ("*a <b>b* c</b>\n\nd", "<p><em>a <b>b</b></em> c</p>\n<p>d</p>\n"),
        ("- a </li></ul></div>\n- b", "<ul>\n<li>a </li>\n<li>b</li>\n</ul>\n"),
        ("a <div>b</div> <p>c <ul><li>d", "<p>a b c d</p>\n"),
        ("<div>\n\na\n\n</section></div></div>\n\nb", "<div>\n<p>a</p>\n</div>\n\n<p>b</p>\n"),
        (
            "<p><b>a\n\n# b\n\n<div>\n\nc[^1]\n\n[^1]: d</div>",
            "<p><b>a\n</b></p>\n<h2 id=\"b\">b</h2>\n<div>\n<p>c<sup class=\"footnote-ref\" id=\"noteref.1.1\"><a href=\"#note.1\">1</a></sup></p>\n</div>\n<section class=\"footnotes\">\n<h2 class=\"footnotes-title\">Footnotes</h2>\n<ol>\n<li id=\"note.1\"><p>d <a class=\"footnote-back\" href=\"#noteref.1.1\" aria-label=\"Back 1\">↩\u{fe0e}</a></p>\n</li>\n</ol>\n</section>\n",
        ),
        (
            "|a|\n|-|\n|<b>x</td></table>|\n|y|",
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: a\"><table>\n<thead><tr><th scope=\"col\">a</th></tr></thead>\n<tbody>\n<tr><td><b>x</b></td></tr>\n<tr><td>y</td></tr>\n</tbody>\n</table></div>\n",
        ),
    ]);
}

#[test]
fn links_are_found_with_their_places() {
    let text = "é [a *b*](c.md) ![ü](d.png \"t\")\n\n> [![x](y)](z)\n> <div><a\n>  href=\"r&amp;s\">q</a>\n> </div>\n\n\
                [t][ref] <u@v.example> وصلة <img src=raw.png alt=w>\n\n[ref]: /u 'v'\n\n[^1]: [n](m) unused [b](javascript:c)\n";
    let expected = [
        ("[a *b*](c.md)", "c.md", false, "a b"),
        ("![ü](d.png \"t\")", "d.png", true, "ü"),
        ("[![x](y)](z)", "z", false, "x"),
        ("![x](y)", "y", true, "x"),
        ("<a\n>  href=\"r&amp;s\">", "r&s", false, ""),
        ("[t][ref]", "/u", false, "t"),
        ("<u@v.example>", "mailto:u@v.example", false, "u@v.example"),
        ("<img src=raw.png alt=w>", "raw.png", true, "w"),
        ("[n](m)", "m", false, "n"),
        ("[b](javascript:c)", "javascript:c", false, "b"),
    ];
    let found = links(text);
    let found: Vec<_> = found.iter().map(|l| (&text[l.range.clone()], &*l.destination, l.image, &*l.alt)).collect();
    assert_eq!(found, expected);
    let crlf = text.replace('\n', "\r\n");
    let places = |text: &str| links(text).iter().map(|link| text[link.range.clone()].replace('\r', "")).collect::<Vec<_>>();
    assert_eq!(places(&crlf), places(text));
    assert_eq!(links("[a](b"), []);
}

#[test]
fn plain_words_for_descriptions() {
    let text = "# Title\n\nHello  *dear*\nworld[^1], see [there](x) &amp; `code`. ![alt](y)\n\n```\nno\n```\n\n- one\n- <b>two</b>\n\n\
                <div>\nthree<!-- no --> &lt;\n</div>\n\n|t|\n|-|\n|u|\n\n[^1]: note\n";
    let all = "Hello dear world, see there & code. one two three <";
    assert_eq!(plain(text, 1000), all);
    assert_eq!(plain(text, all.chars().count()), all);
    let cases = [
        (0, ""),
        (1, "…"),
        (3, "He…"),
        (5, "Hell…"),
        (6, "Hello…"),
        (7, "Hello…"),
        (11, "Hello dear…"),
        (18, "Hello dear world…"),
    ];
    for (max, expected) in cases {
        assert_eq!(plain(text, max), expected, "at {max}");
    }
    for max in 0..60 {
        assert!(plain(text, max).chars().count() <= max);
    }
    assert_eq!(plain("# Only *this*", 100), "Only this");
    assert_eq!(plain("العنقود الاقتصادي للمياه", 18), "العنقود الاقتصادي…");
    assert_eq!(plain("", 100), "");
    assert_eq!(plain("<script>\nx\n</script>\n\na\u{0}b\u{1}", 100), "a b");
}
