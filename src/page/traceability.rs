//! Owns the page on which the thread is followed goal by goal: a picture and a table of how much hangs on each, the links themselves, and, for those who
//! build the site, what hangs on nothing.

use super::sheet::{Block, Cell, Item, Line, Part, Sheet, Table};
use super::{Desk, Row, Words, draw, thread};
use crate::model::thread::{Gap, Link, Orphans};
use crate::model::{Entry, Thread};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let threads = thread::threads(desk);
    let mut parts = vec![
        Part::opening(Block::figure(draw::threads(desk, &threads))),
        Part::new("matrix", desk.say("page.traceability.matrix"), matrix(desk, &threads)),
        Part::new(
            "goals",
            desk.say("page.traceability.by-goal"),
            [Block::Items { items: threads.iter().map(|thread| item(desk, thread)).collect() }],
        ),
    ];
    if thread::sees_all(desk) {
        parts.push(Part::new("loose", desk.say("page.traceability.loose"), [loose(desk)]));
    }
    Sheet { parts }
}

/// How many entries of each link every goal has; what it needs and lacks is marked for those who can see that it is missing.
fn matrix(desk: &Desk<'_>, threads: &[Thread<'_>]) -> Option<Block> {
    let all = thread::sees_all(desk);
    let head = std::iter::once((desk.say("label.goal"), false))
        .chain(Link::ALL.map(|link| (thread::name(desk, link), true)))
        .chain([(desk.say("page.traceability.lacks"), false)].into_iter().filter(|_| all))
        .chain([(desk.say("label.budget"), false)]);
    let line = |thread: &Thread<'_>| {
        let count = |link: Link| {
            let count = thread.count(link);
            Cell::from(if count == 0 { "–".to_owned() } else { desk.locale.digits(count as u64) }).sorted_by(count)
        };
        let lacks = Gap::ALL.iter().filter(|&&gap| thread.lacks(gap)).map(|&gap| Words::from(self::gap(desk, gap)));
        let budget = thread.budget();
        let sum = budget.map_or(0.0, |budget| budget.activities.unwrap_or(0.0) + budget.projects.unwrap_or(0.0));
        let cells = std::iter::once(Cell::from(desk.link(thread.goal, &thread.goal.title)))
            .chain(Link::ALL.map(count))
            .chain([Cell::all(lacks)].into_iter().filter(|_| all))
            .chain([Cell::from(budget.map(|budget| thread::budget(desk, budget))).sorted_by(sum)]);
        Line::new(None, cells)
    };
    Table::new(desk.say("page.traceability.matrix"), head).wide().lines(threads.iter().map(line)).block()
}

/// What a goal lacks, in a word or two.
fn gap(desk: &Desk<'_>, gap: Gap) -> String {
    desk.say(match gap {
        Gap::Need => "thread.gap.need",
        Gap::Field => "thread.gap.field",
        Gap::Means => "thread.gap.means",
        Gap::Indicator => "thread.gap.indicator",
    })
}

fn item(desk: &Desk<'_>, thread: &Thread<'_>) -> Item {
    let mut facts = thread::rows(desk, thread);
    facts.extend(desk.row("budget", thread.budget().map(|budget| Words::from(thread::budget(desk, budget)))));
    Item {
        anchor: Some(format!("thread-{}", thread.goal.id())),
        title: desk.link(thread.goal, &thread.goal.title),
        facts,
        ..Item::default()
    }
}

/// What hangs on nothing, by kind.
fn loose(desk: &Desk<'_>) -> Block {
    let orphans = Orphans::of(desk.model(), desk.site.relations);
    let rows = [
        row(desk, "swot", &orphans.swot),
        row(desk, "demands", &orphans.demands),
        row(desk, "objectives", &orphans.objectives),
        row(desk, "fields", &orphans.fields),
        row(desk, "services", &orphans.services),
        row(desk, "activities", &orphans.activities),
        row(desk, "projects", &orphans.projects),
        row(desk, "indicators", &orphans.indicators),
    ];
    Block::facts(rows).unwrap_or_else(|| Block::note(desk.say("page.traceability.none-loose"), false))
}

fn row<T: thread::Titled>(desk: &Desk<'_>, key: &str, entries: &[&Entry<T>]) -> Option<Row> {
    let values = thread::links(desk, entries.iter().copied());
    (!values.is_empty()).then(|| Row { label: desk.say(&format!("thread.loose.{key}")), values })
}
