//! The keys of the lists: meetings, challenges, the flip-chart, follow-up, search and history.

use super::Binding;
use super::Scope as S;
use super::keys::{
    DELETE, DOWN, ENTER, ESC, LEFT, RIGHT, SHIFT_DOWN, SHIFT_UP, SPACE, UP, alt, ch, ctrl, row, shown,
};
use crate::ui::command::Command as C;
use crate::ui::key::Key;

/// The rows, in the order of the footer and the help.
pub(super) const ROWS: &[Binding] = &[
    // All meetings.
    shown(S::Meetings, 0, &[ENTER], C::Open),
    shown(S::Meetings, 3, &[ch('n')], C::NewMeeting),
    shown(S::Meetings, 4, &[ch('e'), Key::f(2), ctrl('e')], C::EditMeeting),
    shown(S::Meetings, 5, &[ch('a')], C::Sections),
    row(S::Meetings, &[ch('o')], C::Import),
    row(S::Meetings, &[ch('x')], C::Export),
    row(S::Meetings, &[ch('s')], C::MinutesStatus),
    row(S::Meetings, &[ch('m')], C::MoveMeeting),
    row(S::Meetings, &[ch('h')], C::History),
    row(S::Meetings, &[ch('p')], C::Persons),
    row(S::Meetings, &[ch('c')], C::CheckInDue),
    row(S::Meetings, &[alt('c')], C::Copy),
    row(S::Meetings, &[DELETE, ch('d'), ctrl('d')], C::DeleteMeeting),
    // Challenges.
    shown(S::Challenges, 3, &[SPACE], C::Mark),
    shown(S::Challenges, 0, &[ENTER, ch('r')], C::Respond),
    shown(S::Challenges, 4, &[ch('g')], C::MakeAction),
    row(S::Challenges, &[RIGHT], C::Open),
    row(S::Challenges, &[LEFT], C::Left),
    row(S::Challenges, &[ch('f')], C::Filter),
    row(S::Challenges, &[ch('b')], C::Group),
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
    row(S::Search, &[SHIFT_DOWN], C::Mark),
    row(S::Search, &[SHIFT_UP], C::MarkUp),
    row(S::Search, &[alt('y')], C::Views),
    shown(S::Search, 4, &[ESC], C::Back),
    // A hit that one has walked to, as it is done at the pen; while the question is written these keys are the field's.
    shown(S::Hits, 5, &[Key::f(2), ctrl('e')], C::Edit),
    row(S::Hits, &[ctrl('d')], C::Delete),
    row(S::Hits, &[ctrl('t')], C::Convert),
    row(S::Hits, &[ctrl('u')], C::Star),
    row(S::Hits, &[ctrl('l')], C::Tag),
    row(S::Hits, &[ctrl('a')], C::Assign),
    row(S::Hits, &[ctrl('r')], C::Respond),
    row(S::Hits, &[ctrl('g')], C::MakeAction),
    row(S::Hits, &[alt('c')], C::Copy),
    // History.
    shown(S::History, 0, &[ENTER], C::Open),
    shown(S::History, 3, &[ctrl('z')], C::Undo),
    row(S::History, &[ch('f')], C::Filter),
    row(S::History, &[alt('c')], C::Copy),
    shown(S::History, 4, &[ESC], C::Back),
];
