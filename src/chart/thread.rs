//! The thread through goals: what each answers, what serves it and what shows it, in names or in numbers, and where it breaks off.

use super::glyph;
use super::legend::{self, Sign};
use super::node::{self, BACK, LINK, Look, PAD, ROUND, arrow_head};
use super::paint::{Hue, Paint, dash, fill, stroke, weight};
use super::svg::{BODY, CAPTION, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};
use crate::model::State;

mod demo;

pub(super) use demo::demo;

/// Goals with what hangs on them.
#[derive(Clone, Debug)]
pub struct Thread {
    /// What is needed, the goal, where it is acted, by what means, what shows it.
    pub columns: [String; 5],
    /// One a goal.
    pub chains: Vec<Chain>,
    /// Whether the table counts entries and does not name them.
    pub brief: bool,
    /// The word for a place where nothing is; none where nothing is to be said of it.
    pub nothing: Option<String>,
    /// The names of states, in the order of [`State::ALL`].
    pub states: [String; 6],
    /// Column headings of the table: goal, link, entry, state, number.
    pub head: [String; 5],
}

/// A goal.
#[derive(Clone, Debug)]
pub struct Chain {
    /// Its name.
    pub label: String,
    /// A note below the name, such as its budget; may be empty.
    pub sub: String,
    /// Where it leads.
    pub href: Option<String>,
    /// What stands in the four other columns.
    pub stations: [Vec<Group>; 4],
}

/// Entries of one kind; a group without any is passed over.
#[derive(Clone, Debug)]
pub struct Group {
    /// What they are.
    pub label: String,
    /// Whether the heading of the column says so already.
    pub plain: bool,
    /// Whether they are counted, not named.
    pub counted: bool,
    /// The entries.
    pub items: Vec<Item>,
}

/// An entry.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name.
    pub label: String,
    /// Where it leads.
    pub href: Option<String>,
    /// How far it has come, if that is known.
    pub state: Option<State>,
}

const GAP: f64 = 20.0;
const DOT: f64 = 14.0;
const SIGN: f64 = 18.0;
/// The widths of the columns; with the gaps between them they fill the drawing.
const BROAD: [f64; 5] = [116.0, 146.0, 118.0, 140.0, 118.0];
/// The columns beside that of the goal, in the order of the stations.
const BESIDE: [usize; 4] = [0, 2, 3, 4];

/// Draws the thread; `None` without a goal.
pub fn draw(frame: &Frame<'_>, input: &Thread) -> Option<Picture> {
    if input.chains.is_empty() {
        return None;
    }
    Some(frame.picture(wide(frame, input), Some(narrow(frame, input)), table(frame, input)))
}

fn groups(station: &[Group]) -> impl Iterator<Item = &Group> {
    station.iter().filter(|group| !group.items.is_empty())
}

/// The signs of the states that occur.
fn key(input: &Thread) -> Vec<(Sign<'_>, &str)> {
    let items = || input.chains.iter().flat_map(|chain| chain.stations.iter().flatten()).flat_map(|group| &group.items);
    let mut key: Vec<(Sign<'_>, &str)> = Vec::new();
    for (state, name) in State::ALL.into_iter().zip(&input.states) {
        if items().any(|item| item.state == Some(state)) {
            key.push((Box::new(move |canvas, x, y| glyph::state(canvas, x + 10.0, y, 6.5, state)), name));
        }
    }
    key
}

fn state_of<'a>(input: &'a Thread, item: &Item) -> &'a str {
    let index = item.state.and_then(|state| State::ALL.iter().position(|known| *known == state));
    index.map_or("", |index| input.states[index].as_str())
}

/// Writes a station from a place down, or only measures it where there is no canvas; gives the height.
fn list(
    frame: &Frame<'_>,
    input: &Thread,
    station: &[Group],
    (x, top): (f64, f64),
    width: f64,
    mut canvas: Option<&mut Canvas>,
) -> f64 {
    let mut y = top;
    for group in groups(station) {
        let count = (frame.format.number)(group.items.len() as f64);
        let (kind, name) = match (group.counted, group.plain) {
            (true, true) => (STRONG, count),
            (true, false) => (BODY, frame.pair(&group.label, &count)),
            (false, true) => (CAPTION, String::new()),
            (false, false) => (CAPTION, group.label.clone()),
        };
        let lines = kind.wrap(&name, width, 3);
        if let Some(canvas) = canvas.as_deref_mut() {
            canvas.lines(x, y + 11.0, kind, &lines);
        }
        if !lines.is_empty() {
            y += lines.len() as f64 * kind.leading() + 3.0;
        }
        let place = (x, y);
        y += match group.counted {
            true => signs(input, group, place, width, canvas.as_deref_mut()),
            false => names(frame, input, group, place, width, canvas.as_deref_mut()),
        };
    }
    y - top
}

/// The entries of a group by name.
fn names(
    frame: &Frame<'_>,
    input: &Thread,
    group: &Group,
    (x, top): (f64, f64),
    width: f64,
    mut canvas: Option<&mut Canvas>,
) -> f64 {
    let mut y = top;
    for item in &group.items {
        let lines = BODY.wrap(&item.label, width - DOT, 4);
        if let Some(canvas) = canvas.as_deref_mut() {
            canvas.mark(item.href.as_ref(), &frame.pair(&item.label, state_of(input, item)), |canvas| {
                match item.state {
                    Some(state) => glyph::state(canvas, x + 5.0, y + 7.5, 5.0, state),
                    None => canvas.circle(x + 3.0, y + 7.5, 2.4, fill(Hue::Brand)),
                }
                canvas.lines(x + DOT, y + 11.5, BODY, &lines);
            });
        }
        y += lines.len().max(1) as f64 * BODY.leading() + 3.0;
    }
    y + 5.0 - top
}

/// The states of a group's entries in a row.
fn signs(input: &Thread, group: &Group, (x, y): (f64, f64), width: f64, canvas: Option<&mut Canvas>) -> f64 {
    let known: Vec<(&Item, State)> = group.items.iter().filter_map(|item| Some((item, item.state?))).collect();
    let each = ((width / SIGN).floor() as usize).max(1);
    if let Some(canvas) = canvas {
        for (index, (item, state)) in known.iter().enumerate() {
            let at = (x + 6.0 + (index % each) as f64 * SIGN, y + 7.0 + (index / each) as f64 * SIGN);
            let tip = format!("{} · {}", item.label, state_of(input, item));
            canvas.mark(item.href.as_ref(), &tip, |canvas| glyph::state(canvas, at.0, at.1, 6.0, *state));
        }
    }
    known.len().div_ceil(each) as f64 * SIGN
}

/// How the box of a station is drawn: one with nothing in it is broken.
fn ground(input: &Thread, column: usize, empty: bool) -> Paint {
    match (empty, column) {
        (true, _) if input.nothing.is_some() => fill(Hue::Surface).edged(Hue::Accent, weight::SIDE).dashed(dash::ABSENT),
        (true, _) => fill(Hue::Surface).edged(Hue::Line, weight::EDGE),
        (false, 2) => fill(Hue::Tint).edged(Hue::Brand, weight::EDGE),
        (false, _) => fill(Hue::Surface).edged(Hue::Neutral, weight::EDGE),
    }
}

fn lead(chain: &Chain) -> node::Node<'_> {
    node::Node { label: &chain.label, sub: &chain.sub, state: None, look: Look::Lead, centred: false }
}

fn wide(frame: &Frame<'_>, input: &Thread) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let left = |column: usize| 1.0 + BROAD[..column].iter().map(|broad| broad + GAP).sum::<f64>();
    let key = key(input);
    let top = legend::flow(&mut canvas, 0.0, &key) + if key.is_empty() { 1.0 } else { 8.0 };
    for (column, name) in input.columns.iter().enumerate() {
        node::heading(&mut canvas, name, [left(column), top, BROAD[column]], column < 4);
    }
    let mut y = top + 39.0;
    for chain in &input.chains {
        let words = lead(chain).words(BROAD[1]);
        let high: [f64; 4] = std::array::from_fn(|index| {
            let (station, room) = (&chain.stations[index], BROAD[BESIDE[index]] - 2.0 * PAD);
            if groups(station).next().is_none() {
                36.0
            } else {
                list(frame, input, station, (0.0, 0.0), room, None) + 2.0 * PAD - 4.0
            }
        });
        let band = high.iter().copied().fold(words.height, f64::max);
        // All boxes begin at one height, and what leads on runs through their first lines.
        let middle = y + 18.0;
        for (column, broad) in BROAD.into_iter().enumerate().take(4) {
            let broken = chain
                .stations
                .iter()
                .zip(BESIDE)
                .any(|(station, beside)| (beside == column || beside == column + 1) && groups(station).next().is_none());
            let (from, to) = (left(column) + broad, left(column + 1));
            if !broken || input.nothing.is_some() {
                canvas.line((from, middle), (to - 5.0, middle), if broken { BACK } else { LINK });
                arrow_head(&mut canvas, (to, middle), true);
            }
        }
        canvas.mark(chain.href.as_ref(), &frame.pair(&chain.label, &chain.sub), |canvas| {
            lead(chain).draw(canvas, [left(1), y, BROAD[1], words.height], &words);
        });
        for ((station, column), tall) in chain.stations.iter().zip(BESIDE).zip(high) {
            let (top, broad, room) = (y, BROAD[column], BROAD[column] - 2.0 * PAD);
            let empty = groups(station).next().is_none();
            canvas.rect([left(column), top, broad, tall], ROUND, ground(input, column, empty));
            if empty {
                let word = input.nothing.as_deref().unwrap_or("–");
                canvas.text(left(column) + broad / 2.0, top + 22.0, SMALL.middle(), &SMALL.fit(word, room));
            } else {
                list(frame, input, station, (left(column) + PAD, top + PAD - 2.0), room, Some(&mut canvas));
            }
        }
        y += band + 16.0;
    }
    canvas.finish(frame, "thread", y - 14.0)
}

/// A list below each goal, with the columns as its headings.
fn narrow(frame: &Frame<'_>, input: &Thread) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let key = key(input);
    let mut y = legend::flow(&mut canvas, 0.0, &key) + if key.is_empty() { 1.0 } else { 8.0 };
    for chain in &input.chains {
        let words = lead(chain).words(NARROW - 2.0);
        canvas.mark(chain.href.as_ref(), &frame.pair(&chain.label, &chain.sub), |canvas| {
            lead(chain).draw(canvas, [1.0, y, NARROW - 2.0, words.height], &words);
        });
        y += words.height;
        let start = y;
        let mut last = y;
        for (station, column) in chain.stations.iter().zip(BESIDE) {
            let empty = groups(station).next().is_none();
            if empty && input.nothing.is_none() {
                continue;
            }
            let name = STRONG.wrap(&input.columns[column], NARROW - 28.0, 2);
            y += 12.0;
            last = y + 8.0;
            canvas.line((10.0, last), (22.0, last), if empty { BACK } else { LINK });
            canvas.lines(28.0, y + 12.0, STRONG, &name);
            y += name.len().max(1) as f64 * STRONG.leading() + 4.0;
            match &input.nothing {
                Some(word) if empty => {
                    let lines = SMALL.wrap(word, NARROW - 30.0, 2);
                    canvas.lines(28.0, y + 10.0, SMALL, &lines);
                    y += lines.len() as f64 * SMALL.leading();
                }
                _ => y += list(frame, input, station, (28.0, y), NARROW - 30.0, Some(&mut canvas)),
            }
        }
        canvas.line((10.0, start), (10.0, last.max(start)), stroke(Hue::Neutral, weight::LINK));
        y += 16.0;
    }
    canvas.finish(frame, "thread", y - 12.0)
}

fn table(frame: &Frame<'_>, input: &Thread) -> Table {
    let [goal, link, entry, state, number] = input.head.clone();
    let mut rows = Vec::new();
    for chain in &input.chains {
        let name = || Cell::linked(&chain.label, chain.href.as_ref());
        for group in chain.stations.iter().flat_map(|station| groups(station)) {
            if input.brief {
                let count = Cell::number(Some(group.items.len() as f64), |value| (frame.format.number)(value));
                rows.push(vec![name(), Cell::words(&group.label), count]);
            } else {
                let row = |item: &Item| {
                    let entry = Cell::linked(&item.label, item.href.as_ref());
                    vec![name(), Cell::words(&group.label), entry, Cell::words(state_of(input, item))]
                };
                rows.extend(group.items.iter().map(row));
            }
        }
    }
    if input.brief {
        Table::new([("goal", goal), ("link", link), ("number", number)], rows)
    } else {
        Table::new([("goal", goal), ("link", link), ("entry", entry), ("state", state)], rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn thread(chains: usize, items: usize, brief: bool, label: &str) -> Thread {
        let item =
            |i: usize| Item { label: label.into(), href: Some(format!("e/{i}.html")), state: State::ALL.get(i % 8).copied() };
        let group = |count: usize| Group {
            label: label.into(),
            plain: count == 1,
            counted: brief,
            items: (0..count).map(item).collect(),
        };
        let chain = |i: usize| Chain {
            label: label.into(),
            sub: label.into(),
            href: Some(format!("goals/{i}.html")),
            stations: [vec![group(items), group(2)], vec![group(1)], vec![group(items), group(0)], vec![group(i % 2 * items)]],
        };
        Thread {
            columns: std::array::from_fn(|_| label.to_string()),
            chains: (0..chains).map(chain).collect(),
            brief,
            nothing: (chains % 2 == 1).then(|| label.to_string()),
            states: std::array::from_fn(|_| label.to_string()),
            head: Default::default(),
        }
    }

    #[test]
    fn sound_with_any_text_in_names_and_in_numbers() {
        for label in HOSTILE {
            for (chains, items, brief) in [(1, 12, false), (3, 0, false), (8, 40, true), (2, 3, false)] {
                probe::both(|frame| probe::sound(&draw(frame, &thread(chains, items, brief, label)).unwrap()));
            }
        }
    }

    #[test]
    fn a_break_is_drawn_where_it_is_asked_for_and_no_goal_gives_no_picture() {
        probe::both(|frame| {
            assert!(draw(frame, &thread(0, 3, false, "a")).is_none());
            let broken = draw(frame, &thread(1, 3, false, "a")).unwrap();
            assert!(broken.svg.contains("stroke-dasharray"));
            let silent = Thread { nothing: None, ..thread(1, 3, false, "a") };
            assert!(!draw(frame, &silent).unwrap().svg.contains("class=\"f-surface s-accent\""));
            assert_eq!(broken.table.rows.len(), 3 + 2 + 1 + 3);
        });
    }
}
