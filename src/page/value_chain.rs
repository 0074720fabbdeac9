//! Owns the page of the value chain: its map, its white spots with what is done about them, and every step with those who cover it.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table, anchor};
use super::{Desk, Words, draw};
use crate::model::kinds::value_chain::{Gap, Node};
use crate::model::{Coverage, Covering, Entry};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let covering = Covering::new(desk.model(), desk.site.today);
    let mut parts = vec![
        Part::opening(Block::figure(draw::value_chain(desk))),
        Part::new("white-spots", desk.say("page.value-chain.white-spots"), white_spots(desk, &covering)),
    ];
    parts[1].lead = (!parts[1].blocks.is_empty()).then(|| desk.say("page.value-chain.white-spots-lead").into());
    parts.push(Part::new("steps", desk.say("page.value-chain.steps"), steps(desk, &covering)));
    Sheet { parts }
}

/// Every step in the order of the stages, those that support the others last.
fn steps(desk: &Desk<'_>, covering: &Covering<'_>) -> Option<Block> {
    let (names, numbers) = draw::stages(desk);
    let columns = ["step", "chain-stage", "description", "members", "actors", "leads-to"];
    let head = columns.map(|key| (desk.say(&format!("label.{key}")), false));
    let mut nodes: Vec<&Entry<Node>> = desk.model().nodes.iter().collect();
    nodes.sort_by_key(|node| numbers.get(node.id()).copied().unwrap_or(usize::MAX));
    let line = |node: &&Entry<Node>| {
        let stage = match numbers.get(node.id()) {
            Some(stage) => names.get(*stage).cloned().map(Words::from),
            None => Some(Words::from(desk.say("page.value-chain.supporting"))),
        };
        Line::new(
            anchor(node),
            [
                desk.text(&node.title).into(),
                stage.into(),
                desk.maybe(node.description.as_ref()).into(),
                Cell::all(covering.members(node.id()).iter().map(|member| desk.link(member, &member.name))),
                Cell::all(desk.texts(&node.actors)),
                Cell::all(desk.model().all(&node.leads_to).map(|next| desk.link(next, &next.title))),
            ],
        )
    };
    Table::new(desk.say("page.value-chain.steps-caption"), head).wide().lines(nodes.iter().map(line)).block()
}

/// Steps that nobody covers, and those that are said to have a gap.
fn white_spots(desk: &Desk<'_>, covering: &Covering<'_>) -> Option<Block> {
    let head = ["step", "coverage", "gap-why", "gap-measure"].map(|key| (desk.say(&format!("label.{key}")), false));
    let spots = desk.model().nodes.iter().filter(|node| node.gap.is_some() || covering.degree(node) == Coverage::Nobody);
    let line = |node: &Entry<Node>| {
        let gap = node.gap.as_ref();
        Line::new(
            None,
            [
                desk.link(node, &node.title).into(),
                draw::covered(desk, covering.degree(node), covering.members(node.id()).len()).into(),
                desk.maybe(gap.and_then(|gap| gap.why.as_ref())).into(),
                Cell::all(gap.map(|gap| measures(desk, gap)).unwrap_or_default()),
            ],
        )
    };
    Table::new(desk.say("page.value-chain.caption"), head).lines(spots.map(line)).block()
}

/// What is done about a gap: in words, by which goals, by which activities.
fn measures(desk: &Desk<'_>, gap: &Gap) -> Vec<Words> {
    let goals = desk.model().all(&gap.goals).map(|goal| desk.link(goal, &goal.title));
    let activities = desk.model().all(&gap.activities).map(|activity| desk.link(activity, &activity.title));
    desk.maybe(gap.measure.as_ref()).into_iter().chain(goals).chain(activities).collect()
}
