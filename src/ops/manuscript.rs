//! Editing a report before it goes out.

use uuid::Uuid;

use super::{Refused, Result};
use crate::i18n::{Lang, labels};
use crate::model::history::Op;
use crate::model::id::ManuscriptId;
use crate::model::{Manuscript, Report};
use crate::store::{self, Done, Store, Tx, WriteScope};

/// Stores the edited text of a report about a meeting or a programme, in place of the one before: `before` is the
/// edited text that was opened, `None` where it was a fresh one.
///
/// # Errors
/// [`Refused::Empty`] without words; [`Refused::Changed`] where somebody else has stored another text since; those of
/// the store.
pub fn write_manuscript(
    store: &mut Store,
    subject: Uuid,
    report: Report,
    before: Option<&str>,
    text: &str,
) -> Result<Done<ManuscriptId>> {
    if text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    store.transact(Op::WriteManuscript, WriteScope::Subject(subject), |tx| {
        about(tx, report);
        if let Some(known) = store::manuscript::of(tx.store(), subject, report)? {
            if before != Some(&known.text) && known.text != text {
                return Err(Refused::Changed(known.text));
            }
            store::manuscript::update(tx, &Manuscript { text: text.to_owned(), ..known.clone() })?;
            return Ok(known.id);
        }
        let manuscript = Manuscript { id: tx.new_id(), subject, report, text: text.to_owned() };
        store::manuscript::insert(tx, &manuscript)?;
        Ok(manuscript.id)
    })
}

/// Soft-deletes the edited text of a report, which was `before` when it was opened: from now on it is made afresh.
/// Without such a text nothing changes.
///
/// # Errors
/// [`Refused::Changed`] where somebody else has stored another text since; those of the store.
pub fn discard_manuscript(
    store: &mut Store,
    subject: Uuid,
    report: Report,
    before: Option<&str>,
) -> Result<Done<()>> {
    store.transact(Op::DiscardManuscript, WriteScope::Subject(subject), |tx| {
        about(tx, report);
        if let Some(known) = store::manuscript::of(tx.store(), subject, report)?
            && before != Some(&known.text)
        {
            return Err(Refused::Changed(known.text));
        }
        while let Some(known) = store::manuscript::of(tx.store(), subject, report)? {
            store::manuscript::delete(tx, known.id)?;
        }
        Ok(())
    })
}

fn about(tx: &mut Tx<'_>, report: Report) {
    // What was done is named in the log once and for all, as numbers are: in the language of the room.
    tx.about(labels::report(Lang::MINUTES, report));
}
