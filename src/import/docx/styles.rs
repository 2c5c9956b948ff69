//! The styles of a document: what a paragraph or some words are by their style, with what styles are based on. It
//! reads no text.

use std::collections::HashMap;

use super::color::is_green;
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::i18n::{Lang, Words};
use crate::import::package::Unfit;
use crate::import::xml::{StartTag, XmlEvent, XmlReader};

/// A style is based on no more styles than this.
const LONGEST_CHAIN: usize = 20;

/// The languages in which the program writes documents.
const LANGS: [Lang; 2] = [Lang::Sv, Lang::En];

/// What is taken from a style.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct StyleDefinition {
    /// Its name, in lower case: the same in every language of Word for the styles that Word comes with.
    pub(super) name: String,
    based_on: Option<String>,
    /// The level of a heading, from 0.
    pub(super) outline: Option<u8>,
    /// The list that its paragraphs belong to.
    pub(super) list: ListPosition,
    /// How its characters look.
    pub(super) look: CharacterFormat,
}

/// The place of a paragraph in a list, as far as a style or the paragraph says it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ListPosition {
    /// The number of the list; 0 takes a paragraph out of any.
    pub(super) number: Option<u32>,
    /// The depth, from 0.
    pub(super) depth: Option<usize>,
}

/// How characters look, as far as that means something; `None` where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CharacterFormat {
    /// Bold letters (`w:b`).
    pub(super) bold: Option<bool>,
    /// In a colour that people call green, that of the team's answers.
    pub(super) green: Option<bool>,
    /// Hidden text (`w:vanish`).
    pub(super) hidden: Option<bool>,
}

impl ListPosition {
    /// Each value of this, or where there is none that of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self { number: self.number.or(other.number), depth: self.depth.or(other.depth) }
    }
}

impl CharacterFormat {
    /// Each value of this, or where there is none that of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            green: self.green.or(other.green),
            hidden: self.hidden.or(other.hidden),
        }
    }

    /// Takes over one property, if it is one that means something.
    pub(super) fn take(&mut self, tag: &StartTag<'_>, theme: &ThemeColours) {
        match tag.name() {
            "b" => self.bold = Some(tag.is_on()),
            "vanish" => self.hidden = Some(tag.is_on()),
            "color" => {
                let themed = tag.attribute("themeColor").and_then(|name| theme.colour(&name));
                self.green = Some(themed.or_else(|| tag.val()).is_some_and(|colour| is_green(&colour)));
            }
            _ => {}
        }
    }
}

/// What `accent1` and its like mean in a document.
#[derive(Debug, Default)]
pub(super) struct ThemeColours(HashMap<String, String>);

impl ThemeColours {
    /// The theme of a document, from `word/theme/theme1.xml`.
    pub(super) fn read(text: &str) -> Result<Self, Unfit> {
        let mut colours = HashMap::new();
        let mut name = String::new();
        let mut xml = XmlReader::new(text);
        loop {
            match xml.step()? {
                XmlEvent::Open(tag) if tag.name() == "srgbClr" && !name.is_empty() => {
                    colours.extend(tag.val().map(|colour| (std::mem::take(&mut name), colour)));
                }
                XmlEvent::Open(tag) => tag.name().clone_into(&mut name),
                XmlEvent::Close(closed) if closed == "clrScheme" => break,
                XmlEvent::End => break,
                XmlEvent::Close(_) | XmlEvent::Text(_) => {}
            }
        }
        Ok(Self(colours))
    }

    fn colour(&self, name: &str) -> Option<String> {
        self.0.get(name).cloned()
    }
}

/// All styles of a document, by their identity.
#[derive(Debug, Default)]
pub(super) struct StyleDefinitions {
    styles: HashMap<String, StyleDefinition>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

impl StyleDefinitions {
    /// The styles of a document, from `word/styles.xml`.
    pub(super) fn read(text: &str, theme: &ThemeColours) -> Result<Self, Unfit> {
        let mut styles = Self::default();
        let mut xml = XmlReader::new(text);
        loop {
            match xml.step()? {
                XmlEvent::Open(tag) if tag.name() == "style" => {
                    let Some(id) = tag.attribute("styleId") else { continue };
                    let is_usual =
                        tag.attribute("default").is_some_and(|value| value == "1" || value == "true");
                    if is_usual && tag.attribute("type").as_deref() == Some("paragraph") {
                        styles.usual = Some(id.clone());
                    }
                    let style = style(&mut xml, theme)?;
                    styles.styles.insert(id, style);
                }
                XmlEvent::End => return Ok(styles),
                _ => {}
            }
        }
    }

    /// The style of this identity with all that it is based on; the usual one where a paragraph names none.
    pub(super) fn of(&self, id: Option<&str>) -> StyleDefinition {
        let Some(id) = id.or(self.usual.as_deref()) else { return StyleDefinition::default() };
        let Some(mut style) = self.styles.get(id).cloned() else {
            // A document may use the styles that Word comes with and bring none.
            return StyleDefinition { name: id.to_lowercase(), ..StyleDefinition::default() };
        };
        let mut above = style.based_on.clone();
        for _ in 0..LONGEST_CHAIN {
            let Some(base) = above.as_ref().and_then(|id| self.styles.get(id)) else { break };
            style.outline = style.outline.or(base.outline);
            style.list = style.list.or(base.list);
            style.look = style.look.or(base.look);
            if style.role(id) == ParagraphRole::Text && role(&base.name) != ParagraphRole::Text {
                style.name.clone_from(&base.name);
            }
            above.clone_from(&base.based_on);
        }
        style
    }

    /// The words that the program wrote the document with; `None` where its own styles are not there and somebody else
    /// wrote it.
    pub(super) fn own_words(&self) -> Option<&'static Words> {
        let has = |name: &str| self.styles.values().any(|style| style.name == name.to_lowercase());
        LANGS.iter().map(|lang| lang.words()).find(|it| has(it.docx.details) && has(it.publication.response))
    }

    /// The depth of a list by the name of its style, from 0: 1 for `List Bullet 2`.
    pub(super) fn depth(style: &StyleDefinition) -> Option<usize> {
        let rest = vocabulary::LIST_STYLES.iter().find_map(|stem| style.name.strip_prefix(stem))?;
        rest.trim().parse::<usize>().ok()?.checked_sub(1).filter(|depth| *depth < 9)
    }

    /// How characters look by a character style of their own.
    pub(super) fn look(&self, id: &str) -> CharacterFormat {
        if self.styles.contains_key(id) { self.of(Some(id)).look } else { CharacterFormat::default() }
    }
}

/// What paragraphs of a style are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ParagraphRole {
    /// The title of the document.
    Title,
    /// A heading of this level, from 1.
    Heading(u8),
    /// A line of a table of contents.
    Contents,
    /// An answer of the team, in a style of that name.
    Response,
    /// The line of details that the program prints under an entry.
    Details,
    /// Any other paragraph.
    Text,
}

impl StyleDefinition {
    /// What paragraphs of this style are, by its name or its identity.
    pub(super) fn role(&self, id: &str) -> ParagraphRole {
        match role(&self.name) {
            ParagraphRole::Text => role(&id.to_lowercase()),
            role => role,
        }
    }
}

fn role(name: &str) -> ParagraphRole {
    if vocabulary::TITLE_STYLES.contains(&name) {
        return ParagraphRole::Title;
    }
    let numbered = |stems: &[&str]| {
        let rest = stems.iter().find_map(|stem| name.strip_prefix(stem))?;
        rest.trim_start_matches([' ', '_', '-']).parse::<u8>().ok().filter(|level| (1..=9).contains(level))
    };
    if let Some(level) = numbered(vocabulary::HEADING_STYLES) {
        return ParagraphRole::Heading(level);
    }
    if numbered(vocabulary::CONTENTS_STYLES).is_some() {
        return ParagraphRole::Contents;
    }
    if LANGS.iter().any(|lang| lang.words().docx.details.to_lowercase() == name) {
        return ParagraphRole::Details;
    }
    if vocabulary::RESPONSE_STYLES.contains(&name) { ParagraphRole::Response } else { ParagraphRole::Text }
}

fn style(xml: &mut XmlReader<'_>, theme: &ThemeColours) -> Result<StyleDefinition, Unfit> {
    let mut style = StyleDefinition::default();
    xml.each(|tag| match tag.name() {
        "name" => style.name = tag.val().unwrap_or_default().trim().to_lowercase(),
        "basedOn" => style.based_on = tag.val(),
        "outlineLvl" => style.outline = tag.number("val").filter(|level| *level < 9),
        "numId" => style.list.number = tag.number("val"),
        "ilvl" => style.list.depth = tag.number("val"),
        _ => style.look.take(tag, theme),
    })?;
    Ok(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_known_by_its_name_or_its_identity() {
        for (name, expected) in [
            ("heading 1", ParagraphRole::Heading(1)),
            ("rubrik2", ParagraphRole::Heading(2)),
            ("rubrik", ParagraphRole::Title),
            ("title", ParagraphRole::Title),
            ("toc 2", ParagraphRole::Contents),
            ("innehåll 1", ParagraphRole::Contents),
            ("återkoppling", ParagraphRole::Response),
            ("rubrik nej", ParagraphRole::Text),
            ("normal", ParagraphRole::Text),
        ] {
            assert_eq!(role(name), expected, "{name}");
        }
    }

    #[test]
    fn styles_take_after_those_they_are_based_on() {
        let text = r#"<w:styles xmlns:w="w">
            <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/>
                <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Kommunens rubrik"/><w:basedOn w:val="Rubrik1"/>
                <w:rPr><w:b w:val="0"/><w:color w:val="auto" w:themeColor="accent6"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Rund"><w:name w:val="Rund"/><w:basedOn w:val="Rund"/></w:style>
        </w:styles>"#;
        let theme = ThemeColours::read(
            r#"<a:theme xmlns:a="a"><a:clrScheme><a:accent6><a:srgbClr val="70AD47"/></a:accent6></a:clrScheme></a:theme>"#,
        );
        let styles = StyleDefinitions::read(text, &theme.unwrap()).unwrap();
        let style = styles.of(Some("Egen"));
        assert_eq!((style.role("Egen"), style.outline), (ParagraphRole::Heading(1), Some(0)));
        assert_eq!(style.look, CharacterFormat { bold: Some(false), green: Some(true), hidden: None });
        assert_eq!(styles.of(Some("Rund")).role("Rund"), ParagraphRole::Text);
        assert_eq!(styles.of(Some("Rubrik2")).role("Rubrik2"), ParagraphRole::Heading(2));
    }
}
