//! The program between an event and the picture: tabs, the layers over them, the notice, and what effects do. It names
//! no concrete screen; those come from [`super::screens`].

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc::Sender;

use super::bindings::{self, Scope};
use super::canvas::ClickTarget;
use super::command::Command;
use super::context::{Look, Session};
use super::dialogs::help::Help;
use super::dialogs::message::Message;
use super::dialogs::palette::Palette;
use super::draft::Draft;
use super::effect::{DialogAnswer, Effect, Outcome, StoreVerb, Write};
use super::error::UiError;
use super::event::{Bell, Event};
use super::jobs::{Ended, Job, Jobs};
use super::layer::{Asker, Layer};
use super::lists::due::DueCount;
use super::naming;
use super::place::{Place, Tab};
use super::preferences::Preferences;
use super::screen::{Changed, Screen};
use super::theme::{Theme, ThemeKind};
use crate::clock::Clock;
use crate::i18n::{Lang, Words};
use crate::model::history::Changes;
use crate::model::id::MeetingId;
use crate::ops::{self, Refused};
use crate::speech;
use crate::store::Store;

mod closed_box;
mod damaged;
mod drafts;
mod draw;
mod due;
mod ended;
mod example;
mod half_lines;
mod input;
mod layers;
mod other_store;
mod preferences;
mod return_path;
mod stray_letters;
mod tour;
mod undo;
mod welcome;
mod written_out;

use closed_box::ClosedBox;
use damaged::StoreFile;
use drafts::Unsaved;
use half_lines::WaitingLines;
use input::LastKey;
use return_path::ComeFrom;
use tour::Tour;
use undo::{Expected, NearActs};
use written_out::WrittenOut;

pub use super::ending::Ending;
pub use example::{Example, KeepOwnWords};

/// What is saved for the next time the program is opened.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SavedState {
    /// The language of the interface.
    pub lang: Lang,
    /// The theme, once somebody has chosen one.
    pub theme: Option<ThemeKind>,
    /// Who writes at the pen.
    pub scribe: Option<String>,
    /// What else the user prefers.
    pub preferences: Preferences,
    /// What was written and is not in the store.
    pub drafts: Vec<Draft>,
}

/// Saves the state, or returns what went wrong in the words of the notice.
pub type SaveState = Box<dyn FnMut(&SavedState) -> Result<(), String>>;

/// What the program is opened with.
pub struct Setup {
    /// The store of the meetings, or that of the example.
    pub store: Store,
    /// What the time of events and writes comes from.
    pub clock: Clock,
    /// The language of the interface.
    pub lang: Lang,
    /// The theme until another is chosen.
    pub theme: ThemeKind,
    /// The open meeting and the scribe.
    pub session: Session,
    /// Where the program was left, or today's meeting.
    pub place: Place,
    /// What was written and not saved when the program last ended.
    pub drafts: Vec<Draft>,
    /// Saves choices and drafts; called when a choice is made and when the program ends.
    pub save_state: SaveState,
    /// Work that starts in the background once the first picture is shown.
    pub first: Option<Job>,
    /// What the user should know about the store, said once the first picture is shown.
    pub warning: Option<String>,
    /// What became of the store, said in a box: the title and the sentences.
    pub said: Option<(&'static str, String)>,
    /// `Some` where the store is that of the example.
    pub example: Option<Example>,
}

/// The running program, all but the terminal and the loop that feeds it events.
pub struct App {
    store: Store,
    clock: Clock,
    look: Look,
    session: Session,
    tab: Tab,
    tabs: BTreeMap<Tab, Box<dyn Screen>>,
    /// Pages and dialogs over the tab, the topmost last.
    layers: Vec<Layer>,
    /// Where one came to the pen from, for Escape.
    came_from: Option<ComeFrom>,
    /// The meeting of today of whose pen Escape has led to the meetings, until something but a letter is pressed.
    pen_left: Option<MeetingId>,
    /// The box that was closed last with words in it.
    closed: ClosedBox,
    /// How many layers have been opened.
    opened: u64,
    notice: Option<String>,
    /// What is on its way to the clipboard; only the terminal can put it there.
    copied: Option<String>,
    /// Whether the terminal is to ring.
    rings: bool,
    jobs: Jobs,
    /// Jobs that ended while their asker was covered, until it is on top again.
    pending: Vec<Ended>,
    /// What is undone without a question.
    near: NearActs,
    /// How many characters have been typed.
    typed: u64,
    /// The keys after which nothing was put beside the store.
    unsaved: Option<Unsaved>,
    /// The word that was written out by the last key.
    written_out: Option<WrittenOut>,
    last_key: LastKey,
    bell: Bell,
    /// What a click means in the picture that is shown.
    targets: Vec<(ratatui::layout::Rect, ClickTarget)>,
    ending: Option<Ending>,
    save_state: SaveState,
    first: Option<Job>,
    theme_chosen: bool,
    /// The language that was chosen while a box was open; it is taken when that is closed.
    next_language: Option<Lang>,
    /// How much waits for follow-up, as the tabs show it.
    due: DueCount,
    /// The store as this program last saw it; another number means that somebody else has written.
    version: i64,
    /// Where the store's file is, as far as it has been said.
    file: StoreFile,
    /// What the user should know about the store, until it is said.
    warning: Option<String>,
    /// What became of the store, until the box opens.
    said: Option<(&'static str, String)>,
    /// What was not saved when the program last ended and is not in the store or on a screen yet.
    kept: Vec<Draft>,
    /// What is kept beside the store now.
    remembered: Vec<Draft>,
    /// The lines that were begun and are not in sight.
    waiting: WaitingLines,
    /// The dialog that asks what becomes of the user's own lines in the example.
    question: Option<u64>,
    /// How far one has come in the tour of the example; `None` outside it, and where it was left.
    tour: Option<Tour>,
    /// The last field: its folder is deleted once the store in it is closed.
    example: Option<Example>,
}

impl App {
    /// Opens the program at its place. The news of jobs will come through `events`.
    pub fn new(setup: Setup, events: Sender<Event>) -> Self {
        let Setup {
            store,
            clock,
            lang,
            theme,
            session,
            place,
            drafts,
            save_state,
            first,
            warning,
            said,
            example,
        } = setup;
        let look = Look { words: lang.words(), theme: Theme::of(theme), now: clock.now() };
        let mut app = Self {
            store,
            clock,
            look,
            session,
            tab: Tab::Meetings,
            tabs: BTreeMap::new(),
            layers: Vec::new(),
            came_from: None,
            pen_left: None,
            near: NearActs::default(),
            closed: ClosedBox::default(),
            opened: 0,
            notice: None,
            copied: None,
            rings: false,
            bell: Bell::new(events.clone()),
            jobs: Jobs::new(events),
            pending: Vec::new(),
            typed: 0,
            unsaved: None,
            written_out: None,
            last_key: LastKey::Other,
            targets: Vec::new(),
            ending: None,
            save_state,
            first,
            theme_chosen: false,
            next_language: None,
            due: DueCount::default(),
            version: 0,
            file: StoreFile::InPlace,
            warning,
            said,
            remembered: drafts.clone(),
            kept: drafts,
            waiting: WaitingLines::default(),
            question: None,
            tour: example.is_some().then(Tour::default),
            example,
        };
        app.version = app.store.version().unwrap_or_default();
        app.find_places();
        app.say_unfinished();
        app.arrive(&place);
        if app.session.scribe.is_none() && !app.session.example {
            app.welcome();
        }
        app.take_up_drafts();
        app.find_waiting();
        app
    }

    /// How it ended, once it has.
    pub fn ending(&self) -> Option<Ending> {
        self.ending.clone()
    }

    /// The file of the store; `None` for one in memory.
    pub fn store_path(&self) -> Option<&Path> {
        self.store.path()
    }

    /// Starts the work that waited for the first picture, and says what waits for the user.
    pub fn begin(&mut self) {
        self.say_complaints();
        self.say_due();
        self.notice = self.warning.take().or(self.notice.take());
        if let Some((title, said)) = self.said.take() {
            self.open(Asker::App, None, Box::new(Message::new(title, said)));
        }
        if let Some(job) = self.first.take() {
            self.jobs.start(Asker::App, job, self.typed);
        }
    }

    /// What was copied since last time, for the clipboard.
    pub fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    /// Whether something runs in the background.
    pub fn is_working(&self) -> bool {
        self.jobs.newest().is_some()
    }

    /// The words in use.
    pub fn words(&self) -> &'static Words {
        self.look.words
    }

    /// The keys of the screen on top.
    pub fn scope(&mut self) -> Scope {
        self.with_top(|screen, _| screen.scope())
    }

    /// Runs a command: the screen on top first, then the program itself. Quitting is never passed to a screen.
    pub fn run(&mut self, command: Command) {
        if command == Command::Quit {
            return self.act(command);
        }
        // What was closed last comes back first.
        if command == Command::Undo && self.closed.is_latest(self.typed) && self.bring_box_back() {
            return;
        }
        if matches!(command, Command::Undo | Command::Redo) && self.turn_typing(command == Command::Redo) {
            return;
        }
        // Escape at the pen does nothing else than that.
        if command != Command::Back || !self.layers.is_empty() {
            self.forget_finished_tour();
        }
        let top = self.top_asker();
        match self.with_top(|screen, ctx| screen.act(command, ctx)) {
            Ok(Effect::Pass) => self.act(command),
            outcome => self.settle(top, outcome),
        }
    }

    /// Goes to a tab and runs a command there, unless something keeps one where one is.
    fn run_at(&mut self, tab: Tab, command: Command) {
        self.go(&Place::Tab(tab));
        if self.tab == tab && self.layers.is_empty() {
            self.run(command);
        }
    }

    /// What the program itself does with a command that the screen passed on.
    fn act(&mut self, command: Command) {
        if let Some(tab) = Tab::of(command) {
            return self.go(&Place::Tab(tab));
        }
        let (scope, words) = (self.scope(), self.look.words);
        match command {
            Command::Help => self.perform(Asker::App, Effect::open(Help::new(scope, words))),
            Command::Palette => self.ask_command(scope),
            Command::Today => self.go_to_today(),
            Command::CheckInDue => self.check_in_due(),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Scribe => self.ask_scribe(),
            Command::Example => self.end(Ending::Example),
            Command::LeaveExample => self.end(Ending::OwnStore),
            Command::EndTour => drop(self.end_tour()),
            Command::NewMeeting if self.tab != Tab::Meetings || !self.layers.is_empty() => {
                self.run_at(Tab::Meetings, command);
            }
            Command::ShowUnfinished if self.tab != Tab::FollowUp || !self.layers.is_empty() => {
                self.run_at(Tab::FollowUp, command);
            }
            Command::Search => self.go(&Place::SearchAgain(self.session.query.clone())),
            Command::History => self.go(&Place::History(None)),
            Command::Persons => self.go(&Place::Persons),
            Command::Settings => self.go(&Place::Settings),
            Command::Copies => self.go(&Place::Copies),
            Command::Handbook => self.go(&Place::Handbook),
            Command::Import => self.go(&Place::Import(None)),
            Command::Abbreviations => self.edit_abbreviations(),
            Command::Export => match self.session.meeting {
                Some(meeting) => self.go(&Place::Export(meeting)),
                None => self.notice = Some(words.app.nothing_here.to_owned()),
            },
            Command::Language if words.lang == Lang::Sv => self.set_language(Lang::En),
            Command::Language => self.set_language(Lang::Sv),
            Command::Theme => self.next_theme(),
            Command::CancelJob => {
                let cancelled = self.jobs.cancel().map(|label| (words.app.cancelling)(&label));
                self.notice = cancelled.or_else(|| Some((words.app.leaves)(&self.key_of(Command::Quit))));
            }
            Command::Back if self.came_from.is_none() && self.tour_left() => {}
            Command::Back if self.layers.is_empty() => self.go_back(),
            Command::Back => self.close(self.top_asker(), DialogAnswer::Nothing),
            Command::Quit => self.end(Ending::Quit),
            // Elsewhere than among challenges nothing else stops it.
            Command::Respond => {
                self.notice = Some(speech::refused(&Refused::NotAChallenge, words).to_string());
            }
            command if bindings::is_of_entry(command) => {
                self.notice = Some(words.app.nothing_here.to_owned());
            }
            _ => {}
        }
    }

    /// Asks which command to run.
    fn ask_command(&mut self, scope: Scope) {
        let palette = Palette::new(scope, self.session.example, self.tour.is_some(), self.look.words);
        let ask = Effect::ask_plain(palette, |answer, _| match answer {
            DialogAnswer::Run(command) => Ok(Effect::Run(command)),
            _ => Ok(Effect::None),
        });
        self.perform(Asker::App, ask);
    }

    /// Does what a screen, or the program itself, asks.
    fn perform(&mut self, asker: Asker, effect: Effect) {
        match effect {
            Effect::None | Effect::Pass => {}
            Effect::Do(write) => self.write(asker, write),
            Effect::Open(screen, reply) => self.open(asker, reply, screen),
            Effect::Close(answer) => self.close(asker, answer),
            Effect::GoTo(place) => self.go(&place),
            Effect::Notice(notice) => self.notice = Some(notice),
            Effect::Run(command) => self.run(command),
            Effect::WroteNothing => self.near.wrote_nothing = true,
            Effect::Undo(operation) => {
                self.undo_operation(operation);
                self.near.expected = Expected::WalkingBack;
            }
            Effect::Turned(turn, turned) => self.turned_in_parts(turn, *turned),
            Effect::EndWhenCancelled => self.end_when_cancelled(),
            Effect::Copy(text) => self.copied = Some(text),
            Effect::KeepQuery(query) => self.session.query = query,
            Effect::SetScribe(name) => self.set_scribe(name),
            Effect::SetLanguage(lang) => self.set_language(lang),
            Effect::SetTheme(kind) => self.set_theme(kind),
            Effect::Prefer(preferences) => self.prefer(preferences),
            Effect::Job(job) => self.jobs.start(asker, job, self.typed),
            Effect::ReadInstead(store) => self.read_instead(*store),
            Effect::Refresh => self.refresh(Changed::Anything),
            Effect::End(ending) => self.ending = Some(ending),
            Effect::PutBack(copy) => self.end(Ending::PutBack(copy)),
            Effect::KeepOwnWords(ending) => self.keep_own_words(ending),
            Effect::SaveDraft { draft, over } => self.save_kept(&draft, over),
            Effect::DropDraft(draft) => self.drop_draft(&draft),
            Effect::Many(effects) => effects.into_iter().for_each(|effect| self.perform(asker, effect)),
        }
    }

    /// Performs the effect of a step, or shows its error.
    fn settle(&mut self, asker: Asker, outcome: Outcome) {
        match outcome {
            Ok(effect) => self.perform(asker, effect),
            Err(error) => self.show_error(&error),
        }
    }

    /// Shows an error in a dialog. A failure of the store goes to the technical log as well.
    fn show_error(&mut self, error: &UiError) {
        error.log("shown");
        if self.shows_instead(error) {
            return;
        }
        self.ring();
        let words = self.look.words;
        let message = Message::new(words.dialogs.failed, error.message(words));
        self.open(Asker::App, None, Box::new(message));
    }

    /// Runs the verb of a write, reads again what is shown, then lets the asker take its next step.
    fn write(&mut self, asker: Asker, write: Write) {
        match self.run_verb(write.verb) {
            Ok(changes) => {
                let kept = naming::kept(&self.store, &changes, self.look.words);
                let wrote_nothing = changes.touched.is_empty();
                self.near.wrote_nothing = wrote_nothing;
                if wrote_nothing {
                    self.refresh(Changed::These(&changes));
                }
                if kept.is_some() || wrote_nothing || !write.notice.is_empty() {
                    self.notice = Some(self.receipt(&changes, kept, write.notice));
                }
                if let Some(reply) = write.reply {
                    self.reply(asker, reply, changes);
                }
                self.promise_no_undo_while_typing();
                self.forget_what_is_stored();
            }
            Err(error) => self.show_error(&error),
        }
    }

    /// Runs a verb of `ops`; what is shown is read again when it is on disk.
    fn run_verb(&mut self, verb: StoreVerb) -> Result<Changes, UiError> {
        let changes = verb(&mut self.store)?;
        // What changed nothing is no operation; the one before it may be of another time.
        if changes.touched.is_empty() {
            return Ok(changes);
        }
        self.tour_sees(&changes);
        self.near.expected = Expected::No;
        self.near.done_here.extend(ops::undoable(&self.store).map(|operation| operation.at));
        self.refresh(Changed::These(&changes));
        self.recount_due();
        Ok(changes)
    }

    /// The notice of a write: what was done or `kept`, with the key that undoes it. What wrote nothing cannot be
    /// undone.
    fn receipt(&mut self, changes: &Changes, kept: Option<String>, done: String) -> String {
        let words = &self.look.words.app;
        if changes.touched.is_empty() {
            return kept.unwrap_or_else(|| words.nothing_changed.to_owned());
        }
        let done = kept.unwrap_or(done);
        let receipt = (words.done)(&done, &self.key_of(Command::Undo));
        self.near.promised = Some((receipt.clone(), done));
        receipt
    }
}
