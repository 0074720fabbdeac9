//! Owns the directory of members.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Desk, Picture as Image, Words, draw};
use crate::chart::Picture;
use crate::model::Choice;

/// The directory.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Members {
    /// How many members are of each kind.
    pub kinds: Option<Picture>,
    /// The same counts as words.
    pub counts: Vec<Kind>,
    /// Every member, by name.
    pub rows: Vec<Member>,
    /// How many there are.
    pub total: usize,
}

/// How many members are of a kind.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Kind {
    /// Word for readers.
    pub word: String,
    /// How many.
    pub count: String,
}

/// One member.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Member {
    /// Place in the page to link to.
    pub anchor: String,
    /// Name, linked to the member's own website.
    pub name: Words,
    /// What it does.
    pub description: Option<Words>,
    /// Sort of actor: word of the data.
    pub kind: &'static str,
    /// Sort of actor: word for readers.
    pub kind_word: String,
    /// Town.
    pub place: Option<Words>,
    /// Country, where it is not the cluster's.
    pub country: Option<String>,
    /// Steps of the value chain.
    pub value_chain: Vec<Words>,
    /// When it joined.
    pub joined: Option<String>,
    /// Employees.
    pub employees: Option<String>,
    /// Grade of membership.
    pub partnership: Option<String>,
    /// Logo.
    pub logo: Option<Image>,
}

/// Members that have not left.
pub(super) fn present<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a crate::model::Entry<crate::model::kinds::member::Member>> {
    let today = desk.site.today;
    desk.model().members.iter().filter(move |member| member.is_present(today))
}

pub(super) fn view(desk: &Desk<'_>) -> Members {
    let home = desk.model().cluster().and_then(|cluster| cluster.country.clone());
    let mut by_kind: BTreeMap<_, usize> = BTreeMap::new();
    for member in present(desk) {
        *by_kind.entry(member.kind).or_default() += 1;
    }
    let row = |member: &crate::model::Entry<crate::model::kinds::member::Member>| {
        let name = desk.text(&member.name);
        Member {
            anchor: format!("member-{}", member.id()),
            name: match &member.website {
                Some(website) => name.leading_to(website.as_str()),
                None => name,
            },
            description: desk.maybe(member.description.as_ref()),
            kind: member.kind.as_str(),
            kind_word: desk.word(member.kind),
            place: desk.maybe(member.place.as_ref()),
            country: (member.country.as_ref())
                .filter(|country| Some(*country) != home.as_ref())
                .map(|country| desk.locale.country(country.as_str()).to_owned()),
            value_chain: desk.model().all(&member.value_chain).map(|node| desk.link(node, &node.title)).collect(),
            joined: member.joined.as_ref().map(|joined| super::year(desk, joined.start)),
            employees: member.employees.map(|number| desk.locale.number(f64::from(number))),
            partnership: member.partnership.map(|grade| desk.word(grade)),
            logo: member.logo.as_ref().and_then(|logo| desk.site.assets.get(logo.as_str())).cloned(),
        }
    };
    let mut rows: Vec<Member> = present(desk).map(row).collect();
    // Accents don't count in the order, so that É stands with E; names in other scripts come before, in the order of their characters.
    rows.sort_by_cached_key(|row| (crate::model::Id::suggest(&row.name.text), row.name.text.to_lowercase()));
    let counts =
        by_kind.iter().map(|(kind, count)| Kind { word: desk.word(*kind), count: desk.locale.digits(*count as u64) }).collect();
    Members { kinds: draw::members(desk, &by_kind), counts, total: rows.len(), rows }
}
