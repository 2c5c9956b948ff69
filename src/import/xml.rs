//! XML, read one step at a time and with distrust: it refuses declarations of entities, endless nesting and elements
//! left open. It knows no element by name.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::package::Unfit;

/// The deepest nesting that is read: documents nest tables in tables in text boxes, but not this deep.
const DEEPEST: usize = 400;

/// What comes next in a document.
#[derive(Debug)]
pub(crate) enum XmlEvent<'a> {
    /// An element begins.
    Open(StartTag<'a>),
    /// The element of this name, without its prefix, ends.
    Close(String),
    /// Text between tags, with its references resolved.
    Text(Cow<'a, str>),
    /// The end of the document.
    End,
}

/// Where an element begins: its name and attributes.
#[derive(Debug)]
pub(crate) struct StartTag<'a>(BytesStart<'a>);

impl StartTag<'_> {
    /// The local name, without the prefix of a namespace.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let found = attributes.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// The value of the attribute `val`, in which Word puts the value of a property.
    pub(crate) fn val(&self) -> Option<String> {
        self.attribute("val")
    }

    /// Whether a property that is on or off is on; without a value it is on.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off" | "none"))
    }

    /// The value of an attribute as a number; `None` where it is no number.
    pub(crate) fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// A document being read.
pub(crate) struct XmlReader<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> XmlReader<'a> {
    /// Starts before the root element.
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// Moves on by one step; comments and instructions are none.
    ///
    /// # Errors
    /// [`Unfit::Declares`] for entities and document types, otherwise where the document is not well formed.
    pub(crate) fn step(&mut self) -> Result<XmlEvent<'a>, Unfit> {
        loop {
            let step = match self.reader.read_event().map_err(|_| Unfit::Broken)? {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(Unfit::TooMuch);
                    }
                    XmlEvent::Open(StartTag(tag))
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    XmlEvent::Close(tag.local_name().into_inner().to_owned())
                }
                Event::Text(text) => XmlEvent::Text(text.xml10_content()),
                Event::CData(text) => XmlEvent::Text(text.xml10_content()),
                Event::GeneralRef(name) => {
                    let character = name.resolve_char_ref().map_err(|_| Unfit::Broken)?;
                    XmlEvent::Text(match (character, resolve_predefined_entity(&name)) {
                        (Some(character), _) => Cow::Owned(character.to_string()),
                        (None, Some(text)) => Cow::Borrowed(text),
                        (None, None) => return Err(Unfit::Declares),
                    })
                }
                Event::DocType(_) => return Err(Unfit::Declares),
                Event::Eof if self.depth > 0 => return Err(Unfit::Broken),
                Event::Eof => XmlEvent::End,
                Event::Empty(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
            };
            return Ok(step);
        }
    }

    /// How many elements are open, the one that has just begun included.
    pub(crate) fn depth(&self) -> usize {
        self.depth
    }

    /// Skips the content of the element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), Unfit> {
        self.each(|_| ())
    }

    /// Visits all elements within the one that has just begun, at any depth.
    pub(crate) fn each(&mut self, mut visit: impl FnMut(&StartTag<'_>)) -> Result<(), Unfit> {
        let above = self.depth - 1;
        while self.depth > above {
            match self.step()? {
                XmlEvent::Open(tag) => visit(&tag),
                XmlEvent::End => return Err(Unfit::Broken),
                XmlEvent::Close(_) | XmlEvent::Text(_) => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> Result<String, Unfit> {
        let mut xml = XmlReader::new(xml);
        let mut all = String::new();
        loop {
            match xml.step()? {
                XmlEvent::Text(text) => all.push_str(&text),
                XmlEvent::End => return Ok(all),
                XmlEvent::Open(_) | XmlEvent::Close(_) => {}
            }
        }
    }

    #[test]
    fn references_to_characters_are_read_and_entities_are_refused() {
        assert_eq!(text("<a>R&amp;D &#229; &#xE4;<![CDATA[ <ö>]]></a>").unwrap(), "R&D å ä <ö>");
        assert_eq!(text("<a>&lol;</a>"), Err(Unfit::Declares));
        assert_eq!(text("<!DOCTYPE a [<!ENTITY l \"ha\">]><a>&l;</a>"), Err(Unfit::Declares));
    }

    #[test]
    fn what_is_not_well_formed_is_broken() {
        for xml in ["<a><b></a>", "<a>", "<a", "<a></b>", "<a>&#x0;</a>"] {
            assert_eq!(text(xml), Err(Unfit::Broken), "{xml}");
        }
        assert_eq!(text(&"<a>".repeat(1_000)), Err(Unfit::TooMuch));
    }
}
