//! Other words that a command is looked for by in the palette, in both languages: people search with the word they
//! know.

/// By the stable name of the command, words apart by spaces.
const SYNONYMS: [(&str, &str); 41] = [
    ("quit", "avsluta stäng lämna quit exit close leave"),
    ("help", "hjälp tangenter genvägar help keys shortcuts"),
    ("handbook", "handbok manual bok instruktion handbook guide"),
    ("undo", "ångra tillbaka undo revert"),
    ("redo", "igen redo repeat"),
    ("search", "sök hitta leta search find"),
    ("history", "historik logg ändringar history log changes"),
    (
        "export",
        "skriv ut pdf word excel kalender skicka mejla påminnelse rapport print send mail reminder report",
    ),
    ("import", "importera läs öppna fil docx import open file"),
    ("scribe", "sekreterare vem namn byt namn scribe who"),
    ("language", "svenska engelska english swedish language"),
    ("theme", "tema mörkt ljust kontrast utseende theme dark light contrast"),
    ("settings", "larm ljud signal påminnelser mappar språk tema bell reminders folders options preferences"),
    ("persons", "namn byt namn deltagare register merge rename people names"),
    ("join_persons", "dubblett merge duplicate"),
    ("edit_person", "redigera ändra byt namn rename edit"),
    ("views", "vy vyer spara view save"),
    ("filter", "sortera visa urval filter show"),
    ("group", "sortera ordna sort"),
    (
        "edit_meeting",
        "redigera ändra status inga namn byt namn rubrik datum plats deltagare antal bord no names title date place tables",
    ),
    ("move_meeting", "byt program move"),
    ("new_meeting", "starta skapa börja create start"),
    ("delete_meeting", "radera släng delete remove"),
    ("edit_programme", "redigera ändra värdeord mål core values goals"),
    ("minutes_status", "status utkast remiss justera klart draft final"),
    ("convert", "typ slag gör om utmaning åtgärd type kind"),
    ("edit", "rätta redigera ändra stavfel correct fix change"),
    ("delete", "radera släng delete remove"),
    ("tag", "tagg etikett label"),
    ("assign", "deadline tilldela vem när due who"),
    ("respond", "svara svar återkoppling answer reply"),
    ("check_in", "följ upp klart färdigt follow up done"),
    ("check_in_due", "följ upp väntar sent påminn follow up late remind"),
    ("move_to", "rubrik byt avsnitt move heading"),
    ("set_speaker", "vem sa person who said"),
    ("archive", "stäng gamla åtaganden close old"),
    ("park", "parkering parkera lägg undan parking"),
    ("move_to_table", "byt bord move table"),
    ("move_to_meeting", "byt möte move meeting"),
    ("star", "favorit viktigt important"),
    ("cancel_job", "stoppa stop abort"),
];

/// The other words of a command; empty where there are none.
pub fn synonyms(name: &str) -> &'static str {
    SYNONYMS.iter().find(|(known, _)| *known == name).map_or("", |(_, words)| words)
}
