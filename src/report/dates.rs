//! The days of the material: its meetings, the next ones, when what is open is due, and when what was promised in
//! answers happens. It knows no file.

use chrono::NaiveDate;
use uuid::Uuid;

use super::calendar::{Calendar, Event};
use super::material::{Answer, History, Material, Told, Work};
use crate::i18n::due::due_in_words;
use crate::i18n::{Words, format, labels};
use crate::minutes::Response;
use crate::model::{Kind, Occasion, TimeSpan};

/// What stands behind the `@` of every identity.
const HOST: &str = "vidpennan";

/// The days of the material. Each has the identity of its record: the same in every calendar that is made of it.
pub fn calendar(material: &Material, words: &Words) -> Calendar {
    let mut events = Vec::new();
    for told in &material.meetings {
        events.extend(meeting(told, words));
        events.extend(next(told, material, words));
        for work in &told.work {
            events.extend(due(told, work, words));
            planned(&mut events, told, work, words);
        }
    }
    events.sort_by_key(|event| (event.date, event.time.map(|time| time.start)));
    Calendar { name: name(material, words), events }
}

/// The programme's name, or the meeting's where it is alone.
fn name(material: &Material, words: &Words) -> String {
    let programme = material.programme.as_ref().map(|programme| programme.name.clone());
    let programme = programme.filter(|name| !name.is_empty() && material.meetings.len() > 1);
    programme.unwrap_or_else(|| material.chosen().map(|told| title(told, words)).unwrap_or_default())
}

fn title(told: &Told, words: &Words) -> String {
    let title = &told.minutes.title;
    if title.is_empty() { words.paper.untitled.to_owned() } else { title.clone() }
}

/// An event without words: its day, and the identity and age of the record it is about.
fn event(id: Uuid, history: History, date: NaiveDate, time: Option<TimeSpan>) -> Event {
    Event {
        uid: format!("{id}@{HOST}"),
        sequence: history.changes,
        changed: history.last,
        date,
        time,
        title: String::new(),
        about: String::new(),
        place: String::new(),
    }
}

fn meeting(told: &Told, words: &Words) -> Option<Event> {
    let minutes = &told.minutes;
    Some(Event {
        title: title(told, words),
        about: told.meeting.audience.clone(),
        place: minutes.place.clone().unwrap_or_default(),
        ..event(told.meeting.id.0, told.history, minutes.date?, minutes.time)
    })
}

/// The next meeting, as long as it is not one of the meetings itself.
fn next(told: &Told, material: &Material, words: &Words) -> Option<Event> {
    let Occasion { date, time } = told.minutes.next?;
    if material.meetings.iter().any(|other| other.minutes.date == Some(date)) {
        return None;
    }
    Some(Event {
        uid: format!("{}-next@{HOST}", told.meeting.id.0),
        title: (words.dates.next)(&title(told, words)),
        ..event(told.meeting.id.0, told.history, date, time)
    })
}

/// The day on which open work is due.
fn due(told: &Told, work: &Work, words: &Words) -> Option<Event> {
    let entry = &work.entry;
    let due = entry.due.as_ref().filter(|_| entry.kind.is_open())?;
    let called =
        if matches!(entry.kind, Kind::Challenge(_)) { words.dates.to_answer } else { words.dates.due };
    let labelled = |label: &str, value: &str| format!("{label}: {value}");
    let about = [
        entry.owner.as_ref().map(|owner| labelled(words.paper.owner, owner)),
        Some(labelled(words.paper.due, &due_in_words(words, due))),
        labels::status(words.lang, entry.kind).map(|status| labelled(words.paper.status, status)),
        Some(said_at(told, words)),
    ];
    Some(Event {
        title: called(entry.number.as_deref().unwrap_or_default(), &entry.text),
        about: about.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        ..event(work.id.0, work.history, due.day, None)
    })
}

/// The days of what was promised in answers. An answer to several challenges is one event that names them all.
fn planned(events: &mut Vec<Event>, told: &Told, work: &Work, words: &Words) {
    for (response, answer) in work.entry.responses.iter().zip(&work.answers) {
        let number = work.entry.number.as_deref().unwrap_or_default();
        let challenge = (words.dates.answers)(format!("{number} {}", work.entry.text).trim());
        let Some(made) = promise(response, *answer, words) else { continue };
        if let Some(known) = events.iter_mut().find(|known| known.uid == made.uid) {
            known.about = format!("{challenge}\n{}", known.about);
        } else {
            let about = format!("{challenge}\n{}\n{}", made.about, said_at(told, words));
            events.push(Event { about, ..made });
        }
    }
}

fn promise(response: &Response, answer: Answer, words: &Words) -> Option<Event> {
    let due = response.due.as_ref()?;
    let sort = format::capitalised(labels::response_kind(words.lang, response.kind));
    Some(Event {
        title: (words.dates.planned)(&response.text),
        about: format!("{sort}: {}", due_in_words(words, due)),
        ..event(answer.id.0, answer.history, due.day, None)
    })
}

/// The meeting and its day.
fn said_at(told: &Told, words: &Words) -> String {
    let day = told.minutes.date.map(|date| format::long_date(words.lang, date)).unwrap_or_default();
    (words.dates.said_at)(&title(told, words), &day)
}
