//! Amounts side by side: members by kind, budget by goal.

use super::gallery::Say;
use super::legend::{self, Sign};
use super::paint::{Hue, fill, stroke, weight};
use super::svg::{BODY, Canvas, Form, NARROW, STRONG, Type, WIDE};
use super::table::with_unit;
use super::{Cell, Frame, Picture, Table};

/// Named amounts.
#[derive(Clone, Debug)]
pub struct Bars {
    /// Bars from top to bottom.
    pub items: Vec<Bar>,
    /// The unit of all values; may be empty.
    pub unit: String,
    /// Column headings of the table: name, value.
    pub head: [String; 2],
}

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Its name.
    pub label: String,
    /// Its value; what is not finite is passed over.
    pub value: f64,
    /// Where the bar leads.
    pub href: Option<String>,
}

/// A value that all bars are held against, with what it means.
pub type Against<'a> = (f64, &'a str);

/// Draws bars; `None` without a value.
pub fn draw(frame: &Frame<'_>, input: &Bars) -> Option<Picture> {
    draw_against(frame, input, None)
}

/// Draws bars with a line across each at the value that they are held against.
pub fn draw_against(frame: &Frame<'_>, input: &Bars, against: Option<Against<'_>>) -> Option<Picture> {
    let items: Vec<&Bar> = input.items.iter().filter(|bar| bar.value.is_finite()).collect();
    if items.is_empty() {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, &items, &input.unit, against, form));
    let row = |bar: &&Bar| {
        vec![Cell::linked(&bar.label, bar.href.as_ref()), Cell::number(Some(bar.value), |value| (frame.format.number)(value))]
    };
    let [name, value] = &input.head;
    let columns = [("name", name.clone()), ("value", with_unit(value, &input.unit))];
    let table = Table::new(columns, items.iter().map(row).collect());
    Some(frame.picture(wide, Some(narrow), table))
}

fn sheet(frame: &Frame<'_>, items: &[&Bar], unit: &str, against: Option<Against<'_>>, form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let values: Vec<String> = items.iter().map(|bar| STRONG.fit(&frame.amount(bar.value, unit), canvas.width() * 0.3)).collect();
    let longest = |kind: Type, texts: &mut dyn Iterator<Item = &str>| texts.map(|t| kind.width(t)).fold(0.0, f64::max);
    let room = longest(STRONG, &mut values.iter().map(String::as_str)) + 8.0;
    let left = if wide { longest(BODY, &mut items.iter().map(|bar| bar.label.as_str())).clamp(60.0, 240.0) + 12.0 } else { 0.0 };
    let (lo, hi) = items.iter().fold((0f64, 0f64), |(lo, hi), bar| (lo.min(bar.value), hi.max(bar.value)));
    let against = against.filter(|(value, _)| value.is_finite());
    let (lo, hi) = against.map_or((lo, hi), |(value, _)| (lo.min(value), hi.max(value)));
    let (lo, hi) = (lo.max(-1e15), hi.min(1e15));
    // Values stand behind the end of their bars, so both sides keep room for them where there are negative ones.
    let (from, to) = (left + if lo < 0.0 { room } else { 0.0 }, canvas.width() - room);
    let x = |value: f64| if hi > lo { from + (value.clamp(lo, hi) - lo) / (hi - lo) * (to - from) } else { from };
    let key: Option<(Sign<'_>, &str)> = against.map(|(_, meaning)| {
        let sign: Sign<'_> = Box::new(|canvas, x, y| {
            canvas.line((x + 10.0, y - 8.0), (x + 10.0, y + 8.0), stroke(Hue::Accent, weight::MAIN));
        });
        (sign, meaning)
    });
    let mut y = 2.0 + legend::flow(&mut canvas, 0.0, key.as_slice());
    let top = y - 2.0;
    for (bar, value) in items.iter().zip(&values) {
        let lines = BODY.wrap(&bar.label, if wide { left - 12.0 } else { canvas.width() }, 2);
        let tall = lines.len() as f64 * BODY.leading();
        let middle = if wide { y + tall.max(20.0) / 2.0 + 3.0 } else { y + tall + 11.0 };
        let first = if wide { middle - tall / 2.0 + 12.0 } else { y + 12.0 };
        let tip = frame.pair(&bar.label, &frame.amount(bar.value, unit));
        canvas.mark(bar.href.as_ref(), &tip, |canvas| {
            canvas.lines(0.0, first, BODY, &lines);
            let (a, b) = (x(bar.value.min(0.0)), x(bar.value.max(0.0)));
            if b > a {
                canvas.rect([a, middle - 8.0, b - a, 16.0], 2.0, fill(if bar.value < 0.0 { Hue::Accent } else { Hue::Brand }));
            }
            if bar.value < 0.0 {
                canvas.text(a - 6.0, middle + 4.2, STRONG.end(), value);
            } else {
                // A value that the line would run through stands behind it.
                let line = against.map(|(value, _)| x(value)).filter(|line| (b..b + STRONG.width(value) + 10.0).contains(line));
                canvas.text(line.unwrap_or(b) + 6.0, middle + 4.2, STRONG, value);
            }
        });
        if let Some((value, _)) = against {
            canvas.line((x(value), middle - 11.0), (x(value), middle + 11.0), stroke(Hue::Surface, weight::MAIN * 2.0));
            canvas.line((x(value), middle - 11.0), (x(value), middle + 11.0), stroke(Hue::Accent, weight::MAIN));
        }
        y = middle + if wide { tall.max(20.0) / 2.0 + 3.0 } else { 18.0 };
    }
    // Names above their bars would lie on the line, so there it is drawn only where bars run both ways.
    if wide || lo < 0.0 {
        canvas.line((x(0.0), top), (x(0.0), y), stroke(Hue::Neutral, weight::EDGE));
    }
    canvas.finish(frame, "bars", y + 2.0)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Bars {
    let bar = |en: &str, ar: &str, value| Bar { label: say(en, ar), value, href: None };
    Bars {
        items: vec![
            bar("Small and medium enterprises", "المنشآت الصغيرة والمتوسطة", 41.0),
            bar("Start-ups", "الشركات الناشئة", 8.0),
            bar("Research and education", "البحث والتعليم", 6.0),
            bar("Public bodies", "الجهات العامة", 4.0),
            bar("Finance", "التمويل", 2.0),
            bar("Large enterprises", "المنشآت الكبيرة", 0.0),
        ],
        unit: String::new(),
        head: [say("Kind", "النوع"), say("Members", "الأعضاء")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str) -> Bars {
        let bar = |v: &f64| Bar { label: label.into(), value: *v, href: Some("javascript:alert(1)".into()) };
        Bars { items: values.iter().map(bar).collect(), unit: label.into(), head: Default::default() }
    }

    #[test]
    fn sound_with_any_value_and_text() {
        for values in EXTREME {
            probe::both(|frame| match draw(frame, &chart(values, "Firms")) {
                Some(picture) => probe::sound(&picture),
                None => assert!(values.iter().all(|v| !v.is_finite())),
            });
        }
        for label in HOSTILE {
            probe::both(|frame| probe::sound(&draw(frame, &chart(&[4.0, -9.0, 0.0], label)).unwrap()));
        }
    }

    #[test]
    fn a_script_is_never_a_link() {
        probe::both(|frame| {
            let picture = draw(frame, &chart(&[1.0], "a")).unwrap();
            assert!(!picture.svg.contains("javascript") && picture.table.rows[0][0].href.is_none());
        });
    }
}
