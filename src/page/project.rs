//! Owns the list of projects and the page of one project.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, Card};
use super::thread::{self, Linked};
use super::{Desk, Row, Words, draw};
use crate::chart::Picture;
use crate::model::Entry;
use crate::model::kinds::project::Project as Kind;

/// The list of projects.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Projects {
    /// Projects over time.
    pub timeline: Option<Picture>,
    /// Every project.
    pub projects: Vec<Card>,
}

/// The page of a project.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Project {
    /// Place in the print document to link to.
    pub anchor: String,
    /// Name.
    pub title: Words,
    /// The project in a paragraph.
    pub summary: Option<Words>,
    /// How far it is.
    pub badge: Option<cards::Badge>,
    /// Character, purpose, executing body, budget and so on.
    pub facts: Vec<Row>,
    /// Everything else, in Markdown.
    pub body: Option<Words>,
    /// Goals that it serves, and where that shows.
    pub linked: Linked,
    /// Members that take part.
    pub partners: Vec<Words>,
    /// Parts of the work over time.
    pub phases: Option<Picture>,
}

pub(super) fn list(desk: &Desk<'_>) -> Projects {
    let projects = desk.model().projects.iter().map(|project| cards::project(desk, project)).collect();
    Projects { timeline: draw::projects(desk), projects }
}

pub(super) fn view(desk: &Desk<'_>, project: &Entry<Kind>) -> Project {
    let model = desk.model();
    let text = |text: Option<String>| text.map(Words::from);
    let facts = [
        desk.row("character", text(project.character.map(|word| desk.word(word)))),
        desk.row("purpose", desk.maybe(project.purpose.as_ref())),
        desk.row("target-group", desk.maybe(project.target_group.as_ref())),
        desk.row("executing-body", desk.party(project.executing_body.as_ref())),
        desk.row("manager", desk.party(project.manager.as_ref())),
        desk.row("period", text(super::period(desk, project.start, project.end))),
        desk.row("financing", text(project.financing.map(|word| desk.word(word)))),
        desk.row("funder", desk.maybe(project.funder.as_ref())),
        desk.row("budget", text(project.budget.map(|amount| desk.money(amount)))),
    ];
    Project {
        anchor: format!("project-{}", project.id()),
        title: desk.text(&project.title),
        summary: desk.maybe(project.summary.as_ref()),
        badge: project.status.map(|status| cards::Badge::new(desk, status)),
        facts: facts.into_iter().flatten().collect(),
        body: desk.prose(project.body.as_ref(), &format!("project-{}-", project.id()), desk.entry_depth()),
        linked: thread::project(desk, project),
        partners: model.all(&project.partners).map(|member| desk.link(member, &member.name)).collect(),
        phases: draw::phases(desk, project),
    }
}
