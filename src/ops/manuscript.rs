//! Editing a report before it goes out.

use uuid::Uuid;

use super::seen::{Seen, merged_text};
use super::{Refused, Result};
use crate::i18n::{Lang, labels};
use crate::model::history::{Entity, Op};
use crate::model::id::{ManuscriptId, MeetingId};
use crate::model::{Manuscript, Report};
use crate::store::{self, Done, Store, StoreError, Tx, WriteScope};

/// Stores the edited text of a report about a meeting or a programme, in place of the one before: `before` is the
/// edited text that was opened, `None` where it was a fresh one.
///
/// # Errors
/// [`Refused::Empty`] without words; [`Refused::Changed`] where another window has stored another text since; those of
/// the store, as where the meeting was deleted meanwhile.
pub fn write_manuscript(
    store: &mut Store,
    subject: Uuid,
    report: Report,
    before: &Seen<Option<String>>,
    text: &str,
) -> Result<Done<ManuscriptId>> {
    if text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    store.transact(Op::WriteManuscript, WriteScope::Subject(subject), |tx| {
        tx.based_on(&before.held)?;
        refuse_gone(tx, subject)?;
        about(tx, report);
        if let Some(known) = store::manuscript::of(tx.store(), subject, report)? {
            // Of a text that was not there when the editing began no word was shown.
            let before = before.clone().map(Option::unwrap_or_default);
            let text = merged_text(tx.store(), (known.id.0, "text"), &before, text.to_owned(), &known.text)?;
            store::manuscript::update(tx, &Manuscript { text, ..known.clone() })?;
            return Ok(known.id);
        }
        let manuscript = Manuscript { id: tx.new_id(), subject, report, text: text.to_owned() };
        store::manuscript::insert(tx, &manuscript)?;
        Ok(manuscript.id)
    })
}

/// Soft-deletes the edited text of a report, which was `before` when it was opened: from now on it is made afresh.
/// Without such a text nothing changes; one that another laptop has written on since is kept.
///
/// # Errors
/// [`Refused::Changed`] where another window has stored another text since; [`StoreError::NotFound`] where the meeting
/// was deleted; those of the store.
pub fn discard_manuscript(
    store: &mut Store,
    subject: Uuid,
    report: Report,
    before: &Seen<Option<String>>,
) -> Result<Done<()>> {
    store.transact(Op::DiscardManuscript, WriteScope::Subject(subject), |tx| {
        tx.based_on(&before.held)?;
        // Its undo would bring the meeting back.
        refuse_gone(tx, subject)?;
        about(tx, report);
        let all = store::manuscript::all_of(tx.store(), subject, report)?;
        if let Some(known) = all.first()
            && before.value.as_ref() != Some(&known.text)
            && !store::is_written_elsewhere_only(tx.store(), &before.held, known.id.0, "text")?
        {
            return Err(Refused::Changed(known.text.clone()));
        }
        all.into_iter().try_for_each(|known| Ok(store::manuscript::delete(tx, known.id)?))
    })
}

/// Refuses to write about a meeting that was deleted: it would come back unasked.
fn refuse_gone(tx: &Tx<'_>, subject: Uuid) -> Result<()> {
    let meeting = MeetingId(subject);
    let is_gone = store::meeting::get(tx.store(), meeting)?.is_none()
        && store::meeting::get_or_gone(tx.store(), meeting)?.is_some();
    if is_gone { Err(StoreError::NotFound(Entity::Meeting).into()) } else { Ok(()) }
}

fn about(tx: &mut Tx<'_>, report: Report) {
    // What was done is named in the log once and for all, as numbers are: in the language of the room.
    tx.about(labels::report(Lang::MINUTES, report));
}
