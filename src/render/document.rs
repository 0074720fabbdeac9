//! Owns what can only be said of the document once it is written: the numbers of its figures and tables, the lists of them, where organisations are named,
//! and the notes at the foot of pages. It works on the finished HTML, since only that has the order in which everything stands.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

mod notes;
mod outward;
mod sheet;
mod tags;

pub(super) use outward::{Away, lead};
pub use sheet::on_paper;
pub(super) use sheet::{Page, sheet};

use tags::{Piece, attribute, pieces, with_attribute};

/// Lines of a list at the front of the document, and the index at its end.
#[derive(Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Registers {
    /// Every figure.
    pub(super) figures: Vec<Counted>,
    /// Every table that is not part of an entry.
    pub(super) tables: Vec<Counted>,
    /// Where organisations are named.
    pub(super) organisations: Vec<Named>,
}

/// A figure or table with its number.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Counted {
    /// Number with its word: “Figure 3”.
    pub(super) no: String,
    /// Title, as safe HTML.
    pub(super) label: String,
    /// Place in the document.
    pub(super) href: String,
}

/// An organisation and where it is named.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Named {
    /// Its name, as safe HTML.
    pub(super) name: String,
    /// Places in the document, in order, one a chapter or entry.
    pub(super) places: Vec<String>,
}

/// What the numbers are called, each with its number in place of `{number}`.
pub(super) struct Words<'w> {
    pub(super) figure: &'w dyn Fn(usize) -> String,
    pub(super) table: &'w dyn Fn(usize) -> String,
}

/// How the place of an organisation in the document begins.
const ORGANISATION: &str = "#member-";

/// Numbers a document and finds what its lists say.
pub(super) fn number(html: &str, words: &Words<'_>) -> (String, Registers) {
    let html = notes::at_foot(html);
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut registers = Registers::default();
    let mut named: BTreeMap<String, Named> = BTreeMap::new();
    let (mut entries, mut figures, mut main) = (0_usize, 0_usize, false);
    // The title of the entry that is being read, since many entries have figures of the same name.
    let mut entry = String::new();
    // The chapter or entry that is being read, to name each place once.
    let (mut part, mut seen) = (0_usize, BTreeMap::new());
    let all: Vec<Piece<'_>> = pieces(&html).collect();
    for (at, piece) in all.iter().enumerate() {
        let Piece::Tag(tag) = piece else {
            out.push_str(piece.text());
            continue;
        };
        match tags::name(tag) {
            "main" => main = true,
            "/main" => main = false,
            "article" => (entries, part) = (entries + 1, part + 1),
            "/article" => (entries, entry) = (entries.saturating_sub(1), String::new()),
            "h2" | "h3" if entries > 0 && entry.is_empty() => entry = inside(&all[at + 1..], &format!("/{}", tags::name(tag))),
            "section" => part += 1,
            "figure" => figures += 1,
            "/figure" => figures = figures.saturating_sub(1),
            _ => {}
        }
        match tags::name(tag) {
            "p" if main && attribute(tag, "class") == Some("caption") && figures > 0 => {
                let no = (words.figure)(registers.figures.len() + 1);
                let id = attribute(tag, "id").unwrap_or_default();
                let title = inside(&all[at + 1..], "/b");
                let label = if named_in(&entry, &title) { title } else { format!("{entry}: {title}") };
                registers.figures.push(Counted { label, href: format!("#{id}"), no: no.clone() });
                out.push_str(&format!("{tag}<span class=\"count\">{no}</span> "));
            }
            "caption" if main && figures == 0 && entries == 0 => {
                let count = registers.tables.len() + 1;
                let (no, id) = ((words.table)(count), format!("table-{count}"));
                registers.tables.push(Counted {
                    label: inside(&all[at + 1..], "/caption"),
                    href: format!("#{id}"),
                    no: no.clone(),
                });
                out.push_str(&format!("<caption id=\"{id}\"><span class=\"count\">{no}</span> "));
            }
            "a" if main && figures == 0 && attribute(tag, "href").is_some_and(|href| href.starts_with(ORGANISATION)) => {
                let target = attribute(tag, "href").unwrap_or_default().to_owned();
                let first = seen.insert((target.clone(), part), ()).is_none();
                if first && attribute(tag, "id").is_none() {
                    let id = format!("named-{at}");
                    let entry =
                        named.entry(target).or_insert_with(|| Named { name: inside(&all[at + 1..], "/a"), places: Vec::new() });
                    entry.places.push(format!("#{id}"));
                    out.push_str(&with_attribute(tag, "id", &id));
                } else {
                    out.push_str(tag);
                }
            }
            _ => out.push_str(tag),
        }
    }
    registers.organisations = named.into_values().collect();
    registers.organisations.sort_by_cached_key(|one| crate::model::Id::place_in_list(&one.name));
    (out, registers)
}

/// Whether the title of a figure says already which entry it belongs to, be it without the number before that.
fn named_in(entry: &str, title: &str) -> bool {
    let words = entry.trim_start_matches(|c: char| c.is_numeric() || c == '.').trim_start();
    title.contains(words)
}

/// The text up to a closing tag, without the tags in it.
fn inside(pieces: &[Piece<'_>], end: &str) -> String {
    let until = pieces.iter().take_while(|piece| !matches!(piece, Piece::Tag(tag) if tags::name(tag) == end));
    let text: String = until.filter(|piece| matches!(piece, Piece::Text(_))).map(Piece::text).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(html: &str) -> (String, Registers) {
        number(html, &Words { figure: &|no| format!("Figure {no}"), table: &|no| format!("Table {no}") })
    }

    #[test]
    fn figures_and_tables_are_numbered_where_they_stand() {
        let figure = "<figure><p class=\"caption\" id=\"mix\"><b>Money &amp; time</b> By year</p><table><caption class=\"vh\">x</caption></table></figure>";
        let html = format!(
            "<nav><p class=\"caption\">no</p></nav><main>{figure}<table><caption class=\"vh\">All <i>members</i></caption></table><article><table><caption>own</caption></table></article></main>"
        );
        let (out, registers) = numbered(&html);
        let of =
            |no: &str, label: &str, href: &str| Counted { no: no.to_owned(), label: label.to_owned(), href: href.to_owned() };
        assert_eq!(registers.figures, [of("Figure 1", "Money &amp; time", "#mix")]);
        assert_eq!(registers.tables, [of("Table 1", "All members", "#table-1")]);
        assert!(out.contains("id=\"mix\"><span class=\"count\">Figure 1</span> <b>Money"), "{out}");
        assert!(
            out.contains("<caption id=\"table-1\"><span class=\"count\">Table 1</span> All <i>members</i></caption>"),
            "{out}"
        );
        assert!(out.contains("<caption>own</caption>") && out.contains("<nav><p class=\"caption\">no</p></nav>"), "{out}");
    }

    #[test]
    fn organisations_are_named_once_a_chapter_or_entry() {
        let link = "<a href=\"#member-b\">Brennac Mill</a>";
        let html = format!("<main><section>{link}{link}</section><section>{link}<a href=\"#member-a\">aube</a></section></main>");
        let (out, registers) = numbered(&html);
        let names: Vec<(&str, usize)> = registers.organisations.iter().map(|one| (one.name.as_str(), one.places.len())).collect();
        assert_eq!(names, [("aube", 1), ("Brennac Mill", 2)]);
        for place in registers.organisations.iter().flat_map(|one| &one.places) {
            assert_eq!(out.matches(&format!("id=\"{}\"", &place[1..])).count(), 1, "{place}: {out}");
        }
    }

    #[test]
    fn what_is_no_document_stays_as_it_is() {
        for html in ["", "<", "a < b > c", "<main", "<!-- <main> --><p>x</p>", "<main><figure><p class=\"caption\"></main>"] {
            let (out, _) = numbered(html);
            assert!(out.len() >= html.len(), "{html}: {out}");
        }
    }
}
