//! Owns the thread that runs through a strategy: what a goal answers, what serves it, by which indicators that shows and what it costs, and which
//! entries the thread does not reach. Pages, pictures, tables and rules take both from here, so that they agree.
//!
//! A link is what an author has written, in either direction: a goal names its demands, or a demand its goals. Nothing is linked because a third
//! entry is linked to both. The budget of a goal is the sum over its activities, and apart from it the sum over its projects, since a project may
//! serve several goals and is then counted whole at each of them.

use super::kinds::activity::{Activity, ActivityStatus};
use super::kinds::goal::Goal;
use super::kinds::indicator::Indicator;
use super::kinds::project::{Project, ProjectStatus};
use super::kinds::service::{Service, ServiceStatus};
use super::kinds::strategy::{Demand, Field, Objective};
use super::kinds::swot::{Quadrant, SwotItem};
use super::value::Text;
use super::{Entry, Meta, Model, Relations};

/// A link of the thread, in its order from what is needed to what shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// Strategic objectives that the goal serves.
    Objectives,
    /// Findings of the SWOT that it answers.
    Swot,
    /// Demands that it answers.
    Demands,
    /// Fields of action that it belongs to.
    Fields,
    /// Services that serve it.
    Services,
    /// Activities that serve it.
    Activities,
    /// Projects that serve it.
    Projects,
    /// Indicators that show it.
    Indicators,
}

impl Link {
    /// The word that programs know it by.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Objectives => "objective",
            Self::Swot => "swot",
            Self::Demands => "demand",
            Self::Fields => "field",
            Self::Services => "service",
            Self::Activities => "activity",
            Self::Projects => "project",
            Self::Indicators => "indicator",
        }
    }

    /// Every link, in order.
    pub const ALL: [Self; 8] = [
        Self::Objectives,
        Self::Swot,
        Self::Demands,
        Self::Fields,
        Self::Services,
        Self::Activities,
        Self::Projects,
        Self::Indicators,
    ];
}

/// What is lacking in a thread: of each of these, a goal needs at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It answers neither a demand nor a finding of the SWOT.
    Need,
    /// It belongs to no field of action.
    Field,
    /// No service, activity or project serves it.
    Means,
    /// No indicator shows it.
    Indicator,
}

impl Gap {
    /// Every gap, in the order of the thread.
    pub const ALL: [Self; 4] = [Self::Need, Self::Field, Self::Means, Self::Indicator];
}

/// The thread through one goal; everything in the order of the files.
#[derive(Debug)]
pub struct Thread<'m> {
    /// The goal.
    pub goal: &'m Entry<Goal>,
    /// Strategic objectives that it serves.
    pub objectives: Vec<&'m Entry<Objective>>,
    /// Findings of the SWOT that it answers.
    pub swot: Vec<&'m Entry<SwotItem>>,
    /// Demands that it answers.
    pub demands: Vec<&'m Entry<Demand>>,
    /// Fields of action that it belongs to.
    pub fields: Vec<&'m Entry<Field>>,
    /// Services that serve it.
    pub services: Vec<&'m Entry<Service>>,
    /// Activities that serve it.
    pub activities: Vec<&'m Entry<Activity>>,
    /// Projects that serve it.
    pub projects: Vec<&'m Entry<Project>>,
    /// Indicators that show it.
    pub indicators: Vec<&'m Entry<Indicator>>,
}

/// What a goal costs, in the cluster's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Budget {
    /// Sum over its activities; nothing where none says what it costs.
    pub activities: Option<f64>,
    /// Sum over its projects, each counted whole; nothing where none says what it costs.
    pub projects: Option<f64>,
}

impl<'m> Thread<'m> {
    /// The thread through a goal.
    pub fn of(model: &'m Model, relations: &Relations<'m>, goal: &'m Entry<Goal>) -> Self {
        let id = goal.id();
        Self {
            goal,
            objectives: model.all(&goal.objectives).collect(),
            swot: relations.swot(id).to_vec(),
            demands: relations.demands(id).to_vec(),
            fields: relations.fields(id).to_vec(),
            services: relations.services(id).to_vec(),
            activities: relations.activities(id).to_vec(),
            projects: relations.projects(id).to_vec(),
            indicators: relations.indicators(id).to_vec(),
        }
    }

    /// Everything that hangs on the goal, in the order of the links.
    pub fn entries(&self) -> Vec<(Link, &'m Meta, &'m Text)> {
        fn all<'m, T>(link: Link, entries: &[&'m Entry<T>], title: fn(&T) -> &Text) -> Vec<(Link, &'m Meta, &'m Text)> {
            entries.iter().map(|entry| (link, &entry.meta, title(&entry.content))).collect()
        }
        let all = [
            all(Link::Objectives, &self.objectives, |entry| &entry.title),
            all(Link::Swot, &self.swot, |entry| &entry.title),
            all(Link::Demands, &self.demands, |entry| &entry.title),
            all(Link::Fields, &self.fields, |entry| &entry.title),
            all(Link::Services, &self.services, |entry| &entry.title),
            all(Link::Activities, &self.activities, |entry| &entry.title),
            all(Link::Projects, &self.projects, |entry| &entry.title),
            all(Link::Indicators, &self.indicators, |entry| &entry.title),
        ];
        all.into_iter().flatten().collect()
    }

    /// How many entries a link has.
    pub fn count(&self, link: Link) -> usize {
        match link {
            Link::Objectives => self.objectives.len(),
            Link::Swot => self.swot.len(),
            Link::Demands => self.demands.len(),
            Link::Fields => self.fields.len(),
            Link::Services => self.services.len(),
            Link::Activities => self.activities.len(),
            Link::Projects => self.projects.len(),
            Link::Indicators => self.indicators.len(),
        }
    }

    /// Whether something is lacking.
    pub fn lacks(&self, gap: Gap) -> bool {
        match gap {
            Gap::Need => self.swot.is_empty() && self.demands.is_empty(),
            Gap::Field => self.fields.is_empty(),
            Gap::Means => self.services.is_empty() && self.activities.is_empty() && self.projects.is_empty(),
            Gap::Indicator => self.indicators.is_empty(),
        }
    }

    /// What the goal costs; nothing where none of its activities and projects says what it costs.
    pub fn budget(&self) -> Option<Budget> {
        let sum = |amounts: Vec<f64>| (!amounts.is_empty()).then(|| amounts.iter().sum());
        let activities = super::money::sum_of_activities(self.activities.iter().copied());
        let projects = sum(self.projects.iter().filter_map(|project| project.budget).collect());
        (activities.is_some() || projects.is_some()).then_some(Budget { activities, projects })
    }
}

/// Entries that the thread does not reach although they should hang on it.
#[derive(Debug)]
pub struct Orphans<'m> {
    /// Weaknesses and threats that no goal answers and nobody has accepted.
    pub swot: Vec<&'m Entry<SwotItem>>,
    /// Demands that no goal answers and nobody has declined.
    pub demands: Vec<&'m Entry<Demand>>,
    /// Strategic objectives that no goal serves.
    pub objectives: Vec<&'m Entry<Objective>>,
    /// Fields of action that no goal belongs to.
    pub fields: Vec<&'m Entry<Field>>,
    /// Services that meet no demand, in no field and for no goal.
    pub services: Vec<&'m Entry<Service>>,
    /// Activities for no goal.
    pub activities: Vec<&'m Entry<Activity>>,
    /// Projects for no goal.
    pub projects: Vec<&'m Entry<Project>>,
    /// Indicators that show no goal and lead to no other indicator.
    pub indicators: Vec<&'m Entry<Indicator>>,
}

impl<'m> Orphans<'m> {
    /// Those of a model. What an entry names counts also where the audience may not see it; what names an entry and may not be seen does not, so for
    /// an audience that sees part of the strategy the list may be too long.
    pub fn of(model: &'m Model, relations: &Relations<'m>) -> Self {
        Self {
            swot: model.swot.iter().filter(|item| is_unanswered(item)).collect(),
            demands: model.demands.iter().filter(|demand| is_open(demand, relations)).collect(),
            objectives: model.objectives.iter().filter(|entry| relations.goals_of_objective(entry.id()).is_empty()).collect(),
            fields: model.fields.iter().filter(|field| has_no_goal(field, relations)).collect(),
            services: model.services.iter().filter(|service| is_live_service(service) && meets_no_need(service)).collect(),
            activities: (model.activities.iter())
                .filter(|activity| is_live_activity(activity) && activity.goal.is_none())
                .collect(),
            projects: model.projects.iter().filter(|project| is_live_project(project) && project.goals.is_empty()).collect(),
            indicators: model.indicators.iter().filter(|indicator| shows_nothing(indicator, relations)).collect(),
        }
    }
}

/// Whether a finding of the SWOT asks for an answer and has none: a weakness or threat that names no goal and is not accepted.
pub fn is_unanswered(item: &SwotItem) -> bool {
    let asks = match item.quadrant {
        Quadrant::Weaknesses | Quadrant::Threats => true,
        Quadrant::Strengths | Quadrant::Opportunities => false,
    };
    asks && item.goals.is_empty() && item.accepted.is_none()
}

/// Whether a demand is neither answered by a goal nor declined.
pub fn is_open(demand: &Entry<Demand>, relations: &Relations<'_>) -> bool {
    demand.declined.is_none() && demand.goals.is_empty() && relations.goals_of_demand(demand.id()).is_empty()
}

/// Whether no goal belongs to a field of action.
pub fn has_no_goal(field: &Entry<Field>, relations: &Relations<'_>) -> bool {
    field.goals.is_empty() && relations.goals_of_field(field.id()).is_empty()
}

/// Whether it is not said which need a service meets.
pub fn meets_no_need(service: &Service) -> bool {
    service.demands.is_empty() && service.fields.is_empty() && service.goals.is_empty()
}

/// Whether an indicator shows no goal, and leads to no indicator that might.
pub fn shows_nothing(indicator: &Entry<Indicator>, relations: &Relations<'_>) -> bool {
    indicator.goals.is_empty() && indicator.leads_to.is_empty() && relations.goals(indicator.id()).is_empty()
}

/// Whether an activity is neither a draft nor given up.
pub fn is_live_activity(activity: &Entry<Activity>) -> bool {
    !activity.meta.draft && activity.status != Some(ActivityStatus::Cancelled)
}

/// Whether a project is neither a draft nor given up.
pub fn is_live_project(project: &Entry<Project>) -> bool {
    !project.meta.draft && project.status != Some(ProjectStatus::Cancelled)
}

/// Whether a service is neither a draft nor given up.
pub fn is_live_service(service: &Entry<Service>) -> bool {
    !service.meta.draft && service.status != Some(ServiceStatus::Ended)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Loaded, load};
    use crate::source::Sources;

    fn loaded(files: &[(&str, &str)]) -> Loaded {
        let files = std::iter::once(&("cluster.yaml", "name: X\nlanguages: [en]\n")).chain(files);
        let files: Vec<(String, Vec<u8>)> = files.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
        let loaded = load(&Sources::from_memory(files), &[]);
        assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
        loaded
    }

    #[test]
    fn links_count_once_whichever_side_names_the_other() {
        let loaded = loaded(&[
            ("strategy/goals.yaml", "one: {title: A, demands: [wood, wood], fields: [skills]}\ntwo: {title: B}\n"),
            ("strategy/demands.yaml", "wood: {title: C, goals: [one, two]}\nroads: {title: D}\n"),
            ("strategy/fields.yaml", "skills: {title: E, goals: [one]}\nmarkets: {title: F, goals: [two]}\nrest: {title: G}\n"),
            ("strategy/swot.yaml", "weaknesses:\n  old: {title: H}\n  late: {title: I, accepted: It is so}\n"),
            (
                "strategy/activities.yaml",
                "a: {title: J, goal: one, budget: 5}\nb: {title: K, goal: one, budget: 7}\nc: {title: L}\n",
            ),
            ("projects/p.yaml", "title: M\ngoals: [one, two]\nbudget: 100\n"),
        ]);
        let relations = Relations::new(&loaded.model);
        let threads: Vec<Thread<'_>> =
            loaded.model.goals.iter().map(|goal| Thread::of(&loaded.model, &relations, goal)).collect();
        let counts = |thread: &Thread<'_>| Link::ALL.map(|link| thread.count(link));
        assert_eq!([counts(&threads[0]), counts(&threads[1])], [[0, 0, 1, 1, 0, 2, 1, 0], [0, 0, 1, 1, 0, 0, 1, 0]]);
        assert_eq!(threads[0].entries().len(), 5);
        assert_eq!(threads[0].budget(), Some(Budget { activities: Some(12.0), projects: Some(100.0) }));
        assert_eq!(threads[1].budget(), Some(Budget { activities: None, projects: Some(100.0) }));
        assert_eq!(Gap::ALL.map(|gap| threads[1].lacks(gap)), [false, false, false, true]);
        let orphans = Orphans::of(&loaded.model, &relations);
        let ids =
            [orphans.swot.len(), orphans.demands.len(), orphans.fields.len(), orphans.activities.len(), orphans.projects.len()];
        assert_eq!(ids, [1, 1, 1, 1, 0]);
    }

    #[test]
    fn what_an_audience_may_not_see_is_not_in_its_thread() {
        use crate::model::{Audience, Visibility, gate};
        let loaded = loaded(&[
            ("strategy/goals.yaml", "one: {title: A, demands: [wood]}\n"),
            ("strategy/demands.yaml", "wood: {title: C, visibility: internal}\n"),
        ]);
        let public = gate(&loaded.model, Audience { sees: Visibility::Public, drafts: false });
        let relations = Relations::new(&public);
        let thread = public.goals.iter().map(|goal| Thread::of(&public, &relations, goal)).next();
        assert_eq!(thread.map(|thread| thread.demands.len()), Some(0));
    }
}
