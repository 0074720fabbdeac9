//! Owns the pictures of who takes part and what they can do: the map of interests, the skills of the team, a case in four panels.

use super::{Desk, Picture, from_page, picture, words};
use crate::chart::{case as panels, interests as map, skills as bars};
use crate::lang::Arg;
use crate::model::kinds::actor::{ActorRole, Interest};
use crate::model::kinds::case::Case;
use crate::model::kinds::stakeholder::Influence;
use crate::model::value::Text;
use crate::model::{Choice, Entry, MET, TOP, team};

/// Groups of actors by role and influence; those whose influence is not given stand in a row of their own.
pub(in crate::page) fn interests(desk: &Desk<'_>) -> Option<Picture> {
    let interests = &desk.model().interests;
    let position = |influence: Option<Influence>| Influence::ALL.iter().position(|word| Some(*word) == influence);
    let group = |entry: &Entry<Interest>| map::Group {
        role: ActorRole::ALL.iter().position(|word| *word == entry.role).unwrap_or_default(),
        weight: position(entry.influence).unwrap_or(Influence::ALL.len()),
        label: desk.bare(&entry.group),
        interest: desk.bare(&entry.interest),
        href: from_page(desk, desk.href_of(entry)),
    };
    let unknown = interests.iter().any(|entry| entry.influence.is_none()).then(|| desk.say("site.not-set"));
    let care = Influence::ALL.iter().enumerate().flat_map(|(row, influence)| {
        let roles = ActorRole::ALL.iter().enumerate();
        roles.filter(|(_, role)| influence.is_too_much_for(**role)).map(move |(column, _)| (row, column))
    });
    let [group_word, interest, role, weight, care_word] =
        words(desk, ["label.group", "label.interest", "label.actor-role", "label.influence", "chart.interests.care"]);
    let input = map::Interests {
        roles: ActorRole::ALL.iter().map(|&word| desk.word(word)).collect(),
        weights: Influence::ALL.iter().map(|&word| desk.word(word)).chain(unknown).collect(),
        groups: interests.iter().map(group).collect(),
        care: care.collect(),
        words: map::Words { group: group_word, interest, role, weight, care: care_word },
    };
    let (title, description) = (desk.say("chart.interests.title"), desk.say("chart.interests.description"));
    picture(desk, "interests", &title, &description, &|frame| map::draw(frame, &input))
}

/// What the team can do; nothing for audiences that don't see scores.
pub(in crate::page) fn skills(desk: &Desk<'_>) -> Option<Picture> {
    let skill = |level: crate::model::Level| bars::Skill {
        label: desk.word(level.criterion),
        mean: level.mean,
        met_by: level.met_by,
        scored: level.scored,
        optional: level.criterion.is_optional(),
    };
    let say = |key: &str| desk.say(&format!("chart.skills.{key}"));
    let input = bars::Skills {
        items: team(&desk.model().staff).into_iter().map(skill).collect(),
        top: TOP,
        met: MET,
        words: bars::Words {
            skill: desk.say("label.criterion"),
            mean: say("mean"),
            met_by: say("met-by"),
            scored: say("scored"),
            needed: say("needed"),
            nobody: say("nobody"),
            optional: say("optional"),
            not_assessed: say("not-assessed"),
            has: say("has"),
            has_not: say("has-not"),
        },
    };
    picture(desk, "skills", &say("title"), &say("description"), &|frame| bars::draw(frame, &input))
}

/// A case in four panels; nothing for one that is told in lessons alone.
pub(in crate::page) fn case(desk: &Desk<'_>, case: &Entry<Case>) -> Option<Picture> {
    let bare = |texts: &[Text]| -> Vec<String> { texts.iter().map(|text| desk.bare(text)).collect() };
    let panel = |key: &str, points: Vec<String>| panels::Panel { title: desk.say(&format!("label.{key}")), points };
    let instigator = desk.say("label.instigator");
    let named =
        |name: &String| desk.locale.format("format.pair", &[("label", Arg::Text(&instigator)), ("value", Arg::Text(name))]);
    let instigators = bare(&case.instigators).iter().map(named).collect::<Vec<_>>();
    let input = panels::Case {
        panels: [
            panel("challenge", bare(&case.challenge)),
            panel("case-objective", bare(&case.objective)),
            panel("factors", [instigators, bare(&case.factors)].concat()),
            panel("case-result", bare(&case.result)),
        ],
        head: words(desk, ["label.panel", "label.content"]),
    };
    let name = desk.bare(&case.title);
    let title = desk.locale.format("chart.case.title", &[("name", Arg::Text(&name))]);
    let id = format!("panels-{}", case.id());
    picture(desk, &id, &title, &desk.say("chart.case.description"), &|frame| panels::draw(frame, &input))
}
