//! Writes partners and markets one below the other, for where continents would be too small for names; apart because it knows no geography.

use super::{Partners, discs, note, paint};
use crate::chart::Frame;
use crate::chart::paint::{Hue, stroke, weight};
use crate::chart::svg::{BODY, CAPTION, Canvas, Form, NARROW, SMALL, STRONG, WIDE};

/// Partners and markets, one below the other.
pub(super) fn list(frame: &Frame<'_>, input: &Partners<'_>, form: Form) -> String {
    let width = if form == Form::Wide { WIDE } else { NARROW };
    let mut canvas = Canvas::new(frame, form, width);
    let start = 30.0;
    let mut y = 0.0;
    if !input.partners.is_empty() {
        y = heading(&mut canvas, &input.words.partners, y, width);
        for partner in &input.partners {
            let country = (input.country_name)(&partner.country);
            let sub =
                [country.as_str(), &partner.note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            let tip = frame.pair(&partner.label, &sub);
            canvas.mark(partner.href.as_ref(), &tip, |canvas| {
                discs::sign(canvas, 10.0, y + 10.0, 0);
                y = entry(canvas, &partner.label, &sub, [start, y, width - start]);
            });
        }
        y += 6.0;
    }
    if !input.markets.is_empty() {
        y = heading(&mut canvas, &input.words.markets, y, width);
        for market in &input.markets {
            let sub = note(input, market);
            let tip = frame.pair(&market.label, &sub);
            canvas.mark(market.href.as_ref(), &tip, |canvas| {
                canvas.rect([0.0, y + 3.0, 20.0, 14.0], 2.0, paint(market.priority));
                y = entry(canvas, &market.label, &sub, [start, y, width - start]);
            });
        }
    }
    canvas.finish(frame, "map", y)
}

fn heading(canvas: &mut Canvas, words: &str, y: f64, width: f64) -> f64 {
    canvas.text(0.0, y + 14.0, CAPTION, &CAPTION.fit(words, width));
    canvas.line((0.0, y + 20.0), (width, y + 20.0), stroke(Hue::Line, weight::EDGE));
    y + 28.0
}

fn entry(canvas: &mut Canvas, label: &str, sub: &str, [x, y, wide]: [f64; 3]) -> f64 {
    let (labels, subs) = (STRONG.wrap(label, wide, 2), SMALL.wrap(sub, wide, 2));
    canvas.lines(x, y + 14.0, STRONG, &labels);
    let below = y + 14.0 + labels.len().max(1) as f64 * BODY.leading();
    canvas.lines(x, below, SMALL, &subs);
    below + subs.len() as f64 * SMALL.leading() - 4.0
}
