//! The frame: tabs, header, footer, notices, themes.

use super::super::format::count;

/// See the module.
#[derive(Debug)]
pub struct AppWords {
    /// The program's name in the header.
    pub name: &'static str,
    /// In the tab bar, after the number of each tab.
    pub tabs: TabWords,
    /// Names of keys in footers, help and the key table.
    pub keys: KeyWords,
    /// Over each group of keys in help and README that is not about one tab.
    pub scopes: ScopeWords,
    /// In the footer, while keys have another meaning than usual.
    pub modes: ModeWords,
    /// The key that leaves the program, for whoever has tried another one.
    pub leaves: fn(key: &str) -> String,
    /// On the first picture: what the program is for.
    pub welcome: &'static str,
    /// Under it: the keys of the help and of the way out.
    pub help_and_leave: fn(help_key: &str, quit_key: &str) -> String,
    /// Beside what one can begin with.
    pub begin_with: &'static str,
    /// What one can begin with: a meeting, a file, the example.
    pub beginnings: [&'static str; 3],
    /// The terminal is too small to show anything useful.
    pub too_small: &'static str,
    /// No meeting is held today.
    pub no_meeting_today: &'static str,
    /// When the program is opened: so many promises to ask about, so many late, and the key that goes through them.
    pub due: fn(unasked: usize, late: usize, key: &str) -> String,
    /// The daily copy, while it is made.
    pub backing_up: &'static str,
    /// The database can be read and not written.
    pub read_only: &'static str,
    /// The database is damaged, and what could be read of it is shown.
    pub damaged: &'static str,
    /// The disk was full when the database was opened.
    pub disk_full: &'static str,
    /// The database is read as a whole, to see whether it is sound.
    pub checking: &'static str,
    /// On every screen of the example.
    pub example: &'static str,
    /// The notice where one cannot go to another store yet.
    pub still_working: &'static str,
    /// How much one has written in the example: lines and edited reports, of which there is at least one.
    pub amount: fn(lines: usize, reports: usize) -> String,
    /// The question when the example is left: how much one has written in it.
    pub own_words: fn(amount: &str) -> String,
    /// The question when the example is left and one has changed it without writing.
    pub own_changes: &'static str,
    /// What cannot be taken along, by name, and how many more there are.
    pub stays_in_example: fn(names: &str, more: usize) -> String,
    /// The question when the program is opened again: how much one had written in the example when it was closed.
    pub example_ended: fn(amount: &str) -> String,
    /// The answer that keeps what one has written: so many lines and reports.
    pub keep_words: fn(things: usize) -> &'static str,
    /// The answer that does not.
    pub drop_words: fn(things: usize) -> &'static str,
    /// The answer that leaves the example where there are no words.
    pub leave_example: &'static str,
    /// The answer that goes on in the example.
    pub stay_in_example: &'static str,
    /// The heading over the line that was not finished.
    pub unfinished: &'static str,
    /// The title of the meeting that they are kept in.
    pub from_example: fn(day: &str) -> String,
    /// The notice when they have been kept: how much, how many things that is, and where.
    pub words_kept: fn(amount: &str, things: usize, meeting: &str) -> String,
    /// What is said of lines that were begun and are not in sight.
    pub half_lines: HalfLineWords,
    /// The notice about a report that could not be stored the last time and is now.
    pub saved_now: fn(report: &str) -> String,
    /// The notice about a report that could not be stored this time either, and why.
    pub still_unsaved: fn(report: &str, why: &str) -> String,
    /// The answer that stores one's own text of a report in the place of somebody else's.
    pub keep_report: &'static str,
    /// The answer that drops one's own text.
    pub drop_report: &'static str,
    /// The notice after a theme was chosen.
    pub theme: fn(&str) -> String,
    /// The names of the themes: automatic, light, dark, high contrast, none.
    pub themes: [&'static str; 5],
    /// After a write: what was done, and how to undo it.
    pub done: fn(done: &str, undo_key: &str) -> String,
    /// The question before something from an earlier time or another meeting is undone: what it was.
    pub undo_title: fn(what: &str) -> String,
    /// A box was closed with words in it that are not saved: the key that brings it back.
    pub words_set_aside: fn(undo_key: &str) -> String,
    /// It was closed once more with the same words.
    pub words_given_up: &'static str,
    /// Instead of going to another tab: the box on top has words that would be lost.
    pub words_would_go: &'static str,
    /// A letter that means nothing where one is, and the key for those that do.
    pub no_command: fn(key: &str, help_key: &str) -> String,
    /// After an act that wrote nothing, as all was so already.
    pub nothing_changed: &'static str,
    /// When it was done.
    pub undo_when: fn(day: &str, time: &str) -> String,
    /// When it was done, on a page that is not shown now.
    pub undo_elsewhere: fn(day: &str, time: &str) -> String,
    /// When what was chosen in the history was done.
    pub undo_chosen: fn(day: &str, time: &str) -> String,
    /// When it was done, where the last act wrote nothing.
    pub undo_older: fn(day: &str, time: &str) -> String,
    /// When a meeting was made, which undoing takes away.
    pub undo_meeting: fn(day: &str, time: &str) -> String,
    /// After undoing: what was undone, and the key that does it again.
    pub undone: fn(what: &str, redo_key: &str) -> String,
    /// While a long operation is being undone: what it is.
    pub undoing: fn(what: &str) -> String,
    /// While one is being done again.
    pub redoing: fn(what: &str) -> String,
    /// While what has been undone or done again of one is put back, as it was cancelled.
    pub turning_back: &'static str,
    /// The undoing of a long operation, or doing it again, was cancelled.
    pub not_turned: &'static str,
    /// Before the program ends meanwhile: what becomes of it.
    pub turning_is_lost: &'static str,
    /// When the program ended last one was half undone: the titles of the minutes.
    pub put_back: fn(titles: &[String]) -> String,
    /// The question before the program ends while something is under way.
    pub cancel_and_end: &'static str,
    /// After doing again.
    pub redone: fn(what: &str, undo_key: &str) -> String,
    /// What was to be deleted and is kept, by name, because somebody else had written there; whether that is all.
    pub kept: fn(names: &str, are_all: bool) -> String,
    /// Some values had been changed or used since, and were left.
    pub left: fn(count: usize) -> String,
    /// Something that only a newer version knows was left.
    pub left_unknown: &'static str,
    /// Over the dialog that asks who holds the pen.
    pub scribe: &'static str,
    /// Beside the field of that dialog.
    pub name_label: &'static str,
    /// What that name is for.
    pub scribe_help: &'static str,
    /// After the pen was handed over.
    pub scribe_is: fn(&str) -> String,
    /// A job is running.
    pub working: fn(label: &str, percent: Option<u8>) -> String,
    /// A job was asked to stop.
    pub cancelling: fn(label: &str) -> String,
    /// Another language was chosen while a box is open.
    pub language_waits: &'static str,
    /// A command that has nothing to work on here.
    pub nothing_here: &'static str,
    /// A question was closed because somebody went on writing.
    pub question_unanswered: &'static str,
    /// The same where there was only something to read.
    pub message_closed: &'static str,
    /// A letter right after Escape is written at the pen and is no key of the list.
    pub letters_after_escape: &'static str,
    /// A key that marks rows, where none can be marked.
    pub nothing_to_mark: fn(key: &str) -> String,
    /// A digit came after a number that was chosen already, which has done this; may be empty.
    pub digit_too_many: fn(digit: char, done: &str) -> String,
    /// A key that does something elsewhere: what.
    pub not_here: fn(key: &str, label: &str) -> String,
    /// Nothing has been typed in the field that could be taken back.
    pub no_typing: &'static str,
    /// Nothing was taken back in it that could be typed again.
    pub no_typing_again: &'static str,
}

/// Lines that were begun and are not in sight.
#[derive(Debug)]
pub struct HalfLineWords {
    /// That so many wait, and where: the places.
    pub wait: fn(count: usize, places: &str) -> String,
    /// The place of a line of which nobody knows where it was written.
    pub any: &'static str,
    /// The place of a correction: what is corrected.
    pub correction: fn(name: &str) -> String,
    /// The place of a response: what it is to.
    pub answer: fn(names: &str) -> String,
    /// The place of a promise: the meeting.
    pub promise: fn(meeting: &str) -> String,
    /// The place of a comment: what it is about.
    pub comment: fn(name: &str) -> String,
    /// A form by its title.
    pub form: fn(title: &str) -> String,
    /// The preview of lines that were pasted in a meeting.
    pub paste: fn(meeting: &str) -> String,
    /// At the start: what was not saved when the program ended.
    pub unfinished: fn(names: &str) -> String,
    /// What a line belonged to is gone.
    pub strayed: &'static str,
}

/// The tabs, in the tab bar after their numbers and over their groups of keys.
#[derive(Debug)]
pub struct TabWords {
    pub(crate) meetings: &'static str,
    pub(crate) round_table: &'static str,
    pub(crate) challenges: &'static str,
    pub(crate) tomorrow: &'static str,
    pub(crate) follow_up: &'static str,
}

/// Keys that have no character to show, in footers, help and the key table of the README.
#[derive(Debug)]
pub struct KeyWords {
    pub(crate) key: &'static str,
    pub(crate) does: &'static str,
    pub(crate) space: &'static str,
    pub(crate) page_up: &'static str,
    pub(crate) page_down: &'static str,
    pub(crate) backspace: &'static str,
    pub(crate) delete: &'static str,
    pub(crate) home: &'static str,
    pub(crate) end: &'static str,
    pub(crate) shift_tab: &'static str,
    /// Before a key that is held with Shift.
    pub(crate) shift: &'static str,
}

/// Over each group of keys in help and README that is not that of a tab: one for each scope of `ui::bindings`.
#[derive(Debug)]
pub struct ScopeWords {
    pub(crate) global: &'static str,
    pub(crate) rows: &'static str,
    pub(crate) entry: &'static str,
    pub(crate) entry_rows: &'static str,
    pub(crate) search: &'static str,
    pub(crate) hits: &'static str,
    pub(crate) history: &'static str,
    pub(crate) files: &'static str,
    pub(crate) preview: &'static str,
    pub(crate) preview_in_series: &'static str,
    pub(crate) storing: &'static str,
    pub(crate) paste: &'static str,
    pub(crate) export: &'static str,
    pub(crate) manuscript: &'static str,
    pub(crate) findings: &'static str,
    pub(crate) written: &'static str,
    pub(crate) sections: &'static str,
    pub(crate) persons: &'static str,
    pub(crate) settings: &'static str,
    pub(crate) copies: &'static str,
    pub(crate) views: &'static str,
    pub(crate) choice: &'static str,
    pub(crate) line: &'static str,
    pub(crate) answer: &'static str,
    pub(crate) promise: &'static str,
    pub(crate) entry_line: &'static str,
    pub(crate) check_in: &'static str,
    pub(crate) form: &'static str,
    pub(crate) confirm: &'static str,
    pub(crate) reading: &'static str,
}

/// What keys do in a mode, in the third person after the key.
#[derive(Debug)]
pub struct ModeWords {
    /// Takes the completion that is chosen.
    pub(crate) takes: &'static str,
    /// Chooses another one.
    pub(crate) another: &'static str,
    /// Closes the list of them.
    pub(crate) closes: &'static str,
    /// Saves what was corrected.
    pub(crate) saves_correction: &'static str,
    /// Drops what was corrected.
    pub(crate) undoes: &'static str,
    /// After the number of rows that are marked.
    pub(crate) marked: &'static str,
    /// The same, of one.
    pub(crate) marked_one: &'static str,
    /// After the number of those that the list does not show.
    pub(crate) unseen: &'static str,
    /// Takes the marks away.
    pub(crate) unmarks: &'static str,
    /// Closes the row that is shown over the others.
    pub(crate) to_list: &'static str,
    /// Keys that go to the pen over which a list is shown, and what they do.
    pub(crate) letters: &'static str,
    /// What such keys do.
    pub(crate) at_pen: &'static str,
}

pub(super) const SV: AppWords = AppWords {
    name: "vid pennan",
    tabs: TabWords {
        meetings: "Möten",
        round_table: "Bordssamtal",
        challenges: "Utmaningar",
        tomorrow: "Imorgon!",
        follow_up: "Uppföljning",
    },
    keys: KeyWords {
        key: "Tangent",
        does: "Gör",
        space: "Mellanslag",
        page_up: "PgUp",
        page_down: "PgDn",
        backspace: "Backsteg",
        delete: "Delete",
        home: "Home",
        end: "End",
        shift_tab: "Skift+Tab",
        shift: "Skift+",
    },
    scopes: ScopeWords {
        global: "Överallt",
        rows: "I listor",
        entry: "Det valda inlägget",
        entry_rows: "Det valda inlägget, utanför pennan",
        search: "Sök",
        hits: "En träff som man har gått till",
        history: "Historik",
        files: "Välja filer",
        preview: "Förhandsvisning",
        preview_in_series: "Förhandsvisning av en av flera filer",
        storing: "Medan en lång fil läses in",
        paste: "Inklistrade rader",
        export: "Exportera",
        manuscript: "Redigera en rapport",
        findings: "Personuppgifter",
        written: "Skrivna filer",
        sections: "Mötets avsnitt",
        persons: "Personer",
        settings: "Inställningar",
        copies: "Säkerhetskopior",
        views: "Sparade vyer",
        choice: "Val i en lista",
        line: "En rad text",
        answer: "Återkoppling",
        promise: "Ett åtagande som skrivs",
        entry_line: "Ett inlägg som ändras",
        check_in: "Avstämning: hur gick det?",
        form: "Formulär",
        confirm: "Frågor",
        reading: "Att läsa",
    },
    modes: ModeWords {
        takes: "väljer",
        another: "annan",
        closes: "stänger listan",
        saves_correction: "sparar rättelsen",
        undoes: "ångrar",
        marked: "markerade",
        marked_one: "markerad",
        unseen: "utom synhåll",
        unmarks: "avmarkerar",
        to_list: "till listan",
        letters: "Det du skriver",
        at_pen: "går till pennan",
    },
    leaves: |key| format!("{key} avslutar"),
    welcome: "Anteckna det som sägs i rundabordssamtal, svara på det och följ upp vad det blev av.",
    help_and_leave: |help_key, quit_key| format!("{help_key} hjälp · {quit_key} avslutar"),
    begin_with: "Börja med",
    beginnings: ["nytt möte", "läs in en fil", "exemplet"],
    too_small: "Fönstret är för litet.",
    no_meeting_today: "Inget möte har dagens datum. Ctrl+N gör ett nytt.",
    due: |unasked, late, key| {
        let unasked = match unasked {
            0 => None,
            1 => Some("1 åtagande att fråga om".to_owned()),
            count => Some(format!("{count} åtaganden att fråga om")),
        };
        let late = match (late, &unasked) {
            (0, _) => None,
            (1, Some(_)) => Some("1 är sent".to_owned()),
            (late, Some(_)) => Some(format!("{late} är sena")),
            (late, None) => Some(format!("{} i uppföljningen", count(late, "sen sak", "sena saker"))),
        };
        let waits = [unasked, late].into_iter().flatten().collect::<Vec<_>>().join(", ");
        format!("{key}: gå igenom {waits}")
    },
    backing_up: "Säkerhetskopierar",
    checking: "Kontrollerar databasen",
    read_only: "Databasen får inte skrivas i: läs, sök och exportera, men inget sparas.",
    damaged: "Filen är skadad. Det som visas är det som går att läsa, och inget sparas i den. Kör vidpennan check.",
    disk_full: "Disken är full: du kan läsa, söka och exportera. Frigör utrymme, så sparas det du skriver igen.",
    example: "EXEMPEL – SPARAS INTE",
    still_working: "Något pågår fortfarande. Vänta tills det är klart, eller tryck Ctrl+C.",
    amount: |lines, reports| {
        let lines = (lines > 0).then(|| format!("{lines} {}", if lines == 1 { "rad" } else { "rader" }));
        let reports = (reports > 0)
            .then(|| format!("{reports} {}", if reports == 1 { "rapport" } else { "rapporter" }));
        lines.into_iter().chain(reports).collect::<Vec<_>>().join(" och ")
    },
    own_words: |amount| format!("Du har skrivit {amount} i exemplet"),
    own_changes: "Du har ändrat i exemplet",
    stays_in_example: |names, more| {
        let more = if more == 0 { String::new() } else { format!(" och {more} till") };
        format!("Det här sparas inte: {names}{more}")
    },
    example_ended: |amount| format!("Exemplet stängdes. Du hade skrivit {amount}"),
    keep_words: |things| {
        if things == 1 { "Spara den i ett eget möte" } else { "Spara dem i ett eget möte" }
    },
    drop_words: |things| if things == 1 { "Släng den" } else { "Släng dem" },
    leave_example: "Lämna exemplet ändå",
    stay_in_example: "Stanna i exemplet",
    unfinished: "Påbörjad rad",
    from_example: |day| format!("Från exemplet {day}"),
    words_kept: |amount, things, meeting| {
        format!("{amount} {} i mötet ”{meeting}”", if things == 1 { "sparad" } else { "sparade" })
    },
    half_lines: HalfLineWords {
        wait: |count, places| match count {
            1 => format!("✎ en halv rad väntar: {places}"),
            count => format!("✎ {count} halva rader väntar: {places}"),
        },
        any: "vid pennan",
        correction: |name| format!("ändring av {name}"),
        answer: |names| format!("återkoppling på {names}"),
        promise: |meeting| format!("löfte i {meeting}"),
        comment: |name| format!("kommentar till {name}"),
        paste: |meeting| format!("inklistrade rader i {meeting}"),
        unfinished: |names| format!("Du höll på med: {names}"),
        form: |title| format!("formuläret ”{title}”"),
        strayed: "Den halva raden hör till något borttaget; den ligger kvar vid pennan",
    },
    saved_now: |report| format!("Sparat nu, som inte kunde sparas förra gången: {report}"),
    still_unsaved: |report, why| format!("Fortfarande inte sparat: {report}. {why}"),
    keep_report: "Spara min text",
    drop_report: "Släng min text",
    theme: |name| format!("Färger: {name}"),
    themes: ["automatiska", "ljusa", "mörka", "hög kontrast", "inga"],
    done: |done, undo_key| format!("{done} · {undo_key} ångrar"),
    undo_title: |what| format!("Ångra: {what}?"),
    words_set_aside: |undo_key| format!("Inte sparat · {undo_key} tar tillbaka det du skrev"),
    words_given_up: "Det du skrev är kastat",
    words_would_go: "Spara eller stäng rutan först: det du skrivit i den är inte sparat",
    no_command: |key, help_key| format!("{key} gör inget här · {help_key} visar tangenterna"),
    nothing_changed: "Inget ändrades",
    undo_older: |day, time| format!("Det senaste ändrade inget. Det här gjordes {day} kl. {time}."),
    undo_elsewhere: |day, time| format!("Det gjordes {day} kl. {time} och syns inte här."),
    undo_when: |day, time| format!("Det gjordes {day} kl. {time}, tidigare eller i ett annat möte."),
    undo_chosen: |day, time| {
        format!("Det gjordes {day} kl. {time}. Bara det ångras, och det som är skrivet sedan dess står kvar.")
    },
    undoing: |what| format!("Ångrar: {what}"),
    redoing: |what| format!("Gör om: {what}"),
    turning_back: "Lägger tillbaka",
    not_turned: "Det avbröts. Allt är som förut.",
    turning_is_lost: "Något långt ångras eller görs om. Slutar du nu blir allt som det var innan.",
    put_back: |titles| {
        let titles = titles.join(", ");
        format!(
            "Att ångra eller göra om inläsningen av {titles} blev inte klart förra gången. Allt är som förut."
        )
    },
    cancel_and_end: "Avbryta och avsluta?",
    undo_meeting: |day, time| format!("Hela mötet tas bort. Det gjordes {day} kl. {time}."),
    undone: |what, redo_key| format!("Ångrat: {what} · {redo_key} gör om"),
    redone: |what, undo_key| format!("Gjort igen: {what} · {undo_key} ångrar"),
    kept: |names, are_all| {
        let rest = if are_all { "" } else { "; resten är borttaget" };
        format!("{names} är kvar, för någon annan har skrivit där{rest}")
    },
    left_unknown: "Något skrevs av en nyare version av vidpennan och lämnades som det är.",
    left: |count| {
        if count == 1 {
            "Ett värde har ändrats eller använts sedan dess och står kvar.".to_owned()
        } else {
            format!("{count} värden har ändrats eller använts sedan dess och står kvar.")
        }
    },
    scribe: "Vem håller i pennan?",
    name_label: "Namn",
    scribe_help: "Namnet står i historiken vid det du skriver. Det går bra utan namn också.",
    scribe_is: |name| format!("Vid pennan: {name}"),
    working: |label, percent| match percent {
        Some(percent) => format!("{label} {percent} % · Ctrl+C avbryter"),
        None => format!("{label} … · Ctrl+C avbryter"),
    },
    cancelling: |label| format!("{label}: avbryter …"),
    language_waits: "Språket byts när rutan är stängd",
    nothing_here: "Det finns inget att göra det med här.",
    question_unanswered: "Frågan är stängd och inget är gjort: du skrev vidare.",
    message_closed: "Rutan är stängd: du skrev vidare.",
    letters_after_escape: "Efter Esc skriver du vid pennan. Tryck en pil först om listan gäller.",
    nothing_to_mark: |key| format!("{key}: här går inget att markera"),
    digit_too_many: |digit, done| match done {
        "" => format!("”{digit}” skrevs inte: numret var redan valt"),
        done => format!("”{digit}” skrevs inte · {done}"),
    },
    not_here: |key, label| format!("{key} ({label}) går inte att använda här"),
    no_typing: "Inget skrivet i fältet att ångra",
    no_typing_again: "Inget i fältet att göra om",
};

pub(super) const EN: AppWords = AppWords {
    name: "vid pennan",
    tabs: TabWords {
        meetings: "Meetings",
        round_table: "Round tables",
        challenges: "Challenges",
        tomorrow: "Tomorrow!",
        follow_up: "Follow-up",
    },
    keys: KeyWords {
        key: "Key",
        does: "Does",
        space: "Space",
        page_up: "PgUp",
        page_down: "PgDn",
        backspace: "Backspace",
        delete: "Delete",
        home: "Home",
        end: "End",
        shift_tab: "Shift+Tab",
        shift: "Shift+",
    },
    scopes: ScopeWords {
        global: "Everywhere",
        rows: "In lists",
        entry: "The chosen entry",
        entry_rows: "The chosen entry, away from the pen",
        search: "Search",
        hits: "A hit that one has walked to",
        history: "History",
        files: "Choosing files",
        preview: "Preview",
        preview_in_series: "Preview of one of several files",
        storing: "While a long file is being read in",
        paste: "Pasted rows",
        export: "Export",
        manuscript: "Edit a report",
        findings: "Personal data",
        written: "Written files",
        sections: "The sections of the meeting",
        persons: "Persons",
        settings: "Settings",
        copies: "Backups",
        views: "Saved views",
        choice: "Choosing from a list",
        line: "A line of text",
        answer: "Response",
        promise: "A promise that is written",
        entry_line: "An entry that is edited",
        check_in: "Check-in: how did it go?",
        form: "Forms",
        confirm: "Questions",
        reading: "Reading",
    },
    modes: ModeWords {
        takes: "takes it",
        another: "another",
        closes: "closes the list",
        saves_correction: "saves the correction",
        undoes: "leaves it",
        marked: "marked",
        marked_one: "marked",
        unseen: "out of sight",
        unmarks: "unmarks",
        to_list: "to the list",
        letters: "What you type",
        at_pen: "goes to the pen",
    },
    leaves: |key| format!("{key} quits"),
    welcome: "Write down what is said at round tables, answer it, and follow up what becomes of it.",
    help_and_leave: |help_key, quit_key| format!("{help_key} help · {quit_key} quits"),
    begin_with: "Begin with",
    beginnings: ["new meeting", "read a file", "the example"],
    too_small: "The window is too small.",
    no_meeting_today: "No meeting is held today. Ctrl+N makes one.",
    due: |unasked, late, key| {
        let unasked = match unasked {
            0 => None,
            1 => Some("1 commitment to ask about".to_owned()),
            count => Some(format!("{count} commitments to ask about")),
        };
        let late = match (late, &unasked) {
            (0, _) => None,
            (late, Some(_)) => Some(format!("{late} late")),
            (late, None) => Some(count(late, "late thing to follow up", "late things to follow up")),
        };
        let waits = [unasked, late].into_iter().flatten().collect::<Vec<_>>().join(", ");
        format!("{key}: go through {waits}")
    },
    backing_up: "Making a backup",
    checking: "Checking the database",
    read_only: "The database may not be written to: it can be read, nothing is saved.",
    damaged: "The file is damaged. What is shown is what can be read, and nothing is saved in it. Run vidpennan check.",
    disk_full: "The disk is full: you can read, search and export. Free some space, and what you write is saved again.",
    example: "EXAMPLE – NOT SAVED",
    still_working: "Something is still going on. Wait until it is done, or press Ctrl+C.",
    amount: |lines, reports| {
        let lines = (lines > 0).then(|| format!("{lines} {}", if lines == 1 { "line" } else { "lines" }));
        let reports =
            (reports > 0).then(|| format!("{reports} {}", if reports == 1 { "report" } else { "reports" }));
        lines.into_iter().chain(reports).collect::<Vec<_>>().join(" and ")
    },
    own_words: |amount| format!("You have written {amount} in the example"),
    own_changes: "You have changed the example",
    stays_in_example: |names, more| {
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        format!("This is not kept: {names}{more}")
    },
    example_ended: |amount| format!("The example was closed. You had written {amount}"),
    keep_words: |things| {
        if things == 1 { "Keep it in a meeting of your own" } else { "Keep them in a meeting of your own" }
    },
    drop_words: |things| if things == 1 { "Throw it away" } else { "Throw them away" },
    leave_example: "Leave the example anyway",
    stay_in_example: "Stay in the example",
    unfinished: "Begun line",
    from_example: |day| format!("From the example {day}"),
    words_kept: |amount, _, meeting| format!("{amount} kept in the meeting “{meeting}”"),
    half_lines: HalfLineWords {
        wait: |count, places| match count {
            1 => format!("✎ half a line waits: {places}"),
            count => format!("✎ {count} half lines wait: {places}"),
        },
        any: "at the pen",
        correction: |name| format!("a change of {name}"),
        answer: |names| format!("a response to {names}"),
        promise: |meeting| format!("a promise in {meeting}"),
        comment: |name| format!("a comment on {name}"),
        form: |title| format!("the form “{title}”"),
        paste: |meeting| format!("pasted lines in {meeting}"),
        unfinished: |names| format!("You were in the middle of: {names}"),
        strayed: "The half line belongs to something that is deleted; it is kept at the pen",
    },
    saved_now: |report| format!("Saved now, as it could not be last time: {report}"),
    still_unsaved: |report, why| format!("Still not saved: {report}. {why}"),
    keep_report: "Save my text",
    drop_report: "Throw my text away",
    theme: |name| format!("Colours: {name}"),
    themes: ["automatic", "light", "dark", "high contrast", "none"],
    done: |done, undo_key| format!("{done} · {undo_key} undoes"),
    undo_title: |what| format!("Undo: {what}?"),
    words_set_aside: |undo_key| format!("Not saved · {undo_key} brings back what you wrote"),
    words_given_up: "What you wrote is gone",
    words_would_go: "Save or close the box first: what you wrote in it is not saved",
    no_command: |key, help_key| format!("{key} does nothing here · {help_key} shows the keys"),
    nothing_changed: "Nothing changed",
    undo_older: |day, time| format!("The latest step changed nothing. This was done {day} at {time}."),
    undo_elsewhere: |day, time| format!("It was done {day} at {time} and is not seen here."),
    undo_when: |day, time| format!("It was done {day} at {time}, earlier or in another meeting."),
    undo_chosen: |day, time| {
        format!("It was done {day} at {time}. Only that is undone, and what was written since stays.")
    },
    undoing: |what| format!("Undoing: {what}"),
    redoing: |what| format!("Doing again: {what}"),
    turning_back: "Putting back",
    not_turned: "It was cancelled. Everything is as before.",
    turning_is_lost: "Something long is being undone or done again. If you quit now, all is as it was before.",
    put_back: |titles| {
        let titles = titles.join(", ");
        format!("Undoing or redoing the reading of {titles} was not finished last time. All is as before.")
    },
    cancel_and_end: "Cancel and quit?",
    undo_meeting: |day, time| format!("The whole meeting goes away. It was made {day} at {time}."),
    undone: |what, redo_key| format!("Undone: {what} · {redo_key} does it again"),
    redone: |what, undo_key| format!("Done again: {what} · {undo_key} undoes"),
    kept: |names, are_all| {
        let rest = if are_all { "" } else { "; the rest is deleted" };
        format!("{names} stays, because somebody else has written there{rest}")
    },
    left_unknown: "Something was written by a newer version of vidpennan and was left as it is.",
    left: |count| {
        if count == 1 {
            "One value has been changed or used since and was left.".to_owned()
        } else {
            format!("{count} values have been changed or used since and were left.")
        }
    },
    scribe: "Who holds the pen?",
    name_label: "Name",
    scribe_help: "The name stands in the history beside what you write. You can do without one.",
    scribe_is: |name| format!("At the pen: {name}"),
    working: |label, percent| match percent {
        Some(percent) => format!("{label} {percent} % · Ctrl+C cancels"),
        None => format!("{label} … · Ctrl+C cancels"),
    },
    cancelling: |label| format!("{label}: cancelling …"),
    language_waits: "The language changes when the box is closed",
    nothing_here: "There is nothing to do that with here.",
    question_unanswered: "The question is closed and nothing is done: you went on writing.",
    message_closed: "The box is closed: you went on writing.",
    letters_after_escape: "After Esc you write at the pen. Press an arrow first to use the list.",
    nothing_to_mark: |key| format!("{key}: nothing can be marked here"),
    digit_too_many: |digit, done| match done {
        "" => format!("“{digit}” was not written: the number was chosen"),
        done => format!("“{digit}” was not written · {done}"),
    },
    not_here: |key, label| format!("{key} ({label}) cannot be used here"),
    no_typing: "Nothing typed in the field to undo",
    no_typing_again: "Nothing in the field to redo",
};
