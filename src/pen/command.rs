//! The commands of the pen line (`/bord 3`). What they do is the caller's business; their names are in the vocabulary.

use super::{Context, Line, Meaning, Refusal, response};
use crate::i18n::Lang;
use crate::i18n::vocabulary::{
    fold,
    pen::{COMMANDS, DESTINATIONS},
};
use crate::model::Coded;
use crate::model::code::coded;

coded! {
    /// What a `/command` asks for.
    pub enum Verb {
        /// Go to the table with this number.
        Table = "table",
        /// Go to the section with this heading.
        Section = "section",
        /// Go to another meeting.
        Meeting = "meeting",
        /// Go to the meeting of the day.
        Today = "today",
        /// Make a meeting.
        NewMeeting = "new_meeting",
        /// Take back the last operation.
        Undo = "undo",
        /// Write again what was taken back last.
        Redo = "redo",
        /// Search for these words.
        Search = "search",
        /// Write a report of the meeting to files.
        Export = "export",
        /// Read minutes or participants from a file.
        Import = "import",
        /// What has happened.
        History = "history",
        /// Star the chosen or latest entry.
        Star = "star",
        /// Mark it as not written down in full, or not any more.
        Unfinished = "unfinished",
        /// Change its tags.
        Tag = "tag",
        /// Change its text.
        Edit = "edit",
        /// Soft-delete it: undo restores it.
        Delete = "delete",
        /// Make it another kind.
        Convert = "convert",
        /// Put it aside.
        Park = "park",
        /// Move it: to another section, table, round or meeting, or to another speaker.
        Move = "move_to",
        /// Make an action from it.
        MakeAction = "make_action",
        /// Answer the chosen or latest challenge.
        Respond = "respond",
        /// Say who answers for it.
        Assign = "assign",
        /// The screen of meetings.
        Meetings = "tab_meetings",
        /// The screen of challenges.
        Challenges = "tab_challenges",
        /// The screen of commitments.
        Tomorrow = "tab_tomorrow",
        /// The screen of follow-up.
        FollowUp = "tab_follow_up",
        /// Say who holds the pen.
        Scribe = "scribe",
        /// Change the language.
        Language = "language",
        /// Change the colours.
        Theme = "theme",
        /// Show what can be chosen for this machine.
        Settings = "settings",
        /// Show who is in the register.
        Persons = "persons",
        /// Show the handbook.
        Handbook = "handbook",
        /// Show what can be typed, and the keys where there is a screen.
        Help = "help",
        /// Leave the program.
        Quit = "quit",
    }
}

/// What a command needs, beside the words after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerbScope {
    /// The chosen entry or response, or the latest: it is changed, and the preview names it.
    Entry,
    /// The chosen challenge, or the latest.
    Challenge,
    /// The meeting that is written in: its sections, its tables.
    Meeting,
    /// Nothing but the program.
    Program,
}

impl Verb {
    /// What it is about.
    pub fn scope(self) -> VerbScope {
        match self {
            Self::Star
            | Self::Unfinished
            | Self::Tag
            | Self::Edit
            | Self::Delete
            | Self::Convert
            | Self::Park
            | Self::Move
            | Self::MakeAction
            | Self::Assign => VerbScope::Entry,
            Self::Respond => VerbScope::Challenge,
            Self::Table | Self::Section | Self::Meeting => VerbScope::Meeting,
            Self::NewMeeting
            | Self::Today
            | Self::Undo
            | Self::Redo
            | Self::Search
            | Self::Export
            | Self::Import
            | Self::History
            | Self::Meetings
            | Self::Challenges
            | Self::Tomorrow
            | Self::FollowUp
            | Self::Scribe
            | Self::Language
            | Self::Theme
            | Self::Settings
            | Self::Persons
            | Self::Handbook
            | Self::Help
            | Self::Quit => VerbScope::Program,
        }
    }

    /// Whether words can follow it.
    pub fn takes_words(self) -> bool {
        matches!(
            self,
            Self::Table
                | Self::Section
                | Self::Meeting
                | Self::NewMeeting
                | Self::Search
                | Self::Import
                | Self::Tag
                | Self::Convert
                | Self::Move
                | Self::Respond
                | Self::Assign
        )
    }

    /// Whether there are words after it and it takes none.
    pub fn is_alone_but(self, words: &str) -> bool {
        !self.takes_words() && !words.trim().is_empty()
    }

    /// Its name, without the slash.
    pub fn name(self, lang: Lang) -> &'static str {
        let row = COMMANDS.iter().find(|(code, _)| *code == self.code());
        row.and_then(|(_, names)| lang.pick(names.first(), names.last())).copied().unwrap_or_default()
    }
}

/// Every name of every command, with the code of its command.
pub(super) fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
    COMMANDS.iter().flat_map(|(code, names)| names.iter().map(|name| (*name, *code)))
}

/// The command that a line is, and the words after it, which it may not take.
pub fn verb_of(line: &str) -> Option<(Verb, &str)> {
    line.trim().strip_prefix('/').and_then(named).map(|(verb, words)| (verb, words.trim()))
}

/// The command that begins a text, and the words after it.
fn named(typed: &str) -> Option<(Verb, &str)> {
    let fits =
        |name: &str| after_words(typed, name.split(' ').count()).filter(|(head, _)| fold(head) == name);
    let found = names().filter_map(|(name, code)| Some((name.len(), Verb::from_code(code)?, fits(name)?.1)));
    found.max_by_key(|(length, ..)| *length).map(|(_, verb, words)| (verb, words))
}

/// The command in what was typed after `/`. Of two names that fit the longer one is meant (`/gör till åtgärd`).
/// `/svara text` is `= text`.
pub(super) fn parse(typed: &str, context: &Context<'_>) -> Result<Meaning, Refusal> {
    let unknown = || Refusal::UnknownCommand {
        name: typed.split_whitespace().next().unwrap_or_default().to_owned(),
        nearest: nearest(typed),
    };
    let (verb, argument) = named(typed).ok_or_else(unknown)?;
    if verb == Verb::Respond && !argument.is_empty() {
        return response::parse(argument, context).map(Meaning::Response);
    }
    Ok(Meaning::Command(verb, argument.to_owned()))
}

coded! {
    /// Where `/flytta` takes an entry.
    pub enum Destination {
        /// To the section with this heading.
        Section = "section",
        /// To the table with this number.
        Table = "table",
        /// To the round with this number.
        Round = "round",
        /// To the meeting that is called so.
        Meeting = "meeting",
        /// To somebody else who said it.
        Speaker = "speaker",
    }
}

/// Where the words after `/flytta` lead, and what they name there: `bord 4`. Words without a place before them are a
/// heading, or the number of a table.
pub fn destination(typed: &str) -> (Destination, &str) {
    let (first, rest) = typed.split_once(' ').unwrap_or((typed, ""));
    let named = DESTINATIONS.iter().find(|(_, names)| names.contains(&fold(first).as_str()));
    match named.and_then(|(code, _)| Destination::from_code(code)) {
        Some(to) => (to, rest.trim()),
        None if typed.parse::<u16>().is_ok() => (Destination::Table, typed),
        None => (Destination::Section, typed),
    }
}

/// Who and by when the words after `/ansvarig` say: `Amina Berg <fre`, with or without `@`. `None` where there are
/// other words among them.
///
/// # Errors
/// [`Refusal::Named`] in a meeting that is written without names.
pub fn assignment(typed: &str, context: &Context<'_>) -> Result<Option<Line>, Refusal> {
    let marker = if typed.starts_with(['@', '<', '^']) { "" } else { "@" };
    match super::parse(&format!(">> x {marker}{typed}"), context)? {
        Meaning::Entry(line) if line.text == "x" => Ok(Some(line)),
        _ => Ok(None),
    }
}

/// The first words of a text, joined by single spaces, and what follows them.
fn after_words(text: &str, count: usize) -> Option<(String, &str)> {
    let mut head = Vec::new();
    let mut rest = text;
    for _ in 0..count {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        head.push(word);
        rest = after.trim_start();
    }
    Some((head.join(" "), rest))
}

/// The name that begins as what was typed, or else the one that differs in the fewest letters; å counts as a here,
/// because whoever writes "angra" has no å on the keyboard. Nothing where all are far away.
fn nearest(typed: &str) -> Option<&'static str> {
    let plain = |text: &str| -> String {
        let plain = |c| match c {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            c => c,
        };
        fold(text).chars().map(plain).collect()
    };
    names()
        .filter_map(|(name, _)| {
            let (head, _) = after_words(typed, name.split(' ').count())?;
            let (head, goal) = (plain(&head), plain(name));
            let far = strsim::osa_distance(&head, &goal);
            let begins = head.chars().count() >= 2 && goal.starts_with(&head);
            let near = far <= goal.chars().count() / 3;
            (begins || near).then_some((if begins { 0 } else { far }, name))
        })
        .min_by_key(|(far, _)| *far)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_after_a_move_say_where_to() {
        for (typed, to) in [
            ("bord 4", (Destination::Table, "4")),
            ("4", (Destination::Table, "4")),
            ("Meeting heja lkp", (Destination::Meeting, "heja lkp")),
            ("talare Anna Berg", (Destination::Speaker, "Anna Berg")),
            ("avsnitt Bord och stolar", (Destination::Section, "Bord och stolar")),
            ("tips", (Destination::Section, "tips")),
            ("bord", (Destination::Table, "")),
        ] {
            assert_eq!(destination(typed), to, "{typed}");
        }
        let codes: Vec<_> = DESTINATIONS.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, Destination::ALL.iter().map(|to| to.code()).collect::<Vec<_>>());
    }

    #[test]
    fn every_command_has_names_and_every_name_a_command() {
        let codes: Vec<_> = COMMANDS.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, Verb::ALL.iter().map(|verb| verb.code()).collect::<Vec<_>>());
        let mut names: Vec<_> = names().map(|(name, _)| name).collect();
        assert!(names.iter().all(|name| *name == fold(name)));
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "a name occurs twice");
    }
}
