//! Opening the terminal interface: with the store, the settings and the draft that was left, or with the example.

use std::path::{Path, PathBuf};

use super::{Desk, Failure, Outcome, warn};
use crate::demo;
use crate::export::save::{Existing, save};
use crate::i18n::Lang;
use crate::settings::Settings;
use crate::store::{self, Store};
use crate::ui::app::{Ending, Keep, Kept, Setup};
use crate::ui::context::Session;
use crate::ui::place::{Place, Tab};
use crate::ui::run;
use crate::ui::terminal::{self, TerminalError};
use crate::ui::theme::ThemeKind;

/// Opens the interface on the store.
pub(super) fn run(desk: &mut Desk) -> Outcome {
    terminal::check().map_err(|error| terminal_failed(desk, error))?;
    let store = desk.store()?;
    back_up(desk, &store);
    let place = match store::meeting::current(&store, desk.clock.today()) {
        Ok(Some(meeting)) => Place::Meeting(meeting.id),
        Ok(None) => Place::Tab(Tab::Meetings),
        Err(error) => return Err(desk.store_failed(&error)),
    };
    let draft_path = draft_path(&desk.database);
    let draft = std::fs::read_to_string(&draft_path).ok().filter(|draft| !draft.is_empty());
    let keep = keep(desk, draft_path);
    show(desk, store, place, draft, keep, false)
}

/// Opens the interface on the example, of which nothing is kept.
pub(super) fn demo(desk: &mut Desk) -> Outcome {
    terminal::check().map_err(|error| terminal_failed(desk, error))?;
    let options = store::Options { clock: desk.clock, author: Some(demo::HOLDER.to_owned()) };
    // The folder goes when the example is left.
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(&folder.path().join("vidpennan.db"), options)
        .map_err(|error| desk.store_failed(&error))?;
    let meeting = demo::fill(&mut store).map_err(|error| desk.refused(&error))?;
    show(desk, store, Place::Meeting(meeting), None, Box::new(|_: &Kept| Ok(())), true)
}

fn show(
    desk: &mut Desk,
    store: Store,
    place: Place,
    draft: Option<String>,
    keep: Keep,
    example: bool,
) -> Outcome {
    let meeting = match place {
        Place::Meeting(meeting) => Some(meeting),
        _ => None,
    };
    let holder = store.author().map(str::to_owned);
    let setup = Setup {
        store,
        clock: desk.clock,
        lang: desk.words.lang,
        theme: theme(&desk.settings),
        session: Session { meeting, holder, example },
        place,
        draft,
        keep,
    };
    let ending = run::run(setup).map_err(|error| terminal_failed(desk, error))?;
    match ending {
        Ending::Quit | Ending::Signal(_) | Ending::Lost => Ok(()),
        Ending::Example if example => Ok(()),
        Ending::Example => demo(desk),
    }
}

fn theme(settings: &Settings) -> ThemeKind {
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return ThemeKind::Colourless;
    }
    settings.theme.as_deref().and_then(ThemeKind::from_name).unwrap_or_default()
}

/// What is being written lies beside the database until it is saved.
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
            if kept.lang == opened { before.language.clone() } else { Some(code(kept.lang).to_owned()) };
        let theme = kept.theme.map(|theme| theme.name().to_owned()).or_else(|| before.theme.clone());
        let settings =
            Settings { language, theme, name: kept.holder.clone().or_else(|| before.name.clone()) };
        match &path {
            Some(path) if settings != before => settings.save(path).map_err(|error| error.to_string()),
            _ => Ok(()),
        }
    })
}

fn keep_draft(path: &Path, draft: Option<&str>) -> Result<(), String> {
    match draft.filter(|draft| !draft.is_empty()) {
        Some(draft) => save(path, draft.as_bytes(), Existing::Replace).map_err(|error| error.to_string()),
        None => match std::fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.to_string()),
            _ => Ok(()),
        },
    }
}

fn code(lang: Lang) -> &'static str {
    lang.pick("sv", "en")
}

/// The copy of the day. That it failed is no reason not to open; it is said.
fn back_up(desk: &Desk, store: &Store) {
    if let Err(error) = store::backup::daily(store, desk.clock.today()) {
        warn(&desk.store_failed(&error).to_string());
    }
}

fn terminal_failed(desk: &Desk, error: TerminalError) -> Failure {
    let errors = &desk.words.errors;
    match error {
        TerminalError::NotATerminal => Failure::Failed(errors.not_a_terminal.to_owned()),
        TerminalError::Dumb => Failure::Failed(errors.dumb_terminal.to_owned()),
        TerminalError::Io(error) => Failure::Failed((errors.io)(&error.to_string())),
    }
}
