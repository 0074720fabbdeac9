//! Tries maps with points at every edge of the globe, hostile words and thousands of points; apart because the cases are many.

use super::*;
use crate::chart::probe::{self, HOSTILE};
use crate::geo::{Ring, natural_earth};

fn points(places: &[[f64; 2]], label: &str) -> Vec<Point> {
    let point = |(index, [longitude, latitude]): (usize, &[f64; 2])| Point {
        longitude: *longitude,
        latitude: *latitude,
        place: label.into(),
        key: format!("p{}", index % 7),
        label: label.into(),
        group: index % 9,
        href: Some(format!("members.html#m{index}")),
    };
    places.iter().enumerate().map(point).collect()
}

fn with<T>(country: &str, points: Vec<Point>, region: &[Shape], text: &str, use_it: impl FnOnce(&Map<'_>) -> T) -> T {
    use_it(&Map {
        borders: natural_earth(),
        country,
        region,
        points,
        groups: vec![text.into(), "b".into(), "c".into()],
        country_name: &|code| format!("{code} {text}"),
        address: &|keys| Some(format!("members.html?place={}", keys.join("&place="))),
        words: Words {
            place: text.into(),
            count: text.into(),
            several: text.into(),
            kilometres: "km".into(),
            outside: &|places| format!("Not on the map: {places}"),
            credit: text.into(),
        },
    })
}

/// Every place of a path, absolute, to see that it stays on the drawing.
fn spots(svg: &str) -> Vec<[f64; 2]> {
    let mut out = Vec::new();
    for path in svg.split("<path d=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        let (mut at, mut command, mut numbers, mut number) = ([0.0, 0.0], 'M', Vec::<f64>::new(), String::new());
        for c in path.chars().chain(['z']) {
            let ends = c.is_ascii_alphabetic() || c == ' ' || c == '-' && !number.is_empty() || c == '.' && number.contains('.');
            if ends && !number.is_empty() {
                numbers.push(number.parse().unwrap());
                number.clear();
                match (command, numbers.as_slice()) {
                    ('M' | 'L', [x, y]) => at = [*x, *y],
                    ('l', [x, y]) => at = [at[0] + x, at[1] + y],
                    ('h', [x]) => at[0] += x,
                    ('v', [y]) => at[1] += y,
                    _ => {}
                }
                if numbers.len() == 2 || matches!(command, 'h' | 'v') {
                    numbers.clear();
                    out.push(at);
                }
            }
            match c {
                c if c.is_ascii_alphabetic() => command = c,
                ' ' => {}
                c => number.push(c),
            }
        }
    }
    out
}

fn sound(picture: &Picture) {
    probe::sound(picture);
    for svg in std::iter::once(&picture.svg).chain(&picture.svg_narrow) {
        let (width, height) = if svg.contains("chart-wide") { (720.0, 800.0) } else { (328.0, 1200.0) };
        for [x, y] in spots(svg) {
            assert!((-8.0..=width + 8.0).contains(&x) && (-1.0..=height).contains(&y), "{x} {y} leaves the drawing");
        }
    }
}

#[test]
fn sound_wherever_points_are() {
    let places: [&[[f64; 2]]; 12] = [
        &[[3.25, 45.55]],
        &[[3.25, 45.55], [3.3, 45.6], [3.25, 45.55]],
        &[[179.9, -17.0], [-179.9, -16.5], [178.0, -18.0]],
        &[[0.0, 90.0], [120.0, 89.0]],
        &[[0.0, -90.0]],
        &[[10.0, -85.0], [-170.0, -85.0]],
        &[[-180.0, 0.0], [180.0, 0.0]],
        &[[0.0, 0.0], [180.0, 0.0]],
        &[[-70.0, -33.0], [2.0, 48.0], [139.0, 35.0], [28.0, -26.0], [151.0, -33.0], [-122.0, 37.0]],
        &[[3.0, 45.0], [3.1, 45.1], [3.2, 45.0], [3.0, 45.2], [3.1, 45.2], [3.05, 45.1], [120.0, -40.0]],
        &[[f64::NAN, 1.0], [5.0, f64::INFINITY], [999.0, 5.0], [5.0, 52.0]],
        &[[37.6, 55.7], [131.9, 43.1]],
    ];
    for place in places {
        for label in ["Sousse", ""] {
            for country in if label.is_empty() { [""] } else { ["FJ"] } {
                with(country, points(place, label), &[], label, |map| {
                    probe::both(|frame| {
                        sound(&draw(frame, map).unwrap());
                        sound(&locate(frame, map).unwrap());
                    });
                });
            }
        }
    }
}

#[test]
fn hostile_words_are_harmless() {
    for label in HOSTILE {
        with("TN", points(&[[10.6, 35.8], [10.7, 35.7], [11.0, 35.5]], label), &[], label, |map| {
            probe::both(|frame| sound(&draw(frame, map).unwrap()));
        });
    }
}

#[test]
fn without_a_place_there_is_no_picture() {
    for place in [&[][..], &[[f64::NAN, 0.0]], &[[0.0, 91.0]], &[[-181.0, 0.0]]] {
        with("", points(place, "a"), &[], "a", |map| {
            probe::both(|frame| assert!(draw(frame, map).is_none() && locate(frame, map).is_none()));
        });
        with("LU", points(place, "a"), &[], "a", |map| {
            probe::both(|frame| assert!(draw(frame, map).is_none() && locate(frame, map).is_some()));
        });
    }
}

#[test]
fn nobody_is_lost() {
    let heap: Vec<[f64; 2]> =
        (0..5000).map(|i| [3.0 + f64::from(i * 7919 % 1000) / 900.0, 45.0 + f64::from(i * 6007 % 1000) / 1100.0]).collect();
    with("FR", points(&heap, "a"), &[], "a", |map| {
        probe::both(|frame| {
            let picture = draw(frame, map).unwrap();
            sound(&picture);
            let counted: f64 = picture.table.rows.iter().map(|row| row[1].text.parse::<f64>().unwrap()).sum();
            assert_eq!(counted, 5000.0);
            assert!(picture.svg.len() < 60_000, "{}", picture.svg.len());
        });
    });
}

#[test]
fn one_far_away_is_told_in_words_and_does_not_shrink_the_others() {
    let mut places = vec![[3.25, 45.55], [3.3, 45.6], [3.2, 45.5], [3.35, 45.52], [3.15, 45.61]];
    places.push([-73.6, 45.5]);
    let mut all = points(&places, "near");
    all[5].place = "Montréal".into();
    with("FR", all, &[], "a", |map| {
        probe::both(|frame| {
            let picture = draw(frame, map).unwrap();
            assert!(picture.svg.contains("Not on the map: Montréal"));
            assert!(picture.svg.contains("10\u{a0}km") || picture.svg.contains("5\u{a0}km"), "the map is not close");
            assert!(picture.table.rows.iter().any(|row| row[0].text == "Montréal"));
        });
    });
}

#[test]
fn geography_is_not_mirrored_and_the_legend_is() {
    with("TN", points(&[[10.0, 36.0], [10.5, 36.0]], ""), &[], "a", |map| {
        probe::both(|frame| {
            let svg = draw(frame, map).unwrap().svg;
            let circle = svg.find("<circle").map(|at| svg[at..].split('"').nth(1).unwrap().parse::<f64>().unwrap()).unwrap();
            let square = spots(&svg[svg.find("href=\"members.html#m1\"").unwrap()..])[0][0];
            assert!(circle < square, "the western point is at the left: {circle} {square}");
            let map_left = svg.find("<rect").map(|at| svg[at..].split('"').nth(1).unwrap().parse::<f64>().unwrap()).unwrap();
            assert_eq!(map_left, if frame.rtl { 200.0 } else { 0.0 });
        });
    });
}

#[test]
fn regions_and_own_borders_are_drawn() {
    let square = |low: f64| -> Ring {
        Ring::from(vec![[low, low], [low, low + 4.0], [low + 4.0, low + 4.0], [low + 4.0, low], [low, low]])
    };
    let shapes = vec![Shape { code: "FR".into(), rings: vec![square(0.0)], lines: Vec::new() }];
    let own = Borders::of_shapes(shapes.clone());
    with("FR", points(&[[1.0, 1.0], [2.0, 2.0]], "a"), &shapes, "a", |map| {
        let map = Map {
            borders: &own,
            points: map.points.clone(),
            words: Words {
                credit: String::new(),
                place: "a".into(),
                count: "b".into(),
                several: "c".into(),
                kilometres: "km".into(),
                outside: &|_| String::new(),
            },
            groups: Vec::new(),
            ..*map
        };
        probe::both(|frame| {
            let picture = locate(frame, &map).unwrap();
            sound(&picture);
            assert!(picture.svg.contains("FR a"), "the country is named");
        });
    });
}

#[test]
fn maps_stay_small() {
    for (country, place) in [
        ("TN", [9.8, 34.7]),
        ("NO", [10.0, 60.0]),
        ("GR", [24.0, 38.0]),
        ("LU", [6.1, 49.7]),
        ("ID", [110.0, -7.0]),
        ("CA", [-75.0, 46.0]),
    ] {
        let spread: Vec<[f64; 2]> =
            (0..60).map(|i| [place[0] + f64::from(i % 8) * 0.2, place[1] + f64::from(i / 8) * 0.15]).collect();
        with(country, points(&spread, "Town"), &[], "Members", |map| {
            probe::both(|frame| {
                let (picture, small) = (draw(frame, map).unwrap(), locate(frame, map).unwrap());
                let sizes = [&picture.svg, picture.svg_narrow.as_ref().unwrap(), &small.svg].map(|svg| svg.len());
                assert!(sizes.iter().all(|size| *size < 25_000), "{country}: {sizes:?}");
            });
        });
    }
}
