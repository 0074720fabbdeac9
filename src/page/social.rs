//! Owns what the picture says that stands for a page where it is passed on: the few words that make somebody open it.

use serde::Serialize;

use super::cards::{self, Badge};
use super::{Desk, Head};
use crate::plan::Route;

/// The words of such a picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    /// The part of the site that the page belongs to.
    pub kicker: Option<String>,
    /// Title of the page.
    pub title: String,
    /// One sentence about it.
    pub lead: Option<String>,
    /// Its most important number.
    pub figure: Option<String>,
    /// State of what the number counts: word of the data, and for readers.
    pub state: Option<(&'static str, String)>,
}

/// The page whose picture stands for a page where only sections have one: the section's first.
pub fn section_of(route: &Route) -> Route {
    route.parent().unwrap_or_else(|| route.clone())
}

/// The words of a page's picture.
pub fn card(desk: &Desk<'_>, route: &Route, head: &Head) -> Card {
    let row = match route {
        Route::Indicator(id) => desk.model().indicators.get(id).map(|indicator| cards::indicator_row(desk, indicator)),
        _ => None,
    };
    let (latest, badge) = row.map_or((None, None), |row| (row.latest, row.badge));
    let above = head.breadcrumb.len().checked_sub(2).filter(|above| *above > 0).and_then(|above| head.breadcrumb.get(above));
    Card {
        kicker: above.map(|above| above.text.clone()),
        title: head.title.text.clone(),
        lead: head.description.clone(),
        figure: latest.map(|latest| latest.value),
        state: badge.map(|Badge { state, word }| (state, word)),
    }
}

/// The words of a section's picture, as its first page has them.
pub fn section_card(desk: &Desk<'_>, section: &Route) -> Card {
    let (title, lead) = super::listing(desk, section);
    Card { kicker: None, title: title.text, lead, figure: None, state: None }
}

/// The picture of its own that a page is known by, with what it shows: that of a news item.
pub fn own_picture<'d>(desk: &Desk<'d>, route: &Route) -> Option<(&'d super::Picture, String)> {
    let Route::News(id) = route else { return None };
    let image = desk.model().news.get(id)?.image.as_ref()?;
    Some((desk.site.assets.get(image.file.as_str())?, desk.bare(&image.alt)))
}
