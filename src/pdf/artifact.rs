//! Owns the marking of what a page shows beside its content: running heads, page numbers, rules and grounds. Chromium leaves them without any mark, and a
//! reader that speaks would read them as content.

use std::collections::BTreeSet;

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId, dictionary};

use super::Failure;
use super::order::{self, Places};

/// The content of a page with what it paints outside any marked content marked as an artifact, and so the marked content of these numbers, and with its
/// text in order.
pub(super) fn content(pdf: &Document, page: ObjectId, dropped: &BTreeSet<i64>, places: &Places) -> Result<Vec<u8>, Failure> {
    let mut content = Content::decode(&pdf.get_page_content(page))?;
    for operation in &mut content.operations {
        if number(operation).is_some_and(|number| dropped.contains(&number)) {
            operation.operands = vec![
                Object::Name(b"Artifact".to_vec()),
                Object::Dictionary(dictionary! { "Type" => "Pagination", "Subtype" => "Header" }),
            ];
        }
    }
    let marked = Content { operations: order::ordered(marked(content.operations), places) };
    Ok(marked.encode()?)
}

/// The same operations, with marks around runs that paint and have none. Text is taken from `BT` to `ET`, a path from its first point to its painting, as
/// marks must not lie across them.
fn marked(operations: Vec<Operation>) -> Vec<Operation> {
    let mut out = Vec::with_capacity(operations.len() + 16);
    let mut depth = 0_usize;
    let mut run: Vec<Operation> = Vec::new();
    for operation in operations {
        let name = operation.operator.as_str();
        if run.is_empty() {
            match name {
                "BMC" | "BDC" => depth += 1,
                "EMC" => depth = depth.saturating_sub(1),
                _ => {}
            }
            let begins = depth == 0 && matches!(name, "BT" | "m" | "re" | "Do" | "sh" | "BI");
            if !begins {
                out.push(operation);
                continue;
            }
        }
        let is_text = run.first().map_or(name, |first| first.operator.as_str()) == "BT";
        let ends = if is_text { name == "ET" } else { paints(name) };
        run.push(operation);
        if ends {
            // A path that only clips paints nothing, and text with content in it has its marks; letters that an engine spells out have others.
            if run.iter().any(|one| matches!(one.operator.as_str(), "W" | "W*") || number(one).is_some()) {
                out.append(&mut run);
            } else {
                out.push(Operation::new("BMC", vec![Object::Name(b"Artifact".to_vec())]));
                out.append(&mut run);
                out.push(Operation::new("EMC", Vec::new()));
            }
        }
    }
    out.append(&mut run);
    out
}

/// The number of the marked content that an operation begins.
pub(super) fn number(operation: &Operation) -> Option<i64> {
    let begins = operation.operator == "BDC";
    operation.operands.get(1).filter(|_| begins)?.as_dict().ok()?.get(b"MCID").and_then(Object::as_i64).ok()
}

fn paints(operator: &str) -> bool {
    matches!(operator, "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "n" | "sh" | "Do" | "BI")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> String {
        let operation = |name: &str| match name.strip_suffix("(1)") {
            Some(name) => Operation::new(name, vec!["P".into(), Object::Dictionary(dictionary! { "MCID" => 1 })]),
            None => Operation::new(name, Vec::new()),
        };
        let operations = text.split(' ').map(operation).collect();
        marked(operations).iter().map(|one| one.operator.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_painted_without_a_mark_gets_one() {
        for (page, expected) in [
            ("q BT Tf Tj ET Q", "q BMC BT Tf Tj ET EMC Q"),
            ("BDC BT Tj ET EMC", "BDC BT Tj ET EMC"),
            ("re f re W n re S", "BMC re f EMC re W n BMC re S EMC"),
            ("BT BDC Tj EMC ET", "BMC BT BDC Tj EMC ET EMC"),
            ("BT BDC(1) Tj EMC ET", "BT BDC Tj EMC ET"),
            ("m l", "m l"),
            ("Do", "BMC Do EMC"),
            ("", ""),
        ] {
            assert_eq!(names(page), expected, "{page}");
        }
    }
}
