//! The style sheet of a template: which of its styles fit our roles, and the same sheet with styles for the roles that
//! it lacks. Styles are recognised by the names that Word uses for its own in the file, in any language.

use std::collections::HashMap;
use std::ops::Range;

use super::NotATemplate;
use super::numbering::TemplateNumbering;
use super::scanner::{Tag, attribute, is_at, number, scan};
use crate::export::docx::list_ids::ListIds;
use crate::export::docx::role::StyleRole;
use crate::export::docx::styles::{ListLevel, NamedStyle, RoleStyles, language};
use crate::i18n::{Lang, Words};
use crate::text::slice;

/// The style sheet of a template.
#[derive(Debug)]
pub(super) struct StyleSheet {
    xml: String,
    /// Where a style can be inserted, in bytes.
    end: usize,
    known: Vec<KnownStyle>,
    /// Where the language is set, or must be inserted.
    languages: Vec<(Range<usize>, LanguageSlot)>,
}

/// A style of a template.
#[derive(Debug, Default)]
struct KnownStyle {
    /// The value of `w:type`.
    kind: String,
    id: String,
    /// In lower case.
    name: String,
    base: Option<String>,
    is_default: bool,
    list: Option<u32>,
    level: Option<u32>,
    left: Option<u32>,
}

/// What must be written to set the language at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LanguageSlot {
    /// The `w:lang` element itself.
    Language,
    /// The properties of runs, with the language in them.
    Runs,
    /// All defaults of the document, with the language in them.
    Defaults,
}

const RUNS: [&str; 4] = ["w:styles", "w:docDefaults", "w:rPrDefault", "w:rPr"];

impl StyleSheet {
    /// Reads the styles part of a template.
    pub(super) fn read(xml: String) -> Result<Self, NotATemplate> {
        let mut sheet = Self { xml: String::new(), end: 0, known: Vec::new(), languages: Vec::new() };
        let mut start = 0;
        let mut has_defaults = false;
        let mut has_language = false;
        scan(&xml, |path, tag, at| match tag {
            Tag::Start(element) => {
                if path.len() == 1 {
                    start = at.end;
                }
                has_defaults |= is_at(path, &["w:styles", "w:docDefaults"]);
                if path.last().is_some_and(|name| name == "w:lang") {
                    has_language |= path.starts_with(&RUNS.map(str::to_owned));
                    sheet.languages.push((at.clone(), LanguageSlot::Language));
                }
                sheet.visit(path, element);
            }
            Tag::End if is_at(path, &RUNS) && !has_language && !at.is_empty() => {
                let is_empty = xml.get(at.clone()).is_some_and(|tag| tag.ends_with("/>"));
                let slot = if is_empty {
                    (at, LanguageSlot::Runs)
                } else {
                    (at.start..at.start, LanguageSlot::Language)
                };
                sheet.languages.push(slot);
                has_language = true;
            }
            Tag::End if path.len() == 1 => sheet.end = at.start,
            Tag::End => {}
        })?;
        if !has_defaults {
            sheet.languages.push((start..start, LanguageSlot::Defaults));
        }
        if sheet.end < start {
            return Err(NotATemplate::Damaged("no styles".to_owned()));
        }
        sheet.languages.retain(|(at, slot)| {
            *slot != LanguageSlot::Language || at.is_empty() || is_empty_element(&xml, at)
        });
        sheet.languages.sort_by_key(|(at, _)| at.start);
        sheet.xml = xml;
        Ok(sheet)
    }

    /// The ids of the styles that mark a draft, in any language.
    pub(super) fn marks(&self) -> Vec<String> {
        let names = [Lang::Sv, Lang::En].map(|lang| StyleRole::Mark.name(lang.words()).to_lowercase());
        let marks = self.known.iter().filter(|known| names.contains(&known.name));
        marks.map(|known| known.id.clone()).collect()
    }

    fn visit(&mut self, path: &[String], element: &quick_xml::events::BytesStart) {
        let [root, style, rest @ ..] = path else { return };
        if root != "w:styles" || style != "w:style" {
            return;
        }
        let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
        if rest.is_empty() {
            self.known.push(KnownStyle {
                kind: attribute(element, "w:type").unwrap_or_default(),
                id: attribute(element, "w:styleId").unwrap_or_default(),
                is_default: attribute(element, "w:default")
                    .is_some_and(|value| value != "0" && value != "false"),
                ..KnownStyle::default()
            });
        }
        let Some(known) = self.known.last_mut() else { return };
        let value = || attribute(element, "w:val");
        match rest.as_slice() {
            ["w:name"] => known.name = value().unwrap_or_default().to_lowercase(),
            ["w:basedOn"] => known.base = value(),
            ["w:pPr", "w:numPr", "w:numId"] => known.list = number(element, "w:val"),
            ["w:pPr", "w:numPr", "w:ilvl"] => known.level = number(element, "w:val"),
            ["w:pPr", "w:ind"] => {
                known.left = number(element, "w:left").or_else(|| number(element, "w:start"));
            }
            _ => {}
        }
    }

    /// Its styles by our roles, and the sheet in this language with styles for the roles that it lacks.
    pub(super) fn joined(
        &self,
        words: &Words,
        lang: Lang,
        ids: ListIds,
        numbering: Option<&TemplateNumbering>,
    ) -> (RoleStyles, String) {
        let by_id: HashMap<&str, &KnownStyle> =
            self.known.iter().map(|known| (known.id.as_str(), known)).collect();
        let found = |role: StyleRole| {
            let name = role.name(words).to_lowercase();
            let kind = role.kind().code();
            let of_kind = |known: &&KnownStyle| known.kind == kind && !known.id.is_empty();
            let is_role = |known: &&KnownStyle| known.name == name;
            let base = matches!(role, StyleRole::Body | StyleRole::PlainTable);
            let mut all = self.known.iter().filter(of_kind);
            let known = if base { all.find(|known| known.is_default) } else { all.find(is_role) }?;
            let list = numbering.and_then(|numbering| listed(known, &by_id, numbering));
            Some(NamedStyle { id: known.id.clone(), is_added: false, list })
        };
        let (styles, missing) = RoleStyles::joined(words, ids, found, |id| by_id.contains_key(id));
        let mut xml = String::with_capacity(self.xml.len() + missing.len());
        let mut from = 0;
        for (at, slot) in &self.languages {
            xml.push_str(slice(&self.xml, from..at.start));
            xml.push_str(&slot.xml(language(lang)));
            from = at.end;
        }
        xml.push_str(slice(&self.xml, from..self.end));
        xml.push_str(&missing);
        xml.push_str(slice(&self.xml, self.end..));
        (styles, xml)
    }
}

/// Whether a tag is an empty element; one with content is left as it is.
fn is_empty_element(xml: &str, at: &Range<usize>) -> bool {
    xml.get(at.clone()).is_some_and(|tag| tag.ends_with("/>"))
}

impl LanguageSlot {
    fn xml(self, tag: &str) -> String {
        let language = format!(r#"<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/>"#);
        match self {
            Self::Language => language,
            Self::Runs => format!("<w:rPr>{language}</w:rPr>"),
            Self::Defaults => format!(
                "<w:docDefaults><w:rPrDefault><w:rPr>{language}</w:rPr></w:rPrDefault></w:docDefaults>"
            ),
        }
    }
}

/// The list that a style belongs to, by itself or by a style that it is based on.
fn listed(
    style: &KnownStyle,
    by_id: &HashMap<&str, &KnownStyle>,
    numbering: &TemplateNumbering,
) -> Option<ListLevel> {
    let mut at = Some(style);
    // No real template has longer chains; one that is based on itself ends here too.
    for _ in 0..20 {
        let known = at?;
        if let Some(list) = known.list {
            let definition = numbering.definition(list)?;
            let linked = numbering.linked(&known.id).filter(|(linked, _)| *linked == definition);
            let level = linked.map_or_else(|| known.level.unwrap_or(0), |(_, level)| level).min(8);
            let left = style.left.or_else(|| numbering.left(definition, level));
            return Some(ListLevel { definition, level: u8::try_from(level).ok()?, left });
        }
        at = known.base.as_deref().and_then(|base| by_id.get(base).copied());
    }
    None
}
