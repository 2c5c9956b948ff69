//! Files going out and coming in: the pages with previews.

use crate::i18n::format::grouped;

/// See the module.
#[derive(Debug)]
pub struct FileWords {
    /// The export page's name.
    pub export: &'static str,
    /// Before the format.
    pub format: &'static str,
    /// What a format is called, by its code.
    pub formats: fn(code: &str) -> &'static str,
    /// Beside the option whether the team's answers are included.
    pub responses: &'static str,
    /// What is done with names.
    pub names: &'static str,
    /// Beside the option whether tables and rounds are included.
    pub provenance: &'static str,
    /// Beside the option whether only unanswered challenges are included.
    pub unanswered_only: &'static str,
    /// An option that is on.
    pub yes: &'static str,
    /// An option that is off.
    pub no: &'static str,
    /// Before the path.
    pub file: &'static str,
    /// Nothing is left to write after the choices.
    pub nothing_to_write: &'static str,
    /// The work that writes a file.
    pub writing: &'static str,
    /// A file was written.
    pub written: fn(path: &str) -> String,
    /// The question before another file is replaced.
    pub replace_title: &'static str,
    /// What replacing means.
    pub replace_text: fn(path: &str) -> String,
    /// A file name is needed.
    pub no_name: &'static str,
    /// The import page's name.
    pub import: &'static str,
    /// What to do on the import page.
    pub ask: &'static str,
    /// The same in one short line.
    pub ask_briefly: &'static str,
    /// Files that are marked to be read: how many, their names.
    pub files_marked: fn(usize, names: &str) -> String,
    /// Which of several files is shown.
    pub nth_file: fn(nth: usize, total: usize) -> String,
    /// Over the preview of one of several files: which one, its name, and the key that goes past it.
    pub one_of_several: fn(place: &str, file: &str, skip: &str) -> String,
    /// The receipt for several files: how many of them were stored.
    pub stored_files: fn(stored: usize, total: usize) -> String,
    /// The file is being read.
    pub reading: &'static str,
    /// The file could not be opened: its name and why.
    pub unreadable: fn(path: &str, why: &str) -> String,
    /// There is no such file.
    pub no_file: &'static str,
    /// The path to import is a folder.
    pub is_folder: &'static str,
    /// The path to import is a pipe or a device.
    pub is_special: &'static str,
    /// The file may not be read.
    pub not_allowed: &'static str,
    /// The disk is full.
    pub is_full: &'static str,
    /// The disk is protected.
    pub is_protected: &'static str,
    /// Another program holds the file.
    pub is_busy: &'static str,
    /// The drive, or the network that it is on, does not answer.
    pub no_answer: &'static str,
    /// There is less in the file than there should be.
    pub ends_early: &'static str,
    /// The system takes no such name.
    pub bad_name: &'static str,
    /// The disk has failed, or whatever it was.
    pub disk_failed: &'static str,
    /// No title was found.
    pub untitled: &'static str,
    /// No date was found.
    pub undated: &'static str,
    /// What was understood, in numbers.
    pub understood: fn(sections: usize, entries: usize) -> String,
    /// Challenges, and how many have no response.
    pub challenges: fn(all: usize, unanswered: usize) -> String,
    /// In the summary of a file: how many commitments it has.
    pub commitments: fn(usize) -> String,
    /// In the summary of a file: how many actions it has.
    pub actions: fn(usize) -> String,
    /// Entries, of one section.
    pub entries: fn(usize) -> String,
    /// There are so many more entries in a section.
    pub more: fn(usize) -> String,
    /// Text before the first heading.
    pub no_heading: &'static str,
    /// Before the signatures, in the summary of a file.
    pub signed: &'static str,
    /// Over the remarks.
    pub remarks: fn(usize) -> String,
    /// A line of the file.
    pub line: fn(usize) -> String,
    /// The double encoding can be repaired with this key.
    pub can_repair: fn(key: &str) -> String,
    /// The double encoding has been repaired; this key takes it back.
    pub repaired: fn(key: &str) -> String,
    /// How to store what is shown, by the keys for it and for going back, and the programme that it will belong to.
    pub how: fn(store: &str, back: &str, programme: Option<&str>) -> String,
    /// How to store a list of people, by the keys for it and for going back.
    pub how_people: fn(store: &str, back: &str) -> String,
    /// How many people are in a list.
    pub people: fn(usize) -> String,
    /// The columns of a list that are not kept.
    pub not_kept: fn(&str) -> String,
    /// A row of a list, in a sheet with this name where there are several.
    pub row: fn(sheet: &str, row: usize) -> String,
    /// The sheets that were read, each with the number of people in it.
    pub sheets: fn(&str) -> String,
    /// The sheets that were not read: they do not say where the names are.
    pub sheets_unread: fn(&str) -> String,
    /// The notice after a list of so many was stored.
    pub stored_people: fn(usize) -> String,
    /// The notice after minutes were stored: their title.
    pub stored: fn(title: &str) -> String,
    /// So many of so many entries of a long file are stored.
    pub storing: fn(done: usize, total: usize) -> String,
    /// The storing was cancelled: so many of so many parts are gone again.
    pub taking_back: fn(done: usize, total: usize) -> String,
    /// Minutes were not stored, as that was cancelled; whether others had written in the meeting, which is still there.
    pub not_stored: fn(title: &str, kept: bool) -> String,
    /// Before the program ends while minutes are being stored: what becomes of them.
    pub storing_is_lost: &'static str,
    /// Minutes were being stored when the program ended the last time: their titles.
    pub taken_back: fn(titles: &[String]) -> String,
    /// The file was read before, as this meeting.
    pub known: fn(title: &str) -> String,
    /// The question before a file is read twice.
    pub again_title: &'static str,
}

pub(super) const SV: FileWords = FileWords {
    export: "Exportera",
    format: "Format",
    formats: |code| match code {
        "txt" => "text",
        "md" => "Markdown",
        "html" => "webbsida",
        "docx" => "Word",
        "json" => "data (JSON)",
        _ => "fil",
    },
    responses: "Återkoppling",
    names: "Namn",
    provenance: "Bord och omgång",
    unanswered_only: "Bara obesvarade",
    yes: "ja",
    no: "nej",
    file: "Fil",
    nothing_to_write: "Det finns inget kvar att skriva med de valen.",
    writing: "Skriver filen",
    written: |path| format!("Skrivet: {path}"),
    replace_title: "Filen finns redan. Skriva över den?",
    replace_text: |path| format!("{path} ersätts. Det går inte att ångra."),
    no_name: "Filen behöver ett namn.",
    import: "Läs in",
    ask: "Skriv sökvägen till en fil med anteckningar (.txt, .md, .docx, .json) eller en deltagarlista (.csv, .xlsx, \
          .ods), eller välj i listan. Du får se vad som förstås innan något sparas.",
    ask_briefly: "Välj en fil eller skriv sökvägen.",
    files_marked: |count, names| {
        let files = if count == 1 { "fil vald" } else { "filer valda" };
        format!("{count} {files}: {names}")
    },
    nth_file: |nth, total| format!("Fil {nth} av {total}"),
    one_of_several: |place, file, skip| format!("{place}: {file}. {skip} hoppar över den."),
    stored_files: |stored, total| {
        if stored == total {
            format!("{stored} filer inlästa")
        } else {
            format!("{stored} av {total} filer {}", if stored == 1 { "inläst" } else { "inlästa" })
        }
    },
    reading: "Läser …",
    unreadable: |path, why| format!("{path} gick inte att läsa: {why}."),
    no_file: "filen finns inte",
    is_folder: "det är en mapp",
    is_special: "det är ingen vanlig fil",
    not_allowed: "du har inte rätt att läsa den",
    is_full: "disken är full",
    is_protected: "disken är skrivskyddad",
    is_busy: "ett annat program använder den",
    no_answer: "disken eller nätverket svarar inte",
    ends_early: "den slutar för tidigt",
    bad_name: "namnet går inte att använda",
    disk_failed: "disken svarade med ett fel",
    untitled: "(ingen titel)",
    undated: "inget datum",
    understood: |sections, entries| format!("{sections} avsnitt · {entries} inlägg"),
    challenges: |all, unanswered| match (all, unanswered) {
        (1, 0) => "1 utmaning, besvarad".to_owned(),
        (all, 0) => format!("{all} utmaningar, alla besvarade"),
        (1, _) => "1 utmaning, obesvarad".to_owned(),
        (all, unanswered) => format!("{all} utmaningar, {unanswered} obesvarade"),
    },
    commitments: |number| format!("{number} {}", if number == 1 { "åtagande" } else { "åtaganden" }),
    actions: |number| format!("{number} {}", if number == 1 { "åtgärd" } else { "åtgärder" }),
    entries: |number| format!("{number} inlägg"),
    more: |number| format!("… och {number} till"),
    no_heading: "(före den första rubriken)",
    signed: "Vid pennan",
    remarks: |number| {
        if number == 1 { "1 sak att titta på".to_owned() } else { format!("{number} saker att titta på") }
    },
    line: |line| format!("rad {line}"),
    can_repair: |key| format!("Texten verkar kodad två gånger. {key} reparerar den."),
    repaired: |key| format!("Den dubbla kodningen är reparerad. {key} tar tillbaka det."),
    how: |store, back, programme| {
        let programme = programme.map(|name| format!(" i programmet {name}")).unwrap_or_default();
        format!("Filen är inte sparad än. {store} sparar som ett nytt möte{programme}, {back} går tillbaka.")
    },
    how_people: |store, back| {
        format!("Listan är inte sparad än. {store} sparar i registret, {back} går tillbaka.")
    },
    people: |number| format!("{number} {}", if number == 1 { "person" } else { "personer" }),
    not_kept: |columns| {
        format!("Registret sparar namn, roll, organisation och e-post. Det här tas inte med: {columns}")
    },
    row: |sheet, row| if sheet.is_empty() { format!("rad {row}") } else { format!("{sheet}, rad {row}") },
    sheets: |sheets| format!("Läst ur bladen {sheets}"),
    sheets_unread: |sheets| format!("Inte läst, för där finns ingen rubrik för namn: {sheets}"),
    stored_people: |number| {
        format!("Inläst i registret: {number} {}", if number == 1 { "person" } else { "personer" })
    },
    stored: |title| format!("Inläst: {title}"),
    storing: |done, total| format!("Läser in {} av {}", grouped(done), grouped(total)),
    taking_back: |done, total| format!("Tar bort det som lästs in, del {done} av {total}"),
    not_stored: |title, kept| {
        let left = if kept {
            "Bara det som andra skrev i mötet under tiden är kvar."
        } else {
            "Inget av den är sparat."
        };
        format!("Inläsningen av {title} avbröts. {left}")
    },
    storing_is_lost: "En fil läses in. Slutar du nu tas det som redan är inläst bort igen.",
    taken_back: |titles| {
        format!("Inläsningen av {} hann inte bli klar förra gången. Den är borttagen.", titles.join(", "))
    },
    known: |title| format!("Filen är redan inläst, som mötet {title}."),
    again_title: "Läsa in filen en gång till?",
};

pub(super) const EN: FileWords = FileWords {
    export: "Export",
    format: "Format",
    formats: |code| match code {
        "txt" => "text",
        "md" => "Markdown",
        "html" => "web page",
        "docx" => "Word",
        "json" => "data (JSON)",
        _ => "file",
    },
    responses: "Responses",
    names: "Names",
    provenance: "Table and round",
    unanswered_only: "Unanswered only",
    yes: "yes",
    no: "no",
    file: "File",
    nothing_to_write: "Nothing is left to write with these choices.",
    writing: "Writing the file",
    written: |path| format!("Written: {path}"),
    replace_title: "The file exists already. Replace it?",
    replace_text: |path| format!("{path} will be replaced. That cannot be undone."),
    no_name: "The file needs a name.",
    import: "Read in",
    ask: "Write the path of a file with minutes (.txt, .md, .docx, .json) or a list of participants (.csv, .xlsx, \
          .ods), or choose in the list. You will see what is understood before anything is stored.",
    ask_briefly: "Choose a file or write its path.",
    files_marked: |count, names| {
        format!("{count} {} chosen: {names}", if count == 1 { "file" } else { "files" })
    },
    nth_file: |nth, total| format!("File {nth} of {total}"),
    one_of_several: |place, file, skip| format!("{place}: {file}. {skip} skips it."),
    stored_files: |stored, total| {
        if stored == total {
            format!("{stored} files read in")
        } else {
            format!("{stored} of {total} files read in")
        }
    },
    reading: "Reading …",
    unreadable: |path, why| format!("{path} could not be read: {why}."),
    no_file: "there is no such file",
    is_folder: "it is a folder",
    is_special: "it is no ordinary file",
    not_allowed: "you have no right to read it",
    is_full: "the disk is full",
    is_protected: "the disk is write-protected",
    is_busy: "another program is using it",
    no_answer: "the disk or the network does not answer",
    ends_early: "it ends too early",
    bad_name: "the name cannot be used",
    disk_failed: "the disk reported an error",
    untitled: "(no title)",
    undated: "no date",
    understood: |sections, entries| {
        let sections = format!("{sections} {}", if sections == 1 { "section" } else { "sections" });
        format!("{sections} · {entries} {}", if entries == 1 { "entry" } else { "entries" })
    },
    challenges: |all, unanswered| match (all, unanswered) {
        (1, 0) => "1 challenge, answered".to_owned(),
        (all, 0) => format!("{all} challenges, all answered"),
        (1, _) => "1 challenge, unanswered".to_owned(),
        (all, unanswered) => format!("{all} challenges, {unanswered} unanswered"),
    },
    commitments: |number| format!("{number} {}", if number == 1 { "commitment" } else { "commitments" }),
    actions: |number| format!("{number} {}", if number == 1 { "action" } else { "actions" }),
    entries: |number| format!("{number} {}", if number == 1 { "entry" } else { "entries" }),
    more: |number| format!("… and {number} more"),
    no_heading: "(before the first heading)",
    signed: "At the pen",
    remarks: |number| {
        if number == 1 { "1 thing to look at".to_owned() } else { format!("{number} things to look at") }
    },
    line: |line| format!("line {line}"),
    can_repair: |key| format!("The text looks encoded twice. {key} repairs it."),
    repaired: |key| format!("The double encoding is repaired. {key} takes that back."),
    how: |store, back, programme| {
        let programme = programme.map(|name| format!(" of the programme {name}")).unwrap_or_default();
        format!(
            "The file is not stored yet. {store} stores it as a new meeting{programme}, {back} goes back."
        )
    },
    how_people: |store, back| {
        format!("The list is not stored yet. {store} stores it in the register, {back} goes back.")
    },
    people: |number| format!("{number} {}", if number == 1 { "person" } else { "people" }),
    not_kept: |columns| {
        format!("The register keeps name, role, organisation and e-mail. Not taken along: {columns}")
    },
    row: |sheet, row| if sheet.is_empty() { format!("row {row}") } else { format!("{sheet}, row {row}") },
    sheets: |sheets| format!("Read from the sheets {sheets}"),
    sheets_unread: |sheets| format!("Not read, as no column there is called names: {sheets}"),
    stored_people: |number| {
        format!("Read into the register: {number} {}", if number == 1 { "person" } else { "people" })
    },
    stored: |title| format!("Read in: {title}"),
    storing: |done, total| format!("Reading in {} of {}", grouped(done), grouped(total)),
    taking_back: |done, total| format!("Taking away what was read in, part {done} of {total}"),
    not_stored: |title, kept| {
        let left = if kept {
            "Only what others wrote in the meeting meanwhile is left."
        } else {
            "Nothing of it is stored."
        };
        format!("Reading in {title} was cancelled. {left}")
    },
    storing_is_lost: "A file is being read in. If you quit now, what has been read in is taken away again.",
    taken_back: |titles| {
        format!("Reading in {} was not finished the last time. It was taken away.", titles.join(", "))
    },
    known: |title| format!("The file was read before, as the meeting {title}."),
    again_title: "Read the file once more?",
};
