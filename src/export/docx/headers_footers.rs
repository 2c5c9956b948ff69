//! The headers and footers of the pages: those of the template where it has any, with the mark of a draft added, and
//! ours where it has none.

use super::file::{self, WordFile};
use super::page;
use super::styles::RoleStyles;
use super::template::{HeaderFooter, HeaderOrFooter, PageSet, Template};
use super::xml::XmlWriter;
use crate::i18n::Words;
use crate::report::Document;

/// What headers and footers are made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct HeadersFooters<'a> {
    pub(super) document: &'a Document,
    pub(super) styles: &'a RoleStyles,
    pub(super) words: &'a Words,
    pub(super) template: Option<&'a Template>,
}

impl HeadersFooters<'_> {
    /// Adds them to the file. Returns the content of `w:sectPr`, which refers to them.
    pub(super) fn put(self, file: &mut WordFile) -> String {
        let theirs = self.template.map_or(&[][..], |template| &template.headers_footers);
        // Where a template has no headers and footers, its pages are set as ours: the first one differs.
        let title_page = self.template.is_none_or(|template| theirs.is_empty() || template.pages.title_page);
        let even = self.template.is_some_and(|template| template.settings.even_and_odd);
        let sets: Vec<PageSet> =
            [(true, PageSet::Default), (title_page, PageSet::First), (even, PageSet::Even)]
                .into_iter()
                .filter_map(|(is_used, pages)| is_used.then_some(pages))
                .collect();
        let mut references = Vec::new();
        for kind in [HeaderOrFooter::Header, HeaderOrFooter::Footer] {
            let theirs: Vec<&HeaderFooter> = theirs.iter().filter(|part| part.kind == kind).collect();
            for &pages in &sets {
                let id = match theirs.iter().find(|part| part.pages == pages) {
                    Some(part) => Some(self.put_theirs(part, file)),
                    None => self
                        .our_part(kind, pages, title_page, theirs.is_empty())
                        .map(|xml| file.put(kind.code(), kind.code(), xml)),
                };
                references.extend(id.map(|id| (kind, pages, id)));
            }
        }
        XmlWriter::piece(|xml| {
            for (kind, pages, id) in &references {
                let name = format!("w:{}Reference", kind.code());
                xml.empty(&name, &[("w:type", pages.code()), ("r:id", id)]);
            }
            let section = self.template.filter(|template| template.pages.width.is_some());
            xml.raw(section.map_or(page::SIZE, |template| &template.pages.section));
            if title_page {
                xml.empty("w:titlePg", &[]);
            }
        })
    }

    /// What we put on pages for which the template has nothing; `None` where they stay empty.
    fn our_part(
        self,
        kind: HeaderOrFooter,
        pages: PageSet,
        title_page: bool,
        theirs_is_empty: bool,
    ) -> Option<String> {
        match kind {
            HeaderOrFooter::Footer => theirs_is_empty.then(|| page::footer(self.styles, self.words)),
            HeaderOrFooter::Header if theirs_is_empty => {
                let with_title = title_page && pages != PageSet::First;
                Some(page::header(self.document, self.styles, with_title))
            }
            HeaderOrFooter::Header => {
                self.document.mark.as_ref().map(|_| page::header(self.document, self.styles, false))
            }
        }
    }

    /// Refers to a header or footer of the template, which may be on several sets of pages.
    fn put_theirs(self, part: &HeaderFooter, file: &mut WordFile) -> String {
        if let Some(mark) = self.document.mark.as_deref().filter(|_| part.kind == HeaderOrFooter::Header) {
            file.insert(&part.name, part.end, &page::mark(mark, self.styles));
        }
        file.relations.to(part.kind.code(), &file::target(&part.name))
    }
}
