//! A paper going out: [`Paper`] as bytes in a format. One file for each format; they are told apart by the
//! table here and nowhere else. It knows no store and no terminal.

use crate::i18n::Words;
use crate::minutes::interchange;
use crate::report::Paper;

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

/// A format that papers can be written in.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// What it is called on the command line.
    pub code: &'static str,
    /// How its files end, without the full stop.
    pub ending: &'static str,
    /// Whether it is text that can be shown in a terminal.
    pub is_text: bool,
    /// Whether the paper has what this format shows.
    fits: fn(&Paper) -> bool,
    write: fn(&Paper, &With<'_>) -> Result<Vec<Part>, NotWritten>,
}

/// What a format is written with, beside the paper.
#[derive(Debug, Clone, Copy)]
pub struct With<'a> {
    /// The language of labels that a format adds itself.
    pub words: &'a Words,
    /// The house's own document whose look Word files take on.
    pub template: Option<&'a docx::Template>,
}

/// One file of what was written. Most formats give one; a format that holds one table a file gives several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What tells it from the others, for its file name; nothing where there is but one.
    pub label: Option<String>,
    /// What stands in the file.
    pub bytes: Vec<u8>,
}

/// Why a paper could not be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// What writes the format refused: its code, and what it said.
    #[error("{format}: {said}")]
    Refused {
        /// The format's code.
        format: &'static str,
        /// What it said, for the log.
        said: String,
    },
}

/// Every format, in the order in which people are shown them.
pub const FORMATS: &[Format] = &[
    Format {
        code: "txt",
        ending: "txt",
        is_text: true,
        fits: |_| true,
        write: |paper, with| {
            Ok(Part::alone(match &paper.minutes {
                Some(minutes) => txt::write(minutes, with.words),
                None => txt::document::write(&paper.document),
            }))
        },
    },
    Format {
        code: "md",
        ending: "md",
        is_text: true,
        fits: |_| true,
        write: |paper, with| {
            Ok(Part::alone(match &paper.minutes {
                Some(minutes) => md::write(minutes, with.words),
                None => md::document::write(&paper.document),
            }))
        },
    },
    Format {
        code: "html",
        ending: "html",
        is_text: true,
        fits: |_| true,
        write: |paper, _| Ok(Part::alone(html::write(&paper.document))),
    },
    Format {
        code: "docx",
        ending: "docx",
        is_text: false,
        fits: |_| true,
        write: |paper, with| match docx::write(&paper.document, with.words, with.template) {
            Ok(bytes) => Ok(Part::alone(bytes)),
            Err(error) => Err(NotWritten::Refused { format: "docx", said: error.to_string() }),
        },
    },
    Format {
        code: "pdf",
        ending: "pdf",
        is_text: false,
        fits: |_| true,
        write: |paper, with| Ok(Part::alone(pdf::write(&paper.document, with.words)?)),
    },
    Format {
        code: "json",
        ending: "json",
        is_text: true,
        fits: |paper| paper.minutes.is_some(),
        write: |paper, _| Ok(Part::alone(paper.minutes.as_ref().map(interchange::write).unwrap_or_default())),
    },
    Format {
        code: "xlsx",
        ending: "xlsx",
        is_text: false,
        fits: |paper| !paper.sheets.is_empty(),
        write: |paper, with| Ok(Part::alone(xlsx::write(paper, with)?)),
    },
    // Text with line ends that a terminal would not keep.
    Format {
        code: "csv",
        ending: "csv",
        is_text: false,
        fits: |paper| !paper.sheets.is_empty(),
        write: |paper, _| csv::write(&paper.sheets),
    },
    Format {
        code: "ics",
        ending: "ics",
        is_text: false,
        fits: |paper| !paper.calendar.events.is_empty(),
        write: |paper, with| Ok(Part::alone(ics::write(&paper.calendar, with.words.lang))),
    },
];

impl Format {
    /// The format of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        FORMATS.iter().copied().find(|format| format.code == code)
    }

    /// Whether the paper has what this format shows: a letter has no days for a calendar.
    pub fn fits(self, paper: &Paper) -> bool {
        (self.fits)(paper)
    }
}

impl<'a> With<'a> {
    /// Nothing but the words.
    pub fn new(words: &'a Words) -> Self {
        Self { words, template: None }
    }

    /// With the look of a house's own Word document.
    #[must_use]
    pub fn template(self, template: &'a docx::Template) -> Self {
        Self { template: Some(template), ..self }
    }
}

impl Part {
    /// The only file of its format.
    fn alone(bytes: impl Into<Vec<u8>>) -> Vec<Self> {
        vec![Self { label: None, bytes: bytes.into() }]
    }
}

/// The paper in a format: one file, or several of them. What is not to stand in it was cut from the material before.
///
/// # Errors
/// Where what writes the format refuses, which no paper should make it do.
pub fn render(format: Format, paper: &Paper, with: &With<'_>) -> Result<Vec<Part>, NotWritten> {
    (format.write)(paper, with)
}
