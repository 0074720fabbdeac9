//! Owns the action plan: all activities by goal, over time and as a table.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, ActivityRow};
use super::thread::{self, Linked};
use super::{Desk, Words, draw};
use crate::chart::Picture;
use crate::model::Entry;
use crate::model::kinds::activity::Activity;
use crate::model::kinds::goal::Goal;
use crate::model::money::sum_of_activities;

/// The action plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ActionPlan {
    /// Activities over time.
    pub gantt: Option<Picture>,
    /// Activities by goal, those of none last.
    pub groups: Vec<Group>,
    /// Activities that show a result soon.
    pub quick_wins: Vec<Words>,
    /// Activities that should have ended.
    pub overdue: Vec<Words>,
    /// Sum of all budgets.
    pub total: Option<String>,
    /// Day of the next review.
    pub next_review: Option<String>,
}

/// The activities of one goal.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Group {
    /// The goal; none for activities that serve no goal this audience knows.
    pub goal: Option<Words>,
    /// What its activities answer and where they show; nothing in the document, which tells it at the goal.
    pub linked: Option<Linked>,
    /// Its activities.
    pub activities: Vec<ActivityRow>,
    /// They over time, on paper, where a picture of all would be too small to read.
    pub gantt: Option<Picture>,
}

/// The activities of a goal, or of none.
type OfGoal<'a> = (Option<&'a Entry<Goal>>, Vec<&'a Entry<Activity>>);

/// Activities by goal, in the order of the goals.
pub(super) fn by_goal<'a>(desk: &Desk<'a>) -> Vec<OfGoal<'a>> {
    let model = desk.model();
    let mut groups: Vec<_> =
        model.goals.iter().map(|goal| (Some(goal), desk.site.relations.activities(goal.id()).to_vec())).collect();
    let loose = model.activities.iter().filter(|activity| activity.goal.as_ref().and_then(|goal| model.get(goal)).is_none());
    groups.push((None, loose.collect()));
    groups.retain(|(_, activities)| !activities.is_empty());
    groups
}

/// Most activities of a picture that has to be read on a page.
const READABLE: usize = 16;

/// The action plan as the document has it: with a picture of each goal's activities where one of all of them would be too small.
pub(super) fn on_paper(desk: &Desk<'_>) -> ActionPlan {
    let mut plan = view(desk);
    let groups = by_goal(desk);
    if groups.len() > 1 && groups.iter().map(|(_, activities)| activities.len()).sum::<usize>() > READABLE {
        plan.gantt = None;
        for (group, (goal, activities)) in plan.groups.iter_mut().zip(groups) {
            group.gantt = draw::gantt_of(desk, goal, &activities);
        }
    }
    plan
}

pub(super) fn view(desk: &Desk<'_>) -> ActionPlan {
    let model = desk.model();
    let names = |keep: &dyn Fn(&Activity) -> bool| {
        model.activities.iter().filter(|activity| keep(activity)).map(|activity| desk.link(activity, &activity.title)).collect()
    };
    let group = |(goal, activities): OfGoal<'_>| Group {
        goal: goal.map(|goal| desk.link(goal, &goal.title)),
        linked: goal.filter(|_| !desk.print).map(|goal| thread::activities(desk, goal)),
        activities: activities.into_iter().map(|activity| cards::activity_row(desk, activity)).collect(),
        gantt: None,
    };
    ActionPlan {
        gantt: draw::gantt(desk),
        groups: by_goal(desk).into_iter().map(group).collect(),
        quick_wins: names(&|activity| activity.quick_win),
        overdue: names(&|activity| activity.is_overdue(desk.site.today)),
        total: sum_of_activities(&model.activities).map(|sum| desk.money(sum)),
        next_review: model.strategy().and_then(|strategy| strategy.next_review).map(|date| desk.date(date)),
    }
}
