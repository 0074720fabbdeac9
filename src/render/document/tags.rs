//! Owns the reading of HTML that this program's own templates wrote, tag by tag: enough to find places in it, and no more.

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    /// A tag with its brackets.
    Tag(&'h str),
    /// What stands between tags.
    Text(&'h str),
}

impl<'h> Piece<'h> {
    /// The piece as it is written.
    pub(super) fn text(&self) -> &'h str {
        match self {
            Self::Tag(text) | Self::Text(text) => text,
        }
    }
}

/// The pieces of a document, which are the whole of it.
pub(super) fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, left) = match rest.strip_prefix('<') {
            Some(_) => rest.split_at(rest.find('>').map_or(rest.len(), |end| end + 1)),
            None => rest.split_at(rest.find('<').unwrap_or(rest.len())),
        };
        rest = left;
        Some(if piece.starts_with('<') { Piece::Tag(piece) } else { Piece::Text(piece) })
    })
}

/// The name of a tag; that of a closing one begins with a slash.
pub(super) fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('<');
    tag.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default()
}

/// The value of an attribute.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split('"').next()
}

/// The tag with one more attribute.
pub(super) fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    let end = tag.len() - usize::from(tag.ends_with('>'));
    format!("{} {name}=\"{value}\">", &tag[..end])
}
