//! Owns what a picture's file says of itself without its pixels being looked at: its size, so that pages reserve its place before it is loaded, which way up it
//! is, whether it moves, and what it tells besides.

use quick_xml::Reader;
use quick_xml::events::Event;

mod pieces;
#[cfg(test)]
mod tests;

/// How many pixels a picture may have to be published. What is larger fills the memory of a telephone, however small the file is.
pub const MOST_PIXELS: u64 = 50_000_000;

/// Width and height in CSS pixels, the right way up; nothing where the file is no picture that says so, or has no extent.
pub fn size(bytes: &[u8], path: &str) -> Option<(u32, u32)> {
    if path.to_ascii_lowercase().ends_with(".svg") {
        return svg_size(bytes);
    }
    let size = imagesize::blob_size(bytes).ok()?;
    let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    if width == 0 || height == 0 {
        return None;
    }
    Some(if orientation(bytes) > 4 { (height, width) } else { (width, height) })
}

/// Why a picture of pixels is not published, as the end of a sentence that begins with its path; nothing where it is.
pub fn refusal(bytes: &[u8], path: &str) -> Option<String> {
    let (width, height) = size(bytes, path).filter(|_| !path.to_ascii_lowercase().ends_with(".svg"))?;
    let pixels = u64::from(width) * u64::from(height);
    (pixels > MOST_PIXELS).then(|| {
        let millions = |pixels: u64| pixels.div_ceil(1_000_000);
        format!("has {} million pixels, and {} million are as much as a page can show", millions(pixels), millions(MOST_PIXELS))
    })
}

/// The file of a picture without what it tells besides (place and time of a photograph, camera, names, comments). Nothing where it is of no format that
/// is known here, or ends before the picture does.
pub fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    pieces::bare(bytes)
}

/// Whether the picture moves, so that none of its images stands for it.
pub fn moves(bytes: &[u8]) -> bool {
    pieces::moves(bytes)
}

/// Which way up the pixels of a JPEG are, from 1 (as they stand) to 8, as Exif has it; from 5 on width and height change places.
pub fn orientation(bytes: &[u8]) -> u8 {
    exif_orientation(bytes).filter(|turned| (1..=8).contains(turned)).unwrap_or(1)
}

fn exif_orientation(bytes: &[u8]) -> Option<u8> {
    let mut at = 2;
    bytes.strip_prefix(&[0xff, 0xd8])?;
    let exif = loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let body = bytes.get(at + 4..at + 2 + length)?;
        match body.strip_prefix(b"Exif\0\0") {
            Some(exif) if marker == 0xe1 => break exif,
            _ if marker == 0xda => return None,
            _ => at += 2 + length,
        }
    };
    let little = exif.starts_with(b"II");
    let number = |at: usize, length: usize| {
        let bytes = exif.get(at..at.checked_add(length)?)?.iter();
        let put = |sum: usize, byte: &u8| sum << 8 | usize::from(*byte);
        Some(if little { bytes.rev().fold(0, put) } else { bytes.fold(0, put) })
    };
    let table = number(4, 4)?;
    let entries = number(table, 2)?;
    let entry = (0..entries).map(|index| table + 2 + 12 * index).find(|entry| number(*entry, 2) == Some(0x0112))?;
    u8::try_from(number(entry + 8, 2)?).ok()
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
