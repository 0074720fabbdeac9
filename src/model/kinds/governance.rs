//! Owns governance: the legal form, the bodies, and the people in them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::member::Member;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Date, Email, FilePath, Prose, Text};

/// The cluster organisation as a whole.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Governance {
    /// Legal form.
    pub legal_form: Option<LegalForm>,
    /// Entry in the register.
    pub registered: Option<Registration>,
    /// How decisions are made, in Markdown.
    pub body: Option<Prose>,
}

/// Entry in a public register.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Registration {
    /// Day of the entry.
    pub on: Option<Date>,
    /// Register and number.
    pub number: Option<String>,
    /// Town of the register.
    pub place: Option<Text>,
}

/// A body of the cluster organisation.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Body {
    /// Name of the body.
    pub title: Text,
    /// What sort of body it is.
    pub kind: BodyKind,
    /// What it is for.
    pub mandate: Option<Text>,
    /// What it decides and does.
    #[serde(default)]
    pub tasks: Vec<Text>,
    /// People, members and bodies that sit on it.
    #[serde(default)]
    pub members: Vec<Ref<Party>>,
    /// Who chairs it.
    pub chair: Option<Ref<Party>>,
    /// Number of seats.
    pub seats: Option<u32>,
    /// Body that elects or appoints it.
    pub elected_by: Option<Ref<Body>>,
    /// Term of office, in years.
    #[schemars(range(min = 0, max = 30))]
    pub term: Option<f64>,
    /// How often it meets.
    pub meets: Option<Meets>,
    /// Body that it reports to.
    pub reports_to: Option<Ref<Body>>,
}

/// A person with a role in the cluster.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Person {
    /// Name.
    pub name: Text,
    /// Post or office.
    pub role: Option<Text>,
    /// Member that the person comes from.
    pub organisation: Option<Ref<Member>>,
    /// E-mail address.
    pub email: Option<Email>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Photograph.
    pub photo: Option<FilePath>,
}

choices! {
    /// What sort of body it is.
    BodyKind "body-kind" {
        GeneralAssembly "general-assembly" "All members",
        ExecutiveBoard "executive-board" "Board that leads and represents",
        SteeringCommittee "steering-committee" "Committee that steers",
        AdvisoryBoard "advisory-board" "Board that advises",
        ManagingOffice "managing-office" "Office that runs the cluster",
        WorkingGroup "working-group" "Group of members on one subject",
        Other "other" "Another",
    }
    /// How often a body meets.
    Meets "meets" {
        Weekly "weekly" "Every week",
        Monthly "monthly" "Every month",
        Quarterly "quarterly" "Every quarter",
        HalfYearly "half-yearly" "Twice a year",
        Yearly "yearly" "Once a year",
        AsNeeded "as-needed" "When there is need",
    }
    /// Legal form of a cluster organisation.
    LegalForm "legal-form" {
        CooperationAgreement "cooperation-agreement" "Agreement without a legal person",
        NonProfitAssociation "non-profit-association" "Association not for profit",
        ForProfitAssociation "for-profit-association" "Association for profit",
        Foundation "foundation" "Foundation",
        LimitedCompany "limited-company" "Limited company",
        Corporation "corporation" "Corporation",
        JointStockCompany "joint-stock-company" "Joint stock company",
        Hybrid "hybrid" "Several forms together",
    }
}
