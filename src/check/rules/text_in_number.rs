//! Values of an indicator that is measured in numbers are numbers.
//!
//! Whether a value is a number or a sentence is said by the `measure` of its indicator: `unit` and `percentage` are counted,
//! `nominal`, `ordinal` and `qualitative` hold words. Progress, charts and totals are worked out from numbers, so "N/A" or "about
//! 40" would be left out of them without a word. Where nothing was measured there is no row; why that is so can be said in the
//! `limits` of the indicator.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! apprentices:
//!   title: Apprentices in member firms
//!   category: output
//!   measure: unit
//! # file: monitoring/measurements.csv
//! indicator,period,value
//! apprentices,2024,38
//! apprentices,2025,N/A <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! apprentices:
//!   title: Apprentices in member firms
//!   category: output
//!   measure: unit
//!   limits: In 2025 the chamber did not publish the figure.
//! # file: monitoring/measurements.csv
//! indicator,period,value
//! apprentices,2024,38
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::lang::parse_number;
use crate::model::kinds::indicator::{Indicator, Measure, Measurement};
use crate::model::value::Figure;
use crate::model::{Choice, Entry, Place};
use crate::syntax::excerpt;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "text-in-number",
        class: Class::Fault,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: quantitative and qualitative indicators",
        text: include_str!("text_in_number.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let model = context.model;
    for indicator in model.indicators.iter().filter(|indicator| indicator.measure.is_numeric()) {
        let baseline = indicator.baseline.iter().map(|point| (indicator.at("baseline"), point));
        let targets = indicator.targets.iter().enumerate().map(|(at, point)| (indicator.at("targets").item(at), point));
        for (place, point) in baseline.chain(targets) {
            if let Figure::Text(words) = &point.value {
                findings.push(finding(context, place.key("value"), words, indicator, false));
            }
        }
        for row in context.relations.measurements(indicator.id()) {
            if let Figure::Text(words) = &row.value {
                let place = row.at("value");
                let table = is_in_table(context, row);
                findings.push(finding(context, place, words, indicator, table));
            }
        }
    }
}

fn is_in_table(context: &Context<'_>, row: &Entry<Measurement>) -> bool {
    let span = context.loaded.places.span(&row.place());
    span.is_some_and(|span| context.sources.file(span.file).path.ends_with(".csv"))
}

fn finding(context: &Context<'_>, place: Place, words: &str, indicator: &Entry<Indicator>, table: bool) -> Finding {
    let scale = match indicator.measure {
        Measure::Percentage => "in per cent",
        Measure::Unit | Measure::Nominal | Measure::Ordinal | Measure::Qualitative => "in numbers",
    };
    let label = format!("`{}` is measured {scale} (`{}`)", indicator.id(), indicator.measure.as_str());
    let (message, help) = said(context, words, table);
    Finding::new(place, message).help(help).related(indicator.at("measure"), label)
}

/// What is wrong with the words, and what to write instead.
fn said(context: &Context<'_>, words: &str, table: bool) -> (String, String) {
    let shown = words.trim();
    if is_absence(shown) {
        let help = if table {
            "take the row out until there is a value; the indicator's `limits` can say why there is none"
        } else {
            "take this value out until there is one; the indicator's `limits` can say why there is none"
        };
        return (format!("`{}` is not a number", excerpt(shown)), help.to_owned());
    }
    // The language of a table's column is not known here; the loader has refused the text in it, so the first language that refuses it is right,
    // or as good. Other files write numbers the English way.
    let languages: &[String] = if table { &context.loaded.languages } else { &[] };
    let refused = languages.iter().find_map(|lang| parse_number(shown, lang).err());
    match (refused, parse_number(shown, "en"), parse_number(shown, "fr")) {
        (Some(error), ..) => (error.message, error.help),
        (None, Ok(number), _) | (None, Err(_), Ok(number)) => {
            (format!("`{}` is not written as a plain number", excerpt(shown)), format!("write {number}"))
        }
        (None, Err(error), Err(_)) => (error.message, error.help),
    }
}

/// Whether the words only say that there is no value.
fn is_absence(words: &str) -> bool {
    const ABSENCES: &[&str] = &[
        "n/a", "na", "n.a.", "n.d.", "nd", "nc", "k.a.", "none", "nil", "null", "nan", "tbd", "t.b.d.", "tba", "missing", "unknown",
        "pending", "à venir", "inconnu", "offen", "unbekannt", "s/d", "sin dato", "غير متوفر",
    ];
    let folded = words.trim().to_lowercase();
    ABSENCES.contains(&folded.as_str()) || !folded.is_empty() && folded.chars().all(|c| "-–—.?/x…".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_nothing_are_known_in_several_languages() {
        for (words, expected) in
            [("N/A", true), (" – ", true), ("k.A.", true), ("??", true), ("x", true), ("about 40", false), ("", false), ("-5", false)]
        {
            assert_eq!(is_absence(words), expected, "{words}");
        }
    }
}
