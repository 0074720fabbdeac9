//! Owns the page on the excellence of the management: labels, values beside those of peers, what the staff learns, how the strategy was realigned.

use super::cards::Badge;
use super::sheet::{Block, Cell, Item, Line, Part, Sheet, Table, address, anchor, fact};
use super::{Desk, cards, draw};
use crate::model::Entry;
use crate::model::kinds::excellence::{Benchmark, Excellence, Improvement, Label, Realignment, Training, Validity};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let empty = Excellence { labels: Vec::new(), staff_development: Vec::new(), realignments: Vec::new(), body: None };
    let excellence = desk.model().excellence.iter().next().map_or(&empty, |entry| &*entry.content);
    let body = desk.prose(excellence.body.as_ref(), "excellence-", 1).map(|text| Block::Prose { text });
    let part =
        |id: &str, blocks: Vec<Option<Block>>| Part::new(id, desk.say(&format!("excellence.{id}")), blocks.into_iter().flatten());
    let labels = (!excellence.labels.is_empty())
        .then(|| Block::Items { items: excellence.labels.iter().map(|one| label(desk, excellence, one)).collect() });
    let mut realignments: Vec<&Realignment> = excellence.realignments.iter().collect();
    realignments.sort_by_key(|change| std::cmp::Reverse(change.date));
    let realigned = (!realignments.is_empty())
        .then(|| Block::Items { items: realignments.into_iter().map(|change| realignment(desk, change)).collect() });
    let parts = vec![
        Part::opening(body),
        part("labels", vec![Block::figure(draw::award(desk, excellence)), labels]),
        part("measures", vec![measures(desk, excellence)]),
        part("benchmarks", vec![Block::figure(draw::benchmark(desk)), benchmarks(desk)]),
        part("staff", vec![staff(desk, excellence)]),
        part("realignments", vec![realigned]),
    ];
    Sheet { parts: parts.into_iter().filter(|part| !part.blocks.is_empty()).collect() }
}

fn label(desk: &Desk<'_>, excellence: &Excellence, label: &Label) -> Item {
    let badge = excellence.validity(label, desk.site.today).map(|validity| {
        let (state, key) = match validity {
            Validity::Valid => ("achieved", "excellence.valid"),
            Validity::Expiring => ("behind", "excellence.expiring"),
            Validity::Expired => ("off-track", "excellence.expired"),
            Validity::Replaced => ("not-started", "excellence.replaced"),
        };
        Badge { state, word: desk.say(key) }
    });
    let document = label.document.as_ref().and_then(|document| desk.model().get(document));
    let website = label.website.as_ref().map(address);
    let facts = [
        fact(desk, "excellence.assessed", label.assessed.map(|day| desk.date(day).into())),
        fact(desk, "excellence.valid-until", label.valid_until.map(|day| desk.date(day).into())),
        fact(desk, "excellence.assessor", desk.maybe(label.assessor.as_ref())),
        desk.row("document", document.map(|document| desk.link(document, &document.title))),
        desk.row("website", website),
    ];
    Item {
        kicker: Some(desk.word(label.level)),
        title: desk.text(&label.scheme),
        badge,
        text: desk.maybe(label.findings.as_ref()),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}

/// What is done about weak points, of all labels.
fn measures(desk: &Desk<'_>, excellence: &Excellence) -> Option<Block> {
    let line = |label: &Label, measure: &Improvement| {
        let today = desk.site.today;
        let (state, key) = match (measure.done, measure.due.is_some_and(|due| due.0 < today)) {
            (true, _) => ("achieved", "excellence.done"),
            (false, true) => ("off-track", "excellence.overdue"),
            (false, false) => ("not-started", "excellence.open"),
        };
        Line::new(
            None,
            [
                desk.text(&measure.title).into(),
                desk.word(label.level).into(),
                desk.party(measure.owner.as_ref()).into(),
                measure.due.map_or_else(Cell::default, |due| Cell::from(desk.date(due)).sorted_by(due)),
                Cell::badge(Badge { state, word: desk.say(key) }),
            ],
        )
    };
    let head = ["label.measure", "excellence.grade", "label.owner", "label.due", "label.status"];
    let lines = excellence.labels.iter().flat_map(|label| label.measures.iter().map(move |measure| line(label, measure)));
    Table::new(desk.say("excellence.measures"), head.map(|key| (desk.say(key), false))).lines(lines).block()
}

/// The values with their sources.
fn benchmarks(desk: &Desk<'_>) -> Option<Block> {
    let line = |entry: &Entry<Benchmark>| {
        let shown = draw::compared(desk, entry);
        let value = |value: Option<f64>| -> Cell {
            value.filter(|value| value.is_finite()).map_or_else(Cell::default, |value| {
                let text = match shown.unit.trim() {
                    "" => desk.locale.number(value),
                    "%" => desk.locale.percent(value),
                    unit => cards::with_unit(desk, &desk.locale.number(value), unit),
                };
                Cell::from(text).sorted_by(value)
            })
        };
        Line::new(
            anchor(entry),
            [
                shown.title.into(),
                value(Some(entry.own)),
                value(entry.median),
                value(entry.best),
                entry.peers.map(|peers| desk.locale.number(f64::from(peers))).into(),
                entry.year.map(|year| desk.locale.digits(u64::from(year))).into(),
                Cell::all(desk.maybe(entry.source.as_ref()).into_iter().chain(desk.maybe(entry.note.as_ref()))),
            ],
        )
    };
    let head = [
        ("excellence.compared", false),
        ("excellence.own", true),
        ("excellence.median", true),
        ("excellence.best", true),
        ("excellence.peers", true),
        ("label.year", true),
        ("label.source", false),
    ];
    let table = Table::new(desk.say("excellence.benchmarks"), head.map(|(key, numeric)| (desk.say(key), numeric)));
    table.lines(desk.model().benchmarks.iter().map(line)).block()
}

/// What the staff learnt and is to learn, the latest first.
fn staff(desk: &Desk<'_>, excellence: &Excellence) -> Option<Block> {
    let mut trainings: Vec<&Training> = excellence.staff_development.iter().collect();
    trainings.sort_by_key(|training| std::cmp::Reverse(training.date));
    let line = |training: &&Training| {
        let people = desk.model().all(&training.people).map(|person| desk.link(person, &person.name));
        Line::new(
            None,
            [
                desk.text(&training.title).into(),
                Cell::all(people),
                training.date.map_or_else(Cell::default, |day| Cell::from(desk.date(day)).sorted_by(day)),
                desk.maybe(training.provider.as_ref()).into(),
                desk.maybe(training.result.as_ref()).into(),
            ],
        )
    };
    let head = ["excellence.learnt", "excellence.who", "label.date", "excellence.teacher", "excellence.result"];
    let table = Table::new(desk.say("excellence.staff"), head.map(|key| (desk.say(key), false)));
    table.lines(trainings.iter().map(line)).block()
}

fn realignment(desk: &Desk<'_>, change: &Realignment) -> Item {
    let goals = desk.model().all(&change.goals).map(|goal| desk.link(goal, &goal.title));
    let facts = [
        fact(desk, "excellence.reason", desk.maybe(change.reason.as_ref())),
        desk.row("goals", goals),
        fact(desk, "excellence.involved", desk.parties(&change.involved)),
    ];
    Item {
        kicker: Some(desk.date(change.date)),
        title: desk.text(&change.change),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}
