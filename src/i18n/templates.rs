//! What a new meeting begins with: its sections, by the kind of meeting.

use super::Lang;
use crate::model::{MeetingKind, SectionKind};

/// The heading of the section that a meeting without any gets for entries that belong under such a one.
pub fn heading(lang: Lang, kind: SectionKind) -> &'static str {
    let usual =
        sections(lang, MeetingKind::Formal).into_iter().chain(sections(lang, MeetingKind::RoundTable));
    let same = usual.into_iter().find(|(_, usual)| *usual == kind);
    same.map_or(lang.pick("Anteckningar", "Notes"), |(heading, _)| heading)
}

/// The headings of a new meeting and what is caught under each, in order.
pub fn sections(lang: Lang, kind: MeetingKind) -> Vec<(&'static str, SectionKind)> {
    use SectionKind::{Actions, Challenges, Commitments, Decisions, Notes, Questions};
    let notes = (lang.pick("Anteckningar", "Notes"), Notes);
    let challenges = (lang.pick("Utmaningar", "Challenges"), Challenges);
    let tomorrow =
        (lang.pick("Det här ska jag göra imorgon!", "This is what I will do tomorrow!"), Commitments);
    let questions = (lang.pick("Frågor", "Questions"), Questions);
    let actions = (lang.pick("Åtgärder", "Actions"), Actions);
    let decisions = (lang.pick("Beslut", "Decisions"), Decisions);
    match kind {
        MeetingKind::RoundTable => vec![(lang.pick("Tips", "Tips"), Notes), notes, challenges, tomorrow],
        MeetingKind::DialogueCafe => vec![notes, questions, challenges, tomorrow],
        MeetingKind::Network => {
            vec![(lang.pick("Sedan sist", "Since last time"), Notes), notes, challenges, tomorrow]
        }
        MeetingKind::Workshop => vec![(lang.pick("Idéer", "Ideas"), Notes), challenges, actions],
        MeetingKind::CheckIn => vec![(lang.pick("Läget", "Where we are"), Notes), challenges, actions],
        MeetingKind::Formal => vec![notes, decisions, actions],
        MeetingKind::Unknown => vec![notes],
    }
}
