//! Owns the directory of members.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Desk, Picture as Image, Words, draw};
use crate::chart::Picture;
use crate::lang::Arg;
use crate::model::kinds::member::Member as Content;
use crate::model::value::Location;
use crate::model::{Choice, Entry};

/// The directory.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Members {
    /// Where members are.
    pub map: Option<Picture>,
    /// How many members are of each kind.
    pub kinds: Option<Picture>,
    /// The kinds that there are members of.
    pub groups: Vec<Group>,
    /// What the list can be narrowed by.
    pub filters: Vec<Filter>,
    /// Every member, by name.
    pub rows: Vec<Member>,
    /// How many there are, in words.
    pub count: String,
    /// How many there are, as a number.
    pub total: usize,
    /// The digits from 0 to 9 as the page writes them, for counts that scripts make.
    pub digits: String,
}

/// The members of a kind.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "MemberGroup")]
pub struct Group {
    /// The kind: word of the data.
    pub kind: &'static str,
    /// Word for readers.
    pub word: String,
    /// How many.
    pub count: String,
    /// Indexes of their rows.
    pub rows: Vec<usize>,
}

/// Something that the list can be narrowed by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Filter {
    /// Its name in addresses.
    pub name: &'static str,
    /// Its name for readers.
    pub label: String,
    /// What can be chosen, at least two.
    pub options: Vec<Value>,
}

/// A value that members can be chosen by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Value {
    /// The value in addresses.
    pub value: String,
    /// The value for readers.
    pub word: Words,
    /// How many members have it.
    pub count: String,
}

/// One member.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Member {
    /// Place in the page to link to.
    pub anchor: String,
    /// Name.
    pub name: Words,
    /// What it does.
    pub description: Option<Words>,
    /// Sort of actor: word of the data.
    pub kind: &'static str,
    /// Sort of actor: word for readers.
    pub kind_word: String,
    /// Town.
    pub place: Option<Words>,
    /// What stands for the town in addresses; empty where it is not known.
    pub place_key: String,
    /// Country, where it is not the cluster's.
    pub country: Option<String>,
    /// Steps of the value chain.
    pub value_chain: Vec<Words>,
    /// The same as ids with spaces between them.
    pub nodes: String,
    /// When it joined.
    pub joined: Option<String>,
    /// The same as a day, for sorting.
    pub joined_day: Option<String>,
    /// Employees.
    pub employees: Option<String>,
    /// The same as a bare number, for sorting.
    pub size: Option<u32>,
    /// Grade of membership: word of the data.
    pub grade: Option<&'static str>,
    /// Grade of membership: word for readers.
    pub partnership: Option<String>,
    /// Website.
    pub website: Option<Words>,
    /// Logo.
    pub logo: Option<Image>,
}

/// Where a member is, as far as that is known.
#[derive(Clone, Debug, Default)]
pub(super) struct Whereabouts {
    /// The point on the globe.
    pub(super) location: Option<Location>,
    /// Name of the place; may be empty.
    pub(super) name: String,
    /// What stands for the place in addresses: letters, digits and hyphens.
    pub(super) key: String,
}

/// Members that have not left.
pub(super) fn present<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a Entry<Content>> {
    let today = desk.site.today;
    desk.model().members.iter().filter(move |member| member.is_present(today))
}

/// Members with where they are: by their own location, else by that of their place.
fn whereabouts<'a>(desk: &Desk<'a>) -> Vec<(&'a Entry<Content>, Whereabouts)> {
    let map = desk.model().cluster().and_then(|cluster| cluster.map.as_ref());
    let main = desk.site.plan.main();
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    let find = |member: &'a Entry<Content>| {
        let place = member.place.as_ref().filter(|place| !place.is_empty());
        let known = place.and_then(|place| map?.find(place));
        let location = member.location.or(known.map(|(_, location)| *location));
        // The name in the main language tells places apart, so that addresses hold in every language; one in letters that addresses can't
        // hold gets a number.
        let key = match place.and_then(|place| place.get(main, main)) {
            Some(name) => {
                let number = keys.len() + 1;
                let new = || crate::model::Id::suggest(name.text).unwrap_or_else(|| format!("place-{number}"));
                keys.entry(name.text.trim().to_lowercase()).or_insert_with(new).clone()
            }
            None if location.is_some() => format!("at-{}", member.id()),
            None => String::new(),
        };
        (member, Whereabouts { location, name: place.map(|place| desk.bare(place)).unwrap_or_default(), key })
    };
    present(desk).map(find).collect()
}

pub(super) fn view(desk: &Desk<'_>) -> Members {
    let members = whereabouts(desk);
    let map = draw::member_map(desk, &members);
    let mut by_kind: draw::ByKind = BTreeMap::new();
    for (member, _) in &members {
        *by_kind.entry(member.kind).or_default() += 1;
    }
    let mut rows: Vec<Member> = members.iter().map(|(member, place)| row(desk, member, place)).collect();
    // Accents don't count in the order, so that É stands with E; names in other scripts come before, in the order of their characters.
    rows.sort_by_cached_key(|row| (crate::model::Id::suggest(&row.name.text), row.name.text.to_lowercase()));
    let group = |(kind, count): (&crate::model::kinds::member::MemberKind, &usize)| Group {
        kind: kind.as_str(),
        word: desk.word(*kind),
        count: desk.locale.digits(*count as u64),
        rows: rows.iter().enumerate().filter(|(_, row)| row.kind == kind.as_str()).map(|(index, _)| index).collect(),
    };
    Members {
        map,
        kinds: draw::members(desk, &by_kind),
        groups: by_kind.iter().map(group).collect(),
        filters: if desk.print { Vec::new() } else { filters(desk, &members) },
        count: desk.locale.format("count.members", &[("count", Arg::Count(rows.len() as u64))]),
        total: rows.len(),
        digits: (0..10).map(|digit| desk.locale.digits(digit)).collect(),
        rows,
    }
}

fn row(desk: &Desk<'_>, member: &Entry<Content>, place: &Whereabouts) -> Member {
    let home = desk.model().cluster().and_then(|cluster| cluster.country.as_ref());
    let nodes: Vec<_> = desk.model().all(&member.value_chain).collect();
    Member {
        anchor: format!("member-{}", member.id()),
        name: desk.text(&member.name),
        description: desk.maybe(member.description.as_ref()),
        kind: member.kind.as_str(),
        kind_word: desk.word(member.kind),
        place: desk.maybe(member.place.as_ref()),
        place_key: place.key.clone(),
        country: (member.country.as_ref())
            .filter(|country| Some(*country) != home)
            .map(|country| desk.locale.country(country.as_str()).to_owned()),
        nodes: nodes.iter().map(|node| node.id().as_str()).collect::<Vec<_>>().join(" "),
        value_chain: nodes.into_iter().map(|node| desk.link(node, &node.title)).collect(),
        joined: member.joined.as_ref().map(|joined| super::year(desk, joined.start)),
        joined_day: member.joined.as_ref().map(|joined| joined.start.to_string()),
        employees: member.employees.map(|number| desk.locale.number(f64::from(number))),
        size: member.employees,
        grade: member.partnership.map(Choice::as_str),
        partnership: member.partnership.map(|grade| desk.word(grade)),
        website: member.website.as_ref().map(|website| Words::from(host(website.as_str())).leading_to(website.as_str())),
        logo: member.logo.as_ref().and_then(|logo| desk.site.assets.get(logo.as_str())).cloned(),
    }
}

/// The name of a website: its host, without what all have in common.
fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// What the members present can be told apart by; what all of them share tells nothing.
fn filters(desk: &Desk<'_>, members: &[(&Entry<Content>, Whereabouts)]) -> Vec<Filter> {
    let option =
        |value: &str, word: Words, count: usize| Value { value: value.to_owned(), word, count: desk.locale.digits(count as u64) };
    let count = |has: &dyn Fn(&Entry<Content>) -> bool| members.iter().filter(|(member, _)| has(member)).count();
    let kinds = crate::model::kinds::member::MemberKind::ALL.iter();
    let kinds = kinds.map(|kind| option(kind.as_str(), desk.word(*kind).into(), count(&|member| member.kind == *kind)));
    let nodes = desk.model().nodes.iter().map(|node| {
        let covers = |member: &Entry<Content>| desk.model().all(&member.value_chain).any(|covered| covered.id() == node.id());
        option(node.id().as_str(), desk.text(&node.title), count(&covers))
    });
    let grades = crate::model::kinds::member::Partnership::ALL.iter();
    let grades =
        grades.map(|grade| option(grade.as_str(), desk.word(*grade).into(), count(&|member| member.partnership == Some(*grade))));
    let mut places: BTreeMap<&str, (Words, usize)> = BTreeMap::new();
    for (member, place) in members {
        if let Some(name) = desk.maybe(member.place.as_ref()) {
            places.entry(&place.key).or_insert((name, 0)).1 += 1;
        }
    }
    let mut places: Vec<_> = places.into_iter().map(|(key, (name, count))| (count, option(key, name, count))).collect();
    places.sort_by(|(a, first), (b, second)| b.cmp(a).then_with(|| first.word.text.cmp(&second.word.text)));
    let filter = |name, label: &str, options: Vec<Value>| Filter { name, label: desk.say(label), options };
    let zero = desk.locale.digits(0);
    let mut filters = vec![
        filter("kind", "label.member-kind", kinds.collect()),
        filter("place", "label.place", places.into_iter().map(|(_, option)| option).collect()),
        filter("node", "label.value-chain", nodes.collect()),
        filter("grade", "label.partnership", grades.collect()),
    ];
    filters.iter_mut().for_each(|filter| filter.options.retain(|option| option.count != zero));
    filters.retain(|filter| filter.options.len() > 1);
    filters
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_website_is_called_by_its_host() {
        for (url, name) in [
            ("https://www.acme.example.org/", "acme.example.org"),
            ("http://acme.example.org", "acme.example.org"),
            ("https://acme.example.org/a/b?c#d", "acme.example.org"),
            ("nonsense", "nonsense"),
        ] {
            assert_eq!(host(url), name);
        }
    }
}
