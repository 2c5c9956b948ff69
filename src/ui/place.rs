//! The places of the program: the tabs, and the pages over them.

use std::path::PathBuf;

use super::command::Command;
use crate::i18n::Words;
use crate::model::id::{EntryId, MeetingId, ResponseId};

/// One of the five screens that are always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tab {
    /// The list of all meetings.
    Meetings,
    /// The live screen.
    RoundTable,
    /// Challenges of all meetings.
    Challenges,
    /// The flip-chart: the commitments of all meetings.
    Tomorrow,
    /// Actions and commitments.
    FollowUp,
}

impl Tab {
    /// Every tab, in order; their numbers are those of the keys.
    pub const ALL: [Self; 5] =
        [Self::Meetings, Self::RoundTable, Self::Challenges, Self::Tomorrow, Self::FollowUp];

    /// The command that goes there.
    pub fn command(self) -> Command {
        match self {
            Self::Meetings => Command::TabMeetings,
            Self::RoundTable => Command::TabRoundTable,
            Self::Challenges => Command::TabChallenges,
            Self::Tomorrow => Command::TabTomorrow,
            Self::FollowUp => Command::TabFollowUp,
        }
    }

    /// The tab that a command goes to.
    pub fn of(command: Command) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.command() == command)
    }

    /// What it is called in the line of tabs.
    pub fn title(self, words: &Words) -> &'static str {
        let tabs = &words.app.tabs;
        match self {
            Self::Meetings => tabs.meetings,
            Self::RoundTable => tabs.round_table,
            Self::Challenges => tabs.challenges,
            Self::Tomorrow => tabs.tomorrow,
            Self::FollowUp => tabs.follow_up,
        }
    }
}

/// Work that was chosen in a list: what is marked there, or what passes its filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenWork {
    /// In the order of the list; never none.
    pub entries: Vec<EntryId>,
    /// How they were chosen.
    pub by: ChosenBy,
    /// Whether any of them are challenges.
    pub has_challenges: bool,
    /// Whether any of them are promises or actions.
    pub has_owed: bool,
    /// The owner whose work it is, where the filter names one.
    pub owner: Option<String>,
}

/// How work was chosen in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChosenBy {
    /// Somebody has marked it.
    Marks,
    /// It passes the filter.
    Filter,
    /// It passes a filter that asks for nothing but its owner: whatever else that owner has belongs to it.
    Owner,
}

/// A place to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A tab, as it was left.
    Tab(Tab),
    /// A meeting at the pen; the session's meeting from then on.
    Meeting(MeetingId),
    /// An entry where it was caught, in its meeting.
    Entry(MeetingId, EntryId),
    /// A response under a challenge that it answers, in the meeting of that.
    Response(MeetingId, EntryId, ResponseId),
    /// The list of meetings, where one with this title is to be begun.
    NewMeeting(String),
    /// The challenges of one meeting, or of all.
    Challenges(Option<MeetingId>),
    /// The challenges, with a line open for a response to these, of which there is at least one.
    Respond(Vec<EntryId>),
    /// The search page, with a question to begin with.
    Search(String),
    /// The search page with what was looked for last, which typing replaces.
    SearchAgain(String),
    /// The history of one entry, or of everything.
    History(Option<EntryId>),
    /// All that ever happened to an answer of the team.
    ResponseHistory(ResponseId),
    /// The page of persons.
    Persons,
    /// The page of settings.
    Settings,
    /// The copies of the store.
    Copies,
    /// The handbook, as a page to read.
    Handbook,
    /// The preview of a meeting's minutes on their way out.
    Export(MeetingId),
    /// The preview of a report about work that was chosen in a list, with the meeting of one of it.
    ExportWork(MeetingId, ChosenWork),
    /// The preview of a file's minutes on their way in; without a file, one is asked for.
    Import(Option<PathBuf>),
}

impl Place {
    /// The meeting that is gone to at the pen, if it is one.
    pub fn meeting(&self) -> Option<MeetingId> {
        match self {
            Self::Meeting(meeting) | Self::Entry(meeting, _) | Self::Response(meeting, ..) => Some(*meeting),
            _ => None,
        }
    }

    /// The tab that shows it; `None` for the pages over the tabs.
    pub fn tab(&self) -> Option<Tab> {
        match self {
            Self::Tab(tab) => Some(*tab),
            Self::Meeting(_) | Self::Entry(..) | Self::Response(..) => Some(Tab::RoundTable),
            Self::NewMeeting(_) => Some(Tab::Meetings),
            Self::Challenges(_) | Self::Respond(_) => Some(Tab::Challenges),
            Self::Search(_)
            | Self::SearchAgain(_)
            | Self::History(_)
            | Self::ResponseHistory(_)
            | Self::Persons
            | Self::Settings
            | Self::Copies
            | Self::Handbook
            | Self::Export(_)
            | Self::ExportWork(..)
            | Self::Import(_) => None,
        }
    }
}
