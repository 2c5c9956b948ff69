//! The dates of the material: its meetings, the next ones, the due dates of open work, and the dates that were promised
//! in responses. It knows no file format.

use chrono::NaiveDate;
use uuid::Uuid;

use super::calendar::{Calendar, CalendarEvent};
use super::lines;
use super::material::{GivenResponse, Material, MeetingData, Work, WriteHistory};
use crate::i18n::due::due_in_words;
use crate::i18n::{Words, format, labels};
use crate::model::{Kind, Occasion, TimeSpan};

/// The part of every uid after the `@`.
const HOST: &str = "vidpennan";

/// Every event has the id of its record for its uid: the same in every calendar that is made of it.
pub fn calendar(material: &Material, words: &Words) -> Calendar {
    let mut events = Vec::new();
    for data in &material.meetings {
        events.extend(meeting(data, words));
        events.extend(next(data, words));
        for work in &data.work {
            events.extend(due(data, work, words));
            planned(&mut events, data, work, words);
        }
    }
    events.sort_by_key(|event| (event.date, event.time.map(|time| time.start)));
    Calendar { name: name(material, words), events }
}

/// The programme's name, or the meeting's where it is alone.
fn name(material: &Material, words: &Words) -> String {
    let programme = material.programme.as_ref().map(|programme| programme.name.clone());
    let programme = programme.filter(|name| !name.is_empty() && material.meetings.len() > 1);
    programme.unwrap_or_else(|| material.chosen().map(|data| title(data, words)).unwrap_or_default())
}

fn title(data: &MeetingData, words: &Words) -> String {
    let title = &data.minutes.title;
    if title.is_empty() { words.publication.untitled.to_owned() } else { title.clone() }
}

/// An event without texts: its date, and the id and write history of the record that it is about.
fn event(id: Uuid, history: WriteHistory, date: NaiveDate, time: Option<TimeSpan>) -> CalendarEvent {
    CalendarEvent {
        uid: format!("{id}@{HOST}"),
        sequence: history.changes,
        changed: history.last,
        date,
        time,
        title: String::new(),
        about: String::new(),
        place: String::new(),
        is_cancelled: false,
        reminds: false,
    }
}

fn meeting(data: &MeetingData, words: &Words) -> Option<CalendarEvent> {
    let minutes = &data.minutes;
    Some(CalendarEvent {
        title: title(data, words),
        about: data.meeting.audience.clone(),
        place: minutes.place.clone().unwrap_or_default(),
        ..event(data.meeting.id.0, data.history, minutes.date?, minutes.time)
    })
}

/// The next meeting. Once there is a meeting on that day, the announcement is cancelled: the meeting has its own event.
fn next(data: &MeetingData, words: &Words) -> Option<CalendarEvent> {
    let Occasion { date, time } = data.minutes.next?;
    Some(CalendarEvent {
        is_cancelled: data.is_next_held,
        uid: format!("{}-next@{HOST}", data.meeting.id.0),
        title: (words.dates.next)(&title(data, words)),
        ..event(data.meeting.id.0, data.history, date, time)
    })
}

/// The due date of work. What is done or struck off is cancelled.
fn due(data: &MeetingData, work: &Work, words: &Words) -> Option<CalendarEvent> {
    let entry = &work.entry;
    let due = entry.due.as_ref()?;
    let called =
        if matches!(entry.kind, Kind::Challenge(_)) { words.dates.to_answer } else { words.dates.due };
    let labelled = |label: &str, value: &str| format!("{label}: {value}");
    let about = [
        lines::owner(entry, words).map(|owner| labelled(words.publication.owner, owner)),
        Some(labelled(words.publication.due, &due_in_words(words, due))),
        labels::status(words.lang, entry.kind).map(|status| labelled(words.publication.status, status)),
        Some(said_at(data, words)),
    ];
    Some(CalendarEvent {
        title: called(entry.number.as_deref().unwrap_or_default(), &entry.text),
        about: about.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        is_cancelled: !entry.kind.is_open(),
        reminds: entry.kind.is_open(),
        ..event(work.id.0, work.history, due.day, None)
    })
}

/// The dates that were promised in responses. A response to several challenges is one event that names them all.
fn planned(events: &mut Vec<CalendarEvent>, data: &MeetingData, work: &Work, words: &Words) {
    for given in &work.responses {
        let number = work.entry.number.as_deref().unwrap_or_default();
        let challenge = (words.dates.answers)(format!("{number} {}", work.entry.text).trim());
        let Some(event) = promise(given, words) else { continue };
        if let Some(known) = events.iter_mut().find(|known| known.uid == event.uid) {
            known.about = format!("{challenge}\n{}", known.about);
        } else {
            let about = format!("{challenge}\n{}\n{}", event.about, said_at(data, words));
            events.push(CalendarEvent { about, ..event });
        }
    }
}

fn promise(given: &GivenResponse, words: &Words) -> Option<CalendarEvent> {
    let response = &given.response;
    let due = response.due.as_ref()?;
    let kind = format::capitalised(labels::response_kind(words.lang, response.kind));
    Some(CalendarEvent {
        title: (words.dates.planned)(&response.text),
        about: format!("{kind}: {}", due_in_words(words, due)),
        ..event(given.id.0, given.history, due.day, None)
    })
}

/// The title of the meeting and its date.
fn said_at(data: &MeetingData, words: &Words) -> String {
    let day = data.minutes.date.map(|date| format::long_date(words.lang, date)).unwrap_or_default();
    (words.dates.said_at)(&title(data, words), &day)
}
