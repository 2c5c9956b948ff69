//! Scans XML that may be hostile: it goes through a part once, refuses what is not plain XML, and reports every element
//! with its position. It builds no tree and resolves no entity.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::NotATemplate;

/// How deep elements may be nested. Word nests its own less than forty deep.
const DEEPEST: usize = 200;

/// A tag of a part.
#[derive(Debug)]
pub(super) enum Tag<'a> {
    /// An element begins.
    Start(&'a BytesStart<'a>),
    /// An element ends; an empty one ends where it begins.
    End,
}

/// Goes through a part. `visit` is called with the names of the elements from the outermost to this one, and the range
/// of the tag in bytes.
///
/// # Errors
/// Where it is not well-formed, defines something of its own, or nests without end.
pub(super) fn scan(
    xml: &str,
    mut visit: impl FnMut(&[String], &Tag<'_>, Range<usize>),
) -> Result<(), NotATemplate> {
    let broken = |why: &dyn std::fmt::Display| NotATemplate::Damaged(why.to_string());
    if xml.chars().any(is_illegal) {
        return Err(broken(&"a character that XML does not have"));
    }
    let mut reader = Reader::from_str(xml);
    let mut path: Vec<String> = Vec::new();
    let mut roots = 0;
    let mut from = 0;
    loop {
        let event = reader.read_event().map_err(|error| broken(&error))?;
        let to = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let at = from..to;
        from = to;
        match event {
            Event::Start(tag) | Event::Empty(tag) if path.len() >= DEEPEST => {
                return Err(broken(&format_args!(
                    "elements in each other without end: {}",
                    tag.name().as_ref()
                )));
            }
            Event::Start(tag) => {
                roots += usize::from(path.is_empty());
                check(&tag)?;
                path.push(tag.name().as_ref().to_owned());
                visit(&path, &Tag::Start(&tag), at);
            }
            Event::Empty(tag) => {
                roots += usize::from(path.is_empty());
                check(&tag)?;
                path.push(tag.name().as_ref().to_owned());
                visit(&path, &Tag::Start(&tag), at.clone());
                visit(&path, &Tag::End, at);
                path.pop();
            }
            Event::End(_) => {
                visit(&path, &Tag::End, at);
                path.pop();
            }
            Event::DocType(_) => return Err(broken(&"it defines something of its own")),
            Event::GeneralRef(name) => {
                let known = matches!(name.as_ref(), "amp" | "lt" | "gt" | "quot" | "apos");
                let character = name.resolve_char_ref().map_err(|error| broken(&error))?;
                if !known && character.is_none_or(is_illegal) {
                    return Err(broken(&"a reference to nothing"));
                }
            }
            Event::Eof => break,
            Event::Text(_) | Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if path.is_empty() && roots == 1 { Ok(()) } else { Err(broken(&"it ends too early")) }
}

/// Refuses attributes that are not well-formed.
fn check(tag: &BytesStart) -> Result<(), NotATemplate> {
    for attribute in tag.attributes() {
        let value = attribute.map_err(|error| NotATemplate::Damaged(error.to_string()))?;
        let value = unescape(&value.value).map_err(|error| NotATemplate::Damaged(error.to_string()))?;
        if value.chars().any(is_illegal) {
            return Err(NotATemplate::Damaged("a character that XML does not have".to_owned()));
        }
    }
    Ok(())
}

/// Whether a character is not allowed in XML 1.0.
fn is_illegal(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// The value of an attribute, with its references resolved.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// The value of an attribute that is a whole number of 0 or more.
pub(super) fn number(tag: &BytesStart, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// Whether an on/off element is on, which it is unless its value says otherwise (ECMA-376, `CT_OnOff`).
pub(super) fn is_on(tag: &BytesStart) -> bool {
    !matches!(attribute(tag, "w:val").as_deref(), Some("0" | "false" | "off"))
}

/// The attributes of an element in Word's own namespace, as they are written.
pub(super) fn own_attributes(tag: &BytesStart) -> String {
    let own = tag.attributes().flatten().filter(|attribute| attribute.key.as_ref().starts_with("w:"));
    own.fold(String::new(), |written, attribute| {
        written + " " + attribute.key.as_ref() + "=\"" + &attribute.value.replace('"', "&quot;") + "\""
    })
}

/// Whether the path to an element consists of exactly these names.
pub(super) fn is_at(path: &[String], names: &[&str]) -> bool {
    path.len() == names.len() && path.iter().zip(names).all(|(a, b)| a == b)
}
