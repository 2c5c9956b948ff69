//! A report that somebody writes on before it goes out: its text over the whole page, with what is left to fill in. It
//! is on disk at a key, now and then while one writes, and whenever one leaves.
//!
//! ```text
//!  Redigera  Tjänsteskrivelse · Framtidsveckan            3 luckor kvar
//!
//!  # Förslag till beslut
//!  1. [Nämndens namn]▏ godkänner redovisningen.
//! ```

use std::cell::Cell;
use std::ops::Range;

use chrono::{NaiveDateTime, TimeDelta};
use ratatui::layout::{Position, Rect};
use uuid::Uuid;

use crate::i18n::{Words, labels};
use crate::report::Report;
use crate::report::manuscript::gaps;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::effect::{Answer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::editor::{Breaks, Editor};
use crate::ui::widgets::editor_history::{EditorHistory, State};
use crate::ui::widgets::text::fit;
use crate::{ops, store};

/// So many seconds of writing are at stake at most when the power goes.
const UNSAVED: i64 = 20;
/// Lines are not longer than a person reads with ease.
const WIDEST: u16 = 88;

/// What one writes on.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    /// The meeting or the programme.
    pub(super) id: Uuid,
    pub(super) report: Report,
    /// What it is called.
    pub(super) name: String,
    /// The text as it is now.
    pub(super) text: String,
    /// The text as the program would write it.
    pub(super) fresh: String,
    /// Whether what it is about has changed since it was written on.
    pub(super) is_old: bool,
}

/// The text in its editor, and what of it is on disk.
#[derive(Debug)]
pub(super) struct ManuscriptEditor {
    subject: Subject,
    editor: Editor,
    strokes: EditorHistory,
    /// The text as it is on disk.
    saved: String,
    since: Option<NaiveDateTime>,
    /// What somebody else has saved while this text had changes of its own.
    newer: Option<String>,
    /// The gap that the cursor was put behind.
    gap: Option<Range<usize>>,
    page: Cell<u16>,
}

impl ManuscriptEditor {
    /// The page for a text; the cursor is at its beginning.
    pub(super) fn new(subject: Subject) -> Self {
        let mut editor = Editor::with(&subject.text, Breaks::Preserved);
        editor.place_cursor(0);
        Self {
            strokes: EditorHistory::new(&subject.text),
            saved: subject.text.clone(),
            editor,
            subject,
            since: None,
            newer: None,
            gap: None,
            page: Cell::new(10),
        }
    }

    fn is_saved(&self) -> bool {
        self.editor.text() == self.saved
    }

    /// The write that puts the text on disk. Nothing is left of a text that is empty or as the program wrote it.
    fn save(&self) -> Write {
        let Subject { id, report, fresh, .. } = &self.subject;
        let (id, report, text) = (*id, *report, self.editor.text().to_owned());
        let own = !text.trim().is_empty() && text != *fresh;
        // On leaving the page nobody is asked: what somebody else has saved is replaced, and stays in the history.
        let before = self.newer.as_ref().unwrap_or(&self.saved);
        let before = (before != fresh).then(|| before.clone());
        let verb = move |store: &mut crate::store::Store| {
            let changes = if own {
                ops::write_manuscript(store, id, report, before.as_deref(), &text)?.changes
            } else {
                ops::discard_manuscript(store, id, report, before.as_deref())?.changes
            };
            Ok(changes)
        };
        Write { notice: String::new(), verb: Box::new(verb), reply: None }
    }

    /// Saves the text, and asks for this when it is on disk.
    fn save_then(&self, then: impl FnOnce(&Ctx) -> Effect + Send + 'static) -> Effect {
        let written = self.editor.text().to_owned();
        let saved = move |this: &mut Self, _, ctx: &Ctx| {
            this.saved = written;
            this.newer = None;
            this.since = None;
            Ok(then(ctx))
        };
        self.save().then(saved).into()
    }

    fn go_to(&mut self, state: Option<State>) {
        if let Some((text, cursor)) = state {
            self.editor.replace(0, self.editor.text().len(), &text);
            self.editor.place_cursor(cursor);
        }
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
        self.strokes.wrote(self.editor.text(), 0, ctx.look.now);
        self.save_then(|_| Effect::None)
    }

    fn status(&self, words: &Words) -> String {
        let gaps = gaps::gaps(self.editor.text()).count();
        let mut parts = vec![(words.export.gaps)(gaps)];
        if self.subject.is_old {
            parts.insert(0, words.export.is_old.to_owned());
        }
        if self.newer.is_some() {
            parts.insert(0, words.export.newer.to_owned());
        }
        parts.push(if self.is_saved() { words.export.is_saved } else { words.export.is_unsaved }.to_owned());
        parts.join(" · ")
    }

    /// Makes gaps conspicuous, also those that go over the end of a row.
    fn mark_gaps(canvas: &mut Canvas, area: Rect, look: &Look) {
        let mut open: Option<Vec<Position>> = None;
        for at in area.positions() {
            let symbol = canvas.buf.cell(at).map_or("", |cell| cell.symbol());
            match (symbol, &mut open) {
                ("[", _) => open = Some(vec![at]),
                ("]", Some(cells)) => {
                    for at in cells.drain(..).chain([at]) {
                        let style = look.theme.warning.patch(look.theme.strong);
                        canvas.style(Rect { x: at.x, y: at.y, width: 1, height: 1 }, style);
                    }
                    open = None;
                }
                (_, Some(cells)) => cells.push(at),
                (_, None) => {}
            }
        }
    }
}

/// Asks whether the text replaces what somebody else has saved; then both are kept, one here, one in the history.
fn ask_replace(ctx: &Ctx) -> Effect {
    let words = &ctx.look.words.export;
    let question = Confirm::new(words.newer_title, words.newer_text);
    Effect::ask(question, |this: &mut ManuscriptEditor, answer, _| match answer {
        Answer::Yes => this.save_then(|ctx| Effect::Notice(ctx.look.words.export.is_saved.to_owned())),
        _ => Effect::None,
    })
}

impl Screen for ManuscriptEditor {
    fn scope(&self) -> Scope {
        Scope::Manuscript
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.editor)
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        let now = ctx.look.now;
        self.fill_gap();
        self.strokes.wrote(self.editor.text(), self.editor.cursor(), now);
        let since = *self.since.get_or_insert(now);
        if self.newer.is_none() && now - since > TimeDelta::seconds(UNSAVED) {
            return Ok(self.save_then(|_| Effect::None));
        }
        Ok(Effect::None)
    }

    fn pasted(&mut self, text: &str, ctx: &Ctx) -> Outcome {
        self.editor.insert(text);
        self.typed(ctx)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        if !matches!(command, Command::NewLine | Command::Submit) {
            self.gap = None;
        }
        match command {
            Command::NewLine => {
                self.editor.insert("\n");
                return self.typed(ctx);
            }
            Command::Up => self.walk(1, Editor::up),
            Command::Down => self.walk(1, Editor::down),
            Command::PageUp => self.walk(self.page.get(), Editor::up),
            Command::PageDown => self.walk(self.page.get(), Editor::down),
            Command::First => self.editor.place_cursor(0),
            Command::Last => self.editor.place_cursor(usize::MAX),
            Command::NextGap => self.next_gap(),
            Command::Undo => {
                let state = self.strokes.undo().cloned();
                self.go_to(state);
            }
            Command::Redo => {
                let state = self.strokes.redo().cloned();
                self.go_to(state);
            }
            Command::Submit if self.is_saved() => {
                return Ok(Effect::Notice(words.export.is_saved.to_owned()));
            }
            Command::Submit | Command::Back if self.newer.is_some() => return Ok(ask_replace(ctx)),
            Command::Submit => {
                return Ok(self.save_then(|ctx| Effect::Notice(ctx.look.words.export.is_saved.to_owned())));
            }
            Command::DiscardManuscript => {
                let question = Confirm::new(words.export.discard_title, words.export.discard_text);
                return Ok(Effect::ask(question, |this: &mut Self, answer, ctx| match answer {
                    Answer::Yes => this.discard(ctx),
                    _ => Effect::None,
                }));
            }
            Command::Back if self.is_saved() => return Ok(Effect::Close(Answer::Nothing)),
            Command::Back => return Ok(self.save_then(|_| Effect::Close(Answer::Nothing))),
            _ => return Ok(Effect::Pass),
        }
        self.strokes.wrote(self.editor.text(), self.editor.cursor(), ctx.look.now);
        Ok(Effect::None)
    }

    /// What somebody else has saved is shown, unless this text has changes of its own.
    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        let stored = store::manuscript::of(ctx.store, self.subject.id, self.subject.report)?;
        let now = stored.map_or_else(|| self.subject.fresh.clone(), |stored| stored.text);
        if now == self.saved || now == self.editor.text() {
            self.newer = None;
        } else if self.is_saved() {
            let cursor = self.editor.cursor();
            self.go_to(Some((now.clone(), cursor)));
            self.saved = now;
        } else {
            self.newer = Some(now);
        }
        Ok(())
    }

    fn leaving(&mut self) -> Option<Write> {
        (!self.is_saved()).then(|| self.save())
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = look.words;
        let top =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let status = self.status(words);
        let status = fit(&status, usize::from(top.width));
        let right = canvas.text_right(top, &status, look.theme.dim);
        let name = format!("{} · {}", labels::report(words.lang, self.subject.report), self.subject.name);
        let room = Rect { width: right.saturating_sub(top.x + 2), ..top };
        canvas.text(room, &fit(&name, usize::from(room.width)), look.theme.strong);
        let low = area.height < 10;
        let y = area.y + if low { 1 } else { 2 };
        let body = Rect { y, height: area.bottom().saturating_sub(y), width: top.width.min(WIDEST), ..top };
        self.page.set(body.height.max(2) - 1);
        self.editor.draw(canvas, body, look.theme.text, true);
        Self::mark_gaps(canvas, body, look);
    }
}
