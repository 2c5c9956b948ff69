//! What is done with meetings, and what an empty store offers.

use super::row;
use super::state::{Meetings, OFFERS};
use crate::i18n::{Words, labels};
use crate::model::{Coded, Meeting, MinutesStatus};
use crate::ops::{self, Seen};
use crate::store;
use crate::store::meeting::CountedMeeting;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::dialogs::meeting_form;
use crate::ui::dialogs::programme_form;
use crate::ui::dialogs::sections::Sections;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::lists::copied;
use crate::ui::place::Place;

impl Meetings {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            self.read(ctx)?;
            return Ok(Effect::None);
        }
        match (command, self.chosen().cloned()) {
            (Command::NewMeeting, _) => meeting_form::new(&std::mem::take(&mut self.title), ctx),
            (_, Some(counted)) => Self::act_on(command, &counted, ctx),
            (_, None) => Ok(self.act_empty(command)),
        }
    }

    /// Chooses a row that was clicked, or opens it if it was chosen already.
    pub(super) fn choose(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        let again = row == self.rows.selected;
        self.rows.select(row);
        self.read(ctx)?;
        Ok(if again { Effect::Run(Command::Open) } else { Effect::None })
    }

    /// What a command does with the chosen meeting.
    fn act_on(command: Command, counted: &CountedMeeting, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let meeting = &counted.meeting;
        Ok(match command {
            Command::Open => Effect::GoTo(Place::Meeting(meeting.id)),
            Command::EditMeeting => Effect::open(meeting_form::edit(meeting, ctx)?),
            Command::MoveMeeting => {
                Effect::open(programme_form::move_meeting(meeting.id, meeting.programme, ctx)?)
            }
            Command::Abbreviations => programme_form::abbreviations(meeting, ctx)?,
            Command::EditProgramme => programme_form::edit(meeting, ctx)?,
            Command::Sections => Effect::open(Sections::new(meeting.id, meeting.title.clone())),
            Command::Export => Effect::GoTo(Place::Export(meeting.id)),
            Command::Copy => {
                let day = meeting_form::day(meeting, words, ctx.look.now.date());
                let parts = [row::title(meeting, ctx.look), &day, &meeting.place];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                copied::as_effect(&[parts.join(" · ")], 1, ctx)
            }
            Command::DeleteMeeting => {
                let title = (words.meetings.delete_title)(row::title(meeting, ctx.look));
                // What comes while the question is open is not deleted with the rest.
                let (id, held, said) = (meeting.id, store::held(ctx.store)?, words.meetings.said.deleted);
                let question = Confirm::new(title, (words.meetings.delete_text)(counted.entries));
                Effect::ask_plain(question, move |answer, _| {
                    let delete = || Effect::write(said, move |store| ops::delete_meeting(store, id, &held));
                    Ok(if answer == DialogAnswer::Yes { delete() } else { Effect::None })
                })
            }
            Command::MinutesStatus => {
                let items = MinutesStatus::ALL.iter();
                let items = items.map(|status| ChoiceItem::new(labels::minutes_status(words.lang, *status)));
                let at = MinutesStatus::ALL.iter().position(|status| *status == meeting.status);
                let title = words.commands.minutes_status.label;
                let list = Choice::new(title, items.collect());
                let meeting = Seen::now(ctx.store, meeting.clone())?;
                Effect::ask_plain(list.at(at.unwrap_or(0)), move |answer, ctx| {
                    let DialogAnswer::Choice(at) = answer else { return Ok(Effect::None) };
                    Ok(set_status(meeting, at, ctx.look.words))
                })
            }
            _ => Effect::Pass,
        })
    }

    /// The commands that an empty store offers.
    fn act_empty(&self, command: Command) -> Effect {
        match command {
            Command::Open => OFFERS.get(self.rows.selected).map_or(Effect::None, |c| Effect::Run(*c)),
            _ => Effect::Pass,
        }
    }
}

/// The write of how far the minutes have come; `at` is its index among all.
fn set_status(before: Seen<Meeting>, at: usize, words: &Words) -> Effect {
    let Some(status) = MinutesStatus::ALL.get(at) else { return Effect::None };
    let after = Meeting { status: *status, ..before.value.clone() };
    let said = (words.meetings.said.status)(labels::minutes_status(words.lang, *status));
    Effect::write(said, move |store| ops::edit_meeting(store, &before, &after))
}
