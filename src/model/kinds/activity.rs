//! Owns the action plan: activities, their milestones and deliverables.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::goal::Goal;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Date, Text};

/// An activity of the action plan.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Activity {
    /// The activity in a few words.
    pub title: Text,
    /// More about it.
    pub description: Option<Text>,
    /// Goal that it serves.
    pub goal: Option<Ref<Goal>>,
    /// The one person or body that answers for it.
    pub responsible: Option<Ref<Party>>,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// How far it is.
    pub status: Option<ActivityStatus>,
    /// Budget, in the cluster's currency.
    #[schemars(range(min = 0))]
    pub budget: Option<f64>,
    /// What it leaves behind.
    #[serde(default)]
    pub deliverables: Vec<Text>,
    /// Points that show progress on the way.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// Activities that have to end before it can start.
    #[serde(default)]
    pub depends_on: Vec<Ref<Activity>>,
    /// Whether it shows a result soon and at little cost.
    #[serde(default)]
    pub quick_win: bool,
}

/// A point that shows progress.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Milestone {
    /// What has been reached then.
    pub title: Text,
    /// Day by which.
    pub date: Date,
    /// Whether it has been reached.
    #[serde(default)]
    pub reached: bool,
}

choices! {
    /// How far an activity is.
    ActivityStatus "activity-status" {
        Draft "draft" "Not yet agreed; built only on demand",
        Planned "planned" "Agreed, not begun",
        InProgress "in-progress" "Under way",
        Delayed "delayed" "Under way, later than planned",
        Done "done" "Finished",
        Cancelled "cancelled" "Given up",
    }
}

impl Activity {
    /// Whether it should have ended before `today` and is neither done nor given up.
    pub fn is_overdue(&self, today: jiff::civil::Date) -> bool {
        let over = matches!(self.status, Some(ActivityStatus::Done | ActivityStatus::Cancelled));
        !over && self.end.is_some_and(|end| end.0 < today)
    }
}
