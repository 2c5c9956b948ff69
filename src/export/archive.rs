//! A folder for an archive: a bag (RFC 8493) with the files, their metadata in Dublin Core terms, and checksums by
//! which every later copy can be verified. It knows no format and writes nothing.

use std::fmt::Write as _;
use std::path::Path;

use chrono::NaiveDate;
use quick_xml::escape::escape;
use sha2::{Digest, Sha256};

use super::{Format, NotWritten, With, render};
use crate::files::name::beside;
use crate::i18n::{Lang, labels};
use crate::report::Publication;
use crate::text::safe;

/// A file of a bag: its path with `/` between the names, and its content.
pub type BagFile = (String, Vec<u8>);

/// The metadata of a bag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BagInfo {
    /// The title of the document.
    pub title: String,
    /// The author; `None` where names are left out.
    pub creator: Option<String>,
    /// The municipality or organisation that it comes from.
    pub organisation: Option<String>,
    /// The date that the document is about.
    pub date: Option<NaiveDate>,
    /// The registration number and the id of the meeting or programme; the most public one first.
    pub identifiers: Vec<String>,
    /// The language of the document.
    pub lang: Lang,
    /// The genre of the document ("Anteckningar").
    pub genre: Option<String>,
    /// The date on which the bag is created.
    pub today: NaiveDate,
}

impl BagInfo {
    /// The metadata of a bag with this publication.
    pub fn of(publication: &Publication) -> Self {
        let Publication { imprint, document, .. } = publication;
        let genre = labels::report(document.lang, imprint.report).to_owned();
        let id = imprint.id.map(|id| format!("urn:uuid:{id}"));
        Self {
            title: document.title.clone(),
            creator: document.author.clone(),
            organisation: None,
            date: document.date,
            identifiers: imprint.reference.clone().into_iter().chain(id).collect(),
            lang: document.lang,
            genre: Some(document.genre.clone().unwrap_or(genre)),
            today: imprint.made,
        }
    }
}

/// The publication in those of these formats that fit it, named `name` with the extension of the format.
///
/// # Errors
/// Where the writer of a format refuses.
pub fn files(
    publication: &Publication,
    formats: &[Format],
    name: &str,
    with: &With<'_>,
) -> Result<Vec<BagFile>, NotWritten> {
    let mut files = Vec::new();
    for format in formats.iter().filter(|format| format.fits(publication)) {
        for part in render(*format, publication, with)? {
            let path = beside(Path::new(name), part.label.as_deref(), format.ending);
            files.push((path.to_string_lossy().into_owned(), part.bytes));
        }
    }
    Ok(files)
}

/// Whether a folder is a bag already (RFC 8493, 2.1.1).
pub fn is_bag(folder: &Path) -> bool {
    folder.join("bagit.txt").is_file()
}

/// The bag of these files: they and `metadata.xml` are in `data/`, with the tag files beside it. The same input makes
/// the same bytes. A character in a name that the manifest would have to escape becomes `_`: not every program that
/// verifies bags understands such escapes.
pub fn bag(mut files: Vec<BagFile>, about: &BagInfo) -> Vec<BagFile> {
    for (name, _) in &mut files {
        *name = name.chars().map(|c| if c == '%' || c.is_control() { '_' } else { c }).collect();
    }
    let metadata = metadata(&files, about);
    let payload: Vec<BagFile> = files
        .into_iter()
        .chain([("metadata.xml".to_owned(), metadata.into_bytes())])
        .map(|(name, bytes)| (format!("data/{name}"), bytes))
        .collect();
    let tags = vec![
        ("bagit.txt".to_owned(), b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_vec()),
        ("bag-info.txt".to_owned(), info(&payload, about).into_bytes()),
        ("manifest-sha256.txt".to_owned(), manifest(&payload).into_bytes()),
    ];
    let seal = ("tagmanifest-sha256.txt".to_owned(), manifest(&tags).into_bytes());
    tags.into_iter().chain([seal]).chain(payload).collect()
}

/// A manifest: for each file a line with its checksum and its path (RFC 8493, 2.1.3).
fn manifest(files: &[BagFile]) -> String {
    let mut manifest = String::new();
    for (path, bytes) in files {
        for byte in Sha256::digest(bytes) {
            let _ = write!(manifest, "{byte:02x}");
        }
        let _ = writeln!(manifest, "  {path}");
    }
    manifest
}

/// The content of `bag-info.txt` (RFC 8493, 2.2.2).
fn info(payload: &[BagFile], about: &BagInfo) -> String {
    let mut info = String::new();
    let mut put = |label: &str, value: &str| {
        let value = safe::line(value);
        if !value.trim().is_empty() {
            let _ = writeln!(info, "{label}: {}", value.trim());
        }
    };
    put("Source-Organization", about.organisation.as_deref().unwrap_or_default());
    put("External-Description", &about.title);
    for identifier in &about.identifiers {
        put("External-Identifier", identifier);
    }
    put("Bagging-Date", &about.today.to_string());
    let octets: usize = payload.iter().map(|(_, bytes)| bytes.len()).sum();
    put("Payload-Oxum", &format!("{octets}.{}", payload.len()));
    put("Bag-Software-Agent", concat!("vidpennan ", env!("CARGO_PKG_VERSION")));
    info
}

/// The content of `metadata.xml` (DCMI Metadata Terms, 2020-01-20).
fn metadata(files: &[BagFile], about: &BagInfo) -> String {
    let mut xml = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<metadata xmlns:dcterms=\"http://purl.org/dc/terms/\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n",
    ));
    let mut put = |term: &str, scheme: &str, value: &str| {
        let value = safe::line(value);
        if value.trim().is_empty() {
            return;
        }
        let scheme =
            if scheme.is_empty() { String::new() } else { format!(" xsi:type=\"dcterms:{scheme}\"") };
        let _ = writeln!(xml, "  <dcterms:{term}{scheme}>{}</dcterms:{term}>", escape(value.trim()));
    };
    put("title", "", &about.title);
    put("creator", "", about.creator.as_deref().unwrap_or_default());
    put("publisher", "", about.organisation.as_deref().unwrap_or_default());
    put("date", "W3CDTF", &about.date.map(|date| date.to_string()).unwrap_or_default());
    for identifier in &about.identifiers {
        put("identifier", "", identifier);
    }
    put("language", "RFC5646", about.lang.tag());
    put("type", "DCMIType", "Text");
    put("type", "", about.genre.as_deref().unwrap_or_default());
    let mut media: Vec<&str> = files.iter().map(|(name, _)| media_type(name)).collect();
    media.dedup();
    for media in media {
        put("format", "IMT", media);
    }
    for (name, _) in files {
        put("hasPart", "", name);
    }
    xml + "</metadata>\n"
}

/// The media type of a file, by its extension (IANA).
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "pdf" => "application/pdf",
        "txt" => "text/plain",
        "md" => "text/markdown",
        "html" => "text/html",
        "json" => "application/json",
        "csv" => "text/csv",
        "ics" => "text/calendar",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
