//! Writes a [`Publication`] as bytes in a format. One file for each format; the table here is the only place that
//! distinguishes them. It knows neither store nor terminal.

use crate::i18n::Words;
use crate::minutes::interchange;
use crate::report::Publication;

pub use error::ExportError;

pub mod archive;
pub mod csv;
pub mod docx;
mod error;
pub mod file_name;
pub mod html;
pub mod ics;
pub mod md;
pub mod pdf;
pub mod txt;
pub mod xlsx;

/// A format that publications can be written in.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name on the command line.
    pub code: &'static str,
    /// The extension of its files, without the full stop.
    pub ending: &'static str,
    /// Whether it is text that can be shown in a terminal.
    pub is_text: bool,
    /// Whether the publication has content that this format can show.
    fits: fn(&Publication) -> bool,
    write: fn(&Publication, &With<'_>) -> Result<Vec<RenderedFile>, NotWritten>,
}

/// What a format needs beside the publication.
#[derive(Debug, Clone, Copy)]
pub struct With<'a> {
    /// For labels that a format adds itself.
    pub words: &'a Words,
    /// The document of an organisation whose look Word files take on.
    pub template: Option<&'a docx::Template>,
    /// Whether calendar files have alarms.
    pub alarms: bool,
}

/// A file that was rendered. Most formats have one; a format with one table a file has several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedFile {
    /// Distinguishes it from the others in file names; `None` for a single file.
    pub label: Option<String>,
    /// The content of the file.
    pub bytes: Vec<u8>,
}

/// Why a publication could not be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// The writer of the format refused.
    #[error("{format}: {said}")]
    Refused {
        /// The code of the format.
        format: &'static str,
        /// The reason in English, for the log.
        said: String,
    },
}

/// Every format, in the order in which users see them.
pub const FORMATS: &[Format] = &[
    Format {
        code: "txt",
        ending: "txt",
        is_text: true,
        fits: |_| true,
        write: |publication, with| {
            Ok(RenderedFile::alone(match &publication.minutes {
                Some(minutes) => txt::write(minutes, with.words),
                None => txt::document::write(&publication.document),
            }))
        },
    },
    Format {
        code: "md",
        ending: "md",
        is_text: true,
        fits: |_| true,
        write: |publication, with| {
            Ok(RenderedFile::alone(match &publication.minutes {
                Some(minutes) => md::write(minutes, with.words),
                None => md::document::write(&publication.document),
            }))
        },
    },
    Format {
        code: "html",
        ending: "html",
        is_text: true,
        fits: |_| true,
        write: |publication, _| Ok(RenderedFile::alone(html::write(&publication.document))),
    },
    Format {
        code: "docx",
        ending: "docx",
        is_text: false,
        fits: |_| true,
        write: |publication, with| match docx::write(&publication.document, with.words, with.template) {
            Ok(bytes) => Ok(RenderedFile::alone(bytes)),
            Err(error) => Err(NotWritten::Refused { format: "docx", said: error.to_string() }),
        },
    },
    Format {
        code: "pdf",
        ending: "pdf",
        is_text: false,
        fits: |_| true,
        write: |publication, with| Ok(RenderedFile::alone(pdf::write(&publication.document, with.words)?)),
    },
    Format {
        code: "json",
        ending: "json",
        is_text: true,
        fits: |publication| publication.minutes.is_some(),
        write: |publication, _| {
            Ok(RenderedFile::alone(publication.minutes.as_ref().map(interchange::write).unwrap_or_default()))
        },
    },
    Format {
        code: "xlsx",
        ending: "xlsx",
        is_text: false,
        fits: |publication| !publication.sheets.is_empty(),
        write: |publication, with| Ok(RenderedFile::alone(xlsx::write(publication, with)?)),
    },
    // Text, but with CR LF, which a terminal would not preserve.
    Format {
        code: "csv",
        ending: "csv",
        is_text: false,
        fits: |publication| !publication.sheets.is_empty(),
        write: |publication, _| csv::write(&publication.sheets),
    },
    Format {
        code: "ics",
        ending: "ics",
        is_text: false,
        fits: |publication| !publication.calendar.events.is_empty(),
        write: |publication, with| {
            let calendar = publication.calendar.with_alarms(with.alarms);
            Ok(RenderedFile::alone(ics::write(&calendar, with.words.lang)))
        },
    },
];

impl Format {
    /// The inverse of [`Self::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        FORMATS.iter().copied().find(|format| format.code == code)
    }

    /// Whether the publication has content that this format can show: a letter has no dates for a calendar.
    pub fn fits(self, publication: &Publication) -> bool {
        (self.fits)(publication)
    }
}

impl<'a> With<'a> {
    /// Without a template, with alarms.
    pub fn new(words: &'a Words) -> Self {
        Self { words, template: None, alarms: true }
    }

    /// With a template for Word files.
    #[must_use]
    pub fn template(self, template: &'a docx::Template) -> Self {
        Self { template: Some(template), ..self }
    }

    /// With alarms in calendar files, or without.
    #[must_use]
    pub fn alarms(self, alarms: bool) -> Self {
        Self { alarms, ..self }
    }
}

impl RenderedFile {
    /// The single file of its format.
    fn alone(bytes: impl Into<Vec<u8>>) -> Vec<Self> {
        vec![Self { label: None, bytes: bytes.into() }]
    }
}

/// Renders the publication in a format, as one or several files. What must not be in it was cut from the material
/// before.
///
/// # Errors
/// Where the writer of the format refuses, which no publication should cause.
pub fn render(
    format: Format,
    publication: &Publication,
    with: &With<'_>,
) -> Result<Vec<RenderedFile>, NotWritten> {
    (format.write)(publication, with)
}
