//! What may follow at the cursor of a line, with one of it chosen: offered, walked in, taken. Every pen has the same.

use crate::i18n::Lang;
use crate::pen::{self, Completion, Context};
use crate::text::slice;
use crate::ui::input::TextInput;
use crate::ui::widgets::editor::Editor;

/// The candidates, if there are any. They are open as long as the cursor is where they were looked for.
#[derive(Debug, Default)]
pub struct OpenCompletion(Option<(Completion, usize)>);

impl OpenCompletion {
    /// What may follow at the cursor; the first is chosen.
    pub fn at_cursor(editor: &Editor, context: &Context<'_>, lang: Lang) -> Self {
        Self(pen::complete(editor.text(), editor.cursor(), context, lang).map(|found| (found, 0)))
    }

    /// Nothing is offered any more.
    pub fn close(&mut self) {
        self.0 = None;
    }

    /// What is open at the cursor, and which of it is chosen.
    pub fn open(&self, editor: &Editor) -> Option<(&Completion, usize)> {
        let (completion, at) = self.0.as_ref()?;
        (completion.range.end == editor.cursor()).then_some((completion, *at))
    }

    /// Walks in it; `false` where none is open.
    pub fn walk(&mut self, down: bool, editor: &Editor) -> bool {
        if self.open(editor).is_none() {
            return false;
        }
        if let Some((completion, at)) = &mut self.0 {
            let count = completion.candidates.len();
            *at = if down { (*at + 1) % count } else { (*at + count - 1) % count };
        }
        true
    }

    /// Chooses the candidate with this index.
    pub fn choose(&mut self, candidate: usize) {
        if let Some((_, at)) = &mut self.0 {
            *at = candidate;
        }
    }

    /// Puts the chosen candidate in the line; `false` where none is open. After all but a heading, which is the whole
    /// line, and what ends with a blank already, more words follow.
    pub fn accept(&self, editor: &mut Editor) -> bool {
        let Some((completion, at)) = self.open(editor) else { return false };
        let Some(candidate) = completion.candidates.get(at) else { return false };
        let range = completion.range.clone();
        let is_token = candidate.starts_with(['@', '#', '<', '^', '/']) || candidate.ends_with(':');
        let is_apart = slice(editor.text(), range.end..).starts_with(' ');
        let gap = if is_token && !is_apart { " " } else { "" };
        editor.replace(range.start, range.end, &format!("{candidate}{gap}"));
        true
    }
}
