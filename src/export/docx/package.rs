//! Parts → the bytes of a file: a zip archive with the list of what the parts are and how they relate. The same parts
//! give the same bytes. It knows nothing of what stands in them.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;

/// Where relationships are named.
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATION_LIST: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPE_LIST: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS_TYPE: &str = "application/vnd.openxmlformats-package.relationships+xml";

/// The parts of a file.
#[derive(Debug, Default)]
pub(super) struct Package {
    parts: Vec<Part>,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Where it lies, without a stroke before it: `word/document.xml`.
    pub(super) name: String,
    /// What it is; nothing for a list of relationships.
    pub(super) content_type: Option<String>,
    /// What stands in it.
    pub(super) bytes: Vec<u8>,
}

/// How a part relates to others.
#[derive(Debug, Default)]
pub(super) struct Relations {
    list: Vec<(String, String)>,
}

impl Relations {
    /// A relationship of this sort (its address, or the end of the usual ones) to a part, and its id.
    pub(super) fn to(&mut self, sort: &str, target: &str) -> String {
        let sort = if sort.contains(':') { sort.to_owned() } else { format!("{RELATIONS}/{sort}") };
        self.list.push((sort, target.to_owned()));
        format!("rId{}", self.list.len())
    }

    /// The list as a part.
    pub(super) fn into_part(self, name: &str) -> Part {
        let xml = Xml::part("Relationships", &[("xmlns", RELATION_LIST)], |xml| {
            for (at, (sort, target)) in self.list.iter().enumerate() {
                let id = format!("rId{}", at + 1);
                xml.empty("Relationship", &[("Id", &id), ("Type", sort), ("Target", target)]);
            }
        });
        Part { name: name.to_owned(), content_type: None, bytes: xml.into_bytes() }
    }
}

impl Package {
    /// With parts that are made already.
    pub(super) fn with(parts: Vec<Part>) -> Self {
        Self { parts }
    }

    /// Puts a part in.
    pub(super) fn put(&mut self, name: &str, content_type: &str, xml: String) {
        self.put_part(Part {
            name: name.to_owned(),
            content_type: Some(content_type.to_owned()),
            bytes: xml.into_bytes(),
        });
    }

    /// Puts a part in that is made already.
    pub(super) fn put_part(&mut self, part: Part) {
        self.parts.push(part);
    }

    /// A name for a part of XML that no other part has, whatever the letters' size: the one that is wished for, or one
    /// with a number behind it.
    pub(super) fn free(&self, stem: &str) -> String {
        let numbered = (2..).map(|number| format!("{stem}{number}.xml"));
        let is_free = |name: &String| !self.parts.iter().any(|part| part.name.eq_ignore_ascii_case(name));
        std::iter::once(format!("{stem}.xml")).chain(numbered).find(is_free).unwrap_or_default()
    }

    /// Puts XML into a part that is there already, before what stands at `at`.
    pub(super) fn insert(&mut self, name: &str, at: usize, xml: &str) {
        let part = self.parts.iter_mut().find(|part| part.name == name);
        if let Some(part) = part.filter(|part| at <= part.bytes.len()) {
            part.bytes.splice(at..at, xml.bytes());
        }
    }

    /// The parts as a file.
    pub(super) fn into_bytes(self) -> ZipResult<Vec<u8>> {
        let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("[Content_Types].xml", options)?;
        zip.write_all(self.types().as_bytes())?;
        for part in &self.parts {
            // Pictures are packed already.
            let is_picture =
                part.content_type.as_deref().is_some_and(|sort| matches!(sort, "image/png" | "image/jpeg"));
            let method = if is_picture { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            zip.start_file(part.name.as_str(), options.compression_method(method))?;
            zip.write_all(&part.bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn types(&self) -> String {
        Xml::part("Types", &[("xmlns", TYPE_LIST)], |xml| {
            xml.empty("Default", &[("Extension", "rels"), ("ContentType", RELATIONS_TYPE)]);
            xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
            for part in &self.parts {
                if let Some(sort) = &part.content_type {
                    let name = format!("/{}", part.name);
                    xml.empty("Override", &[("PartName", &name), ("ContentType", sort)]);
                }
            }
        })
    }
}
