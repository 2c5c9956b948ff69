//! Lines that were refused: each stays in the pen, and waits while another one is begun over it.

use super::correction::Mode;
use super::pen::Pen;
use super::refused_line::RefusedLine;
use crate::model::id::MeetingId;
use crate::pen::{Meaning, Refusal};
use crate::ui::draft::HalfLine;
use crate::ui::widgets::editor_history::EditorHistory;

impl Pen {
    /// A line that is not taken stays, selected: what is typed next is another line, as in a cell of a sheet whose
    /// contents are refused. A blank or a key that edits goes on in it.
    pub(crate) fn refuse(&mut self, why: String) {
        self.refused = Some(why);
        // A marker alone, half a heading and half a correction want more words.
        let is_half = matches!(
            self.meaning,
            Ok(Meaning::Nothing | Meaning::Section(_)) | Err(Refusal::NothingToCorrect)
        );
        if !self.is_correcting() && !is_half {
            self.editor.select();
        }
    }

    /// The line is about to be written. It stays where that fails, and what was typed meanwhile is another line.
    pub(crate) fn offer(&mut self) {
        if !self.is_correcting() {
            self.editor.select();
        }
    }

    /// Keeps a line of this pen until what is in it is done.
    pub(crate) fn hold(&mut self, line: &str) {
        self.refused_lines.push(RefusedLine { text: line.to_owned(), ..RefusedLine::default() });
    }

    /// Sets the refused line aside where another one was begun over it.
    pub(crate) fn set_refused_aside(&mut self) {
        if let Some(text) = self.editor.take_replaced() {
            let (why, targets) = (self.refused.take(), std::mem::take(&mut self.targets));
            self.refused_lines.push(RefusedLine { text, why, targets });
            self.history = EditorHistory::new("");
        }
    }

    /// Puts the newest line that was set aside back in the empty pen, selected again. Whether there was one.
    pub(super) fn take_refused_back(&mut self) -> bool {
        if self.is_correcting() {
            return false;
        }
        let Some(RefusedLine { text, why, targets }) = self.refused_lines.pop() else { return false };
        self.set(&text);
        self.editor.select();
        (self.returning, self.targets) = (why, targets);
        true
    }

    /// The line that comes back next.
    pub(crate) fn refused_line(&self) -> Option<&str> {
        self.refused_lines.last().map(|line| line.text.as_str())
    }

    /// The lines that come back.
    pub(crate) fn refused_lines(&self, meeting: Option<MeetingId>) -> impl Iterator<Item = HalfLine> {
        let lines = self.refused_lines.iter();
        lines.filter_map(move |line| HalfLine::of(Mode::Capturing.place(meeting), &line.text))
    }
}
