//! Owns projects: work with an end, money and partners of its own.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::goal::Goal;
use super::member::Member;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Date, Prose, Text};

/// A project of the cluster.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Project {
    /// Name of the project.
    pub title: Text,
    /// The project in one paragraph, for lists.
    pub summary: Option<Text>,
    /// Whom it is run for.
    pub character: Option<Character>,
    /// What it wants to reach.
    pub purpose: Option<Text>,
    /// Who is to benefit.
    pub target_group: Option<Text>,
    /// Goals of the strategy that it serves.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
    /// How it is paid for.
    pub financing: Option<ProjectFinancing>,
    /// Who pays.
    pub funder: Option<Text>,
    /// Budget, in the cluster's currency.
    #[schemars(range(min = 0))]
    pub budget: Option<f64>,
    /// Body that carries it out.
    pub executing_body: Option<Ref<Party>>,
    /// Who manages it.
    pub manager: Option<Ref<Party>>,
    /// Members that take part.
    #[serde(default)]
    pub partners: Vec<Ref<Member>>,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// Parts of the work.
    #[serde(default)]
    pub phases: Vec<Phase>,
    /// How far it is.
    pub status: Option<ProjectStatus>,
    /// Everything else about it, in Markdown.
    pub body: Option<Prose>,
}

/// A part of a project.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Phase {
    /// Name of the phase.
    pub title: Text,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

choices! {
    /// Whom a project is run for.
    Character "project-character" {
        InternalManagement "internal-management" "The management itself",
        ClusterDevelopment "cluster-development" "The cluster as a whole",
        ProjectAsAService "project-as-a-service" "A client",
        Joint "joint" "Several members together",
    }
    /// How a project is paid for.
    ProjectFinancing "project-financing" {
        SelfFinanced "self-financed" "By those who take part",
        Public "public" "By the public side",
        Donor "donor" "By a donor",
        Mixed "mixed" "By several",
    }
    /// How far a project is.
    ProjectStatus "project-status" {
        Draft "draft" "Not yet agreed; built only on demand",
        Planned "planned" "Agreed, not begun",
        Running "running" "Under way",
        Completed "completed" "Finished",
        Cancelled "cancelled" "Given up",
    }
}
