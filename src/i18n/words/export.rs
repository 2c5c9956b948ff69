//! The export page: what goes out, how, and where to.

use super::errors::{ErrorText, hinted};
use crate::i18n::format::count;

/// See the module.
#[derive(Debug)]
pub struct ExportWords {
    /// Before the report.
    pub report: &'static str,
    /// Before how much it is about.
    pub scope: &'static str,
    /// The meeting, the whole programme.
    pub scopes: [&'static str; 2],
    /// A report about so many marked rows of a list.
    pub marked: fn(number: usize) -> String,
    /// A report about so many rows of a list: those that pass its filter.
    pub filtered: fn(number: usize) -> String,
    /// A report about chosen work has no text of its own to edit.
    pub work_not_edited: &'static str,
    /// Before whom it is for.
    pub profile: &'static str,
    /// It is for nobody in particular: each thing was chosen by itself.
    pub own_choices: &'static str,
    /// Before the formats.
    pub formats: &'static str,
    /// What a format is called, by its code.
    pub format: fn(code: &str) -> &'static str,
    /// Before the Word document whose look is taken on.
    pub template: &'static str,
    /// No such document was chosen.
    pub no_template: &'static str,
    /// How many things may be personal.
    pub to_look_at: fn(usize) -> String,
    /// Nothing may be personal.
    pub nothing_to_look_at: &'static str,
    /// In how many texts of the template names were hidden.
    pub hidden_in_template: fn(number: usize) -> String,
    /// Before the names that stay though names are hidden.
    pub kept: fn(what: &str) -> String,
    /// One of them, and why it stays.
    pub kept_name: fn(name: &str, why: &str) -> String,
    /// Before what was hidden.
    pub hidden: fn(what: &str) -> String,
    /// Something that is in so many places, more than one.
    pub in_places: fn(what: &str, places: usize) -> String,
    /// The same for several together.
    pub in_all_places: fn(what: &str, places: usize) -> String,
    /// So many places, more than one.
    pub places_of: fn(usize) -> String,
    /// Over the list of them, where there is room for more than how many they are.
    pub findings_title: fn(usize) -> String,
    /// What the list is for.
    pub findings_about: &'static str,
    /// Places without a heading: the title, who made it, the facts at the top, data that programs read.
    pub places: [&'static str; 4],
    /// Nothing was found.
    pub no_findings: &'static str,
    /// The preview shows what the history has, as the file is damaged.
    pub from_log: &'static str,
    /// The preview shows a text that somebody has written on.
    pub written_on: &'static str,
    /// Before what the preview shows.
    pub view: &'static str,
    /// What the preview shows: as it reads, tables, days.
    pub views: [&'static str; 3],
    /// The preview shows the text of a file in this format.
    pub view_text: fn(format: &str) -> String,
    /// Before where the files go.
    pub file: &'static str,
    /// In place of the preview until it is ready.
    pub preparing: &'static str,
    /// No format was chosen.
    pub no_format: &'static str,
    /// A profile was chosen, and its formats with it.
    pub formats_of: fn(profile: &str, formats: &str) -> String,
    /// The work that writes the files: which format, of how many.
    pub writing: fn(format: &str, at: usize, all: usize) -> String,
    /// Over the names of the files that were written.
    pub written: fn(usize) -> String,
    /// The notice where the page itself cannot say it.
    pub written_in: fn(files: usize, folder: &str) -> String,
    /// It was cancelled, but some files had been written already.
    pub cancelled: fn(written: usize) -> String,
    /// A format could not be written.
    pub not_written: fn(format: &str) -> ErrorText,
    /// The question before other files are replaced.
    pub replace_title: fn(usize) -> String,
    /// What replacing means.
    pub replace_text: &'static str,
    /// There are so many more.
    pub more: fn(usize) -> String,
    /// How many gaps are left to fill in.
    pub gaps: fn(usize) -> String,
    /// What the text was made from has changed since it was edited.
    pub is_old: &'static str,
    /// The text is on disk.
    pub is_saved: &'static str,
    /// Some of the text is not on disk yet.
    pub is_unsaved: &'static str,
    /// Somebody else has saved the text while it is written on here.
    pub newer: &'static str,
    /// The question before this text replaces that one.
    pub newer_title: &'static str,
    /// What becomes of the other text.
    pub newer_text: &'static str,
    /// The question before a fresh text takes the place of what was written.
    pub discard_title: &'static str,
    /// What that means.
    pub discard_text: &'static str,
    /// Minutes are not written on here.
    pub not_edited: &'static str,
    /// The work that opens a folder.
    pub opening: &'static str,
    /// The folder was opened.
    pub opened: fn(folder: &str) -> String,
    /// This machine shows no folders.
    pub no_desktop: fn(folder: &str) -> String,
    /// The system would not open the folder.
    pub not_opened: fn(folder: &str, why: &str) -> String,
}

fn sv_to_look_at(number: usize) -> String {
    count(number, "sak att titta på", "saker att titta på")
}

fn en_to_look_at(number: usize) -> String {
    count(number, "thing to look at", "things to look at")
}

pub(super) const SV: ExportWords = ExportWords {
    report: "Rapport",
    scope: "Gäller",
    scopes: ["mötet", "hela programmet"],
    marked: |number| format!("{number} {}", if number == 1 { "markerad" } else { "markerade" }),
    filtered: |number| format!("{number} i den filtrerade listan"),
    work_not_edited: "Texten redigeras bara när rapporten gäller hela mötet eller programmet.",
    profile: "Profil",
    own_choices: "egna val",
    template: "Mall",
    no_template: "ingen (sökväg till en .docx)",
    to_look_at: sv_to_look_at,
    nothing_to_look_at: "inget att titta på",
    hidden_in_template: |number| {
        format!("Dolt i mallens sidhuvud och sidfot: {}.", count(number, "text", "texter"))
    },
    kept: |what| format!("Kvar med flit: {what}"),
    kept_name: |name, why| format!("”{name}” ({why})"),
    hidden: |what| format!("Dolt: {what}"),
    in_places: |what, places| format!("{what} på {places} ställen"),
    in_all_places: |what, places| format!("{what} på totalt {places} ställen"),
    places_of: |places| format!("{places} ställen"),
    findings_title: |number| format!("{} innan det går ut", sv_to_look_at(number)),
    findings_about: "Det här kan säga något om en person. Se efter att den som läser får veta det.",
    places: ["titeln", "dokumentets egenskaper", "överst", "data"],
    no_findings: "Inga personuppgifter hittades.",
    from_log: "databasen är skadad: läst ur historiken",
    written_on: "redigerad text",
    formats: "Format",
    format: |code| match code {
        "txt" => "text",
        "md" => "Markdown",
        "html" => "webbsida",
        "docx" => "Word",
        "pdf" => "PDF",
        "xlsx" => "Excel",
        "csv" => "CSV",
        "ics" => "kalender",
        "json" => "data (JSON)",
        _ => "fil",
    },
    view: "Visa",
    views: ["som det läses", "tabellerna", "dagarna"],
    view_text: |format| format!("filen som {format}"),
    file: "Fil",
    preparing: "Läser …",
    no_format: "Välj minst ett format.",
    formats_of: |profile, formats| format!("Profilen {profile} skriver: {formats}"),
    writing: |format, at, all| {
        if all == 1 { format!("Skriver {format}") } else { format!("Skriver {format} ({at} av {all})") }
    },
    written: |files| format!("Skrivet: {files} {}", if files == 1 { "fil" } else { "filer" }),
    written_in: |files, folder| {
        format!("Skrivet: {files} {} i {folder}", if files == 1 { "fil" } else { "filer" })
    },
    cancelled: |written| {
        format!("Avbrutet. {written} {} var redan skrivna", if written == 1 { "fil" } else { "filer" })
    },
    not_written: |format| {
        hinted(
            format!("Det gick inte att skriva som {format}. Inget har skrivits."),
            "Välj ett annat format, eller ta bort tecken som inte är vanlig text.",
        )
    },
    replace_title: |files| {
        if files == 1 {
            "Filen finns redan. Skriva över den?".to_owned()
        } else {
            format!("{files} filer finns redan. Skriva över dem?")
        }
    },
    replace_text: "Det som står i dem nu försvinner och går inte att få tillbaka.",
    more: |number| format!("… och {number} till"),
    gaps: |gaps| match gaps {
        0 => "inga luckor".to_owned(),
        1 => "1 lucka kvar".to_owned(),
        gaps => format!("{gaps} luckor kvar"),
    },
    is_old: "mötena har ändrats sedan dess",
    is_saved: "sparat",
    is_unsaved: "inte sparat än",
    newer: "ändrad av någon annan",
    newer_title: "Skriva över det som någon annan har sparat?",
    newer_text: "Texten har sparats av någon annan medan du skrev. Den texten finns kvar i historiken.",
    discard_title: "Börja om med en ny text?",
    discard_text: "Texten skrivs på nytt från mötena. Det du har skrivit själv försvinner; Ctrl+Z tar tillbaka det.",
    not_edited: "Anteckningar ändras i mötet, påminnelser i mejlet. Välj en annan rapport.",
    opening: "Öppnar mappen",
    opened: |folder| format!("Mappen är öppnad: {folder}"),
    no_desktop: |folder| format!("Den här datorn visar inga mappar här. Filerna ligger i {folder}"),
    not_opened: |folder, why| format!("Mappen {folder} gick inte att öppna: {why}"),
};

pub(super) const EN: ExportWords = ExportWords {
    report: "Report",
    scope: "About",
    scopes: ["the meeting", "the whole programme"],
    marked: |number| format!("{number} marked"),
    filtered: |number| format!("{number} in the filtered list"),
    work_not_edited: "The text can be edited only for a whole meeting or programme.",
    profile: "Profile",
    own_choices: "own choices",
    template: "Template",
    no_template: "none (path of a .docx)",
    to_look_at: en_to_look_at,
    nothing_to_look_at: "nothing to look at",
    hidden_in_template: |number| {
        format!("Hidden in the template’s header and footer: {}.", count(number, "text", "texts"))
    },
    kept: |what| format!("Left on purpose: {what}"),
    kept_name: |name, why| format!("“{name}” ({why})"),
    hidden: |what| format!("Hidden: {what}"),
    in_places: |what, places| format!("{what} in {places} places"),
    in_all_places: |what, places| format!("{what} in {places} places in all"),
    places_of: |places| format!("{places} places"),
    findings_title: |number| format!("{} before it goes out", en_to_look_at(number)),
    findings_about: "This may tell something about a person. Make sure that those who read may know it.",
    places: ["the title", "the document's properties", "at the top", "data"],
    no_findings: "No personal data was found.",
    from_log: "the database is damaged: read from the history",
    written_on: "edited text",
    formats: "Formats",
    format: |code| match code {
        "txt" => "text",
        "md" => "Markdown",
        "html" => "web page",
        "docx" => "Word",
        "pdf" => "PDF",
        "xlsx" => "Excel",
        "csv" => "CSV",
        "ics" => "calendar",
        "json" => "data (JSON)",
        _ => "file",
    },
    view: "Show",
    views: ["as it reads", "the tables", "the days"],
    view_text: |format| format!("the file as {format}"),
    file: "File",
    preparing: "Reading …",
    no_format: "Choose a format at least.",
    formats_of: |profile, formats| format!("The profile {profile} writes: {formats}"),
    writing: |format, at, all| {
        if all == 1 { format!("Writing {format}") } else { format!("Writing {format} ({at} of {all})") }
    },
    written: |files| format!("Written: {files} {}", if files == 1 { "file" } else { "files" }),
    written_in: |files, folder| {
        format!("Written: {files} {} in {folder}", if files == 1 { "file" } else { "files" })
    },
    cancelled: |written| {
        format!(
            "Cancelled. {written} {} been written already",
            if written == 1 { "file had" } else { "files had" }
        )
    },
    not_written: |format| {
        hinted(
            format!("It could not be written as {format}. Nothing was written."),
            "Choose another format, or take out characters that are no ordinary text.",
        )
    },
    replace_title: |files| {
        if files == 1 {
            "The file exists already. Replace it?".to_owned()
        } else {
            format!("{files} files exist already. Replace them?")
        }
    },
    replace_text: "What stands in them now will be gone and cannot be brought back.",
    more: |number| format!("… and {number} more"),
    gaps: |gaps| match gaps {
        0 => "no gaps".to_owned(),
        1 => "1 gap left".to_owned(),
        gaps => format!("{gaps} gaps left"),
    },
    is_old: "the meetings have changed since",
    is_saved: "saved",
    is_unsaved: "not saved yet",
    newer: "changed by somebody else",
    newer_title: "Replace what somebody else has saved?",
    newer_text: "Somebody else has saved the text while you were writing. That text stays in the history.",
    discard_title: "Begin again with a fresh text?",
    discard_text: "The text is written anew from the meetings. What you wrote yourself goes away; Ctrl+Z brings it back.",
    not_edited: "Minutes are changed in the meeting, reminders in the mail. Take another.",
    opening: "Opening the folder",
    opened: |folder| format!("The folder is open: {folder}"),
    no_desktop: |folder| format!("This computer shows no folders here. The files are in {folder}"),
    not_opened: |folder, why| format!("The folder {folder} could not be opened: {why}"),
};
