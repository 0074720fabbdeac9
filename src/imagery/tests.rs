//! Owns the tests of pictures: photographs of every sort become sizes, and titles of every sort become cards.
#![cfg(feature = "images")]

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Mutex;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::{CARD_HEIGHT, CARD_WIDTH, Cache, NoCache, Photo, Room, Studio, legible, photo};

/// Keeps everything in memory, and counts what was found.
#[derive(Default)]
struct Memory {
    kept: Mutex<BTreeMap<String, Vec<u8>>>,
    found: Mutex<usize>,
}

impl Cache for Memory {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        let found = self.kept.lock().unwrap().get(key).cloned();
        *self.found.lock().unwrap() += usize::from(found.is_some());
        found
    }

    fn put(&self, key: &str, bytes: &[u8]) {
        self.kept.lock().unwrap().insert(key.to_owned(), bytes.to_vec());
    }
}

/// Hills with grain, whose upper left corner is red.
fn landscape(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(2_246_822_519) >> 26;
        let shade = |part: u32| u8::try_from((part + grain) % 256).unwrap();
        if x < width / 4 && y < height / 4 {
            Rgb([230, 20, 20])
        } else {
            Rgb([shade(x * 90 / width), shade(60 + y * 120 / height), shade(80)])
        }
    })
}

fn file(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    file(&landscape(width, height).into(), ImageFormat::Jpeg)
}

/// A JPEG with an Exif part that says which way up it is, and where it was taken.
fn lying(turned: u8, width: u32, height: u32) -> Vec<u8> {
    let plain = jpeg(width, height);
    let mut exif = b"\xff\xe1\0\x2eExif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([turned, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"SECRET-PLACE");
    [&plain[..2], &exif, &plain[2..]].concat()
}

fn widths(photo: &Photo) -> Vec<u32> {
    photo.sizes.iter().map(|size| size.width).collect()
}

fn is_sound(photo: &Photo) {
    for size in photo.sizes.iter().chain([&photo.fallback]) {
        let read = image::load_from_memory(&size.bytes).unwrap();
        assert_eq!((read.width(), read.height()), (size.width, size.height));
        assert!(!size.bytes.windows(6).any(|six| six == b"SECRET"));
    }
    let lengths: Vec<usize> = photo.sizes.iter().map(|size| size.bytes.len()).collect();
    assert!(lengths.is_sorted(), "{lengths:?}");
}

#[test]
fn a_photograph_gets_every_size_below_its_own() {
    for (width, expected, fallback) in [
        (2000, vec![240, 480, 800, 1200, 1600], 1200),
        (1600, vec![240, 480, 800, 1200, 1600], 1200),
        (1000, vec![240, 480, 800, 1000], 1000),
        (300, vec![240, 300], 300),
    ] {
        let photo = photo(&jpeg(width, width * 2 / 3), &NoCache).unwrap();
        is_sound(&photo);
        assert_eq!((widths(&photo), photo.fallback.width, photo.fallback.ending), (expected, fallback, "jpg"), "{width}");
    }
}

#[test]
fn a_photograph_stands_upright_whatever_its_camera_did() {
    // Where the red corner is once the picture is upright: left or right, up or down.
    for (turned, right, down) in [(1, 0, 0), (2, 1, 0), (3, 1, 1), (4, 0, 1), (5, 0, 0), (6, 1, 0), (7, 1, 1), (8, 0, 1)] {
        let photo = photo(&lying(turned, 480, 320), &NoCache).unwrap();
        is_sound(&photo);
        let expected = if turned > 4 { (320, 480) } else { (480, 320) };
        assert_eq!((photo.fallback.width, photo.fallback.height), expected, "{turned}");
        for size in photo.sizes.iter().chain([&photo.fallback]) {
            let read = image::load_from_memory(&size.bytes).unwrap().into_rgb8();
            let corner = read.get_pixel((size.width - 9) * right + 4, (size.height - 9) * down + 4);
            assert!(corner.0[0] > 180 && corner.0[1] < 90, "{turned}: {corner:?}");
        }
    }
}

#[test]
fn a_drawing_in_pixels_stays_sharp_and_a_see_through_one_see_through() {
    let flat =
        RgbImage::from_fn(1400, 500, |x, y| if (x / 90 + y / 70) % 2 == 0 { Rgb([255, 255, 255]) } else { Rgb([20, 90, 60]) });
    let noisy = DynamicImage::from(flat);
    let photo_of_flat = photo(&[file(&noisy, ImageFormat::Png), vec![0; 9000]].concat(), &NoCache).unwrap();
    is_sound(&photo_of_flat);
    assert_eq!(photo_of_flat.fallback.ending, "png");
    let grain = landscape(900, 600);
    let sheer = RgbaImage::from_fn(900, 600, |x, y| {
        let Rgb([r, g, b]) = *grain.get_pixel(x, y);
        Rgba([r, g, b, if x < 450 { 0 } else { 255 }])
    });
    let sheer = photo(&[file(&sheer.into(), ImageFormat::Png), vec![0; 9000]].concat(), &NoCache).unwrap();
    assert_eq!(sheer.fallback.ending, "png");
    for size in sheer.sizes.iter().chain([&sheer.fallback]) {
        let read = image::load_from_memory(&size.bytes).unwrap().into_rgba8();
        assert_eq!((read.get_pixel(9, 9).0[3], read.get_pixel(size.width - 9, 9).0[3]), (0, 255));
    }
}

#[test]
fn other_formats_of_photographs_become_sizes_too() {
    let photo_from_webp = photo(&file(&landscape(900, 600).into(), ImageFormat::WebP), &NoCache).unwrap();
    is_sound(&photo_from_webp);
    assert_eq!(photo_from_webp.fallback.ending, "jpg", "for readers that know no WebP");
    let grey = DynamicImage::from(landscape(900, 600)).into_luma16();
    is_sound(&photo(&file(&grey.into(), ImageFormat::Png), &NoCache).unwrap());
}

#[test]
fn what_can_not_be_made_smaller_is_left_as_it_is() {
    let whole = jpeg(1200, 800);
    assert_eq!(photo(&file(&landscape(1, 1).into(), ImageFormat::Png), &NoCache), None, "one pixel");
    assert_eq!(photo(b"", &NoCache), None);
    assert_eq!(photo(&vec![7; 20_000], &NoCache), None, "no picture");
    assert_eq!(photo(&[b"GIF89a".to_vec(), vec![0; 20_000]].concat(), &NoCache), None, "a format that may move");
    let mut bomb = file(&landscape(300, 300).into(), ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    assert_eq!(photo(&bomb, &NoCache), None, "four thousand million pixels in its head");
    for end in (0..whole.len()).step_by(whole.len() / 40) {
        if let Some(photo) = photo(&whole[..end], &NoCache) {
            is_sound(&photo);
        }
    }
    for at in (0..whole.len()).step_by(whole.len() / 40) {
        let mut spoilt = whole.clone();
        spoilt[at] = !spoilt[at];
        if let Some(photo) = photo(&spoilt, &NoCache) {
            is_sound(&photo);
        }
    }
    let tall = photo(&jpeg(20, 17_000), &NoCache);
    assert!(tall.is_none_or(|tall| tall.sizes.iter().all(|size| size.height <= 16_383)));
}

#[test]
fn a_colour_profile_goes_along_and_sizes_can_be_read_with_it() {
    use image::ImageEncoder;
    let mut profile = vec![0; 200];
    profile[16..20].copy_from_slice(b"RGB ");
    let mut out = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 90);
    encoder.set_icc_profile(profile).unwrap();
    let pixels = landscape(700, 400);
    encoder.write_image(&pixels, 700, 400, image::ExtendedColorType::Rgb8).unwrap();
    let photo = photo(&out, &NoCache).unwrap();
    is_sound(&photo);
    for size in &photo.sizes {
        assert!(size.bytes.windows(4).any(|four| four == b"ICCP"));
    }
}

#[test]
fn a_cache_changes_nothing_but_the_time() {
    let (cache, bytes) = (Memory::default(), jpeg(700, 500));
    let plain = photo(&bytes, &NoCache);
    for _ in 0..2 {
        assert_eq!(photo(&bytes, &cache), plain);
    }
    assert_eq!(*cache.found.lock().unwrap(), 1);
    for spoilt in [vec![], vec![9; 40], vec![2, 0, 0]] {
        cache.kept.lock().unwrap().values_mut().for_each(|kept| kept.clone_from(&spoilt));
        assert_eq!(photo(&bytes, &cache), plain, "{spoilt:?}");
    }
}

#[test]
fn titles_of_every_sort_find_their_place() {
    let studio = Studio::open();
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
    let (room, sizes) = (Room { width: 1040, height: 300 }, [84, 72, 60, 50, 42]);
    for (title, lines) in [
        ("Goals", 1..=1),
        ("Build a training centre for timber construction in Aubrelac", 2..=4),
        ("تدريب مئتي نجار على البناء الخشبي الحديث حتى عام 2028", 1..=4),
        ("", 0..=0),
        (long.as_str(), 2..=6),
        (&"words and words ".repeat(60), 6..=6),
        (&"ش".repeat(400), 2..=6),
    ] {
        let set = studio.set(title, room, &sizes);
        assert!(lines.contains(&set.lines.len()), "{title}: {set:?}");
        assert!(sizes.contains(&set.size));
        let words: Vec<&str> = set.lines.iter().map(String::as_str).collect();
        for width in studio.widths(&words) {
            assert!(width * set.size as f32 / 100.0 <= 1080.0, "{title}: {set:?} is {width} wide");
        }
    }
    assert!(studio.set(&"words and words ".repeat(60), room, &sizes).lines[5].ends_with('…'));
    assert_eq!(studio.set("a b", Room { width: 0, height: 0 }, &[]).lines.len(), 1);
}

#[test]
fn only_what_can_be_read_is_written() {
    for (text, expected) in [
        ("Bois  de\nValmont 🌲", Some("Bois de Valmont")),
        ("غابات المرتفعات 2028", Some("غابات المرتفعات 2028")),
        ("Ελλάδα, Україна, Việt Nam", Some("Ελλάδα, Україна, Việt Nam")),
        ("ქართული", None),
        ("木材", None),
        ("", None),
        ("— … —", None),
    ] {
        assert_eq!(legible(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn a_card_is_small_and_always_the_same() {
    let studio = Studio::open();
    let ground = studio.ground("<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='630'><rect width='1200' height='630' fill='#1f5c46'/></svg>");
    let ground = ground.unwrap();
    let card = |text: &str| {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='630'><text x='80' y='300' font-family='Noto Sans, Noto Sans Arabic' font-weight='700' font-size='72' fill='#fff'>{text}</text></svg>"
        );
        studio.card(&ground, &svg).unwrap()
    };
    let (latin, arabic) = (card("Valmont timber"), card("تجمّع فالمون للأخشاب"));
    assert!(latin == card("Valmont timber") && latin != arabic && latin != card(""));
    for card in [&latin, &arabic] {
        let read = image::load_from_memory(card).unwrap();
        assert_eq!((read.width(), read.height()), (CARD_WIDTH, CARD_HEIGHT));
        assert!(card.len() < 40_000, "{} bytes", card.len());
    }
    assert!(studio.ground("no drawing").is_none() && studio.card(&ground, "<svg").is_none());
    let lost = studio.ground("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='/etc/passwd'/><image href='Cargo.toml'/></svg>");
    assert!(lost.is_some(), "a drawing leads to no file");
}
