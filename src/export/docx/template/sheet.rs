//! The styles of a template: which of them stand for our roles, whatever language they were named in, and the same
//! sheet with those that it lacks. Styles are told by the names that Word gives its own in the file.

use std::collections::HashMap;
use std::ops::Range;

use super::NotATemplate;
use super::lists::Numbering;
use super::scan::{Met, attribute, is_at, number, scan};
use crate::export::docx::numbering::Ids;
use crate::export::docx::styles::{Listed, Named, Role, Styles, language};
use crate::i18n::{Lang, Words};
use crate::text::slice;

/// The style sheet of a template.
#[derive(Debug)]
pub(super) struct Sheet {
    xml: String,
    /// Where a style can be put in.
    end: usize,
    known: Vec<Known>,
    /// Where the language is said, or must be.
    languages: Vec<(Range<usize>, Place)>,
}

/// A style of a template.
#[derive(Debug, Default)]
struct Known {
    sort: String,
    id: String,
    /// In lower case.
    name: String,
    base: Option<String>,
    is_default: bool,
    list: Option<u32>,
    level: Option<u32>,
    left: Option<u32>,
}

/// What must be written to say the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The element itself.
    Language,
    /// How all runs are set.
    Runs,
    /// How everything is set.
    Defaults,
}

const RUNS: [&str; 4] = ["w:styles", "w:docDefaults", "w:rPrDefault", "w:rPr"];

impl Sheet {
    /// Reads a style sheet.
    pub(super) fn read(xml: String) -> Result<Self, NotATemplate> {
        let mut sheet = Self { xml: String::new(), end: 0, known: Vec::new(), languages: Vec::new() };
        let mut start = 0;
        let mut has_defaults = false;
        let mut has_language = false;
        scan(&xml, |path, met, at| match met {
            Met::Open(tag) => {
                if path.len() == 1 {
                    start = at.end;
                }
                has_defaults |= is_at(path, &["w:styles", "w:docDefaults"]);
                if path.last().is_some_and(|name| name == "w:lang") {
                    has_language |= path.starts_with(&RUNS.map(str::to_owned));
                    sheet.languages.push((at.clone(), Place::Language));
                }
                sheet.meet(path, tag);
            }
            Met::Close if is_at(path, &RUNS) && !has_language && !at.is_empty() => {
                let is_empty = xml.get(at.clone()).is_some_and(|tag| tag.ends_with("/>"));
                let place = if is_empty { (at, Place::Runs) } else { (at.start..at.start, Place::Language) };
                sheet.languages.push(place);
                has_language = true;
            }
            Met::Close if path.len() == 1 => sheet.end = at.start,
            Met::Close => {}
        })?;
        if !has_defaults {
            sheet.languages.push((start..start, Place::Defaults));
        }
        if sheet.end < start {
            return Err(NotATemplate::Damaged("no styles".to_owned()));
        }
        sheet
            .languages
            .retain(|(at, place)| *place != Place::Language || at.is_empty() || is_whole(&xml, at));
        sheet.languages.sort_by_key(|(at, _)| at.start);
        sheet.xml = xml;
        Ok(sheet)
    }

    /// The ids of the styles that mark a draft, in any language.
    pub(super) fn marks(&self) -> Vec<String> {
        let names = [Lang::Sv, Lang::En].map(|lang| Role::Mark.name(lang.words()).to_lowercase());
        let marks = self.known.iter().filter(|known| names.contains(&known.name));
        marks.map(|known| known.id.clone()).collect()
    }

    fn meet(&mut self, path: &[String], tag: &quick_xml::events::BytesStart) {
        let [root, style, rest @ ..] = path else { return };
        if root != "w:styles" || style != "w:style" {
            return;
        }
        let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
        if rest.is_empty() {
            self.known.push(Known {
                sort: attribute(tag, "w:type").unwrap_or_default(),
                id: attribute(tag, "w:styleId").unwrap_or_default(),
                is_default: attribute(tag, "w:default").is_some_and(|told| told != "0" && told != "false"),
                ..Known::default()
            });
        }
        let Some(known) = self.known.last_mut() else { return };
        let value = || attribute(tag, "w:val");
        match rest.as_slice() {
            ["w:name"] => known.name = value().unwrap_or_default().to_lowercase(),
            ["w:basedOn"] => known.base = value(),
            ["w:pPr", "w:numPr", "w:numId"] => known.list = number(tag, "w:val"),
            ["w:pPr", "w:numPr", "w:ilvl"] => known.level = number(tag, "w:val"),
            ["w:pPr", "w:ind"] => known.left = number(tag, "w:left").or_else(|| number(tag, "w:start")),
            _ => {}
        }
    }

    /// Its styles by our roles, and the sheet with those that it lacks, in a language.
    pub(super) fn joined(
        &self,
        words: &Words,
        lang: Lang,
        ids: Ids,
        numbering: Option<&Numbering>,
    ) -> (Styles, String) {
        let by_id: HashMap<&str, &Known> =
            self.known.iter().map(|known| (known.id.as_str(), known)).collect();
        let found = |role: Role| {
            let name = role.name(words).to_lowercase();
            let sort = role.sort().code();
            let of_sort = |known: &&Known| known.sort == sort && !known.id.is_empty();
            let is_role = |known: &&Known| known.name == name;
            let base = matches!(role, Role::Body | Role::PlainTable);
            let mut all = self.known.iter().filter(of_sort);
            let known = if base { all.find(|known| known.is_default) } else { all.find(is_role) }?;
            let list = numbering.and_then(|numbering| listed(known, &by_id, numbering));
            Some(Named { id: known.id.clone(), is_ours: false, list })
        };
        let (styles, missing) = Styles::joined(words, ids, found, |id| by_id.contains_key(id));
        let mut xml = String::with_capacity(self.xml.len() + missing.len());
        let mut from = 0;
        for (at, place) in &self.languages {
            xml.push_str(slice(&self.xml, from..at.start));
            xml.push_str(&place.told(language(lang)));
            from = at.end;
        }
        xml.push_str(slice(&self.xml, from..self.end));
        xml.push_str(&missing);
        xml.push_str(slice(&self.xml, self.end..));
        (styles, xml)
    }
}

/// Whether a tag has nothing in it; one that has is left alone.
fn is_whole(xml: &str, at: &Range<usize>) -> bool {
    xml.get(at.clone()).is_some_and(|tag| tag.ends_with("/>"))
}

impl Place {
    fn told(self, tag: &str) -> String {
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

/// The list that a style belongs to, itself or by what it is based on.
fn listed(style: &Known, by_id: &HashMap<&str, &Known>, numbering: &Numbering) -> Option<Listed> {
    let mut at = Some(style);
    // As often as styles are based on each other in any house; those based on themselves end here too.
    for _ in 0..20 {
        let known = at?;
        if let Some(list) = known.list {
            let definition = numbering.definition(list)?;
            let linked = numbering.linked(&known.id).filter(|(linked, _)| *linked == definition);
            let level = linked.map_or_else(|| known.level.unwrap_or(0), |(_, level)| level).min(8);
            let left = style.left.or_else(|| numbering.left(definition, level));
            return Some(Listed { definition, level: u8::try_from(level).ok()?, left });
        }
        at = known.base.as_deref().and_then(|base| by_id.get(base).copied());
    }
    None
}
