//! Makes a drawing of the site into one that stands alone, for documents and slides: colours in the place of classes, a white ground and a margin,
//! no links, and nothing that only browsers understand. Apart because it reads what `svg` wrote, and every chart is written by that alone.

use super::colours::Colours;
use super::svg::escape;
use super::text;

/// The white space around the drawing, in its own units.
const MARGIN: f64 = 16.0;

/// Fonts that the programs of offices have; the last is known by every engine.
const FONTS: &str = "Arial, Helvetica, sans-serif";

/// The drawing as a file: a whole `<svg>` element with its title and description, in a language.
///
/// Engines other than browsers differ in what they know of direction, so each line from right to left is anchored as if there were none, and says its
/// own direction; those that don't know textures show the plain colour below them.
pub fn alone(svg: &str, lang: &str, colours: &Colours) -> String {
    let mut out = String::with_capacity(svg.len() + svg.len() / 4);
    let mut page_rtl = false;
    let mut lines = Lines::default();
    let mut rest = svg;
    while let Some(open) = rest.find('<') {
        lines.text(&mut out, &rest[..open]);
        let Some(close) = rest[open..].find('>').map(|close| open + close) else { break };
        let tag = &rest[open..=close];
        rest = &rest[close + 1..];
        match name(tag) {
            "svg" => {
                page_rtl = get(tag, "direction") == Some("rtl");
                out.push_str(&root(tag, lang));
            }
            "/svg" => out.push_str(tag),
            "a" => out.push_str("<g>"),
            "/a" => out.push_str("</g>"),
            // The ground comes behind everything, and after what names the picture.
            "defs" | "g" | "rect" | "path" | "line" | "circle" | "text" if !lines.ground => {
                lines.ground = true;
                out.push_str(&ground(svg));
                painted(&mut out, tag, colours, &mut lines, page_rtl);
            }
            "text" | "/text" | "tspan" | "/tspan" | "rect" | "path" | "line" | "circle" | "g" | "pattern" => {
                painted(&mut out, tag, colours, &mut lines, page_rtl);
            }
            _ => out.push_str(tag),
        }
    }
    out.push('\n');
    out
}

/// A page with the colours of a theme in its drawings, for engines whose style sheets don't reach into drawings.
pub fn dyed(html: &str, colours: &Colours) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find("<svg") {
        let end = rest[open..].find("</svg>").map_or(rest.len(), |end| open + end);
        out.push_str(&rest[..open]);
        for piece in rest[open..end].split_inclusive('>') {
            let tag = piece.find('<').map_or("", |at| &piece[at..]);
            let class = get(tag, "class").unwrap_or_default();
            let mut piece = piece.to_owned();
            for class in class.split(' ') {
                let key = if class.starts_with("s-") { "stroke" } else { "fill" };
                if let (Some(old), Some(new)) = (get(tag, key).filter(|old| old.starts_with('#')), colours.of_class(class)) {
                    piece = piece.replace(&format!(" {key}=\"{old}\""), &format!(" {key}=\"{new}\""));
                }
            }
            out.push_str(&piece);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// What has to be remembered from one tag to the next.
#[derive(Default)]
struct Lines {
    ground: bool,
    rtl: bool,
    within: bool,
    pattern: bool,
}

impl Lines {
    /// Writes what stands between tags; a line from right to left between the signs that say so, where it holds more than letters of that direction:
    /// engines that don't know the signs would draw them.
    fn text(&self, out: &mut String, text: &str) {
        let mixed = || text::reads_within(text, true) == Some(true) && text.contains(|c: char| c.is_ascii_graphic());
        if self.within && self.rtl && mixed() {
            out.push('\u{202b}');
            out.push_str(text);
            out.push('\u{202c}');
        } else {
            out.push_str(text);
        }
    }
}

/// The name of a tag, with its slash where it ends an element.
fn name(tag: &str) -> &str {
    let inner = tag.trim_start_matches('<');
    let end = inner.find([' ', '>']).unwrap_or(inner.len());
    if let Some(closing) = inner.strip_prefix('/') {
        &inner[..=closing.find([' ', '>']).unwrap_or(closing.len())]
    } else {
        &inner[..end]
    }
}

/// The attributes of a tag as `svg` writes them: a space, a name, a value in double quotes.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag.find(' ').map_or("", |at| &tag[at + 1..]);
    std::iter::from_fn(move || {
        let (key, after) = rest.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        rest = after.trim_start();
        Some((key.trim(), value))
    })
}

fn get<'a>(tag: &'a str, key: &str) -> Option<&'a str> {
    attributes(tag).find(|(name, _)| *name == key).map(|(_, value)| value)
}

fn size(tag: &str, key: &str) -> f64 {
    get(tag, key).and_then(|value| value.parse().ok()).unwrap_or(0.0)
}

/// The first tag: no class, a margin, a language.
fn root(tag: &str, lang: &str) -> String {
    let (width, height) = (size(tag, "width") + 2.0 * MARGIN, size(tag, "height") + 2.0 * MARGIN);
    let named = get(tag, "aria-labelledby").unwrap_or_default();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{named}\" xml:lang=\"{}\" \
         viewBox=\"-{MARGIN} -{MARGIN} {width} {height}\" width=\"{width}\" height=\"{height}\" direction=\"ltr\" font-family=\"{FONTS}\">",
        escape(lang)
    )
}

fn ground(svg: &str) -> String {
    let tag = svg.find('>').map_or("", |end| &svg[..end]);
    let (width, height) = (size(tag, "width") + 2.0 * MARGIN, size(tag, "height") + 2.0 * MARGIN);
    format!("<rect x=\"-{MARGIN}\" y=\"-{MARGIN}\" width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>")
}

/// A tag with the colours of its classes, and lines of text anchored without a direction.
fn painted(out: &mut String, tag: &str, colours: &Colours, lines: &mut Lines, page_rtl: bool) {
    let kind = name(tag);
    match kind {
        "pattern" => lines.pattern = true,
        "/text" => (lines.within, lines.rtl) = (false, false),
        "text" => {
            lines.within = true;
            lines.rtl = get(tag, "direction").map_or(page_rtl, |direction| direction == "rtl");
        }
        // The ground of a texture is laid below it as an area of its own.
        "rect" if lines.pattern => {
            lines.pattern = false;
            return;
        }
        _ => {}
    }
    if kind.starts_with('/') {
        return out.push_str(tag);
    }
    let class = get(tag, "class").unwrap_or_default();
    let colour = |start: &str| class.split(' ').find(|class| class.starts_with(start)).and_then(|class| colours.of_class(class));
    if let Some(plain) = get(tag, "fill").and_then(|fill| fill.strip_prefix("url(#")).and_then(|id| plain(id, colours)) {
        let below = tag.replace(get(tag, "fill").unwrap_or_default(), plain);
        painted(out, &below, colours, lines, page_rtl);
    }
    out.push('<');
    out.push_str(kind);
    let swap = lines.rtl && kind == "text";
    for (key, value) in attributes(tag) {
        let value = match key {
            "class" | "direction" => continue,
            "text-anchor" if swap && value == "end" => continue,
            "fill" => colour("f-").unwrap_or(value),
            "stroke" => colour("s-").unwrap_or(value),
            _ => value,
        };
        out.extend([" ", key, "=\"", value, "\""]);
    }
    if swap && get(tag, "text-anchor").is_none() {
        out.push_str(" text-anchor=\"end\"");
    }
    out.push_str(if tag.ends_with("/>") { "/>" } else { ">" });
}

/// The plain colour of a texture, by the id of its pattern: what stands before the last hyphen ends in the name of the role.
fn plain<'a>(id: &str, colours: &'a Colours) -> Option<&'a str> {
    let (start, _) = id.strip_suffix(')')?.rsplit_once('-')?;
    let two = start.rsplitn(3, '-').take(2).collect::<Vec<_>>();
    let both = || Some(format!("f-{}-{}", two.get(1)?, two.first()?));
    both().and_then(|class| colours.of_class(&class)).or_else(|| colours.of_class(&format!("f-{}", two.first()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::paint::{Hue, Weave, fill, woven};
    use crate::chart::probe;
    use crate::chart::svg::{BODY, Canvas, Form};

    #[test]
    fn drawings_of_a_page_take_the_colours_of_a_theme() {
        let theme = |name: &str| (name == "--c-brand").then_some(crate::model::value::Rgb::BLACK);
        let html = format!(
            "<p class=\"f-brand\"><svg><rect class=\"f-brand s-line\" fill=\"{0}\" stroke=\"#d8dee3\"/></svg>",
            Hue::Brand.hex()
        );
        let expected = html.replace(Hue::Brand.hex(), "#000000");
        assert_eq!(dyed(&html, &Colours::of_theme(&theme)), expected);
    }

    #[test]
    fn colours_take_the_place_of_classes_and_textures_have_a_plain_ground() {
        probe::both(|frame| {
            let mut canvas = Canvas::new(frame, Form::Only, 100.0);
            canvas.rect([0.0, 0.0, 10.0, 10.0], 0.0, fill(Hue::Brand).edged(Hue::Line, 1.0));
            canvas.rect([0.0, 0.0, 10.0, 10.0], 0.0, woven(Hue::Bad, Weave::Rising));
            let grey = |shade: u8| Some(crate::model::value::Rgb { channels: [shade; 3] });
            let theme = |name: &str| match name {
                "--c-brand" => grey(1),
                "--c-line" => grey(2),
                "--c-bad" => grey(3),
                _ => None,
            };
            let svg = alone(&canvas.finish(frame, "x", 20.0), "fr", &Colours::of_theme(&theme));
            assert!(svg.contains("fill=\"#010101\" stroke=\"#020202\""), "{svg}");
            assert!(svg.contains("fill=\"#030303\"/><rect x=") && svg.contains("url(#p1-bad-rising)"), "{svg}");
            assert!(svg.contains("viewBox=\"-16 -16 132 52\" width=\"132\"") && svg.contains("xml:lang=\"fr\""), "{svg}");
            assert!(svg.contains("<title id=\"p1-t\">A &lt;title&gt;</title>") && svg.contains("<desc"), "{svg}");
            let ground = svg.find("fill=\"#ffffff\"").unwrap();
            assert!(svg.find("</desc>").unwrap() < ground && ground < svg.find("<defs>").unwrap(), "{svg}");
        });
    }

    #[test]
    fn lines_are_anchored_without_a_direction() {
        probe::both(|frame| {
            let mut canvas = Canvas::new(frame, Form::Only, 100.0);
            for (text, kind) in [("Latin", BODY), ("عربي 5", BODY), ("عربي (a)", BODY.end()), ("عربي", BODY.middle())]
            {
                canvas.text(10.0, 10.0, kind, text);
            }
            let svg = alone(&canvas.finish(frame, "x", 20.0), "ar", &Colours::default());
            let lines: Vec<&str> = svg.split("<text ").skip(1).collect();
            let anchor = |at: usize| get(&format!("<text {}", lines[at]), "text-anchor").map(str::to_owned);
            // On a page from right to left the drawing is mirrored, so what begins a line lies at its right end.
            let (start, end) = (None, Some("end".to_owned()));
            let expected = if frame.rtl { [end.clone(), end, start] } else { [start.clone(), start, end] };
            assert_eq!([anchor(0), anchor(1), anchor(2)], expected, "{svg}");
            assert_eq!(anchor(3).as_deref(), Some("middle"));
            assert_eq!(svg.matches('\u{202b}').count(), 2, "{svg}");
            assert_eq!(svg.matches("direction=").count(), 1, "{svg}");
        });
    }
}
