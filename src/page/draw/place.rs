//! Owns the maps: where the cluster is, and where its members are.

use super::{Desk, Picture, from_page, picture};
use crate::chart::map::{self, Map, Point, Words, partners as network};
use crate::geo::natural_earth;
use crate::lang::Arg;
use crate::model::kinds::international::{Market, PartnerCluster, Priority};
use crate::model::kinds::member::{Member, MemberKind};
use crate::model::value::Location;
use crate::model::{Choice, Entry};
use crate::page::members::Whereabouts;
use crate::page::period_words;
use crate::plan::Route;

/// Groups that signs on the map tell apart: the three sides of a cluster, and the rest.
const GROUPS: [&str; 4] = ["map.firms", "map.research", "map.public", "map.others"];

fn group(kind: MemberKind) -> usize {
    match kind {
        MemberKind::Sme | MemberKind::LargeEnterprise | MemberKind::StartUp => 0,
        MemberKind::Research | MemberKind::Education => 1,
        MemberKind::Public => 2,
        MemberKind::Finance | MemberKind::Association | MemberKind::Other => 3,
    }
}

/// The country, and the cluster in it.
pub(in crate::page) fn locator(desk: &Desk<'_>) -> Option<Picture> {
    let cluster = desk.model().cluster()?;
    // Without a region the point has no name of its own; that of the cluster stands beside the map anyway.
    let place = cluster.region.as_ref().map(|region| desk.bare(region)).unwrap_or_default();
    let point = |location: &Location| Point {
        longitude: location.longitude,
        latitude: location.latitude,
        label: place.clone(),
        place: place.clone(),
        ..Point::default()
    };
    let country = cluster.country.as_ref().map(|country| desk.locale.country(country.as_str()).to_owned()).unwrap_or_default();
    let description = match (country.as_str(), place.as_str()) {
        ("", only) | (only, "") => only.to_owned(),
        (label, value) => desk.locale.format("format.pair", &[("label", Arg::Text(label)), ("value", Arg::Text(value))]),
    };
    let title = desk.say("map.locator-title");
    with_map(desk, cluster.location.iter().map(point).collect(), &|_| None, &|input| {
        picture(desk, "locator", &title, &description, &|frame| map::locate(frame, input))
    })
}

/// The members whose whereabouts are known.
pub(in crate::page) fn member_map(desk: &Desk<'_>, members: &[(&Entry<Member>, Whereabouts)]) -> Option<Picture> {
    let point = |(member, place): &(&Entry<Member>, Whereabouts)| {
        let location = place.location?;
        Some(Point {
            longitude: location.longitude,
            latitude: location.latitude,
            place: place.name.clone(),
            key: place.key.clone(),
            label: desk.bare(&member.name),
            group: group(member.kind),
            href: from_page(desk, desk.href_of(*member)),
        })
    };
    let points: Vec<Point> = members.iter().filter_map(point).collect();
    let args = [("count", Arg::Count(points.len() as u64)), ("total", Arg::Count(members.len() as u64))];
    let (title, description) = (desk.say("map.members-title"), desk.locale.format("map.members-description", &args));
    // On paper nothing filters, and the list stands below.
    let address = |keys: &[&str]| {
        let places: Vec<String> = keys.iter().map(|key| format!("place={key}")).collect();
        let href = format!("{}{}?{}#results", desk.root, desk.href(&Route::Members), places.join("&"));
        (!desk.print).then_some(href)
    };
    with_map(desk, points, &address, &|input| {
        picture(desk, "map-of-members", &title, &description, &|frame| map::draw(frame, input))
    })
}

/// Partner clusters and markets, with lines from the cluster.
pub(in crate::page) fn partners(desk: &Desk<'_>) -> Option<Picture> {
    let model = desk.model();
    let cluster = model.cluster()?;
    let partner = |entry: &Entry<PartnerCluster>| network::Partner {
        label: desk.bare(&entry.name),
        country: entry.country.as_str().to_owned(),
        note: entry.since.as_ref().map(|since| since_words(desk, &period_words(desk, since))).unwrap_or_default(),
        at: entry.location.as_ref().map(Location::point),
        href: from_page(desk, desk.href_of(entry)),
    };
    let market = |entry: &Entry<Market>| network::Market {
        label: entry
            .title
            .as_ref()
            .map_or_else(|| desk.locale.country(entry.country.as_str()).to_owned(), |title| desk.bare(title)),
        country: entry.country.as_str().to_owned(),
        note: entry.kind.map(|kind| desk.word(kind)).unwrap_or_default(),
        priority: entry.priority.and_then(|priority| Priority::ALL.iter().position(|known| *known == priority)),
        href: from_page(desk, desk.href_of(entry)),
    };
    let outlines = desk.site.assets.outlines();
    let input = network::Partners {
        borders: outlines.borders.as_ref().unwrap_or_else(|| natural_earth()),
        country: cluster.country.as_ref().map_or("", |country| country.as_str()),
        home: cluster.location.as_ref().map(Location::point),
        partners: model.partner_clusters.iter().map(partner).collect(),
        markets: model.markets.iter().map(market).collect(),
        country_name: &|code| desk.locale.country(code).to_owned(),
        words: network::Words {
            home: desk.bare(&cluster.name),
            partner: desk.say("international.partner"),
            partners: desk.say("international.partners"),
            market: desk.say("international.market"),
            markets: desk.say("international.markets"),
            priorities: ["high", "medium", "low"].map(|grade| desk.say(&format!("international.market-{grade}"))),
            name: desk.say("label.name"),
            kind: desk.say("label.member-kind"),
            country: desk.say("label.country"),
            note: desk.say("label.note"),
            kilometres: desk.say("map.kilometres"),
            credit: credit(desk),
        },
    };
    let [partners, markets] = [input.partners.len(), input.markets.len()].map(|count| desk.locale.number(count as f64));
    let args = [("partners", Arg::Text(&partners)), ("markets", Arg::Text(&markets))];
    let (title, description) = (desk.say("international.map-title"), desk.locale.format("international.map-description", &args));
    picture(desk, "partners", &title, &description, &|frame| network::draw(frame, &input))
}

fn since_words(desk: &Desk<'_>, date: &str) -> String {
    let word = desk.say("international.since");
    desk.locale.format("format.pair", &[("label", Arg::Text(&word)), ("value", Arg::Text(date))])
}

/// Whose borders are shown.
fn credit(desk: &Desk<'_>) -> String {
    let settings = desk.model().cluster().and_then(|cluster| cluster.map.as_ref());
    let own = settings.and_then(|map| map.credit.as_ref()).map(|credit| desk.bare(credit));
    own.unwrap_or_else(|| if desk.site.assets.outlines().borders.is_some() { String::new() } else { desk.say("map.credit") })
}

/// Puts a map together from points and what the cluster says of borders.
fn with_map(
    desk: &Desk<'_>,
    points: Vec<Point>,
    address: &dyn Fn(&[&str]) -> Option<String>,
    draw: &dyn Fn(&Map<'_>) -> Option<Picture>,
) -> Option<Picture> {
    let cluster = desk.model().cluster()?;
    let outlines = desk.site.assets.outlines();
    draw(&Map {
        borders: outlines.borders.as_ref().unwrap_or_else(|| natural_earth()),
        country: cluster.country.as_ref().map_or("", |country| country.as_str()),
        region: &outlines.region,
        points,
        groups: GROUPS.map(|key| desk.say(key)).to_vec(),
        country_name: &|code| desk.locale.country(code).to_owned(),
        address,
        words: Words {
            place: desk.say("label.place"),
            count: desk.say("label.members"),
            several: desk.say("map.several"),
            kilometres: desk.say("map.kilometres"),
            outside: &|places| desk.locale.format("map.outside", &[("places", Arg::Text(places))]),
            credit: credit(desk),
        },
    })
}
