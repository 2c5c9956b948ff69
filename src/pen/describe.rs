//! What a line will become, in one line of words: "åtagande · Amina Berg · torsdag 5 mars". All words come from `i18n`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Answer, Context, Line, Meaning, Refusal, Remark};
use crate::i18n::dates::Doubt;
use crate::i18n::vocabulary::{fold, pen::COMMANDS};
use crate::i18n::{Words, format, labels};
use crate::model::calendar::{eve, red_day};
use crate::model::{Coded, Due, Precision};

/// What a line will become, or why it is not taken. Empty where it means nothing.
pub fn describe(meaning: &Result<Meaning, Refusal>, context: &Context<'_>, words: &Words) -> String {
    let pen = &words.pen;
    match meaning {
        Ok(Meaning::Nothing) => String::new(),
        Ok(Meaning::Entry(line)) => entry(line, context, words),
        Ok(Meaning::Response(answer)) => response(answer, context, words),
        Ok(Meaning::Continue(_)) => pen.continues.to_owned(),
        Ok(Meaning::Section(heading)) => {
            match context.headings.iter().find(|known| fold(known) == fold(heading)) {
                Some(known) => (pen.goes_to_section)(known),
                None => (pen.makes_section)(heading),
            }
        }
        Ok(Meaning::Correct { from, to }) if to.is_empty() => (pen.strikes)(from),
        Ok(Meaning::Correct { from, to }) => (pen.corrects)(from, to),
        Ok(Meaning::Command(verb, argument)) => {
            let row = COMMANDS.iter().find(|(code, _)| *code == verb.code());
            let name = row.and_then(|(_, names)| names.first()).copied().unwrap_or_default();
            let parts = [pen.command, &format!("/{name}"), argument];
            parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
        }
        Err(Refusal::UnknownCommand { name, nearest }) => (pen.unknown_command)(name, *nearest),
        Err(Refusal::NoWords) => pen.no_words.to_owned(),
        Err(Refusal::NothingToCorrect) => pen.nothing_to_correct.to_owned(),
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

fn response(answer: &Answer, context: &Context<'_>, words: &Words) -> String {
    let kind = labels::response_kind(words.lang, answer.kind);
    let mut parts = vec![format!("{} ({kind})", words.pen.response)];
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
    remarks: &[Remark],
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
        Remark::Date(Doubt::Weekday { said, is }) => {
            let date = format::long_date(words.lang, due?.day);
            Some((words.pen.other_weekday)(&date, weekday(*is, words), weekday(*said, words)))
        }
        Remark::Date(Doubt::Ambiguous(other)) => Some((words.pen.ambiguous)(&day(*other))),
        // The date itself shows the year that was taken.
        Remark::Date(Doubt::NoYear) => None,
        Remark::NoSuchDay(date) => Some((words.pen.no_such_day)(date)),
    }));
    parts
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
