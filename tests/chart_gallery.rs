//! Draws every chart of the registry with its made-up case in both directions, and lays them side by side in `target/gallery.html`, to be looked at.

use std::fmt::Write as _;

use clustersite::chart::gallery::CHARTS;
use clustersite::chart::{Colours, Format, Frame, Picture, Value, alone};
use clustersite::lang::{INTERFACE, built_in};
use jiff::civil::Date;

/// Files of the folder that are not charts but what charts share.
const SHARED: &[&str] = &[
    "alone", "axis", "colours", "gallery", "glyph", "legend", "node", "paint", "probe", "scale", "svg", "table", "text", "tree",
];

#[test]
fn every_chart_is_in_the_registry() {
    let files = std::fs::read_dir("src/chart").expect("there are charts").map(|file| file.expect("a file").path());
    let stems = files.filter(|path| path.is_file()).filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let charts: Vec<String> = stems.filter(|stem| !SHARED.contains(&stem.as_str())).collect();
    assert!(charts.len() >= 10, "the folder was read: {charts:?}");
    for chart in charts {
        assert!(CHARTS.iter().any(|known| known.name == chart), "`{chart}` has no line in chart::gallery::CHARTS");
    }
    for chart in CHARTS {
        for tag in INTERFACE {
            let catalogue = built_in(tag).expect("a language of the interface");
            for part in ["", "-text"] {
                let key = format!("gallery.kind.{}{part}", chart.name.replace('_', "-"));
                assert!(catalogue.keys().any(|known| known == key), "`{key}` is no message in `{tag}`");
            }
        }
    }
}

#[test]
fn every_chart_tells_its_case_in_words_and_to_programs() {
    for picture in [pictures(false), pictures(true)].concat() {
        let table = &picture.table;
        assert!(!table.rows.is_empty(), "{}", picture.id);
        assert!(table.head.iter().chain(&table.keys).all(|text| !text.is_empty()), "{}: {:?}", picture.id, table.head);
        let known = table.rows.iter().flatten().filter(|cell| cell.value != Value::Nothing).count();
        assert!(known > table.rows.len(), "{} says next to nothing", picture.id);
        // A picture larger than a word has a form for narrow screens, and marks that say what they are.
        let small = picture.id.starts_with("sparkline");
        assert_eq!(picture.svg_narrow.is_none(), small, "{}", picture.id);
        let marks = picture.svg.matches("<g class=\"mark\"><title>").count() + picture.svg.matches("<a href").count();
        assert!(small || picture.id.starts_with("track") || marks > 0, "{} has no marks", picture.id);
    }
    let (english, arabic) = (pictures(false), pictures(true));
    for (one, other) in english.iter().zip(&arabic) {
        let same = |picture: &Picture| picture.table.keys.iter().filter(|key| !key.contains(':')).cloned().collect::<Vec<_>>();
        assert_eq!(same(one), same(other), "{}", one.id);
    }
}

#[test]
fn a_page_to_look_at() {
    let mut body = String::new();
    let colours = Colours::default();
    for arabic in [false, true] {
        let one = pictures(arabic);
        assert_eq!(one, pictures(arabic), "the same input gives the same bytes");
        let (lang, dir) = if arabic { ("ar", "rtl") } else { ("en", "ltr") };
        for part in ["wide", "narrow", "alone"] {
            let _ = write!(body, "<section lang='{lang}' dir='{dir}' class='{part}'>");
            for picture in &one {
                let svg = match part {
                    "wide" => picture.svg.clone(),
                    "narrow" => picture.svg_narrow.clone().unwrap_or_default(),
                    // The ids of the one on the page are taken.
                    _ => alone(&picture.svg, lang, &colours).replace(&picture.id, &format!("alone-{}", picture.id)),
                };
                let _ = write!(body, "<figure class='picture'><figcaption>{}</figcaption>{svg}</figure>", picture.title);
            }
            body.push_str("</section>");
        }
    }
    let css = concat!(
        include_str!("../themes/default/static/css/site.css"),
        include_str!("../themes/default/static/css/chart.css"),
        "body{display:grid;grid-template-columns:780px 400px 800px;background:var(--c-page)}section{padding:30px}
        figure{margin:0 0 48px}figcaption{font-weight:700;margin-block-end:12px}.narrow .chart-narrow{inline-size:340px}"
    );
    let html = format!("<!doctype html><meta charset=utf-8><title>Gallery</title><style>{css}</style><body>{body}");
    let target = option_env!("CARGO_TARGET_DIR").unwrap_or(concat!(env!("CARGO_MANIFEST_DIR"), "/target"));
    std::fs::create_dir_all(target).expect("made");
    std::fs::write(format!("{target}/gallery.html"), html).expect("written");
}

/// The made-up case of every chart, in English or in Arabic.
fn pictures(arabic: bool) -> Vec<Picture> {
    const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const AR: [&str; 12] =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
    let month = move |d: Date| (if arabic { AR } else { EN })[d.month() as usize - 1].to_string();
    let quarter = move |d: Date| format!("{}{}", if arabic { "ر" } else { "Q" }, (d.month() + 2) / 3);
    let format = Format {
        number: &|value| {
            let whole = format!("{:.0}", value.abs());
            let grouped: Vec<&str> = whole.as_bytes().rchunks(3).rev().filter_map(|c| std::str::from_utf8(c).ok()).collect();
            format!("{}{}", if value < 0.0 { "−" } else { "" }, grouped.join(","))
        },
        percent: &|share| format!("{:.0}%", share * 100.0),
        rate: &|value| format!("{value}%"),
        day: &|d| format!("{} {} {}", d.day(), month(d), d.year()),
        month: &month,
        quarter: &quarter,
        year: &|d| d.year().to_string(),
        pair: &|label, value| format!("{label}: {value}"),
    };
    let say = move |en: &str, ar: &str| if arabic { ar } else { en }.to_string();
    let draw = |chart: &clustersite::chart::gallery::Chart| {
        let id = format!("{}-{}", chart.name, if arabic { "ar" } else { "en" });
        let frame = Frame { id: &id, title: chart.name, description: "A made-up case.", rtl: arabic, format: &format };
        (chart.demo)(&frame, &say).unwrap_or_else(|| panic!("`{}` draws nothing of its own case", chart.name))
    };
    CHARTS.iter().map(draw).collect()
}
