//! Owns the cluster's identity and the settings of its site: what `cluster.yaml` holds.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::Profile;
use crate::model::Visibility;
use crate::model::choice::choices;
use crate::model::value::{Colour, Country, Currency, Email, FilePath, Language, Period, Prose, Text, Url};

/// Who the cluster is, and how its site looks and is checked.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Cluster {
    /// Name of the cluster.
    pub name: Text,
    /// One line that says what it is for.
    pub tagline: Option<Text>,
    /// Languages of the site, the main one first.
    pub languages: Vec<Language>,
    /// Branch of the economy it works in.
    pub sector: Option<Text>,
    /// Region it works in.
    pub region: Option<Text>,
    /// Country, as ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// Where its office is.
    pub location: Option<Location>,
    /// When it was founded.
    pub founded: Option<Period>,
    /// Form that the cooperation takes.
    pub shape: Option<Shape>,
    /// Who set it going.
    pub driver: Option<Driver>,
    /// Stage of its life.
    pub stage: Option<Stage>,
    /// Who it is, in a few paragraphs.
    pub profile: Option<Prose>,
    /// How to reach it.
    pub contact: Option<Contact>,
    /// Currency of all amounts, as ISO 4217.
    pub currency: Option<Currency>,
    /// Logo, colours and fonts.
    pub brand: Option<Brand>,
    /// Address and settings of the site.
    pub site: Option<Site>,
    /// Who finances the cluster and has to be named.
    #[serde(default)]
    pub funders: Vec<Funder>,
    /// How strict checks are when the command line does not say.
    pub check_profile: Option<Profile>,
    /// Levels of single rules.
    #[serde(default)]
    pub rules: BTreeMap<String, RuleLevel>,
    /// Who may see files and folders that can't say so themselves (CSV files, pictures), by path.
    #[serde(default)]
    pub restrict: BTreeMap<String, Visibility>,
}

/// A point on the globe, in decimal degrees (WGS 84).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Location {
    /// Degrees north of the equator, -90 to 90.
    #[schemars(range(min = -90, max = 90))]
    pub latitude: f64,
    /// Degrees east of Greenwich, -180 to 180.
    #[schemars(range(min = -180, max = 180))]
    pub longitude: f64,
}

/// How to reach the cluster.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Contact {
    /// Person or desk that answers.
    pub name: Option<Text>,
    /// Postal address.
    pub address: Option<Text>,
    /// E-mail address.
    pub email: Option<Email>,
    /// Telephone number.
    pub phone: Option<String>,
    /// The cluster's own website, where it has another one.
    pub website: Option<Url>,
}

/// Logo, colours and fonts.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Brand {
    /// Logo for light backgrounds.
    pub logo: Option<FilePath>,
    /// Logo for dark backgrounds.
    pub logo_dark: Option<FilePath>,
    /// Leading colour.
    pub primary: Option<Colour>,
    /// Second colour.
    pub accent: Option<Colour>,
    /// Font family of headings, as in CSS; readers' devices need to have it or `theme/` has to bring it.
    pub heading_font: Option<String>,
    /// Font family of text.
    pub text_font: Option<String>,
}

/// Address and settings of the site.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Site {
    /// Where the site is published, with its folder: `https://example.org/strategy/`.
    pub url: Option<Url>,
    /// Digits in Arabic pages.
    pub numerals: Option<Numerals>,
    /// Who is responsible for the site, in Markdown.
    pub imprint: Option<Prose>,
    /// Licence of the texts.
    pub licence: Option<Text>,
    /// Which pages get a picture of their own for where they are passed on. Without a word, `pages` up to 2,000 pages, and `sections` beyond.
    pub social_pictures: Option<SocialPictures>,
    /// How much a page may make a telephone load in pictures, in kilobytes; 500 where nothing is said.
    #[schemars(range(min = 1, max = 100_000))]
    pub page_budget: Option<u32>,
}

/// An organisation that finances the cluster.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Funder {
    /// Name.
    pub name: Text,
    /// Website.
    pub website: Option<Url>,
    /// Logo.
    pub logo: Option<FilePath>,
}

choices! {
    /// Digits in Arabic pages.
    Numerals "numerals" { Latin "latin" "0 1 2 3", Arabic "arabic" "٠ ١ ٢ ٣" }
    /// Which pages get a picture of their own for networks and messengers.
    SocialPictures "social-pictures" {
        Pages "pages" "Every page",
        Sections "sections" "The first page of every section; entries show that of their section",
        None "none" "None",
    }
    /// Level of a rule.
    RuleLevel "level" { Off "off" "Not checked", Note "note" "Worth knowing", Warning "warning" "Probably a mistake", Error "error" "Fails the build" }
    /// Form that the cooperation takes.
    Shape "shape" {
        ClusterInitiative "cluster-initiative" "Cluster initiative",
        InterFirmNetwork "inter-firm-network" "Network of firms",
        IndustrialDistrict "industrial-district" "Industrial district",
        GrowthPole "growth-pole" "Growth pole",
        BusinessAssociation "business-association" "Business association",
        SpecialEconomicZone "special-economic-zone" "Special economic zone",
        ScienceTechnologyPark "science-technology-park" "Science and technology park",
        IndustrialPark "industrial-park" "Industrial park",
        EcoIndustrialPark "eco-industrial-park" "Eco-industrial park",
    }
    /// Who set the cluster going.
    Driver "driver" {
        Business "business" "Firms together",
        Entrepreneur "entrepreneur" "One entrepreneur",
        Policy "policy" "Public policy",
        Donor "donor" "A development agency",
        Intermediary "intermediary" "A chamber, agency or association",
        Research "research" "A university or institute",
    }
    /// Stage of a cluster's life.
    Stage "stage" {
        Initiation "initiation" "Actors find each other and agree on goals",
        Establishment "establishment" "Plan, governance, services and monitoring are set up",
        Operationalisation "operationalisation" "Services and projects run",
        Transformation "transformation" "The cluster renews itself",
    }
}
