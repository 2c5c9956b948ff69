//! The box in which an entry of a list is edited as the line that the pen would write: marker, names, tags and date are
//! live, with what may follow at the cursor and what the line becomes.
//!
//! ```text
//! ╭─ Ändra Å-2 ──────────────────────────────────────────────╮
//! │ > Ringa inköp om lärlingar @Amina Berg #ny <mån▏         │
//! │ ▌ <måndag                                                │
//! │ åtagande · Amina Berg · #ny · måndag 9 mars              │
//! ╰──────────────────────────────────────────────────────────╯
//! ```

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::correction::Correction;
use super::open_completion::OpenCompletion;
use crate::model::Entry;
use crate::model::id::MeetingId;
use crate::ops::Seen;
use crate::ops::line::{LineTaker, Scene};
use crate::pen::{self, Completion, Context, Meaning, Refusal};
use crate::speech;
use crate::ui::bindings::{KeyMode, Scope};
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::HalfLine;
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::screen::Screen;
use crate::ui::widgets::editor::{Breaks, Editor};
use crate::ui::widgets::editor_history::EditorHistory;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::{fit, wrap};

/// The widest that the box becomes.
const WIDEST: u16 = 76;
/// The most rows of the line, and of what may follow at the cursor.
const MOST_ROWS: u16 = 6;
const MOST_OFFERED: usize = 5;
/// The rows under them: what the line becomes, or why it was not taken.
const ROWS_BELOW: u16 = 3;

/// One entry while its line is edited.
#[derive(Debug)]
pub struct EntryLineBox {
    correction: Correction,
    title: String,
    /// The notice once it is saved.
    said: String,
    /// What the line is read against, as it was when the box was opened.
    scene: Scene,
    /// The day that dates count from: what is written in a list is written today.
    today: NaiveDate,
    editor: Editor,
    history: EditorHistory,
    meaning: Result<Meaning, Refusal>,
    /// The meaning in words.
    becomes: String,
    /// What could follow at the cursor.
    completion: OpenCompletion,
    /// Why the line was not taken; it stays.
    refused: Option<String>,
}

impl EntryLineBox {
    /// The box for an entry that is called `name`.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn of(entry: Seen<Entry>, name: &str, ctx: &Ctx) -> Result<Self, UiError> {
        let words = ctx.look.words;
        let taker = LineTaker::in_section(entry.value.meeting, Some(entry.value.section), words);
        let scene = Scene::all(ctx.store, &taker)?;
        let today = ctx.clock.today();
        let correction =
            Correction::of(entry, name.to_owned(), &Context { today, ..scene.context() }, words.lang);
        let mut editor = Editor::with(&correction.shown, Breaks::Spaces);
        editor.place_cursor(correction.end_of_words());
        let mut line = Self {
            title: (words.work.verbs.edit)(name),
            said: (words.work.verbs.edited)(name),
            history: EditorHistory::new(&correction.shown),
            correction,
            scene,
            today,
            editor,
            meaning: Ok(Meaning::Nothing),
            becomes: String::new(),
            completion: OpenCompletion::default(),
            refused: None,
        };
        line.read(ctx);
        line.completion.close();
        Ok(line)
    }

    /// What the text means now.
    fn read(&mut self, ctx: &Ctx) {
        self.refused = None;
        self.completion.close();
        let words = ctx.look.words;
        if !self.correction.is_whole() {
            words.round_table.only_words.clone_into(&mut self.becomes);
            return;
        }
        let context = self.correction.context(Context { today: self.today, ..self.scene.context() });
        let meaning = self.correction.parse(self.editor.text(), &context);
        self.completion = OpenCompletion::at_cursor(&self.editor, &context, words.lang);
        self.becomes = pen::describe(&meaning, &context, words);
        self.meaning = meaning;
    }

    /// What is said before the line is taken that may not mean what its writer thinks. What was so before is known.
    fn to_look_at(&self, look: &Look) -> Option<String> {
        let today = self.today;
        let remarks = if self.correction.is_whole() {
            pen::remarks(&self.meaning, today)
        } else {
            pen::left_dates(self.editor.text(), false, today)
        };
        pen::look_first(&pen::new_remarks(remarks, &self.correction.shown, today), look.words)
    }

    fn submit(&mut self, ctx: &Ctx) -> Effect {
        if self.editor.text() == self.correction.shown {
            return saved(Write::nothing());
        }
        if let Some(why) = self.to_look_at(ctx.look).filter(|why| self.refused.as_ref() != Some(why)) {
            self.refused = Some(why);
            return Effect::None;
        }
        match self.correction.write(self.editor.text(), self.meaning.clone(), &self.said, ctx) {
            Ok(write) => saved(write),
            Err(why) => {
                self.refused = Some(why);
                Effect::None
            }
        }
    }

    /// The completion that is open at the cursor.
    fn offered(&self) -> Option<(&Completion, usize)> {
        self.completion.open(&self.editor)
    }

    /// Walks in the completion, or in the rows of the line.
    fn walk(&mut self, down: bool) {
        if !self.completion.walk(down, &self.editor) {
            let _walked = if down { self.editor.down() } else { self.editor.up() };
        }
    }

    /// Takes the chosen completion.
    fn accept(&mut self, ctx: &Ctx) {
        if self.completion.accept(&mut self.editor) {
            self.history.wrote(self.editor.text(), self.editor.cursor(), ctx.look.now);
            self.read(ctx);
        }
    }

    fn undo_typing(&mut self, again: bool, ctx: &Ctx) {
        let Some(state) = self.history.turn(again) else { return };
        self.editor.restore(state);
        self.read(ctx);
        self.completion.close();
    }
}

/// The box is closed when this is on disk.
fn saved(write: Write) -> Effect {
    write.then(|_: &mut EntryLineBox, changes, _| Ok(Effect::Close(DialogAnswer::Saved(changes)))).into()
}

impl Screen for EntryLineBox {
    fn scope(&self) -> Scope {
        Scope::EntryLine
    }

    fn key_mode(&self) -> KeyMode {
        if self.offered().is_some() { KeyMode::Completing } else { KeyMode::Correcting }
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        match command {
            Command::Up | Command::Down => self.walk(command == Command::Down),
            Command::Complete => self.accept(ctx),
            Command::Undo | Command::Redo => self.undo_typing(command == Command::Redo, ctx),
            Command::Submit => return Ok(self.submit(ctx)),
            Command::Back if self.offered().is_some() => self.completion.close(),
            Command::Back => return Ok(Effect::Close(DialogAnswer::Nothing)),
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.editor)
    }

    fn meeting_written_in(&self) -> Option<MeetingId> {
        Some(self.correction.meeting())
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        self.history.wrote(self.editor.text(), self.editor.cursor(), ctx.look.now);
        self.read(ctx);
        Ok(Effect::None)
    }

    fn draft(&self) -> Option<HalfLine> {
        let is_changed = self.editor.text() != self.correction.shown;
        let half = HalfLine::of(self.correction.place(), self.editor.text()).filter(|_| is_changed)?;
        Some(half.begun_as(Some(&self.correction.shown)))
    }

    fn unsaved_words(&self) -> Option<String> {
        self.draft().map(|half| half.text)
    }

    fn restore(&mut self, half: &HalfLine, ctx: &Ctx) -> Result<bool, UiError> {
        let is_place = half.at == self.correction.place();
        if is_place {
            self.editor.set(&half.text);
            self.history.wrote(self.editor.text(), self.editor.cursor(), ctx.look.now);
            self.read(ctx);
            self.completion.close();
            if half.is_outdated(&self.correction.shown) {
                self.refused = Some(speech::newer_text(&self.correction.shown, ctx.look.words));
            }
        }
        Ok(is_place)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        self.completion.choose(row);
        self.accept(ctx);
        Ok(Effect::None)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let theme = &look.theme;
        let columns = WIDEST.min(area.width.saturating_sub(4)).saturating_sub(4);
        let rows = self.editor.rows(columns).clamp(1, MOST_ROWS);
        let offered =
            self.offered().map_or(0, |(completion, _)| completion.candidates.len().min(MOST_OFFERED));
        let tall = rows + u16::try_from(offered).unwrap_or(0) + ROWS_BELOW;
        let room = panel(canvas, area, (WIDEST, tall), &self.title, theme);
        let text = Rect { height: rows.min(room.height), ..room };
        self.editor.draw(canvas, text, theme.text, true);
        let mut below = Rect { y: text.bottom(), height: room.height - text.height, ..room }.rows();
        if let Some((completion, at)) = self.offered() {
            let first = (at + 1).saturating_sub(offered);
            for (index, candidate) in completion.candidates.iter().enumerate().skip(first).take(offered) {
                let Some(row) = below.next() else { return };
                let place = Rect { x: row.x + 2, width: row.width.saturating_sub(2), ..row };
                canvas.text(place, &fit(candidate, place.width.into()), theme.text);
                if index == at {
                    canvas.text(Rect { width: 1, ..row }, "▌", theme.accent);
                    canvas.style(place, theme.selected);
                }
                canvas.target(row, ClickTarget::Row(index));
            }
        }
        let (said, style) = match &self.refused {
            Some(why) => (why, theme.warning),
            None => (&self.becomes, theme.dim),
        };
        for (line, row) in wrap(said, room.width.into()).iter().zip(below) {
            canvas.text(row, line, style);
        }
    }
}
