//! Owns the stakeholder page, which exists only for audiences that may see stakeholders.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table, anchor};
use super::{Desk, draw};
use crate::model::Entry;
use crate::model::kinds::stakeholder::Stakeholder;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let columns = ["name", "group", "assessment", "influence", "description", "measure", "owner", "due"];
    let head = columns.map(|key| (desk.say(&format!("label.{key}")), false));
    let table = Table::new(desk.say("page.stakeholders.caption"), head).wide();
    let table = table.lines(desk.model().stakeholders.iter().map(|entry| line(desk, entry)));
    let confidential = Block::note(desk.say("page.stakeholders.confidential"), true);
    let opening = [Some(confidential), Block::figure(draw::stakeholders(desk))];
    Sheet {
        parts: vec![
            Part::opening(opening.into_iter().flatten()),
            Part::new("all", desk.say("page.stakeholders.caption"), table.block()),
        ],
    }
}

fn line(desk: &Desk<'_>, entry: &Entry<Stakeholder>) -> Line {
    Line::new(
        anchor(entry),
        [
            desk.text(&entry.name).into(),
            desk.maybe(entry.group.as_ref()).into(),
            desk.word(entry.assessment).into(),
            desk.word(entry.influence).into(),
            desk.maybe(entry.description.as_ref()).into(),
            desk.maybe(entry.measure.as_ref()).into(),
            desk.party(entry.owner.as_ref()).into(),
            entry.due.map_or_else(Cell::default, |date| Cell::from(desk.date(date)).sorted_by(date.0)),
        ],
    )
}
