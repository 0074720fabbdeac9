//! Owns the page of policies: their map, and each with what it is for and what it means for the cluster.

use super::sheet::{Block, Item, Part, Sheet, anchor};
use super::{Desk, Words, draw};
use crate::lang::Arg;
use crate::model::kinds::policy::Policy;
use crate::model::{Choice, Entry};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let items: Vec<Item> = desk.model().policies.iter().map(|policy| item(desk, policy)).collect();
    Sheet {
        parts: vec![
            Part::opening(Block::figure(draw::policies(desk))),
            Part::new("all", desk.say("page.policy.all"), [Block::Items { items }]),
        ],
    }
}

fn item(desk: &Desk<'_>, policy: &Entry<Policy>) -> Item {
    let period = policy.period.as_ref().map(|period| {
        let (start, end) = (super::period_words(desk, &period.start), super::period_words(desk, &period.end));
        desk.locale.format("format.range", &[("start", Arg::Text(&start)), ("end", Arg::Text(&end))])
    });
    let relevance = policy.relevance.map(|grade| desk.say(&format!("enum.relevance.{}", grade.as_str())));
    let facts = [
        desk.row("policy-level", policy.levels.iter().map(|&level| Words::from(desk.word(level)))),
        desk.row("owner", desk.maybe(policy.owner.as_ref())),
        desk.row("policy-objective", desk.maybe(policy.objective.as_ref())),
        desk.row("effect", policy.effect.map(|sign| Words::from(desk.word(sign)))),
        desk.row("relevance", relevance.map(Words::from)),
        desk.row("part-of", desk.maybe(policy.part_of.as_ref())),
        desk.row("period", period.map(Words::from)),
        desk.row("goals", desk.model().all(&policy.goals).map(|goal| desk.link(goal, &goal.title))),
        desk.row("website", policy.link.as_ref().map(|link| Words::from(shown(link.as_str())).leading_to(link.as_str()))),
    ];
    let fields: Vec<String> = policy.fields.iter().map(|&field| desk.word(field)).collect();
    Item {
        anchor: anchor(policy),
        kicker: (!fields.is_empty()).then(|| fields.join(" · ")),
        title: desk.text(&policy.title),
        text: desk.maybe(policy.role.as_ref()),
        points: desk.texts(&policy.priorities),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}

/// An address as readers see it: without its scheme, and without a slash that ends nothing but the host.
fn shown(link: &str) -> String {
    let bare = link.trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_end_matches('/').to_owned()
}
