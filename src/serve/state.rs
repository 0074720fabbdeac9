//! Owns what is served at one moment, and what a build makes of it: findings never take the last good site away.

use std::hash::{BuildHasher, RandomState};

use serde_json::json;

use super::{Outcome, Site};

/// What pages are served from.
pub(super) struct State {
    /// The last good site, if there has been one.
    pub(super) site: Option<Site>,
    /// What the last build found, if it failed.
    pub(super) findings: Option<String>,
    /// Tells one run of the server from another: a page that was open across a restart has to know.
    run: u64,
    /// How often what a page load shows has changed in this run.
    number: u64,
}

impl State {
    /// The state after the first build.
    pub(super) fn first(outcome: Outcome) -> Self {
        // The standard library's hasher is seeded at random, which is all that is asked of this number.
        Self { site: None, findings: None, run: RandomState::new().hash_one(0), number: 0 }.after(outcome)
    }

    /// The state after another build.
    #[must_use]
    pub(super) fn after(&self, outcome: Outcome) -> Self {
        let (run, next) = (self.run, self.number + 1);
        match outcome {
            Outcome::Good(site) => Self { site: Some(site), findings: None, run, number: next },
            // Findings are told to open pages, which need no reload for it. Only where there is no site are they the page itself.
            Outcome::Failed(findings) => {
                let number = if self.site.is_some() { self.number } else { next };
                Self { site: self.site.clone(), findings: Some(findings), run, number }
            }
        }
    }

    /// The name of what a page load shows now: letters, digits and a hyphen. Pages of another revision are stale.
    pub(super) fn revision(&self) -> String {
        format!("{:x}-{}", self.run, self.number)
    }

    /// What open pages are told, as JSON on one line.
    pub(super) fn message(&self) -> String {
        json!({ "revision": self.revision(), "findings": self.findings }).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn good() -> Outcome {
        Outcome::Good(Arc::new(|_| None))
    }

    fn failed(text: &str) -> Outcome {
        Outcome::Failed(text.to_owned())
    }

    #[test]
    fn a_good_site_stays_through_failed_builds_and_pages_reload_only_for_a_site() {
        let first = State::first(good());
        let broken = first.after(failed("a"));
        assert!(broken.site.is_some());
        assert_eq!((broken.findings.as_deref(), broken.revision()), (Some("a"), first.revision()));
        let repaired = broken.after(good());
        assert_eq!(repaired.findings, None);
        assert_ne!(repaired.revision(), first.revision());
        assert_ne!(repaired.after(good()).revision(), repaired.revision());
    }

    #[test]
    fn without_a_site_every_build_is_news() {
        let first = State::first(failed("a"));
        let second = first.after(failed("b"));
        assert!(second.site.is_none());
        assert_ne!(second.revision(), first.revision());
        assert_ne!(second.after(good()).revision(), second.revision());
    }

    #[test]
    fn two_runs_are_told_apart() {
        assert_ne!(State::first(good()).revision(), State::first(good()).revision());
    }

    #[test]
    fn a_message_is_one_line() {
        let message = State::first(failed("a\nb\r\"</script>")).message();
        assert!(!message.contains(['\n', '\r']), "{message}");
        let value: serde_json::Value = serde_json::from_str(&message).unwrap();
        assert_eq!(value["findings"], "a\nb\r\"</script>");
    }
}
