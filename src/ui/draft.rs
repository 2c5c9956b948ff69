//! What was written and is not in the store when the program ends. It is kept in a file beside the store, and taken up
//! when the program is opened again.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::minutes::Minutes;
use crate::minutes::interchange::values;
use crate::model::Report;
use crate::store::HeldRows;

/// Words that are not in the store yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// A line that was being written.
    Line(String),
    /// A report that was being edited when the store could not be written.
    Report(UnsavedReport),
    /// What somebody wrote in the example, which ended before they could be asked what becomes of it.
    Example(Minutes),
}

/// The edited text of a report, with what is needed to store it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsavedReport {
    /// The meeting or the programme that it is about.
    pub subject: Uuid,
    /// What that is called.
    pub name: String,
    /// Which report it is.
    #[serde(with = "values::coded")]
    pub report: Report,
    /// The stored text that was written on; `None` where it was a fresh one.
    pub before: Option<String>,
    /// What was held of the log then; nothing is known of it in a draft of an earlier version.
    #[serde(default)]
    pub held: HeldRows,
    /// Its text now.
    pub text: String,
}
