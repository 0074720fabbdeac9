//! What authors of ill will, and chance, can do to a text: the HTML stays safe, balanced and valid, and the time in bounds.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::tests::{LABELS, html};
use super::validity::fault;
use super::*;

/// Renders with what everything is asked about noted, and checks all that must hold for any text.
fn checked(text: &str) -> String {
    let asked = RefCell::new(Vec::new());
    let link = |destination: &str| {
        asked.borrow_mut().push((false, destination.to_owned()));
        Target::Href(destination.to_owned())
    };
    let image = |destination: &str| {
        asked.borrow_mut().push((true, destination.to_owned()));
        Some(Picture { src: destination.to_owned(), width: None, height: None, sizes: vec![(destination.to_owned(), 9)] })
    };
    let labels = Labels { anchor: Some("Here"), ..LABELS };
    let context = Context { link: &link, image: &image, heading_offset: 1, id_prefix: "", labels, lazy_from: 0 };
    let rendered = render(text, &context);
    if let Some(fault) = fault(&rendered.html) {
        panic!("{fault}\nin {}\nof {text:?}", rendered.html);
    }
    let mut rest = rendered.html.as_str();
    for heading in &rendered.headings {
        let id = format!("id=\"{}\"", heading.id);
        let place = rest.find(&id);
        assert!(place.is_some(), "{id} of {text:?}");
        rest = &rest[place.unwrap_or_default()..];
    }
    let links = links(text);
    for link in &links {
        assert!(text.get(link.range.clone()).is_some_and(|text| !text.is_empty()), "{link:?} of {text:?}");
    }
    let known: BTreeSet<_> = links.iter().map(|link| (link.image, &*link.destination)).collect();
    for (image, destination) in asked.take() {
        assert!(known.contains(&(image, &*destination)), "links() has no {destination:?} of {text:?}");
    }
    assert!(plain(text, 50).chars().count() <= 50);
    rendered.html
}

/// Texts that have broken renderers and sanitisers elsewhere.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<SCRIPT/x>a",
    "<img src=x onerror=alert(1)>",
    "<img src=javascript:alert(1)>",
    "<img/src='x'/onerror='alert(1)'>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=x><embed src=x>",
    "<form action=x><input name=y><button>z",
    "<style>*{color:red}</style>",
    "<link rel=stylesheet href=x>",
    "<meta http-equiv=refresh content=0>",
    "<base href=//evil.example>",
    "<a href=\"javascript:alert(1)\">a</a>",
    "<a href=\" &#1; java&#115;cript&colon;alert(1)\">a</a>",
    "<a href='java\nscript:x'>a</a>",
    "<a href=\"jav&#x09;ascript:x\">a</a>",
    "<a href=java&Tab;script&NewLine;:x>a</a>",
    "<a href=vbscript:x>a",
    "<a href=data:text/html,x>a",
    "[a](javascript:alert(1))",
    "[a](JAVASCRIPT&colon;alert)",
    "[a](java&#10;script:x)",
    "[a](&#106;avascript:x)",
    "[a](\\javascript:x)",
    "[a](<java script:x>)",
    "<javascript:alert(1)>",
    "<data:x,y>",
    "[a]: javascript:x\n\n[a] ![a]",
    "![x](javascript:alert(1) \"t\")",
    "[a](x \"\\\"><script>\")",
    "![\"><script>](x)",
    "[a](\"onmouseover=x)",
    "# <a name=\"x\" id='y'>h</a>",
    "# \"><script>alert(1)</script>",
    "```\"><script>\nx\n```",
    "```yaml\n</code></pre><script>\n```",
    "```html\n<script>alert(1)</script>\n```",
    "```csv\n<b>,\"</span>\n```",
    "[^\"><script>]\n\n[^\"><script>]: x",
    "[^a]\n\n[^a]: </li></ol></section><script>",
    "|<b>|\n|-|\n|</td></tr></table><i>|",
    "<div><div><div>",
    "</div></section></main></body></html>",
    "<p><p><p>",
    "<details><details><details>",
    "<details>\n\n# a\n\n<summary>b",
    "<ul><ul><li><ol>a</ul>b</ol>",
    "<li>a",
    "<ul>\n\na\n\n<li>\n\n- b\n\n</ul>",
    "<pre>\n\na\n\n</pre>",
    "<b><p>a</b></p>",
    "<a href=x><div>y</a></div>",
    "<summary><a href=x></summary></a>",
    "<details><summary><details><summary>",
    "a<br></br></p><p>b",
    "<table><td>a<table><td>b",
    "<select><option>a",
    "<textarea><b>a</textarea>",
    "<title><b>",
    "<noscript><p title=\"</noscript><img src=x onerror=x>\">",
    "<!--><script>x</script>-->",
    "<!-- --!><script>x",
    "<![CDATA[><script>x</script>]]>",
    "<?xml ><script>x?>",
    "<b/onclick=x>a",
    "<b\u{0}>a",
    "<b\tx='>'\n>a",
    "<a href=x href=javascript:x>a",
    "<a\u{c}href=x>a",
    "\u{202e}[a](b)\u{feff}",
    "\0\u{1}\u{7f}\u{85}\u{fffe}",
    "&#0;&#1;&#x85;&#xd800;&#xfffe;&#x110000;",
    "<abbr title='<script>\"&quot;'>a",
    "<q cite=x>a",
    "<xmp><b>",
    "<plaintext>a",
    "<template><script>x",
    "<isindex>",
    "<frameset><frame>",
    "<blink><marquee>a",
    "<x-y onclick=z>a",
    "<A HREF=x>a</A>",
    "<p lang=\"x\" dir=\"<\">a",
    "<ol start=5 type=a><li value=3>a",
    "- <b>\n- </b>\n- <details>\n- </details>",
    "> <div>\n\n</div>",
    "a\n: <dt>\n: </dl>",
    "# # #\n## ##\n#",
    "***\n___\n* * *",
    "[](<>)",
    "[a]()",
    "![]()",
    "[ ](x)",
    "[**](x)",
    "[![]()](x)",
    "<a href=x><img src=y></a>",
    "# [](x)",
    "|\n|-|",
    "||\n|-|-|\n||",
    "<a href=\"http://[::1\">a",
    "[a](http://a:b@c.example)",
    "[a](//)",
    "[a](http:)",
    "[a](https://\u{0}x)",
    "<span title=x>a",
    "<img alt=x>",
    "<a>b</a>",
];

#[test]
fn nothing_hostile_passes() {
    for text in HOSTILE {
        let html = checked(text);
        assert!(!html.contains("<script"), "{html}");
        // The same in every kind of place, and with something after it that must stay whole.
        for (before, after) in [
            ("> ", ""),
            ("- ", "\n- b"),
            ("x[^n]\n\n[^n]: ", "\n\ny"),
            ("*a ", "* b"),
            ("[a ", "](b)"),
            ("# ", "\n\nc"),
            ("a\n: ", "\n"),
            ("|", "|\n|-|\n|b|\n\nc"),
            ("<details>\n\n", "\n\n</details>\n\nd"),
        ] {
            checked(&format!("{before}{text}{after}"));
        }
    }
}

#[test]
fn the_second_lock_has_nothing_to_do() {
    let link = |destination: &str| Target::Href(destination.to_owned());
    let image = |_: &str| None;
    let context = Context { link: &link, image: &image, heading_offset: 1, id_prefix: "", labels: LABELS, lazy_from: 0 };
    for text in HOSTILE {
        let (rendered, _) = write::unlocked(events(text).map(|(event, _)| event), &context);
        // A sanitiser writes what is the same in other ways: no line break at the start of `pre`, quotes and a space as names.
        let same = |html: &str| html.replace('\u{a0}', "&nbsp;").replace("&quot;", "\"");
        assert_eq!(same(&lock::clean(&rendered.html)), same(&rendered.html.replace("\"0\">\n", "\"0\">")), "{text}");
    }
}

/// A generator of numbers that are the same on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

#[test]
fn chance_breaks_nothing() {
    const PARTS: &[&str] = &[
        "a",
        "é ",
        "\n",
        "\n\n",
        "    ",
        "> ",
        "- ",
        "1. ",
        "# ",
        "*",
        "**",
        "~~",
        "`",
        "```",
        "```yaml\n",
        "[",
        "]",
        "](x)",
        "![",
        "|",
        "|-|\n",
        "\n: ",
        "[^1]",
        "\n\n[^1]: ",
        "[ ] ",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "\n\n<div>\n\n",
        "<p>",
        "</p>",
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "<a href=x>",
        "</a>",
        "<img src=y>",
        "<br>",
        "<hr>",
        "<pre>",
        "</pre>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<",
        ">",
        "&",
        "&amp;",
        "\"",
        "'",
        "\\",
        "  \n",
        "---\n",
        "\t",
        "(",
        ")",
        "!",
        "\u{a0}",
        "\0",
        "ع",
        "\r\n",
        "<q",
        "<blockquote>",
        "</blockquote>",
        "<td>",
        "[r]: z\n",
        "[r]",
        "<http://x.example>",
        " \"t\")",
        "![i](j \"k\")",
    ];
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for round in 0..ROUNDS {
        let mut text = String::new();
        if round % 2 == 0 {
            text.push_str(HOSTILE[chance.below(HOSTILE.len())]);
        }
        for _ in 0..=chance.below(24) {
            let part = PARTS[chance.below(PARTS.len())];
            let places = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect::<Vec<_>>();
            let at = if chance.below(3) == 0 { places[chance.below(places.len())] } else { text.len() };
            text.insert_str(at, part);
        }
        checked(&text);
    }
}

/// Texts tried by chance: few enough for every run of the tests; the code was tried with millions.
const ROUNDS: usize = 4000;

#[test]
fn depth_and_length_are_bounded() {
    let deep = |part: &str| part.repeat(10_000);
    let mut nested_list = String::new();
    for depth in 0..300 {
        nested_list.push_str(&" ".repeat(2 * depth));
        nested_list.push_str("- a\n");
    }
    let texts = [
        deep("> "),
        format!("{}a", deep("> ")),
        deep(">"),
        format!("{}a", deep("- ")),
        format!("{}a", deep("1. ")),
        nested_list,
        format!("{}a{}", deep("*"), deep("*")),
        format!("{}a{}", deep("*a _b "), deep("_ *")),
        format!("{}a{}", deep("~~"), deep("~~")),
        format!("{}a{}", deep("["), deep("](b)")),
        format!("{}a{}", deep("!["), deep("](b)")),
        deep("<b>"),
        deep("\n\n<div>\n\n"),
        deep("<ul><li>"),
        deep("\n<details>\n"),
        deep("<a href=x>"),
        deep("a[^1] "),
        format!("a[^1]\n\n[^1]: {}", deep("[^1]")),
        deep("[^1]: "),
        deep("# a\n"),
        deep("|"),
        format!("{}\n{}", deep("|a"), deep("|-")),
        deep("a\n: "),
        deep("a\n: b\n\n"),
        deep("`"),
        deep("` ``"),
        deep("<"),
        deep("<!--"),
        deep("<a "),
        deep("<a b=\""),
        deep("&"),
        deep("&amp;"),
        deep("<p>&eacute;"),
        deep("\\"),
        deep("[a]: b\n"),
        deep("<?"),
        deep("<![CDATA["),
        deep("<script>"),
        deep("![a](b \"c\")\n\n"),
        deep("- [ ] a\n"),
        deep("|a|\n|-|\n\n"),
        deep("```csv\n\"a\n```\n"),
    ];
    for text in &texts {
        checked(&text[..text.floor_char_boundary(30_000)]);
    }
}

#[test]
fn a_line_of_a_megabyte_is_read() {
    for part in ["é*", "[a](b) ", "<b>"] {
        let text = part.repeat(1_000_000 / part.len());
        assert!(!html(&text).html.is_empty(), "{part}");
        assert!(plain(&text, 100).chars().count() <= 100);
        assert_eq!(links(&text).len(), text.matches("](").count());
    }
}
