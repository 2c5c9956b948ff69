//! A house's own Word document (.docx or .dotx), whose look a document takes on: its styles, pages, heads, feet, logo
//! and typefaces. Its bytes may be hostile: what is unpacked is limited, and nothing in it is carried out or fetched.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use self::archive::{Archive, Relation};
use self::lists::Numbering;
use self::pages::Pages;
use self::scan::{Met, is_on, own_attributes, scan};
use self::sheet::Sheet;
use super::numbering::Ids;
use super::package::Part;
use super::page::Own;
use super::styles::{MAIN, Styles};
use crate::i18n::{Lang, Words};

mod archive;
mod lists;
mod marks;
mod pages;
mod scan;
mod sheet;

/// A template, read and found whole.
#[derive(Debug)]
pub struct Template {
    sheet: Sheet,
    pub(super) numbering: Option<Numbering>,
    pub(super) pages: Pages,
    pub(super) own: Own,
    /// The heads and feet of its pages.
    pub(super) around: Vec<Around>,
    /// Its theme and its list of typefaces: what they are to a document, and their parts.
    pub(super) related: Vec<(&'static str, String)>,
    /// The parts that go along as they are, with their own relationships and what those lead to.
    pub(super) parts: Vec<Part>,
}

/// A head or foot.
#[derive(Debug)]
pub(super) struct Around {
    /// `header` or `footer`.
    pub(super) sort: String,
    /// `default`, `first` or `even`.
    pub(super) pages: String,
    /// The part's name.
    pub(super) name: String,
    /// Where a paragraph can be put in at its end.
    pub(super) end: usize,
}

/// Why a file is not taken as a template.
#[derive(Debug, thiserror::Error)]
pub enum NotATemplate {
    /// It is something else than a Word document.
    #[error("no Word document")]
    NotWord,
    /// It is a Word document of another form: an old one (.doc), one with a password, or one in the strict form.
    #[error("a Word document of another form")]
    OtherForm,
    /// It holds macros or other programs.
    #[error("it holds macros")]
    Macros,
    /// It is larger than any template, packed or unpacked.
    #[error("too large")]
    TooLarge,
    /// It is cut off or broken, and where, for the log.
    #[error("damaged: {0}")]
    Damaged(String),
}

/// Why a template could not be had.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// The file could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// What stands in it is no template.
    #[error(transparent)]
    NotATemplate(#[from] NotATemplate),
}

/// What no head or foot may hold: it would be a program, or another document.
const PROGRAMS: [&str; 5] = ["oleObject", "control", "vbaProject", "package", "aFChunk"];

impl Template {
    /// The largest file that is read, in bytes.
    pub const LIMIT: usize = 32 * 1024 * 1024;

    /// Reads the template in a file, and never more of it than a template may have.
    ///
    /// # Errors
    /// Where the file cannot be read, or as [`Template::read`].
    pub fn open(path: &Path) -> Result<Self, NotOpened> {
        let mut bytes = Vec::new();
        // One byte more than is read at most: enough to see that it is too much.
        File::open(path)?.take(Self::LIMIT as u64 + 1).read_to_end(&mut bytes)?;
        Ok(Self::read(&bytes)?)
    }

    /// Reads a template.
    ///
    /// # Errors
    /// Where it is no Word document, one of another form, damaged or too large, or holds macros.
    pub fn read(bytes: &[u8]) -> Result<Self, NotATemplate> {
        let mut archive = Archive::open(bytes)?;
        if archive.has_sort("macroEnabled") || archive.has_sort("vbaProject") {
            return Err(NotATemplate::Macros);
        }
        let start = archive.relations("")?;
        let main = to(&start, "officeDocument").ok_or(NotATemplate::NotWord)?;
        if !archive.sort(&main).contains("wordprocessingml") {
            return Err(NotATemplate::NotWord);
        }
        let document = archive.xml(&main)?.ok_or(NotATemplate::NotWord)?;
        root(&document, "w:document")?;
        let pages = Pages::read(&document)?;
        drop(document);
        let relations = archive.relations(&main)?;
        let styles = to(&relations, "styles").map(|name| archive.xml(&name)).transpose()?.flatten();
        let styles = styles.unwrap_or_else(|| format!(r#"<w:styles xmlns:w="{MAIN}"></w:styles>"#));
        root(&styles, "w:styles")?;
        let own = match to(&relations, "settings").map(|name| archive.xml(&name)).transpose()?.flatten() {
            Some(xml) => settings(&xml)?,
            None => Own::default(),
        };
        let mut template = Self {
            sheet: Sheet::read(styles)?,
            numbering: None,
            pages,
            own,
            around: Vec::new(),
            related: Vec::new(),
            parts: Vec::new(),
        };
        template.take(&mut archive, &relations)?;
        Ok(template)
    }

    /// Takes along what lies around the text.
    fn take(&mut self, archive: &mut Archive, relations: &[Relation]) -> Result<(), NotATemplate> {
        let marks = self.sheet.marks();
        let mut wanted = Vec::new();
        if let Some(name) = to(relations, "numbering")
            && let Some(xml) = archive.xml(&name)?
        {
            root(&xml, "w:numbering")?;
            self.numbering = Some(Numbering::read(name.clone(), xml)?);
            along(archive, &name, &mut wanted, &mut self.parts)?;
        }
        for (sort, pages, id) in std::mem::take(&mut self.pages.references) {
            let target = relations.iter().find(|relation| relation.id == id);
            let Some(name) = target.and_then(|relation| relation.target.clone()) else { continue };
            let Some(xml) = archive.xml(&name)? else { continue };
            let xml = marks::without(xml, &marks)?;
            let end = root(&xml, if sort == "header" { "w:hdr" } else { "w:ftr" })?;
            self.around.push(Around { sort, pages, name: name.clone(), end });
            wanted.push(name);
        }
        for sort in ["theme", "fontTable"] {
            if let Some(name) = to(relations, sort)
                && archive.part(&name)?.is_some()
            {
                self.own.embedded_fonts |= sort == "fontTable" && !archive.relations(&name)?.is_empty();
                self.related.push((sort, name.clone()));
                wanted.push(name);
            }
        }
        let mut seen: HashSet<String> = self.numbering.iter().map(|part| part.name.to_lowercase()).collect();
        while let Some(name) = wanted.pop() {
            if !seen.insert(name.to_lowercase()) {
                continue;
            }
            let content_type = archive.sort(&name).to_owned();
            let bytes = if content_type.ends_with("xml") {
                let Some(xml) = archive.xml(&name)? else { continue };
                scan(&xml, |_, _, _| {})?;
                let is_around = self.around.iter().any(|around| around.name == name);
                if is_around { marks::without(xml, &marks)?.into_bytes() } else { xml.into_bytes() }
            } else {
                let Some(bytes) = archive.part(&name)? else { continue };
                bytes
            };
            along(archive, &name, &mut wanted, &mut self.parts)?;
            self.parts.push(Part { name, content_type: Some(content_type), bytes });
        }
        Ok(())
    }

    /// Its styles by our roles, and its style sheet with those that it lacks.
    pub(super) fn styles(&self, words: &Words, lang: Lang) -> (Styles, String) {
        self.sheet.joined(words, lang, self.ids(), self.numbering.as_ref())
    }

    /// Where the ids of our lists begin.
    pub(super) fn ids(&self) -> Ids {
        self.numbering.as_ref().map_or(Ids::OWN, Numbering::ids)
    }
}

/// The relationships of a part go along, and what they lead to is wanted.
fn along(
    archive: &mut Archive,
    name: &str,
    wanted: &mut Vec<String>,
    parts: &mut Vec<Part>,
) -> Result<(), NotATemplate> {
    let relations = archive.relations(name)?;
    if relations.iter().any(|relation| PROGRAMS.contains(&relation.sort.as_str())) {
        return Err(NotATemplate::Macros);
    }
    wanted.extend(relations.into_iter().filter_map(|relation| relation.target));
    let list = Archive::list_of(name);
    if let Some(bytes) = archive.part(&list)? {
        parts.push(Part { name: list, content_type: None, bytes });
    }
    Ok(())
}

/// The part that a relationship of a sort leads to.
fn to(relations: &[Relation], sort: &str) -> Option<String> {
    relations.iter().find(|relation| relation.sort == sort)?.target.clone()
}

/// Whether a part has this outermost element, under the names that we write ourselves: where its content ends.
fn root(xml: &str, name: &str) -> Result<usize, NotATemplate> {
    let mut is_ours = false;
    let mut end = 0;
    scan(xml, |path, met, at| match (path, met) {
        ([root], Met::Open(tag)) => {
            let main = scan::attribute(tag, "xmlns:w");
            is_ours = root == name && main.as_deref() == Some(MAIN);
        }
        ([_], Met::Close) => end = at.start,
        _ => {}
    })?;
    if is_ours { Ok(end) } else { Err(NotATemplate::OtherForm) }
}

/// What the house sets itself that its heads and colours need.
fn settings(xml: &str) -> Result<Own, NotATemplate> {
    let mut own = Own::default();
    scan(xml, |path, met, _| {
        let ([_, name], Met::Open(tag)) = (path, met) else { return };
        match name.as_str() {
            "w:mirrorMargins" => own.mirrored = is_on(tag),
            "w:evenAndOddHeaders" => own.even_and_odd = is_on(tag),
            "w:clrSchemeMapping" => own.colours = format!("<w:clrSchemeMapping{}/>", own_attributes(tag)),
            _ => {}
        }
    })?;
    Ok(own)
}
