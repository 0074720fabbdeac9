//! Every place that members name is on the map.
//!
//! Once some members are on the map of the directory, a reader takes those who are not for absent. A member is on it when its place stands under
//! `map.places` in `cluster.yaml`, so that ten lines suffice for sixty members in ten towns, or when it has a `location` of its own.
//! Where `cluster.yaml` lists no places the rule says nothing.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! map:
//!   places:
//!     Aubrelac: {latitude: 45.55, longitude: 3.25}
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   place: Brennac <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! map:
//!   places:
//!     Aubrelac: {latitude: 45.55, longitude: 3.25}
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   place: Aubrelac
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "place-without-location",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 1, Cluster actors: a cluster is a concentration in space",
        text: include_str!("place_without_location.rs"),
    },
    tool: 2,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(cluster) = context.model.clusters.iter().next() else { return };
    let Some(map) = cluster.map.as_ref().filter(|map| !map.places.is_empty()) else { return };
    // A place that could not be read is there all the same.
    if context.loaded.broken.iter().any(|broken| broken.within(&cluster.at("map"))) {
        return;
    }
    // One finding for each place is enough, however many members name it.
    let mut told = BTreeSet::new();
    for member in context.model.members.iter().filter(|member| member.location.is_none() && member.is_present(context.today)) {
        let Some(place) = member.place.as_ref().filter(|place| map.find(place).is_none()) else { continue };
        let Some((_, name)) = place.all().next().filter(|(_, name)| told.insert(name.trim().to_lowercase())) else { continue };
        let message = format!("`{name}` is not on the map, since nothing says where it is");
        let help = "add it to `map.places` in `cluster.yaml` with its latitude and longitude";
        findings.push(Finding::new(member.at("place"), message).help(help));
    }
}
