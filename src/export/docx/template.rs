//! The Word document of an organisation (.docx or .dotx), whose look our document takes on: its styles, pages, headers,
//! footers, logo and typefaces. Its bytes may be hostile: how much is unpacked is limited, and nothing in it is
//! executed or fetched.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use self::numbering::TemplateNumbering;
use self::package_reader::{PackageReader, Relation};
use self::pages::TemplatePages;
use self::scanner::{Tag, attribute, is_on, own_attributes, scan};
use self::style_sheet::StyleSheet;
use super::list_ids::ListIds;
use super::namespaces::MAIN;
use super::package::PackagePart;
use super::page::TemplateSettings;
use super::styles::RoleStyles;
use crate::files;
use crate::i18n::{Lang, Words};

mod draft_marks;
mod names;
mod numbering;
mod package_reader;
mod pages;
mod scanner;
mod style_sheet;

pub(super) use pages::{HeaderOrFooter, PageSet};

/// A template that was read and is safe to use.
#[derive(Debug)]
pub struct Template {
    style_sheet: StyleSheet,
    pub(super) numbering: Option<TemplateNumbering>,
    pub(super) pages: TemplatePages,
    pub(super) settings: TemplateSettings,
    /// Those of its pages.
    pub(super) headers_footers: Vec<HeaderFooter>,
    /// Its theme and its font table: the kind of the relationship, and the name of the part.
    pub(super) related: Vec<(&'static str, String)>,
    /// The parts that are copied as they are, with their relationships and the parts that those lead to.
    pub(super) parts: Vec<PackagePart>,
}

/// A header or a footer of a template.
#[derive(Debug)]
pub(super) struct HeaderFooter {
    pub(super) kind: HeaderOrFooter,
    pub(super) pages: PageSet,
    /// The name of the part. Several may share one.
    pub(super) name: String,
    /// Where a paragraph can be inserted at its end, in bytes.
    pub(super) end: usize,
}

/// Why a file is not accepted as a template.
#[derive(Debug, thiserror::Error)]
pub enum NotATemplate {
    /// It is not a Word document.
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
    /// It is cut off or broken; the detail is for the log.
    #[error("damaged: {0}")]
    Damaged(String),
}

/// Why a template could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// The file could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It was read, but is not a template.
    #[error(transparent)]
    NotATemplate(#[from] NotATemplate),
}

/// Relationships that no part of a template may have: they lead to programs or to other documents.
const PROGRAMS: [&str; 5] = ["oleObject", "control", "vbaProject", "package", "aFChunk"];

impl Template {
    /// The largest file that is read, in bytes.
    pub const LIMIT: usize = 32 * 1024 * 1024;

    /// Reads a template from a file, and never more than [`Self::LIMIT`] of it.
    ///
    /// # Errors
    /// Where the file cannot be read, or as [`Template::read`].
    pub fn open(path: &Path) -> Result<Self, NotOpened> {
        Ok(Self::read(&files::read::read(path, Self::LIMIT)?)?)
    }

    /// Reads a template from its bytes.
    ///
    /// # Errors
    /// Where it is no Word document, one of another form, damaged or too large, or holds macros.
    pub fn read(bytes: &[u8]) -> Result<Self, NotATemplate> {
        let mut package = PackageReader::open(bytes)?;
        if package.has_content_type("macroEnabled") || package.has_content_type("vbaProject") {
            return Err(NotATemplate::Macros);
        }
        let start = package.relations("")?;
        let main = to(&start, "officeDocument").ok_or(NotATemplate::NotWord)?;
        if !package.content_type(&main).contains("wordprocessingml") {
            return Err(NotATemplate::NotWord);
        }
        let document = package.xml(&main)?.ok_or(NotATemplate::NotWord)?;
        root(&document, "w:document")?;
        let pages = TemplatePages::read(&document)?;
        drop(document);
        let relations = package.relations(&main)?;
        let styles = to(&relations, "styles").map(|name| package.xml(&name)).transpose()?.flatten();
        let styles = styles.unwrap_or_else(|| format!(r#"<w:styles xmlns:w="{MAIN}"></w:styles>"#));
        root(&styles, "w:styles")?;
        let settings = match to(&relations, "settings").map(|name| package.xml(&name)).transpose()?.flatten()
        {
            Some(xml) => read_settings(&xml)?,
            None => TemplateSettings::default(),
        };
        let mut template = Self {
            style_sheet: StyleSheet::read(styles)?,
            numbering: None,
            pages,
            settings,
            headers_footers: Vec::new(),
            related: Vec::new(),
            parts: Vec::new(),
        };
        template.take(&mut package, &relations)?;
        Ok(template)
    }

    /// Takes over everything but the text: numbering, headers, footers, theme and typefaces.
    fn take(&mut self, package: &mut PackageReader, relations: &[Relation]) -> Result<(), NotATemplate> {
        let marks = self.style_sheet.marks();
        let mut wanted = Vec::new();
        if let Some(name) = to(relations, "numbering")
            && let Some(xml) = package.xml(&name)?
        {
            root(&xml, "w:numbering")?;
            self.numbering = Some(TemplateNumbering::read(name.clone(), xml)?);
            along(package, &name, &mut wanted, &mut self.parts)?;
        }
        for reference in std::mem::take(&mut self.pages.references) {
            let target = relations.iter().find(|relation| relation.id == reference.id);
            let Some(name) = target.and_then(|relation| relation.target.clone()) else { continue };
            let Some(xml) = package.xml(&name)? else { continue };
            let xml = draft_marks::without(xml, &marks)?;
            let end = root(
                &xml,
                match reference.kind {
                    HeaderOrFooter::Header => "w:hdr",
                    HeaderOrFooter::Footer => "w:ftr",
                },
            )?;
            let (kind, pages) = (reference.kind, reference.pages);
            self.headers_footers.push(HeaderFooter { kind, pages, name: name.clone(), end });
            wanted.push(name);
        }
        for kind in ["theme", "fontTable"] {
            if let Some(name) = to(relations, kind)
                && package.part(&name)?.is_some()
            {
                self.settings.embedded_fonts |= kind == "fontTable" && !package.relations(&name)?.is_empty();
                self.related.push((kind, name.clone()));
                wanted.push(name);
            }
        }
        let mut seen: HashSet<String> = self.numbering.iter().map(|part| part.name.to_lowercase()).collect();
        while let Some(name) = wanted.pop() {
            if !seen.insert(name.to_lowercase()) {
                continue;
            }
            let content_type = package.content_type(&name).to_owned();
            let bytes = if content_type.ends_with("xml") {
                let Some(xml) = package.xml(&name)? else { continue };
                scan(&xml, |_, _, _| {})?;
                let may_be_marked = self.headers_footers.iter().any(|part| part.name == name);
                if may_be_marked { draft_marks::without(xml, &marks)?.into_bytes() } else { xml.into_bytes() }
            } else {
                let Some(bytes) = package.part(&name)? else { continue };
                bytes
            };
            along(package, &name, &mut wanted, &mut self.parts)?;
            self.parts.push(PackagePart { name, content_type: Some(content_type), bytes });
        }
        Ok(())
    }

    /// Its styles by our roles, and its style sheet with styles for the roles that it lacks.
    pub(super) fn styles(&self, words: &Words, lang: Lang) -> (RoleStyles, String) {
        self.style_sheet.joined(words, lang, self.ids(), self.numbering.as_ref())
    }

    /// Where the ids of our own lists begin.
    pub(super) fn ids(&self) -> ListIds {
        self.numbering.as_ref().map_or(ListIds::OWN, TemplateNumbering::ids)
    }
}

/// Copies the relationships of a part, and adds the parts that they lead to to `wanted`.
fn along(
    package: &mut PackageReader,
    name: &str,
    wanted: &mut Vec<String>,
    parts: &mut Vec<PackagePart>,
) -> Result<(), NotATemplate> {
    let relations = package.relations(name)?;
    if relations.iter().any(|relation| PROGRAMS.contains(&relation.kind.as_str())) {
        return Err(NotATemplate::Macros);
    }
    wanted.extend(relations.into_iter().filter_map(|relation| relation.target));
    let list = PackageReader::relationships_part(name);
    if let Some(bytes) = package.part(&list)? {
        parts.push(PackagePart { name: list, content_type: None, bytes });
    }
    Ok(())
}

/// The part that the first relationship of a kind leads to.
fn to(relations: &[Relation], kind: &str) -> Option<String> {
    relations.iter().find(|relation| relation.kind == kind)?.target.clone()
}

/// Where the content of a part ends, in bytes. Refuses a part whose outermost element has another name, or another
/// prefix than the one that we write ourselves.
fn root(xml: &str, name: &str) -> Result<usize, NotATemplate> {
    let mut is_known = false;
    let mut end = 0;
    scan(xml, |path, tag, at| match (path, tag) {
        ([root], Tag::Start(element)) => {
            let main = attribute(element, "xmlns:w");
            is_known = root == name && main.as_deref() == Some(MAIN);
        }
        ([_], Tag::End) => end = at.start,
        _ => {}
    })?;
    if is_known { Ok(end) } else { Err(NotATemplate::OtherForm) }
}

/// The settings of the template that its headers and colours depend on.
fn read_settings(xml: &str) -> Result<TemplateSettings, NotATemplate> {
    let mut settings = TemplateSettings::default();
    scan(xml, |path, tag, _| {
        let ([_, name], Tag::Start(element)) = (path, tag) else { return };
        match name.as_str() {
            "w:mirrorMargins" => settings.mirrored = is_on(element),
            "w:evenAndOddHeaders" => settings.even_and_odd = is_on(element),
            "w:clrSchemeMapping" => {
                settings.colours = format!("<w:clrSchemeMapping{}/>", own_attributes(element));
            }
            _ => {}
        }
    })?;
    Ok(settings)
}
