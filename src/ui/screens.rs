//! The registry: which screen shows which place. The only list of concrete screens.

use super::place::{Place, Tab};
use super::screen::Screen;

mod challenges;
mod copies;
mod export;
mod follow_up;
mod handbook;
mod history;
mod import;
mod manuscript;
mod meetings;
mod persons;
mod round_table;
mod search;
mod settings;
mod tomorrow;

/// The screen of a tab, with nothing read yet.
pub fn tab(tab: Tab) -> Box<dyn Screen> {
    match tab {
        Tab::Meetings => Box::new(meetings::Meetings::default()),
        Tab::RoundTable => Box::new(round_table::RoundTable::default()),
        Tab::Challenges => Box::new(challenges::Challenges::new()),
        Tab::Tomorrow => Box::new(tomorrow::Tomorrow::new()),
        Tab::FollowUp => Box::new(follow_up::FollowUps::new()),
    }
}

/// The page that shows a place over the tabs; `None` for the places that a tab shows.
pub fn page(place: &Place) -> Option<Box<dyn Screen>> {
    match place {
        Place::Search(_) | Place::SearchAgain(_) => Some(Box::new(search::Search::new())),
        Place::History(None) => Some(Box::new(history::History::new())),
        Place::ResponseHistory(response) => Some(Box::new(history::ChangeLog::of_response(*response))),
        Place::History(Some(entry)) => Some(Box::new(history::ChangeLog::of_entry(*entry))),
        Place::Handbook => Some(Box::new(handbook::Handbook::default())),
        Place::Persons => Some(Box::new(persons::Persons::default())),
        Place::Copies => Some(Box::new(copies::Copies::default())),
        Place::Settings => Some(Box::new(settings::SettingsPage::default())),
        Place::Export(meeting) => Some(Box::new(export::Export::new(*meeting))),
        Place::ExportWork(meeting, work) => Some(Box::new(export::Export::of(*meeting, work.clone()))),
        Place::Import(_) => Some(Box::new(import::Import::new())),
        Place::Tab(_)
        | Place::Meeting(_)
        | Place::Entry(..)
        | Place::Response(..)
        | Place::NewMeeting(_)
        | Place::Challenges(_)
        | Place::Respond(_) => None,
    }
}
