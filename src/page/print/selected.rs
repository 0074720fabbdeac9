//! Owns the documents beside the whole strategy: what each is made of, what it is called, and where its links lead that it does not answer itself.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Part, Print, document};
use crate::model::kinds::document::{Form, Paper, Section, Selected};
use crate::model::{Choice, Id, Kind};
use crate::page::{Desk, Words, report};
use crate::plan::Route;

/// A document that readers may open and print.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Offered {
    /// Title, linked to the document.
    pub title: Words,
    /// What is in it.
    pub summary: String,
}

/// The document of a name; nothing where there is no such document.
pub(in crate::page) fn view(desk: &Desk<'_>, name: &Id) -> Option<Print> {
    let selected = of(desk, name)?;
    let goal = selected.goal.as_ref().and_then(|goal| desk.model().get(goal));
    let parts: Vec<Part> = selected.parts().into_iter().filter_map(|section| part(desk, selected, section)).collect();
    let whole = document(desk, &parts, goal);
    let lead = goal.and_then(|goal| desk.maybe(goal.summary.as_ref())).or_else(|| strategy_title(desk)).or(whole.tagline.clone());
    Some(Print { title: title(desk, selected), tagline: lead, ..whole })
}

fn of<'a>(desk: &Desk<'a>, name: &Id) -> Option<&'a Selected> {
    desk.model().cluster()?.print.iter().find(|selected| selected.id().as_ref() == Some(name))
}

/// What a section is, where this audience has something to read in it.
fn part(desk: &Desk<'_>, selected: &Selected, section: Section) -> Option<Part> {
    let page = match section {
        Section::Summary | Section::OnePage => return Some(Part::Leaflet(section.as_str())),
        Section::Indicators => return Some(Part::Indicators),
        Section::Report => Route::Report(selected.year?),
        other => desk.site.plan.chapter(other)?.clone(),
    };
    desk.site.plan.has(&page).then_some(Part::Page(page))
}

fn strategy_title(desk: &Desk<'_>) -> Option<Words> {
    desk.maybe(desk.model().strategy().and_then(|strategy| strategy.title.as_ref()))
}

/// What a document is called.
fn title(desk: &Desk<'_>, selected: &Selected) -> Words {
    let made = || match (selected.document, selected.year, &selected.goal) {
        (Some(Form::MonitoringReport), Some(year), _) => report::heading(desk, year).0,
        (Some(Form::Goal), _, Some(goal)) => desk.model().get(goal).map(|goal| desk.text(&goal.title)).unwrap_or_default(),
        (Some(form), ..) => Words::from(desk.word(form)),
        (None, ..) => Words::from(selected.named().unwrap_or_default()),
    };
    desk.maybe(selected.title.as_ref()).unwrap_or_else(made)
}

/// The documents there are: the whole strategy, and those beside it.
pub(in crate::page) fn offered(desk: &Desk<'_>) -> Vec<Offered> {
    let whole = strategy_title(desk).unwrap_or_else(|| Words::from(desk.say("page.print.title")));
    let whole = Offered { title: whole.linked(Some(desk.href(&Route::Print))), summary: desk.say("about.print-text") };
    let beside = desk.site.plan.routes().iter().filter_map(|route| {
        let Route::Selected(name) = route else { return None };
        let selected = of(desk, name)?;
        let summary = match selected.document.filter(|_| selected.sections.is_empty()) {
            Some(Form::Goal) => desk.say("page.print.about-goal"),
            Some(form) => desk.say(&format!("page.print.about-{}", form.as_str())),
            None => desk.say("page.print.about-sections"),
        };
        Some(Offered { title: title(desk, selected).linked(Some(desk.href(route))), summary })
    });
    std::iter::once(whole).chain(beside).collect()
}

/// Paper of a document, and whether it lies on its side.
pub fn paper(desk: &Desk<'_>, route: &Route) -> (Paper, bool) {
    let Route::Selected(name) = route else { return (Paper::A4, false) };
    of(desk, name).map_or((Paper::A4, false), |selected| (selected.paper.unwrap_or(Paper::A4), selected.landscape))
}

/// The address on the site of a place that a document does not have; nothing where it is not known where the site stands.
pub fn elsewhere(desk: &Desk<'_>, place: &str) -> Option<String> {
    let plan = desk.site.plan;
    let (route, anchor) = match place.strip_prefix("chapter-") {
        Some(stem) => (plan.routes().iter().find(|route| route.is_chapter() && route.stem() == stem)?.clone(), None),
        None => Kind::ALL.iter().find_map(|&kind| {
            let id = place.strip_prefix(kind.name())?.strip_prefix('-')?;
            plan.of_entry(kind, desk.model().find(kind, id)?)
        })?,
    };
    let page = plan.absolute(&desk.href(&route))?;
    Some(anchor.map_or(page.clone(), |anchor| format!("{page}#{anchor}")))
}
