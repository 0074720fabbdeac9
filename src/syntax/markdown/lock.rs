//! Owns the second lock of texts with raw HTML: a sanitiser of other hands, which reads the finished HTML as a browser would and
//! keeps what our own writer can have written. It has nothing to do unless the writer is wrong, which the tests make sure of.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;

/// The elements that the writer knows, its own and the authors'.
const ELEMENTS: &str = "a abbr b bdi blockquote br cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img \
                        ins kbd li mark ol p picture pre q s samp section small source span strong sub summary sup table tbody td th thead tr u ul \
                        var wbr";

/// Attributes of any element.
const ATTRIBUTES: &[&str] = &["aria-label", "class", "dir", "id", "lang", "role", "tabindex", "title"];

/// Attributes of some elements.
const OWN_ATTRIBUTES: &[(&str, &[&str])] = &[
    ("a", &["href", "rel"]),
    ("details", &["open"]),
    ("img", &["alt", "decoding", "height", "loading", "src", "width"]),
    ("ol", &["start"]),
    ("source", &["sizes", "srcset", "type"]),
    ("th", &["scope"]),
];

static BUILDER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    let own: HashMap<_, HashSet<_>> = OWN_ATTRIBUTES.iter().map(|&(name, list)| (name, list.iter().copied().collect())).collect();
    builder
        .tags(ELEMENTS.split_whitespace().collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(ATTRIBUTES.iter().copied().collect())
        .tag_attributes(own)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .strip_comments(true);
    builder
});

/// The HTML as the sanitiser leaves it.
pub(super) fn clean(html: &str) -> String {
    BUILDER.clean(html).to_string()
}
