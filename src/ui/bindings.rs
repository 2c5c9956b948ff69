//! The one table of keys: where, which key, what it asks for, and whether the footer shows it. It feeds dispatch,
//! footer, help, palette and the key table of the README; nothing else knows a key.
//!
//! Rules (DESIGN §5), held by the tests below: nothing on keys that need `AltGr`; never Ctrl+I, M, J, H or Ctrl+Enter;
//! each F-key has a Ctrl twin; in lists a plain letter does what Ctrl and the same letter do at the pen.

use crossterm::event::KeyCode;

use super::command::Command;
use super::key::Key;
use crate::i18n::Words;

/// Where a key counts.
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
    /// All meetings.
    Meetings,
    /// The live screen with the pen.
    RoundTable,
    /// Challenges of all meetings.
    Challenges,
    /// The flip-chart.
    Tomorrow,
    /// Actions and commitments.
    FollowUp,
    /// The search page.
    Search,
    /// The history page.
    History,
    /// The preview of an import.
    Preview,
    /// The export page.
    Export,
    /// A report that is being written on.
    Manuscript,
    /// What may be personal in a paper.
    Findings,
    /// The names of files that were written.
    Written,
    /// The sections of a meeting.
    Sections,
    /// A list in a dialog; what is typed filters it.
    Choice,
    /// One line that is written at the foot of a screen or in a dialog.
    Line,
    /// The same, where the line is an answer to challenges.
    Answer,
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
        Self::History,
        Self::Preview,
        Self::Export,
        Self::Manuscript,
        Self::Findings,
        Self::Written,
        Self::Sections,
        Self::Choice,
        Self::Line,
        Self::Answer,
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
            Self::History => &[Self::History, Self::Rows, Self::Global],
            Self::Preview => &[Self::Preview, Self::Rows],
            Self::Export => &[Self::Export, Self::Rows],
            Self::Manuscript => &[Self::Manuscript],
            Self::Findings => &[Self::Findings, Self::Rows],
            Self::Written => &[Self::Written, Self::Rows],
            Self::Sections => &[Self::Sections, Self::Rows],
            Self::Choice => &[Self::Choice, Self::Rows],
            Self::Line => &[Self::Line],
            Self::Answer => &[Self::Answer, Self::Line],
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
            Self::History => scopes.history,
            Self::Preview => scopes.preview,
            Self::Export => scopes.export,
            Self::Manuscript => scopes.manuscript,
            Self::Findings => scopes.findings,
            Self::Written => scopes.written,
            Self::Sections => scopes.sections,
            Self::Choice => scopes.choice,
            Self::Line => scopes.line,
            Self::Answer => scopes.answer,
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
    /// No: it stands in the help only.
    Hidden,
    /// Yes; the highest rank goes first when the line is too narrow.
    Rank(u8),
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it counts.
    pub scope: Scope,
    /// The keys; the first is the one that is shown.
    pub keys: &'static [Key],
    /// What they ask for.
    pub command: Command,
    /// Whether the footer shows it.
    pub footer: Footer,
}

/// A row that the footer shows.
const fn shown(scope: Scope, rank: u8, keys: &'static [Key], command: Command) -> Binding {
    Binding { scope, keys, command, footer: Footer::Rank(rank) }
}

/// A row that only the help shows.
const fn row(scope: Scope, keys: &'static [Key], command: Command) -> Binding {
    Binding { scope, keys, command, footer: Footer::Hidden }
}

const fn ch(c: char) -> Key {
    Key::char(c)
}

const fn ctrl(c: char) -> Key {
    Key::ctrl(KeyCode::Char(c))
}

const fn alt(c: char) -> Key {
    Key::alt(KeyCode::Char(c))
}

const UP: Key = Key::plain(KeyCode::Up);
const DOWN: Key = Key::plain(KeyCode::Down);
const LEFT: Key = Key::plain(KeyCode::Left);
const RIGHT: Key = Key::plain(KeyCode::Right);
const ALT_UP: Key = Key::alt(KeyCode::Up);
const ALT_DOWN: Key = Key::alt(KeyCode::Down);
const ALT_LEFT: Key = Key::alt(KeyCode::Left);
const ALT_RIGHT: Key = Key::alt(KeyCode::Right);
const CTRL_UP: Key = Key::ctrl(KeyCode::Up);
const CTRL_DOWN: Key = Key::ctrl(KeyCode::Down);
const PAGE_UP: Key = Key::plain(KeyCode::PageUp);
const PAGE_DOWN: Key = Key::plain(KeyCode::PageDown);
const HOME: Key = Key::plain(KeyCode::Home);
const END: Key = Key::plain(KeyCode::End);
const CTRL_HOME: Key = Key::ctrl(KeyCode::Home);
const CTRL_END: Key = Key::ctrl(KeyCode::End);
const ENTER: Key = Key::plain(KeyCode::Enter);
const ESC: Key = Key::plain(KeyCode::Esc);
const TAB: Key = Key::plain(KeyCode::Tab);
const SHIFT_TAB: Key = Key { shift: true, ..Key::plain(KeyCode::Tab) };
const DELETE: Key = Key::plain(KeyCode::Delete);
const SPACE: Key = ch(' ');

/// The table.
pub const BINDINGS: &[Binding] = &{
    use Command as C;
    use Scope as S;
    [
        // Everywhere.
        row(S::Global, &[alt('1'), ch('1')], C::TabMeetings),
        row(S::Global, &[alt('2'), ch('2')], C::TabRoundTable),
        row(S::Global, &[alt('3'), ch('3')], C::TabChallenges),
        row(S::Global, &[alt('4'), ch('4')], C::TabTomorrow),
        row(S::Global, &[alt('5'), ch('5')], C::TabFollowUp),
        shown(S::Global, 2, &[Key::f(1), ctrl('k'), ch('?')], C::Help),
        shown(S::Global, 1, &[ctrl('p')], C::Palette),
        row(S::Global, &[ctrl('z')], C::Undo),
        row(S::Global, &[ctrl('y')], C::Redo),
        row(S::Global, &[ctrl('f'), ch('/')], C::Search),
        row(S::Global, &[ctrl('o')], C::Import),
        row(S::Global, &[ctrl('x')], C::Export),
        row(S::Global, &[ctrl('n')], C::NewMeeting),
        row(S::Global, &[ctrl('c')], C::CancelJob),
        row(S::Global, &[ctrl('q')], C::Quit),
        // Walking rows.
        row(S::Rows, &[UP], C::Up),
        row(S::Rows, &[DOWN], C::Down),
        row(S::Rows, &[PAGE_UP], C::PageUp),
        row(S::Rows, &[PAGE_DOWN], C::PageDown),
        row(S::Rows, &[HOME, CTRL_HOME], C::First),
        row(S::Rows, &[END, CTRL_END], C::Last),
        row(S::Rows, &[ENTER], C::Open),
        row(S::Rows, &[ESC], C::Back),
        // A chosen entry, also at the pen.
        row(S::Entry, &[Key::f(2), ctrl('e')], C::Edit),
        row(S::Entry, &[DELETE, ctrl('d')], C::Delete),
        row(S::Entry, &[ctrl('t')], C::Convert),
        row(S::Entry, &[ctrl('u')], C::Star),
        row(S::Entry, &[ctrl('l')], C::Tag),
        row(S::Entry, &[ctrl('a')], C::Assign),
        row(S::Entry, &[ctrl('r')], C::Respond),
        row(S::Entry, &[ctrl('g')], C::MakeAction),
        row(S::Entry, &[ALT_UP, CTRL_UP], C::MoveUp),
        row(S::Entry, &[ALT_DOWN, CTRL_DOWN], C::MoveDown),
        // The same, where no text is written.
        row(S::EntryRows, &[SPACE], C::Mark),
        row(S::EntryRows, &[ch('e')], C::Edit),
        row(S::EntryRows, &[ch('d')], C::Delete),
        row(S::EntryRows, &[ch('t')], C::Convert),
        row(S::EntryRows, &[ch('u')], C::Star),
        row(S::EntryRows, &[ch('l')], C::Tag),
        row(S::EntryRows, &[ch('a')], C::Assign),
        row(S::EntryRows, &[ch('r')], C::Respond),
        row(S::EntryRows, &[ch('g')], C::MakeAction),
        row(S::EntryRows, &[ch('s')], C::SetStatus),
        row(S::EntryRows, &[ch('c')], C::CheckIn),
        row(S::EntryRows, &[ch('f')], C::Filter),
        row(S::EntryRows, &[ch('v')], C::ClearFilter),
        row(S::EntryRows, &[ch('h')], C::EntryHistory),
        row(S::EntryRows, &[ch('m')], C::GoToEntry),
        row(S::EntryRows, &[ch('o')], C::Open),
        // All meetings.
        shown(S::Meetings, 0, &[ENTER], C::Open),
        shown(S::Meetings, 3, &[ch('n')], C::NewMeeting),
        shown(S::Meetings, 4, &[ch('e'), Key::f(2), ctrl('e')], C::EditMeeting),
        shown(S::Meetings, 5, &[ch('a')], C::Sections),
        row(S::Meetings, &[ch('o')], C::Import),
        row(S::Meetings, &[ch('x')], C::Export),
        row(S::Meetings, &[ch('s')], C::MinutesStatus),
        row(S::Meetings, &[ch('h')], C::History),
        row(S::Meetings, &[DELETE, ch('d'), ctrl('d')], C::DeleteMeeting),
        // The pen.
        shown(S::RoundTable, 0, &[ENTER, ctrl('s')], C::Capture),
        shown(S::RoundTable, 3, &[TAB], C::NextSection),
        row(S::RoundTable, &[SHIFT_TAB], C::PreviousSection),
        shown(S::RoundTable, 5, &[UP], C::Up),
        shown(S::RoundTable, 5, &[DOWN], C::Down),
        shown(S::RoundTable, 4, &[ctrl('b')], C::Tables),
        row(S::RoundTable, &[ALT_RIGHT], C::NextTable),
        row(S::RoundTable, &[ALT_LEFT], C::PreviousTable),
        row(S::RoundTable, &[alt('0')], C::OnlyTable),
        row(S::RoundTable, &[alt('9')], C::OtherDay),
        // Challenges.
        shown(S::Challenges, 3, &[SPACE], C::Mark),
        shown(S::Challenges, 0, &[ENTER, ch('r')], C::Respond),
        shown(S::Challenges, 4, &[ch('g')], C::MakeAction),
        row(S::Challenges, &[RIGHT], C::Open),
        row(S::Challenges, &[LEFT], C::Left),
        row(S::Challenges, &[ch('f')], C::Filter),
        // The flip-chart.
        shown(S::Tomorrow, 0, &[ch('c'), ENTER], C::CheckIn),
        shown(S::Tomorrow, 3, &[ch('n'), ch('+')], C::Promise),
        shown(S::Tomorrow, 4, &[SPACE], C::Mark),
        row(S::Tomorrow, &[LEFT], C::Left),
        row(S::Tomorrow, &[RIGHT], C::Right),
        row(S::Tomorrow, &[ch('f')], C::Filter),
        // Actions and commitments.
        shown(S::FollowUp, 0, &[ENTER], C::Open),
        shown(S::FollowUp, 3, &[ch('c')], C::CheckIn),
        shown(S::FollowUp, 4, &[ch('s')], C::SetStatus),
        row(S::FollowUp, &[ch('a')], C::Assign),
        row(S::FollowUp, &[ch('f')], C::Filter),
        row(S::FollowUp, &[ch('b')], C::Group),
        row(S::FollowUp, &[RIGHT], C::Open),
        row(S::FollowUp, &[LEFT], C::Left),
        // Search: the letters go to the question.
        shown(S::Search, 0, &[ENTER], C::Open),
        shown(S::Search, 3, &[UP], C::Up),
        shown(S::Search, 3, &[DOWN], C::Down),
        shown(S::Search, 4, &[ESC], C::Back),
        // History.
        shown(S::History, 0, &[ENTER], C::Open),
        shown(S::History, 3, &[ctrl('z')], C::Undo),
        row(S::History, &[ch('f')], C::Filter),
        shown(S::History, 4, &[ESC], C::Back),
        // Previews.
        shown(S::Preview, 0, &[ENTER, ctrl('s')], C::Submit),
        shown(S::Preview, 2, &[LEFT], C::Left),
        shown(S::Preview, 2, &[RIGHT], C::Right),
        shown(S::Preview, 3, &[TAB], C::NextField),
        row(S::Preview, &[SHIFT_TAB], C::PreviousField),
        row(S::Preview, &[SPACE], C::Option),
        shown(S::Preview, 1, &[ESC], C::Back),
        // The export page: arrows walk the choices and change them, the rest scrolls.
        shown(S::Export, 0, &[ENTER, ctrl('s')], C::WriteFiles),
        row(S::Export, &[UP], C::Up),
        row(S::Export, &[DOWN], C::Down),
        shown(S::Export, 2, &[LEFT], C::Left),
        shown(S::Export, 2, &[RIGHT], C::Right),
        row(S::Export, &[TAB], C::NextField),
        row(S::Export, &[SHIFT_TAB], C::PreviousField),
        row(S::Export, &[SPACE], C::Option),
        shown(S::Export, 4, &[ctrl('e'), ch('e')], C::EditManuscript),
        row(S::Export, &[CTRL_UP, ALT_UP], C::ScrollUp),
        row(S::Export, &[CTRL_DOWN, ALT_DOWN], C::ScrollDown),
        row(S::Export, &[ctrl('o'), ch('o')], C::OpenFolder),
        row(S::Export, &[ctrl('g'), ch('g')], C::Findings),
        row(S::Export, &[ctrl('z')], C::Undo),
        row(S::Export, &[ctrl('y')], C::Redo),
        row(S::Export, &[ctrl('c')], C::CancelJob),
        row(S::Export, &[ctrl('p')], C::Palette),
        shown(S::Export, 1, &[ESC], C::Back),
        shown(S::Export, 3, &[Key::f(1), ctrl('k'), ch('?')], C::Help),
        // A report that is being written on: letters, Home and End belong to the text.
        shown(S::Manuscript, 0, &[ctrl('s')], C::Submit),
        shown(S::Manuscript, 1, &[ESC], C::Back),
        shown(S::Manuscript, 2, &[TAB], C::NextGap),
        shown(S::Manuscript, 3, &[ctrl('z')], C::Undo),
        shown(S::Manuscript, 4, &[ctrl('r')], C::DiscardManuscript),
        row(S::Manuscript, &[ENTER], C::NewLine),
        row(S::Manuscript, &[UP], C::Up),
        row(S::Manuscript, &[DOWN], C::Down),
        row(S::Manuscript, &[PAGE_UP], C::PageUp),
        row(S::Manuscript, &[PAGE_DOWN], C::PageDown),
        row(S::Manuscript, &[CTRL_HOME], C::First),
        row(S::Manuscript, &[CTRL_END], C::Last),
        row(S::Manuscript, &[ctrl('y')], C::Redo),
        row(S::Manuscript, &[Key::f(1), ctrl('k')], C::Help),
        // What may be personal: Enter shows it, and only a key of its own lets it go.
        shown(S::Findings, 0, &[ch('x'), ctrl('s')], C::WriteFiles),
        shown(S::Findings, 2, &[ENTER], C::ShowPlace),
        shown(S::Findings, 3, &[ch('p')], C::Pseudonyms),
        shown(S::Findings, 1, &[ESC], C::Back),
        // Files that were written.
        shown(S::Written, 0, &[ENTER, ESC], C::Back),
        shown(S::Written, 1, &[ch('o'), ctrl('o')], C::OpenFolder),
        // The sections of a meeting.
        shown(S::Sections, 1, &[ENTER, ch('e'), Key::f(2), ctrl('e')], C::EditSection),
        shown(S::Sections, 2, &[ch('n')], C::NewSection),
        shown(S::Sections, 3, &[ALT_UP, CTRL_UP], C::MoveUp),
        shown(S::Sections, 3, &[ALT_DOWN, CTRL_DOWN], C::MoveDown),
        row(S::Sections, &[DELETE, ch('d'), ctrl('d')], C::DeleteSection),
        shown(S::Sections, 0, &[ESC], C::Back),
        // Dialogs.
        shown(S::Choice, 0, &[ENTER], C::Open),
        shown(S::Choice, 2, &[UP], C::Up),
        shown(S::Choice, 2, &[DOWN], C::Down),
        row(S::Choice, &[TAB], C::Mark),
        shown(S::Choice, 1, &[ESC], C::Back),
        shown(S::Line, 0, &[ENTER, ctrl('s')], C::Submit),
        shown(S::Line, 1, &[ESC], C::Back),
        shown(S::Answer, 2, &[TAB], C::ResponseKind),
        // How did it go?
        row(S::CheckIn, &[ch('d'), ch('g')], C::OutcomeDone),
        row(S::CheckIn, &[ch('p')], C::OutcomeUnderway),
        row(S::CheckIn, &[ch('b')], C::OutcomeAbandoned),
        row(S::CheckIn, &[ch('f'), ch('v')], C::OutcomeContinuous),
        shown(S::CheckIn, 3, &[ch('k')], C::Comment),
        shown(S::CheckIn, 4, &[UP, LEFT], C::Up),
        shown(S::CheckIn, 4, &[DOWN, RIGHT, SPACE], C::Down),
        shown(S::CheckIn, 0, &[ESC], C::Back),
        shown(S::Form, 0, &[ENTER, ctrl('s')], C::Submit),
        shown(S::Form, 2, &[TAB, DOWN], C::NextField),
        row(S::Form, &[SHIFT_TAB, UP], C::PreviousField),
        row(S::Form, &[LEFT], C::Left),
        row(S::Form, &[RIGHT], C::Right),
        row(S::Form, &[SPACE], C::Option),
        shown(S::Form, 1, &[ESC], C::Back),
        shown(S::Confirm, 0, &[ENTER, ch('j'), ch('y')], C::Yes),
        shown(S::Confirm, 1, &[ESC, ch('n')], C::No),
        shown(S::Reading, 0, &[ESC, ENTER, Key::f(1), ctrl('k')], C::Back),
    ]
};

/// The command that a key asks for in a scope. One can leave the program from anywhere, also from a dialog.
pub fn find(scope: Scope, key: Key) -> Option<Command> {
    let of = |scope: &Scope| {
        BINDINGS.iter().find(|row| row.scope == *scope && row.keys.contains(&key)).map(|row| row.command)
    };
    scope.chain().iter().find_map(of).or_else(|| of(&Scope::Global).filter(|found| *found == Command::Quit))
}

/// The first key of a command in a scope, for the palette and for sentences.
pub fn key_of(scope: Scope, command: Command) -> Option<Key> {
    scope.chain().iter().find_map(|scope| {
        BINDINGS
            .iter()
            .find(|row| row.scope == *scope && row.command == command)
            .and_then(|row| row.keys.first().copied())
    })
}

/// The commands that can be asked for in a scope, each once, nearest scope first.
pub fn commands(scope: Scope) -> Vec<Command> {
    let mut found = Vec::new();
    for scope in scope.chain() {
        for row in BINDINGS.iter().filter(|row| row.scope == *scope) {
            if !found.contains(&row.command) {
                found.push(row.command);
            }
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
        for row in BINDINGS.iter().filter(|row| row.scope == *scope) {
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
        let rows = BINDINGS.iter().filter(|row| row.scope == *scope).map(|row| {
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

    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_scope_has_each_key_once() {
        let mut seen = HashSet::new();
        for row in BINDINGS {
            for key in row.keys {
                assert!(seen.insert((row.scope, *key)), "{:?} twice in {:?}", key, row.scope);
            }
        }
    }

    #[test]
    fn every_command_can_be_reached() {
        // Those without a key stand in the palette, which lists them all.
        for command in Command::ALL {
            let bound = BINDINGS.iter().any(|row| row.command == *command);
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
        for row in BINDINGS {
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
        for row in BINDINGS {
            if row.keys.iter().any(|key| matches!(key.code, KeyCode::F(_))) {
                assert!(row.keys.iter().any(|key| key.ctrl), "{:?}", row.command);
            }
        }
    }

    #[test]
    fn a_letter_in_a_list_is_the_ctrl_letter_of_the_pen() {
        for row in BINDINGS.iter().filter(|row| row.scope == Scope::EntryRows) {
            let KeyCode::Char(c) = row.keys[0].code else { continue };
            if let Some(twin) = find(Scope::Entry, ctrl(c)) {
                let global = BINDINGS.iter().any(|row| row.scope == Scope::Global && row.command == twin);
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
