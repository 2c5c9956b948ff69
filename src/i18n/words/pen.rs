//! The pen line: what a line will become, and what it did not understand.

/// See the module.
#[derive(Debug)]
pub struct PenWords {
    /// What a response becomes, before its kind.
    pub response: &'static str,
    /// More words for the latest entry.
    pub continues: &'static str,
    /// A section that is there, by its heading.
    pub goes_to_section: fn(&str) -> String,
    /// A section that will be made, by its heading.
    pub makes_section: fn(&str) -> String,
    /// A correction of the latest entry.
    pub corrects: fn(from: &str, to: &str) -> String,
    /// A correction that takes words away.
    pub strikes: fn(&str) -> String,
    /// Before the name of a command.
    pub command: &'static str,
    /// Who said it.
    pub said_by: fn(&str) -> String,
    /// A week by its number.
    pub week: fn(u32) -> String,
    /// A day on which nobody works, and why where there is a reason.
    pub not_working: fn(day: &str, why: Option<&str>) -> String,
    /// The weekday that was written is not that of the date.
    pub other_weekday: fn(date: &str, is: &str, said: &str) -> String,
    /// The date can also be read as another.
    pub ambiguous: fn(&str) -> String,
    /// There is no such day.
    pub no_such_day: fn(&str) -> String,
    /// No command has the name; the nearest one, where one is near.
    pub unknown_command: fn(name: &str, nearest: Option<&str>) -> String,
    /// Only names, tags or a date.
    pub no_words: &'static str,
    /// A correction `s//…/` that names no words to replace.
    pub nothing_to_correct: &'static str,
}

pub(super) const SV: PenWords = PenWords {
    response: "återkoppling",
    continues: "fortsätter det senaste inlägget",
    goes_to_section: |heading| format!("till avsnittet ”{heading}”"),
    makes_section: |heading| format!("nytt avsnitt ”{heading}”"),
    corrects: |from, to| format!("rättar det senaste inlägget: ”{from}” blir ”{to}”"),
    strikes: |words| format!("stryker ”{words}” ur det senaste inlägget"),
    command: "kommando",
    said_by: |name| format!("sagt av {name}"),
    week: |week| format!("vecka {week}"),
    not_working: |day, why| match why {
        Some(why) => format!("{day} är {why}"),
        None => format!("{day} är ingen arbetsdag"),
    },
    other_weekday: |date, is, said| format!("{date} är en {is}, inte {said}"),
    ambiguous: |date| format!("kan också vara {date}"),
    no_such_day: |date| format!("{date} finns inte i kalendern och blir text"),
    unknown_command: |name, nearest| {
        let hint = nearest.map(|nearest| format!(" Menade du /{nearest}?")).unwrap_or_default();
        format!("Kommandot /{name} finns inte.{hint} Börja raden med ett mellanslag om det ska vara text.")
    },
    no_words: "Raden har bara namn, taggar eller datum. Skriv vad som sades också.",
    nothing_to_correct: "Skriv vad som ska rättas: s/gammalt/nytt/",
};

pub(super) const EN: PenWords = PenWords {
    response: "response",
    continues: "continues the latest entry",
    goes_to_section: |heading| format!("to the section “{heading}”"),
    makes_section: |heading| format!("new section “{heading}”"),
    corrects: |from, to| format!("corrects the latest entry: “{from}” becomes “{to}”"),
    strikes: |words| format!("strikes “{words}” from the latest entry"),
    command: "command",
    said_by: |name| format!("said by {name}"),
    week: |week| format!("week {week}"),
    not_working: |day, why| match why {
        Some(why) => format!("{day} is {why}"),
        None => format!("{day} is no working day"),
    },
    other_weekday: |date, is, said| format!("{date} is a {is}, not {said}"),
    ambiguous: |date| format!("may also be {date}"),
    no_such_day: |date| format!("{date} is not in the calendar and becomes text"),
    unknown_command: |name, nearest| {
        let hint = nearest.map(|nearest| format!(" Did you mean /{nearest}?")).unwrap_or_default();
        format!("There is no command /{name}.{hint} Begin the line with a space if it should be text.")
    },
    no_words: "The line has only names, tags or a date. Write what was said, too.",
    nothing_to_correct: "Write what to correct: s/old/new/",
};
