//! The style sheet: what each role of a paragraph, a run or a table is called and how it looks, and the ids under which
//! a document uses them. The names of Word's own styles are English in the file whatever language it shows them in.

use super::numbering::{BULLETS, Ids, NUMBERS};
use super::xml::Xml;
use crate::i18n::{Lang, Words};

/// Where the elements of a text document are named.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// How far each level of a list is set in, in twentieths of a point: 7.5 mm.
pub(super) const STEP: u32 = 425;

/// What a style is for. Levels count from 1 to [`LEVELS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Running text: the style of paragraphs that name none.
    Body,
    /// The title.
    Title,
    /// What sort of document it is, above the title.
    Genre,
    /// A heading.
    Heading(u8),
    /// An item of a list with bullets.
    Bullet(u8),
    /// An item of a list with numbers.
    Number(u8),
    /// A further paragraph of an item.
    Continue(u8),
    /// An answer of the team.
    Response,
    /// Facts about what stands above.
    Details,
    /// What someone said.
    Quote,
    /// One who signs.
    Signature,
    /// The head of a page.
    Header,
    /// The foot of a page.
    Footer,
    /// The mark of a draft.
    Mark,
    /// Words in a table.
    TableText,
    /// Headers in a table.
    TableHeading,
    /// Words that stand out.
    Strong,
    /// Tables that name no style.
    PlainTable,
    /// The table of facts.
    Facts,
    /// Any other table.
    Grid,
}

/// How many levels headings and the styles of lists have in Word.
pub(super) const LEVELS: u8 = 5;

/// The roles in the order in which they stand in the file: each after the one it is based on.
fn roles() -> impl Iterator<Item = Role> {
    let levels = |role: fn(u8) -> Role| (1..=LEVELS).map(role);
    [Role::Body, Role::Strong, Role::PlainTable, Role::Genre, Role::Title]
        .into_iter()
        .chain(levels(Role::Heading))
        .chain(levels(Role::Bullet))
        .chain(levels(Role::Number))
        .chain(levels(Role::Continue))
        .chain([Role::Response, Role::Details, Role::Quote, Role::Signature, Role::Header, Role::Footer])
        .chain([Role::Mark, Role::TableText, Role::TableHeading, Role::Facts, Role::Grid])
}

/// What sort of style it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// For paragraphs.
    Paragraph,
    /// For runs of words.
    Character,
    /// For tables.
    Table,
}

impl Sort {
    /// Its name in the file.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Character => "character",
            Self::Table => "table",
        }
    }
}

impl Role {
    /// What sort of style it needs.
    pub(super) fn sort(self) -> Sort {
        match self {
            Self::Strong => Sort::Character,
            Self::PlainTable | Self::Facts | Self::Grid => Sort::Table,
            _ => Sort::Paragraph,
        }
    }

    /// Its name in the file: Word's own where there is one.
    pub(super) fn name(self, words: &Words) -> String {
        let leveled = |name: &str, level: u8| match level {
            1 => name.to_owned(),
            level => format!("{name} {level}"),
        };
        let name = match self {
            Self::Heading(level) => return format!("heading {level}"),
            Self::Bullet(level) => return leveled("List Bullet", level),
            Self::Number(level) => return leveled("List Number", level),
            Self::Continue(level) => return leveled("List Continue", level),
            Self::Body => "Normal",
            Self::Title => "Title",
            Self::Genre => "Subtitle",
            Self::Response => words.paper.response,
            Self::Details => words.docx.details,
            Self::Quote => "Quote",
            Self::Signature => "Signature",
            Self::Header => "header",
            Self::Footer => "footer",
            Self::Mark => words.docx.mark,
            Self::TableText => words.docx.table_text,
            Self::TableHeading => words.docx.table_heading,
            Self::Strong => "Strong",
            Self::PlainTable => "Normal Table",
            Self::Facts => words.docx.facts,
            Self::Grid => "Table Grid",
        };
        name.to_owned()
    }

    /// The id it has where nobody else has taken it.
    fn id(self) -> String {
        let leveled = |name: &str, level: u8| match level {
            1 => name.to_owned(),
            level => format!("{name}{level}"),
        };
        let id = match self {
            Self::Heading(level) => return format!("Heading{level}"),
            Self::Bullet(level) => return leveled("ListBullet", level),
            Self::Number(level) => return leveled("ListNumber", level),
            Self::Continue(level) => return leveled("ListContinue", level),
            Self::Body => "Normal",
            Self::Title => "Title",
            Self::Genre => "Subtitle",
            Self::Response => "Response",
            Self::Details => "Details",
            Self::Quote => "Quote",
            Self::Signature => "Signature",
            Self::Header => "Header",
            Self::Footer => "Footer",
            Self::Mark => "DraftMark",
            Self::TableText => "TableText",
            Self::TableHeading => "TableHeading",
            Self::Strong => "Strong",
            Self::PlainTable => "TableNormal",
            Self::Facts => "FactsTable",
            Self::Grid => "TableGrid",
        };
        id.to_owned()
    }

    /// What it is based on: what it does not say itself it takes from there.
    fn base(self) -> Option<Self> {
        match self {
            Self::Body | Self::PlainTable | Self::Strong => None,
            Self::TableHeading => Some(Self::TableText),
            Self::Mark => Some(Self::Header),
            Self::Facts | Self::Grid => Some(Self::PlainTable),
            _ => Some(Self::Body),
        }
    }

    /// What follows when one writes on after it.
    fn next(self) -> Option<Self> {
        match self {
            Self::Genre => Some(Self::Title),
            Self::Title | Self::Heading(_) | Self::Response | Self::Details => Some(Self::Body),
            _ => None,
        }
    }

    /// Whether it is Word's own, or one that we made.
    fn is_own(self) -> bool {
        matches!(
            self,
            Self::Response | Self::Details | Self::Mark | Self::TableText | Self::TableHeading | Self::Facts
        )
    }

    /// How its paragraphs are set, in the order that the format demands.
    fn paragraph(self) -> String {
        let list = |level: u8, marked: bool| {
            let left = u32::from(level) * STEP;
            let hanging = if marked { format!(r#" w:hanging="{STEP}""#) } else { String::new() };
            format!(r#"<w:spacing w:after="80"/><w:ind w:left="{left}"{hanging}/>"#)
        };
        let set = match self {
            Self::Heading(level) => return heading(level),
            Self::Bullet(level) | Self::Number(level) => return list(level, true),
            Self::Continue(level) => return list(level, false),
            Self::Title => {
                r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:after="240" w:line="240" w:lineRule="auto"/>"#
            }
            Self::Genre => r#"<w:keepNext/><w:keepLines/><w:spacing w:after="40"/>"#,
            Self::Response => {
                r#"<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="1B6E3C"/></w:pBdr><w:spacing w:after="120"/><w:ind w:left="227"/>"#
            }
            Self::Details => r#"<w:keepLines/><w:spacing w:after="80"/>"#,
            Self::Quote => {
                r#"<w:keepLines/><w:spacing w:before="120" w:after="160"/><w:ind w:left="425" w:right="425"/>"#
            }
            Self::Signature => r#"<w:keepLines/><w:spacing w:after="160"/>"#,
            Self::Header => {
                r#"<w:suppressAutoHyphens/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>"#
            }
            Self::Footer => {
                r#"<w:suppressAutoHyphens/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="right"/>"#
            }
            Self::TableText => r#"<w:spacing w:before="40" w:after="40" w:line="250" w:lineRule="auto"/>"#,
            Self::TableHeading => "<w:suppressAutoHyphens/>",
            Self::Body | Self::Mark | Self::Strong | Self::PlainTable | Self::Facts | Self::Grid => "",
        };
        set.to_owned()
    }

    /// How its words are set. Black is left to the reader's own colours; the others have at least 4.5:1 on white.
    fn run(self) -> &'static str {
        match self {
            Self::Title => r#"<w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/>"#,
            Self::Genre => {
                r#"<w:caps/><w:color w:val="4D4D4D"/><w:spacing w:val="20"/><w:sz w:val="20"/><w:szCs w:val="20"/>"#
            }
            Self::Heading(1) => r#"<w:b/><w:bCs/><w:sz w:val="30"/><w:szCs w:val="30"/>"#,
            Self::Heading(2) => r#"<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>"#,
            Self::Heading(3) => r#"<w:b/><w:bCs/><w:sz w:val="23"/><w:szCs w:val="23"/>"#,
            Self::Heading(_) | Self::Strong | Self::TableHeading => "<w:b/><w:bCs/>",
            Self::Response => r#"<w:color w:val="1B6E3C"/>"#,
            Self::Details => r#"<w:color w:val="4D4D4D"/><w:sz w:val="20"/><w:szCs w:val="20"/>"#,
            Self::Quote => "<w:i/><w:iCs/>",
            Self::Header | Self::Footer => {
                r#"<w:color w:val="4D4D4D"/><w:sz w:val="18"/><w:szCs w:val="18"/>"#
            }
            Self::Mark => {
                r#"<w:b/><w:bCs/><w:color w:val="8A1F11"/><w:spacing w:val="40"/><w:sz w:val="22"/><w:szCs w:val="22"/>"#
            }
            Self::TableText => r#"<w:sz w:val="21"/><w:szCs w:val="21"/>"#,
            _ => "",
        }
    }

    /// How its tables are set.
    fn table(self) -> &'static str {
        match self {
            Self::PlainTable => {
                r#"<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>"#
            }
            Self::Facts => {
                r#"<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="767676"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="767676"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr>"#
            }
            Self::Grid => {
                r#"<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="767676"/><w:left w:val="single" w:sz="4" w:space="0" w:color="767676"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="767676"/><w:right w:val="single" w:sz="4" w:space="0" w:color="767676"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="767676"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="767676"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/></w:tcPr></w:tblStylePr>"#
            }
            _ => "",
        }
    }
}

fn heading(level: u8) -> String {
    let (before, after) = match level {
        1 => (400, 100),
        2 => (320, 80),
        _ => (240, 60),
    };
    let outline = level - 1;
    format!(
        r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="{outline}"/>"#
    )
}

/// The styles of a document by their roles.
#[derive(Debug)]
pub(super) struct Styles {
    named: Vec<(Role, Named)>,
}

/// A style under which a role stands in a document.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    /// Its id.
    pub(super) id: String,
    /// Whether it is ours, or was there before.
    pub(super) is_ours: bool,
    /// The list it belongs to, where it was there before and belongs to one.
    pub(super) list: Option<Listed>,
}

/// The place of a style in a list that is not ours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed {
    /// The list's definition.
    pub(super) definition: u32,
    /// The level, from 0.
    pub(super) level: u8,
    /// How far it is set in, where the list says so.
    pub(super) left: Option<u32>,
}

impl Styles {
    /// The style of a role.
    pub(super) fn named(&self, role: Role) -> Option<&Named> {
        self.named.iter().find(|(known, _)| *known == role).map(|(_, named)| named)
    }

    /// The id of a role.
    pub(super) fn id(&self, role: Role) -> &str {
        self.named(role).map_or("", |named| &named.id)
    }

    /// Our own styles, as a whole part.
    pub(super) fn own(words: &Words) -> (Self, String) {
        let (styles, missing) = Self::joined(words, Ids::OWN, |_| None, |_| false);
        let part = Xml::part("w:styles", &[("xmlns:w", MAIN)], |xml| {
            defaults(xml, words.lang);
            xml.raw(&missing);
        });
        (styles, part)
    }

    /// The styles that `known` finds for our roles, and ours for the others, as a piece to put beside them; `is_taken`
    /// tells whether an id belongs to another style.
    pub(super) fn joined(
        words: &Words,
        numbering: Ids,
        known: impl Fn(Role) -> Option<Named>,
        is_taken: impl Fn(&str) -> bool,
    ) -> (Self, String) {
        let ours = |role: Role| Named { id: free(&role.id(), &is_taken), is_ours: true, list: None };
        let named = roles().map(|role| (role, known(role).unwrap_or_else(|| ours(role)))).collect();
        let styles = Self { named };
        let piece = Xml::piece(|xml| {
            for (role, _) in styles.named.iter().filter(|(_, named)| named.is_ours) {
                styles.write(xml, *role, words, numbering);
            }
        });
        (styles, piece)
    }

    fn write(&self, xml: &mut Xml, role: Role, words: &Words, numbering: Ids) {
        let sort = role.sort();
        let mut attributes = vec![("w:type", sort.code())];
        if matches!(role, Role::Body | Role::PlainTable) {
            attributes.push(("w:default", "1"));
        }
        if role.is_own() {
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
            if sort == Sort::Paragraph && !matches!(role, Role::Header | Role::Footer) {
                xml.empty("w:qFormat", &[]);
            }
            paragraph(xml, role, numbering);
            if !role.run().is_empty() {
                xml.element("w:rPr", &[], |xml| xml.raw(role.run()));
            }
            xml.raw(role.table());
        });
    }
}

fn paragraph(xml: &mut Xml, role: Role, numbering: Ids) {
    let list = match role {
        Role::Bullet(level) => Some((numbering.instance(BULLETS), level)),
        Role::Number(level) => Some((numbering.instance(NUMBERS), level)),
        _ => None,
    };
    let set = role.paragraph();
    if list.is_none() && set.is_empty() {
        return;
    }
    xml.element("w:pPr", &[], |xml| {
        if let Some((instance, level)) = list {
            xml.element("w:numPr", &[], |xml| {
                xml.value("w:ilvl", &(level - 1).to_string());
                xml.value("w:numId", &instance.to_string());
            });
        }
        xml.raw(&set);
    });
}

/// An id that nobody has: the one that is wished for, or one with a number behind it.
fn free(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default()
}

/// How everything is set that says nothing else: a typeface that stands on every office machine, 11 points, in the
/// document's language.
fn defaults(xml: &mut Xml, lang: Lang) {
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

/// The typeface of our own styles.
const FONT: &str = "Calibri";

/// The typefaces that are used, and what stands in for them where they are missing.
pub(super) fn fonts() -> String {
    Xml::part("w:fonts", &[("xmlns:w", MAIN)], |xml| {
        xml.element("w:font", &[("w:name", FONT)], |xml| {
            xml.value("w:altName", "Carlito");
            xml.raw(r#"<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>"#);
        });
    })
}

/// The tag of a language (BCP 47).
pub(super) fn language(lang: Lang) -> &'static str {
    lang.pick("sv-SE", "en-GB")
}
