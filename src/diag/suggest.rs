//! Owns the guess at what a misspelt word was meant to be. It is apart because every stage that knows a set of names needs it.

/// Longer words are not looked at: nobody misspells a paragraph, and the comparison takes time by the square of the length.
const LONGEST: usize = 64;

/// The candidate that `word` is most likely a misspelling of, or `None` where none is near. Capitals do not count as a
/// difference, nor do `_` and space in place of `-`. Of candidates equally near, the first wins; one that equals the word is
/// none.
pub fn closest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = folded(word)?;
    let length = wanted.chars().count();
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates.filter(|&candidate| candidate != word) {
        let Some(name) = folded(candidate) else { continue };
        let shorter = length.min(name.chars().count());
        let distance = strsim::damerau_levenshtein(&wanted, &name);
        // One slip in a short word makes another word; in a long one three slips leave it known.
        let allowed = match shorter {
            0..=2 => 0,
            3..=5 => 1,
            6..=8 => 2,
            _ => 3,
        };
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The word as it is compared; `None` where it is empty or too long.
fn folded(word: &str) -> Option<String> {
    let word = word.trim();
    if word.is_empty() || word.chars().nth(LONGEST).is_some() {
        return None;
    }
    Some(word.to_lowercase().replace(['_', ' '], "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_seen_through_and_a_stranger_is_not() {
        let keys = ["id", "title", "vision", "key-figures", "baseline", "target", "owner", "résumé", "الرؤية", "es", "en"];
        for (word, expected) in [
            ("titel", Some("title")),
            ("Title", Some("title")),
            ("TITLE ", Some("title")),
            ("key_figures", Some("key-figures")),
            ("Key Figures", Some("key-figures")),
            ("keyfigure", Some("key-figures")),
            ("base-line", Some("baseline")),
            ("visoin", Some("vision")),
            ("resume", Some("résumé")),
            ("الروية", Some("الرؤية")),
            ("ID", Some("id")),
            ("fr", None),
            ("xd", None),
            ("", None),
            ("-", None),
            ("budget", None),
            ("title", None),
            ("tip", None),
        ] {
            assert_eq!(closest(word, keys.into_iter()), expected, "{word:?}");
        }
    }

    #[test]
    fn the_nearest_wins_and_then_the_first() {
        assert_eq!(closest("goal-3", ["goal-1", "goal-2"].into_iter()), Some("goal-1"));
        assert_eq!(closest("targets", ["tarjet", "target"].into_iter()), Some("target"));
        assert_eq!(closest("Target", ["targets", "target"].into_iter()), Some("target"));
        assert_eq!(closest("x", std::iter::empty()), None);
    }

    #[test]
    fn huge_words_cost_nothing() {
        let huge = "a".repeat(1_000_000);
        assert_eq!(closest(&huge, ["aaaa"].into_iter()), None);
        assert_eq!(closest("aaaa", [huge.as_str()].into_iter()), None);
    }
}
