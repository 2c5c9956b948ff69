//! A folder for an archive: a bag (RFC 8493) with the files, what they are in Dublin Core terms, and
//! checksums by which every later copy can be verified. It knows no format and writes nothing.

use std::fmt::Write as _;
use std::path::Path;

use chrono::NaiveDate;
use quick_xml::escape::escape;
use sha2::{Digest, Sha256};

use super::{Format, NotWritten, With, render};
use crate::files::name::beside;
use crate::i18n::{Lang, labels};
use crate::report::{Material, Paper, Report, Scope};
use crate::text::safe;

/// A file of a folder: its path in it with `/` between the names, and what stands in it.
pub type File = (String, Vec<u8>);

/// What the folder is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The title of the document.
    pub title: String,
    /// Who made it.
    pub creator: Option<String>,
    /// The municipality or the body that it comes from.
    pub organisation: Option<String>,
    /// The day that the document is about.
    pub date: Option<NaiveDate>,
    /// What it is known by: the registration number, the meeting's id; the first one is the most public.
    pub identifiers: Vec<String>,
    /// The language of its words.
    pub lang: Lang,
    /// What sort of document it is ("Anteckningar").
    pub genre: Option<String>,
    /// The day on which the folder is made.
    pub today: NaiveDate,
}

impl About {
    /// What a folder with this paper is about.
    pub fn of(material: &Material, report: Report, paper: &Paper) -> Self {
        let told = material.chosen();
        let number = told.and_then(|told| told.minutes.reference.clone());
        let of = match (material.scope, &material.programme) {
            (Scope::Programme, Some(programme)) => Some(programme.id.0),
            _ => told.map(|told| told.meeting.id.0),
        };
        let document = &paper.document;
        let genre = labels::report(document.lang, report).to_owned();
        Self {
            title: document.title.clone(),
            creator: document.author.clone(),
            organisation: None,
            date: document.date,
            identifiers: number.into_iter().chain(of.map(|id| format!("urn:uuid:{id}"))).collect(),
            lang: document.lang,
            genre: Some(document.genre.clone().unwrap_or(genre)),
            today: material.today,
        }
    }
}

/// The paper in each of these formats that fits it, under `name` and its own ending.
///
/// # Errors
/// Where a format refuses.
pub fn files(
    paper: &Paper,
    formats: &[Format],
    name: &str,
    with: &With<'_>,
) -> Result<Vec<File>, NotWritten> {
    let mut files = Vec::new();
    for format in formats.iter().filter(|format| format.fits(paper)) {
        for part in render(*format, paper, with)? {
            let path = beside(Path::new(name), part.label.as_deref(), format.ending);
            files.push((path.to_string_lossy().into_owned(), part.bytes));
        }
    }
    Ok(files)
}

/// Whether a folder is one of these already (RFC 8493, 2.1.1).
pub fn is_bag(folder: &Path) -> bool {
    folder.join("bagit.txt").is_file()
}

/// The bag of these files: `data/` with them and `metadata.xml`, and the tag files beside it. The same files and the
/// same facts give the same bytes. A sign in a name that the manifest would have to escape becomes `_`: not every program
/// that verifies bags reads such escapes.
pub fn bag(mut files: Vec<File>, about: &About) -> Vec<File> {
    for (name, _) in &mut files {
        *name = name.chars().map(|c| if c == '%' || c.is_control() { '_' } else { c }).collect();
    }
    let metadata = metadata(&files, about);
    let payload: Vec<File> = files
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

/// One line a file: its checksum and its path (RFC 8493, 2.1.3).
fn manifest(files: &[File]) -> String {
    let mut manifest = String::new();
    for (path, bytes) in files {
        for byte in Sha256::digest(bytes) {
            let _ = write!(manifest, "{byte:02x}");
        }
        let _ = writeln!(manifest, "  {path}");
    }
    manifest
}

/// The bag's own facts (RFC 8493, 2.2.2).
fn info(payload: &[File], about: &About) -> String {
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

/// What the files are, in the terms of the Dublin Core Metadata Initiative (DCMI Metadata Terms, 2020-01-20).
fn metadata(files: &[File], about: &About) -> String {
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

/// The media type of a file, by its ending (IANA).
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
