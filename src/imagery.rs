//! Owns pictures as bytes: the sizes in which a photograph is published, and the pictures that stand for a page where it is passed on. Making them is dear, so
//! whoever builds may bring a [`Cache`]; with and without one the bytes are the same.

#[cfg(feature = "images")]
use sha2::{Digest, Sha256};

/// Width in pixels of the picture that stands for a page, as the networks ask for it.
pub const CARD_WIDTH: u32 = 1200;
/// Height in pixels of the same.
pub const CARD_HEIGHT: u32 = 630;

#[cfg(feature = "images")]
mod card;
#[cfg(feature = "images")]
mod palette;
#[cfg(feature = "images")]
mod photo;
#[cfg(feature = "images")]
mod wrap;

#[cfg(feature = "images")]
pub use card::{Ground, Studio};
#[cfg(feature = "images")]
pub use photo::{Photo, Rendition, photo};
#[cfg(feature = "images")]
pub use wrap::{LEADING, Room, Setting, legible};

/// What keeps results between builds. A value that is lost or can't be kept is made again, so neither way can fail.
pub trait Cache: Sync {
    /// The bytes kept under a key, exactly as they were put there.
    fn get(&self, key: &str) -> Option<Vec<u8>>;
    /// Keeps bytes under a key.
    fn put(&self, key: &str, bytes: &[u8]);
}

/// Where pictures are made, with what keeps them; nothing where they are published as they are.
pub type Darkroom<'a> = Option<&'a dyn Cache>;

/// Keeps nothing.
#[derive(Clone, Copy, Debug)]
pub struct NoCache;

impl Cache for NoCache {
    fn get(&self, _key: &str) -> Option<Vec<u8>> {
        None
    }

    fn put(&self, _key: &str, _bytes: &[u8]) {}
}

/// The key of a result: everything that it depends on, the recipe's own version included.
#[cfg(feature = "images")]
fn key(recipe: &str, parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in [recipe.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes()].iter().chain(parts) {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
