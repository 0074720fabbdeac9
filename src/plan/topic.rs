//! Owns the topics: pages that each show one of the guide's tools as a sheet of blocks. They are a list of their own so that a new one is a line here, its
//! place in the order of pages, and a file in `page`.

use super::Section;
use crate::model::{Model, years};

macro_rules! topics {
    ($($(#[$doc:meta])* $variant:ident $stem:literal $section:ident $present:expr;)*) => {
        /// A page that is a sheet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Topic {
            $($(#[$doc])* $variant,)*
        }

        impl Topic {
            /// The word that names the page's file and message keys.
            pub fn stem(self) -> &'static str {
                match self {
                    $(Self::$variant => $stem,)*
                }
            }

            /// The section that the page belongs to.
            pub fn section(self) -> Section {
                match self {
                    $(Self::$variant => Section::$section,)*
                }
            }

            /// Whether there is anything to say on it.
            pub(super) fn present(self, model: &Model) -> bool {
                let present: fn(&Model) -> bool = match self {
                    $(Self::$variant => $present,)*
                };
                present(model)
            }
        }
    };
}

topics! {
    /// What statistics say about the sectors of the region.
    Mapping "mapping" Analysis |model| !model.mappings.is_empty();
    /// The steps of the value chain and who covers them.
    ValueChain "value-chain" Analysis |model| !model.nodes.is_empty();
    /// Porter's diamond.
    Diamond "diamond" Analysis |model| !model.diamond.is_empty();
    /// Policies and programmes around the cluster.
    Policy "policy" Analysis |model| !model.policies.is_empty();
    /// Who can help or hinder the cluster.
    Stakeholders "stakeholders" Analysis |model| !model.stakeholders.is_empty();
    /// Where the money comes from.
    Financing "financing" Strategy |model| !model.financing.is_empty();
    /// What it is spent on, and whether there is always enough.
    Costs "costs" Strategy crate::model::money::has_plan;
    /// Where each service stands: who pays for it, and how much trust it needs.
    Portfolio "portfolio" Services crate::model::portfolio::has_place;
    /// How the cluster wins members, keeps them and hears them.
    Relations "relations" Cluster |model| !model.relations.is_empty();
    /// How well it is managed, and how that gets better.
    Excellence "excellence" Cluster |model| !model.excellence.is_empty() || !model.benchmarks.is_empty();
    /// What it does beyond its country.
    Internationalisation "internationalisation" Cluster
        |model| !(model.partner_clusters.is_empty() && model.markets.is_empty() && model.missions.is_empty());
    /// What actors seek, bring and want, and how they were won.
    Actors "actors" Analysis |model| {
        !model.intentions.is_empty() || !model.interests.is_empty() || model.events.iter().any(|event| event.awareness)
    };
    /// Stories to learn from.
    Cases "cases" Analysis |model| !model.cases.is_empty();
    /// Posts, and what the team can do.
    Staffing "staffing" Cluster |model| !model.staff.is_empty();
    /// What actors ask for, ranked.
    Demands "demands" Analysis |model| !model.demands.is_empty();
    /// The business canvas.
    Canvas "canvas" Strategy |model| !model.canvases.is_empty();
    /// Where the cluster acts.
    Fields "fields" Strategy |model| !model.fields.is_empty();
    /// What each goal answers and what serves it.
    Traceability "traceability" Strategy |model| !model.goals.is_empty();
    /// From input to impact, goal by goal.
    Results "results" Monitoring |model| !model.indicators.is_empty() && !model.goals.is_empty();
    /// Every indicator with its targets and values, year by year.
    AllIndicators "all-indicators" Monitoring |model| !model.indicators.is_empty();
    /// What is believed to lead to impact, and what those concerned say.
    Impact "impact" Monitoring |model| !model.hypotheses.is_empty() || !model.surveys.is_empty();
    /// What each year has brought.
    Reports "reports" Monitoring |model| !years(model).is_empty();
    /// What a member signs, and what it costs.
    Agreement "agreement" Cluster |model| !model.agreements.is_empty();
    /// What the brand stands for and how it appears.
    Brand "brand" Cluster |model| !model.marketing.is_empty();
    /// How recurring work is done.
    Processes "processes" Cluster |model| !model.processes.is_empty();
    /// What terms mean.
    Glossary "glossary" Cluster |model| !model.terms.is_empty();
    /// Which of the guide's key questions are answered.
    Readiness "readiness" Strategy |model| !model.key_questions.is_empty();
    /// How far the cluster is by what the program can see; see [`Topic::WORKSHOP`].
    Status "status" About |_| false;
    /// Which rules hold; see [`Topic::WORKSHOP`].
    Quality "quality" About |_| false;
}

impl Topic {
    /// Those that are about the repository and not about the cluster: only the edition of those who write it has them, and the document leaves them out.
    pub const WORKSHOP: [Self; 2] = [Self::Status, Self::Quality];
}
