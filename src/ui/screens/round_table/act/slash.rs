//! The commands of the pen line: `/bord 3`. Most are commands of the program under the same name; those that take words
//! are here.

use crate::i18n::vocabulary::fold;
use crate::i18n::{format, labels};
use crate::model::id::EntryId;
use crate::model::{Entry, Kind, Meeting};
use crate::ops::line::{self, WordsTarget, fitting_meetings};
use crate::ops::{Assignment, Refused, Seen};
use crate::pen::{self, Destination, Fit, Verb};
use crate::speech;
use crate::store;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::line_effects;
use crate::ui::lists::{entry_refile, entry_verbs, response_verbs};
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
            verb => match entry_command(verb) {
                Some(command) => {
                    let words = ctx.look.words;
                    if let Some(why) = self.pen.refused_of_target(verb, argument, &self.room, words) {
                        return Ok(self.refuse(why));
                    }
                    return self.about_entry(command, argument, ctx);
                }
                None => line_effects::command(verb, argument),
            },
        };
        if self.pen.refused.is_none() {
            self.pen.clear();
            self.read_pen(ctx);
        }
        Ok(effect)
    }

    /// Does something to the entry that a command is about: the chosen one, otherwise one's own latest, which `+` and
    /// `=` mean too. What another laptop has written since is not meant.
    fn about_entry(&mut self, command: Command, argument: &str, ctx: &Ctx) -> Outcome {
        let targets = self.pen.targets.for_line();
        // A response is what is changed, where one is chosen or was given last, as the preview says.
        if self.room.marked.is_empty()
            && command != Command::Respond
            && let Some(WordsTarget::Response(given)) = &targets.words
        {
            self.pen.clear();
            self.read_pen(ctx);
            let kind = pen::response_kind(argument).filter(|_| command == Command::Convert);
            return match kind {
                Some(kind) => response_verbs::make(given.response.id, kind, ctx),
                // All that the preview names.
                None => self.act_on_given(command, given, ctx),
            };
        }
        let chosen = if self.room.walked { self.room.targets() } else { self.room.marked.to_vec() };
        let (latest, none) = if command == Command::Respond {
            (targets.challenges, ctx.look.words.pen.no_challenge)
        } else {
            let latest = targets.words.map(|words| words.entries().to_vec());
            (latest.unwrap_or_default(), ctx.look.words.round_table.no_own_entry)
        };
        let entries = if chosen.is_empty() { latest } else { chosen };
        if entries.is_empty() {
            return Ok(self.refuse(none));
        }
        if let Some(refusal) = entry_verbs::only_one(command, entries.len(), ctx.look.words) {
            return Ok(refusal);
        }
        let ids: Vec<EntryId> = entries.iter().map(|entry| entry.id).collect();
        if command == Command::Assign && !argument.is_empty() {
            // A line that is asked about or refused stays in the pen.
            let effect = self.assign(ids, argument, ctx)?;
            if self.pen.refused.is_none() {
                self.pen.clear();
                self.read_pen(ctx);
            }
            return Ok(effect);
        }
        if command == Command::MoveTo && !argument.is_empty() {
            return self.move_as_typed(&ids, &entries, argument, ctx);
        }
        self.pen.clear();
        self.read_pen(ctx);
        Ok(match command {
            // Where to is chosen in the box.
            Command::MoveTo => return self.act_on(Command::Convert, &entries, ctx),
            Command::Tag if !argument.is_empty() => tag(ids, argument),
            Command::Convert if !argument.is_empty() => match kind_called(argument, ctx) {
                Some(kind) => {
                    let name = entry_verbs::name_all(&entries, ctx)?.unwrap_or_default();
                    entry_verbs::make(ids, &name, kind, ctx.look.words)
                }
                None => return self.act_on(command, &entries, ctx),
            },
            _ => return self.act_on(command, &entries, ctx),
        })
    }

    /// `/flytta bord 4`, `/flytta möte Heja`, `/flytta Tips`: what is named is gone to at once; what is not there is
    /// refused in words, and a place without a name is asked for.
    fn move_as_typed(&mut self, ids: &[EntryId], entries: &[Entry], typed: &str, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let name = entry_verbs::name_all(entries, ctx)?.unwrap_or_default();
        let asked = entry_verbs::ask_about(entries, ctx)?.unwrap_or_default();
        let (to, typed) = pen::destination(typed);
        if typed.is_empty() {
            self.pen.clear();
            self.read_pen(ctx);
            return self.act_on(command_to(to), entries, ctx);
        }
        let effect = match to {
            Destination::Section => match pen::fit_heading(typed, &self.room.headings()) {
                Fit::One(at) => match self.room.sections.get(at) {
                    Some(counted) => {
                        let section = (counted.section.id, counted.section.heading.as_str());
                        entry_refile::into_section(ids.to_vec(), &name, section, ctx)
                    }
                    None => Effect::None,
                },
                Fit::None => return Ok(self.refuse((words.pen.no_section)(typed))),
                Fit::Several(fitting) => {
                    let headings = self.room.headings();
                    let named = fitting.iter().filter_map(|at| headings.get(*at)).map(String::as_str);
                    return Ok(self.refuse((words.pen.several_sections)(typed, &named.collect::<Vec<_>>())));
                }
            },
            Destination::Table => match line::typed_number(typed) {
                Ok(Some(table)) if self.is_beyond(table) => {
                    self.pen.clear();
                    self.read_pen(ctx);
                    let question = self.ask_beyond(ids.to_vec(), name, table, ctx);
                    return Ok(self.stay(ids, question));
                }
                Ok(table) => entry_refile::at_table(ids.to_vec(), &name, table, ctx).into(),
                Err(typed) => return Ok(self.refuse((words.round_table.unknown_table)(typed))),
            },
            Destination::Round => match line::typed_number(typed) {
                Ok(round) => entry_refile::in_round(ids.to_vec(), &name, round, ctx).into(),
                Err(typed) => return Ok(self.refuse((words.refile.unknown_round)(typed))),
            },
            Destination::Speaker if self.room.meeting.as_ref().is_some_and(|meeting| meeting.nameless) => {
                return Ok(self.refuse(speech::refused(&Refused::Nameless, words).to_string()));
            }
            Destination::Speaker => {
                let who = typed.trim_start_matches('@').trim_matches('"').replace('_', " ");
                let Some(who) = pen::known_name(&who, &self.room.names) else {
                    self.pen.clear();
                    self.read_pen(ctx);
                    let (called, names) = ((&*asked, name), self.room.names.clone());
                    let ask = entry_refile::ask_name(ids.to_vec(), called, &who, names, ctx);
                    return Ok(self.stay(ids, ask));
                };
                let who = who.to_owned();
                entry_refile::said_by(ids.to_vec(), &name, Some(who), ctx).into()
            }
            Destination::Meeting => {
                let meetings = store::meeting::list(ctx.store)?;
                match fitting_meetings(&meetings, typed).as_slice() {
                    [] => return Ok(self.refuse((words.round_table.unknown_meeting)(typed))),
                    [(_, meeting)] => entry_refile::into_meeting(ids.to_vec(), &name, meeting, ctx),
                    several => {
                        let meetings = several.iter().map(|(_, meeting)| (*meeting).clone()).collect();
                        entry_refile::ask_meeting(ids.to_vec(), (&asked, name), meetings, "", ctx)?
                    }
                }
            }
        };
        self.pen.clear();
        self.read_pen(ctx);
        let goes_away = matches!(to, Destination::Section | Destination::Meeting);
        Ok(if goes_away { effect } else { self.stay(ids, effect) })
    }

    /// The list of sections to go to.
    pub(super) fn ask_section(&mut self, ctx: &Ctx) -> Effect {
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

    /// `/ansvarig Amina Berg <fre`: as in a line; what is not written stays in each.
    fn assign(&mut self, ids: Vec<EntryId>, typed: &str, ctx: &Ctx) -> Outcome {
        let headings = self.room.headings();
        let context = self.pen.context(&self.room, &headings, ctx.clock.today());
        let assignment = match pen::assignment(typed, &context) {
            Ok(Some(assignment)) => assignment,
            Err(pen::Refusal::Named) => return Ok(self.refuse(ctx.look.words.pen.nameless)),
            _ => return Ok(self.refuse(ctx.look.words.round_table.who_and_when)),
        };
        let words = ctx.look.words;
        // A command says less of what it does than a line, so that a slip in it makes nobody by the way.
        let new = || {
            let name = pen::new_name(assignment.owner.as_ref()?, &context)?;
            Some((words.pen.look_first)(&(words.pen.becomes_new)(&name)))
        };
        if let Some(why) = pen::look_first(&assignment.remarks, words).or_else(new)
            && self.pen.refused.as_ref() != Some(&why)
        {
            return Ok(self.refuse(why));
        }
        self.pen.refused = None;
        let before = Seen::now(ctx.store, Assignment::default())?;
        let after = Assignment { owner: assignment.owner, due: assignment.due };
        let context = self.pen.context(&self.room, &headings, ctx.clock.today());
        let said = pen::describe_assignment(typed, &context, words);
        Ok(Effect::write((words.round_table.done.assigned)(&said), move |store| {
            crate::ops::assign(store, &ids, &before, &after)
        }))
    }
}

/// The command of the program for a command about an entry; `None` for any other.
fn entry_command(verb: Verb) -> Option<Command> {
    Some(match verb {
        Verb::Star => Command::Star,
        Verb::Unfinished => Command::Unfinished,
        Verb::Tag => Command::Tag,
        Verb::Edit => Command::Edit,
        Verb::Delete => Command::Delete,
        Verb::Convert => Command::Convert,
        Verb::Park => Command::Park,
        Verb::Move => Command::MoveTo,
        Verb::MakeAction => Command::MakeAction,
        Verb::Respond => Command::Respond,
        Verb::Assign => Command::Assign,
        _ => return None,
    })
}

/// What asks for a place of this sort.
fn command_to(to: Destination) -> Command {
    match to {
        Destination::Section => Command::MoveTo,
        Destination::Table => Command::MoveToTable,
        Destination::Round => Command::MoveToRound,
        Destination::Meeting => Command::MoveToMeeting,
        Destination::Speaker => Command::SetSpeaker,
    }
}

/// `/tagg skolan lärlingar`: more tags.
fn tag(ids: Vec<EntryId>, typed: &str) -> Effect {
    let tags: Vec<String> = typed.split([' ', ',']).map(str::to_owned).collect();
    Effect::write("", move |store| crate::ops::set_tags(store, &ids, &[], &tags))
}

/// `/gör till utmaning`: the kind of this name.
fn kind_called(typed: &str, ctx: &Ctx) -> Option<Kind> {
    let lang = ctx.look.words.lang;
    Kind::all().into_iter().find(|kind| fold(labels::kind(lang, *kind)) == fold(typed))
}
