//! The parts of a document that its text refers to: the theme, the styles, the lists and the notes.

use std::collections::HashMap;

use super::numbering::Numbering;
use super::parts::PartNames;
use super::styles::{StyleDefinitions, ThemeColours};
use crate::import::package::{Package, Unfit};
use crate::import::xml::{XmlEvent, XmlReader};

/// The other parts of a document, which its text refers to.
#[derive(Debug, Default)]
pub(super) struct Resources {
    /// Colours by name.
    pub(super) theme: ThemeColours,
    /// Paragraph and character styles.
    pub(super) styles: StyleDefinitions,
    /// Lists, and how far they have been counted.
    pub(super) numbering: Numbering,
    /// The text of the footnotes and endnotes, by their kind and identity.
    pub(super) notes: HashMap<(Note, String), String>,
}

/// Where a note is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Note {
    /// At the foot of the page.
    Foot,
    /// At the end of the document.
    End,
}

impl Resources {
    /// Reads those parts that are there.
    pub(super) fn read(package: &mut Package<'_>, parts: &PartNames) -> Result<Self, Unfit> {
        let mut text = |part: &Option<String>| match part {
            Some(part) => package.text(part),
            None => Ok(None),
        };
        let mut resources = Self::default();
        if let Some(theme) = text(&parts.theme)? {
            resources.theme = ThemeColours::read(&theme)?;
        }
        if let Some(styles) = text(&parts.styles)? {
            resources.styles = StyleDefinitions::read(&styles, &resources.theme)?;
        }
        if let Some(numbering) = text(&parts.numbering)? {
            resources.numbering = Numbering::read(&numbering)?;
        }
        for (part, of) in [(&parts.footnotes, Note::Foot), (&parts.endnotes, Note::End)] {
            if let Some(notes) = text(part)? {
                read_notes(&notes, of, &mut resources)?;
            }
        }
        Ok(resources)
    }
}

/// Reads a part with footnotes or endnotes into the resources.
fn read_notes(text: &str, of: Note, resources: &mut Resources) -> Result<(), Unfit> {
    let mut xml = XmlReader::new(text);
    let mut note: Option<(String, String)> = None;
    let mut in_text = false;
    loop {
        match xml.step()? {
            XmlEvent::Open(tag) => match tag.name() {
                "footnote" | "endnote" => note = tag.attribute("id").map(|id| (id, String::new())),
                "del" | "moveFrom" | "Fallback" => xml.skip()?,
                "t" => in_text = true,
                "p" | "tab" | "br" | "cr" => note.iter_mut().for_each(|(_, text)| text.push(' ')),
                _ => {}
            },
            XmlEvent::Close(name) => match name.as_str() {
                "t" => in_text = false,
                "footnote" | "endnote" => {
                    resources.notes.extend(note.take().map(|(id, text)| ((of, id), text.trim().to_owned())));
                }
                _ => {}
            },
            XmlEvent::Text(text) if in_text => note.iter_mut().for_each(|(_, said)| said.push_str(&text)),
            XmlEvent::Text(_) => {}
            XmlEvent::End => return Ok(()),
        }
    }
}
