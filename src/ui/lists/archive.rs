//! Closing the open commitments of one meeting together, so that those of an old one are not late for ever.

use crate::i18n::labels;
use crate::model::id::{EntryId, MeetingId};
use crate::model::{CommitmentStatus, Kind};
use crate::ops::{self, Seen};
use crate::store;
use crate::store::work::{self, Filter, WorkClass};
use crate::ui::context::Ctx;
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};

/// What they become: nobody knows whether anything came of them.
const ARCHIVED: CommitmentStatus = CommitmentStatus::Archived;

/// Asks whether to close the open commitments of a meeting, and closes those that were counted, in one step.
pub fn archive(meeting: Option<MeetingId>, ctx: &Ctx) -> Outcome {
    let words = &ctx.look.words.work.archive;
    let meeting = meeting.map(|id| store::meeting::get(ctx.store, id)).transpose()?.flatten();
    let Some(meeting) = meeting else { return Ok(Effect::Notice(words.nothing.to_owned())) };
    let open = Filter {
        class: WorkClass::Commitments,
        meeting: Some(meeting.id),
        open: Some(true),
        ..Filter::default()
    };
    let before = Seen::read(ctx.store, |store| work::list(store, &open, 0, work::count(store, &open)?))?;
    let ids: Vec<EntryId> = before.value.iter().map(|work| work.entry.id).collect();
    if ids.is_empty() {
        return Ok(Effect::Notice(words.nothing.to_owned()));
    }
    let status = labels::status(ctx.look.words.lang, Kind::Commitment(ARCHIVED)).unwrap_or_default();
    let question = Confirm::new((words.ask)(ids.len(), &meeting.title), (words.text)(status));
    let before = Seen { value: None, held: before.held };
    Ok(Effect::ask_plain(question, move |answer, ctx| {
        if answer != DialogAnswer::Yes {
            return Effect::None;
        }
        let said = (ctx.look.words.work.archive.done)(ids.len());
        let archived = Some(Kind::Commitment(ARCHIVED));
        Effect::write(said, move |store| ops::choose_status(store, &ids, &before, archived, ""))
    }))
}
