//! Owns the page of the membership agreement: what it costs, the grades of partnership, and what stands under each heading.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table};
use super::{Desk, Words};
use crate::lang::Arg;
use crate::model::Choice;
use crate::model::kinds::agreement::{Agreement, Fee, Grade, Heading};
use crate::model::kinds::member::MemberKind;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let Some(agreement) = desk.model().agreements.iter().next() else { return Sheet { parts: Vec::new() } };
    let mut opening = Part::opening(opening(desk, agreement));
    opening.lead = desk.maybe(agreement.summary.as_ref());
    let mut parts = vec![opening];
    if !agreement.fees.is_empty() {
        parts.push(Part::new("fees", desk.say("page.agreement.fees"), fees(desk, agreement)));
    }
    if let Some(table) = grades(desk, agreement).block() {
        parts.push(Part::new("grades", desk.say("page.agreement.grades"), [table]));
    }
    parts.extend(Heading::ALL.iter().enumerate().filter_map(|(index, heading)| {
        let prefix = format!("agreement-{}-", heading.as_str());
        let text = desk.prose(agreement.part(*heading), &prefix, 2)?;
        let (number, name) = (desk.locale.number(index as f64 + 1.0), desk.word(*heading));
        Some(Part::new(heading.as_str(), format!("{number}. {name}"), [Block::Prose { text }]))
    }));
    Sheet { parts }
}

fn opening(desk: &Desk<'_>, agreement: &Agreement) -> Vec<Block> {
    let model = desk.model();
    let body = agreement.adopted.as_ref().and_then(|adopted| model.get(&adopted.by));
    let template = agreement.template.as_ref().and_then(|template| model.get(template));
    let rows = [
        desk.row("title", desk.maybe(agreement.title.as_ref())),
        desk.row("adopted-by", body.map(|body| desk.link(body, &body.title))),
        desk.row("adopted-on", agreement.adopted.as_ref().map(|adopted| desk.date(adopted.on)).map(Words::from)),
        desk.row("agreement-template", template.map(|document| desk.link(document, &document.title))),
    ];
    let text = desk.prose(agreement.body.as_ref(), "agreement-", 1);
    Block::facts(rows).into_iter().chain(text.map(|text| Block::Prose { text })).collect()
}

fn fees(desk: &Desk<'_>, agreement: &Agreement) -> Vec<Block> {
    let columns = [
        ("agreement-paid-by", false),
        ("partnership", false),
        ("employees", false),
        ("amount", true),
        ("agreement-period", false),
        ("note", false),
    ];
    let head = columns.map(|(key, numeric)| (desk.say(&format!("label.{key}")), numeric));
    let table = Table::new(desk.say("page.agreement.fees"), head);
    let table = table.lines(agreement.fees.iter().map(|fee| line(desk, fee)));
    let expected = agreement.expected(desk.model().members.iter(), desk.site.today);
    let sum = (expected.counted > 0).then(|| {
        let amount = desk.money(expected.amount);
        let args = [("count", Arg::Count(expected.counted as u64)), ("amount", Arg::Text(&amount))];
        Block::note(desk.locale.format("page.agreement.expected", &args), false)
    });
    table.block().into_iter().chain(sum).collect()
}

fn line(desk: &Desk<'_>, fee: &Fee) -> Line {
    let names = |names: Vec<String>, all: &str| if names.is_empty() { desk.say(all) } else { desk.locale.list(&names) };
    // Firms of every kind together are called by one word.
    let firms: Vec<MemberKind> = MemberKind::ALL.iter().copied().filter(|kind| kind.is_firm()).collect();
    let all_firms = fee.kinds.iter().all(|kind| firms.contains(kind)) && firms.iter().all(|kind| fee.kinds.contains(kind));
    let kinds = if all_firms {
        desk.say("page.agreement.firms")
    } else {
        names(fee.kinds.iter().map(|kind| desk.word(*kind)).collect(), "page.agreement.everybody")
    };
    let grades = names(fee.partnership.iter().map(|grade| desk.word(*grade)).collect(), "page.agreement.every-grade");
    let number = |heads: u32| desk.locale.number(f64::from(heads));
    let band = match (fee.employees_from.map(number), fee.employees_to.map(number)) {
        (None, None) => None,
        (Some(from), None) => Some(desk.locale.format("page.agreement.from", &[("number", Arg::Text(&from))])),
        (None, Some(to)) => Some(desk.locale.format("page.agreement.to", &[("number", Arg::Text(&to))])),
        (Some(from), Some(to)) => {
            Some(desk.locale.format("format.range", &[("start", Arg::Text(&from)), ("end", Arg::Text(&to))]))
        }
    };
    Line::new(
        None,
        [
            kinds.into(),
            grades.into(),
            Cell::from(band).sorted_by(fee.employees_from.unwrap_or(0)),
            Cell::from(desk.money(fee.amount)).sorted_by(fee.amount),
            Cell::from(desk.word(fee.period)).sorted_by(fee.period.times_a_year()),
            desk.maybe(fee.note.as_ref()).into(),
        ],
    )
}

fn grades(desk: &Desk<'_>, agreement: &Agreement) -> Table {
    let head = ["partnership", "purpose", "agreement-basis", "agreement-lasts", "agreement-rights", "agreement-duties"];
    let head = head.map(|key| (desk.say(&format!("label.{key}")), false));
    let line = |grade: &Grade| {
        let count = |months: u32| [("count", Arg::Count(u64::from(months)))];
        let months = grade.months.map(|months| desk.locale.format("page.agreement.months", &count(months)));
        Line::new(
            None,
            [
                desk.word(grade.grade).into(),
                desk.maybe(grade.summary.as_ref()).into(),
                desk.maybe(grade.basis.as_ref()).into(),
                months.into(),
                Cell::all(desk.texts(&grade.rights)),
                Cell::all(desk.texts(&grade.duties)),
            ],
        )
    };
    Table::new(desk.say("page.agreement.grades"), head).wide().lines(agreement.grades.iter().map(line))
}
