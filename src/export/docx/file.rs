//! Puts the parts of a Word file together: each under a name that no other part has, related to the main part; and adds
//! the properties of the file.

use zip::result::ZipResult;

use super::package::{PackagePart, PackageWriter, Relations};
use super::properties;
use crate::report::Document;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// A Word file that is being assembled.
#[derive(Debug, Default)]
pub(super) struct WordFile {
    package: PackageWriter,
    /// The names of the template's parts that have a draft mark already.
    marked: Vec<String>,
    /// The relationships of the main part.
    pub(super) relations: Relations,
}

impl WordFile {
    /// A file that begins with the parts of a template.
    pub(super) fn with(parts: &[PackagePart]) -> Self {
        Self { package: PackageWriter::with(parts.to_vec()), ..Self::default() }
    }

    /// Adds a part of a kind, to which the main part relates. Its name begins with `stem`. Returns the id of the
    /// relationship.
    pub(super) fn put(&mut self, kind: &str, stem: &str, xml: String) -> String {
        let name = self.package.free(&format!("word/{stem}"));
        self.put_as(&name, kind, xml)
    }

    /// The same under a given name.
    pub(super) fn put_as(&mut self, name: &str, kind: &str, xml: String) -> String {
        self.package.put(name, &format!("{WORD}.{kind}+xml"), xml);
        self.relations.to(kind, &target(name))
    }

    /// Inserts a draft mark into a part of the template, at most once.
    pub(super) fn insert(&mut self, name: &str, at: usize, xml: &str) {
        if !self.marked.iter().any(|marked| marked == name) {
            self.package.insert(name, at, xml);
            self.marked.push(name.to_owned());
        }
    }

    /// The bytes of the whole file with this main part.
    pub(super) fn into_bytes(mut self, document: &Document, main: String) -> ZipResult<Vec<u8>> {
        let name = self.package.free("word/document");
        let core = self.package.free("docProps/core");
        let program = self.package.free("docProps/app");
        let mut relations = Relations::default();
        relations.to("officeDocument", &name);
        relations.to(CORE, &core);
        relations.to("extended-properties", &program);
        self.package.put(&name, &format!("{WORD}.document.main+xml"), main);
        let file = name.strip_prefix("word/").unwrap_or(&name);
        self.package.put_part(self.relations.into_part(&format!("word/_rels/{file}.rels")));
        let content_type = "application/vnd.openxmlformats-package.core-properties+xml";
        self.package.put(&core, content_type, properties::core(document));
        let content_type = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
        self.package.put(&program, content_type, properties::program());
        self.package.put_part(relations.into_part("_rels/.rels"));
        self.package.into_bytes()
    }
}

/// The address of a part relative to the main part.
pub(super) fn target(name: &str) -> String {
    name.strip_prefix("word/").map_or_else(|| format!("/{name}"), str::to_owned)
}
