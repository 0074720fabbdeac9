//! Owns the one count of members over the years; the picture, the page and the rules take it from here.
//!
//! A year is told by the row that `governance/relations` has for it. Every other year is counted from the dates of the members: one joins in the
//! year in which the period `joined` begins, and leaves in the year in which `left` ends, as far as that is not after today. Who has no date of
//! joining is taken to have been there from the beginning and counted as undated; who has left without having such a date counts until then. Years
//! run from the first that is known of to that of today, the last as of today; where no member has a date, there are those of the rows alone.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Model;
use super::kinds::member::Member;

/// The longest row of years that is counted; a date further back is one of the founding of a firm rather than of its joining.
const MOST_YEARS: i16 = 200;

/// Members over the years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    /// The years, the first that is known of first.
    pub years: Vec<YearOfMembership>,
    /// Present members that don't say when they joined, so that the years can't show it.
    pub undated: usize,
}

/// What happened in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOfMembership {
    /// Year.
    pub year: i16,
    /// How many joined, where that is known.
    pub joined: Option<usize>,
    /// How many left, where that is known.
    pub left: Option<usize>,
    /// How many there were at its end, or are today.
    pub members: usize,
    /// Whether the year is told by a row and not counted.
    pub told: bool,
}

/// Counts members year by year; without any date and any row there are no years.
pub fn membership(model: &Model, today: Date) -> Membership {
    let members = known(model, today);
    let undated = members.iter().filter(|member| joined(member).is_none() && left(member, today).is_none()).count();
    let dates = dated(model, today);
    let told: BTreeMap<i16, _> = (model.relations.iter().flat_map(|relations| &relations.years))
        .filter_map(|row| Some((i16::try_from(row.year).ok()?, row)))
        .filter(|(year, _)| *year <= today.year())
        .collect();
    let Some(first) = dates.keys().chain(told.keys()).min() else { return Membership { years: Vec::new(), undated } };
    let years = ((*first).max(today.year() - MOST_YEARS)..=today.year()).filter_map(|year| match told.get(&year) {
        // A list without any date says nothing of single years.
        None if dates.is_empty() => None,
        Some(row) => Some(YearOfMembership {
            year,
            joined: row.joined.map(|count| count as usize),
            left: row.left.map(|count| count as usize),
            members: row.members as usize,
            told: true,
        }),
        None => {
            let (came, went) = dates.get(&year).copied().unwrap_or_default();
            let there = |member: &&&Member| {
                joined(member).is_none_or(|from| from <= year) && left(member, today).is_none_or(|end| end > year)
            };
            let members = members.iter().filter(there).count();
            Some(YearOfMembership { year, joined: Some(came), left: Some(went), members, told: false })
        }
    });
    Membership { years: years.collect(), undated }
}

/// How many joined and left in each year, as the dates of members tell.
pub fn dated(model: &Model, today: Date) -> BTreeMap<i16, (usize, usize)> {
    let mut years: BTreeMap<i16, (usize, usize)> = BTreeMap::new();
    for member in known(model, today) {
        if let Some(year) = joined(member) {
            years.entry(year).or_default().0 += 1;
        }
        if let Some(year) = left(member, today) {
            years.entry(year).or_default().1 += 1;
        }
    }
    years
}

/// Members, without those who are still to join.
fn known(model: &Model, today: Date) -> Vec<&Member> {
    let members = model.members.iter().map(|entry| &*entry.content);
    members.filter(|member| joined(member).is_none_or(|year| year <= today.year())).collect()
}

/// The year in which a member left, where it has.
fn left(member: &Member, today: Date) -> Option<i16> {
    member.left.as_ref().map(|left| left.end).filter(|end| *end < today).map(|end| end.year())
}

/// The year in which a member joined.
fn joined(member: &Member) -> Option<i16> {
    member.joined.as_ref().map(|period| period.start.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::load;
    use crate::source::Sources;

    fn count(members: &str, relations: &str) -> Membership {
        let files = [
            ("cluster.yaml", "name: Valmont Timber\nlanguages: [en]\n"),
            ("members.yaml", members),
            ("governance/relations.yaml", relations),
        ];
        let loaded = load(&Sources::from_memory(files.into_iter().filter(|(_, text)| !text.is_empty())), &[]);
        assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
        membership(&loaded.model, jiff::civil::date(2026, 11, 23))
    }

    fn rows(membership: &Membership) -> Vec<(i16, Option<usize>, Option<usize>, usize)> {
        membership.years.iter().map(|year| (year.year, year.joined, year.left, year.members)).collect()
    }

    #[test]
    fn years_follow_from_the_dates_of_members() {
        let found = count(
            "a: {name: A, kind: sme, joined: 2023-05}\n\
             b: {name: B, kind: sme, joined: 2024, left: 2025-03-31}\n\
             c: {name: C, kind: sme}\n\
             d: {name: D, kind: sme, left: 2024}\n\
             e: {name: E, kind: sme, joined: 2027-01}\n\
             f: {name: F, kind: sme, joined: 2026-02, left: 2026}\n",
            "",
        );
        assert_eq!(
            rows(&found),
            [
                (2023, Some(1), Some(0), 3),
                (2024, Some(1), Some(1), 3),
                (2025, Some(0), Some(1), 2),
                // Who leaves at the end of this year is still there today.
                (2026, Some(1), Some(0), 3),
            ]
        );
        assert_eq!(found.undated, 1);
        // The last total is the number of those who are there today.
        assert!(found.years.iter().all(|year| !year.told));
    }

    #[test]
    fn rows_tell_of_years_without_dates() {
        let found = count(
            "a: {name: A, kind: sme}\n",
            "years:\n  - {year: 2024, joined: 9, members: 30}\n  - {year: 2025, left: 2, members: 28}\n",
        );
        assert_eq!(rows(&found), [(2024, Some(9), None, 30), (2025, None, Some(2), 28)]);
        assert_eq!(found.undated, 1);
    }

    #[test]
    fn nothing_is_known_without_dates_and_rows() {
        assert_eq!(count("a: {name: A, kind: sme}\n", ""), Membership { years: Vec::new(), undated: 1 });
        assert_eq!(count("", ""), Membership::default());
        assert_eq!(count("a: {name: A, kind: sme, joined: 0001}\n", "").years.len(), 201);
        assert!(count("a: {name: A, kind: sme, joined: 2030}\n", "years: [{year: 2031, members: 4}]\n").years.is_empty());
    }
}
