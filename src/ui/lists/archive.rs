//! Closing the open commitments of one meeting together, so that those of an old one are not late for ever.

use crate::i18n::labels;
use crate::model::id::{EntryId, MeetingId};
use crate::model::{CommitmentStatus, Entry, Kind};
use crate::ops::{self, Seen};
use crate::store;
use crate::store::work::{self, Filter, WorkClass};
use crate::ui::context::Ctx;
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};

/// What they become: nobody knows whether anything came of them.
const ARCHIVED: CommitmentStatus = CommitmentStatus::Archived;

/// Asks whether to close those of the marked entries that are open commitments, or all of a meeting where nothing is
/// marked, and closes those that were counted, in one step.
pub fn archive(marked: &[Entry], meeting: Option<MeetingId>, ctx: &Ctx) -> Outcome {
    let words = &ctx.look.words.work.archive;
    if !marked.is_empty() {
        let open = |id: EntryId| {
            let entry = store::entry::get(ctx.store, id)?;
            Ok(entry.filter(|entry| matches!(entry.kind, Kind::Commitment(_)) && entry.kind.is_open()))
        };
        let before = Seen::read(ctx.store, |_| {
            marked.iter().map(|entry| open(entry.id)).collect::<store::Result<Vec<_>>>()
        })?;
        let before = before.map(|entries| entries.into_iter().flatten().map(|entry| entry.id).collect());
        return Ok(ask(before, words.ask_marked, words.nothing_marked, ctx));
    }
    let meeting = meeting.map(|id| store::meeting::get(ctx.store, id)).transpose()?.flatten();
    let Some(meeting) = meeting else { return Ok(Effect::Notice(words.no_meeting.to_owned())) };
    let open = Filter {
        class: WorkClass::Commitments,
        meeting: Some(meeting.id),
        open: Some(true),
        ..Filter::default()
    };
    let before = Seen::read(ctx.store, |store| work::list(store, &open, 0, work::count(store, &open)?))?;
    let before = before.map(|listed| listed.iter().map(|work| work.entry.id).collect());
    Ok(ask(before, |count| (words.ask)(count, &meeting.title), words.nothing, ctx))
}

/// Asks whether to close these, which are so many, or says that there are none.
fn ask(before: Seen<Vec<EntryId>>, title: impl Fn(usize) -> String, nothing: &str, ctx: &Ctx) -> Effect {
    let words = &ctx.look.words.work.archive;
    let ids = before.value;
    if ids.is_empty() {
        return Effect::Notice(nothing.to_owned());
    }
    let status = labels::status(ctx.look.words.lang, Kind::Commitment(ARCHIVED)).unwrap_or_default();
    let question = Confirm::new(title(ids.len()), (words.text)(status));
    let before = Seen { value: None, held: before.held };
    Effect::ask_plain(question, move |answer, ctx| {
        if answer != DialogAnswer::Yes {
            return Effect::None;
        }
        let said = (ctx.look.words.work.archive.done)(ids.len());
        let archived = Some(Kind::Commitment(ARCHIVED));
        Effect::write(said, move |store| ops::choose_status(store, &ids, &before, archived, ""))
    })
}
