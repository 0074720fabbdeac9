//! What is on the map lies in the country that it is said to be in.
//!
//! Latitude (north, 45.5) and longitude (east, 3.2) are easily swapped, a minus sign for west or south is easily lost, and the point
//! then lies in a desert or in the sea. The rule compares with the box around each part of the country, half a degree (some fifty
//! kilometres) wider on every side, which is our measure: a town beyond the border passes, another continent does not. Members whose
//! country is not given are looked for in the cluster's. Countries that the built-in borders don't know are passed over.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! country: FR
//! location:
//!   latitude: 3.25 <-- here
//!   longitude: 45.55
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! country: FR
//! location:
//!   latitude: 45.55
//!   longitude: 3.25
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::geo::natural_earth;
use crate::model::value::{Country, Location};
use crate::model::{Entry, Place};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "location-outside-country",
        class: Class::Conflict,
        basis: "ISO 6709 (latitude before longitude) and the borders of Natural Earth, which the program brings",
        text: include_str!("location_outside_country.rs"),
    },
    tool: 2,
    from: None,
    run,
};

/// Degrees around a country that pass.
const MARGIN: f64 = 0.5;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(cluster) = context.model.clusters.iter().next() else { return };
    let home = cluster.country.as_ref();
    if let Some(location) = &cluster.location {
        findings.extend(outside(cluster.at("location"), "the cluster", location, home));
    }
    for (name, location) in cluster.map.iter().flat_map(|map| &map.places) {
        // A town that members of several countries name may lie in any of these.
        let members = context.model.members.iter().filter(|member| names(member, name));
        let countries: Vec<_> = members.filter_map(|member| member.country.as_ref()).chain(home).collect();
        let found: Vec<_> = countries
            .iter()
            .map(|country| outside(cluster.at("map").key("places").key(name), &format!("`{name}`"), location, Some(*country)))
            .collect();
        if found.iter().all(Option::is_some) {
            findings.extend(found.into_iter().flatten().last());
        }
    }
    for member in &context.model.members {
        if let Some(location) = &member.location {
            findings.extend(outside(member.at("location"), &format!("`{}`", member.id()), location, member.country.as_ref().or(home)));
        }
    }
}

fn names(member: &Entry<crate::model::kinds::member::Member>, place: &str) -> bool {
    member.place.as_ref().is_some_and(|text| text.all().any(|(_, name)| name.trim().to_lowercase() == place.trim().to_lowercase()))
}

fn outside(place: Place, what: &str, location: &Location, country: Option<&Country>) -> Option<Finding> {
    let code = country?.as_str();
    let land = natural_earth().country(code)?;
    let [x, y] = location.point();
    if land.is_near([x, y], MARGIN) {
        return None;
    }
    let other = [([y, x], "latitude and longitude look swapped"), ([-x, y], "west of Greenwich longitudes are negative"), ([x, -y], "south of the equator latitudes are negative")];
    let slip = other.iter().find(|([x, y], _)| y.abs() <= 90.0 && land.is_near([*x, *y], 0.0)).map(|(_, slip)| *slip);
    let help = slip.unwrap_or("correct the location, or the country");
    Some(Finding::new(place, format!("{what} is on the map far from `{code}`, its country")).help(help))
}
