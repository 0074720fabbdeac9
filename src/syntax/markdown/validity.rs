//! What must hold of any HTML that this module writes, as a checker for its tests: balanced, known, safe, everything in its place.

use std::collections::BTreeSet;

use super::{address, escape};

/// Elements that the output may hold, and the attributes of each besides those of all.
const ALLOWED: &str = "a:href,rel abbr b bdi blockquote br cite code dd del details:open div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 \
    hr i img:src,alt,width,height,loading,decoding ins kbd li mark ol:start p picture pre q s samp section small source:type,srcset,sizes span strong \
    sub summary sup table tbody td th:scope thead tr u ul var wbr";
const GLOBAL: [&str; 8] = ["aria-label", "class", "dir", "id", "lang", "role", "tabindex", "title"];
const VOID: [&str; 5] = ["br", "hr", "img", "source", "wbr"];
const BLOCKS: &str = " blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul ";

/// What is wrong with the HTML: the first thing that is unbalanced, unknown, dangerous or at a place where it may not be.
pub(super) fn fault(html: &str) -> Option<String> {
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
        let before = html[..html.len() - after.len() - tag.len() - 2].trim_end();
        let is_paired = match tag {
            "dd" => before.ends_with("</dt>") || before.ends_with("</dd>"),
            "/dl" => before.ends_with("</dd>"),
            _ => true,
        };
        if !is_paired {
            return Some(format!("<{tag}> without its pair"));
        }
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
        ("picture", _) => matches!(name, "source" | "img"),
        (_, "source") => false,
        ("figure", "img" | "picture") => true,
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
        let sizes = value.split(", ").all(|size| size.split(' ').count() == 2 && !size.starts_with("javascript"));
        if attribute == "srcset" && !sizes {
            return Some(format!("{attribute}={value}"));
        }
        if matches!(attribute, "href" | "src") && !value.starts_with('#') && address(&escape::decode(value)).is_none() {
            return Some(format!("{attribute}={value}"));
        }
    }
    (!rest.is_empty()).then(|| format!("{rest:?} in {name}"))
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
        "<dl><dt>a</dt></dl>",
        "<dl><dd>a</dd></dl>",
        "<p style=\"x\">a</p>",
    ] {
        assert!(fault(html).is_some(), "{html}");
    }
}
