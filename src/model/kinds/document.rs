//! Owns the documents that a cluster prints beside its whole strategy, and the glossary that explains their words: what `print` in `cluster.yaml` lists, and
//! what `glossary.yaml` holds.

use schemars::JsonSchema;
use serde::Deserialize;

use super::goal::Goal;
use crate::model::choice::{Choice, choices};
use crate::model::value::Text;
use crate::model::{Id, Ref};

/// A document made of some of the chapters that the whole strategy has.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Selected {
    /// Ready-made document that it is; where it is left out, the document is what its sections say.
    pub document: Option<Form>,
    /// Its name in addresses and files, in small letters, digits and hyphens. Where it is left out: the word of the ready-made document, and after a hyphen
    /// the year or the goal.
    pub name: Option<String>,
    /// Title on its cover, in place of the ready-made one.
    pub title: Option<Text>,
    /// Goal that it is about: of goals, activities, services, projects and indicators, only this one and what serves it is in it.
    pub goal: Option<Ref<Goal>>,
    /// Year of its section `report`.
    #[schemars(range(min = 1900, max = 9999))]
    pub year: Option<i16>,
    /// What is in it, in this order, in place of the sections that the ready-made document has.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// Paper that it is made for; A4 where nothing is said. `clustersite pdf --paper` goes before it.
    pub paper: Option<Paper>,
    /// Whether its pages lie on their side.
    #[serde(default)]
    pub landscape: bool,
}

/// A term that readers may not know.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Term {
    /// The term, as texts use it.
    pub term: Text,
    /// What it means here, in a sentence or two.
    pub definition: Text,
    /// Its abbreviation.
    pub abbreviation: Option<Text>,
}

choices! {
    /// A ready-made document.
    Form "document-form" {
        ExecutiveSummary "executive-summary" "The strategy on two pages",
        MonitoringReport "monitoring-report" "What a year has brought; needs `year`",
        Goal "goal" "One goal with all that serves it; needs `goal`",
        ServiceCatalogue "service-catalogue" "Every service",
        Profile "profile" "The cluster on one page",
    }
    /// A section of a document.
    Section "document-section" {
        Summary "summary" "The strategy on two pages: who, vision, goals, indicators, money, contact",
        OnePage "one-page" "The cluster on one page",
        Report "report" "What a year has brought; needs `year`",
        Cluster "cluster" "The cluster in brief",
        Mapping "mapping" "What statistics say about the sectors of the region",
        ValueChain "value-chain" "The value chain",
        Diamond "diamond" "Porter’s diamond",
        Swot "swot" "Strengths, weaknesses, opportunities and threats",
        Policy "policy" "Policies and programmes",
        Stakeholders "stakeholders" "Stakeholders",
        Actors "actors" "Actors and their interests",
        Cases "cases" "Cases and lessons",
        Demands "demands" "Demands of members",
        Strategy "strategy" "Vision, mission, objectives",
        Canvas "canvas" "The business canvas",
        Goals "goals" "The goals",
        Readiness "readiness" "The key questions of the guide",
        Fields "fields" "Fields of action",
        Traceability "traceability" "What each goal answers and what serves it",
        ActionPlan "action-plan" "The action plan",
        Financing "financing" "Where the money comes from",
        Costs "costs" "Costs and liquidity",
        Governance "governance" "Bodies and people",
        Staffing "staffing" "Posts and skills",
        Agreement "agreement" "The membership agreement",
        Brand "brand" "The brand",
        Processes "processes" "Processes",
        Members "members" "The members",
        Relations "relations" "Relations with members",
        Excellence "excellence" "Management excellence",
        Internationalisation "internationalisation" "Beyond the country",
        Services "services" "The services",
        Portfolio "portfolio" "The service portfolio",
        Projects "projects" "The projects",
        Monitoring "monitoring" "The indicators at a glance",
        Results "results" "From input to impact, goal by goal",
        AllIndicators "all-indicators" "Every indicator, year by year",
        Impact "impact" "What leads to impact",
        Reports "reports" "What each year has brought, in a table",
        Indicators "indicators" "The indicators in detail",
        Glossary "glossary" "The glossary",
    }
    /// Paper of a document.
    Paper "paper" { A4 "a4" "210 by 297 mm", Letter "letter" "8½ by 11 inches" }
}

impl Form {
    /// What a ready-made document is made of.
    fn sections(self) -> &'static [Section] {
        match self {
            Self::ExecutiveSummary => &[Section::Summary],
            Self::MonitoringReport => &[Section::Report, Section::Results, Section::AllIndicators, Section::Indicators],
            Self::Goal => &[Section::Goals, Section::ActionPlan, Section::Services, Section::Projects, Section::Indicators],
            Self::ServiceCatalogue => &[Section::Services, Section::Portfolio],
            Self::Profile => &[Section::OnePage],
        }
    }
}

impl Section {
    /// Whether it is a page or two designed as a whole, which want neither cover nor contents.
    pub fn is_leaflet(self) -> bool {
        matches!(self, Self::Summary | Self::OnePage)
    }
}

impl Selected {
    /// Names that commands know as something else: the whole strategy, and all documents.
    pub const RESERVED: [&'static str; 2] = ["strategy", "all"];

    /// Its name as it is given, or else made of what it is; nothing where it is neither named nor ready-made.
    pub fn named(&self) -> Option<String> {
        let made = || {
            let form = self.document?;
            let about = match form {
                Form::MonitoringReport => self.year.map(|year| year.to_string()),
                Form::Goal => self.goal.as_ref().map(|goal| goal.id.to_string()),
                Form::ExecutiveSummary | Form::ServiceCatalogue | Form::Profile => None,
            };
            Some(about.map_or_else(|| form.as_str().to_owned(), |about| format!("{}-{about}", form.as_str())))
        };
        self.name.clone().or_else(made)
    }

    /// Its name where that can be an address.
    pub fn id(&self) -> Option<Id> {
        let name = self.named().filter(|name| Id::is_valid(name) && !Self::RESERVED.contains(&name.as_str()))?;
        Some(Id::new(&name))
    }

    /// What it is made of, each section once.
    pub fn parts(&self) -> Vec<Section> {
        let given = if self.sections.is_empty() { self.document.map_or(&[][..], Form::sections) } else { &self.sections };
        let mut parts = Vec::new();
        for &section in given {
            if !parts.contains(&section) {
                parts.push(section);
            }
        }
        parts
    }

    /// Whether it is nothing but pages designed as a whole.
    pub fn is_leaflet(&self) -> bool {
        self.parts().into_iter().all(Section::is_leaflet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(yaml: &str) -> Selected {
        serde_yaml::from_str(yaml).unwrap()
    }

    #[test]
    fn names_are_made_of_what_a_document_is() {
        let name = |yaml: &str| selected(yaml).named();
        assert_eq!(name("{document: profile}").as_deref(), Some("profile"));
        assert_eq!(name("{document: monitoring-report, year: 2025}").as_deref(), Some("monitoring-report-2025"));
        assert_eq!(name("{document: goal, goal: local-timber}").as_deref(), Some("goal-local-timber"));
        assert_eq!(name("{document: goal, name: timber}").as_deref(), Some("timber"));
        assert_eq!(name("{sections: [swot]}"), None);
        assert_eq!(selected("{name: all}").id(), None);
        assert_eq!(selected("{name: Board paper}").id(), None);
    }

    #[test]
    fn sections_take_the_place_of_ready_made_ones() {
        assert_eq!(selected("{document: service-catalogue}").parts(), [Section::Services, Section::Portfolio]);
        assert_eq!(selected("{document: profile, sections: [swot, goals, swot]}").parts(), [Section::Swot, Section::Goals]);
        assert!(selected("{document: profile}").is_leaflet() && !selected("{document: profile, sections: [swot]}").is_leaflet());
    }
}
