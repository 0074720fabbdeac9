//! Owns the page on impact-oriented monitoring: hypotheses from input to impact, what is observed, and what surveys found.

use super::cards::Badge;
use super::sheet::{Block, Cell, Item, Line, Part, Sheet, Table, anchor};
use super::{Desk, Words, draw, period_words};
use crate::lang::Arg;
use crate::model::Entry;
use crate::model::kinds::impact::{Hypothesis, LEAST_PARTICIPATION, Observation, Survey, Verdict, latest_first};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let model = desk.model();
    let least = desk.locale.percent(LEAST_PARTICIPATION);
    let note = desk.locale.format("evaluation.impact-note", &[("share", Arg::Text(&least))]);
    let surveys = latest_first(&model.surveys);
    let items = |items: Vec<Item>| (!items.is_empty()).then_some(Block::Items { items });
    let believed =
        [Block::figure(draw::hypotheses(desk)), items(model.hypotheses.iter().map(|entry| hypothesis(desk, entry)).collect())];
    let asked = [Block::figure(draw::participation(desk)), items(surveys.into_iter().map(|entry| survey(desk, entry)).collect())];
    Sheet {
        parts: vec![
            Part::opening([Block::note(note, false)]),
            Part::new("hypotheses", desk.say("page.monitoring.hypotheses"), believed.into_iter().flatten()),
            Part {
                lead: Some(desk.say("evaluation.observation-lead").into()),
                ..Part::new("observations", desk.say("page.monitoring.observation"), observations(desk))
            },
            Part::new("surveys", desk.say("page.monitoring.surveys"), asked.into_iter().flatten()),
        ]
        .into_iter()
        .filter(|part| !part.blocks.is_empty())
        .collect(),
    }
}

fn hypothesis(desk: &Desk<'_>, entry: &Entry<Hypothesis>) -> Item {
    let model = desk.model();
    let tested = model.surveys.iter().filter(|survey| model.all(&survey.hypotheses).any(|known| known.id() == entry.id()));
    let facts = [
        desk.named("label.indicators", model.all(&entry.indicators).map(|indicator| desk.link(indicator, &indicator.title))),
        desk.row("assumptions", desk.texts(&entry.assumptions)),
        desk.row("goals", model.all(&entry.goals).map(|goal| desk.link(goal, &goal.title))),
        desk.named("page.monitoring.surveys", tested.map(|survey| named(desk, survey))),
    ];
    Item {
        anchor: anchor(entry),
        kicker: entry.area.as_ref().map(|area| desk.bare(area)),
        title: desk.text(&entry.title),
        badge: entry.verdict.map(|verdict| Badge { state: sign(verdict), word: desk.word(verdict) }),
        text: desk.maybe(entry.statement.as_ref()),
        prose: desk.prose(entry.body.as_ref(), &format!("hypothesis-{}-", entry.id()), 2),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}

/// The sign that goes with a verdict: that of a state which says as much.
fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Open => "planned",
        Verdict::Supported => "achieved",
        Verdict::Mixed => "behind",
        Verdict::Refuted => "off-track",
    }
}

/// What is to change in whom, in how many and by when.
fn observations(desk: &Desk<'_>) -> Option<Block> {
    let head = ["what", "whom", "how-many", "by", "seen"].map(|key| (desk.say(&format!("evaluation.{key}")), false));
    let head = head.into_iter().chain([(desk.say("label.hypothesis"), false)]);
    let line = |(entry, seen): (&Entry<Hypothesis>, &Observation)| {
        let by = seen.by.map_or_else(Cell::default, |date| Cell::from(desk.date(date)).sorted_by(date.0));
        let cells = [
            desk.text(&seen.what).into(),
            desk.maybe(seen.whom.as_ref()).into(),
            desk.maybe(seen.how_many.as_ref()).into(),
            by,
            desk.maybe(seen.seen.as_ref()).into(),
            desk.link(entry, &entry.title).into(),
        ];
        Line::new(None, cells)
    };
    let all = desk.model().hypotheses.iter().flat_map(|entry| entry.observations.iter().map(move |seen| (entry, seen)));
    Table::new(desk.say("page.monitoring.observation"), head).wide().lines(all.map(line)).block()
}

fn survey(desk: &Desk<'_>, entry: &Entry<Survey>) -> Item {
    let model = desk.model();
    let text = |text: String| Some(Words::from(text));
    let facts = [
        desk.named("evaluation.participation", told(desk, entry).and_then(text)),
        desk.row("target-group", desk.maybe(entry.target_group.as_ref())),
        desk.row("method", desk.maybe(entry.method.as_ref())),
        desk.named("evaluation.area-of-observation", desk.maybe(entry.observation.as_ref())),
        desk.named("evaluation.hypotheses", model.all(&entry.hypotheses).map(|known| desk.link(known, &known.title))),
        desk.row("indicators", model.all(&entry.indicators).map(|known| desk.link(known, &known.title))),
        desk.named("evaluation.findings", desk.texts(&entry.findings)),
        desk.named("evaluation.conclusions", desk.texts(&entry.conclusions)),
        desk.named("evaluation.next", entry.next.and_then(|next| text(desk.date(next)))),
        desk.row("responsible", desk.party(entry.responsible.as_ref())),
    ];
    Item {
        anchor: anchor(entry),
        kicker: Some(when(desk, entry)),
        title: desk.text(&entry.title),
        badge: badge(desk, entry),
        prose: desk.prose(entry.body.as_ref(), &format!("survey-{}-", entry.id()), 2),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}

/// A survey as a link, with its time, since one that is repeated keeps its name.
fn named(desk: &Desk<'_>, survey: &Entry<Survey>) -> Words {
    let title = desk.link(survey, &survey.title);
    let when = when(desk, survey);
    let text = desk.locale.format("evaluation.value-in", &[("value", Arg::Text(&title.text)), ("date", Arg::Text(&when))]);
    Words { text, ..title }
}

/// When a survey was held.
pub(super) fn when(desk: &Desk<'_>, survey: &Survey) -> String {
    let start = period_words(desk, &survey.period);
    survey.until.as_ref().filter(|until| until.end > survey.period.end).map_or(start.clone(), |until| {
        let end = period_words(desk, until);
        desk.locale.format("format.date-range", &[("start", Arg::Text(&start)), ("end", Arg::Text(&end))])
    })
}

/// How many of how many answered, or the share alone; nothing where neither is known.
pub(super) fn told(desk: &Desk<'_>, survey: &Survey) -> Option<String> {
    let share = survey.participation().map(|share| desk.locale.percent(share.round()))?;
    Some(match survey.asked.zip(survey.answered) {
        Some((asked, answered)) => {
            let [asked, answered] = [asked, answered].map(|count| desk.locale.number(f64::from(count)));
            let args = [("answered", Arg::Text(&answered)), ("asked", Arg::Text(&asked)), ("share", Arg::Text(&share))];
            desk.locale.format("page.monitoring.participation", &args)
        }
        None => share,
    })
}

/// Whether enough took part; signs and colours are those of what is reached and what is behind.
pub(super) fn badge(desk: &Desk<'_>, survey: &Survey) -> Option<Badge> {
    let (state, key) = if survey.is_sound()? { ("achieved", "evaluation.enough") } else { ("behind", "evaluation.few") };
    Some(Badge { state, word: desk.say(key) })
}
