//! Owns the table of the guide's tools: what each is called, where the guide places it, and where it is authored, drawn, shown and printed here. Status,
//! lists of rules and the README are made from it, and a test holds it against the facts.

use crate::model::Kind;
use crate::model::kinds::cluster::Stage;

/// A tool that the guide tells a cluster to use.
#[derive(Debug)]
pub struct Tool {
    /// Its row, from 1; rules name it.
    pub number: u8,
    /// The word that names it in addresses and in its message, `tool.WORD`.
    pub word: &'static str,
    /// Where the guide tells of it.
    pub section: &'static str,
    /// The stage in which the guide places it; nothing where it belongs to every one.
    pub stage: Option<Stage>,
    /// Kinds of entries that author it.
    pub kinds: &'static [Kind],
    /// Pictures that draw it, by their names in the gallery.
    pub charts: &'static [&'static str],
    /// How it is shown beside pictures, or in their place, as the README says it; may be empty.
    pub form: &'static str,
    /// Stem of the page that shows it.
    pub page: &'static str,
    /// Stem of the document's chapter that prints it; empty for what the document leaves to the site.
    pub chapter: &'static str,
}

impl Tool {
    /// Key of the message that names it.
    pub fn message(&self) -> String {
        format!("tool.{}", self.word)
    }

    /// The tool of a row.
    pub fn of(number: u8) -> Option<&'static Self> {
        TOOLS.iter().find(|tool| tool.number == number)
    }
}

macro_rules! tools {
    ($(
        $number:literal $word:literal [$($stage:ident)?] $section:literal;
        [$($kind:ident),*] [$($chart:literal),*] $form:literal $page:literal $chapter:literal;
    )*) => {
        /// Every tool, in the guide's order.
        pub const TOOLS: &[Tool] = &[$(Tool {
            number: $number,
            word: $word,
            section: $section,
            stage: tools!(@stage $($stage)?),
            kinds: &[$(Kind::$kind),*],
            charts: &[$($chart),*],
            form: $form,
            page: $page,
            chapter: $chapter,
        }),*];
    };
    (@stage) => { None };
    (@stage $stage:ident) => { Some(Stage::$stage) };
}

// Row, word, stage (none where the tool belongs to all) and section of the guide; then kinds, pictures, what there is beside pictures, page, chapter.
tools! {
    1 "identity" [Initiation] "Part 1, Various shapes; Part 2, Four stages; Initiation, Introduction";
        [Cluster] ["track", "map"] "profile" "home" "home";
    2 "members" [Initiation] "Part 1, Cluster actors";
        [Member] ["bars", "map"] "directory" "members" "members";
    3 "mapping" [Initiation] "Part 2, Initiation 1/4";
        [Mapping] ["bubble", "bars"] "" "mapping" "mapping";
    4 "value-chain" [Initiation] "Part 2, Initiation 1/4";
        [Node] ["value_chain"] "" "value-chain" "value-chain";
    5 "swot" [Initiation] "Part 2, Initiation 1/4";
        [Swot] [] "grid of four fields" "swot" "swot";
    6 "diamond" [Initiation] "Part 2, Initiation 1/4, use case 2";
        [Factor] ["diamond"] "" "diamond" "diamond";
    7 "intentions" [Initiation] "Part 2, Initiation 1/4";
        [Intention] [] "table of benefits and contributions" "actors" "actors";
    8 "stakeholders" [Initiation] "Part 2, Initiation 2/4";
        [Stakeholder] ["matrix"] "table" "stakeholders" "stakeholders";
    9 "awareness" [Initiation] "Part 2, Initiation 2/4";
        [Event] [] "agenda" "actors" "actors";
    10 "interests" [Initiation] "Part 2, Initiation 3/4";
        [Interest] ["interests"] "" "actors" "actors";
    11 "demands" [Initiation] "Part 2, Initiation 3/4";
        [Demand] ["bars", "flow"] "" "demands" "demands";
    12 "canvas" [Initiation] "Part 2, Initiation 4/4";
        [Canvas] ["canvas"] "" "canvas" "canvas";
    13 "strategy" [Initiation] "Part 2, Initiation 4/4";
        [Strategy, Objective, Goal] ["house", "thread"] "" "strategy" "strategy";
    14 "key-questions" [] "Part 2, Introductions to Initiation, Establishment and Operationalisation";
        [KeyQuestion] ["ladder"] "" "readiness" "readiness";
    15 "action-plan" [Establishment] "Part 2, Establishment 1/4";
        [Activity] ["gantt"] "calendar file" "action-plan" "action-plan";
    16 "costs" [Establishment] "Part 2, Establishment 1/4";
        [Cost, CashFlow] ["stacked", "liquidity"] "" "costs" "costs";
    17 "financing" [Establishment] "Part 2, Establishment 1/4";
        [Financing] ["stacked_shares", "compared_shares"] "" "financing" "financing";
    18 "governance" [Establishment] "Part 2, Establishment 2/4";
        [Body, Person, Governance] ["organigram"] "" "governance" "governance";
    19 "legal-form" [Establishment] "Part 2, Establishment 2/4";
        [Governance] ["legal_form"] "" "governance" "governance";
    20 "staffing" [Establishment] "Part 2, Establishment 2/4";
        [Staff] ["skills"] "" "staffing" "staffing";
    21 "agreement" [Establishment] "Part 2, Establishment 2/4";
        [Agreement] [] "headings, fee table" "agreement" "agreement";
    22 "fields" [Establishment] "Part 2, Establishment 3/4";
        [Field] ["cross"] "" "fields" "fields";
    23 "services" [Establishment] "Part 2, Establishment 3/4";
        [Service] ["trust_ladder"] "catalogue" "services" "services";
    24 "portfolio" [Establishment] "Part 2, Establishment 3/4";
        [Service] ["portfolio"] "" "portfolio" "portfolio";
    25 "brand" [Establishment] "Part 2, Establishment 3/4";
        [Marketing] ["brand_sheet"] "" "brand" "brand";
    26 "monitoring" [Establishment] "Part 2, Establishment 4/4";
        [Indicator, Measurement] ["chain", "line", "multiples", "sparkline", "tally"] "" "monitoring" "monitoring";
    27 "impact" [Establishment] "Part 2, Establishment 4/4";
        [Hypothesis, Survey] ["hypotheses", "participation"] "" "impact" "impact";
    28 "projects" [Operationalisation] "Part 2, Operationalisation 1/3";
        [Project] ["gantt"] "cards" "projects" "projects";
    29 "processes" [Operationalisation] "Part 2, Operationalisation 1/3";
        [Process] ["process_flow"] "" "processes" "processes";
    30 "relations" [Operationalisation] "Part 2, Operationalisation 2/3";
        [Relations] ["membership"] "" "relations" "relations";
    31 "excellence" [Operationalisation] "Part 2, Operationalisation 3/3";
        [Excellence, Benchmark] ["benchmark", "award"] "" "excellence" "excellence";
    32 "international" [Operationalisation] "Part 2, Operationalisation 3/3; Transformation";
        [PartnerCluster, Market, Mission] ["partners"] "" "internationalisation" "internationalisation";
    33 "policy" [] "Part 1, Role of cluster policy";
        [Policy] ["policy_map"] "" "policy" "policy";
    34 "cases" [] "Part 1, examples; Lessons learned";
        [Case] ["case"] "" "cases" "cases";
    35 "editorial" [] "Part 2, Establishment 3/4";
        [News, Event, Document, Page, Term] [] "lists, feed, calendar" "news" "";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Catalogue, Locale, Numbering};

    #[test]
    fn rows_are_numbered_and_named() {
        let numbers: Vec<u8> = TOOLS.iter().map(|tool| tool.number).collect();
        assert_eq!(numbers, (1..=35).collect::<Vec<u8>>());
        let english = Locale::new("en", Catalogue::default(), Numbering::Standard).unwrap();
        for tool in TOOLS {
            assert!(english.has(&tool.message()), "{} has no name", tool.word);
        }
    }
}
