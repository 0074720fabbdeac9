//! Owns how the balance of the liquidity plan is counted, in the one function that checks, pages and pictures ask.

use crate::model::kinds::cash_flow::CashFlow;
use crate::model::kinds::cost::CostCategory;
use crate::model::value::Period;
use crate::model::{Entry, Model};

/// How a period of the liquidity plan ends.
#[derive(Clone, Debug)]
pub struct Standing<'m> {
    /// The month or quarter.
    pub period: &'m Period,
    /// Its rows, in the order of the file; never empty.
    pub rows: Vec<&'m Entry<CashFlow>>,
    /// What the periods before it leave, in the cluster's currency; nothing for the first.
    pub carried: Option<f64>,
    /// What is there on its first day according to its rows.
    pub stated: Option<f64>,
    /// Sum of what comes in.
    pub income: f64,
    /// Sum of what goes out.
    pub expenditure: f64,
}

impl Standing<'_> {
    /// What the period begins with: what its rows state, else what the periods before it leave, else nothing.
    pub fn opening(&self) -> f64 {
        self.stated.or(self.carried).unwrap_or_default()
    }

    /// What is there on its last day.
    pub fn balance(&self) -> f64 {
        // Cents add up to noise in the sixteenth digit, which must not look like a debt.
        let balance = self.opening() + self.income - self.expenditure;
        if balance.abs() < 0.005 { 0.0 } else { balance }
    }

    /// Whether one of its rows has a remark.
    pub fn is_noted(&self) -> bool {
        self.rows.iter().any(|row| row.note.as_ref().is_some_and(|note| !note.is_empty()))
    }
}

/// The periods of the liquidity plan in order of their first day, each with its balance. Rows of one period are added up; the balance is carried from
/// period to period, and counted anew from wherever an opening balance is stated, since that is what the bank says.
pub fn liquidity(model: &Model) -> Vec<Standing<'_>> {
    let mut rows: Vec<&Entry<CashFlow>> = model.cash_flows.iter().collect();
    rows.sort_by_key(|row| (row.period.start, row.period.end));
    let mut standings: Vec<Standing<'_>> = Vec::new();
    for row in rows {
        let same =
            standings.last().is_some_and(|last| (last.period.start, last.period.end) == (row.period.start, row.period.end));
        if !same {
            let carried = standings.last().map(Standing::balance);
            let period = &row.period;
            standings.push(Standing { period, rows: Vec::new(), carried, stated: None, income: 0.0, expenditure: 0.0 });
        }
        if let Some(standing) = standings.last_mut() {
            standing.rows.push(row);
            standing.stated = standing.stated.or(row.opening_balance);
            standing.income += row.income.unwrap_or_default();
            standing.expenditure += row.expenditure.unwrap_or_default();
        }
    }
    standings
}

/// Sum of what comes in in a year; nothing where the plan does not hold the whole year.
pub fn income_of_year(standings: &[Standing<'_>], year: u16) -> Option<f64> {
    of_year(standings, year).map(|periods| periods.iter().map(|standing| standing.income).sum())
}

/// Sum of what goes out in a year, likewise.
pub fn expenditure_of_year(standings: &[Standing<'_>], year: u16) -> Option<f64> {
    of_year(standings, year).map(|periods| periods.iter().map(|standing| standing.expenditure).sum())
}

/// What goes out in the periods of a year that are over on a day, and for which sort of cost each amount is, where that is told.
pub fn paid_in_year(model: &Model, year: i16, until: jiff::civil::Date) -> Vec<(Option<CostCategory>, f64)> {
    let over =
        |row: &&Entry<CashFlow>| row.period.start.year() == year && row.period.end.year() == year && row.period.end <= until;
    model.cash_flows.iter().filter(over).filter_map(|row| Some((row.category, row.expenditure?))).collect()
}

/// The periods of a year, where they fill it from the first day to the last, without a gap and without counting a day twice.
fn of_year<'s, 'm>(standings: &'s [Standing<'m>], year: u16) -> Option<Vec<&'s Standing<'m>>> {
    let first = jiff::civil::Date::new(i16::try_from(year).ok()?, 1, 1).ok()?;
    let within: Vec<_> =
        standings.iter().filter(|it| it.period.start >= first && it.period.end <= first.last_of_year()).collect();
    let (start, end) = (within.first()?.period.start, within.last()?.period.end);
    let follow = within.windows(2).all(|pair| pair[0].period.end.tomorrow().ok() == Some(pair[1].period.start));
    (follow && start == first && end == first.last_of_year()).then_some(within)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::load;
    use crate::source::Sources;

    fn model(rows: &str) -> Model {
        let table = format!("period,income,expenditure,opening-balance,note\n{rows}");
        let files = [("cluster.yaml", "name: A\nlanguages: [en]\n"), ("finance/liquidity.csv", table.as_str())];
        load(&Sources::from_memory(files), &[]).model
    }

    fn balances(rows: &str) -> Vec<(String, f64)> {
        let model = model(rows);
        liquidity(&model).iter().map(|standing| (standing.period.written.clone(), standing.balance())).collect()
    }

    #[test]
    fn the_balance_is_carried_and_rows_of_a_period_are_added_up() {
        let found = balances("2026-02,5,20,,\n2026-01,30,10,100,\n2026-01,,15,,\n");
        assert_eq!(found, [("2026-01".to_owned(), 105.0), ("2026-02".to_owned(), 90.0)]);
        assert_eq!(balances(""), []);
    }

    #[test]
    fn a_stated_balance_counts_from_there() {
        let found = balances("2026-01,,10,,\n2026-02,1,,7,\n2026-03,,0.3,,\n2026-04,,7.7,,\n");
        let expected = [("2026-01", -10.0), ("2026-02", 8.0), ("2026-03", 7.7), ("2026-04", 0.0)];
        assert_eq!(found, expected.map(|(period, balance)| (period.to_owned(), balance)));
    }

    #[test]
    fn a_year_is_summed_only_where_it_is_whole() {
        let quarters = "2026-Q1,1,5,,\n2026-Q2,1,5,,\n2026-Q3,1,5,,\n";
        let whole = format!("{quarters}2026-10,1,1,,\n2026-11,1,1,,\n2026-12,1,2,,\n2027-Q1,9,9,,\n");
        for (rows, expected) in
            [(quarters.to_owned(), None), (format!("{whole}2026-02,1,1,,\n"), None), (whole, Some((6.0, 19.0)))]
        {
            let model = model(&rows);
            let found = liquidity(&model);
            let sums = income_of_year(&found, 2026).zip(expenditure_of_year(&found, 2026));
            assert_eq!(sums, expected, "{rows}");
        }
    }
}
