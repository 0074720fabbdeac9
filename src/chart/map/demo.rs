//! A small made-up case of a map, for the gallery; apart because a map borrows more than it owns.

use super::{Map, Point, Words, draw};
use crate::chart::gallery::Say;
use crate::chart::{Frame, Picture};
use crate::geo;

/// Draws it: members in four towns.
pub(in crate::chart) fn demo(frame: &Frame<'_>, say: Say<'_>) -> Option<Picture> {
    let towns = [
        ("Osterwald", "أوسترفالد", [9.9, 51.1], 5),
        ("Bruck", "بروك", [10.3, 51.3], 2),
        ("Lindau", "لينداو", [10.1, 50.8], 1),
        ("Talheim", "تالهايم", [10.6, 51.0], 1),
    ];
    let point = |(town, (en, ar, [longitude, latitude], _)): (usize, &(&str, &str, [f64; 2], usize)), member: usize| Point {
        longitude: *longitude,
        latitude: *latitude,
        place: say(en, ar),
        key: format!("town-{town}"),
        label: say(&format!("Member {}", member + 1), &format!("العضو {}", member + 1)),
        group: (town + member) % 2,
        href: None,
    };
    let points = towns.iter().enumerate().flat_map(|town| (0..town.1.3).map(move |member| (town, member)));
    let map = Map {
        borders: geo::natural_earth(),
        country: "DE",
        region: &[],
        points: points.map(|(town, member)| point(town, member)).collect(),
        groups: vec![say("Firm", "شركة"), say("School", "مدرسة")],
        country_name: &|_| say("Germany", "ألمانيا"),
        address: &|_| None,
        words: Words {
            place: say("Place", "المكان"),
            count: say("Members", "الأعضاء"),
            several: say("Several members", "عدة أعضاء"),
            kilometres: say("km", "كم"),
            outside: &|places| say(&format!("Not on the map: {places}"), &format!("خارج الخريطة: {places}")),
            credit: String::new(),
        },
    };
    draw(frame, &map)
}
