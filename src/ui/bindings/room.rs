//! The keys of the live screen with the pen.

use super::Binding;
use super::Scope as S;
use super::keys::{ALT_LEFT, ALT_RIGHT, DOWN, ENTER, SHIFT_TAB, TAB, UP, alt, ctrl, row, shown};
use crate::ui::command::Command as C;

/// The rows, in the order of the footer and the help.
pub(super) const ROWS: &[Binding] = &[
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
];
