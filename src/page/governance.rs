//! Owns the governance page: legal form, bodies, who reports to whom, and people.

use schemars::JsonSchema;
use serde::Serialize;

use super::sheet::{Block, Cell, Line, Part, Table};
use super::{Desk, Picture as Image, Row, Words, draw};
use crate::chart::Picture;
use crate::model::kinds::governance as kind;
use crate::model::value::Text;
use crate::model::{Choice, Entry};

/// The governance page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Governance {
    /// Legal form and register.
    pub facts: Vec<Row>,
    /// How decisions are made.
    pub body: Option<Words>,
    /// Who reports to whom.
    pub organigram: Option<Picture>,
    /// Why the legal form is what it is, as a section of a sheet; none where nothing is said of it.
    pub form: Vec<Part>,
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
        form: governance.and_then(|governance| form(desk, governance)).into_iter().collect(),
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
        desk.row("form-law", desk.maybe(governance.law.as_ref())),
        desk.row("registered", registered.unwrap_or_default()),
    ];
    rows.into_iter().flatten().collect()
}

/// The answers that the legal form depends on, and where it stands among the others.
fn form(desk: &Desk<'_>, governance: &kind::Governance) -> Option<Part> {
    let choice = governance.form_choice.as_ref();
    let picture = draw::legal_form(desk);
    if choice.is_none() && picture.is_none() {
        return None;
    }
    let answer = |key: &str, word: Option<String>, note: Option<&Text>| {
        desk.row(key, word.map(Words::from).into_iter().chain(desk.maybe(note)))
    };
    fn word(desk: &Desk<'_>, answer: Option<impl Choice>) -> Option<String> {
        answer.map(|answer| desk.word(answer))
    }
    let rows = choice.map(|choice| {
        let weighed = |weighed: &kind::Weighed| Row {
            label: desk.locale.format("page.governance.against", &[("form", crate::lang::Arg::Text(&desk.word(weighed.form)))]),
            values: vec![desk.maybe(weighed.against.as_ref()).unwrap_or_default()],
        };
        let answers = [
            answer("form-cooperation", word(desk, choice.cooperation), choice.cooperation_note.as_ref()),
            answer("form-commerce", word(desk, choice.commerce), choice.commerce_note.as_ref()),
            answer("form-admission", word(desk, choice.admission), choice.admission_note.as_ref()),
        ];
        let weighed = choice.weighed.iter().filter(|weighed| weighed.against.is_some()).map(|one| Some(weighed(one)));
        answers.into_iter().chain(weighed).collect::<Vec<_>>()
    });
    let reasons = desk.prose(choice.and_then(|choice| choice.reasons.as_ref()), "legal-form-", 2);
    let note = picture.is_some().then(|| Block::note(desk.say("page.governance.placed-by-us"), false));
    let blocks = [reasons.map(|text| Block::Prose { text }), rows.and_then(Block::facts), Block::figure_with_data(picture), note];
    let compared = compared(desk, governance.legal_form);
    let blocks = blocks.into_iter().flatten().chain(compared);
    Some(Part::new("legal-form", desk.say("page.governance.form-follows-function"), blocks))
}

/// The guide's comparison of legal forms, with the cluster's own marked: what each takes, and what speaks for and against it.
fn compared(desk: &Desk<'_>, own: Option<kind::LegalForm>) -> Vec<Block> {
    use kind::LegalForm as Form;
    // The guide tells of associations as one form, and nothing of joint stock companies and hybrid forms.
    let rows: [(&str, &[Form]); 5] = [
        ("cooperation-agreement", &[Form::CooperationAgreement]),
        ("association", &[Form::NonProfitAssociation, Form::ForProfitAssociation]),
        ("foundation", &[Form::Foundation]),
        ("limited-company", &[Form::LimitedCompany]),
        ("corporation", &[Form::Corporation]),
    ];
    let say = |key: &str| desk.say(&format!("legal-forms.{key}"));
    let line = |(name, forms): (&str, &[Form])| {
        let label = Words::from(desk.say(&format!("enum.legal-form.{name}")));
        let chosen = own.is_some_and(|own| forms.contains(&own)).then(|| desk.say("page.governance.form-chosen").into());
        let told = ["takes", "for", "against"].map(|part| Cell::from(say(&format!("{name}.{part}"))));
        Line::new(None, std::iter::once(Cell::all(std::iter::once(label).chain(chosen))).chain(told))
    };
    let head = [desk.say("label.legal-form"), say("takes"), say("for"), say("against")].map(|label| (label, false));
    let table = Table::new(say("caption"), head).wide().lines(rows.map(line)).block();
    table.into_iter().chain([Block::note(say("source"), false)]).collect()
}

fn body(desk: &Desk<'_>, body: &Entry<kind::Body>) -> Body {
    let other = |reference: Option<&crate::model::Ref<kind::Body>>| {
        reference.and_then(|reference| desk.model().get(reference)).map(|body| desk.link(body, &body.title))
    };
    let years = body.term.map(|years| {
        let length = if years.fract() == 0.0 {
            desk.locale.format("count.years", &[("count", crate::lang::Arg::Count(years as u64))])
        } else {
            desk.locale.number(years)
        };
        if body.term_at_most {
            desk.locale.format("page.governance.at-most", &[("length", crate::lang::Arg::Text(&length))])
        } else {
            length
        }
    });
    let renewable =
        body.renewable.map(|renewable| if renewable { "page.governance.renewable" } else { "page.governance.once-only" });
    let term = years.into_iter().chain(renewable.map(|key| desk.say(key)));
    let rows = [
        desk.row("body-composition", desk.maybe(body.composition.as_ref())),
        desk.row("chair", desk.party(body.chair.as_ref())),
        desk.row("members", desk.parties(&body.members)),
        desk.row("seats", body.seats.map(|seats| desk.locale.number(f64::from(seats))).map(Words::from)),
        desk.row("elected-by", other(body.elected_by.as_ref())),
        desk.row("body-majority", body.majority.map(|majority| desk.word(majority)).map(Words::from)),
        desk.row("body-eligible", desk.maybe(body.eligible.as_ref())),
        desk.row("term", term.map(Words::from)),
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
