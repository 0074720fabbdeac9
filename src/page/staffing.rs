//! Owns the page about staff: posts with their hours, and what the team can do. Audiences to whom a post is shown see no score on it: the gate has taken
//! them out.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table, anchor};
use super::{Desk, Words, draw};
use crate::model::kinds::staff::{Criterion, Staff};
use crate::model::{Choice, Entry};

/// So many columns that paper has to lie on its side.
const MANY: usize = 5;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let say = |key: &str| desk.say(&format!("page.staffing.{key}"));
    let staff = &desk.model().staff;
    let scored: Vec<&Entry<Staff>> = staff.iter().filter(|post| post.skills.is_some()).collect();
    let mut parts = Vec::new();
    if let Some(picture) = draw::skills(desk) {
        parts.push(Part::opening([Block::note(say("confidential"), true)]));
        let blocks = [Block::figure(Some(picture)), scores(desk, &scored)];
        let lead = Some(Words::from(say("skills-lead")));
        parts.push(Part { lead, ..Part::new("skills", say("skills"), blocks.into_iter().flatten()) });
    }
    let mut columns = vec![("post", false), ("person", false), ("fte", true), ("back-office", false)];
    if !scored.is_empty() {
        columns.push(("in-assessment", false));
    }
    columns.push(("tasks", false));
    let width = columns.len();
    let head = columns.into_iter().map(|(key, numeric)| (desk.say(&format!("label.{key}")), numeric));
    let mut lines: Vec<Line> = staff.iter().map(|post| line(desk, post, !scored.is_empty())).collect();
    if staff.len() > 1 {
        let total: f64 = staff.iter().map(|post| post.fte).sum();
        let mut cells = vec![Cell::from(desk.say("label.total")), Cell::default(), fte(desk, total)];
        cells.resize_with(width, Cell::default);
        lines.push(Line::total(cells));
    }
    let table = Table::new(say("posts-caption"), head).lines(lines).block();
    parts.push(Part::new("posts", say("posts"), table));
    Sheet { parts }
}

fn line(desk: &Desk<'_>, post: &Entry<Staff>, assessment: bool) -> Line {
    let yes = |yes: bool| Cell::from(desk.say(if yes { "label.yes" } else { "label.no" }));
    let person = post.person.as_ref().and_then(|person| desk.model().get(person));
    let person = person.map(|person| desk.link(person, &person.name));
    let mut cells = vec![desk.text(&post.title).into(), person.into(), fte(desk, post.fte), yes(post.back_office)];
    if assessment {
        let why = desk.maybe(post.reason.as_ref());
        cells.push(Cell::all(yes(post.is_assessed()).words.into_iter().chain(why)));
    }
    cells.push(desk.maybe(post.tasks.as_ref()).into());
    Line::new(anchor(post), cells)
}

fn fte(desk: &Desk<'_>, value: f64) -> Cell {
    let value = (value * 100.0).round() / 100.0;
    Cell::from(desk.locale.number(value)).sorted_by(value)
}

/// Every score, by criterion and post: where a team completes itself shows here.
fn scores(desk: &Desk<'_>, posts: &[&Entry<Staff>]) -> Option<Block> {
    let posts: Vec<_> = posts.iter().filter(|post| post.is_assessed()).collect();
    let head = posts.iter().map(|post| (desk.bare(&post.title), true));
    let criterion = [(desk.say("label.criterion"), false)];
    let table = Table::new(desk.say("page.staffing.scores"), criterion.into_iter().chain(head));
    let row = |&criterion: &Criterion| {
        let score = |post: &&&Entry<Staff>| post.skills.as_ref().and_then(|skills| skills.get(criterion));
        let cell = |score: Option<f64>| score.map(|score| Words::from(desk.locale.number(score))).into();
        Line::new(None, std::iter::once(Cell::from(desk.word(criterion))).chain(posts.iter().map(|post| cell(score(post)))))
    };
    let table = if posts.len() > MANY { table.wide() } else { table };
    if posts.is_empty() { None } else { table.lines(Criterion::ALL.iter().map(row)).block() }
}
