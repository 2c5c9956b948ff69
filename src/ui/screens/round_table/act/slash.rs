//! The commands of the pen line: `/bord 3`. Most are commands of the program under the same name; those that take words
//! are here.

use crate::i18n::vocabulary::fold;
use crate::i18n::{format, labels};
use crate::model::Meeting;
use crate::ops::line::fitting_meetings;
use crate::ops::{Assignment, Seen};
use crate::pen::{self, Meaning, Verb};
use crate::store;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::line_effects;
use crate::ui::lists::entry_verbs;
use crate::ui::place::Place;
use crate::ui::screens::round_table::RoundTable;

impl RoundTable {
    /// Does what a command asks. The pen is empty afterwards, unless the command is refused.
    pub(super) fn slash(&mut self, verb: Verb, argument: &str, ctx: &Ctx) -> Outcome {
        let effect = match verb {
            Verb::Table => self.ask_table(ctx)?,
            Verb::Section => self.ask_section(ctx),
            Verb::Meeting if argument.is_empty() => Effect::Run(Command::TabMeetings),
            Verb::Meeting => self.find_meeting(argument, ctx)?,
            Verb::Tag if !argument.is_empty() => self.tag_chosen(argument),
            Verb::Convert if !argument.is_empty() => self.convert_chosen(argument, ctx),
            Verb::Assign if !argument.is_empty() => self.assign_chosen(argument, ctx)?,
            verb => line_effects::command(verb, argument),
        };
        if self.pen.refused.is_none() {
            self.pen.clear();
            self.read_pen(ctx);
        }
        Ok(effect)
    }

    /// The list of sections to go to.
    fn ask_section(&mut self, ctx: &Ctx) -> Effect {
        let list = Choice::new(ctx.look.words.round_table.go_to, self.section_items());
        let sections: Vec<_> = self.room.sections.iter().map(|counted| counted.section.id).collect();
        Effect::ask(list.at(self.room.section), move |this: &mut RoundTable, answer, ctx| {
            let DialogAnswer::Choice(row) = answer else { return Ok(Effect::None) };
            // Somebody else may have moved or deleted it meanwhile.
            let chosen = sections.get(row);
            let mut now = this.room.sections.iter();
            if let Some(at) = now.position(|counted| Some(&counted.section.id) == chosen) {
                this.go_to_section(at, ctx)?;
            }
            Ok(Effect::None)
        })
    }

    /// The sections as rows of a list.
    pub(super) fn section_items(&self) -> Vec<ChoiceItem> {
        let item = |counted: &store::section::CountedSection| {
            ChoiceItem::new(counted.section.heading.clone()).note(counted.entries.to_string())
        };
        self.room.sections.iter().map(item).collect()
    }

    /// Goes to the meeting that is called so, or shows those that fit.
    fn find_meeting(&mut self, title: &str, ctx: &Ctx) -> Outcome {
        let meetings = store::meeting::list(ctx.store)?;
        let found: Vec<&Meeting> =
            fitting_meetings(&meetings, title).into_iter().map(|(_, meeting)| meeting).collect();
        Ok(match found.as_slice() {
            [] => self.refuse((ctx.look.words.round_table.unknown_meeting)(title)),
            [meeting] => Effect::GoTo(Place::Meeting(meeting.id)),
            several => {
                let ids: Vec<_> = several.iter().map(|meeting| meeting.id).collect();
                let today = ctx.clock.today();
                let day = |meeting: &Meeting| {
                    meeting
                        .date
                        .map(|date| format::short_date(ctx.look.words.lang, date, today))
                        .unwrap_or_default()
                };
                let items =
                    several.iter().map(|meeting| ChoiceItem::new(meeting.title.clone()).note(day(meeting)));
                let list = Choice::new(ctx.look.words.round_table.meetings, items.collect());
                Effect::ask_plain(list, move |answer, _| {
                    let DialogAnswer::Choice(at) = answer else { return Ok(Effect::None) };
                    Ok(ids.get(at).map_or(Effect::None, |id| Effect::GoTo(Place::Meeting(*id))))
                })
            }
        })
    }

    /// `/tagg skolan lärlingar`: more tags for the chosen entry.
    fn tag_chosen(&mut self, typed: &str) -> Effect {
        let Some(listed) = self.room.chosen() else { return Effect::None };
        let more = typed.split([' ', ',']).map(str::to_owned);
        let before = listed.entry.tags.clone();
        let tags: Vec<String> = before.iter().cloned().chain(more).collect();
        let id = listed.entry.id;
        Effect::write("", move |store| crate::ops::set_tags(store, id, &before, &tags))
    }

    /// `/gör till utmaning`: the kind by its name; without such a name the list of kinds.
    fn convert_chosen(&mut self, typed: &str, ctx: &Ctx) -> Effect {
        let lang = ctx.look.words.lang;
        let kind =
            entry_verbs::all_kinds().into_iter().find(|kind| fold(labels::kind(lang, *kind)) == fold(typed));
        match (kind, self.room.chosen()) {
            (Some(kind), Some(listed)) => {
                let name = self.room.name(&listed.entry);
                entry_verbs::make(listed.entry.id, &name, kind, ctx.look.words)
            }
            _ => Effect::Run(Command::Convert),
        }
    }

    /// `/ansvarig Amina Berg <fre`: as in a line.
    fn assign_chosen(&mut self, typed: &str, ctx: &Ctx) -> Outcome {
        let marker = if typed.starts_with(['@', '<', '^']) { "" } else { "@" };
        let headings = self.room.headings();
        let context = self.pen.context(&self.room, &headings, ctx.clock.today());
        let read = pen::parse(&format!(">> x {marker}{typed}"), &context);
        Ok(match (read, self.room.chosen()) {
            (Ok(Meaning::Entry(line)), Some(listed)) if line.text == "x" => {
                let id = listed.entry.id;
                let before = Seen::now(ctx.store, Assignment::of(&listed.entry))?;
                let after = Assignment {
                    owner: line.owner.or_else(|| before.value.owner.clone()),
                    due: line.due.or_else(|| before.value.due.clone()),
                };
                Effect::write(ctx.look.words.round_table.done.assigned, move |store| {
                    crate::ops::assign(store, id, &before, after)
                })
            }
            _ => Effect::Run(Command::Assign),
        })
    }
}
