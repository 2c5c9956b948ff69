//! The keys of the dialogs and of the lines in which text is written.

use super::Binding;
use super::Scope as S;
use super::keys::{DELETE, DOWN, ENTER, ESC, LEFT, RIGHT, SHIFT_TAB, SPACE, TAB, UP, ch, ctrl, row, shown};
use crate::ui::command::Command as C;
use crate::ui::key::Key;

/// The rows, in the order of the footer and the help.
pub(super) const ROWS: &[Binding] = &[
    // Saved views: digits call one up.
    shown(S::Views, 0, &[ENTER], C::Choose),
    shown(S::Views, 3, &[Key::f(2), ctrl('e')], C::RenameView),
    shown(S::Views, 2, &[DELETE, ctrl('d')], C::DeleteView),
    shown(S::Views, 1, &[ESC], C::Back),
    // Dialogs.
    shown(S::Choice, 0, &[ENTER], C::Choose),
    row(S::Choice, &[UP], C::Up),
    row(S::Choice, &[DOWN], C::Down),
    row(S::Choice, &[TAB], C::Mark),
    shown(S::Choice, 1, &[ESC], C::Back),
    shown(S::Line, 0, &[ENTER, ctrl('s')], C::Submit),
    shown(S::Line, 1, &[ESC], C::Back),
    row(S::Line, &[UP], C::Up),
    row(S::Line, &[DOWN], C::Down),
    row(S::Line, &[ctrl('z')], C::Undo),
    row(S::Line, &[ctrl('y')], C::Redo),
    shown(S::Answer, 2, &[TAB], C::ResponseKind),
    row(S::Answer, &[SHIFT_TAB], C::PreviousResponseKind),
    row(S::Promise, &[TAB], C::Complete),
    row(S::EntryLine, &[TAB], C::Complete),
    // How did it go? In lists these letters do nothing that cannot be left by Esc: a slip outside costs nothing.
    row(S::CheckIn, &[ch('j')], C::OutcomeDone),
    row(S::CheckIn, &[ch('p')], C::OutcomeUnderway),
    row(S::CheckIn, &[ch('i')], C::OutcomeAbandoned),
    row(S::CheckIn, &[ch('f')], C::OutcomeContinuous),
    shown(S::CheckIn, 3, &[ch('k'), ENTER], C::Comment),
    shown(S::CheckIn, 4, &[UP, LEFT], C::Up),
    shown(S::CheckIn, 4, &[DOWN, RIGHT, SPACE], C::Down),
    shown(S::CheckIn, 0, &[ESC], C::Back),
    shown(S::Form, 0, &[ENTER, ctrl('s')], C::Submit),
    shown(S::Form, 2, &[TAB], C::NextField),
    row(S::Form, &[SHIFT_TAB], C::PreviousField),
    row(S::Form, &[UP], C::Up),
    row(S::Form, &[DOWN], C::Down),
    row(S::Form, &[LEFT], C::Left),
    row(S::Form, &[RIGHT], C::Right),
    row(S::Form, &[SPACE], C::Option),
    shown(S::Form, 1, &[ESC], C::Back),
    shown(S::Confirm, 0, &[ENTER, ch('j'), ch('y')], C::Yes),
    shown(S::Confirm, 1, &[ESC, ch('n')], C::No),
    shown(S::Reading, 0, &[ESC, ENTER], C::Back),
];
