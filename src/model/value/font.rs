//! Owns how the names of font families are read, which go from a cluster's settings into a style sheet.

/// The families of a list as CSS writes one: names between commas, in quotes or without.
///
/// # Errors
/// The first part that is no name: an empty one, or one with a sign that no font has in its name.
pub fn families(list: &str) -> Result<Vec<&str>, &str> {
    let name = |part: &str| {
        let plain = |name: &str| {
            name.chars().any(char::is_alphanumeric)
                && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '+' | '&'))
        };
        let bare = ['"', '\''].iter().find_map(|quote| part.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(part).trim();
        plain(bare).then_some(())
    };
    let mut families = Vec::new();
    for part in list.split(',').map(str::trim) {
        name(part).ok_or(part)?;
        families.push(part.trim_matches(['"', '\'']).trim());
    }
    Ok(families)
}

#[cfg(test)]
mod tests {
    use super::families;

    #[test]
    fn names_are_read_and_anything_else_is_refused() {
        for (list, expected) in [
            ("Georgia", Ok(vec!["Georgia"])),
            ("Georgia, \"Noto Naskh Arabic\", serif", Ok(vec!["Georgia", "Noto Naskh Arabic", "serif"])),
            ("'Source Sans 3' ,Inter", Ok(vec!["Source Sans 3", "Inter"])),
            ("خط النسخ", Ok(vec!["خط النسخ"])),
            ("", Err("")),
            ("Georgia,, serif", Err("")),
            ("Georgia; color: red", Err("Georgia; color: red")),
            ("a\"; } body { display: none", Err("a\"; } body { display: none")),
            ("\"Georgia", Err("\"Georgia")),
            ("\"A'B\"", Err("\"A'B\"")),
            ("url(x.woff2)", Err("url(x.woff2)")),
            ("</style>", Err("</style>")),
            ("a\\62", Err("a\\62")),
            ("--", Err("--")),
        ] {
            assert_eq!(families(list), expected, "{list}");
        }
    }
}
