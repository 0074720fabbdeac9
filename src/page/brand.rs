//! Owns the brand page: what the brand stands for, what it looks like, whom it speaks to, and the marketing guideline.

use super::assets::Picture;
use super::sheet::{Block, Item, Line, Logo, Part, Sheet, Table};
use super::{Desk, Words, draw};
use crate::lang::Arg;
use crate::model::Choice;
use crate::model::kinds::marketing::{GuidelinePart, LogoUse, Marketing, TargetGroup};
use crate::model::value::{FilePath, Text};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let Some(marketing) = desk.model().marketing.iter().next() else { return Sheet { parts: Vec::new() } };
    let mut parts = vec![Part::opening(opening(desk, marketing))];
    let mut put = |id: &str, blocks: Vec<Block>| {
        if !blocks.is_empty() {
            parts.push(Part::new(id, desk.say(&format!("page.brand.{id}")), blocks));
        }
    };
    put("values", values(desk, marketing));
    let figure = Block::figure_with_data(draw::brand(desk));
    let note = figure.is_some().then(|| Block::note(desk.say("page.brand.shades"), false));
    put("sheet", figure.into_iter().chain(logos(desk)).chain(note).chain(usage(desk, marketing)).collect());
    put("audiences", audiences(desk, marketing));
    put("guideline", guideline(desk, marketing));
    Sheet { parts }
}

fn opening(desk: &Desk<'_>, marketing: &Marketing) -> Vec<Block> {
    let goals = marketing.goals.iter().map(|goal| Words::from(desk.word(*goal)));
    let rows = [
        desk.row("brand-promise", desk.maybe(marketing.promise.as_ref())),
        desk.row("brand-unique", desk.maybe(marketing.unique.as_ref())),
        desk.row("brand-perceived", desk.maybe(marketing.perceived.as_ref())),
        desk.row("brand-aspiration", desk.maybe(marketing.aspiration.as_ref())),
        desk.row("brand-region", desk.maybe(marketing.region.as_ref())),
        desk.row("brand-goals", goals),
        desk.row("owner", desk.party(marketing.owner.as_ref())),
    ];
    let text = desk.prose(marketing.body.as_ref(), "brand-", 1);
    Block::facts(rows).into_iter().chain(text.map(|text| Block::Prose { text })).collect()
}

fn values(desk: &Desk<'_>, marketing: &Marketing) -> Vec<Block> {
    let item = |value: &crate::model::kinds::marketing::BrandValue| Item {
        title: desk.text(&value.title),
        text: desk.maybe(value.meaning.as_ref()),
        ..Item::default()
    };
    items(marketing.values.iter().map(item).collect())
}

/// The logo as it stands on light and on dark pages, which take the same one where there is no other.
fn logos(desk: &Desk<'_>) -> Option<Block> {
    let cluster = desk.model().cluster()?;
    let brand = cluster.brand.as_ref()?;
    let asset = |path: Option<&FilePath>| path.and_then(|path| desk.site.assets.get(path.as_str()));
    let light = asset(brand.logo.as_ref())?;
    let logo = |key: &str, picture: &Picture, dark| Logo {
        src: format!("{}{}", desk.root, picture.src),
        alt: desk.bare(&cluster.name),
        ground: desk.say(&format!("page.brand.{key}")),
        dark,
    };
    let dark = asset(brand.logo_dark.as_ref()).unwrap_or(light);
    Some(Block::Logos { logos: vec![logo("on-light", light, false), logo("on-dark", dark, true)] })
}

/// What is to be done with the logo and what is not.
fn usage(desk: &Desk<'_>, marketing: &Marketing) -> Vec<Block> {
    let Some(usage) = &marketing.logo else { return Vec::new() };
    let list = |key: &str, points: &[Text]| {
        let title = Words::from(desk.say(&format!("page.brand.{key}")));
        (!points.is_empty()).then(|| Item { title, points: desk.texts(points), ..Item::default() })
    };
    items([list("dos", &usage.dos), list("donts", &usage.donts)].into_iter().flatten().collect())
}

/// What is to be kept to with the logo, as names and values.
pub(super) fn logo_rules(desk: &Desk<'_>, usage: &LogoUse) -> Vec<(String, String)> {
    let number = |value: f64| desk.locale.number(value);
    let rule = |key: &str, value: Option<String>| {
        let value = value?;
        let value = desk.locale.format(&format!("page.brand.{key}-value"), &[("number", Arg::Text(&value))]);
        Some((desk.say(&format!("page.brand.{key}")), value))
    };
    let rules = [
        rule("clear-space", usage.clear_space.map(number)),
        rule("min-print", usage.min_print.map(number)),
        rule("min-screen", usage.min_screen.map(|pixels| number(f64::from(pixels)))),
    ];
    rules.into_iter().flatten().collect()
}

fn audiences(desk: &Desk<'_>, marketing: &Marketing) -> Vec<Block> {
    let head = ["target-group", "brand-objective", "brand-messages", "brand-channels", "brand-timing"];
    let head = head.map(|key| (desk.say(&format!("label.{key}")), false));
    let line = |group: &TargetGroup| {
        Line::new(
            None,
            [
                desk.text(&group.title).into(),
                desk.maybe(group.objective.as_ref()).into(),
                super::sheet::Cell::all(desk.texts(&group.messages)),
                super::sheet::Cell::all(desk.texts(&group.channels)),
                desk.maybe(group.timing.as_ref()).into(),
            ],
        )
    };
    let table = Table::new(desk.say("page.brand.audiences"), head).wide();
    table.lines(marketing.audiences.iter().map(line)).block().into_iter().collect()
}

fn guideline(desk: &Desk<'_>, marketing: &Marketing) -> Vec<Block> {
    let item = |(index, part): (usize, &GuidelinePart)| {
        Some(Item {
            kicker: Some(desk.locale.number(index as f64 + 1.0)),
            title: Words::from(desk.word(*part)),
            prose: Some(desk.prose(marketing.part(*part), &format!("guideline-{}-", part.as_str()), 3)?),
            ..Item::default()
        })
    };
    items(GuidelinePart::ALL.iter().enumerate().filter_map(item).collect())
}

fn items(items: Vec<Item>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![Block::Items { items }] }
}
