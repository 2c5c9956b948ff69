//! The parts of a file that may be hostile: how much is unpacked is limited as a whole, and each part is told by the
//! list of types and found by its relationships. It knows nothing of what stands in them.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::scan::{Met, attribute, scan};
use super::{NotATemplate, Template};

/// How much is unpacked of a file in all, in bytes.
const UNPACKED: u64 = 64 * 1024 * 1024;
/// How many parts a file may have. A template of a large house has about a hundred.
const PARTS: usize = 4_000;

/// A file of parts.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
    types: Types,
}

/// What the parts are: by the ends of their names, and by their names. Both in lower case.
#[derive(Default)]
struct Types {
    endings: Vec<(String, String)>,
    names: Vec<(String, String)>,
}

/// A relationship of a part.
#[derive(Debug)]
pub(super) struct Relation {
    /// Its id.
    pub(super) id: String,
    /// The end of its sort: `header`, `image`.
    pub(super) sort: String,
    /// The part that it leads to; nothing where it leads out of the file.
    pub(super) target: Option<String>,
}

impl<'a> Archive<'a> {
    /// Opens a file.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, NotATemplate> {
        if bytes.len() > Template::LIMIT {
            return Err(NotATemplate::TooLarge);
        }
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err(NotATemplate::OtherForm);
        }
        if !bytes.starts_with(b"PK") {
            return Err(NotATemplate::NotWord);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        // Some programs tell no sizes before the parts; each is counted as it is unpacked in any case.
        let unpacked = zip.decompressed_size().unwrap_or(0);
        if zip.len() > PARTS || unpacked > u128::from(UNPACKED) {
            return Err(NotATemplate::TooLarge);
        }
        let mut archive = Self { zip, left: UNPACKED, types: Types::default() };
        archive.read_types()?;
        Ok(archive)
    }

    /// A part that may be missing.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, NotATemplate> {
        let mut file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(&error)),
        };
        let mut bytes = Vec::new();
        (&mut file)
            .take(self.left + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| NotATemplate::Damaged(error.to_string()))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(size).ok_or(NotATemplate::TooLarge)?;
        Ok(Some(bytes))
    }

    /// A part that is XML and may be missing.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<String>, NotATemplate> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|error| NotATemplate::Damaged(error.to_string()))?;
        Ok(Some(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)))
    }

    /// What a part is.
    pub(super) fn sort(&self, name: &str) -> &str {
        let name = name.to_lowercase();
        let named = self.types.names.iter().find(|(known, _)| *known == name);
        let ending = || {
            let (_, ending) = name.rsplit_once('.')?;
            self.types.endings.iter().find(|(known, _)| known == ending)
        };
        named.or_else(ending).map_or("", |(_, sort)| sort)
    }

    /// Whether any part is said to be of a sort that has this in its name.
    pub(super) fn has_sort(&self, part: &str) -> bool {
        self.types.names.iter().chain(&self.types.endings).any(|(_, sort)| sort.contains(part))
    }

    /// Where a part's relationships are listed; the file's own for no part.
    pub(super) fn list_of(name: &str) -> String {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") }
    }

    /// The relationships of a part.
    pub(super) fn relations(&mut self, name: &str) -> Result<Vec<Relation>, NotATemplate> {
        let Some(xml) = self.xml(&Self::list_of(name))? else { return Ok(Vec::new()) };
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut relations = Vec::new();
        scan(&xml, |path, met, _| {
            let ([_, _], Met::Open(tag)) = (path, met) else { return };
            let told = |name| attribute(tag, name).unwrap_or_default();
            let is_outside = told("TargetMode").eq_ignore_ascii_case("external");
            relations.push(Relation {
                id: told("Id"),
                sort: told("Type").rsplit('/').next().unwrap_or_default().to_owned(),
                target: if is_outside { None } else { resolve(folder, &told("Target")) },
            });
        })?;
        Ok(relations)
    }

    fn read_types(&mut self) -> Result<(), NotATemplate> {
        let xml = self.xml("[Content_Types].xml")?.ok_or(NotATemplate::NotWord)?;
        let mut types = Types::default();
        scan(&xml, |path, met, _| {
            let ([_, name], Met::Open(tag)) = (path, met) else { return };
            let told = |name| attribute(tag, name).unwrap_or_default();
            let sort = told("ContentType");
            if name == "Default" {
                types.endings.push((told("Extension").to_lowercase(), sort));
            } else {
                types.names.push((told("PartName").trim_start_matches('/').to_lowercase(), sort));
            }
        })?;
        self.types = types;
        Ok(())
    }
}

fn damaged(error: &ZipError) -> NotATemplate {
    NotATemplate::Damaged(error.to_string())
}

/// The part that an address in a folder leads to; nothing for an address that leads out of the file.
fn resolve(folder: &str, target: &str) -> Option<String> {
    let whole = match target.strip_prefix('/') {
        Some(target) => target.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    // Nor to the lists that every file has its own of.
    let is_list = steps.iter().any(|step| step.starts_with('[') || step.eq_ignore_ascii_case("_rels"));
    let is_safe = !steps.is_empty() && !is_list && !whole.contains(['\\', ':', '\0']);
    is_safe.then(|| steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_in_the_file() {
        assert_eq!(resolve("word", "media/a.png").as_deref(), Some("word/media/a.png"));
        assert_eq!(resolve("word", "../media/a.png").as_deref(), Some("media/a.png"));
        assert_eq!(resolve("word", "/word/./header1.xml").as_deref(), Some("word/header1.xml"));
        assert_eq!(resolve("word", "../../etc/passwd"), None);
        assert_eq!(resolve("word", "C:\\x"), None);
        assert_eq!(resolve("word", "/[Content_Types].xml"), None);
        assert_eq!(resolve("", "_rels/.rels"), None);
    }
}
