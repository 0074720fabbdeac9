//! Owns the search for circles among entries that name each other. It keeps its own stack, so that a chain of any length is safe.

/// The circles of a graph of `edges.len()` nodes, each as its nodes in ascending order, in the order of their first nodes. Nodes
/// that reach each other are one circle, however many ways there are; a node that names itself is one too. The time is linear in
/// nodes and edges (Tarjan's method).
pub(super) fn circles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    // Number of each node in the order of the search, from 1, or 0 until it is seen; and the lowest that it reaches on the path.
    let (mut number, mut low) = (vec![0_usize; edges.len()], vec![0_usize; edges.len()]);
    let mut on_path = vec![false; edges.len()];
    let mut path = Vec::new();
    let mut count = 0;
    for root in 0..edges.len() {
        let mut calls = if number[root] == 0 { vec![(root, 0)] } else { Vec::new() };
        while let Some((node, next)) = calls.pop() {
            if next == 0 {
                count += 1;
                (number[node], low[node]) = (count, count);
                on_path[node] = true;
                path.push(node);
            } else {
                let child = edges[node][next - 1];
                if on_path[child] {
                    low[node] = low[node].min(low[child]);
                }
            }
            if let Some(&child) = edges[node].get(next) {
                calls.push((node, next + 1));
                if number[child] == 0 {
                    calls.push((child, 0));
                }
            } else if low[node] == number[node] {
                let start = path.iter().rposition(|&member| member == node).unwrap_or_default();
                let mut circle = path.split_off(start);
                circle.iter().for_each(|&member| on_path[member] = false);
                circle.sort_unstable();
                if circle.len() > 1 || edges[node].contains(&node) {
                    found.push(circle);
                }
            }
        }
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_circle_is_found_once() {
        for (edges, expected) in [
            (vec![], vec![]),
            (vec![vec![1], vec![2], vec![]], vec![]),
            (vec![vec![0]], vec![vec![0]]),
            (vec![vec![1], vec![2], vec![1]], vec![vec![1, 2]]),
            (vec![vec![2], vec![3], vec![0], vec![1]], vec![vec![0, 2], vec![1, 3]]),
            (vec![vec![1, 2], vec![0], vec![0], vec![0]], vec![vec![0, 1, 2]]),
            (vec![vec![1, 2], vec![2], vec![]], vec![]),
        ] {
            assert_eq!(circles(&edges), expected, "{edges:?}");
        }
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let length = 200_000;
        let edges: Vec<Vec<usize>> = (0..length).map(|node| vec![(node + 1) % length]).collect();
        assert_eq!(circles(&edges).len(), 1);
    }
}
