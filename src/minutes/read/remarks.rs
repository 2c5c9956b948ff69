//! What a person should look at after a reading, in words and with its line.

use crate::text::slice;
use chrono::NaiveDate;

use super::lines::SourceLine;
use super::response::ResponseDoubt;
use super::{Analysis, facts};
use crate::i18n::dates::{self, DateFailure, Doubt as DateDoubt};
use crate::i18n::{Words, format, labels};
use crate::minutes::{Remark, RemarkCode};

/// All remarks, in the order of their lines.
pub fn remarks(analysis: &Analysis, today: NaiveDate, words: &Words) -> Vec<Remark> {
    let mut remarks = Remarks { words, remarks: Vec::new() };
    let reading = &words.reading;
    let minutes = &analysis.minutes;
    if let Some((line, written)) = &analysis.not_the_day {
        remarks.add(*line, RemarkCode::InvalidDate, (reading.not_the_day)(written));
    }
    if let Some(day) = analysis.day_of_file {
        let day = format::long_date(words.lang, day);
        remarks.add(1, RemarkCode::DateOfFile, (reading.date_of_file)(&day));
    }
    for &line in &analysis.controlled {
        remarks.add(line, RemarkCode::ControlCharacters, reading.control_characters.to_owned());
    }
    for &line in &analysis.repeated {
        remarks.add(line, RemarkCode::RepeatedLine, (reading.repeated_line)(&minutes.title));
    }
    if let Some((line, conflict)) = &analysis.conflict {
        let message = (reading.date_conflict)(&conflict.taken, &conflict.other);
        remarks.add(*line, RemarkCode::DateConflict, message);
    }
    let headings = minutes.sections.iter().map(|section| section.heading.as_str());
    let days: Vec<String> =
        facts::days_of(headings).into_iter().map(|day| format::long_date(words.lang, day)).collect();
    if days.len() > 1 {
        let line = analysis.section_lines.iter().find_map(|section| section.heading).unwrap_or(1);
        remarks.add(
            line,
            RemarkCode::SeveralMeetings,
            (reading.several_meetings)(&labels::listed(words.lang, &days)),
        );
    }
    if minutes.date.is_none() {
        remarks.without_year(&analysis.lines);
    }
    for line in &analysis.lines {
        remarks.dates(line, minutes.date.unwrap_or(today));
    }
    for (line, doubt) in &analysis.doubts {
        remarks.response(*line, doubt);
    }
    let mut remarks = remarks.remarks;
    remarks.sort_by_key(|remark| remark.line);
    remarks
}

struct Remarks<'a> {
    words: &'a Words,
    remarks: Vec<Remark>,
}

impl Remarks<'_> {
    fn add(&mut self, line: usize, code: RemarkCode, message: String) {
        self.remarks.push(Remark { line, code, message });
    }

    fn response(&mut self, line: usize, doubt: &ResponseDoubt) {
        let words = &self.words.reading;
        let (code, message) = match doubt {
            ResponseDoubt::Unclosed => {
                (RemarkCode::UnclosedParenthesis, words.unclosed_parenthesis.to_owned())
            }
            ResponseDoubt::Unclear(text) | ResponseDoubt::Name(text) => {
                (RemarkCode::AmbiguousResponse, (words.ambiguous_response)(text))
            }
        };
        self.add(line, code, message);
    }

    /// The first day without a year.
    fn without_year(&mut self, lines: &[SourceLine<'_>]) {
        let day = |line: &SourceLine<'_>| Some((line.number, facts::day_without_year(&line.text)?));
        if let Some((line, written)) = lines.iter().take(facts::TOP).find_map(day) {
            self.add(line, RemarkCode::DateWithoutYear, (self.words.reading.date_without_year)(&written));
        }
    }

    /// Dates of a line that do not exist, fit their weekday badly or can be read in two ways.
    fn dates(&mut self, line: &SourceLine<'_>, reference: NaiveDate) {
        if !line.text.contains(|c: char| c.is_ascii_digit()) {
            return;
        }
        for found in dates::find(&line.text, Some(reference)) {
            let written = slice(&line.text, found.range);
            match found.read {
                Ok(read) => {
                    // A weekday cannot disagree with a year that nobody wrote.
                    let has_year = !read.doubts.contains(&DateDoubt::NoYear);
                    let is_said = |doubt: &DateDoubt| has_year || !matches!(doubt, DateDoubt::Weekday { .. });
                    for doubt in read.doubts.into_iter().filter(is_said) {
                        self.date(line.number, written, read.due.day, doubt);
                    }
                }
                Err(DateFailure::NoSuchDay) => {
                    self.add(
                        line.number,
                        RemarkCode::InvalidDate,
                        (self.words.reading.invalid_date)(written),
                    );
                }
                Err(_) => {}
            }
        }
    }

    fn date(&mut self, line: usize, written: &str, day: NaiveDate, doubt: DateDoubt) {
        let lang = self.words.lang;
        let words = &self.words.reading;
        match doubt {
            DateDoubt::Weekday { said, is } => {
                let (said, is) = (format::weekday_name(lang, said), format::weekday_name(lang, is));
                self.add(line, RemarkCode::WeekdayMismatch, (words.weekday_mismatch)(written, said, is));
            }
            DateDoubt::Ambiguous(other) => {
                let (day, other) = (format::long_date(lang, day), format::long_date(lang, other));
                self.add(line, RemarkCode::AmbiguousDate, (words.ambiguous_date)(written, &day, &other));
            }
            DateDoubt::NoYear => {}
        }
    }
}
