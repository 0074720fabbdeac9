//! Owns the SWOT page: the four fields with what answers each finding.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Desk, Row, Words, thread};
use crate::model::kinds::goal::Goal;
use crate::model::kinds::swot::{Quadrant, SwotItem};
use crate::model::{Choice, Entry};

/// The SWOT page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Swot {
    /// The four fields, in the order of the grid.
    pub quadrants: Vec<Field>,
}

/// One field.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Field {
    /// Word of the data.
    pub name: &'static str,
    /// Heading.
    pub title: String,
    /// Findings.
    pub items: Vec<Finding>,
}

/// One finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Finding {
    /// Place in the page to link to.
    pub anchor: String,
    /// The finding.
    pub title: Words,
    /// More about it.
    pub description: Option<Words>,
    /// What shows it.
    pub evidence: Option<Words>,
    /// Goals that answer it.
    pub goals: Vec<Words>,
    /// What serves these goals and shows them; nothing in the document, which tells it at the goals.
    pub onwards: Vec<Row>,
    /// Why it is left unanswered.
    pub accepted: Option<Words>,
}

pub(super) fn view(desk: &Desk<'_>) -> Swot {
    let finding = |item: &Entry<SwotItem>| {
        let goals: Vec<&Entry<Goal>> = desk.model().all(&item.goals).collect();
        Finding {
            anchor: format!("swot-{}", item.id()),
            title: desk.text(&item.title),
            description: desk.maybe(item.description.as_ref()),
            evidence: desk.maybe(item.evidence.as_ref()),
            goals: thread::links(desk, goals.iter().copied()),
            onwards: thread::onwards(desk, &goals, &[]),
            accepted: desk.maybe(item.accepted.as_ref()),
        }
    };
    let field = |&quadrant: &Quadrant| Field {
        name: quadrant.as_str(),
        title: desk.word(quadrant),
        items: desk.model().swot.iter().filter(|item| item.quadrant == quadrant).map(finding).collect(),
    };
    Swot { quadrants: Quadrant::ALL.iter().map(field).collect() }
}
