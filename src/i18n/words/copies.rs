//! Copies of the database: what is in them, how they differ from it, and what became of it when one was put back.

use super::errors::{ErrorText, hinted};
use super::reading::megabytes;
use crate::i18n::format::count;

/// How many meetings and entries there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// How many meetings.
    pub meetings: usize,
    /// How many entries.
    pub entries: usize,
}

/// See the module.
#[derive(Debug)]
pub struct CopyWords {
    /// The page's name.
    pub title: &'static str,
    /// How many copies there are.
    pub count: fn(usize) -> String,
    /// There is none beside a store that is only in memory, or of the example.
    pub none_of_example: &'static str,
    /// A copy that is not read yet, one that is sound and one that is not.
    pub states: [&'static str; 3],
    /// What is in a copy.
    pub amount: fn(Amount) -> String,
    /// Its size in bytes.
    pub size: fn(usize) -> String,
    /// A copy is being compared.
    pub comparing: &'static str,
    /// The question whether to put a copy back.
    pub put_back_title: fn(made: &str) -> String,
    /// What that leads to: the folder where the old files go.
    pub put_back_text: fn(folder: &str) -> String,
    /// A copy was put back in the program.
    pub put_back_here: fn(copy: &str) -> String,
    /// The copy that is chosen cannot be used.
    pub damaged: &'static str,
    /// The form for the file that a copy is written to: its title and its field.
    pub write_title: &'static str,
    /// The field of that form.
    pub write_to: &'static str,
    /// A copy was written to this file.
    pub written: fn(path: &str) -> String,
    /// A copy is being written.
    pub writing: &'static str,
    /// The size of a copy in bytes, and what is in it; `None` where it cannot be read.
    pub contents: fn(bytes: usize, Option<Amount>) -> String,
    /// There is none in this folder.
    pub none: fn(folder: &str) -> String,
    /// Over the list of copies of a database.
    pub listed: fn(path: &str) -> String,
    /// Below it: how one is put back.
    pub how: &'static str,
    /// What was named is neither a file nor one of the copies.
    pub unknown: fn(&str) -> ErrorText,
    /// The copy that was named is not sound.
    pub unsound: fn(path: &str) -> ErrorText,
    /// What only the copy has, and some of its meetings.
    pub only_in_copy: fn(Amount, titles: &[String]) -> String,
    /// What only the database has, and some of its meetings.
    pub only_in_database: fn(Amount, titles: &[String]) -> String,
    /// The same meetings and entries, but so many cells were written since in the one that has more.
    pub written_since: fn(in_database: bool, rows: usize) -> String,
    /// The copy and the database have the same in them.
    pub same: &'static str,
    /// The database cannot be read, so nothing can be compared.
    pub not_compared: &'static str,
    /// What can be answered where a database cannot be opened: one of so many copies, the database itself where it is
    /// there, to begin anew, or to leave.
    pub choose: fn(copies: usize, has_file: bool) -> String,
    /// The file that was to be made is there already, and nothing takes its place.
    pub taken: fn(path: &str) -> ErrorText,
    /// A copy was put back.
    pub put_back: fn(copy: &str, path: &str) -> String,
    /// Where the files are that were there before.
    pub put_aside: fn(folder: &str) -> String,
    /// The database is in a folder that this service synchronises.
    pub synchronised: fn(service: &str) -> String,
    /// The database is on the network.
    pub remote: &'static str,
    /// The database begins anew.
    pub begun_anew: fn(path: &str) -> String,
}

/// Two titles, and how many more there are.
fn some(titles: &[String], more: fn(usize) -> String) -> String {
    let named: Vec<&str> =
        titles.iter().filter(|title| !title.is_empty()).take(2).map(String::as_str).collect();
    match (named.len(), titles.len() - named.len()) {
        (0, _) => String::new(),
        (_, 0) => format!(" ({})", named.join(", ")),
        (_, left) => format!(" ({} {})", named.join(", "), more(left)),
    }
}

fn amount_sv(amount: Amount) -> String {
    let meetings = count(amount.meetings, "möte", "möten");
    format!("{meetings}, {} inlägg", amount.entries)
}

fn amount_en(amount: Amount) -> String {
    let meetings = count(amount.meetings, "meeting", "meetings");
    format!("{meetings}, {}", count(amount.entries, "entry", "entries"))
}

pub(super) const SV: CopyWords = CopyWords {
    title: "Säkerhetskopior",
    count: |copies| format!("{}, den nyaste först", count(copies, "kopia", "kopior")),
    none_of_example: "Av exemplet tas inga säkerhetskopior: det raderas när du lämnar det.",
    states: ["läses …", "hel", "skadad"],
    amount: amount_sv,
    size: |bytes| megabytes(bytes, ','),
    comparing: "Jämför kopian",
    put_back_title: |made| format!("Lägga tillbaka kopian från {made}?"),
    put_back_text: |folder| {
        format!(
            "Det som finns nu ställs undan i {folder} och raderas inte; det som skrivits efter kopian finns bara där. \
             Sedan fortsätter programmet med kopian. Det går inte att ångra med Ctrl+Z."
        )
    },
    put_back_here: |copy| format!("{copy} är tillbakalagd, och programmet fortsätter med den."),
    damaged: "Kopian är skadad och går inte att använda. Välj en annan.",
    write_title: "Skriv kopian till en fil",
    write_to: "Fil",
    written: |path| format!("Kopian är skriven: {path}"),
    writing: "Skriver kopian",
    contents: |bytes, amount| {
        let amount = amount.map_or_else(|| "går inte att läsa".to_owned(), amount_sv);
        format!("{} · {amount}", megabytes(bytes, ','))
    },
    none: |folder| format!("Det finns inga säkerhetskopior i {folder}."),
    listed: |path| format!("Säkerhetskopior av {path}, den nyaste först:"),
    how: "vidpennan restore KOPIA jämför och lägger tillbaka en; det som finns nu ställs undan och raderas inte. \
          Med --dry-run jämförs bara.",
    unknown: |name| {
        hinted(format!("Det finns ingen säkerhetskopia ”{name}”."), "vidpennan restore visar dem som finns.")
    },
    unsound: |path| {
        hinted(
            format!("Kopian {path} är inte hel. Inget har ändrats."),
            "Välj en annan: vidpennan restore visar dem.",
        )
    },
    only_in_copy: |amount, titles| {
        format!("Bara i kopian: {}{}.", amount_sv(amount), some(titles, |more| format!("och {more} till")))
    },
    only_in_database: |amount, titles| {
        format!("Bara i databasen: {}{}.", amount_sv(amount), some(titles, |more| format!("och {more} till")))
    },
    written_since: |in_database, rows| {
        let at = if in_database { "databasen" } else { "kopian" };
        format!("Samma möten och inlägg; {} har skrivits senare i {at}.", count(rows, "ändring", "ändringar"))
    },
    same: "Kopian och databasen är lika.",
    not_compared: "Databasen går inte att läsa, så det går inte att jämföra.",
    choose: |copies, has_file| {
        let copy = match copies {
            0 => String::new(),
            1 => "1 lägger tillbaka kopian · ".to_owned(),
            copies => format!("1–{copies} lägger tillbaka en kopia · "),
        };
        let file = if has_file { "D behåller databasen utan loggen · " } else { "" };
        format!("{copy}{file}N börjar om från början · Enter ändrar inget:")
    },
    taken: |path| hinted(format!("{path} finns redan, och har inte rörts."), "Välj ett annat namn."),
    put_back: |copy, path| format!("{copy} är tillbakalagd som {path}."),
    put_aside: |folder| format!("Det som fanns där ligger i {folder}."),
    synchronised: |service| {
        format!(
            "Databasen ligger i en mapp som {service} synkroniserar: den kan bli skadad. Flytta den med vidpennan \
             backup till en vanlig mapp."
        )
    },
    remote: "Databasen ligger på nätverket eller en lånad enhet, där lås inte alltid håller: den kan bli skadad. Flytta \
             den med vidpennan backup till den egna datorn.",
    begun_anew: |path| {
        format!("{path} börjar om från början. De gamla filerna och kopiorna ligger kvar bredvid.")
    },
};

pub(super) const EN: CopyWords = CopyWords {
    title: "Backups",
    count: |copies| format!("{}, the newest first", count(copies, "copy", "copies")),
    none_of_example: "There are no backups of the example: it is deleted when you leave it.",
    states: ["reading …", "sound", "damaged"],
    amount: amount_en,
    size: |bytes| megabytes(bytes, '.'),
    comparing: "Comparing the copy",
    put_back_title: |made| format!("Put back the copy of {made}?"),
    put_back_text: |folder| {
        format!(
            "What is there now is put aside in {folder} and not deleted; what was written after the copy is only there. \
             Then the program goes on with the copy. Ctrl+Z does not undo it."
        )
    },
    put_back_here: |copy| format!("{copy} was put back, and the program goes on with it."),
    damaged: "The copy is damaged and cannot be used. Choose another.",
    write_title: "Write the copy to a file",
    write_to: "File",
    written: |path| format!("The copy was written: {path}"),
    writing: "Writing the copy",
    contents: |bytes, amount| {
        let amount = amount.map_or_else(|| "cannot be read".to_owned(), amount_en);
        format!("{} · {amount}", megabytes(bytes, '.'))
    },
    none: |folder| format!("There are no backups in {folder}."),
    listed: |path| format!("Backups of {path}, the newest first:"),
    how: "vidpennan restore COPY compares one and puts it back; what is there now is put aside and not deleted. With \
          --dry-run they are only compared.",
    unknown: |name| {
        hinted(format!("There is no backup “{name}”."), "vidpennan restore shows those that there are.")
    },
    unsound: |path| {
        hinted(
            format!("The copy {path} is not sound. Nothing was changed."),
            "Choose another: vidpennan restore shows them.",
        )
    },
    only_in_copy: |amount, titles| {
        format!("Only in the copy: {}{}.", amount_en(amount), some(titles, |more| format!("and {more} more")))
    },
    only_in_database: |amount, titles| {
        format!(
            "Only in the database: {}{}.",
            amount_en(amount),
            some(titles, |more| format!("and {more} more"))
        )
    },
    written_since: |in_database, rows| {
        let at = if in_database { "database" } else { "copy" };
        format!(
            "The same meetings and entries; {} written later in the {at}.",
            count(rows, "change was", "changes were")
        )
    },
    same: "The copy and the database are the same.",
    not_compared: "The database cannot be read, so they cannot be compared.",
    choose: |copies, has_file| {
        let copy = match copies {
            0 => String::new(),
            1 => "1 puts the copy back · ".to_owned(),
            copies => format!("1–{copies} puts a copy back · "),
        };
        let file = if has_file { "D keeps the database without the log · " } else { "" };
        format!("{copy}{file}N begins anew · Enter changes nothing:")
    },
    taken: |path| hinted(format!("{path} is there already, and was not touched."), "Choose another name."),
    put_back: |copy, path| format!("{copy} was put back as {path}."),
    put_aside: |folder| format!("What was there is in {folder}."),
    synchronised: |service| {
        format!(
            "The database is in a folder that {service} synchronises: it may be damaged. Move it to an ordinary folder \
             with vidpennan backup."
        )
    },
    remote: "The database is on the network or on a drive of another program, where locks do not always hold: it may be \
             damaged. Move it to this computer with vidpennan backup.",
    begun_anew: |path| format!("{path} begins anew. The old files and copies are beside it."),
};
