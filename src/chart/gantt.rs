//! The action plan on a time axis: goals, their activities as bars, milestones and what waits for what.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::gallery::Say;
use super::svg::Form;
use super::{Cell, Frame, Picture, Table};

mod sheet;

/// Where an activity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Not begun.
    Planned,
    /// Under way.
    InProgress,
    /// Finished.
    Done,
    /// Later than planned.
    Delayed,
    /// Given up.
    Cancelled,
}

/// An action plan.
#[derive(Clone, Debug)]
pub struct Gantt {
    /// Goals in order, each with its activities.
    pub groups: Vec<Group>,
    /// The day to mark, if any.
    pub today: Option<Date>,
    /// First and last day of the axis; without it the axis spans the activities. Set it where several pictures share one axis.
    pub span: Option<(Date, Date)>,
    /// The words of legend and table.
    pub words: Words,
}

/// Activities that serve one goal.
#[derive(Clone, Debug)]
pub struct Group {
    /// The goal's name; empty draws no heading.
    pub label: String,
    /// Where the heading leads.
    pub href: Option<String>,
    /// The activities in order.
    pub rows: Vec<Row>,
}

/// One activity.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id, which `depends_on` of others may name.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its first day; without it the bar is a point at the end.
    pub start: Option<Date>,
    /// Its last day; without it the bar is a point at the start.
    pub end: Option<Date>,
    /// Where it stands.
    pub status: Status,
    /// Whether it shows results soon.
    pub quick_win: bool,
    /// Dates that matter, each with its name.
    pub milestones: Vec<(Date, String)>,
    /// Ids of the activities that come first; unknown ids are passed over.
    pub depends_on: Vec<String>,
    /// Where the bar leads.
    pub href: Option<String>,
}

/// The words of legend and table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub goal: String,
    pub activity: String,
    pub start: String,
    pub end: String,
    pub status: String,
    pub quick_win: String,
    pub milestones: String,
    pub depends_on: String,
    pub today: String,
    pub planned: String,
    pub in_progress: String,
    pub done: String,
    pub delayed: String,
    pub cancelled: String,
}

impl Words {
    fn status(&self, status: Status) -> &str {
        match status {
            Status::Planned => &self.planned,
            Status::InProgress => &self.in_progress,
            Status::Done => &self.done,
            Status::Delayed => &self.delayed,
            Status::Cancelled => &self.cancelled,
        }
    }
}

impl Row {
    /// First and last day in order, from what is known.
    fn days(&self) -> Option<(Date, Date)> {
        let (a, b) = (self.start.or(self.end)?, self.end.or(self.start)?);
        Some((a.min(b), a.max(b)))
    }
}

/// Draws an action plan; `None` when no activity has a date.
pub fn draw(frame: &Frame<'_>, input: &Gantt) -> Option<Picture> {
    let rows = || input.groups.iter().flat_map(|group| &group.rows);
    let days =
        || rows().filter_map(Row::days).chain(rows().flat_map(|row| row.milestones.iter().map(|(date, _)| (*date, *date))));
    rows().find_map(Row::days)?;
    let span = input.span.or_else(|| Some((days().map(|d| d.0).min()?, days().map(|d| d.1).max()?)))?;
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet::draw(frame, input, span, form));
    Some(frame.picture(wide, Some(narrow), table(frame, input)))
}

fn table(frame: &Frame<'_>, input: &Gantt) -> Table {
    let Words { goal, activity, start, end, status, quick_win, milestones, depends_on, .. } = &input.words;
    let heads = [goal, activity, start, end, status, quick_win, milestones, depends_on].map(Clone::clone);
    let keys = ["goal", "activity", "start", "end", "status", "quick_win", "milestones", "depends_on"];
    let rows = || input.groups.iter().flat_map(|group| &group.rows);
    let names: BTreeMap<&str, &str> = rows().map(|row| (row.id.as_str(), row.label.as_str())).collect();
    let body = input.groups.iter().flat_map(|group| {
        group.rows.iter().map(|row| {
            let milestones = |day: &dyn Fn(Date) -> String| {
                let each = row.milestones.iter().map(|(date, name)| format!("{name} ({})", day(*date)));
                each.collect::<Vec<_>>().join("; ")
            };
            let before: Vec<_> = row.depends_on.iter().filter_map(|id| names.get(id.as_str()).copied()).collect();
            vec![
                Cell::linked(&group.label, group.href.as_ref()),
                Cell::linked(&row.label, row.href.as_ref()),
                Cell::day(frame, row.start),
                Cell::day(frame, row.end),
                Cell::words(input.words.status(row.status)),
                Cell::words(if row.quick_win { quick_win.as_str() } else { "" }),
                Cell::coded(milestones(frame.format.day), milestones(&|date| date.to_string())),
                Cell::words(before.join("; ")),
            ]
        })
    });
    Table::new(keys.into_iter().zip(heads), body.collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Gantt {
    let names = [
        ("Sign the membership agreements", "توقيع اتفاقيات العضوية"),
        ("Survey what firms need from a shared laboratory", "مسح احتياجات الشركات من المختبر المشترك"),
        ("Joint stand at the Cologne fair", "جناح مشترك في معرض كولونيا"),
        ("Curriculum for CNC operators with the vocational school and the chamber of crafts", "منهج مشغلي آلات التحكم الرقمي"),
        ("Buying group for oak", "مجموعة شراء خشب البلوط"),
        ("Position paper on timber rules", "ورقة موقف حول قواعد الأخشاب"),
    ];
    let statuses =
        [Status::Done, Status::Done, Status::InProgress, Status::Delayed, Status::Planned, Status::Cancelled, Status::Planned];
    let row = |i: usize| {
        let (en, ar) = names[i % names.len()];
        let start = Date::constant(2025, 1, 10) + jiff::Span::new().months((i as i64 * 5) % 22);
        Row {
            id: format!("a{i}"),
            label: say(en, ar),
            start: Some(start),
            end: Some(start + jiff::Span::new().days(60 + (i as i64 * 47) % 260)),
            status: statuses[i % statuses.len()],
            quick_win: i.is_multiple_of(4),
            milestones: if i % 3 == 1 { vec![(start + jiff::Span::new().days(90), say("Report", "تقرير"))] } else { vec![] },
            depends_on: if i % 5 == 2 { vec![format!("a{}", i - 1)] } else { vec![] },
            href: None,
        }
    };
    let goals = [
        ("Double the export share of our small firms", "مضاعفة حصة الصادرات"),
        ("A shared laboratory", "مختبر مشترك"),
        ("Skills", "المهارات"),
    ];
    let group = |(g, (en, ar)): (usize, &(&str, &str))| Group {
        label: say(en, ar),
        href: None,
        rows: (g * 5..g * 5 + 5).map(row).collect(),
    };
    Gantt {
        groups: goals.iter().enumerate().map(group).collect(),
        today: Some(Date::constant(2026, 5, 20)),
        span: None,
        words: Words {
            quick_win: say("Quick win", "مكسب سريع"),
            milestones: say("Milestone", "محطة"),
            depends_on: say("Waits for", "يعتمد على"),
            today: say("Today", "اليوم"),
            planned: say("Planned", "مخطط"),
            in_progress: say("In progress", "قيد التنفيذ"),
            done: say("Done", "منجز"),
            delayed: say("Delayed", "متأخر"),
            cancelled: say("Cancelled", "ملغى"),
            goal: say("Goal", "الهدف"),
            activity: say("Activity", "النشاط"),
            start: say("Start", "البداية"),
            end: say("End", "النهاية"),
            status: say("Status", "الحالة"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn row(id: usize, label: &str, start: Option<Date>, end: Option<Date>) -> Row {
        let statuses = [Status::Planned, Status::InProgress, Status::Done, Status::Delayed, Status::Cancelled];
        Row {
            id: format!("a{id}"),
            label: label.into(),
            start,
            end,
            status: statuses[id % 5],
            quick_win: id.is_multiple_of(3),
            milestones: start.map(|date| (date, label.to_string())).into_iter().collect(),
            depends_on: vec![format!("a{}", id / 2), "nobody".into()],
            href: Some(format!("activities/a{id}.html")),
        }
    }

    fn plan(rows: Vec<Row>) -> Gantt {
        let group = Group { label: "Goal".into(), href: None, rows };
        Gantt { groups: vec![group], today: Some(Date::constant(2026, 5, 1)), span: None, words: Words::default() }
    }

    #[test]
    fn sound_with_any_text_and_any_dates() {
        let day = Date::constant;
        let spans =
            [(day(2026, 1, 1), day(2026, 1, 1)), (day(2027, 1, 1), day(2024, 1, 1)), (day(-9999, 1, 1), day(9999, 12, 31))];
        for (from, to) in spans {
            for label in HOSTILE {
                probe::both(|frame| {
                    let rows =
                        vec![row(1, label, Some(from), Some(to)), row(2, label, None, Some(to)), row(3, label, None, None)];
                    probe::sound(&draw(frame, &plan(rows)).unwrap());
                });
            }
        }
    }

    #[test]
    fn nothing_dated_gives_no_picture() {
        probe::both(|frame| {
            assert!(draw(frame, &plan(vec![])).is_none());
            assert!(draw(frame, &plan(vec![row(1, "a", None, None)])).is_none());
        });
    }

    #[test]
    fn two_hundred_rows_each_have_their_line() {
        let rows: Vec<_> = (0..200)
            .map(|i| {
                row(
                    i,
                    "Sign the framework agreement",
                    Some(Date::constant(2025, 1 + (i % 12) as i8, 1)),
                    Some(Date::constant(2027, 1, 1)),
                )
            })
            .collect();
        probe::both(|frame| {
            let picture = draw(frame, &plan(rows.clone())).unwrap();
            probe::sound(&picture);
            assert_eq!(picture.table.rows.len(), 200);
            assert_eq!(picture.svg.matches("<a ").count(), 200);
        });
    }

    #[test]
    fn status_is_told_without_colour() {
        probe::both(|frame| {
            let rows = (0..5).map(|i| row(i, "a", Some(Date::constant(2026, 1, 1)), Some(Date::constant(2026, 9, 1)))).collect();
            let svg = draw(frame, &plan(rows)).unwrap().svg;
            assert!(svg.contains("-bad-rising") && svg.contains("stroke-dasharray=\"3 3\""));
        });
    }
}
