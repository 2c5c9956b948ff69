//! A database that cannot be opened, and its copies: the question which of them is put back before the interface opens.

use super::restore::say_aside;
use super::{CommandResult, Desk, Failure};
use crate::speech;
use crate::store::backup::{self, BackupFile};
use crate::store::{StoreError, restore};

/// How many copies are offered: each has a digit.
const MOST: usize = 9;

/// What somebody answered.
enum Rescue {
    Copy(usize),
    /// The database by itself, without the log beside it.
    Alone,
    Anew,
    Leave,
}

/// Offers what can be done about a database that was emptied, is damaged, or has the log of another beside it, and does
/// it. Where
/// there is nothing to offer, or it is declined, the failure comes back.
pub(super) fn offer(desk: &mut Desk, failure: Failure) -> CommandResult {
    let Failure::Store(
        error @ (StoreError::Emptied { .. } | StoreError::ForeignLog(_) | StoreError::Damaged(_)),
    ) = failure
    else {
        return Err(failure);
    };
    let copies: Vec<BackupFile> = backup::list(&desk.database)?.into_iter().take(MOST).collect();
    if copies.is_empty() && matches!(error, StoreError::Damaged(_)) {
        return Err(Failure::Store(error));
    }
    let has_file = matches!(error, StoreError::ForeignLog(_));
    let spoken = speech::store(&error, desk.words);
    desk.say(&spoken.sentence)?;
    for (nth, copy) in copies.iter().enumerate() {
        let contents = backup::verify(&copy.path).ok();
        desk.say(&format!("  {}  {}", nth + 1, speech::copies::copy(copy, contents, desk.words)))?;
    }
    let words = &desk.words.copies;
    loop {
        write!(desk.out, "{} ", (words.choose)(copies.len(), has_file))?;
        desk.out.flush()?;
        let Some(line) = desk.read_line()? else { return Err(Failure::Store(error)) };
        let (database, now) = (desk.database.clone(), desk.clock.now());
        let aside = match answer(&line, copies.len(), has_file) {
            Some(Rescue::Copy(at)) => restore::put_back(&copies[at].path, &database, now)?,
            Some(Rescue::Alone) => restore::put_back(&database, &database, now)?,
            Some(Rescue::Anew) => {
                restore::begin_anew(&database, now)?;
                None
            }
            Some(Rescue::Leave) => return Err(Failure::Store(error)),
            None => continue,
        };
        return say_aside(desk, aside.as_deref());
    }
}

/// `None` for what is no answer.
fn answer(line: &str, copies: usize, has_file: bool) -> Option<Rescue> {
    match line.trim().to_lowercase().as_str() {
        "" => Some(Rescue::Leave),
        "n" => Some(Rescue::Anew),
        "d" if has_file => Some(Rescue::Alone),
        number => {
            let nth: usize = number.parse().ok()?;
            (1..=copies).contains(&nth).then(|| Rescue::Copy(nth - 1))
        }
    }
}
