//! Owns which file of the site an address means, and what kind of content a file is, by the habits of static web hosts.

use std::sync::Arc;

use super::Site;

/// What stands at an address.
pub(super) enum Found {
    /// A file, by its path in the site.
    File(String, Arc<[u8]>),
    /// A folder's page, whose address lacks the slash that its relative links count on.
    Folder,
    /// Nothing.
    Nothing,
}

/// Finds the file for the path of an address, still percent-encoded.
pub(super) fn find(site: &Site, address: &str) -> Found {
    let Some(path) = decode(address).as_deref().and_then(|path| path.strip_prefix('/')).and_then(plain) else {
        return Found::Nothing;
    };
    let file = |path: String| site(&path).map(|bytes| Found::File(path, bytes));
    if path.is_empty() || path.ends_with('/') {
        return file(format!("{path}index.html")).unwrap_or(Found::Nothing);
    }
    let folder = || site(&format!("{path}/index.html")).map(|_| Found::Folder);
    file(path.clone()).or_else(|| file(format!("{path}.html"))).or_else(folder).unwrap_or(Found::Nothing)
}

/// The path, if it can be one of a bundle. A site may look further than into a map, so what climbs out of it ends here.
fn plain(path: &str) -> Option<String> {
    let parts = path.strip_suffix('/').unwrap_or(path).split('/');
    let odd = |part: &str| part.is_empty() || part == "." || part == ".." || part.contains(['\\', '\0']);
    let fine = path.is_empty() || !parts.into_iter().any(odd);
    fine.then(|| path.to_owned())
}

/// Resolves percent escapes; `None` where they are malformed or give something other than UTF-8.
fn decode(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || (rest.next()? as char).to_digit(16);
            bytes.push((digit()? * 16 + digit()?) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The `Content-Type` of a file, by the end of its name.
pub(super) fn content_type(path: &str) -> &'static str {
    let end = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, end)| end);
    match end.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_files() {
        // The site has every file but pages of its own below `x.html`, and says which it was asked for.
        let files = [
            "index.html",
            "a/index.html",
            "b",
            "b.html",
            "c.html",
            "c/index.html",
            "é/العربية b.html",
            "d.css",
            "..html",
            ".well-known/x.txt",
        ];
        let site: Site = Arc::new(move |path| files.contains(&path).then(|| path.as_bytes().into()));
        let cases = [
            ("/", "index.html"),
            ("/index.html", "index.html"),
            ("/index", "index.html"),
            ("/a/", "a/index.html"),
            ("/a", "folder"),
            ("/%61/", "a/index.html"),
            ("/a%2f", "a/index.html"),
            ("/b", "b"),
            ("/b/", "nothing"),
            ("/c", "c.html"),
            ("/c/", "c/index.html"),
            ("/%C3%A9/%D8%A7%D9%84%D8%B9%D8%B1%D8%A8%D9%8A%D8%A9%20b", "é/العربية b.html"),
            ("/d.css", "d.css"),
            ("/.well-known/x.txt", ".well-known/x.txt"),
            ("/D.css", "nothing"),
            ("/missing/", "nothing"),
            ("", "nothing"),
            ("a/", "nothing"),
            ("//", "nothing"),
            ("//a/", "nothing"),
            ("/%2fa/", "nothing"),
            ("/a//", "nothing"),
            ("/.", "nothing"),
            ("/a/../a/", "nothing"),
            ("/%2e%2e/a/", "nothing"),
            ("/a%5c", "nothing"),
            ("/a%00", "nothing"),
            ("/%", "nothing"),
            ("/%6", "nothing"),
            ("/%zz", "nothing"),
            ("/%+1", "nothing"),
            ("/%C3", "nothing"),
        ];
        for (address, expected) in cases {
            let found = match find(&site, address) {
                Found::File(path, bytes) => {
                    assert_eq!(path.as_bytes(), &*bytes);
                    path
                }
                Found::Folder => "folder".to_owned(),
                Found::Nothing => "nothing".to_owned(),
            };
            assert_eq!(found, expected, "{address}");
        }
    }

    #[test]
    fn content_goes_by_the_end_of_the_name() {
        for (path, expected) in [
            ("a/index.html", "text/html; charset=utf-8"),
            ("feed.xml", "application/xml"),
            ("A.JPG", "image/jpeg"),
            ("a.css/LICENSE", "application/octet-stream"),
            ("x.tar.gz", "application/octet-stream"),
            ("", "application/octet-stream"),
        ] {
            assert_eq!(content_type(path), expected, "{path}");
        }
    }
}
