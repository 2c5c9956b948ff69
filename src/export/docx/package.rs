//! Parts → the bytes of a file: a zip archive with the list of what the parts are and how they relate. The same parts
//! produce the same bytes. It knows nothing of their content.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::namespaces::RELATIONS;
use super::xml::XmlWriter;

const RELATION_LIST: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPE_LIST: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS_TYPE: &str = "application/vnd.openxmlformats-package.relationships+xml";

/// The parts of a file.
#[derive(Debug, Default)]
pub(super) struct PackageWriter {
    parts: Vec<PackagePart>,
}

/// A file within the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PackagePart {
    /// Its path in the archive, without a leading slash: `word/document.xml`.
    pub(super) name: String,
    /// Its content type; `None` for a list of relationships.
    pub(super) content_type: Option<String>,
    /// What is compressed into the archive.
    pub(super) bytes: Vec<u8>,
}

/// The relationships of a part to others.
#[derive(Debug, Default)]
pub(super) struct Relations {
    list: Vec<(String, String)>,
}

impl Relations {
    /// Adds a relationship to a part. `kind` is its type, or the last segment of one of the usual types. Returns its
    /// id.
    pub(super) fn to(&mut self, kind: &str, target: &str) -> String {
        let kind = if kind.contains(':') { kind.to_owned() } else { format!("{RELATIONS}/{kind}") };
        self.list.push((kind, target.to_owned()));
        format!("rId{}", self.list.len())
    }

    /// The part that lists them.
    pub(super) fn into_part(self, name: &str) -> PackagePart {
        let xml = XmlWriter::part("Relationships", &[("xmlns", RELATION_LIST)], |xml| {
            for (at, (kind, target)) in self.list.iter().enumerate() {
                let id = format!("rId{}", at + 1);
                xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)]);
            }
        });
        PackagePart { name: name.to_owned(), content_type: None, bytes: xml.into_bytes() }
    }
}

impl PackageWriter {
    /// A package that begins with these parts.
    pub(super) fn with(parts: Vec<PackagePart>) -> Self {
        Self { parts }
    }

    /// Adds a part that is XML.
    pub(super) fn put(&mut self, name: &str, content_type: &str, xml: String) {
        self.put_part(PackagePart {
            name: name.to_owned(),
            content_type: Some(content_type.to_owned()),
            bytes: xml.into_bytes(),
        });
    }

    /// Adds a part.
    pub(super) fn put_part(&mut self, part: PackagePart) {
        self.parts.push(part);
    }

    /// A name for an XML part that no other part has, regardless of case: `stem` itself, or with a number after it.
    pub(super) fn free(&self, stem: &str) -> String {
        let numbered = (2..).map(|number| format!("{stem}{number}.xml"));
        let is_free = |name: &String| !self.parts.iter().any(|part| part.name.eq_ignore_ascii_case(name));
        std::iter::once(format!("{stem}.xml")).chain(numbered).find(is_free).unwrap_or_default()
    }

    /// Inserts XML into a part at a position in bytes.
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
            // Pictures are compressed already.
            let is_picture = part
                .content_type
                .as_deref()
                .is_some_and(|content_type| matches!(content_type, "image/png" | "image/jpeg"));
            let method = if is_picture { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            zip.start_file(part.name.as_str(), options.compression_method(method))?;
            zip.write_all(&part.bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn types(&self) -> String {
        XmlWriter::part("Types", &[("xmlns", TYPE_LIST)], |xml| {
            xml.empty("Default", &[("Extension", "rels"), ("ContentType", RELATIONS_TYPE)]);
            xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
            for part in &self.parts {
                if let Some(content_type) = &part.content_type {
                    let name = format!("/{}", part.name);
                    xml.empty("Override", &[("PartName", &name), ("ContentType", content_type)]);
                }
            }
        })
    }
}
