//! Owns how well a step of the value chain is covered, counted in one place for the page, the picture and the rules.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::kinds::member::Member;
use super::kinds::value_chain::Node;
use super::{Entry, Id, Model};

/// How well a step is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coverage {
    /// Nobody in the region does it: a white spot.
    Nobody,
    /// Somebody does, who is no member.
    Outside,
    /// One member does, and the chain hangs on it.
    One,
    /// Several members do.
    Several,
}

impl Coverage {
    /// Every degree, from worst to best.
    pub const ALL: [Self; 4] = [Self::Nobody, Self::Outside, Self::One, Self::Several];

    /// Last part of its message key, `coverage.WORD`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Outside => "outside",
            Self::One => "one",
            Self::Several => "several",
        }
    }
}

/// Who covers which step on a day.
#[derive(Debug)]
pub struct Covering<'m>(BTreeMap<&'m Id, Vec<&'m Entry<Member>>>);

impl<'m> Covering<'m> {
    /// Gathers the members that cover each step, in the order of the directory. Those who have left by `day` don't count.
    pub fn new(model: &'m Model, day: Date) -> Self {
        let mut found: BTreeMap<&'m Id, Vec<&'m Entry<Member>>> = BTreeMap::new();
        for member in model.members.iter().filter(|member| member.is_present(day)) {
            // A member that names a step twice covers it once.
            let steps: BTreeSet<&Id> = model.all(&member.value_chain).map(Entry::id).collect();
            steps.into_iter().for_each(|step| found.entry(step).or_default().push(member));
        }
        Self(found)
    }

    /// The members that cover a step.
    pub fn members(&self, step: &Id) -> &[&'m Entry<Member>] {
        self.0.get(step).map_or(&[], Vec::as_slice)
    }

    /// How well a step is covered.
    pub fn degree(&self, step: &Entry<Node>) -> Coverage {
        match self.members(step.id()).len() {
            0 if step.actors.is_empty() => Coverage::Nobody,
            0 => Coverage::Outside,
            1 => Coverage::One,
            _ => Coverage::Several,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn members_who_left_and_actors_outside_are_told_apart() {
        let files = [
            ("cluster.yaml", "name: Valmont Timber\nlanguages: [en]\n"),
            ("members.csv", "id,name,kind,value-chain,left\na,A,sme,saw saw glue,\nb,B,sme,saw,\nc,C,sme,dry,2020\n"),
            (
                "strategy/value-chain.yaml",
                "saw: {title: S}\nglue: {title: G}\ndry: {title: D}\nkiln: {title: K, actors: [Owners]}\n",
            ),
        ];
        let sources = Sources::from_memory(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())));
        let loaded = crate::model::load(&sources, &[]);
        let covering = Covering::new(&loaded.model, jiff::civil::date(2026, 6, 30));
        let degrees: Vec<Coverage> = loaded.model.nodes.iter().map(|node| covering.degree(node)).collect();
        assert_eq!(degrees, [Coverage::Several, Coverage::One, Coverage::Nobody, Coverage::Outside], "{:?}", loaded.faults);
    }
}
