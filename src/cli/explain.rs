//! Owns `clustersite explain`.

use clap::Args;

use super::{End, Failure, print};
use crate::check::origin;
use crate::diag::closest;
use crate::model::Choice;

/// Tell what a rule asks for and why, with an example of each
#[derive(Args)]
#[command(after_help = "Examples:\n  clustersite explain goal-without-indicator\n  clustersite rules")]
pub(super) struct Arguments {
    /// Name of the rule, as findings show it
    #[arg(value_name = "RULE")]
    rule: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let rules = crate::rules();
    let Some(rule) = rules.iter().find(|rule| rule.name == arguments.rule) else {
        let near = closest(&arguments.rule, rules.iter().map(|rule| rule.name));
        let help =
            near.map_or_else(|| "`clustersite rules` lists the rules".to_owned(), |near| format!("did you mean `{near}`?"));
        return Err(Failure::new(format!("there is no rule `{}`", arguments.rule)).help(help));
    };
    let manual = rule.manual();
    let (tool, from) = origin(rule);
    let tool = super::rules::name(tool).map(|name| format!("Tool of the guide: {tool}. {name}\n")).unwrap_or_default();
    let from = from.map_or_else(|| "at every stage".to_owned(), |stage| format!("from the stage `{}` on", stage.as_str()));
    let head = format!("# {}\n\n{}.\n\n{}", rule.name, manual.title, manual.markdown());
    print(&format!("{head}\nSource: {}\n{tool}Asked for: {from}\n", rule.basis))?;
    Ok(End::Clean)
}
