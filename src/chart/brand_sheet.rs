//! What a brand looks like on one sheet: its colours with their contrast on the grounds they stand on, its fonts, and the free space of its logo.

use super::gallery::Say;
use super::glyph;
use super::paint::{Hue, dash, fill, stroke, weight};
use super::svg::{BODY, CAPTION, Canvas, Form, NARROW, SMALL, STRONG, TITLE, Type, WIDE};
use super::{Cell, Frame, Picture, Table};
use crate::model::State;
use crate::model::value::Rgb;

/// Colours, fonts and logo.
#[derive(Clone, Debug)]
pub struct BrandSheet {
    /// The colours with their names.
    pub colours: Vec<(String, Rgb)>,
    /// The grounds that they stand on, with their names.
    pub grounds: Vec<(String, Rgb)>,
    /// The fonts: what each is for, and the families as CSS lists them.
    pub fonts: Vec<(String, String)>,
    /// The logo.
    pub logo: Option<Logo>,
    /// The words of the picture.
    pub words: Words,
}

/// How the logo is to stand.
#[derive(Clone, Debug)]
pub struct Logo {
    /// Width in parts of its height.
    pub aspect: f64,
    /// Free space on every side in parts of its height; none where nothing is said.
    pub clear: Option<f64>,
    /// What is to be kept to: a name and a value each.
    pub rules: Vec<(String, String)>,
}

/// The words of the picture.
#[derive(Clone, Debug)]
pub struct Words {
    /// Heading of the colours.
    pub colours: String,
    /// Heading of the fonts.
    pub fonts: String,
    /// Heading of the logo, and what stands in its place.
    pub logo: String,
    /// What a colour is enough for: text, signs only, neither.
    pub verdicts: [String; 3],
    /// Column headings of the table: part, value, ground, contrast, verdict.
    pub head: [String; 5],
}

/// A letter large enough to judge a colour by.
const LETTERS: Type = Type { size: 26.0, ..STRONG };
/// The height of a tile of colour.
const TILE: f64 = 74.0;
/// The space between tiles.
const GAP: f64 = 12.0;

/// Draws the sheet; `None` where there is neither colour nor font nor logo.
pub fn draw(frame: &Frame<'_>, input: &BrandSheet) -> Option<Picture> {
    if input.colours.is_empty() && input.fonts.is_empty() && input.logo.is_none() {
        return None;
    }
    let drawings = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, form));
    let [wide, narrow] = drawings;
    Some(frame.picture(wide, Some(narrow), table(frame, input)))
}

/// The contrast of two colours rounded down to a tenth, lest it read as enough.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    (one.contrast(other) * 10.0).floor() / 10.0
}

/// Which of the verdicts holds, with the sign that goes with it.
fn verdict(contrast: f64) -> (usize, State) {
    if contrast >= Rgb::LEGIBLE {
        (0, State::Achieved)
    } else if contrast >= Rgb::VISIBLE {
        (1, State::Behind)
    } else {
        (2, State::OffTrack)
    }
}

/// A ratio as it is written.
fn ratio(frame: &Frame<'_>, contrast: f64) -> String {
    forward(frame, &format!("{}\u{a0}:\u{a0}1", (frame.format.number)(contrast)))
}

/// What keeps its order from left to right on any page: a ratio would else be turned around, and the sign of a colour put at its end.
fn forward(frame: &Frame<'_>, text: &str) -> String {
    if frame.rtl { format!("\u{200e}{text}") } else { text.to_owned() }
}

fn table(frame: &Frame<'_>, input: &BrandSheet) -> Table {
    let mut rows = Vec::new();
    for (name, colour) in &input.colours {
        for (ground, on) in &input.grounds {
            let contrast = contrast(*colour, *on);
            rows.push(vec![
                Cell::words(name),
                Cell::coded(forward(frame, &colour.to_string()), colour.to_string()),
                Cell::words(ground),
                Cell::number(Some(contrast), |contrast| ratio(frame, contrast)),
                Cell::words(&input.words.verdicts[verdict(contrast).0]),
            ]);
        }
    }
    let rules = input.logo.iter().flat_map(|logo| &logo.rules);
    for (name, value) in input.fonts.iter().chain(rules) {
        let none = || Cell::words("");
        rows.push(vec![Cell::words(name), Cell::words(value), none(), Cell::number(None, |_| String::new()), none()]);
    }
    let keys = ["part", "value", "ground", "contrast", "verdict"];
    Table::new(keys.into_iter().zip(input.words.head.clone()), rows)
}

fn sheet(frame: &Frame<'_>, input: &BrandSheet, form: Form) -> String {
    let mut canvas = Canvas::new(frame, form, if form == Form::Wide { WIDE } else { NARROW });
    let mut y = 0.0;
    if !input.colours.is_empty() {
        y = headed(&mut canvas, y, &input.words.colours);
        for (name, colour) in &input.colours {
            y = swatch(&mut canvas, frame, input, (name, *colour), y);
        }
        y += 10.0;
    }
    if !input.fonts.is_empty() {
        y = headed(&mut canvas, y, &input.words.fonts);
        y = fonts(&mut canvas, input, y) + 10.0;
    }
    if let Some(logo) = &input.logo {
        y = headed(&mut canvas, y, &input.words.logo);
        y = self::logo(&mut canvas, frame, input, logo, y);
    }
    canvas.finish(frame, "brand-sheet", y + 2.0)
}

/// A heading with a line below it; gives the place below.
fn headed(canvas: &mut Canvas, y: f64, name: &str) -> f64 {
    let wide = canvas.width();
    canvas.text(0.0, y + 12.0, STRONG, &STRONG.fit(name, wide));
    canvas.line((0.0, y + 20.0), (wide, y + 20.0), stroke(Hue::Line, weight::EDGE));
    y + 32.0
}

/// A colour: a tile of it, and how it stands out from each ground.
fn swatch(canvas: &mut Canvas, frame: &Frame<'_>, input: &BrandSheet, (name, colour): (&str, Rgb), y: f64) -> f64 {
    let wide = canvas.width() > NARROW;
    let count = input.grounds.len() as f64;
    let (across, first) = if wide { (count + 1.0, 1.0) } else { (count.max(1.0), 0.0) };
    let broad = (canvas.width() - 2.0 - GAP * (across - 1.0)) / across;
    let own = if wide { broad } else { canvas.width() - 2.0 };
    canvas.text(1.0, y + 10.0, CAPTION, &CAPTION.fit(name, own));
    let top = y + 17.0;
    let code = forward(frame, &colour.to_string());
    canvas.mark(None, &frame.pair(name, &code), |canvas| {
        canvas.swatch([1.0, top, own, TILE], 4.0, colour);
        canvas.rect([1.0, top, own, TILE], 4.0, stroke(Hue::Line, weight::EDGE));
        canvas.sample(1.0 + own / 2.0, top + TILE / 2.0 + 5.0, TITLE, colour.ink(), &code);
    });
    // On narrow screens the grounds stand below the colour, with their names between.
    let row = if wide { y } else { top + TILE + 6.0 };
    for (index, (ground, on)) in input.grounds.iter().enumerate() {
        let x = 1.0 + (broad + GAP) * (index as f64 + first);
        let contrast = contrast(colour, *on);
        let (at, state) = verdict(contrast);
        let said = format!("{} · {}", ratio(frame, contrast), input.words.verdicts[at]);
        canvas.mark(None, &frame.pair(ground, &said), |canvas| {
            canvas.text(x, row + 10.0, SMALL, &SMALL.fit(ground, broad));
            canvas.swatch([x, row + 17.0, broad, TILE], 4.0, *on);
            canvas.rect([x, row + 17.0, broad, TILE], 4.0, stroke(Hue::Line, weight::EDGE));
            canvas.sample(x + broad / 2.0, row + 17.0 + 38.0, LETTERS, colour, "Aa");
            canvas.sample(x + broad / 2.0, row + 17.0 + 60.0, STRONG, on.ink(), &ratio(frame, contrast));
            glyph::state(canvas, x + 7.0, row + TILE + 30.0, 6.5, state);
            canvas.text(x + 20.0, row + TILE + 34.0, BODY, &BODY.fit(&input.words.verdicts[at], broad - 20.0));
        });
    }
    row + TILE + 52.0
}

/// Each font in its own letters, where the device has them.
fn fonts(canvas: &mut Canvas, input: &BrandSheet, mut y: f64) -> f64 {
    for (role, families) in &input.fonts {
        let wide = canvas.width();
        canvas.text(0.0, y + 10.0, CAPTION, &CAPTION.fit(role, wide));
        canvas.mark(None, families, |canvas| {
            let large = Type { size: 20.0, ..BODY };
            canvas.in_family(0.0, y + 34.0, large, families, &large.fit(families, wide));
        });
        y += 50.0;
    }
    y
}

/// The logo's place with the space that is to stay free around it, and beside or below it what is to be kept to.
fn logo(canvas: &mut Canvas, frame: &Frame<'_>, input: &BrandSheet, logo: &Logo, y: f64) -> f64 {
    let sound = |value: f64, low: f64, high: f64| if value.is_finite() { value.clamp(low, high) } else { low };
    let wide = canvas.width() > NARROW;
    let clear = logo.clear.map(|clear| sound(clear, 0.0, 2.0));
    // Logo and free space together take the same room whatever their shape.
    let room = (if wide { canvas.width() / 2.0 - 20.0 } else { canvas.width() - 2.0 }, 130.0);
    let (aspect, free) = (sound(logo.aspect, 0.2, 8.0), 2.0 * clear.unwrap_or(0.0));
    let high = (room.0 / (aspect + free)).min(room.1 / (1.0 + free));
    let (broad, margin) = (high * aspect, high * free / 2.0);
    let (x, top) = (1.0 + margin, y + 1.0 + margin);
    if clear.is_some_and(|clear| clear > 0.0) {
        let outer = [1.0, y + 1.0, broad + 2.0 * margin, high + 2.0 * margin];
        canvas.rect(outer, 0.0, fill(Hue::Surface).edged(Hue::Accent, weight::LINK).dashed(dash::ABSENT));
    }
    let tips: Vec<String> = logo.rules.iter().map(|(name, value)| frame.pair(name, value)).collect();
    canvas.mark(None, &frame.pair(&input.words.logo, &tips.join(" · ")), |canvas| {
        canvas.rect([x, top, broad, high], 0.0, fill(Hue::Tint).edged(Hue::Brand, weight::SIDE));
        let name = STRONG.fit(&input.words.logo, broad - 6.0);
        canvas.text(x + broad / 2.0, top + high / 2.0 + 4.0, STRONG.middle(), &name);
    });
    let bottom = top + high + margin;
    let (left, mut line) = if wide { (canvas.width() / 2.0, y + 12.0) } else { (0.0, bottom + 20.0) };
    for tip in &tips {
        let lines = BODY.wrap(tip, canvas.width() - left, 3);
        canvas.lines(left, line, BODY, &lines);
        line += lines.len() as f64 * BODY.leading() + 6.0;
    }
    bottom.max(line - 8.0)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> BrandSheet {
    let grey = |shade: u8| Rgb { channels: [shade; 3] };
    BrandSheet {
        colours: vec![
            (say("Leading colour", "اللون الرئيسي"), Rgb { channels: [0x1f, 0x4e, 0x79] }),
            (say("Second colour", "اللون الثاني"), Rgb { channels: [0xd9, 0x8a, 0x1c] }),
        ],
        grounds: vec![
            (say("On light pages", "على صفحات فاتحة"), Rgb::WHITE),
            (say("On dark pages", "على صفحات داكنة"), grey(0x14)),
        ],
        fonts: vec![(say("Headings", "العناوين"), "Georgia, serif".to_owned())],
        logo: Some(Logo {
            aspect: 2.5,
            clear: Some(0.5),
            rules: vec![
                (say("Free space on every side", "الفراغ من كل جانب"), say("0.5 × its height", "نصف ارتفاعه")),
                (say("Least height in print", "أدنى ارتفاع في الطباعة"), say("12 mm", "12 مم")),
            ],
        }),
        words: Words {
            colours: say("Colours", "الألوان"),
            fonts: say("Fonts", "الخطوط"),
            logo: say("Logo", "الشعار"),
            verdicts: [say("enough for text", "يكفي للنصوص"), say("for signs only", "للعلامات فقط"), say("too weak", "ضعيف جدًا")],
            head: [
                say("Part", "الجزء"),
                say("Value", "القيمة"),
                say("Ground", "الخلفية"),
                say("Contrast", "التباين"),
                say("Fit for", "يصلح"),
            ],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn brand(label: &str, colours: usize, aspect: f64, clear: f64) -> BrandSheet {
        let word = || label.to_owned();
        BrandSheet {
            colours: (0..colours).map(|index| (word(), Rgb { channels: [(index * 40 % 256) as u8; 3] })).collect(),
            grounds: vec![(word(), Rgb::WHITE), (word(), Rgb::BLACK), (word(), Rgb { channels: [0x80; 3] })],
            fonts: vec![(word(), word())],
            logo: Some(Logo { aspect, clear: Some(clear), rules: vec![(word(), word()), (word(), word())] }),
            words: Words {
                colours: word(),
                fonts: word(),
                logo: word(),
                verdicts: std::array::from_fn(|_| word()),
                head: std::array::from_fn(|_| word()),
            },
        }
    }

    #[test]
    fn sound_with_any_text_and_shape() {
        for label in HOSTILE {
            probe::both(|frame| probe::sound(&draw(frame, &brand(label, 3, 2.5, 0.5)).unwrap()));
        }
        for (aspect, clear) in [(0.0, 0.0), (f64::NAN, f64::INFINITY), (1e9, 4.0), (0.01, -1.0)] {
            probe::both(|frame| probe::sound(&draw(frame, &brand("Logo", 9, aspect, clear)).unwrap()));
        }
    }

    #[test]
    fn contrast_is_never_told_as_more_than_it_is() {
        let grey = |shade: u8| Rgb { channels: [shade; 3] };
        // 4.48 to 1 on white: it must not read as the 4.5 that text needs.
        assert_eq!(contrast(grey(0x77), Rgb::WHITE), 4.4);
        assert_eq!(verdict(contrast(grey(0x77), Rgb::WHITE)).0, 1);
        assert_eq!((verdict(4.5).0, verdict(3.0).0, verdict(2.9).0), (0, 1, 2));
    }

    #[test]
    fn nothing_gives_no_picture() {
        let empty = BrandSheet { fonts: Vec::new(), logo: None, ..brand("a", 0, 1.0, 1.0) };
        probe::both(|frame| assert!(draw(frame, &empty).is_none()));
    }
}
