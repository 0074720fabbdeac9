//! Owns the step from pixels to a small PNG: few colours, told by number. Drawings of letters on flat grounds need no more.

use std::collections::BTreeMap;

/// Colours that a PNG can tell by number.
const MOST: usize = 256;

/// Pixels that are looked at together: most of a drawing is of one colour for long stretches, which is told at once.
const STRETCH: usize = 32;

/// Opaque pixels (red, green, blue and a fourth that does not count) as a PNG. Where there are more than 256 colours, rare ones become those beside them.
pub(super) fn png(pixels: &[u8], width: u32, height: u32) -> Option<Vec<u8>> {
    let runs = runs(pixels);
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for (colour, length) in &runs {
        *counts.entry(*colour).or_default() += length;
    }
    let palette = chosen(&counts);
    let number: BTreeMap<u32, u8> = counts.keys().map(|colour| (*colour, nearest(&palette, *colour))).collect();
    let mut numbers = vec![0u8; pixels.len() / 4];
    let mut at = 0;
    for (colour, length) in &runs {
        numbers.get_mut(at..at + length)?.fill(*number.get(colour)?);
        at += length;
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.iter().flat_map(|colour| colour.to_be_bytes().into_iter().skip(1)).collect::<Vec<u8>>());
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&numbers).ok()?;
    writer.finish().ok()?;
    Some(out)
}

/// Colours in the order of the pixels, each with how often it follows itself.
fn runs(pixels: &[u8]) -> Vec<(u32, usize)> {
    let mut runs: Vec<(u32, usize)> = Vec::new();
    let mut flat = [0u8; STRETCH * 4];
    let mut put = |pixel: &[u8], length: usize| {
        let colour = u32::from_be_bytes([0, pixel[0], pixel[1], pixel[2]]);
        match runs.last_mut() {
            Some((last, count)) if *last == colour => *count += length,
            _ => runs.push((colour, length)),
        }
    };
    for stretch in pixels.chunks(STRETCH * 4) {
        if flat.get(..stretch.len()) == Some(stretch) {
            put(stretch, stretch.len() / 4);
            continue;
        }
        for pixel in stretch.chunks_exact(4) {
            put(pixel, 1);
        }
        if let Some(last) = stretch.last_chunk::<4>() {
            flat = std::array::from_fn(|at| last[at % 4]);
        }
    }
    runs
}

/// All colours where they are few enough; else the most frequent of each neighbourhood, which is made as small as can be.
fn chosen(counts: &BTreeMap<u32, usize>) -> Vec<u32> {
    for dropped in 0..8 {
        let mask = u32::from_be_bytes([0, 0xff, 0xff, 0xff].map(|part: u8| (part >> dropped) << dropped));
        let mut neighbourhoods: BTreeMap<u32, (usize, u32)> = BTreeMap::new();
        for (colour, count) in counts {
            let best = neighbourhoods.entry(colour & mask).or_default();
            *best = (*best).max((*count, *colour));
        }
        if neighbourhoods.len() <= MOST {
            return neighbourhoods.into_values().map(|(_, colour)| colour).collect();
        }
    }
    Vec::new()
}

fn nearest(palette: &[u32], colour: u32) -> u8 {
    let apart = |other: u32| -> i32 {
        let part = |value: u32, at: usize| i32::from(value.to_be_bytes()[at]);
        (1..4).map(|at| (part(colour, at) - part(other, at)).pow(2)).sum()
    };
    let found = palette.iter().position(|other| *other == colour);
    let found = found.or_else(|| palette.iter().enumerate().min_by_key(|(_, other)| apart(**other)).map(|(index, _)| index));
    u8::try_from(found.unwrap_or_default()).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::png;

    #[test]
    fn few_colours_stay_as_they_are_and_many_stay_near() {
        let few: Vec<u8> = (0..64u8).flat_map(|at| [at % 3 * 90, at % 5 * 40, 7, 255]).collect();
        let many: Vec<u8> = (0..4096u32).flat_map(|at| [(at / 64 * 4) as u8, (at % 64 * 4) as u8, 9, 255]).collect();
        for (pixels, side, most) in [(few, 8, 0), (many, 64, 32)] {
            let file = png(&pixels, side, side).unwrap();
            assert_eq!(file, png(&pixels, side, side).unwrap());
            let read = image::load_from_memory(&file).unwrap().into_rgb8();
            for (pixel, meant) in read.pixels().zip(pixels.chunks_exact(4)) {
                assert!(pixel.0.iter().zip(meant).all(|(one, other)| one.abs_diff(*other) <= most), "{pixel:?} for {meant:?}");
            }
        }
    }
}
