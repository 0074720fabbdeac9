//! Owns the gallery of pictures: every kind that the site can draw, from the cluster's own data where it has any, for those who build the site.

use serde::Serialize;

use super::{Desk, draw, members, monitoring, thread};
use crate::chart::Picture;
use crate::chart::gallery::{CHARTS, Chart};
use crate::model::{ranking, series};

/// The gallery.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Gallery {
    /// Every kind of picture.
    pub charts: Vec<Shown>,
}

/// A kind of picture with an example.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Shown {
    /// Its name in the program, and the place on the page.
    pub name: String,
    /// Its name for readers.
    pub title: String,
    /// What it shows.
    pub text: String,
    /// Whose data the example is made of, in a sentence.
    pub source: String,
    /// The example.
    pub picture: Picture,
}

pub(super) fn view(desk: &Desk<'_>) -> Gallery {
    Gallery { charts: CHARTS.iter().filter_map(|chart| shown(desk, chart)).collect() }
}

fn shown(desk: &Desk<'_>, chart: &Chart) -> Option<Shown> {
    let name = chart.name.replace('_', "-");
    let (picture, source) = match own(desk, chart.name) {
        Some(picture) => (picture, "gallery.own"),
        None => (demo(desk, chart, &name)?, "gallery.demo"),
    };
    let say = |part: &str| desk.say(&format!("gallery.kind.{name}{part}"));
    Some(Shown { title: say(""), text: say("-text"), source: desk.say(source), picture, name })
}

/// The picture from the cluster's own data, as the page that it belongs to shows it.
fn own(desk: &Desk<'_>, name: &str) -> Option<Picture> {
    let model = desk.model();
    // The indicator that was measured most often shows most.
    let measured = || {
        let known = model.indicators.iter().map(|entry| {
            let rows = desk.site.relations.measurements(entry.id());
            (entry, series(entry, rows, desk.site.today), rows)
        });
        known.rev().max_by_key(|(entry, readings, _)| (readings.len(), entry.disaggregation.len()))
    };
    match name {
        "track" => model.cluster()?.stage.and_then(|stage| draw::stage(desk, stage)),
        "ladder" => draw::ladder(desk),
        "house" => draw::house(desk),
        "line" => measured().and_then(|(entry, readings, rows)| draw::line(desk, entry, &readings, rows)),
        "gantt" => draw::gantt(desk),
        "organigram" => draw::organigram(desk),
        "stacked_shares" => draw::financing(desk),
        "compared_shares" => {
            let years = crate::model::money::mix_years(model);
            years.last().and_then(|year| draw::patterns(desk, year))
        }
        "stacked" => draw::costs(desk),
        "liquidity" => draw::liquidity(desk, &crate::model::money::liquidity(model)),
        "portfolio" => draw::portfolio_of_managers(desk),
        "trust_ladder" => draw::trust(desk),
        "bars" => members::view(desk).kinds,
        "map" => members::view(desk).map,
        "matrix" => draw::stakeholders(desk),
        "flow" => draw::demands(desk, &ranking(&model.demands)),
        "canvas" => model.canvases.iter().next().and_then(|canvas| draw::canvas(desk, canvas)),
        "cross" => draw::fields(desk),
        "thread" => draw::threads(desk, &thread::threads(desk)),
        "membership" => draw::membership(desk, &crate::model::membership(model, desk.site.today)),
        "benchmark" => draw::benchmark(desk),
        "award" => model.excellence.iter().next().and_then(|excellence| draw::award(desk, excellence)),
        "partners" => draw::partners(desk),
        "bubble" => draw::concentration(desk),
        "value_chain" => draw::value_chain(desk),
        "diamond" => draw::diamond(desk),
        "policy_map" => draw::policies(desk),
        "interests" => draw::interests(desk),
        "skills" => draw::skills(desk),
        "case" => model.cases.iter().find_map(|case| draw::case(desk, case)),
        "hypotheses" => draw::hypotheses(desk),
        "participation" => draw::participation(desk),
        "multiples" => {
            let parts = |entry| draw::parts_of(desk, entry, desk.site.relations.measurements(entry.id()));
            model.indicators.iter().flat_map(parts).max_by_key(|picture| picture.table.rows.len())
        }
        "tally" => draw::tally_by_year(desk),
        "chain" => monitoring::overview(desk).chain,
        "legal_form" => draw::legal_form(desk),
        "brand_sheet" => draw::brand(desk),
        "process_flow" => {
            model.processes.iter().max_by_key(|process| process.steps.len()).and_then(|one| draw::process(desk, one))
        }
        "sparkline" => measured().and_then(|(entry, readings, _)| draw::sparkline_picture(desk, entry, &readings)),
        _ => None,
    }
}

/// A made-up case: in Arabic on Arabic pages, in English on all others, and marked so.
fn demo(desk: &Desk<'_>, chart: &Chart, name: &str) -> Option<Picture> {
    let arabic = desk.locale.tag().split('-').next() == Some("ar");
    let say = |en: &str, ar: &str| if arabic { ar } else { en }.to_owned();
    let title = desk.say(&format!("gallery.kind.{name}"));
    let mut picture = draw::picture(desk, &format!("demo-{name}"), &title, "", &|frame| (chart.demo)(frame, &say))?;
    let lang = if arabic { "ar" } else { "en" };
    picture.lang = (desk.locale.tag().split('-').next() != Some(lang)).then(|| lang.to_owned());
    Some(picture)
}
