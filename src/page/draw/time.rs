//! Owns the pictures of time: activities, projects and phases as bars on a calendar.

use jiff::civil::Date;

use super::{Desk, Picture, from_page, picture};
use crate::chart::gantt as bars;
use crate::lang::Arg;
use crate::model::Entry;
use crate::model::kinds::activity::{Activity, ActivityStatus};
use crate::model::kinds::goal::Goal;
use crate::model::kinds::project::{Project, ProjectStatus};

fn words(desk: &Desk<'_>, group: &str, item: &str) -> bars::Words {
    let status = |word: &str| desk.say(&format!("enum.activity-status.{word}"));
    bars::Words {
        goal: desk.say(group),
        activity: desk.say(item),
        start: desk.say("label.start"),
        end: desk.say("label.end"),
        status: desk.say("label.status"),
        quick_win: desk.say("label.quick-win"),
        milestones: desk.say("label.milestones"),
        depends_on: desk.say("label.depends-on"),
        today: desk.say("chart.today"),
        planned: status("planned"),
        in_progress: status("in-progress"),
        done: status("done"),
        delayed: status("delayed"),
        cancelled: status("cancelled"),
    }
}

/// The first and last day, as the description says them.
fn described(desk: &Desk<'_>, key: &str, groups: &[bars::Group]) -> String {
    listed(desk, key, groups, "")
}

/// The same, with the names of what is shown where they are few.
fn listed(desk: &Desk<'_>, key: &str, groups: &[bars::Group], list: &str) -> String {
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let day = |date: Option<Date>| date.map(|date| desk.locale.date(date)).unwrap_or_default();
    let (start, end) = (day(rows().filter_map(|row| row.start).min()), day(rows().filter_map(|row| row.end).max()));
    let count = Arg::Count(rows().count() as u64);
    let args = [("count", count), ("start", Arg::Text(&start)), ("end", Arg::Text(&end)), ("list", Arg::Text(list))];
    desk.locale.format(key, &args)
}

/// Activities by goal.
pub(in crate::page) fn gantt(desk: &Desk<'_>) -> Option<Picture> {
    let groups: Vec<bars::Group> =
        crate::page::action_plan::by_goal(desk).into_iter().map(|(goal, activities)| group(desk, goal, &activities)).collect();
    let description = described(desk, "chart.gantt.description", &groups);
    let input =
        bars::Gantt { groups, today: Some(desk.site.today), span: None, words: words(desk, "label.goal", "label.activity") };
    picture(desk, "gantt", &desk.say("chart.gantt.title"), &description, &|frame| bars::draw(frame, &input))
}

/// The activities of one goal, or of none.
pub(in crate::page) fn gantt_of(desk: &Desk<'_>, goal: Option<&Entry<Goal>>, activities: &[&Entry<Activity>]) -> Option<Picture> {
    let group = group(desk, goal, activities);
    let title = format!("{} – {}", desk.say("chart.gantt.title"), group.label);
    let groups = vec![bars::Group { label: String::new(), href: None, ..group }];
    let description = described(desk, "chart.gantt.description", &groups);
    let id = format!("gantt-{}", goal.map_or("none", |goal| goal.id().as_str()));
    let input =
        bars::Gantt { groups, today: Some(desk.site.today), span: None, words: words(desk, "label.goal", "label.activity") };
    picture(desk, &id, &title, &description, &|frame| bars::draw(frame, &input))
}

fn group(desk: &Desk<'_>, goal: Option<&Entry<Goal>>, activities: &[&Entry<Activity>]) -> bars::Group {
    bars::Group {
        label: goal.map_or_else(|| desk.say("page.action-plan.no-goal"), |goal| desk.bare(&goal.title)),
        href: goal.and_then(|goal| from_page(desk, desk.href_of(goal))),
        rows: activities.iter().map(|activity| row(desk, activity)).collect(),
    }
}

fn row(desk: &Desk<'_>, activity: &Entry<Activity>) -> bars::Row {
    bars::Row {
        id: activity.id().to_string(),
        label: desk.bare(&activity.title),
        start: activity.start.map(|date| date.0),
        end: activity.end.map(|date| date.0),
        status: match activity.status {
            Some(ActivityStatus::InProgress) => bars::Status::InProgress,
            Some(ActivityStatus::Done) => bars::Status::Done,
            Some(ActivityStatus::Delayed) => bars::Status::Delayed,
            Some(ActivityStatus::Cancelled) => bars::Status::Cancelled,
            Some(ActivityStatus::Planned | ActivityStatus::Draft) | None => bars::Status::Planned,
        },
        quick_win: activity.quick_win,
        milestones: activity.milestones.iter().map(|milestone| (milestone.date.0, desk.bare(&milestone.title))).collect(),
        depends_on: desk.model().all(&activity.depends_on).map(|other| other.id().to_string()).collect(),
        href: from_page(desk, desk.href_of(activity)),
    }
}

/// Projects over time, all in one group.
pub(in crate::page) fn projects(desk: &Desk<'_>) -> Option<Picture> {
    let row = |project: &Entry<Project>| bars::Row {
        id: project.id().to_string(),
        label: desk.bare(&project.title),
        start: project.start.map(|date| date.0),
        end: project.end.map(|date| date.0),
        status: match project.status {
            Some(ProjectStatus::Running) => bars::Status::InProgress,
            Some(ProjectStatus::Completed) => bars::Status::Done,
            Some(ProjectStatus::Cancelled) => bars::Status::Cancelled,
            Some(ProjectStatus::Planned | ProjectStatus::Draft) | None => bars::Status::Planned,
        },
        quick_win: false,
        milestones: Vec::new(),
        depends_on: Vec::new(),
        href: from_page(desk, desk.href_of(project)),
    };
    let rows: Vec<bars::Row> = desk.model().projects.iter().filter(|project| project.start.is_some()).map(row).collect();
    let groups = vec![bars::Group { label: desk.say("nav.projects"), href: None, rows }];
    let description = described(desk, "chart.projects.description", &groups);
    let input =
        bars::Gantt { groups, today: Some(desk.site.today), span: None, words: words(desk, "nav.projects", "label.project") };
    picture(desk, "project-timeline", &desk.say("chart.projects.title"), &description, &|frame| bars::draw(frame, &input))
}

/// The phases of one project.
pub(in crate::page) fn phases(desk: &Desk<'_>, project: &Entry<Project>) -> Option<Picture> {
    if project.phases.is_empty() {
        return None;
    }
    let today = desk.site.today;
    let row = |(index, phase): (usize, &crate::model::kinds::project::Phase)| bars::Row {
        id: format!("phase-{}", index + 1),
        label: desk.bare(&phase.title),
        start: Some(phase.start.0),
        end: Some(phase.end.0),
        status: match () {
            () if phase.end.0 < today => bars::Status::Done,
            () if phase.start.0 <= today => bars::Status::InProgress,
            () => bars::Status::Planned,
        },
        quick_win: false,
        milestones: Vec::new(),
        depends_on: Vec::new(),
        href: None,
    };
    let rows: Vec<bars::Row> = project.phases.iter().enumerate().map(row).collect();
    let names = desk.locale.list(&rows.iter().map(|row| row.label.clone()).collect::<Vec<_>>());
    let groups = vec![bars::Group { label: desk.bare(&project.title), href: None, rows }];
    let description = listed(desk, "chart.phases.description", &groups, &names);
    let input = bars::Gantt { groups, today: Some(today), span: None, words: words(desk, "label.project", "label.phase") };
    let id = format!("phases-{}", project.id());
    picture(desk, &id, &desk.say("label.phases"), &description, &|frame| bars::draw(frame, &input))
}
