//! What several people may well do alike: few records, and few values of each cell.

use proptest::prelude::*;
use proptest::sample::select;

use super::Deed;

fn text() -> impl Strategy<Value = String> {
    select(&["Rad", "Raden"][..]).prop_map(str::to_owned)
}

fn name() -> impl Strategy<Value = String> {
    select(&["Anna", "Amina Berg"][..]).prop_map(str::to_owned)
}

pub(crate) fn deed_alike() -> impl Strategy<Value = Deed> {
    prop_oneof![
        12 => to_cells(),
        3 => to_entries(),
        2 => to_what_holds_them(),
        2 => to_register(),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => (0..6_usize).prop_map(Deed::UndoChosen),
    ]
}

fn to_cells() -> impl Strategy<Value = Deed> {
    let at = 0..2_usize;
    prop_oneof![
        (at.clone(), text()).prop_map(|(at, text)| Deed::Edit(at, text)),
        at.clone().prop_map(Deed::Star),
        at.clone().prop_map(Deed::Unfinished),
        (at.clone(), 0..3_usize).prop_map(|(at, status)| Deed::SetStatus(at, status)),
        (at.clone(), 0..3_usize).prop_map(|(at, status)| Deed::ChooseStatus(at, status)),
        (at.clone(), text()).prop_map(|(at, text)| Deed::Rewrite(at, text)),
        (at.clone(), text()).prop_map(|(at, tag)| Deed::Tag(at, tag)),
        at.prop_map(Deed::Assign),
    ]
}

fn to_entries() -> impl Strategy<Value = Deed> {
    let at = 0..2_usize;
    prop_oneof![
        (at.clone(), 1..4_usize).prop_map(|(at, kind)| Deed::Convert(at, kind)),
        (at.clone(), 0..3_usize).prop_map(|(at, section)| Deed::MoveTo(at, section)),
        (at.clone(), 0..2_usize).prop_map(|(at, meeting)| Deed::MoveToMeeting(at, meeting)),
        (at.clone(), 0..2_usize).prop_map(|(at, to)| Deed::MoveResponse(at, to)),
        (at.clone(), any::<bool>()).prop_map(|(at, up)| Deed::Move(at, up)),
        at.clone().prop_map(|at| Deed::Delete(vec![at])),
        at.clone().prop_map(|at| Deed::Answer(vec![at])),
        (at, text()).prop_map(|(at, text)| Deed::EditResponse(at, text)),
    ]
}

fn to_what_holds_them() -> impl Strategy<Value = Deed> {
    let at = 0..2_usize;
    prop_oneof![
        (at.clone(), text()).prop_map(|(at, heading)| Deed::EditSection(at, heading)),
        at.clone().prop_map(Deed::DeleteSection),
        (at.clone(), any::<bool>()).prop_map(|(at, up)| Deed::MoveSection(at, up)),
        (at.clone(), text()).prop_map(|(at, title)| Deed::EditMeeting(at, title)),
        (at.clone(), text()).prop_map(|(at, programme)| Deed::MoveMeeting(at, programme)),
        at.prop_map(Deed::DeleteMeeting),
        text().prop_map(Deed::WriteManuscript),
        Just(Deed::DiscardManuscript),
        name().prop_map(Deed::ImportMinutes),
    ]
}

fn to_register() -> impl Strategy<Value = Deed> {
    let at = 0..2_usize;
    prop_oneof![
        text().prop_map(Deed::RenameProgramme),
        (at.clone(), text()).prop_map(|(at, text)| Deed::EditProgramme(at, text)),
        text().prop_map(|long| Deed::Abbreviate("a".to_owned(), long)),
        name().prop_map(Deed::EnterPerson),
        (at.clone(), name()).prop_map(|(at, name)| Deed::RenamePerson(at, name)),
        (at.clone(), 0..2_usize).prop_map(|(at, apart)| Deed::JoinPersons(at, apart)),
        at.clone().prop_map(Deed::RemovePerson),
        (name(), at.clone()).prop_map(|(name, shows)| Deed::SaveView(name, shows)),
        (at.clone(), name()).prop_map(|(at, name)| Deed::RenameView(at, name)),
        at.prop_map(Deed::DeleteView),
        (name(), any::<bool>()).prop_map(|(name, present)| Deed::ImportPeople(vec![name], present)),
    ]
}
