//! The keys that count everywhere: those of the program, of rows, and of a chosen entry.

use super::Binding;
use super::Scope as S;
use super::keys::{
    ALT_DOWN, ALT_HOME, ALT_UP, CTRL_DOWN, CTRL_END, CTRL_HOME, CTRL_UP, DELETE, DOWN, END, ENTER, ESC, HOME,
    PAGE_DOWN, PAGE_UP, SHIFT_DOWN, SHIFT_UP, SPACE, UP, alt, ch, ctrl, row, shown,
};
use crate::ui::command::Command as C;
use crate::ui::key::Key;

/// The rows, in the order of the footer and the help.
pub(super) const ROWS: &[Binding] = &[
    // Everywhere.
    row(S::Global, &[alt('1'), ch('1')], C::TabMeetings),
    row(S::Global, &[alt('2'), ch('2')], C::TabRoundTable),
    row(S::Global, &[ALT_HOME], C::Today),
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
    row(S::Global, &[alt('g'), ch('C')], C::CheckInDue),
    row(S::Global, &[alt(','), ch(',')], C::Settings),
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
    row(S::Entry, &[alt('c')], C::Copy),
    row(S::Entry, &[SHIFT_DOWN], C::Mark),
    row(S::Entry, &[SHIFT_UP], C::MarkUp),
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
    row(S::EntryRows, &[ch('y')], C::Views),
    row(S::EntryRows, &[ch('h')], C::EntryHistory),
    row(S::EntryRows, &[ch('m')], C::GoToEntry),
    row(S::EntryRows, &[ch('o')], C::Open),
];
