//! Owns `.htaccess`, by which Apache is told in the folder of the site itself.

use std::fmt::Write as _;

use super::{HSTS, Told};
use crate::render::policy::KEEP;

/// The file. All that is in it is allowed by `AllowOverride FileInfo`.
pub(super) fn file(told: &Told<'_>) -> String {
    let mount = told.mount;
    let mut text =
        format!("# Headers, redirects and types of the site, for Apache 2.4.\n# {HSTS}\nErrorDocument 404 {mount}404.html\n");
    for lang in told.languages.iter().skip(1) {
        let _ =
            writeln!(text, "<If \"%{{REQUEST_URI}} =~ m#^{mount}{lang}/#\">\n  ErrorDocument 404 {mount}{lang}/404.html\n</If>");
    }
    text.push_str("<IfModule mod_headers.c>\n");
    for (name, value) in &told.headers {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    // The later of two that fit counts, and a page may be called like a hash.
    let _ = write!(
        text,
        "  Header set Cache-Control \"no-cache\"\n  <FilesMatch \"-[0-9a-f]{{10}}\\.[a-z0-9]+$\">\n    Header set Cache-Control \"{KEEP}\"\n  \
         </FilesMatch>\n  <FilesMatch \"\\.html$\">\n    Header set Cache-Control \"no-cache\"\n  </FilesMatch>\n</IfModule>\n"
    );
    text.push_str(
        "<IfModule mod_mime.c>\n  AddType text/calendar .ics\n  AddType text/csv .csv\n  AddType font/woff2 .woff2\n  AddType image/webp .webp\n  \
         AddType image/avif .avif\n  AddType application/wasm .wasm\n  AddCharset utf-8 .html .css .js .json .csv .ics .txt .xml .svg\n</IfModule>\n\
         <Files \"feed.xml\">\n  ForceType application/atom+xml\n</Files>\n",
    );
    if !told.moved.is_empty() {
        text.push_str("<IfModule mod_alias.c>\n");
        for (from, to) in &told.moved {
            let _ = writeln!(text, "  RedirectMatch 301 \"^{}{}$\" \"{mount}{to}\"", plain(mount), plain(from));
        }
        text.push_str("</IfModule>\n");
    }
    text
}

/// A path as a regular expression that means it.
fn plain(path: &str) -> String {
    path.replace('.', "\\.")
}
