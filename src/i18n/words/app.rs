//! The frame: tabs, header, footer, notices, themes.

/// See the module.
#[derive(Debug)]
pub struct AppWords {
    /// The program's name in the header.
    pub name: &'static str,
    /// The tabs.
    pub tabs: TabWords,
    /// The keys.
    pub keys: KeyWords,
    /// The parts of the key table.
    pub scopes: ScopeWords,
    /// The terminal is too small to show anything useful.
    pub too_small: &'static str,
    /// The daily copy, while it is made.
    pub backing_up: &'static str,
    /// On every screen of the example.
    pub example: &'static str,
    /// The notice after a theme was chosen.
    pub theme: fn(&str) -> String,
    /// The names of the themes: automatic, light, dark, high contrast, none.
    pub themes: [&'static str; 5],
    /// After a write: what was done, and how to undo it.
    pub done: fn(done: &str, undo_key: &str) -> String,
    /// The question before something from an earlier time or another meeting is undone: what it was.
    pub undo_title: fn(what: &str) -> String,
    /// When it was done.
    pub undo_when: fn(day: &str, time: &str) -> String,
    /// After undoing: what was undone, and the key that does it again.
    pub undone: fn(what: &str, redo_key: &str) -> String,
    /// After doing again.
    pub redone: fn(what: &str, undo_key: &str) -> String,
    /// Some values had been changed by somebody else since, and were left.
    pub left: fn(count: usize) -> String,
    /// The question who holds the pen.
    pub holder: &'static str,
    /// The label of the name.
    pub name_label: &'static str,
    /// What that name is for.
    pub holder_help: &'static str,
    /// After the pen was handed over.
    pub holder_is: fn(&str) -> String,
    /// A job is running.
    pub working: fn(label: &str, percent: Option<u8>) -> String,
    /// A job was asked to stop.
    pub cancelling: fn(label: &str) -> String,
    /// A command that has nothing to work on here.
    pub nothing_here: &'static str,
}

/// The tabs.
#[derive(Debug)]
pub struct TabWords {
    /// 1.
    pub meetings: &'static str,
    /// 2.
    pub round_table: &'static str,
    /// 3.
    pub challenges: &'static str,
    /// 4.
    pub tomorrow: &'static str,
    /// 5.
    pub follow_up: &'static str,
}

/// Keys that are written in words.
#[derive(Debug)]
pub struct KeyWords {
    /// The column of keys.
    pub key: &'static str,
    /// The column of what they do.
    pub does: &'static str,
    /// The space bar.
    pub space: &'static str,
    /// Page up.
    pub page_up: &'static str,
    /// Page down.
    pub page_down: &'static str,
    /// Backspace.
    pub backspace: &'static str,
    /// Delete.
    pub delete: &'static str,
    /// Home.
    pub home: &'static str,
    /// End.
    pub end: &'static str,
    /// Tab with Shift.
    pub shift_tab: &'static str,
}

/// The parts of the key table that are no tab.
#[derive(Debug)]
pub struct ScopeWords {
    /// Everywhere.
    pub global: &'static str,
    /// Wherever rows are walked.
    pub rows: &'static str,
    /// A chosen entry.
    pub entry: &'static str,
    /// A chosen entry where no text is written.
    pub entry_rows: &'static str,
    /// The search page.
    pub search: &'static str,
    /// The history page.
    pub history: &'static str,
    /// Previews.
    pub preview: &'static str,
    /// The export page.
    pub export: &'static str,
    /// A report that is being written on.
    pub manuscript: &'static str,
    /// What may be personal in a paper.
    pub findings: &'static str,
    /// Files that were written.
    pub written: &'static str,
    /// The sections of a meeting.
    pub sections: &'static str,
    /// Lists in dialogs.
    pub choice: &'static str,
    /// One line.
    pub line: &'static str,
    /// An answer.
    pub answer: &'static str,
    /// The check-in.
    pub check_in: &'static str,
    /// Forms.
    pub form: &'static str,
    /// Questions.
    pub confirm: &'static str,
    /// Something to read.
    pub reading: &'static str,
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
    },
    scopes: ScopeWords {
        global: "Överallt",
        rows: "I listor",
        entry: "Det valda inlägget",
        entry_rows: "Det valda inlägget, utanför pennan",
        search: "Sök",
        history: "Historik",
        preview: "Förhandsvisning",
        export: "Exportera",
        manuscript: "Redigera en rapport",
        findings: "Personuppgifter",
        written: "Skrivna filer",
        sections: "Mötets avsnitt",
        choice: "Val i en lista",
        line: "En rad text",
        answer: "Återkoppling",
        check_in: "Avstämning: hur gick det?",
        form: "Formulär",
        confirm: "Frågor",
        reading: "Att läsa",
    },
    too_small: "Fönstret är för litet.",
    backing_up: "Säkerhetskopierar",
    example: "EXEMPEL – SPARAS INTE",
    theme: |name| format!("Färger: {name}"),
    themes: ["automatiska", "ljusa", "mörka", "hög kontrast", "inga"],
    done: |done, undo_key| format!("{done} · {undo_key} ångrar"),
    undo_title: |what| format!("Ångra: {what}?"),
    undo_when: |day, time| format!("Det gjordes {day} kl. {time}, tidigare eller i ett annat möte."),
    undone: |what, redo_key| format!("Ångrat: {what} · {redo_key} gör om"),
    redone: |what, undo_key| format!("Gjort igen: {what} · {undo_key} ångrar"),
    left: |count| {
        if count == 1 {
            "Ett värde har ändrats av någon annan sedan dess och står kvar.".to_owned()
        } else {
            format!("{count} värden har ändrats av någon annan sedan dess och står kvar.")
        }
    },
    holder: "Vem håller i pennan?",
    name_label: "Namn",
    holder_help: "Namnet står i historiken vid det du skriver. Det går bra utan namn också.",
    holder_is: |name| format!("Vid pennan: {name}"),
    working: |label, percent| match percent {
        Some(percent) => format!("{label} {percent} % · Ctrl+C avbryter"),
        None => format!("{label} … · Ctrl+C avbryter"),
    },
    cancelling: |label| format!("{label}: avbryter …"),
    nothing_here: "Det finns inget att göra det med här.",
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
    },
    scopes: ScopeWords {
        global: "Everywhere",
        rows: "In lists",
        entry: "The chosen entry",
        entry_rows: "The chosen entry, away from the pen",
        search: "Search",
        history: "History",
        preview: "Preview",
        export: "Export",
        manuscript: "Edit a report",
        findings: "Personal data",
        written: "Written files",
        sections: "The sections of the meeting",
        choice: "Choosing from a list",
        line: "A line of text",
        answer: "Response",
        check_in: "Check-in: how did it go?",
        form: "Forms",
        confirm: "Questions",
        reading: "Reading",
    },
    too_small: "The window is too small.",
    backing_up: "Making a backup",
    example: "EXAMPLE – NOT SAVED",
    theme: |name| format!("Colours: {name}"),
    themes: ["automatic", "light", "dark", "high contrast", "none"],
    done: |done, undo_key| format!("{done} · {undo_key} undoes"),
    undo_title: |what| format!("Undo: {what}?"),
    undo_when: |day, time| format!("It was done {day} at {time}, earlier or in another meeting."),
    undone: |what, redo_key| format!("Undone: {what} · {redo_key} does it again"),
    redone: |what, undo_key| format!("Done again: {what} · {undo_key} undoes"),
    left: |count| {
        if count == 1 {
            "One value has been changed by somebody else since and was left.".to_owned()
        } else {
            format!("{count} values have been changed by somebody else since and were left.")
        }
    },
    holder: "Who holds the pen?",
    name_label: "Name",
    holder_help: "The name stands in the history beside what you write. You can do without one.",
    holder_is: |name| format!("At the pen: {name}"),
    working: |label, percent| match percent {
        Some(percent) => format!("{label} {percent} % · Ctrl+C cancels"),
        None => format!("{label} … · Ctrl+C cancels"),
    },
    cancelling: |label| format!("{label}: cancelling …"),
    nothing_here: "There is nothing to do that with here.",
};
