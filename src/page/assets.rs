//! Owns the files of the repository that the site shows: only those that visible entries mention and that can do nothing in a reader's browser,
//! under names that change with their content.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::model::link::{self, Destination};
use crate::model::{Audience, Loaded, MentionKind, Model};
use crate::source::Sources;
use crate::syntax::{active, image, markdown};

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
}

/// Files by their path in the repository.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    files: BTreeMap<String, (Picture, Arc<[u8]>)>,
}

impl Assets {
    /// The files that entries of `model` mention; what only hidden entries mention stays out.
    pub fn gather(sources: &Sources, loaded: &Loaded, model: &Model, audience: Audience) -> Self {
        let visible: std::collections::BTreeSet<_> =
            model.metas().filter(|meta| audience.admits(meta)).map(|meta| (meta.kind, &meta.id)).collect();
        let mut assets = Self::default();
        for mention in loaded.mentions.iter().filter(|mention| visible.contains(&(mention.place.kind, &mention.place.id))) {
            // A file that `restrict` keeps from this audience stays out, whoever mentions it.
            let mut take = |path: &str| {
                if loaded.visibility_of_file(path) <= audience.sees {
                    assets.take(sources, path);
                }
            };
            match &mention.kind {
                MentionKind::File { path } => take(path),
                MentionKind::Prose { text, .. } => {
                    for link in markdown::links(text) {
                        if let Destination::File(path) = link::read(&link.destination) {
                            take(&path);
                        }
                    }
                }
                MentionKind::Reference { .. } | MentionKind::Text { .. } => {}
            }
        }
        assets
    }

    fn take(&mut self, sources: &Sources, path: &str) {
        if self.files.contains_key(path) || !path.starts_with("assets/") {
            return;
        }
        if let Some((_, file)) = sources.find(path).filter(|(_, file)| active::danger(&file.bytes, path).is_none()) {
            let size = image::size(&file.bytes, path);
            let picture =
                Picture { src: hashed(path, &file.bytes), width: size.map(|size| size.0), height: size.map(|size| size.1) };
            self.files.insert(path.to_owned(), (picture, Arc::clone(&file.bytes)));
        }
    }

    /// A file of the repository as pages refer to it.
    pub fn get(&self, path: &str) -> Option<&Picture> {
        self.files.get(path).map(|(picture, _)| picture)
    }

    /// The files with their paths in the site.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.values().map(|(picture, bytes)| (picture.src.as_str(), bytes))
    }
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
