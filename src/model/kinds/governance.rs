//! Owns governance: the legal form and why it was chosen, the bodies, and the people in them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::member::Member;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Email, FilePath, Period, Prose, Text};

/// The cluster organisation as a whole.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Governance {
    /// Legal form.
    pub legal_form: Option<LegalForm>,
    /// Entry in the register.
    pub registered: Option<Registration>,
    /// Law that the legal form is one of: that of a country or region.
    pub law: Option<Text>,
    /// The three questions that the choice of a legal form depends on, answered.
    pub form_choice: Option<FormChoice>,
    /// How decisions are made, in Markdown.
    pub body: Option<Prose>,
}

/// Entry in a public register.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Registration {
    /// Day of the entry, or the month or year where no more is known.
    pub on: Option<Period>,
    /// Court or office that keeps the register.
    pub register: Option<Text>,
    /// Number in the register.
    pub number: Option<String>,
    /// Town of the register.
    pub place: Option<Text>,
}

/// Why the legal form is what it is. The guide: it depends on the goals of the cluster, and on the answers to three questions.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct FormChoice {
    /// How closely the partners wish to cooperate.
    pub cooperation: Option<Cooperation>,
    /// More about that.
    pub cooperation_note: Option<Text>,
    /// Part that commercial activities play in the cluster.
    pub commerce: Option<Commerce>,
    /// More about that.
    pub commerce_note: Option<Text>,
    /// How quickly new members are to be taken in: exclusive or open to all.
    pub admission: Option<Admission>,
    /// More about that.
    pub admission_note: Option<Text>,
    /// Where the cluster stands between no commitment and business activities (1) and the most of both (5); made of the first two answers where it is not given.
    #[schemars(range(min = 1, max = 5))]
    pub commitment: Option<f64>,
    /// Where it stands between a closed circle (1) and any number of members (5); made of the third answer where it is not given.
    #[schemars(range(min = 1, max = 5))]
    pub openness: Option<f64>,
    /// Other forms that were weighed, and what spoke against each.
    #[serde(default)]
    pub weighed: Vec<Weighed>,
    /// What spoke for the form, in Markdown.
    pub reasons: Option<Prose>,
}

/// A legal form that was weighed and not chosen.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Weighed {
    /// The form.
    pub form: LegalForm,
    /// What spoke against it.
    pub against: Option<Text>,
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
    /// Who belongs to it, where a rule says so and not a list.
    pub composition: Option<Text>,
    /// People, members and bodies that sit on it.
    #[serde(default)]
    pub members: Vec<Ref<Party>>,
    /// Who chairs it.
    pub chair: Option<Ref<Party>>,
    /// Number of seats.
    pub seats: Option<u32>,
    /// Body that elects or appoints it.
    pub elected_by: Option<Ref<Body>>,
    /// Majority that an election to it takes.
    pub majority: Option<Majority>,
    /// Who can be elected.
    pub eligible: Option<Text>,
    /// Term of office, in years.
    #[schemars(range(min = 0, max = 30))]
    pub term: Option<f64>,
    /// Whether the term may be shorter: up to so many years.
    #[serde(default)]
    pub term_at_most: bool,
    /// Whether who has served a term can be elected again.
    pub renewable: Option<bool>,
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
        Officer "officer" "One person with powers of their own, such as a chair who represents the organisation",
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
    /// Majority that decides.
    Majority "majority" {
        Simple "simple" "More votes for than against",
        Absolute "absolute" "More than half of all votes",
        TwoThirds "two-thirds" "Two thirds of the votes",
        Unanimous "unanimous" "All votes",
    }
    /// How closely partners wish to cooperate.
    Cooperation "cooperation" {
        Loose "loose" "They exchange and see what comes of it",
        Close "close" "They act together in agreed matters",
        Binding "binding" "They bind themselves and share risk and capital",
    }
    /// Part that commercial activities play.
    Commerce "commerce" {
        None "none" "None",
        Secondary "secondary" "A means that serves another purpose",
        Main "main" "What the cluster organisation is there for",
    }
    /// How new members are taken in.
    Admission "admission" {
        Open "open" "Quickly, whoever fits",
        Selective "selective" "One by one, after a decision",
        Exclusive "exclusive" "Hardly ever: a fixed circle",
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

/// A place between 1 and 5 on the two axes that tell legal forms apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// How far members commit themselves and business is done.
    pub commitment: f64,
    /// How easily members join, and how many there can be.
    pub openness: f64,
}

impl LegalForm {
    /// Where the form stands among the others. The guide orders forms along these axes in a figure and compares them in a table; the numbers are ours,
    /// read from that table: what is easy to enter and leave commits little, what needs capital and makes owners commits much, and shares of a larger
    /// company change hands more easily than those of a small one.
    pub fn standing(self) -> Standing {
        let (commitment, openness) = match self {
            Self::CooperationAgreement => (1.3, 4.6),
            Self::NonProfitAssociation => (2.1, 4.1),
            Self::ForProfitAssociation => (2.7, 3.6),
            Self::Foundation => (2.2, 1.5),
            Self::Hybrid => (3.4, 3.0),
            Self::LimitedCompany => (3.7, 1.5),
            Self::Corporation => (4.4, 2.2),
            Self::JointStockCompany => (4.7, 3.2),
        };
        Standing { commitment, openness }
    }
}

impl FormChoice {
    /// Where the cluster stands by its own words: the places that its authors give, else those that follow from the answers by a method of ours. Commitment
    /// is the mean of cooperation and commerce, where both are answered. Nothing where an axis has neither.
    pub fn standing(&self) -> Option<Standing> {
        // The middle lies below that of the scale, so that partners who act together and trade a little come out where associations stand.
        const LOW: f64 = 1.0;
        const MIDDLE: f64 = 2.5;
        const HIGH: f64 = 4.5;
        let cooperation = self.cooperation.map(|answer| match answer {
            Cooperation::Loose => LOW,
            Cooperation::Close => MIDDLE,
            Cooperation::Binding => HIGH,
        });
        let commerce = self.commerce.map(|answer| match answer {
            Commerce::None => LOW,
            Commerce::Secondary => MIDDLE,
            Commerce::Main => HIGH,
        });
        let admission = self.admission.map(|answer| match answer {
            Admission::Open => HIGH,
            Admission::Selective => MIDDLE,
            Admission::Exclusive => LOW,
        });
        let both = match (cooperation, commerce) {
            (Some(one), Some(other)) => Some((one + other) / 2.0),
            (one, other) => one.or(other),
        };
        Some(Standing { commitment: self.commitment.or(both)?, openness: self.openness.or(admission)? })
    }

    /// Whether the authors placed the cluster on both axes themselves.
    pub fn is_placed_by_hand(&self) -> bool {
        self.commitment.is_some() && self.openness.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Choice;

    fn standing(choice: &str) -> Option<(f64, f64)> {
        let choice: FormChoice = serde_yaml::from_str(choice).unwrap();
        choice.standing().map(|standing| (standing.commitment, standing.openness))
    }

    #[test]
    fn a_cluster_stands_where_it_says_or_where_its_answers_place_it() {
        for (choice, expected) in [
            ("{cooperation: close, commerce: secondary, admission: open}", Some((2.5, 4.5))),
            ("{cooperation: binding, commerce: main, admission: exclusive}", Some((4.5, 1.0))),
            ("{cooperation: loose, admission: selective}", Some((1.0, 2.5))),
            ("{cooperation: loose, commitment: 3, openness: 2}", Some((3.0, 2.0))),
            ("{commitment: 3, admission: open}", Some((3.0, 4.5))),
            ("{cooperation: close, commerce: none}", None),
            ("{}", None),
        ] {
            assert_eq!(standing(choice), expected, "{choice}");
        }
    }

    #[test]
    fn every_form_stands_on_the_scale_and_at_a_place_of_its_own() {
        let places: Vec<Standing> = LegalForm::ALL.iter().map(|form| form.standing()).collect();
        for (index, place) in places.iter().enumerate() {
            assert!((1.0..=5.0).contains(&place.commitment) && (1.0..=5.0).contains(&place.openness), "{place:?}");
            assert!(!places[index + 1..].contains(place), "{place:?}");
        }
    }
}
