//! Owns the size of pictures, so that pages reserve their place before they are loaded; it is told from the file's first bytes alone.

use quick_xml::Reader;
use quick_xml::events::Event;

/// Width and height in CSS pixels; nothing where the file is no picture that says so.
pub fn size(bytes: &[u8], path: &str) -> Option<(u32, u32)> {
    if path.to_ascii_lowercase().ends_with(".svg") {
        return svg_size(bytes);
    }
    let size = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// The size that the root element gives, by width and height or else by its view box.
fn svg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut reader = Reader::from_reader(bytes);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) => {
                let attribute = |name: &str| {
                    let found = element.attributes().filter_map(Result::ok).find(|attribute| attribute.key.as_ref() == name)?;
                    Some(found.value.into_owned())
                };
                let pixels = |text: String| text.trim().trim_end_matches("px").parse::<f64>().ok();
                let given = attribute("width").and_then(pixels).zip(attribute("height").and_then(pixels));
                let (width, height) = given.or_else(|| view_box(&attribute("viewBox")?))?;
                let whole = |length: f64| (1.0..=100_000.0).contains(&length).then_some(length.round() as u32);
                return whole(width).zip(whole(height));
            }
            Event::Eof => return None,
            _ => buffer.clear(),
        }
    }
}

fn view_box(text: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = text.split([' ', ',']).filter_map(|part| part.parse().ok()).collect();
    let [_, _, width, height] = numbers[..] else { return None };
    Some((width, height))
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_read_or_refused() {
        for (svg, expected) in [
            (r#"<?xml version="1.0"?><!-- a --><svg width="120px" height="40" viewBox="0 0 1 1"/>"#, Some((120, 40))),
            (r#"<svg viewBox="0 0 300,150"></svg>"#, Some((300, 150))),
            (r#"<svg width="100%" height="100%"/>"#, None),
            (r#"<svg width="-4" height="4"/>"#, None),
            ("not a picture", None),
            ("", None),
        ] {
            assert_eq!(size(svg.as_bytes(), "assets/a.svg"), expected, "{svg}");
        }
        assert_eq!(size(b"GIF89a\x03\x00\x02\x00\x80\x00\x00\x00\x00\x00", "a.gif"), Some((3, 2)));
        assert_eq!(size(b"nonsense", "a.png"), None);
    }
}
