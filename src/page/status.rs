//! Owns the status page of the internal edition: how far the cluster is by what the program can see, the same that `clustersite status` tells.

use super::cards::Badge;
use super::sheet::{Block, Cell, Line, Part, Sheet, Table};
use super::{Desk, Row, Words, readiness};
use crate::guide::Tool;
use crate::lang::Arg;
use crate::model::kinds::cluster::Stage;
use crate::model::{Choice, Freshness, Id};
use crate::plan::{Route, Topic};
use crate::status::{Applied, Condition, Questions, Status, ToolStatus};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let Some(status) = desk.site.facts.workshop.as_ref().map(|workshop| &workshop.status) else {
        return Sheet { parts: Vec::new() };
    };
    let mut parts = vec![opening(desk, status)];
    let shown = |questions: &&Questions| questions.stage == status.stage || status.next == Some(questions.stage);
    parts.extend(status.questions.iter().filter(shown).map(|questions| asked(desk, questions)));
    parts.extend([tools(desk, status), languages(desk, status), data(desk, status), registration(desk, status)]);
    Sheet { parts }
}

fn count(desk: &Desk<'_>, number: usize) -> String {
    desk.locale.number(number as f64)
}

/// A column: its heading, and whether it holds numbers.
fn head(desk: &Desk<'_>, columns: &[(&str, bool)]) -> Vec<(String, bool)> {
    columns.iter().map(|(key, numeric)| (desk.say(key), *numeric)).collect()
}

/// How many of the rules that were applied hold, in words.
pub(super) fn held(desk: &Desk<'_>, rules: &Applied) -> String {
    let (hold, applied) = (count(desk, rules.hold), count(desk, rules.applied()));
    desk.locale.format("format.of", &[("value", Arg::Text(&hold)), ("total", Arg::Text(&applied))])
}

fn opening(desk: &Desk<'_>, status: &Status) -> Part {
    let row = |key: &str, value: String| Some(Row { label: desk.say(key), values: vec![Words::from(value)] });
    let stage = desk.word(status.stage);
    let undeclared = || desk.locale.format("status.undeclared", &[("stage", Arg::Text(&stage))]);
    let quality = Words::from(held(desk, &status.rules)).linked(Some(desk.href(&Route::Sheet(Topic::Quality))));
    let told = |key: &str, number: usize| row(key, count(desk, number));
    let facts = Block::facts([
        row("label.stage", if status.declared { stage.clone() } else { undeclared() }),
        status.next.and_then(|next| row("status.next", desk.word(next))),
        Some(Row { label: desk.say("status.rules-hold"), values: vec![quality] }),
        told("status.later", status.rules.not_yet),
        told("status.errors", status.rules.errors),
        told("status.warnings", status.rules.warnings),
        told("status.notes", status.rules.notes),
    ]);
    let passed = status.questions.iter().filter(|questions| questions.stage < status.stage && questions.total > 0);
    let passed = Block::facts(passed.map(|questions| {
        let key = ("stage", desk.word(questions.stage));
        let label = desk.locale.format("status.questions-of", &[(key.0, Arg::Text(&key.1))]);
        Some(Row { label, values: vec![Words::from(readiness::answered(desk, questions.stage))] })
    }));
    Part::opening(facts.into_iter().chain(passed))
}

/// The key questions of a stage.
fn asked(desk: &Desk<'_>, questions: &Questions) -> Part {
    let stage = desk.word(questions.stage);
    let title = desk.locale.format("status.questions-of", &[("stage", Arg::Text(&stage))]);
    let columns = [("label.question", false), ("label.status", false), ("label.evidence", false), ("label.there-is", false)];
    let line = |answer: &crate::status::Answer| {
        let id = Id::new(answer.id);
        let entry = desk.model().key_questions.get(&id);
        let key = format!("question.{}", answer.id);
        let asked = Words::from(desk.say(&key)).linked(entry.and_then(|entry| desk.href_of(entry)));
        let proofs = entry.map(|entry| readiness::proofs(desk, &entry.evidence)).unwrap_or_default();
        let cells = [
            asked.into(),
            Cell::badge(readiness::badge(desk, answer.state)).sorted_by(answer.number),
            Cell::all(proofs),
            Cell::all(readiness::there_is(desk, &answer.seen)),
        ];
        Line::new(None, cells)
    };
    let table = Table::new(title.clone(), head(desk, &columns)).lines(questions.list.iter().map(line));
    let part = Part::new(&format!("questions-{}", questions.stage.as_str()), title, table.block());
    Part { lead: Some(Words::from(readiness::answered(desk, questions.stage))), ..part }
}

/// The name of a tool with a link to the page that shows it, where there is one.
pub(super) fn tool(desk: &Desk<'_>, tool: &Tool) -> Words {
    let routes = desk.site.plan.routes().iter();
    let page = routes.filter(|route| route.parent().is_none()).find(|route| route.stem() == tool.page);
    Words::from(desk.say(&tool.message())).linked(page.map(|route| desk.href(route)))
}

fn tools(desk: &Desk<'_>, status: &Status) -> Part {
    let title = desk.say("status.tools");
    let columns = [
        ("status.tool", false),
        ("label.stage", false),
        ("status.entries", true),
        ("status.fields", true),
        ("status.rules-hold", true),
        ("status.findings", true),
    ];
    let rules = |rules: &Applied, number: u8| {
        let quality = format!("{}#s-s.tool-{number}", desk.href(&Route::Sheet(Topic::Quality)));
        let hold = Cell::from(Words::from(held(desk, rules)).linked(Some(quality))).sorted_by(rules.hold);
        let known = rules.rules > 0;
        [if known { hold } else { Cell::default() }, if known { count(desk, rules.findings()).into() } else { Cell::default() }]
    };
    let line = |one: &ToolStatus| {
        let name = Tool::of(one.number).map(|known| tool(desk, known)).unwrap_or_default();
        let filled = one.percent().map(|percent| desk.locale.percent(percent as f64));
        let [hold, findings] = rules(&one.rules, one.number);
        let cells = [
            Cell::from(name).sorted_by(one.number),
            Cell::from(one.stage.map(|stage: Stage| desk.word(stage))).sorted_by(one.stage.map_or(9, |stage| stage as u8)),
            count(desk, one.entries).into(),
            Cell::from(filled),
            hold,
            findings,
        ];
        Line::new(None, cells)
    };
    let [hold, findings] = rules(&status.general, 0);
    let general = Line::new(
        None,
        [Cell::from(desk.say("status.general")), Cell::default(), Cell::default(), Cell::default(), hold, findings],
    );
    let total = Line::total([
        Cell::from(desk.say("label.total")),
        Cell::default(),
        Cell::default(),
        Cell::default(),
        held(desk, &status.rules).into(),
        count(desk, status.rules.findings()).into(),
    ]);
    let table = Table::new(title.clone(), head(desk, &columns)).wide();
    let table = table.lines(status.tools.iter().map(line).chain([general, total]));
    let part = Part::new("tools", title, table.block());
    Part { lead: Some(Words::from(desk.say("status.fields-text"))), ..part }
}

fn languages(desk: &Desk<'_>, status: &Status) -> Part {
    let title = desk.say("about.translation");
    let columns = [("label.language", false), ("about.translated", true), ("label.share", true)];
    let line = |of: &crate::model::Translation| {
        let counts = [("count", Arg::Count(of.translated as u64)), ("total", Arg::Count(of.texts as u64))];
        let state = desk.locale.format("about.translation-state", &counts);
        let name = Words { lang: Some(of.tag.clone()), ..Words::from(crate::lang::endonym(&of.tag)) };
        Line::new(
            None,
            [name.into(), Cell::from(state).sorted_by(of.translated), desk.locale.percent(of.percent() as f64).into()],
        )
    };
    let table = Table::new(title.clone(), head(desk, &columns)).lines(status.languages.iter().map(line));
    let part = Part::new("languages", title, table.block());
    Part { lead: Some(Words::from(desk.say("status.languages-text"))), ..part }
}

fn data(desk: &Desk<'_>, status: &Status) -> Part {
    let title = desk.say("status.data");
    let columns = [("label.indicator", false), ("label.status", false), ("status.last", false), ("status.due", false)];
    let line = |of: &crate::status::Data| {
        // A draft stays out of editions that don't ask for drafts, though its files are checked.
        let entry = desk.model().indicators.get(&Id::new(&of.indicator))?;
        let name = desk.link(entry, &entry.title);
        let sign = match of.state {
            Freshness::Overdue => "overdue",
            Freshness::Due => "behind",
            Freshness::Never => "no-data",
            Freshness::Current => "on-track",
            Freshness::Finished => "achieved",
        };
        let badge = Badge { state: sign, word: desk.word(of.state) };
        let due = of.due.map(|due| Cell::from(desk.locale.date(due)).sorted_by(due)).unwrap_or_default();
        Some(Line::new(None, [name.into(), Cell::badge(badge).sorted_by(of.state as u8), Cell::from(of.last.clone()), due]))
    };
    let table = Table::new(title.clone(), head(desk, &columns)).lines(status.data.iter().filter_map(line));
    let part = Part::new("data", title, table.block());
    Part { lead: Some(Words::from(desk.say("status.data-text"))), ..part }
}

fn registration(desk: &Desk<'_>, status: &Status) -> Part {
    let title = desk.say("status.registration.title");
    let columns = [
        ("status.registration.condition", false),
        ("status.registration.asked", true),
        ("status.registration.found", true),
        ("label.status", false),
    ];
    let line = |of: &Condition| {
        let (sign, word) = match of.met() {
            Some(true) => ("achieved", "status.registration.met"),
            Some(false) => ("off-track", "status.registration.missed"),
            None => ("no-data", "status.registration.unknown"),
        };
        let cells = [
            Cell::from(desk.say(&format!("status.registration.{}", of.fact.word()))),
            desk.locale.number(of.asked).into(),
            Cell::from(of.found.map(|found| desk.locale.number(found))),
            Cell::badge(Badge { state: sign, word: desk.say(word) }),
        ];
        Line::new(None, cells)
    };
    let table = Table::new(title.clone(), head(desk, &columns)).lines(status.registration.iter().map(line));
    let note = Block::note(desk.say("status.registration.text"), false);
    Part::new("registration", title, table.block().into_iter().chain([note]))
}
