//! Drives the real program without a terminal, in the user's language: `app.keys("! Svårt med samverkan<enter>")`,
//! `app.shows("U-1")`. Keys in angle brackets are named as in a manual: `<enter>`, `<esc>`, `<tab>`, `<s-tab>`, `<bs>`,
//! `<del>`, `<up>`, `<f1>`, `<c-z>`, `<a-2>`, `<a-up>`, `<space>`, `<lt>`.

use std::cell::RefCell;
use std::io::{Read, Seek};
use std::path::Path;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;
use vidpennan::clock::Clock;
use vidpennan::demo;
use vidpennan::i18n::Lang;
use vidpennan::model::Entry;
use vidpennan::ops;
use vidpennan::store::{self, Options, Store};
use vidpennan::ui::app::{App, Ending, Example, SavedState, Setup};
use vidpennan::ui::context::Session;
use vidpennan::ui::draft::Draft;
use vidpennan::ui::event::Event;
use vidpennan::ui::jobs::{Job, Update};
use vidpennan::ui::place::{Place, Tab};
use vidpennan::ui::preferences::{Preferences, SettingsFile};
use vidpennan::ui::theme::ThemeKind;

use super::room::{entries_of, follows_from_its_log};

/// The program, a picture of it, and the keys.
pub(crate) struct Driver {
    app: App,
    terminal: Terminal<TestBackend>,
    inbox: Receiver<Event>,
    /// News of jobs that the program has not been handed, while they are held back.
    held: Option<Vec<Event>>,
    /// The drafts that the program saved last.
    drafts: Rc<RefCell<Vec<Draft>>>,
    /// All that the program saved last.
    saved: Rc<RefCell<SavedState>>,
    /// Why nothing can be saved, where that is so.
    unwritable: Rc<RefCell<Option<String>>>,
    /// The file of the store.
    path: PathBuf,
    /// The folder of the store, where the driver has made it: it is deleted with the driver.
    _folder: Option<TempDir>,
}

/// Ten past nine on Wednesday 4 March 2026: the moment at which the tests are held.
pub(crate) fn now() -> Clock {
    let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    Clock::Fixed(day.and_hms_opt(9, 10, 0).unwrap())
}

/// The program over an empty store, 80×24, in Swedish.
pub(crate) fn start() -> Driver {
    start_at(Place::Tab(Tab::Meetings))
}

/// The same at the pen, in a new meeting of today.
pub(crate) fn start_at_pen() -> Driver {
    let mut app = start();
    app.keys("nFramtidsveckan<enter><a-2>");
    app
}

/// The program over an empty store, opened at a place.
pub(crate) fn start_at(place: Place) -> Driver {
    open(place, Some("Eva Lind"), |_| {})
}

/// The same, over a store that is prepared first.
pub(crate) fn start_over(place: Place, prepare: impl FnOnce(&mut Store)) -> Driver {
    open(place, Some("Eva Lind"), prepare)
}

/// The program over a new store that is prepared first, in another language.
pub(crate) fn start_in_language(
    lang: Lang,
    scribe: Option<&str>,
    prepare: impl FnOnce(&mut Store),
) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let options = Options { clock: now(), scribe: scribe.map(str::to_owned), replicas: None };
    let mut store = Store::open(&folder.path().join("store.db"), options).unwrap();
    prepare(&mut store);
    drive(Setup { lang, ..setup(store, Place::Tab(Tab::Meetings), scribe) }, Some(folder))
}

/// The program as it is opened for the first time.
pub(crate) fn first_start() -> Driver {
    open(Place::Tab(Tab::Meetings), None, |_| {})
}

/// The program over an empty store, with work in the background of which nothing is heard yet.
pub(crate) fn start_during(work: Job, scribe: Option<&str>) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let options = Options { clock: now(), scribe: scribe.map(str::to_owned), replicas: None };
    let store = Store::open(&folder.path().join("store.db"), options).unwrap();
    let setup = setup(store, Place::Tab(Tab::Meetings), scribe);
    drive(Setup { first: Some(work), ..setup }, Some(folder))
}

/// The program over a new file that is opened with these options and prepared first, at a place that this decides.
pub(crate) fn start_in(options: Options, prepare: impl FnOnce(Store) -> (Store, Place)) -> Driver {
    open_new(options, Some("Eva Lind"), prepare)
}

/// The program over this store, opened at a place.
pub(crate) fn start_with(store: Store, place: Place) -> Driver {
    over(store, place, None)
}

/// The same, with what was written and not saved before.
pub(crate) fn over(store: Store, place: Place, draft: Option<&str>) -> Driver {
    again(store, place, draft.map(|line| Draft::Line(line.to_owned())).into_iter().collect())
}

/// The program over this store, in another language or at another time.
pub(crate) fn over_in(store: Store, place: Place, lang: Lang, clock: Clock) -> Driver {
    drive(Setup { lang, clock, ..setup(store, place, Some("Eva Lind")) }, None)
}

/// The same, with everything that was written and not saved before.
pub(crate) fn again(store: Store, place: Place, drafts: Vec<Draft>) -> Driver {
    drive(Setup { drafts, ..setup(store, place, Some("Eva Lind")) }, None)
}

/// The example, from which words go to the store in this file.
pub(crate) fn start_example(own: &Path) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let options = || Options { clock: now(), scribe: Some("Eva Lind".to_owned()), replicas: None };
    let mut store = Store::open(&folder.path().join("exempel.db"), options()).unwrap();
    let meeting = demo::fill(&mut store).unwrap();
    let since = ops::undoable(&store).unwrap().at;
    let own = own.to_owned();
    let keep = Box::new(move |written: &_| {
        demo::keep(written, &mut Store::open(&own, options())?)?;
        Ok(())
    });
    let example = Example { since, keep, folder };
    let mut setup = setup(store, Place::Meeting(meeting), Some("Eva Lind"));
    setup.session.meeting = Some(meeting);
    setup.session.example = true;
    drive(Setup { example: Some(example), ..setup }, None)
}

/// The program with these preferences, and with what is known of the file where they are kept.
pub(crate) fn start_preferring(
    preferences: Preferences,
    settings_file: SettingsFile,
    place: Place,
    prepare: impl FnOnce(&mut Store),
) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let options = Options { clock: now(), scribe: Some("Eva Lind".to_owned()), replicas: None };
    let mut store = Store::open(&folder.path().join("store.db"), options).unwrap();
    prepare(&mut store);
    let mut setup = setup(store, place, Some("Eva Lind"));
    setup.session = Session { preferences, settings_file, ..setup.session };
    drive(setup, Some(folder))
}

fn open(place: Place, scribe: Option<&str>, prepare: impl FnOnce(&mut Store)) -> Driver {
    let options = Options { clock: now(), scribe: scribe.map(str::to_owned), replicas: None };
    open_new(options, scribe, |mut store| {
        prepare(&mut store);
        (store, place)
    })
}

fn open_new(options: Options, scribe: Option<&str>, prepare: impl FnOnce(Store) -> (Store, Place)) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("store.db"), options).unwrap();
    let (store, place) = prepare(store);
    drive(setup(store, place, scribe), Some(folder))
}

fn setup(store: Store, place: Place, scribe: Option<&str>) -> Setup {
    Setup {
        store,
        clock: now(),
        lang: Lang::Sv,
        theme: ThemeKind::Dark,
        session: Session { scribe: scribe.map(str::to_owned), ..Session::default() },
        place,
        drafts: Vec::new(),
        save_state: Box::new(|_| Ok(())),
        first: None,
        warning: None,
        said: None,
        example: None,
    }
}

/// Opens the program; the news of its first work are held back.
fn drive(mut setup: Setup, folder: Option<TempDir>) -> Driver {
    assert!(setup.store.path().is_some(), "the threads of the program read the file of the store");
    let held = setup.first.is_some().then(Vec::new);
    let (events, inbox) = channel();
    let drafts: Rc<RefCell<Vec<Draft>>> = Rc::new(RefCell::new(setup.drafts.clone()));
    let (saved, unwritable) =
        (Rc::<RefCell<SavedState>>::default(), Rc::<RefCell<Option<String>>>::default());
    let (kept, all, why) = (Rc::clone(&drafts), Rc::clone(&saved), Rc::clone(&unwritable));
    setup.save_state = Box::new(move |state| {
        if let Some(why) = why.borrow().clone() {
            return Err(why);
        }
        kept.borrow_mut().clone_from(&state.drafts);
        all.borrow_mut().clone_from(state);
        Ok(())
    });
    let path = setup.store.path().unwrap().to_owned();
    let app = App::new(setup, events);
    let terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let mut driver = Driver { app, terminal, inbox, held, drafts, saved, unwritable, path, _folder: folder };
    driver.draw();
    driver.app.begin();
    // What waits for follow-up is counted after the first picture, and shown in the next.
    driver.draw();
    driver
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            follows_from_its_log(&Store::reader(&self.path, now()).unwrap());
        }
    }
}

impl Driver {
    /// Presses keys in the notation of the module.
    pub(crate) fn keys(&mut self, script: &str) -> &mut Self {
        for key in keys(script) {
            self.app.handle(Event::Key(key));
        }
        self.settle()
    }

    /// Pastes text as a terminal does: in one event.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.app.handle(Event::Paste(text.to_owned()));
        self.settle()
    }

    /// Clicks on the first place where the text is.
    pub(crate) fn click(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        let (row, before) = screen
            .lines()
            .enumerate()
            .find_map(|(row, line)| line.split_once(text).map(|(before, _)| (row, before.width())))
            .unwrap_or_else(|| panic!("{text:?} cannot be seen:\n{screen}"));
        self.app.handle(Event::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: u16::try_from(before).unwrap(),
            row: u16::try_from(row).unwrap(),
            modifiers: KeyModifiers::NONE,
        }));
        self.settle()
    }

    /// The file of the store.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Everything that was said in any meeting and is shown, in order.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let store = Store::reader(&self.path, now()).unwrap();
        let meetings = store::meeting::list(&store).unwrap();
        meetings.iter().flat_map(|meeting| entries_of(&store, meeting.id)).collect()
    }

    /// Lets the program see what another one has written to the same file.
    pub(crate) fn looks(&mut self) -> &mut Self {
        self.app.handle(Event::Stored);
        self.settle()
    }

    /// What was copied to the clipboard since last time.
    pub(crate) fn copied(&mut self) -> Option<String> {
        self.app.take_copied()
    }

    /// Changes the window's size.
    pub(crate) fn size(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.app.handle(Event::Resize);
        self.settle()
    }

    /// The text is somewhere on the screen.
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "{text:?} cannot be seen:\n{screen}");
        self
    }

    /// From now on jobs run but nothing is heard of them.
    pub(crate) fn hold_jobs(&mut self) -> &mut Self {
        self.held.get_or_insert_default();
        self
    }

    /// Lets the program hear of the job that was started last, and waits until that has ended; the others stay held
    /// back.
    pub(crate) fn release_newest_job(&mut self) -> &mut Self {
        let held = self.held.as_mut().expect("jobs are held back");
        let number = |event: &Event| match event {
            Event::Job(news) => Some(news.job),
            _ => None,
        };
        let ends =
            |event: &Event| matches!(event, Event::Job(news) if matches!(news.update, Update::Ended(_)));
        let mut jobs = 0;
        // Each job that was started ends once.
        while jobs < 2 {
            let event = self.inbox.recv_timeout(Duration::from_secs(20)).expect("a job that never ends");
            jobs += usize::from(ends(&event));
            match number(&event) {
                Some(_) => held.push(event),
                None => drop(self.app.handle(event)),
            }
        }
        let newest = held.iter().filter_map(number).max();
        let (released, others) = std::mem::take(held).into_iter().partition(|event| number(event) == newest);
        *held = others;
        let released: Vec<Event> = released;
        for event in released {
            self.app.handle(event);
        }
        self.settle()
    }

    /// Lets the program hear of the jobs that were held back, and waits until all have ended.
    pub(crate) fn release_jobs(&mut self) -> &mut Self {
        for event in self.held.take().into_iter().flatten() {
            self.app.handle(event);
        }
        self.settle()
    }

    /// Waits until the text is somewhere on the screen: what a thread finds comes when it comes.
    pub(crate) fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_while(|screen| !screen.contains(text), &format!("{text:?} never comes"))
    }

    /// Waits until the text is nowhere on the screen any more.
    pub(crate) fn wait_till_gone(&mut self, text: &str) -> &mut Self {
        self.wait_while(|screen| screen.contains(text), &format!("{text:?} never goes"))
    }

    /// Waits for the next answer of a thread, whatever it is.
    pub(crate) fn wait_for_answer(&mut self) -> &mut Self {
        loop {
            let event = self.inbox.recv_timeout(Duration::from_secs(20)).expect("an answer that never comes");
            let is_answer = matches!(event, Event::Woken);
            self.app.handle(event);
            if is_answer {
                return self.settle();
            }
        }
    }

    fn wait_while(&mut self, waits: impl Fn(&str) -> bool, why: &str) -> &mut Self {
        while waits(&self.screen()) {
            let event = self.inbox.recv_timeout(Duration::from_secs(20));
            let screen = self.screen();
            match (event.unwrap_or_else(|_| panic!("{why}:\n{screen}")), &mut self.held) {
                (event @ Event::Job(_), Some(held)) => held.push(event),
                (event, _) => drop(self.app.handle(event)),
            }
            self.settle();
        }
        self
    }

    /// The text is nowhere on the screen.
    pub(crate) fn hides(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} can be seen:\n{screen}");
        self
    }

    /// The line of the screen, counted from 0, on which the text is first.
    pub(crate) fn line_of(&self, text: &str) -> usize {
        let screen = self.screen();
        let line = screen.lines().position(|line| line.contains(text));
        line.unwrap_or_else(|| panic!("{text:?} cannot be seen:\n{screen}"))
    }

    /// The screen as text, without blanks at the ends of lines.
    pub(crate) fn screen(&self) -> String {
        let buffer = self.terminal.backend().buffer();
        let mut lines = Vec::new();
        for y in 0..buffer.area.height {
            let (mut line, mut x) = (String::new(), 0);
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                x += u16::try_from(symbol.width().max(1)).unwrap();
            }
            lines.push(line.trim_end().to_owned());
        }
        lines.join("\n")
    }

    /// How many cells are underlined on the first line with this text: the ground of a field.
    pub(crate) fn underlined(&self, text: &str) -> usize {
        let buffer = self.terminal.backend().buffer();
        let y = u16::try_from(self.line_of(text)).unwrap();
        let cells = (0..buffer.area.width).map(|x| &buffer[(x, y)]);
        cells.filter(|cell| cell.modifier.contains(Modifier::UNDERLINED)).count()
    }

    /// The cells of the picture.
    pub(crate) fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// What was written and not saved.
    pub(crate) fn draft(&self) -> Option<String> {
        self.app.draft()
    }

    /// The drafts that are saved now.
    pub(crate) fn saved_drafts(&self) -> Vec<Draft> {
        self.drafts.borrow().clone()
    }

    /// All that the program saved last.
    pub(crate) fn saved(&self) -> SavedState {
        self.saved.borrow().clone()
    }

    /// From now on nothing can be saved beside the store, and this is said.
    pub(crate) fn refuse_to_save(&mut self, why: &str) -> &mut Self {
        *self.unwritable.borrow_mut() = Some(why.to_owned());
        self
    }

    /// Whether the terminal would ring now.
    pub(crate) fn rings(&mut self) -> bool {
        self.app.take_ring()
    }

    /// Ends the program as a signal does, and returns the drafts that it saved.
    pub(crate) fn signal(&mut self) -> Vec<Draft> {
        self.app.handle(Event::Signal(15));
        self.app.save_all();
        self.saved_drafts()
    }

    /// How the program ended, if it has.
    pub(crate) fn ending(&self) -> Option<Ending> {
        self.app.ending()
    }

    /// Waits for what runs in the background unless that is held back, and draws.
    fn settle(&mut self) -> &mut Self {
        while self.held.is_none() && self.app.is_working() {
            let event = self.inbox.recv_timeout(Duration::from_secs(20)).expect("a job that never ends");
            self.app.handle(event);
        }
        self.draw();
        self
    }

    fn draw(&mut self) {
        let frame = self.terminal.draw(|frame| self.app.draw(frame)).unwrap();
        let both = Modifier::BOLD | Modifier::DIM;
        let undecided: String = frame
            .buffer
            .content
            .iter()
            .filter(|cell| cell.modifier.contains(both))
            .map(Cell::symbol)
            .collect();
        assert_eq!(undecided, "", "terminals draw what is bold and dim as they like");
    }
}

/// What goes to the technical log during this work.
pub(crate) fn logged(work: impl FnOnce()) -> String {
    let mut file = tempfile::tempfile().unwrap();
    let writer = Mutex::new(file.try_clone().unwrap());
    let subscriber = tracing_subscriber::fmt().with_writer(writer).with_ansi(false).finish();
    tracing::subscriber::with_default(subscriber, work);
    let mut log = String::new();
    file.rewind().unwrap();
    file.read_to_string(&mut log).unwrap();
    log
}

/// How many keys a script has.
pub(crate) fn count(script: &str) -> usize {
    keys(script).len()
}

/// The keys of a script.
fn keys(script: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        if let Some((name, after)) = named.filter(|(name, _)| !name.is_empty() && !name.contains([' ', '<']))
        {
            keys.push(named_key(name));
            rest = after;
        } else {
            keys.push(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
            rest = rest.strip_prefix(c).unwrap();
        }
    }
    keys
}

fn named_key(name: &str) -> KeyEvent {
    for (prefix, modifier) in
        [("c-", KeyModifiers::CONTROL), ("a-", KeyModifiers::ALT), ("s-", KeyModifiers::SHIFT)]
    {
        if let Some(rest) = name.strip_prefix(prefix) {
            let code = code(rest).unwrap_or_else(|| KeyCode::Char(rest.chars().next().unwrap()));
            let code = if (code, prefix) == (KeyCode::Tab, "s-") { KeyCode::BackTab } else { code };
            return KeyEvent::new(code, modifier);
        }
    }
    KeyEvent::new(code(name).unwrap_or_else(|| panic!("no key is called {name}")), KeyModifiers::NONE)
}

fn code(name: &str) -> Option<KeyCode> {
    Some(match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "space" => KeyCode::Char(' '),
        "lt" => KeyCode::Char('<'),
        _ => KeyCode::F(name.strip_prefix('f')?.parse().ok()?),
    })
}
