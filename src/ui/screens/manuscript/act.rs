//! What is done with the text: keys that type, walk, undo and save.

use std::ops::Range;

use chrono::TimeDelta;

use super::state::ManuscriptEditor;
use crate::report::manuscript::gaps;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::effect::{DialogAnswer, Effect, Write};
use crate::ui::input::TextInput;
use crate::ui::widgets::editor::Editor;

/// So many seconds of writing are at stake at most when the power goes.
const UNSAVED: i64 = 20;

impl ManuscriptEditor {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Effect {
        let words = ctx.look.words;
        if !matches!(command, Command::NewLine | Command::Submit) {
            self.gap = None;
        }
        match command {
            Command::NewLine => {
                self.editor.insert("\n");
                return self.wrote(ctx);
            }
            Command::Up => self.walk(1, Editor::up),
            Command::Down => self.walk(1, Editor::down),
            Command::PageUp => self.walk(self.page.get(), Editor::up),
            Command::PageDown => self.walk(self.page.get(), Editor::down),
            Command::First => self.editor.place_cursor(0),
            Command::Last => self.editor.place_cursor(usize::MAX),
            Command::NextGap => self.next_gap(),
            Command::Undo => {
                let state = self.history.undo().cloned();
                self.go_to(state);
            }
            Command::Redo => {
                let state = self.history.redo().cloned();
                self.go_to(state);
            }
            Command::Submit if self.is_saved() => {
                return Effect::Notice(words.export.is_saved.to_owned());
            }
            Command::Submit | Command::Back if self.newer.is_some() => return ask_replace(ctx),
            Command::Submit => {
                return self.save_then(|ctx| Effect::Notice(ctx.look.words.export.is_saved.to_owned()));
            }
            Command::DiscardManuscript => {
                let question = Confirm::new(words.export.discard_title, words.export.discard_text);
                return Effect::ask(question, |this: &mut Self, answer, ctx| match answer {
                    DialogAnswer::Yes => this.discard(ctx),
                    _ => Effect::None,
                });
            }
            Command::Back if self.is_saved() => return Effect::Close(DialogAnswer::Nothing),
            Command::Back => return self.save_then(|_| Effect::Close(DialogAnswer::Nothing)),
            _ => return Effect::Pass,
        }
        self.history.wrote(self.editor.text(), self.editor.cursor(), ctx.look.now);
        Effect::None
    }

    /// What was typed is kept for undo, fills its gap, and is saved now and then.
    pub(super) fn wrote(&mut self, ctx: &Ctx) -> Effect {
        let now = ctx.look.now;
        self.fill_gap();
        self.history.wrote(self.editor.text(), self.editor.cursor(), now);
        let since = *self.since.get_or_insert(now);
        if self.newer.is_none() && now - since > TimeDelta::seconds(UNSAVED) {
            return self.save_then(|_| Effect::None);
        }
        Effect::None
    }

    /// Saves the text, and asks for this when it is on disk.
    fn save_then(&self, then: impl FnOnce(&Ctx) -> Effect + Send + 'static) -> Effect {
        self.save_noted(true, then).into()
    }

    /// The write that saves the text, after which it is known what is on disk. `replaces`: as in [`Self::save`].
    pub(super) fn save_noted(
        &self,
        replaces: bool,
        then: impl FnOnce(&Ctx) -> Effect + Send + 'static,
    ) -> Write {
        let written = self.editor.text().to_owned();
        let saved = move |this: &mut Self, _, ctx: &Ctx| {
            this.saved.value = written;
            this.newer = None;
            this.since = None;
            Ok(then(ctx))
        };
        self.save(replaces).then(saved)
    }

    /// The cursor goes so many rows, or as far as there are rows.
    fn walk(&mut self, rows: u16, step: fn(&mut Editor) -> bool) {
        let _gone = (0..rows).all(|_| step(&mut self.editor));
    }

    /// The cursor goes behind the next gap, from the last one to the first.
    fn next_gap(&mut self) {
        self.gap = gaps::next(self.editor.text(), self.editor.cursor());
        if let Some(gap) = &self.gap {
            self.editor.place_cursor(gap.end);
        }
    }

    /// What is written behind a gap, or taken from it, takes its place.
    fn fill_gap(&mut self) {
        let Some(Range { start, end }) = self.gap.take() else { return };
        let cursor = self.editor.cursor();
        if cursor + 1 == end {
            self.editor.replace(start, cursor, "");
        } else if cursor > end {
            self.editor.replace(start, end, "");
            self.editor.place_cursor(cursor - (end - start));
        }
    }

    /// Goes back to a fresh text; that can be undone like anything else that is written.
    fn discard(&mut self, ctx: &Ctx) -> Effect {
        let fresh = self.subject.fresh.clone();
        self.subject.is_old = false;
        self.editor.replace(0, self.editor.text().len(), &fresh);
        self.editor.place_cursor(0);
        self.history.wrote(self.editor.text(), 0, ctx.look.now);
        self.save_then(|_| Effect::None)
    }
}

/// Asks whether the text replaces what somebody else has saved; then both are kept, one here, one in the history.
fn ask_replace(ctx: &Ctx) -> Effect {
    let words = &ctx.look.words.export;
    let question = Confirm::new(words.newer_title, words.newer_text);
    Effect::ask(question, |this: &mut ManuscriptEditor, answer, _| match answer {
        DialogAnswer::Yes => this.save_then(|ctx| Effect::Notice(ctx.look.words.export.is_saved.to_owned())),
        _ => Effect::None,
    })
}
