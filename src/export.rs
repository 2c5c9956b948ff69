//! The paper going out: [`Minutes`] as bytes in a format. One file for each format; they are told apart by the
//! table here and nowhere else. It knows no store and no terminal.

use crate::i18n::Words;
use crate::minutes::Minutes;

pub mod choices;
pub mod html;
pub mod json;
pub mod md;
pub mod save;
pub mod txt;

pub use choices::{Choices, Names};

/// A format that minutes can be written in.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// What it is called on the command line.
    pub code: &'static str,
    /// How its files end, without the full stop.
    pub ending: &'static str,
    /// Whether it is text that can be shown in a terminal.
    pub is_text: bool,
    write: fn(&Minutes, &Words) -> Vec<u8>,
}

/// Every format, in the order in which people are shown them.
pub const FORMATS: &[Format] = &[
    Format {
        code: "txt",
        ending: "txt",
        is_text: true,
        write: |minutes, words| txt::write(minutes, words).into(),
    },
    Format {
        code: "md",
        ending: "md",
        is_text: true,
        write: |minutes, words| md::write(minutes, words).into(),
    },
    Format {
        code: "html",
        ending: "html",
        is_text: true,
        write: |minutes, words| html::write(minutes, words).into(),
    },
    Format { code: "json", ending: "json", is_text: true, write: |minutes, _| json::write(minutes).into() },
];

impl Format {
    /// The format of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        FORMATS.iter().copied().find(|format| format.code == code)
    }
}

/// The minutes as bytes of a format, with what was chosen to stand in them.
pub fn render(format: Format, minutes: &Minutes, words: &Words, choices: Choices) -> Vec<u8> {
    (format.write)(&choices.apply(minutes), words)
}
