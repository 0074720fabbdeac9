//! Owns where services stand in the portfolio and on the ladder of trust: as their authors say, else as a method of ours proposes. The guide draws both
//! without telling their scales, so checks, pages and pictures take them from here.

use super::Model;
use super::kinds::service::{Beneficiaries, Cooperation, Frequency, Grade, Quarter, Service, ServiceStatus};

/// A place, and whose word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed<T> {
    /// The authors have said so.
    Said(T),
    /// The method proposes it.
    Proposed(T),
}

impl<T> Placed<T> {
    /// The same place told in another way.
    pub fn map<U>(self, tell: impl FnOnce(T) -> U) -> Placed<U> {
        match self {
            Self::Said(place) => Placed::Said(tell(place)),
            Self::Proposed(place) => Placed::Proposed(tell(place)),
        }
    }
}

impl<T: Copy> Placed<T> {
    /// The place, whoever says so.
    pub fn place(self) -> T {
        match self {
            Self::Said(place) | Self::Proposed(place) => place,
        }
    }

    /// Whether it is a proposal.
    pub fn is_proposed(self) -> bool {
        matches!(self, Self::Proposed(_))
    }
}

/// Whether a service has a place in pictures and tables of the whole: it has not been given up.
pub fn listed(service: &Service) -> bool {
    service.status != Some(ServiceStatus::Ended)
}

/// Whether any service stands in the portfolio or on the ladder of trust, or has begun to be assessed for it.
pub fn has_place(model: &Model) -> bool {
    let placed = |service: &Service| managers(service).is_some() || members(service).is_some() || rung(service).is_some();
    let assessed = |service: &Service| {
        service.frequency.is_some() || service.beneficiaries.is_some() || service.effort.is_some() || service.relevance.is_some()
    };
    model.services.iter().any(|service| listed(service) && (placed(service) || assessed(service)))
}

/// The quarter of a service as the managers see it; nothing where it is neither said nor can be proposed.
pub fn managers(service: &Service) -> Option<Placed<Quarter>> {
    let said = service.portfolio.as_ref().and_then(|positions| positions.managers);
    said.map(Placed::Said).or_else(|| proposal(service).map(Placed::Proposed))
}

/// The quarter of a service as the members see it; never proposed, since only they can say.
pub fn members(service: &Service) -> Option<Quarter> {
    service.portfolio.as_ref()?.members
}

/// A grade as a number: 1 low, 2 medium, 3 high, ranges between.
pub fn degree(grade: Grade) -> f64 {
    match grade {
        Grade::Low => 1.0,
        Grade::LowToMedium => 1.5,
        Grade::Medium => 2.0,
        Grade::MediumToHigh => 2.5,
        Grade::High => 3.0,
    }
}

/// The quarter that our method proposes, from relevance, effort, frequency and beneficiaries; nothing where one of them is missing.
///
/// - Less than medium relevance: hardly any effort may go on for nothing or be dropped; medium effort and more is reviewed.
/// - Relevant, for few, with more than medium effort, yet of no more than medium relevance: reviewed, since many pay for few.
/// - Relevant otherwise: paid each time where few use it, where it takes more than medium effort, or where it takes medium effort and is rarely used,
///   because firms pay for what is made for them (the guide's case of Silicon Saxony) and others should not have to; else covered by membership fees.
pub fn proposal(service: &Service) -> Option<Quarter> {
    let (frequency, beneficiaries) = (service.frequency?, service.beneficiaries?);
    let (relevance, effort) = (degree(service.relevance?), degree(service.effort?));
    let few = beneficiaries == Beneficiaries::Few;
    Some(match () {
        () if relevance < 2.0 && effort < 2.0 => Quarter::ExcludeOrFree,
        () if relevance < 2.0 || few && effort > 2.0 && relevance <= 2.0 => Quarter::CriticalReview,
        () if few || effort > 2.0 || effort >= 2.0 && frequency == Frequency::Rarely => Quarter::FeeBased,
        () => Quarter::Covered,
    })
}

/// The highest rung of the ladder of trust.
pub const RUNGS: u8 = 5;

/// The rung of a service, 1 to [`RUNGS`]; where it is not said, that of what its users do together.
pub fn rung(service: &Service) -> Option<Placed<u8>> {
    service.trust.map(Placed::Said).or_else(|| service.cooperation.map(|cooperation| Placed::Proposed(rung_of(cooperation))))
}

/// The rung that our method proposes for what users do together. The guide places networking, information, events and workshops at the beginning,
/// and shared ideas, road maps and joint products at the end; the rungs between are ours.
pub fn rung_of(cooperation: Cooperation) -> u8 {
    match cooperation {
        Cooperation::Information => 1,
        Cooperation::Learning => 2,
        Cooperation::Resources => 3,
        Cooperation::Ideas => 4,
        Cooperation::Development => RUNGS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Choice;

    fn service(text: &str) -> Service {
        serde_yaml::from_str(&format!("title: {{en: A}}\n{text}")).unwrap()
    }

    #[test]
    fn the_method_finds_a_quarter_for_every_service_that_is_assessed() {
        for (relevance, effort, beneficiaries, frequency, expected) in [
            ("high", "low", "many", "frequently", Quarter::Covered),
            ("high", "medium", "many", "occasionally", Quarter::Covered),
            ("high", "medium", "many", "rarely", Quarter::FeeBased),
            ("high", "medium-to-high", "many", "frequently", Quarter::FeeBased),
            ("high", "low", "few", "rarely", Quarter::FeeBased),
            ("medium", "high", "few", "rarely", Quarter::CriticalReview),
            ("medium-to-high", "high", "few", "rarely", Quarter::FeeBased),
            ("low", "high", "many", "frequently", Quarter::CriticalReview),
            ("low-to-medium", "medium", "few", "rarely", Quarter::CriticalReview),
            ("low", "low-to-medium", "many", "rarely", Quarter::ExcludeOrFree),
        ] {
            let text =
                format!("relevance: {relevance}\neffort: {effort}\nbeneficiaries: {beneficiaries}\nfrequency: {frequency}\n");
            assert_eq!(proposal(&service(&text)), Some(expected), "{text}");
        }
        assert_eq!(managers(&service("relevance: high\neffort: low\n")), None);
    }

    #[test]
    fn what_is_said_goes_before_what_is_proposed() {
        let text = "relevance: high\neffort: low\nbeneficiaries: many\nfrequency: rarely\ncooperation: development\n";
        let open = service(text);
        assert_eq!((managers(&open), members(&open)), (Some(Placed::Proposed(Quarter::Covered)), None));
        assert_eq!(rung(&open), Some(Placed::Proposed(5)));
        let said = service(&format!("{text}trust: 2\nportfolio: {{managers: fee-based, members: exclude-or-free}}\n"));
        assert_eq!((managers(&said), members(&said)), (Some(Placed::Said(Quarter::FeeBased)), Some(Quarter::ExcludeOrFree)));
        assert_eq!(rung(&said), Some(Placed::Said(2)));
    }

    #[test]
    fn rungs_rise_with_what_is_done_together() {
        let rungs: Vec<u8> = Cooperation::ALL.iter().map(|&cooperation| rung_of(cooperation)).collect();
        assert_eq!(rungs, [1, 2, 3, 4, 5]);
    }
}
