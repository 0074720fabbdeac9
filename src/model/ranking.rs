//! Owns the one method by which demands are ranked; page, picture, table and rule take it from here, and the page explains it.
//!
//! The guide wants the demands found that matter, and that enough of the key actors share. The points of a demand are therefore the sum of the
//! scores that actors give it: an actor to whom it matters much adds much, and each further actor adds something. Demands of the same points are
//! put in the order of the number of actors behind them, which are those who scored or raised it, each counted once. What is equal in both has the
//! same rank, and the next rank is left out (1, 2, 2, 4). Where nobody has given scores, the number of actors alone decides.
//!
//! All scores count, also those of actors that an audience may not see: the rank is the same for everybody. The method and the cut-off are ours; the
//! guide gives none.

use std::collections::BTreeSet;

use super::kinds::strategy::Demand;
use super::{Entries, Entry, Id};

/// Share of the points of the strongest demand from which a demand is one of the top ones.
const TOP: f64 = 0.5;

/// A demand with its place in the ranking.
#[derive(Clone, Copy, Debug)]
pub struct Ranked<'m> {
    /// The demand.
    pub demand: &'m Entry<Demand>,
    /// Its rank, from 1; equal ones share it.
    pub rank: usize,
    /// Sum of its scores.
    pub points: u32,
    /// How many actors scored or raised it.
    pub actors: usize,
    /// Mean of its scores; nothing where it has none.
    pub mean: Option<f64>,
    /// Whether it is one of those that the cluster has to answer: it has at least half the points of the strongest, or, where nobody has given
    /// scores, half as many actors behind it.
    pub top: bool,
}

/// The demands, strongest first; equal ones in the order of the files.
pub fn ranking(demands: &Entries<Demand>) -> Vec<Ranked<'_>> {
    let mut ranked: Vec<Ranked<'_>> = demands.iter().map(counted).collect();
    ranked.sort_by_key(|one| std::cmp::Reverse((one.points, one.actors)));
    let best = ranked.first().map_or((0, 0), |first| (first.points, first.actors));
    let mut last = None;
    let mut rank = 0;
    for (index, one) in ranked.iter_mut().enumerate() {
        let strength = (one.points, one.actors);
        if last != Some(strength) {
            rank = index + 1;
        }
        last = Some(strength);
        one.rank = rank;
        one.top = match best {
            (0, most) => one.actors as f64 >= TOP * most as f64,
            (most, _) => f64::from(one.points) >= TOP * f64::from(most),
        };
    }
    ranked
}

fn counted(demand: &Entry<Demand>) -> Ranked<'_> {
    let points: u32 = demand.scores.iter().map(|(_, score)| u32::from(score.0)).sum();
    let raised = demand.raised_by.iter().map(|member| &member.id);
    let actors: BTreeSet<&Id> = demand.scores.iter().map(|(actor, _)| &actor.id).chain(raised).collect();
    let count = demand.scores.len();
    let mean = (count > 0).then(|| f64::from(points) / count as f64);
    Ranked { demand, rank: 0, points, actors: actors.len(), mean, top: false }
}

#[cfg(test)]
mod tests {
    use crate::model::load;
    use crate::source::Sources;

    fn ranks(demands: &str) -> Vec<(String, usize, u32, usize, bool)> {
        let members: String = ["a", "b", "c", "d"].map(|id| format!("{id}: {{name: {id}, kind: sme}}\n")).concat();
        let files =
            [("cluster.yaml", "name: X\nlanguages: [en]\n"), ("members.yaml", &members), ("strategy/demands.yaml", demands)];
        let sources = Sources::from_memory(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).to_vec());
        let loaded = load(&sources, &[]);
        assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
        let ranked = super::ranking(&loaded.model.demands);
        ranked.iter().map(|one| (one.demand.id().to_string(), one.rank, one.points, one.actors, one.top)).collect()
    }

    #[test]
    fn points_come_first_then_actors_and_equals_share_a_rank() {
        let demands = "one: {title: T, scores: {a: 5, b: 1}}\n\
             two: {title: T, scores: {a: 2, b: 2, c: 2}}\n\
             three: {title: T, scores: {a: 4, b: 5}, raised-by: [b, c]}\n\
             four: {title: T, scores: {a: 3, b: 3, c: 3}}\n\
             five: {title: T, raised-by: [a, b, c, d]}\n\
             six: {title: T, scores: {d: 4}}\n";
        let found = ranks(demands);
        let rows: Vec<(&str, usize, u32, usize, bool)> =
            found.iter().map(|(id, rank, points, actors, top)| (id.as_str(), *rank, *points, *actors, *top)).collect();
        assert_eq!(
            rows,
            [
                ("three", 1, 9, 3, true),
                ("four", 1, 9, 3, true),
                ("two", 3, 6, 3, true),
                ("one", 4, 6, 2, true),
                ("six", 5, 4, 1, false),
                ("five", 6, 0, 4, false),
            ]
        );
    }

    #[test]
    fn without_scores_the_number_of_actors_decides_and_without_both_all_are_at_the_top() {
        let found = ranks("one: {title: T, raised-by: [a]}\ntwo: {title: T, raised-by: [a, b, c, c]}\nthree: {title: T}\n");
        let rows: Vec<(&str, usize, usize, bool)> =
            found.iter().map(|(id, rank, _, actors, top)| (id.as_str(), *rank, *actors, *top)).collect();
        assert_eq!(rows, [("two", 1, 3, true), ("one", 2, 1, false), ("three", 3, 0, false)]);
        assert!(ranks("one: {title: T}\ntwo: {title: T}\n").iter().all(|(_, rank, _, _, top)| *rank == 1 && *top));
        assert!(ranks("").is_empty());
    }
}
