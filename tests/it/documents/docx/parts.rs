//! A Word file taken apart: what its parts say, what a reader sees, and whether it holds together.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of a file by their names.
pub(super) type Parts = BTreeMap<String, Vec<u8>>;

/// Takes a file apart.
pub(super) fn unpack(bytes: &[u8]) -> Parts {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// Puts a file together.
pub(super) fn pack<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A part as text.
pub(super) fn text<'a>(parts: &'a Parts, name: &str) -> &'a str {
    let bytes = parts.get(name).unwrap_or_else(|| panic!("no {name} in {:?}", parts.keys()));
    std::str::from_utf8(bytes).unwrap()
}

/// An element as it is met: its name and attributes; `None` where it ends.
pub(super) type Element = (String, Option<BTreeMap<String, String>>);

/// The elements and texts of a part. It fails where the XML is broken or holds what XML cannot.
pub(super) fn walk(xml: &str, mut element: impl FnMut(&Element), mut words: impl FnMut(&str)) {
    let illegal =
        |c: char| c < ' ' && !matches!(c, '\n' | '\t' | '\r') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    assert_eq!(xml.chars().find(|&c| illegal(c)), None, "{xml}");
    let named = |tag: &BytesStart| {
        let attributes = tag.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            (attribute.key.as_ref().to_owned(), unescape(&attribute.value).unwrap().into_owned())
        });
        (tag.name().as_ref().to_owned(), Some(attributes.collect()))
    };
    let mut reader = Reader::from_str(xml);
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                depth += 1;
                element(&named(&tag));
            }
            Event::Empty(tag) => {
                element(&named(&tag));
                element(&(tag.name().as_ref().to_owned(), None));
            }
            Event::End(tag) => {
                depth -= 1;
                element(&(tag.name().as_ref().to_owned(), None));
            }
            Event::Text(text) => words(&text),
            Event::GeneralRef(name) => {
                words(quick_xml::escape::resolve_xml_entity(&name).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
}

/// What a reader of a part sees, a line for each paragraph.
pub(super) fn seen(xml: &str) -> String {
    let seen = std::cell::RefCell::new(String::new());
    let is_word = std::cell::Cell::new(false);
    walk(
        xml,
        |(name, attributes)| match (name.as_str(), attributes.is_some()) {
            ("w:t", opens) => is_word.set(opens),
            ("w:br", true) | ("w:p", false) => seen.borrow_mut().push('\n'),
            ("w:softHyphen", true) => seen.borrow_mut().push('\u{AD}'),
            _ => {}
        },
        |text| {
            if is_word.get() {
                seen.borrow_mut().push_str(text);
            }
        },
    );
    seen.into_inner()
}

/// Every value that an attribute of an element has in a part.
pub(super) fn values(xml: &str, element: &str, attribute: &str) -> Vec<String> {
    let mut values = Vec::new();
    walk(
        xml,
        |(name, attributes)| {
            let value = attributes.as_ref().and_then(|attributes| attributes.get(attribute));
            values.extend(value.filter(|_| name == element).cloned());
        },
        |_| {},
    );
    values
}

/// The part that an address leads to.
fn resolve(from: &str, target: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    match target.strip_prefix('/') {
        Some(target) => target.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    }
}

/// The file holds together: its XML is whole, every part has a type, every relationship leads somewhere, and every
/// style and list that is used is there.
pub(super) fn assert_sound(parts: &Parts) {
    let types = text(parts, "[Content_Types].xml");
    let named: BTreeSet<String> = values(types, "Override", "PartName").into_iter().collect();
    let endings: BTreeSet<String> = values(types, "Default", "Extension").into_iter().collect();
    for (name, bytes) in parts {
        let ending = name.rsplit('.').next().unwrap();
        let is_typed = named.contains(&format!("/{name}")) || endings.contains(ending);
        assert!(is_typed || name == "[Content_Types].xml", "{name} has no type");
        if ending == "xml" || ending == "rels" {
            walk(std::str::from_utf8(bytes).unwrap(), |_| {}, |_| {});
        }
        if let Some((folder, owner)) = name.strip_suffix(".rels").and_then(|name| name.split_once("_rels/")) {
            let owner = format!("{folder}{owner}");
            assert!(owner.is_empty() || parts.contains_key(&owner), "{name} belongs to nothing");
            assert_relations(parts, name, &owner);
        }
    }
    assert_eq!(named.iter().find(|name| !parts.contains_key(name.trim_start_matches('/'))), None);
    let (document, styles) = (text(parts, "word/document.xml"), text(parts, "word/styles.xml"));
    let ids = values(styles, "w:style", "w:styleId");
    let known: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(known.len(), ids.len(), "a style is defined twice: {ids:?}");
    for element in ["w:pStyle", "w:tblStyle", "w:rStyle"] {
        let used = values(document, element, "w:val");
        assert_eq!(used.iter().find(|id| !known.contains(id)), None, "{element}");
    }
    for element in ["w:basedOn", "w:next"] {
        assert_eq!(values(styles, element, "w:val").iter().find(|id| !known.contains(id)), None, "{element}");
    }
    let numbering = text(parts, "word/numbering.xml");
    let lists: BTreeSet<String> = values(numbering, "w:num", "w:numId").into_iter().collect();
    assert_eq!(lists.len(), values(numbering, "w:num", "w:numId").len());
    for used in [values(document, "w:numId", "w:val"), values(styles, "w:numId", "w:val")] {
        assert_eq!(used.iter().find(|id| !lists.contains(*id)), None);
    }
}

fn assert_relations(parts: &Parts, list: &str, owner: &str) {
    let mut ids = BTreeSet::new();
    walk(
        text(parts, list),
        |(name, attributes)| {
            let Some(attributes) = attributes.as_ref().filter(|_| name == "Relationship") else { return };
            assert!(ids.insert(attributes["Id"].clone()), "{list}");
            if attributes.get("TargetMode").is_none_or(|mode| mode != "External") {
                let target = resolve(owner, &attributes["Target"]);
                assert!(parts.contains_key(&target), "{list}: {target} is missing");
            }
        },
        |_| {},
    );
    if let Some(xml) = parts.get(owner) {
        let xml = std::str::from_utf8(xml).unwrap();
        for (element, attribute) in
            [("w:headerReference", "r:id"), ("w:footerReference", "r:id"), ("a:blip", "r:embed")]
        {
            assert_eq!(values(xml, element, attribute).iter().find(|id| !ids.contains(*id)), None, "{owner}");
        }
    }
}
