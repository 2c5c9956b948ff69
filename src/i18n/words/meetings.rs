//! The screen of all meetings, and the forms of a meeting and a section.

use super::super::format::count;

/// See the module.
#[derive(Debug)]
pub struct MeetingsWords {
    /// How many meetings there are.
    pub count: fn(usize) -> String,
    /// Over the columns: day, meeting, status, entries, answered.
    pub columns: [&'static str; 5],
    /// A store without meetings: what one can begin with.
    pub begin: &'static str,
    /// A meeting without a date.
    pub no_date: &'static str,
    /// A meeting without a title.
    pub no_title: &'static str,
    /// How many entries.
    pub entries: fn(usize) -> String,
    /// How many challenges have a response, of how many.
    pub answered: fn(answered: usize, challenges: usize) -> String,
    /// How many tables.
    pub tables: fn(u16) -> String,
    /// Over what is open since last time.
    pub since_last: &'static str,
    /// Challenges without a response.
    pub unanswered: fn(usize) -> String,
    /// Commitments: how many, and how many of them done.
    pub promised: fn(promised: usize, done: usize) -> String,
    /// Under what is open since last time: how many actions.
    pub open_actions: fn(usize) -> String,
    /// Under what is open since last time: how many of them are past their day.
    pub overdue: fn(usize) -> String,
    /// Nothing was left open.
    pub nothing_open: &'static str,
    /// Over the form of a new meeting.
    pub new_meeting: &'static str,
    /// Over the form of a meeting that exists.
    pub edit_meeting: &'static str,
    /// The fields of the form.
    pub fields: MeetingFields,
    /// What a new meeting gets its sections from: its kind, the latest meeting, nothing.
    pub sections_from: [&'static str; 3],
    /// Whether it is written with names: as usual, without.
    pub with_names: [&'static str; 2],
    /// What is said of one that is written without.
    pub nameless: &'static str,
    /// What a field refuses.
    pub refused: MeetingRefusals,
    /// Notices after writes.
    pub said: MeetingNotices,
    /// The question before a meeting is deleted.
    pub delete_title: fn(&str) -> String,
    /// What goes with it.
    pub delete_text: fn(entries: usize) -> String,
    /// The question before a section is deleted.
    pub delete_section_title: fn(&str) -> String,
    /// The title of the list of sections.
    pub sections_of: fn(&str) -> String,
    /// A section without a heading.
    pub no_heading: &'static str,
    /// A meeting without sections.
    pub no_sections: fn(key: &str) -> String,
    /// Over the form of a new section.
    pub new_section: &'static str,
    /// Over the form of a section that exists.
    pub edit_section: &'static str,
    /// The field of the heading.
    pub heading: &'static str,
    /// Beside the field of what kind of entry is captured in the section.
    pub section_kind: &'static str,
    /// What that means.
    pub section_kind_help: &'static str,
    /// A field of a paragraph of the intro.
    pub intro: &'static str,
    /// What that is.
    pub intro_help: &'static str,
}

/// Beside each field of the form of a meeting; `_help` is under the field while it has the cursor.
#[derive(Debug)]
pub struct MeetingFields {
    pub(crate) title: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) date: &'static str,
    pub(crate) date_help: &'static str,
    pub(crate) time: &'static str,
    pub(crate) time_help: &'static str,
    pub(crate) place: &'static str,
    pub(crate) audience: &'static str,
    pub(crate) tables: &'static str,
    pub(crate) tables_help: &'static str,
    pub(crate) sections: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) signoff: &'static str,
    pub(crate) signoff_help: &'static str,
    pub(crate) pick_help: &'static str,
    pub(crate) names: &'static str,
    pub(crate) names_help: &'static str,
}

/// Why a value cannot be so.
#[derive(Debug)]
pub struct MeetingRefusals {
    /// The title is empty.
    pub title: &'static str,
    /// It is not a date.
    pub date: &'static str,
    /// It is not a time of day.
    pub time: &'static str,
    /// It is not a number, or more tables than a meeting can have.
    pub tables: &'static str,
    /// A name is written for the end of minutes that are without names.
    pub signoff: &'static str,
    /// The heading is empty.
    pub heading: &'static str,
}

/// Notices after writes.
#[derive(Debug)]
pub struct MeetingNotices {
    /// A meeting was created.
    pub created: &'static str,
    /// A meeting was changed.
    pub changed: &'static str,
    /// A meeting was deleted.
    pub deleted: &'static str,
    /// The status of the minutes was changed.
    pub status: fn(&str) -> String,
    /// A section was made.
    pub section_created: &'static str,
    /// A section was changed.
    pub section_changed: &'static str,
    /// A section was moved.
    pub section_moved: &'static str,
    /// A section was deleted.
    pub section_deleted: &'static str,
}

pub(super) const SV: MeetingsWords = MeetingsWords {
    count: |number| count(number, "möte", "möten"),
    columns: ["dag", "möte", "status", "inlägg", "svar"],
    begin: "Här finns inga möten än. Vad vill du börja med?",
    no_date: "utan datum",
    no_title: "(utan titel)",
    entries: |number| count(number, "inlägg", "inlägg"),
    answered: |answered, challenges| {
        format!("{answered} av {challenges} {}", if answered == 1 { "besvarad" } else { "besvarade" })
    },
    tables: |tables| count(tables.into(), "bord", "bord"),
    since_last: "Sedan sist",
    unanswered: |number| count(number, "obesvarad utmaning", "obesvarade utmaningar"),
    promised: |promised, done| {
        let kept = if done == 1 { "gjort" } else { "gjorda" };
        format!("{}, {done} {kept}", count(promised, "åtagande", "åtaganden"))
    },
    open_actions: |number| count(number, "öppen åtgärd", "öppna åtgärder"),
    overdue: |number| count(number, "försenad", "försenade"),
    nothing_open: "inget öppet",
    new_meeting: "Nytt möte",
    edit_meeting: "Ändra mötet",
    fields: MeetingFields {
        title: "Titel",
        kind: "Slag",
        date: "Datum",
        date_help: "Till exempel 2026-03-04, 4 mars eller imorgon. Kan lämnas tomt.",
        time: "Tid",
        time_help: "Till exempel 9–12 eller 18.30. Kan lämnas tomt.",
        place: "Plats",
        audience: "För vem?",
        tables: "Antal bord",
        tables_help: "0 om ni inte sitter vid numrerade bord.",
        sections: "Avsnitt",
        reference: "Diarienummer",
        signoff: "Vid pennan",
        signoff_help: "De som skriver under: Namn, titel; Namn, titel",
        pick_help: "Välj med ← och → eller Mellanslag.",
        names: "Namn",
        names_help: "Utan namn tar pennan inte emot @. Det som läses in ändras inte.",
    },
    with_names: ["som vanligt", "inga namn"],
    nameless: "inga namn",
    sections_from: ["de vanliga för slaget", "som i det senaste mötet", "inga än"],
    refused: MeetingRefusals {
        title: "Mötet behöver en titel.",
        date: "Det går inte att läsa som ett datum. Skriv till exempel 2026-03-04 eller 4 mars.",
        time: "Det går inte att läsa som en tid. Skriv till exempel 9–12 eller 18.30.",
        tables: "Skriv ett tal från 0 till 999.",
        signoff: "Det här mötet skrivs utan namn. Skriv bara titlar, efter ett kommatecken.",
        heading: "Avsnittet behöver en rubrik.",
    },
    said: MeetingNotices {
        created: "Mötet är skapat",
        changed: "Mötet är ändrat",
        deleted: "Mötet är borttaget",
        status: |status| {
            // The minutes are several: "färdigställda", "justerade".
            let ending = match status {
                status if status.ends_with("ad") => "e",
                status if status.ends_with('d') => "a",
                _ => "",
            };
            format!("Anteckningarna är {status}{ending}")
        },
        section_created: "Avsnittet är tillagt",
        section_changed: "Avsnittet är ändrat",
        section_moved: "Avsnittet är flyttat",
        section_deleted: "Avsnittet är borttaget",
    },
    delete_title: |title| format!("Ta bort mötet ”{title}”?"),
    delete_text: |entries| format!("{} följer med. Det går att ångra.", count(entries, "inlägg", "inlägg")),
    delete_section_title: |heading| format!("Ta bort avsnittet ”{heading}”?"),
    sections_of: |title| format!("Avsnitt i {title}"),
    no_heading: "(före första rubriken)",
    no_sections: |key| format!("Mötet har inga avsnitt än. Tryck {key} för ett nytt."),
    new_section: "Nytt avsnitt",
    edit_section: "Ändra avsnittet",
    heading: "Rubrik",
    section_kind: "Här fångas",
    section_kind_help: "Vad en rad utan tecken blir. Välj med ← och → eller Mellanslag.",
    intro: "Inledning",
    intro_help: "Ett stycke under rubriken, före inläggen. Kan lämnas tomt.",
};

pub(super) const EN: MeetingsWords = MeetingsWords {
    count: |number| count(number, "meeting", "meetings"),
    columns: ["day", "meeting", "status", "entries", "answers"],
    begin: "There are no meetings yet. What would you like to begin with?",
    no_date: "no date",
    no_title: "(no title)",
    entries: |number| count(number, "entry", "entries"),
    answered: |answered, challenges| format!("{answered} of {challenges} answered"),
    tables: |tables| count(tables.into(), "table", "tables"),
    since_last: "Since last time",
    unanswered: |number| count(number, "unanswered challenge", "unanswered challenges"),
    promised: |promised, done| format!("{}, {done} done", count(promised, "commitment", "commitments")),
    open_actions: |number| count(number, "open action", "open actions"),
    overdue: |number| format!("{number} overdue"),
    nothing_open: "nothing open",
    new_meeting: "New meeting",
    edit_meeting: "Edit the meeting",
    fields: MeetingFields {
        title: "Title",
        kind: "Kind",
        date: "Date",
        date_help: "For example 2026-03-04, 4 March or tomorrow. May be left empty.",
        time: "Time",
        time_help: "For example 9–12 or 18.30. May be left empty.",
        place: "Place",
        audience: "For whom?",
        tables: "Tables",
        tables_help: "0 if you do not sit at numbered tables.",
        sections: "Sections",
        reference: "Reference",
        signoff: "At the pen",
        signoff_help: "Those who sign: Name, title; Name, title",
        pick_help: "Choose with ← and → or Space.",
        names: "Names",
        names_help: "Without names the pen takes no @. What is read in is not changed.",
    },
    with_names: ["as usual", "no names"],
    nameless: "no names",
    sections_from: ["the usual ones for the kind", "as in the latest meeting", "none yet"],
    refused: MeetingRefusals {
        title: "The meeting needs a title.",
        date: "That cannot be read as a date. Write for example 2026-03-04 or 4 March.",
        time: "That cannot be read as a time. Write for example 9–12 or 18.30.",
        tables: "Write a number from 0 to 999.",
        signoff: "This meeting is written without names. Write titles only, after a comma.",
        heading: "The section needs a heading.",
    },
    said: MeetingNotices {
        created: "The meeting is created",
        changed: "The meeting is changed",
        deleted: "The meeting is deleted",
        status: |status| format!("The minutes are {status}"),
        section_created: "The section is added",
        section_changed: "The section is changed",
        section_moved: "The section is moved",
        section_deleted: "The section is deleted",
    },
    delete_title: |title| format!("Delete the meeting “{title}”?"),
    delete_text: |entries| format!("{} go with it. It can be undone.", count(entries, "entry", "entries")),
    delete_section_title: |heading| format!("Delete the section “{heading}”?"),
    sections_of: |title| format!("Sections of {title}"),
    no_heading: "(before the first heading)",
    no_sections: |key| format!("The meeting has no sections yet. Press {key} for a new one."),
    new_section: "New section",
    edit_section: "Edit the section",
    heading: "Heading",
    section_kind: "Caught here",
    section_kind_help: "What a line without a sign becomes. Choose with ← and → or Space.",
    intro: "Intro",
    intro_help: "A paragraph under the heading, before the entries. May be left empty.",
};
