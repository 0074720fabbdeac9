//! What authors of ill will, and chance, can do to a text: the HTML stays safe, balanced and valid, and the time in bounds.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::tests::{LABELS, html};
use super::*;

/// Elements that the output may hold, and the attributes of each besides those of all.
const ALLOWED: &str = "a:href,rel abbr b bdi blockquote br cite code dd del details:open div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 \
    hr i img:src,alt,width,height,loading,decoding ins kbd li mark ol:start p pre q s samp section small span strong sub summary \
    sup table tbody td th:scope thead tr u ul var wbr";
const GLOBAL: [&str; 8] = ["aria-label", "class", "dir", "id", "lang", "role", "tabindex", "title"];
const VOID: [&str; 4] = ["br", "hr", "img", "wbr"];
const BLOCKS: &str = " blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul ";

/// What is wrong with the HTML: the first thing that is unbalanced, unknown, dangerous or at a place where it may not be.
fn fault(html: &str) -> Option<String> {
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut rest = html;
    let mut said = 0;
    while let Some((text, after)) = rest.split_once('<') {
        if let Some(fault) = text_fault(text, open.last().map(|(name, _)| *name)) {
            return Some(fault);
        }
        said += usize::from(!text.trim_ascii().is_empty());
        let Some((tag, after)) = after.split_once('>') else { return Some(format!("a tag without an end: {after}")) };
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            let Some((opened, before)) = open.pop() else { return Some(format!("</{name}> closes nothing")) };
            if opened != name {
                return Some(format!("</{name}> closes {opened}"));
            }
            if matches!(name, "a" | "summary" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "figcaption") && before == said {
                return Some(format!("{name} says nothing"));
            }
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if let Some(fault) =
            place_fault(name, &open, html, html.len() - after.len()).or_else(|| attribute_fault(name, attributes, &mut ids))
        {
            return Some(fault);
        }
        said += usize::from(name == "img" && !attributes.contains("alt=\"\""));
        if !VOID.contains(&name) {
            open.push((name, said));
        }
        if open.len() > 100 {
            return Some("too deep".to_owned());
        }
    }
    text_fault(rest, None).or_else(|| open.last().map(|(name, _)| format!("{name} is left open")))
}

fn text_fault(text: &str, parent: Option<&str>) -> Option<String> {
    if text.contains('>') || text.chars().any(|c| !escape::is_allowed(c)) {
        return Some(format!("text that is not escaped: {text:?}"));
    }
    let strict = matches!(parent, Some("ul" | "ol" | "dl" | "table" | "thead" | "tbody" | "tr" | "details" | "figure"));
    (strict && !text.trim_ascii().is_empty() && parent != Some("details")).then(|| format!("{text:?} in {parent:?}"))
}

/// Whether an element may stand in those open around it.
fn place_fault(name: &str, open: &[(&str, usize)], html: &str, end: usize) -> Option<String> {
    let parent = open.last().map_or("", |(name, _)| name);
    let is_block = BLOCKS.contains(&format!(" {name} "));
    let is_right = match (parent, name) {
        ("ul" | "ol", _) | (_, "li") => matches!(parent, "ul" | "ol") && name == "li",
        ("dl", _) | (_, "dt" | "dd") => parent == "dl" && matches!(name, "dt" | "dd"),
        ("table", _) | (_, "thead" | "tbody") => parent == "table" && matches!(name, "thead" | "tbody"),
        ("thead" | "tbody", _) | (_, "tr") => matches!(parent, "thead" | "tbody") && name == "tr",
        ("tr", _) | (_, "td" | "th") => parent == "tr" && matches!(name, "td" | "th"),
        (_, "summary") => {
            parent == "details" && html[..end].trim_end().rsplit('<').nth(1).is_some_and(|tag| tag.starts_with("details"))
        }
        (_, "figcaption") => parent == "figure",
        ("figure", "img") => true,
        ("" | "div" | "blockquote" | "details" | "li" | "dd" | "section", _) => true,
        _ => !is_block,
    };
    let is_nested_link = name == "a" && open.iter().any(|(name, _)| *name == "a");
    let has_summary = parent != "details" || name == "summary" || html[..end].contains("<summary");
    (!is_right || is_nested_link || !has_summary).then(|| format!("{name} in {parent}"))
}

fn attribute_fault(name: &str, attributes: &str, ids: &mut BTreeSet<String>) -> Option<String> {
    let allowed = ALLOWED.split_whitespace().map(|entry| entry.split_once(':').unwrap_or((entry, "")));
    let Some((_, own)) = allowed.into_iter().find(|(allowed, _)| *allowed == name) else { return Some(format!("<{name}>")) };
    let mut rest = attributes;
    while let Some((attribute, after)) = rest.split_once("=\"") {
        let attribute = attribute.trim_start();
        let Some((value, after)) = after.split_once('"') else { return Some(format!("{attribute} without an end")) };
        rest = after;
        if !GLOBAL.contains(&attribute) && !own.split(',').any(|own| own == attribute) {
            return Some(format!("{name} {attribute}={value}"));
        }
        if attribute == "id" && (value.is_empty() || value.contains(' ') || !ids.insert(value.to_owned())) {
            return Some(format!("the id {value} twice"));
        }
        if matches!(attribute, "href" | "src") && !value.starts_with('#') && address(&escape::decode(value)).is_none() {
            return Some(format!("{attribute}={value}"));
        }
    }
    (!rest.is_empty()).then(|| format!("{rest:?} in {name}"))
}

/// Renders with what everything is asked about noted, and checks all that must hold for any text.
fn checked(text: &str) -> String {
    let asked = RefCell::new(Vec::new());
    let link = |destination: &str| {
        asked.borrow_mut().push((false, destination.to_owned()));
        Target::Href(destination.to_owned())
    };
    let image = |destination: &str| {
        asked.borrow_mut().push((true, destination.to_owned()));
        Some(Picture { src: destination.to_owned(), width: None, height: None })
    };
    let labels = Labels { anchor: Some("Here"), ..LABELS };
    let context = Context { link: &link, image: &image, heading_offset: 1, id_prefix: "", labels };
    let rendered = render(text, &context);
    if let Some(fault) = fault(&rendered.html) {
        panic!("{fault}\nin {}\nof {text:?}", rendered.html);
    }
    for heading in &rendered.headings {
        assert!(rendered.html.contains(&format!("id=\"{}\"", heading.id)), "{} of {text:?}", heading.id);
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

#[test]
fn the_checker_finds_faults() {
    assert_eq!(fault("<p>a <b>b</b> &lt;</p>\n<ul><li>c<br></li></ul>"), None);
    for html in [
        "<p>",
        "</p>",
        "<b><i>a</b></i>",
        "<script></script>",
        "<p onclick=\"x\">a</p>",
        "<a href=\"javascript:x\">a</a>",
        "a > b",
        "<p><div></div></p>",
        "<ul>a</ul>",
        "<ul><p></p></ul>",
        "<a href=\"x\"></a>",
        "<a href=\"x\"><a href=\"y\">z</a></a>",
        "<i id=\"a\"></i><b id=\"a\"></b>",
        "<h2 id=\"a\"></h2>",
        "<summary>a</summary>",
        "<img src=\"data:x\" alt=\"\">",
        "<p class>a</p>",
        "<td>a</td>",
        "a\u{1}",
        "<details><p>a</p></details>",
        "<dl><dt>a</dt>b</dl>",
        "<p style=\"x\">a</p>",
    ] {
        assert!(fault(html).is_some(), "{html}");
    }
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
    let context = Context { link: &link, image: &image, heading_offset: 1, id_prefix: "", labels: LABELS };
    for text in HOSTILE {
        let (rendered, _) = write::unlocked(events(text).map(|(event, _)| event), &context);
        // A sanitiser writes what is the same in other ways: no line break at the start of `pre`, quotes and a space as names.
        let same = |html: &str| html.replace('\u{a0}', "&nbsp;").replace("&quot;", "\"");
        assert_eq!(same(&lock::clean(&rendered.html)), same(&rendered.html.replace("<pre>\n", "<pre>")), "{text}");
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
    for round in 0..std::env::var("ROUNDS").map_or(ROUNDS, |r| r.parse().unwrap()) {
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
        let h = checked(&text);
        if std::env::var("DUMP").is_ok() && round < 3000 {
            std::fs::write(format!("/tmp/w/md-nu/c{round}.html"), format!("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title></head><body><h1>t</h1>\n{h}</body></html>")).unwrap();
        }
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
        checked(&text[..text.floor_char_boundary(120_000)]);
    }
}

#[test]
fn a_line_of_a_megabyte_is_read() {
    for part in ["a", "a ", "é*", "[a](b) ", "<b>", "&lt;", "`a` ", "a|", "<a b='", "> ", "![a](b)", "&#x41;"] {
        let text = part.repeat(1_000_000 / part.len());
        let html = html(&text).html;
        assert!(fault(&html).is_none(), "{part}");
        assert!(plain(&text, 100).chars().count() <= 100);
        drop(links(&text));
    }
}
#[test]
fn adhoc_dump() {
    let wrap = |body: &str| {
        format!(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title></head><body><h1>t</h1>\n{body}</body></html>"
        )
    };
    std::fs::create_dir_all("/tmp/w/md-nu").unwrap();
    for (i, text) in HOSTILE.iter().enumerate() {
        std::fs::write(format!("/tmp/w/md-nu/h{i}.html"), wrap(&checked(text))).unwrap();
    }
    let mut files: Vec<String> = std::process::Command::new("find")
        .args(["/work/main/example-cluster", "-name", "*.md"])
        .output()
        .map(|o| String::from_utf8(o.stdout).unwrap().lines().map(String::from).collect())
        .unwrap();
    files.sort();
    let mut all = String::new();
    for (i, f) in files.iter().enumerate() {
        let text = std::fs::read_to_string(f).unwrap();
        let body = text.strip_prefix("---\n").and_then(|t| t.split_once("\n---\n")).map_or(&*text, |(_, b)| b);
        all.push_str(body);
        std::fs::write(format!("/tmp/w/md-nu/e{i}.html"), wrap(&checked(body))).unwrap();
    }
    all.truncate(all.floor_char_boundary(11_000));
    let t = std::time::Instant::now();
    for _ in 0..1000 {
        html(&all);
    }
    println!("{} bytes {:?} each code {} ", all.len(), t.elapsed() / 1000, all.contains("```"));
    let evs: Vec<_> = events(&all).map(|e| e.0).collect();
    let t = std::time::Instant::now();
    for _ in 0..1000 {
        std::hint::black_box(events(&all).count());
    }
    println!("parse {} events {:?} each", evs.len(), t.elapsed() / 1000);
    all = all.replace("```", "");
    let t = std::time::Instant::now();
    for _ in 0..1000 {
        html(&all);
    }
    println!("no code: {} bytes {:?} each", all.len(), t.elapsed() / 1000);
    all.push_str("\n\n<b>x</b>\n");
    let t = std::time::Instant::now();
    for _ in 0..1000 {
        html(&all);
    }
    println!("raw: {} bytes {:?} each", all.len(), t.elapsed() / 1000);
}
