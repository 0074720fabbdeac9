//! Owns processes: how recurring work of the cluster organisation is done, step by step.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::editorial::Document;
use super::service::Service;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Date, Prose, Text};

/// A process of the cluster organisation.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Process {
    /// Name of the process.
    pub title: Text,
    /// What sort of process it is.
    pub kind: ProcessKind,
    /// What it is for.
    pub purpose: Option<Text>,
    /// Who answers for it.
    pub owner: Option<Ref<Party>>,
    /// How far it has come.
    pub state: Option<ProcessState>,
    /// What sets it going.
    pub trigger: Option<Text>,
    /// What goes into it.
    #[serde(default)]
    pub inputs: Vec<Text>,
    /// What comes out of it.
    #[serde(default)]
    pub outputs: Vec<Text>,
    /// Its steps, in order.
    #[serde(default)]
    pub steps: Vec<ProcessStep>,
    /// Services that it provides.
    #[serde(default)]
    pub services: Vec<Ref<Service>>,
    /// Document with the whole procedure.
    pub document: Option<Ref<Document>>,
    /// Day of the last review.
    pub reviewed: Option<Date>,
    /// Everything else about it, in Markdown.
    pub body: Option<Prose>,
}

/// A step of a process.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ProcessStep {
    /// What is done, or the question that is decided.
    pub title: Text,
    /// Who does it.
    pub by: Option<Ref<Party>>,
    /// Who does it, where that is nobody who has an entry here: an applicant, a supplier.
    pub actor: Option<Text>,
    /// What it takes.
    pub input: Option<Text>,
    /// What it gives.
    pub output: Option<Text>,
    /// Whether it is a decision between yes and no.
    #[serde(default)]
    pub decision: bool,
    /// What happens after a no.
    pub otherwise: Option<Text>,
    /// Number of the step that follows a no.
    #[schemars(range(min = 1, max = 100))]
    pub otherwise_step: Option<u32>,
}

choices! {
    /// What sort of process it is.
    ProcessKind "process-kind" {
        Management "management" "Leads and steers",
        Core "core" "Makes what members get",
        Support "support" "Helps the others to run",
    }
    /// How far a process has come.
    ProcessState "process-state" {
        Defined "defined" "Named, with a purpose and an owner",
        Modelled "modelled" "Written down step by step",
        Implemented "implemented" "Lived in daily work",
    }
}
