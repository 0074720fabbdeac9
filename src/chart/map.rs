//! A map of a region, with points in it: where a cluster is, and where its members are. It needs no service, only outlines.

use super::legend::{self, Sign};
use super::paint::{Hue, fill, stroke};
use super::svg::{Canvas, Form, NARROW, SMALL, WIDE};
use super::{Cell, Frame, Picture, Table};
use crate::geo::{self, Borders, Shape};

mod clip;
mod demo;
mod discs;
mod ground;
mod labels;
pub mod partners;
mod projection;
mod view;

pub(super) use demo::demo;
use labels::Room;
use view::{Fit, View};

/// Points on the globe and what surrounds them.
pub struct Map<'a> {
    /// Coasts and borders.
    pub borders: &'a Borders,
    /// Code of the cluster's country; may be empty.
    pub country: &'a str,
    /// Outline of the cluster's region, where there is one.
    pub region: &'a [Shape],
    /// The points; what is not on the globe is passed over.
    pub points: Vec<Point>,
    /// What the signs of single points tell apart, such as sorts of members.
    pub groups: Vec<String>,
    /// Name of a country by its code.
    pub country_name: &'a dyn Fn(&str) -> String,
    /// Where a disc leads that stands for the points of several keys.
    pub address: &'a dyn Fn(&[&str]) -> Option<String>,
    /// The fixed words.
    pub words: Words<'a>,
}

/// One point.
#[derive(Clone, Debug, Default)]
pub struct Point {
    /// Degrees east of Greenwich.
    pub longitude: f64,
    /// Degrees north of the equator.
    pub latitude: f64,
    /// Name of the place, which several points may share; may be empty.
    pub place: String,
    /// What stands for the place in addresses.
    pub key: String,
    /// Name of what is there.
    pub label: String,
    /// Its group, as an index of the map's groups.
    pub group: usize,
    /// Where it leads when it stands alone.
    pub href: Option<String>,
}

/// The fixed words of a map.
pub struct Words<'a> {
    /// Heading of the table over places.
    pub place: String,
    /// Heading of the table over how many are there.
    pub count: String,
    /// What a disc with a number means.
    pub several: String,
    /// Unit of the ruler.
    pub kilometres: String,
    /// Says that places lie outside the map.
    pub outside: &'a dyn Fn(&str) -> String,
    /// Whose borders are shown; may be empty.
    pub credit: String,
}

/// A map of points shows no less than the surroundings of a town.
const POINTS: Fit = Fit { room: 38.0, least: 24.0, tolerance: 0.6 };
/// A map of a country shows its neighbours too.
const COUNTRY: Fit = Fit { room: 36.0, least: 300.0, tolerance: 1.0 };
/// The overview beside a map.
const OVERVIEW: Fit = Fit { room: 8.0, least: 300.0, tolerance: 1.5 };
const GAP: f64 = 20.0;

/// Draws where points are; `None` when there is none on the globe.
pub fn draw(frame: &Frame<'_>, input: &Map<'_>) -> Option<Picture> {
    let sound: Vec<(usize, geo::Point)> = input.points.iter().enumerate().map(|(index, point)| (index, place(point))).collect();
    let sound: Vec<_> = sound.into_iter().filter(|(_, point)| geo::is_on_globe(*point)).collect();
    if sound.is_empty() {
        return None;
    }
    let places: Vec<geo::Point> = sound.iter().map(|(_, point)| *point).collect();
    let bulk = view::bulk(&places);
    let (near, far): (Vec<_>, Vec<_>) = sound.iter().copied().zip(bulk).partition(|(_, near)| *near);
    let [near, far]: [Vec<(usize, geo::Point)>; 2] = [near, far].map(|part| part.into_iter().map(|(point, _)| point).collect());
    let sheet = Sheet { frame, input, near: &near, far: &far };
    Some(frame.picture(sheet.draw(Form::Wide, WIDE), Some(sheet.draw(Form::Narrow, NARROW)), table(frame, input, &sound)))
}

/// Draws where a country and a place in it are; `None` when neither is known. The description has to say where that is.
pub fn locate(frame: &Frame<'_>, input: &Map<'_>) -> Option<Picture> {
    let point = input.points.iter().find(|point| geo::is_on_globe(place(point)));
    let mut around =
        input.borders.country(input.country).map(|own| view::mainland(&own.rings, point.map(place))).unwrap_or_default();
    if around.is_empty() {
        around.extend(point.map(place));
    }
    if around.is_empty() {
        return None;
    }
    let mut canvas = Canvas::new(frame, Form::Only, NARROW);
    let view = view::of_points(&around, [0.0, 0.0, NARROW], (220.0, 320.0), COUNTRY);
    let mut room = Room::new(view.window);
    ground::land(&mut canvas, input, &view, true);
    ground::region(&mut canvas, input, &view, fill(Hue::Brand).edged(Hue::Brand, 0.8));
    if let Some((point, spot)) = point.map(|point| (point, view.spot(place(point)))).filter(|(_, spot)| view.shows(*spot, 8.0)) {
        let disc = discs::Disc {
            at: spot,
            points: input.points.iter().position(|other| std::ptr::eq(other, point)).into_iter().collect(),
        };
        let disc = [disc];
        discs::reserve(&disc, &mut room);
        room.avoid(view.lines(&input.borders.lines));
        discs::draw(&mut canvas, frame, input, &disc, &mut room);
    }
    ground::names(&mut canvas, input, &view, &mut room, 1);
    ground::frame(&mut canvas, &view, stroke(Hue::Line, 1.0));
    let y = credit(&mut canvas, input, view.window[3]);
    // One place needs no table; the description names it.
    Some(frame.picture(canvas.finish(frame, "map", y), None, Table::default()))
}

fn place(point: &Point) -> geo::Point {
    [point.longitude, point.latitude]
}

/// Writes below the map whose borders these are, and gives the height of the drawing.
fn credit(canvas: &mut Canvas, input: &Map<'_>, below: f64) -> f64 {
    let lines = SMALL.wrap(&input.words.credit, canvas.width(), 3);
    canvas.lines(0.0, below + 15.0, SMALL, &lines);
    below + 8.0 + lines.len() as f64 * SMALL.leading()
}

/// One drawing of points under way.
struct Sheet<'a> {
    frame: &'a Frame<'a>,
    input: &'a Map<'a>,
    near: &'a [(usize, geo::Point)],
    far: &'a [(usize, geo::Point)],
}

impl Sheet<'_> {
    fn draw(&self, form: Form, width: f64) -> String {
        let mut canvas = Canvas::new(self.frame, form, width);
        let wide = form == Form::Wide;
        let across = if wide { 520.0 } else { width };
        let left = if canvas.is_rtl() { width - across } else { 0.0 };
        let places = view::with_region(self.near.iter().map(|(_, point)| *point).collect(), self.input.region);
        let limits = if wide { (300.0, 430.0) } else { (240.0, 330.0) };
        let view = view::of_points(&places, [left, 0.0, across], limits, POINTS);
        let mut room = Room::new(view.window);
        ground::land(&mut canvas, self.input, &view, false);
        ground::region(&mut canvas, self.input, &view, fill(Hue::Surface).edged(Hue::series(0), 1.2).dashed("5 3"));
        let spots: Vec<_> = self.near.iter().map(|(index, point)| (*index, view.spot(*point))).collect();
        let discs = discs::merge(&spots);
        discs::reserve(&discs, &mut room);
        room.avoid(ground::outlines(self.input, &view));
        ground::ruler(&mut canvas, self.frame, self.input, &view, &mut room);
        discs::draw(&mut canvas, self.frame, self.input, &discs, &mut room);
        ground::names(&mut canvas, self.input, &view, &mut room, 2);
        ground::frame(&mut canvas, &view, stroke(Hue::Line, 1.0));
        // Beside the map or below it: where it lies, what the signs mean, and what is not on it.
        let (x, mut y) = if wide { (across + GAP, 0.0) } else { (0.0, view.window[3] + 12.0) };
        let room = width - x;
        let across = if wide { room } else { 140.0 };
        let overview = self.overview(&mut canvas, &view, [x, y, across]);
        let list_x = if wide || overview == 0.0 { x } else { across + GAP };
        let list_y = if wide && overview > 0.0 { y + overview + 10.0 } else { y };
        let listed = self.legend(&mut canvas, &discs, (list_x, list_y), width - list_x);
        y = (y + overview).max(list_y + listed);
        y = view.window[3].max(y + self.outside(&mut canvas, (x, y + 6.0), room));
        let y = credit(&mut canvas, self.input, y);
        canvas.finish(self.frame, "map", y)
    }

    /// The country with the part of it that the map shows, and everything far away; gives the height, nothing where it would say nothing.
    fn overview(&self, canvas: &mut Canvas, view: &View, [x, y, wide]: [f64; 3]) -> f64 {
        let near = self.near.first().map(|(_, point)| *point);
        let own = self.input.borders.country(self.input.country).map(|own| view::mainland(&own.rings, near)).unwrap_or_default();
        let all: Vec<geo::Point> = own.into_iter().chain(self.near.iter().chain(self.far).map(|(_, point)| *point)).collect();
        let left = if canvas.is_rtl() { canvas.width() - x - wide } else { x };
        let small = view::of_points(&all, [left, y, wide], (wide * 0.6, wide * 0.95), OVERVIEW);
        let part = small.scale / view.scale;
        if part > 0.6 || view.is_world() {
            return 0.0;
        }
        ground::land(canvas, self.input, &small, true);
        ground::frame(canvas, &small, stroke(Hue::Line, 1.0));
        for (_, point) in self.far {
            let [x, y] = small.spot(*point);
            if small.shows([x, y], 4.0) {
                let x = canvas.in_layout(x);
                canvas.circle(x, y, 2.5, fill(Hue::Brand).edged(Hue::Surface, 0.8));
            }
        }
        let middle = [0, 1].map(|axis| (view.window[axis] + view.window[axis + 2]) / 2.0);
        let nearest = self.near.iter().map(|(_, point)| (view.spot(*point), *point));
        let close = |spot: &clip::Spot| (spot[0] - middle[0]).hypot(spot[1] - middle[1]);
        if let Some((seen, point)) = nearest.min_by(|a, b| close(&a.0).total_cmp(&close(&b.0))) {
            let at = small.spot(point);
            let [l, t, r, b] = view.window;
            let corner = |x: f64, y: f64| {
                let edge = [at[0] + (x - seen[0]) * part, at[1] + (y - seen[1]) * part];
                [0, 1].map(|axis| edge[axis].clamp(small.window[axis] + 1.0, small.window[axis + 2] - 1.0))
            };
            canvas.outlines(&[vec![corner(l, t), corner(r, t), corner(r, b), corner(l, b)]], true, stroke(Hue::Accent, 1.6));
        }
        small.window[3] - y
    }

    fn legend(&self, canvas: &mut Canvas, discs: &[discs::Disc], at: (f64, f64), width: f64) -> f64 {
        let alone = discs.iter().filter(|disc| disc.points.len() == 1).flat_map(|disc| &disc.points);
        let mut groups: Vec<usize> = alone.filter_map(|&index| Some(self.input.points.get(index)?.group)).collect();
        groups.sort_unstable();
        groups.dedup();
        let mut entries: Vec<(Sign<'_>, &str)> = Vec::new();
        for group in groups {
            let Some(name) = self.input.groups.get(group) else { continue };
            entries.push((Box::new(move |canvas: &mut Canvas, x, y| discs::sign(canvas, x + 9.0, y, group)), name));
        }
        if discs.iter().any(|disc| disc.points.len() > 1) {
            let number = (self.frame.format.number)(2.0);
            entries.push((
                Box::new(move |canvas: &mut Canvas, x, y| {
                    canvas.circle(x + 9.0, y, 9.0, fill(Hue::Brand));
                    canvas.text(x + 9.0, y + 4.0, SMALL.in_hue(Hue::OnBrand).middle(), &number);
                }),
                &self.input.words.several,
            ));
        }
        legend::list(canvas, at, width, &entries)
    }

    /// The places that the map does not reach, in words.
    fn outside(&self, canvas: &mut Canvas, (x, y): (f64, f64), width: f64) -> f64 {
        let mut names: Vec<&str> = Vec::new();
        for point in self.far.iter().filter_map(|(index, _)| self.input.points.get(*index)) {
            let name = if point.place.is_empty() { &point.label } else { &point.place };
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        if names.is_empty() {
            return 0.0;
        }
        let lines = SMALL.wrap(&(self.input.words.outside)(&names.join(", ")), width, 6);
        canvas.lines(x, y + 11.0, SMALL, &lines);
        lines.len() as f64 * SMALL.leading() + 10.0
    }
}

/// How many points are at each place, the place of most points first.
fn table(frame: &Frame<'_>, input: &Map<'_>, sound: &[(usize, geo::Point)]) -> Table {
    let mut places: std::collections::BTreeMap<&str, (usize, &Point)> = std::collections::BTreeMap::new();
    for point in sound.iter().filter_map(|(index, _)| input.points.get(*index)) {
        places.entry(&point.key).or_insert((0, point)).0 += 1;
    }
    let mut places: Vec<_> = places.into_iter().collect();
    places.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.1.1.place.cmp(&b.1.1.place)).then(a.0.cmp(b.0)));
    let rows = places.into_iter().map(|(key, (count, point))| {
        let name = if point.place.is_empty() { &point.label } else { &point.place };
        let href = if count == 1 { point.href.clone() } else { (input.address)(&[key]) };
        vec![Cell::linked(name, href.as_ref()), Cell::number(Some(count as f64), frame.format.number)]
    });
    Table::new([("place", &input.words.place), ("points", &input.words.count)], rows.collect())
}

#[cfg(test)]
mod tests;
