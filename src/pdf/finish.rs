//! Owns what an engine leaves open in a PDF: what it is called and in which language, what its links say to those who do not see them, and which of its
//! marks are not content.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary, text_string};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{
    Engine, Failure, artifact,
    head::Head,
    labels::{self, Labels},
    numbers, order, structure, universal,
};

/// Structure types that Chromium writes of its own accord, with the standard ones (ISO 32000-1, 14.8.4) that they mean.
const ROLES: &[(&str, &str)] = &[("Strong", "Span"), ("Em", "Span"), ("Aside", "Div")];

/// Finishes a PDF.
pub(super) fn finish(pdf: &mut Document, html: &str, today: Date, engine: &Engine) -> Result<(), Failure> {
    if matches!(engine, Engine::Chromium(_)) {
        let pages: Vec<ObjectId> = pdf.page_iter().collect();
        let (labels, numbers) = (labels::read(html), numbers::destinations(pdf));
        let mut pictures = BTreeSet::new();
        for page in &pages {
            pictures.extend(links(pdf, *page, &labels, &numbers)?);
        }
        let dropped = structure::mend(pdf, &pictures)?;
        let places = order::places(pdf);
        let (no_marks, no_places) = (BTreeSet::new(), BTreeMap::new());
        let content = |page: &ObjectId| {
            let (dropped, places) = (dropped.get(page).unwrap_or(&no_marks), places.get(page).unwrap_or(&no_places));
            artifact::content(pdf, *page, dropped, places)
        };
        let contents: Vec<Vec<u8>> = pages.par_iter().map(content).collect::<Result<_, _>>()?;
        for (page, content) in pages.into_iter().zip(contents) {
            let content = pdf.add_object(Stream::new(dictionary! {}, content));
            let old = pdf.get_dictionary_mut(page)?.remove(b"Contents");
            pdf.get_dictionary_mut(page)?.set("Contents", content);
            if let Some(old) = old.and_then(|old| old.as_reference().ok()) {
                pdf.objects.remove(&old);
            }
        }
        roles(pdf)?;
        letters(pdf);
    }
    tell(pdf, &Head::read(html), today, engine)?;
    pdf.objects.par_iter_mut().for_each(|(_, object)| compress(object));
    Ok(())
}

/// Gives the links of a page words, and has them stand on paper too. Gives those that are pictures.
fn links(
    pdf: &mut Document,
    page: ObjectId,
    labels: &Labels,
    numbers: &BTreeMap<String, u32>,
) -> Result<BTreeSet<ObjectId>, Failure> {
    let mut pictures = BTreeSet::new();
    pdf.get_dictionary_mut(page)?.set("Tabs", Object::Name(b"S".to_vec()));
    let annotations = match pdf.get_dictionary(page)?.get(b"Annots").and_then(|list| pdf.dereference(list)) {
        Ok((_, Object::Array(list))) => list.iter().filter_map(|one| one.as_reference().ok()).collect::<Vec<_>>(),
        _ => return Ok(pictures),
    };
    for id in annotations {
        let annotation = pdf.get_dictionary(id)?;
        if annotation.has(b"Contents") || !annotation.get(b"Subtype").is_ok_and(|kind| matches!(kind.as_name(), Ok(b"Link"))) {
            continue;
        }
        let place = leads_to(pdf, annotation);
        let shown = labels.pictures.get(&place);
        if shown.is_some() {
            pictures.insert(id);
        }
        let words = match (shown.or_else(|| labels.places.get(&place)), numbers.get(&place)) {
            (Some(label), Some(number)) => format!("{label}, {number}"),
            (Some(label), None) => label.clone(),
            _ => place,
        };
        let annotation = pdf.get_dictionary_mut(id)?;
        annotation.set("Contents", text_string(&words));
        let flags = annotation.get(b"F").and_then(Object::as_i64).unwrap_or(0);
        annotation.set("F", flags | 4);
    }
    Ok(pictures)
}

/// Where a link leads: an address, or the name of a place.
fn leads_to(pdf: &Document, annotation: &Dictionary) -> String {
    let action =
        annotation.get(b"A").and_then(|action| pdf.dereference(action)).ok().and_then(|(_, action)| action.as_dict().ok());
    let target =
        action.and_then(|action| action.get(b"URI").or_else(|_| action.get(b"D")).ok()).or_else(|| annotation.get(b"Dest").ok());
    let target = target.and_then(|target| pdf.dereference(target).ok()).map(|(_, target)| target);
    match target {
        Some(Object::String(bytes, _) | Object::Name(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        _ => "link".to_owned(),
    }
}

/// Has the parts that a font puts letters together of mean nothing by themselves, where Chromium has them mean the character zero.
fn letters(pdf: &mut Document) {
    let fonts =
        pdf.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"ToUnicode").and_then(Object::as_reference).ok());
    for map in fonts.collect::<Vec<_>>() {
        let Ok(stream) = pdf.get_object_mut(map).and_then(Object::as_stream_mut) else { continue };
        let Ok(text) = stream.get_plain_content() else { continue };
        let text = String::from_utf8_lossy(&text);
        if text.contains("> <0000>\n") {
            stream.set_plain_content(text.replace("> <0000>\n", "> <034F>\n").into_bytes());
        }
    }
}

/// Has a stream take less room, where it can.
fn compress(object: &mut Object) {
    if let Object::Stream(stream) = object
        && stream.allows_compression
    {
        // What can't be made smaller stays as it is.
        let _ = stream.compress();
    }
}

/// Says what structure types mean that are not standard ones.
fn roles(pdf: &mut Document) -> Result<(), Failure> {
    let Ok(root) = pdf.catalog()?.get(b"StructTreeRoot").and_then(Object::as_reference) else { return Ok(()) };
    let old = pdf.get_dictionary(root)?.get(b"RoleMap").and_then(|map| pdf.dereference(map)).ok();
    let mut map = old.and_then(|(_, map)| map.as_dict().ok()).cloned().unwrap_or_default();
    for (own, standard) in ROLES {
        map.set(*own, Object::Name(standard.as_bytes().to_vec()));
    }
    pdf.get_dictionary_mut(root)?.set("RoleMap", map);
    Ok(())
}

/// Says what the document is, who wrote it and when, in both places where readers look.
fn tell(pdf: &mut Document, head: &Head, today: Date, engine: &Engine) -> Result<(), Failure> {
    let producer = format!("clustersite {} ({})", env!("CARGO_PKG_VERSION"), engine.name());
    let stamp = today.strftime("D:%Y%m%d000000Z").to_string();
    let mut info = dictionary! {
        "Title" => text_string(&head.title),
        "Producer" => text_string(&producer),
        "Creator" => text_string("clustersite"),
        "CreationDate" => Object::string_literal(stamp.clone()),
        "ModDate" => Object::string_literal(stamp),
    };
    for (key, value) in [("Author", &head.author), ("Subject", &head.description), ("Keywords", &head.keywords)] {
        if !value.is_empty() {
            info.set(key, text_string(value));
        }
    }
    // What the engine said would stay in the file, with the hour at which it said so.
    for old in [pdf.trailer.remove(b"Info"), pdf.catalog_mut()?.remove(b"Metadata")].into_iter().flatten() {
        if let Ok(old) = old.as_reference() {
            pdf.objects.remove(&old);
        }
    }
    let info = pdf.add_object(info);
    pdf.trailer.set("Info", info);
    let universal = matches!(engine, Engine::Chromium(_)) && universal::holds(pdf, head);
    let metadata = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        packet(head, today, &producer, universal).into_bytes(),
    );
    let metadata = pdf.add_object(metadata.with_compression(false));
    let catalog = pdf.catalog_mut()?;
    catalog.set("Metadata", metadata);
    catalog.set("Lang", text_string(&head.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    let name = Sha256::digest(format!("{head:?}{today}{producer}"));
    let name = Object::String(name[..16].to_vec(), lopdf::StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![name.clone(), name]);
    Ok(())
}

/// The XMP packet (ISO 16684-1).
fn packet(head: &Head, today: Date, producer: &str, universal: bool) -> String {
    let claim = if universal { "<pdfuaid:part>1</pdfuaid:part>" } else { "" };
    let text = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let day = format!("{today}T00:00:00Z");
    let optional = |value: &str, xml: String| if value.is_empty() { String::new() } else { xml };
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
         {author}{description}{keywords}{claim}<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>clustersite</xmp:CreatorTool><xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>\
         </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
        title = text(&head.title),
        language = text(&head.language),
        author = optional(
            &head.author,
            format!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", text(&head.author))
        ),
        description = optional(
            &head.description,
            format!(
                "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:description>",
                text(&head.description)
            )
        ),
        keywords = optional(&head.keywords, format!("<pdf:Keywords>{}</pdf:Keywords>", text(&head.keywords))),
        producer = text(producer),
    )
}
