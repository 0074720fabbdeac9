//! Tests of the map of partners: any place, any text, the ways over the globe.

use super::*;
use crate::chart::probe::{self, HOSTILE};

#[test]
fn ways_are_the_shortest_and_end_where_they_should() {
    for (from, to) in [([0.0, 0.0], [90.0, 0.0]), ([3.2, 45.5], [17.9, 62.6]), ([170.0, 10.0], [-170.0, -10.0])] {
        let way = way(from, to);
        let long: f64 = way.windows(2).map(|pair| geo::angle(pair[0], pair[1])).sum();
        assert!((long - geo::angle(from, to)).abs() < 1e-6, "{from:?} {to:?}");
        assert!(geo::angle(way[STEPS], to) < 1e-9 && geo::angle(way[0], from) < 1e-9);
    }
    assert_eq!(way([1.0, 1.0], [1.0, 1.0]).len(), 2);
    assert!(way([0.0, 0.0], [180.0, 0.0]).iter().flatten().all(|part| part.is_finite()));
}

#[test]
fn sound_with_any_place_and_text() {
    let places: [Option<geo::Point>; 5] =
        [None, Some([f64::NAN, 0.0]), Some([180.0, 90.0]), Some([-179.9, -89.0]), Some([3.0, 45.0])];
    for (text, home) in HOSTILE.into_iter().zip(places.into_iter().cycle()) {
        let partner = |at: &Option<geo::Point>| Partner {
            label: text.into(),
            country: if at.is_some() { "SE".into() } else { text.into() },
            note: text.into(),
            at: *at,
            href: Some("javascript:alert(1)".into()),
        };
        let market =
            |country: &str, priority| Market { label: text.into(), country: country.into(), priority, ..Market::default() };
        let words = Words { home: text.into(), partners: text.into(), markets: text.into(), ..Words::default() };
        let input = Partners {
            borders: geo::natural_earth(),
            country: "FR",
            home,
            partners: places.iter().map(partner).collect(),
            markets: vec![market("DK", Some(0)), market("US", Some(7)), market(text, None)],
            country_name: &|code| code.to_owned(),
            words,
        };
        probe::both(|frame| probe::sound(&draw(frame, &input).unwrap()));
    }
}

#[test]
fn what_has_no_place_is_a_list_and_nothing_is_no_picture() {
    let empty = |partners: Vec<Partner>| Partners {
        borders: geo::natural_earth(),
        country: "",
        home: None,
        partners,
        markets: Vec::new(),
        country_name: &|code| code.to_owned(),
        words: Words::default(),
    };
    probe::both(|frame| {
        assert!(draw(frame, &empty(Vec::new())).is_none());
        let nowhere = Partner { label: "Nowhere".into(), country: "QQ".into(), ..Partner::default() };
        let picture = draw(frame, &empty(vec![nowhere])).unwrap();
        probe::sound(&picture);
        assert!(picture.svg.contains("Nowhere") && picture.table.rows.len() == 1);
    });
}
