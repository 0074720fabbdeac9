//! Owns the ids of headings: readable in every script, unique in a text.

use std::collections::BTreeMap;

/// The ids given out so far, with how often each was asked for.
#[derive(Default)]
pub(super) struct Ids {
    given: BTreeMap<String, usize>,
}

impl Ids {
    /// An id for a heading, without a prefix; `-2`, `-3` and so on tell equal headings apart. It never holds a dot, so that
    /// ids with one never meet it.
    pub(super) fn give(&mut self, heading: &str) -> String {
        let wanted = slug(heading);
        let mut count = self.given.get(&wanted).map_or(1, |given| given + 1);
        let mut id = if count == 1 { wanted.clone() } else { format!("{wanted}-{count}") };
        while count > 1 && self.given.contains_key(&id) {
            count += 1;
            id = format!("{wanted}-{count}");
        }
        self.given.insert(wanted, count);
        self.given.entry(id.clone()).or_insert(1);
        id
    }
}

/// The letters and digits of a text in lower case, with `-` between words.
fn slug(text: &str) -> String {
    /// Enough to tell headings apart, short enough for an address.
    const LONGEST: usize = 64;
    let mut slug = String::new();
    let mut length = 0;
    for c in text.chars().flat_map(char::to_lowercase) {
        if length == LONGEST {
            break;
        }
        if c.is_alphanumeric() {
            slug.push(c);
            length += 1;
        } else if !slug.ends_with('-') && !slug.is_empty() && !is_joined(c) {
            slug.push('-');
            length += 1;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { slug.to_owned() }
}

/// Characters that stand within a word without being a letter of it: apostrophes, combining accents, joiners and the soft hyphen.
fn is_joined(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_readable_and_unique() {
        let headings = [
            ("Économie circulaire : l’eau", "économie-circulaire-leau"),
            ("الرؤية والأهداف 2030", "الرؤية-والأهداف-2030"),
            ("  --Goals & means--  ", "goals-means"),
            ("Goals means", "goals-means-2"),
            ("Goals means 2", "goals-means-2-2"),
            ("goals MEANS", "goals-means-3"),
            ("!!!", "section"),
            ("😀", "section-2"),
            ("İstanbul", "istanbul"),
            ("a.b:c_d", "a-b-c-d"),
            ("x-2", "x-2"),
            ("x", "x"),
            ("x", "x-3"),
        ];
        let mut ids = Ids::default();
        for (heading, id) in headings {
            assert_eq!(ids.give(heading), id, "{heading}");
        }
        assert_eq!(ids.give(&"ab ".repeat(1000)).chars().count(), 64);
    }
}
