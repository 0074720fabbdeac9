//! Owns the page of the business canvas: the picture that fills a page on its side, and the same blocks as a list with the question that each answers.

use super::sheet::{Block, Item, Part, Sheet};
use super::{Desk, Words, draw};
use crate::model::kinds::canvas::{Block as Kind, Canvas};
use crate::model::kinds::financing::FinancingSource;
use crate::model::{Choice, Entry};
use crate::plan::{Route, Topic};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    Sheet { parts: desk.model().canvases.iter().flat_map(|canvas| parts(desk, canvas)).collect() }
}

fn parts(desk: &Desk<'_>, canvas: &Entry<Canvas>) -> [Part; 2] {
    let facts = Block::facts([
        desk.row("date", canvas.date.map(|date| Words::from(desk.date(date)))),
        desk.row("prepared-with", desk.parties(&canvas.prepared_by)),
    ]);
    let picture = Block::figure(draw::canvas(desk, canvas)).map(Block::on_its_side);
    let items = Kind::ALL.iter().map(|&block| item(desk, canvas, block)).collect();
    let blocks = |more: Option<Block>| {
        Part::new("blocks", desk.say("page.canvas.blocks"), std::iter::once(Block::Items { items }).chain(more))
    };
    // On paper the picture has a page of its own, on its side, and comes last, so that the chapter does not begin with an empty page.
    if desk.print {
        return [Part::opening(facts), blocks(picture)];
    }
    [Part::opening(facts.into_iter().chain(picture)), blocks(None)]
}

/// The place of a block in the page.
pub(super) fn place(block: Kind) -> String {
    format!("block-{}", block.as_str())
}

fn item(desk: &Desk<'_>, canvas: &Canvas, block: Kind) -> Item {
    let points: Vec<Words> = canvas.block(block).into_iter().map(|text| desk.text(text)).collect();
    let empty = points.is_empty().then(|| Words::from(desk.say("page.canvas.nothing")));
    // Each source once, in the order of the financing mix, to which it leads.
    let named = |source: &&FinancingSource| {
        block == Kind::RevenueStreams && canvas.revenue_streams.iter().any(|stream| stream.source == Some(**source))
    };
    let mix = Some(desk.href(&Route::Sheet(Topic::Financing)))
        .filter(|_| desk.site.plan.has(&Route::Sheet(Topic::Financing)) && !desk.print);
    let sources = FinancingSource::ALL.iter().filter(named).map(|&source| Words::from(desk.word(source)).linked(mix.clone()));
    Item {
        anchor: Some(place(block)),
        title: Words::from(desk.word(block)),
        text: Some(Words::from(desk.say(&format!("page.canvas.ask.{}", block.as_str())))),
        points: points.into_iter().chain(empty).collect(),
        facts: desk.row("financing-sources", sources).into_iter().collect(),
        ..Item::default()
    }
}
