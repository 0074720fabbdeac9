//! Turns "reports to" into a forest that always ends: circles are cut, unknown parents make roots; apart so that layouts never meet a circle.

use std::collections::BTreeMap;

/// The children of each entry and the roots, all by index, in input order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Forest {
    pub(super) roots: Vec<usize>,
    pub(super) children: Vec<Vec<usize>>,
    pub(super) depth: Vec<usize>,
}

/// Builds the forest from ids and the ids of parents. Of two entries with one id the first counts as the parent.
pub(super) fn forest(entries: &[(&str, Option<&str>)]) -> Forest {
    let mut by_id = BTreeMap::new();
    for (index, (id, _)) in entries.iter().enumerate() {
        by_id.entry(*id).or_insert(index);
    }
    let mut parents: Vec<Option<usize>> = entries.iter().map(|(_, parent)| by_id.get((*parent)?).copied()).collect();
    // Each entry is walked from once; meeting an entry of the same walk again means a circle, cut above its first member in the input.
    let mut walked = vec![usize::MAX; entries.len()];
    for start in 0..entries.len() {
        let mut at = start;
        while walked[at] == usize::MAX {
            walked[at] = start;
            match parents[at] {
                Some(parent) if walked[parent] == start => {
                    let mut first = parent;
                    let mut member = parent;
                    while let Some(next) = parents[member].filter(|next| *next != parent) {
                        first = first.min(next);
                        member = next;
                    }
                    parents[first] = None;
                }
                Some(parent) => at = parent,
                None => {}
            }
        }
    }
    let mut children = vec![Vec::new(); entries.len()];
    let mut roots = Vec::new();
    for (index, parent) in parents.iter().enumerate() {
        match parent {
            Some(parent) => children[*parent].push(index),
            None => roots.push(index),
        }
    }
    let mut out = Forest { roots, children, depth: vec![0; entries.len()] };
    for index in out.in_order() {
        for child in out.children[index].clone() {
            out.depth[child] = out.depth[index] + 1;
        }
    }
    out
}

impl Forest {
    /// All entries, each before its children; needs no recursion, so depth cannot exhaust the stack.
    pub(super) fn in_order(&self) -> Vec<usize> {
        let mut stack: Vec<usize> = self.roots.iter().rev().copied().collect();
        let mut out = Vec::with_capacity(self.children.len());
        while let Some(index) = stack.pop() {
            out.push(index);
            stack.extend(self.children[index].iter().rev());
        }
        out
    }

    /// The number of levels.
    pub(super) fn levels(&self) -> usize {
        self.depth.iter().max().map_or(0, |deepest| deepest + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_cut_at_their_first_entry() {
        type Case<'a> = (&'a [(&'a str, Option<&'a str>)], &'a [usize], &'a [usize]);
        let cases: [Case<'_>; 6] = [
            (&[("a", None), ("b", Some("a")), ("c", Some("a"))], &[0], &[0, 1, 2]),
            (&[("a", Some("a"))], &[0], &[0]),
            (&[("a", Some("c")), ("b", Some("a")), ("c", Some("b"))], &[0], &[0, 1, 2]),
            (&[("x", Some("a")), ("a", Some("b")), ("b", Some("a"))], &[1], &[1, 0, 2]),
            (&[("a", Some("ghost")), ("b", None)], &[0, 1], &[0, 1]),
            (&[("a", None), ("a", Some("a"))], &[0], &[0, 1]),
        ];
        for (entries, roots, order) in cases {
            let forest = forest(entries);
            assert_eq!(forest.roots, roots, "{entries:?}");
            assert_eq!(forest.in_order(), order, "{entries:?}");
        }
    }

    #[test]
    fn a_long_chain_is_no_danger() {
        let ids: Vec<String> = (0..50_000).map(|i| i.to_string()).collect();
        let entries: Vec<_> = (0..ids.len()).map(|i| (ids[i].as_str(), i.checked_sub(1).map(|p| ids[p].as_str()))).collect();
        assert_eq!(forest(&entries).levels(), 50_000);
    }
}
