//! The page around the text: its size and margins, the title and the mark of a draft at its head, its number at its
//! foot, and how the whole is to be set.

use super::package::RELATIONS;
use super::styles::{MAIN, Role, Styles, language};
use super::xml::Xml;
use crate::i18n::{Lang, Words};
use crate::report::Document;

/// A4 with margins of 25 mm, in twentieths of a point.
pub(super) const SIZE: &str = r#"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>"#;
/// How wide the text is between those margins.
pub(super) const WIDTH: u32 = 11_906 - 2 * 1_418;

/// The names of a document that a part uses.
pub(super) const NAMES: [(&str, &str); 2] = [("xmlns:w", MAIN), ("xmlns:r", RELATIONS)];

/// The head of a page: the mark of a draft, and the title on every page but the first, where it stands already.
pub(super) fn header(document: &Document, styles: &Styles, with_title: bool) -> String {
    Xml::part("w:hdr", &NAMES, |xml| {
        if let Some(mark) = &document.mark {
            xml.raw(&self::mark(mark, styles));
        }
        if with_title || document.mark.is_none() {
            paragraph(xml, styles.id(Role::Header), |xml| {
                // Word's own field: where this file becomes a template, the next title stands in its place.
                if with_title {
                    field(xml, "TITLE", &document.title);
                }
            });
        }
    })
}

/// The mark of a draft as a paragraph.
pub(super) fn mark(mark: &str, styles: &Styles) -> String {
    Xml::piece(|xml| paragraph(xml, styles.id(Role::Mark), |xml| run(xml, mark)))
}

/// The foot of a page: which one it is, of how many.
pub(super) fn footer(styles: &Styles, words: &Words) -> String {
    Xml::part("w:ftr", &NAMES, |xml| {
        paragraph(xml, styles.id(Role::Footer), |xml| {
            run(xml, &format!("{} ", words.docx.page));
            field(xml, "PAGE", "1");
            run(xml, &format!(" {} ", words.docx.of));
            field(xml, "NUMPAGES", "1");
        });
    })
}

fn paragraph(xml: &mut Xml, style: &str, content: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", style));
        content(xml);
    });
}

fn run(xml: &mut Xml, text: &str) {
    xml.element("w:r", &[], |xml| xml.text_element("w:t", &[("xml:space", "preserve")], text));
}

/// What Word fills in itself, and what stands there until then.
fn field(xml: &mut Xml, instruction: &str, text: &str) {
    xml.element("w:fldSimple", &[("w:instr", instruction)], |xml| run(xml, text));
}

/// How the whole is set: long words are divided, and nothing asks for an older Word.
pub(super) fn settings(lang: Lang, own: &Own) -> String {
    Xml::part("w:settings", &[("xmlns:w", MAIN)], |xml| {
        if own.embedded_fonts {
            xml.empty("w:embedTrueTypeFonts", &[]);
        }
        if own.mirrored {
            xml.empty("w:mirrorMargins", &[]);
        }
        xml.raw(r#"<w:defaultTabStop w:val="1304"/><w:autoHyphenation/><w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/>"#);
        if own.even_and_odd {
            xml.empty("w:evenAndOddHeaders", &[]);
        }
        xml.raw(r#"<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#);
        xml.value("w:themeFontLang", language(lang));
        xml.raw(&own.colours);
        xml.raw(r#"<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>"#);
    })
}

/// What a house sets itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Own {
    /// Its typefaces come with the file.
    pub(super) embedded_fonts: bool,
    /// Left and right pages have heads and feet of their own.
    pub(super) even_and_odd: bool,
    /// The margins of left pages are those of right ones in a mirror.
    pub(super) mirrored: bool,
    /// Which colour of its theme is used for what.
    pub(super) colours: String,
}
