//! Owns the marking of what a page shows beside its content: running heads, page numbers, rules and grounds. Chromium leaves them without any mark, and a
//! reader that speaks would read them as content.

use std::collections::BTreeSet;

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId, dictionary};

use super::Failure;

/// Marks what a page paints outside any marked content as an artifact, and so the marked content of these numbers.
pub(super) fn mark(pdf: &mut Document, page: ObjectId, dropped: &BTreeSet<i64>) -> Result<(), Failure> {
    let mut content = Content::decode(&pdf.get_page_content(page))?;
    for operation in content.operations.iter_mut().filter(|operation| operation.operator == "BDC") {
        let number = operation.operands.get(1).and_then(|value| value.as_dict().ok()?.get(b"MCID").and_then(Object::as_i64).ok());
        if number.is_some_and(|number| dropped.contains(&number)) {
            operation.operands = vec![
                Object::Name(b"Artifact".to_vec()),
                Object::Dictionary(dictionary! { "Type" => "Pagination", "Subtype" => "Header" }),
            ];
        }
    }
    let marked = Content { operations: marked(content.operations) };
    pdf.change_page_content(page, marked.encode()?)?;
    Ok(())
}

/// The same operations, with marks around runs that paint and have none. Text is taken from `BT` to `ET`, a path from its first point to its painting, as
/// marks must not lie across them.
fn marked(operations: Vec<Operation>) -> Vec<Operation> {
    let mut out = Vec::with_capacity(operations.len() + 16);
    let mut depth = 0_usize;
    let mut run: Vec<Operation> = Vec::new();
    for operation in operations {
        let name = operation.operator.as_str();
        match name {
            "BMC" | "BDC" => depth += 1,
            "EMC" => depth = depth.saturating_sub(1),
            _ => {}
        }
        let begins = depth == 0 && run.is_empty() && matches!(name, "BT" | "m" | "re" | "Do" | "sh" | "BI");
        if !begins && run.is_empty() {
            out.push(operation);
            continue;
        }
        // Content that is marked within a text is left as it is, the text around it too.
        if depth > 0 {
            out.append(&mut run);
            out.push(operation);
            continue;
        }
        let is_text = run.first().map_or(name, |first| first.operator.as_str()) == "BT";
        let ends = if is_text { name == "ET" } else { paints(name) };
        run.push(operation);
        if ends {
            // A path that only clips paints nothing.
            let clips = run.iter().any(|one| matches!(one.operator.as_str(), "W" | "W*"));
            if clips {
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

fn paints(operator: &str) -> bool {
    matches!(operator, "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "n" | "sh" | "Do" | "BI")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> String {
        let operations = text.split(' ').map(|name| Operation::new(name, Vec::new())).collect();
        marked(operations).iter().map(|one| one.operator.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_painted_without_a_mark_gets_one() {
        for (page, expected) in [
            ("q BT Tf Tj ET Q", "q BMC BT Tf Tj ET EMC Q"),
            ("BDC BT Tj ET EMC", "BDC BT Tj ET EMC"),
            ("re f re W n re S", "BMC re f EMC re W n BMC re S EMC"),
            ("BT BDC Tj EMC ET", "BT BDC Tj EMC ET"),
            ("m l", "m l"),
            ("Do", "BMC Do EMC"),
            ("", ""),
        ] {
            assert_eq!(names(page), expected, "{page}");
        }
    }
}
