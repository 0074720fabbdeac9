//! Owns the pictures of what money is spent on and when: costs by year, and the liquidity curve.

use super::{Desk, Picture, picture};
use crate::chart::{liquidity, stacked};
use crate::lang::Arg;
use crate::model::Choice;
use crate::model::kinds::cost::CostCategory;
use crate::model::money::{self, Standing};

/// Costs by year and category, with the income of the year as a mark.
pub(in crate::page) fn costs(desk: &Desk<'_>) -> Option<Picture> {
    let years = money::cost_years(desk.model());
    let mix = money::mix_years(desk.model());
    let used = CostCategory::ALL.iter().filter(|category| years.iter().any(|year| year.of_category(**category) > 0.0));
    let input = stacked::Stacked {
        periods: years.iter().map(|year| desk.locale.digits(u64::from(year.year))).collect(),
        parts: used
            .map(|&category| stacked::Part {
                label: desk.word(category),
                values: years.iter().map(|year| year.of_category(category)).collect(),
            })
            .collect(),
        against: years.iter().map(|year| mix.iter().find(|mix| mix.year == year.year)?.amount()).collect(),
        unit: desk.site.currency().to_owned(),
        against_name: desk.say("label.income"),
        words: stacked::Words { period: desk.say("label.year"), total: desk.say("label.total") },
    };
    let (start, end) = (input.periods.first()?.clone(), input.periods.last()?.clone());
    let [from, to] = [years.first()?, years.last()?].map(|year| desk.money(year.total()));
    let args = [("start", Arg::Text(&start)), ("end", Arg::Text(&end)), ("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
    let description = desk.locale.format("chart.costs.description", &args);
    picture(desk, "costs", &desk.say("chart.costs.title"), &description, &|frame| stacked::draw(frame, &input))
}

/// What comes in, what goes out and what is left, period by period.
pub(in crate::page) fn liquidity(desk: &Desk<'_>, standings: &[Standing<'_>]) -> Option<Picture> {
    let mut year = None;
    let period = |standing: &Standing<'_>| {
        let start = standing.period.start;
        let new = year != Some(start.year());
        year = Some(start.year());
        let months = (standing.period.end.month() - start.month()).unsigned_abs() + 1;
        let label = match (standing.period.written.len(), months) {
            (7, 1) => desk.locale.month_short(start),
            (7, 3) => quarter(desk, start),
            (4, _) => super::super::year(desk, start),
            _ => super::super::period_words(desk, standing.period),
        };
        let notes = standing.rows.iter().filter_map(|row| row.note.as_ref()).map(|note| desk.bare(note));
        liquidity::Period {
            name: super::super::period_words(desk, standing.period),
            label,
            year: if new { super::super::year(desk, start) } else { String::new() },
            income: standing.income,
            expenditure: standing.expenditure,
            balance: standing.balance(),
            note: notes.filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" · "),
        }
    };
    let lowest = standings.iter().min_by(|a, b| a.balance().total_cmp(&b.balance()))?;
    let [opening, income, expenditure, balance, below_zero] = super::words(
        desk,
        ["label.opening-balance", "label.income", "label.expenditure", "label.balance", "chart.liquidity.below-zero"],
    );
    let input = liquidity::Liquidity {
        opening: standings.first()?.opening(),
        today: passed(standings, desk.site.today),
        periods: standings.iter().map(period).collect(),
        unit: desk.site.currency().to_owned(),
        words: liquidity::Words {
            period: desk.say("label.period"),
            opening,
            income,
            expenditure,
            balance,
            below_zero,
            today: desk.say("chart.today"),
            note: desk.say("label.note"),
        },
    };
    let (when, least) = (super::super::period_words(desk, lowest.period), desk.money(lowest.balance()));
    let args = [("period", Arg::Text(&when)), ("amount", Arg::Text(&least))];
    let description = desk.locale.format("chart.liquidity.description", &args);
    picture(desk, "liquidity", &desk.say("chart.liquidity.title"), &description, &|frame| liquidity::draw(frame, &input))
}

/// How many periods have passed by a day, the present one in part; nothing where the day is in none.
fn passed(standings: &[Standing<'_>], today: jiff::civil::Date) -> Option<f64> {
    let within = |standing: &Standing<'_>| (standing.period.start..=standing.period.end).contains(&today);
    let (index, present) = standings.iter().enumerate().find(|(_, standing)| within(standing))?;
    let days = |from: jiff::civil::Date, to: jiff::civil::Date| (to.duration_since(from).as_hours() / 24) as f64;
    let whole = days(present.period.start, present.period.end) + 1.0;
    Some(index as f64 + days(present.period.start, today) / whole)
}

fn quarter(desk: &Desk<'_>, day: jiff::civil::Date) -> String {
    desk.locale.format("format.quarter", &[("number", Arg::Number(f64::from((day.month() + 2) / 3)))])
}
