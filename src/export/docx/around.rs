//! Heads and feet: a house's own where it has them, with the mark of a draft in them, and ours where it has none.

use super::file::{self, File};
use super::page;
use super::styles::Styles;
use super::template::{self, Template};
use super::xml::Xml;
use crate::i18n::Words;
use crate::report::Document;

/// What heads and feet are made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) document: &'a Document,
    pub(super) styles: &'a Styles,
    pub(super) words: &'a Words,
    pub(super) template: Option<&'a Template>,
}

impl Around<'_> {
    /// Puts them into the file, and gives what the document says of its pages.
    pub(super) fn put(self, file: &mut File) -> String {
        let theirs = self.template.map_or(&[][..], |template| &template.around);
        let of = |sort: &str| theirs.iter().filter(|around| around.sort == sort).collect::<Vec<_>>();
        // Where a house says nothing of heads and feet, its pages are set as ours: the first one differs.
        let title_page = self.template.is_none_or(|template| theirs.is_empty() || template.pages.title_page);
        let even = self.template.is_some_and(|template| template.own.even_and_odd);
        let pages: Vec<&str> = [(true, "default"), (title_page, "first"), (even, "even")]
            .into_iter()
            .filter_map(|(has, pages)| has.then_some(pages))
            .collect();
        let mut references = Vec::new();
        for sort in ["header", "footer"] {
            let theirs = of(sort);
            for &pages in &pages {
                let found = theirs.iter().find(|around| around.pages == pages);
                let id = match found {
                    Some(around) => Some(self.put_theirs(around, file)),
                    None if sort == "footer" && theirs.is_empty() => {
                        Some(file.put(sort, sort, page::footer(self.styles, self.words)))
                    }
                    None if sort == "header" && theirs.is_empty() => {
                        let with_title = title_page && pages != "first";
                        Some(file.put(sort, sort, page::header(self.document, self.styles, with_title)))
                    }
                    None if sort == "header" && self.document.mark.is_some() => {
                        Some(file.put(sort, sort, page::header(self.document, self.styles, false)))
                    }
                    None => None,
                };
                references.extend(id.map(|id| (sort, pages, id)));
            }
        }
        Xml::piece(|xml| {
            for (sort, pages, id) in &references {
                xml.empty(&format!("w:{sort}Reference"), &[("w:type", pages), ("r:id", id)]);
            }
            let set = self.template.filter(|template| template.pages.width.is_some());
            xml.raw(set.map_or(page::SIZE, |template| &template.pages.set));
            if title_page {
                xml.empty("w:titlePg", &[]);
            }
        })
    }

    /// A head or foot of the house, which may stand on several sorts of pages.
    fn put_theirs(self, around: &template::Around, file: &mut File) -> String {
        if let Some(mark) = self.document.mark.as_deref().filter(|_| around.sort == "header") {
            file.insert(&around.name, around.end, &page::mark(mark, self.styles));
        }
        file.relations.to(&around.sort, &file::target(&around.name))
    }
}
