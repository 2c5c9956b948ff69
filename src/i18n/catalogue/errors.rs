//! What went wrong and what to do, for every layer. Each is one or two sentences: what happened, that nothing is lost
//! where that is so, and the way on.

/// See the module.
#[derive(Debug)]
pub struct ErrorWords {
    /// The file was written by a newer version of the program: its version and ours.
    pub newer: fn(found: i64, known: i64) -> String,
    /// The file is damaged.
    pub damaged: &'static str,
    /// The file is something else.
    pub not_a_store: fn(path: &str) -> String,
    /// The file may not be written.
    pub read_only: &'static str,
    /// The file cannot be reached; the system's own words.
    pub cannot_open: fn(path: &str, why: &str) -> String,
    /// The disk is full.
    pub full: &'static str,
    /// Another program holds the file.
    pub busy: &'static str,
    /// The record is gone.
    pub not_found: &'static str,
    /// The record belongs to another meeting.
    pub out_of_scope: &'static str,
    /// The store said something that nobody foresaw.
    pub unforeseen: fn(why: &str) -> String,
    /// A file failed; the system's own words.
    pub io: fn(why: &str) -> String,
    /// The copy of the day could not be written: where, and why in words.
    pub no_copy: fn(folder: &str, why: &str) -> String,
    /// The program itself made a mistake.
    pub fell: &'static str,
    /// Something was cancelled before it changed anything.
    pub cancelled: &'static str,
    /// There are no words to write down.
    pub empty: &'static str,
    /// What was to be replaced does not stand there.
    pub no_match: fn(wanted: &str) -> String,
    /// Only challenges are answered.
    pub not_a_challenge: &'static str,
    /// The kind has no such thing.
    pub wrong_kind: &'static str,
    /// Nothing to undo.
    pub nothing_to_undo: &'static str,
    /// Nothing to do again.
    pub nothing_to_redo: &'static str,
    /// What was to be undone is undone already.
    pub not_done: &'static str,
    /// Something else has come in between, so that it cannot be redone.
    pub not_undone: &'static str,
    /// A file of that name exists.
    pub exists: fn(path: &str) -> String,
    /// There is no such folder.
    pub no_folder: fn(path: &str) -> String,
    /// A database lies where a document was to be written.
    pub is_database: fn(path: &str) -> String,
    /// A file may not be written there.
    pub denied: fn(path: &str) -> String,
    /// A file could not be written; the system's own words.
    pub not_saved: fn(path: &str, why: &str) -> String,
    /// It is not JSON, or not of our form; where it stumbled.
    pub not_json: fn(why: &str) -> String,
    /// JSON of another form; its name.
    pub other_schema: fn(name: Option<&str>) -> String,
    /// A template is no Word document.
    pub template_not_word: &'static str,
    /// A template is a Word document of an older form, or has a password.
    pub template_other_form: &'static str,
    /// A template holds programs.
    pub template_macros: &'static str,
    /// A template is too large.
    pub template_too_large: &'static str,
    /// A template is cut off or broken.
    pub template_damaged: &'static str,
    /// Input or output is no terminal.
    pub not_a_terminal: &'static str,
    /// The terminal cannot move its cursor.
    pub dumb_terminal: &'static str,
}

pub(super) const SV: ErrorWords = ErrorWords {
    newer: |found, known| {
        format!(
            "Filen är skriven av en nyare version av programmet (format {found}, det här programmet förstår {known}). \
             Inget har ändrats. Installera den nyare versionen."
        )
    },
    damaged: "Filen är skadad, och programmet skriver inget i den. Öppna en säkerhetskopia ur mappen \
              backups bredvid filen.",
    not_a_store: |path| format!("{path} är ingen fil som det här programmet har skrivit. Inget har ändrats."),
    read_only: "Filen eller mappen får inte skrivas i. Det du skrev står kvar. Ge dig själv rätt att skriva, \
                eller välj en annan fil med --db.",
    cannot_open: |path, why| format!("Det gick inte att öppna {path}: {why}."),
    full: "Disken är full. Det du skrev står kvar men är inte sparat. Frigör plats och spara igen.",
    busy: "Ett annat program håller i filen. Det du skrev står kvar. Försök igen om en stund.",
    not_found: "Det finns inte längre. Någon kan ha tagit bort det.",
    out_of_scope: "Det hör till ett annat möte. Inget har ändrats.",
    unforeseen: |why| format!("Något gick fel som inte var förutsett: {why}. Inget har ändrats."),
    io: |why| format!("Datorn kunde inte läsa eller skriva: {why}."),
    no_copy: |folder, why| {
        format!(
            "Dagens säkerhetskopia blev inte av; det du skriver sparas som vanligt. Den skulle ha skrivits i {folder}. {why}"
        )
    },
    fell: "Programmet gjorde ett fel och avbröt det som pågick. Allt som var sparat är kvar.",
    cancelled: "Avbrutet. Inget ändrades.",
    empty: "Det behövs några ord.",
    no_match: |wanted| format!("”{wanted}” står inte i texten. Inget ändrades."),
    not_a_challenge: "Bara utmaningar får återkoppling.",
    wrong_kind: "Ett sådant inlägg har inte det.",
    nothing_to_undo: "Det finns inget mer att ångra.",
    nothing_to_redo: "Det finns inget att göra om.",
    not_done: "Det är redan ångrat. Inget har ändrats.",
    not_undone: "Det går inte att göra om längre, för något annat har gjorts sedan dess. Inget har ändrats.",
    exists: |path| format!("{path} finns redan. Välj ett annat namn, eller skriv över med --force."),
    no_folder: |path| format!("Mappen {path} finns inte."),
    is_database: |path| format!("{path} är en databas och skrivs inte över. Välj ett annat namn."),
    denied: |path| format!("{path} får inte skrivas. Välj en annan plats."),
    not_saved: |path, why| format!("{path} kunde inte skrivas: {why}."),
    not_json: |why| format!("Filen är inte anteckningar i JSON: {why}."),
    other_schema: |name| match name {
        Some(name) => format!("Filen har formen {name}, men den här versionen läser vidpennan.minutes/1."),
        None => "Filen är JSON, men inte anteckningar: den saknar \"schema\".".to_owned(),
    },
    template_not_word: "Mallen är inget Word-dokument, så inget har skrivits. Välj en fil som slutar på .docx eller .dotx.",
    template_other_form: "Mallen är ett Word-dokument i ett annat format, eller skyddat med lösenord, så inget har \
                          skrivits. Öppna den i Word, spara den som Word-dokument (.docx) utan lösenord och välj den \
                          filen.",
    template_macros: "Mallen innehåller makron eller inbäddade program och används därför inte. Inget har skrivits. \
                      Öppna den i Word, spara den som Word-dokument utan makron (.docx) och välj den filen.",
    template_too_large: "Mallen är för stor, så inget har skrivits. Ta bort stora bilder ur den och försök igen.",
    template_damaged: "Mallen är skadad eller ofullständig, så inget har skrivits. Öppna den i Word, spara den på \
                       nytt som .docx och försök igen.",
    not_a_terminal: "Programmet behöver en terminal. Kör det i ett terminalfönster, eller med --plain.",
    dumb_terminal: "Den här terminalen kan inte visa skärmbilder (TERM=dumb). Kör programmet med --plain.",
};

pub(super) const EN: ErrorWords = ErrorWords {
    newer: |found, known| {
        format!(
            "The file was written by a newer version of the program (format {found}, this program knows {known}). \
             Nothing was changed. Install the newer version."
        )
    },
    damaged: "The file is damaged, and the program writes nothing to it. Open a backup from the folder \
              backups beside the file.",
    not_a_store: |path| format!("{path} was not written by this program. Nothing was changed."),
    read_only: "The file or the folder may not be written to. What you wrote is still there. Give yourself the \
                right to write, or choose another file with --db.",
    cannot_open: |path, why| format!("{path} could not be opened: {why}."),
    full: "The disk is full. What you wrote is still there but not saved. Free some space and save again.",
    busy: "Another program holds the file. What you wrote is still there. Try again in a moment.",
    not_found: "It is not there any more. Somebody may have deleted it.",
    out_of_scope: "It belongs to another meeting. Nothing was changed.",
    unforeseen: |why| format!("Something went wrong that was not foreseen: {why}. Nothing was changed."),
    io: |why| format!("The computer could not read or write: {why}."),
    no_copy: |folder, why| {
        format!("No backup today; what you write is saved as usual. It was to be written to {folder}. {why}")
    },
    fell: "The program made a mistake and stopped what was going on. Everything that was saved is still there.",
    cancelled: "Cancelled. Nothing was changed.",
    empty: "A few words are needed.",
    no_match: |wanted| format!("“{wanted}” does not stand in the text. Nothing was changed."),
    not_a_challenge: "Only challenges get responses.",
    wrong_kind: "Such an entry does not have that.",
    nothing_to_undo: "There is nothing more to undo.",
    nothing_to_redo: "There is nothing to do again.",
    not_done: "It is undone already. Nothing was changed.",
    not_undone: "It cannot be redone any more, because something else was done since. Nothing was changed.",
    exists: |path| format!("{path} exists already. Choose another name, or replace it with --force."),
    no_folder: |path| format!("There is no folder {path}."),
    is_database: |path| format!("{path} is a database and is not overwritten. Choose another name."),
    denied: |path| format!("{path} may not be written. Choose another place."),
    not_saved: |path, why| format!("{path} could not be written: {why}."),
    not_json: |why| format!("The file is not minutes in JSON: {why}."),
    other_schema: |name| match name {
        Some(name) => format!("The file has the form {name}, but this version reads vidpennan.minutes/1."),
        None => "The file is JSON, but not minutes: it has no \"schema\".".to_owned(),
    },
    template_not_word: "The template is no Word document, so nothing was written. Choose a file that ends in .docx or .dotx.",
    template_other_form: "The template is a Word document of another form, or has a password, so nothing was written. \
                          Open it in Word, save it as a Word document (.docx) without a password, and choose that file.",
    template_macros: "The template holds macros or embedded programs and is not used. Nothing was written. Open it in \
                      Word, save it as a Word document without macros (.docx), and choose that file.",
    template_too_large: "The template is too large, so nothing was written. Take large pictures out of it and try again.",
    template_damaged: "The template is damaged or incomplete, so nothing was written. Open it in Word, save it anew as \
                       .docx, and try again.",
    not_a_terminal: "The program needs a terminal. Run it in a terminal window, or with --plain.",
    dumb_terminal: "This terminal cannot show screens (TERM=dumb). Run the program with --plain.",
};
