//! Owns what is said of files that the reading of the folder has left out: links, files too large to be text, names that are no text. They would
//! otherwise be missing from the site in silence.

use super::Loaded;
use super::layout::looks_like_content;
use crate::diag::Diagnostic;
use crate::model::fault;
use crate::source::{SkipReason, Skipped};

/// Tells of everything left out that stands where content, assets or a theme are expected.
pub(super) fn tell(skipped: &[Skipped], loaded: &mut Loaded) {
    for Skipped { path, reason } in skipped.iter().filter(|left_out| looks_like_content(&left_out.path)) {
        let message = format!("`{path}` is not read: it is {reason}");
        let fault = Diagnostic::new(&fault::unread_file::RULE, None, message).with_help(Some(help(reason)));
        loaded.faults.push(fault);
        loaded.partial = true;
    }
}

fn help(reason: &SkipReason) -> String {
    match reason {
        SkipReason::Link => "put the file itself there in place of the link".to_owned(),
        SkipReason::Special => "put an ordinary file there".to_owned(),
        SkipReason::TooLarge { .. } => {
            "split it into several files, or make the picture smaller; offer what has to be so large as a link".to_owned()
        }
        SkipReason::TooDeep { .. } => "move it into a folder nearer to cluster.yaml".to_owned(),
        SkipReason::NameNotUtf8 => "rename it, with the letters a to z, digits and hyphens".to_owned(),
        SkipReason::Unreadable(_) => "give yourself the right to read it".to_owned(),
    }
}
