//! The export page: what is to stand in the minutes, in which form and file, and how they will read. It writes nothing
//! but the one file, on a thread, and never over another without being told to.
//!
//! ```text
//!  Exportera  Framtidsveckan
//!  ▌ Format ‹ text ›   Återkoppling ja   Namn inga   Bord och omgång nej   Bara obesvarade nej
//!    Fil ~/Dokument/2026-03-04 Framtidsveckan.txt
//!  ───────────────────────────────────────────────
//!  Framtidsveckan
//!  Plats: Folkets hus                        ↓ 24
//! ```

use std::path::PathBuf;
use std::sync::Arc;

use ratatui::layout::Rect;

use crate::export::save::{Existing, file_name, save};
use crate::export::{self, FORMATS, Format, With};
use crate::i18n::{Words, labels};
use crate::minutes::Minutes;
use crate::minutes::compose::compose;
use crate::model::id::MeetingId;
use crate::model::{Coded, Names};
use crate::report::{Choices, Paper as Written};
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::effect::{Answer, Effect, Outcome};
use crate::ui::input::TextInput;
use crate::ui::jobs::Job;
use crate::ui::path;
use crate::ui::screen::Screen;
use crate::ui::trouble::Trouble;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::frame;
use crate::ui::widgets::paper::{Paper, Tone};
use crate::ui::widgets::text::{fit, width};
use crate::ui::worker::Worker;

/// What one can set, in the order of the Tab key.
const CONTROLS: [Control; 6] = [
    Control::Format,
    Control::Responses,
    Control::Names,
    Control::Provenance,
    Control::Unanswered,
    Control::File,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Control {
    Format,
    Responses,
    Names,
    Provenance,
    Unanswered,
    File,
}

/// What the preview is made of.
#[derive(Debug)]
struct Question {
    minutes: Arc<Minutes>,
    format: Format,
    choices: Choices,
    words: &'static Words,
}

/// The page.
#[derive(Debug)]
pub(super) struct Export {
    meeting: MeetingId,
    minutes: Arc<Minutes>,
    format: usize,
    choices: Choices,
    file: Field,
    focus: usize,
    paper: Paper,
    worker: Option<Worker<Question, Vec<String>>>,
}

impl Export {
    /// The page for a meeting, with nothing read yet.
    pub(super) fn new(meeting: MeetingId) -> Self {
        Self {
            meeting,
            minutes: Arc::default(),
            format: 0,
            choices: Choices::default(),
            file: Field::default(),
            focus: 0,
            paper: Paper::default(),
            worker: None,
        }
    }

    fn control(&self) -> Control {
        CONTROLS[self.focus % CONTROLS.len()]
    }

    fn format(&self) -> Format {
        FORMATS[self.format % FORMATS.len()]
    }

    /// Asks for a preview; it comes when it is ready.
    fn preview(&mut self, ctx: &Ctx) {
        let question = Question {
            minutes: Arc::clone(&self.minutes),
            format: self.format(),
            choices: self.choices,
            words: ctx.look.words,
        };
        let start = || Worker::start(ctx.bell.clone(), |question: Question| question.lines());
        self.worker.get_or_insert_with(start).ask(question);
    }

    /// The next or the previous choice of what is in focus.
    fn change(&mut self, step: usize, ctx: &Ctx) {
        match self.control() {
            Control::Format => self.choose_format((self.format + step) % FORMATS.len()),
            Control::Responses => self.choices.responses = !self.choices.responses,
            Control::Names => {
                let all = Names::ALL;
                let at = all.iter().position(|names| *names == self.choices.names).unwrap_or(0);
                self.choices.names = all[(at + step) % all.len()];
            }
            Control::Provenance => self.choices.provenance = !self.choices.provenance,
            Control::Unanswered => self.choices.unanswered_only = !self.choices.unanswered_only,
            Control::File => return,
        }
        self.preview(ctx);
    }

    /// Another format; the ending of the file follows, if it was that of the format before.
    fn choose_format(&mut self, format: usize) {
        let before = format!(".{}", self.format().ending);
        self.format = format;
        if let Some(stem) = self.file.text().strip_suffix(&before) {
            self.file = Field::with(format!("{stem}.{}", self.format().ending));
        }
    }

    /// Writes the file, or asks first where there is one.
    fn submit(&self, ctx: &Ctx) -> Outcome {
        let words = &ctx.look.words.files;
        let path = path::expand(self.file.text());
        if path.file_name().is_none() || path.is_dir() {
            return Err(Trouble::Said(words.no_name.to_owned()));
        }
        if path.symlink_metadata().is_ok() {
            let text = (words.replace_text)(&path::shown(&path));
            return Ok(Effect::open(Confirm::new(words.replace_title, text)));
        }
        Ok(Effect::Job(self.job(path, Existing::Keep, ctx)))
    }

    fn job(&self, path: PathBuf, existing: Existing, ctx: &Ctx) -> Job {
        let (minutes, format, choices) = (Arc::clone(&self.minutes), self.format(), self.choices);
        let words = ctx.look.words;
        Job::new(words.files.writing, move |progress| {
            let bytes = written(format, &minutes, words, choices);
            if progress.is_cancelled() {
                return Err(Trouble::Cancelled);
            }
            save(&path, &bytes, existing)
                .map_err(|error| Trouble::Said(crate::speech::not_saved(&error, words)))?;
            let written = std::path::absolute(&path).unwrap_or(path);
            Ok(Box::new(move |ctx| {
                Ok(Effect::Notice((ctx.look.words.files.written)(&path::shown(&written))))
            }))
        })
    }

    /// Label and value of what can be set.
    fn labelled(&self, control: Control, look: &Look) -> (&'static str, String) {
        let words = &look.words.files;
        let yes = |on: bool| if on { words.yes } else { words.no }.to_owned();
        match control {
            Control::Format => (words.format, (words.formats)(self.format().code).to_owned()),
            Control::Responses => (words.responses, yes(self.choices.responses)),
            Control::Names => {
                let names = labels::names(look.words.lang, self.choices.names);
                (words.names, names.to_owned())
            }
            Control::Provenance => (words.provenance, yes(self.choices.provenance)),
            Control::Unanswered => (words.unanswered_only, yes(self.choices.unanswered_only)),
            Control::File => (words.file, String::new()),
        }
    }

    /// Draws what can be set, one after the other as there is room; gives the first free row.
    fn draw_controls(&self, canvas: &mut Canvas, area: Rect, look: &Look) -> u16 {
        let theme = &look.theme;
        let mut at = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
        for (index, control) in CONTROLS.into_iter().enumerate() {
            let focused = index == self.focus;
            let (label, value) = self.labelled(control, look);
            let value = if focused && control != Control::File { format!("‹ {value} ›") } else { value };
            let wide = u16::try_from(2 + width(label) + 1 + width(&value) + 2).unwrap_or(u16::MAX);
            if at.x > area.x + 1 && (control == Control::File || at.x + wide > area.right()) {
                at = Rect { x: area.x + 1, y: at.y + 1, ..at };
            }
            if at.y >= area.bottom() {
                break;
            }
            let row = Rect { width: area.right().saturating_sub(at.x), ..at };
            if focused {
                canvas.text(row, "▌", theme.accent);
            }
            let row = Rect { x: row.x + 2, width: row.width.saturating_sub(2), ..row };
            let x = canvas.text(row, label, if focused { theme.accent } else { theme.dim }) + 1;
            let row = Rect { x, width: area.right().saturating_sub(x + 1), ..row };
            if control == Control::File {
                self.file.draw(canvas, row, theme.text, focused);
            } else {
                canvas.text(row, &value, if focused { theme.strong } else { theme.text });
            }
            let wide = if control == Control::File { area.width } else { wide };
            canvas.target(Rect { width: wide, ..at }, crate::ui::canvas::Target::Row(index));
            at.x = at.x.saturating_add(wide);
        }
        at.y + 1
    }
}

/// The minutes in a format, cut to what was chosen.
fn written(format: Format, minutes: &Minutes, words: &Words, choices: Choices) -> Vec<u8> {
    let paper = Written::of(&choices.apply(minutes), words);
    let parts = export::render(format, &paper, &With::new(words)).unwrap_or_default();
    parts.into_iter().flat_map(|part| part.bytes).collect()
}

impl Question {
    /// The lines of the minutes as they will read; a web page as the text of it.
    fn lines(&self) -> Vec<String> {
        let is_shown = self.format.is_text && self.format.code != "html";
        let shown = if is_shown { None } else { FORMATS.first().copied() };
        let bytes = written(shown.unwrap_or(self.format), &self.minutes, self.words, self.choices);
        String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
    }
}

impl Screen for Export {
    fn scope(&self) -> Scope {
        Scope::Preview
    }

    fn refresh(&mut self, ctx: &Ctx) -> Result<(), Trouble> {
        self.minutes = Arc::new(compose(ctx.store, self.meeting, ctx.look.words)?);
        if self.file.text().is_empty() {
            let name = file_name(&self.minutes, ctx.look.words.paper.untitled);
            let path = path::documents().join(format!("{name}.{}", self.format().ending));
            self.file = Field::with(path::shown(&path));
        }
        self.preview(ctx);
        Ok(())
    }

    fn woken(&mut self, _: &Ctx) {
        if let Some(lines) = self.worker.as_ref().and_then(Worker::heard) {
            self.paper.replace(lines.into_iter().map(|line| (Tone::Plain, line)).collect());
        }
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        if self.control() == Control::File { Some(&mut self.file) } else { None }
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.paper.walk(command) {
            return Ok(Effect::None);
        }
        match command {
            Command::NextField => self.focus = (self.focus + 1) % CONTROLS.len(),
            Command::PreviousField => self.focus = (self.focus + CONTROLS.len() - 1) % CONTROLS.len(),
            Command::Right | Command::Option => self.change(1, ctx),
            Command::Left => {
                let all = if self.control() == Control::Names { 3 } else { FORMATS.len() };
                self.change(all - 1, ctx);
            }
            Command::Submit => return self.submit(ctx),
            Command::Back => return Ok(Effect::Close(Answer::Nothing)),
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }

    fn answered(&mut self, answer: Answer, ctx: &Ctx) -> Outcome {
        if answer != Answer::Yes {
            return Ok(Effect::None);
        }
        Ok(Effect::Job(self.job(path::expand(self.file.text()), Existing::Replace, ctx)))
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        let again = self.focus == row;
        self.focus = row.min(CONTROLS.len() - 1);
        if again || self.control() != Control::File {
            self.change(1, ctx);
        }
        Ok(Effect::None)
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.files;
        let top =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let x = canvas.text(top, words.export, look.theme.strong) + 2;
        let title = Rect { x, width: top.right().saturating_sub(x), ..top };
        canvas.text(title, &fit(&self.minutes.title, usize::from(title.width)), look.theme.text);
        let controls = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let mut y = self.draw_controls(canvas, controls, look);
        if y < area.bottom() {
            frame::rule(canvas, Rect { y, height: 1, ..area }, &look.theme);
        }
        y += 1;
        let mut room = Rect { y, height: area.bottom().saturating_sub(y), ..top };
        if self.format().code == "html" && room.height > 2 {
            canvas.text(room, words.as_text, look.theme.dim);
            room = Rect { y: room.y + 1, height: room.height - 1, ..room };
        }
        if self.paper.is_empty() {
            canvas.text(
                room,
                if self.choices.unanswered_only { words.nothing_to_write } else { "" },
                look.theme.dim,
            );
        }
        self.paper.draw(canvas, room, &look.theme);
        canvas.text_right(top, &format!("  {}", self.paper.beyond()), look.theme.dim);
    }
}
