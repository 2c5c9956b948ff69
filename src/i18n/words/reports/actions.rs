//! The list of actions, by who answers for them.

use super::{Numbers, form};
use crate::i18n::format::{capitalised, count};
use crate::model::statistics::Figures;

/// See the module.
#[derive(Debug)]
pub struct ActionWords {
    /// The numbers in a sentence.
    pub summary: fn(&Figures) -> String,
    /// Nothing is to be done.
    pub none: &'static str,
    /// Heading of what nobody answers for.
    pub unowned: &'static str,
    /// Heading of the commitments that have an owner.
    pub commitments: &'static str,
    /// What a table shows, by who owns it.
    pub of: fn(owner: &str) -> String,
    /// Heading of what several people answer for whom the same words replace.
    pub several: fn(called: &str) -> String,
    /// Column: what is to be done.
    pub what: &'static str,
    /// Column: who promised it.
    pub who: &'static str,
    /// Column: by when.
    pub due: &'static str,
    /// Column: how far it has come.
    pub status: &'static str,
    /// Column: the meeting it comes from.
    pub meeting: &'static str,
    /// Column: its number.
    pub number: &'static str,
}

pub(super) const SV: ActionWords = ActionWords {
    summary: sv_actions,
    none: "Det finns inga åtgärder.",
    unowned: "Ingen ansvarig än",
    commitments: "Åtaganden",
    of: |owner| format!("Åtgärder: {owner}"),
    several: sv_several,
    what: "Vad",
    who: "Vem",
    due: "Klart senast",
    status: "Status",
    meeting: "Från möte",
    number: "Nr",
};

/// "En deltagare" is one of them.
fn sv_several(called: &str) -> String {
    let bare = called.strip_prefix("En ").map_or_else(|| called.to_owned(), capitalised);
    format!("{bare} (flera olika)")
}

fn sv_actions(figures: &Figures) -> String {
    let numbers = Numbers::alone(figures.actions);
    let open = figures.actions - figures.done;
    if open == 0 {
        return match figures.actions {
            1 => "Listan har en åtgärd, och den är klar.".to_owned(),
            all => format!("Listan har {} åtgärder, och alla är klara.", numbers.en(all)),
        };
    }
    let first = format!("Listan har {} {}", numbers.en(open), form(open, "öppen åtgärd", "öppna åtgärder"));
    let late = match (figures.overdue, open) {
        (0, _) => String::new(),
        (1, 1) => ", och den är försenad".to_owned(),
        (late, open) if late == open => ", och alla är försenade".to_owned(),
        (late, _) => format!(", varav {} är {}", numbers.en(late), form(late, "försenad", "försenade")),
    };
    let done = match figures.done {
        0 => String::new(),
        done => format!(" Dessutom är {} {}.", numbers.en(done), form(done, "klar", "klara")),
    };
    format!("{first}{late}.{done}")
}

pub(super) const EN: ActionWords = ActionWords {
    summary: |figures| {
        let open = figures.actions - figures.done;
        if open == 0 {
            return format!("{} on the list, all done.", count(figures.actions, "action", "actions"));
        }
        let late = if figures.overdue == 0 {
            String::new()
        } else {
            format!(", {} of them overdue", figures.overdue)
        };
        let done = if figures.done == 0 { String::new() } else { format!(" {} done.", figures.done) };
        format!("{} on the list{late}.{done}", count(open, "open action", "open actions"))
    },
    none: "There are no actions.",
    unowned: "Nobody responsible yet",
    commitments: "Commitments",
    of: |owner| format!("Actions: {owner}"),
    several: |called| format!("{called} (several people)"),
    what: "What",
    who: "Who",
    due: "Due",
    status: "Status",
    meeting: "From meeting",
    number: "No.",
};
