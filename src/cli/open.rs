//! Opens the terminal interface on the database, with the drafts of the last time, or on the example.

use std::cell::RefCell;
use std::io::ErrorKind;
use std::path::Path;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

use super::drafts::DraftFile;
use super::settings::KeptSettings;
use super::{CommandResult, Desk, Failure, rescue};
use crate::demo;
use crate::files::place;
use crate::ops;
use crate::settings::Settings;
use crate::speech;
use crate::store::{self, ReadOnly, Store, StoreError, restore};
use crate::ui::app::{Ending, Example, KeepOwnWords, SaveState, SavedState, Setup};
use crate::ui::context::{Ctx, Session};
use crate::ui::effect::Effect;
use crate::ui::error::UiError;
use crate::ui::jobs::{Finish, Job};
use crate::ui::layer::NextStep;
use crate::ui::path;
use crate::ui::place::{Place, Tab};
use crate::ui::run;
use crate::ui::terminal;
use crate::ui::theme::ThemeKind;

/// Opens the interface on the database.
pub(super) fn run(desk: &mut Desk) -> CommandResult {
    terminal::check()?;
    let kept = shared(KeptSettings::of(desk));
    loop {
        let keys = terminal::hold_keys()?;
        match own_store(desk, &kept) {
            Ok(setup) => return show(desk, setup, &kept),
            Err(failure) => {
                // The question is asked in lines.
                drop(keys);
                rescue::offer(desk, failure)?;
            }
        }
    }
}

/// Opens the interface on the example, which is deleted afterwards.
pub(super) fn demo(desk: &mut Desk) -> CommandResult {
    terminal::check()?;
    let _keys = terminal::hold_keys()?;
    let kept = shared(KeptSettings::of(desk));
    let setup = example(desk, &kept)?;
    show(desk, setup, &kept)
}

/// The settings as every store that is opened in this window sees them.
type SharedSettings = Rc<RefCell<KeptSettings>>;

fn shared(kept: KeptSettings) -> SharedSettings {
    Rc::new(RefCell::new(kept))
}

fn show(desk: &mut Desk, setup: Setup, kept: &SharedSettings) -> CommandResult {
    let mut reopen = |ending| {
        // What was chosen since the program began, as who holds the pen.
        kept.borrow_mut().read_again(desk);
        let setup = match ending {
            Ending::Example => example(desk, kept),
            Ending::PutBack(copy) => with_copy(desk, kept, &copy),
            _ => own_store(desk, kept),
        };
        setup.map_err(|failure| UiError::Message(desk.speak(&failure)))
    };
    match run::run(setup, &mut reopen)? {
        // The terminal is gone, so nothing more can be printed.
        Ending::Lost => Err(Failure::Output(ErrorKind::BrokenPipe.into())),
        Ending::Signal(signal) => Err(Failure::Signal(signal)),
        Ending::Quit | Ending::Example | Ending::OwnStore | Ending::PutBack(_) => Ok(()),
    }
}

/// The user's own store, opened at today's meeting, with the drafts of the last time.
fn own_store(desk: &Desk, kept: &SharedSettings) -> Result<Setup, Failure> {
    let (store, current) = desk.store_at_work(Desk::store_to_open)?;
    let place = match current {
        Some(meeting) => Place::Meeting(meeting.id),
        None => Place::Tab(Tab::Meetings),
    };
    let mut file = DraftFile::beside(&desk.database);
    let drafts = file.take_over();
    let first = caretaking(desk, &store);
    let warning = warning(desk, &store);
    let setup = setup(desk, store, place, &kept.borrow());
    Ok(Setup { warning, drafts, save_state: save_state(file, Rc::clone(kept), true), first, ..setup })
}

/// How long the threads of the window may take to let the file go.
const PATIENCE: Duration = Duration::from_secs(5);

/// Puts a copy in the place of the user's own store and opens that; where it cannot be put back, the store as it is,
/// with the reason.
fn with_copy(desk: &Desk, kept: &SharedSettings, copy: &Path) -> Result<Setup, Failure> {
    let began = Instant::now();
    let put = loop {
        match restore::put_back(copy, &desk.database, desk.clock.now()) {
            Err(StoreError::Busy(_)) if began.elapsed() < PATIENCE => {
                thread::sleep(Duration::from_millis(50));
            }
            put => break put,
        }
    };
    let words = &desk.words.copies;
    let said = match put {
        Ok(aside) => {
            let name = copy.file_name().unwrap_or_default().to_string_lossy();
            let aside = aside.map(|folder| (words.put_aside)(&path::shown(&folder)));
            [Some((words.put_back_here)(&name)), aside].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Err(StoreError::Damaged(_)) => words.damaged.to_owned(),
        Err(error) => desk.speak(&error.into()).to_string(),
    };
    Ok(Setup { said: Some((words.title, said)), ..own_store(desk, kept)? })
}

/// What the user should know about their store: that it cannot be written, is damaged, or is in a bad place.
fn warning(desk: &Desk, store: &Store) -> Option<String> {
    match store.read_only() {
        Some(ReadOnly::Protected) => return Some(desk.words.app.read_only.to_owned()),
        Some(ReadOnly::DiskFull) => return Some(desk.words.app.disk_full.to_owned()),
        Some(ReadOnly::Damaged) => return Some(desk.words.app.damaged.to_owned()),
        None => {}
    }
    if let Some(why) = store.damage() {
        return Some(speech::store(&StoreError::Damaged(why), desk.words).to_string());
    }
    place::risk(&desk.database).map(|risk| speech::risk(&risk, desk.words))
}

/// The example, in a folder of its own that is deleted when it is left.
fn example(desk: &Desk, kept: &SharedSettings) -> Result<Setup, Failure> {
    let options = store::Options { clock: desk.clock, scribe: Some(demo::SCRIBE.to_owned()), replicas: None };
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(&folder.path().join("vidpennan.db"), options)?;
    let meeting = demo::fill(&mut store)?;
    let since = ops::undoable(&store)?.at;
    let mut setup = setup(desk, store, Place::Meeting(meeting), &kept.borrow());
    setup.session.example = true;
    setup.example = Some(Example { since, keep: keep_own_words(desk), folder });
    // What is written here is the user's own, but other drafts belong to their store, and so does the scribe.
    setup.save_state = save_state(DraftFile::beside(&desk.database), Rc::clone(kept), false);
    Ok(setup)
}

/// The interface on a store, with nothing kept and nothing done in the background.
fn setup(desk: &Desk, store: Store, place: Place, kept: &KeptSettings) -> Setup {
    let meeting = match place {
        Place::Meeting(meeting) => Some(meeting),
        _ => None,
    };
    let scribe = store.scribe().map(str::to_owned);
    Setup {
        store,
        clock: desk.clock,
        lang: desk.words.lang,
        theme: theme(&desk.settings),
        session: Session {
            meeting,
            scribe,
            preferences: kept.preferences(),
            settings_file: kept.file(),
            ..Session::default()
        },
        place,
        drafts: Vec::new(),
        save_state: Box::new(|_: &SavedState| Ok(())),
        first: None,
        warning: None,
        said: None,
        example: None,
    }
}

/// Takes words from the example over to the user's own store, which is made if there is none.
fn keep_own_words(desk: &Desk) -> KeepOwnWords {
    let (database, options) = (desk.database.clone(), desk.options());
    Box::new(move |written| {
        let mut own = Store::open(&database, options.clone())?;
        demo::keep(written, &mut own)?;
        Ok(())
    })
}

fn theme(settings: &Settings) -> ThemeKind {
    let of = |name: &str| std::env::var(name).ok();
    let (no_color, ground) = (of("NO_COLOR"), of("COLORFGBG"));
    ThemeKind::of_surroundings(no_color.as_deref(), settings.theme.as_deref(), ground.as_deref())
}

/// Saves drafts and settings; `with_scribe` also who is at the pen.
fn save_state(mut file: DraftFile, kept: SharedSettings, with_scribe: bool) -> SaveState {
    Box::new(move |state: &SavedState| {
        let words = state.lang.words();
        file.keep(&state.drafts).map_err(|error| speech::io(&error, words).to_string())?;
        kept.borrow_mut().save(state, with_scribe)
    })
}

/// Reads the whole database at each start, in the background, and backs it up once a day. A damaged one is not backed
/// up, and is closed for writing; what can be read of it is shown in its place.
fn caretaking(desk: &Desk, store: &Store) -> Option<Job> {
    let path = store.path().filter(|_| !store.is_read_only())?.to_owned();
    let known = store.damage();
    let (clock, today, words) = (desk.clock, desk.clock.today(), desk.words);
    let second = store.second();
    Some(Job::new(words.app.checking, move |progress| {
        let reader = Store::reader(&path, clock)?;
        if let Some(why) = known {
            return Ok(closed(&reader, &why));
        }
        if let Some(why) = damage(&reader)? {
            return Ok(closed(&reader, &why));
        }
        // What was being read in when the program was killed.
        let left = second.map(|second| Ok::<_, UiError>(ops::take_back_abandoned(&mut second.open()?)?));
        let left = left.transpose()?.unwrap_or_default();
        let notice = speech::abandoned(&left, words);
        if !store::backup::is_due(&path, today) {
            return Ok(Finish { notice, ..Finish::default() });
        }
        progress.doing(words.app.backing_up.to_owned());
        let steps = |left: i32, all: i32| {
            let count = |pages: i32| usize::try_from(pages).unwrap_or_default();
            progress.step(count(all).saturating_sub(count(left)), count(all));
            !progress.is_cancelled()
        };
        match store::backup::daily(&reader, today, steps) {
            Ok(_) => Ok(Finish { notice, ..Finish::default() }),
            Err(StoreError::Damaged(why)) => Ok(closed(&reader, &why)),
            Err(error) => {
                tracing::error!(?error, "daily copy");
                Err(UiError::NoBackup { folder: store::backup::folder(&path), error })
            }
        }
    }))
}

/// What is wrong in a store, if something is.
fn damage(reader: &Store) -> store::Result<Option<String>> {
    let found = match store::check::whole(reader) {
        Err(StoreError::Damaged(why)) => return Ok(Some(why)),
        found => found?,
    };
    if let Some(fault) = found.first() {
        return Ok(Some(fault.to_string()));
    }
    match store::derived::are_references_sound(reader) {
        Err(StoreError::Damaged(why)) => Ok(Some(why)),
        Ok(false) => Ok(Some("a record names one that is not there".to_owned())),
        sound => sound.map(|_| None),
    }
}

/// Closes the store for writing, and has what can be read of it shown in its place.
fn closed(reader: &Store, why: &str) -> Finish {
    let error = StoreError::Damaged(why.to_owned());
    // Nobody writes any more while it is read.
    reader.close_for_writing(&error);
    let shown = store::salvage::in_place_of(reader, why);
    let close = move |(), ctx: &Ctx| {
        ctx.store.close_for_writing(&error);
        if ctx.store.is_read_only() {
            return Ok(Effect::None);
        }
        match shown {
            Ok(shown) => Ok(Effect::ReadInstead(Box::new(shown))),
            Err(why_not) => {
                tracing::error!(?why_not, "nothing can be shown");
                Ok(Effect::Notice(speech::store(&error, ctx.look.words).to_string()))
            }
        }
    };
    Finish { reply: Some(NextStep::plain(close)), ..Finish::default() }
}
