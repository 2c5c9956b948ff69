//! What is said before Enter: what a command about an entry will be done to (what is marked, what is chosen, or what
//! was written last), and what in a line may not mean what its writer thinks. A response is not all that an entry is,
//! and what it cannot have is refused in words.

use chrono::NaiveDate;

use super::correction::Mode;
use super::room::Room;
use super::targets::PenTargets;
use crate::i18n::Words;
use crate::pen::{self, Context, Meaning, Refusal, Verb, VerbScope};

/// What a command about an entry will do, and to what.
pub(super) fn describe(
    (verb, argument): (Verb, String),
    targets: &PenTargets,
    room: &Room,
    context: &Context<'_>,
    words: &Words,
) -> String {
    if let Some(why) = refused_of_marks(verb, room, words) {
        return why;
    }
    if let Some(why) = refused_of_response(verb, &argument, targets, room, words) {
        return why.to_owned();
    }
    let about = called(targets, room, words);
    let becomes = if verb == Verb::Assign && !argument.is_empty() {
        pen::describe_assignment(&argument, context, words)
    } else {
        String::new()
    };
    let command = pen::describe(&Ok(Meaning::Command(verb, argument)), context, words);
    let parts = [command, about, becomes];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Why a command is not done while nothing of what is marked can be seen: it would be done to something else.
pub(super) fn refused_of_marks(verb: Verb, room: &Room, words: &Words) -> Option<String> {
    let changes = verb.scope() == VerbScope::Entry && verb != Verb::Edit;
    room.marked.only_unseen(words).filter(|_| changes)
}

/// Why a command cannot be done, where it would be done to a response; `None` where it can.
pub(super) fn refused_of_response(
    verb: Verb,
    argument: &str,
    targets: &PenTargets,
    room: &Room,
    words: &Words,
) -> Option<&'static str> {
    let is_response = room.marked.is_empty() && targets.latest().is_some_and(|target| target.is_response);
    let refile = &words.refile;
    match verb {
        _ if !is_response => None,
        Verb::Edit | Verb::Delete | Verb::Respond => None,
        Verb::Move => (!argument.is_empty()).then_some(refile.response_moves),
        Verb::Convert => {
            let is_kind = argument.is_empty() || pen::response_kind(argument).is_some();
            (!is_kind).then_some(refile.response_kinds)
        }
        _ => Some(refile.not_for_responses),
    }
}

/// What a command about an entry will be done to, by name: how many are marked, otherwise what is chosen or was
/// written last; empty where there is nothing.
fn called(targets: &PenTargets, room: &Room, words: &Words) -> String {
    match &*room.marked {
        [] => targets.latest().map(|target| pen::called(target, words)).unwrap_or_default(),
        [entry] => room.name(entry, words),
        several => (words.work.marked)(several.len(), 0),
    }
}

/// What is said before a line is taken that may not mean what its writer thinks. What was so before a correction is
/// known.
pub(super) fn to_look_at(
    mode: &Mode,
    text: &str,
    meaning: &Result<Meaning, Refusal>,
    today: NaiveDate,
    words: &Words,
) -> Option<String> {
    let mut remarks = match mode {
        Mode::CorrectingResponse(correction) => {
            pen::read_response(text, &correction.author.context()).remarks
        }
        Mode::Correcting(correction, _) if !correction.is_whole() => pen::left_dates(text, false, today),
        _ => pen::remarks(meaning, today),
    };
    if let Some(shown) = mode.shown() {
        remarks = pen::new_remarks(remarks, shown, today);
    }
    if matches!(mode, Mode::Capturing) {
        return pen::first_remark(&remarks, words).map(|why| (words.pen.look_first_or_new)(&why));
    }
    pen::look_first(&remarks, words)
}
