//! A report that somebody has edited before it goes out.

use uuid::Uuid;

use super::Report;
use super::id::ManuscriptId;

/// The words of a report as somebody left them. What the program would write itself is made afresh each time and is
/// not stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manuscript {
    /// One for each text that somebody began to edit.
    pub id: ManuscriptId,
    /// The meeting or the programme that it is about.
    pub subject: Uuid,
    /// Which report it is.
    pub report: Report,
    /// Its text, in the form of `crate::report::manuscript`.
    pub text: String,
}
