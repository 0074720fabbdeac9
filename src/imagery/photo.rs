//! Owns the sizes of a photograph: WebP in widths from a portrait's to a wide screen's, and one JPEG or PNG for readers and networks that know no other. Only
//! pixels and their colour profile go in, so nothing that the file tells besides comes out.

use std::io::Cursor;
use std::sync::{Arc, Mutex};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Filter;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};
use webp::{Encoder, WebPConfig};

use super::{Cache, key};
use crate::syntax::image::{MOST_PIXELS, bare, moves};

/// Widths of the sizes, in pixels.
const WIDTHS: [u32; 5] = [240, 480, 800, 1200, 1600];
/// Width of the JPEG or PNG, in pixels.
const FALLBACK: u32 = 1200;
/// Files of fewer bytes are published as they are: other sizes of them would save nothing.
const SMALL: usize = 8 << 10;
/// Pictures of more pixels are worked on one at a time, since each takes four bytes a pixel and more.
const LARGE: u64 = 12_000_000;
/// Quality of lossy WebP and of JPEG, as their encoders count it.
const QUALITY: (f32, u8) = (76.0, 80);
/// A lossless size may be this many times as large as a lossy one before the lossy one is taken.
const LOSSLESS_BONUS: f64 = 1.2;
/// Largest colour profile that goes along, in bytes; that of a telephone has some 550.
const PROFILE: usize = 2048;
/// Changes whenever other bytes come out of the same file: with our settings, and with the encoders (image 0.25, libwebp 1.5).
const RECIPE: &str = "photo 1";

/// One size of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendition {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Ending of the file's name, without a dot.
    pub ending: &'static str,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// A picture in several sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// JPEG or PNG, for readers that know no other.
    pub fallback: Rendition,
    /// WebP from narrow to wide; none where they would save nothing.
    pub sizes: Vec<Rendition>,
}

/// The sizes of a picture; nothing where it is published as it is: drawings, moving pictures, small ones, those whose pixels can't be read.
pub fn photo(bytes: &[u8], cache: &dyn Cache) -> Option<Photo> {
    if bytes.len() < SMALL || moves(bytes) {
        return None;
    }
    let format = image::guess_format(bytes).ok()?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return None;
    }
    let key = key(RECIPE, &[bytes]);
    if let Some(known) = cache.get(&key).and_then(|kept| unpack(&kept)) {
        return Some(known);
    }
    let photo = make(bytes, format)?;
    cache.put(&key, &pack(&photo));
    Some(photo)
}

/// What is known of a picture besides its pixels.
struct Nature {
    profile: Option<Vec<u8>>,
    /// Whether the pixels of the file stand as they are seen.
    upright: bool,
    /// Whether lossless sizes are worth trying: a photograph never is.
    perhaps_flat: bool,
}

fn make(bytes: &[u8], format: ImageFormat) -> Option<Photo> {
    static ONE_LARGE: Mutex<()> = Mutex::new(());
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 || pixels > MOST_PIXELS {
        return None;
    }
    let _alone = (pixels > LARGE).then(|| ONE_LARGE.lock());
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| profile.len() <= PROFILE && says_rgb(profile));
    let image = DynamicImage::from_decoder(decoder).ok()?;
    let mut image = if image.color().has_alpha() && sees_through(&image) {
        DynamicImage::from(image.into_rgba8())
    } else {
        DynamicImage::from(image.into_rgb8())
    };
    image.apply_orientation(orientation);
    let upright = orientation == Orientation::NoTransforms;
    let nature = Nature { profile, upright, perhaps_flat: format != ImageFormat::Jpeg };
    sizes(image, &nature, bytes)
}

/// Every size, from wide to narrow, each made of the one before, which is far faster than from the whole and as good.
fn sizes(mut image: DynamicImage, nature: &Nature, original: &[u8]) -> Option<Photo> {
    let own = image.width();
    let widest = own.min(WIDTHS[WIDTHS.len() - 1]);
    let mut widths: Vec<u32> = WIDTHS.iter().copied().filter(|width| *width < widest).chain([widest]).collect();
    let mut sizes = Vec::new();
    let mut fallback = None;
    let mut flat = None;
    while let Some(width) = widths.pop() {
        image = narrowed(&image, width);
        let (bytes, lossless) = webp(&image, nature, flat)?;
        flat = Some(lossless);
        let rendition = |ending, bytes: Vec<u8>| Rendition { width, height: image.height(), ending, bytes: bytes.into() };
        if fallback.is_none() && width <= FALLBACK {
            let (ending, made) = known_everywhere(&image, nature, lossless)?;
            // A file that was right already is often smaller than what we would make of it.
            let kept =
                bare(original).filter(|kept| nature.upright && width == own && kept.len() <= made.len() && is(ending, kept));
            fallback = Some(rendition(ending, kept.unwrap_or(made)));
        }
        sizes.push(rendition("webp", bytes));
    }
    let fallback = fallback?;
    sizes.reverse();
    // A size that is no smaller in bytes than a wider one is of no use to anybody.
    let mut useful: Vec<Rendition> = Vec::new();
    for size in sizes.into_iter().rev() {
        let limit = useful.last().map_or(usize::MAX, |wider| wider.bytes.len());
        let alone = size.width == fallback.width && useful.is_empty();
        if size.bytes.len() < if alone { fallback.bytes.len() } else { limit } {
            useful.push(size);
        }
    }
    useful.reverse();
    Some(Photo { fallback, sizes: useful })
}

/// The picture in a width, the height in proportion. Reduction by more than half begins with plain averages.
fn narrowed(image: &DynamicImage, width: u32) -> DynamicImage {
    let height = |width: u32| {
        let exact = u64::from(image.height()) * u64::from(width) / u64::from(image.width().max(1));
        u32::try_from(exact).unwrap_or(u32::MAX).max(1)
    };
    if width >= image.width() {
        return image.clone();
    }
    let halfway = 2 * width;
    let shrink = |image: &DynamicImage| {
        let near = if image.width() > 2 * halfway { &image.thumbnail_exact(halfway, height(halfway)) } else { image };
        near.resize_exact(width, height(width), Filter::Lanczos3)
    };
    let DynamicImage::ImageRgba8(pixels) = image else { return shrink(image) };
    // What can't be seen has a colour too; it must not mix with the colours around it.
    let mut weighed = pixels.clone();
    weighed.pixels_mut().for_each(|pixel| weigh(pixel, |colour, alpha| colour * alpha / 255));
    let mut shrunk = shrink(&DynamicImage::from(weighed)).into_rgba8();
    shrunk.pixels_mut().for_each(|pixel| weigh(pixel, |colour, alpha| (colour * 255 / alpha.max(1)).min(255)));
    DynamicImage::from(shrunk)
}

/// Changes the colours of a pixel by how much of it can be seen.
fn weigh(pixel: &mut image::Rgba<u8>, change: fn(u32, u32) -> u32) {
    let alpha = u32::from(pixel.0[3]);
    for colour in &mut pixel.0[..3] {
        *colour = change(u32::from(*colour), alpha) as u8;
    }
}

/// The picture as WebP, and whether that is lossless; `flat` says what a larger size of it was.
fn webp(image: &DynamicImage, nature: &Nature, flat: Option<bool>) -> Option<(Vec<u8>, bool)> {
    let encoder = match image {
        DynamicImage::ImageRgba8(pixels) => Encoder::from_rgba(pixels, pixels.width(), pixels.height()),
        DynamicImage::ImageRgb8(pixels) => Encoder::from_rgb(pixels, pixels.width(), pixels.height()),
        _ => return None,
    };
    let encode = |lossless: bool| {
        let mut config = WebPConfig::new().ok()?;
        config.lossless = i32::from(lossless);
        config.quality = if lossless { 50.0 } else { QUALITY.0 };
        config.method = 4;
        config.alpha_quality = 90;
        let encoded = encoder.encode_advanced(&config).ok()?;
        Some(with_profile(&encoded, nature.profile.as_deref(), image).unwrap_or_else(|| encoded.to_vec()))
    };
    let lossy = if flat == Some(true) { None } else { Some(encode(false)?) };
    let lossless = if nature.perhaps_flat && flat != Some(false) { encode(true) } else { None };
    match (lossy, lossless) {
        (Some(lossy), Some(lossless)) if lossless.len() as f64 <= lossy.len() as f64 * LOSSLESS_BONUS => Some((lossless, true)),
        (Some(lossy), _) => Some((lossy, false)),
        (None, lossless) => Some((lossless?, true)),
    }
}

/// The picture in a format that everything reads: PNG where it has few colours or lets the ground through, else JPEG.
fn known_everywhere(image: &DynamicImage, nature: &Nature, flat: bool) -> Option<(&'static str, Vec<u8>)> {
    let mut out = Vec::new();
    let colour = if image.color().has_alpha() { ExtendedColorType::Rgba8 } else { ExtendedColorType::Rgb8 };
    let profile = nature.profile.clone();
    let ending = if flat || image.color().has_alpha() {
        let mut encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::Adaptive);
        profile.map(|profile| encoder.set_icc_profile(profile));
        encoder.write_image(image.as_bytes(), image.width(), image.height(), colour).ok()?;
        "png"
    } else {
        let mut encoder = JpegEncoder::new_with_quality(&mut out, QUALITY.1);
        profile.map(|profile| encoder.set_icc_profile(profile));
        encoder.write_image(image.as_bytes(), image.width(), image.height(), colour).ok()?;
        "jpg"
    };
    Some((ending, out))
}

/// Whether a file is of the format that an ending says.
fn is(ending: &str, bytes: &[u8]) -> bool {
    let format = if ending == "png" { ImageFormat::Png } else { ImageFormat::Jpeg };
    image::guess_format(bytes).is_ok_and(|found| found == format)
}

/// Whether any pixel lets the ground through.
fn sees_through(image: &DynamicImage) -> bool {
    match image {
        DynamicImage::ImageRgba8(pixels) => pixels.pixels().any(|pixel| pixel.0[3] < 255),
        other => other.to_rgba8().pixels().any(|pixel| pixel.0[3] < 255),
    }
}

/// Whether a colour profile is of red, green and blue, and not the one that every screen takes for granted.
fn says_rgb(profile: &[u8]) -> bool {
    profile.get(16..20) == Some(b"RGB ") && !profile.windows(4).any(|four| four == b"sRGB")
}

/// A WebP file with a colour profile in it.
fn with_profile(webp: &[u8], profile: Option<&[u8]>, image: &DynamicImage) -> Option<Vec<u8>> {
    let profile = profile?;
    let (head, rest) = (webp.get(..12)?, webp.get(12..)?);
    let (mut flags, rest) = if rest.starts_with(b"VP8X") { (*rest.get(8)?, rest.get(18..)?) } else { (0, rest) };
    flags |= 0x20 | if image.color().has_alpha() { 0x10 } else { 0 };
    let mut out = head.to_vec();
    out.extend(b"VP8X\x0a\0\0\0");
    out.extend([flags, 0, 0, 0]);
    out.extend(&(image.width() - 1).to_le_bytes()[..3]);
    out.extend(&(image.height() - 1).to_le_bytes()[..3]);
    out.extend(b"ICCP");
    out.extend(u32::try_from(profile.len()).ok()?.to_le_bytes());
    out.extend(profile);
    out.extend(vec![0; profile.len() % 2]);
    out.extend(rest);
    let size = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    Some(out)
}

/// Endings as a cache keeps them.
const ENDINGS: [&str; 3] = ["jpg", "png", "webp"];

fn pack(photo: &Photo) -> Vec<u8> {
    let mut out = Vec::new();
    for rendition in std::iter::once(&photo.fallback).chain(&photo.sizes) {
        out.push(ENDINGS.iter().position(|ending| *ending == rendition.ending).unwrap_or_default() as u8);
        for number in [rendition.width, rendition.height, rendition.bytes.len() as u32] {
            out.extend(number.to_le_bytes());
        }
        out.extend(&*rendition.bytes);
    }
    out
}

fn unpack(mut kept: &[u8]) -> Option<Photo> {
    let mut all = Vec::new();
    while !kept.is_empty() {
        let number = |at: usize| Some(u32::from_le_bytes(*<&[u8; 4]>::try_from(kept.get(at..at + 4)?).ok()?));
        let ending = *ENDINGS.get(usize::from(kept[0]))?;
        let (width, height, length) = (number(1)?, number(5)?, number(9)? as usize);
        let bytes = kept.get(13..13usize.checked_add(length)?)?;
        all.push(Rendition { width, height, ending, bytes: bytes.into() });
        kept = &kept[13 + length..];
    }
    let mut all = all.into_iter();
    Some(Photo { fallback: all.next()?, sizes: all.collect() })
}
