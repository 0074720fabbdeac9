//! Owns the kinds of content: the one list of them, and what is generated from it, so that a new kind is one file and one line.

use schemars::{Schema, generate::SchemaSettings};
use serde::de::DeserializeOwned;

use super::id::{Ref, Target};
use super::{Entries, Entry, Visibility};

pub mod activity;
pub mod actor;
pub mod agreement;
pub mod canvas;
pub mod case;
pub mod cash_flow;
pub mod cluster;
pub mod cost;
pub mod diamond;
pub mod document;
pub mod editorial;
pub mod excellence;
pub mod financing;
pub mod goal;
pub mod governance;
pub mod impact;
pub mod indicator;
pub mod international;
pub mod key_question;
pub mod mapping;
pub mod marketing;
pub mod member;
pub mod policy;
pub mod process;
pub mod project;
pub mod relations;
pub mod service;
pub mod staff;
pub mod stakeholder;
pub mod strategy;
pub mod swot;
pub mod value_chain;

/// Where entries of a kind live in a repository, and how a list of them is keyed.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Path without ending: `services` stands for `services.yaml`, `services.csv` and the folder `services/`.
    pub stem: &'static str,
    /// How many there are and how they are named.
    pub form: Form,
    /// Who sees an entry when nothing says otherwise.
    pub visibility: Visibility,
}

/// How many entries a kind has and where their ids come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Exactly one, a whole file; its id is the kind's name.
    Single,
    /// Many, each with an id that its author gives.
    Many,
    /// Rows of a table: an id where the table has a column for it, else one made of the row's number.
    Rows,
    /// Many, in a list file that groups them under headings; the heading is the value of the named key.
    Grouped(&'static str),
}

/// A type that is the content of a kind.
pub trait Content: DeserializeOwned + Send + Sync + 'static {
    /// Its kind.
    const KIND: Kind;
    /// The entries of this kind in a model.
    fn entries(model: &Model) -> &Entries<Self>
    where
        Self: Sized;
}

impl<T: Content> Target for T {
    const KINDS: &'static [Kind] = &[T::KIND];
}

macro_rules! kinds {
    ($($variant:ident $name:literal $field:ident: $type:ty, $form:expr, $stem:literal, $visibility:ident;)*) => {
        /// A kind of content.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = concat!("`", $stem, "`")] $variant,)*
        }

        impl Kind {
            /// Every kind, in the order in which a repository is read.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The kind's name in files, messages and commands.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// Where its entries live.
            pub fn layout(self) -> Layout {
                match self {
                    $(Self::$variant => Layout { stem: $stem, form: $form, visibility: Visibility::$visibility },)*
                }
            }

            /// JSON Schema (draft 2020-12) of the kind's own keys.
            pub fn schema(self) -> Schema {
                let generator = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true).into_generator();
                match self {
                    $(Self::$variant => generator.into_root_schema_for::<$type>(),)*
                }
            }
        }

        /// What the cluster says, in all languages: every entry of every kind, linked by references.
        #[derive(Clone, Debug, Default)]
        pub struct Model {
            $(#[doc = concat!("Entries of the kind `", $name, "`.")] pub $field: Entries<$type>,)*
        }

        impl Model {
            /// Decodes what the loader has found to be well formed and puts it in; a failure is a fault of the schema, told as a text.
            pub(super) fn insert(&mut self, entry: Entry<serde_yaml::Value>) -> Result<(), String> {
                match entry.meta.kind {
                    $(Kind::$variant => self.$field.push(entry.decode()?),)*
                }
                Ok(())
            }

            /// The model that holds just the entries for which `keep` says yes.
            pub(super) fn retain(&self, keep: &dyn Fn(&super::Meta) -> bool) -> Self {
                Self { $($field: self.$field.retain(keep),)* }
            }

            /// The id of an entry, where there is such an entry.
            pub fn find(&self, kind: Kind, id: &str) -> Option<&super::Id> {
                let id = super::Id::is_valid(id).then(|| super::Id::new(id))?;
                match kind {
                    $(Kind::$variant => self.$field.get(&id).map(Entry::id),)*
                }
            }

            /// What all entries have in common, kind by kind.
            pub fn metas(&self) -> impl Iterator<Item = &super::Meta> {
                std::iter::empty()$(.chain(self.$field.iter().map(|entry| &entry.meta)))*
            }
        }

        $(impl Content for $type {
            const KIND: Kind = Kind::$variant;

            fn entries(model: &Model) -> &Entries<Self> {
                &model.$field
            }
        })*
    };
}

kinds! {
    Cluster "cluster" clusters: cluster::Cluster, Form::Single, "cluster", Public;
    Person "person" people: governance::Person, Form::Many, "governance/people", Public;
    Member "member" members: member::Member, Form::Many, "members", Public;
    Node "value-chain" nodes: value_chain::Node, Form::Many, "strategy/value-chain", Public;
    Body "body" bodies: governance::Body, Form::Many, "governance/bodies", Public;
    Staff "staff" staff: staff::Staff, Form::Many, "governance/staff", Internal;
    Governance "governance" governance: governance::Governance, Form::Single, "governance/governance", Public;
    Agreement "agreement" agreements: agreement::Agreement, Form::Single, "governance/agreement", Public;
    Marketing "marketing" marketing: marketing::Marketing, Form::Single, "governance/marketing", Public;
    Process "process" processes: process::Process, Form::Many, "governance/processes", Public;
    Strategy "strategy" strategies: strategy::Strategy, Form::Single, "strategy/strategy", Public;
    Canvas "canvas" canvases: canvas::Canvas, Form::Single, "strategy/canvas", Public;
    Swot "swot" swot: swot::SwotItem, Form::Grouped("quadrant"), "strategy/swot", Public;
    Mapping "mapping" mappings: mapping::Mapping, Form::Rows, "strategy/mapping", Public;
    Factor "diamond" diamond: diamond::Factor, Form::Grouped("determinant"), "strategy/diamond", Public;
    Policy "policy" policies: policy::Policy, Form::Many, "strategy/policy", Public;
    Stakeholder "stakeholder" stakeholders: stakeholder::Stakeholder, Form::Many, "strategy/stakeholders", Internal;
    Intention "intention" intentions: actor::Intention, Form::Many, "strategy/intentions", Internal;
    Interest "interest" interests: actor::Interest, Form::Many, "strategy/interests", Internal;
    Demand "demand" demands: strategy::Demand, Form::Many, "strategy/demands", Public;
    Field "field" fields: strategy::Field, Form::Many, "strategy/fields", Public;
    Objective "objective" objectives: strategy::Objective, Form::Many, "strategy/objectives", Public;
    Goal "goal" goals: goal::Goal, Form::Many, "strategy/goals", Public;
    KeyQuestion "key-question" key_questions: key_question::KeyQuestion, Form::Many, "strategy/key-questions", Members;
    Activity "activity" activities: activity::Activity, Form::Many, "strategy/activities", Public;
    Financing "financing" financing: financing::Financing, Form::Rows, "finance/financing", Public;
    Cost "cost" costs: cost::Cost, Form::Rows, "finance/costs", Members;
    CashFlow "cash-flow" cash_flows: cash_flow::CashFlow, Form::Rows, "finance/liquidity", Internal;
    Service "service" services: service::Service, Form::Many, "services", Public;
    Indicator "indicator" indicators: indicator::Indicator, Form::Many, "monitoring/indicators", Public;
    Measurement "measurement" measurements: indicator::Measurement, Form::Rows, "monitoring/measurements", Public;
    Relations "relations" relations: relations::Relations, Form::Single, "governance/relations", Public;
    Excellence "excellence" excellence: excellence::Excellence, Form::Single, "governance/excellence", Public;
    Benchmark "benchmark" benchmarks: excellence::Benchmark, Form::Rows, "monitoring/benchmarks", Public;
    PartnerCluster "partner-cluster" partner_clusters: international::PartnerCluster, Form::Many, "international/partners", Public;
    Market "market" markets: international::Market, Form::Many, "international/markets", Public;
    Mission "mission" missions: international::Mission, Form::Many, "international/missions", Public;
    Hypothesis "hypothesis" hypotheses: impact::Hypothesis, Form::Many, "monitoring/hypotheses", Public;
    Survey "survey" surveys: impact::Survey, Form::Many, "monitoring/surveys", Public;
    Project "project" projects: project::Project, Form::Many, "projects", Public;
    Case "case" cases: case::Case, Form::Many, "cases", Public;
    News "news" news: editorial::News, Form::Many, "news", Public;
    Event "event" events: editorial::Event, Form::Many, "events", Public;
    Term "term" terms: document::Term, Form::Many, "glossary", Public;
    Document "document" documents: editorial::Document, Form::Many, "documents", Public;
    Page "page" pages: editorial::Page, Form::Many, "pages", Public;
}

impl Kind {
    /// What an entry is called in messages.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Node => "step of the value chain",
            Self::Swot => "finding of the SWOT",
            Self::KeyQuestion => "key question",
            Self::Agreement => "membership agreement",
            Self::Marketing => "marketing guideline",
            Self::Mapping => "row of the mapping",
            Self::Factor => "factor of the diamond",
            Self::Field => "field of action",
            Self::Canvas => "business canvas",
            Self::Financing => "row of the financing",
            Self::Cost => "row of the costs",
            Self::CashFlow => "row of the liquidity plan",
            Self::Staff => "post",
            Self::News => "news item",
            Self::Relations => "account of the relations with members",
            Self::Excellence => "account of the management’s excellence",
            Self::PartnerCluster => "partner cluster",
            Self::Cluster
            | Self::Person
            | Self::Member
            | Self::Body
            | Self::Governance
            | Self::Process
            | Self::Strategy
            | Self::Policy
            | Self::Stakeholder
            | Self::Intention
            | Self::Interest
            | Self::Case
            | Self::Demand
            | Self::Objective
            | Self::Goal
            | Self::Activity
            | Self::Service
            | Self::Indicator
            | Self::Measurement
            | Self::Benchmark
            | Self::Market
            | Self::Mission
            | Self::Hypothesis
            | Self::Survey
            | Self::Project
            | Self::Event
            | Self::Document
            | Self::Term
            | Self::Page => self.name(),
        }
    }

    /// The same with its article.
    pub fn a_noun(self) -> String {
        with_article(self.noun())
    }

    /// The kind's name with the article that its sound asks for: `an indicator`.
    pub fn a_name(self) -> String {
        with_article(self.name())
    }

    /// Several kinds to choose from, as messages name them: `person, body or member`.
    pub fn any_of(kinds: &[Self]) -> String {
        match kinds.split_last() {
            None => "entry".to_owned(),
            Some((last, [])) => last.noun().to_owned(),
            Some((last, rest)) => {
                format!("{} or {}", rest.iter().map(|kind| kind.noun()).collect::<Vec<_>>().join(", "), last.noun())
            }
        }
    }

    /// Whether each entry of the kind has a page of its own, which can have stood elsewhere before.
    pub fn has_page(self) -> bool {
        match self {
            Self::Goal | Self::Service | Self::Indicator | Self::Project | Self::News | Self::Event | Self::Page => true,
            Self::Cluster
            | Self::Person
            | Self::Member
            | Self::Node
            | Self::Body
            | Self::Governance
            | Self::Agreement
            | Self::Marketing
            | Self::Process
            | Self::Strategy
            | Self::Canvas
            | Self::Swot
            | Self::Mapping
            | Self::Factor
            | Self::Policy
            | Self::Stakeholder
            | Self::Intention
            | Self::Interest
            | Self::Staff
            | Self::Case
            | Self::Demand
            | Self::Field
            | Self::KeyQuestion
            | Self::Objective
            | Self::Activity
            | Self::Financing
            | Self::Cost
            | Self::CashFlow
            | Self::Measurement
            | Self::Relations
            | Self::Excellence
            | Self::Benchmark
            | Self::PartnerCluster
            | Self::Market
            | Self::Mission
            | Self::Hypothesis
            | Self::Survey
            | Self::Term
            | Self::Document => false,
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

/// A noun with the article that its sound asks for.
pub(super) fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// Somebody who can answer for something: a person, a body or a member. Their ids share one space.
#[derive(Clone, Copy, Debug)]
pub enum PartyEntry<'a> {
    /// A person.
    Person(&'a Entry<governance::Person>),
    /// A body of the cluster organisation.
    Body(&'a Entry<governance::Body>),
    /// A member.
    Member(&'a Entry<member::Member>),
}

/// The target of references to a [`PartyEntry`].
#[derive(Debug)]
pub struct Party;

impl Target for Party {
    const KINDS: &'static [Kind] = &[Kind::Person, Kind::Body, Kind::Member];
}

impl Model {
    /// Follows a reference; nothing where the entry does not exist for this audience.
    pub fn get<T: Content>(&self, reference: &Ref<T>) -> Option<&Entry<T>> {
        T::entries(self).get(&reference.id)
    }

    /// Follows several references, leaving out those that lead nowhere.
    pub fn all<'a, T: Content>(&'a self, references: &'a [Ref<T>]) -> impl Iterator<Item = &'a Entry<T>> {
        references.iter().filter_map(|reference| self.get(reference))
    }

    /// Follows a reference to a person, body or member.
    pub fn party(&self, reference: &Ref<Party>) -> Option<PartyEntry<'_>> {
        let id = &reference.id;
        (self.people.get(id).map(PartyEntry::Person))
            .or_else(|| self.bodies.get(id).map(PartyEntry::Body))
            .or_else(|| self.members.get(id).map(PartyEntry::Member))
    }

    /// The cluster's identity; absent only where `cluster.yaml` is missing or broken.
    pub fn cluster(&self) -> Option<&cluster::Cluster> {
        self.clusters.iter().next().map(|entry| &*entry.content)
    }

    /// The strategy, where this audience has one.
    pub fn strategy(&self) -> Option<&Entry<strategy::Strategy>> {
        self.strategies.iter().next()
    }
}
