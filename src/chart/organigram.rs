//! Who reports to whom: boxes in a tree, with an indented list where a tree would be too wide or too small to read.

use super::gallery::Say;
use super::node::{LINK, Look, Node};
use super::svg::{Canvas, Form, NARROW, WIDE};
use super::tree::{self, Forest};
use super::{Cell, Frame, Picture, Table};

/// The bodies and offices of an organisation.
#[derive(Clone, Debug)]
pub struct Organigram {
    /// The boxes; siblings stand in this order.
    pub boxes: Vec<Unit>,
    /// Column headings of the table: the unit, its note, what it reports to.
    pub head: [String; 3],
}

/// One box.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its id, which `parent` of others may name.
    pub id: String,
    /// Its name.
    pub label: String,
    /// A note below the name, such as who leads it; may be empty.
    pub sub: String,
    /// The id of the box above; none, or an unknown one, makes a root. Circles are cut.
    pub parent: Option<String>,
    /// Where the box leads.
    pub href: Option<String>,
}

/// A box's place in the drawing, by its upper corner at the start of the line.
#[derive(Clone, Copy, Default)]
struct Place {
    x: f64,
    y: f64,
}

/// How the tree is laid out: boxes of one width, levels from `hang` on as lists that hang below their parents.
struct Plan {
    wide: f64,
    hang: usize,
}

const GAP: f64 = 16.0;
const INDENT: f64 = 16.0;
const RISE: f64 = 32.0;
const STEP: f64 = 10.0;
/// Deeper trees are drawn as lists only.
const DEEPEST: usize = 24;

/// Draws an organigram; `None` without boxes.
pub fn draw(frame: &Frame<'_>, input: &Organigram) -> Option<Picture> {
    if input.boxes.is_empty() {
        return None;
    }
    let entries: Vec<_> = input.boxes.iter().map(|unit| (unit.id.as_str(), unit.parent.as_deref())).collect();
    let forest = tree::forest(&entries);
    let wide = plan(&forest).map_or_else(|| list(frame, input, &forest, Form::Wide), |plan| tree(frame, input, &forest, &plan));
    let narrow = list(frame, input, &forest, Form::Narrow);
    let name = |id: &String| input.boxes.iter().find(|unit| unit.id == *id).map_or_else(String::new, |unit| unit.label.clone());
    let rows = forest.in_order().into_iter().map(|index| {
        let unit = &input.boxes[index];
        let above = unit.parent.as_ref().map(name).unwrap_or_default();
        vec![Cell::linked(&unit.label, unit.href.as_ref()), Cell::words(&unit.sub), Cell::words(above)]
    });
    let table = Table::new(["unit", "note", "reports_to"].into_iter().zip(input.head.clone()), rows.collect());
    Some(frame.picture(wide, Some(narrow), table))
}

/// The roomiest layout that fits the width: broad boxes before narrow ones, branches side by side before hanging lists.
fn plan(forest: &Forest) -> Option<Plan> {
    let levels = forest.levels();
    if levels > DEEPEST {
        return None;
    }
    let fits = |plan: &Plan| {
        let total: f64 = forest.roots.iter().map(|root| span(forest, plan, *root) + GAP).sum::<f64>() - GAP;
        total <= WIDE - 2.0
    };
    (0..levels).rev().flat_map(|hang| [164.0, 148.0, 132.0, 116.0].map(|wide| Plan { wide, hang })).find(fits)
}

/// The width that a box and all below it take.
fn span(forest: &Forest, plan: &Plan, index: usize) -> f64 {
    let children = &forest.children[index];
    if forest.depth[index] >= plan.hang {
        children.iter().map(|child| span(forest, plan, *child) + INDENT).fold(plan.wide, f64::max)
    } else {
        children.iter().map(|child| span(forest, plan, *child) + GAP).sum::<f64>().max(plan.wide + GAP) - GAP
    }
}

/// The box of a unit; those of the tree have their words in the middle, those of the list at the start.
fn node(unit: &Unit, root: bool, centred: bool) -> Node<'_> {
    Node { label: &unit.label, sub: said_once(unit), state: None, look: if root { Look::Lead } else { Look::Part }, centred }
}

/// The words below a unit's name, which a unit called like its kind needs not.
fn said_once(unit: &Unit) -> &str {
    if unit.sub == unit.label { "" } else { &unit.sub }
}

fn boxed(canvas: &mut Canvas, frame: &Frame<'_>, unit: &Unit, at: [f64; 4], (root, centred): (bool, bool)) {
    let node = node(unit, root, centred);
    canvas
        .mark(unit.href.as_ref(), &frame.pair(&unit.label, said_once(unit)), |canvas| node.draw(canvas, at, &node.words(at[2])));
}

fn tree(frame: &Frame<'_>, input: &Organigram, forest: &Forest, plan: &Plan) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let heights: Vec<f64> = input.boxes.iter().map(|unit| node(unit, false, true).words(plan.wide).height).collect();
    // Boxes of one level stand on one line and have one height, as long as they stand side by side.
    let mut level_heights = vec![0f64; forest.levels()];
    for (index, high) in heights.iter().enumerate() {
        if forest.depth[index] <= plan.hang {
            level_heights[forest.depth[index]] = level_heights[forest.depth[index]].max(*high);
        }
    }
    let high = |index: usize| if forest.depth[index] <= plan.hang { level_heights[forest.depth[index]] } else { heights[index] };
    let tops: Vec<f64> = level_heights.iter().scan(1.0, |y, high| Some(std::mem::replace(y, *y + high + RISE))).collect();

    let mut places = vec![Place::default(); input.boxes.len()];
    let total: f64 = forest.roots.iter().map(|root| span(forest, plan, *root) + GAP).sum::<f64>() - GAP;
    let mut x = (WIDE - total) / 2.0;
    for root in &forest.roots {
        let mut bottom = 0.0;
        place(forest, plan, *root, (x, &mut bottom), (&tops, &high), &mut places);
        x += span(forest, plan, *root) + GAP;
    }
    for index in forest.in_order() {
        for child in &forest.children[index] {
            connect(&mut canvas, plan, (places[index], high(index)), (places[*child], high(*child)), forest.depth[index]);
        }
    }
    let mut bottom = 0f64;
    for index in forest.in_order() {
        let Place { x, y } = places[index];
        boxed(&mut canvas, frame, &input.boxes[index], [x, y, plan.wide, high(index)], (forest.depth[index] == 0, true));
        bottom = bottom.max(y + high(index));
    }
    canvas.finish(frame, "organigram", bottom + 2.0)
}

/// Places a box and all below it, within their span; `bottom` is how far down the hanging list has come.
fn place(
    forest: &Forest,
    plan: &Plan,
    index: usize,
    (x, bottom): (f64, &mut f64),
    (tops, high): (&[f64], &dyn Fn(usize) -> f64),
    places: &mut [Place],
) {
    let depth = forest.depth[index];
    let children = &forest.children[index];
    if depth >= plan.hang {
        let y = if depth == plan.hang { tops[depth] } else { *bottom + STEP };
        places[index] = Place { x, y };
        *bottom = y + high(index);
        for child in children {
            place(forest, plan, *child, (x + INDENT, bottom), (tops, high), places);
        }
        return;
    }
    let whole = span(forest, plan, index);
    let below: f64 = children.iter().map(|child| span(forest, plan, *child) + GAP).sum::<f64>() - GAP;
    let mut at = x + (whole - below) / 2.0;
    for child in children {
        place(forest, plan, *child, (at, &mut 0.0), (tops, high), places);
        at += span(forest, plan, *child) + GAP;
    }
    let middle = match (children.first(), children.last()) {
        (Some(first), Some(last)) => (places[*first].x + places[*last].x) / 2.0,
        _ => x + (whole - plan.wide) / 2.0,
    };
    places[index] = Place { x: middle.clamp(x, x + whole - plan.wide), y: tops[depth] };
}

fn connect(canvas: &mut Canvas, plan: &Plan, (above, high): (Place, f64), (below, tall): (Place, f64), depth: usize) {
    let points = if depth >= plan.hang {
        let (x, middle) = (above.x + INDENT / 2.0, below.y + tall / 2.0);
        vec![(x, above.y + high), (x, middle), (below.x, middle)]
    } else {
        let (from, to, turn) = (above.x + plan.wide / 2.0, below.x + plan.wide / 2.0, below.y - RISE / 2.0);
        vec![(from, above.y + high), (from, turn), (to, turn), (to, below.y)]
    };
    canvas.through(&points, false, LINK);
}

/// All boxes one below the other, indented by level.
fn list(frame: &Frame<'_>, input: &Organigram, forest: &Forest, form: Form) -> String {
    let width = if form == Form::Narrow { NARROW } else { WIDE };
    let mut canvas = Canvas::new(frame, form, width);
    let mut y = 1.0;
    let mut last: Vec<(f64, f64)> = Vec::new();
    for index in forest.in_order() {
        // The indent stops where the box would have no room for words.
        let level = forest.depth[index].min(8);
        let (x, unit) = (1.0 + level as f64 * INDENT, &input.boxes[index]);
        let wide = if form == Form::Narrow { width - x - 1.0 } else { 420f64.min(width - x - 1.0) };
        let high = node(unit, false, false).words(wide).height;
        if forest.depth[index] == 0 && y > 1.0 {
            y += STEP;
        }
        last.truncate(level);
        if let Some((rail, from)) = last.last().copied().filter(|_| level > 0) {
            canvas.through(&[(rail, from), (rail, y + high / 2.0), (x, y + high / 2.0)], false, LINK);
        }
        boxed(&mut canvas, frame, unit, [x, y, wide, high], (forest.depth[index] == 0, false));
        last.push((x + INDENT / 2.0, y + high));
        y += high + 8.0;
    }
    canvas.finish(frame, "organigram", y)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Organigram {
    let rows = [
        ("General assembly", "الجمعية العامة", "All 62 members", "62 عضوًا", None),
        ("Executive board", "مجلس الإدارة", "Chair: A. Marin", "الرئيس: أ. مارين", Some(0)),
        ("Advisory board", "المجلس الاستشاري", "University, chamber, region", "الجامعة والغرفة والإقليم", Some(0)),
        ("Audit committee", "لجنة التدقيق", "", "", Some(0)),
        ("Managing office", "مكتب الإدارة", "Four staff", "أربعة موظفين", Some(1)),
        ("Steering committee", "لجنة التسيير", "Meets each quarter", "تجتمع كل ثلاثة أشهر", Some(1)),
        ("Working group on skills", "فريق عمل المهارات", "", "", Some(4)),
        ("Working group on export markets", "فريق عمل التصدير", "", "", Some(4)),
        ("Working group on design", "فريق عمل التصميم", "", "", Some(4)),
        ("Working group on joint procurement", "فريق عمل الشراء المشترك", "", "", Some(5)),
    ];
    let unit = |(i, (en, ar, sub, sub_ar, parent)): (usize, &(&str, &str, &str, &str, Option<usize>))| Unit {
        id: format!("b{i}"),
        label: say(en, ar),
        sub: say(sub, sub_ar),
        parent: parent.map(|p| format!("b{p}")),
        href: None,
    };
    Organigram {
        boxes: rows.iter().enumerate().map(unit).collect(),
        head: [say("Body", "الهيئة"), say("Note", "ملاحظة"), say("Reports to", "تتبع")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn unit(id: usize, parent: Option<usize>, label: &str) -> Unit {
        Unit {
            id: format!("u{id}"),
            label: label.into(),
            sub: label.into(),
            parent: parent.map(|p| format!("u{p}")),
            href: Some(format!("bodies/u{id}.html")),
        }
    }

    fn chart(boxes: Vec<Unit>) -> Organigram {
        Organigram { boxes, head: ["Body", "Led by", "Reports to"].map(String::from) }
    }

    #[test]
    fn sound_in_every_shape() {
        let shapes: [Vec<Option<usize>>; 7] = [
            vec![None],
            vec![None, Some(0), Some(0), Some(1), Some(1), Some(2)],
            (0..60).map(|i: usize| i.checked_sub(1).map(|p| p / 4)).collect(),
            (0..60).map(|i: usize| i.checked_sub(1).map(|_| 0)).collect(),
            (0..60).map(|i: usize| i.checked_sub(1)).collect(),
            vec![None; 12],
            vec![Some(2), Some(0), Some(1), Some(3)],
        ];
        for shape in shapes {
            for label in HOSTILE {
                probe::both(|frame| {
                    let boxes = shape.iter().enumerate().map(|(id, parent)| unit(id, *parent, label)).collect();
                    let picture = draw(frame, &chart(boxes)).unwrap();
                    probe::sound(&picture);
                    assert_eq!(picture.table.rows.len(), shape.len());
                });
            }
        }
    }

    #[test]
    fn no_two_boxes_of_a_tree_overlap() {
        let parents: Vec<Option<usize>> =
            vec![None, Some(0), Some(0), Some(0), Some(1), Some(1), Some(2), Some(6), Some(6), None, Some(9)];
        let boxes: Vec<_> = parents.iter().enumerate().map(|(id, parent)| unit(id, *parent, "Working group on skills")).collect();
        probe::both(|frame| {
            let picture = draw(frame, &chart(boxes.clone())).unwrap();
            for svg in [&picture.svg, picture.svg_narrow.as_ref().unwrap()] {
                let rects = probe::rects(svg);
                assert_eq!(rects.len(), parents.len());
                for (i, a) in rects.iter().enumerate() {
                    for b in &rects[i + 1..] {
                        let apart = a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0] || a[1] + a[3] <= b[1] || b[1] + b[3] <= a[1];
                        assert!(apart, "{a:?} {b:?}");
                    }
                }
            }
        });
    }

    #[test]
    fn empty_gives_no_picture() {
        probe::both(|frame| assert!(draw(frame, &chart(vec![])).is_none()));
    }
}
