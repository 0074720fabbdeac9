//! Owns the way through the parts of a picture file, which leaves out everything that is not needed to show it: the place and the hour of a photograph,
//! the camera's number, names, comments, and whatever follows the picture's end. The pixels are not touched.

use super::orientation;

/// The file without what it tells besides the picture. Nothing where it is of no format that is known here, or ends before the picture does.
pub(super) fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        jpeg(bytes)
    } else if bytes.starts_with(PNG) {
        png(bytes)
    } else if is_webp(bytes) {
        webp(bytes)
    } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        gif(bytes)
    } else {
        None
    }
}

/// Whether the picture moves, so that none of its images stands for it.
pub(super) fn moves(bytes: &[u8]) -> bool {
    if is_webp(bytes) {
        return chunks(bytes, 12, u32::from_le_bytes, 0).into_iter().flatten().any(|(name, _)| name == b"ANIM");
    }
    bytes.starts_with(b"GIF8")
        || bytes.starts_with(PNG)
            && chunks(bytes, 8, u32::from_be_bytes, 4)
                .into_iter()
                .flatten()
                .take_while(|(name, _)| *name != b"IDAT")
                .any(|(name, _)| name == b"acTL")
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Parts of a PNG that change what is seen, moving pictures included.
const PNG_PARTS: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs", b"hIST", b"cICP",
    b"acTL", b"fcTL", b"fdAT",
];
/// The same of a WebP.
const WEBP_PARTS: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

fn is_webp(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
}

fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = vec![0xff, 0xd8];
    let turned = orientation(bytes);
    let mut at = 2;
    loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        match marker {
            // Fill bytes may stand before a marker.
            0xff => {
                at += 1;
                continue;
            }
            0xd9 => {
                out.extend([0xff, 0xd9]);
                return Some(out);
            }
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let body = bytes.get(at + 4..at + 2 + length)?;
        let keep = match marker {
            0xe0 => body.starts_with(b"JFIF\0"),
            0xe2 => body.starts_with(b"ICC_PROFILE\0"),
            0xee => body.starts_with(b"Adobe"),
            0xe1..=0xef | 0xfe => false,
            _ => true,
        };
        if marker == 0xe1 && turned > 1 && body.starts_with(b"Exif\0\0") && !out.windows(6).any(|six| six == b"Exif\0\0") {
            out.extend(exif(turned));
        }
        if keep {
            out.extend(&bytes[at..at + 2 + length]);
        }
        at += 2 + length;
        if marker == 0xda {
            // The compressed pixels go on up to the next marker that is neither an escape nor a restart.
            let start = at;
            loop {
                at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
                match *bytes.get(at + 1)? {
                    0x00 | 0xd0..=0xd7 => at += 2,
                    0xff => at += 1,
                    _ => break,
                }
            }
            out.extend(&bytes[start..at]);
        }
    }
}

/// The part of a JPEG that says which way up it is, and nothing else.
fn exif(turned: u8) -> Vec<u8> {
    let mut part = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    part.extend([turned, 0, 0, 0, 0, 0, 0]);
    part
}

/// The chunks of a file made of them: name and the whole chunk. `tail` bytes follow each. It ends with the first that is cut off, as `None`.
fn chunks(
    bytes: &[u8],
    start: usize,
    number: fn([u8; 4]) -> u32,
    tail: usize,
) -> Option<impl Iterator<Item = (&[u8; 4], &[u8])>> {
    let mut at = start;
    let first_is_length = tail > 0;
    let word = move |at: usize| bytes.get(at..at + 4).and_then(|word| <&[u8; 4]>::try_from(word).ok());
    word(start)?;
    Some(std::iter::from_fn(move || {
        let (one, two) = (word(at)?, word(at + 4)?);
        let (name, length) = if first_is_length { (two, one) } else { (one, two) };
        let length = usize::try_from(number(*length)).ok()?;
        // Chunks of a RIFF file begin at even places.
        let whole = 8usize.checked_add(length)?.checked_add(if first_is_length { tail } else { length % 2 })?;
        let mut chunk = bytes.get(at..at.checked_add(whole)?);
        if !first_is_length {
            // Some programs leave out the byte that makes the last place even.
            chunk = chunk.or_else(|| bytes.get(at..at.checked_add(8 + length)?));
        }
        let chunk = chunk?;
        at += whole;
        Some((name, chunk))
    }))
}

fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = PNG.to_vec();
    for (name, chunk) in chunks(bytes, 8, u32::from_be_bytes, 4)? {
        if PNG_PARTS.contains(&name) {
            out.extend(chunk);
        }
        if name == b"IEND" {
            return Some(out);
        }
    }
    None
}

fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let said = u32::from_le_bytes(*<&[u8; 4]>::try_from(bytes.get(4..8)?).ok()?);
    let bytes = bytes.get(..8usize.checked_add(usize::try_from(said).ok()?)?)?;
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    for (name, chunk) in chunks(bytes, 12, u32::from_le_bytes, 0)? {
        if WEBP_PARTS.contains(&name) {
            let start = out.len();
            out.extend(chunk);
            if name == b"VP8X" {
                // Two flags say that there are metadata.
                *out.get_mut(start + 8)? &= !0b1100;
            }
        }
    }
    let size = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    (out.len() > 12).then_some(out)
}

fn gif(bytes: &[u8]) -> Option<Vec<u8>> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut out = bytes.get(..at)?.to_vec();
    loop {
        let start = at;
        let keep = match *bytes.get(at)? {
            0x3b => {
                out.push(0x3b);
                return Some(out);
            }
            0x2c => {
                at += 11 + table(*bytes.get(at + 9)?);
                true
            }
            0x21 => {
                let label = *bytes.get(at + 1)?;
                at += 2;
                let name = bytes.get(at + 1..at + 12).unwrap_or_default();
                label == 0xf9 || label == 0xff && [&b"NETSCAPE2.0"[..], b"ANIMEXTS1.0"].contains(&name)
            }
            _ => return None,
        };
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
        if keep {
            out.extend(bytes.get(start..at)?);
        }
    }
}
