//! Owns the cluster's identity and the settings of its site: what `cluster.yaml` holds.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::document::Selected;
use crate::diag::Profile;
use crate::model::choice::choices;
use crate::model::value::{Colour, Country, Currency, Date, Email, FilePath, Language, Location, Period, Prose, Text, Url};
use crate::model::{State, Visibility};

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
    /// Towns and outlines for maps.
    pub map: Option<MapSettings>,
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
    /// Logo, colours, fonts and theme.
    pub brand: Option<Brand>,
    /// Address and settings of the site.
    pub site: Option<Site>,
    /// Who finances the cluster and has to be named, in the order in which they are to stand.
    #[serde(default)]
    pub funders: Vec<Supporter>,
    /// Whom the cluster works with and shows beside itself, likewise.
    #[serde(default)]
    pub partners: Vec<Supporter>,
    /// Documents to print beside the whole strategy, in the order in which they are offered.
    #[serde(default)]
    pub print: Vec<Selected>,
    /// How progress of indicators is judged and what its states are called.
    pub monitoring: Option<Monitoring>,
    /// How strict checks are when the command line does not say.
    pub check_profile: Option<Profile>,
    /// Levels of single rules.
    #[serde(default)]
    pub rules: BTreeMap<String, RuleLevel>,
    /// Who may see files and folders that can't say so themselves (CSV files, pictures), by path.
    #[serde(default)]
    pub restrict: BTreeMap<String, Visibility>,
}

/// What maps show besides points: where towns lie, and outlines of the cluster's own.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct MapSettings {
    /// Where towns lie, by the name that members give as their place.
    #[serde(default)]
    pub places: BTreeMap<String, Location>,
    /// GeoJSON file with the outline of the region.
    pub region: Option<FilePath>,
    /// GeoJSON file with countries, in place of the borders that the program brings.
    pub borders: Option<FilePath>,
    /// Whose borders these are, for the line below maps.
    pub credit: Option<Text>,
}

impl MapSettings {
    /// Where a place lies: one of its names has to be known, in whichever language; capitals don't count.
    pub fn find(&self, place: &Text) -> Option<(&str, &Location)> {
        let names = || place.all().map(|(_, name)| name.trim().to_lowercase());
        let known = self.places.iter().find(|(key, _)| names().any(|name| name == key.trim().to_lowercase()));
        known.map(|(key, location)| (key.as_str(), location))
    }
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

/// Logo, colours, fonts and theme.
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
    /// Theme that the site is dressed in; `clustersite theme list` tells which there are.
    pub theme: Option<String>,
    /// Corners of cards, buttons and the like; the theme's own where this is left out.
    pub corners: Option<Corners>,
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
    /// Address of the licence's text.
    pub licence_url: Option<Url>,
    /// Hosts that the site is published on, for whom files with headers and redirects are made.
    pub hosts: Option<Vec<Host>>,
    /// Whom to tell of a hole in the site; published as `.well-known/security.txt`.
    pub security: Option<Security>,
    /// Which pages get a picture of their own for where they are passed on. Without a word, `pages` up to 2,000 pages, and `sections` beyond.
    pub social_pictures: Option<SocialPictures>,
    /// How much a page may make a telephone load in pictures, in kilobytes; 500 where nothing is said.
    #[schemars(range(min = 1, max = 100_000))]
    pub page_budget: Option<u32>,
}

/// Whom to tell of a hole in the site's security (RFC 9116).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Security {
    /// E-mail address that reports go to.
    pub contact: Email,
    /// Day until which the contact holds, at most a year ahead.
    pub expires: Date,
    /// Page that says how reports are dealt with.
    pub policy: Option<Url>,
    /// Languages that reports may be in; those of the site where nothing is said.
    #[serde(default)]
    pub languages: Vec<Language>,
}

/// How progress of indicators is judged, and what its states are called.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Monitoring {
    /// Share of the expected progress from which an indicator is on track; 0.9 where nothing is said.
    #[schemars(range(min = 0, max = 1))]
    pub on_track: Option<f64>,
    /// Share of the expected progress from which it is behind, and below which it is off track; 0.6 where nothing is said.
    #[schemars(range(min = 0, max = 1))]
    pub behind: Option<f64>,
    /// What states are called in place of the usual words.
    pub states: Option<StateNames>,
}

/// Names of the states of progress; a language that is left out keeps its usual word.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct StateNames {
    /// The target is reached.
    pub achieved: Option<Text>,
    /// As much as expected, or nearly so.
    pub on_track: Option<Text>,
    /// Less than expected.
    pub behind: Option<Text>,
    /// Much less than expected.
    pub off_track: Option<Text>,
    /// The day of the baseline has not come.
    pub not_started: Option<Text>,
    /// Nothing is known yet.
    pub no_data: Option<Text>,
}

impl StateNames {
    /// The name of a state in a language, where the cluster gives it one there.
    pub fn get(&self, state: State, lang: &str) -> Option<&str> {
        let name = match state {
            State::Achieved => &self.achieved,
            State::OnTrack => &self.on_track,
            State::Behind => &self.behind,
            State::OffTrack => &self.off_track,
            State::NotStarted => &self.not_started,
            State::NoData => &self.no_data,
        };
        let (_, text) = name.as_ref()?.all().find(|(tag, text)| *tag == lang && !text.trim().is_empty())?;
        Some(text)
    }
}

/// An organisation that finances the cluster or works with it, and what it demands for its logo. A logo is never recoloured or cropped; on dark
/// pages it stands on a white ground of its own unless there is one for dark backgrounds.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Supporter {
    /// Name.
    pub name: Text,
    /// Website.
    pub website: Option<Url>,
    /// Logo for light backgrounds.
    pub logo: Option<FilePath>,
    /// Logo for dark backgrounds, where the organisation has one.
    pub logo_dark: Option<FilePath>,
    /// Height in pixels (96 to the inch, on paper too) below which the logo must not be shown.
    #[schemars(range(min = 16, max = 240))]
    pub min_height: Option<u32>,
    /// Words that have to stand beside the logo, such as “Co-financed by …”.
    pub statement: Option<Text>,
}

choices! {
    /// Digits in Arabic pages.
    Numerals "numerals" { Latin "latin" "0 1 2 3", Arabic "arabic" "٠ ١ ٢ ٣" }
    /// Shape of corners.
    Corners "corners" { Square "square" "Right angles", Soft "soft" "A little rounded", Round "round" "Well rounded" }
    /// A host of websites.
    Host "host" {
        Netlify "netlify" "Netlify: _headers, _redirects",
        Cloudflare "cloudflare" "Cloudflare Pages: _headers, _redirects",
        Apache "apache" "Apache, as most shared hosting has it: .htaccess",
        Nginx "nginx" "nginx: nginx.conf, to be included in the server's own",
        Vercel "vercel" "Vercel: vercel.json",
        Azure "azure" "Azure Static Web Apps: staticwebapp.config.json",
        GithubPages "github-pages" "GitHub Pages: .nojekyll",
        GitlabPages "gitlab-pages" "GitLab Pages: _redirects",
    }
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
