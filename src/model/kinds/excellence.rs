//! Owns the excellence of the management: labels, what the staff learns, how the strategy was brought back into line, and values beside those of peers.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::editorial::Document;
use super::goal::Goal;
use super::governance::Person;
use super::indicator::{Direction, Indicator};
use crate::model::Ref;
use crate::model::choice::{Choice, choices};
use crate::model::value::{Date, Prose, Text, Url};

/// How well the cluster is managed, who says so, and how it gets better.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Excellence {
    /// Labels that the management has been given.
    #[serde(default)]
    pub labels: Vec<Label>,
    /// What the staff has learnt and is to learn.
    #[serde(default)]
    pub staff_development: Vec<Training>,
    /// When the strategy was brought back into line, and how.
    #[serde(default)]
    pub realignments: Vec<Realignment>,
    /// Everything else about it, in Markdown.
    pub body: Option<Prose>,
}

/// A label for the quality of the management.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Label {
    /// Name of the scheme.
    pub scheme: Text,
    /// Grade reached.
    pub level: LabelLevel,
    /// Day of the assessment.
    pub assessed: Option<Date>,
    /// Last day on which it holds.
    pub valid_until: Option<Date>,
    /// Who assessed it.
    pub assessor: Option<Text>,
    /// What the assessment found, strong and weak.
    pub findings: Option<Text>,
    /// What is done about the weak points.
    #[serde(default)]
    pub measures: Vec<Improvement>,
    /// The certificate or report.
    pub document: Option<Ref<Document>>,
    /// Where the scheme or the certificate stands.
    pub website: Option<Url>,
}

/// Something that is done about a weak point.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Improvement {
    /// The measure in a few words.
    pub title: Text,
    /// Who sees to that.
    pub owner: Option<Ref<Party>>,
    /// By when.
    pub due: Option<Date>,
    /// Whether it is done.
    #[serde(default)]
    pub done: bool,
}

/// Something that people of the office learn.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Training {
    /// What is learnt.
    pub title: Text,
    /// Who learns it.
    #[serde(default)]
    pub people: Vec<Ref<Person>>,
    /// Last day of it.
    pub date: Option<Date>,
    /// Who teaches it.
    pub provider: Option<Text>,
    /// What came of it.
    pub result: Option<Text>,
}

/// A change that brought the strategy back into line.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Realignment {
    /// Day of the decision.
    pub date: Date,
    /// What made it necessary: a result, a change outside.
    pub reason: Option<Text>,
    /// What was changed.
    pub change: Text,
    /// Goals that it touches.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
    /// Bodies, members and people who took part.
    #[serde(default)]
    pub involved: Vec<Ref<Party>>,
}

/// A value of the cluster beside those of its peers.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Benchmark {
    /// What is compared; the indicator's title where it is not given.
    pub title: Option<Text>,
    /// Indicator of the monitoring that it belongs to.
    pub indicator: Option<Ref<Indicator>>,
    /// Value of this cluster.
    pub own: f64,
    /// Middle value of the peers.
    pub median: Option<f64>,
    /// Best value of the peers.
    pub best: Option<f64>,
    /// How many peers there are.
    pub peers: Option<u32>,
    /// Unit of all values; the indicator's where it is not given.
    pub unit: Option<Text>,
    /// Which way is better; the indicator's where it is not given.
    pub direction: Option<Direction>,
    /// Year that the values are of.
    #[schemars(range(min = 1900, max = 2200))]
    pub year: Option<u16>,
    /// Where the values of the peers come from.
    pub source: Option<Text>,
    /// Remark.
    pub note: Option<Text>,
}

/// Days before the end of a label in which its renewal has to be prepared. The guide gives no number; half a year is what data, interviews and the
/// visit of an assessor take.
const RENEWAL: i32 = 183;

/// Whether a label holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// It does.
    Valid,
    /// It does, but ends so soon that its renewal is due.
    Expiring,
    /// It has ended.
    Expired,
    /// It was replaced by a newer one of the same scheme.
    Replaced,
}

impl Excellence {
    /// Whether one of the labels holds on a day; nothing where its end is not known.
    pub fn validity(&self, label: &Label, today: jiff::civil::Date) -> Option<Validity> {
        let newer = |other: &Label| {
            other.scheme == label.scheme && other.assessed > label.assessed && other.assessed.is_some_and(|day| day.0 <= today)
        };
        if label.assessed.is_some() && self.labels.iter().any(newer) {
            return Some(Validity::Replaced);
        }
        Some(match (label.valid_until?.0 - today).get_days() {
            i32::MIN..=-1 => Validity::Expired,
            0..=RENEWAL => Validity::Expiring,
            _ => Validity::Valid,
        })
    }
}

choices! {
    /// Grade of a label.
    LabelLevel "label-level" { Bronze "bronze" "Bronze", Silver "silver" "Silver", Gold "gold" "Gold" }
}

impl LabelLevel {
    /// Its place among the grades, the lowest being 1.
    pub fn rank(self) -> usize {
        Self::ALL.iter().position(|level| *level == self).map_or(1, |place| place + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_holds_until_its_end_or_until_a_newer_one() {
        let excellence: Excellence = serde_yaml::from_str(
            "labels:\n\
             - {scheme: {en: A}, level: bronze, assessed: 2022-01-01, valid-until: 2027-12-31}\n\
             - {scheme: {en: A}, level: silver, assessed: 2025-01-01, valid-until: 2026-12-31}\n\
             - {scheme: {en: A}, level: gold, assessed: 2027-01-01, valid-until: 2029-12-31}\n\
             - {scheme: {en: B}, level: gold, valid-until: 2028-12-31}\n\
             - {scheme: {en: B}, level: gold}\n",
        )
        .unwrap();
        let on = |today: &str| {
            let today = Date::parse(today).unwrap().0;
            excellence.labels.iter().map(|label| excellence.validity(label, today)).collect::<Vec<_>>()
        };
        use Validity::{Expired, Expiring, Replaced, Valid};
        assert_eq!(on("2026-07-01")[..3], [Some(Replaced), Some(Expiring), Some(Valid)]);
        assert_eq!(on("2026-12-31")[1], Some(Expiring));
        assert_eq!(on("2028-12-30"), [Some(Replaced), Some(Replaced), Some(Valid), Some(Expiring), None]);
        assert_eq!(on("2030-01-01")[2..], [Some(Expired), Some(Expired), None]);
        assert_eq!(LabelLevel::Gold.rank(), 3);
    }
}
