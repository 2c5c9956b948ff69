//! Reads the parts of a file that may be hostile: how much is unpacked in all is limited. The type of a part comes from
//! the list of content types, and parts are found by relationships. It knows nothing of their content.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::scanner::{Tag, attribute, scan};
use super::{NotATemplate, Template};

/// The most that is unpacked of a file in all, in bytes.
const UNPACKED: u64 = 64 * 1024 * 1024;
/// The most parts that a file may have. The template of a large organisation has about a hundred.
const PARTS: usize = 4_000;

/// An open file of parts (ECMA-376, part 2).
pub(super) struct PackageReader<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How much may still be unpacked, in bytes.
    left: u64,
    types: ContentTypes,
}

/// The content types of the parts: by the extension of their names, and by their whole names. Both in lower case.
#[derive(Default)]
struct ContentTypes {
    extensions: Vec<(String, String)>,
    names: Vec<(String, String)>,
}

/// A relationship of a part.
#[derive(Debug)]
pub(super) struct Relation {
    /// Unique among the relationships of a part.
    pub(super) id: String,
    /// The last segment of its type: `header`, `image`.
    pub(super) kind: String,
    /// The name of the part that it leads to; `None` where it leads out of the file.
    pub(super) target: Option<String>,
}

impl<'a> PackageReader<'a> {
    /// Opens a file without unpacking any part but the list of content types.
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
        // Some programs write no sizes before the parts; each is counted as it is unpacked in any case.
        let unpacked = zip.decompressed_size().unwrap_or(0);
        if zip.len() > PARTS || unpacked > u128::from(UNPACKED) {
            return Err(NotATemplate::TooLarge);
        }
        let mut package = Self { zip, left: UNPACKED, types: ContentTypes::default() };
        package.read_types()?;
        Ok(package)
    }

    /// The bytes of a part; `None` where it is missing.
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

    /// The text of a part that is XML; `None` where it is missing.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<String>, NotATemplate> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|error| NotATemplate::Damaged(error.to_string()))?;
        Ok(Some(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)))
    }

    /// The content type of a part; empty where it has none.
    pub(super) fn content_type(&self, name: &str) -> &str {
        let name = name.to_lowercase();
        let named = self.types.names.iter().find(|(known, _)| *known == name);
        let by_extension = || {
            let (_, extension) = name.rsplit_once('.')?;
            self.types.extensions.iter().find(|(known, _)| known == extension)
        };
        named.or_else(by_extension).map_or("", |(_, content_type)| content_type)
    }

    /// Whether the content type of any part contains this.
    pub(super) fn has_content_type(&self, part: &str) -> bool {
        self.types
            .names
            .iter()
            .chain(&self.types.extensions)
            .any(|(_, content_type)| content_type.contains(part))
    }

    /// The name of the part that lists a part's relationships; those of the file itself for an empty name.
    pub(super) fn relationships_part(name: &str) -> String {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") }
    }

    /// The relationships of a part; empty where it has none.
    pub(super) fn relations(&mut self, name: &str) -> Result<Vec<Relation>, NotATemplate> {
        let Some(xml) = self.xml(&Self::relationships_part(name))? else { return Ok(Vec::new()) };
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut relations = Vec::new();
        scan(&xml, |path, tag, _| {
            let ([_, _], Tag::Start(element)) = (path, tag) else { return };
            let value = |name| attribute(element, name).unwrap_or_default();
            let is_outside = value("TargetMode").eq_ignore_ascii_case("external");
            relations.push(Relation {
                id: value("Id"),
                kind: value("Type").rsplit('/').next().unwrap_or_default().to_owned(),
                target: if is_outside { None } else { resolve(folder, &value("Target")) },
            });
        })?;
        Ok(relations)
    }

    fn read_types(&mut self) -> Result<(), NotATemplate> {
        let xml = self.xml("[Content_Types].xml")?.ok_or(NotATemplate::NotWord)?;
        let mut types = ContentTypes::default();
        scan(&xml, |path, tag, _| {
            let ([_, name], Tag::Start(element)) = (path, tag) else { return };
            let value = |name| attribute(element, name).unwrap_or_default();
            let content_type = value("ContentType");
            if name == "Default" {
                types.extensions.push((value("Extension").to_lowercase(), content_type));
            } else {
                types.names.push((value("PartName").trim_start_matches('/').to_lowercase(), content_type));
            }
        })?;
        self.types = types;
        Ok(())
    }
}

fn damaged(error: &ZipError) -> NotATemplate {
    NotATemplate::Damaged(error.to_string())
}

/// The name of the part that an address in a folder leads to; `None` for one that leads out of the file.
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
    // Nor to the lists of types and relationships, which every file has of its own.
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
