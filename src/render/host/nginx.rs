//! Owns `nginx.conf`, which an administrator includes in the server block of the site: nginx reads nothing by itself.

use std::fmt::Write as _;

use super::{HSTS, Told};

/// The file. Ages are set by `expires`, since a header added in one place takes away those that were added around it.
pub(super) fn file(told: &Told<'_>) -> String {
    let mount = told.mount;
    let mut text = format!(
        "# Headers, redirects and types of the site, for nginx. In the server block, beside `root`:\n#   include /path/to/the/site/nginx.conf;\n\
         # {HSTS}\nabsolute_redirect off;\ncharset utf-8;\ncharset_types text/css text/javascript application/javascript text/plain text/csv \
         text/calendar;\nexpires -1;\n"
    );
    for (name, value) in &told.headers {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    let _ = writeln!(text, "error_page 404 {mount}404.html;");
    for lang in told.languages.iter().skip(1) {
        let _ = writeln!(text, "location ^~ {mount}{lang}/ {{ error_page 404 {mount}{lang}/404.html; }}");
    }
    let _ = writeln!(
        text,
        "location ~ \"^{}(assets|static)/.+-[0-9a-f]{{10}}\\.[a-z0-9]+$\" {{ expires 1y; }}",
        mount.replace('.', "\\.")
    );
    let _ = writeln!(text, "location = {mount}nginx.conf {{ return 404; }}");
    for (path, kind) in &told.types {
        let (kind, _) = kind.split_once(';').unwrap_or((kind, ""));
        let _ = writeln!(text, "location = {mount}{path} {{ types {{ }} default_type {kind}; }}");
    }
    for (from, to) in &told.moved {
        let _ = writeln!(text, "location = {mount}{from} {{ return 301 {mount}{to}; }}");
    }
    text
}
