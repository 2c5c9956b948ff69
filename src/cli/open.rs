//! Opens the terminal interface on the database, with the draft of the last time, or on the example.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Desk, Failure, Outcome};
use crate::demo;
use crate::files::save::{Existing, save_private};
use crate::settings::Settings;
use crate::speech;
use crate::store::{self, Store};
use crate::ui::app::{Ending, Keep, Kept, Setup};
use crate::ui::context::{Ctx, Session};
use crate::ui::effect::Effect;
use crate::ui::jobs::{Finish, Job};
use crate::ui::layer::Reply;
use crate::ui::place::{Place, Tab};
use crate::ui::run;
use crate::ui::terminal;
use crate::ui::theme::ThemeKind;
use crate::ui::trouble::Trouble;

/// Opens the interface on the database.
pub(super) fn run(desk: &mut Desk) -> Outcome {
    terminal::check()?;
    let store = desk.store()?;
    let place = match store::meeting::current(&store, desk.clock.today()) {
        Ok(Some(meeting)) => Place::Meeting(meeting.id),
        Ok(None) => Place::Tab(Tab::Meetings),
        Err(error) => return Err(error.into()),
    };
    let draft_path = draft_path(&desk.database);
    let draft = std::fs::read_to_string(&draft_path).ok().filter(|draft| !draft.is_empty());
    let keep = keep(desk, draft_path);
    let first = caretaking(desk, &store);
    show(desk, store, Opening { place, draft, keep, first, example: false })
}

/// Opens the interface on the example, which is deleted afterwards.
pub(super) fn demo(desk: &mut Desk) -> Outcome {
    terminal::check()?;
    let options = store::Options { clock: desk.clock, scribe: Some(demo::SCRIBE.to_owned()) };
    // The folder is deleted when this returns.
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(&folder.path().join("vidpennan.db"), options)?;
    let meeting = demo::fill(&mut store)?;
    let keep: Keep = Box::new(|_: &Kept| Ok(()));
    show(
        desk,
        store,
        Opening { place: Place::Meeting(meeting), draft: None, keep, first: None, example: true },
    )
}

/// What differs between the database and the example.
struct Opening {
    place: Place,
    draft: Option<String>,
    keep: Keep,
    first: Option<Job>,
    example: bool,
}

fn show(desk: &mut Desk, store: Store, opening: Opening) -> Outcome {
    let Opening { place, draft, keep, first, example } = opening;
    let meeting = match place {
        Place::Meeting(meeting) => Some(meeting),
        _ => None,
    };
    let holder = store.scribe().map(str::to_owned);
    let setup = Setup {
        store,
        clock: desk.clock,
        lang: desk.words.lang,
        theme: theme(&desk.settings),
        session: Session { meeting, holder, example },
        place,
        draft,
        keep,
        first,
    };
    let ending = run::run(setup)?;
    match ending {
        Ending::Quit => Ok(()),
        // The terminal is gone, so nothing more can be printed.
        Ending::Lost => Err(Failure::Output(ErrorKind::BrokenPipe.into())),
        Ending::Signal(signal) => Err(Failure::Signal(signal)),
        Ending::Example if example => Ok(()),
        Ending::Example => demo(desk),
    }
}

fn theme(settings: &Settings) -> ThemeKind {
    let of = |name: &str| std::env::var(name).ok();
    let (no_color, ground) = (of("NO_COLOR"), of("COLORFGBG"));
    ThemeKind::of_surroundings(no_color.as_deref(), settings.theme.as_deref(), ground.as_deref())
}

/// The file beside the database that holds the line being typed, until it is saved.
fn draft_path(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push("-draft");
    PathBuf::from(name)
}

fn keep(desk: &Desk, draft_path: PathBuf) -> Keep {
    let (before, path) = (desk.settings.clone(), desk.settings_path.clone());
    let opened = desk.words.lang;
    Box::new(move |kept: &Kept| {
        keep_draft(&draft_path, kept.draft.as_deref())?;
        let language =
            if kept.lang == opened { before.language.clone() } else { Some(kept.lang.code().to_owned()) };
        let theme = kept.theme.map(|theme| theme.name().to_owned()).or_else(|| before.theme.clone());
        let settings =
            Settings { language, theme, scribe: kept.holder.clone().or_else(|| before.scribe.clone()) };
        match &path {
            Some(path) if settings != before => settings.save(path).map_err(|error| error.to_string()),
            _ => Ok(()),
        }
    })
}

fn keep_draft(path: &Path, draft: Option<&str>) -> Result<(), String> {
    match draft.filter(|draft| !draft.is_empty()) {
        Some(draft) => {
            save_private(path, draft.as_bytes(), Existing::Replace).map_err(|error| error.to_string())
        }
        None => match std::fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.to_string()),
            _ => Ok(()),
        },
    }
}

/// Checks and backs up the database once a day, in the background. A damaged one is not backed up, and is closed for
/// writing.
fn caretaking(desk: &Desk, store: &Store) -> Option<Job> {
    let path = store.path()?.to_owned();
    let (clock, today, words) = (desk.clock, desk.clock.today(), desk.words);
    store::backup::is_due(&path, today).then(|| {
        Job::new(desk.words.app.backing_up, move |progress| {
            let reader = Store::reader(&path, clock)?;
            if let Err(error) = store::backup::quick_check(&reader) {
                let close = move |(), ctx: &Ctx| {
                    ctx.store.close_for_writing(&error);
                    Ok(Effect::Notice(speech::store(&error, ctx.look.words).to_string()))
                };
                return Ok(Finish { reply: Some(Reply::plain(close)), ..Finish::default() });
            }
            let steps = |left: i32, all: i32| {
                let count = |pages: i32| usize::try_from(pages).unwrap_or_default();
                progress.step(count(all).saturating_sub(count(left)), count(all));
                !progress.is_cancelled()
            };
            store::backup::daily(&reader, today, steps).map_err(|error| {
                tracing::error!(?error, "daily copy");
                let folder = store::backup::folder(&path);
                let why = speech::store(&error, words).to_string();
                let text = (words.errors.no_copy)(&folder.display().to_string(), &why);
                Trouble::Said(text.sentence)
            })?;
            Ok(Finish::default())
        })
    })
}
