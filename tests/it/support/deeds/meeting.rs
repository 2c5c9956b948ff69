//! What is done to whole meetings: begun, changed, deleted, read from a document, reported on.

use std::time::Duration;

use vidpennan::i18n::Lang;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::history::Changes;
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Meeting, MeetingKind, Report, SectionKind};
use vidpennan::ops::{self, ImportProgress, Imported, NewMeeting, Pace, Refused, Seen};
use vidpennan::store::{self, Store};

use super::super::at_once;
use super::Deed;

/// A document with a header, people, a challenge with its response, and an action.
fn document(name: &str) -> String {
    format!(
        "Möte om {name}\n\nDatum: 2026-03-05\n\nNärvarande: {name} Ek, Amina Berg\n\nUtmaningar:\n\n\
         - Svårt med {name} (Det är på gång).\n\nÅtgärder:\n\n- Boka salen. Ansvarig: {name} Ek. Klart: 2026-03-27\n"
    )
}

/// Does it; what is edited on paper is the report of `meeting`.
pub(super) fn act(store: &mut Store, meeting: MeetingId, deed: &Deed) -> Result<Changes, Refused> {
    let meetings = store::meeting::list(store).unwrap();
    let pick = |at: &usize| meetings.get(at % meetings.len().max(1)).cloned();
    let report = Report::News;
    let manuscript = store::manuscript::of(store, meeting.0, report).unwrap().map(|known| known.text);
    Ok(match deed {
        Deed::NewMeeting(title) => {
            let sections = vec![("Utmaningar", SectionKind::Challenges), ("Tips", SectionKind::Notes)];
            let new = NewMeeting::from_template(title.as_str(), MeetingKind::RoundTable, sections);
            ops::create_meeting(store, new)?.changes
        }
        Deed::CurrentMeeting(title) => {
            let new = NewMeeting::from_template(title.as_str(), MeetingKind::RoundTable, Vec::new());
            ops::current_or_new_meeting(store, store.clock().today(), new)?.changes
        }
        Deed::EditMeetingIn(at, programme) => {
            let Some(before) = pick(at) else { return Ok(Changes::default()) };
            let seen = Seen::now(store, before.clone()).unwrap();
            ops::edit_meeting_in(store, &seen, &before, Some(programme))?.changes
        }
        Deed::EditMeeting(at, title) => {
            let Some(before) = pick(at) else { return Ok(Changes::default()) };
            let after = Meeting {
                title: title.clone(),
                place: title.clone(),
                nameless: !before.nameless,
                ..before.clone()
            };
            at_once::edit_meeting(store, &before, &after)?.changes
        }
        Deed::MoveMeeting(at, programme) => {
            let Some(meeting) = pick(at) else { return Ok(Changes::default()) };
            ops::move_meeting(store, meeting.id, programme)?.changes
        }
        Deed::DeleteMeeting(at) => {
            let Some(meeting) = pick(at) else { return Ok(Changes::default()) };
            at_once::delete_meeting(store, meeting.id)?.changes
        }
        Deed::ImportMinutes(name) => {
            let minutes = read_quietly(&document(name), Lang::Sv.words());
            if name.len() % 4 == 0 {
                return Ok(ops::keep_minutes(store, &minutes)?.changes);
            }
            ops::import_minutes(store, &minutes, Some(name))?.changes
        }
        Deed::ImportInParts(name, whole) => {
            let minutes = read_quietly(&document(name), Lang::Sv.words());
            let pace = Pace { most: 2, pause: Duration::ZERO, ..Pace::default() };
            let go_on = |come| *whole || !matches!(come, ImportProgress::Storing { done: 1.., .. });
            match ops::import_in_parts(store, &minutes, Some(name), pace, go_on)? {
                Imported::Whole(done) => done.changes,
                Imported::TakenBack { .. } => Changes::default(),
            }
        }
        Deed::WriteManuscript(text) => {
            at_once::write_manuscript(store, meeting.0, report, manuscript.as_deref(), text)?.changes
        }
        Deed::DiscardManuscript => {
            at_once::discard_manuscript(store, meeting.0, report, manuscript.as_deref())?.changes
        }
        _ => Changes::default(),
    })
}
