//! The parts of a document put together: each under a name that no other part has, related to the main one, and what
//! the file says about itself.

use zip::result::ZipResult;

use super::package::{Package, Part, Relations};
use super::properties;
use crate::report::Document;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// A file as it grows.
#[derive(Debug, Default)]
pub(super) struct File {
    package: Package,
    /// The parts of the house that have their mark.
    marked: Vec<String>,
    /// What the main part relates to.
    pub(super) relations: Relations,
}

impl File {
    /// With the parts of a house.
    pub(super) fn with(parts: &[Part]) -> Self {
        Self { package: Package::with(parts.to_vec()), ..Self::default() }
    }

    /// Puts a part in that the main one relates to: its sort, and what it is called if it may. Gives the id of the
    /// relationship.
    pub(super) fn put(&mut self, sort: &str, stem: &str, xml: String) -> String {
        let name = self.package.free(&format!("word/{stem}"));
        self.put_as(&name, sort, xml)
    }

    /// Puts a part in under a name that it must have.
    pub(super) fn put_as(&mut self, name: &str, sort: &str, xml: String) -> String {
        self.package.put(name, &format!("{WORD}.{sort}+xml"), xml);
        self.relations.to(sort, &target(name))
    }

    /// Puts a mark into a part of the house, once.
    pub(super) fn insert(&mut self, name: &str, at: usize, xml: &str) {
        if !self.marked.iter().any(|marked| marked == name) {
            self.package.insert(name, at, xml);
            self.marked.push(name.to_owned());
        }
    }

    /// The file with its main part.
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
        let sort = "application/vnd.openxmlformats-package.core-properties+xml";
        self.package.put(&core, sort, properties::core(document));
        let sort = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
        self.package.put(&program, sort, properties::program());
        self.package.put_part(relations.into_part("_rels/.rels"));
        self.package.into_bytes()
    }
}

/// The address of a part as the main one sees it.
pub(super) fn target(name: &str) -> String {
    name.strip_prefix("word/").map_or_else(|| format!("/{name}"), str::to_owned)
}
