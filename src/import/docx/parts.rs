//! Which parts of an archive make up a Word document, by its relationships. It reads no text of the document.

use crate::import::package::{Package, Unfit};
use crate::import::xml::{Step, Xml};

/// Page headers and footers beyond these say nothing new.
const MOST_MARGINS: usize = 12;

/// The names of the parts that are read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The text.
    pub(super) document: String,
    /// The styles.
    pub(super) styles: Option<String>,
    /// The lists.
    pub(super) numbering: Option<String>,
    /// The theme.
    pub(super) theme: Option<String>,
    /// The notes at the foot of the pages.
    pub(super) footnotes: Option<String>,
    /// The notes at the end.
    pub(super) endnotes: Option<String>,
    /// The page headers and footers.
    pub(super) margins: Vec<String>,
}

impl Parts {
    /// Finds the parts.
    ///
    /// # Errors
    /// Where the archive is no Word document; says which document it is, where that can be told.
    pub(super) fn find(package: &mut Package<'_>) -> Result<Self, Unfit> {
        let top = match package.text("_rels/.rels")? {
            Some(text) => relations(&text, "")?,
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
        let told = match package.text(&format!("{folder}{slash}_rels/{name}.rels"))? {
            Some(text) => relations(&text, folder)?,
            None => Vec::new(),
        };
        let usual = |name: &str| Some(format!("{folder}{slash}{name}")).filter(|part| package.has(part));
        let of = |of: &str, name: &str| {
            let part = told.iter().find(|(kind, _)| kind == of).map(|(_, part)| part.clone());
            part.filter(|part| package.has(part)).or_else(|| usual(name))
        };
        Ok(Self {
            styles: of("styles", "styles.xml"),
            numbering: of("numbering", "numbering.xml"),
            theme: of("theme", "theme/theme1.xml"),
            footnotes: of("footnotes", "footnotes.xml"),
            endnotes: of("endnotes", "endnotes.xml"),
            margins: told
                .iter()
                .filter(|(of, _)| of == "header" || of == "footer")
                .map(|(_, part)| part.clone())
                .take(MOST_MARGINS)
                .collect(),
            document,
        })
    }
}

/// What an archive is that is no Word document.
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

/// What the parts beside a part are to it, and their names in the archive.
fn relations(text: &str, folder: &str) -> Result<Vec<(String, String)>, Unfit> {
    let mut found = Vec::new();
    let mut xml = Xml::new(text);
    loop {
        match xml.step()? {
            Step::Open(tag) if tag.name() == "Relationship" => {
                let is_outside = tag.attribute("TargetMode").is_some_and(|mode| mode == "External");
                let kind = tag.attribute("Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let part = tag.attribute("Target").and_then(|target| within(folder, &target));
                found.extend(part.filter(|_| !is_outside).map(|part| (kind, part)));
            }
            Step::End => return Ok(found),
            _ => {}
        }
    }
}

/// The name of a part as it is told from a folder; nothing where it leads out of the archive.
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
