//! What a line asks for becomes a verb of `ops`.

use super::{LineOutcome, LineTaker, Plain, ResponseTarget, WordsTarget, Written, scene};
use crate::i18n::templates;
use crate::i18n::vocabulary::minutes::section_kind;
use crate::model::history::Entity;
use crate::model::id::EntryId;
use crate::model::{Entry, SectionKind};
use crate::ops::{self, CapturePlace, NewSection, Refused, Reply};
use crate::pen::{Line, ResponseLine};
use crate::store::{self, Done, Store, StoreError};

/// Writes it down.
pub(super) fn write(
    taker: &LineTaker,
    store: &mut Store,
    written: Written,
) -> Result<Done<LineOutcome>, Refused> {
    match written {
        Written::Entry(line) => entry(taker, store, line),
        Written::Response(answer) => respond(taker, store, answer),
        Written::Continue(more) => match target(taker, store)? {
            WordsTarget::Entry(Entry { id, .. }) => {
                Ok(ops::continue_entry(store, id, &more)?.map(|_| LineOutcome::Continued(id)))
            }
            WordsTarget::Response(ResponseTarget { response, .. }) => {
                let done = ops::continue_response(store, response.id, &more)?;
                Ok(done.map(|()| LineOutcome::ChangedResponse(response.id)))
            }
        },
        Written::Correct { from, to } => match target(taker, store)? {
            WordsTarget::Entry(Entry { id, .. }) => {
                Ok(ops::correct_entry(store, id, &from, &to)?.map(|_| LineOutcome::Corrected(id)))
            }
            WordsTarget::Response(ResponseTarget { response, .. }) => {
                let done = ops::correct_response(store, response.id, &from, &to)?;
                Ok(done.map(|()| LineOutcome::ChangedResponse(response.id)))
            }
        },
        Written::Section(heading) => {
            // The heading says what is caught under it.
            let kind = section_kind(&heading);
            let new = NewSection { heading, kind, intro: Vec::new() };
            Ok(ops::create_section(store, taker.meeting, &new)?.map(LineOutcome::MadeSection))
        }
    }
}

fn entry(taker: &LineTaker, store: &mut Store, line: Line) -> Result<Done<LineOutcome>, Refused> {
    let mut before = Vec::new();
    let section = if let Some(section) = taker.section {
        section
    } else {
        let made = ops::create_section(store, taker.meeting, &first_section(taker))?;
        before = made.changes.touched;
        made.value
    };
    let at = CapturePlace { meeting: taker.meeting, section, table: taker.table, round: taker.round };
    let mut done = ops::capture(store, at, line.into())?.map(|entry| LineOutcome::Entry(entry.id, section));
    done.changes.touched.splice(0..0, before);
    Ok(done)
}

/// The section that a meeting without any gets.
pub(super) fn first_section(taker: &LineTaker) -> NewSection {
    let kind = match taker.plain {
        Plain::As(kind) => kind,
        Plain::Own | Plain::Response(_) => SectionKind::Notes,
    };
    let heading = templates::heading(taker.words.lang, kind).to_owned();
    NewSection { heading, kind, intro: Vec::new() }
}

fn respond(taker: &LineTaker, store: &mut Store, answer: ResponseLine) -> Result<Done<LineOutcome>, Refused> {
    let mut challenges: Vec<EntryId> = taker.targets.challenges.iter().map(|entry| entry.id).collect();
    if challenges.is_empty() {
        challenges.extend(scene::latest_challenge(store, taker.meeting)?.map(|latest| latest.entry.id));
    }
    for challenge in &taker.targets.challenges {
        is_shown(store, challenge)?;
    }
    let ResponseLine { kind, text, author, due, .. } = answer;
    let done = ops::answer_by(store, &challenges, &Reply { kind, text, due }, author)?;
    Ok(done.map(|response| LineOutcome::Response { response, challenges }))
}

/// What `+` and `s/…/…/` change.
fn target(taker: &LineTaker, store: &Store) -> Result<WordsTarget, Refused> {
    if let Some(words) = &taker.targets.words {
        words.entries().iter().try_for_each(|entry| is_shown(store, entry))?;
        return Ok(words.clone());
    }
    let latest = scene::latest_words(store, taker.meeting)?;
    latest.ok_or(Refused::Store(StoreError::NotFound(Entity::Entry)))
}

/// An entry whose section somebody has deleted gets no more words: they would be shown nowhere.
fn is_shown(store: &Store, entry: &Entry) -> Result<(), Refused> {
    let section = store::section::get(store, entry.section)?;
    section.map(|_| ()).ok_or(Refused::Store(StoreError::NotFound(Entity::Entry)))
}
