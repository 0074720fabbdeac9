//! Owns the files of the repository that the site shows: only those that visible entries mention and that can do nothing in a reader's browser, without what
//! they tell besides, and under names that change with their content.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::geo::{self, Borders, Shape};
use crate::imagery::{Cache, Darkroom};
use crate::model::link::{self, Destination};
use crate::model::value::FilePath;
use crate::model::{Audience, Loaded, MentionKind, Model, Place, Segment};
use crate::source::Sources;
use crate::syntax::{active, image, markdown, scrub};

/// A picture or file as pages refer to it.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
#[schemars(rename = "File")]
pub struct Picture {
    /// Path relative to the site's root.
    pub src: String,
    /// Width in CSS pixels, where it is a picture that says so.
    pub width: Option<u32>,
    /// Height in CSS pixels.
    pub height: Option<u32>,
    /// The same picture as WebP, from narrow to wide; none where it is published in one size.
    pub sizes: Vec<Size>,
}

impl Picture {
    /// The address of the smallest size that is as wide as `width` pixels, for places that show one and only small.
    pub fn at_least(&self, width: u32) -> &str {
        self.sizes.iter().find(|size| size.width >= width).map_or(&self.src, |size| &size.src)
    }
}

/// One width of a picture.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Size {
    /// Path relative to the site's root.
    pub src: String,
    /// Width in pixels.
    pub width: u32,
}

/// What an entry does with a file: shows it, or offers it whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    Shown,
    Offered,
}

/// Files by their path in the repository.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    known: BTreeMap<(String, Use), Picture>,
    files: BTreeMap<String, Arc<[u8]>>,
    outlines: Outlines,
}

/// Outlines that the cluster brings for its maps. They are drawn, not published.
#[derive(Clone, Debug, Default)]
pub struct Outlines {
    /// Borders in place of the built-in ones.
    pub borders: Option<Borders>,
    /// The region.
    pub region: Vec<Shape>,
}

impl Assets {
    /// The files that entries of `model` mention; what only hidden entries mention stays out.
    pub fn gather(sources: &Sources, loaded: &Loaded, model: &Model, audience: Audience, darkroom: Darkroom<'_>) -> Self {
        let visible: BTreeSet<_> = model.metas().filter(|meta| audience.admits(meta)).map(|meta| (meta.kind, &meta.id)).collect();
        let mut wanted: BTreeSet<(String, Use)> = BTreeSet::new();
        for mention in loaded.mentions.iter().filter(|mention| visible.contains(&(mention.place.kind, &mention.place.id))) {
            // A file that `restrict` keeps from this audience stays out, whoever mentions it.
            let mut take = |path: &str, usage: Use| {
                if path.starts_with("assets/") && loaded.visibility_of_file(path) <= audience.sees {
                    wanted.insert((path.to_owned(), usage));
                }
            };
            match &mention.kind {
                MentionKind::File { .. } if is_outline(&mention.place) => {}
                MentionKind::File { path } if mention.place.shows_picture() => take(path, Use::Shown),
                MentionKind::File { path } => take(path, Use::Offered),
                MentionKind::Prose { text, .. } => {
                    for link in markdown::links(text) {
                        if let Destination::File(path) = link::read(&link.destination) {
                            take(&path, if link.image { Use::Shown } else { Use::Offered });
                        }
                    }
                }
                MentionKind::Reference { .. } | MentionKind::Text { .. } => {}
            }
        }
        let wanted: Vec<(String, Use)> = wanted.into_iter().collect();
        let made = wanted.into_par_iter().filter_map(|(path, usage)| {
            let (_, file) = sources.find(&path)?;
            Some((publish(&path, &file.bytes, usage, darkroom)?, (path, usage)))
        });
        let mut assets = Self::default();
        for ((picture, files), key) in made.collect::<Vec<_>>() {
            assets.known.insert(key, picture);
            assets.files.extend(files);
        }
        let map = model.cluster().and_then(|cluster| cluster.map.as_ref());
        let read = |path: Option<&FilePath>| {
            let path = path?.as_str();
            let (_, file) = sources.find(path).filter(|_| loaded.visibility_of_file(path) <= audience.sees)?;
            geo::read(&file.bytes).ok()
        };
        assets.outlines = Outlines {
            borders: read(map.and_then(|map| map.borders.as_ref())).map(Borders::of_shapes),
            region: read(map.and_then(|map| map.region.as_ref())).unwrap_or_default(),
        };
        assets
    }

    /// Outlines for maps.
    pub fn outlines(&self) -> &Outlines {
        &self.outlines
    }

    /// A picture of the repository as pages show it.
    pub fn get(&self, path: &str) -> Option<&Picture> {
        self.known.get(&(path.to_owned(), Use::Shown))
    }

    /// The address of a file of the repository as pages link to it.
    pub fn href(&self, path: &str) -> Option<&str> {
        self.known.get(&(path.to_owned(), Use::Offered)).map(|file| file.src.as_str())
    }

    /// The files with their paths in the site.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes))
    }
}

/// Whether the key there names an outline for maps.
fn is_outline(place: &Place) -> bool {
    place.path.first() == Some(&Segment::Key("map".to_owned()))
}

/// Paths in the site with what stands there.
type Files = Vec<(String, Arc<[u8]>)>;

/// A file as it is published; nothing where it is not.
fn publish(path: &str, bytes: &Arc<[u8]>, usage: Use, darkroom: Darkroom<'_>) -> Option<(Picture, Files)> {
    if path.to_ascii_lowercase().ends_with(".svg") {
        let clean = scrub::scrub(bytes);
        let bytes = clean.map_or_else(|| Arc::clone(bytes), |clean| clean.bytes.into());
        return active::danger(&bytes, path).is_none().then(|| whole(path, bytes));
    }
    if active::danger(bytes, path).is_some() || image::refusal(bytes, path).is_some() {
        return None;
    }
    if let Some(several) = darkroom.filter(|_| usage == Use::Shown).and_then(|cache| in_sizes(path, bytes, cache)) {
        return Some(several);
    }
    Some(whole(path, image::bare(bytes).map_or_else(|| Arc::clone(bytes), Arc::from)))
}

/// A file in one piece.
fn whole(path: &str, bytes: Arc<[u8]>) -> (Picture, Files) {
    let size = image::size(&bytes, path);
    let src = hashed(path, &bytes);
    let picture =
        Picture { src: src.clone(), width: size.map(|size| size.0), height: size.map(|size| size.1), sizes: Vec::new() };
    (picture, vec![(src, bytes)])
}

/// A picture in the sizes that readers' screens ask for; nothing where other sizes of it would save nothing.
#[cfg(feature = "images")]
fn in_sizes(path: &str, bytes: &[u8], cache: &dyn Cache) -> Option<(Picture, Files)> {
    use crate::imagery::Rendition;
    let photo = crate::imagery::photo(bytes, cache)?;
    let stem = path.rsplit_once('.').filter(|(_, ending)| !ending.contains('/')).map_or(path, |(stem, _)| stem);
    // A list of sizes has blanks and commas between its addresses, so the addresses have none.
    let stem: String = stem.chars().map(|c| if c.is_alphanumeric() || "/-_.".contains(c) { c } else { '-' }).collect();
    let named = |size: &Rendition| hashed(&format!("{stem}-{}.{}", size.width, size.ending), &size.bytes);
    let size = |size: &Rendition| (Size { src: named(size), width: size.width }, Arc::clone(&size.bytes));
    let (sizes, files): (Vec<Size>, Vec<Arc<[u8]>>) = photo.sizes.iter().map(size).unzip();
    let mut files: Files = sizes.iter().map(|size| size.src.clone()).zip(files).collect();
    let src = named(&photo.fallback);
    files.push((src.clone(), photo.fallback.bytes));
    Some((Picture { src, width: Some(photo.fallback.width), height: Some(photo.fallback.height), sizes }, files))
}

/// Without the feature that makes sizes, every picture has one.
#[cfg(not(feature = "images"))]
fn in_sizes(_path: &str, _bytes: &[u8], _cache: &dyn Cache) -> Option<(Picture, Files)> {
    None
}

/// A path whose file name holds a part of the content's hash, so that readers' browsers never show an old file for a new one.
pub fn hashed(path: &str, bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let hash: String = digest.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    match path.rsplit_once('.') {
        Some((stem, extension)) if !extension.contains('/') => format!("{stem}-{hash}.{extension}"),
        _ => format!("{path}-{hash}"),
    }
}
