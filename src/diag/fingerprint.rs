//! Owns the identity of a finding from one run to the next, so that a forge can tell a new one from one that has only moved.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::Report;
use super::place::Places;

/// For each diagnostic, in the report's order, a hash of rule, path, message and the text at fault. Line numbers are left out:
/// lines above may come and go. Those that agree in all of these are told apart by counting.
pub(super) fn fingerprints(report: &Report, places: &Places<'_>) -> Vec<String> {
    let mut seen: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
    let mut fingerprints = Vec::with_capacity(report.len());
    for diagnostic in report {
        let path = diagnostic.span.map_or("", |span| places.own_path(span.file));
        let under = diagnostic.span.map_or(&[][..], |span| places.under(span));
        let mut hasher = Sha256::new();
        for part in [diagnostic.rule.name.as_bytes(), path.as_bytes(), diagnostic.message.as_bytes(), under] {
            // The length keeps the parts apart, whatever bytes they hold.
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        let digest = hasher.finalize().to_vec();
        let ordinal = seen.entry(digest.clone()).or_default();
        let whole = Sha256::new().chain_update(&digest).chain_update(ordinal.to_le_bytes()).finalize();
        *ordinal += 1;
        fingerprints.push(whole.iter().map(|byte| format!("{byte:02x}")).collect());
    }
    fingerprints
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::testing::{DUPLICATE, found, nth};
    use crate::diag::{Diagnostic, Level};
    use crate::source::Sources;

    fn of(path: &str, text: &str, change: impl Fn(&mut Diagnostic)) -> Vec<String> {
        let sources = Sources::from_memory([(path, text)]);
        let mut report = Report::default();
        for number in 0..text.matches("bad").count() {
            let mut diagnostic = found(nth(&sources, path, "bad", number));
            change(&mut diagnostic);
            report.push(diagnostic);
        }
        let places = Places::new(&report, &sources, "some/where");
        fingerprints(&report, &places)
    }

    #[test]
    fn a_fingerprint_survives_what_does_not_matter() {
        let base = of("a.yaml", "bad\n", |_| ());
        assert_eq!(base[0].len(), 64);
        assert_eq!(of("a.yaml", "x: 1\n\n  bad and more\n", |_| ()), base);
        assert_eq!(of("a.yaml", "bad\n", |diagnostic| diagnostic.level = Level::Note), base);
        assert_eq!(of("a.yaml", "bad\n", |diagnostic| diagnostic.help = Some("x".into())), base);
    }

    #[test]
    fn a_fingerprint_changes_with_what_matters() {
        let base = of("a.yaml", "bad\n", |_| ());
        assert_ne!(of("b.yaml", "bad\n", |_| ()), base);
        assert_ne!(of("a.yaml", "bad\n", |diagnostic| diagnostic.rule = &DUPLICATE), base);
        assert_ne!(of("a.yaml", "bad\n", |diagnostic| diagnostic.message = "other".into()), base);
        assert_ne!(of("a.yaml", "bad\n", |diagnostic| diagnostic.span = None), base);
    }

    #[test]
    fn equal_findings_are_counted() {
        let one = of("a.yaml", "bad\n", |_| ());
        let three = of("a.yaml", "bad bad bad\n", |_| ());
        assert_eq!(three[0], one[0]);
        assert!(three[0] != three[1] && three[1] != three[2] && three[0] != three[2]);
    }
}
