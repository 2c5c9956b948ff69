//! How far one has come with a file: asked for, read by the thread, shown.

use std::path::{MAIN_SEPARATOR, PathBuf};

use super::reading::ReadingQuestion;
use super::series::FileSeries;
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
    /// What was understood is shown while a job stores it.
    Storing(Box<MinutesPreview>),
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
    /// What was put in the field for the user, so that another path typed behind it takes its place.
    pub(super) proposed: String,
    /// What the path may become.
    pub(super) names: Vec<String>,
    /// Whether the first of them is the folder over the others.
    pub(super) has_parent: bool,
    pub(super) rows: Rows,
    /// Whether a name in the list was chosen, rather than what is written.
    pub(super) walked: bool,
    /// The files that are marked, in the order of marking: they are read one after the other.
    pub(super) marked: Vec<PathBuf>,
    /// The files that are being read.
    pub(super) series: FileSeries,
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

    /// Lists what the path may become, the folder over it first. The first of the others is chosen.
    pub(super) fn complete(&mut self) {
        let parent = path::parent(self.field.text());
        self.has_parent = parent.is_some();
        self.names = parent.into_iter().chain(path::complete(self.field.text(), &ENDINGS)).collect();
        self.rows = Rows::of(self.names.len());
        self.rows.select(usize::from(self.has_parent));
        self.walked = false;
    }

    /// Puts a path in the field.
    pub(super) fn propose(&mut self, path: String) {
        self.proposed.clone_from(&path);
        self.field = TextField::with(path);
        self.complete();
    }

    /// Goes to a folder. In the one over this one, this one is chosen.
    pub(super) fn open_folder(&mut self, folder: String) {
        let from = path::expand(self.field.text());
        self.propose(folder);
        if let Some(at) = self.names.iter().position(|name| path::expand(name) == from) {
            self.rows.select(at);
        }
    }

    /// Marks the chosen file, or not any more, and goes down; opens the chosen folder.
    pub(super) fn mark(&mut self) {
        let Some(name) = self.names.get(self.rows.selected) else { return };
        if name.ends_with(['/', MAIN_SEPARATOR]) {
            return self.open_folder(name.clone());
        }
        let file = path::expand(name);
        match self.marked.iter().position(|marked| *marked == file) {
            Some(at) => drop(self.marked.remove(at)),
            None => self.marked.push(file),
        }
        self.walked = true;
        self.rows.walk(Command::Down);
    }

    /// Takes pasted or dropped text. Returns whether it was paths that begin at a root; other text is typed.
    pub(super) fn take_paths(&mut self, text: &str) -> bool {
        if !text.lines().all(|line| line.trim().is_empty() || path::begins_at_root(line)) {
            return false;
        }
        let files = path::listed(text);
        match files.as_slice() {
            [] => return false,
            [only] if only.is_dir() => self.propose(path::shown(&only.join(""))),
            [only] => {
                self.propose(path::shown(only));
                // Somebody has asked for this very file.
                self.proposed.clear();
            }
            _ => {
                for file in files {
                    if !self.marked.contains(&file) {
                        self.marked.push(file);
                    }
                }
            }
        }
        true
    }

    /// Reads these files one after the other.
    pub(super) fn begin(&mut self, files: Vec<PathBuf>, ctx: &Ctx) {
        self.marked.clear();
        self.series = FileSeries::of(files);
        self.read(ctx);
    }

    /// Has the thread read the current file.
    pub(super) fn read(&mut self, ctx: &Ctx) {
        let Some(file) = self.series.current().map(ToOwned::to_owned) else { return };
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

    /// Whether a file is being stored, or is not any more.
    pub(super) fn set_storing(&mut self, storing: bool) {
        self.step = match std::mem::take(&mut self.step) {
            ImportStep::Shown(shown) if storing => ImportStep::Storing(shown),
            ImportStep::Storing(shown) if !storing => ImportStep::Shown(shown),
            step => step,
        };
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
            self.series.unread.push(refused);
            self.advance(ctx);
        }
    }

    /// Goes on to the next file. Where there is none it says which could not be read, and returns `true`.
    pub(super) fn advance(&mut self, ctx: &Ctx) -> bool {
        self.repair = false;
        if self.series.advance() {
            self.read(ctx);
            return false;
        }
        let words = ctx.look.words;
        if !self.series.unread.is_empty() {
            let receipt = self.series.receipt(words).map(|receipt| format!("{receipt}."));
            let said: Vec<String> = receipt.into_iter().chain(self.series.unread.iter().cloned()).collect();
            self.refused = Some(said.join(" "));
            // Another path that is written behind it takes its place.
            self.field.text().clone_into(&mut self.proposed);
        }
        self.step = ImportStep::Asking;
        self.complete();
        true
    }

    /// Shows what was understood.
    pub(super) fn show(&mut self, understood: ReadMinutes, ctx: &Ctx) -> Result<(), UiError> {
        let known = store::meeting::from_source(ctx.store, &understood.sha256)?;
        let words = ctx.look.words;
        let programme = store::programme::own(ctx.store)?.map(|programme| programme.name);
        let mut lines = hints(&understood, self.several(words), programme.as_deref(), words);
        lines.extend(known.iter().map(|known| (words.files.known)(&known.title)));
        let view = TextView::new(understood::lines(&understood.minutes, &lines, words));
        self.step = ImportStep::Shown(Box::new(MinutesPreview { understood, known, view }));
        Ok(())
    }

    /// Which of several files it is, and how to go past it.
    fn several(&self, words: &Words) -> Option<String> {
        let place = self.series.place(words)?;
        let file = self.series.current().map(path::name).unwrap_or_default();
        Some((words.files.one_of_several)(&place, &file, &key(Command::SkipFile, words)))
    }

    /// Shows the people of a list.
    fn show_people(&mut self, list: PeopleList, words: &Words) {
        let hint = (words.files.how_people)(&key(Command::Submit, words), &key(Command::Back, words));
        let hint = self.several(words).map_or_else(|| hint.clone(), |place| format!("{place} {hint}"));
        let view = TextView::new(people::lines(&list, &hint, words));
        self.step = ImportStep::People(Box::new(PeoplePreview { list, view }));
    }
}

/// The key for a command here.
fn key(command: Command, words: &Words) -> String {
    bindings::key_of(Scope::PreviewInSeries, command).map(|key| key.show(words)).unwrap_or_default()
}

/// What can be done about double encoding, and how to store.
fn hints(
    understood: &ReadMinutes,
    several: Option<String>,
    programme: Option<&str>,
    words: &Words,
) -> Vec<String> {
    let key = |command| key(command, words);
    let doubled = understood.minutes.remarks.iter().any(|remark| remark.code == RemarkCode::DoubleEncoding);
    let how = (words.files.how)(&key(Command::Submit), &key(Command::Back), programme);
    let mut hints = vec![several.into_iter().chain([how]).collect::<Vec<_>>().join(" ")];
    if understood.repaired {
        hints.push((words.files.repaired)(&key(Command::Option)));
    } else if doubled {
        hints.push((words.files.can_repair)(&key(Command::Option)));
    }
    hints
}
