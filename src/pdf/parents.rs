//! Owns the way back from marked content of a page to the element that holds it.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId};

/// Where the list of a page's owners is kept.
#[derive(Clone, Copy)]
enum Place {
    /// An object of its own.
    Alone(ObjectId),
    /// The list of a node of the tree, at this position.
    Within(ObjectId, usize),
}

/// The owners of the marked content of all pages.
pub(super) struct Parents {
    /// By the number under which a page has its list.
    places: BTreeMap<i64, Place>,
}

/// Most levels of the tree that are followed; a real one has two or three.
const DEPTH: usize = 32;

impl Parents {
    /// Reads the tree of owners.
    pub(super) fn of(pdf: &Document, root: ObjectId) -> Self {
        let mut places = BTreeMap::new();
        if let Ok(tree) = pdf.get_dictionary(root).and_then(|root| root.get(b"ParentTree")).and_then(Object::as_reference) {
            follow(pdf, tree, DEPTH, &mut places);
        }
        Self { places }
    }

    /// Sets the owner of a piece of marked content.
    pub(super) fn give(&self, pdf: &mut Document, page: ObjectId, number: i64, owner: Object) {
        let key = pdf.get_dictionary(page).and_then(|page| page.get(b"StructParents")).and_then(Object::as_i64);
        let Some(place) = key.ok().and_then(|key| self.places.get(&key)) else { return };
        let list = match *place {
            Place::Alone(id) => pdf.get_object_mut(id).and_then(Object::as_array_mut).ok(),
            Place::Within(id, at) => {
                let numbers = pdf.get_dictionary_mut(id).and_then(|node| node.get_mut(b"Nums")).and_then(Object::as_array_mut);
                numbers.ok().and_then(|numbers| numbers.get_mut(at)?.as_array_mut().ok())
            }
        };
        let slot = usize::try_from(number).ok().and_then(|number| list?.get_mut(number));
        if let Some(slot) = slot {
            *slot = owner;
        }
    }
}

fn follow(pdf: &Document, node: ObjectId, depth: usize, places: &mut BTreeMap<i64, Place>) {
    let (Ok(tree), Some(depth)) = (pdf.get_dictionary(node), depth.checked_sub(1)) else { return };
    for (at, pair) in tree.get(b"Nums").and_then(Object::as_array).into_iter().flat_map(|list| list.chunks_exact(2)).enumerate() {
        let place = match &pair[1] {
            Object::Reference(id) => Place::Alone(*id),
            _ => Place::Within(node, 2 * at + 1),
        };
        if let Ok(key) = pair[0].as_i64() {
            places.insert(key, place);
        }
    }
    let kids = tree.get(b"Kids").and_then(Object::as_array);
    for kid in kids.into_iter().flatten().filter_map(|kid| kid.as_reference().ok()) {
        follow(pdf, kid, depth, places);
    }
}
