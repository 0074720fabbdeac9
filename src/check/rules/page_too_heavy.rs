//! The pictures of a page are light enough for a telephone in a bad net.
//!
//! A reader on the way to a meeting waits for a page, or gives up. The pictures of one page should come to less than 500 kilobytes, which an
//! ordinary mobile connection brings in some two seconds. Photographs are counted as a telephone gets them, in the small size that the site makes
//! of them; drawings and moving pictures (GIF) as they are. Where a cluster needs more, `page-budget` under `site` in `cluster.yaml` says how much.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! site:
//!   page-budget: 1
//! # file: pages/offers.md
//! ---
//! title: What we offer
//! ---
//! ![The kiln](assets/kiln.svg) <-- here
//! # file: assets/kiln.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>A kiln is a chamber, heated and aired, in which sawn timber is dried for some days or weeks until it holds no more water than the house that it is meant for. What comes out too wet shrinks and cracks in the wall; what comes out too dry swells. That is why the air in the chamber is measured every hour, and why the stack is turned, weighed and measured before it leaves the yard. The new kiln of the cluster in Valmont holds eighty cubic metres, runs on the bark and offcuts of three sawmills, and can be booked by the week. It was paid for by its six owners, a loan of the regional bank and a grant of the region, and it dries spruce, fir and larch for prefabricated walls, ceilings and stairs. Since it opened, carpenters of the valley no longer send their timber over the pass to be dried, which saves a day of driving for each load and some forty tonnes of carbon dioxide in the year; and what is dried here is graded, cut and built with here.</title></svg>
//! ```
//!
//! # Good
//! ```yaml
//! # file: pages/offers.md
//! ---
//! title: What we offer
//! ---
//! ![The kiln](assets/kiln.svg)
//! # file: assets/kiln.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::link::{self, Destination};
use crate::model::{MentionKind, Place, Segment};
use crate::plan::Route;
use crate::syntax::{image, markdown};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "page-too-heavy",
        class: Class::Advice,
        basis: "W3C Web Sustainability Guidelines 1.0 (performance budget); web.dev, Performance budgets 101",
        text: include_str!("page_too_heavy.rs"),
    },
    tool: 35,
    from: None,
    run,
};

/// Kilobytes of pictures that a page may have where the cluster says nothing.
const BUDGET: u32 = 500;
/// Width in pixels of the size that a telephone takes of a photograph, and of a portrait, which is shown small.
const TELEPHONE: (u64, u64) = (480, 240);
/// Bytes of such a size for every hundred pixels of it: what its encoder needs for a photograph full of leaves.
const BYTES: u64 = 18;

/// A picture on a page: where it is named first, and its bytes on a telephone.
type Shown<'a> = BTreeMap<String, (&'a Place, u64)>;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let site = context.model.cluster().and_then(|cluster| cluster.site.as_ref());
    let budget = u64::from(site.and_then(|site| site.page_budget).unwrap_or(BUDGET)) * 1000;
    // Pictures that keys name stand on the page in every language, those of a text in its own.
    let mut pages: BTreeMap<Route, BTreeMap<Option<&str>, Shown<'_>>> = BTreeMap::new();
    for mention in &context.loaded.mentions {
        let (language, paths) = match &mention.kind {
            MentionKind::File { path } if mention.place.shows_picture() => (None, vec![path.clone()]),
            MentionKind::Prose { lang, text } if text.contains("![") || text.contains("<img") => (Some(lang.as_str()), pictures(text)),
            MentionKind::File { .. } | MentionKind::Prose { .. } | MentionKind::Reference { .. } | MentionKind::Text { .. } => continue,
        };
        for path in paths {
            let Some((_, file)) = context.sources.find(&path) else { continue };
            let weight = weight(&file.bytes, &path, &mention.place);
            let (route, _) = Route::of(mention.place.kind, &mention.place.id);
            pages.entry(route).or_default().entry(language).or_default().entry(path).or_insert((&mention.place, weight));
        }
    }
    for languages in pages.values() {
        let nothing = Shown::new();
        let always = languages.get(&None).unwrap_or(&nothing);
        let of = |language: &Option<&str>| -> Shown<'_> {
            let own = languages.get(language).unwrap_or(&nothing);
            always.iter().chain(own).map(|(path, shown)| (path.clone(), *shown)).collect()
        };
        let heaviest = languages.keys().map(of).max_by_key(total);
        let Some(shown) = heaviest.filter(|shown| total(shown) > budget) else { continue };
        let Some((path, (place, most))) = shown.iter().max_by_key(|(_, (_, weight))| *weight) else { continue };
        let count = shown.keys().collect::<BTreeSet<_>>().len();
        let message = format!(
            "the pictures of this page have {} kB on a telephone, more than {} kB; the heaviest of {count}, `{path}`, has {}",
            total(&shown).div_ceil(1000),
            budget / 1000,
            most.div_ceil(1000)
        );
        let help = "take the heaviest out or save it smaller; a photograph as JPEG, a moving picture as a film elsewhere";
        findings.push(Finding::new((*place).clone(), message).help(help));
    }
}

fn total(shown: &Shown<'_>) -> u64 {
    shown.values().map(|(_, weight)| weight).sum()
}

/// The pictures of a text.
fn pictures(text: &str) -> Vec<String> {
    let files = markdown::links(text).into_iter().filter(|link| link.image).filter_map(|link| match link::read(&link.destination) {
        Destination::File(path) => Some(path),
        Destination::Entry { .. } | Destination::Place | Destination::Outside | Destination::Scheme(_) => None,
    });
    files.collect()
}

/// What a telephone loads of a picture, in bytes.
fn weight(bytes: &[u8], path: &str, place: &Place) -> u64 {
    let whole = bytes.len() as u64;
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let in_sizes = cfg!(feature = "images") && matches!(ending.as_str(), "jpg" | "jpeg" | "png" | "webp") && !image::moves(bytes);
    let Some((width, height)) = image::size(bytes, path).filter(|_| in_sizes) else { return whole };
    let small = place.path.iter().any(|segment| matches!(segment, Segment::Key(key) if key != "image"));
    let shown = u64::from(width).min(if small && place.shows_picture() { TELEPHONE.1 } else { TELEPHONE.0 });
    (shown * shown * u64::from(height) / u64::from(width.max(1)) * BYTES / 100).min(whole)
}
