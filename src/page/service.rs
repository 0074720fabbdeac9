//! Owns the catalogue of services and the page of one service.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, Card};
use super::portfolio::said;
use super::thread::{self, Linked};
use super::{Desk, Row, Words};
use crate::model::kinds::service::{Price, PriceModel, Service as Kind};
use crate::model::{Choice, Entry, portfolio};

/// The catalogue.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Services {
    /// Every service.
    pub services: Vec<Card>,
}

/// The page of a service.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Service {
    /// Place in the print document to link to.
    pub anchor: String,
    /// Name.
    pub title: Words,
    /// The service in a paragraph.
    pub summary: Option<Words>,
    /// How far it is.
    pub badge: Option<cards::Badge>,
    /// Provider, price, frequency and so on.
    pub facts: Vec<Row>,
    /// Everything else, in Markdown.
    pub body: Option<Words>,
    /// Demands and goals that it serves, and where that shows.
    pub linked: Linked,
}

/// What members pay, in a line.
pub(super) fn price(desk: &Desk<'_>, price: &Price) -> String {
    let model = desk.word(price.model);
    match (price.model, price.amount) {
        (PriceModel::Fee | PriceModel::MembershipFee, Some(amount)) => {
            let amount = desk.money(amount);
            price.per.as_ref().map_or(amount.clone(), |per| format!("{amount} / {}", desk.bare(per)))
        }
        (PriceModel::Free, _) | (PriceModel::Fee | PriceModel::MembershipFee, None) => model,
    }
}

pub(super) fn list(desk: &Desk<'_>) -> Services {
    Services { services: desk.model().services.iter().map(|service| cards::service(desk, service)).collect() }
}

pub(super) fn view(desk: &Desk<'_>, service: &Entry<Kind>) -> Service {
    let model = desk.model();
    let text = |text: Option<String>| text.map(Words::from);
    let trust = portfolio::rung(service).map(|rung| {
        let of_most = |rung: u8| {
            let (trust, most) = (desk.locale.number(f64::from(rung)), desk.locale.number(f64::from(portfolio::RUNGS)));
            desk.locale
                .format("format.of", &[("value", crate::lang::Arg::Text(&trust)), ("total", crate::lang::Arg::Text(&most))])
        };
        said(desk, rung.map(of_most))
    });
    let quarter = portfolio::managers(service).map(|place| said(desk, place.map(|quarter| desk.word(quarter))));
    let facts = [
        desk.row("provider", desk.party(service.provider.as_ref())),
        desk.row("price", text(service.price.as_ref().map(|price| self::price(desk, price)))),
        desk.row("fields", model.all(&service.fields).map(|field| desk.link(field, &field.title))),
        desk.row("frequency", text(service.frequency.map(|word| desk.word(word)))),
        desk.row("beneficiaries", text(service.beneficiaries.map(|word| desk.word(word)))),
        desk.row("effort", text(service.effort.map(|grade| desk.say(&format!("enum.effort.{}", grade.as_str()))))),
        desk.row("relevance", text(service.relevance.map(|grade| desk.say(&format!("enum.relevance.{}", grade.as_str()))))),
        desk.row("cooperation", text(service.cooperation.map(|word| desk.word(word)))),
        desk.row("trust", trust),
        desk.row("portfolio-quarter", quarter),
        desk.row("members-view", text(portfolio::members(service).map(|quarter| desk.word(quarter)))),
    ];
    Service {
        anchor: format!("service-{}", service.id()),
        title: desk.text(&service.title),
        summary: desk.maybe(service.summary.as_ref()),
        badge: service.status.map(|status| cards::Badge::new(desk, status)),
        facts: facts.into_iter().flatten().collect(),
        body: desk.prose(service.body.as_ref(), &format!("service-{}-", service.id()), desk.entry_depth()),
        linked: thread::service(desk, service),
    }
}
