//! What went wrong, for every layer: what happened, that nothing is lost where that is so, and apart from it what to
//! do.

use crate::i18n::format::count;
use crate::model::history::Entity;

/// An error in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorText {
    /// What happened, in whole sentences.
    pub sentence: String,
    /// What can be done about it, where something can.
    pub hint: Option<String>,
}

/// A sentence without a hint.
impl<S: Into<String>> From<S> for ErrorText {
    fn from(sentence: S) -> Self {
        Self { sentence: sentence.into(), hint: None }
    }
}

/// An error about which there is nothing more to say.
pub(super) fn plain(sentence: impl Into<String>) -> ErrorText {
    sentence.into().into()
}

/// An error and what can be done about it.
pub(super) fn hinted(sentence: impl Into<String>, hint: impl Into<String>) -> ErrorText {
    ErrorText { sentence: sentence.into(), hint: Some(hint.into()) }
}

/// See the module.
#[derive(Debug)]
pub struct ErrorWords {
    /// The file was written by a newer version of the program: its version and ours.
    pub newer: fn(found: i64, known: i64) -> ErrorText,
    /// The file is damaged.
    pub damaged: fn() -> ErrorText,
    /// The file is missing or empty beside copies of it; `bool` says whether there is something in it.
    pub emptied: fn(has_some: bool) -> ErrorText,
    /// The write-ahead log beside the file is of another file.
    pub foreign_log: fn(path: &str) -> ErrorText,
    /// The file was taken away or replaced while it was open; where everything was put.
    pub moved: fn(rescued: Option<(&str, usize)>) -> ErrorText,
    /// What was named for a database is no file.
    pub not_a_file: fn(path: &str) -> ErrorText,
    /// What is beside a database is a link.
    pub link: fn(path: &str) -> ErrorText,
    /// The file is something else.
    pub not_a_store: fn(path: &str) -> ErrorText,
    /// The file may not be written.
    pub read_only: fn() -> ErrorText,
    /// The file cannot be reached: why.
    pub cannot_open: fn(path: &str, why: &str) -> ErrorText,
    /// The disk is full.
    pub full: fn() -> ErrorText,
    /// Another program holds the file.
    pub busy: fn() -> ErrorText,
    /// The record is gone.
    pub not_found: fn() -> ErrorText,
    /// The record belongs to another meeting.
    pub out_of_scope: fn() -> ErrorText,
    /// Another window has written in it since it was to be deleted.
    pub written_since: fn() -> ErrorText,
    /// Nothing can be written after what was written last, by a clock that was far ahead.
    pub end_of_time: fn() -> ErrorText,
    /// So many records are not in the log, from which everything was to be made anew.
    pub log_incomplete: fn(usize) -> ErrorText,
    /// The store said something that nobody foresaw.
    pub unforeseen: fn() -> ErrorText,
    /// A file failed: why.
    pub io: fn(why: &str) -> ErrorText,
    /// The copy of the day could not be written: where, and why in words.
    pub no_copy: fn(folder: &str, why: &str) -> ErrorText,
    /// The files are written, but not the choices that they went out with; why, in words.
    pub not_remembered: fn(why: &str) -> ErrorText,
    /// The program itself made a mistake.
    pub panicked: fn() -> ErrorText,
    /// Something was cancelled before it changed anything.
    pub cancelled: fn() -> ErrorText,
    /// There are no words to write down.
    pub empty: fn() -> ErrorText,
    /// The words to be replaced are not in the latest entry.
    pub no_match: fn(wanted: &str) -> ErrorText,
    /// Somebody else has changed the text that is being edited.
    pub changed: fn(now: &str) -> ErrorText,
    /// Only challenges are answered.
    pub not_a_challenge: fn() -> ErrorText,
    /// The kind has no such thing.
    pub wrong_kind: fn() -> ErrorText,
    /// Somebody is named in a meeting that is written without names.
    pub nameless: fn() -> ErrorText,
    /// A person was to be joined with themselves.
    pub same_person: fn() -> ErrorText,
    /// Undo, when every operation has been undone or none was made.
    pub nothing_to_undo: fn() -> ErrorText,
    /// Redo, when nothing was undone since the latest operation.
    pub nothing_to_redo: fn() -> ErrorText,
    /// What was to be undone is undone already.
    pub not_done: fn() -> ErrorText,
    /// More was written in what the operation made: in what, and how many lines.
    pub built_on: fn(within: Entity, lines: usize) -> ErrorText,
    /// Something else has come in between, so that it cannot be redone.
    pub not_undone: fn() -> ErrorText,
    /// A file of that name exists.
    pub exists: fn(path: &str) -> ErrorText,
    /// There is no such folder.
    pub no_folder: fn(path: &str) -> ErrorText,
    /// The clock of the machine shows no day that can be written down.
    pub clock: fn() -> ErrorText,
    /// A pipe or a device has this name.
    pub not_ordinary: fn(path: &str) -> ErrorText,
    /// An export would overwrite a database.
    pub is_database: fn(path: &str) -> ErrorText,
    /// What was to be written has the name of something that the program has beside a database.
    pub is_beside: fn(path: &str, database: &str) -> ErrorText,
    /// A file may not be written there.
    pub denied: fn(path: &str) -> ErrorText,
    /// A file could not be written: why.
    pub not_saved: fn(path: &str, why: &str) -> ErrorText,
    /// It is not JSON, or not of our form: where it stumbled, and whether a value is wrong rather than the JSON.
    pub not_json: fn(line: usize, character: usize, is_value: bool) -> ErrorText,
    /// JSON of another form; its name.
    pub other_schema: fn(name: Option<&str>) -> ErrorText,
    /// A template is no Word document.
    pub template_not_word: fn() -> ErrorText,
    /// A template is a Word document of an older form, or has a password.
    pub template_other_form: fn() -> ErrorText,
    /// A template holds programs.
    pub template_macros: fn() -> ErrorText,
    /// A template exceeds the limit for what is read into memory.
    pub template_too_large: fn() -> ErrorText,
    /// A template is cut off or broken.
    pub template_damaged: fn() -> ErrorText,
    /// Input or output is no terminal.
    pub not_a_terminal: fn() -> ErrorText,
    /// The terminal cannot move its cursor.
    pub dumb_terminal: fn() -> ErrorText,
}

pub(super) const SV: ErrorWords = ErrorWords {
    newer: |found, known| {
        hinted(
            format!(
                "Filen är skriven av en nyare version av programmet (format {found}, det här programmet \
             förstår {known}). Inget har ändrats."
            ),
            "Installera den nyare versionen.",
        )
    },
    damaged: || {
        hinted(
            "Filen är skadad, och programmet skriver inget i den.",
            "vidpennan check säger vad som är fel; vidpennan restore lägger tillbaka en säkerhetskopia; vidpennan check \
             --salvage FIL räddar det som går att läsa.",
        )
    },
    emptied: |has_some| {
        let what = if has_some {
            "Databasen har mindre än hälften av det som den nyaste säkerhetskopian har."
        } else {
            "Databasen är tom eller borta, men det finns säkerhetskopior av den."
        };
        hinted(
            format!("{what} Inget har skrivits."),
            "Lägg tillbaka en kopia med vidpennan restore KOPIA, eller börja om med vidpennan restore --anew.",
        )
    },
    foreign_log: |path| {
        hinted(
            format!("{path} hör inte till databasen som den ligger bredvid. Inget har skrivits."),
            "Är databasen den rätta, lägg tillbaka den på sin egen plats: vidpennan restore FILEN. Annars välj en \
             säkerhetskopia: vidpennan restore visar dem.",
        )
    },
    moved: |rescued| {
        let sentence = "Databasen är flyttad, borttagen eller utbytt av ett annat program. Det du skriver nu sparas inte.";
        match rescued {
            Some((path, 0)) => hinted(
                format!("{sentence} Allt som var sparat ligger i {path}."),
                "Avsluta programmet och lägg tillbaka det med vidpennan restore. Det du inte fått sparat står kvar.",
            ),
            Some((path, missing)) => hinted(
                format!(
                    "{sentence} Det som gick att rädda ligger i {path}. {}.",
                    count(missing, "ändring saknas", "ändringar saknas")
                ),
                "Avsluta programmet och jämför med säkerhetskopiorna: vidpennan restore visar dem. Det du inte fått \
                 sparat står kvar.",
            ),
            None => hinted(
                sentence,
                "Kopiera det du inte fått sparat, avsluta programmet och kör vidpennan restore.",
            ),
        }
    },
    not_a_file: |path| {
        hinted(
            format!(
                "”{path}” är ingen vanlig fil, vilket en databas, kopiorna av den och det som ligger bredvid den måste vara."
            ),
            "Ange en vanlig fil. Databasen väljs med --db.",
        )
    },
    link: |path| {
        hinted(
            format!(
                "{path} är en länk. Det som ligger bredvid en databas måste vara vanliga filer. Inget har skrivits."
            ),
            "Lägg filen som länken leder till i länkens ställe om den hör till databasen, annars flytta bort länken.",
        )
    },
    not_a_store: |path| {
        plain(format!("{path} är ingen fil som det här programmet har skrivit. Inget har ändrats."))
    },
    read_only: || {
        hinted(
            "Filen eller mappen får inte skrivas i. Det du skrev står kvar.",
            "Ge dig själv rätt att skriva, eller välj en annan fil med --db.",
        )
    },
    cannot_open: |path, why| {
        hinted(
            format!("{path} gick inte att öppna: {why}."),
            "Se efter att filen finns och att disken är inkopplad, eller välj en annan fil med --db.",
        )
    },
    full: || {
        hinted("Disken är full. Det du skrev står kvar men är inte sparat.", "Frigör plats och spara igen.")
    },
    busy: || hinted("Ett annat program håller i filen. Det du skrev står kvar.", "Försök igen om en stund."),
    not_found: || plain("Det finns inte längre. Någon kan ha tagit bort det."),
    out_of_scope: || plain("Det hör till ett annat möte. Inget har ändrats."),
    written_since: || {
        hinted(
            "Någon har skrivit mer där i ett annat fönster. Inget är borttaget.",
            "Titta igen, och ta bort det då om du vill.",
        )
    },
    end_of_time: || {
        plain(
            "Det går inte att ändra: det är skrivet på en dator vars klocka gick tusentals år före. Inget har \
             ändrats.",
        )
    },
    log_incomplete: |lost| {
        let records = if lost == 1 { "en post".to_owned() } else { format!("{lost} poster") };
        hinted(
            format!(
                "Historiken är skadad: {records} i filen finns inte i den och skulle försvinna om allt gjordes om ur \
                 den. Inget har ändrats."
            ),
            "vidpennan check --salvage FIL skriver allt i en ny fil, också det som bara tabellerna har kvar. Säkerhetskopiorna \
             ligger i mappen bredvid filen.",
        )
    },
    unforeseen: || {
        hinted(
            "Något gick fel som inte var förutsett. Inget har ändrats.",
            "Försök igen. Händer det igen: vidpennan check säger om databasen är hel.",
        )
    },
    io: |why| {
        hinted(
            format!("Datorn kunde inte läsa eller skriva: {why}."),
            "Försök igen. Händer det igen: se efter att disken är inkopplad och nätverket fungerar, och kör \
             vidpennan check.",
        )
    },
    no_copy: |folder, why| {
        plain(format!(
            "Dagens säkerhetskopia blev inte av; det du skriver sparas som vanligt. Den skulle ha \
             skrivits i {folder}. {why}"
        ))
    },
    not_remembered: |why| plain(format!("Filerna är skrivna, men dina val sparades inte. {why}")),
    panicked: || plain("Programmet gjorde ett fel och avbröt det som pågick. Allt som var sparat är kvar."),
    cancelled: || plain("Avbrutet. Inget ändrades."),
    empty: || plain("Det behövs några ord."),
    no_match: |wanted| plain(format!("”{wanted}” står inte i texten. Inget ändrades.")),
    changed: |now| {
        hinted(
            format!("Någon annan har ändrat texten under tiden. Nu står det: ”{now}”."),
            "Spara igen för att skriva över den.",
        )
    },
    not_a_challenge: || plain("Bara utmaningar får återkoppling."),
    same_person: || plain("Det är redan samma person."),
    wrong_kind: || plain("Ett sådant inlägg har inte det."),
    nameless: || {
        hinted(
            "Det här mötet skrivs utan namn.",
            "Ta bort namnet, eller ändra mötet så att det skrivs med namn.",
        )
    },
    nothing_to_undo: || plain("Det finns inget mer att ångra."),
    nothing_to_redo: || plain("Det finns inget att göra om."),
    not_done: || plain("Det är redan ångrat. Inget har ändrats."),
    built_on: |within, lines| {
        let (there, whole) = match within {
            Entity::Meeting => ("i mötet", "mötet"),
            Entity::Section => ("i avsnittet", "avsnittet"),
            Entity::Response => ("i återkopplingen", "återkopplingen"),
            _ => ("om inlägget", "inlägget"),
        };
        hinted(
            format!("Det har skrivits mer {there} sedan dess ({}).", count(lines, "rad", "rader")),
            format!("Ta bort {whole} om allt ska bort."),
        )
    },
    not_undone: || {
        plain("Det går inte att göra om längre, för något annat har gjorts sedan dess. Inget har ändrats.")
    },
    exists: |path| {
        hinted(format!("{path} finns redan."), "Välj ett annat namn, eller skriv över med --force.")
    },
    no_folder: |path| {
        hinted(format!("Mappen {path} finns inte."), "Skapa den först, eller välj en annan plats.")
    },
    clock: || {
        hinted(
            "Datorns klocka går fel: den visar ett år före 1970 eller efter 6399. Inget har skrivits.",
            "Ställ klockan och försök igen.",
        )
    },
    not_ordinary: |path| {
        hinted(format!("{path} är ingen vanlig fil och skrivs inte över."), "Välj ett annat namn.")
    },
    is_database: |path| hinted(format!("{path} är en databas och skrivs inte över."), "Välj ett annat namn."),
    is_beside: |path, database| {
        hinted(
            format!(
                "{path} är ett namn som programmet självt använder bredvid databasen {database}. Inget har skrivits."
            ),
            "Välj ett annat namn.",
        )
    },
    denied: |path| {
        hinted(format!("{path} får inte skrivas."), "Gör den skrivbar, eller välj en annan plats.")
    },
    not_saved: |path, why| {
        hinted(format!("{path} kunde inte skrivas: {why}."), "Försök igen, eller välj en annan plats.")
    },
    not_json: |line, character, is_value| {
        let place = format!("rad {line}, tecken {character}");
        if is_value {
            hinted(
                format!("Filen är JSON, men {place} har ett värde som inte kan stå där."),
                "Rätta det (ett datum skrivs 2026-03-04 och är tidigast 1970), eller spara filen på nytt.",
            )
        } else {
            hinted(
                format!("Filen är inte hel som JSON: den går att läsa till {place}."),
                "Spara den på nytt i programmet som den kommer från.",
            )
        }
    },
    other_schema: |name| match name {
        Some(name) => {
            plain(format!("Filen har formen {name}, men den här versionen läser vidpennan.minutes/1."))
        }
        None => plain("Filen är JSON, men inte anteckningar: den saknar \"schema\"."),
    },
    template_not_word: || {
        hinted(
            "Mallen är inget Word-dokument, så inget har skrivits.",
            "Välj en fil som slutar på .docx eller .dotx.",
        )
    },
    template_other_form: || {
        hinted(
            "Mallen är ett Word-dokument i ett annat format, eller skyddat med lösenord, så inget har \
             skrivits.",
            "Öppna den i Word, spara den som Word-dokument (.docx) utan lösenord och välj den filen.",
        )
    },
    template_macros: || {
        hinted(
            "Mallen innehåller makron eller inbäddade program och används därför inte. Inget har \
             skrivits.",
            "Öppna den i Word, spara den som Word-dokument utan makron (.docx) och välj den filen.",
        )
    },
    template_too_large: || {
        hinted("Mallen är för stor, så inget har skrivits.", "Ta bort stora bilder ur den och försök igen.")
    },
    template_damaged: || {
        hinted(
            "Mallen är skadad eller ofullständig, så inget har skrivits.",
            "Öppna den i Word, spara den på nytt som .docx och försök igen.",
        )
    },
    not_a_terminal: || {
        hinted("Programmet behöver en terminal.", "Kör det i ett terminalfönster, eller med --plain.")
    },
    dumb_terminal: || {
        hinted("Den här terminalen kan inte visa skärmbilder (TERM=dumb).", "Kör programmet med --plain.")
    },
};

pub(super) const EN: ErrorWords = ErrorWords {
    newer: |found, known| {
        hinted(
            format!(
                "The file was written by a newer version of the program (format {found}, this program \
             knows {known}). Nothing was changed."
            ),
            "Install the newer version.",
        )
    },
    damaged: || {
        hinted(
            "The file is damaged, and the program writes nothing to it.",
            "vidpennan check says what is wrong; vidpennan restore puts a backup back; vidpennan check --salvage FILE \
             saves what can be read.",
        )
    },
    emptied: |has_some| {
        let what = if has_some {
            "The database has less than half of what its newest backup has."
        } else {
            "The database is empty or gone, but there are backups of it."
        };
        hinted(
            format!("{what} Nothing was written."),
            "Put one back with vidpennan restore COPY, or begin anew with vidpennan restore --anew.",
        )
    },
    foreign_log: |path| {
        hinted(
            format!("{path} does not belong to the database that it lies beside. Nothing was written."),
            "If the database is the right one, put it back in its own place: vidpennan restore FILE. Otherwise choose \
             a backup: vidpennan restore shows them.",
        )
    },
    moved: |rescued| {
        let sentence = "The database was moved, removed or replaced by another program. What you write now is not saved.";
        match rescued {
            Some((path, 0)) => hinted(
                format!("{sentence} Everything that was saved is in {path}."),
                "Leave the program and put it back with vidpennan restore. What is not saved is still there.",
            ),
            Some((path, missing)) => hinted(
                format!(
                    "{sentence} What could be rescued is in {path}. {}.",
                    count(missing, "change is missing", "changes are missing")
                ),
                "Leave the program and compare it with the backups: vidpennan restore lists them. What is not saved is \
                 still there.",
            ),
            None => hinted(sentence, "Copy what is not saved, leave the program and run vidpennan restore."),
        }
    },
    not_a_file: |path| {
        hinted(
            format!(
                "“{path}” is no ordinary file, as a database, its backups and what is beside it have to be."
            ),
            "Name an ordinary file. --db chooses the database.",
        )
    },
    link: |path| {
        hinted(
            format!(
                "{path} is a link. What is beside a database has to be ordinary files. Nothing was written."
            ),
            "Put the file that it leads to in its place if it belongs to the database, otherwise move the link away.",
        )
    },
    not_a_store: |path| plain(format!("{path} was not written by this program. Nothing was changed.")),
    read_only: || {
        hinted(
            "The file or the folder may not be written to. What you wrote is still there.",
            "Give yourself the right to write, or choose another file with --db.",
        )
    },
    cannot_open: |path, why| {
        hinted(
            format!("{path} could not be opened: {why}."),
            "See that the file is there and the disk connected, or choose another file with --db.",
        )
    },
    full: || {
        hinted(
            "The disk is full. What you wrote is still there but not saved.",
            "Free some space and save again.",
        )
    },
    busy: || {
        hinted("Another program holds the file. What you wrote is still there.", "Try again in a moment.")
    },
    not_found: || plain("It is not there any more. Somebody may have deleted it."),
    out_of_scope: || plain("It belongs to another meeting. Nothing was changed."),
    written_since: || {
        hinted(
            "More was written there in another window. Nothing was deleted.",
            "Look again, and delete it then if you want to.",
        )
    },
    end_of_time: || {
        plain(
            "It cannot be changed: it was written on a computer whose clock was thousands of years ahead. Nothing \
             was changed.",
        )
    },
    log_incomplete: |lost| {
        let records = if lost == 1 { "one record".to_owned() } else { format!("{lost} records") };
        hinted(
            format!(
                "The history is damaged: it does not hold {records} of the file, which would be lost if everything \
                 were made anew from it. Nothing was changed."
            ),
            "vidpennan check --salvage FILE writes everything to a new file, what only the tables still have too. The \
             backups are in the folder beside the file.",
        )
    },
    unforeseen: || {
        hinted(
            "Something went wrong that was not foreseen. Nothing was changed.",
            "Try again. If it happens again: vidpennan check says whether the database is whole.",
        )
    },
    io: |why| {
        hinted(
            format!("The computer could not read or write: {why}."),
            "Try again. If it happens again: see that the disk is connected and the network works, and run vidpennan \
             check.",
        )
    },
    no_copy: |folder, why| {
        plain(format!(
            "No backup today; what you write is saved as usual. It was to be written to {folder}. {why}"
        ))
    },
    not_remembered: |why| plain(format!("The files are written, but your choices were not saved. {why}")),
    panicked: || {
        plain(
            "The program made a mistake and stopped what was going on. Everything that was saved is \
             still there.",
        )
    },
    cancelled: || plain("Cancelled. Nothing was changed."),
    empty: || plain("A few words are needed."),
    no_match: |wanted| plain(format!("“{wanted}” does not stand in the text. Nothing was changed.")),
    changed: |now| {
        hinted(
            format!("Somebody else has changed the text meanwhile. It now says: “{now}”."),
            "Save again to replace it.",
        )
    },
    not_a_challenge: || plain("Only challenges get responses."),
    same_person: || plain("That is one and the same person already."),
    wrong_kind: || plain("Such an entry does not have that."),
    nameless: || {
        hinted(
            "This meeting is written without names.",
            "Take the name away, or change the meeting so that it is written with names.",
        )
    },
    nothing_to_undo: || plain("There is nothing more to undo."),
    nothing_to_redo: || plain("There is nothing to do again."),
    not_done: || plain("It is undone already. Nothing was changed."),
    built_on: |within, lines| {
        let (there, whole) = match within {
            Entity::Meeting => ("in the meeting", "meeting"),
            Entity::Section => ("in the section", "section"),
            Entity::Response => ("in the response", "response"),
            _ => ("about the entry", "entry"),
        };
        hinted(
            format!("More was written {there} since ({}).", count(lines, "line", "lines")),
            format!("Delete the {whole} if all of it is to go."),
        )
    },
    not_undone: || {
        plain("It cannot be redone any more, because something else was done since. Nothing was changed.")
    },
    exists: |path| {
        hinted(format!("{path} exists already."), "Choose another name, or replace it with --force.")
    },
    no_folder: |path| {
        hinted(format!("There is no folder {path}."), "Make it first, or choose another place.")
    },
    clock: || {
        hinted(
            "The clock of this computer is wrong: it shows a year before 1970 or after 6399. Nothing was written.",
            "Set the clock and try again.",
        )
    },
    not_ordinary: |path| {
        hinted(format!("{path} is no ordinary file and is not written over."), "Choose another name.")
    },
    is_database: |path| {
        hinted(format!("{path} is a database and is not overwritten."), "Choose another name.")
    },
    is_beside: |path, database| {
        hinted(
            format!(
                "{path} is a name that the program itself uses beside the database {database}. Nothing was written."
            ),
            "Choose another name.",
        )
    },
    denied: |path| {
        hinted(format!("{path} may not be written."), "Make it writable, or choose another place.")
    },
    not_saved: |path, why| {
        hinted(format!("{path} could not be written: {why}."), "Try again, or choose another place.")
    },
    not_json: |line, character, is_value| {
        let place = format!("line {line}, character {character}");
        if is_value {
            hinted(
                format!("The file is JSON, but {place} has a value that cannot be there."),
                "Correct it (a date is written 2026-03-04 and is in 1970 at the earliest), or save the file anew.",
            )
        } else {
            hinted(
                format!("The file is not whole as JSON: it can be read up to {place}."),
                "Save it anew in the program it comes from.",
            )
        }
    },
    other_schema: |name| match name {
        Some(name) => {
            plain(format!("The file has the form {name}, but this version reads vidpennan.minutes/1."))
        }
        None => plain("The file is JSON, but not minutes: it has no \"schema\"."),
    },
    template_not_word: || {
        hinted(
            "The template is no Word document, so nothing was written.",
            "Choose a file that ends in .docx or .dotx.",
        )
    },
    template_other_form: || {
        hinted(
            "The template is a Word document of another form, or has a password, so nothing was \
             written.",
            "Open it in Word, save it as a Word document (.docx) without a password, and choose that \
             file.",
        )
    },
    template_macros: || {
        hinted(
            "The template holds macros or embedded programs and is not used. Nothing was written.",
            "Open it in Word, save it as a Word document without macros (.docx), and choose that \
             file.",
        )
    },
    template_too_large: || {
        hinted(
            "The template is too large, so nothing was written.",
            "Take large pictures out of it and try again.",
        )
    },
    template_damaged: || {
        hinted(
            "The template is damaged or incomplete, so nothing was written.",
            "Open it in Word, save it anew as .docx, and try again.",
        )
    },
    not_a_terminal: || {
        hinted("The program needs a terminal.", "Run it in a terminal window, or with --plain.")
    },
    dumb_terminal: || {
        hinted("This terminal cannot show screens (TERM=dumb).", "Run the program with --plain.")
    },
};
