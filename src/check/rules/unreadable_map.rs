//! Outlines for maps are GeoJSON in degrees.
//!
//! A region's outline, or borders in place of those that the program brings, come as a GeoJSON file: most geographical offices and programs
//! offer it. Coordinates have to be in WGS 84, that is degrees of longitude and latitude; choose that when saving. A file
//! with very many points is best made simpler first, since a map on a page shows no detail below a kilometre.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! map:
//!   region: assets/region.geojson <-- here
//! # file: assets/region.geojson
//! {"type": "Polygon", "coordinates": [[[700000, 6400000], [710000, 6400000], [710000, 6410000]]]}
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! map:
//!   region: assets/region.geojson
//! # file: assets/region.geojson
//! {"type": "Polygon", "coordinates": [[[3.1, 45.4], [3.4, 45.4], [3.4, 45.7], [3.1, 45.4]]]}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::geo;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unreadable-map",
        class: Class::Conflict,
        basis: "RFC 7946, The GeoJSON Format, 4 (coordinate reference system)",
        text: include_str!("unreadable_map.rs"),
    },
    tool: 1,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(cluster) = context.model.clusters.iter().next() else { return };
    let Some(map) = &cluster.map else { return };
    for (key, path) in [("region", &map.region), ("borders", &map.borders)] {
        let Some((_, file)) = path.as_ref().and_then(|path| context.sources.find(path.as_str())) else { continue };
        if let Err(why) = geo::read(&file.bytes) {
            let message = format!("`{}` can't be shown on a map: {why}", file.path);
            findings.push(Finding::new(cluster.at("map").key(key), message).help("save it as GeoJSON in degrees (WGS 84)"));
        }
    }
}
