//! Owns the stakeholder page, which exists only for audiences that may see stakeholders.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::Badge;
use super::{Desk, Words, draw};
use crate::chart::Picture;

/// The stakeholder page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Stakeholders {
    /// Influence against attitude.
    pub matrix: Option<Picture>,
    /// Every stakeholder.
    pub rows: Vec<Stakeholder>,
}

/// One stakeholder.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Stakeholder {
    /// Place in the page to link to.
    pub anchor: String,
    /// Name.
    pub name: Words,
    /// Group.
    pub group: Option<Words>,
    /// Attitude.
    pub assessment: Badge,
    /// Weight.
    pub influence: String,
    /// What it wants and fears.
    pub description: Option<Words>,
    /// What is done.
    pub measure: Option<Words>,
    /// Who sees to that.
    pub owner: Option<Words>,
    /// By when.
    pub due: Option<String>,
}

pub(super) fn view(desk: &Desk<'_>) -> Stakeholders {
    let row = |entry: &crate::model::Entry<crate::model::kinds::stakeholder::Stakeholder>| Stakeholder {
        anchor: format!("stakeholder-{}", entry.id()),
        name: desk.text(&entry.name),
        group: desk.maybe(entry.group.as_ref()),
        assessment: Badge::new(desk, entry.assessment),
        influence: desk.word(entry.influence),
        description: desk.maybe(entry.description.as_ref()),
        measure: desk.maybe(entry.measure.as_ref()),
        owner: desk.party(entry.owner.as_ref()),
        due: entry.due.map(|date| desk.date(date)),
    };
    Stakeholders { matrix: draw::stakeholders(desk), rows: desk.model().stakeholders.iter().map(row).collect() }
}
