//! What is believed to lead from input to impact: a lane for each hypothesis, with its indicators in the columns of the results chain.

use super::gallery::Say;
use super::glyph;
use super::legend::{self, Sign};
use super::node::{self, BACK, LINK, Look, PAD, ROUND, arrow_head};
use super::paint::{Hue, dash, fill, stroke, weight};
use super::svg::{Canvas, Form, NARROW, SMALL, STRONG, Step as Stroke, WIDE};
use super::{Cell, Frame, Picture, Table};
use crate::model::State;

/// Lanes under the columns of the results chain.
#[derive(Clone, Debug)]
pub struct Hypotheses {
    /// Columns in reading direction.
    pub columns: Vec<String>,
    /// The lanes from top to bottom; one without a step is passed over.
    pub lanes: Vec<Lane>,
    /// The names of states, in the order of [`State::ALL`].
    pub states: [String; 6],
    /// The words of the picture and the table.
    pub words: Words,
}

/// One hypothesis.
#[derive(Clone, Debug)]
pub struct Lane {
    /// What it says.
    pub title: String,
    /// What it is about; may be empty.
    pub area: String,
    /// What is known of it; may be empty.
    pub note: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Its indicators in order.
    pub steps: Vec<Step>,
}

/// An indicator on the way.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its column; one beyond the last counts as the last.
    pub column: usize,
    /// Its name.
    pub label: String,
    /// A note below the name, such as the latest value; may be empty.
    pub sub: String,
    /// How far it has come, if that is known.
    pub state: Option<State>,
    /// Where the box leads.
    pub href: Option<String>,
}

/// The words of the picture and the table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub hypothesis: String,
    pub area: String,
    pub level: String,
    pub indicator: String,
    pub value: String,
    pub state: String,
    /// What stands in a column that the hypothesis leaps over.
    pub gap: String,
}

const GAP: f64 = 34.0;
const BETWEEN: f64 = 8.0;

impl Step {
    fn shape(&self) -> node::Node<'_> {
        node::Node { label: &self.label, sub: &self.sub, state: self.state, look: Look::Item, centred: false }
    }
}

/// Draws hypotheses; `None` where none has an indicator, and without columns.
pub fn draw(frame: &Frame<'_>, input: &Hypotheses) -> Option<Picture> {
    let lanes: Vec<&Lane> = input.lanes.iter().filter(|lane| !lane.steps.is_empty()).collect();
    if lanes.is_empty() || input.columns.is_empty() {
        return None;
    }
    let used = |state: State| lanes.iter().any(|lane| lane.steps.iter().any(|step| step.state == Some(state)));
    let states = State::ALL.into_iter().zip(&input.states).filter(|(state, _)| used(*state));
    let key: Vec<(Sign<'_>, &str)> = states
        .map(|(state, name)| {
            let sign: Sign<'_> = Box::new(move |canvas, x, y| glyph::state(canvas, x + 10.0, y, 6.5, state));
            (sign, name.as_str())
        })
        .collect();
    Some(frame.picture(wide(frame, input, &lanes, &key), Some(narrow(frame, input, &lanes, &key)), table(input, &lanes)))
}

/// The steps of a lane, column by column.
fn by_column<'a>(input: &Hypotheses, lane: &'a Lane) -> Vec<Vec<&'a Step>> {
    let last = input.columns.len() - 1;
    let mut columns = vec![Vec::new(); input.columns.len()];
    for step in &lane.steps {
        columns[step.column.min(last)].push(step);
    }
    columns
}

fn tip(frame: &Frame<'_>, input: &Hypotheses, step: &Step) -> String {
    let state = step.state.and_then(|state| State::ALL.iter().position(|known| *known == state));
    let facts = [step.sub.as_str(), state.map_or("", |at| input.states[at].as_str())];
    frame.pair(&step.label, &facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · "))
}

fn wide(frame: &Frame<'_>, input: &Hypotheses, lanes: &[&Lane], key: &[(Sign<'_>, &str)]) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let count = input.columns.len() as f64;
    let gap = if count <= 5.0 { GAP } else { 18.0 };
    let broad = (WIDE - 2.0 - gap * (count - 1.0)) / count;
    let x = |column: usize| 1.0 + (broad + gap) * column as f64;
    let mut y = legend::flow(&mut canvas, 0.0, key) + if key.is_empty() { 1.0 } else { 10.0 };
    for (column, name) in input.columns.iter().enumerate() {
        node::heading(&mut canvas, name, [x(column), y, broad], column + 1 < input.columns.len());
    }
    y += 44.0;
    for (index, lane) in lanes.iter().enumerate() {
        if index > 0 {
            canvas.line((0.0, y), (WIDE, y), stroke(Hue::Line, weight::EDGE));
            y += 14.0;
        }
        y = head(&mut canvas, lane, y, WIDE);
        let columns = by_column(input, lane);
        let words: Vec<Vec<node::Words>> =
            columns.iter().map(|steps| steps.iter().map(|step| step.shape().words(broad)).collect()).collect();
        let stack = |words: &Vec<node::Words>| {
            words.iter().map(|words| words.height).sum::<f64>() + BETWEEN * words.len().saturating_sub(1) as f64
        };
        let tall = words.iter().map(stack).fold(36.0, f64::max);
        // Where each box stands, a leapt column being one box that is not there.
        let places: Vec<Vec<[f64; 4]>> = words
            .iter()
            .enumerate()
            .map(|(column, words)| {
                let mut at = y + (tall - stack(words)) / 2.0;
                let mut places = Vec::new();
                for words in words {
                    places.push([x(column), at, broad, words.height]);
                    at += words.height + BETWEEN;
                }
                if places.is_empty() {
                    places.push([x(column), y + tall / 2.0 - 18.0, broad, 36.0]);
                }
                places
            })
            .collect();
        for column in 1..columns.len() {
            let sound = !columns[column - 1].is_empty() && !columns[column].is_empty();
            for from in &places[column - 1] {
                for to in &places[column] {
                    connect(&mut canvas, from, to, sound);
                }
            }
        }
        for ((steps, words), places) in columns.iter().zip(&words).zip(&places) {
            if steps.is_empty() {
                absent(&mut canvas, input, places[0]);
            }
            for ((step, words), place) in steps.iter().zip(words).zip(places) {
                canvas.mark(step.href.as_ref(), &tip(frame, input, step), |canvas| step.shape().draw(canvas, *place, words));
            }
        }
        y += tall + 16.0;
    }
    canvas.finish(frame, "hypotheses", y - 14.0)
}

/// The name of a lane with what it is about above it; gives where its boxes begin.
fn head(canvas: &mut Canvas, lane: &Lane, mut y: f64, width: f64) -> f64 {
    let lines = STRONG.wrap(&lane.title, width, 3);
    let above = [lane.area.as_str(), lane.note.as_str()].into_iter().filter(|part| !part.trim().is_empty());
    let above = above.collect::<Vec<_>>().join(" · ");
    canvas.mark(lane.href.as_ref(), &lane.title, |canvas| {
        if !above.is_empty() {
            canvas.text(0.0, y + 10.0, SMALL, &SMALL.fit(&above, width));
            y += SMALL.leading() + 2.0;
        }
        canvas.lines(0.0, y + 11.0, STRONG, &lines);
        y += lines.len() as f64 * STRONG.leading();
    });
    y + 8.0
}

/// A curve from the end of one box to the start of another; dashed where one of the two is not there.
fn connect(canvas: &mut Canvas, from: &[f64; 4], to: &[f64; 4], sound: bool) {
    let (x1, y1) = (from[0] + from[2], from[1] + from[3] / 2.0);
    let (x2, y2) = (to[0], to[1] + to[3] / 2.0);
    let bend = (x2 - x1) * 0.5;
    let curve = [Stroke::Move(x1, y1), Stroke::Curve([x1 + bend, y1, x2 - bend, y2, x2 - 5.0, y2])];
    canvas.path(&curve, if sound { LINK } else { BACK });
    arrow_head(canvas, (x2 - 0.5, y2), true);
}

/// The box of a column that a hypothesis leaps over.
fn absent(canvas: &mut Canvas, input: &Hypotheses, [x, y, wide, high]: [f64; 4]) {
    canvas.rect([x, y, wide, high], ROUND, fill(Hue::Surface).edged(Hue::Neutral, weight::EDGE).dashed(dash::ABSENT));
    let word = SMALL.fit(&input.words.gap, wide - 2.0 * PAD);
    canvas.text(x + wide / 2.0, y + high / 2.0 + 4.0, SMALL.middle(), &word);
}

/// The lanes as lists, each step below the one before.
fn narrow(frame: &Frame<'_>, input: &Hypotheses, lanes: &[&Lane], key: &[(Sign<'_>, &str)]) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let mut y = legend::flow(&mut canvas, 0.0, key) + if key.is_empty() { 1.0 } else { 10.0 };
    for (index, lane) in lanes.iter().enumerate() {
        if index > 0 {
            canvas.line((0.0, y), (NARROW, y), stroke(Hue::Line, weight::EDGE));
            y += 14.0;
        }
        y = head(&mut canvas, lane, y, NARROW);
        for (column, steps) in by_column(input, lane).into_iter().enumerate() {
            if column > 0 {
                down(&mut canvas, y - 6.0);
                y += 8.0;
            }
            canvas.text(20.0, y + 9.0, SMALL, &SMALL.fit(&input.columns[column], NARROW - 20.0));
            y += SMALL.leading();
            if steps.is_empty() {
                absent(&mut canvas, input, [1.0, y, NARROW - 2.0, 30.0]);
                y += 30.0 + BETWEEN;
            }
            for step in steps {
                let words = step.shape().words(NARROW - 2.0);
                let place = [1.0, y, NARROW - 2.0, words.height];
                canvas.mark(step.href.as_ref(), &tip(frame, input, step), |canvas| step.shape().draw(canvas, place, &words));
                y += words.height + BETWEEN;
            }
        }
        y += 12.0;
    }
    canvas.finish(frame, "hypotheses", y - 10.0)
}

/// A short arrow downwards, beside the name of the column that follows.
fn down(canvas: &mut Canvas, y: f64) {
    canvas.line((9.0, y), (9.0, y + 18.0), LINK);
    canvas.sign((9.0, y + 22.0), &[(-3.5, -6.0), (3.5, -6.0), (0.0, 0.0)], true, fill(Hue::Neutral));
}

fn table(input: &Hypotheses, lanes: &[&Lane]) -> Table {
    let words = &input.words;
    let head = [
        ("hypothesis", &words.hypothesis),
        ("area", &words.area),
        ("level", &words.level),
        ("indicator", &words.indicator),
        ("value", &words.value),
        ("state", &words.state),
    ];
    let last = input.columns.len() - 1;
    let rows = lanes.iter().flat_map(|lane| {
        lane.steps.iter().map(move |step| {
            let state = step.state.and_then(|state| State::ALL.iter().position(|known| *known == state));
            vec![
                Cell::linked(&lane.title, lane.href.as_ref()),
                Cell::words(&lane.area),
                Cell::words(&input.columns[step.column.min(last)]),
                Cell::linked(&step.label, step.href.as_ref()),
                Cell::words(&step.sub),
                Cell::words(state.map_or("", |at| input.states[at].as_str())),
            ]
        })
    });
    Table::new(head.map(|(key, title)| (key, title.clone())), rows.collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Hypotheses {
    let step = |column, en: &str, ar: &str, sub: &str, state| Step {
        column,
        label: say(en, ar),
        sub: sub.to_owned(),
        state: Some(state),
        href: None,
    };
    let lane = |title: (&str, &str), area: (&str, &str), note: (&str, &str), steps| Lane {
        title: say(title.0, title.1),
        area: say(area.0, area.1),
        note: say(note.0, note.1),
        href: None,
        steps,
    };
    Hypotheses {
        columns: vec![say("Input", "المدخلات"), say("Output", "المخرجات"), say("Outcome", "النتائج"), say("Impact", "الأثر")],
        lanes: vec![
            lane(
                ("Firms that plan digitally build faster and earn more", "الشركات التي تخطط رقميًا تبني أسرع وتربح أكثر"),
                ("Productivity", "الإنتاجية"),
                ("Supported so far", "مدعومة حتى الآن"),
                vec![
                    step(0, "Days of the adviser", "أيام المستشار", "", State::OnTrack),
                    step(1, "Digital checks", "الفحوص الرقمية", "20", State::Behind),
                    step(1, "Prototypes", "النماذج الأولية", "8", State::OnTrack),
                    step(2, "Firms on one digital chain", "شركات على سلسلة رقمية", "29 %", State::OnTrack),
                    step(3, "Value added per firm", "القيمة المضافة لكل شركة", "", State::OffTrack),
                ],
            ),
            lane(
                ("Joint missions open markets that keep jobs in the region", "البعثات المشتركة تفتح أسواقًا تحفظ الوظائف"),
                ("Employment", "التشغيل"),
                ("Open", "مفتوحة"),
                vec![
                    step(0, "Money for missions", "أموال البعثات", "", State::Achieved),
                    step(1, "Firms on missions", "شركات في البعثات", "33", State::Behind),
                    step(3, "Jobs in the sector", "الوظائف في القطاع", "", State::NoData),
                ],
            ),
        ],
        states: [
            say("Achieved", "تحقق"),
            say("On track", "في المسار"),
            say("Behind", "متأخر"),
            say("Off track", "خارج المسار"),
            say("Not started", "لم يبدأ"),
            say("No data", "لا بيانات"),
        ],
        words: Words {
            hypothesis: say("Hypothesis", "الفرضية"),
            area: say("Impact area", "مجال الأثر"),
            level: say("Level", "المستوى"),
            indicator: say("Indicator", "المؤشر"),
            value: say("Value", "القيمة"),
            state: say("State", "الحالة"),
            gap: say("No indicator", "بلا مؤشر"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn hypotheses(columns: usize, steps: usize, label: &str) -> Hypotheses {
        let step = |i: usize| Step {
            column: i * 2,
            label: label.into(),
            sub: label.into(),
            state: State::ALL.get(i % 7).copied(),
            href: Some("javascript:alert(1)".into()),
        };
        let lane = |_| Lane {
            title: label.into(),
            area: label.into(),
            note: label.into(),
            href: None,
            steps: (0..steps).map(step).collect(),
        };
        Hypotheses {
            columns: vec![label.into(); columns],
            lanes: (0..3).map(lane).collect(),
            states: std::array::from_fn(|_| label.to_string()),
            words: Words { gap: label.into(), ..Words::default() },
        }
    }

    #[test]
    fn sound_with_any_text_and_number_of_steps() {
        for label in HOSTILE {
            for (columns, steps) in [(4, 5), (1, 1), (4, 1), (8, 12)] {
                probe::both(|frame| probe::sound(&draw(frame, &hypotheses(columns, steps, label)).unwrap()));
            }
        }
    }

    #[test]
    fn a_leapt_column_is_shown_as_a_gap() {
        probe::both(|frame| {
            let mut input = hypotheses(3, 2, "Step");
            input.words.gap = "None here".into();
            let picture = draw(frame, &input).unwrap();
            assert_eq!(picture.svg.matches("None here").count(), 3);
        });
    }

    #[test]
    fn nothing_to_show_gives_no_picture() {
        probe::both(|frame| {
            assert!(draw(frame, &hypotheses(4, 0, "a")).is_none());
            assert!(draw(frame, &hypotheses(0, 4, "a")).is_none());
        });
    }
}
