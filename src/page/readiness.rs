//! Owns the readiness page: the guide's key questions stage by stage, each with its answer, what proves it, and what there is that bears on it.

use std::collections::BTreeMap;

use super::cards::Badge;
use super::sheet::{Block, Item, Part, Sheet};
use super::{Desk, Words, draw, listing};
use crate::lang::Arg;
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::key_question::{Question, QuestionState};
use crate::model::value::Text;
use crate::model::{Choice, Content, Entries, Evidence, Form, Id, Kind, Proof};
use crate::plan::Route;
use crate::status::Seen;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let opening = Part::opening(Block::figure(draw::ladder(desk)));
    let stages = Stage::ALL.iter().copied().filter(|stage| asked(desk, *stage));
    let part = |stage: Stage| {
        let items = Question::of_stage(stage).map(|question| item(desk, question)).collect();
        let part = Part::new(stage.as_str(), desk.word(stage), [Block::Items { items }]);
        Part { lead: Some(Words::from(answered(desk, stage))), ..part }
    };
    Sheet { parts: std::iter::once(opening).chain(stages.map(part)).collect() }
}

/// Whether the questions of a stage are shown: where something is said to one of them, and up to the declared stage.
fn asked(desk: &Desk<'_>, stage: Stage) -> bool {
    let declared = desk.model().cluster().and_then(|cluster| cluster.stage).unwrap_or(Stage::Initiation);
    let said = |question: &Question| desk.model().key_questions.get(&Id::new(question.id)).is_some();
    Question::of_stage(stage).any(said) || stage <= declared && Question::of_stage(stage).count() > 0
}

/// How many questions of a stage are answered, in words.
pub(super) fn answered(desk: &Desk<'_>, stage: Stage) -> String {
    let entry = |question: &Question| desk.model().key_questions.get(&Id::new(question.id));
    let done = |question: &&Question| entry(question).is_some_and(|entry| entry.state == QuestionState::Answered);
    let total = Question::of_stage(stage).count();
    if total == 0 {
        return desk.say("page.readiness.none-asked");
    }
    let count = Question::of_stage(stage).filter(done).count();
    desk.locale.format("page.readiness.answered", &[("count", Arg::Count(count as u64)), ("total", Arg::Count(total as u64))])
}

/// How far a question is answered, with the sign that stands for it.
pub(super) fn badge(desk: &Desk<'_>, state: Option<QuestionState>) -> Badge {
    let sign = match state {
        Some(QuestionState::Answered) => "achieved",
        Some(QuestionState::Partly) => "partly",
        Some(QuestionState::Open) => "not-started",
        None => "no-data",
    };
    Badge { state: sign, word: state.map_or_else(|| desk.say("page.readiness.nothing"), |state| desk.word(state)) }
}

fn item(desk: &Desk<'_>, question: &Question) -> Item {
    let entry = desk.model().key_questions.get(&Id::new(question.id));
    let number = desk.locale.number(f64::from(question.number));
    let evidence = entry.and_then(|entry| desk.row("evidence", proofs(desk, &entry.evidence)));
    // What there is matters where nobody has said yet what proves the answer.
    let seen = if evidence.is_none() { there_is(desk, &Seen::of(desk.model(), question)) } else { Vec::new() };
    let facts = [
        evidence,
        desk.row("there-is", seen),
        entry.and_then(|entry| desk.row("owner", desk.party(entry.owner.as_ref()))),
        entry.and_then(|entry| desk.row("date", entry.date.map(|date| Words::from(desk.date(date))))),
    ];
    let offset = 2 + u8::from(desk.print);
    Item {
        anchor: entry.map(|entry| format!("{}-{}", Kind::KeyQuestion.name(), entry.id())),
        kicker: Some(number),
        title: Words::from(desk.say(&question.message())),
        badge: Some(badge(desk, entry.map(|entry| entry.state))),
        prose: entry.and_then(|entry| desk.prose(entry.answer.as_ref(), &format!("{}-", question.id), offset)),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}

/// What evidence leads to, in words with links; what this audience may not see is left out.
pub(super) fn proofs(desk: &Desk<'_>, evidence: &[Evidence]) -> Vec<Words> {
    let words = |proof: Proof<'_>| match proof {
        Proof::Entry(kind, id) => Some(named(desk, kind, id)),
        Proof::Kind(kind) => Some(shown_on(desk, &page_of(kind))).filter(|_| desk.site.plan.has(&page_of(kind))),
        Proof::File(path) => {
            let name = path.rsplit('/').next().unwrap_or(path).to_owned();
            desk.site.assets.href(path).map(|href| Words::from(name).linked(Some(href.to_owned())))
        }
        Proof::Web(url) => {
            let bare = url.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
            Some(Words::from(bare.to_owned()).leading_to(url))
        }
    };
    // What has no page of its own is named by the page that shows it, and that once.
    let mut found: Vec<Words> = Vec::new();
    for words in evidence.iter().filter_map(|evidence| desk.model().proof(evidence)).filter_map(words) {
        if !found.contains(&words) {
            found.push(words);
        }
    }
    found
}

/// The page that lists the entries of a kind.
fn page_of(kind: Kind) -> Route {
    let (route, own) = Route::of(kind, &Id::new(kind.name()));
    if own { route.parent().unwrap_or(route) } else { route }
}

/// A page by its title. In the document it is a chapter, to which no link leads from here.
fn shown_on(desk: &Desk<'_>, route: &Route) -> Words {
    listing(desk, route).0.linked(Some(desk.href(route)).filter(|_| !desk.print))
}

/// How many entries there are, by the page that shows them.
pub(super) fn there_is(desk: &Desk<'_>, seen: &[Seen]) -> Vec<Words> {
    let mut pages: BTreeMap<Route, usize> = BTreeMap::new();
    for seen in seen {
        *pages.entry(page_of(seen.kind)).or_default() += seen.count;
    }
    let shown = pages.into_iter().filter(|(route, _)| desk.site.plan.has(route));
    let words = |(route, count): (Route, usize)| {
        let page = shown_on(desk, &route);
        let entries = desk.locale.format("count.entries", &[("count", Arg::Count(count as u64))]);
        let text = desk.locale.format("format.pair", &[("label", Arg::Text(&page.text)), ("value", Arg::Text(&entries))]);
        Words { text, ..page }
    };
    shown.map(words).collect()
}

/// An entry by its title with a link; where its kind has none, by the title of the page that shows it.
fn named(desk: &Desk<'_>, kind: Kind, id: &Id) -> Words {
    let model = desk.model();
    let title = match kind {
        Kind::Goal => title(&model.goals, id, |entry| &entry.title),
        Kind::Objective => title(&model.objectives, id, |entry| &entry.title),
        Kind::Demand => title(&model.demands, id, |entry| &entry.title),
        Kind::Field => title(&model.fields, id, |entry| &entry.title),
        Kind::Node => title(&model.nodes, id, |entry| &entry.title),
        Kind::Swot => title(&model.swot, id, |entry| &entry.title),
        Kind::Stakeholder => title(&model.stakeholders, id, |entry| &entry.name),
        Kind::Member => title(&model.members, id, |entry| &entry.name),
        Kind::Person => title(&model.people, id, |entry| &entry.name),
        Kind::Body => title(&model.bodies, id, |entry| &entry.title),
        Kind::Activity => title(&model.activities, id, |entry| &entry.title),
        Kind::Service => title(&model.services, id, |entry| &entry.title),
        Kind::Indicator => title(&model.indicators, id, |entry| &entry.title),
        Kind::Project => title(&model.projects, id, |entry| &entry.title),
        Kind::News => title(&model.news, id, |entry| &entry.title),
        Kind::Event => title(&model.events, id, |entry| &entry.title),
        Kind::Document => title(&model.documents, id, |entry| &entry.title),
        Kind::Page => title(&model.pages, id, |entry| &entry.title),
        _ => None,
    };
    let words = title.map(|title| desk.text(title)).unwrap_or_else(|| {
        let page = listing(desk, &page_of(kind)).0;
        let single = kind.layout().form == Form::Single;
        if single { page } else { Words::from(format!("{} · {id}", page.text)) }
    });
    words.linked(desk.href_to(kind, id))
}

fn title<'m, T: Content>(entries: &'m Entries<T>, id: &Id, of: impl Fn(&'m T) -> &'m Text) -> Option<&'m Text> {
    entries.get(id).map(|entry| of(&entry.content))
}
