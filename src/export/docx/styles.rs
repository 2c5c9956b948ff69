//! The style sheet: a style for every role, and the id by which a document refers to it. Where a template has styles of
//! its own, ours are added for the roles that it lacks.

use super::list_ids::{ListIds, ListKind};
use super::namespaces::MAIN;
use super::role::{StyleKind, StyleRole, roles};
use super::xml::XmlWriter;
use crate::i18n::{Lang, Words};

/// The styles of a document, by role.
#[derive(Debug)]
pub(super) struct RoleStyles {
    by_role: Vec<(StyleRole, NamedStyle)>,
}

/// The style that a document uses for a role.
#[derive(Debug, Clone, Default)]
pub(super) struct NamedStyle {
    /// What paragraphs refer to it by.
    pub(super) id: String,
    /// Whether we define it: there is no template, or it has none for the role.
    pub(super) is_added: bool,
    /// The list that it belongs to, where it is the template's and belongs to one.
    pub(super) list: Option<ListLevel>,
}

/// The level of a template's list that a style belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListLevel {
    /// The id of the list's definition.
    pub(super) definition: u32,
    /// Counted from 0.
    pub(super) level: u8,
    /// Its left indent in twentieths of a point, where the template says so.
    pub(super) left: Option<u32>,
}

impl RoleStyles {
    /// `None` for a role that has no style, such as a heading below the last level.
    pub(super) fn get(&self, role: StyleRole) -> Option<&NamedStyle> {
        self.by_role.iter().find(|(known, _)| *known == role).map(|(_, style)| style)
    }

    /// The id of the style for a role; empty where there is none.
    pub(super) fn id(&self, role: StyleRole) -> &str {
        self.get(role).map_or("", |style| &style.id)
    }

    /// Our own styles, and the part that defines them.
    pub(super) fn own(words: &Words) -> (Self, String) {
        let (styles, missing) = Self::joined(words, ListIds::OWN, |_| None, |_| false);
        let part = XmlWriter::part("w:styles", &[("xmlns:w", MAIN)], |xml| {
            defaults(xml, words.lang);
            xml.raw(&missing);
        });
        (styles, part)
    }

    /// The styles that `known` finds for our roles, ours for the others, and the XML of the latter. `is_taken` says
    /// whether an id belongs to another style.
    pub(super) fn joined(
        words: &Words,
        numbering: ListIds,
        known: impl Fn(StyleRole) -> Option<NamedStyle>,
        is_taken: impl Fn(&str) -> bool,
    ) -> (Self, String) {
        let added =
            |role: StyleRole| NamedStyle { id: free(&role.id(), &is_taken), is_added: true, list: None };
        let by_role = roles().map(|role| (role, known(role).unwrap_or_else(|| added(role)))).collect();
        let styles = Self { by_role };
        let piece = XmlWriter::piece(|xml| {
            for (role, _) in styles.by_role.iter().filter(|(_, style)| style.is_added) {
                styles.write(xml, *role, words, numbering);
            }
        });
        (styles, piece)
    }

    fn write(&self, xml: &mut XmlWriter, role: StyleRole, words: &Words, numbering: ListIds) {
        let kind = role.kind();
        let mut attributes = vec![("w:type", kind.code())];
        if matches!(role, StyleRole::Body | StyleRole::PlainTable) {
            attributes.push(("w:default", "1"));
        }
        if role.is_custom() {
            attributes.push(("w:customStyle", "1"));
        }
        attributes.push(("w:styleId", self.id(role)));
        xml.element("w:style", &attributes, |xml| {
            xml.value("w:name", &role.name(words));
            if let Some(base) = role.base() {
                xml.value("w:basedOn", self.id(base));
            }
            if let Some(next) = role.next() {
                xml.value("w:next", self.id(next));
            }
            if kind == StyleKind::Paragraph && !matches!(role, StyleRole::Header | StyleRole::Footer) {
                xml.empty("w:qFormat", &[]);
            }
            paragraph(xml, role, numbering);
            if !role.run_properties().is_empty() {
                xml.element("w:rPr", &[], |xml| xml.raw(role.run_properties()));
            }
            xml.raw(role.table_properties());
        });
    }
}

fn paragraph(xml: &mut XmlWriter, role: StyleRole, numbering: ListIds) {
    let list = match role {
        StyleRole::Bullet(level) => Some((numbering.instance(ListKind::Bullets), level)),
        StyleRole::Number(level) => Some((numbering.instance(ListKind::Numbers), level)),
        _ => None,
    };
    let properties = role.paragraph_properties();
    if list.is_none() && properties.is_empty() {
        return;
    }
    xml.element("w:pPr", &[], |xml| {
        if let Some((instance, level)) = list {
            xml.element("w:numPr", &[], |xml| {
                xml.value("w:ilvl", &(level - 1).to_string());
                xml.value("w:numId", &instance.to_string());
            });
        }
        xml.raw(&properties);
    });
}

/// An id that no other style has: `id` itself, or with a number after it.
fn free(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default()
}

/// The defaults of the document: a typeface that every office machine has, 11 points, in the document's language.
fn defaults(xml: &mut XmlWriter, lang: Lang) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                let font = [("w:ascii", FONT), ("w:hAnsi", FONT), ("w:eastAsia", FONT), ("w:cs", FONT)];
                xml.empty("w:rFonts", &font);
                xml.raw(r#"<w:sz w:val="22"/><w:szCs w:val="22"/>"#);
                xml.empty(
                    "w:lang",
                    &[("w:val", language(lang)), ("w:eastAsia", language(lang)), ("w:bidi", "ar-SA")],
                );
            });
        });
        xml.raw(
            r#"<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault>"#,
        );
    });
}

/// What our own styles are set in.
const FONT: &str = "Calibri";

/// The font table: the typeface that is used, and what replaces it where it is missing.
pub(super) fn fonts() -> String {
    XmlWriter::part("w:fonts", &[("xmlns:w", MAIN)], |xml| {
        xml.element("w:font", &[("w:name", FONT)], |xml| {
            xml.value("w:altName", "Carlito");
            xml.raw(r#"<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>"#);
        });
    })
}

/// A language tag as of BCP 47, such as `sv-SE`.
pub(super) fn language(lang: Lang) -> &'static str {
    lang.pick("sv-SE", "en-GB")
}
