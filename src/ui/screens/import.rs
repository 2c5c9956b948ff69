//! The import page: a file is asked for and read on a thread, what was understood is shown, and only then stored, as
//! one operation. Going back changes nothing. It does not know how minutes are read.
//!
//! ```text
//!  Läs in  ~/Dokument/rundabord.txt▏
//!
//!    ~/Dokument/Mars/
//!  ▌ ~/Dokument/rundabord.txt
//! ```

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::i18n::Words;
use crate::import::people::PeopleList;
use crate::import::source::{FileContent, ReadMinutes};
use crate::minutes::RemarkCode;
use crate::model::Meeting;
use crate::model::history::{Changes, Entity};
use crate::model::id::MeetingId;
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::effect::{Answer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::path;
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::{fit, wrap};
use crate::ui::widgets::text_view::TextView;
use crate::ui::worker::Worker;
use crate::{ops, speech, store};

mod people;
mod reading;
mod understood;

use reading::Question;

/// The endings of files that can be read.
const ENDINGS: [&str; 10] = ["txt", "md", "markdown", "json", "docx", "docm", "csv", "xlsx", "xls", "ods"];

/// How far one has come.
#[derive(Debug, Default)]
enum Step {
    /// A file is asked for; what went wrong with the last one.
    #[default]
    Asking,
    /// A file is being read.
    Reading,
    /// What was understood is shown.
    Shown(Box<Shown>),
    /// The people of a list are shown.
    People(Box<Listed>),
}

/// A list of people that is shown before it is stored.
#[derive(Debug)]
struct Listed {
    list: PeopleList,
    view: TextView,
}

/// What is shown before it is stored.
#[derive(Debug)]
struct Shown {
    understood: ReadMinutes,
    /// The meeting that the same file gave before.
    known: Option<Meeting>,
    view: TextView,
}

/// The file that is asked for, and what was understood of it.
#[derive(Debug, Default)]
pub(super) struct Import {
    field: Field,
    names: Vec<String>,
    rows: Rows,
    /// Whether a name in the list was chosen, rather than what is written.
    walked: bool,
    step: Step,
    repair: bool,
    refused: Option<String>,
    worker: Option<Worker<Question, Result<FileContent, String>>>,
}

impl Import {
    /// The page with nothing asked for yet.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Lists what the path may become.
    fn complete(&mut self) {
        self.names = path::complete(self.field.text(), &ENDINGS);
        self.rows = Rows::of(self.names.len());
        self.walked = false;
    }

    /// Writes the chosen name into the field.
    fn accept(&mut self) {
        if let Some(name) = self.names.get(self.rows.selected) {
            self.field = Field::with(name.clone());
            self.complete();
        }
    }

    /// Enter: a folder is opened, a file is read.
    fn enter(&mut self, ctx: &Ctx) {
        let written = path::expand(self.field.text());
        let chosen = self.walked || !written.is_file();
        if chosen && let Some(name) = self.names.get(self.rows.selected).cloned() {
            self.accept();
            if path::expand(&name).is_dir() {
                return;
            }
        }
        self.read(ctx);
    }

    fn read(&mut self, ctx: &Ctx) {
        let file = path::expand(self.field.text());
        self.refused = None;
        self.step = Step::Reading;
        let start = || Worker::start(ctx.bell.clone(), |question: Question| question.answer());
        self.worker.get_or_insert_with(start).ask(Question {
            file,
            repair: self.repair,
            today: ctx.clock.today(),
            words: ctx.look.words,
        });
    }

    /// Shows what was understood.
    fn show(&mut self, understood: ReadMinutes, ctx: &Ctx) -> Result<(), UiError> {
        let known = store::meeting::from_source(ctx.store, &understood.sha256)?;
        let words = ctx.look.words;
        let mut lines = hints(&understood, words);
        lines.extend(known.iter().map(|known| (words.files.known)(&known.title)));
        let view = TextView::new(understood::lines(&understood.minutes, &lines, words));
        self.step = Step::Shown(Box::new(Shown { understood, known, view }));
        Ok(())
    }

    /// Shows the people of a list.
    fn show_people(&mut self, list: PeopleList, words: &Words) {
        let hint = (words.files.how_people)(&key(Command::Submit, words), &key(Command::Back, words));
        let view = TextView::new(people::lines(&list, &hint, words));
        self.step = Step::People(Box::new(Listed { list, view }));
    }

    /// Stores what is shown, or asks first where the same file was read before.
    fn submit(&self, words: &Words) -> Effect {
        let shown = match &self.step {
            Step::Shown(shown) => shown,
            Step::People(listed) => return store_people(&listed.list, words),
            Step::Asking | Step::Reading => return Effect::None,
        };
        match &shown.known {
            Some(known) => {
                let text = (words.files.known)(&known.title);
                let again = Confirm::new(words.files.again_title, text);
                Effect::ask(again, |this: &mut Self, answer, ctx| match (&this.step, answer) {
                    (Step::Shown(shown), Answer::Yes) => Ok(store_minutes(&shown.understood, ctx.look.words)),
                    _ => Ok(Effect::None),
                })
            }
            None => store_minutes(&shown.understood, words),
        }
    }

    /// What was shown is on disk: one goes to the meeting; a list of people has none.
    fn stored(changes: &Changes) -> Effect {
        match changes.first(Entity::Meeting) {
            Some(id) => Effect::GoTo(Place::Meeting(MeetingId(id))),
            None => Effect::Close(Answer::Nothing),
        }
    }

    fn draw_question(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.files;
        let said = match &self.step {
            Step::Reading => words.reading,
            _ => self.refused.as_deref().unwrap_or(words.ask),
        };
        let style = if self.refused.is_some() { look.theme.warning } else { look.theme.dim };
        let mut y = area.y;
        for line in wrap(said, usize::from(area.width)) {
            canvas.text(Rect { y, height: u16::from(y < area.bottom()), ..area }, &line, style);
            y += 1;
        }
        y += 1;
        let list = Rect {
            x: area.x.saturating_sub(1),
            width: area.width + 1,
            y,
            height: area.bottom().saturating_sub(y),
        };
        self.rows.draw(canvas, list, &look.theme, |index, columns| {
            let name = self.names.get(index).map_or("", String::as_str);
            vec![Line::raw(fit(name, usize::from(columns)).into_owned())]
        });
    }
}

/// Stores the minutes and goes to their meeting.
fn store_minutes(understood: &ReadMinutes, words: &Words) -> Effect {
    let ReadMinutes { minutes, sha256, .. } = understood.clone();
    let title = if minutes.title.is_empty() { words.files.untitled } else { &minutes.title };
    let write = Write::new((words.files.stored)(title), move |store| {
        ops::import_minutes(store, &minutes, Some(&sha256))
    });
    write.then(|_: &mut Import, changes, _| Import::stored(&changes)).into()
}

/// Stores the people of a list and closes the page.
fn store_people(list: &PeopleList, words: &Words) -> Effect {
    let people = list.people.clone();
    if people.is_empty() {
        return Effect::None;
    }
    let said = (words.files.stored_people)(people.len());
    Write::new(said, move |store| ops::enter_people(store, &people, None))
        .then(|_: &mut Import, changes, _| Import::stored(&changes))
        .into()
}

/// The key for a command here.
fn key(command: Command, words: &Words) -> String {
    bindings::key_of(Scope::Preview, command).map(|key| key.show(words)).unwrap_or_default()
}

/// What can be done about double encoding, and how to store.
fn hints(understood: &ReadMinutes, words: &Words) -> Vec<String> {
    let key = |command| key(command, words);
    let doubled = understood.minutes.remarks.iter().any(|remark| remark.code == RemarkCode::DoubleEncoding);
    let mut hints = vec![(words.files.how)(&key(Command::Submit), &key(Command::Back))];
    if understood.repaired {
        hints.push((words.files.repaired)(&key(Command::Option)));
    } else if doubled {
        hints.push((words.files.can_repair)(&key(Command::Option)));
    }
    hints
}

impl Screen for Import {
    fn scope(&self) -> Scope {
        // While a file is asked for, names are chosen from a list.
        if let Step::Shown(_) | Step::People(_) = self.step { Scope::Preview } else { Scope::Choice }
    }

    fn arrive(&mut self, place: &Place) {
        if let Place::Import(Some(file)) = place {
            self.field = Field::with(path::shown(file));
            self.step = Step::Reading;
        } else if self.field.text().is_empty() {
            let folder = path::documents().join("");
            self.field = Field::with(path::shown(&folder));
        }
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        match &self.step {
            Step::Asking => self.complete(),
            // Opened with a file: it is read at once.
            Step::Reading => self.read(ctx),
            Step::Shown(shown) => self.show(shown.understood.clone(), ctx)?,
            Step::People(_) => {}
        }
        Ok(())
    }

    fn woken(&mut self, ctx: &Ctx) {
        let Some(answer) = self.worker.as_ref().and_then(Worker::heard) else { return };
        if !matches!(self.step, Step::Reading) {
            return;
        }
        let shown = match answer {
            Ok(FileContent::Minutes(understood)) => {
                self.show(*understood, ctx).map_err(|error| error.message(ctx.look.words))
            }
            Ok(FileContent::People(list)) => {
                self.show_people(list, ctx.look.words);
                Ok(())
            }
            Err(refused) => Err(refused),
        };
        if let Err(refused) = shown {
            self.refused = Some(refused);
            self.step = Step::Asking;
            self.complete();
        }
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        matches!(self.step, Step::Asking).then_some(&mut self.field as &mut dyn TextInput)
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        self.refused = None;
        self.complete();
        Ok(Effect::None)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let walked = match &mut self.step {
            Step::Shown(shown) => shown.view.walk(command),
            Step::People(listed) => listed.view.walk(command),
            Step::Asking | Step::Reading => {
                let walked = self.rows.walk(command);
                self.walked |= walked;
                walked
            }
        };
        if walked {
            return Ok(Effect::None);
        }
        match (command, &self.step) {
            (Command::Open, Step::Asking) => self.enter(ctx),
            (Command::Submit, Step::Shown(_) | Step::People(_)) => return Ok(self.submit(ctx.look.words)),
            (Command::Mark, Step::Asking) => self.accept(),
            (Command::Option, Step::Shown(shown)) => {
                let doubled = |code: &RemarkCode| *code == RemarkCode::DoubleEncoding;
                let codes = shown.understood.minutes.remarks.iter().map(|remark| remark.code);
                if self.repair || codes.filter(doubled).count() > 0 {
                    self.repair = !self.repair;
                    self.read(ctx);
                }
            }
            (Command::Back, Step::Asking) => return Ok(Effect::Close(Answer::Nothing)),
            (Command::Back, _) => {
                self.step = Step::Asking;
                self.repair = false;
                self.complete();
            }
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        if self.rows.selected == row && self.walked {
            self.enter(ctx);
        } else {
            self.rows.select(row);
            self.walked = true;
        }
        Ok(Effect::None)
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let top =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let x = canvas.text(top, look.words.files.import, look.theme.strong) + 2;
        let field = Rect { x, width: top.right().saturating_sub(x), ..top };
        self.field.draw(canvas, field, look.theme.text, matches!(self.step, Step::Asking));
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..top };
        let view = match &self.step {
            Step::Shown(shown) => &shown.view,
            Step::People(listed) => &listed.view,
            Step::Asking | Step::Reading => return self.draw_question(canvas, body, look),
        };
        view.draw(canvas, body, &look.theme);
        canvas.text_right(top, &format!("  {}", view.beyond()), look.theme.dim);
    }
}

impl Question {
    /// Reads the file and says in words what went wrong.
    fn answer(&self) -> Result<FileContent, String> {
        reading::understand(self).map_err(|unread| {
            speech::file_not_read(&unread, &path::shown(&self.file), self.words).to_string()
        })
    }
}
