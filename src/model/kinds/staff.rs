//! Owns the posts of the managing office and the skills of those who hold them. It is internal unless an entry says otherwise, and scores always are:
//! they judge people whom everybody here can name.

use schemars::JsonSchema;
use serde::Deserialize;

use super::governance::Person;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::Text;

/// A post of the cluster's management or its back office.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Staff {
    /// Name of the post.
    pub title: Text,
    /// Who holds it, where that is one of the people of `governance/people`.
    pub person: Option<Ref<Person>>,
    /// Full-time equivalents: 1 is full time, 0.5 half of it.
    #[schemars(range(min = 0, max = 20))]
    pub fte: f64,
    /// Whether it belongs to the back office: secretaries, controllers.
    #[serde(default)]
    pub back_office: bool,
    /// Whether its skills are assessed; where this is not given, those of the back office are not.
    pub assessed: Option<bool>,
    /// Why a post of the back office is assessed all the same.
    pub reason: Option<Text>,
    /// What the post does.
    pub tasks: Option<Text>,
    /// Scores of the skills: 0 not there, 1 in part, 2 as needed, 3 more than that. Only the internal edition shows them.
    pub skills: Option<Skills>,
}

/// Scores by criterion, from 0 to 3; what is not given has not been assessed.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Skills {
    /// Education at tertiary level.
    #[schemars(range(min = 0, max = 3))]
    pub tertiary_education: Option<f64>,
    /// Work experience in the private sector.
    #[schemars(range(min = 0, max = 3))]
    pub private_sector: Option<f64>,
    /// Leadership and management.
    #[schemars(range(min = 0, max = 3))]
    pub leadership: Option<f64>,
    /// Social skills, intercultural ones among them.
    #[schemars(range(min = 0, max = 3))]
    pub social: Option<f64>,
    /// Communication.
    #[schemars(range(min = 0, max = 3))]
    pub communication: Option<f64>,
    /// Project management.
    #[schemars(range(min = 0, max = 3))]
    pub project_management: Option<f64>,
    /// English.
    #[schemars(range(min = 0, max = 3))]
    pub english: Option<f64>,
    /// Knowledge of the sector or its technology from more than three years.
    #[schemars(range(min = 0, max = 3))]
    pub sector_knowledge: Option<f64>,
    /// Training about clusters and policy.
    #[schemars(range(min = 0, max = 3))]
    pub cluster_training: Option<f64>,
    /// A foreign language besides; of use, but not asked for.
    #[schemars(range(min = 0, max = 3))]
    pub foreign_language: Option<f64>,
}

choices! {
    /// What the management team is assessed by.
    Criterion "criterion" {
        TertiaryEducation "tertiary-education" "Education at tertiary level",
        PrivateSector "private-sector" "Work experience in the private sector",
        Leadership "leadership" "Leadership and management",
        Social "social" "Social and intercultural skills",
        Communication "communication" "Communication",
        ProjectManagement "project-management" "Project management",
        English "english" "English",
        SectorKnowledge "sector-knowledge" "Knowledge of the sector from more than three years",
        ClusterTraining "cluster-training" "Training about clusters and policy",
        ForeignLanguage "foreign-language" "Another foreign language",
    }
}

impl Criterion {
    /// Whether the guide calls it of use only.
    pub fn is_optional(self) -> bool {
        self == Self::ForeignLanguage
    }
}

impl Skills {
    /// The score of a criterion.
    pub fn get(&self, criterion: Criterion) -> Option<f64> {
        match criterion {
            Criterion::TertiaryEducation => self.tertiary_education,
            Criterion::PrivateSector => self.private_sector,
            Criterion::Leadership => self.leadership,
            Criterion::Social => self.social,
            Criterion::Communication => self.communication,
            Criterion::ProjectManagement => self.project_management,
            Criterion::English => self.english,
            Criterion::SectorKnowledge => self.sector_knowledge,
            Criterion::ClusterTraining => self.cluster_training,
            Criterion::ForeignLanguage => self.foreign_language,
        }
    }
}

impl Staff {
    /// Whether its skills count in the assessment of the team. The guide leaves the back office out unless the cluster manager decides otherwise.
    pub fn is_assessed(&self) -> bool {
        self.assessed.unwrap_or(!self.back_office)
    }

    /// The same post without what judges the person who holds it.
    pub(in crate::model) fn without_scores(&self) -> Self {
        Self { skills: None, reason: None, ..self.clone() }
    }
}
