//! The box of saved views over some list.

use crate::model::id::ProgrammeId;
use crate::model::{Facet, SavedView};
use crate::ops::NewView;
use crate::store;
use crate::ui::context::Ctx;
use crate::ui::dialogs::views::Views;
use crate::ui::effect::{DialogAnswer, Effect};
use crate::ui::error::UiError;
use crate::ui::screen::Screen;

/// The programme whose views are offered: that of the meeting at the pen, otherwise the one that new meetings belong
/// to.
pub fn programme(ctx: &Ctx) -> Result<Option<ProgrammeId>, UiError> {
    let meeting = ctx.session.meeting.map(|meeting| store::meeting::get(ctx.store, meeting)).transpose()?;
    match meeting.flatten() {
        Some(meeting) => Ok(meeting.programme),
        None => Ok(store::programme::own(ctx.store)?.map(|programme| programme.id)),
    }
}

/// Opens the box over a list that shows this now; `take` is the step with the view that is called up and its conditions
/// about something that is gone, and returns what else is to be done.
pub fn ask<S: Screen>(
    now: NewView,
    take: impl FnOnce(&mut S, &SavedView, &[Facet], &Ctx) -> Effect + Send + 'static,
) -> Effect {
    Effect::ask(Views::of(now), move |screen: &mut S, answer, ctx| {
        let DialogAnswer::View(called) = answer else { return Ok(Effect::None) };
        let (view, gone) = *called;
        let more = take(screen, &view, &gone, ctx);
        let said = (ctx.look.words.views.shown)(&view.name);
        Ok(Effect::Many(vec![more, Effect::Refresh, Effect::Notice(said)]))
    })
}
