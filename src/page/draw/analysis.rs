//! Owns the pictures of the analysis: sectors of the region, value chain, diamond, policies.

use std::collections::BTreeMap;

use super::{Desk, Picture, from_page, picture, words};
use crate::chart::{bars, bubble, diamond as diamond_chart, policy_map, value_chain as chain_chart};
use crate::lang::Arg;
use crate::model::kinds::diamond::{Determinant, Sign};
use crate::model::kinds::mapping::MappingMeasure;
use crate::model::kinds::policy::{PolicyField, PolicyLevel};
use crate::model::kinds::service::Grade;
use crate::model::kinds::value_chain::Node;
use crate::model::value::Text;
use crate::model::{Choice, Concentration, Coverage, Covering, Entry, Id, concentrations};

/// Two decimals are as exact as a location quotient is.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// Sectors whose concentration is known, the most concentrated first.
fn concentrated<'m>(desk: &Desk<'m>) -> Vec<(Concentration<'m>, f64)> {
    let mut found: Vec<_> = concentrations(desk.model()).into_iter().filter_map(|one| Some((one, one.quotient?))).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    found
}

/// Sectors by concentration and growth, as large as the number of people employed; by concentration and number where growth is not known.
pub(in crate::page) fn concentration(desk: &Desk<'_>) -> Option<Picture> {
    let found = concentrated(desk);
    let grows = found.iter().filter(|(sector, _)| sector.growth.is_some()).count() > 1;
    let mut places: Vec<String> = Vec::new();
    let mut place = |text: &Text| {
        let name = desk.bare(text);
        places.iter().position(|known| *known == name).unwrap_or_else(|| {
            places.push(name);
            places.len() - 1
        })
    };
    let mut items = Vec::new();
    for (sector, quotient) in &found {
        let row = sector.latest;
        let figure = |measure| row.figure(measure);
        let upwards = if grows { sector.growth.map(|growth| growth.yearly * 100.0) } else { figure(MappingMeasure::Employment) };
        let Some(upwards) = upwards else { continue };
        items.push(bubble::Bubble {
            label: desk.bare(&row.sector),
            group: place(&row.place),
            across: rounded(*quotient),
            upwards: rounded(upwards),
            size: figure(if grows { MappingMeasure::Employment } else { MappingMeasure::Establishments }),
            href: from_page(desk, desk.href_of(row)),
        });
    }
    let [across, growth, employment, establishments, sector, region] = words(
        desk,
        ["label.quotient", "label.growth", "label.employment", "label.establishments", "label.sector", "label.place"],
    );
    let axis = |title: &String, unit: &str, middle| bubble::Axis { title: title.clone(), unit: unit.to_owned(), middle };
    let corners = ["small-growing", "strong-growing", "small-shrinking", "strong-shrinking"];
    let input = bubble::Bubbles {
        across: axis(&across, "", Some(1.0)),
        upwards: if grows { axis(&growth, "%", Some(0.0)) } else { axis(&employment, "", None) },
        size: axis(if grows { &employment } else { &establishments }, "", None),
        corners: corners.map(|word| if grows { desk.say(&format!("chart.mapping.{word}")) } else { String::new() }),
        groups: places,
        items,
        head: [sector, region],
    };
    let (strongest, quotient) = found.first()?;
    let (name, value) = (desk.bare(&strongest.latest.sector), desk.locale.number(rounded(*quotient)));
    let key = if grows { "chart.mapping.description" } else { "chart.mapping.description-size" };
    let description = desk.locale.format(key, &[("name", Arg::Text(&name)), ("value", Arg::Text(&value))]);
    let title = desk.say(if grows { "chart.mapping.title" } else { "chart.mapping.title-size" });
    picture(desk, "mapping", &title, &description, &|frame| bubble::draw(frame, &input))
}

/// Location quotients as bars, held against one.
pub(in crate::page) fn quotients(desk: &Desk<'_>) -> Option<Picture> {
    let found = concentrated(desk);
    let several = found.iter().any(|(sector, _)| desk.bare(&sector.latest.place) != desk.bare(&found[0].0.latest.place));
    let label = |sector: &Concentration<'_>| {
        let name = desk.bare(&sector.latest.sector);
        if several { format!("{name} · {}", desk.bare(&sector.latest.place)) } else { name }
    };
    let bar = |(sector, quotient): &(Concentration<'_>, f64)| bars::Bar {
        label: label(sector),
        value: rounded(*quotient),
        href: from_page(desk, desk.href_of(sector.latest)),
    };
    let input = bars::Bars {
        items: found.iter().map(bar).collect(),
        unit: String::new(),
        head: words(desk, ["label.sector", "label.quotient"]),
    };
    let [title, description, meaning] =
        words(desk, ["chart.quotients.title", "chart.quotients.description", "chart.quotients.one"]);
    picture(desk, "location-quotients", &title, &description, &|frame| bars::draw_against(frame, &input, Some((1.0, &meaning))))
}

/// How often links are followed to put steps in order; longer chains are shown in as many stages.
const LONGEST: usize = 64;

/// The stages of the value chain with their names, and the number of each step's; none for steps that support the others. Steps of which none names a
/// stage stand as their links lead, or else one after the other.
pub(in crate::page) fn stages<'m>(desk: &Desk<'m>) -> (Vec<String>, BTreeMap<&'m Id, usize>) {
    let nodes: Vec<&Entry<Node>> = desk.model().nodes.iter().filter(|node| !node.is_supporting()).collect();
    let main = desk.site.plan.main();
    let key = |text: &Text| text.get(main, main).map(|text| text.text.trim().to_lowercase()).unwrap_or_default();
    let mut names: Vec<(String, String)> = Vec::new();
    for stage in nodes.iter().filter_map(|node| node.stage.as_ref()) {
        // A translation is needed only once, so the words of a step that has them are taken for all.
        let (own, shown) = (key(stage), desk.bare(stage));
        let translated = stage.all().any(|(lang, _)| lang == desk.locale.tag());
        match names.iter_mut().find(|(known, _)| *known == own) {
            Some((_, name)) if translated => *name = shown,
            Some(_) => {}
            None => names.push((own, shown)),
        }
    }
    if !names.is_empty() {
        let of = |node: &Entry<Node>| {
            let own = node.stage.as_ref().map(&key);
            own.and_then(|own| names.iter().position(|(known, _)| *known == own)).unwrap_or(names.len())
        };
        let numbers = nodes.iter().map(|node| (node.id(), of(node))).collect();
        return (names.into_iter().map(|(_, name)| name).collect(), numbers);
    }
    let mut numbers: BTreeMap<&Id, usize> = nodes.iter().map(|node| (node.id(), 0)).collect();
    let linked = nodes.iter().any(|node| !node.leads_to.is_empty());
    for _ in 0..LONGEST {
        let mut moved = false;
        for node in &nodes {
            let after = numbers.get(node.id()).copied().unwrap_or_default() + 1;
            for next in desk.model().all(&node.leads_to).filter(|next| next.id() != node.id()) {
                if let Some(number) = numbers.get_mut(next.id()).filter(|number| **number < after) {
                    *number = after;
                    moved = true;
                }
            }
        }
        if !moved {
            break;
        }
    }
    if !linked {
        numbers = nodes.iter().enumerate().map(|(index, node)| (node.id(), index)).collect();
    }
    (Vec::new(), numbers)
}

/// The value chain with who covers what.
pub(in crate::page) fn value_chain(desk: &Desk<'_>) -> Option<Picture> {
    let (model, covering) = (desk.model(), Covering::new(desk.model(), desk.site.today));
    let (stages, numbers) = stages(desk);
    let step = |node: &Entry<Node>| {
        let members = covering.members(node.id()).len();
        let coverage = covering.degree(node);
        let measure = node.gap.as_ref().and_then(|gap| gap.measure.as_ref().or(gap.why.as_ref()));
        chain_chart::Step {
            id: node.id().to_string(),
            stage: numbers.get(node.id()).copied(),
            label: desk.bare(&node.title),
            coverage,
            members,
            covered: covered(desk, coverage, members),
            note: measure.filter(|_| members == 0).map(|text| desk.bare(text)).unwrap_or_default(),
            href: from_page(desk, desk.href_of(node)),
        }
    };
    let links = model.nodes.iter().flat_map(|node| {
        let next = model.all(&node.leads_to).map(|next| next.id().to_string());
        next.map(|next| (node.id().to_string(), next))
    });
    let input = chain_chart::ValueChain {
        stages,
        supporting: desk.say("page.value-chain.supporting"),
        steps: model.nodes.iter().map(step).collect(),
        links: links.collect(),
        degrees: Coverage::ALL.map(|degree| desk.say(&format!("coverage.{}", degree.as_str()))),
        head: words(desk, ["label.chain-stage", "label.step", "label.coverage", "label.members", "label.note", "label.leads-to"]),
    };
    let count = |wanted: fn(Coverage) -> bool| input.steps.iter().filter(|step| wanted(step.coverage)).count();
    let (all, spots) = (input.steps.len(), count(|degree| degree == Coverage::Nobody));
    let (covered, all) = (desk.locale.number((all - spots) as f64), desk.locale.number(all as f64));
    let args = [("covered", Arg::Text(&covered)), ("total", Arg::Text(&all))];
    let description = desk.locale.format("chart.value-chain.description", &args);
    picture(desk, "value-chain-map", &desk.say("chart.value-chain.title"), &description, &|frame| {
        chain_chart::draw(frame, &input)
    })
}

/// How well a step is covered, in words: the number of members, or what stands in for it.
pub(in crate::page) fn covered(desk: &Desk<'_>, coverage: Coverage, members: usize) -> String {
    match coverage {
        Coverage::Nobody | Coverage::Outside => desk.say(&format!("coverage.{}", coverage.as_str())),
        Coverage::One | Coverage::Several => desk.locale.format("count.members", &[("count", Arg::Count(members as u64))]),
    }
}

/// Porter's diamond.
pub(in crate::page) fn diamond(desk: &Desk<'_>) -> Option<Picture> {
    let determinant = |index: usize| Determinant::ALL.get(index).map(|&word| desk.word(word)).unwrap_or_default();
    let factor = |entry: &Entry<crate::model::kinds::diamond::Factor>| diamond_chart::Factor {
        determinant: entry.determinant,
        label: desk.bare(&entry.title),
        theme: entry.theme.as_ref().map(|theme| desk.bare(theme)).unwrap_or_default(),
        sign: entry.sign,
        href: from_page(desk, desk.href_of(entry)),
    };
    let input = diamond_chart::Diamond {
        determinants: std::array::from_fn(determinant),
        factors: desk.model().diamond.iter().map(factor).collect(),
        nothing: desk.say("page.diamond.nothing"),
        signs: signs(desk),
        head: words(desk, ["label.determinant", "label.factor", "label.effect", "label.theme"]),
    };
    let count = |sign: Sign| desk.locale.number(input.factors.iter().filter(|factor| factor.sign == sign).count() as f64);
    let [plus, minus, mixed] = [Sign::Plus, Sign::Minus, Sign::Mixed].map(count);
    let args = [("plus", Arg::Text(&plus)), ("minus", Arg::Text(&minus)), ("mixed", Arg::Text(&mixed))];
    let description = desk.locale.format("chart.diamond.description", &args);
    picture(desk, "diamond-of-determinants", &desk.say("chart.diamond.title"), &description, &|frame| {
        diamond_chart::draw(frame, &input)
    })
}

fn signs(desk: &Desk<'_>) -> [String; 3] {
    [Sign::Plus, Sign::Minus, Sign::Mixed].map(|sign| desk.word(sign))
}

/// Policies by field and level.
pub(in crate::page) fn policies(desk: &Desk<'_>) -> Option<Picture> {
    let item = |entry: &Entry<crate::model::kinds::policy::Policy>| policy_map::Item {
        label: desk.bare(&entry.title),
        note: entry.owner.as_ref().map(|owner| desk.bare(owner)).unwrap_or_default(),
        fields: entry.fields.iter().filter_map(|field| PolicyField::ALL.iter().position(|known| known == field)).collect(),
        levels: entry.levels.iter().filter_map(|level| PolicyLevel::ALL.iter().position(|known| known == level)).collect(),
        effect: entry.effect,
        strong: entry.relevance == Some(Grade::High),
        href: from_page(desk, desk.href_of(entry)),
    };
    let input = policy_map::PolicyMap {
        fields: PolicyField::ALL.iter().map(|&field| desk.word(field)).collect(),
        levels: PolicyLevel::ALL.iter().map(|&level| desk.word(level)).collect(),
        items: desk.model().policies.iter().map(item).collect(),
        nothing: desk.say("page.policy.nothing"),
        signs: signs(desk),
        head: words(desk, ["label.policy-field", "label.policy-level", "label.policy", "label.owner", "label.effect"]),
    };
    let [title, description] = words(desk, ["chart.policy-map.title", "chart.policy-map.description"]);
    picture(desk, "policy-map", &title, &description, &|frame| policy_map::draw(frame, &input))
}
