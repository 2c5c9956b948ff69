//! How far one has come with a file: asked for, read by the thread, shown.

use super::reading::ReadingQuestion;
use super::{people, understood};
use crate::i18n::Words;
use crate::import::people::PeopleList;
use crate::import::source::{FileContent, ReadMinutes};
use crate::minutes::RemarkCode;
use crate::model::Meeting;
use crate::store;
use crate::ui::bindings::{self, Scope};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::path;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text_view::TextView;
use crate::ui::worker::Worker;

/// The endings of files that can be read.
const ENDINGS: [&str; 10] = ["txt", "md", "markdown", "json", "docx", "docm", "csv", "xlsx", "xls", "ods"];

/// How far one has come.
#[derive(Debug, Default)]
pub(super) enum ImportStep {
    /// A file is asked for; what went wrong with the last one.
    #[default]
    Asking,
    /// A file is being read.
    Reading,
    /// What was understood is shown.
    Shown(Box<MinutesPreview>),
    /// The people of a list are shown.
    People(Box<PeoplePreview>),
}

/// A list of people that is shown before it is stored.
#[derive(Debug)]
pub(super) struct PeoplePreview {
    pub(super) list: PeopleList,
    pub(super) view: TextView,
}

/// What is shown before it is stored.
#[derive(Debug)]
pub(super) struct MinutesPreview {
    pub(super) understood: ReadMinutes,
    /// The meeting that the same file gave before.
    pub(super) known: Option<Meeting>,
    pub(super) view: TextView,
}

/// The file that is asked for, and what was understood of it.
#[derive(Debug, Default)]
pub(in crate::ui::screens) struct Import {
    pub(super) field: TextField,
    pub(super) names: Vec<String>,
    pub(super) rows: Rows,
    /// Whether a name in the list was chosen, rather than what is written.
    pub(super) walked: bool,
    pub(super) step: ImportStep,
    pub(super) repair: bool,
    pub(super) refused: Option<String>,
    worker: Option<Worker<ReadingQuestion, Result<FileContent, String>>>,
}

impl Import {
    /// The page with nothing asked for yet.
    pub(in crate::ui::screens) fn new() -> Self {
        Self::default()
    }

    /// Lists what the path may become.
    pub(super) fn complete(&mut self) {
        self.names = path::complete(self.field.text(), &ENDINGS);
        self.rows = Rows::of(self.names.len());
        self.walked = false;
    }

    /// Writes the chosen name into the field.
    pub(super) fn accept(&mut self) {
        if let Some(name) = self.names.get(self.rows.selected) {
            self.field = TextField::with(name.clone());
            self.complete();
        }
    }

    /// Has the thread read the file that is written in the field.
    pub(super) fn read(&mut self, ctx: &Ctx) {
        let file = path::expand(self.field.text());
        self.refused = None;
        self.step = ImportStep::Reading;
        let start = || Worker::start(ctx.bell.clone(), |question: ReadingQuestion| question.answer());
        self.worker.get_or_insert_with(start).ask(ReadingQuestion {
            file,
            repair: self.repair,
            today: ctx.clock.today(),
            words: ctx.look.words,
        });
    }

    /// Shows what the thread has read since last time, or why it could not.
    pub(super) fn listen(&mut self, ctx: &Ctx) {
        let Some(answer) = self.worker.as_ref().and_then(Worker::heard) else { return };
        if !matches!(self.step, ImportStep::Reading) {
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
            self.step = ImportStep::Asking;
            self.complete();
        }
    }

    /// Shows what was understood.
    pub(super) fn show(&mut self, understood: ReadMinutes, ctx: &Ctx) -> Result<(), UiError> {
        let known = store::meeting::from_source(ctx.store, &understood.sha256)?;
        let words = ctx.look.words;
        let mut lines = hints(&understood, words);
        lines.extend(known.iter().map(|known| (words.files.known)(&known.title)));
        let view = TextView::new(understood::lines(&understood.minutes, &lines, words));
        self.step = ImportStep::Shown(Box::new(MinutesPreview { understood, known, view }));
        Ok(())
    }

    /// Shows the people of a list.
    fn show_people(&mut self, list: PeopleList, words: &Words) {
        let hint = (words.files.how_people)(&key(Command::Submit, words), &key(Command::Back, words));
        let view = TextView::new(people::lines(&list, &hint, words));
        self.step = ImportStep::People(Box::new(PeoplePreview { list, view }));
    }
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
