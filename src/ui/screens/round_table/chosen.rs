//! What one can do to the chosen entry, and the answers to what was asked about it.

use super::pen::Mode;
use super::{Asking, Doing, RoundTable, forms};
use crate::i18n::labels;
use crate::model::id::EntryId;
use crate::model::{
    ActionStatus, ChallengeStatus, Coded, CommitmentStatus, Entry, Kind, NoteKind, ParkedStatus,
};
use crate::ops::{self, Refused, Step};
use crate::pen::Meaning;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::{Choice, Item};
use crate::ui::effect::{Answer, Effect, Outcome};
use crate::ui::place::Place;

/// The kinds an entry can be made, in the order in which they are offered.
pub(super) const KINDS: [Kind; 13] = [
    Kind::NOTE,
    Kind::CHALLENGE,
    Kind::COMMITMENT,
    Kind::ACTION,
    Kind::Decision,
    Kind::Note(NoteKind::Question),
    Kind::Note(NoteKind::Quote),
    Kind::Note(NoteKind::Tip),
    Kind::Note(NoteKind::Idea),
    Kind::Note(NoteKind::Project),
    Kind::Note(NoteKind::Information),
    Kind::Note(NoteKind::Contact),
    Kind::Parked(ParkedStatus::Parked),
];

impl RoundTable {
    /// Does something to the chosen entry. Passes on what has nothing to do with entries.
    pub(super) fn act_on_chosen(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let Some(entry) = self.room.chosen().map(|listed| listed.entry.clone()) else {
            return Ok(Effect::Pass);
        };
        let id = entry.id;
        Ok(match command {
            Command::Edit => {
                let name = self.room.name(&entry);
                self.pen.correct(id, name, &entry.text);
                self.read_pen(ctx);
                self.stay(Effect::None)
            }
            Command::Delete => {
                let said = (ctx.look.words.round_table.done.deleted)(&self.room.name(&entry));
                Effect::write(said, move |store| ops::delete_entries(store, &[id]))
            }
            Command::Star => {
                let starred = !entry.starred;
                self.stay(Effect::write("", move |store| ops::set_starred(store, id, starred)))
            }
            Command::MoveUp => {
                self.stay(Effect::write("", move |store| ops::move_entry(store, id, Step::Up)))
            }
            Command::MoveDown => {
                self.stay(Effect::write("", move |store| ops::move_entry(store, id, Step::Down)))
            }
            Command::MoveTo => {
                self.asking = Some(Asking::MoveTo(id));
                let list = Choice::new(ctx.look.words.round_table.move_to, self.section_items());
                self.stay(Effect::open(list.at(self.room.section)))
            }
            Command::Convert => self.stay_and_ask(Asking::Convert(id), &entry, ctx),
            Command::SetStatus if entry.kind.status_code().is_some() => {
                self.stay_and_ask(Asking::Status(id), &entry, ctx)
            }
            Command::Tag => self.stay(Effect::open(forms::tags(&entry, ctx.look.words))),
            Command::Assign if entry.kind.has_owner() => {
                self.stay(Effect::open(forms::assign(&entry, ctx.look.words)))
            }
            Command::SetStatus | Command::Assign => return Err(Refused::WrongKind.into()),
            Command::MakeAction => self.stay(Effect::open(forms::make_action(&entry, ctx.look.words))),
            Command::Respond => return self.begin_response(&entry, ctx),
            Command::EntryHistory => Effect::GoTo(Place::History(Some(id))),
            _ => Effect::Pass,
        })
    }

    /// The chosen entry stays chosen, whatever becomes of it.
    fn stay(&mut self, effect: Effect) -> Effect {
        self.room.walked = true;
        effect
    }

    fn stay_and_ask(&mut self, asking: Asking, entry: &Entry, ctx: &Ctx) -> Effect {
        let words = ctx.look.words;
        let (title, kinds) = match asking {
            Asking::Status(_) => (words.round_table.status, statuses(entry.kind)),
            _ => (words.round_table.convert, KINDS.to_vec()),
        };
        let at = kinds.iter().position(|kind| match asking {
            Asking::Status(_) => *kind == entry.kind,
            _ => kind.code() == entry.kind.code(),
        });
        let label = |kind: &Kind| match asking {
            Asking::Status(_) => labels::status(words.lang, *kind).unwrap_or_default(),
            _ => labels::kind(words.lang, *kind),
        };
        let items = kinds.iter().map(|kind| Item::new(label(kind))).collect();
        self.asking = Some(asking);
        self.stay(Effect::open(Choice::new(title, items).at(at.unwrap_or(0))))
    }

    /// A response to the chosen challenge begins in the pen.
    fn begin_response(&mut self, entry: &Entry, ctx: &Ctx) -> Outcome {
        if !matches!(entry.kind, Kind::Challenge(_)) {
            return Err(Refused::NotAChallenge.into());
        }
        self.room.walked = true;
        if self.pen.mode != Mode::Catching {
            self.pen.clear();
            self.read_pen(ctx);
        }
        if !matches!(self.pen.meaning, Ok(Meaning::Response(_))) {
            let line = format!("= {}", self.pen.text().trim_start());
            self.pen.set(&line);
        }
        self.read_pen(ctx);
        Ok(Effect::None)
    }

    /// Does what was chosen in a dialog.
    pub(super) fn take_answer(&mut self, asking: Asking, answer: &Answer, ctx: &Ctx) -> Outcome {
        if asking == Asking::Paste && *answer == Answer::Yes {
            self.room.walked = false;
            self.saved = Some(ctx.look.now);
            self.room.read(ctx)?;
            return Ok(Effect::None);
        }
        let Answer::Choice(at) = *answer else { return Ok(Effect::None) };
        self.doing = Doing::Nothing;
        match asking {
            Asking::Table(tables) => self.set_table(tables.get(at).copied().flatten(), ctx)?,
            Asking::Section => self.go_to_section(at, ctx)?,
            Asking::MoveTo(id) => {
                let Some(section) = self.room.sections.get(at).map(|counted| counted.section.clone()) else {
                    return Ok(Effect::None);
                };
                let said = (ctx.look.words.round_table.done.moved)(&section.heading);
                return Ok(Effect::write(said, move |store| ops::move_to_section(store, id, section.id)));
            }
            Asking::Convert(id) => {
                return Ok(KINDS.get(at).map_or(Effect::None, |kind| convert(id, *kind, ctx)));
            }
            Asking::Status(id) => {
                let kind =
                    self.room.chosen().filter(|listed| listed.entry.id == id).map(|listed| listed.entry.kind);
                let status = kind.and_then(|kind| statuses(kind).get(at).copied());
                return Ok(status.map_or(Effect::None, |status| set_status(id, status, ctx)));
            }
            Asking::Meeting(meetings) => {
                return Ok(meetings.get(at).map_or(Effect::None, |id| Effect::GoTo(Place::Meeting(*id))));
            }
            Asking::Paste => {}
        }
        Ok(Effect::None)
    }
}

/// Makes an entry another kind.
pub(super) fn convert(id: EntryId, kind: Kind, ctx: &Ctx) -> Effect {
    let words = ctx.look.words;
    let said = (words.round_table.done.converted)(labels::kind(words.lang, kind));
    Effect::write(said, move |store| ops::convert(store, id, kind))
}

fn set_status(id: EntryId, status: Kind, ctx: &Ctx) -> Effect {
    let words = ctx.look.words;
    let said = (words.round_table.done.status)(labels::status(words.lang, status).unwrap_or_default());
    Effect::write(said, move |store| ops::set_status(store, id, status))
}

/// The statuses that the kind has, in the order in which they are offered.
fn statuses(kind: Kind) -> Vec<Kind> {
    fn all<S: Coded>(kind: fn(S) -> Kind) -> Vec<Kind> {
        S::ALL.iter().copied().map(kind).collect()
    }
    match kind {
        Kind::Note(_) | Kind::Decision => Vec::new(),
        Kind::Challenge(_) => all::<ChallengeStatus>(Kind::Challenge),
        Kind::Commitment(_) => all::<CommitmentStatus>(Kind::Commitment),
        Kind::Action(_) => all::<ActionStatus>(Kind::Action),
        Kind::Parked(_) => all::<ParkedStatus>(Kind::Parked),
    }
}
