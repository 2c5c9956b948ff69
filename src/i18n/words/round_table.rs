//! The live screen.

use super::super::format::count;

/// See the module.
#[derive(Debug)]
pub struct RoundTableWords {
    /// In the rule over the pen, where the meeting is not that of the day: its title and day, and the key that goes to
    /// today's; which may be empty.
    pub writes_in: fn(meeting: &str, key: &str) -> String,
    /// Over the list of sections.
    pub sections: &'static str,
    /// The table where lines are caught.
    pub table: fn(u16) -> String,
    /// The same, of so many.
    pub table_of: fn(table: u16, all: u16) -> String,
    /// The table an entry is from.
    pub at_table: fn(u16) -> String,
    /// No table at all.
    pub no_table: &'static str,
    /// Only the entries of one table are shown.
    pub only_table: fn(u16) -> String,
    /// One entry, and several: for counts.
    pub entry: (&'static str, &'static str),
    /// How many entries are from a table.
    pub from_table: fn(table: u16, count: usize) -> String,
    /// How many challenges are answered, of how many.
    pub answered_of: fn(answered: usize, all: usize) -> String,
    /// A response under its challenge, before its words; its kind.
    pub response: fn(kind: &str) -> String,
    /// In the empty pen.
    pub placeholder: &'static str,
    /// When the last line was saved.
    pub saved: fn(time: &str) -> String,
    /// The key that undoes, after the saved mark.
    pub undoes: fn(key: &str) -> String,
    /// Another day can be chosen by a key.
    pub other_day: fn(key: &str, day: &str) -> String,
    /// In the rule over the pen while an entry is corrected.
    pub correcting: fn(entry: &str, key: &str) -> String,
    /// The key that takes a completion.
    pub takes: fn(key: &str) -> String,
    /// There is no meeting yet.
    pub no_meeting: &'static str,
    /// What to do then: a key and what it does.
    pub no_meeting_help: &'static str,
    /// The meeting has no sections yet.
    pub no_sections: &'static str,
    /// Nothing is caught here yet.
    pub nothing_caught: &'static str,
    /// Nothing from this table yet.
    pub nothing_from_table: &'static str,
    /// A verb on an entry was asked for while a line is half written.
    pub line_first: &'static str,
    /// The same, while an entry is corrected.
    pub correction_first: &'static str,
    /// The line that an entry was corrected to is a response, a heading or a command.
    pub no_entry_line: &'static str,
    /// Only the words of an entry are edited, because no line means all of it.
    pub only_words: &'static str,
    /// Escape has emptied the line.
    pub line_emptied: &'static str,
    /// Escape has left a correction with words in it that are not saved.
    pub correction_left: &'static str,
    /// A marker without words was typed.
    pub only_a_marker: &'static str,
    /// A command about the latest entry where one has written none.
    pub no_own_entry: &'static str,
    /// The section of a line that is being written is gone; where the line goes.
    pub section_gone: fn(gone: &str, goes_to: &str) -> String,
    /// The same, where no section is left and one is made.
    pub no_section_left: fn(gone: &str, made: &str) -> String,
    /// The same, where the whole meeting is gone.
    pub meeting_gone: fn(gone: &str, goes_to: &str) -> String,
    /// A line cannot be saved without a meeting.
    pub needs_meeting: &'static str,
    /// No meeting is called so.
    pub unknown_meeting: fn(&str) -> String,
    /// What was typed is no number of a table.
    pub unknown_table: fn(&str) -> String,
    /// A table was typed that the room does not have.
    pub beyond_tables: fn(u16) -> String,
    /// So many tables the meeting has.
    pub beyond_tables_text: fn(u16) -> String,
    /// The pen is at no table from now on; the key that lists them.
    pub at_no_table: fn(key: &str) -> String,
    /// What does not follow the command that names an owner.
    pub who_and_when: &'static str,
    /// Before entries are moved to such a table.
    pub move_beyond_text: fn(u16) -> String,
    /// The question how many tables there are.
    pub how_many_tables: &'static str,
    /// The label of that number.
    pub tables_label: &'static str,
    /// The label of the number of one table.
    pub tables_one: &'static str,
    /// In the dialog that asks how many tables there are.
    pub tables_help: &'static str,
    /// The title of the list of tables.
    pub tables: &'static str,
    /// The title of the list of sections to go to.
    pub go_to: &'static str,
    /// The title of the list of meetings.
    pub meetings: &'static str,
    /// A pasted row that makes a section.
    pub paste_new_section: &'static str,
    /// A pasted row that would be more than words if it were typed.
    pub paste_only_words: &'static str,
    /// The title of a paste.
    pub paste: &'static str,
    /// How many of its rows are taken.
    pub paste_rows: fn(taken: usize, total: usize) -> String,
    /// The section that a row goes to.
    pub paste_into: fn(section: &str) -> String,
    /// A row that is not taken.
    pub paste_left: &'static str,
    /// Why: it seems to be part of a mail.
    pub paste_of_mail: &'static str,
    /// So many ticked rows have something that is not understood; Enter again takes them.
    pub paste_look_first: fn(usize) -> String,
    /// A row that is ticked names somebody, in a meeting that is written without names.
    pub paste_nameless: &'static str,
    /// A line that was refused, while another is written.
    pub refused_waits: fn(line: &str) -> String,
    /// All of its rows have become one.
    pub paste_joined: &'static str,
    /// What was done, for notices.
    pub done: DoneWords,
    /// The labels of the detail of an entry.
    pub detail: EntryDetailWords,
}

/// What was done to an entry.
#[derive(Debug)]
pub struct DoneWords {
    /// A section was made.
    pub made_section: fn(&str) -> String,
    /// Lines were pasted.
    pub pasted: fn(usize) -> String,
    /// It was corrected.
    pub corrected: &'static str,
    /// It has an owner and a date.
    pub assigned: fn(what: &str) -> String,
}

/// The labels of the detail of an entry.
#[derive(Debug)]
pub struct EntryDetailWords {
    /// Before who said it.
    pub speaker: &'static str,
    /// Before who answers for it.
    pub owner: &'static str,
    /// Before its due date.
    pub due: &'static str,
    /// Before how far it has come.
    pub status: &'static str,
    /// Before its tags, which are written with `#`.
    pub tags: &'static str,
    /// Before where and when it was captured.
    pub caught: &'static str,
    /// Before the actions that were made from it.
    pub became: &'static str,
    /// In place of the responses, when there are none.
    pub unanswered: &'static str,
}

pub(super) const SV: RoundTableWords = RoundTableWords {
    writes_in: |meeting, key| format!("Skriver i: {meeting} · {key} dagens möte"),
    sections: "Avsnitt",
    table: |table| format!("Bord {table}"),
    table_of: |table, all| format!("Bord {table} av {all}"),
    at_table: |table| format!("bord {table}"),
    no_table: "Inget bord",
    only_table: |table| format!("bara bord {table}"),
    entry: ("inlägg", "inlägg"),
    from_table: |table, count| format!("bord {table}: {count}"),
    answered_of: |answered, all| format!("{answered} av {all}"),
    response: |kind| format!("↳ Återkoppling ({kind}): "),
    placeholder: "Skriv vad som sägs",
    saved: |time| format!("sparat {time}"),
    undoes: |key| format!("{key} ångrar"),
    other_day: |key, day| format!("{key}: {day}"),
    correcting: |entry, key| format!("rättar {entry} · {key} låter det vara"),
    takes: |key| format!("{key} väljer"),
    no_meeting: "Här skrivs mötet, rad för rad.",
    no_meeting_help: "Börja med ett möte:",
    no_sections: "Mötet har inga avsnitt än. Skriv # och en rubrik.",
    nothing_caught: "Inget inlägg än. Skriv vad som sägs, Enter sparar.",
    nothing_from_table: "Inget från det här bordet än.",
    line_first: "Raden är inte sparad än: Enter sparar den, Esc tömmer den.",
    correction_first: "Rättelsen är inte sparad än: Enter sparar den, Esc låter det vara.",
    only_words: "orden liknar pennans tecken, så här ändras bara de: @ # och < blir text; ansvarig, datum och etiketter har \
                 egna kommandon",
    no_entry_line: "Så blir raden inget inlägg. Ett blanksteg först tar den ordagrant.",
    line_emptied: "Raden är tömd · Ctrl+Z tar tillbaka den",
    correction_left: "Rättelsen är inte sparad · Ctrl+Z tar tillbaka den",
    only_a_marker: "Skriv några ord efter tecknet.",
    no_own_entry: "Välj ett inlägg med ↑ först. Det du skrev senast är inte här.",
    section_gone: |gone, goes_to| {
        format!("Avsnittet ”{gone}” finns inte längre. Raden hamnar under ”{goes_to}”.")
    },
    no_section_left: |gone, made| {
        format!("Avsnittet ”{gone}” finns inte längre. Raden hamnar under ”{made}”, ett nytt avsnitt.")
    },
    meeting_gone: |gone, goes_to| format!("Mötet ”{gone}” finns inte längre. Raden hamnar i ”{goes_to}”."),
    needs_meeting: "Det finns inget möte att skriva i. Raden står kvar.",
    unknown_meeting: |title| format!("Inget möte heter ”{title}”."),
    unknown_table: |typed| format!("”{typed}” är inget bordsnummer. Skriv till exempel /bord 3."),
    beyond_tables: |table| format!("Bord {table}?"),
    at_no_table: |key| format!("Raderna hör inte till något bord nu · {key} väljer bord"),
    who_and_when: "Efter /ansvarig skrivs vem, och sedan när: /ansvarig @\"Bo Ek\" <fre. Resten gick inte att förstå.",
    move_beyond_text: |tables| format!("Mötet har {tables} bord. Enter flyttar dit ändå, Esc låter bli."),
    beyond_tables_text: |tables| format!("Mötet har {tables} bord. Enter går dit ändå, Esc stannar."),
    how_many_tables: "Hur många bord är det?",
    tables_label: "Antal bord",
    tables_one: "Bord",
    tables_help: "Numret på bordet sparas med varje rad men skrivs inte ut om du inte ber om det.",
    tables: "Vid vilket bord?",
    go_to: "Gå till avsnitt",
    meetings: "Gå till möte",
    paste_new_section: "nytt avsnitt",
    paste_only_words: "bara ord",
    paste: "Klistra in",
    paste_rows: |taken, total| format!("{taken} av {total} {}", if total == 1 { "rad" } else { "rader" }),
    paste_into: |section| format!("i ”{section}”"),
    paste_look_first: |rows| {
        let rows = count(rows, "rad har", "rader har");
        format!("{rows} något tveksamt (?). Enter igen sparar ändå.")
    },
    paste_nameless: "Det här mötet skrivs utan namn. Mellanslag bockar av raden.",
    paste_left: "tas inte med",
    paste_of_mail: "ser ut att höra till ett mejl. Mellanslag tar med raden.",
    refused_waits: |line| format!("Väntar: ”{line}” · kommer tillbaka efter den här raden"),
    paste_joined: "ett enda inlägg",
    done: DoneWords {
        made_section: |heading| format!("Nytt avsnitt: {heading}"),
        pasted: |rows| count(rows, "inlägg sparat", "inlägg sparade"),
        corrected: "Rättat",
        assigned: |what| format!("Sparat: {what}"),
    },
    detail: EntryDetailWords {
        speaker: "Sagt av",
        owner: "Ansvarig",
        due: "Senast",
        status: "Status",
        tags: "Etiketter",
        caught: "Fångat",
        became: "Blev",
        unanswered: "Ingen återkoppling än.",
    },
};

pub(super) const EN: RoundTableWords = RoundTableWords {
    writes_in: |meeting, key| format!("Writes in: {meeting} · {key} today's meeting"),
    sections: "Sections",
    table: |table| format!("Table {table}"),
    table_of: |table, all| format!("Table {table} of {all}"),
    at_table: |table| format!("table {table}"),
    no_table: "No table",
    only_table: |table| format!("only table {table}"),
    entry: ("entry", "entries"),
    from_table: |table, count| format!("table {table}: {count}"),
    answered_of: |answered, all| format!("{answered} of {all}"),
    response: |kind| format!("↳ Response ({kind}): "),
    placeholder: "Write what is said",
    saved: |time| format!("saved {time}"),
    undoes: |key| format!("{key} undoes"),
    other_day: |key, day| format!("{key}: {day}"),
    correcting: |entry, key| format!("correcting {entry} · {key} leaves it as it is"),
    takes: |key| format!("{key} takes it"),
    no_meeting: "Here the meeting is written, line by line.",
    no_meeting_help: "Begin with a meeting:",
    no_sections: "The meeting has no sections yet. Write # and a heading.",
    nothing_caught: "No entries yet. Write what is said, Enter saves.",
    nothing_from_table: "Nothing from this table yet.",
    line_first: "The line is not saved yet: Enter saves it, Esc empties it.",
    correction_first: "The correction is not saved yet: Enter saves it, Esc leaves it as it was.",
    only_words: "the words look like markers, so only they change here: @ # and < become text; owner, date and labels have \
                 commands of their own",
    no_entry_line: "The line would be no entry so. A blank first takes it word for word.",
    line_emptied: "The line was emptied · Ctrl+Z brings it back",
    correction_left: "The correction was not saved · Ctrl+Z brings it back",
    only_a_marker: "Write some words after the sign.",
    no_own_entry: "Choose an entry with ↑ first. What you wrote last is not here.",
    section_gone: |gone, goes_to| format!("The section “{gone}” is gone. The line goes under “{goes_to}”."),
    no_section_left: |gone, made| {
        format!("The section “{gone}” is gone. The line goes under “{made}”, a new section.")
    },
    meeting_gone: |gone, goes_to| format!("The meeting “{gone}” is gone. The line goes to “{goes_to}”."),
    needs_meeting: "There is no meeting to write in. The line stays.",
    unknown_meeting: |title| format!("No meeting is called “{title}”."),
    unknown_table: |typed| format!("“{typed}” is no number of a table. Write for example /table 3."),
    beyond_tables: |table| format!("Table {table}?"),
    at_no_table: |key| format!("The lines belong to no table now · {key} chooses one"),
    who_and_when: "After /owner comes who, and then when: /owner @\"Bo Ek\" <fri. The rest was not understood.",
    move_beyond_text: |tables| {
        format!("The meeting has {tables} tables. Enter moves it there, Esc leaves it.")
    },
    beyond_tables_text: |tables| {
        format!("The meeting has {tables} tables. Enter goes there all the same, Esc stays.")
    },
    how_many_tables: "How many tables are there?",
    tables_label: "Tables",
    tables_one: "Table",
    tables_help: "The number of the table is kept with each line but not printed unless you ask for it.",
    tables: "At which table?",
    go_to: "Go to section",
    meetings: "Go to meeting",
    paste_new_section: "new section",
    paste_only_words: "words only",
    paste: "Paste",
    paste_rows: |taken, total| format!("{taken} of {total} {}", if total == 1 { "row" } else { "rows" }),
    paste_into: |section| format!("in “{section}”"),
    paste_look_first: |rows| {
        let rows = count(rows, "row has", "rows have");
        format!("{rows} something doubtful (?). Enter again saves.")
    },
    paste_nameless: "This meeting is written without names. Space unticks the row.",
    paste_left: "is not taken",
    paste_of_mail: "seems to belong to a mail. Space takes the row.",
    refused_waits: |line| format!("Waits: “{line}” · comes back after this line"),
    paste_joined: "one single entry",
    done: DoneWords {
        made_section: |heading| format!("New section: {heading}"),
        pasted: |rows| count(rows, "entry saved", "entries saved"),
        corrected: "Corrected",
        assigned: |what| format!("Saved: {what}"),
    },
    detail: EntryDetailWords {
        speaker: "Said by",
        owner: "Owner",
        due: "Due",
        status: "Status",
        tags: "Labels",
        caught: "Caught",
        became: "Became",
        unanswered: "No response yet.",
    },
};
