//! The lists of a template: how its styles are numbered, and the same part with our lists beside its own.

use std::collections::HashMap;

use super::NotATemplate;
use super::scanner::{Tag, attribute, number, scan};
use crate::export::docx::list_ids::ListIds;
use crate::export::docx::numbering::Lists;
use crate::export::docx::styles::RoleStyles;
use crate::text::slice;

/// The largest id that is accepted: far above any that a program uses.
const LARGEST: u32 = 1_000_000_000;

/// The lists of a template.
#[derive(Debug)]
pub(in crate::export::docx) struct TemplateNumbering {
    /// The name of the part.
    pub(in crate::export::docx) name: String,
    xml: String,
    /// Where definitions, and where instances can be inserted, in bytes.
    places: (usize, usize),
    /// The first ids that are free.
    ids: ListIds,
    /// From instances to definitions.
    definitions: HashMap<u32, u32>,
    /// From the ids of styles to definitions and levels.
    linked: HashMap<String, (u32, u32)>,
    /// Left indents, by definition and level.
    lefts: HashMap<(u32, u32), u32>,
}

impl TemplateNumbering {
    /// Reads the numbering part with this name.
    pub(super) fn read(name: String, xml: String) -> Result<Self, NotATemplate> {
        let mut numbering = Self {
            name,
            xml: String::new(),
            places: (0, 0),
            ids: ListIds::OWN,
            definitions: HashMap::new(),
            linked: HashMap::new(),
            lefts: HashMap::new(),
        };
        let (mut definition, mut instance, mut level) = (0, 0, 0);
        let (mut first, mut end, mut close) = (None, None, None);
        scan(&xml, |path, tag, at| {
            let names: Vec<&str> = path.iter().map(String::as_str).collect();
            let element = match tag {
                Tag::Start(element) => element,
                Tag::End => {
                    if names.len() == 1 {
                        close = Some(at.start);
                    }
                    return;
                }
            };
            match names.as_slice() {
                [_, "w:abstractNum"] => {
                    definition = number(element, "w:abstractNumId").unwrap_or(0);
                    numbering.ids.definition = numbering.ids.definition.max(definition.saturating_add(1));
                }
                [_, "w:abstractNum", "w:lvl"] => level = number(element, "w:ilvl").unwrap_or(0),
                [_, "w:abstractNum", "w:lvl", "w:pStyle"] => {
                    let style = attribute(element, "w:val").unwrap_or_default();
                    numbering.linked.insert(style, (definition, level));
                }
                [_, "w:abstractNum", "w:lvl", "w:pPr", "w:ind"] => {
                    if let Some(left) = number(element, "w:left").or_else(|| number(element, "w:start")) {
                        numbering.lefts.insert((definition, level), left);
                    }
                }
                [_, "w:num"] => {
                    first.get_or_insert(at.start);
                    instance = number(element, "w:numId").unwrap_or(0);
                    numbering.ids.instance = numbering.ids.instance.max(instance.saturating_add(1));
                }
                [_, "w:num", "w:abstractNumId"] => {
                    if let Some(definition) = number(element, "w:val") {
                        numbering.definitions.insert(instance, definition);
                    }
                }
                [_, "w:numIdMacAtCleanup"] => end = Some(at.start),
                _ => {}
            }
        })?;
        let end = end.or(close).unwrap_or(0);
        numbering.places = (first.unwrap_or(end).min(end), end);
        let is_empty = xml.get(end..).is_some_and(|rest| !rest.starts_with("</") && !rest.starts_with("<w:"));
        if is_empty || numbering.ids.definition > LARGEST || numbering.ids.instance > LARGEST {
            return Err(NotATemplate::Damaged("no lists".to_owned()));
        }
        numbering.xml = xml;
        Ok(numbering)
    }

    /// Where the ids of our own lists begin.
    pub(in crate::export::docx) fn ids(&self) -> ListIds {
        self.ids
    }

    /// The definition of an instance; instance 0 means "no list" and has none.
    pub(super) fn definition(&self, list: u32) -> Option<u32> {
        self.definitions.get(&list).copied()
    }

    /// The definition and level that a style is linked to.
    pub(super) fn linked(&self, style: &str) -> Option<(u32, u32)> {
        self.linked.get(style).copied()
    }

    /// The left indent of a level, in twentieths of a point.
    pub(super) fn left(&self, definition: u32, level: u32) -> Option<u32> {
        self.lefts.get(&(definition, level)).copied()
    }

    /// The part with our lists added.
    pub(in crate::export::docx) fn joined(&self, lists: &Lists, styles: &RoleStyles) -> String {
        let (definitions, instances) = self.places;
        let piece = |range: std::ops::Range<usize>| slice(&self.xml, range);
        [
            piece(0..definitions),
            &lists.definitions(styles),
            piece(definitions..instances),
            &lists.instances(),
            piece(instances..self.xml.len()),
        ]
        .concat()
    }
}
