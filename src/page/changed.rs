//! Owns when a page was last changed: on the latest of the days of what stands on it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Site;
use crate::model::{Changes, Id, Kind, Model};
use crate::plan::{Plan, Route};

/// The latest day of everything that a list shows, by list and language.
pub(super) type Lists = BTreeMap<Route, BTreeMap<String, Date>>;

/// Looks through all entries once; a list is the page that shows an entry, or the page above its own. The home page and the print document are
/// lists of everything.
pub(super) fn lists(model: &Model, plan: &Plan, changes: &Changes) -> Lists {
    let mut lists = Lists::new();
    if changes.is_empty() {
        return lists;
    }
    for meta in model.metas() {
        let (route, own) = Route::of(meta.kind, &meta.id);
        let list = if own { route.parent() } else { Some(route) };
        for lang in plan.languages() {
            let Some(day) = changes.day(meta.kind, &meta.id, lang) else { continue };
            let about = Some(Route::About).filter(|_| meta.kind == Kind::Cluster);
            for list in list.clone().into_iter().chain(about).chain([Route::Home, Route::Print]) {
                let latest = lists.entry(list).or_default().entry(lang.clone()).or_insert(day);
                *latest = day.max(*latest);
            }
        }
    }
    lists
}

impl Site<'_> {
    /// The day on which a page was last changed for readers of a language: its entry's, and for an indicator that of its measurements; for a list
    /// the latest of its entries'. Nothing where the history is not known.
    pub fn changed(&self, lang: &str, route: &Route) -> Option<Date> {
        let own = |kind: Kind, id: &Id| self.facts.changes.day(kind, id, lang);
        match route {
            Route::Goal(id) => own(Kind::Goal, id),
            Route::Service(id) => own(Kind::Service, id),
            Route::Project(id) => own(Kind::Project, id),
            Route::News(id) => own(Kind::News, id),
            Route::Event(id) => own(Kind::Event, id),
            Route::Page(id) => own(Kind::Page, id),
            Route::Indicator(id) => {
                let rows = self.relations.measurements(id).iter();
                rows.filter_map(|row| own(Kind::Measurement, row.id())).max().max(own(Kind::Indicator, id))
            }
            list => self.lists.get(list)?.get(lang).copied(),
        }
    }
}
