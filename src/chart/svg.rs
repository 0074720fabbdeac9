//! The only writer of SVG: rounds, escapes and mirrors; apart so that no chart can emit an unsafe or crooked element.

use std::collections::BTreeSet;
use std::fmt::Write as _;

mod outline;
mod own;

use super::Frame;
use super::paint::{Hue, Paint, Weave};
use super::text;

/// The width that pictures are designed for.
pub(super) const WIDE: f64 = 720.0;
/// The width of the form for narrow screens.
pub(super) const NARROW: f64 = 328.0;

/// Which of the drawings of a picture this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// There is no other.
    Only,
    /// The one for wide screens and print, beside a narrow one.
    Wide,
    /// The one for narrow screens.
    Narrow,
}

/// Where a text lies around its place, in reading direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) hue: Hue,
    pub(super) anchor: Anchor,
}

/// Ordinary labels.
pub(super) const BODY: Type = Type { size: 12.0, bold: false, hue: Hue::Ink, anchor: Anchor::Start };
/// Headings within a picture, names of boxes, values on bars.
pub(super) const STRONG: Type = Type { bold: true, ..BODY };
/// What steps back: axis labels, notes, legends. Nothing is smaller.
pub(super) const SMALL: Type = Type { size: 11.0, hue: Hue::Muted, ..BODY };
/// Headings that step back: parts of a picture, years above months.
pub(super) const CAPTION: Type = Type { bold: true, ..SMALL };
/// The one sentence that a picture stands under.
pub(super) const TITLE: Type = Type { size: 14.0, ..STRONG };

impl Type {
    pub(super) const fn middle(self) -> Self {
        Self { anchor: Anchor::Middle, ..self }
    }

    pub(super) const fn end(self) -> Self {
        Self { anchor: Anchor::End, ..self }
    }

    pub(super) const fn in_hue(self, hue: Hue) -> Self {
        Self { hue, ..self }
    }

    /// The size to measure with: bold letters are wider.
    pub(super) fn measure(self) -> f64 {
        if self.bold { self.size * 1.07 } else { self.size }
    }

    pub(super) fn width(self, text: &str) -> f64 {
        text::width(text, self.measure())
    }

    pub(super) fn fit(self, text: &str, max: f64) -> String {
        text::fit(text, self.measure(), max)
    }

    pub(super) fn wrap(self, text: &str, max: f64, limit: usize) -> Vec<String> {
        text::wrap(text, self.measure(), max, limit)
    }

    pub(super) fn balance(self, text: &str, max: f64, limit: usize) -> Vec<String> {
        text::balance(text, self.measure(), max, limit)
    }

    /// The distance between the baselines of two lines.
    pub(super) fn leading(self) -> f64 {
        (self.size * 1.3).round()
    }
}

/// A step of a path, in layout coordinates.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Move(f64, f64),
    Line(f64, f64),
    Curve([f64; 6]),
    Close,
}

/// A drawing under way. Layout coordinates run in reading direction: x = 0 is where a line of text begins.
pub(super) struct Canvas {
    id: String,
    form: Form,
    width: f64,
    rtl: bool,
    body: String,
    weaves: BTreeSet<(Hue, Weave)>,
    linked: bool,
    marked: bool,
}

/// Writes a coordinate with at most one decimal; what is not a number becomes zero, so that no drawing is ever invalid.
pub(super) fn n(value: f64) -> String {
    let rounded = if value.is_finite() { (value.clamp(-1e7, 1e7) * 10.0).round() / 10.0 } else { 0.0 };
    if rounded == 0.0 { "0".into() } else { format!("{rounded}") }
}

/// Escapes for element content and quoted attributes alike.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Whether a link stays on the site or uses a scheme that runs nothing.
pub(super) fn is_safe_link(href: &str) -> bool {
    let head = href.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = !href.is_empty() && !href.chars().any(|c| c.is_control() || c.is_whitespace());
    plain && (!head.contains(':') || ["http:", "https:", "mailto:"].contains(&head.to_ascii_lowercase().as_str()))
}

impl Canvas {
    pub(super) fn new(frame: &Frame<'_>, form: Form, width: f64) -> Self {
        let mut id: String = frame.id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
        if form == Form::Narrow {
            id.push_str("-n");
        }
        Self { id, form, width, rtl: frame.rtl, body: String::new(), weaves: BTreeSet::new(), linked: false, marked: false }
    }

    /// The width of the drawing.
    pub(super) fn width(&self) -> f64 {
        self.width
    }

    /// A place on paper for a place in the layout.
    fn x(&self, x: f64) -> f64 {
        if self.rtl { self.width - x } else { x }
    }

    fn paint(&mut self, paint: Paint) {
        let mut classes = Vec::new();
        let mut attributes = String::new();
        match paint.fill {
            Some((hue, Weave::Plain)) => {
                classes.push(format!("f-{}", hue.name()));
                let _ = write!(attributes, " fill=\"{}\"", hue.hex());
            }
            Some((hue, weave)) => {
                self.weaves.insert((hue, weave));
                let _ = write!(attributes, " fill=\"url(#{}-{}-{})\"", self.id, hue.name(), weave.name());
            }
            None => attributes.push_str(" fill=\"none\""),
        }
        if let Some((hue, width)) = paint.stroke {
            classes.push(format!("s-{}", hue.name()));
            let _ = write!(attributes, " stroke=\"{}\" stroke-width=\"{}\"", hue.hex(), n(width));
        }
        if let Some(dash) = paint.dash {
            let _ = write!(attributes, " stroke-dasharray=\"{dash}\"");
        }
        if !classes.is_empty() {
            let _ = write!(self.body, " class=\"{}\"", classes.join(" "));
        }
        self.body.push_str(&attributes);
        self.body.push_str("/>");
    }

    /// A rectangle by its corner nearest to the start of the line; `round` is the radius of its corners.
    pub(super) fn rect(&mut self, [x, y, w, h]: [f64; 4], round: f64, paint: Paint) {
        let left = if self.rtl { self.width - x - w } else { x };
        let _ =
            write!(self.body, "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", n(left), n(y), n(w.max(0.0)), n(h.max(0.0)));
        if round > 0.0 {
            let _ = write!(self.body, " rx=\"{}\"", n(round));
        }
        self.paint(paint);
    }

    pub(super) fn circle(&mut self, x: f64, y: f64, r: f64, paint: Paint) {
        let _ = write!(self.body, "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", n(self.x(x)), n(y), n(r));
        self.paint(paint);
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), paint: Paint) {
        let (x1, x2) = (n(self.x(from.0)), n(self.x(to.0)));
        let _ = write!(self.body, "<line x1=\"{x1}\" y1=\"{}\" x2=\"{x2}\" y2=\"{}\"", n(from.1), n(to.1));
        self.paint(paint);
    }

    /// Lines of a grid, as one shape: lines that cross would be taken for those of a table where a PDF is read out.
    pub(super) fn grid(&mut self, lines: impl IntoIterator<Item = [(f64, f64); 2]>, paint: Paint) {
        let steps: Vec<Step> =
            lines.into_iter().flat_map(|[from, to]| [Step::Move(from.0, from.1), Step::Line(to.0, to.1)]).collect();
        if !steps.is_empty() {
            self.path(&steps, paint);
        }
    }

    pub(super) fn path(&mut self, steps: &[Step], paint: Paint) {
        let mut d = String::new();
        for step in steps {
            let _ = match *step {
                Step::Move(x, y) => write!(d, "M{} {}", n(self.x(x)), n(y)),
                Step::Line(x, y) => write!(d, "L{} {}", n(self.x(x)), n(y)),
                Step::Curve([a, b, c, e, x, y]) => {
                    write!(d, "C{} {} {} {} {} {}", n(self.x(a)), n(b), n(self.x(c)), n(e), n(self.x(x)), n(y))
                }
                Step::Close => write!(d, "Z"),
            };
        }
        let _ = write!(self.body, "<path d=\"{d}\" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
        self.paint(paint);
    }

    /// A polyline through points, closed or open.
    pub(super) fn through(&mut self, points: &[(f64, f64)], closed: bool, paint: Paint) {
        let mut steps: Vec<Step> = points.iter().map(|&(x, y)| Step::Line(x, y)).collect();
        if let Some(first) = steps.first_mut() {
            *first = Step::Move(points[0].0, points[0].1);
        }
        if closed {
            steps.push(Step::Close);
        }
        self.path(&steps, paint);
    }

    /// A polyline given around a place, which is not mirrored: a tick mark looks the same in every script.
    pub(super) fn sign(&mut self, (x, y): (f64, f64), points: &[(f64, f64)], closed: bool, paint: Paint) {
        let flip = if self.rtl { -1.0 } else { 1.0 };
        let moved: Vec<_> = points.iter().map(|(dx, dy)| (x + flip * dx, y + dy)).collect();
        self.through(&moved, closed, paint);
    }

    /// One line of text on a baseline.
    pub(super) fn text(&mut self, x: f64, y: f64, kind: Type, content: &str) {
        self.lines(x, y, kind, &[content.to_string()]);
    }

    /// One line of text around a place, moved as far as needed to stay between two places and cut if it has no room there.
    pub(super) fn centred(&mut self, x: f64, y: f64, kind: Type, content: &str, (from, to): (f64, f64)) {
        let content = kind.fit(content, to - from);
        let half = (kind.width(&content) / 2.0).min((to - from) / 2.0);
        self.text(x.clamp(from + half, to - half), y, kind.middle(), &content);
    }

    /// Lines of text, the first on the given baseline. A text of the other direction keeps its own order and still lies where the layout wants it.
    pub(super) fn lines(&mut self, x: f64, y: f64, kind: Type, lines: &[String]) {
        let lines: Vec<String> = lines.iter().map(|line| text::clean(line)).collect();
        if lines.iter().all(String::is_empty) {
            return;
        }
        // Numbers alone keep their signs where they were written: `50+` would else read `+50`.
        let signed = lines.iter().any(|line| line.contains(['+', '–', '−', '<', '>', '≥', '≤']));
        let rtl = text::reads_within(&lines.concat(), self.rtl).unwrap_or(self.rtl && !signed);
        let anchor = match (kind.anchor, rtl == self.rtl) {
            (Anchor::Start, true) | (Anchor::End, false) => "",
            (Anchor::End, true) | (Anchor::Start, false) => " text-anchor=\"end\"",
            (Anchor::Middle, _) => " text-anchor=\"middle\"",
        };
        let x = n(self.x(x));
        let _ = write!(self.body, "<text x=\"{x}\" y=\"{}\" class=\"f-{}\" fill=\"{}\"", n(y), kind.hue.name(), kind.hue.hex());
        let _ = write!(self.body, " font-size=\"{}\"{anchor}", n(kind.size));
        if kind.bold {
            self.body.push_str(" font-weight=\"600\"");
        }
        if rtl != self.rtl {
            let _ = write!(self.body, " direction=\"{}\"", if rtl { "rtl" } else { "ltr" });
        }
        self.body.push('>');
        match lines.as_slice() {
            [line] => self.body.push_str(&escape(line)),
            lines => {
                // Words of two lines are two words for those who hear, search or copy them; a space that has a width would push the line aside.
                let space = if anchor.is_empty() { " " } else { "<tspan font-size=\"0\"> </tspan>" };
                for (row, line) in lines.iter().enumerate() {
                    if row > 0 {
                        self.body.push_str(space);
                    }
                    let _ = write!(
                        self.body,
                        "<tspan x=\"{x}\" y=\"{}\">{}</tspan>",
                        n(y + row as f64 * kind.leading()),
                        escape(line)
                    );
                }
            }
        }
        self.body.push_str(if self.marked { "</text> " } else { "</text>" });
    }

    /// Draws a mark: something that a reader may point at, that says `tip` then (what it is and how much), and leads somewhere if there is a link.
    /// The tip is the whole text, also where the drawing cuts it.
    pub(super) fn mark(&mut self, href: Option<&String>, tip: &str, draw: impl FnOnce(&mut Self)) {
        let href = href.filter(|href| is_safe_link(href));
        let tip = text::clean(tip);
        if tip.is_empty() && href.is_none() {
            return draw(self);
        }
        let end = if let Some(href) = href {
            self.linked = true;
            let _ = write!(self.body, "<a href=\"{}\">", escape(href));
            "</a>"
        } else {
            self.body.push_str("<g class=\"mark\">");
            "</g>"
        };
        if !tip.is_empty() {
            let _ = write!(self.body, "<title>{}</title>", escape(&text::fit(&tip, 1.0, 150.0)));
        }
        self.marked = true;
        draw(self);
        self.marked = false;
        self.body.push_str(end);
    }

    /// The whole `<svg>` element. One with links is a group, because the content of an image is hidden from assistive technology.
    pub(super) fn finish(self, frame: &Frame<'_>, kind: &str, height: f64) -> String {
        let Self { id, form, width, rtl, body, weaves, linked, marked: _ } = self;
        let form = match form {
            Form::Only => "",
            Form::Wide => " chart-wide",
            Form::Narrow => " chart-narrow",
        };
        let description = text::clean(frame.description);
        let (role, direction) = (if linked { "group" } else { "img" }, if rtl { "rtl" } else { "ltr" });
        let named_by = if description.is_empty() { format!("{id}-t") } else { format!("{id}-t {id}-d") };
        let (width, height) = (n(width), n(height.ceil()));
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"{role}\" aria-labelledby=\"{named_by}\" class=\"chart chart-{kind}{form}\" \
             viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" direction=\"{direction}\" font-family=\"sans-serif\">"
        );
        let _ = write!(out, "<title id=\"{id}-t\">{}</title>", escape(&text::clean(frame.title)));
        if !description.is_empty() {
            let _ = write!(out, "<desc id=\"{id}-d\">{}</desc>", escape(&description));
        }
        if !weaves.is_empty() {
            out.push_str("<defs>");
            for (hue, weave) in weaves {
                let (name, hex, surface) = (hue.name(), hue.hex(), Hue::Surface);
                let _ = write!(
                    out,
                    "<pattern id=\"{id}-{name}-{}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
                     <rect width=\"6\" height=\"6\" class=\"f-{name}\" fill=\"{hex}\"/><path d=\"{}\" class=\"s-{}\" fill=\"none\" \
                     stroke=\"{}\" stroke-width=\"{}\" stroke-opacity=\"0.75\" stroke-linecap=\"round\"/></pattern>",
                    weave.name(),
                    weave.strokes(),
                    surface.name(),
                    surface.hex(),
                    if weave == Weave::Dots { "1.8" } else { "1.2" },
                );
            }
            out.push_str("</defs>");
        }
        out + &body + "</svg>"
    }
}
