//! What is typed in short within a programme: given, changed, taken away.

use super::seen::Seen;
use super::{Result, found, merged};
use crate::model::Abbreviation;
use crate::model::history::{Entity, Op};
use crate::model::id::{MeetingId, ProgrammeId};
use crate::pen::Abbreviations;
use crate::store::{self, Done, Store, WriteScope};

/// What is typed in short in the programme of a meeting; nothing where it belongs to none.
///
/// # Errors
/// Where the file cannot be read.
pub fn abbreviations(store: &Store, meeting: MeetingId) -> store::Result<Abbreviations> {
    let programme = store::meeting::get(store, meeting)?.and_then(|meeting| meeting.programme);
    let known = programme.map(|id| store::abbreviation::list(store, id)).transpose()?;
    // Of two for the same the first one counts.
    let known = known.unwrap_or_default().into_iter().rev();
    Ok(known.map(|known| (known.short, known.long)).collect())
}

/// Writes what a programme's short forms become: `after` has a pair of a short form and its words for each of
/// `before`, in their order, and then those that are new. One without words is taken away; a new one that is known
/// already gets the new words. What is the same in both is left as it is now.
///
/// # Errors
/// Those of the store.
pub fn edit_abbreviations(
    store: &mut Store,
    programme: ProgrammeId,
    before: &Seen<Vec<Abbreviation>>,
    after: &[(String, String)],
) -> Result<Done<()>> {
    store.transact(Op::EditAbbreviations, WriteScope::Register, |tx| {
        tx.based_on(&before.held)?;
        let owner = found(store::programme::get(tx.store(), programme)?, Entity::Programme)?;
        tx.about(owner.name);
        let known = store::abbreviation::list(tx.store(), programme)?;
        for (at, (short, long)) in after.iter().enumerate() {
            let (short, long) = (short.trim().to_owned(), long.trim().to_owned());
            let shown = before.value.get(at);
            let now = match shown {
                Some(shown) => known.iter().find(|known| known.id == shown.id),
                None => known.iter().find(|known| known.short == short),
            };
            match (shown, now) {
                (_, Some(now)) if shown.is_some() && long.is_empty() => {
                    store::abbreviation::delete(tx, now.id)?;
                }
                (_, Some(now)) if !long.is_empty() => {
                    let shown = shown.unwrap_or(now);
                    let long = merged(&shown.long, long, now.long.clone());
                    if long != now.long {
                        store::abbreviation::update(tx, &Abbreviation { long, ..now.clone() })?;
                    }
                }
                (None, None) if !short.is_empty() && !long.is_empty() => {
                    let new = Abbreviation { id: tx.new_id(), programme, short, long };
                    store::abbreviation::insert(tx, &new)?;
                }
                _ => {}
            }
        }
        Ok(())
    })
}
