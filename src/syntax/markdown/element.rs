//! Owns the elements that authors may write as raw HTML. What is not in this list loses its tags and keeps its words.

/// Where an element may stand and what it may hold; everything that keeps the output valid follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Stands among words and holds words.
    Phrasing,
    /// A link: words that lead somewhere; never inside another.
    Link,
    /// An image, among words.
    Image,
    /// Stands among words and holds nothing.
    Break,
    /// Stands among blocks and holds words.
    Words,
    /// Stands among blocks and holds blocks.
    Flow,
    /// Stands among blocks and holds nothing.
    Rule,
    /// Stands among blocks and holds items.
    List,
    /// Stands in a list and holds blocks.
    Item,
    /// Stands among blocks, and holds a summary and blocks.
    Details,
    /// Stands first in details and holds words.
    Summary,
}

/// An element that may be written as raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name in lower case.
    pub(super) name: &'static str,
    /// Its end tag.
    pub(super) close: &'static str,
    /// Where it stands and what it holds.
    pub(super) kind: Kind,
    /// Attributes that it may have besides `lang` and `dir`; addresses are looked after on their own.
    pub(super) attributes: &'static [&'static str],
}

impl Element {
    /// Whether it stands among words.
    pub(super) fn is_inline(&self) -> bool {
        matches!(self.kind, Kind::Phrasing | Kind::Link | Kind::Image | Kind::Break)
    }

    /// Whether it holds words only, so that a block can't stand in it.
    pub(super) fn holds_words(&self) -> bool {
        matches!(self.kind, Kind::Phrasing | Kind::Link | Kind::Words | Kind::Summary)
    }
}

/// An element by its name in any case.
pub(super) fn find(name: &str) -> Option<&'static Element> {
    ELEMENTS.iter().chain([&ITEM]).find(|element| element.name.eq_ignore_ascii_case(name))
}

/// The element of a list item, which is also written where a raw list holds anything else.
pub(super) static ITEM: Element = Element { name: "li", close: "</li>\n", kind: Kind::Item, attributes: &[] };

/// Every other element that is kept.
static ELEMENTS: &[Element] = &[
    Element { name: "a", close: "</a>", kind: Kind::Link, attributes: &["title"] },
    Element { name: "abbr", close: "</abbr>", kind: Kind::Phrasing, attributes: &["title"] },
    Element { name: "b", close: "</b>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "bdi", close: "</bdi>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "blockquote", close: "</blockquote>\n", kind: Kind::Flow, attributes: &[] },
    Element { name: "br", close: "", kind: Kind::Break, attributes: &[] },
    Element { name: "cite", close: "</cite>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "code", close: "</code>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "del", close: "</del>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "details", close: "</details>\n", kind: Kind::Details, attributes: &["open"] },
    Element { name: "div", close: "</div>\n", kind: Kind::Flow, attributes: &[] },
    Element { name: "em", close: "</em>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "hr", close: "", kind: Kind::Rule, attributes: &[] },
    Element { name: "i", close: "</i>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "img", close: "", kind: Kind::Image, attributes: &[] },
    Element { name: "ins", close: "</ins>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "kbd", close: "</kbd>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "mark", close: "</mark>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "ol", close: "</ol>\n", kind: Kind::List, attributes: &[] },
    Element { name: "p", close: "</p>\n", kind: Kind::Words, attributes: &[] },
    Element { name: "pre", close: "</pre>\n", kind: Kind::Words, attributes: &[] },
    Element { name: "q", close: "</q>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "s", close: "</s>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "samp", close: "</samp>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "small", close: "</small>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "span", close: "</span>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "strong", close: "</strong>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "sub", close: "</sub>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "summary", close: "</summary>\n", kind: Kind::Summary, attributes: &[] },
    Element { name: "sup", close: "</sup>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "u", close: "</u>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "ul", close: "</ul>\n", kind: Kind::List, attributes: &[] },
    Element { name: "var", close: "</var>", kind: Kind::Phrasing, attributes: &[] },
    Element { name: "wbr", close: "", kind: Kind::Break, attributes: &[] },
];
