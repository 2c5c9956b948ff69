//! Which parts of an archive make up a Word document, by its relationships (ECMA-376 part 2). It reads no text of the
//! document.

use crate::import::package::{Package, Unfit};
use crate::import::xml::{XmlEvent, XmlReader};

/// Page headers and footers beyond these say nothing new.
const MOST_HEADERS: usize = 12;

/// The names of the parts that are read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct PartNames {
    /// The body text; the only part that must be there.
    pub(super) document: String,
    /// Paragraph and character styles.
    pub(super) styles: Option<String>,
    /// Definitions of lists.
    pub(super) numbering: Option<String>,
    /// The theme, for its colours.
    pub(super) theme: Option<String>,
    /// Notes at the foot of a page.
    pub(super) footnotes: Option<String>,
    /// Notes at the end of the document.
    pub(super) endnotes: Option<String>,
    /// Page headers and footers, the first few.
    pub(super) headers_and_footers: Vec<String>,
}

impl PartNames {
    /// Finds the parts by their relationships, or by the names that Word uses for them.
    ///
    /// # Errors
    /// Where the archive is no Word document; names the kind of document it is, where that is known.
    pub(super) fn find(package: &mut Package<'_>) -> Result<Self, Unfit> {
        let top = match package.text("_rels/.rels")? {
            Some(text) => read_relations(&text, "")?,
            None => Vec::new(),
        };
        let main = top.into_iter().find(|(of, _)| of == "officeDocument").map(|(_, part)| part);
        let document =
            main.filter(|part| package.has(part)).unwrap_or_else(|| "word/document.xml".to_owned());
        if !package.has(&document) || package.has("xl/workbook.xml") || package.has("ppt/presentation.xml") {
            return Err(what_else(package));
        }
        let (folder, name) = document.rsplit_once('/').unwrap_or(("", &document));
        let slash = if folder.is_empty() { "" } else { "/" };
        let relations = match package.text(&format!("{folder}{slash}_rels/{name}.rels"))? {
            Some(text) => read_relations(&text, folder)?,
            None => Vec::new(),
        };
        let usual = |name: &str| Some(format!("{folder}{slash}{name}")).filter(|part| package.has(part));
        let of = |of: &str, name: &str| {
            let part = relations.iter().find(|(kind, _)| kind == of).map(|(_, part)| part.clone());
            part.filter(|part| package.has(part)).or_else(|| usual(name))
        };
        Ok(Self {
            styles: of("styles", "styles.xml"),
            numbering: of("numbering", "numbering.xml"),
            theme: of("theme", "theme/theme1.xml"),
            footnotes: of("footnotes", "footnotes.xml"),
            endnotes: of("endnotes", "endnotes.xml"),
            headers_and_footers: relations
                .iter()
                .filter(|(of, _)| of == "header" || of == "footer")
                .map(|(_, part)| part.clone())
                .take(MOST_HEADERS)
                .collect(),
            document,
        })
    }
}

/// What kind of document an archive is that is no Word document.
fn what_else(package: &mut Package<'_>) -> Unfit {
    if package.has("xl/workbook.xml") {
        return Unfit::Workbook;
    }
    match package.text("mimetype") {
        Ok(Some(kind)) if kind.contains("opendocument.spreadsheet") => Unfit::Workbook,
        Ok(Some(kind)) if kind.contains("opendocument") => Unfit::OpenText,
        Ok(_) => Unfit::NoDocument,
        Err(unfit) => unfit,
    }
}

/// The type of each relationship of a part, and the name in the archive of the part it leads to.
fn read_relations(text: &str, folder: &str) -> Result<Vec<(String, String)>, Unfit> {
    let mut found = Vec::new();
    let mut xml = XmlReader::new(text);
    loop {
        match xml.step()? {
            XmlEvent::Open(tag) if tag.name() == "Relationship" => {
                let is_outside = tag.attribute("TargetMode").is_some_and(|mode| mode == "External");
                let kind = tag.attribute("Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let part = tag.attribute("Target").and_then(|target| within(folder, &target));
                found.extend(part.filter(|_| !is_outside).map(|part| (kind, part)));
            }
            XmlEvent::End => return Ok(found),
            _ => {}
        }
    }
}

/// The name of a part in the archive, from its path relative to a folder; `None` where it leads out of the archive.
fn within(folder: &str, target: &str) -> Option<String> {
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn no_name_leads_out_of_the_archive() {
        assert_eq!(within("word", "styles.xml").as_deref(), Some("word/styles.xml"));
        assert_eq!(within("word", "/word/./styles.xml").as_deref(), Some("word/styles.xml"));
        assert_eq!(within("word", "../custom/a.xml").as_deref(), Some("custom/a.xml"));
        assert_eq!(within("word", "../../etc/passwd"), None);
        assert_eq!(within("word", "..\\..\\etc\\passwd"), None);
    }
}
