//! Owns what is told of an event beside its date and text: what is on, who came, what came of it.

use super::sheet::{Block, Cell, Line, Part, Table};
use super::{Desk, Words};
use crate::model::kinds::editorial::{AgendaItem, Event, ParticipantGroup};
use crate::model::{Choice, Entry};

/// The sections of an event's page below its text.
pub(super) fn parts(desk: &Desk<'_>, event: &Entry<Event>) -> Vec<Part> {
    let say = |key: &str| desk.say(&format!("page.event.{key}"));
    let head = |keys: &[(&str, bool)]| -> Vec<(String, bool)> {
        keys.iter().map(|(key, numeric)| (desk.say(&format!("label.{key}")), *numeric)).collect()
    };
    let agenda = Table::new(say("agenda"), head(&[("topic", false), ("time", false), ("by", false)]));
    let agenda = agenda.lines(event.agenda.iter().map(|item| {
        let time = item.time.as_ref().map(|time| Words::from(time.as_str().to_owned()));
        Line::new(None, [desk.text(&item.topic).into(), time.into(), Cell::all(speakers(desk, item))])
    }));
    let came = Table::new(say("participants"), head(&[("participant-group", false), ("number-of-people", true)]));
    let number = |count: u64| Cell::from(desk.locale.digits(count)).sorted_by(count);
    let groups = groups(event);
    let mut lines: Vec<Line> =
        groups.iter().map(|&(group, count)| Line::new(None, [desk.word(group).into(), number(count.into())])).collect();
    if let (Some(participants), true) = (&event.participants, groups.len() > 1) {
        lines.push(Line::total([desk.say("label.total").into(), number(participants.total())]));
    }
    let outcome = (!event.outcome.is_empty()).then(|| Block::Links { links: desk.texts(&event.outcome) });
    let blocks = [("agenda", agenda.block()), ("participants", came.lines(lines).block()), ("outcome", outcome)];
    blocks.into_iter().filter_map(|(key, block)| Some(Part::new(key, say(key), block.map(|block| [block])?))).collect()
}

/// An item of an agenda in one line: when, what, by whom.
pub(super) fn in_one_line(desk: &Desk<'_>, item: &AgendaItem) -> Words {
    let mut words = desk.text(&item.topic);
    let by: Vec<String> = speakers(desk, item).into_iter().map(|speaker| speaker.text).collect();
    let time = item.time.iter().map(|time| time.as_str().to_owned());
    let said = if by.is_empty() { words.text.clone() } else { format!("{} ({})", words.text, by.join(", ")) };
    words.text = time.chain([said]).collect::<Vec<_>>().join(" ");
    words
}

/// How many came of each group, in one line; nothing where nobody has counted.
pub(super) fn counted(desk: &Desk<'_>, event: &Event) -> Option<Words> {
    let pair = |(group, count): (ParticipantGroup, u32)| {
        let (label, value) = (desk.word(group), desk.locale.digits(count.into()));
        let args = [("label", crate::lang::Arg::Text(&label)), ("value", crate::lang::Arg::Text(&value))];
        desk.locale.format("format.pair", &args)
    };
    let groups: Vec<String> = groups(event).into_iter().map(pair).collect();
    (!groups.is_empty()).then(|| Words::from(groups.join(" · ")))
}

fn groups(event: &Event) -> Vec<(ParticipantGroup, u32)> {
    let count = |&group: &ParticipantGroup| Some((group, event.participants.as_ref()?.of(group)?));
    ParticipantGroup::ALL.iter().filter_map(count).collect()
}

fn speakers(desk: &Desk<'_>, item: &AgendaItem) -> Vec<Words> {
    desk.parties(&item.by).into_iter().chain(desk.maybe(item.guests.as_ref())).collect()
}
