//! Owns the titles of entries by their route, for links from the page of one entry to those beside it.

use super::{Desk, Words};
use crate::plan::Route;

/// The pages before and after this one in their list, each as a link with its title.
pub fn neighbours(desk: &Desk<'_>, route: &Route) -> (Option<Words>, Option<Words>) {
    let (before, after) = desk.site.plan.neighbours(route);
    let link = |route: Option<&Route>| route.and_then(|route| Some(title(desk, route)?.linked(Some(desk.href(route)))));
    (link(before), link(after))
}

/// The title of an entry that has a page of its own.
fn title(desk: &Desk<'_>, route: &Route) -> Option<Words> {
    super::search::subject(desk, route).map(|(title, _)| desk.text(title))
}
