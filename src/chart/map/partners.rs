//! A map of partners and markets: lines lead from the cluster to its partner clusters, and the countries of its markets are marked. On narrow screens, where
//! continents would be too small for names, it is a list.

use std::collections::BTreeSet;

use super::clip::{self, Spot};
use super::labels::Room;
use super::view::{self, Fit};
use super::{Map, Words as MapWords, discs, ground};
use crate::chart::legend::{self, Sign};
use crate::chart::paint::{Hue, Paint, Weave, fill, stroke, weight, woven};
use crate::chart::svg::{Canvas, Form, SMALL, STRONG, Type, WIDE};
use crate::chart::{Cell, Frame, Picture, Table};
use crate::geo::{self, Borders, Country};

/// A cluster, its partners and its markets.
pub struct Partners<'a> {
    /// Coasts and borders.
    pub borders: &'a Borders,
    /// Code of the cluster's own country; may be empty.
    pub country: &'a str,
    /// Where the cluster is, where that is known.
    pub home: Option<geo::Point>,
    /// Partner clusters.
    pub partners: Vec<Partner>,
    /// Markets.
    pub markets: Vec<Market>,
    /// Name of a country by its code.
    pub country_name: &'a dyn Fn(&str) -> String,
    /// The fixed words.
    pub words: Words,
}

/// A partner cluster.
#[derive(Clone, Debug, Default)]
pub struct Partner {
    /// Its name.
    pub label: String,
    /// Code of its country.
    pub country: String,
    /// Since when, and the like.
    pub note: String,
    /// Where it is; the middle of its country where that is not known.
    pub at: Option<geo::Point>,
    /// Where it leads.
    pub href: Option<String>,
}

/// A market.
#[derive(Clone, Debug, Default)]
pub struct Market {
    /// Its name.
    pub label: String,
    /// Code of its country.
    pub country: String,
    /// What is looked for there.
    pub note: String,
    /// Place of its priority among the words of priorities.
    pub priority: Option<usize>,
    /// Where it leads.
    pub href: Option<String>,
}

/// The fixed words, localised.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// What the sign in the middle stands for.
    pub home: String,
    /// A partner cluster.
    pub partner: String,
    /// Heading over several.
    pub partners: String,
    /// A market.
    pub market: String,
    /// Heading over several.
    pub markets: String,
    /// Markets by priority, the highest first.
    pub priorities: [String; 3],
    /// Heading of the table over the names.
    pub name: String,
    /// Heading of the table over what each is.
    pub kind: String,
    /// Heading of the table over countries.
    pub country: String,
    /// Heading of the table over everything else.
    pub note: String,
    /// Unit of the ruler.
    pub kilometres: String,
    /// Whose borders are shown; may be empty.
    pub credit: String,
}

mod demo;
mod list;

pub(in crate::chart) use demo::demo;
use list::list;

const FIT: Fit = Fit { room: 46.0, least: 600.0, tolerance: 0.9 };
/// A country smaller than this, in radians from its middle, is shown whole where it is a market.
const WHOLE: f64 = 0.16;
/// A country has its name in it if its box is so many times larger.
const ROOMY: f64 = 2.5;
/// Steps of the line that leads to a partner over the globe.
const STEPS: usize = 24;

/// Draws partners and markets; `None` where there is none.
pub fn draw(frame: &Frame<'_>, input: &Partners<'_>) -> Option<Picture> {
    if input.partners.is_empty() && input.markets.is_empty() {
        return None;
    }
    // Without a single place there is nothing to draw a map of.
    let wide = map(frame, input).unwrap_or_else(|| list(frame, input, Form::Wide));
    Some(frame.picture(wide, Some(list(frame, input, Form::Narrow)), table(input)))
}

fn table(input: &Partners<'_>) -> Table {
    let words = &input.words;
    let row = |label: &str, kind: &str, country: &str, note: String, href: Option<&String>| {
        let name = (input.country_name)(country);
        vec![Cell::linked(label, href), Cell::words(kind), Cell::coded(name, country.to_owned()), Cell::words(note)]
    };
    let partners = input
        .partners
        .iter()
        .map(|partner| row(&partner.label, &words.partner, &partner.country, partner.note.clone(), partner.href.as_ref()));
    let markets = input
        .markets
        .iter()
        .map(|market| row(&market.label, &words.market, &market.country, note(input, market), market.href.as_ref()));
    let columns = [("name", &words.name), ("kind", &words.kind), ("country", &words.country), ("note", &words.note)];
    Table::new(columns, partners.chain(markets).collect())
}

/// The priority of a market and what is looked for there.
fn note(input: &Partners<'_>, market: &Market) -> String {
    let priority = market.priority.and_then(|priority| input.words.priorities.get(priority)).map(String::as_str);
    [priority.unwrap_or_default(), &market.note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The texture of a market: the closer, the more it matters.
fn paint(priority: Option<usize>) -> Paint {
    let weave = match priority {
        Some(0) => Weave::Plain,
        Some(1) => Weave::Rising,
        Some(_) => Weave::Grid,
        None => Weave::Dots,
    };
    woven(Hue::series(4), weave).edged(Hue::Surface, weight::GRID)
}

/// Where a partner is.
fn place(input: &Partners<'_>, partner: &Partner) -> Option<geo::Point> {
    let middle = || input.borders.country(&partner.country).and_then(Country::middle);
    partner.at.filter(|point| geo::is_on_globe(*point)).or_else(middle)
}

/// What of a market has to be seen: a small country whole, else its middle.
fn extent(country: &Country) -> Vec<geo::Point> {
    let Some(middle) = country.middle() else { return Vec::new() };
    let mainland = view::mainland(&country.rings, Some(middle));
    if mainland.iter().all(|point| geo::angle(middle, *point) < WHOLE) { mainland } else { vec![middle] }
}

/// The shortest way over the globe, as points close enough to bend with it.
fn way(from: geo::Point, to: geo::Point) -> Vec<geo::Point> {
    let [a, b] = [from, to].map(|[x, y]| {
        let ((sx, cx), (sy, cy)) = (x.to_radians().sin_cos(), y.to_radians().sin_cos());
        [cy * cx, cy * sx, sy]
    });
    let whole = geo::angle(from, to);
    // Of two places opposite each other every way is the shortest, and between two in one place there is none.
    if !(1e-9..=std::f64::consts::PI - 1e-6).contains(&whole) {
        return vec![from, to];
    }
    let at = |step: usize| {
        let share = step as f64 / STEPS as f64;
        let weights = [((1.0 - share) * whole).sin(), (share * whole).sin()].map(|part| part / whole.sin());
        let [x, y, z] = [0, 1, 2].map(|axis| a[axis] * weights[0] + b[axis] * weights[1]);
        [y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees()]
    };
    (0..=STEPS).map(at).collect()
}

fn map(frame: &Frame<'_>, input: &Partners<'_>) -> Option<String> {
    let home = input.home.filter(|home| geo::is_on_globe(*home));
    let home = home.or_else(|| input.borders.country(input.country).and_then(Country::middle));
    let places: Vec<Option<geo::Point>> = input.partners.iter().map(|partner| place(input, partner)).collect();
    let countries: Vec<(&Market, &Country)> =
        input.markets.iter().filter_map(|market| Some((market, input.borders.country(&market.country)?))).collect();
    let shown: Vec<geo::Point> = (home.into_iter())
        .chain(places.iter().flatten().copied())
        .chain(countries.iter().flat_map(|(_, country)| extent(country)))
        .collect();
    if places.iter().all(Option::is_none) && countries.is_empty() {
        return None;
    }
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let top = legend::flow(&mut canvas, 0.0, &key(input, home.is_some())) + 8.0;
    let view = view::of_points(&shown, [0.0, top, WIDE], (300.0, 430.0), FIT);
    let mut room = Room::new(view.window);
    // Markets have their names on plates.
    let quiet = |code: &str| {
        let market = countries.iter().any(|(_, country)| country.code == code);
        if market { String::new() } else { (input.country_name)(code) }
    };
    let map = Map {
        borders: input.borders,
        country: input.country,
        region: &[],
        points: Vec::new(),
        groups: Vec::new(),
        country_name: &quiet,
        address: &|_| None,
        words: MapWords {
            place: String::new(),
            count: String::new(),
            several: String::new(),
            kilometres: input.words.kilometres.clone(),
            outside: &|_| String::new(),
            credit: input.words.credit.clone(),
        },
    };
    ground::land(&mut canvas, &map, &view, true);
    for (market, country) in &countries {
        let tip = frame.pair(&market.label, &note(input, market));
        canvas.mark(market.href.as_ref(), &tip, |canvas| {
            canvas.outlines(&view.areas(&country.rings), true, paint(market.priority));
        });
    }
    let ways: Vec<geo::Ring> = home.iter().flat_map(|home| places.iter().flatten().map(|to| way(*home, *to).into())).collect();
    let lines = view.lines(&ways);
    canvas.outlines(&lines, false, stroke(Hue::Surface, 4.0));
    canvas.outlines(&lines, false, stroke(Hue::Brand, weight::SIDE));
    let spots: Vec<(usize, Spot)> =
        places.iter().enumerate().filter_map(|(index, at)| Some((index, inside(&view, (*at)?)))).collect();
    let discs = discs::merge(&spots);
    discs::reserve(&discs, &mut room);
    let at = home.map(|home| inside(&view, home));
    if let Some([x, y]) = at {
        room.take([x - 9.0, y - 9.0, x + 9.0, y + 9.0]);
    }
    room.avoid(lines);
    ground::ruler(&mut canvas, frame, &map, &view, &mut room);
    if let Some([x, y]) = at {
        let x = canvas.in_layout(x);
        canvas.mark(None, &input.words.home, |canvas| sign(canvas, x, y));
    }
    for disc in &discs {
        partner_disc(&mut canvas, frame, input, disc, &mut room);
    }
    names(&mut canvas, input, &countries, &view, &mut room);
    ground::names(&mut canvas, &map, &view, &mut room, 2);
    ground::frame(&mut canvas, &view, stroke(Hue::Line, weight::EDGE));
    let y = super::credit(&mut canvas, &map, view.window[3]);
    Some(canvas.finish(frame, "map", y))
}

/// The place of a point, moved so far that its sign does not leave the map.
fn inside(view: &view::View, point: geo::Point) -> Spot {
    let [l, t, r, b] = view.window;
    let [x, y] = view.spot(point);
    [x.clamp(l + SIGN, r - SIGN), y.clamp(t + SIGN, b - SIGN)]
}

/// What a sign needs around its middle.
const SIGN: f64 = 11.0;

/// A partner with its name, or a number where several lie on each other.
fn partner_disc(canvas: &mut Canvas, frame: &Frame<'_>, input: &Partners<'_>, disc: &discs::Disc, room: &mut Room) {
    let partners: Vec<&Partner> = disc.points.iter().filter_map(|&index| input.partners.get(index)).collect();
    let Some(first) = partners.first() else { return };
    let alone = partners.len() == 1;
    let names: Vec<&str> = partners.iter().map(|partner| partner.label.as_str()).collect();
    let tip = if alone { frame.pair(&first.label, &first.note) } else { names.join(", ") };
    let lines = if alone {
        LABEL.balance(&first.label, 140.0, 2)
    } else {
        vec![LABEL.fit(&format!("{} +{}", first.label, (frame.format.number)(partners.len() as f64 - 1.0)), 150.0)]
    };
    let wide = lines.iter().map(|line| LABEL.width(line)).fold(0.0, f64::max) + 10.0;
    let high = lines.len() as f64 * LABEL.leading() + 5.0;
    let place = room.beside(disc.at, disc.radius(), wide, high).filter(|_| wide > 10.0);
    canvas.mark(first.href.as_ref().filter(|_| alone), &tip, |canvas| {
        if let Some((_, area)) = place {
            plate(canvas, area, LABEL, &lines);
        }
        let (x, y) = (canvas.in_layout(disc.at[0]), disc.at[1]);
        if alone {
            discs::sign(canvas, x, y, 0);
        } else {
            canvas.circle(x, y, disc.radius(), fill(Hue::Plate).edged(Hue::Surface, weight::SIDE));
            canvas.text(x, y + 4.0, LABEL.in_hue(Hue::OnBrand).middle(), &(frame.format.number)(partners.len() as f64));
        }
    });
}

const LABEL: Type = Type { size: 11.5, ..STRONG };

/// Words on a ground of their own, since maps are coloured.
fn plate(canvas: &mut Canvas, [l, t, r, b]: [f64; 4], kind: Type, lines: &[String]) {
    let middle = canvas.in_layout((l + r) / 2.0);
    canvas.rect([middle - (r - l) / 2.0, t, r - l, b - t], 4.0, fill(Hue::Surface));
    canvas.lines(middle, t + 13.0, kind.middle(), lines);
}

/// Names of markets: in their country where it has room, else beside its middle.
fn names(canvas: &mut Canvas, input: &Partners<'_>, countries: &[(&Market, &Country)], view: &view::View, room: &mut Room) {
    let mut named = BTreeSet::new();
    for (_, country) in countries {
        let name = (input.country_name)(&country.code);
        if name.is_empty() || !named.insert(&country.code) {
            continue;
        }
        let (wide, high) = (NAME.width(&name) + 10.0, 18.0);
        let rings = view.areas(&country.rings);
        let [across, down] = clip::extent(&rings.concat());
        // In a country that is little larger than its name, the name would hide it.
        let roomy = across * down > ROOMY * wide * high;
        let within = ground::inside(&rings, wide * 0.4, room).filter(|_| roomy);
        let area = within.map(|[x, y]| [x - wide / 2.0, y - high / 2.0, x + wide / 2.0, y + high / 2.0]);
        let area = area.filter(|area| room.is_free(*area)).or_else(|| {
            let middle = view.spot(country.middle()?);
            room.beside(middle, 12.0, wide, high).map(|(_, area)| area)
        });
        if let Some(area) = area {
            room.take(area);
            plate(canvas, area, NAME, &[name]);
        }
    }
}

const NAME: Type = Type { hue: Hue::Ink, ..SMALL };

/// The sign of the cluster itself: a ring with a core.
fn sign(canvas: &mut Canvas, x: f64, y: f64) {
    canvas.circle(x, y, 9.0, fill(Hue::Surface).edged(Hue::Brand, weight::MAIN));
    canvas.circle(x, y, 4.0, fill(Hue::Brand));
}

fn key<'w>(input: &'w Partners<'_>, home: bool) -> Vec<(Sign<'w>, &'w str)> {
    let mut key: Vec<(Sign<'w>, &'w str)> = Vec::new();
    if home {
        key.push((Box::new(|canvas, x, y| sign(canvas, x + 10.0, y)), &input.words.home));
    }
    if !input.partners.is_empty() {
        key.push((Box::new(|canvas, x, y| discs::sign(canvas, x + 10.0, y, 0)), &input.words.partner));
    }
    for priority in [Some(0), Some(1), Some(2), None] {
        if input.markets.iter().any(|market| market.priority == priority) {
            let word = priority.map_or(&input.words.market, |priority| &input.words.priorities[priority]);
            key.push((Box::new(move |canvas, x, y| canvas.rect([x, y - 7.0, 20.0, 14.0], 2.0, paint(priority))), word));
        }
    }
    key
}

#[cfg(test)]
mod tests;
