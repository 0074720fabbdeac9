//! Owns the pictures of services as a whole: the portfolio as managers and members see it, and the ladder of trust.

use super::{Desk, Picture, from_page, picture};
use crate::chart::{portfolio, trust_ladder};
use crate::model::kinds::service::{Cooperation, Quarter, Service};
use crate::model::portfolio::{Placed, listed, managers, members, rung, rung_of};
use crate::model::{Choice, Entry};

/// The quarters as the guide's figure lays them out: top start, top end, bottom start, bottom end.
const LAYOUT: [Quarter; 4] = [Quarter::FeeBased, Quarter::Covered, Quarter::ExcludeOrFree, Quarter::CriticalReview];

/// The portfolio as the managers see it, proposals included.
pub(in crate::page) fn portfolio_of_managers(desk: &Desk<'_>) -> Option<Picture> {
    portfolio_of(desk, "managers", &|service| managers(service))
}

/// The portfolio as the members see it; nothing where nobody has asked them.
pub(in crate::page) fn portfolio_of_members(desk: &Desk<'_>) -> Option<Picture> {
    portfolio_of(desk, "members", &|service| members(service).map(Placed::Said))
}

fn portfolio_of(desk: &Desk<'_>, view: &str, place: &dyn Fn(&Service) -> Option<Placed<Quarter>>) -> Option<Picture> {
    let item = |service: &Entry<Service>| {
        let placed = place(service);
        portfolio::Item {
            label: desk.bare(&service.title),
            href: from_page(desk, desk.href_of(service)),
            quarter: placed.and_then(|placed| LAYOUT.iter().position(|quarter| *quarter == placed.place())),
            proposed: placed.is_some_and(Placed::is_proposed),
        }
    };
    let [number, service, quarter] = super::words(desk, ["label.service-number", "label.service", "label.portfolio-quarter"]);
    let input = portfolio::Portfolio {
        quarters: LAYOUT.map(|quarter| desk.word(quarter)),
        items: desk.model().services.iter().filter(|service| listed(service)).map(item).collect(),
        words: portfolio::Words { number, item: service, quarter, origins: origins(desk) },
    };
    let [title, description] = ["title", "description"].map(|part| desk.say(&format!("chart.portfolio.{view}-{part}")));
    picture(desk, &format!("portfolio-{view}"), &title, &description, &|frame| portfolio::draw(frame, &input))
}

/// The words for who has given a service its place.
fn origins(desk: &Desk<'_>) -> portfolio::Origins {
    let [heading, said, proposed] = super::words(desk, ["label.origin", "page.portfolio.said", "page.portfolio.proposed"]);
    portfolio::Origins { heading, said, proposed }
}

/// The ladder of trust.
pub(in crate::page) fn trust(desk: &Desk<'_>) -> Option<Picture> {
    let item = |service: &Entry<Service>| {
        let placed = rung(service)?;
        Some(trust_ladder::Item {
            label: desk.bare(&service.title),
            href: from_page(desk, desk.href_of(service)),
            rung: usize::from(placed.place()).saturating_sub(1),
            proposed: placed.is_proposed(),
        })
    };
    let mut rungs: Vec<Cooperation> = Cooperation::ALL.to_vec();
    rungs.sort_by_key(|cooperation| rung_of(*cooperation));
    let [service, rung_word, meaning] = super::words(desk, ["label.service", "label.trust", "label.cooperation"]);
    let input = trust_ladder::TrustLadder {
        rungs: rungs.into_iter().map(|cooperation| desk.word(cooperation)).collect(),
        items: desk.model().services.iter().filter(|service| listed(service)).filter_map(item).collect(),
        words: trust_ladder::Words { item: service, rung: rung_word, meaning, origins: origins(desk) },
    };
    let (title, description) = (desk.say("chart.trust.title"), desk.say("chart.trust.description"));
    picture(desk, "trust-ladder", &title, &description, &|frame| trust_ladder::draw(frame, &input))
}
