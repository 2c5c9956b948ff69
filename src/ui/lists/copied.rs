//! Entries as text for the clipboard: the number, the words, who and by when in brackets, and under them the responses.

use crate::i18n::entry_name::entry_number;
use crate::model::{Entry, Response};
use crate::store::{self, Marks};
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{Effect, Outcome};
use crate::ui::lists::work::row;

/// Copies these entries.
pub fn copy(entries: &[Entry], ctx: &Ctx) -> Outcome {
    let mut lines = Vec::new();
    let marks = store::marks(ctx.store)?;
    for entry in entries {
        lines.extend(lines_of(entry, &store::response::to(ctx.store, entry.id)?, &marks, ctx.look));
    }
    Ok(as_effect(&lines, entries.len(), ctx))
}

/// What asks for the copying of lines about so many entries.
pub fn as_effect(lines: &[String], entries: usize, ctx: &Ctx) -> Effect {
    let said = (ctx.look.words.work.copied)(entries);
    Effect::Many(vec![Effect::Copy(lines.join("\n")), Effect::Notice(said)])
}

/// The lines of an entry.
pub fn lines_of(entry: &Entry, responses: &[Response], marks: &Marks, look: &Look) -> Vec<String> {
    let number = entry_number(entry, marks.of(entry)).map(|number| format!("{number} ")).unwrap_or_default();
    let due = entry.due.as_ref().map(|due| row::due(look.words.lang, due, look.now.date()));
    let beside: Vec<String> = entry.owner.iter().cloned().chain(due).collect();
    let beside = if beside.is_empty() { String::new() } else { format!(" ({})", beside.join(", ")) };
    let mut lines = vec![format!("{number}{}{beside}", entry.text)];
    lines.extend(responses.iter().map(|response| format!("  ↳ {}", response.text)));
    lines
}
