//! What the files of a publication are called.

use crate::files::name;
use crate::i18n::{Words, labels};
use crate::report::{Imprint, Report};

/// A file name for a publication, without its ending. Minutes are called by their meeting, the others by what they are
/// about, by their kind and by whose work they are about alone; what is about a whole programme bears the day on which
/// it is made.
pub fn stem(imprint: &Imprint, words: &Words) -> String {
    let untitled = words.publication.untitled;
    // A long title yields to the report's name, which distinguishes the files of a meeting.
    let owner = imprint.owner.as_ref().map(|owner| format!(" {owner}")).unwrap_or_default();
    let label = match imprint.report {
        Report::Minutes => owner,
        report => format!(" {}{owner}", labels::report(words.lang, report).to_lowercase()),
    };
    let room = name::LONGEST.saturating_sub(label.chars().count());
    let about = name::dated(imprint.day, &imprint.subject, untitled, room);
    if label.is_empty() { about } else { name::safe(&format!("{about}{label}"), untitled) }
}
