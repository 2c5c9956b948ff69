//! The forms in which a meeting is created and edited. They read dates and times as people write them.

use crate::i18n::{Words, dates, format, labels, templates};
use crate::minutes::read::signers::signers;
use crate::model::history::Entity;
use crate::model::id::MeetingId;
use crate::model::{Coded, Due, Meeting, MeetingKind, Signature, TimeSpan};
use crate::ops::{self, NewMeeting, NewSection, ProgrammeChoice, Seen};
use crate::store::{meeting, programme, section};
use crate::ui::context::Ctx;
use crate::ui::dialogs::form::{Echo, FieldRefusal, Form, FormField, SeenValues};
use crate::ui::dialogs::programme_form;
use crate::ui::draft::FormAt;
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::place::Place;

use chrono::NaiveDate;

/// Where the sections of a new meeting come from, by the codes of the form.
const FROM_KIND: &str = "kind";
const FROM_LATEST: &str = "latest";
const FROM_NOTHING: &str = "none";

/// The fields of a meeting that is there which hold texts, and their columns.
const TEXTS: &[(usize, &str)] = &[
    (0, "title"),
    (2, "date"),
    (3, "time"),
    (4, "place"),
    (5, "audience"),
    (6, "tables"),
    (7, "reference"),
    (8, "signoff"),
    (10, "programme"),
];

/// Whether the meeting is written with names, by the codes of the form.
const NAMED: &str = "named";
const NAMELESS: &str = "nameless";

/// Opens the form of a new meeting with this title, which may be empty; when it is created one goes there.
pub fn new(title: &str, ctx: &Ctx) -> Outcome {
    let words = ctx.look.words;
    let fields = &words.meetings.fields;
    let latest = meeting::current(ctx.store, ctx.look.now.date())?;
    let mut from: Vec<(String, String)> = [FROM_KIND, FROM_LATEST, FROM_NOTHING]
        .into_iter()
        .zip(words.meetings.sections_from)
        .map(|(code, label)| (code.to_owned(), label.to_owned()))
        .collect();
    from.retain(|(code, _)| latest.is_some() || code != FROM_LATEST);
    let kind = latest.as_ref().map(|latest| latest.kind).filter(|kind| MeetingKind::ALL.contains(kind));
    let kind = kind.unwrap_or(MeetingKind::RoundTable);
    let tables = latest.as_ref().map_or(0, |latest| latest.tables);
    let latest = latest.map(|latest| section::list(ctx.store, latest.id)).transpose()?.unwrap_or_default();
    let latest: Vec<NewSection> = latest
        .into_iter()
        .filter(|section| !section.heading.is_empty())
        .map(|section| NewSection { heading: section.heading, kind: section.kind, intro: section.intro })
        .collect();
    let headings = latest.clone();
    let usual = programme::own(ctx.store)?.map(|programme| programme.name).unwrap_or_default();
    let help = if usual.is_empty() { words.programmes.help } else { words.programmes.usual_help };
    let programme = programme_form::field(ctx.store, usual, help, words)?;
    let form = Form::new(
        words.meetings.new_meeting,
        vec![
            FormField::text(fields.title, title),
            kind_field(words, kind),
            FormField::text(fields.date, ctx.look.now.date().to_string()).help(fields.date_help).date(day_of),
            time_field(words, ""),
            FormField::text(fields.place, ""),
            FormField::text(fields.audience, ""),
            tables_field(words, tables),
            FormField::pick(fields.sections, from, FROM_KIND).help(fields.pick_help).echo(
                move |from, values, look| {
                    let headings = sections(from, values, &headings, look.words);
                    let headings: Vec<&str> = headings.iter().map(|section| &*section.heading).collect();
                    (!headings.is_empty()).then(|| Echo::Reads(headings.join(" · ")))
                },
            ),
            names_field(words, false),
            programme,
        ],
    );
    let form = form.kept_as(FormAt::NewMeeting).on_submit(move |values, ctx| {
        let new = read_new(values, &latest, ctx)?;
        let said = ctx.look.words.meetings.said.created;
        Ok(Write::new(said, move |store| ops::create_meeting(store, new)))
    });
    Ok(Effect::ask_plain(form, |answer, _| {
        let DialogAnswer::Saved(changes) = answer else { return Ok(Effect::None) };
        let created = changes.first(Entity::Meeting).map(MeetingId);
        Ok(created.map_or(Effect::None, |id| Effect::GoTo(Place::Meeting(id))))
    }))
}

/// The form of a meeting that is there.
///
/// # Errors
/// Where the file cannot be read.
pub fn edit(meeting: &Meeting, ctx: &Ctx) -> Result<Form, UiError> {
    let words = ctx.look.words;
    // As it is now: the row that is shown may be older.
    let before = Seen::read(ctx.store, |store| {
        Ok(meeting::get(store, meeting.id)?.unwrap_or_else(|| meeting.clone()))
    })?;
    let form = Form::new(words.meetings.edit_meeting, of_meeting(&before.value, ctx)?);
    let seen = SeenValues::new(meeting.id.0, before.held.clone(), TEXTS, form.values());
    Ok(form.kept_as(FormAt::Meeting(meeting.id.0)).on_submit(move |typed, ctx| {
        let now = meeting::get(ctx.store, before.value.id).ok().flatten();
        let now = now.unwrap_or_else(|| before.value.clone());
        let fields = of_meeting(&now, ctx).unwrap_or_default();
        let stored: Vec<String> = fields.iter().map(FormField::value).collect();
        let values = seen.see_again(&stored, typed, ctx)?;
        let after = read_edited(&values, &stored, &now, ctx)?;
        let said = ctx.look.words.meetings.said.changed;
        let programme = (values.get(10) != stored.get(10)).then(|| value(&values, 10).to_owned());
        let before = before.clone().map(|_| now);
        Ok(Write::new(said, move |store| ops::edit_meeting_in(store, &before, &after, programme.as_deref())))
    }))
}

/// The fields of a meeting that is there.
fn of_meeting(meeting: &Meeting, ctx: &Ctx) -> Result<Vec<FormField>, UiError> {
    let words = ctx.look.words;
    let fields = &words.meetings.fields;
    let date = meeting.date.map(|date| date.to_string()).unwrap_or_default();
    let time = meeting.time.map(|time| time.to_string()).unwrap_or_default();
    let programme = programme_form::name(ctx.store, meeting.programme)?;
    Ok(vec![
        FormField::text(fields.title, meeting.title.as_str()),
        kind_field(words, meeting.kind),
        FormField::text(fields.date, date).help(fields.date_help).date(day_of),
        time_field(words, &time),
        FormField::text(fields.place, meeting.place.as_str()),
        FormField::text(fields.audience, meeting.audience.as_str()),
        tables_field(words, meeting.tables),
        FormField::text(fields.reference, meeting.reference.as_str()),
        FormField::list(fields.signoff, &signatures(&meeting.signoff), ';').help(fields.signoff_help),
        names_field(words, meeting.nameless),
        programme_form::field(ctx.store, programme, words.programmes.help, words)?,
    ])
}

/// The choice whether the meeting is written with names.
fn names_field(words: &Words, nameless: bool) -> FormField {
    let fields = &words.meetings.fields;
    let options = [NAMED, NAMELESS].into_iter().zip(words.meetings.with_names);
    let options = options.map(|(code, label)| (code.to_owned(), label.to_owned())).collect();
    let now = if nameless { NAMELESS } else { NAMED };
    FormField::pick(fields.names, options, now).help(fields.names_help)
}

/// The time of day; while it is typed it is said where it cannot be read.
fn time_field(words: &Words, time: &str) -> FormField {
    let fields = &words.meetings.fields;
    FormField::text(fields.time, time).help(fields.time_help).echo(|text, _, look| {
        let is_read = text.is_empty() || time_of(text).is_some();
        (!is_read).then(|| Echo::Warns(look.words.meetings.refused.time.to_owned()))
    })
}

/// How many tables; the same is said of them.
fn tables_field(words: &Words, tables: u16) -> FormField {
    let fields = &words.meetings.fields;
    FormField::text(fields.tables, tables.to_string()).help(fields.tables_help).echo(|text, _, look| {
        tables_of(text).is_none().then(|| Echo::Warns(look.words.meetings.refused.tables.to_owned()))
    })
}

fn kind_field(words: &Words, kind: MeetingKind) -> FormField {
    let labelled = |kind: MeetingKind| (kind.code(), labels::meeting_kind(words.lang, kind));
    let options = MeetingKind::ALL.iter().map(|kind| labelled(*kind));
    let options = options.map(|(code, label)| (code.to_owned(), label.to_owned())).collect();
    FormField::pick_or_keep(words.meetings.fields.kind, options, labelled(kind))
        .help(words.meetings.fields.pick_help)
}

/// The value of a field.
fn value(values: &[String], field: usize) -> &str {
    values.get(field).map_or("", String::as_str)
}

fn read_new(values: &[String], latest: &[NewSection], ctx: &Ctx) -> Result<NewMeeting, FieldRefusal> {
    let title = read_title(values, ctx)?;
    let kind = MeetingKind::from_code(value(values, 1)).unwrap_or(MeetingKind::RoundTable);
    Ok(NewMeeting {
        date: read_date(values, ctx)?,
        time: read_time(values, ctx)?,
        place: value(values, 4).to_owned(),
        audience: value(values, 5).to_owned(),
        tables: read_tables(values, ctx)?,
        programme: ProgrammeChoice::Named(value(values, 9).to_owned()),
        nameless: value(values, 8) == NAMELESS,
        sections: sections(value(values, 7), values, latest, ctx.look.words),
        ..NewMeeting::from_template(title, kind, Vec::new())
    })
}

/// The sections that a new meeting gets from the kind that is chosen, from the latest meeting, or from nothing.
fn sections(from: &str, values: &[String], latest: &[NewSection], words: &Words) -> Vec<NewSection> {
    match from {
        FROM_LATEST => latest.to_vec(),
        FROM_NOTHING => Vec::new(),
        _ => {
            let kind = MeetingKind::from_code(value(values, 1)).unwrap_or(MeetingKind::RoundTable);
            let template = templates::sections(words.lang, kind);
            NewMeeting::from_template(String::new(), kind, template).sections
        }
    }
}

/// The day that is written as a meeting's date.
fn day_of(text: &str, today: NaiveDate) -> Option<Due> {
    Some(Due::on(dates::read(text, Some(today)).ok()?.due.day))
}

/// The meeting with the fields that differ from those `shown`. What is left is left, however the field shows it.
fn read_edited(
    values: &[String],
    shown: &[String],
    before: &Meeting,
    ctx: &Ctx,
) -> Result<Meeting, FieldRefusal> {
    let typed = |field: usize| values.get(field) != shown.get(field);
    let text = |field: usize, before: &String| {
        if typed(field) { value(values, field).to_owned() } else { before.clone() }
    };
    let nameless = value(values, 9) == NAMELESS;
    let signoff = if typed(8) { read_signatures(value(values, 8)) } else { before.signoff.clone() };
    if nameless && ops::has_new_signature(&before.signoff, &signoff) {
        return Err((8, ctx.look.words.meetings.refused.signoff.to_owned()).into());
    }
    Ok(Meeting {
        title: if typed(0) { read_title(values, ctx)? } else { before.title.clone() },
        kind: MeetingKind::from_code(value(values, 1)).unwrap_or(before.kind),
        date: if typed(2) { read_date(values, ctx)? } else { before.date },
        time: if typed(3) { read_time(values, ctx)? } else { before.time },
        place: text(4, &before.place),
        audience: text(5, &before.audience),
        tables: if typed(6) { read_tables(values, ctx)? } else { before.tables },
        reference: text(7, &before.reference),
        nameless,
        signoff,
        ..before.clone()
    })
}

fn read_title(values: &[String], ctx: &Ctx) -> Result<String, FieldRefusal> {
    match value(values, 0) {
        "" => Err((0, ctx.look.words.meetings.refused.title.to_owned()).into()),
        title => Ok(title.to_owned()),
    }
}

fn read_date(values: &[String], ctx: &Ctx) -> Result<Option<NaiveDate>, FieldRefusal> {
    let text = value(values, 2);
    if text.is_empty() {
        return Ok(None);
    }
    let day = day_of(text, ctx.look.now.date());
    day.map(|due| Some(due.day)).ok_or_else(|| (2, ctx.look.words.meetings.refused.date.to_owned()).into())
}

fn read_time(values: &[String], ctx: &Ctx) -> Result<Option<TimeSpan>, FieldRefusal> {
    let text = value(values, 3);
    if text.is_empty() {
        return Ok(None);
    }
    time_of(text).map(Some).ok_or_else(|| (3, ctx.look.words.meetings.refused.time.to_owned()).into())
}

fn read_tables(values: &[String], ctx: &Ctx) -> Result<u16, FieldRefusal> {
    let refusal = || (6, ctx.look.words.meetings.refused.tables.to_owned()).into();
    tables_of(value(values, 6)).ok_or_else(refusal)
}

fn time_of(text: &str) -> Option<TimeSpan> {
    dates::read_time(text).or_else(|| dates::read_time(&format!("kl. {text}")))
}

fn tables_of(text: &str) -> Option<u16> {
    let tables = if text.is_empty() { Some(0) } else { text.parse().ok() };
    tables.filter(|tables| *tables < 1000)
}

/// Those who sign, each as `Namn, titel`.
fn signatures(signoff: &[Signature]) -> Vec<String> {
    let one = |Signature { name, role }: &Signature| match role.as_str() {
        "" => name.clone(),
        role => format!("{name}, {role}"),
    };
    signoff.iter().map(one).collect()
}

/// Reads what [`signatures`] writes, with semicolons between them, and several names between commas as several
/// signatures.
fn read_signatures(text: &str) -> Vec<Signature> {
    text.split(';').map(str::trim).filter(|one| !one.is_empty()).flat_map(|one| signers(one, "")).collect()
}

/// A meeting's day as a list shows it.
pub fn day(meeting: &Meeting, words: &Words, today: NaiveDate) -> String {
    let day = meeting.date.map(|date| format::short_date(words.lang, date, today));
    day.unwrap_or_else(|| words.meetings.no_date.to_owned())
}
