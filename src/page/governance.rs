//! Owns the governance page: legal form, bodies, who reports to whom, and people.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Desk, Picture as Image, Row, Words, draw};
use crate::chart::Picture;
use crate::model::Entry;
use crate::model::kinds::governance as kind;

/// The governance page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Governance {
    /// Legal form and register.
    pub facts: Vec<Row>,
    /// How decisions are made.
    pub body: Option<Words>,
    /// Who reports to whom.
    pub organigram: Option<Picture>,
    /// Every body.
    pub bodies: Vec<Body>,
    /// Every person.
    pub people: Vec<Person>,
}

/// One body.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Body {
    /// Place in the page to link to.
    pub anchor: String,
    /// Name.
    pub title: Words,
    /// Sort of body.
    pub kind: String,
    /// What it is for.
    pub mandate: Option<Words>,
    /// What it decides and does.
    pub tasks: Vec<Words>,
    /// Chair, term, meetings and so on.
    pub facts: Vec<Row>,
}

/// One person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Person {
    /// Place in the page to link to.
    pub anchor: String,
    /// Name.
    pub name: Words,
    /// Post or office.
    pub role: Option<Words>,
    /// Member that the person comes from.
    pub organisation: Option<Words>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Photograph.
    pub photo: Option<Image>,
}

pub(super) fn view(desk: &Desk<'_>) -> Governance {
    let model = desk.model();
    let governance = model.governance.iter().next();
    Governance {
        facts: governance.map(|governance| facts(desk, governance)).unwrap_or_default(),
        body: desk.prose(governance.and_then(|governance| governance.body.as_ref()), "governance-", 1),
        organigram: draw::organigram(desk),
        bodies: model.bodies.iter().map(|body| self::body(desk, body)).collect(),
        people: model.people.iter().map(|person| self::person(desk, person)).collect(),
    }
}

fn facts(desk: &Desk<'_>, governance: &kind::Governance) -> Vec<Row> {
    let registered = governance.registered.as_ref().map(|entry| {
        let mut parts: Vec<Words> = Vec::new();
        parts.extend(desk.maybe(entry.register.as_ref()));
        parts.extend(entry.number.clone().map(Words::from));
        parts.extend(desk.maybe(entry.place.as_ref()));
        parts.extend(entry.on.as_ref().map(|day| super::period_words(desk, day)).map(Words::from));
        parts
    });
    let rows = [
        desk.row("legal-form", governance.legal_form.map(|form| desk.word(form)).map(Words::from)),
        desk.row("registered", registered.unwrap_or_default()),
    ];
    rows.into_iter().flatten().collect()
}

fn body(desk: &Desk<'_>, body: &Entry<kind::Body>) -> Body {
    let other = |reference: Option<&crate::model::Ref<kind::Body>>| {
        reference.and_then(|reference| desk.model().get(reference)).map(|body| desk.link(body, &body.title))
    };
    let years = body.term.map(|years| {
        if years.fract() == 0.0 {
            desk.locale.format("count.years", &[("count", crate::lang::Arg::Count(years as u64))])
        } else {
            desk.locale.number(years)
        }
    });
    let rows = [
        desk.row("chair", desk.party(body.chair.as_ref())),
        desk.row("members", desk.parties(&body.members)),
        desk.row("seats", body.seats.map(|seats| desk.locale.number(f64::from(seats))).map(Words::from)),
        desk.row("elected-by", other(body.elected_by.as_ref())),
        desk.row("term", years.map(Words::from)),
        desk.row("meets", body.meets.map(|meets| desk.word(meets)).map(Words::from)),
        desk.row("reports-to", other(body.reports_to.as_ref())),
    ];
    Body {
        anchor: format!("body-{}", body.id()),
        title: desk.text(&body.title),
        kind: desk.word(body.kind),
        mandate: desk.maybe(body.mandate.as_ref()),
        tasks: desk.texts(&body.tasks),
        facts: rows.into_iter().flatten().collect(),
    }
}

fn person(desk: &Desk<'_>, person: &Entry<kind::Person>) -> Person {
    let organisation = person.organisation.as_ref().and_then(|member| desk.model().get(member));
    Person {
        anchor: format!("person-{}", person.id()),
        name: desk.text(&person.name),
        role: desk.maybe(person.role.as_ref()),
        organisation: organisation.map(|member| desk.link(member, &member.name)),
        email: person.email.as_ref().map(|email| email.as_str().to_owned()),
        phone: person.phone.clone(),
        photo: person.photo.as_ref().and_then(|photo| desk.site.assets.get(photo.as_str())).cloned(),
    }
}
