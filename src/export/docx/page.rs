//! The page: its size and margins, the title and the mark of a draft in its header, its number in its footer, and the
//! settings of the document.

use super::namespaces::{MAIN, RELATIONS};
use super::role::StyleRole;
use super::styles::{RoleStyles, language};
use super::xml::XmlWriter;
use crate::i18n::{Lang, Words};
use crate::report::Document;

/// A4 with margins of 25 mm, in twentieths of a point.
pub(super) const SIZE: &str = r#"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>"#;
/// The width of the text between those margins, in twentieths of a point.
pub(super) const WIDTH: u32 = 11_906 - 2 * 1_418;

/// The namespaces that the main part, headers and footers declare.
pub(super) const NAMES: [(&str, &str); 2] = [("xmlns:w", MAIN), ("xmlns:r", RELATIONS)];

/// A header: the mark of a draft, and the title where it is not on the page already.
pub(super) fn header(document: &Document, styles: &RoleStyles, with_title: bool) -> String {
    XmlWriter::part("w:hdr", &NAMES, |xml| {
        if let Some(mark) = &document.mark {
            xml.raw(&self::mark(mark, styles));
        }
        if with_title || document.mark.is_none() {
            paragraph(xml, styles.id(StyleRole::Header), |xml| {
                // A field of Word's: where this file becomes a template, it shows the title of the new document.
                if with_title {
                    field(xml, "TITLE", &document.title);
                }
            });
        }
    })
}

/// The mark of a draft as a paragraph.
pub(super) fn mark(mark: &str, styles: &RoleStyles) -> String {
    XmlWriter::piece(|xml| paragraph(xml, styles.id(StyleRole::Mark), |xml| run(xml, mark)))
}

/// A footer: the number of the page, and of how many.
pub(super) fn footer(styles: &RoleStyles, words: &Words) -> String {
    XmlWriter::part("w:ftr", &NAMES, |xml| {
        paragraph(xml, styles.id(StyleRole::Footer), |xml| {
            run(xml, &format!("{} ", words.docx.page));
            field(xml, "PAGE", "1");
            run(xml, &format!(" {} ", words.docx.of));
            field(xml, "NUMPAGES", "1");
        });
    })
}

fn paragraph(xml: &mut XmlWriter, style: &str, content: impl FnOnce(&mut XmlWriter)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", style));
        content(xml);
    });
}

fn run(xml: &mut XmlWriter, text: &str) {
    xml.element("w:r", &[], |xml| xml.text_element("w:t", &[("xml:space", "preserve")], text));
}

/// A field that Word fills in, and its text until then.
fn field(xml: &mut XmlWriter, instruction: &str, text: &str) {
    xml.element("w:fldSimple", &[("w:instr", instruction)], |xml| run(xml, text));
}

/// The settings part: long words are hyphenated, and no compatibility mode of an older Word is asked for.
pub(super) fn settings(lang: Lang, template: &TemplateSettings) -> String {
    XmlWriter::part("w:settings", &[("xmlns:w", MAIN)], |xml| {
        if template.embedded_fonts {
            xml.empty("w:embedTrueTypeFonts", &[]);
        }
        if template.mirrored {
            xml.empty("w:mirrorMargins", &[]);
        }
        xml.raw(r#"<w:defaultTabStop w:val="1304"/><w:autoHyphenation/><w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/>"#);
        if template.even_and_odd {
            xml.empty("w:evenAndOddHeaders", &[]);
        }
        xml.raw(r#"<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#);
        xml.value("w:themeFontLang", language(lang));
        xml.raw(&template.colours);
        xml.raw(r#"<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>"#);
    })
}

/// The settings that are taken from a template.
#[derive(Debug, Clone, Default)]
pub(super) struct TemplateSettings {
    /// Whether its typefaces are embedded in the file.
    pub(super) embedded_fonts: bool,
    /// Whether left and right pages have different headers and footers.
    pub(super) even_and_odd: bool,
    /// Whether the margins of left pages mirror those of right pages.
    pub(super) mirrored: bool,
    /// Which colour of its theme is used for what, as XML; may be empty.
    pub(super) colours: String,
}
