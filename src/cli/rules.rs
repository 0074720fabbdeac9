//! Owns `clustersite rules`.

use std::collections::BTreeMap;

use clap::{Args, ValueEnum};

use super::{End, Failure, colour, print};
use crate::check::origin;
use crate::diag::{Profile, Rule};
use crate::guide::{TOOLS, Tool};
use crate::lang::{Catalogue, Locale, Numbering};
use crate::model::Choice;
use crate::model::kinds::cluster::Stage;

/// List every rule by tool of the guide, with its stage and levels
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite rules\n  clustersite rules --tool 26\n  clustersite rules --stage initiation\n  clustersite rules --format json"
)]
pub(super) struct Arguments {
    /// Only the rules of one of the guide's 35 tools, by its number; 0 for those of no single tool
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(0..=35))]
    tool: Option<u8>,
    /// Only the rules that are applied to a cluster in this stage
    #[arg(long, value_enum)]
    stage: Option<StageName>,
    /// Form of the list
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Human,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum StageName {
    Initiation,
    Establishment,
    Operationalisation,
    Transformation,
}

impl From<StageName> for Stage {
    fn from(name: StageName) -> Self {
        match name {
            StageName::Initiation => Self::Initiation,
            StageName::Establishment => Self::Establishment,
            StageName::Operationalisation => Self::Operationalisation,
            StageName::Transformation => Self::Transformation,
        }
    }
}

/// Heading of the rules that belong to no single tool.
const GENERAL: &str = "Files, links, languages and settings";

/// A rule with where it comes from.
struct Listed {
    rule: &'static Rule,
    tool: u8,
    from: Option<Stage>,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let stage = arguments.stage.map(Stage::from);
    let listed = crate::rules().into_iter().map(|rule| {
        let (tool, from) = origin(rule);
        Listed { rule, tool, from }
    });
    let wanted = |one: &Listed| {
        arguments.tool.is_none_or(|tool| one.tool == tool) && stage.is_none_or(|stage| one.from.is_none_or(|from| from <= stage))
    };
    let rules: Vec<Listed> = listed.filter(wanted).collect();
    match arguments.format {
        Form::Human => print(&human(&rules)),
        Form::Json => print(&format!("{:#}\n", serde_json::Value::from(rules.iter().map(json).collect::<Vec<_>>()))),
    }?;
    Ok(End::Clean)
}

/// The name of a tool in English; nothing for rules of no single one.
pub(super) fn name(number: u8) -> Option<String> {
    let english = Locale::new("en", Catalogue::default(), Numbering::Standard).ok()?;
    Tool::of(number).map(|tool| english.text(&tool.message()).to_owned())
}

fn human(rules: &[Listed]) -> String {
    let mut by_tool: BTreeMap<u8, Vec<&Listed>> = BTreeMap::new();
    rules.iter().for_each(|one| by_tool.entry(one.tool).or_default().push(one));
    let width = rules.iter().map(|one| one.rule.name.len()).max().unwrap_or(0);
    let strong = |text: String| if colour(&std::io::stdout()) { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text };
    let mut text = format!("{:width$}  {:18}  draft    publish  what it asks for\n", "rule", "from");
    // Rules of no single tool come last: most of them are about how files are written.
    for number in TOOLS.iter().map(|tool| tool.number).chain([0]) {
        let Some(own) = by_tool.get(&number) else { continue };
        let heading = name(number).map_or_else(|| GENERAL.to_owned(), |name| format!("{number}. {name}"));
        text.push_str(&format!("\n{}\n", strong(heading)));
        for Listed { rule, from, .. } in own {
            let (draft, publish) = (rule.class.level(Profile::Draft).name(), rule.class.level(Profile::Publish).name());
            let from = from.map_or("", Choice::as_str);
            text.push_str(&format!("{:width$}  {from:18}  {draft:7}  {publish:7}  {}\n", rule.name, rule.manual().title));
        }
    }
    let count = rules.len();
    text.push_str(&format!(
        "\n{count} {}; `clustersite explain RULE` tells more about each\n",
        if count == 1 { "rule" } else { "rules" }
    ));
    text
}

fn json(one: &Listed) -> serde_json::Value {
    let (rule, manual) = (one.rule, one.rule.manual());
    serde_json::json!({
        "name": rule.name, "title": manual.title, "class": rule.class, "basis": rule.basis,
        "tool": one.tool, "tool-name": name(one.tool), "stage": one.from,
        "levels": { "draft": rule.class.level(Profile::Draft), "publish": rule.class.level(Profile::Publish) },
        "explanation": manual.explanation,
    })
}
