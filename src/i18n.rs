//! The words: everything that people read, in Swedish and English, and the Swedish that the program understands.
//!
//! Swedish is the source text (klarspråk, "du"). The catalogue is typed: a string that is missing in one
//! language does not compile.

pub mod changes;
pub mod dates;
pub mod due;
pub mod entry_name;
pub mod format;
pub mod handbook;
pub mod labels;
pub mod occupations;
pub mod operations;
pub mod short_title;
pub mod sort;
pub mod templates;
pub mod vocabulary;
pub mod words;

pub use words::Words;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Swedish, the source of every text.
    #[default]
    Sv,
    /// English, translated from the Swedish.
    En,
}

impl Lang {
    /// The language in which headers and the log name things once and for all, whatever language the screens have.
    pub const MINUTES: Self = Self::Sv;

    /// The language with this ISO 639-1 code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "sv" => Some(Self::Sv),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Its ISO 639-1 code, as settings and Markdown have it.
    pub fn code(self) -> &'static str {
        self.pick("sv", "en")
    }

    /// Its BCP 47 tag, as documents have it: English of no country in particular.
    pub fn tag(self) -> &'static str {
        self.pick("sv-SE", "en")
    }

    /// All words of this language.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Sv => &words::SV,
            Self::En => &words::EN,
        }
    }

    /// One of a pair, Swedish first.
    pub(crate) fn pick<T>(self, sv: T, en: T) -> T {
        match self {
            Self::Sv => sv,
            Self::En => en,
        }
    }
}
