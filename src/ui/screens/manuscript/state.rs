//! The text in its editor, what of it is on disk, and what somebody else has saved meanwhile.

use std::cell::Cell;
use std::ops::Range;

use chrono::NaiveDateTime;
use uuid::Uuid;

use crate::model::Meeting;
use crate::model::id::MeetingId;
use crate::ops::{self, Seen};
use crate::report::Report;
use crate::store::{self, HeldRows};
use crate::ui::context::Ctx;
use crate::ui::draft::UnsavedReport;
use crate::ui::effect::Write;
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::widgets::editor::{Breaks, Editor};
use crate::ui::widgets::editor_history::{EditorHistory, State};

/// What one writes on.
#[derive(Debug, Clone)]
pub(in crate::ui::screens) struct Subject {
    /// The meeting or the programme.
    pub(in crate::ui::screens) id: Uuid,
    pub(in crate::ui::screens) report: Report,
    /// What it is called.
    pub(in crate::ui::screens) name: String,
    /// The text as it is now.
    pub(in crate::ui::screens) text: String,
    /// The text as the program would write it.
    pub(in crate::ui::screens) fresh: String,
    /// Whether what it is about has changed since it was written on.
    pub(in crate::ui::screens) is_old: bool,
}

/// The text in its editor, and what of it is on disk.
#[derive(Debug)]
pub(in crate::ui::screens) struct ManuscriptEditor {
    pub(super) subject: Subject,
    /// The meeting that it is about, or one of its programme: what that has in short is written out.
    pub(super) meeting: Option<MeetingId>,
    pub(super) editor: Editor,
    pub(super) history: EditorHistory,
    /// The text as it is on disk, and what was held when it was read there.
    pub(super) saved: Seen<String>,
    pub(super) since: Option<NaiveDateTime>,
    /// What somebody else has saved while this text had changes of its own.
    pub(super) newer: Option<Seen<String>>,
    /// The gap that the cursor was put behind.
    pub(super) gap: Option<Range<usize>>,
    pub(super) page: Cell<u16>,
}

impl ManuscriptEditor {
    /// The page for a text; the cursor is at its beginning.
    pub(in crate::ui::screens) fn new(subject: Subject) -> Self {
        let mut editor = Editor::with(&subject.text, Breaks::Preserved);
        editor.place_cursor(0);
        Self {
            history: EditorHistory::new(&subject.text),
            // What is on disk is read as soon as it is shown.
            saved: Seen { value: subject.text.clone(), held: HeldRows::default() },
            editor,
            subject,
            meeting: None,
            since: None,
            newer: None,
            gap: None,
            page: Cell::new(10),
        }
    }

    pub(super) fn is_saved(&self) -> bool {
        self.editor.text() == self.saved.value
    }

    /// What somebody else has saved is shown, unless this text has changes of its own.
    pub(super) fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let Subject { id, report, .. } = self.subject;
        if self.meeting.is_none() {
            let meetings = store::meeting::list(ctx.store)?;
            let is_own = |meeting: &&Meeting| {
                meeting.id.0 == id || meeting.programme.is_some_and(|programme| programme.0 == id)
            };
            self.meeting = meetings.iter().find(is_own).map(|meeting| meeting.id);
        }
        let stored = Seen::read(ctx.store, |store| store::manuscript::of(store, id, report))?;
        let now = stored.map(|it| it.map_or_else(|| self.subject.fresh.clone(), |stored| stored.text));
        if now.value == self.saved.value {
            self.newer = None;
            self.saved = now;
        } else if now.value == self.editor.text() {
            self.newer = None;
        } else if self.is_saved() {
            let cursor = self.editor.cursor();
            self.go_to(Some((now.value.clone(), cursor)));
            self.saved = now;
        } else {
            self.newer = Some(now);
        }
        Ok(())
    }

    /// The write that puts the text on disk. Nothing is left of a text that is empty or as the program wrote it. Where
    /// another window has saved another text it is refused, unless that text is to be replaced; the history has it
    /// then.
    pub(super) fn save(&self, replaces: bool) -> Write {
        let Subject { id, report, .. } = &self.subject;
        let (id, report, text) = (*id, *report, self.editor.text().to_owned());
        let own = self.has_own_words();
        let before = self.stored(self.newer.as_ref().filter(|_| replaces).unwrap_or(&self.saved));
        let verb = move |store: &mut crate::store::Store| {
            let changes = if own {
                ops::write_manuscript(store, id, report, &before, &text)?.changes
            } else {
                ops::discard_manuscript(store, id, report, &before)?.changes
            };
            Ok(changes)
        };
        Write { notice: String::new(), verb: Box::new(verb), reply: None }
    }

    /// The text with what is needed to store it later; `None` where it is on disk, or there are no words to keep.
    pub(super) fn unsaved_report(&self) -> Option<UnsavedReport> {
        let Seen { value: before, held } = self.stored(&self.saved);
        (!self.is_saved() && self.has_own_words()).then(|| UnsavedReport {
            subject: self.subject.id,
            name: self.subject.name.clone(),
            report: self.subject.report,
            before,
            held,
            text: self.editor.text().to_owned(),
        })
    }

    fn has_own_words(&self) -> bool {
        !self.editor.text().trim().is_empty() && self.editor.text() != self.subject.fresh
    }

    /// A text as it is in the store, which has none where it is a fresh one.
    fn stored(&self, text: &Seen<String>) -> Seen<Option<String>> {
        text.clone().map(|text| (text != self.subject.fresh).then_some(text))
    }

    pub(super) fn go_to(&mut self, state: Option<State>) {
        if let Some((text, cursor)) = state {
            self.editor.replace(0, self.editor.text().len(), &text);
            self.editor.place_cursor(cursor);
        }
    }
}
