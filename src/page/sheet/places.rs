//! Gathers what can be looked for in a sheet: its places with what is said there; apart because only the search asks for it.

use super::{Block, Item, Line, Part, Sheet};

impl Sheet {
    /// What can be looked for in it: places with their title and what is said there.
    pub(in crate::page) fn places(&self) -> Vec<(String, String, String)> {
        let mut places: Vec<_> = self.parts.iter().filter_map(Part::place).collect();
        for block in self.parts.iter().flat_map(|part| &part.blocks) {
            match block {
                Block::Items { items } => places.extend(items.iter().filter_map(Item::place)),
                Block::Table { table } => places.extend(table.lines.iter().filter_map(Line::place)),
                Block::Facts { .. } | Block::Prose { .. } | Block::Note { .. } | Block::Figure { .. } => {}
                Block::Logos { .. } | Block::Links { .. } => {}
            }
        }
        places
    }
}

impl Item {
    fn place(&self) -> Option<(String, String, String)> {
        let facts = self.facts.iter().flat_map(|row| &row.values);
        let said = self.text.iter().chain(&self.points).chain(facts).map(|words| words.text.as_str());
        Some((self.anchor.clone()?, self.title.text.clone(), join(said)))
    }
}

impl Line {
    fn place(&self) -> Option<(String, String, String)> {
        let (first, others) = self.cells.split_first()?;
        let title = join(first.words.iter().map(|words| words.text.as_str()));
        let said = others.iter().flat_map(|cell| &cell.words).map(|words| words.text.as_str());
        Some((self.anchor.clone()?, title, join(said)))
    }
}

fn join<'t>(parts: impl Iterator<Item = &'t str>) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

impl Part {
    /// What is said in a section that is about an entry.
    fn place(&self) -> Option<(String, String, String)> {
        let title = self.title.as_ref().map(|title| title.text.clone());
        let said = self.blocks.iter().flat_map(|block| match block {
            Block::Facts { rows } => rows.iter().flat_map(|row| &row.values).map(|words| words.text.as_str()).collect(),
            Block::Items { items } => {
                items.iter().flat_map(|item| item.text.iter().chain(&item.points)).map(|words| words.text.as_str()).collect()
            }
            Block::Figure { picture, .. } => picture.table.rows.iter().flatten().map(|cell| cell.text.as_str()).collect(),
            Block::Prose { .. } | Block::Note { .. } | Block::Table { .. } | Block::Logos { .. } | Block::Links { .. } => {
                Vec::new()
            }
        });
        let said = self.lead.iter().map(|lead| lead.text.as_str()).chain(said);
        Some((self.anchor.clone()?, title?, join(said)))
    }
}
