//! Owns what is computed from a cluster mapping: how concentrated a sector is in a place, and how it grows. One function each, for pages, pictures
//! and rules alike.

use std::collections::BTreeMap;

use super::kinds::mapping::{Mapping, MappingMeasure};
use super::value::Text;
use super::{Entry, Model};

/// The location quotient: the sector's share of the place, divided by the sector's share of the country.
///
/// `(figure ÷ total of the place) ÷ (sector in the country ÷ total of the country)`, all of one measure and year. At 1 the sector weighs as much in
/// the place as in the country; at 2 twice as much. The measure goes back to P. Sargant Florence (1939); it is told as A. M. Isserman does in "The
/// location quotient approach to estimating regional economic impacts", Journal of the American Institute of Planners 43 (1977). Nothing where a
/// figure is missing or a total is zero.
pub fn location_quotient(row: &Mapping) -> Option<f64> {
    let totals = row.totals.as_ref()?;
    let figure = row.figure(totals.measure())?;
    let (here, there) = (figure / totals.place, totals.sector / totals.country);
    let quotient = here / there;
    (totals.place > 0.0 && totals.sector > 0.0 && totals.country > 0.0 && quotient.is_finite()).then_some(quotient)
}

/// Why the figures and totals of a row can't all be true: the key to look at and a phrase. Nothing where they agree.
pub fn contradiction(row: &Mapping) -> Option<(&'static str, &'static str)> {
    let totals = row.totals.as_ref()?;
    let figure = row.figure(totals.measure());
    let cases = [
        (totals.place == 0.0, "place", "the total of the place is zero, so that no share of it can be computed"),
        (totals.sector == 0.0, "sector", "the total of the sector is zero, so that nothing can be compared with it"),
        (figure.is_some_and(|figure| figure > totals.place), "place", "the place has less in all its sectors than in this one"),
        (
            figure.is_some_and(|figure| figure > totals.sector),
            "sector",
            "the sector has less in the whole country than in this place",
        ),
        (totals.sector > totals.country, "country", "the country has less in all sectors than in this one"),
        (totals.place > totals.country, "country", "the country has less than this place alone"),
    ];
    cases.into_iter().find(|(wrong, ..)| *wrong).map(|(_, key, phrase)| (key, phrase))
}

/// How a measure moved from one year to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
    /// Change in a year as a share of one: 0.02 is two per cent a year.
    pub yearly: f64,
}

/// A sector in a place: its newest figures and what follows from all of them.
#[derive(Clone, Copy, Debug)]
pub struct Concentration<'m> {
    /// The row of the newest year.
    pub latest: &'m Entry<Mapping>,
    /// How concentrated the sector is, from the newest row that has totals.
    pub quotient: Option<f64>,
    /// How the number of people employed grows; establishments where no two years have it.
    pub growth: Option<Growth>,
}

/// Every sector of every place, in the order of the file. Rows belong together when sector and place have the same words in the main language.
pub fn concentrations(model: &Model) -> Vec<Concentration<'_>> {
    let main = model.cluster().and_then(|cluster| cluster.languages.first()).map_or("en", |language| language.as_str());
    let key = |text: &Text| text.get(main, main).map(|text| text.text.trim().to_lowercase()).unwrap_or_default();
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&Entry<Mapping>>> = Vec::new();
    for row in &model.mappings {
        let at = *places.entry((key(&row.sector), key(&row.place))).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    let gathered = groups.into_iter().filter_map(|mut rows| {
        // Sorted by year alone, rows of one year stay in the order of the file.
        rows.sort_by_key(|row| row.year);
        let latest = *rows.last()?;
        let quotient = rows.iter().rev().find_map(|row| location_quotient(row));
        let growth = [MappingMeasure::Employment, MappingMeasure::Establishments].into_iter().find_map(|by| growth(&rows, by));
        Some(Concentration { latest, quotient, growth })
    });
    gathered.collect()
}

/// The yearly rate between the first and the last year with a figure: `(last ÷ first)^(1 ÷ years) − 1`.
fn growth(rows: &[&Entry<Mapping>], measure: MappingMeasure) -> Option<Growth> {
    let known: Vec<(u16, f64)> =
        rows.iter().filter_map(|row| Some((row.year?, row.figure(measure)?))).filter(|(_, figure)| *figure > 0.0).collect();
    let (&(from, first), &(to, last)) = known.first().zip(known.last())?;
    let yearly = (last / first).powf(1.0 / f64::from(to.checked_sub(from).filter(|years| *years > 0)?)) - 1.0;
    yearly.is_finite().then_some(Growth { from, to, yearly })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn model(csv: &str) -> Model {
        let files = [("cluster.yaml", "name: Valmont Timber\nlanguages: [en, fr]\n"), ("strategy/mapping.csv", csv)];
        let sources = Sources::from_memory(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())));
        let loaded = crate::model::load(&sources, &[]);
        assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
        loaded.model
    }

    const HEAD: &str =
        "sector,sector.fr,place,year,establishments,employment,totals.measure,totals.place,totals.sector,totals.country\n";

    #[test]
    fn the_quotient_is_the_share_here_over_the_share_there() {
        for (row, expected) in [
            // 4 % of the place against 1 % of the country.
            ("Wood,,Valmont,2024,,400,,10000,5000,500000", Some(4.0)),
            ("Wood,,Valmont,2024,30,400,establishments,1000,500,50000", Some(3.0)),
            ("Wood,,Valmont,2024,30,,,10000,5000,500000", None),
            ("Wood,,Valmont,2024,,400,,0,5000,500000", None),
            ("Wood,,Valmont,2024,,400,,10000,0,500000", None),
            ("Wood,,Valmont,2024,,0,,10000,5000,500000", Some(0.0)),
            ("Wood,,Valmont,2024,,400,,,,", None),
        ] {
            let model = model(&format!("{HEAD}{row}\n"));
            let found = model.mappings.iter().next().and_then(|row| location_quotient(row));
            assert_eq!(found, expected, "{row}");
        }
    }

    #[test]
    fn years_of_one_sector_belong_together() {
        let model = model(&format!(
            "{HEAD}Wood,Bois,Valmont,2024,,121,,10000,5000,500000\nStone,,Valmont,2024,8,,,,,\nwood,,Valmont,2022,,100,,,,\nWood,,Elsewhere,,,5,,,,\n"
        ));
        let found = concentrations(&model);
        assert_eq!(found.len(), 3);
        let growth = found[0].growth.unwrap();
        assert_eq!((growth.from, growth.to), (2022, 2024));
        assert!((growth.yearly - 0.1).abs() < 1e-12, "{growth:?}");
        assert_eq!(found[0].latest.year, Some(2024));
        assert!(found[0].quotient.is_some() && found[1].growth.is_none() && found[2].growth.is_none());
    }
}
