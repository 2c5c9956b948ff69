//! What is wrong in a database, and what can be done about it.

use super::errors::{ErrorText, hinted};
use crate::i18n::format::count;

/// See the module. A record is its noun and what it is called: `möte ”Vårmöte”`.
#[derive(Debug)]
pub struct CheckWords {
    /// The pages and indexes of the file are being read.
    pub reading_pages: &'static str,
    /// The history is being read.
    pub reading_log: &'static str,
    /// The tables are being compared with the history.
    pub comparing: &'static str,
    /// A record by its noun and what it is called.
    pub record: fn(noun: &str, name: Option<&str>) -> String,
    /// A page that cannot be read, or does not fit the others, by its number where that is known.
    pub page: fn(Option<u32>) -> String,
    /// An index that does not fit its table.
    pub index: fn(&str) -> String,
    /// A table that is not there.
    pub no_table: fn(&str) -> String,
    /// An index or a trigger that is not there, or another than it should be.
    pub schema: fn(&str) -> String,
    /// A row of the history was changed after it was written: the record, and the cell that it wrote.
    pub log_row: fn(record: &str, cell: Option<&str>) -> String,
    /// So many rows of the history are not there.
    pub log_gap: fn(usize) -> String,
    /// So many rows that were written last are not in the history.
    pub log_end: fn(usize) -> String,
    /// So many records are not in the history.
    pub not_logged: fn(usize) -> String,
    /// A record is in the history only.
    pub missing: fn(record: &str) -> String,
    /// A record is not in the history.
    pub superfluous: fn(record: &str) -> String,
    /// A cell holds this, and the history says that.
    pub cell: fn(record: &str, cell: &str, stored: Option<&str>, logged: &str) -> String,
    /// A cell without a name for people is not what the history says.
    pub other_cell: fn(record: &str) -> String,
    /// So many cells that follow from others do not.
    pub derived_cells: fn(usize) -> String,
    /// It is not right who so many replicas are.
    pub replicas: fn(usize) -> String,
    /// So many marks of concurrent changes are wrong.
    pub conflicts: fn(usize) -> String,
    /// So many numbers that are counted from are wrong.
    pub numbers: fn(usize) -> String,
    /// So many words of the search are wrong.
    pub search: fn(usize) -> String,
    /// So many words that can be completed are missing.
    pub vocabulary: fn(usize) -> String,
    /// So many of the choices that an export remembers were changed.
    pub remembered: fn(usize) -> String,
    /// So many more.
    pub more: fn(usize) -> String,
    /// Pages of the file cannot be read.
    pub unreadable: fn() -> ErrorText,
    /// Pages of the file cannot be read, and the history is not whole.
    pub not_rebuilt: fn() -> ErrorText,
    /// So much is wrong that follows from the history, which is whole.
    pub deviates: fn(usize) -> ErrorText,
    /// So much is otherwise in the history of a file of an earlier version, and nobody can say which of them is right.
    pub unproven: fn(usize) -> ErrorText,
    /// So many records are in the tables alone, and nothing else is wrong with the history.
    pub only_in_tables: fn(usize) -> ErrorText,
    /// So many rows of the history are not there, or not what was written; whether that can be mended is not known.
    pub log_damaged: fn(usize) -> ErrorText,
    /// So many rows at the end of the history are missing, and what they said is in the tables.
    pub log_ended: fn(usize) -> ErrorText,
    /// So much was made anew from the history.
    pub rebuilt: fn(usize) -> String,
    /// So many meetings and entries were written to a new file.
    pub salvaged: fn(to: &str, meetings: usize, entries: usize) -> String,
    /// So many rows of the history were found in the file, and so many more in its copies.
    pub salvaged_rows: fn(rows: usize, from_copies: usize) -> String,
    /// A file among the copies is of another database, and nothing was taken from it.
    pub other_store: fn(path: &str) -> String,
    /// So many rows of the history are lost.
    pub lost_rows: fn(usize) -> String,
    /// So many records and cells that the history lacks were taken from the tables.
    pub from_tables: fn(usize) -> String,
    /// What is written out was read from the log, because the tables are damaged.
    pub read_from_log: &'static str,
    /// A file is read that was found to be damaged.
    pub known: &'static str,
    /// A file was copied that was found to be damaged.
    pub copied: &'static str,
    /// All rows of the history were found.
    pub nothing_lost: &'static str,
    /// How one goes on with the new file.
    pub how_salvaged: fn(to: &str) -> String,
    /// Nothing in the file can be read.
    pub nothing_salvaged: fn(path: &str) -> ErrorText,
}

pub(super) const SV: CheckWords = CheckWords {
    reading_pages: "Läser sidor och index …",
    reading_log: "Läser historiken …",
    comparing: "Jämför allt med historiken …",
    record: |noun, name| match name {
        Some(name) => format!("{noun} ”{name}”"),
        None => noun.to_owned(),
    },
    page: |number| match number {
        Some(number) => format!("Sida {number} i filen är skadad."),
        None => "En del av filen går inte att läsa.".to_owned(),
    },
    index: |name| format!("Registret {name} stämmer inte med sin tabell."),
    no_table: |name| format!("Tabellen {name} saknas."),
    schema: |name| format!("{name} saknas eller är inte som det ska vara."),
    log_row: |record, cell| {
        let cell = cell.map_or_else(String::new, |cell| format!(" ({cell})"));
        format!("Historiken: raden om {record}{cell} har ändrats sedan den skrevs.")
    },
    log_gap: |rows| format!("Historiken: {} saknas eller går inte att läsa.", count(rows, "rad", "rader")),
    log_end: |rows| {
        let rows = count(rows, "rad som skrevs sist är", "rader som skrevs sist är");
        format!("Historiken har förlorat sitt slut: {rows} borta. Tabellerna har kvar det som skrevs.")
    },
    not_logged: |records| format!("{} finns inte i historiken.", count(records, "post", "poster")),
    missing: |record| format!("Det som saknas: {record} finns bara i historiken."),
    superfluous: |record| format!("Det som är för mycket: {record} finns inte i historiken."),
    cell: |record, cell, stored, logged| {
        let stored = stored.map_or_else(|| "går inte att läsa".to_owned(), |stored| format!("är ”{stored}”"));
        format!("{record}: {cell} {stored}; historiken säger ”{logged}”.")
    },
    other_cell: |record| format!("{record}: en uppgift är inte den som historiken säger."),
    derived_cells: |cells| {
        format!("{} stämmer inte.", count(cells, "uträknad uppgift", "uträknade uppgifter"))
    },
    replicas: |wrong| format!("Vilka datorer som har skrivit stämmer inte ({wrong})."),
    conflicts: |wrong| format!("Vad som ändrats på två håll stämmer inte ({wrong})."),
    numbers: |wrong| format!("Numreringen stämmer inte ({wrong})."),
    search: |wrong| format!("Sökningen: {} stämmer inte.", count(wrong, "ord", "ord")),
    vocabulary: |wrong| format!("Ordlistan för sökning: {} saknas.", count(wrong, "ord", "ord")),
    remembered: |wrong| {
        format!("{} har ändrats på disken.", count(wrong, "ihågkommet exportval", "ihågkomna exportval"))
    },
    more: |more| format!("… och {more} till."),
    unreadable: || {
        hinted(
            "Filen är skadad, och programmet skriver inget i den.",
            "vidpennan check --rebuild gör om filen, om historiken i den är hel; vidpennan restore lägger tillbaka en \
             säkerhetskopia; vidpennan check --salvage FIL räddar det som går att läsa.",
        )
    },
    not_rebuilt: || {
        hinted(
            "Filen är skadad, och den går inte att göra om ur historiken utan att något kan gå förlorat. Inget har ändrats.",
            "vidpennan restore lägger tillbaka en säkerhetskopia; vidpennan check --salvage FIL räddar det som går att \
             läsa.",
        )
    },
    deviates: |faults| {
        let things = if faults == 1 { "en sak".to_owned() } else { format!("{faults} saker") };
        hinted(
            format!(
                "Filen kan läsas, men {things} i den stämmer inte med historiken. Inget skrivs i den innan den är \
                 lagad."
            ),
            "Historiken är hel. Kör vidpennan check --rebuild: då görs allt om ur den.",
        )
    },
    unproven: |faults| {
        let things = if faults == 1 { "en sak".to_owned() } else { format!("{faults} saker") };
        hinted(
            format!(
                "Filen är från en tidigare version, och {things} i den stämmer inte med historiken. Vad som är rätt kan \
                 programmet inte avgöra. Inget skrivs i filen innan den är lagad."
            ),
            "Jämför det som står ovan. vidpennan check --rebuild tar det som historiken säger, och filen som den är läggs \
             bland säkerhetskopiorna.",
        )
    },
    only_in_tables: |records| {
        let records = count(records, "post i filen", "poster i filen");
        hinted(
            format!(
                "{records} finns inte i historiken. Inget har ändrats, och inget skrivs i filen innan den är lagad."
            ),
            "vidpennan check --salvage FIL skriver allt i en ny fil, också det som bara tabellerna har kvar.",
        )
    },
    log_damaged: |rows| {
        let rows = count(rows, "rad i den saknas eller har ändrats", "rader i den saknas eller har ändrats");
        hinted(
            format!(
                "Historiken är skadad: {rows}. Inget har ändrats, och inget skrivs i filen innan den är lagad."
            ),
            "vidpennan check --rebuild försöker återställa raderna; vidpennan restore visar säkerhetskopiorna; vidpennan \
             check --salvage FIL räddar det som går att läsa.",
        )
    },
    log_ended: |rows| {
        let rows = match rows {
            1 => "den sista raden i den är".to_owned(),
            rows => format!("de sista {rows} raderna i den är"),
        };
        hinted(
            format!(
                "Historiken är skadad: {rows} borta, och tabellerna vet mer än den. Inget har ändrats, och inget skrivs i \
                 filen innan den är lagad."
            ),
            "vidpennan check --salvage FIL skriver allt i en ny fil, också det som bara tabellerna har kvar.",
        )
    },
    rebuilt: |faults| {
        let things = if faults == 1 { "en sak".to_owned() } else { format!("{faults} saker") };
        format!("Allt är gjort om ur historiken: {things} rättades.")
    },
    salvaged: |to, meetings, entries| {
        format!("Räddat till {to}: {}, {entries} inlägg.", count(meetings, "möte", "möten"))
    },
    salvaged_rows: |rows, from_copies| {
        let rows = count(rows, "rad", "rader");
        match from_copies {
            0 => format!("Historiken: {rows} ur filen."),
            copies => format!("Historiken: {rows} ur filen och {copies} ur säkerhetskopiorna."),
        }
    },
    other_store: |path| format!("Inte med: {path} är en kopia av en annan databas."),
    lost_rows: |rows| {
        let rows = count(rows, "rad i historiken gick", "rader i historiken gick");
        format!("Borta: {rows} inte att läsa, varken i filen eller i kopiorna.")
    },
    read_from_log: "Databasen är skadad. Det som skrivs ut är läst ur historiken. Kör vidpennan check.",
    known: "Databasen är skadad. Något kan fattas i det som skrivs ut. Kör vidpennan check.",
    copied: "Databasen är skadad, och det är kopian också. Kör vidpennan check.",
    from_tables: |records| {
        let details = count(records, "uppgift", "uppgifter");
        format!("{details} som historiken saknar är hämtade ur filens tabeller.")
    },
    nothing_lost: "Inget i historiken är borta.",
    how_salvaged: |to| {
        format!("Titta i den: vidpennan --db {to}. Lägg den i den gamlas ställe: vidpennan restore {to}.")
    },
    nothing_salvaged: |path| {
        hinted(
            format!("Det går inte att läsa något ur {path}, och inget har skrivits."),
            "vidpennan restore visar säkerhetskopiorna.",
        )
    },
};

pub(super) const EN: CheckWords = CheckWords {
    reading_pages: "Reading pages and indexes …",
    reading_log: "Reading the history …",
    comparing: "Comparing everything with the history …",
    record: |noun, name| match name {
        Some(name) => format!("{noun} “{name}”"),
        None => noun.to_owned(),
    },
    page: |number| match number {
        Some(number) => format!("Page {number} of the file is damaged."),
        None => "A part of the file cannot be read.".to_owned(),
    },
    index: |name| format!("The index {name} does not fit its table."),
    no_table: |name| format!("The table {name} is missing."),
    schema: |name| format!("{name} is missing or not as it should be."),
    log_row: |record, cell| {
        let cell = cell.map_or_else(String::new, |cell| format!(" ({cell})"));
        format!("The history: the row about {record}{cell} was changed after it was written.")
    },
    log_gap: |rows| format!("The history: {} missing or unreadable.", count(rows, "row is", "rows are")),
    log_end: |rows| {
        let rows = count(rows, "row that was written last is", "rows that were written last are");
        format!("The history has lost its end: {rows} gone. The tables still have what was written.")
    },
    not_logged: |records| format!("{} not in the history.", count(records, "record is", "records are")),
    missing: |record| format!("Missing: {record} is in the history only."),
    superfluous: |record| format!("Too much: {record} is not in the history."),
    cell: |record, cell, stored, logged| {
        let stored = stored.map_or_else(|| "cannot be read".to_owned(), |stored| format!("is “{stored}”"));
        format!("{record}: {cell} {stored}; the history says “{logged}”.")
    },
    other_cell: |record| format!("{record}: a detail is not what the history says."),
    derived_cells: |cells| {
        format!(
            "{} wrong.",
            count(cells, "detail that follows from others is", "details that follow from others are")
        )
    },
    replicas: |wrong| format!("Which computers have written is wrong ({wrong})."),
    conflicts: |wrong| format!("What was changed in two places is wrong ({wrong})."),
    numbers: |wrong| format!("The numbering is wrong ({wrong})."),
    search: |wrong| format!("The search: {} wrong.", count(wrong, "word is", "words are")),
    vocabulary: |wrong| format!("The words of the search: {} missing.", count(wrong, "word is", "words are")),
    remembered: |wrong| {
        format!(
            "{} changed on the disk.",
            count(wrong, "remembered choice of an export was", "remembered choices of exports were")
        )
    },
    more: |more| format!("… and {more} more."),
    unreadable: || {
        hinted(
            "The file is damaged, and the program writes nothing to it.",
            "vidpennan check --rebuild makes the file anew, if the history in it is whole; vidpennan restore puts a \
             backup back; vidpennan check --salvage FILE saves what can be read.",
        )
    },
    not_rebuilt: || {
        hinted(
            "The file is damaged, and it cannot be made anew from the history without the risk of a loss. Nothing was changed.",
            "vidpennan restore puts a backup back; vidpennan check --salvage FILE saves what can be read.",
        )
    },
    deviates: |faults| {
        let things = if faults == 1 { "one thing".to_owned() } else { format!("{faults} things") };
        hinted(
            format!(
                "The file can be read, but {things} in it do not agree with the history. Nothing is written to it \
                 until it is mended."
            ),
            "The history is whole. Run vidpennan check --rebuild: everything is made anew from it.",
        )
    },
    unproven: |faults| {
        let things = if faults == 1 { "one thing".to_owned() } else { format!("{faults} things") };
        hinted(
            format!(
                "The file is of an earlier version, and {things} in it do not agree with the history. The program cannot \
                 know which is right. Nothing is written to the file until it is mended."
            ),
            "Compare what is said above. vidpennan check --rebuild takes what the history says, and the file as it is is \
             put among the backups.",
        )
    },
    only_in_tables: |records| {
        let records = count(records, "record of the file is", "records of the file are");
        hinted(
            format!(
                "{records} not in the history. Nothing was changed, and nothing is written until it is mended."
            ),
            "vidpennan check --salvage FILE writes everything to a new file, what only the tables still have too.",
        )
    },
    log_damaged: |rows| {
        let rows =
            count(rows, "row of it is missing or was changed", "rows of it are missing or were changed");
        hinted(
            format!(
                "The history is damaged: {rows}. Nothing was changed, and nothing is written to the file until it is \
                 mended."
            ),
            "vidpennan check --rebuild tries to restore the rows; vidpennan restore shows the backups; vidpennan check \
             --salvage FILE saves what can be read.",
        )
    },
    log_ended: |rows| {
        let rows = match rows {
            1 => "the last row of it is".to_owned(),
            rows => format!("the last {rows} rows of it are"),
        };
        hinted(
            format!(
                "The history is damaged: {rows} gone, and the tables know more than it does. Nothing was changed, and \
                 nothing is written to the file until it is mended."
            ),
            "vidpennan check --salvage FILE writes everything to a new file, also what only the tables still have.",
        )
    },
    rebuilt: |faults| {
        let things = if faults == 1 { "one thing".to_owned() } else { format!("{faults} things") };
        format!("Everything is made anew from the history: {things} corrected.")
    },
    salvaged: |to, meetings, entries| {
        let (meetings, entries) =
            (count(meetings, "meeting", "meetings"), count(entries, "entry", "entries"));
        format!("Salvaged to {to}: {meetings}, {entries}.")
    },
    salvaged_rows: |rows, from_copies| {
        let rows = count(rows, "row", "rows");
        match from_copies {
            0 => format!("The history: {rows} from the file."),
            copies => format!("The history: {rows} from the file and {copies} from the backups."),
        }
    },
    other_store: |path| format!("Left out: {path} is a copy of another database."),
    lost_rows: |rows| {
        let rows = count(rows, "row of the history", "rows of the history");
        format!("Lost: {rows} cannot be read, neither in the file nor in the backups.")
    },
    read_from_log: "The database is damaged. What is written out was read from the history. Run vidpennan check.",
    known: "The database is damaged. Something may be missing in what is written out. Run vidpennan check.",
    copied: "The database is damaged, and so is the copy. Run vidpennan check.",
    from_tables: |records| {
        let details =
            count(records, "detail that the history lacks was", "details that the history lacks were");
        format!("{details} taken from the tables of the file.")
    },
    nothing_lost: "Nothing of the history is lost.",
    how_salvaged: |to| {
        format!(
            "Look into it: vidpennan --db {to}. Put it in the place of the old one: vidpennan restore {to}."
        )
    },
    nothing_salvaged: |path| {
        hinted(
            format!("Nothing can be read in {path}, and nothing was written."),
            "vidpennan restore shows the backups.",
        )
    },
};
