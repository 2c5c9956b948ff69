//! The page of settings: what is chosen counts at once and is saved; what cannot be used or saved is said.

use std::path::PathBuf;

use vidpennan::i18n::Lang;
use vidpennan::store::Store;
use vidpennan::ui::place::{Place, Tab};
use vidpennan::ui::preferences::{Complaint, Preferences, Reminders, SettingsFile};
use vidpennan::ui::theme::ThemeKind;

use crate::support::app::{Driver, start, start_at, start_example, start_over, start_preferring};
use crate::support::programme::programme;

/// The page over an empty store.
fn page() -> Driver {
    let mut app = start();
    app.keys(",").shows("Inställningar  gäller genast");
    app
}

fn preferring(preferences: Preferences) -> Driver {
    start_preferring(preferences, SettingsFile::default(), Place::Tab(Tab::Meetings), |_| {})
}

/// A store in which something waits for follow-up.
fn waiting(store: &mut Store) {
    programme(store);
}

#[test]
fn the_page_is_reached_by_comma_palette_and_slash_and_left_by_escape() {
    page().keys("<esc>").hides("gäller genast");
    start().keys("<c-p>inställ").shows("/inställningar").keys("<enter>").shows("gäller genast");
    let mut app = start_over(Place::Tab(Tab::Meetings), programme);
    app.keys("<a-2>Hej, du").shows("Hej, du").keys("<esc>/inställningar<enter>").shows("gäller genast");
    app.keys("<esc>").shows("2 Bordssamtal");
    start().keys("<c-p>språk<enter><c-p>settings").shows("/settings").keys("<enter>").shows("count at once");
}

#[test]
fn every_row_says_what_it_does() {
    let mut app = page();
    let said = [
        "Namnet syns i historiken",
        "Språket i programmet",
        "Välj det som går bäst",
        "Terminalen ringer",
        "Säger en gång vad som väntar",
        "Visar hur många åtaganden",
        "Kalenderfiler som exporteras",
        "Mappen som föreslås",
        "Filen med alla möten",
        "Tio dagar, åtta veckor",
        "Filen med det du väljer här",
    ];
    for help in said {
        app.shows(help).keys("<down>");
    }
    app.size(160, 40);
    for help in said {
        app.shows(help);
    }
    for (width, height) in [(80, 24), (40, 12), (20, 6)] {
        app.size(width, height).keys("<home>").shows("▌ Vid").keys("<end>").shows("▌ Inst");
    }
}

#[test]
fn the_language_changes_what_is_read_and_is_saved() {
    let mut app = page();
    app.keys("<down><right>").shows("Settings  count at once").shows("Language").shows("‹ English ›");
    assert_eq!(app.saved().lang, Lang::En);
    app.keys("<space>").shows("‹ svenska ›").shows("gäller genast");
    assert_eq!(app.saved().lang, Lang::Sv);
}

#[test]
fn the_colours_go_both_ways_and_are_saved() {
    let mut app = page();
    app.keys("<down><down>").shows("‹ mörka ›").keys("<left>").shows("‹ ljusa ›");
    assert_eq!(app.saved().theme, Some(ThemeKind::Light));
    app.keys("<enter><enter>").shows("‹ hög kontrast ›");
    assert_eq!(app.saved().theme, Some(ThemeKind::HighContrast));
}

#[test]
fn the_scribe_is_written_in_the_row_and_escape_leaves_it() {
    let mut app = page();
    app.keys("<enter>Åsa Öst<esc><esc>").shows("Eva Lind").hides("Åsa");
    app.keys("<enter>Åsa Öst<enter>").shows("Åsa Öst").hides("Eva Lind");
    assert_eq!(app.saved().scribe.as_deref(), Some("Åsa Öst"));
    app.keys("<enter><bs><enter>").shows("Åsa Öst");
}

#[test]
fn the_bell_rings_only_for_who_wants_it() {
    let mut app = page();
    app.keys("<down><down><down>").shows("‹ av ›").keys("<right>").shows("‹ på ›");
    assert!(app.saved().preferences.rings);
    // There is no desktop where the tests run, or there is: the work ends in either case.
    for (rings, expected) in [(false, false), (true, true)] {
        let mut app = preferring(Preferences { rings, ..Preferences::default() });
        app.keys(",<end><up><enter>");
        assert_eq!(app.rings(), expected);
        assert!(!app.rings(), "once");
    }
}

#[test]
fn what_waits_is_said_and_counted_only_where_that_is_wanted() {
    let start = |at_start, in_tabs| {
        let reminds = Reminders { at_start, in_tabs, ..Reminders::default() };
        let preferences = Preferences { reminds, ..Preferences::default() };
        start_preferring(preferences, SettingsFile::default(), Place::Tab(Tab::Meetings), waiting)
    };
    start(true, true).shows("gå igenom").shows("Uppföljning (");
    start(false, true).hides("gå igenom").shows("Uppföljning (");
    start(true, false).shows("gå igenom").hides("Uppföljning (");
    let mut app = start(true, true);
    app.keys(",<down><down><down><down>").shows("‹ på ›").keys("<right><down><right>");
    app.hides("Uppföljning (").keys("<left>").shows("Uppföljning (").keys("<left>");
    let saved = app.saved().preferences.reminds;
    assert_eq!(saved, Reminders { at_start: false, in_tabs: false, in_calendar: true });
}

#[test]
fn calendar_files_have_alarms_unless_that_is_not_wanted() {
    for in_calendar in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let reminds = Reminders { in_calendar, ..Reminders::default() };
        let export_folder = folder.path().display().to_string();
        let preferences = Preferences { reminds, export_folder, ..Preferences::default() };
        let place = Place::Tab(Tab::Meetings);
        let mut app = start_preferring(preferences, SettingsFile::default(), place, programme);
        app.size(140, 40).keys("x").wait_for("○ kalender").click("○ kalender").keys("<enter>x<enter>");
        app.wait_for("Skrivet");
        let mut files = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
        let calendar = files.find(|path| path.extension().is_some_and(|ending| ending == "ics")).unwrap();
        let calendar = std::fs::read_to_string(calendar).unwrap();
        assert_eq!(calendar.contains("BEGIN:VALARM"), in_calendar, "{calendar}");
    }
}

#[test]
fn a_folder_for_exports_has_to_be_there_and_is_proposed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().display().to_string();
    let mut app = start_over(Place::Tab(Tab::Meetings), programme);
    app.size(140, 40).keys(",<end><up><up><up>").shows("▌ Exporterade filer").keys("<enter>");
    app.keys("/finns/inte<enter>")
        .shows("Mappen /finns/inte finns inte")
        .keys("<esc><esc>")
        .hides("/finns/inte");
    app.keys("<enter>").paste(&path).keys("<enter>").shows(&path);
    assert_eq!(app.saved().preferences.export_folder, path);
    app.keys("<esc>x").wait_for(&format!("{path}/2026-"));
    // Without one it is the folder of the system again.
    app.keys("<esc>,<end><up><up><up><enter><bs><enter>").hides(&path);
    assert_eq!(app.saved().preferences.export_folder, "");
}

#[test]
fn a_file_that_cannot_be_written_is_said_and_the_choice_counts() {
    let mut app = page();
    app.refuse_to_save("Det du valde gäller men är inte sparat. Filen får inte skrivas.");
    app.keys("<down><down><left>").shows("‹ ljusa ›").shows("är inte sparat. Filen får inte skrivas");
}

#[test]
fn what_cannot_be_used_in_the_file_is_said_when_the_program_opens_and_on_the_page() {
    let file = SettingsFile {
        path: Some(PathBuf::from("/hem/settings.toml")),
        complaints: vec![Complaint::Unusable { key: "theme".to_owned(), written: "\"rosa\"".to_owned() }],
        not_saved: None,
    };
    let mut app = start_preferring(Preferences::default(), file, Place::Tab(Tab::Meetings), |_| {});
    app.shows("Något i inställningsfilen går inte att använda · Alt+, visar vad");
    app.keys(",").shows("theme = \"rosa\" i inställningsfilen").keys("<end>").shows("/hem/settings.toml");
    app.keys("<c-p>språk<enter>").shows("theme = \"rosa\"").hides("i inställningsfilen går inte");
    app.keys("<a-2><a-,>").shows("in the settings file cannot be used");
}

#[test]
fn a_comma_at_the_pen_is_a_comma() {
    let mut app = start_at(Place::Tab(Tab::RoundTable));
    app.keys(",").hides("gäller genast");
}

#[test]
fn in_the_example_the_name_is_only_for_the_example() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = start_example(&folder.path().join("egna.db"));
    app.keys("<a-1>,").shows("gäller genast; namnet bara i exemplet");
}
