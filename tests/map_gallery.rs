//! Draws maps of countries of every size and lays them side by side in `target/maps.html`, to be looked at.

use std::fmt::Write as _;

use clustersite::chart::map::{Map, Point, Words, draw, locate};
use clustersite::chart::{Format, Frame};
use clustersite::geo::natural_earth;

#[test]
fn maps() {
    let format = Format {
        number: &|value| format!("{value}"),
        percent: &|share| format!("{share}"),
        rate: &|value| format!("{value}%"),
        day: &|date| date.to_string(),
        month: &|date| date.to_string(),
        quarter: &|date| date.to_string(),
        year: &|date| date.to_string(),
        pair: &|label, value| format!("{label}: {value}"),
    };
    let mut body = String::new();
    let cases: [(&str, f64, f64, f64, usize); 16] = [
        ("TN", 10.6, 35.8, 1.0, 20),
        ("AL", 19.8, 41.3, 0.4, 12),
        ("XK", 21.2, 42.7, 0.2, 8),
        ("LU", 6.1, 49.6, 0.1, 4),
        ("FR", 3.25, 45.55, 0.15, 60),
        ("RE", 55.5, -21.1, 0.2, 6),
        ("FJ", 178.5, -17.8, 1.2, 6),
        ("NO", 10.0, 63.0, 3.0, 30),
        ("RU", 100.0, 60.0, 25.0, 30),
        ("US", -87.0, 41.0, 2.0, 30),
        ("ID", 107.0, -7.0, 2.0, 30),
        ("MV", 73.5, 4.2, 0.3, 3),
        ("AQ", 0.0, -80.0, 5.0, 3),
        ("GR", 24.0, 38.0, 1.0, 9),
        ("DE", 10.0, 50.0, 100.0, 40),
        ("GE", 44.8, 41.7, 0.5, 10),
    ];
    for (rtl, (country, x, y, spread, count)) in [false, true].iter().flat_map(|rtl| cases.iter().map(move |case| (*rtl, *case)))
    {
        let point = |i: usize| {
            let step = |salt: usize| ((i * 7919 + salt * 104_729) % 1000) as f64 / 500.0 - 1.0;
            let place = format!("Town {}", i % 9);
            let (east, north) = (((i % 9) * 271 % 100) as f64 / 50.0 - 1.0, ((i % 9) * 613 % 100) as f64 / 50.0 - 1.0);
            Point {
                longitude: (x + (east + step(1) * 0.1) * spread).clamp(-180.0, 180.0),
                latitude: (y + (north + step(2) * 0.1) * spread * 0.7).clamp(-85.0, 85.0),
                key: place.clone(),
                place,
                label: format!("Firm {i}"),
                group: i % 4,
                href: Some("#x".into()),
            }
        };
        let map = Map {
            borders: natural_earth(),
            country,
            region: &[],
            points: (0..count).map(point).collect(),
            groups: ["Firms", "Research and education", "Public bodies", "Others"].map(String::from).to_vec(),
            country_name: &|code| code.to_owned(),
            address: &|keys| Some(format!("?place={}", keys.join("&place="))),
            words: Words {
                place: "Place".into(),
                count: "Members".into(),
                several: "Several members, with their number".into(),
                kilometres: "km".into(),
                outside: &|places| format!("Further away: {places}"),
                credit: "Borders: Natural Earth, as they are in force on the ground".into(),
            },
        };
        let id = format!("{country}-{rtl}");
        let frame = Frame { id: &id, title: country, description: "", rtl, format: &format };
        let picture = draw(&frame, &map).expect("points");
        let office = Map { points: map.points[..1].to_vec(), ..map };
        let small = locate(&Frame { id: &format!("{id}-l"), ..frame }, &office).expect("a country");
        let narrow = picture.svg_narrow.as_deref().unwrap_or_default();
        let sizes = [picture.svg.len(), narrow.len(), small.svg.len()];
        let _ = write!(
            body,
            "<h2>{country} {sizes:?}</h2><div class=row><div class=w>{}</div><div class=n>{narrow}</div><div class=n>{}</div></div>",
            picture.svg, small.svg
        );
    }
    let css = include_str!("../themes/default/static/css/chart.css").replace("@container", "@container none");
    let look = "body{font-family:'Noto Sans',sans-serif}.row{display:flex;gap:24px}.w{width:720px}.n{width:340px}.n svg{display:block!important}";
    let html = format!("<!doctype html><meta charset=utf-8><title>Maps</title><style>{css}{look}</style><body>{body}");
    let target = option_env!("CARGO_TARGET_DIR").unwrap_or(concat!(env!("CARGO_MANIFEST_DIR"), "/target"));
    std::fs::write(format!("{target}/maps.html"), html).expect("a file");
}
