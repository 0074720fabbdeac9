//! Things by three amounts at once: place across, place upwards, size of a disc; such as sectors by concentration, growth and people employed.

use super::axis::{self, Ticks};
use super::gallery::Say;
use super::legend::{self, Sign};
use super::paint::{Hue, Paint, Weave, dash, fill, stroke, weight, woven};
use super::svg::{BODY, CAPTION, Canvas, Form, NARROW, SMALL, WIDE};
use super::table::with_unit;
use super::{Cell, Frame, Picture, Table, scale};

mod names;

/// Discs in a field.
#[derive(Clone, Debug)]
pub struct Bubbles {
    /// What runs across.
    pub across: Axis,
    /// What runs upwards.
    pub upwards: Axis,
    /// What the discs are as large as.
    pub size: Axis,
    /// What the four corners of the field mean: above from start to end, then below; may be empty.
    pub corners: [String; 4],
    /// Groups that discs are told apart by; with fewer than two there is no key.
    pub groups: Vec<String>,
    /// The discs.
    pub items: Vec<Bubble>,
    /// Column headings of the table: name and group.
    pub head: [String; 2],
}

/// An amount.
#[derive(Clone, Debug, Default)]
pub struct Axis {
    /// What it is.
    pub title: String,
    /// Its unit; may be empty.
    pub unit: String,
    /// The value that parts much from little.
    pub middle: Option<f64>,
}

/// One disc.
#[derive(Clone, Debug)]
pub struct Bubble {
    /// Its name.
    pub label: String,
    /// Its group, by number.
    pub group: usize,
    /// Its place across; what is not finite is passed over.
    pub across: f64,
    /// Its place upwards, likewise.
    pub upwards: f64,
    /// Its size; an outline of broken lines where it is not known.
    pub size: Option<f64>,
    /// Where it leads.
    pub href: Option<String>,
}

impl Bubble {
    fn known_size(&self) -> Option<f64> {
        self.size.filter(|size| size.is_finite() && *size >= 0.0)
    }
}

/// A disc on paper.
struct Disc<'a> {
    item: &'a Bubble,
    at: (f64, f64),
    radius: f64,
}

/// Draws discs; `None` where nothing has a place.
pub fn draw(frame: &Frame<'_>, input: &Bubbles) -> Option<Picture> {
    let mut items: Vec<&Bubble> = input.items.iter().filter(|item| item.across.is_finite() && item.upwards.is_finite()).collect();
    if items.is_empty() {
        return None;
    }
    let table = table(frame, input, &items);
    // Large ones lie below small ones.
    items.sort_by(|a, b| b.known_size().unwrap_or(0.0).total_cmp(&a.known_size().unwrap_or(0.0)));
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, &items, form));
    Some(frame.picture(wide, Some(narrow), table))
}

fn marks(items: &[&Bubble], axis: &Axis, value: fn(&Bubble) -> f64, count: usize) -> Ticks {
    let all = || items.iter().map(|item| value(item)).chain(axis.middle);
    let (lo, hi) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    if axis::wants_zero(lo, hi) { axis::nice(lo.min(0.0), hi.max(0.0), count) } else { axis::nice(lo, hi, count) }
}

fn sheet(frame: &Frame<'_>, input: &Bubbles, items: &[&Bubble], form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let (ticks, levels) = (marks(items, &input.across, |item| item.across, if wide { 6 } else { 4 }), {
        marks(items, &input.upwards, |item| item.upwards, 4)
    });
    let mut top = legend::flow(&mut canvas, 0.0, &key(input)) + 4.0;
    let unit = with_unit(&input.upwards.title, &input.upwards.unit);
    for line in SMALL.wrap(&unit, canvas.width(), 2) {
        canvas.text(0.0, top + 12.0, SMALL, &line);
        top += SMALL.leading();
    }
    let numbers: Vec<String> = levels.at.iter().map(|value| (frame.format.number)(*value)).collect();
    let most = if wide { 34.0 } else { 20.0 };
    let (left, right) = (scale::room(&numbers, canvas.width() / 4.0), canvas.width() - 2.0);
    let (top, bottom) = (top + 8.0, top + if wide { 300.0 } else { 270.0 });
    // Discs lie inside the field, be they at its edge; in a narrow one the words of the corners would lie under them.
    let band =
        if !wide && input.across.middle.is_some() && input.corners.iter().any(|name| !name.is_empty()) { 16.0 } else { 0.0 };
    let x = |value: f64| left + most + ticks.share(value) * (right - left - 2.0 * most);
    let y = |value: f64| bottom - most - band - levels.share(value) * (bottom - top - 2.0 * (most + band));

    canvas.rect([left, top, right - left, bottom - top], 0.0, stroke(Hue::Line, weight::EDGE));
    let rows: Vec<_> = levels.at.iter().zip(numbers).map(|(value, label)| (y(*value), label, false)).collect();
    scale::levels(&mut canvas, (left, right), &rows);
    canvas.grid(ticks.at.iter().map(|value| [(x(*value), top), (x(*value), bottom)]), stroke(Hue::Line, weight::GRID));
    let mut free = f64::NEG_INFINITY;
    for value in &ticks.at {
        let label = SMALL.fit(&(frame.format.number)(*value), 90.0);
        let half = SMALL.width(&label) / 2.0;
        if x(*value) - half > free {
            canvas.centred(x(*value), bottom + 16.0, SMALL, &label, (left, right));
            free = x(*value) + half + 6.0;
        }
    }
    let (across, upwards) = (input.across.middle.map(x), input.upwards.middle.map(y));
    if let Some(x) = across {
        canvas.line((x, top), (x, bottom), stroke(Hue::Neutral, weight::LINK));
    }
    if let Some(y) = upwards {
        canvas.line((left, y), (right, y), stroke(Hue::Neutral, weight::LINK));
    }
    let taken = corners(&mut canvas, input, [left, top, right, bottom], across);
    let largest = items.iter().filter_map(|item| item.known_size()).fold(0.0, f64::max);
    let radius = |item: &Bubble| match item.known_size() {
        Some(size) if largest > 0.0 => (most * (size / largest).sqrt()).max(5.0),
        _ => 7.0,
    };
    let discs: Vec<Disc<'_>> =
        items.iter().map(|item| Disc { item, at: (x(item.across), y(item.upwards)), radius: radius(item) }).collect();
    for disc in &discs {
        let tip = frame.pair(&disc.item.label, &told(frame, input, disc.item));
        canvas.mark(disc.item.href.as_ref(), &tip, |canvas| {
            canvas.circle(disc.at.0, disc.at.1, disc.radius, paint(input, disc.item));
        });
    }
    let mut foot = bottom + 22.0;
    for line in SMALL.wrap(&with_unit(&input.across.title, &input.across.unit), right - left, 2) {
        canvas.text((left + right) / 2.0, foot + 10.0, SMALL.middle(), &line);
        foot += SMALL.leading();
    }
    let unnamed = if wide {
        names::beside(&mut canvas, &discs, [left, top, right, bottom], (across, upwards), taken)
    } else {
        (0..discs.len()).collect()
    };
    foot = names::listed(&mut canvas, frame, input, &discs, &unnamed, foot + 10.0);
    canvas.finish(frame, "bubble", foot + 4.0)
}

/// What the corners of the field mean, inside it where there is room; gives the places that they take.
fn corners(canvas: &mut Canvas, input: &Bubbles, [left, top, right, bottom]: [f64; 4], across: Option<f64>) -> Vec<[f64; 4]> {
    let Some(middle) = across else { return Vec::new() };
    let mut taken = Vec::new();
    for (index, name) in input.corners.iter().enumerate() {
        let (at_end, below) = (index % 2 == 1, index > 1);
        let lines = CAPTION.wrap(name, if at_end { right - middle } else { middle - left } - 16.0, 3);
        let wide = lines.iter().map(|line| CAPTION.width(line)).fold(0.0, f64::max);
        let tall = lines.len() as f64 * CAPTION.leading();
        // What can't stand there whole is left out.
        if lines.len() > 2 || lines.iter().any(|line| line.ends_with('…')) {
            continue;
        }
        let y = if below { bottom - tall + 7.0 } else { top + 15.0 };
        let x = if at_end { right - 8.0 } else { left + 8.0 };
        canvas.lines(x, y, if at_end { CAPTION.end() } else { CAPTION }, &lines);
        let from = if at_end { x - wide } else { x };
        taken.push([from, y - 11.0, from + wide, y - 11.0 + tall]);
    }
    taken
}

fn paint(input: &Bubbles, item: &Bubble) -> Paint {
    match (item.known_size(), input.groups.len()) {
        (None, _) => fill(Hue::Surface).edged(Hue::Neutral, weight::SIDE).dashed(dash::ABSENT),
        (Some(_), 0 | 1) => fill(Hue::Brand).edged(Hue::Surface, weight::EDGE),
        (Some(_), _) => woven(Hue::series(item.group), Weave::series(item.group)).edged(Hue::Surface, weight::EDGE),
    }
}

fn key(input: &Bubbles) -> Vec<(Sign<'_>, &str)> {
    let group = |index: usize| -> Sign<'_> {
        Box::new(move |canvas, x, y| canvas.circle(x + 10.0, y, 7.0, woven(Hue::series(index), Weave::series(index))))
    };
    let many = input.groups.len() > 1;
    let mut key: Vec<(Sign<'_>, &str)> = Vec::new();
    key.extend(input.groups.iter().enumerate().filter(|_| many).map(|(index, name)| (group(index), name.as_str())));
    if !input.size.title.is_empty() && input.items.iter().any(|item| item.known_size().is_some()) {
        let sizes: Sign<'_> = Box::new(|canvas, x, y| {
            canvas.circle(x + 10.0, y, 7.5, stroke(Hue::Neutral, weight::EDGE));
            canvas.circle(x + 10.0, y + 3.5, 4.0, stroke(Hue::Neutral, weight::EDGE));
        });
        key.push((sizes, &input.size.title));
    }
    key
}

/// What is said of a disc: its three amounts.
fn told(frame: &Frame<'_>, input: &Bubbles, item: &Bubble) -> String {
    let say = |axis: &Axis, value: f64| frame.pair(&axis.title, &frame.amount(value, &axis.unit));
    let mut parts = vec![say(&input.across, item.across), say(&input.upwards, item.upwards)];
    parts.extend(item.known_size().map(|size| say(&input.size, size)));
    parts.join(" · ")
}

fn table(frame: &Frame<'_>, input: &Bubbles, items: &[&Bubble]) -> Table {
    let number = |value: Option<f64>| Cell::number(value, |value| (frame.format.number)(value));
    let [name, group] = &input.head;
    let titles = [("across", &input.across), ("upwards", &input.upwards), ("size", &input.size)];
    let titles = titles.map(|(key, axis)| (key, with_unit(&axis.title, &axis.unit)));
    let columns = [("name", name.clone()), ("group", group.clone())].into_iter().chain(titles);
    let row = |item: &&Bubble| {
        vec![
            Cell::linked(&item.label, item.href.as_ref()),
            Cell::words(input.groups.get(item.group).map(String::as_str).unwrap_or_default()),
            number(Some(item.across)),
            number(Some(item.upwards)),
            number(item.known_size()),
        ]
    };
    Table::new(columns, items.iter().map(row).collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Bubbles {
    let item = |en: &str, ar: &str, group, across, upwards, size| Bubble {
        label: say(en, ar),
        group,
        across,
        upwards,
        size,
        href: None,
    };
    let axis = |en: &str, ar: &str, unit: &str, middle| Axis { title: say(en, ar), unit: unit.into(), middle };
    Bubbles {
        across: axis("Location quotient", "معامل التوطّن", "", Some(1.0)),
        upwards: axis("Growth a year", "النمو السنوي", "%", Some(0.0)),
        size: axis("People employed", "العاملون", "", None),
        corners: [
            say("Small and growing", "صغير ونامٍ"),
            say("Strong and growing", "قوي ونامٍ"),
            say("Small and shrinking", "صغير ومتراجع"),
            say("Strong and shrinking", "قوي ومتراجع"),
        ],
        groups: vec![say("North", "الشمال"), say("South", "الجنوب")],
        items: vec![
            item("Furniture", "الأثاث", 0, 3.4, 2.1, Some(4200.0)),
            item("Sawing and planing", "النشر والمسح", 0, 2.6, -1.4, Some(1900.0)),
            item("Furniture", "الأثاث", 1, 1.3, 3.6, Some(1100.0)),
            item("Tourism and catering", "السياحة والضيافة", 1, 1.7, 0.8, Some(5300.0)),
            item("Software", "البرمجيات", 0, 0.4, 5.2, Some(700.0)),
            item("Metal working", "تشغيل المعادن", 1, 0.8, -2.3, Some(2400.0)),
        ],
        head: [say("Sector", "القطاع"), say("Region", "المنطقة")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str, groups: usize) -> Bubbles {
        let item = |(i, value): (usize, &f64)| Bubble {
            label: label.into(),
            group: i % 3,
            across: *value,
            upwards: values[(i + 1) % values.len()],
            size: (i % 4 != 3).then(|| values[(i + 2) % values.len()]),
            href: Some(format!("mapping.html#{i}")),
        };
        let axis = |middle| Axis { title: label.into(), unit: label.into(), middle };
        Bubbles {
            across: axis(Some(1.0)),
            upwards: axis(None),
            size: axis(None),
            corners: std::array::from_fn(|_| label.to_string()),
            groups: vec![label.into(); groups],
            items: values.iter().enumerate().map(item).collect(),
            head: Default::default(),
        }
    }

    #[test]
    fn sound_with_any_value_text_and_number() {
        for values in EXTREME {
            probe::both(|frame| match draw(frame, &chart(values, "Wood", 2)) {
                Some(picture) => probe::sound(&picture),
                None => assert!(values.iter().any(|v| !v.is_finite())),
            });
        }
        let many: Vec<f64> = (0..60).map(|i| f64::from(i * 37 % 50)).collect();
        for label in HOSTILE {
            probe::both(|frame| probe::sound(&draw(frame, &chart(&[0.4, 3.0, -9.0, 2.0, 1.0], label, 3)).unwrap()));
        }
        probe::both(|frame| probe::sound(&draw(frame, &chart(&many, "Sawing and planing of wood", 0)).unwrap()));
    }

    #[test]
    fn each_disc_is_named_once_and_nothing_gives_no_picture() {
        probe::both(|frame| {
            let bare = Bubbles { corners: Default::default(), size: Axis::default(), ..chart(&[0.4, 3.0, 2.0, 9.0], "Wood", 1) };
            let picture = draw(frame, &bare).unwrap();
            for form in [&picture.svg, picture.svg_narrow.as_ref().unwrap()] {
                assert_eq!(form.matches(">Wood</text>").count(), 4);
            }
            assert!(draw(frame, &Bubbles { items: Vec::new(), ..chart(&[1.0], "a", 1) }).is_none());
        });
    }
}
