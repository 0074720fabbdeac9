//! Owns the pictures that stand for pages where they are passed on: which page has which, and the way of its words through the theme's drawing. They are for
//! sites that have an address, since networks ask for whole ones.

use std::sync::Arc;

use serde::Serialize;

use super::{File, Job};
use crate::imagery::{CARD_HEIGHT, CARD_WIDTH};
use crate::page::{Desk, Head, social};
use crate::plan::Route;

/// The picture of a page as its head names it.
#[derive(Serialize, schemars::JsonSchema)]
pub(super) struct SocialImage {
    /// Whole address.
    src: String,
    /// Width in pixels.
    width: u32,
    /// Height in pixels.
    height: u32,
    /// What it shows, in words.
    alt: String,
}

/// Path of a drawn picture, and its bytes where they are made here.
type Drawn = Option<(String, Option<Arc<[u8]>>)>;

/// Narrower pictures are shown small, or not at all, by the networks.
const WIDE_ENOUGH: u32 = 600;

/// The picture of a page, and its file where it has to be made.
pub(super) fn image(
    job: &Job<'_>,
    gallery: Option<&Gallery<'_>>,
    desk: &Desk<'_>,
    route: &Route,
    head: &Head,
) -> Result<(Option<SocialImage>, Option<File>), tera::Error> {
    let passed_on = *route != Route::NotFound && !route.is_print();
    let Some(base) = job.site.plan.base().filter(|_| passed_on) else { return Ok((None, None)) };
    let own = social::own_picture(desk, route).filter(|(own, _)| !own.src.to_ascii_lowercase().ends_with(".svg"));
    if let Some((own, alt)) = own
        && let Some((width, height)) = own.width.zip(own.height)
        && width >= WIDE_ENOUGH
    {
        return Ok((Some(SocialImage { src: format!("{base}{}", own.src), width, height, alt }), None));
    }
    let Some(gallery) = gallery else { return Ok((None, None)) };
    let made = gallery.card(job, desk, route, head)?;
    let name = job.site.model.cluster().map(|cluster| desk.bare(&cluster.name)).unwrap_or_default();
    let alt = if head.title.text == name { name } else { format!("{} – {name}", head.title.text) };
    let image =
        made.as_ref().map(|(path, _)| SocialImage { src: format!("{base}{path}"), width: CARD_WIDTH, height: CARD_HEIGHT, alt });
    Ok((image, made.and_then(|(path, bytes)| Some((path, bytes?)))))
}

#[cfg(feature = "images")]
mod drawn;
#[cfg(not(feature = "images"))]
#[path = "social/undrawn.rs"]
mod drawn;

pub(super) use drawn::Gallery;
