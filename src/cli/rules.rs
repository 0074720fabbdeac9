//! Owns `clustersite rules`.

use clap::{Args, ValueEnum};

use super::{End, Failure, print};
use crate::diag::Profile;

/// List every rule with its levels
#[derive(Args)]
#[command(after_help = "Examples:\n  clustersite rules\n  clustersite rules --format json")]
pub(super) struct Arguments {
    /// Form of the list
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Human,
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let rules = crate::rules();
    match arguments.format {
        Form::Human => {
            let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
            let mut text = format!("{:width$}  draft    publish  what it asks for\n", "rule");
            for rule in &rules {
                let (draft, publish) = (rule.class.level(Profile::Draft).name(), rule.class.level(Profile::Publish).name());
                text.push_str(&format!("{:width$}  {draft:7}  {publish:7}  {}\n", rule.name, rule.manual().title));
            }
            text.push_str(&format!("\n{} rules; `clustersite explain RULE` tells more about each\n", rules.len()));
            print(&text)?;
        }
        Form::Json => {
            let list: Vec<_> = rules
                .iter()
                .map(|rule| {
                    let manual = rule.manual();
                    serde_json::json!({
                        "name": rule.name, "title": manual.title, "class": rule.class, "basis": rule.basis,
                        "levels": { "draft": rule.class.level(Profile::Draft), "publish": rule.class.level(Profile::Publish) },
                        "explanation": manual.explanation,
                    })
                })
                .collect();
            print(&format!("{:#}\n", serde_json::Value::from(list)))?;
        }
    }
    Ok(End::Clean)
}
