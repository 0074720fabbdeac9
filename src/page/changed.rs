//! Owns when a page was last changed: on the latest of the days of what stands on it.

use jiff::civil::Date;

use super::Site;
use crate::model::{Id, Kind, Meta};
use crate::plan::Route;

impl Site<'_> {
    /// The day on which a page was last changed for readers of a language: its entry's, and for an indicator that of its measurements; for a list
    /// the latest of its entries', for the home page and the print document the latest of all. Nothing where the history is not known.
    pub fn changed(&self, lang: &str, route: &Route) -> Option<Date> {
        let changes = &self.facts.changes;
        if changes.is_empty() {
            return None;
        }
        let own = |kind: Kind, id: &Id| changes.day(kind, id, lang);
        let among = |shown: &dyn Fn(&Meta) -> bool| {
            self.model.metas().filter(|meta| shown(meta)).filter_map(|meta| changes.day(meta.kind, &meta.id, lang)).max()
        };
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
            Route::Home | Route::Print => among(&|_| true),
            Route::About => among(&|meta| meta.kind == Kind::Cluster),
            Route::NotFound => None,
            list => among(&|meta| {
                let (shown, _) = Route::of(meta.kind, &meta.id);
                shown == *list || shown.parent().as_ref() == Some(list)
            }),
        }
    }
}
