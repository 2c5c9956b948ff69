//! What a line will become, in one line of words: "åtagande · Amina Berg · torsdag 5 mars". All words come from `i18n`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{
    Context, Fit, Line, LineRemark, Meaning, Refusal, ResponseLine, ResponseWords, Target, Verb, fit_heading,
};
use crate::i18n::dates::Doubt;
use crate::i18n::{Words, format, labels};
use crate::model::calendar::{eve, red_day};
use crate::model::{Due, Precision};

/// What a line will become, or why it is not taken. Empty where it means nothing.
pub fn describe(meaning: &Result<Meaning, Refusal>, context: &Context<'_>, words: &Words) -> String {
    let pen = &words.pen;
    let latest = context.latest.map(|target| called(target, words));
    let latest = latest.as_deref();
    match meaning {
        Ok(Meaning::Nothing) => String::new(),
        Ok(Meaning::Entry(line)) => entry(line, context, words),
        Ok(Meaning::Response(answer)) => response(answer, context, words),
        Ok(Meaning::Continue(_)) => latest.map_or(pen.nothing_to_continue.to_owned(), pen.continues),
        Ok(Meaning::Section(heading)) => section(heading, true, context, words),
        Ok(Meaning::Command(Verb::Section, heading)) if !heading.is_empty() => {
            section(heading, false, context, words)
        }
        Ok(Meaning::Correct { from, to }) => match (latest, context.latest) {
            (Some(latest), Some(target)) if !target.text.contains(from) => (pen.not_there)(from, latest),
            (Some(latest), _) if to.is_empty() => (pen.strikes)(from, latest),
            (Some(latest), _) => (pen.corrects)(from, to, latest),
            (None, _) => pen.no_entry_to_correct.to_owned(),
        },
        Ok(Meaning::Command(verb, argument)) => {
            let parts = [pen.command, &format!("/{}", verb.name(words.lang)), argument];
            parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
        }
        Err(refusal) => describe_refusal(refusal, words),
    }
}

/// Why a line is not understood, and what to do.
pub fn describe_refusal(refusal: &Refusal, words: &Words) -> String {
    let pen = &words.pen;
    match refusal {
        Refusal::UnknownCommand { name, nearest } => (pen.unknown_command)(name, *nearest),
        Refusal::NoWords => pen.no_words.to_owned(),
        Refusal::Named => pen.nameless.to_owned(),
        Refusal::NothingToCorrect => pen.nothing_to_correct.to_owned(),
    }
}

/// Where a heading leads. `makes` says whether one that is not there is made.
fn section(heading: &str, makes: bool, context: &Context<'_>, words: &Words) -> String {
    let pen = &words.pen;
    let named = |at: &usize| context.headings.get(*at).map(String::as_str).unwrap_or_default();
    match fit_heading(heading, context.headings) {
        Fit::One(at) => (pen.goes_to_section)(named(&at)),
        Fit::Several(fitting) => {
            (pen.several_sections)(heading, &fitting.iter().map(named).collect::<Vec<_>>())
        }
        Fit::None if heading.is_empty() => String::new(),
        Fit::None if makes => (pen.makes_section)(heading),
        Fit::None => (pen.no_section)(heading),
    }
}

/// The most words and characters of a text that name it.
const NAMED_BY: (usize, usize) = (5, 40);

/// What an entry or a response is called in a sentence: its number, if it has one, and its first words.
pub fn called(target: Target<'_>, words: &Words) -> String {
    let (most, longest) = NAMED_BY;
    let mut first: String = target.text.split_whitespace().take(most).collect::<Vec<_>>().join(" ");
    let mut is_cut = target.text.split_whitespace().nth(most).is_some();
    if first.chars().count() > longest {
        first = first.chars().take(longest).collect();
        first.truncate(first.trim_end().len());
        is_cut = true;
    }
    let quoted = (words.pen.quoted)(&first, is_cut);
    match target.number {
        number if target.is_response => (words.pen.response_to)(number, &quoted),
        "" => quoted,
        number => format!("{number} {quoted}"),
    }
}

fn entry(line: &Line, context: &Context<'_>, words: &Words) -> String {
    let mut parts = vec![labels::kind(words.lang, line.kind_in(context.section)).to_owned()];
    parts.extend(line.owner.clone());
    parts.extend(line.speaker.as_deref().map(words.pen.said_by));
    parts.extend(line.tags.iter().map(|tag| format!("#{tag}")));
    parts.extend(dated(line.due.as_ref(), line.choice, &line.remarks, context, words));
    parts.join(SEPARATOR)
}

/// What a response becomes that is being corrected: its kind and its date.
pub fn describe_response(response: &ResponseWords, context: &Context<'_>, words: &Words) -> String {
    let kind = labels::response_kind(words.lang, response.kind);
    let parts = [format!("{} ({kind})", words.pen.response)];
    let due = dated(response.due.as_ref(), None, &[], context, words);
    parts.into_iter().chain(due).collect::<Vec<_>>().join(SEPARATOR)
}

fn response(answer: &ResponseLine, context: &Context<'_>, words: &Words) -> String {
    let kind = labels::response_kind(words.lang, answer.kind);
    let mut what = format!("{} ({kind})", words.pen.response);
    if !context.challenges.is_empty() {
        what = format!("{what} {}", (words.pen.to_challenges)(context.challenges));
    }
    let mut parts = vec![what];
    parts.extend(answer.author.clone());
    parts.extend(dated(answer.due.as_ref(), answer.choice, &answer.remarks, context, words));
    parts.join(SEPARATOR)
}

/// Between the parts of a description.
const SEPARATOR: &str = " · ";

/// The due date, the calendar day that it was moved from, and what to look at.
fn dated(
    due: Option<&Due>,
    choice: Option<NaiveDate>,
    remarks: &[LineRemark],
    context: &Context<'_>,
    words: &Words,
) -> Vec<String> {
    let day = |day| near(day, context.today, words);
    let mut parts: Vec<String> = due.map(|due| in_words(due, context.today, words)).into_iter().collect();
    parts.extend(choice.map(|calendar| {
        let red = red_day(calendar).map(|day| labels::red_day(words.lang, day));
        let why = red.or_else(|| eve(calendar).map(|day| labels::eve(words.lang, day)));
        (words.pen.not_working)(&day(calendar), why)
    }));
    parts.extend(remarks.iter().filter_map(|remark| match remark {
        LineRemark::Date(Doubt::Weekday { said, is }) => {
            let date = format::long_date(words.lang, due?.day);
            Some((words.pen.other_weekday)(&date, weekday(*is, words), weekday(*said, words)))
        }
        LineRemark::Date(Doubt::Ambiguous(other)) => Some((words.pen.ambiguous)(&day(*other))),
        // The date itself shows the year that was taken.
        LineRemark::Date(Doubt::NoYear) => None,
        LineRemark::NoSuchDay(_) | LineRemark::NotADate(_) | LineRemark::Named => {
            describe_remark(remark, words)
        }
    }));
    parts
}

/// What there is to say of a date that is none, or of a name that is not taken; `None` for any other remark.
pub fn describe_remark(remark: &LineRemark, words: &Words) -> Option<String> {
    match remark {
        LineRemark::NoSuchDay(date) => Some((words.pen.no_such_day)(date)),
        LineRemark::NotADate(word) => Some((words.pen.not_a_date)(word)),
        LineRemark::Named => Some(words.pen.nameless.to_owned()),
        LineRemark::Date(_) => None,
    }
}

/// A due date with the precision it was named by.
fn in_words(due: &Due, today: NaiveDate, words: &Words) -> String {
    let with_year =
        |text: String, year: i32, this: i32| if year == this { text } else { format!("{text} {year}") };
    match due.precision {
        Precision::Day => near(due.day, today, words),
        Precision::Week => {
            let week = due.day.iso_week();
            with_year((words.pen.week)(week.week()), week.year(), today.iso_week().year())
        }
        Precision::Month => {
            with_year(format::month(words.lang, due.day).to_owned(), due.day.year(), today.year())
        }
    }
}

/// `torsdag 5 mars`, with the year where it is another than this.
fn near(day: NaiveDate, today: NaiveDate, words: &Words) -> String {
    let text = format::near_date(words.lang, day);
    if day.year() == today.year() { text } else { format!("{text} {}", day.year()) }
}

fn weekday(day: Weekday, words: &Words) -> &'static str {
    NaiveDate::from_isoywd_opt(2000, 1, day).map_or("", |date| format::weekday(words.lang, date))
}
