//! The words of calendar files: what the days of a programme are called.

/// See the module.
#[derive(Debug)]
pub struct DateWords {
    /// The day on which an action or a commitment is due, with its visible number where it has one.
    pub due: fn(number: &str, text: &str) -> String,
    /// The day on which a challenge should have been answered.
    pub to_answer: fn(number: &str, text: &str) -> String,
    /// The day on which what a response promised happens.
    pub planned: fn(text: &str) -> String,
    /// The next meeting after the one of this title.
    pub next: fn(title: &str) -> String,
    /// The challenge that a response answers, with its number.
    pub answers: fn(challenge: &str) -> String,
    /// Where something was said: at which meeting, on which day.
    pub said_at: fn(meeting: &str, day: &str) -> String,
}

/// The number before the words.
fn numbered(number: &str, text: &str) -> String {
    if number.is_empty() { text.to_owned() } else { format!("{number} {text}") }
}

pub(super) const SV: DateWords = DateWords {
    due: |number, text| format!("Klart senast: {}", numbered(number, text)),
    to_answer: |number, text| format!("Svara senast: {}", numbered(number, text)),
    planned: |text| format!("Planerat: {text}"),
    next: |title| format!("Nästa möte efter {title}"),
    answers: |challenge| format!("Svar på: {challenge}"),
    said_at: |meeting, day| if day.is_empty() { meeting.to_owned() } else { format!("{meeting}, {day}") },
};

pub(super) const EN: DateWords = DateWords {
    due: |number, text| format!("Due: {}", numbered(number, text)),
    to_answer: |number, text| format!("Answer by: {}", numbered(number, text)),
    planned: |text| format!("Planned: {text}"),
    next: |title| format!("Next meeting after {title}"),
    answers: |challenge| format!("Answers: {challenge}"),
    said_at: |meeting, day| if day.is_empty() { meeting.to_owned() } else { format!("{meeting}, {day}") },
};
