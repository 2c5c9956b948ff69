//! The tables of keys, one for each part of the program: where, which key, what it asks for, and whether the footer
//! shows it. They feed dispatch, footer, help, palette and the key table of the README; nothing else knows a key.
//!
//! Rules, held by the tests below: nothing on keys that need `AltGr`; never Ctrl+I, M, J, H or Ctrl+Enter;
//! each F-key has a Ctrl twin; in lists a plain letter does what Ctrl and the same letter do at the pen.

use crossterm::event::KeyCode;

use super::command::Command;
use super::key::Key;
use crate::i18n::Words;

pub use modes::{KeyMode, hints_in};

mod dialogs;
mod global;
mod keys;
mod lists;
mod modes;
mod pages;
mod room;

/// Where a key has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere but in dialogs.
    Global,
    /// Wherever rows are walked.
    Rows,
    /// Wherever an entry is chosen: with Ctrl, also at the pen.
    Entry,
    /// Wherever an entry is chosen and no text is written: the plain letters.
    EntryRows,
    /// The list of all meetings.
    Meetings,
    /// The live screen with the pen.
    RoundTable,
    /// Challenges of all meetings.
    Challenges,
    /// The flip-chart of commitments.
    Tomorrow,
    /// Actions and commitments.
    FollowUp,
    /// The search page while the question is written.
    Search,
    /// The same, where one is among the hits.
    Hits,
    /// The history page.
    History,
    /// Files to read in are chosen.
    Files,
    /// What was understood of a file.
    Preview,
    /// The same, with more files after it.
    PreviewInSeries,
    /// The same, while it is being stored.
    Storing,
    /// Rows that were pasted.
    Paste,
    /// The export page.
    Export,
    /// A report that is being written on.
    Manuscript,
    /// What may be personal in a publication.
    Findings,
    /// The names of files that were written.
    Written,
    /// The sections of a meeting.
    Sections,
    /// The page of persons.
    Persons,
    /// The page of settings.
    Settings,
    /// The page of copies.
    Copies,
    /// The saved views of a list.
    Views,
    /// The handbook, as a page to read.
    Handbook,
    /// A list in a dialog; what is typed filters it.
    Choice,
    /// One line that is written at the foot of a screen or in a dialog.
    Line,
    /// The same, where the line is an answer to challenges.
    Answer,
    /// The same, where the line is a promise.
    Promise,
    /// The same, where the line is an entry that is edited.
    EntryLine,
    /// The question how something went; letters are outcomes.
    CheckIn,
    /// A form in a dialog.
    Form,
    /// A question to say yes or no to.
    Confirm,
    /// Something to read in a dialog.
    Reading,
}

impl Scope {
    /// Every scope, in the order of the help.
    pub const ALL: &'static [Self] = &[
        Self::Global,
        Self::Rows,
        Self::Entry,
        Self::EntryRows,
        Self::Meetings,
        Self::RoundTable,
        Self::Challenges,
        Self::Tomorrow,
        Self::FollowUp,
        Self::Search,
        Self::Hits,
        Self::History,
        Self::Files,
        Self::Preview,
        Self::PreviewInSeries,
        Self::Storing,
        Self::Paste,
        Self::Export,
        Self::Manuscript,
        Self::Findings,
        Self::Written,
        Self::Sections,
        Self::Persons,
        Self::Settings,
        Self::Copies,
        Self::Views,
        Self::Handbook,
        Self::Choice,
        Self::Line,
        Self::Answer,
        Self::Promise,
        Self::EntryLine,
        Self::CheckIn,
        Self::Form,
        Self::Confirm,
        Self::Reading,
    ];

    /// The scopes in which a key is looked for, in order.
    pub fn chain(self) -> &'static [Self] {
        match self {
            Self::Global => &[Self::Global],
            Self::Rows => &[Self::Rows, Self::Global],
            Self::Entry => &[Self::Entry, Self::Global],
            Self::EntryRows => &[Self::EntryRows, Self::Entry, Self::Rows, Self::Global],
            Self::Meetings => &[Self::Meetings, Self::Rows, Self::Global],
            Self::RoundTable => &[Self::RoundTable, Self::Entry, Self::Rows, Self::Global],
            Self::Challenges => &[Self::Challenges, Self::EntryRows, Self::Entry, Self::Rows, Self::Global],
            Self::Tomorrow => &[Self::Tomorrow, Self::EntryRows, Self::Entry, Self::Rows, Self::Global],
            Self::FollowUp => &[Self::FollowUp, Self::EntryRows, Self::Entry, Self::Rows, Self::Global],
            Self::Search => &[Self::Search, Self::Rows, Self::Global],
            Self::Hits => &[Self::Search, Self::Hits, Self::Rows, Self::Global],
            Self::History => &[Self::History, Self::Rows, Self::Global],
            Self::Files => &[Self::Files, Self::Rows],
            Self::Preview => &[Self::Preview, Self::Rows],
            Self::PreviewInSeries => &[Self::PreviewInSeries, Self::Preview, Self::Rows],
            Self::Storing => &[Self::Storing, Self::Rows, Self::Global],
            Self::Paste => &[Self::Paste, Self::Rows],
            Self::Export => &[Self::Export, Self::Rows],
            Self::Manuscript => &[Self::Manuscript],
            Self::Findings => &[Self::Findings, Self::Rows],
            Self::Written => &[Self::Written, Self::Rows],
            Self::Sections => &[Self::Sections, Self::Rows],
            Self::Persons => &[Self::Persons, Self::Rows, Self::Global],
            Self::Settings => &[Self::Settings, Self::Rows, Self::Global],
            Self::Copies => &[Self::Copies, Self::Rows, Self::Global],
            Self::Views => &[Self::Views, Self::Rows],
            Self::Handbook => &[Self::Handbook, Self::Rows, Self::Global],
            Self::Choice => &[Self::Choice, Self::Rows],
            Self::Line => &[Self::Line],
            Self::Answer => &[Self::Answer, Self::Line],
            Self::Promise => &[Self::Promise, Self::Line],
            Self::EntryLine => &[Self::EntryLine, Self::Line],
            Self::CheckIn => &[Self::CheckIn, Self::Global],
            Self::Form => &[Self::Form],
            Self::Confirm => &[Self::Confirm],
            Self::Reading => &[Self::Reading, Self::Rows],
        }
    }

    /// What the scope is called in the help and the key table.
    pub fn title(self, words: &Words) -> &'static str {
        let scopes = &words.app.scopes;
        match self {
            Self::Global => scopes.global,
            Self::Rows => scopes.rows,
            Self::Entry => scopes.entry,
            Self::EntryRows => scopes.entry_rows,
            Self::Meetings => words.app.tabs.meetings,
            Self::RoundTable => words.app.tabs.round_table,
            Self::Challenges => words.app.tabs.challenges,
            Self::Tomorrow => words.app.tabs.tomorrow,
            Self::FollowUp => words.app.tabs.follow_up,
            Self::Search => scopes.search,
            Self::Hits => scopes.hits,
            Self::History => scopes.history,
            Self::Files => scopes.files,
            Self::Preview => scopes.preview,
            Self::PreviewInSeries => scopes.preview_in_series,
            Self::Storing => scopes.storing,
            Self::Paste => scopes.paste,
            Self::Export => scopes.export,
            Self::Manuscript => scopes.manuscript,
            Self::Findings => scopes.findings,
            Self::Written => scopes.written,
            Self::Sections => scopes.sections,
            Self::Persons => scopes.persons,
            Self::Settings => scopes.settings,
            Self::Copies => scopes.copies,
            Self::Views => scopes.views,
            Self::Handbook => words.commands.handbook.label,
            Self::Choice => scopes.choice,
            Self::Line => scopes.line,
            Self::Answer => scopes.answer,
            Self::Promise => scopes.promise,
            Self::EntryLine => scopes.entry_line,
            Self::CheckIn => scopes.check_in,
            Self::Form => scopes.form,
            Self::Confirm => scopes.confirm,
            Self::Reading => scopes.reading,
        }
    }
}

/// Whether the footer shows a binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Footer {
    /// No: only the help shows it.
    Hidden,
    /// Yes; the highest rank goes first when the line is too narrow.
    Rank(u8),
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it has its meaning.
    pub scope: Scope,
    /// The keys; the first is the one that is shown.
    pub keys: &'static [Key],
    /// What they ask for.
    pub command: Command,
    /// Whether the footer shows it.
    pub footer: Footer,
}

/// Every row of every table.
pub fn all() -> impl Iterator<Item = &'static Binding> {
    [global::ROWS, lists::ROWS, room::ROWS, pages::ROWS, dialogs::ROWS].into_iter().flatten()
}

/// The rows of one scope, in order.
pub fn rows(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    all().filter(move |row| row.scope == scope)
}

/// Commands whose keys count everywhere, in dialogs too, unless the key is a character.
pub const EVERYWHERE: [Command; 4] = [Command::Help, Command::Palette, Command::CancelJob, Command::Quit];

/// Commands that lead to what is in sight over every page, and to the settings.
const FROM_PAGES: [Command; 7] = [
    Command::TabMeetings,
    Command::TabRoundTable,
    Command::TabChallenges,
    Command::TabTomorrow,
    Command::TabFollowUp,
    Command::Today,
    Command::Settings,
];

/// The pages with the tabs over them that have keys of their own.
const PAGES: [Scope; 5] =
    [Scope::Files, Scope::Preview, Scope::PreviewInSeries, Scope::Export, Scope::Written];

/// The command that a key asks for in a scope. Help, the palette and the way out can be reached from anywhere.
pub fn find(scope: Scope, key: Key) -> Option<Command> {
    let of = |scope: &Scope| rows(*scope).find(|row| row.keys.contains(&key)).map(|row| row.command);
    let everywhere =
        || of(&Scope::Global).filter(|found| EVERYWHERE.contains(found) && key.typed().is_none());
    // The tabs are in sight over pages too.
    let tabs =
        || of(&Scope::Global).filter(|found| FROM_PAGES.contains(found) && key.alt && PAGES.contains(&scope));
    scope.chain().iter().find_map(of).or_else(everywhere).or_else(tabs)
}

/// What a key with Ctrl, Alt or an F asks for in some other scope.
pub fn elsewhere(key: Key) -> Option<Command> {
    let is_shortcut = key.ctrl || key.alt || matches!(key.code, KeyCode::F(_));
    all().find(|row| is_shortcut && row.keys.contains(&key)).map(|row| row.command)
}

/// Whether a key marks rows where they can be marked.
pub fn marks(key: Key) -> bool {
    [Scope::Entry, Scope::EntryRows].into_iter().any(|scope| {
        rows(scope)
            .any(|row| matches!(row.command, Command::Mark | Command::MarkUp) && row.keys.contains(&key))
    })
}

/// Whether a command is about a chosen entry.
pub fn is_of_entry(command: Command) -> bool {
    let mut known = rows(Scope::Entry).chain(rows(Scope::EntryRows));
    matches!(command, Command::Mark | Command::MarkUp | Command::SetStatus)
        || known.any(|row| row.command == command)
}

/// The first key of a command in a scope, for the palette and for sentences.
pub fn key_of(scope: Scope, command: Command) -> Option<Key> {
    let everywhere = EVERYWHERE.contains(&command).then_some(&Scope::Global);
    scope.chain().iter().chain(everywhere).find_map(|scope| {
        rows(*scope).find(|row| row.command == command).and_then(|row| row.keys.first().copied())
    })
}

/// The commands that can be asked for in a scope, each once, nearest scope first.
pub fn commands(scope: Scope) -> Vec<Command> {
    let mut found = Vec::new();
    let here = scope.chain().iter().flat_map(|scope| rows(*scope)).map(|row| row.command);
    for command in here.chain(EVERYWHERE) {
        if !found.contains(&command) {
            found.push(command);
        }
    }
    found
}

/// One hint of the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key or keys, as they are written.
    pub keys: String,
    /// What they do.
    pub text: &'static str,
    /// The command that a click on the hint asks for.
    pub command: Command,
    /// The highest goes first when the line is too narrow.
    pub rank: u8,
}

/// The hints of a scope, in order. Neighbours with the same words share one hint (`↑↓ välj`).
pub fn hints(scope: Scope, words: &Words) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for scope in scope.chain() {
        for row in rows(*scope) {
            let (Footer::Rank(rank), Some(key)) = (row.footer, row.keys.first()) else { continue };
            let text = row.command.word(words).hint;
            match hints.last_mut() {
                Some(last) if last.text == text && last.rank == rank => {
                    let key = Key { alt: false, ..*key }.show(words);
                    last.keys.push_str(&key);
                }
                _ => hints.push(Hint { keys: key.show(words), text, command: row.command, rank }),
            }
        }
    }
    hints
}

/// The whole table as Markdown, for the README.
pub fn markdown(words: &Words) -> String {
    let section = |scope: &Scope| {
        let keys = &words.app.keys;
        let head = format!("### {}\n\n| {} | {} |\n|---|---|\n", scope.title(words), keys.key, keys.does);
        let rows = rows(*scope).map(|row| {
            let keys: Vec<_> = row.keys.iter().map(|key| format!("`{}`", key.show(words))).collect();
            format!("| {} | {} |\n", keys.join(" "), row.command.word(words).label)
        });
        head + &rows.collect::<String>()
    };
    Scope::ALL.iter().map(section).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use unicode_width::UnicodeWidthStr;

    use super::keys::ctrl;
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_scope_has_each_key_once() {
        let mut seen = HashSet::new();
        for row in all() {
            for key in row.keys {
                assert!(seen.insert((row.scope, *key)), "{:?} twice in {:?}", key, row.scope);
            }
        }
    }

    #[test]
    fn every_command_can_be_reached() {
        // Those without a key are in the palette, which lists them all.
        for command in Command::ALL {
            let bound = all().any(|row| row.command == *command);
            assert!(bound || super::super::dialogs::palette::offers(*command), "{command:?}");
        }
    }

    #[test]
    fn every_command_has_words_in_both_languages() {
        for lang in [Lang::Sv, Lang::En] {
            let mut labels = HashSet::new();
            for command in Command::ALL {
                let word = command.word(lang.words());
                assert!(!word.label.is_empty() && !word.hint.is_empty(), "{command:?}");
                assert!(labels.insert(word.label), "two commands are called {}", word.label);
            }
        }
    }

    #[test]
    fn no_key_needs_altgr_and_no_chord_is_mistaken_for_another() {
        for row in all() {
            for key in row.keys {
                let KeyCode::Char(c) = key.code else {
                    assert!(!(key.code == KeyCode::Enter && key.ctrl), "Ctrl+Enter");
                    continue;
                };
                assert!(!"[]{}\\|~^@".contains(c), "{c} needs AltGr or is dead");
                assert!(!(key.ctrl && "imjh".contains(c)), "Ctrl+{c} is another key in many terminals");
                assert!(!(key.ctrl && (key.alt || c.is_uppercase())), "Ctrl+Alt or Ctrl+Shift with {c}");
            }
        }
    }

    #[test]
    fn each_f_key_has_a_ctrl_twin() {
        for row in all() {
            if row.keys.iter().any(|key| matches!(key.code, KeyCode::F(_))) {
                assert!(row.keys.iter().any(|key| key.ctrl), "{:?}", row.command);
            }
        }
    }

    #[test]
    fn a_letter_in_a_list_is_the_ctrl_letter_of_the_pen() {
        for row in rows(Scope::EntryRows) {
            let KeyCode::Char(c) = row.keys[0].code else { continue };
            if let Some(twin) = find(Scope::Entry, ctrl(c)) {
                let global = all().any(|row| row.scope == Scope::Global && row.command == twin);
                assert!(global || twin == row.command, "{c}: {:?} but {twin:?}", row.command);
            }
        }
    }

    #[test]
    fn the_footer_fits_80_columns() {
        for lang in [Lang::Sv, Lang::En] {
            for scope in Scope::ALL {
                let hints = hints(*scope, lang.words());
                let width: usize = hints.iter().map(|hint| hint.keys.width() + hint.text.width() + 1).sum();
                let width = 1 + width + 3 * hints.len().saturating_sub(1);
                assert!(width <= 80, "{scope:?} in {lang:?} takes {width}: {hints:?}");
            }
        }
    }
}
