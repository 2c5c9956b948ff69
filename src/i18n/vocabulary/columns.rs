//! What the columns of the tables of minutes are called, all in lower case.

use super::minutes::bare;

/// Heads of the column that says what is to be done, the surest first.
pub const TASK_HEADS: &[&str] = &[
    "att göra",
    "vad ska göras",
    "vad",
    "åtgärd",
    "åtgärder",
    "aktivitet",
    "aktiviteter",
    "uppgift",
    "uppgifter",
    "insats",
    "uppdrag",
    "åtagande",
    "göra",
    "to do",
    "what",
    "action",
    "actions",
    "task",
    "activity",
];

/// Heads of the column that says who answers for it, the surest first.
pub const OWNER_HEADS: &[&str] = &[
    "ansvarig",
    "ansvariga",
    "ansvar",
    "ansv",
    "ansvarig person",
    "ansvarig för åtgärden",
    "vem ansvarar",
    "vem är ansvarig",
    "vem gör",
    "vem gör det",
    "vem",
    "vilka",
    "ägare",
    "utförare",
    "utförs av",
    "handläggare",
    "responsible",
    "responsible person",
    "owner",
    "assigned to",
    "assignee",
    "who",
    "by whom",
];

/// Heads of that column, where another says what is to be done.
pub const DOUBTFUL_OWNER_HEADS: &[&str] = &["namn", "person", "personer", "av", "av vem", "av vilka", "name"];

/// Heads of the column that says by when, the surest first.
pub const DUE_HEADS: &[&str] = &[
    "klart senast",
    "klar senast",
    "senast klart",
    "senast klar",
    "klart när",
    "klart",
    "klar",
    "klardatum",
    "färdigt",
    "färdig",
    "senast",
    "slutdatum",
    "sista dag",
    "sista datum",
    "deadline",
    "när",
    "due",
    "due date",
    "by when",
    "when",
];

/// Heads of that column, where another says what is to be done.
pub const DOUBTFUL_DUE_HEADS: &[&str] =
    &["datum", "dag", "tid", "tidpunkt", "tidplan", "tidsplan", "till", "by", "date"];

/// Heads of the column that says how far it has come.
pub const STATUS_HEADS: &[&str] = &["status"];

/// Whether a text is what the column of a table of minutes is called.
pub fn is_column_head(text: &str) -> bool {
    const HEADS: &[&str] = &[
        "vad",
        "vem",
        "när",
        "nr",
        "åtgärd",
        "aktivitet",
        "uppgift",
        "ansvarig",
        "ansvariga",
        "klart",
        "klart senast",
        "klart när",
        "senast",
        "deadline",
        "datum",
        "status",
        "utmaning",
        "fråga",
        "punkt",
        "ärende",
        "anteckning",
        "kommentar",
        "bord",
        "svar",
        "återkoppling",
        "beslut",
        "what",
        "who",
        "when",
        "action",
        "owner",
        "responsible",
        "due",
        "challenge",
        "question",
        "comment",
        "response",
        "answer",
        "decision",
    ];
    HEADS.contains(&bare(text).as_str())
}
