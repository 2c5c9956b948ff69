//! What the files of a report are called.

use crate::files::name;
use crate::i18n::{Words, labels};
use crate::report::{Material, Report, ReportScope};

/// A file name for a report, without its ending. Minutes are called by their meeting, the others by what they are
/// about and by their kind; what is about a whole programme bears the day on which it is made.
pub fn stem(material: &Material, report: Report, scope: ReportScope, words: &Words) -> String {
    let untitled = words.publication.untitled;
    // A long title yields to the report's name, which distinguishes the files of a meeting.
    let label = match report {
        Report::Minutes => String::new(),
        _ => format!(" {}", labels::report(words.lang, report).to_lowercase()),
    };
    let room = name::LONGEST.saturating_sub(label.chars().count());
    let about = match (&material.programme, material.chosen(), scope) {
        (Some(programme), _, ReportScope::Programme) if report != Report::Minutes => {
            name::dated(Some(material.today), &programme.name, untitled, room)
        }
        (_, Some(data), _) => name::dated(data.minutes.date, &data.minutes.title, untitled, room),
        _ => String::new(),
    };
    if label.is_empty() { about } else { name::safe(&format!("{about}{label}"), untitled) }
}
