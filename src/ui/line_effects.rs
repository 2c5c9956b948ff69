//! What every line of a screen shares: the notice after its write, and the commands of the program by the names that
//! are typed at the pen.

use super::command::Command;
use super::effect::Effect;
use super::place::Place;
use crate::i18n::{Words, labels};
use crate::model::{Coded, Kind};
use crate::ops::line::Written;
use crate::pen::{Line, Verb};

/// The notice after a line is on disk; empty where the screen itself shows what it became.
pub fn said(written: &Written, words: &Words) -> String {
    let done = &words.round_table.done;
    match written {
        Written::Correct { .. } => done.corrected.to_owned(),
        Written::Section(heading) => (done.made_section)(heading),
        Written::Entry(_) | Written::Response(_) | Written::Continue(_) => String::new(),
    }
}

/// The same in a box, which shows nothing of what it wrote: every line has its receipt.
pub fn said_in_box(written: &Written, words: &Words) -> String {
    let kind = match written {
        Written::Entry(Line { kind: Some(Kind::Commitment(_)), .. }) => {
            return words.tomorrow.saved.to_owned();
        }
        Written::Entry(Line { kind, .. }) => labels::kind(words.lang, kind.unwrap_or(Kind::NOTE)),
        Written::Response(_) => words.pen.response,
        Written::Continue(_) => return words.round_table.done.corrected.to_owned(),
        other => return said(other, words),
    };
    (words.work.saved_as)(kind)
}

/// A command that is for the program: the one with the same name.
pub fn command(verb: Verb, argument: &str) -> Effect {
    match verb {
        Verb::Search => Effect::GoTo(Place::Search(argument.to_owned())),
        Verb::NewMeeting if !argument.is_empty() => {
            let there = Effect::GoTo(Place::NewMeeting(argument.to_owned()));
            Effect::Many(vec![there, Effect::Run(Command::NewMeeting)])
        }
        Verb::Import if !argument.is_empty() => Effect::GoTo(Place::Import(Some(argument.into()))),
        verb => Command::ALL
            .iter()
            .find(|command| command.name() == verb.code())
            .map_or(Effect::None, |command| Effect::Run(*command)),
    }
}
