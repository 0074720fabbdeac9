//! Owns the tests of what pictures' files say: files made by hand, whole, cut off and spoilt at every byte.

use super::{bare, moves, orientation, refusal, size};

/// A JPEG of four by two pixels that never gets to its pixels: a photograph with a place, a preview of it, a comment and a second picture behind it.
fn jpeg(turned: u8) -> Vec<u8> {
    let mut out = vec![0xff, 0xd8];
    let mut part = |marker: u8, body: &[u8]| {
        out.extend([0xff, marker]);
        out.extend(u16::try_from(body.len() + 2).unwrap().to_be_bytes());
        out.extend(body);
    };
    part(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0");
    let mut exif = b"Exif\0\0II\x2a\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([turned, 0, 0, 0]);
    exif.extend(b"\x25\x88\x04\0\x01\0\0\0\0\0\0\0\0\0\0\0SECRET-PLACE");
    part(0xe1, &exif);
    part(0xe1, b"http://ns.adobe.com/xap/1.0/\0SECRET-NAME");
    part(0xe2, b"ICC_PROFILE\0\x01\x01colours");
    part(0xe2, b"MPF\0SECRET-PREVIEW");
    part(0xed, b"Photoshop 3.0\0SECRET-EDITOR");
    part(0xfe, b"SECRET-COMMENT");
    part(0xc0, &[8, 0, 2, 0, 4, 1, 1, 0x11, 0]);
    part(0xda, &[1, 1, 0, 0, 63, 0]);
    out.extend([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]);
    out.extend(b"SECRET-SECOND-PICTURE");
    out
}

fn chunk(out: &mut Vec<u8>, name: &[u8; 4], body: &[u8], png: bool) {
    let length = u32::try_from(body.len()).unwrap();
    if png {
        out.extend(length.to_be_bytes());
        out.extend(name);
        out.extend(body);
        out.extend([0; 4]);
    } else {
        out.extend(name);
        out.extend(length.to_le_bytes());
        out.extend(body);
        out.extend(vec![0; body.len() % 2]);
    }
}

fn png(parts: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut out, b"IHDR", &[0, 0, 0, 4, 0, 0, 0, 2, 8, 2, 0, 0, 0], true);
    for (name, body) in parts {
        chunk(&mut out, name, body, true);
    }
    out
}

fn webp(parts: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    for (name, body) in parts {
        chunk(&mut out, name, body, false);
    }
    let length = u32::try_from(out.len() - 8).unwrap();
    out[4..8].copy_from_slice(&length.to_le_bytes());
    out
}

fn gif(comment: bool) -> Vec<u8> {
    let mut out = b"GIF89a\x04\0\x02\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
    out.extend(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0");
    if comment {
        out.extend(b"\x21\xfe\x06SECRET\0\x21\xff\x0bXMP DataXMP\x06SECRET\0");
    }
    out.extend(b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x04\0\x02\0\0\x02\x02\x44\x01\0\x3b");
    out
}

fn has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

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
    assert_eq!(size(&png(&[]), "a.png"), Some((4, 2)));
    for extent in [16..20, 20..24] {
        let mut flat = png(&[]);
        flat[extent.clone()].fill(0);
        assert_eq!(size(&flat, "a.png"), None, "no extent at {extent:?}");
    }
}

#[test]
fn a_picture_lying_on_its_side_is_as_high_as_it_is_wide() {
    for (turned, expected) in [(1, (4, 2)), (3, (4, 2)), (5, (2, 4)), (6, (2, 4)), (8, (2, 4)), (0, (4, 2)), (9, (4, 2))] {
        assert_eq!(size(&jpeg(turned), "a.jpg"), Some(expected), "{turned}");
    }
}

#[test]
fn what_a_picture_tells_besides_is_left_out() {
    let own = bare(&jpeg(6)).unwrap();
    assert!(!has(&own, "SECRET") && has(&own, "ICC_PROFILE") && has(&own, "JFIF") && own.ends_with(&[0x56, 0xff, 0xd9]));
    assert_eq!((orientation(&own), size(&own, "a.jpg")), (6, Some((2, 4))));
    assert!(!has(&bare(&jpeg(1)).unwrap(), "Exif"));
    assert_eq!(bare(&own).as_ref(), Some(&own));

    let secret: &[u8] = b"SECRET";
    let own =
        bare(&png(&[(b"eXIf", secret), (b"tEXt", secret), (b"iCCP", b"x"), (b"IDAT", b"1"), (b"tIME", secret), (b"IEND", b"")]));
    assert_eq!(own.unwrap(), png(&[(b"iCCP", b"x"), (b"IDAT", b"1"), (b"IEND", b"")]));

    let own = bare(&webp(&[
        (b"VP8X", &[0b0010_1100, 0, 0, 0]),
        (b"ICCP", b"abc"),
        (b"VP8 ", b"1"),
        (b"EXIF", secret),
        (b"XMP ", secret),
    ]));
    assert_eq!(own.unwrap(), webp(&[(b"VP8X", &[0b0010_0000, 0, 0, 0]), (b"ICCP", b"abc"), (b"VP8 ", b"1")]));

    assert_eq!(bare(&gif(true)).unwrap(), gif(false));
}

#[test]
fn a_file_that_ends_too_early_is_seen_and_none_breaks_the_reader() {
    let whole =
        [jpeg(6), png(&[(b"IDAT", b"12345"), (b"IEND", b"")]), webp(&[(b"VP8X", &[0, 0, 0, 0]), (b"VP8 ", b"12345")]), gif(true)];
    for bytes in whole {
        assert!(bare(&bytes).is_some());
        let needed = if bytes[0] == 0xff { bytes.len() - b"SECRET-SECOND-PICTURE".len() } else { bytes.len() };
        for end in 0..needed - usize::from(bytes[0] == b'R') {
            assert!(bare(&bytes[..end]).is_none(), "{end} of {needed} bytes of {:?}", &bytes[..4]);
        }
        for at in 0..bytes.len() {
            for byte in [0x00, 0x7f, 0x80, 0xd9, 0xff] {
                let mut spoilt = bytes.clone();
                spoilt[at] = byte;
                let (_, _, _) = (bare(&spoilt), moves(&spoilt), size(&spoilt, "a.jpg"));
            }
        }
    }
    assert!([&b""[..], b"\xff\xd8", b"\xff\xd8\xff", b"RIFF", b"GIF89a", b"nonsense"].iter().all(|bytes| bare(bytes).is_none()));
}

#[test]
fn moving_pictures_are_told_from_others() {
    assert!(moves(&gif(false)));
    assert!(moves(&webp(&[(b"VP8X", &[2, 0, 0, 0]), (b"ANIM", b"123456"), (b"ANMF", b"1")])));
    assert!(moves(&png(&[(b"acTL", b"12345678"), (b"IDAT", b"1")])));
    assert!(!moves(&png(&[(b"IDAT", b"1"), (b"acTL", b"12345678")])));
    assert!(!moves(&webp(&[(b"VP8 ", b"1")])) && !moves(&jpeg(1)) && !moves(b"") && !moves(b"GIF"));
}

#[test]
fn a_picture_larger_than_any_page_is_refused_by_its_head() {
    let mut bomb = png(&[(b"IDAT", b"1"), (b"IEND", b"")]);
    bomb[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    assert!(refusal(&bomb, "assets/a.png").unwrap().contains("4295 million pixels"));
    assert_eq!(refusal(&jpeg(1), "assets/a.jpg"), None);
    assert_eq!(refusal(br#"<svg viewBox="0 0 99999 99999"/>"#, "assets/a.svg"), None);
}
