//! The keys of the pages and previews over the tabs.

use super::Binding;
use super::Scope as S;
use super::keys::{
    ALT_DOWN, ALT_UP, CTRL_DOWN, CTRL_END, CTRL_HOME, CTRL_UP, DELETE, DOWN, ENTER, ESC, LEFT, PAGE_DOWN,
    PAGE_UP, RIGHT, SHIFT_TAB, SPACE, TAB, UP, alt, ch, ctrl, row, shown,
};
use crate::ui::command::Command as C;
use crate::ui::key::Key;

/// The rows, in the order of the footer and the help.
pub(super) const ROWS: &[Binding] = &[
    // Files to read in, and what was understood of them.
    shown(S::Files, 0, &[ENTER], C::Open),
    shown(S::Files, 2, &[UP], C::Up),
    shown(S::Files, 2, &[DOWN], C::Down),
    shown(S::Files, 3, &[TAB], C::Mark),
    shown(S::Files, 1, &[ESC], C::Back),
    shown(S::Preview, 0, &[ENTER, ctrl('s')], C::Submit),
    shown(S::Preview, 2, &[UP], C::ScrollUp),
    shown(S::Preview, 2, &[DOWN], C::ScrollDown),
    row(S::Preview, &[SPACE], C::Option),
    shown(S::Preview, 1, &[ESC], C::Back),
    shown(S::PreviewInSeries, 3, &[TAB], C::SkipFile),
    shown(S::Storing, 0, &[ESC], C::CancelJob),
    shown(S::Storing, 2, &[UP], C::ScrollUp),
    shown(S::Storing, 2, &[DOWN], C::ScrollDown),
    // Rows that were pasted.
    shown(S::Paste, 0, &[ENTER, ctrl('s')], C::Submit),
    shown(S::Paste, 2, &[SPACE], C::Tick),
    shown(S::Paste, 3, &[LEFT], C::PreviousKind),
    shown(S::Paste, 3, &[RIGHT, ctrl('t'), ch('t')], C::NextKind),
    shown(S::Paste, 4, &[TAB], C::NextSection),
    row(S::Paste, &[SHIFT_TAB], C::PreviousSection),
    shown(S::Paste, 5, &[ch('a')], C::TickAll),
    row(S::Paste, &[ch('l')], C::MakeAlike),
    row(S::Paste, &[ch('s')], C::JoinRows),
    shown(S::Paste, 1, &[ESC], C::Back),
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
    row(S::Sections, &[ctrl('z')], C::Undo),
    row(S::Sections, &[ctrl('y')], C::Redo),
    shown(S::Sections, 0, &[ESC], C::Back),
    // Copies of the store.
    shown(S::Copies, 0, &[ENTER], C::CompareCopy),
    shown(S::Copies, 2, &[ch('t')], C::PutBackCopy),
    row(S::Copies, &[ch('f')], C::WriteCopy),
    shown(S::Copies, 1, &[ESC], C::Back),
    // Persons.
    shown(S::Persons, 0, &[ENTER, ch('e'), Key::f(2), ctrl('e')], C::EditPerson),
    shown(S::Persons, 3, &[ch('s')], C::JoinPersons),
    shown(S::Persons, 4, &[ch('n')], C::NewPerson),
    row(S::Persons, &[DELETE, ch('d'), ctrl('d')], C::RemovePerson),
    row(S::Persons, &[ch('f')], C::FindPerson),
    row(S::Persons, &[alt('c')], C::Copy),
    shown(S::Persons, 2, &[ESC], C::Back),
    // Settings.
    shown(S::Settings, 0, &[ENTER, Key::f(2), ctrl('e')], C::Edit),
    row(S::Settings, &[LEFT], C::Left),
    row(S::Settings, &[RIGHT], C::Right),
    row(S::Settings, &[SPACE], C::Option),
    shown(S::Settings, 2, &[ESC], C::Back),
    // The handbook.
    shown(S::Handbook, 1, &[ENTER], C::Headings),
    shown(S::Handbook, 2, &[TAB], C::NextHeading),
    row(S::Handbook, &[SHIFT_TAB], C::PreviousHeading),
    shown(S::Handbook, 0, &[ESC], C::Back),
];
