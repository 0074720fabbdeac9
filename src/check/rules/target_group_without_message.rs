//! Every target group of the brand has a message and a channel.
//!
//! For each group, says the guide, the aims of communication are agreed first, and tools, media and timing follow from them. A group
//! without a message is told what the others are told, and hears that it was not meant; a message without a channel does not arrive.
//!
//! # Bad
//! ```yaml
//! # file: governance/marketing.yaml
//! promise: A house from this forest, from one hand
//! values: [{title: Craft}]
//! audiences:
//!   - title: Architects <-- here
//!     channels: [Site visits]
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/marketing.yaml
//! promise: A house from this forest, from one hand
//! values: [{title: Craft}]
//! audiences:
//!   - title: Architects
//!     messages: [We answer for the whole wall]
//!     channels: [Site visits]
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "target-group-without-message",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: making use of the brand",
        text: include_str!("target_group_without_message.rs"),
    },
    tool: 25,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for marketing in &context.model.marketing {
        for (index, group) in marketing.audiences.iter().enumerate() {
            let lacks = match (group.messages.is_empty(), group.channels.is_empty()) {
                (false, false) => continue,
                (true, false) => "no message",
                (false, true) => "no channel",
                (true, true) => "neither a message nor a channel",
            };
            let found = Finding::new(marketing.at("audiences").item(index), format!("target group {} has {lacks}", index + 1));
            findings.push(found.help("add `messages` (what it is told) and `channels` (by which media)"));
        }
    }
}
