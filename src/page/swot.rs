//! Owns the SWOT page: the four fields with what answers each finding.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Desk, Words};
use crate::model::Choice;
use crate::model::kinds::swot::Quadrant;

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
    /// Why it is left unanswered.
    pub accepted: Option<Words>,
}

pub(super) fn view(desk: &Desk<'_>) -> Swot {
    let finding = |item: &crate::model::Entry<crate::model::kinds::swot::SwotItem>| Finding {
        anchor: format!("swot-{}", item.id()),
        title: desk.text(&item.title),
        description: desk.maybe(item.description.as_ref()),
        evidence: desk.maybe(item.evidence.as_ref()),
        goals: desk.model().all(&item.goals).map(|goal| desk.link(goal, &goal.title)).collect(),
        accepted: desk.maybe(item.accepted.as_ref()),
    };
    let field = |&quadrant: &Quadrant| Field {
        name: quadrant.as_str(),
        title: desk.word(quadrant),
        items: desk.model().swot.iter().filter(|item| item.quadrant == quadrant).map(finding).collect(),
    };
    Swot { quadrants: Quadrant::ALL.iter().map(field).collect() }
}
