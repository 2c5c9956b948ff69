//! What a line will become, in one line of words: "åtagande · Amina Berg · torsdag 5 mars". All words come from `i18n`.

use chrono::{NaiveDate, Weekday};

use super::{
    Context, Fit, Line, LineRemark, Meaning, Refusal, ResponseLine, ResponseWords, Target, Verb, assignment,
    fit_heading, left_dates, left_names,
};
use crate::i18n::dates::Doubt;
use crate::i18n::due::due_near;
use crate::i18n::vocabulary::{fold, folds_to};
use crate::i18n::{Words, format, labels};
use crate::model::calendar::{eve, red_day};
use crate::model::person::each_known;
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
        Ok(Meaning::Continue(more)) => {
            let said = latest.map_or(pen.nothing_to_continue.to_owned(), pen.continues);
            with_left(said, more, context, words)
        }
        Ok(Meaning::Section(heading)) => section(heading, true, context, words),
        Ok(Meaning::Command(Verb::Section, heading)) if !heading.is_empty() => {
            section(heading, false, context, words)
        }
        Ok(Meaning::Correct { from, to }) => match (latest, context.latest) {
            (Some(latest), Some(target)) if !target.text.contains(from) => (pen.not_there)(from, latest),
            (Some(latest), _) if to.is_empty() => (pen.strikes)(from, latest),
            (Some(latest), _) => with_left((pen.corrects)(from, to, latest), to, context, words),
            (None, _) => pen.no_entry_to_correct.to_owned(),
        },
        Ok(Meaning::Command(verb, argument)) if verb.is_alone_but(argument) => {
            (pen.command_alone)(argument.trim(), verb.name(words.lang))
        }
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
    let named = |names: &String| named(names, &line.remarks, context, words);
    parts.extend(line.owner.as_ref().map(named));
    parts.extend(line.speaker.as_ref().map(|names| (words.pen.said_by)(&named(names))));
    parts.extend(line.tags.iter().map(|tag| format!("#{tag}")));
    parts.extend(dated(line.due.as_ref(), line.choice, &line.remarks, context, words));
    parts.join(SEPARATOR)
}

/// Who answers and by when, as the words after `/ansvarig` say it; empty where they cannot be read so.
pub fn describe_assignment(typed: &str, context: &Context<'_>, words: &Words) -> String {
    let Ok(Some(line)) = assignment(typed, context) else { return String::new() };
    let owner = line.owner.as_ref().map(|names| named(names, &line.remarks, context, words));
    let due = dated(line.due.as_ref(), line.choice, &line.remarks, context, words);
    owner.into_iter().chain(due).collect::<Vec<_>>().join(SEPARATOR)
}

/// Of these names the first that nobody in the register has.
pub fn new_name(names: &str, context: &Context<'_>) -> Option<String> {
    let is_known = |typed: &str| {
        let typed = fold(typed);
        context.names.iter().any(|known| folds_to(known, &typed))
    };
    each_known(names, is_known).into_iter().find(|name| !is_known(name)).map(str::to_owned)
}

/// Names as they are written, each with whether it becomes a new person, unless that is asked about.
fn named(names: &str, remarks: &[LineRemark], context: &Context<'_>, words: &Words) -> String {
    let is_asked = |typed: &str| {
        remarks.iter().any(|remark| match remark {
            LineRemark::HalfName { name, .. } => name == typed,
            _ => false,
        })
    };
    let is_known = |typed: &str| {
        let typed = fold(typed);
        context.names.iter().any(|known| folds_to(known, &typed))
    };
    let one = |name: &str| {
        if is_known(name) || is_asked(name) { name.to_owned() } else { (words.pen.new_person)(name) }
    };
    each_known(names, is_known).into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What in words that are added or replaced looks like a name or a date, and becomes text.
fn left(text: &str, today: NaiveDate) -> Vec<LineRemark> {
    [left_names(text), left_dates(text, false, today)].concat()
}

/// What is done to words, and what in them becomes text though it looks like more.
fn with_left(said: String, text: &str, context: &Context<'_>, words: &Words) -> String {
    let left = left(text, context.today);
    let left = left.iter().filter_map(|remark| describe_remark(remark, words));
    std::iter::once(said).chain(left).collect::<Vec<_>>().join(SEPARATOR)
}

/// What a response becomes that is being corrected: its kind, its author and its date.
pub fn describe_response(response: &ResponseWords, context: &Context<'_>, words: &Words) -> String {
    let kind = labels::response_kind(words.lang, response.kind);
    let parts = [format!("{} ({kind})", words.pen.response)];
    let author = response.author.as_ref().map(|names| named(names, &response.remarks, context, words));
    let due = dated(response.due.as_ref(), None, &response.remarks, &context.of_response(), words);
    parts.into_iter().chain(author).chain(due).collect::<Vec<_>>().join(SEPARATOR)
}

fn response(answer: &ResponseLine, context: &Context<'_>, words: &Words) -> String {
    let kind = labels::response_kind(words.lang, answer.kind);
    let mut what = format!("{} ({kind})", words.pen.response);
    if !context.challenges.is_empty() {
        what = format!("{what} {}", (words.pen.to_challenges)(context.challenges));
    }
    let mut parts = vec![what];
    parts.extend(context.challenges.is_empty().then(|| words.pen.answers_nothing.to_owned()));
    parts.extend(answer.author.as_ref().map(|names| named(names, &answer.remarks, context, words)));
    parts.extend(dated(answer.due.as_ref(), answer.choice, &answer.remarks, &context.of_response(), words));
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
    let today = context.written;
    let day = |day| format::near_date(words.lang, day, today);
    let mut parts: Vec<String> = due.map(|due| in_words(due, today, words)).into_iter().collect();
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
        // That it becomes a new person is beside the name.
        LineRemark::Date(Doubt::NoYear) | LineRemark::LikeName { .. } | LineRemark::OddName(_) => None,
        remark => describe_remark(remark, words),
    }));
    parts
}

/// What there is to say of a date that is none, or of a name that is not taken or may be a slip; `None` for any other
/// remark.
fn describe_remark(remark: &LineRemark, words: &Words) -> Option<String> {
    match remark {
        LineRemark::SecondDate(date) => Some((words.pen.second_date)(date)),
        LineRemark::DateAsText(date) => Some((words.pen.date_as_text)(date)),
        LineRemark::NameAsText(name) => Some((words.pen.name_as_text)(name)),
        LineRemark::LikeName { name, like } => Some((words.pen.like_name)(name, like)),
        LineRemark::OddName(name) => Some((words.pen.odd_name)(name)),
        LineRemark::HalfName { name, whole } => Some((words.pen.half_name)(name, whole)),
        LineRemark::NoSuchDay(date) => Some((words.pen.no_such_day)(date)),
        LineRemark::NotADate(word) => Some((words.pen.not_a_date)(word)),
        LineRemark::RestOfName { name, left } => Some((words.pen.rest_of_name)(name, left)),
        LineRemark::OpenName(name) => Some((words.pen.open_name)(name)),
        LineRemark::NotAName(word) => Some((words.pen.not_a_name)(word)),
        LineRemark::TagInResponse(tag) => Some((words.pen.tag_in_response)(tag)),
        LineRemark::Named => Some(words.pen.nameless.to_owned()),
        LineRemark::NotPasted => Some(words.pen.not_pasted.to_owned()),
        LineRemark::Date(_) => None,
    }
}

/// What in a line may not mean what its writer thinks, and is asked about before the line is taken.
pub fn remarks(meaning: &Result<Meaning, Refusal>, today: NaiveDate) -> Vec<LineRemark> {
    match meaning {
        Ok(Meaning::Entry(line)) => line.remarks.clone(),
        Ok(Meaning::Response(answer)) => answer.remarks.clone(),
        Ok(Meaning::Continue(text) | Meaning::Correct { to: text, .. }) => left(text, today),
        _ => Vec::new(),
    }
}

/// Whether some of the remarks are of the sort that is asked about.
pub fn has_question(remarks: &[LineRemark]) -> bool {
    remarks.iter().any(is_question)
}

/// Whether a remark is of the sort that is asked about.
pub fn is_question(remark: &LineRemark) -> bool {
    !matches!(remark, LineRemark::Date(_) | LineRemark::Named)
}

/// How a line with such a remark is written where nobody is asked.
pub fn unasked(remark: &LineRemark, words: &Words) -> String {
    match remark {
        LineRemark::LikeName { name, like: other } | LineRemark::HalfName { name, whole: other } => {
            (words.pen.name_as_is)(&[other, name])
        }
        LineRemark::RestOfName { name, .. } | LineRemark::OddName(name) => (words.pen.name_as_is)(&[name]),
        LineRemark::OpenName(_) | LineRemark::NotAName(_) => words.pen.line_as_is.to_owned(),
        _ => words.pen.keeps_as_text.to_owned(),
    }
}

/// What is said instead of taking a line with such remarks, until Enter is pressed again; `None` where there is nothing
/// to say.
pub fn look_first(remarks: &[LineRemark], words: &Words) -> Option<String> {
    first_remark(remarks, words).map(|why| (words.pen.look_first)(&why))
}

/// The first of such remarks, in words.
pub fn first_remark(remarks: &[LineRemark], words: &Words) -> Option<String> {
    remarks.iter().find_map(|remark| describe_remark(remark, words))
}

/// A due date with the precision it was named by.
fn in_words(due: &Due, today: NaiveDate, words: &Words) -> String {
    match due.precision {
        Precision::Day => format::near_date(words.lang, due.day, today),
        Precision::Week | Precision::Month => due_near(words, due, today),
    }
}

fn weekday(day: Weekday, words: &Words) -> &'static str {
    NaiveDate::from_isoywd_opt(2000, 1, day).map_or("", |date| format::weekday(words.lang, date))
}
