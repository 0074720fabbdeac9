//! Owns the names of countries in the languages of the interface, as the Unicode CLDR gives them; the ICU crates have none.

/// One country a line: code, then its name in [`super::INTERFACE`]'s languages.
const NAMES: &str = include_str!("countries.tsv");

/// The name of an ISO 3166-1 country in a language, English for languages without a catalogue; the code where it is none.
pub(super) fn name<'a>(code: &'a str, tag: &str) -> &'a str {
    let language = tag.split('-').next().unwrap_or(tag);
    let column = super::INTERFACE.iter().position(|known| *known == language).unwrap_or(0) + 1;
    let line = NAMES.lines().find(|line| line.split('\t').next() == Some(code));
    line.and_then(|line| line.split('\t').nth(column)).unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn names_follow_the_language() {
        assert_eq!(
            (name("DE", "fr"), name("DE", "ar"), name("DE", "pt-BR"), name("QQ", "en")),
            ("Allemagne", "ألمانيا", "Germany", "QQ")
        );
    }
}
