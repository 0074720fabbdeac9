//! What comes in, what goes out and what is left, period by period: bars around zero and the line of the balance.

use super::axis::{self, Ticks};
use super::gallery::Say;
use super::legend::{self, Sign};
use super::paint::{Hue, Weave, dash, fill, stroke, weight, woven};
use super::svg::{CAPTION, Canvas, Form, NARROW, SMALL, WIDE};
use super::table::with_unit;
use super::{Cell, Frame, Picture, Table, glyph, scale};

/// A liquidity plan.
#[derive(Clone, Debug)]
pub struct Liquidity {
    /// Periods in order.
    pub periods: Vec<Period>,
    /// What there is before the first period.
    pub opening: f64,
    /// How many periods have passed by today, the present one in part; what has not ended is expected. Nothing where today is not in the plan.
    pub today: Option<f64>,
    /// The unit of the amounts; may be empty.
    pub unit: String,
    /// The words of legend and table.
    pub words: Words,
}

/// One period.
#[derive(Clone, Debug)]
pub struct Period {
    /// Its whole name, such as `March 2026`.
    pub name: String,
    /// Its name below the axis, without the year, such as `Mar`.
    pub label: String,
    /// The year that begins with it on the axis; empty within a year.
    pub year: String,
    /// What comes in.
    pub income: f64,
    /// What goes out.
    pub expenditure: f64,
    /// What is there at its end.
    pub balance: f64,
    /// Remark; may be empty.
    pub note: String,
}

/// The words of legend and table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub period: String,
    pub opening: String,
    pub income: String,
    pub expenditure: String,
    pub balance: String,
    pub below_zero: String,
    pub today: String,
    pub note: String,
}

/// Beyond this no cluster counts anything, and sums still fit.
const LARGEST: f64 = 1e15;

/// Draws a liquidity plan; `None` without a period.
pub fn draw(frame: &Frame<'_>, input: &Liquidity) -> Option<Picture> {
    let mut input = input.clone();
    let sound = |value: f64| if value.is_finite() { value.clamp(-LARGEST, LARGEST) } else { 0.0 };
    input.opening = sound(input.opening);
    for period in &mut input.periods {
        (period.income, period.expenditure) = (sound(period.income).max(0.0), sound(period.expenditure).max(0.0));
        period.balance = sound(period.balance);
    }
    if input.periods.is_empty() {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, &input, form));
    Some(frame.picture(wide, Some(narrow), table(frame, &input)))
}

/// Where things lie on paper.
struct Plot {
    left: f64,
    slot: f64,
    top: f64,
    bottom: f64,
    ticks: Ticks,
}

impl Plot {
    fn level(&self, value: f64) -> f64 {
        self.bottom - self.ticks.share(value) * (self.bottom - self.top)
    }

    /// Where the n-th period begins.
    fn start(&self, index: usize) -> f64 {
        self.left + self.slot * index as f64
    }
}

fn sheet(frame: &Frame<'_>, input: &Liquidity, form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let (least, most) = input.periods.iter().fold((input.opening.min(0.0), input.opening.max(0.0)), |(lo, hi), period| {
        (lo.min(period.balance).min(-period.expenditure), hi.max(period.balance).max(period.income))
    });
    let ticks = axis::nice(least, most, if wide { 7 } else { 6 });
    let numbers: Vec<String> = ticks.at.iter().map(|value| (frame.format.number)(*value)).collect();
    let mut top = legend::flow(&mut canvas, 0.0, &key(input)) + 6.0;
    if !input.unit.is_empty() {
        canvas.text(0.0, top + 12.0, SMALL, &SMALL.fit(&input.unit, canvas.width() * 0.7));
        top += 18.0;
    }
    let left = scale::room(&numbers, canvas.width() / 3.0);
    let right = canvas.width() - 8.0;
    let (top, bottom) = (top + 18.0, top + if wide { 290.0 } else { 250.0 });
    let plot = Plot { left, slot: (right - left) / input.periods.len() as f64, top, bottom, ticks };
    // Shortfalls lie behind everything, from top to bottom, so that none is overlooked.
    for (index, _) in input.periods.iter().enumerate().filter(|(_, period)| period.balance < 0.0) {
        canvas.rect([plot.start(index), top, plot.slot, bottom - top], 0.0, fill(Hue::Tint));
    }
    let marks: Vec<_> = plot.ticks.at.iter().zip(numbers).map(|(v, label)| (plot.level(*v), label, *v == 0.0)).collect();
    scale::levels(&mut canvas, (left, right), &marks);
    for (index, period) in input.periods.iter().enumerate() {
        bars(&mut canvas, frame, input, &plot, (index, period));
    }
    if let Some(passed) = input.today.filter(|passed| (0.0..=input.periods.len() as f64).contains(passed)) {
        scale::today(&mut canvas, left + plot.slot * passed, (top - 2.0, bottom), &input.words.today, (0.0, right));
    }
    balance(&mut canvas, frame, input, &plot);
    let foot = names(&mut canvas, input, &plot, right);
    canvas.finish(frame, "liquidity", foot)
}

/// What comes in stands on zero, what goes out hangs from it.
fn bars(canvas: &mut Canvas, frame: &Frame<'_>, input: &Liquidity, plot: &Plot, (index, period): (usize, &Period)) {
    let broad = (plot.slot * 0.56).min(26.0);
    let x = plot.start(index) + (plot.slot - broad) / 2.0;
    let zero = plot.level(0.0);
    for (value, word, paint, up) in [
        (period.income, &input.words.income, woven(INCOME.0, INCOME.1), true),
        (period.expenditure, &input.words.expenditure, woven(EXPENDITURE.0, EXPENDITURE.1), false),
    ] {
        let high = (zero - plot.level(if up { value } else { -value })).abs();
        if high > 0.0 {
            let name = format!("{} · {word}", period.name);
            canvas.mark(None, &frame.pair(&name, &frame.amount(value, &input.unit)), |canvas| {
                canvas.rect([x, if up { zero - high } else { zero }, broad, high], 0.0, paint);
            });
        }
    }
}

const INCOME: (Hue, Weave) = (Hue::Series(0), Weave::Plain);
const EXPENDITURE: (Hue, Weave) = (Hue::Series(1), Weave::Rising);

/// The line from the opening balance through the end of each period: whole where it has been, broken where it is expected.
fn balance(canvas: &mut Canvas, frame: &Frame<'_>, input: &Liquidity, plot: &Plot) {
    let mut points = vec![(plot.left, plot.level(input.opening))];
    points.extend(input.periods.iter().enumerate().map(|(index, period)| (plot.start(index + 1), plot.level(period.balance))));
    let ended = (input.today.filter(|passed| passed.is_finite()).unwrap_or(0.0).max(0.0) as usize).min(input.periods.len());
    let line = stroke(Hue::Ink, weight::MAIN);
    // A ground below the line keeps it legible over bars of any texture.
    canvas.through(&points, false, stroke(Hue::Surface, weight::MAIN + 3.0));
    if ended > 0 {
        canvas.through(&points[..=ended], false, line);
    }
    if ended + 1 < points.len() {
        canvas.through(&points[ended..], false, line.dashed(dash::EXPECTED));
    }
    let small = plot.slot < 14.0;
    for ((x, y), period) in points.iter().skip(1).zip(&input.periods) {
        let amount = frame.amount(period.balance, &input.unit);
        let tip = frame.pair(&format!("{} · {}", period.name, input.words.balance), &amount);
        let tip = if period.note.is_empty() { tip } else { format!("{tip} · {}", period.note) };
        canvas.mark(None, &tip, |canvas| {
            if period.balance < 0.0 {
                shortfall(canvas, *x, *y);
            } else {
                canvas.circle(*x, *y, if small { 2.6 } else { 3.8 }, fill(Hue::Ink).edged(Hue::Surface, weight::EDGE));
            }
        });
    }
}

/// The sign of a balance below zero.
fn shortfall(canvas: &mut Canvas, x: f64, y: f64) {
    glyph::marker(canvas, x, y, 6.0, 4, fill(Hue::Accent).edged(Hue::Surface, weight::EDGE));
}

/// Names of the periods, thinned out where they would touch, with the years below; gives where they end.
fn names(canvas: &mut Canvas, input: &Liquidity, plot: &Plot, right: f64) -> f64 {
    let widest = input.periods.iter().map(|period| SMALL.width(&period.label)).fold(0.0, f64::max).min(90.0);
    let every = ((widest + 4.0) / plot.slot).ceil().max(1.0) as usize;
    let mut free = f64::NEG_INFINITY;
    let mut since = 0;
    for (index, period) in input.periods.iter().enumerate() {
        let middle = plot.start(index) + plot.slot / 2.0;
        if !period.year.is_empty() {
            since = index;
            canvas.line(
                (plot.start(index), plot.bottom),
                (plot.start(index), plot.bottom + 38.0),
                stroke(Hue::Line, weight::EDGE),
            );
            let from = plot.start(index) + 4.0;
            let room = right - from;
            let name = CAPTION.fit(&period.year, room.max(0.0));
            if from > free && room > 24.0 {
                canvas.text(from, plot.bottom + 34.0, CAPTION, &name);
                free = from + CAPTION.width(&name) + 4.0;
            }
        }
        if (index - since).is_multiple_of(every) {
            let name = SMALL.fit(&period.label, (plot.slot * every as f64).min(90.0));
            canvas.centred(middle, plot.bottom + 17.0, SMALL.in_hue(Hue::Ink), &name, (0.0, right + 6.0));
        }
    }
    plot.bottom + 40.0
}

fn key(input: &Liquidity) -> Vec<(Sign<'_>, &str)> {
    let area = |(hue, weave): (Hue, Weave)| -> Sign<'_> {
        Box::new(move |canvas, x, y| canvas.rect([x, y - 7.0, 20.0, 14.0], 2.0, woven(hue, weave)))
    };
    let line: Sign<'_> = Box::new(|canvas, x, y| {
        canvas.line((x, y), (x + 20.0, y), stroke(Hue::Ink, weight::MAIN));
        canvas.circle(x + 10.0, y, 3.8, fill(Hue::Ink).edged(Hue::Surface, weight::EDGE));
    });
    let words = &input.words;
    let mut key: Vec<(Sign<'_>, &str)> =
        vec![(area(INCOME), &words.income), (area(EXPENDITURE), &words.expenditure), (line, &words.balance)];
    if input.periods.iter().any(|period| period.balance < 0.0) {
        let sign: Sign<'_> = Box::new(|canvas, x, y| {
            canvas.rect([x, y - 9.0, 20.0, 18.0], 0.0, fill(Hue::Tint).edged(Hue::Line, weight::EDGE));
            shortfall(canvas, x + 10.0, y);
        });
        key.push((sign, &words.below_zero));
    }
    key
}

fn table(frame: &Frame<'_>, input: &Liquidity) -> Table {
    let words = &input.words;
    let amount = |key: &str, word: &str| (key.to_owned(), with_unit(word, &input.unit));
    let columns = [
        ("period".to_owned(), words.period.clone()),
        amount("opening", &words.opening),
        amount("income", &words.income),
        amount("expenditure", &words.expenditure),
        amount("balance", &words.balance),
        ("note".to_owned(), words.note.clone()),
    ];
    let number = |value: f64| Cell::number(Some(value), |value| (frame.format.number)(value));
    let row = |period: &Period| {
        let opening = period.balance - period.income + period.expenditure;
        let [opening, income, expenditure, balance] = [opening, period.income, period.expenditure, period.balance].map(number);
        vec![Cell::words(&period.name), opening, income, expenditure, balance, Cell::words(&period.note)]
    };
    Table::new(columns, input.periods.iter().map(row).collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Liquidity {
    let flows = [(24.0, 18.0), (6.0, 17.0), (4.0, 19.0), (38.0, 16.0), (7.0, 18.0), (5.0, 17.0), (28.0, 19.0), (9.0, 17.0)];
    let mut balance = 14.0;
    let period = |(index, (income, expenditure)): (usize, &(f64, f64))| {
        balance += income - expenditure;
        let (label, year) = (format!("Q{}", index % 4 + 1), 2026 + index / 4);
        let note = if balance < 0.0 { say("Bridged by the bank", "يغطيه المصرف مؤقتًا") } else { String::new() };
        let first = if index % 4 == 0 { year.to_string() } else { String::new() };
        Period { name: format!("{label} {year}"), label, year: first, income: *income, expenditure: *expenditure, balance, note }
    };
    Liquidity {
        periods: flows.iter().enumerate().map(period).collect(),
        opening: 14.0,
        today: Some(4.4),
        unit: "€".into(),
        words: Words {
            period: say("Quarter", "الربع"),
            opening: say("Opening balance", "الرصيد الافتتاحي"),
            income: say("Income", "الإيرادات"),
            expenditure: say("Expenditure", "النفقات"),
            balance: say("Balance", "الرصيد"),
            below_zero: say("Below zero", "دون الصفر"),
            today: say("Today", "اليوم"),
            note: say("Note", "ملاحظة"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str, today: Option<f64>) -> Liquidity {
        let period = |v: &f64| Period {
            name: label.into(),
            label: label.into(),
            year: label.into(),
            income: *v,
            expenditure: -*v,
            balance: *v,
            note: label.into(),
        };
        Liquidity {
            periods: values.iter().map(period).collect(),
            opening: values.first().copied().unwrap_or_default(),
            today,
            unit: label.into(),
            words: Words { income: label.into(), today: label.into(), below_zero: label.into(), ..Words::default() },
        }
    }

    #[test]
    fn sound_with_any_value_and_text() {
        for values in EXTREME {
            probe::both(|frame| probe::sound(&draw(frame, &chart(values, "2026", Some(1.0))).unwrap()));
        }
        let many: Vec<f64> = (0..90).map(|i| f64::from(i * 37 % 50 - 20)).collect();
        for label in HOSTILE {
            for today in [None, Some(0.0), Some(45.5), Some(900.0), Some(f64::NAN)] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(&many, label, today)).unwrap()));
            }
        }
        probe::both(|frame| assert!(draw(frame, &chart(&[], "a", None)).is_none()));
    }

    #[test]
    fn a_shortfall_is_told_by_its_sign_and_not_by_colour_alone() {
        probe::both(|frame| {
            let paths = |values: &[f64]| draw(frame, &chart(values, "a", None)).unwrap().svg.matches("<path").count();
            // Its sign, and the sign in the legend.
            assert_eq!(paths(&[1.0, -2.0, 1.0]), paths(&[1.0, 2.0, 1.0]) + 2);
        });
    }
}
