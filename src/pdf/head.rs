//! Owns what a document says of itself in its head, which its PDF is to say as well.

/// What a document says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// Title.
    pub(super) title: String,
    /// Language, as a BCP 47 tag.
    pub(super) language: String,
    /// Who wrote it.
    pub(super) author: String,
    /// What it is about, in a sentence.
    pub(super) description: String,
    /// Words to find it by.
    pub(super) keywords: String,
}

impl Head {
    /// Reads the head of a document; what is not there stays empty.
    pub(super) fn read(html: &str) -> Self {
        let head = &html[..html.find("</head>").unwrap_or(html.len())];
        let between = |start: &str, end: &str| {
            let (_, rest) = head.split_once(start)?;
            Some(decoded(rest.split_once(end)?.0))
        };
        let meta = |name: &str| between(&format!("<meta name=\"{name}\" content=\""), "\"").unwrap_or_default();
        let opening = head.split_once("<html").and_then(|(_, rest)| rest.split_once('>')).map_or("", |(tag, _)| tag);
        let language = opening.split_once(" lang=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(tag, _)| tag);
        Self {
            title: between("<title>", "</title>").unwrap_or_default(),
            language: language.to_owned(),
            author: meta("author"),
            description: meta("description"),
            keywords: meta("keywords"),
        }
    }
}

/// Text without the escapes that the templates write.
pub(super) fn decoded(text: &str) -> String {
    let pairs =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")];
    pairs.into_iter().fold(text.trim().to_owned(), |text, (from, to)| text.replace(from, to))
}
