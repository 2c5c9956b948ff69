//! Reading XML that may be hostile: it goes through a part once, refuses what is no plain XML, and tells of each element
//! where it stands. It builds no tree and resolves no entity.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::NotATemplate;

/// How deep elements may lie in each other. Word's own lie less than forty deep.
const DEEPEST: usize = 200;

/// What is met on the way through a part.
#[derive(Debug)]
pub(super) enum Met<'a> {
    /// An element begins.
    Open(&'a BytesStart<'a>),
    /// An element ends; one with nothing in it ends where it begins.
    Close,
}

/// Goes through a part. `meet` is given the names of the elements from the outermost to this one, and where the tag
/// stands.
///
/// # Errors
/// Where it is not well-formed, defines something of its own, or nests without end.
pub(super) fn scan(
    xml: &str,
    mut meet: impl FnMut(&[String], &Met<'_>, Range<usize>),
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
                meet(&path, &Met::Open(&tag), at);
            }
            Event::Empty(tag) => {
                roots += usize::from(path.is_empty());
                check(&tag)?;
                path.push(tag.name().as_ref().to_owned());
                meet(&path, &Met::Open(&tag), at.clone());
                meet(&path, &Met::Close, at);
                path.pop();
            }
            Event::End(_) => {
                meet(&path, &Met::Close, at);
                path.pop();
            }
            Event::DocType(_) => return Err(broken(&"it defines something of its own")),
            Event::GeneralRef(name) => {
                let known = matches!(name.as_ref(), "amp" | "lt" | "gt" | "quot" | "apos");
                let sign = name.resolve_char_ref().map_err(|error| broken(&error))?;
                if !known && sign.is_none_or(is_illegal) {
                    return Err(broken(&"a reference to nothing"));
                }
            }
            Event::Eof => break,
            Event::Text(_) | Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if path.is_empty() && roots == 1 { Ok(()) } else { Err(broken(&"it ends too early")) }
}

/// The attributes of an element are well-formed too.
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

/// Whether XML 1.0 has no such character.
fn is_illegal(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// The value of an attribute.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// The number of an attribute.
pub(super) fn number(tag: &BytesStart, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// Whether an element that is either on or off is on: it is where it says nothing else.
pub(super) fn is_on(tag: &BytesStart) -> bool {
    !matches!(attribute(tag, "w:val").as_deref(), Some("0" | "false" | "off"))
}

/// The attributes of an element that are Word's own, as they were written.
pub(super) fn own_attributes(tag: &BytesStart) -> String {
    let own = tag.attributes().flatten().filter(|attribute| attribute.key.as_ref().starts_with("w:"));
    own.fold(String::new(), |told, attribute| {
        told + " " + attribute.key.as_ref() + "=\"" + &attribute.value.replace('"', "&quot;") + "\""
    })
}

/// Whether these are the names of the elements down to one.
pub(super) fn is_at(path: &[String], names: &[&str]) -> bool {
    path.len() == names.len() && path.iter().zip(names).all(|(a, b)| a == b)
}
