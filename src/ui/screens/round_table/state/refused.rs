//! Lines that were refused: each stays in the pen, and waits while another one is begun over it.

use super::correction::Mode;
use super::pen::Pen;
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

    /// Keeps a line of this pen until what is in it is done.
    pub(crate) fn hold(&mut self, line: &str) {
        self.refused_lines.push((line.to_owned(), None));
    }

    /// Sets the refused line aside where another one was begun over it.
    pub(crate) fn set_refused_aside(&mut self) {
        if let Some(line) = self.editor.take_replaced() {
            self.refused_lines.push((line, self.refused.take()));
            self.history = EditorHistory::new("");
        }
    }

    /// Puts the newest line that was set aside back in the empty pen, selected again. Whether there was one.
    pub(super) fn take_refused_back(&mut self) -> bool {
        if self.is_correcting() {
            return false;
        }
        let Some((line, why)) = self.refused_lines.pop() else { return false };
        self.set(&line);
        self.editor.select();
        self.returning = why;
        true
    }

    /// The line that comes back next.
    pub(crate) fn refused_line(&self) -> Option<&str> {
        self.refused_lines.last().map(|(line, _)| line.as_str())
    }

    /// The lines that come back.
    pub(crate) fn refused_lines(&self, meeting: Option<MeetingId>) -> impl Iterator<Item = HalfLine> {
        let lines = self.refused_lines.iter();
        lines.filter_map(move |(line, _)| HalfLine::of(Mode::Capturing.place(meeting), line))
    }
}
