//! The pages of a template: size and margins, and which head and foot stand on which pages. They are those of the last
//! section of its document; a head that a section does not name is the one of the section before.

use super::NotATemplate;
use super::scan::{Met, attribute, is_on, number, own_attributes, scan};

/// The pages of a template.
#[derive(Debug, Default, Clone)]
pub(in crate::export::docx) struct Pages {
    /// Size, margins and what else the section says of its pages, as XML.
    pub(in crate::export::docx) set: String,
    /// How wide the text is, in twentieths of a point; nothing where that is not told, or makes no sense.
    pub(in crate::export::docx) width: Option<u32>,
    /// Whether the first page has a head and foot of its own.
    pub(in crate::export::docx) title_page: bool,
    /// The heads and feet: sort (`header`, `footer`), pages (`default`, `first`, `even`), id of the relationship.
    pub(super) references: Vec<(String, String, String)>,
}

/// The measures of a page.
#[derive(Default)]
struct Measures {
    width: Option<u32>,
    left: Option<u32>,
    right: Option<u32>,
}

/// The widths of a text that can be read, in twentieths of a point: 4 cm to 56 cm.
const READABLE: std::ops::Range<u32> = 2_270..31_750;

impl Pages {
    /// Reads them from a document.
    pub(super) fn read(xml: &str) -> Result<Self, NotATemplate> {
        let mut pages = Self::default();
        let mut measures = Measures::default();
        scan(xml, |path, met, _| {
            let Met::Open(tag) = met else { return };
            let is_before = path.iter().any(|name| name == "w:sectPrChange");
            let [.., parent, name] = path else { return };
            if is_before {
                return;
            }
            if name == "w:sectPr" {
                pages = Self { references: std::mem::take(&mut pages.references), ..Self::default() };
                measures = Measures::default();
            }
            if parent == "w:sectPr" {
                pages.meet(name, tag, &mut measures);
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

    fn meet(&mut self, name: &str, tag: &quick_xml::events::BytesStart, measures: &mut Measures) {
        match name {
            "w:headerReference" | "w:footerReference" => {
                let sort = if name == "w:headerReference" { "header" } else { "footer" };
                let on = attribute(tag, "w:type").unwrap_or_else(|| "default".to_owned());
                self.references.retain(|(known, pages, _)| (known.as_str(), pages) != (sort, &on));
                self.references.push((sort.to_owned(), on, attribute(tag, "r:id").unwrap_or_default()));
            }
            "w:titlePg" => self.title_page = is_on(tag),
            "w:pgSz" | "w:pgMar" | "w:paperSrc" | "w:pgNumType" | "w:docGrid" => {
                measures.width = measures.width.or_else(|| number(tag, "w:w"));
                measures.left = measures.left.or_else(|| number(tag, "w:left"));
                measures.right = measures.right.or_else(|| number(tag, "w:right"));
                if name != "w:docGrid" {
                    self.set.push_str(&["<", name, &own_attributes(tag), "/>"].concat());
                }
            }
            _ => {}
        }
    }
}
