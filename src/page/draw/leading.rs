//! Owns the pictures of how the cluster is led: members over the years, labels, values beside those of peers.

use super::{Desk, Picture, from_page, picture, words};
use crate::chart::{award as medals, benchmark as comparison, membership as curve};
use crate::lang::Arg;
use crate::model::kinds::excellence::{self, Excellence, Validity};
use crate::model::kinds::indicator::{Direction, Measure};
use crate::model::{Entry, Membership};
use crate::page::Words;

/// Members over the years.
pub(in crate::page) fn membership(desk: &Desk<'_>, found: &Membership) -> Option<Picture> {
    let year = |year: i16| desk.locale.digits(u64::from(year.unsigned_abs()));
    let (first, last) = (found.years.first()?, found.years.last()?);
    let input = curve::Membership {
        years: (found.years.iter())
            .map(|one| curve::Year { label: year(one.year), joined: one.joined, left: one.left, members: one.members })
            .collect(),
        words: curve::Words {
            year: desk.say("label.year"),
            joined: desk.say("relations.joined"),
            left: desk.say("relations.left"),
            members: desk.say("label.members"),
        },
    };
    let (start, end) = (year(first.year), year(last.year));
    let joined: usize = found.years.iter().filter_map(|year| year.joined).sum();
    let left: usize = found.years.iter().filter_map(|year| year.left).sum();
    let [joined, left, members] = [joined, left, last.members].map(|count| desk.locale.number(count as f64));
    let args = [
        ("start", Arg::Text(&start)),
        ("end", Arg::Text(&end)),
        ("joined", Arg::Text(&joined)),
        ("left", Arg::Text(&left)),
        ("members", Arg::Text(&members)),
    ];
    let description = desk.locale.format("relations.curve-description", &args);
    picture(desk, "membership", &desk.say("relations.curve-title"), &description, &|frame| curve::draw(frame, &input))
}

/// Labels with their time.
pub(in crate::page) fn award(desk: &Desk<'_>, excellence: &Excellence) -> Option<Picture> {
    let [scheme, grade, from, until, today, expired, replaced] = words(
        desk,
        [
            "excellence.scheme",
            "excellence.grade",
            "excellence.assessed",
            "excellence.valid-until",
            "chart.today",
            "excellence.expired",
            "excellence.replaced",
        ],
    );
    let label = |label: &excellence::Label| medals::Label {
        scheme: desk.bare(&label.scheme),
        grade: desk.word(label.level),
        rank: label.level.rank(),
        from: label.assessed.map(|day| day.0),
        until: label.valid_until.map(|day| day.0),
        replaced: excellence.validity(label, desk.site.today) == Some(Validity::Replaced),
    };
    let input = medals::Award {
        labels: excellence.labels.iter().map(label).collect(),
        today: desk.site.today,
        words: medals::Words { scheme, grade, from, until, today, expired, replaced },
    };
    let (title, description) = (desk.say("excellence.award-title"), desk.say("excellence.award-description"));
    picture(desk, "labels", &title, &description, &|frame| medals::draw(frame, &input))
}

/// What is compared, its unit and which way is better: the benchmark's own words, else those of its indicator.
pub(in crate::page) struct Compared {
    /// What is compared, with a link to its indicator.
    pub(in crate::page) title: Words,
    /// Unit; may be empty.
    pub(in crate::page) unit: String,
    /// Which way is better.
    better: Option<comparison::Better>,
}

/// See [`Compared`].
pub(in crate::page) fn compared(desk: &Desk<'_>, entry: &Entry<excellence::Benchmark>) -> Compared {
    let indicator = entry.indicator.as_ref().and_then(|indicator| desk.model().get(indicator));
    let unit = entry.unit.as_ref().or_else(|| indicator.and_then(|indicator| indicator.unit.as_ref()));
    let percent = indicator.is_some_and(|indicator| indicator.measure == Measure::Percentage);
    let title = desk.maybe(entry.title.as_ref()).or_else(|| indicator.map(|indicator| desk.text(&indicator.title)));
    Compared {
        title: title.unwrap_or_else(|| Words::from(entry.id().to_string())).linked(indicator.and_then(|one| desk.href_of(one))),
        unit: unit.map(|unit| desk.bare(unit)).unwrap_or_else(|| if percent { "%".to_owned() } else { String::new() }),
        better: match entry.direction.or_else(|| indicator.and_then(|indicator| indicator.direction)) {
            Some(Direction::Increase) => Some(comparison::Better::More),
            Some(Direction::Decrease) => Some(comparison::Better::Less),
            Some(Direction::Maintain) | None => None,
        },
    }
}

/// Own values beside those of peers.
pub(in crate::page) fn benchmark(desk: &Desk<'_>) -> Option<Picture> {
    let row = |entry: &Entry<excellence::Benchmark>| {
        let shown = compared(desk, entry);
        comparison::Row {
            label: shown.title.text,
            note: entry.year.map(|year| desk.locale.digits(u64::from(year))).unwrap_or_default(),
            unit: shown.unit,
            own: entry.own,
            median: entry.median,
            best: entry.best,
            better: shown.better,
            href: from_page(desk, shown.title.href),
        }
    };
    let [name, unit, own, median, best, more, less, ahead, level, behind, standing] = words(
        desk,
        [
            "excellence.compared",
            "label.unit",
            "excellence.own",
            "excellence.median",
            "excellence.best",
            "excellence.more",
            "excellence.less",
            "excellence.ahead",
            "excellence.level",
            "excellence.behind",
            "excellence.standing",
        ],
    );
    let input = comparison::Benchmark {
        rows: desk.model().benchmarks.iter().map(row).collect(),
        words: comparison::Words { name, unit, own, median, best, more, less, ahead, level, behind, standing },
    };
    let (title, description) = (desk.say("excellence.benchmark-title"), desk.say("excellence.benchmark-description"));
    picture(desk, "benchmarks", &title, &description, &|frame| comparison::draw(frame, &input))
}
