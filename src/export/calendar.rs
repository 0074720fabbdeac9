//! Owns the calendar file (iCalendar, RFC 5545): events, milestones and the due days of goals, one file a language.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::address;
use crate::page::Desk;
use crate::plan::Route;

/// Bytes that a line may have before it is folded (RFC 5545, section 3.1).
const LINE: usize = 75;

/// What stands in the calendar, in the order of its days.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    start: Date,
    end: Date,
    id: String,
    name: String,
    place: Option<String>,
    about: Option<String>,
    url: Option<String>,
}

/// The calendar of a language; nothing where there is no date to put in.
pub fn calendar(desk: &Desk<'_>) -> Option<Vec<u8>> {
    let model = desk.model();
    let mut entries: Vec<Item> = Vec::new();
    let url = |route: &Route| address(desk.site.plan, desk.locale.tag(), route);
    for event in &model.events {
        let end = event.end.unwrap_or(event.start);
        entries.push(Item {
            start: event.start.0,
            end: end.0,
            id: format!("event-{}", event.id()),
            name: desk.bare(&event.title),
            place: event.place.as_ref().map(|place| desk.bare(place)),
            about: desk.lead(event.summary.as_ref(), event.body.as_ref()).map(|lead| lead.text),
            url: url(&Route::Event(event.id().clone())),
        });
    }
    for activity in &model.activities {
        for (index, milestone) in activity.milestones.iter().enumerate() {
            let name = format!("{} ({})", desk.bare(&milestone.title), desk.bare(&activity.title));
            let day = milestone.date.0;
            let id = format!("milestone-{}-{index}", activity.id());
            entries.push(Item { start: day, end: day, id, name, place: None, about: None, url: url(&Route::ActionPlan) });
        }
    }
    for goal in &model.goals {
        if let Some(due) = goal.due {
            let name = format!("{}: {}", desk.say("label.due"), desk.bare(&goal.title));
            let (id, url) = (format!("goal-{}", goal.id()), url(&Route::Goal(goal.id().clone())));
            entries.push(Item { start: due.0, end: due.0, id, name, place: None, about: None, url });
        }
    }
    if entries.is_empty() {
        return None;
    }
    entries.sort();
    let host = desk.site.plan.base().and_then(|base| base.split('/').nth(2)).unwrap_or("clustersite.invalid");
    let mut text = String::new();
    let mut line = |content: String| fold(&mut text, &content);
    line("BEGIN:VCALENDAR".to_owned());
    line("VERSION:2.0".to_owned());
    line("PRODID:-//clustersite//EN".to_owned());
    // The name that a reader's calendar gives to what it has from here: RFC 7986, and the word that programs knew before.
    line(format!("NAME:{}", escape(&super::name(desk))));
    line(format!("X-WR-CALNAME:{}", escape(&super::name(desk))));
    for Item { start, end, id, name, place, about, url } in entries {
        let day = |date: Date| format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
        line("BEGIN:VEVENT".to_owned());
        line(format!("UID:{id}@{host}"));
        line(format!("DTSTAMP:{}T000000Z", day(desk.site.today)));
        line(format!("DTSTART;VALUE=DATE:{}", day(start)));
        line(format!("DTEND;VALUE=DATE:{}", day(end.tomorrow().unwrap_or(end))));
        line(format!("SUMMARY:{}", escape(&name)));
        for (key, text) in [("LOCATION", place), ("DESCRIPTION", about)] {
            if let Some(text) = text {
                line(format!("{key}:{}", escape(&text)));
            }
        }
        if let Some(url) = url {
            line(format!("URL:{url}"));
        }
        line("END:VEVENT".to_owned());
    }
    line("END:VCALENDAR".to_owned());
    Some(text.into_bytes())
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Appends a line, folded between characters.
fn fold(text: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > LINE {
            text.push_str("\r\n ");
            width = 1;
        }
        let _ = write!(text, "{c}");
        width += c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_and_texts_escaped() {
        let mut text = String::new();
        fold(&mut text, &format!("SUMMARY:{}", "é".repeat(60)));
        assert!(text.split("\r\n").all(|line| line.len() <= LINE));
        assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "é".repeat(60)));
        assert_eq!(escape("a;b,c\\d\ne\u{7}"), "a\\;b\\,c\\\\d\\ne");
    }
}
