//! Owns the smallest values that templates print: words with their language and link, and rows of a name and its values.

use schemars::JsonSchema;
use serde::Serialize;

/// Words for readers. Templates print `html` where it is there and `text` otherwise, mark them with `lang` and `dir` where they are in
/// another language than the page, and link them to `href`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Words {
    /// Plain text, to be escaped.
    pub text: String,
    /// Safe HTML in its stead.
    pub html: Option<String>,
    /// Language, where it is not the page's.
    pub lang: Option<String>,
    /// Direction of that language.
    pub dir: Option<&'static str>,
    /// Address relative to the site's root, or absolute where `external`.
    pub href: Option<String>,
    /// Whether `href` leads out of the site.
    pub external: bool,
}

impl Words {
    /// The same words with a link.
    #[must_use]
    pub fn linked(mut self, href: Option<String>) -> Self {
        self.href = href;
        self
    }

    /// The same words with a link out of the site.
    #[must_use]
    pub fn leading_to(mut self, url: &str) -> Self {
        self.href = Some(url.to_owned());
        self.external = true;
        self
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// A name and its values.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Row {
    /// The name.
    pub label: String,
    /// The values, at least one.
    pub values: Vec<Words>,
}
