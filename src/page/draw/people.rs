//! Owns the pictures of people and organisations: organigram, members by kind, stakeholders.

use super::{ByKind, Desk, Picture, from_page, picture, words};
use crate::chart::{bars, matrix, organigram as tree};
use crate::lang::Arg;
use crate::model::Choice;
use crate::model::kinds::stakeholder::{Assessment, Influence};

/// Bodies and who reports to whom.
pub(in crate::page) fn organigram(desk: &Desk<'_>) -> Option<Picture> {
    let bodies = &desk.model().bodies;
    let unit = |body: &crate::model::Entry<crate::model::kinds::governance::Body>| tree::Unit {
        id: body.id().to_string(),
        label: desk.bare(&body.title),
        sub: desk.word(body.kind),
        parent: body.reports_to.as_ref().and_then(|parent| desk.model().get(parent)).map(|parent| parent.id().to_string()),
        href: from_page(desk, desk.href_of(body)),
    };
    let input = tree::Organigram {
        boxes: bodies.iter().map(unit).collect(),
        head: words(desk, ["label.body", "label.body-kind", "label.reports-to"]),
    };
    let description = desk.locale.format("chart.organigram.description", &[("count", Arg::Count(bodies.len() as u64))]);
    picture(desk, "organigram", &desk.say("chart.organigram.title"), &description, &|frame| tree::draw(frame, &input))
}

/// Members by kind, the largest group first.
pub(in crate::page) fn members(desk: &Desk<'_>, by_kind: &ByKind) -> Option<Picture> {
    let mut counts: Vec<_> = by_kind.iter().collect();
    counts.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
    let largest = desk.word(*counts.first()?.0);
    let bar = |(kind, count): &(&crate::model::kinds::member::MemberKind, &usize)| bars::Bar {
        label: desk.word(**kind),
        value: **count as f64,
        href: None,
    };
    let input = bars::Bars {
        items: counts.iter().map(bar).collect(),
        unit: String::new(),
        head: [desk.say("label.member-kind"), desk.say("label.members")],
    };
    let total: usize = by_kind.values().sum();
    let args = [("count", Arg::Count(total as u64)), ("group", Arg::Text(&largest))];
    let description = desk.locale.format("chart.members.description", &args);
    picture(desk, "members-by-kind", &desk.say("chart.members.title"), &description, &|frame| bars::draw(frame, &input))
}

/// Stakeholders by influence and attitude.
pub(in crate::page) fn stakeholders(desk: &Desk<'_>) -> Option<Picture> {
    let columns = [Assessment::Critical, Assessment::Neutral, Assessment::Positive];
    let item = |entry: &crate::model::Entry<crate::model::kinds::stakeholder::Stakeholder>| matrix::Item {
        row: Influence::ALL.iter().position(|word| *word == entry.influence).unwrap_or_default(),
        column: columns.iter().position(|word| *word == entry.assessment).unwrap_or_default(),
        label: desk.bare(&entry.name),
        href: from_page(desk, desk.href_of(entry)),
    };
    let input = matrix::Matrix {
        rows_title: desk.say("label.influence"),
        rows: Influence::ALL.iter().map(|&word| desk.word(word)).collect(),
        columns_title: desk.say("label.assessment"),
        columns: columns.iter().map(|&word| desk.word(word)).collect(),
        items: desk.model().stakeholders.iter().map(item).collect(),
        focus: Some((0, 0)),
        focus_title: desk.say("chart.stakeholders.focus"),
        item_title: desk.say("label.name"),
    };
    let (title, description) = (desk.say("chart.stakeholders.title"), desk.say("chart.stakeholders.description"));
    picture(desk, "stakeholder-matrix", &title, &description, &|frame| matrix::draw(frame, &input))
}
