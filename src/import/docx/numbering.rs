//! The lists of a document: the marker before each of their paragraphs, counted as Word counts. It reads no text.

use std::collections::{HashMap, HashSet};

use crate::import::package::Unfit;
use crate::import::xml::{StartTag, XmlEvent, XmlReader};

/// Lists have no more levels than this.
const LEVELS: usize = 9;

/// The longest marker, in characters: every item has a copy of its own.
const LONGEST: usize = 64;

/// How the paragraphs of a level are marked.
#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    text: Option<String>,
    style: Option<String>,
    /// The numbers of other levels are written in figures.
    is_legal: bool,
}

/// The levels of a list, and the style that it belongs to (`w:abstractNum`).
#[derive(Debug, Default)]
struct ListDefinition {
    levels: [Level; LEVELS],
    /// The style whose definition is used in place of this one.
    by_style: Option<String>,
    /// The style that this is the definition of.
    of_style: Option<String>,
}

/// A list that paragraphs belong to (`w:num`): a definition, and what it changes in it.
#[derive(Debug, Default)]
struct ListInstance {
    definition: u32,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// What is printed before a paragraph of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ListMarker {
    /// A bullet character, in the private use area for symbol fonts.
    Bullet(String),
    /// A number as it is written: `2.`, `a)`, `1.1`.
    Number(String),
    /// Nothing, though it belongs to a list.
    Nothing,
}

/// All lists of a document, and how far they have been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<u32, ListDefinition>,
    lists: HashMap<u32, ListInstance>,
    counted: HashMap<u32, [Option<u32>; LEVELS]>,
    started: HashSet<(u32, usize)>,
}

impl Numbering {
    /// The lists of a document, from `word/numbering.xml`.
    pub(super) fn read(text: &str) -> Result<Self, Unfit> {
        let mut numbering = Self::default();
        let mut xml = XmlReader::new(text);
        loop {
            match xml.step()? {
                XmlEvent::Open(tag) if tag.name() == "abstractNum" => {
                    let id = tag.number("abstractNumId");
                    let definition = definition(&mut xml)?;
                    numbering.definitions.extend(id.map(|id| (id, definition)));
                }
                XmlEvent::Open(tag) if tag.name() == "num" => {
                    let id = tag.number("numId");
                    let list = list(&mut xml)?;
                    numbering.lists.extend(id.map(|id| (id, list)));
                }
                XmlEvent::End => return Ok(numbering),
                _ => {}
            }
        }
    }

    /// The depth at which a list has the paragraphs of a style; `None` where the style is in none of its levels.
    pub(super) fn depth_of(&self, list: u32, style: &str) -> Option<usize> {
        let definition = self.definition(list)?.1;
        definition.levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// The marker of the next paragraph of a list at a depth, which counts it.
    pub(super) fn next(&mut self, list: u32, depth: usize) -> ListMarker {
        let depth = depth.min(LEVELS - 1);
        let Some((id, _)) = self.definition(list) else { return ListMarker::Bullet(String::new()) };
        let level = self.level(list, depth);
        let start = level.start.unwrap_or(1);
        let restart = self.lists.get(&list).and_then(|list| list.starts.get(&depth)).copied();
        let is_new = self.started.insert((list, depth));
        let counted = self.counted.entry(id).or_default();
        let number = match (restart.filter(|_| is_new), counted[depth]) {
            (Some(restart), _) => restart,
            (None, Some(before)) => before.saturating_add(1),
            (None, None) => start,
        };
        counted[depth] = Some(number);
        counted[depth + 1..].fill(None);
        let counted = *counted;
        self.marker(list, depth, &level, &counted)
    }

    fn marker(&self, list: u32, depth: usize, level: &Level, counted: &[Option<u32>; LEVELS]) -> ListMarker {
        let text = level.text.as_deref();
        match level.format.as_str() {
            "bullet" => return ListMarker::Bullet(text.unwrap_or_default().trim().to_owned()),
            "none" if text.is_none_or(|text| text.trim().is_empty()) => return ListMarker::Nothing,
            _ => {}
        }
        let mut marker = String::new();
        let mut chars = text.unwrap_or("%1.").chars();
        while let Some(c) = chars.next() {
            let mut ahead = chars.clone();
            let at = ahead.next().filter(|_| c == '%').and_then(|digit| digit.to_digit(10));
            let Some(at) = at.and_then(|at| (at as usize).checked_sub(1)).filter(|at| *at < LEVELS) else {
                marker.push(c);
                continue;
            };
            chars = ahead;
            let other = self.level(list, at);
            let number = counted[at].or(other.start).unwrap_or(1);
            let is_legal = level.is_legal && at < depth;
            marker.push_str(&written(number, if is_legal { "decimal" } else { &other.format }));
        }
        let marker = marker.trim();
        if marker.is_empty() { ListMarker::Nothing } else { ListMarker::Number(marker.to_owned()) }
    }

    fn level(&self, list: u32, depth: usize) -> Level {
        let own = self.lists.get(&list).and_then(|list| list.levels.get(&depth));
        let general = || self.definition(list).and_then(|(_, definition)| definition.levels.get(depth));
        own.or_else(general).cloned().unwrap_or_default()
    }

    /// The definition of a list, its own or that of a style.
    fn definition(&self, list: u32) -> Option<(u32, &ListDefinition)> {
        let id = self.lists.get(&list)?.definition;
        let definition = self.definitions.get(&id)?;
        let Some(style) = &definition.by_style else { return Some((id, definition)) };
        let by_style =
            self.definitions.iter().find(|(_, definition)| definition.of_style.as_ref() == Some(style));
        Some(by_style.map_or((id, definition), |(id, definition)| (*id, definition)))
    }
}

fn definition(xml: &mut XmlReader<'_>) -> Result<ListDefinition, Unfit> {
    let mut definition = ListDefinition::default();
    let mut at = None;
    xml.each(|tag| match tag.name() {
        "lvl" => at = tag.number::<usize>("ilvl").filter(|at| *at < LEVELS),
        "numStyleLink" => definition.by_style = tag.val(),
        "styleLink" => definition.of_style = tag.val(),
        _ => {
            if let Some(level) = at.and_then(|at| definition.levels.get_mut(at)) {
                level.take(tag);
            }
        }
    })?;
    Ok(definition)
}

fn list(xml: &mut XmlReader<'_>) -> Result<ListInstance, Unfit> {
    let mut list = ListInstance::default();
    let mut at = 0;
    xml.each(|tag| match tag.name() {
        "abstractNumId" => list.definition = tag.number("val").unwrap_or_default(),
        "lvlOverride" => at = tag.number("ilvl").unwrap_or_default(),
        "startOverride" => list.starts.extend(tag.number("val").map(|start| (at, start))),
        "lvl" => {
            list.levels.insert(at, Level::default());
        }
        _ => {
            if let Some(level) = list.levels.get_mut(&at) {
                level.take(tag);
            }
        }
    })?;
    Ok(list)
}

impl Level {
    fn take(&mut self, tag: &StartTag<'_>) {
        match tag.name() {
            "start" => self.start = tag.number("val"),
            "numFmt" => self.format = tag.val().unwrap_or_default(),
            "lvlText" => self.text = tag.val().map(|text| text.chars().take(LONGEST).collect()),
            "pStyle" => self.style = tag.val(),
            "isLgl" => self.is_legal = tag.is_on(),
            _ => {}
        }
    }
}

/// A number in the way a list writes it.
fn written(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        "none" | "bullet" => String::new(),
        _ => number.to_string(),
    }
}

/// Word goes on after z with aa, bb.
fn letters(number: u32) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from_u32(u32::from('a') + at % 26).unwrap_or('a');
    std::iter::repeat_n(letter, usize::try_from(at / 26).unwrap_or(0).min(20) + 1).collect()
}

fn roman(number: u32) -> String {
    const NUMERALS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut left = number;
    let mut text = String::new();
    for (value, numeral) in NUMERALS {
        while left >= value {
            text.push_str(numeral);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn numbering() -> Numbering {
        let levels = [("decimal", "%1."), ("lowerLetter", "%2)"), ("decimal", "%1.%2.%3")];
        let mut all = String::new();
        for (at, (format, text)) in levels.iter().enumerate() {
            let _ = write!(all, r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>"#);
            let _ = write!(all, r#"<w:lvlText w:val="{text}"/></w:lvl>"#);
        }
        let text = format!(
            r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="3">{all}</w:abstractNum>
            <w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
            </w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>
            </w:lvlOverride></w:num>
            <w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num></w:numbering>"#
        );
        Numbering::read(&text).unwrap()
    }

    #[test]
    fn numbers_are_counted_over_levels_and_lists() {
        let mut numbering = numbering();
        let markers: Vec<_> =
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2), (2, 0), (2, 0), (1, 0), (5, 0), (9, 0)]
                .into_iter()
                .map(|(list, depth)| match numbering.next(list, depth) {
                    ListMarker::Number(text) | ListMarker::Bullet(text) => text,
                    ListMarker::Nothing => "?".to_owned(),
                })
                .collect();
        assert_eq!(markers, ["1.", "a)", "b)", "2.", "a)", "2.a.1", "7.", "8.", "9.", "\u{f0b7}", ""]);
    }

    #[test]
    fn numbers_are_written_in_letters_and_in_roman() {
        assert_eq!([1, 26, 27, 28].map(letters), ["a", "z", "aa", "bb"]);
        assert_eq!([4, 9, 14, 1990].map(roman), ["iv", "ix", "xiv", "mcmxc"]);
    }
}
