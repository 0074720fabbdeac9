//! Owns whether a PDF may say of itself that it follows PDF/UA-1 (ISO 14289-1): only one in which all that a program can see of it holds does.

use lopdf::{Document, Object};

use super::{head::Head, structure};

/// Whether a PDF may make the claim.
pub(super) fn holds(pdf: &Document, head: &Head) -> bool {
    !head.title.is_empty()
        && !head.language.is_empty()
        && has_tree(pdf)
        && pdf.objects.values().all(|object| is_sound(pdf, object))
}

/// Whether its parts are told to readers who don't see it, with words for each figure.
fn has_tree(pdf: &Document) -> bool {
    let marked = pdf.catalog().and_then(|catalog| catalog.get(b"MarkInfo")).and_then(|info| pdf.dereference(info));
    let is_marked = marked
        .is_ok_and(|(_, info)| info.as_dict().and_then(|info| info.get(b"Marked")).and_then(Object::as_bool).unwrap_or(false));
    let Some(root) = structure::root(pdf).filter(|_| is_marked) else { return false };
    let elements = structure::elements(pdf, root);
    let has_words = |id| pdf.get_dictionary(id).is_ok_and(|one| one.has(b"Alt") || one.has(b"ActualText"));
    elements.len() > 1 && elements.into_iter().filter(|id| structure::kind(pdf, *id) == b"Figure").all(has_words)
}

/// Whether an object is no link without words, no drawn font and none that is not in the file.
fn is_sound(pdf: &Document, object: &Object) -> bool {
    let Ok(object) = object.as_dict() else { return true };
    let is = |key: &[u8], value: &[u8]| object.get(key).and_then(Object::as_name).is_ok_and(|name| name == value);
    if is(b"Subtype", b"Link") {
        return object.has(b"Contents");
    }
    if is(b"Type", b"FontDescriptor") {
        return [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|file| object.has(file));
    }
    if is(b"Type", b"Font") && !is(b"Subtype", b"Type0") {
        return !is(b"Subtype", b"Type3") && object.get(b"FontDescriptor").is_ok_and(|one| pdf.dereference(one).is_ok());
    }
    true
}
