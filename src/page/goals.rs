//! Owns the list of goals and the results chain that runs through all of them.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, GoalCard};
use super::{Desk, draw};
use crate::chart::Picture;

/// The list of goals.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Goals {
    /// The goals.
    pub goals: Vec<GoalCard>,
    /// Budget by goal.
    pub budget: Option<Picture>,
}

pub(super) fn view(desk: &Desk<'_>) -> Goals {
    Goals { goals: cards::goals(desk), budget: draw::budget(desk) }
}
