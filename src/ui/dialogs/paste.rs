//! A paste of several lines: how many they are and what they become, before anything is saved. All of them are one step
//! to undo.
//!
//! ```text
//! ╭─ Klistra in 12 rader ─────────────────────────╮
//! │ ‹ 12 inlägg › slag: anteckning, i Tips        │
//! │                                               │
//! │  – Fråga leverantören                         │
//! │  – Köp mindre, laga mer                       │
//! │ … och 10 till                                 │
//! ╰───────────────────────────────────────────────╯
//! ```

use ratatui::layout::Rect;

use crate::i18n::labels;
use crate::model::{Kind, NoteKind, Section};
use crate::ops::{self, CapturePlace, Caught};
use crate::pen::Line;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::input::TextInput;
use crate::ui::screen::Screen;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::{fit, wrap};

/// The kinds that a paste can become, beside the section's own.
const KINDS: [Kind; 6] = [
    Kind::NOTE,
    Kind::CHALLENGE,
    Kind::COMMITMENT,
    Kind::ACTION,
    Kind::Note(NoteKind::Question),
    Kind::Note(NoteKind::Quote),
];

/// The preview of a paste: closes with [`DialogAnswer::Yes`] once its lines are on disk.
#[derive(Debug)]
pub struct Paste {
    at: CapturePlace,
    section: String,
    /// What the section makes of a line.
    own: Kind,
    /// What they become instead; `None` for the section's own.
    kind: Option<Kind>,
    lines: Vec<String>,
    /// Whether they are one paragraph.
    as_one: bool,
    /// How many lines are scrolled away.
    down: usize,
}

impl Paste {
    /// Lines to be captured in a section: each an entry of its own kind, until something else is chosen.
    pub fn new(at: CapturePlace, section: &Section, lines: Vec<String>) -> Self {
        Self {
            at,
            section: section.heading.clone(),
            own: section.kind.own_kind(),
            kind: None,
            lines,
            as_one: false,
            down: 0,
        }
    }

    /// The lines as they will be saved.
    fn caught(&self) -> Vec<Caught> {
        let line = |text: String| Caught::from(Line { kind: self.kind, ..Line::literal(text) });
        if self.as_one {
            vec![line(self.lines.join(" "))]
        } else {
            self.lines.iter().cloned().map(line).collect()
        }
    }

    fn next_kind(&mut self, forward: bool) {
        let mut kinds: Vec<Option<Kind>> = vec![None];
        kinds.extend(KINDS.iter().filter(|kind| **kind != self.own).map(|kind| Some(*kind)));
        let at = kinds.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        let step = if forward { 1 } else { kinds.len() - 1 };
        self.kind = kinds.get((at + step) % kinds.len()).copied().flatten();
    }
}

impl Screen for Paste {
    fn scope(&self) -> Scope {
        Scope::Paste
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        match command {
            Command::Submit | Command::Open => {
                let (at, lines) = (self.at, self.caught());
                let said = (ctx.look.words.round_table.done.pasted)(lines.len());
                let write = Write::new(said, move |store| ops::capture_many(store, at, lines));
                return Ok(write.then(|_: &mut Self, _, _| Ok(Effect::Close(DialogAnswer::Yes))).into());
            }
            Command::Back => return Ok(Effect::Close(DialogAnswer::Nothing)),
            Command::Left | Command::Right | Command::Option => self.as_one = !self.as_one,
            Command::NextField => self.next_kind(true),
            Command::PreviousField => self.next_kind(false),
            Command::Up => self.down = self.down.saturating_sub(1),
            Command::Down => self.down = (self.down + 1).min(self.lines.len().saturating_sub(1)),
            Command::PageUp => self.down = self.down.saturating_sub(10),
            Command::PageDown => self.down = (self.down + 10).min(self.lines.len().saturating_sub(1)),
            Command::First => self.down = 0,
            Command::Last => self.down = self.lines.len().saturating_sub(1),
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        None
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let (words, theme) = (&look.words.round_table, &look.theme);
        let tall = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).clamp(4, 14) + 3;
        let room = panel(canvas, area, (76, tall), &(words.paste)(self.lines.len()), theme);
        let kind = labels::kind(look.words.lang, self.kind.unwrap_or(self.own));
        let head = if self.as_one {
            (words.paste_one)(kind, &self.section)
        } else {
            (words.paste_each)(self.lines.len(), kind, &self.section)
        };
        let columns = usize::from(room.width);
        canvas.text(room, &fit(&head, columns), theme.strong);
        let list = Rect { y: room.y + 2, height: room.height.saturating_sub(2), ..room };
        let marker = labels::typed_marker(self.kind.unwrap_or(self.own));
        let rows: Vec<String> = if self.as_one {
            wrap(&self.lines.join(" "), columns.saturating_sub(3).max(1))
        } else {
            self.lines.clone()
        };
        let shown = usize::from(list.height);
        let fits = rows.len() - self.down.min(rows.len()) <= shown;
        let room_for_rows = if fits { shown } else { shown.saturating_sub(1) };
        for (row, text) in list.rows().take(room_for_rows).zip(rows.iter().skip(self.down)) {
            if !self.as_one {
                canvas.text(row, &format!("{marker:<2}"), theme.dim);
            }
            let place = Rect { x: row.x + 3.min(row.width), width: row.width.saturating_sub(3), ..row };
            canvas.text(place, &fit(text, place.width.into()), theme.text);
        }
        if let (false, Some(last)) = (fits, list.rows().next_back()) {
            let more = rows.len() - self.down - room_for_rows;
            canvas.text(last, &(words.paste_more)(more), theme.dim);
        }
    }
}
