//! Owns the quality page of the internal edition: which rules hold and which don't, by tool of the guide, with what they found and why they are there. Rules
//! speak English, as their manual does, and are marked so.

use super::cards::Badge;
use super::sheet::{Block, Cell, Item, Line, Part, Sheet, Table};
use super::{Desk, Row, Words, prose, status};
use crate::check::Verdict;
use crate::diag::Level;
use crate::guide::Tool;
use crate::lang::Arg;
use crate::model::{Id, Kind};
use crate::status::{Applied, Finding, RuleNote, ToolNotes};
use crate::syntax::markdown;

/// The language of rules.
const ENGLISH: &str = "en";
/// Characters of a reason that a table shows; `clustersite explain` and the notes above tell all.
const REASON: usize = 360;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let Some(quality) = desk.site.facts.workshop.as_ref().map(|workshop| &workshop.quality) else {
        return Sheet { parts: Vec::new() };
    };
    let said = desk.locale.format("quality.text", &[("check", Arg::Text("clustersite check")), ("allow", Arg::Text("allow"))]);
    let opening =
        Part::opening([Block::facts(summary(desk, &quality.all)), Some(Block::note(said, false))].into_iter().flatten());
    Sheet { parts: std::iter::once(opening).chain(quality.tools.iter().map(|tool| part(desk, tool))).collect() }
}

fn summary(desk: &Desk<'_>, all: &Applied) -> Vec<Option<Row>> {
    let row =
        |key: &str, count: usize| Some(Row { label: desk.say(key), values: vec![Words::from(desk.locale.number(count as f64))] });
    vec![
        row("quality.rules", all.rules),
        row("quality.verdict.holds", all.hold),
        row("quality.verdict.broken", all.broken),
        row("quality.verdict.set-aside", all.set_aside),
        row("quality.verdict.not-yet", all.not_yet),
        row("quality.verdict.off", all.off),
    ]
}

fn part(desk: &Desk<'_>, notes: &ToolNotes) -> Part {
    let tool = Tool::of(notes.number);
    let title = tool.map_or_else(|| Words::from(desk.say("status.general")), |tool| Words::from(desk.say(&tool.message())));
    let (broken, others): (Vec<&RuleNote>, Vec<&RuleNote>) = notes.list.iter().partition(|note| is_broken(note));
    let items: Vec<Item> = broken.into_iter().map(|note| item(desk, note)).collect();
    let columns = ["quality.rule", "quality.why", "label.stage", "label.status"].map(|key| (desk.say(key), false));
    let table = Table::new(title.text.clone(), columns).wide().lines(others.into_iter().map(|note| line(desk, note)));
    let blocks = [
        Some(Block::Items { items }).filter(|block| !matches!(block, Block::Items { items } if items.is_empty())),
        table.block(),
    ];
    let page = tool.and_then(|tool| status::tool(desk, tool).href);
    let lead = desk.locale.format(
        "quality.held",
        &[("count", Arg::Count(notes.rules.hold as u64)), ("total", Arg::Count(notes.rules.applied() as u64))],
    );
    let part = Part::new(&format!("tool-{}", notes.number), title.linked(page), blocks.into_iter().flatten());
    Part { lead: Some(Words::from(lead)), ..part }
}

fn is_broken(note: &RuleNote) -> bool {
    matches!(note.standing.verdict, Verdict::Broken(_))
}

/// A text in English, marked so where the page is in another language.
fn english(desk: &Desk<'_>, text: impl Into<String>) -> Words {
    Words { text: text.into(), ..desk.mark(ENGLISH) }
}

/// A rule that does not hold, with what it found and why it is there.
fn item(desk: &Desk<'_>, note: &RuleNote) -> Item {
    let gravest = note.findings.iter().map(|finding| finding.level).max();
    let sign = match gravest {
        Some(Level::Error) => "off-track",
        Some(Level::Warning) => "behind",
        Some(Level::Note) | None => "not-started",
    };
    let count = desk.locale.format("quality.found", &[("count", Arg::Count(note.findings.len() as u64))]);
    let why = note.why.join("\n\n");
    let source = desk.row("source", [english(desk, note.standing.rule.basis)]);
    let stage = desk.row("stage", note.standing.from.map(|stage| Words::from(desk.word(stage))));
    Item {
        anchor: Some(format!("rule-{}", note.standing.rule.name)),
        kicker: Some(note.standing.rule.name.to_owned()),
        title: english(desk, &*note.title),
        badge: Some(Badge { state: sign, word: count }),
        prose: Some(prose::of_text(desk, &why, ENGLISH, &format!("{}-", note.standing.rule.name), 3)),
        facts: note.findings.iter().map(|finding| found(desk, finding)).chain(source).chain(stage).collect(),
        ..Item::default()
    }
}

/// What was found, what to do, and where; it leads to the entry that it is about. Of a draft that the edition does not show it tells no more than that.
fn found(desk: &Desk<'_>, finding: &Finding) -> Row {
    let label = desk.say(&format!("quality.level.{}", finding.level.name()));
    let shown = |(kind, id): &(Kind, Id)| desk.model().find(*kind, id.as_str()).is_some();
    if finding.entry.as_ref().is_some_and(|entry| !shown(entry)) {
        return Row { label, values: vec![Words::from(desk.say("quality.draft"))] };
    }
    let href = finding.entry.as_ref().and_then(|(kind, id)| desk.href_to(*kind, id));
    let message = english(desk, &*finding.message).linked(href);
    let others = [&finding.help, &finding.place].into_iter().flatten().map(|text| english(desk, &**text));
    Row { label, values: std::iter::once(message).chain(others).collect() }
}

/// The sentences of a reason that a table has room for, one at least, with what is code in them set as code.
fn reason(desk: &Desk<'_>, why: &str) -> Words {
    // A full stop between marks of code ends no sentence.
    let ends = why.match_indices(". ").map(|(at, _)| &why[..at + 1]).chain([why]);
    let mut ends = ends.filter(|text| text.matches('`').count() % 2 == 0);
    let first = ends.next().unwrap_or(why);
    let text = ends.take_while(|text| text.len() <= REASON).last().unwrap_or(first);
    let set = prose::of_text(desk, text, ENGLISH, "", 3);
    let html = set.html.map(|html| html.trim().trim_start_matches("<p>").trim_end_matches("</p>").to_owned());
    Words { html, text: markdown::plain(text, usize::MAX), ..english(desk, "") }
}

/// A rule that holds, or was not applied.
fn line(desk: &Desk<'_>, note: &RuleNote) -> Line {
    let (sign, key) = match note.standing.verdict {
        Verdict::Holds => ("achieved", "holds"),
        Verdict::Broken(_) => ("behind", "broken"),
        Verdict::SetAside => ("suspended", "set-aside"),
        Verdict::NotYet => ("not-started", "not-yet"),
        Verdict::Off => ("no-data", "off"),
    };
    let why = note.why.first().map(|why| reason(desk, why));
    let cells = [
        Cell::from(english(desk, &*note.title)),
        Cell::from(why),
        Cell::from(note.standing.from.map(|stage| desk.word(stage))),
        Cell::badge(Badge { state: sign, word: desk.say(&format!("quality.verdict.{key}")) }).sorted_by(key),
    ];
    Line::new(Some(format!("rule-{}", note.standing.rule.name)), cells)
}
