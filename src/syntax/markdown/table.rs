//! Owns tables: heads with their scope, alignment by class as the site allows no style attributes, and a named region to scroll in.

use std::collections::BTreeMap;

use pulldown_cmark::Alignment;

use super::media::push_attribute;
use super::tree::Tree;

/// A table that is being written.
pub(super) struct Table {
    alignments: Vec<Alignment>,
    /// Where the table begins in the HTML, as its region is named by the heads that follow.
    start: usize,
    /// Where the cell begins in the HTML.
    cell: usize,
    column: usize,
    in_head: bool,
    has_rows: bool,
    heads: Vec<String>,
}

impl Table {
    /// Opens a table.
    pub(super) fn open(tree: &mut Tree<'_>, alignments: &[Alignment]) -> Self {
        tree.block();
        let start = tree.html.len();
        tree.push("</table></div>\n");
        let alignments = alignments.to_vec();
        Self { alignments, start, cell: 0, column: 0, in_head: true, has_rows: false, heads: Vec::new() }
    }

    /// Opens the row of heads.
    pub(super) fn open_head(&mut self, tree: &mut Tree<'_>) {
        tree.html.push_str("<thead><tr>");
        tree.push("</tr></thead>\n");
    }

    /// Closes the row of heads, and puts the region that they name around all. Equal names are counted in `names`.
    pub(super) fn close_head(&mut self, tree: &mut Tree<'_>, label: &str, names: &mut BTreeMap<String, usize>) {
        tree.close();
        self.in_head = false;
        let heads: Vec<&str> = self.heads.iter().map(|head| head.trim()).filter(|head| !head.is_empty()).collect();
        let mut name = label.to_owned();
        if !heads.is_empty() {
            name.push_str(": ");
            name.push_str(&heads.join(" · "));
        }
        let count = names.entry(name.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            name.push_str(&format!(" ({count})"));
        }
        let mut region = String::from("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
        push_attribute(&mut region, "aria-label", &name);
        region.push_str("><table>\n");
        tree.html.insert_str(self.start, &region);
    }

    /// Opens a row.
    pub(super) fn open_row(&mut self, tree: &mut Tree<'_>) {
        if !std::mem::replace(&mut self.has_rows, true) {
            tree.html.push_str("<tbody>\n");
        }
        self.column = 0;
        tree.html.push_str("<tr>");
        tree.push("</tr>\n");
    }

    /// Opens a cell.
    pub(super) fn open_cell(&mut self, tree: &mut Tree<'_>) {
        self.cell = tree.html.len();
        tree.push("");
        tree.heard = self.in_head.then(String::new);
    }

    /// Closes a cell. A head without content is written as an ordinary cell, as it would name nothing.
    pub(super) fn close_cell(&mut self, tree: &mut Tree<'_>) {
        tree.close();
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"num\"",
            Some(Alignment::None) | None => "",
        };
        let heard = tree.heard.take();
        let is_head = heard.as_ref().is_some_and(|heard| !heard.trim().is_empty());
        let (start, end) = if is_head { ("<th scope=\"col\"", "</th>") } else { ("<td", "</td>") };
        tree.html.insert_str(self.cell, &format!("{start}{class}>"));
        tree.html.push_str(end);
        self.heads.extend(heard);
        self.column += 1;
    }

    /// Closes the table.
    pub(super) fn close(self, tree: &mut Tree<'_>) {
        if self.has_rows {
            tree.html.push_str("</tbody>\n");
        }
        tree.close();
    }
}
