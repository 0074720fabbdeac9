//! The results chain: indicators in columns from input to impact, and what is expected to lead to what.

use std::collections::BTreeMap;

use super::gallery::Say;
use super::glyph;
use super::legend::{self, Sign};
use super::node::{self, BACK, LINK, Look};
use super::svg::{Canvas, Form, NARROW, WIDE};
use super::{Cell, Frame, Picture, Table};
use crate::model::State;

/// Boxes in columns and links between them.
#[derive(Clone, Debug)]
pub struct Chain {
    /// Columns in reading direction.
    pub columns: Vec<String>,
    /// The boxes; those of a column are ordered to keep links short.
    pub boxes: Vec<Node>,
    /// Ids of boxes, from what causes to what is caused; links to unknown boxes are passed over.
    pub links: Vec<(String, String)>,
    /// The names of states, in the order of [`State::ALL`].
    pub states: [String; 6],
    /// Column headings of the table: column, box, note, state, leads to.
    pub head: [String; 5],
}

/// One box.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its id, which links name.
    pub id: String,
    /// Its column; one beyond the last counts as the last.
    pub column: usize,
    /// Its name.
    pub label: String,
    /// A note below the name, such as the latest value; may be empty.
    pub sub: String,
    /// How far it has come, if that is known here.
    pub state: Option<State>,
    /// Where the box leads.
    pub href: Option<String>,
}

const GAP: f64 = 34.0;
const BETWEEN: f64 = 10.0;

/// A box with its place: corner, size and text.
struct Place<'a> {
    node: &'a Node,
    at: [f64; 4],
    words: node::Words,
}

impl Node {
    fn shape(&self) -> node::Node<'_> {
        node::Node { label: &self.label, sub: &self.sub, state: self.state, look: Look::Item, centred: false }
    }
}

/// Draws a results chain; `None` without boxes or columns.
pub fn draw(frame: &Frame<'_>, input: &Chain) -> Option<Picture> {
    if input.boxes.is_empty() || input.columns.is_empty() {
        return None;
    }
    let columns = ordered(input);
    let key: Vec<(Sign<'_>, &str)> = State::ALL
        .into_iter()
        .zip(&input.states)
        .filter(|(state, _)| input.boxes.iter().any(|node| node.state == Some(*state)))
        .map(|(state, name)| {
            let sign: Sign<'_> = Box::new(move |canvas, x, y| glyph::state(canvas, x + 10.0, y, 6.5, state));
            (sign, name.as_str())
        })
        .collect();
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, &columns, &key, form));
    Some(frame.picture(wide, Some(narrow), table(input, &columns)))
}

/// The boxes of each column, ordered by where the boxes that lead to them stand; a box without such keeps its place in the input.
fn ordered(input: &Chain) -> Vec<Vec<&Node>> {
    let last = input.columns.len() - 1;
    let mut columns = vec![Vec::new(); input.columns.len()];
    for node in &input.boxes {
        columns[node.column.min(last)].push(node);
    }
    let mut heights: BTreeMap<&str, f64> = BTreeMap::new();
    for column in &mut columns {
        let count = column.len() as f64;
        let mut ranked: Vec<(f64, &Node)> = Vec::new();
        for (index, node) in column.iter().enumerate() {
            let before: Vec<f64> = input
                .links
                .iter()
                .filter(|(_, to)| *to == node.id)
                .filter_map(|(from, _)| heights.get(from.as_str()).copied())
                .collect();
            let own = (index as f64 + 0.5) / count;
            ranked.push((if before.is_empty() { own } else { before.iter().sum::<f64>() / before.len() as f64 }, node));
        }
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
        *column = ranked.into_iter().map(|(_, node)| node).collect();
        heights.extend(column.iter().enumerate().map(|(index, node)| (node.id.as_str(), (index as f64 + 0.5) / count)));
    }
    columns
}

fn sheet(frame: &Frame<'_>, input: &Chain, columns: &[Vec<&Node>], key: &[(Sign<'_>, &str)], form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let top = legend::flow(&mut canvas, 0.0, key) + if key.is_empty() { 1.0 } else { 10.0 };
    let count = columns.len() as f64;
    let gap = if count <= 5.0 { GAP } else { 18.0 };
    // Links that do not lead forward run beside the last column, which makes room for them.
    let lane = if loops(columns, &input.links) { 18.0 } else { 0.0 };
    let broad = if wide { (WIDE - 2.0 - lane - gap * (count - 1.0)) / count } else { NARROW - 2.0 };
    let mut places: Vec<Vec<Place<'_>>> = Vec::new();
    let (mut y, mut bottom) = (top, top);
    for (index, column) in columns.iter().enumerate() {
        let x = if wide { 1.0 + (broad + gap) * index as f64 } else { 1.0 };
        if wide {
            y = top;
        } else if column.is_empty() {
            places.push(Vec::new());
            continue;
        }
        node::heading(&mut canvas, &input.columns[index], [x, y, broad], wide && index + 1 < columns.len());
        y += 38.0;
        let mut stack = Vec::new();
        for node in column {
            let words = node.shape().words(broad);
            let tall = words.height;
            stack.push(Place { node, at: [x, y, broad, tall], words });
            y += tall + BETWEEN;
        }
        places.push(stack);
        bottom = bottom.max(y);
        y += 8.0;
    }
    if wide {
        links(&mut canvas, input, &places);
    }
    for place in places.iter().flatten() {
        let node = place.node;
        let facts: Vec<&str> = [node.sub.as_str(), state(input, node)].into_iter().filter(|fact| !fact.is_empty()).collect();
        canvas.mark(node.href.as_ref(), &frame.pair(&node.label, &facts.join(" · ")), |canvas| {
            node.shape().draw(canvas, place.at, &place.words);
        });
    }
    canvas.finish(frame, "chain", bottom - BETWEEN + 2.0)
}

/// Whether a link stays in its column or leads back.
fn loops(columns: &[Vec<&Node>], links: &[(String, String)]) -> bool {
    let place = |id: &String| columns.iter().position(|column| column.iter().any(|node| node.id == *id));
    links.iter().filter(|(from, to)| from != to).any(|(from, to)| place(from).zip(place(to)).is_some_and(|(a, b)| b <= a))
}

/// The name of a box's state; empty where it has none.
fn state<'a>(input: &'a Chain, node: &Node) -> &'a str {
    let at = node.state.and_then(|state| State::ALL.iter().position(|known| *known == state));
    at.map_or("", |at| input.states[at].as_str())
}

/// Curves from box to box, under the boxes: forward ones run from end to start, the rest leave and enter on the same side, dashed.
fn links(canvas: &mut Canvas, input: &Chain, places: &[Vec<Place<'_>>]) {
    let mut at: BTreeMap<&str, (usize, [f64; 4])> = BTreeMap::new();
    for (column, stack) in places.iter().enumerate() {
        for place in stack {
            at.entry(place.node.id.as_str()).or_insert((column, place.at));
        }
    }
    for (from, to) in &input.links {
        let (Some((a, from_at)), Some((b, to_at))) = (at.get(from.as_str()), at.get(to.as_str())) else { continue };
        if from == to {
            continue;
        }
        node::curve(canvas, *from_at, *to_at, b > a, (if b > a { LINK } else { BACK }, WIDE - 1.0));
    }
}

fn table(input: &Chain, columns: &[Vec<&Node>]) -> Table {
    let names: BTreeMap<&str, &str> = input.boxes.iter().map(|node| (node.id.as_str(), node.label.as_str())).collect();
    let rows = columns.iter().enumerate().flat_map(|(index, column)| {
        let names = &names;
        column.iter().map(move |node| {
            let next: Vec<_> = input
                .links
                .iter()
                .filter(|(from, _)| *from == node.id)
                .filter_map(|(_, to)| names.get(to.as_str()).copied())
                .collect();
            vec![
                Cell::words(&input.columns[index]),
                Cell::linked(&node.label, node.href.as_ref()),
                Cell::words(&node.sub),
                Cell::words(state(input, node)),
                Cell::words(next.join("; ")),
            ]
        })
    });
    let keys = ["level", "name", "note", "state", "leads_to"];
    Table::new(keys.into_iter().zip(input.head.clone()), rows.collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Chain {
    let names = [
        (0, "Staff days spent", "أيام عمل الموظفين"),
        (0, "Budget spent on services", "الميزانية المنفقة على الخدمات"),
        (1, "Firms trained", "شركات مدربة"),
        (1, "Joint fair stands", "أجنحة معارض مشتركة"),
        (1, "Laboratory hours booked", "ساعات المختبر المحجوزة"),
        (2, "Firms that export for the first time", "شركات تصدر لأول مرة"),
        (2, "Products with a new design", "منتجات بتصميم جديد"),
        (2, "Cost of oak per cubic metre against the market", "كلفة البلوط مقارنة بالسوق"),
        (3, "Export turnover of members", "مبيعات التصدير للأعضاء"),
        (3, "Jobs in the sector", "الوظائف في القطاع"),
    ];
    let node = |(i, (column, en, ar)): (usize, &(usize, &str, &str))| Node {
        id: i.to_string(),
        column: *column,
        label: say(en, ar),
        sub: if i % 3 == 2 { String::new() } else { say("42 of 60", "42 من 60") },
        state: Some(State::ALL[i % 6]),
        href: None,
    };
    let links = [(0, 2), (0, 3), (1, 3), (1, 4), (2, 5), (3, 5), (4, 6), (2, 7), (5, 8), (6, 8), (7, 8), (8, 9), (5, 9), (1, 7)];
    Chain {
        columns: vec![say("Input", "المدخلات"), say("Output", "المخرجات"), say("Outcome", "النتائج"), say("Impact", "الأثر")],
        boxes: names.iter().enumerate().map(node).collect(),
        links: links.iter().map(|(a, b): &(usize, usize)| (a.to_string(), b.to_string())).collect(),
        states: [
            say("Achieved", "تحقق"),
            say("On track", "في المسار"),
            say("Behind", "متأخر"),
            say("Off track", "خارج المسار"),
            say("Not started", "لم يبدأ"),
            say("No data", "لا بيانات"),
        ],
        head: [
            say("Level", "المستوى"),
            say("Indicator", "المؤشر"),
            say("Note", "ملاحظة"),
            say("State", "الحالة"),
            say("Leads to", "يؤدي إلى"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn chain(columns: usize, boxes: usize, label: &str) -> Chain {
        let node = |i: usize| Node {
            id: i.to_string(),
            column: i % 5,
            label: label.into(),
            sub: label.into(),
            state: State::ALL.get(i % 7).copied(),
            href: Some(format!("indicators/{i}.html")),
        };
        Chain {
            columns: vec![label.into(); columns],
            boxes: (0..boxes).map(node).collect(),
            links: (0..boxes * 2).map(|i| ((i % 7).to_string(), (i * 5 % 11).to_string())).collect(),
            states: std::array::from_fn(|_| label.to_string()),
            head: Default::default(),
        }
    }

    #[test]
    fn sound_with_any_text_and_links_of_all_kinds() {
        for label in HOSTILE {
            for (columns, boxes) in [(4, 25), (1, 1), (4, 2), (8, 30)] {
                probe::both(|frame| probe::sound(&draw(frame, &chain(columns, boxes, label)).unwrap()));
            }
        }
    }

    #[test]
    fn states_differ_in_shape() {
        let mut shapes = std::collections::BTreeSet::new();
        probe::both(|frame| {
            for state in State::ALL {
                let mut canvas = Canvas::new(frame, Form::Only, 20.0);
                glyph::state(&mut canvas, 10.0, 10.0, 6.0, state);
                // What is left without colour and class is the shape.
                let svg = canvas.finish(frame, "x", 20.0);
                let shape: String = svg.split(['"']).filter(|part| !part.starts_with("f-") && !part.starts_with('#')).collect();
                shapes.insert((frame.rtl, shape));
            }
        });
        assert_eq!(shapes.len(), 12);
    }

    #[test]
    fn empty_gives_no_picture() {
        probe::both(|frame| {
            assert!(draw(frame, &chain(4, 0, "a")).is_none());
            assert!(draw(frame, &chain(0, 4, "a")).is_none());
        });
    }
}
