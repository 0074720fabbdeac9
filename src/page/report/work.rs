//! Owns what a yearly report tells besides indicators: activities, milestones, projects, money, surveys and reviews of the year.

use super::Known;
use crate::lang::Arg;
use crate::model::kinds::activity::{Activity, ActivityStatus, Milestone};
use crate::model::kinds::project::{Project, ProjectStatus};
use crate::model::money::{Figures, mix_years};
use crate::model::value::Date;
use crate::model::{Entry, Id};
use crate::page::cards::Badge;
use crate::page::sheet::{Block, Cell, Line, Table};
use crate::page::{Desk, Words, draw, impact};

/// Whether an activity was to end in the year.
fn is_due(known: &Known<'_>, activity: &Activity) -> bool {
    activity.end.is_some_and(|end| known.holds(end.0)) && activity.status != Some(ActivityStatus::Cancelled)
}

/// How many of a goal's activities that were to end in the year are done, and how many there were.
pub(super) fn done(desk: &Desk<'_>, known: &Known<'_>, goal: &Id) -> (usize, usize) {
    let due: Vec<_> = desk.site.relations.activities(goal).iter().filter(|activity| is_due(known, activity)).collect();
    (due.iter().filter(|activity| activity.status == Some(ActivityStatus::Done)).count(), due.len())
}

/// How many of a goal's milestones of the year are reached, and how many there were.
pub(super) fn reached(desk: &Desk<'_>, known: &Known<'_>, goal: &Id) -> (usize, usize) {
    let all = desk.site.relations.activities(goal).iter().flat_map(|activity| &activity.milestones);
    let due: Vec<&Milestone> = all.filter(|milestone| known.holds(milestone.date.0)).collect();
    (due.iter().filter(|milestone| milestone.reached).count(), due.len())
}

fn head<const N: usize>(desk: &Desk<'_>, columns: [(&str, bool); N]) -> [(String, bool); N] {
    columns.map(|(key, numeric)| (desk.say(key), numeric))
}

/// How to read states before a table that shows some; nothing where there is no table.
fn noted(desk: &Desk<'_>, known: &Known<'_>, table: Option<Block>) -> Vec<Block> {
    let (then, now) = (desk.locale.date(known.as_of), desk.locale.date(desk.site.today));
    let note = match known.is_past(desk) {
        true => desk.locale.format("evaluation.status-then", &[("date", Arg::Text(&then)), ("now", Arg::Text(&now))]),
        false => desk.locale.format("evaluation.status-note", &[("date", Arg::Text(&now))]),
    };
    table.map(|table| vec![Block::note(note, false), table]).unwrap_or_default()
}

/// How far something can have been at the end of a past year, of which no record is kept.
enum Then {
    Planned,
    Running,
    Over,
}

/// What the first and last day and the present state tell of it: what is over today counts as over from its last day on, and what has not begun
/// today had not begun then. Nothing where the days leave it open.
fn then(known: &Known<'_>, start: Option<Date>, end: Option<Date>, over: bool, begun: bool) -> Option<Then> {
    match (start, end) {
        (Some(start), _) if start.0 > known.as_of => Some(Then::Planned),
        (_, Some(end)) if over && end.0 <= known.as_of => Some(Then::Over),
        _ if !begun => Some(Then::Planned),
        (Some(_), Some(_)) => Some(Then::Running),
        (Some(_), None) if !over => Some(Then::Running),
        (Some(_), None) | (None, _) => None,
    }
}

/// How far an activity was when the report was due; nothing where that is not known.
fn state(desk: &Desk<'_>, known: &Known<'_>, activity: &Activity) -> Option<Badge> {
    use ActivityStatus::{Cancelled, Delayed, Done, Draft, InProgress, Planned};
    if activity.is_overdue(known.as_of) {
        return Some(Badge { state: "overdue", word: desk.say("page.action-plan.overdue") });
    }
    let status = activity.status?;
    if !known.is_past(desk) {
        return Some(Badge::new(desk, status));
    }
    let begun = match status {
        // Nobody knows when it was given up.
        Cancelled => return None,
        Draft | Planned => false,
        InProgress | Delayed | Done => true,
    };
    let then = then(known, activity.start, activity.end, status == Done, begun)?;
    Some(Badge::new(
        desk,
        match then {
            Then::Planned => Planned,
            Then::Running => InProgress,
            Then::Over => Done,
        },
    ))
}

/// How far a project was, likewise.
fn state_of_project(desk: &Desk<'_>, known: &Known<'_>, project: &Project) -> Option<Badge> {
    use ProjectStatus::{Cancelled, Completed, Draft, Planned, Running};
    let status = project.status?;
    if !known.is_past(desk) {
        return Some(Badge::new(desk, status));
    }
    let begun = match status {
        Cancelled => return None,
        Draft | Planned => false,
        Running | Completed => true,
    };
    let then = then(known, project.start, project.end, status == Completed, begun)?;
    Some(Badge::new(
        desk,
        match then {
            Then::Planned => Planned,
            Then::Running => Running,
            Then::Over => Completed,
        },
    ))
}

/// Activities that were to end in the year, were under way in it, or were late by its end.
pub(super) fn activities(desk: &Desk<'_>, known: &Known<'_>) -> Vec<Block> {
    let model = desk.model();
    let late = |activity: &Activity| activity.is_overdue(known.as_of);
    let running = |activity: &Activity| {
        let begun = activity.start.is_some_and(|start| start.0 <= last(known));
        let over = activity.end.is_some_and(|end| end.0 < known.first());
        begun && !over && activity.status != Some(ActivityStatus::Cancelled)
    };
    let mut shown: Vec<&Entry<Activity>> =
        model.activities.iter().filter(|activity| is_due(known, activity) || late(activity) || running(activity)).collect();
    shown.sort_by_key(|activity| activity.end);
    let line = |activity: &Entry<Activity>| {
        let goal = activity.goal.as_ref().and_then(|goal| model.get(goal));
        let end = activity.end;
        let badge = state(desk, known, activity);
        Line::new(
            None,
            [
                desk.link(activity, &activity.title).into(),
                goal.map(|goal| desk.link(goal, &goal.title)).into(),
                desk.party(activity.responsible.as_ref()).into(),
                end.map_or_else(Cell::default, |end| Cell::from(desk.locale.date_short(end.0)).sorted_by(end.0)),
                badge.map_or_else(Cell::default, Cell::badge),
                activity.budget.map_or_else(Cell::default, |amount| Cell::from(desk.money(amount)).sorted_by(amount)),
            ],
        )
    };
    let columns = [
        ("label.activity", false),
        ("label.goal", false),
        ("label.responsible", false),
        ("label.end", false),
        ("label.status", false),
        ("label.budget", true),
    ];
    let table = Table::new(desk.say("evaluation.activities"), head(desk, columns)).sortable().lines(shown.into_iter().map(line));
    noted(desk, known, table.block())
}

fn last(known: &Known<'_>) -> jiff::civil::Date {
    jiff::civil::Date::new(known.year, 12, 31).unwrap_or(jiff::civil::Date::MAX)
}

/// Milestones of the year.
pub(super) fn milestones(desk: &Desk<'_>, known: &Known<'_>) -> Option<Block> {
    let all = desk.model().activities.iter().flat_map(|activity| activity.milestones.iter().map(move |one| (activity, one)));
    let mut shown: Vec<(&Entry<Activity>, &Milestone)> = all.filter(|(_, one)| known.holds(one.date.0)).collect();
    shown.sort_by_key(|(_, one)| one.date);
    let line = |(activity, one): (&Entry<Activity>, &Milestone)| {
        let badge = match () {
            () if one.reached => Badge { state: "done", word: desk.say("evaluation.reached") },
            () if one.date.0 < known.as_of => Badge { state: "overdue", word: desk.say("evaluation.missed") },
            () => Badge { state: "planned", word: desk.say("evaluation.to-come") },
        };
        Line::new(
            None,
            [
                desk.text(&one.title).into(),
                desk.link(activity, &activity.title).into(),
                Cell::from(desk.locale.date_short(one.date.0)).sorted_by(one.date.0),
                Cell::badge(badge),
            ],
        )
    };
    let columns = [("label.milestone", false), ("label.activity", false), ("label.date", false), ("label.status", false)];
    Table::new(desk.say("label.milestones"), head(desk, columns)).sortable().lines(shown.into_iter().map(line)).block()
}

/// Projects that ran in the year.
pub(super) fn projects(desk: &Desk<'_>, known: &Known<'_>) -> Vec<Block> {
    let ran = |project: &&Entry<Project>| {
        let begun = project.start.is_some_and(|start| start.0 <= last(known));
        let over = project.end.is_some_and(|end| end.0 < known.first());
        begun && !over && project.status != Some(ProjectStatus::Cancelled)
    };
    let line = |project: &Entry<Project>| {
        let period = crate::page::period(desk, project.start, project.end);
        Line::new(
            None,
            [
                desk.link(project, &project.title).into(),
                Cell::from(period),
                state_of_project(desk, known, project).map_or_else(Cell::default, Cell::badge),
                desk.maybe(project.funder.as_ref()).into(),
                project.budget.map_or_else(Cell::default, |amount| Cell::from(desk.money(amount)).sorted_by(amount)),
            ],
        )
    };
    let columns = [
        ("label.project", false),
        ("label.period", false),
        ("label.status", false),
        ("label.funder", false),
        ("label.budget", true),
    ];
    let lines = desk.model().projects.iter().filter(ran).map(line);
    let table = Table::new(desk.say("nav.projects"), head(desk, columns)).sortable().lines(lines).block();
    if known.is_past(desk) { noted(desk, known, table) } else { table.into_iter().collect() }
}

/// Where the year's money came from.
pub(super) fn money(desk: &Desk<'_>, known: &Known<'_>) -> Option<Block> {
    let years = mix_years(desk.model());
    let year = years.iter().find(|year| i32::from(year.year) == i32::from(known.year))?;
    let total = year.total();
    let share = |amount: f64| (total > 0.0).then(|| desk.locale.percent((100.0 * amount / total).round()));
    // Where only shares are told, there are no amounts.
    let amount = |amount: f64| match year.figures {
        Figures::Amounts => Cell::from(desk.money(amount)).sorted_by(amount),
        Figures::Shares => Cell::default(),
    };
    let line = |entry: &&Entry<crate::model::kinds::financing::Financing>| {
        let value = year.value(entry);
        let cells = [
            draw::sources(desk, &entry.sources()).into(),
            desk.maybe(entry.title.as_ref()).into(),
            amount(value),
            Cell::from(share(value)).sorted_by(value),
            desk.maybe(entry.note.as_ref()).into(),
        ];
        Line::new(None, cells)
    };
    let sum = Line::total([desk.say("label.total").into(), Cell::default(), amount(total), share(total).into(), Cell::default()]);
    let lines: Vec<Line> = year.rows.iter().map(line).collect();
    let lines = if lines.len() > 1 { lines.into_iter().chain([sum]).collect() } else { lines };
    let columns =
        [("label.source", false), ("label.funder", false), ("label.amount", true), ("label.share", true), ("label.note", false)];
    Table::new(desk.say("nav.financing"), head(desk, columns)).lines(lines).block()
}

/// Surveys of the year, with how many took part and what came out.
pub(super) fn surveys(desk: &Desk<'_>, known: &Known<'_>) -> Option<Block> {
    let line = |survey: &Entry<crate::model::kinds::impact::Survey>| {
        let told = Cell::from(impact::told(desk, survey));
        let cells = [
            desk.link(survey, &survey.title).into(),
            impact::when(desk, survey).into(),
            survey.participation().map_or_else(Cell::default, |share| told.sorted_by(share)),
            impact::badge(desk, survey).map_or_else(Cell::default, Cell::badge),
            Cell::all(desk.texts(&survey.findings)),
        ];
        Line::new(None, cells)
    };
    let columns = [
        ("evaluation.survey", false),
        ("label.period", false),
        ("evaluation.participation", false),
        ("label.status", false),
        ("evaluation.findings", false),
    ];
    let lines = known.surveys(desk).into_iter().map(line);
    Table::new(desk.say("page.monitoring.surveys"), head(desk, columns)).lines(lines).block()
}

/// Reviews of strategy and plan in the year.
pub(super) fn reviews(desk: &Desk<'_>, known: &Known<'_>) -> Option<Block> {
    let strategy = desk.model().strategy()?;
    let mut held: Vec<_> = strategy.reviews.iter().filter(|review| known.holds(review.date.0)).collect();
    held.sort_by_key(|review| review.date);
    let line = |review: &crate::model::kinds::strategy::Review| {
        let result: Option<Words> = desk.maybe(review.result.as_ref());
        Line::new(None, [Cell::from(desk.date(review.date)).sorted_by(review.date), result.into()])
    };
    let columns = [("label.date", false), ("evaluation.result", false)];
    Table::new(desk.say("evaluation.reviews"), head(desk, columns)).lines(held.into_iter().map(line)).block()
}
