//! What was done, by name: in the history, and before one undoes it ("svara på U-3").

use super::Lang;
use crate::model::history::{Op, Operation};

/// An operation with what it was done to: "svara på U-3", "ta bort 2 inlägg".
pub fn operation(lang: Lang, operation: &Operation) -> String {
    let name = name(lang, operation.op);
    let subject = operation.subject.as_str();
    match subject.parse::<usize>() {
        _ if subject.is_empty() => name.to_owned(),
        Ok(count) if is_done_to_entries(operation.op) => {
            format!("{name} {}", (lang.words().work.verbs.several)(count))
        }
        _ => format!("{name} {subject}"),
    }
}

/// The same, of what undoes or redoes another one: "ångra: svara på U-3". `other` is that one, where it is known.
pub fn turned(lang: Lang, this: &Operation, other: Option<&Operation>) -> String {
    match other {
        Some(other) => format!("{}: {}", name(lang, this.op), operation(lang, other)),
        None => operation(lang, this),
    }
}

/// Whether an operation can be done to several entries at once; its subject is then how many they are.
fn is_done_to_entries(op: Op) -> bool {
    matches!(
        op,
        Op::DeleteEntry
            | Op::MoveEntry
            | Op::ConvertEntry
            | Op::StarEntry
            | Op::UnstarEntry
            | Op::MarkUnfinished
            | Op::ClearUnfinished
            | Op::TagEntry
            | Op::AssignEntry
            | Op::MakeAction
            | Op::FollowUp
            | Op::SetStatus
    )
}

/// What a person does in an operation, so that what it is done to can follow.
pub fn name(lang: Lang, op: Op) -> &'static str {
    match op {
        Op::EditProgramme => lang.pick("ändra programmet", "edit the programme"),
        Op::EditAbbreviations => lang.pick("ändra förkortningarna i", "edit the abbreviations of"),
        Op::CreateMeeting => lang.pick("skapa mötet", "create the meeting"),
        Op::EditMeeting => lang.pick("ändra mötet", "edit the meeting"),
        Op::MoveMeeting => lang.pick("flytta mötet", "move the meeting"),
        Op::DeleteMeeting => lang.pick("ta bort mötet", "delete the meeting"),
        Op::ImportMinutes | Op::ImportPart => lang.pick("läsa in", "read"),
        Op::CreateSection => lang.pick("skapa avsnittet", "make the section"),
        Op::EditSection => lang.pick("ändra avsnittet", "edit the section"),
        Op::MoveSection => lang.pick("flytta avsnittet", "move the section"),
        Op::DeleteSection => lang.pick("ta bort avsnittet", "delete the section"),
        Op::Capture => lang.pick("anteckna", "note"),
        Op::CaptureMany => lang.pick("klistra in rader:", "paste lines:"),
        Op::EditEntry => lang.pick("ändra", "edit"),
        Op::MoveEntry => lang.pick("flytta", "move"),
        Op::DeleteEntry => lang.pick("ta bort", "delete"),
        Op::ConvertEntry => lang.pick("byta slag på", "convert"),
        Op::StarEntry => lang.pick("stjärnmärka", "star"),
        Op::UnstarEntry => lang.pick("ta bort stjärnan på", "remove the star of"),
        Op::MarkUnfinished => lang.pick("märka ”hann inte” på", "mark as unfinished"),
        Op::ClearUnfinished => lang.pick("ta bort märket ”hann inte” på", "remove the mark “unfinished” of"),
        Op::TagEntry => lang.pick("ändra taggarna på", "change the tags of"),
        Op::AssignEntry => lang.pick("ändra ansvarig eller datum på", "change owner or date of"),
        Op::MakeAction => lang.pick("göra till åtgärd", "make an action of"),
        Op::Answer => lang.pick("svara på", "respond to"),
        Op::EditResponse => lang.pick("ändra återkopplingen", "edit the response"),
        Op::MoveResponse => lang.pick("flytta återkopplingen", "move the response"),
        Op::DeleteResponse => lang.pick("ta bort återkopplingen", "delete the response"),
        Op::FollowUp => lang.pick("följa upp", "follow up"),
        Op::SetStatus => lang.pick("byta status på", "set the status of"),
        Op::ImportPeople => lang.pick("läsa in deltagare", "read participants"),
        Op::JoinPersons => lang.pick("slå ihop personerna", "join the persons"),
        Op::RemovePerson => lang.pick("ta bort personen", "remove the person"),
        Op::EditRegister => lang.pick("ändra uppgifterna om", "edit the details of"),
        Op::WriteManuscript => lang.pick("redigera", "edit"),
        Op::DiscardManuscript => lang.pick("kasta redigeringen av", "discard the edited"),
        Op::SaveView => lang.pick("spara vyn", "save the view"),
        Op::RenameView => lang.pick("byta namn på vyn", "rename the view"),
        Op::DeleteView => lang.pick("ta bort vyn", "delete the view"),
        Op::Unknown => lang.pick("något i en nyare version", "something in a newer version"),
        Op::Undo | Op::TurnPart => lang.pick("ångra", "undo"),
        Op::Redo => lang.pick("göra om", "redo"),
    }
}
