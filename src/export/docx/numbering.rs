//! The lists of a document: the bullets and numbers of their items, and how far they are indented. Every numbered list
//! gets an instance of its own, so that it begins at its own number.

use super::list_ids::{ListIds, ListKind};
use super::namespaces::MAIN;
use super::role::{LEVELS, STEP, StyleRole};
use super::styles::RoleStyles;
use super::xml::XmlWriter;

/// How many levels a list has in Word.
pub(super) const DEPTH: u8 = 9;

/// Collects the lists of a document while its body is written.
#[derive(Debug)]
pub(super) struct Lists {
    ids: ListIds,
    /// In the order of their instances.
    numbered: Vec<NumberedList>,
}

/// A list that begins at a number of its own.
#[derive(Debug)]
struct NumberedList {
    definition: u32,
    level: u8,
    first: u32,
}

impl Lists {
    /// A document without lists so far, in which ours use these ids.
    pub(super) fn new(ids: ListIds) -> Self {
        Self { ids, numbered: Vec::new() }
    }

    /// The one instance that all bulleted lists share.
    pub(super) fn bullets(&self) -> u32 {
        self.ids.instance(ListKind::Bullets)
    }

    /// Adds a numbered list, by the given definition or else ours, whose items at `level` (from 0) begin at `first`.
    /// Returns its instance.
    pub(super) fn numbers(&mut self, definition: Option<u32>, level: u8, first: u32) -> u32 {
        let definition = definition.unwrap_or(self.ids.definition(ListKind::Numbers));
        self.numbered.push(NumberedList { definition, level, first });
        let before = u32::try_from(self.numbered.len() - 1).unwrap_or(u32::MAX);
        self.ids.first_of_document().saturating_add(before)
    }

    /// The numbering part of a document without lists of a template.
    pub(super) fn part(&self, styles: &RoleStyles) -> String {
        XmlWriter::part("w:numbering", &[("xmlns:w", MAIN)], |xml| {
            xml.raw(&self.definitions(styles));
            xml.raw(&self.instances());
        })
    }

    /// The XML of our definitions.
    pub(super) fn definitions(&self, styles: &RoleStyles) -> String {
        XmlWriter::piece(|xml| {
            for kind in ListKind::ALL {
                let id = self.ids.definition(kind).to_string();
                xml.element("w:abstractNum", &[("w:abstractNumId", &id)], |xml| {
                    xml.value("w:multiLevelType", "multilevel");
                    (0..DEPTH).for_each(|level| self::level(xml, kind, level, styles));
                });
            }
        })
    }

    /// The XML of their instances.
    pub(super) fn instances(&self) -> String {
        let instance = |xml: &mut XmlWriter, id: u32, definition: u32, numbered: Option<&NumberedList>| {
            xml.element("w:num", &[("w:numId", &id.to_string())], |xml| {
                xml.value("w:abstractNumId", &definition.to_string());
                if let Some(list) = numbered {
                    xml.element("w:lvlOverride", &[("w:ilvl", &list.level.to_string())], |xml| {
                        xml.value("w:startOverride", &list.first.to_string());
                    });
                }
            });
        };
        XmlWriter::piece(|xml| {
            for kind in ListKind::ALL {
                instance(xml, self.ids.instance(kind), self.ids.definition(kind), None);
            }
            for (id, list) in (self.ids.first_of_document()..).zip(&self.numbered) {
                instance(xml, id, list.definition, Some(list));
            }
        })
    }
}

/// One level of a definition: bullets and dashes take turns; numbers are followed by a full stop.
fn level(xml: &mut XmlWriter, kind: ListKind, level: u8, styles: &RoleStyles) {
    let (format, marker) = match kind {
        ListKind::Numbers => ("decimal", format!("%{}.", level + 1)),
        ListKind::Bullets => ("bullet", if level.is_multiple_of(2) { "•" } else { "–" }.to_owned()),
    };
    xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
        xml.value("w:start", "1");
        xml.value("w:numFmt", format);
        if level < LEVELS {
            let role = match kind {
                ListKind::Numbers => StyleRole::Number(level + 1),
                ListKind::Bullets => StyleRole::Bullet(level + 1),
            };
            if let Some(style) = styles.get(role).filter(|style| style.is_added) {
                xml.value("w:pStyle", &style.id);
            }
        }
        xml.value("w:lvlText", &marker);
        xml.value("w:lvlJc", "left");
        xml.element("w:pPr", &[], |xml| {
            let (left, hanging) = (((u32::from(level) + 1) * STEP).to_string(), STEP.to_string());
            xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
        });
    });
}
