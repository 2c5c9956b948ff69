//! The properties of a Word file: title, author, language, date.

use chrono::NaiveDate;

use super::styles::language;
use super::xml::XmlWriter;
use crate::report::Document;

const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const EXTENDED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

/// The core properties, which every program reads.
pub(super) fn core(document: &Document) -> String {
    let names = [
        ("xmlns:cp", CORE),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    XmlWriter::part("cp:coreProperties", &names, |xml| {
        xml.text_element("dc:title", &[], &document.title);
        if let Some(genre) = &document.genre {
            xml.text_element("dc:subject", &[], genre);
        }
        if let Some(author) = &document.author {
            xml.text_element("dc:creator", &[], author);
        }
        xml.text_element("dc:language", &[], language(document.lang));
        if let Some(mark) = &document.mark {
            xml.text_element("cp:contentStatus", &[], mark);
        }
        // Not the time of the clock: the same document produces the same bytes.
        let day = document.date.or_else(|| NaiveDate::from_ymd_opt(2000, 1, 1)).unwrap_or_default();
        let moment = day.format("%Y-%m-%dT00:00:00Z").to_string();
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.text_element(name, &[("xsi:type", "dcterms:W3CDTF")], &moment);
        }
    })
}

/// The extended properties, which name the program that wrote the file.
pub(super) fn program() -> String {
    XmlWriter::part("Properties", &[("xmlns", EXTENDED)], |xml| {
        xml.text_element("Application", &[], "vidpennan");
    })
}
