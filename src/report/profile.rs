//! Ready sets of choices, told apart by whom a paper is for; and the choices that a programme made last time.

use crate::model::{Names, Profile};

use super::Choices;

impl Profile {
    /// What goes into its papers.
    pub fn choices(self) -> Choices {
        match self {
            Self::Internal | Self::Archive => Choices::ALL,
            Self::External => Choices::default(),
            Self::Web => Choices { names: Names::Role, ..Choices::default() },
        }
    }

    /// The codes of its formats, in the order in which they are written.
    pub fn formats(self) -> &'static [&'static str] {
        match self {
            Self::Internal => &["docx"],
            Self::External => &["docx", "pdf"],
            Self::Web => &["html", "pdf"],
            Self::Archive => &["pdf", "txt", "json"],
        }
    }

    /// Whether its files go into one folder with metadata and checksums.
    pub fn is_folder(self) -> bool {
        self == Self::Archive
    }
}
