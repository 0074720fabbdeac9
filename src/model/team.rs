//! Owns what the management team can do together: the one computation of skills, weighted by full-time equivalents, for rules and pages alike.

use super::kinds::staff::{Criterion, Staff};
use super::{Choice, Entries, Entry};

/// The best score.
pub const TOP: f64 = 3.0;
/// The score from which on somebody has what a criterion asks for. The guide names criteria and weights, but no scale; this one is ours.
pub const MET: f64 = 2.0;

/// How far the team meets a criterion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The criterion.
    pub criterion: Criterion,
    /// Mean of the scores, each weighted with the full-time equivalents of its post, from 0 to [`TOP`]; nothing where none was given.
    pub mean: Option<f64>,
    /// How many posts reach [`MET`].
    pub met_by: usize,
    /// How many posts were assessed by it.
    pub scored: usize,
}

impl Level {
    /// Whether it was assessed, and nobody has it.
    pub fn is_missing(&self) -> bool {
        self.scored > 0 && self.met_by == 0
    }
}

/// The team's skills by criterion, in the order of the guide: the sum of score × full-time equivalents, divided by the sum of full-time equivalents
/// of those with a score. Drafts and posts left out of the assessment don't count, nor do scores that are missing: nobody's is a zero.
pub fn team(staff: &Entries<Staff>) -> Vec<Level> {
    let assessed: Vec<&Entry<Staff>> = staff.iter().filter(|post| post.is_assessed() && !post.meta.draft).collect();
    let level = |&criterion: &Criterion| {
        let score = |post: &&Entry<Staff>| Some((post.fte, post.skills.as_ref()?.get(criterion)?));
        let scores: Vec<(f64, f64)> = assessed.iter().filter_map(score).collect();
        let weight: f64 = scores.iter().map(|(fte, _)| fte).sum();
        let sum: f64 = scores.iter().map(|(fte, score)| fte * score).sum();
        Level {
            criterion,
            mean: (weight > 0.0).then(|| sum / weight),
            met_by: scores.iter().filter(|(_, score)| *score >= MET).count(),
            scored: scores.len(),
        }
    };
    Criterion::ALL.iter().map(level).collect()
}

#[cfg(test)]
mod tests {
    use crate::model::load;
    use crate::source::Sources;

    use super::*;

    fn of(staff: &str) -> Vec<Level> {
        let files = [("cluster.yaml", "name: A\nlanguages: [en]\n"), ("governance/staff.yaml", staff)];
        team(&load(&Sources::from_memory(files), &[]).model.staff)
    }

    fn leadership(staff: &str) -> Level {
        of(staff)[2]
    }

    #[test]
    fn scores_weigh_as_much_as_their_posts() {
        let level = leadership(
            "a: { title: A, fte: 1, skills: { leadership: 3 } }\nb: { title: B, fte: 0.5, skills: { leadership: 0 } }\nc: { title: C, fte: 1 }\n",
        );
        assert_eq!((level.mean, level.met_by, level.scored), (Some(2.0), 1, 2));
    }

    #[test]
    fn the_back_office_counts_only_where_the_manager_says_so() {
        let office = |more: &str| format!("a: {{ title: A, fte: 1, back-office: true{more}, skills: {{ leadership: 1 }} }}\n");
        assert_eq!(leadership(&office("")).mean, None);
        assert_eq!(leadership(&office(", assessed: true")).mean, Some(1.0));
        assert!(leadership(&office(", assessed: true")).is_missing());
        assert!(!leadership(&office("")).is_missing());
        assert_eq!(leadership("a: { title: A, fte: 1, assessed: false, skills: { leadership: 1 } }\n").scored, 0);
    }

    #[test]
    fn posts_without_hours_give_no_mean() {
        let level = leadership("a: { title: A, fte: 0, skills: { leadership: 3 } }\n");
        assert_eq!((level.mean, level.met_by), (None, 1));
        assert_eq!(of("").len(), 10);
    }
}
