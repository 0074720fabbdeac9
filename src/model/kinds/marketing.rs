//! Owns marketing: what the brand stands for, whom it speaks to, and the guideline by which the cluster and its members appear. Logo, colours and
//! fonts are the cluster's own (`brand` in `cluster.yaml`) and not said a second time.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Prose, Text};

/// The brand and the marketing guideline. The guideline has the seven parts that the guide lists; what stands in them is Markdown.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Marketing {
    /// What the brand promises, in a sentence.
    pub promise: Option<Text>,
    /// What the cluster stands for.
    #[serde(default)]
    pub values: Vec<BrandValue>,
    /// What nobody else offers.
    pub unique: Option<Text>,
    /// How others see the cluster today.
    pub perceived: Option<Text>,
    /// How it wants to be seen, and what it strives for.
    pub aspiration: Option<Text>,
    /// How the brand fits that of the region and those of members.
    pub region: Option<Text>,
    /// What the brand is to achieve.
    #[serde(default)]
    pub goals: Vec<BrandGoal>,
    /// Groups that the brand speaks to.
    #[serde(default)]
    pub audiences: Vec<TargetGroup>,
    /// How the logo is used.
    pub logo: Option<LogoUse>,
    /// Who looks after the brand.
    pub owner: Option<Ref<Party>>,
    /// 1. Market monitoring and acquisition: what is watched, by whom, and what follows from it.
    pub market_monitoring: Option<Prose>,
    /// 2. Preparation of offers: how their quality and form are assured.
    pub offers: Option<Prose>,
    /// 3. Public relations: what is told about the cluster, its activities and its organisation, and in which forms.
    pub public_relations: Option<Prose>,
    /// 4. Presentation material: brochures, project profiles, website, slides.
    pub presentation_material: Option<Prose>,
    /// 5. Other tasks of public relations: what every member contributes in its own field.
    pub shared_tasks: Option<Prose>,
    /// 6. Corporate identity: uniform logo, business cards, signatures.
    pub corporate_identity: Option<Prose>,
    /// 7. Measurement and management: where results are recorded, who reviews them, and with whom.
    pub measurement: Option<Prose>,
    /// Anything beside these parts, in Markdown.
    pub body: Option<Prose>,
}

/// A value of the brand.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct BrandValue {
    /// The value in a word or two.
    pub title: Text,
    /// What it means in practice.
    pub meaning: Option<Text>,
}

/// A group that the brand speaks to.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct TargetGroup {
    /// The group.
    pub title: Text,
    /// What is to be reached with it.
    pub objective: Option<Text>,
    /// What it is told.
    #[serde(default)]
    pub messages: Vec<Text>,
    /// By which tools and media.
    #[serde(default)]
    pub channels: Vec<Text>,
    /// When and how often.
    pub timing: Option<Text>,
}

/// How the logo is used.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct LogoUse {
    /// Free space on every side, in parts of the logo's height: 0.5 is half of it.
    #[schemars(range(min = 0, max = 4))]
    pub clear_space: Option<f64>,
    /// Least height in print, in millimetres.
    #[schemars(range(min = 1, max = 200))]
    pub min_print: Option<f64>,
    /// Least height on screens, in pixels.
    #[schemars(range(min = 8, max = 400))]
    pub min_screen: Option<u32>,
    /// What is to be done.
    #[serde(default)]
    pub dos: Vec<Text>,
    /// What is not.
    #[serde(default)]
    pub donts: Vec<Text>,
}

choices! {
    /// What a brand is to achieve, as the guide lists it.
    BrandGoal "brand-goal" {
        Commitment "commitment" "Bind those who take part already",
        Strategy "strategy" "Anchor the strategy",
        NewActors "new-actors" "Win new actors",
        Visibility "visibility" "Be seen beyond the region",
        Attractiveness "attractiveness" "Attract staff, partners and investors",
        Collaboration "collaboration" "Work with other clusters and across borders",
    }
    /// A part of the marketing guideline, in the order of the guide.
    GuidelinePart "guideline-part" {
        MarketMonitoring "market-monitoring" "Market monitoring and acquisition",
        Offers "offers" "Preparation of offers",
        PublicRelations "public-relations" "Public relations",
        PresentationMaterial "presentation-material" "Presentation material",
        SharedTasks "shared-tasks" "Other tasks of public relations",
        CorporateIdentity "corporate-identity" "Corporate identity",
        Measurement "measurement" "Measurement and management",
    }
}

impl Marketing {
    /// What stands in a part of the guideline.
    pub fn part(&self, part: GuidelinePart) -> Option<&Prose> {
        let text = match part {
            GuidelinePart::MarketMonitoring => &self.market_monitoring,
            GuidelinePart::Offers => &self.offers,
            GuidelinePart::PublicRelations => &self.public_relations,
            GuidelinePart::PresentationMaterial => &self.presentation_material,
            GuidelinePart::SharedTasks => &self.shared_tasks,
            GuidelinePart::CorporateIdentity => &self.corporate_identity,
            GuidelinePart::Measurement => &self.measurement,
        };
        text.as_ref().filter(|text| !text.is_empty())
    }
}
