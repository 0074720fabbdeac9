//! Cases that the guide itself tells, each a tiny cluster repository in `tests/guide/NAME/`: it builds as it stands, and the site for the cluster
//! organisation says every fact of its `facts.txt`, so that no tool bends or drops what the guide's own examples need.
//!
//! A line of `facts.txt` is `page.html: text that must be on that page`, the page as its path in the site (`fr/swot.html`); empty lines and lines
//! that begin with `#` don't count. What is compared is what a reader sees: tags taken out, entities decoded, white space collapsed, invisible
//! characters dropped.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clustersite::diag::{Class, Level, Profile};
use clustersite::model::{Audience, Visibility};
use clustersite::source::{Limits, Sources, read};
use clustersite::{Request, build};

/// Tags within a line of text; every other tag parts the words before it from those after it.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp", "small", "span",
    "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// The text of a page as a reader sees it.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&decoded(&rest[..start]));
        rest = &rest[start..];
        let closing = rest.starts_with("</");
        let name = rest.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let end = match name {
            _ if rest.starts_with("<!--") => rest.find("-->").map(|at| at + 3),
            "script" | "style" if !closing => {
                let close = format!("</{name}");
                rest.find(&close).and_then(|at| rest[at..].find('>').map(|end| at + end + 1))
            }
            _ => end_of_tag(rest),
        };
        if !INLINE.contains(&name) {
            text.push(' ');
        }
        rest = end.map_or("", |end| &rest[end..]);
    }
    text.push_str(&decoded(rest));
    visible(&text)
}

/// Where the tag at the beginning ends; a `>` in the value of an attribute does not end it.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// White space collapsed, and without characters that only steer how text is set.
fn visible(text: &str) -> String {
    let seen = |c: &char| !matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    let text: String = text.chars().filter(seen).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text with its character references resolved; one that is not known stays as it is.
fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let found = rest.find(';').and_then(|end| Some((end, character(&rest[1..end])?)));
        let (end, c) = found.unwrap_or((0, '&'));
        out.push(c);
        rest = &rest[end + 1..];
    }
    out + rest
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "shy" => '\u{ad}',
        _ => return None,
    })
}

/// What is wrong with a case, in the words of the test's failure: its faults, or facts that are not where they should be.
fn complaints(files: BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let Some(facts) = files.get("facts.txt") else { return vec!["has no facts.txt".to_owned()] };
    let facts = String::from_utf8_lossy(facts).into_owned();
    let facts: Vec<&str> = facts.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    if facts.is_empty() {
        return vec!["has no facts in facts.txt".to_owned()];
    }
    let sources = Sources::from_memory(files.into_iter().filter(|(path, _)| path != "facts.txt"));
    let request = Request {
        audience: Audience { sees: Visibility::Internal, drafts: false },
        // A case tells one tool and leaves out the rest of the cluster, which is no fault of it.
        profile: Some(Profile::Draft),
        today: jiff::civil::date(2026, 11, 23),
        at_root: false,
        theme: None,
    };
    let built = build(&sources, &[], &request, &|| {});
    let faults = built.report.iter().filter(|found| found.rule.class == Class::Fault || found.level == Level::Error);
    let mut wrong: Vec<String> = faults
        .map(|found| {
            let place = found.span.map_or("nowhere".to_owned(), |span| {
                format!("{}:{}", sources.file(span.file).path, sources.line_column(span.file, span.start).line)
            });
            format!("{place}: {}: {}", found.rule.name, found.message)
        })
        .collect();
    let Some(bundle) = built.bundle else {
        wrong.push("does not build".to_owned());
        return wrong;
    };
    let mut pages: BTreeMap<&str, String> = BTreeMap::new();
    for fact in facts {
        let Some((path, words)) = fact.split_once(": ") else {
            wrong.push(format!("`{fact}` is not `page.html: text`"));
            continue;
        };
        let Some(html) = bundle.get(path) else {
            wrong.push(format!("there is no page `{path}` to say `{words}`"));
            continue;
        };
        let page = pages.entry(path).or_insert_with(|| text(&String::from_utf8_lossy(html)));
        if !page.contains(&visible(words)) {
            wrong.push(format!("`{path}` does not say `{words}`"));
        }
    }
    wrong
}

/// The folders of cases; none where there are none yet.
fn cases() -> Vec<PathBuf> {
    let Ok(folder) = std::fs::read_dir("tests/guide") else { return Vec::new() };
    let mut cases: Vec<PathBuf> = folder.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

fn files(case: &Path) -> BTreeMap<String, Vec<u8>> {
    let (sources, skipped) = read(case, &Limits::default(), &[]).expect("the case can be read");
    assert!(skipped.is_empty(), "{}: all files of a case can be read", case.display());
    sources.iter().map(|(_, file)| (file.path.clone(), file.bytes.to_vec())).collect()
}

#[test]
fn the_guides_own_cases_can_be_authored_as_they_stand() {
    let cases = cases();
    if cases.is_empty() {
        println!("there are no cases in tests/guide/ yet");
    }
    let mut wrong = Vec::new();
    for case in &cases {
        wrong.extend(complaints(files(case)).into_iter().map(|complaint| format!("{}: {complaint}", case.display())));
    }
    assert!(wrong.is_empty(), "{} complaints about {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn case(facts: &str, cluster: &str) -> Vec<String> {
    let files = [
        ("cluster.yaml", cluster),
        ("facts.txt", facts),
        ("strategy/swot.yaml", "strengths:\n  old: {title: Old & new firms}\n"),
    ];
    complaints(
        files.into_iter().filter(|(_, text)| !text.is_empty()).map(|(path, text)| (path.to_owned(), text.into())).collect(),
    )
}

#[test]
fn a_case_fails_with_all_that_is_wrong_with_it() {
    let cluster = "name: Valmont Timber\nlanguages: [en]\n";
    assert_eq!(case("", cluster), ["has no facts.txt"]);
    assert_eq!(case("# only a remark\n\n", cluster), ["has no facts in facts.txt"]);
    assert_eq!(case("swot.html: Old & new   firms\nindex.html: Valmont Timber\n", cluster), [""; 0]);
    assert_eq!(
        case("swot.html: Old and new firms\nswot.html Old\nnowhere.html: Old\nindex.html: Valmont Timber\n", cluster),
        [
            "`swot.html` does not say `Old and new firms`",
            "`swot.html Old` is not `page.html: text`",
            "there is no page `nowhere.html` to say `Old`",
        ]
    );
    let faulty = case("swot.html: Old & new firms\n", "name: Valmont Timber\nlanguages: [en]\nsectr: Timber\n");
    assert_eq!(faulty.last().map(String::as_str), Some("does not build"));
    assert!(faulty[0].starts_with("cluster.yaml:3: unknown-key: "), "{faulty:?}");
}

#[test]
fn text_is_what_a_reader_sees() {
    let html = "<style>p{}</style><p title=\"a > b\">Price\u{2011}list of <b>oa</b>k,&nbsp;1\u{202f}200&#x20;&euro;</p><!-- <i>no</i> --><dl><dt>Was</dt>\
                <dd>\n  &lt;40\u{2066} %\u{2069} &amp;amp;</dd></dl><script>if (1 < 2) {}</script>R&D";
    assert_eq!(text(html), "Price\u{2011}list of oak, 1 200 &euro; Was <40 % &amp; R&D");
    assert_eq!(text("a<p"), "a");
    assert_eq!(text("a</script"), "a");
}
