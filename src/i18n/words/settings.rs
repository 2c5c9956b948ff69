//! The page of settings: its rows, what each does, and what is said of the file.

/// What a row is called, and what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettingWord {
    /// Before its value.
    pub label: &'static str,
    /// What it does, in one sentence.
    pub help: &'static str,
}

/// See the module.
#[derive(Debug)]
pub struct SettingsWords {
    /// The page's name.
    pub title: &'static str,
    /// Beside it: that what is chosen counts at once.
    pub at_once: &'static str,
    /// Beside it in the example, where the scribe is not remembered.
    pub in_example: &'static str,
    /// Over the groups of rows: you, reminders, folders.
    pub groups: [&'static str; 3],
    /// One row each, by what it is about.
    pub rows: SettingRows,
    /// The names of the languages, each in its own: Swedish, English.
    pub languages: [&'static str; 2],
    /// What a switch is: off, on.
    pub switch: [&'static str; 2],
    /// In the place of a name or a folder that is not chosen.
    pub nobody: &'static str,
    /// In the place of a file that is in memory only, or of a home folder that is missing.
    pub nowhere: &'static str,
    /// The refusal of a folder that is not there.
    pub no_folder: fn(&str) -> String,
    /// A value of the file that cannot be used: its key, and how it is written.
    pub unusable: fn(key: &str, written: &str) -> String,
    /// The file cannot be read, and why.
    pub unreadable: fn(path: &str, why: &str) -> String,
    /// What was chosen is not written, and why.
    pub not_saved: fn(why: &str) -> String,
    /// The file is not TOML, so that it is not written over.
    pub malformed: fn(path: &str) -> String,
    /// The notice when the program opens and something in the file cannot be used; the key that shows what.
    pub look: fn(key: &str) -> String,
}

/// The rows of the page.
#[derive(Debug)]
pub struct SettingRows {
    pub(crate) scribe: SettingWord,
    pub(crate) language: SettingWord,
    pub(crate) theme: SettingWord,
    pub(crate) bell: SettingWord,
    pub(crate) says_due: SettingWord,
    pub(crate) counts_due: SettingWord,
    pub(crate) alarms: SettingWord,
    pub(crate) exports: SettingWord,
    pub(crate) database: SettingWord,
    pub(crate) backups: SettingWord,
    pub(crate) file: SettingWord,
}

const fn row(label: &'static str, help: &'static str) -> SettingWord {
    SettingWord { label, help }
}

pub(super) const SV: SettingsWords = SettingsWords {
    title: "Inställningar",
    at_once: "gäller genast, på den här datorn",
    in_example: "gäller genast; namnet bara i exemplet",
    groups: ["du", "påminnelser", "mappar"],
    rows: SettingRows {
        scribe: row("Vid pennan", "Namnet syns i historiken vid det du skriver."),
        language: row("Språk", "Språket i programmet och i nya dokument."),
        theme: row("Färger", "Välj det som går bäst att läsa mot din bakgrund."),
        bell: row("Ljud", "Terminalen ringer när något längre är klart eller inte gick."),
        says_due: row("När programmet öppnas", "Säger en gång vad som väntar på uppföljning."),
        counts_due: row("Antal vid flikarna", "Visar hur många åtaganden och åtgärder som väntar."),
        alarms: row("Larm i kalendern", "Kalenderfiler som exporteras påminner på morgonen."),
        exports: row("Exporterade filer", "Mappen som föreslås vid export. Tom: den för dokument."),
        database: row("Mötena", "Filen med alla möten. Enter öppnar mappen."),
        backups: row(
            "Säkerhetskopior",
            "Tio dagar, åtta veckor och tolv månader tillbaka. Enter öppnar mappen.",
        ),
        file: row("Inställningarna", "Filen med det du väljer här. Enter öppnar mappen."),
    },
    languages: ["svenska", "English"],
    switch: ["av", "på"],
    nobody: "ingen",
    nowhere: "finns inte",
    no_folder: |folder| format!("Mappen {folder} finns inte. Skapa den först, eller välj en annan."),
    unusable: |key, written| format!("{key} = {written} i inställningsfilen går inte att använda."),
    unreadable: |path, why| format!("Inställningarna i {path} går inte att läsa och används inte: {why}"),
    not_saved: |why| format!("Det du valde gäller men är inte sparat. {why}"),
    malformed: |path| {
        format!("{path} går inte att läsa och skrivs därför inte över. Rätta filen, eller ta bort den.")
    },
    look: |key| format!("Något i inställningsfilen går inte att använda · {key} visar vad"),
};

pub(super) const EN: SettingsWords = SettingsWords {
    title: "Settings",
    at_once: "count at once, on this computer",
    in_example: "count at once; the name in the example only",
    groups: ["you", "reminders", "folders"],
    rows: SettingRows {
        scribe: row("At the pen", "The name is in the history beside what you write."),
        language: row("Language", "The language of the program and of new documents."),
        theme: row("Colours", "Choose what reads best on your background."),
        bell: row("Sound", "The terminal rings when long work is done or went wrong."),
        says_due: row("When the program opens", "Says once what waits for follow-up."),
        counts_due: row("Numbers at the tabs", "Show how many commitments and actions wait."),
        alarms: row("Alarms in the calendar", "Calendar files that go out remind in the morning."),
        exports: row("Exported files", "The folder proposed for exports. Empty: that for documents."),
        database: row("The meetings", "The file with all meetings. Enter opens the folder."),
        backups: row("Backups", "Ten days, eight weeks and twelve months back. Enter opens the folder."),
        file: row("The settings", "The file with what you choose here. Enter opens the folder."),
    },
    languages: ["svenska", "English"],
    switch: ["off", "on"],
    nobody: "nobody",
    nowhere: "none",
    no_folder: |folder| format!("There is no folder {folder}. Make it first, or choose another one."),
    unusable: |key, written| format!("{key} = {written} in the settings file cannot be used."),
    unreadable: |path, why| format!("The settings in {path} cannot be read and are not used: {why}"),
    not_saved: |why| format!("What you chose counts but is not saved. {why}"),
    malformed: |path| {
        format!("{path} cannot be read and is therefore not written over. Correct the file, or remove it.")
    },
    look: |key| format!("Something in the settings file cannot be used · {key} shows what"),
};
