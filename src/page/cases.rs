//! Owns the page of cases: each in four panels, with what went well, what was hard and what can be learned.

use super::sheet::{Block, Item, Part, Sheet, anchor};
use super::{Desk, Words, draw, period_words};
use crate::model::Entry;
use crate::model::kinds::case::Case;
use crate::model::value::Text;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    Sheet { parts: desk.model().cases.iter().map(|case| part(desk, case)).collect() }
}

fn part(desk: &Desk<'_>, case: &Entry<Case>) -> Part {
    let country = case.country.as_ref().map(|country| Words::from(desk.locale.country(country.as_str()).to_owned()));
    let projects = desk.model().all(&case.projects).map(|project| desk.link(project, &project.title));
    let goals = desk.model().all(&case.goals).map(|goal| desk.link(goal, &goal.title));
    let facts = Block::facts([
        desk.row("cluster", desk.maybe(case.cluster.as_ref())),
        desk.row("place", desk.maybe(case.place.as_ref()).into_iter().chain(country)),
        desk.row("period", case.period.as_ref().map(|period| Words::from(period_words(desk, period)))),
    ]);
    let thread = Block::facts([
        desk.row("projects", projects),
        desk.row("goals", goals),
        desk.row("source", desk.maybe(case.source.as_ref())),
    ]);
    let told = |key: &str, texts: &[Text]| Item {
        title: Words::from(desk.say(&format!("label.{key}"))),
        points: desk.texts(texts),
        ..Item::default()
    };
    let lessons = [("successes", &case.successes), ("challenges", &case.challenges), ("lessons", &case.lessons)];
    let items: Vec<Item> =
        lessons.into_iter().filter(|(_, texts)| !texts.is_empty()).map(|(key, texts)| told(key, texts)).collect();
    let lessons = (!items.is_empty()).then_some(Block::Items { items });
    let prose = desk.prose(case.body.as_ref(), &format!("case-{}-", case.id()), 2).map(|text| Block::Prose { text });
    let blocks = [facts, Block::figure(draw::case(desk, case)), lessons, prose, thread];
    Part {
        anchor: anchor(case),
        lead: desk.maybe(case.summary.as_ref()),
        ..Part::new(case.id().as_str(), desk.text(&case.title), blocks.into_iter().flatten())
    }
}
