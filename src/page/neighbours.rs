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
    let model = desk.model();
    let text = match route {
        Route::Goal(id) => &model.goals.get(id)?.title,
        Route::Service(id) => &model.services.get(id)?.title,
        Route::Project(id) => &model.projects.get(id)?.title,
        Route::Indicator(id) => &model.indicators.get(id)?.title,
        Route::News(id) => &model.news.get(id)?.title,
        Route::Event(id) => &model.events.get(id)?.title,
        Route::Page(id) => &model.pages.get(id)?.title,
        Route::Home
        | Route::Strategy
        | Route::Swot
        | Route::Goals
        | Route::ActionPlan
        | Route::Financing
        | Route::Stakeholders
        | Route::Governance
        | Route::Members
        | Route::Services
        | Route::Projects
        | Route::Monitoring
        | Route::NewsList
        | Route::Events
        | Route::Documents
        | Route::About
        | Route::Gallery
        | Route::Search
        | Route::Print
        | Route::NotFound => return None,
    };
    Some(desk.text(text))
}
