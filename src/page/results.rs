//! Owns the results framework: for each goal what is put in, done, got out of it and changed in the end, with what has to hold for one to lead to the next.

use super::cards::{self, Badge};
use super::sheet::{Block, Cell, Line, Part, Sheet, Table};
use super::{Desk, Words, draw};
use crate::lang::Arg;
use crate::model::kinds::goal::Goal;
use crate::model::kinds::impact::Hypothesis;
use crate::model::kinds::indicator::{Category, Indicator, Point};
use crate::model::{Choice, Entry, Id};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let model = desk.model();
    let mut parts = vec![Part::opening([Block::note(desk.say("evaluation.results-note"), false)])];
    parts.extend(model.goals.iter().map(|goal| part(desk, goal)));
    let alone: Vec<&Entry<Indicator>> =
        model.indicators.iter().filter(|indicator| desk.site.relations.goals(indicator.id()).is_empty()).collect();
    if !alone.is_empty() {
        parts.push(Part::new("none", desk.say("evaluation.of-no-goal"), table(desk, &desk.say("evaluation.of-no-goal"), &alone)));
    }
    Sheet { parts }
}

/// A goal with its chain.
fn part(desk: &Desk<'_>, goal: &Entry<Goal>) -> Part {
    let mut indicators = desk.site.relations.indicators(goal.id()).to_vec();
    indicators.sort_by_key(|indicator| indicator.category);
    let states = cards::tally(desk, indicators.iter().copied());
    let believed: Vec<Words> = hypotheses(desk, goal.id(), &indicators)
        .into_iter()
        .map(|hypothesis| desk.link(hypothesis, hypothesis.statement.as_ref().unwrap_or(&hypothesis.title)))
        .collect();
    let facts = Block::facts([
        desk.row("owner", desk.party(goal.owner.as_ref())),
        desk.row("due", goal.due.map(|due| Words::from(desk.date(due)))),
        desk.row("objective", desk.model().all(&goal.objectives).map(|objective| desk.link(objective, &objective.title))),
        desk.row("progress", cards::summary(desk, &states).map(Words::from)),
        desk.named("evaluation.hypotheses", believed),
    ]);
    // The document has the goal's chain in the chapter on goals.
    let chain = if desk.print { None } else { draw::chain(desk, &format!("results-{}", goal.id()), None, &indicators) };
    let name = desk.bare(&goal.title);
    let caption = desk.locale.format("evaluation.results-caption", &[("goal", Arg::Text(&name))]);
    let blocks = [facts, Block::figure(chain), table(desk, &caption, &indicators)];
    Part {
        lead: desk.lead(goal.summary.as_ref(), None),
        ..Part::new(goal.id().as_str(), desk.link(goal, &goal.title), blocks.into_iter().flatten())
    }
}

/// Hypotheses that name a goal, or whose indicators are all among those of it.
fn hypotheses<'d>(desk: &'d Desk<'_>, goal: &Id, indicators: &[&Entry<Indicator>]) -> Vec<&'d Entry<Hypothesis>> {
    let model = desk.model();
    let among = |hypothesis: &Entry<Hypothesis>| {
        let mut named = model.all(&hypothesis.indicators).peekable();
        named.peek().is_some() && named.all(|one| indicators.iter().any(|other| other.id() == one.id()))
    };
    let about = |hypothesis: &&Entry<Hypothesis>| {
        let mut goals = model.all(&hypothesis.goals).peekable();
        if goals.peek().is_some() { goals.any(|known| known.id() == goal) } else { among(hypothesis) }
    };
    model.hypotheses.iter().filter(about).collect()
}

/// Indicators level by level; a level without one is named, since a chain is as weak as the link that it lacks.
fn table(desk: &Desk<'_>, caption: &str, indicators: &[&Entry<Indicator>]) -> Option<Block> {
    let columns = [
        ("label.indicator", false),
        ("label.category", false),
        ("label.baseline", true),
        ("label.target", true),
        ("label.latest", true),
        ("label.progress", false),
        ("evaluation.supposed", false),
    ];
    let head = columns.map(|(key, numeric)| (desk.say(key), numeric));
    let mut lines = Vec::new();
    for category in Category::ALL {
        let own: Vec<_> = indicators.iter().filter(|indicator| indicator.category == *category).collect();
        if own.is_empty() && !indicators.is_empty() {
            let empty = std::iter::repeat_with(Cell::default).take(columns.len() - 2);
            let named = [desk.say("evaluation.no-indicator"), desk.word(*category)].map(Cell::from);
            lines.push(Line::new(None, named.into_iter().chain(empty)));
        }
        lines.extend(own.into_iter().map(|indicator| line(desk, indicator)));
    }
    Table::new(caption, head).wide().lines(lines).block()
}

fn line(desk: &Desk<'_>, indicator: &Entry<Indicator>) -> Line {
    let target = indicator.targets.iter().max_by_key(|target| target.date);
    let latest = cards::latest(desk, indicator);
    let rated = cards::is_rated(desk, indicator);
    let supposed = indicator.assumptions.iter().chain(&indicator.risks).map(|text| desk.text(text));
    Line::new(
        None,
        [
            desk.link(indicator, &indicator.title).into(),
            desk.word(indicator.category).into(),
            point(desk, indicator, indicator.baseline.as_ref()),
            point(desk, indicator, target),
            latest.map(|latest| dated(desk, &latest.value, &latest.date)).into(),
            if rated { Cell::badge(Badge::new(desk, desk.standing(indicator).state)) } else { Cell::default() },
            Cell::all(supposed),
        ],
    )
}

fn point(desk: &Desk<'_>, indicator: &Indicator, point: Option<&Point>) -> Cell {
    let told = point.map(|point| {
        let year = super::year(desk, point.date.0);
        dated(desk, &cards::figure(desk, indicator, &point.value), &year)
    });
    told.into()
}

/// A value with its day or year in brackets.
fn dated(desk: &Desk<'_>, value: &str, date: &str) -> String {
    let value = &cards::isolated(desk, value.to_owned());
    desk.locale.format("evaluation.value-in", &[("value", Arg::Text(value)), ("date", Arg::Text(date))])
}
