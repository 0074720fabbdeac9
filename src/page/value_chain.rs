//! Owns the page of the value chain: its map, its white spots with what is done about them, and every step with those who cover it.

use super::sheet::{Block, Cell, Item, Line, Part, Sheet, Table, anchor};
use super::{Desk, Row, Words, draw};
use crate::model::kinds::value_chain::{Gap, Node};
use crate::model::{Coverage, Covering, Entry};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let covering = Covering::new(desk.model(), desk.site.today);
    let (names, numbers) = draw::stages(desk);
    let numbers = &numbers;
    let mut parts = vec![
        Part::opening(Block::figure(draw::value_chain(desk))),
        Part::new("white-spots", desk.say("page.value-chain.white-spots"), white_spots(desk, &covering)),
    ];
    parts[1].lead = (!parts[1].blocks.is_empty()).then(|| desk.say("page.value-chain.white-spots-lead").into());
    let of_stage = |wanted: Option<usize>| {
        let nodes = desk.model().nodes.iter().filter(move |node| numbers.get(node.id()).copied() == wanted);
        nodes.map(|node| item(desk, &covering, node)).collect::<Vec<_>>()
    };
    let mut push = |id: String, title: String, items: Vec<Item>| {
        parts.push(Part::new(&id, title, (!items.is_empty()).then_some(Block::Items { items })));
    };
    for (stage, name) in names.iter().enumerate() {
        push(format!("stage-{stage}"), name.clone(), of_stage(Some(stage)));
    }
    // Steps without a stage follow those that have one; where no step has one, they are all together.
    let rest: Vec<Item> = if names.is_empty() {
        desk.model().nodes.iter().filter(|node| !node.is_supporting()).map(|node| item(desk, &covering, node)).collect()
    } else {
        of_stage(Some(names.len()))
    };
    push("steps".to_owned(), desk.say("page.value-chain.steps"), rest);
    push("supporting".to_owned(), desk.say("page.value-chain.supporting"), of_stage(None));
    Sheet { parts }
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

fn item(desk: &Desk<'_>, covering: &Covering<'_>, node: &Entry<Node>) -> Item {
    let members = covering.members(node.id());
    let facts: [Option<Row>; 5] = [
        desk.row("members", members.iter().map(|member| desk.link(member, &member.name))),
        desk.row("actors", desk.texts(&node.actors)),
        desk.row("gap-why", node.gap.as_ref().and_then(|gap| desk.maybe(gap.why.as_ref()))),
        desk.row("gap-measure", node.gap.as_ref().map(|gap| measures(desk, gap)).unwrap_or_default()),
        desk.row("leads-to", desk.model().all(&node.leads_to).map(|next| desk.link(next, &next.title))),
    ];
    Item {
        anchor: anchor(node),
        kicker: Some(draw::covered(desk, covering.degree(node), members.len())),
        title: desk.text(&node.title),
        text: desk.maybe(node.description.as_ref()),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}
