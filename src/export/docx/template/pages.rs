//! The pages of a template: size and margins, and which header and footer is on which pages. They are those of the last
//! section of its document; a header that a section does not name is the one of the section before.

use quick_xml::events::BytesStart;

use super::NotATemplate;
use super::scanner::{Tag, attribute, is_on, number, own_attributes, scan};

/// Whether something is at the top or at the bottom of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export::docx) enum HeaderOrFooter {
    /// At the top.
    Header,
    /// At the bottom.
    Footer,
}

impl HeaderOrFooter {
    /// The end of the relationship's type, and the beginning of the reference's name.
    pub(in crate::export::docx) fn code(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Footer => "footer",
        }
    }
}

/// The pages of a section that share a header or a footer (ECMA-376, `ST_HdrFtr`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export::docx) enum PageSet {
    /// All that are in no other set.
    Default,
    /// The first page of the section.
    First,
    /// Left pages, where left and right ones differ.
    Even,
}

impl PageSet {
    /// The value of `w:type`.
    pub(in crate::export::docx) fn code(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::First => "first",
            Self::Even => "even",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Default, Self::First, Self::Even].into_iter().find(|pages| pages.code() == code)
    }
}

/// A reference of a section to a header or a footer.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) kind: HeaderOrFooter,
    pub(super) pages: PageSet,
    /// The id of the relationship.
    pub(super) id: String,
}

/// The pages of a template.
#[derive(Debug, Default, Clone)]
pub(in crate::export::docx) struct TemplatePages {
    /// Size, margins and the other properties of the section that we keep, as XML.
    pub(in crate::export::docx) section: String,
    /// How wide the text is, in twentieths of a point. `None` where the template does not say, or makes no sense.
    pub(in crate::export::docx) width: Option<u32>,
    /// Whether the first page has a header and footer of its own.
    pub(in crate::export::docx) title_page: bool,
    /// At most one for each kind and set of pages.
    pub(super) references: Vec<Reference>,
}

/// The measures of a page, in twentieths of a point.
#[derive(Default)]
struct Measures {
    width: Option<u32>,
    left: Option<u32>,
    right: Option<u32>,
}

/// The widths in which text can be read, in twentieths of a point: 4 cm to 56 cm.
const READABLE: std::ops::Range<u32> = 2_270..31_750;

impl TemplatePages {
    /// Reads the last section of a document part.
    pub(super) fn read(xml: &str) -> Result<Self, NotATemplate> {
        let mut pages = Self::default();
        let mut measures = Measures::default();
        scan(xml, |path, tag, _| {
            let Tag::Start(element) = tag else { return };
            let is_former = path.iter().any(|name| name == "w:sectPrChange");
            let [.., parent, name] = path else { return };
            if is_former {
                return;
            }
            if name == "w:sectPr" {
                pages = Self { references: std::mem::take(&mut pages.references), ..Self::default() };
                measures = Measures::default();
            }
            if parent == "w:sectPr" {
                pages.visit(name, element, &mut measures);
            }
        })?;
        let margins = measures.left.zip(measures.right).map(|(left, right)| left.saturating_add(right));
        pages.width = measures
            .width
            .zip(margins)
            .and_then(|(width, margins)| width.checked_sub(margins))
            .filter(|width| READABLE.contains(width));
        Ok(pages)
    }

    fn visit(&mut self, name: &str, element: &BytesStart, measures: &mut Measures) {
        match name {
            "w:headerReference" => self.refer(HeaderOrFooter::Header, element),
            "w:footerReference" => self.refer(HeaderOrFooter::Footer, element),
            "w:titlePg" => self.title_page = is_on(element),
            "w:pgSz" | "w:pgMar" | "w:paperSrc" | "w:pgNumType" | "w:docGrid" => {
                measures.width = measures.width.or_else(|| number(element, "w:w"));
                measures.left = measures.left.or_else(|| number(element, "w:left"));
                measures.right = measures.right.or_else(|| number(element, "w:right"));
                if name != "w:docGrid" {
                    self.section.push_str(&["<", name, &own_attributes(element), "/>"].concat());
                }
            }
            _ => {}
        }
    }

    /// A later reference replaces the one of an earlier section.
    fn refer(&mut self, kind: HeaderOrFooter, element: &BytesStart) {
        let pages =
            attribute(element, "w:type").map_or(Some(PageSet::Default), |code| PageSet::from_code(&code));
        let Some(pages) = pages else { return };
        self.references.retain(|known| (known.kind, known.pages) != (kind, pages));
        let id = attribute(element, "r:id").unwrap_or_default();
        self.references.push(Reference { kind, pages, id });
    }
}
