//! Words that are typed in short in the programme of a meeting are written out in whatever field its words are typed.

use super::App;
use crate::model::id::MeetingId;
use crate::ops;
use crate::pen;
use crate::store;
use crate::text::slice;
use crate::ui::context::Ctx;
use crate::ui::dialogs::programme_form;
use crate::ui::effect::{Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::layer::Asker;
use crate::ui::screen::Screen;

/// A word that was typed in short and has been written out by the last key.
#[derive(Debug)]
pub(super) struct WrittenOut {
    /// As it was typed.
    short: String,
    /// Where what it became begins and ends.
    start: usize,
    end: usize,
    /// The text and its cursor after it.
    text: String,
    cursor: usize,
}

impl App {
    /// Opens the form of what is typed in short in the programme of the meeting at the pen, or of the latest one.
    pub(super) fn edit_abbreviations(&mut self) {
        let outcome = self.with_top(|_, ctx| {
            let meeting = match ctx.session.meeting {
                Some(id) => store::meeting::get(ctx.store, id)?,
                None => store::meeting::current(ctx.store, ctx.clock.today())?,
            };
            match meeting {
                Some(meeting) => programme_form::abbreviations(&meeting, ctx),
                None => Ok(Effect::Notice(ctx.look.words.work.no_meeting.to_owned())),
            }
        });
        self.settle(Asker::App, outcome);
    }

    /// Writes out the word before the cursor where it was typed in short; a backspace right after that brings back what
    /// was typed.
    pub(super) fn write_out(&mut self) {
        let mut last = self.written_out.take();
        self.step(|screen, ctx| write_out(screen, &mut last, ctx));
        self.written_out = last;
    }

    /// Before Enter takes a line: writes out the word that it ends with, which nothing follows.
    pub(super) fn write_out_at_end(&mut self) {
        self.step(write_out_last);
    }
}

/// Does it to the last word of the field of a screen, where the cursor is behind it.
fn write_out_last(screen: &mut dyn Screen, ctx: &Ctx) -> Outcome {
    let Some(meeting) = screen.meeting_written_in() else { return Ok(Effect::None) };
    let Some(field) = screen.text_field() else { return Ok(Effect::None) };
    let end = field.text().len();
    let is_at_end =
        field.cursor() == end && field.text().trim_end_matches('.').ends_with(char::is_alphanumeric);
    if !is_at_end || field.text().contains('\n') {
        return Ok(Effect::None);
    }
    let Some(found) = expansion(&format!("{} ", field.text()), end + 1, meeting, ctx)? else {
        return Ok(Effect::None);
    };
    field.put(found.range, &found.words);
    screen.typed(ctx)
}

/// What the word before the cursor is short for in the programme of a meeting.
fn expansion(
    text: &str,
    cursor: usize,
    meeting: MeetingId,
    ctx: &Ctx,
) -> Result<Option<pen::Expansion>, UiError> {
    let known = ops::abbreviations(ctx.store, meeting)?;
    let names = if known.is_empty() || !text.contains('@') { Vec::new() } else { names(ctx)? };
    Ok(pen::expand(text, cursor, &known, &names))
}

/// Does it in the field of a screen; `last` is the word that the key before this one wrote out.
fn write_out(screen: &mut dyn Screen, last: &mut Option<WrittenOut>, ctx: &Ctx) -> Outcome {
    let done = last.take();
    let Some(meeting) = screen.meeting_written_in() else { return Ok(Effect::None) };
    let Some(field) = screen.text_field() else { return Ok(Effect::None) };
    if done.is_some_and(|done| take_back(field, &done)) {
        return screen.typed(ctx);
    }
    // The store is asked only after what can end a word.
    if !pen::ends_word(field.text(), field.cursor()) {
        return Ok(Effect::None);
    }
    let cursor = field.cursor();
    // A text may have many lines: whether the word begins a sentence depends on its own.
    let line = slice(field.text(), ..cursor).rfind('\n').map_or(0, |at| at + 1);
    let Some(found) = expansion(slice(field.text(), line..), cursor - line, meeting, ctx)? else {
        return Ok(Effect::None);
    };
    let (start, end) = (line + found.range.start, line + found.range.end);
    let short = slice(field.text(), start..end).to_owned();
    let after = slice(field.text(), end..cursor).to_owned();
    field.put(start..cursor, &format!("{}{after}", found.words));
    let (text, cursor) = (field.text().to_owned(), field.cursor());
    *last = Some(WrittenOut { short, start, end: start + found.words.len(), text, cursor });
    screen.typed(ctx)
}

/// Brings back what was typed where only the character that the cursor was behind is gone.
fn take_back(field: &mut dyn TextInput, done: &WrittenOut) -> bool {
    let cursor = field.cursor();
    let gone = done.text.len().checked_sub(field.text().len()).filter(|gone| *gone > 0);
    let is_taken_back = done.end <= cursor
        && gone.is_some_and(|gone| cursor + gone == done.cursor)
        && slice(&done.text, ..cursor) == slice(field.text(), ..cursor)
        && slice(&done.text, done.cursor..) == slice(field.text(), cursor..);
    if is_taken_back {
        let after = slice(&done.text, done.end..done.cursor);
        field.put(done.start..cursor, &format!("{}{after}", done.short));
    }
    is_taken_back
}

/// The names of the register, in which nothing is written out.
fn names(ctx: &Ctx) -> Result<Vec<String>, UiError> {
    Ok(store::person::list(ctx.store)?.into_iter().map(|person| person.name).collect())
}
