//! What an entry can become and where it can go: the box of it, and the questions where to. All that are marked become
//! it or go there, in one step.

use crate::i18n::{Words, format, labels};
use crate::model::id::{EntryId, MeetingId, SectionId};
use crate::model::{Kind, Meeting};
use crate::ops::line::{bodies, typed_number};
use crate::ops::{self, Refused};
use crate::pen;
use crate::speech;
use crate::store::section::CountedSection;
use crate::store::{self, StoreError};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::dialogs::form::{Form, FormField};
use crate::ui::dialogs::refile::{MOST_NUMBERED, Refile, RefileKey, RefileKind};
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::lists::entry_targets::{Targets, persons_for};

/// The commands behind the letters of the box, in their order.
const LETTERS: [Command; 6] = [
    Command::Park,
    Command::MoveTo,
    Command::MoveToTable,
    Command::MoveToRound,
    Command::MoveToMeeting,
    Command::SetSpeaker,
];

/// The box of what entries can become and where they can go.
pub(super) fn turn(targets: Targets, ctx: &Ctx) -> Outcome {
    let words = ctx.look.words;
    let kinds = Kind::all();
    let row = |kind: &Kind| RefileKind {
        markers: pen::markers(*kind),
        label: labels::kind(words.lang, *kind).to_owned(),
    };
    let now = targets.common(|entry| entry.kind.code());
    let at = kinds.iter().position(|kind| Some(kind.code()) == now);
    let shown = words.refile.entry.iter().zip(LETTERS).map(|((key, label), command)| RefileKey {
        key: *key,
        label,
        takes_number: command != Command::Park,
    });
    let keys: Vec<RefileKey> = shown.collect();
    let letters: Vec<String> = keys.iter().map(|letter| letter.key.to_string()).collect();
    let key_of = |command: Command| {
        let at = LETTERS.iter().position(|letter| *letter == command).unwrap_or(0);
        keys.get(at).map_or(' ', |letter| letter.key)
    };
    let (to_section, to_speaker) = (key_of(Command::MoveTo), key_of(Command::SetSpeaker));
    let sections = sections_of(&targets, ctx)?.into_iter().flatten();
    let speakers = speakers_of(&targets, ctx)?.into_iter().flatten();
    let list = Refile::new((words.refile.title)(&targets.asked), kinds.iter().map(row).collect(), keys, at)
        .or_digit()
        .numbering(to_section, sections.map(|counted| counted.section.heading))
        .numbering(to_speaker, speakers);
    let (ids, name) = (targets.ids(), targets.name);
    Ok(Effect::ask_plain(list, move |answer, ctx| {
        let at = match answer {
            DialogAnswer::Choice(at) => at,
            // A number, by itself that of a table.
            DialogAnswer::Form(typed) => {
                let number = typed.first().map_or("", String::as_str);
                let letter = letters.iter().position(|letter| Some(letter) == typed.get(1));
                let command = letter.map_or(Command::MoveToTable, |at| LETTERS[at]);
                return go(command, Targets::read(&ids, ctx)?, number, ctx);
            }
            _ => return Ok(Effect::None),
        };
        if let Some(kind) = kinds.get(at) {
            return Ok(make(ids, &name, *kind, ctx.look.words));
        }
        match at.checked_sub(kinds.len()).and_then(|at| LETTERS.get(at)) {
            Some(command) => go(*command, Targets::read(&ids, ctx)?, "", ctx),
            None => Ok(Effect::None),
        }
    }))
}

/// Whether a command takes entries to another place.
pub fn moves(command: Command) -> bool {
    LETTERS.contains(&command)
}

/// Makes entries another kind.
pub fn make(ids: Vec<EntryId>, name: &str, kind: Kind, words: &Words) -> Effect {
    if kind.same_kind(Kind::PARKED) {
        return park(ids, name, words);
    }
    let said = (words.work.verbs.converted)(name, ids.len(), labels::kind(words.lang, kind));
    Effect::write(said, move |store| ops::convert(store, &ids, kind))
}

/// Takes entries where a command says, or asks where to, with a number that may be begun; [`Effect::Pass`] for a
/// command that does not.
pub(super) fn go(command: Command, targets: Targets, begun: &str, ctx: &Ctx) -> Outcome {
    Ok(match command {
        Command::Park => park(targets.ids(), &targets.name, ctx.look.words),
        Command::MoveTo => to_section(targets, begun, ctx)?,
        Command::MoveToTable => to_table(targets, begun, ctx)?,
        Command::MoveToRound => to_round(targets, begun, ctx),
        Command::MoveToMeeting => to_meeting(targets, begun, ctx)?,
        Command::SetSpeaker => to_speaker(targets, begun, ctx)?,
        _ => Effect::Pass,
    })
}

/// Puts entries aside.
fn park(ids: Vec<EntryId>, name: &str, words: &Words) -> Effect {
    let said = (words.refile.parked)(name);
    Effect::write(said, move |store| ops::park(store, &ids))
}

/// The only meeting of entries; `None` where they are of several.
fn meeting_of(targets: &Targets) -> Option<MeetingId> {
    targets.common(|entry| entry.meeting)
}

/// The sections of the only meeting of entries; `None` where they are of several.
fn sections_of(targets: &Targets, ctx: &Ctx) -> Result<Option<Vec<CountedSection>>, StoreError> {
    meeting_of(targets).map(|meeting| store::section::counted(ctx.store, meeting)).transpose()
}

/// Asks which section of their meeting entries go to.
fn to_section(targets: Targets, begun: &str, ctx: &Ctx) -> Outcome {
    let words = &ctx.look.words.refile;
    let Some(sections) = sections_of(&targets, ctx)? else {
        return Ok(Effect::Notice(words.several_meetings.to_owned()));
    };
    let item = |(number, counted): (u16, &CountedSection)| {
        let note = counted.entries.to_string();
        ChoiceItem::new(counted.section.heading.clone()).number(number).note(note)
    };
    let items = (1..).zip(&sections).map(item).collect();
    let now = targets.common(|entry| entry.section);
    let at = sections.iter().position(|counted| Some(counted.section.id) == now).unwrap_or(0);
    let list = Choice::new((words.section)(&targets.asked), items).at(at).by_number();
    ask(list, begun, ctx, move |answer, ctx| {
        let DialogAnswer::Choice(at) = answer else { return Ok(Effect::None) };
        let Some(counted) = sections.get(at) else { return Ok(Effect::None) };
        Ok(into_section(targets.ids(), &targets.name, (counted.section.id, &counted.section.heading), ctx))
    })
}

/// Asks which row of a numbered list is meant, unless the number that is begun says it.
fn ask(
    list: Choice,
    begun: &str,
    ctx: &Ctx,
    step: impl FnOnce(DialogAnswer, &Ctx) -> Outcome + Send + 'static,
) -> Outcome {
    let list = list.begun(begun);
    match list.numbered() {
        Some(at) => step(DialogAnswer::Choice(at), ctx),
        None => Ok(Effect::ask_plain(list, step)),
    }
}

/// Moves entries to a section.
pub fn into_section(
    ids: Vec<EntryId>,
    name: &str,
    (section, heading): (SectionId, &str),
    ctx: &Ctx,
) -> Effect {
    let said = (ctx.look.words.refile.in_section)(name, heading);
    Effect::write(said, move |store| ops::move_to_section(store, &ids, section))
}

/// Asks at which table entries were said; the number may be begun.
fn to_table(targets: Targets, begun: &str, ctx: &Ctx) -> Outcome {
    let words = ctx.look.words;
    let mut most = 0;
    for entry in &targets.entries {
        let meeting = store::meeting::get(ctx.store, entry.meeting)?;
        let used = store::entry::per_table(ctx.store, entry.section)?;
        let counted = meeting.map_or(0, |meeting| meeting.tables);
        most = most.max(counted).max(used.iter().map(|(table, _)| *table).max().unwrap_or(0));
    }
    let title = (words.refile.table)(&targets.asked);
    let now = targets.common(|entry| entry.provenance.table);
    if most == 0 {
        let form = (title, words.round_table.tables_one, words.round_table.unknown_table);
        return Ok(ask_number(form, begun, (targets.ids(), targets.name), at_table, ctx));
    }
    let mut items: Vec<ChoiceItem> =
        (1..=most).map(|table| ChoiceItem::new((words.round_table.table)(table)).number(table)).collect();
    items.push(ChoiceItem::new(words.round_table.no_table).number(0));
    let at = match now {
        Some(Some(table)) => usize::from(table.saturating_sub(1)),
        Some(None) => items.len() - 1,
        None => 0,
    };
    let (ids, name) = (targets.ids(), targets.name);
    let list = Choice::new(title, items).at(at).by_number();
    ask(list, begun, ctx, move |answer, ctx| {
        let DialogAnswer::Choice(at) = answer else { return Ok(Effect::None) };
        let table = u16::try_from(at + 1).ok().filter(|table| *table <= most);
        Ok(at_table(ids, &name, table, ctx).into())
    })
}

/// Says at which table entries were said.
pub fn at_table(ids: Vec<EntryId>, name: &str, table: Option<u16>, ctx: &Ctx) -> Write {
    let said = (ctx.look.words.refile.at_table)(name, table);
    Write::new(said, move |store| ops::move_to_table(store, &ids, table))
}

/// Asks in which round entries were said.
fn to_round(targets: Targets, begun: &str, ctx: &Ctx) -> Effect {
    let words = &ctx.look.words.refile;
    let form = ((words.in_which_round)(&targets.asked), words.round, words.unknown_round);
    ask_number(form, begun, (targets.ids(), targets.name), in_round, ctx)
}

/// Says in which round entries were said.
pub fn in_round(ids: Vec<EntryId>, name: &str, round: Option<u16>, ctx: &Ctx) -> Write {
    let said = (ctx.look.words.refile.in_round)(name, round);
    Write::new(said, move |store| ops::move_to_round(store, &ids, round))
}

fn ask_number(
    (title, label, unknown): (String, &str, fn(&str) -> String),
    begun: &str,
    (ids, name): (Vec<EntryId>, String),
    write: fn(Vec<EntryId>, &str, Option<u16>, &Ctx) -> Write,
    ctx: &Ctx,
) -> Effect {
    let field = FormField::text(label, "").help(ctx.look.words.refile.number_help).typed(begun);
    Effect::open(Form::new(title, vec![field]).on_submit(move |values, ctx| {
        let typed = values.first().map_or("", String::as_str);
        let number = typed_number(typed).map_err(|typed| (0, unknown(typed)))?;
        Ok(write(ids.clone(), &name, number, ctx))
    }))
}

/// Asks which meeting entries go to: the latest first.
fn to_meeting(targets: Targets, begun: &str, ctx: &Ctx) -> Outcome {
    let words = &ctx.look.words.refile;
    let now = meeting_of(&targets);
    let mut meetings = store::meeting::list(ctx.store)?;
    meetings.retain(|meeting| Some(meeting.id) != now);
    if meetings.is_empty() {
        return Ok(Effect::Notice(words.only_meeting.to_owned()));
    }
    ask_meeting(targets.ids(), (&targets.asked, targets.name), meetings, begun, ctx)
}

/// Asks which of these meetings entries go to, by what they are called before that and afterwards.
pub fn ask_meeting(
    ids: Vec<EntryId>,
    (asked, name): (&str, String),
    meetings: Vec<Meeting>,
    begun: &str,
    ctx: &Ctx,
) -> Outcome {
    let list = Choice::new((ctx.look.words.refile.meeting)(asked), meeting_items(&meetings, ctx)).by_number();
    ask(list, begun, ctx, move |answer, ctx| {
        let DialogAnswer::Choice(at) = answer else { return Ok(Effect::None) };
        Ok(meetings.get(at).map_or(Effect::None, |meeting| into_meeting(ids, &name, meeting, ctx)))
    })
}

/// Meetings as rows of a list, with their days.
fn meeting_items(meetings: &[Meeting], ctx: &Ctx) -> Vec<ChoiceItem> {
    let (lang, today) = (ctx.look.words.lang, ctx.clock.today());
    let day = |meeting: &Meeting| {
        meeting.date.map(|date| format::short_date(lang, date, today)).unwrap_or_default()
    };
    let item = |(number, meeting): (u16, &Meeting)| {
        ChoiceItem::new(meeting.title.clone()).number(number).note(day(meeting))
    };
    (1..).zip(meetings).map(item).collect()
}

/// Moves entries to a meeting.
pub fn into_meeting(ids: Vec<EntryId>, name: &str, meeting: &Meeting, ctx: &Ctx) -> Effect {
    let said = (ctx.look.words.refile.in_meeting)(name, &meeting.title);
    let meeting = meeting.id;
    Effect::write(said, move |store| ops::move_to_meeting(store, &ids, meeting))
}

/// Who may have said entries: those of their meetings first, then the register. `None` where the meeting is written
/// without names.
fn speakers_of(targets: &Targets, ctx: &Ctx) -> Result<Option<Vec<String>>, StoreError> {
    let Some(register) = persons_for(targets, ctx)? else { return Ok(None) };
    let mut names: Vec<String> = Vec::new();
    let mut seen: Vec<MeetingId> = Vec::new();
    for entry in &targets.entries {
        if !seen.contains(&entry.meeting) {
            seen.push(entry.meeting);
            names.extend(store::entry::names(ctx.store, entry.meeting)?);
        }
    }
    for name in register {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(Some(names))
}

/// Asks who said entries, or answers for them. A name that nobody has is asked about in a form.
fn to_speaker(targets: Targets, begun: &str, ctx: &Ctx) -> Outcome {
    let words = &ctx.look.words.refile;
    let (Some(names), Some(register)) = (speakers_of(&targets, ctx)?, persons_for(&targets, ctx)?) else {
        return Ok(without_names(targets, ctx));
    };
    let nobody = ChoiceItem::new(words.nobody).number(0);
    // Only so many have a number that one digit is an answer.
    let known = (1..).zip(&names).map(|(number, name)| {
        let item = ChoiceItem::new(name.clone());
        if number <= MOST_NUMBERED { item.number(number) } else { item }
    });
    let items = known.chain([nobody]).collect();
    let list = Choice::new((words.speaker)(&targets.asked), items).by_number().or_typed(words.new_name);
    let (ids, Targets { asked, name, .. }) = (targets.ids(), targets);
    ask(list, begun, ctx, move |answer, ctx| match answer {
        DialogAnswer::Choice(at) => Ok(said_by(ids, &name, names.get(at).cloned(), ctx).into()),
        DialogAnswer::Form(typed) => Ok(ask_name(ids, (&asked, name), &typed.concat(), register, ctx)),
        _ => Ok(Effect::None),
    })
}

/// In a meeting that is written without names one can only take a name away.
fn without_names(targets: Targets, ctx: &Ctx) -> Effect {
    let words = ctx.look.words;
    let why = speech::refused(&Refused::Nameless, words).to_string();
    if targets.entries.iter().all(|entry| entry.owner.is_none() && entry.speaker.is_none()) {
        return Effect::Notice(why);
    }
    let nobody = ChoiceItem::new(words.refile.nobody).number(0);
    let list = Choice::new((words.refile.speaker)(&targets.asked), vec![nobody]).by_number();
    let (ids, name) = (targets.ids(), targets.name);
    Effect::ask_plain(list, move |answer, ctx| match answer {
        DialogAnswer::Choice(_) => Ok(said_by(ids, &name, None, ctx).into()),
        _ => Ok(Effect::None),
    })
}

/// The form for a name that is not in the register; it asks whether that is a slip.
pub fn ask_name(
    ids: Vec<EntryId>,
    (asked, name): (&str, String),
    typed: &str,
    register: Vec<String>,
    ctx: &Ctx,
) -> Effect {
    let words = &ctx.look.words.refile;
    let bodies = bodies(ctx.store).unwrap_or_default();
    let field = FormField::person(words.name, "", register).or_bodies(bodies).typed(typed);
    Effect::open(Form::new((words.speaker)(asked), vec![field]).on_submit(move |values, ctx| {
        let who = values.first().map(|name| name.trim().trim_start_matches('@').to_owned());
        Ok(said_by(ids.clone(), &name, who.filter(|who| !who.is_empty()), ctx))
    }))
}

/// Says who said entries, or answers for them.
pub fn said_by(ids: Vec<EntryId>, name: &str, who: Option<String>, ctx: &Ctx) -> Write {
    let said = (ctx.look.words.refile.said_by)(name, who.as_deref());
    Write::new(said, move |store| ops::set_speaker(store, &ids, who.as_deref()))
}
