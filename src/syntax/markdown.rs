//! Owns the step from an author's Markdown to safe HTML, plain words and a list of its links. It is apart from the other syntaxes
//! because what it gives goes to readers as it is, so that nothing hostile may pass.
//!
//! Nothing that the author typed is copied as markup: an event or a raw tag is read, and an element of our own is written
//! (`tree`, `element`). A text with raw HTML goes through a second, independent lock as well (`lock`).

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

mod address;
mod code;
mod element;
mod escape;
mod links;
mod lock;
mod media;
mod notes;
mod plain;
mod raw;
mod slug;
mod table;
mod tree;
mod write;

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod validity;

pub use address::address;

/// A link or an image, as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The bytes of the whole link in the text, brackets, destination and title included; of a raw tag, the opening tag.
    pub range: Range<usize>,
    /// Where it leads, escapes and entities resolved and references followed; `mailto:` stands before an address in `<…>`.
    pub destination: String,
    /// Whether it shows what it leads to.
    pub image: bool,
    /// An image's alternative text, a link's words; of a raw `<a>`, empty.
    pub alt: String,
}

/// Where a link leads once the audience and the site are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To this address; it is dropped as well when [`address`] refuses it.
    Href(String),
    /// Nowhere: its words stay, as it leads to something that the audience may not see, or that is not there.
    Text,
}

/// An image that may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its address.
    pub src: String,
    /// Its width in pixels, where known.
    pub width: Option<u32>,
    /// Its height in pixels, where known.
    pub height: Option<u32>,
    /// Addresses of the same picture as WebP with their widths in pixels, from narrow to wide; none where there is one size.
    pub sizes: Vec<(String, u32)>,
}

/// The few words that the page adds to the author's, in the language of the page.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    /// Heading of the footnotes ("Footnotes").
    pub footnotes: &'a str,
    /// Name of a link from a footnote to where it is referred to ("Back to the text"); its number follows.
    pub back: &'a str,
    /// Name of a table, which its column heads follow ("Table").
    pub table: &'a str,
    /// What opens a `<details>` that says nothing itself ("Details").
    pub details: &'a str,
    /// A ticked box of a task list ("Done").
    pub done: &'a str,
    /// An empty box of a task list ("To do").
    pub to_do: &'a str,
    /// Name of the link that a heading has to itself, which the heading follows ("Link to this section"); `None` for no such link.
    pub anchor: Option<&'a str>,
}

/// What the output depends on besides the text.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Decides where a destination leads. It sees every scheme, also those that are dropped afterwards.
    pub link: &'a dyn Fn(&str) -> Target,
    /// Finds the image of a destination; where it gives none, the alternative text stands.
    pub image: &'a dyn Fn(&str) -> Option<Picture>,
    /// How far headings go down: with 1, `#` becomes `h2`. What would be lower than `h6` is `h6`, and levels that the text skips
    /// are closed up, from the heading of level `heading_offset` on that the text stands under in the page.
    pub heading_offset: u8,
    /// Begins every id, so that ids stay unique when several texts stand in one page.
    pub id_prefix: &'a str,
    /// Words in the language of the page.
    pub labels: Labels<'a>,
    /// Bytes of HTML from which on pictures are loaded only when the reader comes near: those before are on the first screen.
    pub lazy_from: usize,
}

/// A heading of a rendered text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its level in the output, 1 to 6.
    pub level: u8,
    /// Its id, prefix included.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// A text as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML: balanced, valid, without scripts, styles and foreign attributes.
    pub html: String,
    /// Its headings in order.
    pub headings: Vec<Heading>,
    /// Whether it holds highlighted code, so that the page needs the colours for it.
    pub has_code: bool,
}

/// The text as safe HTML.
pub fn render(text: &str, context: &Context<'_>) -> Rendered {
    write::render(events(text).map(|(event, _)| event), context)
}

/// Every link and image of the text in its order, those of references, footnotes and raw HTML too.
pub fn links(text: &str) -> Vec<Link> {
    links::links(text)
}

/// The words of the text's paragraphs and lists in one line of at most `max_chars` characters, cut between words, for
/// descriptions and feeds. Headings stand in only where there is nothing else.
pub fn plain(text: &str, max_chars: usize) -> String {
    plain::plain(text, max_chars)
}

/// The one way in which all of this module reads Markdown.
fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST;
    Parser::new_ext(text, options).into_offset_iter()
}
