//! What a newer version wrote is shown as unknown on every screen, and left as it is.

use vidpennan::i18n::{Lang, changes, labels, operations};
use vidpennan::model::history::{Entity, Op, Value};
use vidpennan::model::{ActionStatus, Kind, MeetingKind};
use vidpennan::store::{Store, log};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, now, over_in};
use crate::support::newer::{MADE, Newer, mixed};
use crate::support::room::options;

/// The program over a meeting that a newer version has written in, on a wide screen, and its folder.
fn opened(lang: Lang) -> (tempfile::TempDir, Driver) {
    let folder = tempfile::tempdir().unwrap();
    let mixed = mixed(Store::open(&folder.path().join("store.db"), options()).unwrap());
    let mut app = over_in(mixed.room.store.into_store(), Place::Tab(Tab::Meetings), lang, now());
    app.size(140, 40);
    (folder, app)
}

/// What the log of the file has written of a cell.
fn written(folder: &tempfile::TempDir, field: &str) -> Vec<Value> {
    let store = Store::reader(&folder.path().join("store.db"), now()).unwrap();
    let rows = log::beyond(&store, &[]).unwrap();
    rows.into_iter().filter(|row| row.field == field).map(|row| row.new).collect()
}

#[test]
fn every_screen_shows_what_is_unknown_in_both_languages() {
    for lang in [Lang::Sv, Lang::En] {
        let (_folder, mut app) = opened(lang);
        let unknown = labels::status(lang, Kind::Action(ActionStatus::Unknown)).unwrap();
        app.shows("Framtidsveckan").shows(labels::meeting_kind(lang, MeetingKind::Unknown));
        app.keys("<a-2>").shows("En vision om skolgården").shows("Skriven i en nyare version");
        app.keys("<a-3>").shows("Bussen går för sällan");
        app.keys("<right>").shows(unknown).shows("Vi får se").keys("<esc>");
        app.keys("<a-4>").shows("Ringa trafikbolaget").shows(lang.words().tomorrow.groups[6]).shows(unknown);
        app.keys("<a-5>").shows("Mäta väntetiderna").shows(unknown.split(' ').next().unwrap());
    }
}

#[test]
fn the_history_is_read_and_opened() {
    for lang in [Lang::Sv, Lang::En] {
        let (_folder, mut app) = opened(lang);
        let unknown = changes::noun(lang.words(), Entity::Unknown);
        let status = labels::status(lang, Kind::Action(ActionStatus::Unknown)).unwrap();
        let painted = format!("{} Hela väggen", operations::name(lang, Op::Unknown));
        app.keys("h").shows(&painted).keys("<enter>").shows(unknown).shows("Skriven i en nyare version");
        app.keys("<esc>").click(&painted).click(&painted).shows(unknown).shows(status);
        app.keys("<esc><esc><a-3>h").shows(status).shows("Vi får se");
    }
}

#[test]
fn a_form_keeps_what_cannot_be_chosen() {
    let (folder, mut app) = opened(Lang::Sv);
    let before = written(&folder, "kind");
    app.keys("e")
        .shows("okänt slags möte (nyare version)")
        .keys("<end> 2026<c-s>")
        .shows("Framtidsveckan 2026");
    app.keys("a").keys("e").shows("okänt slag (nyare version)").keys("<end>et<c-s>").shows("Tipset");
    app.keys("<esc><a-3>s").shows("okänd status (nyare version)").keys("<tab>Frågat<c-s>");
    assert_eq!(written(&folder, "kind"), before);
    let made = written(&folder, "").iter().map(|made| format!("{made:?}")).collect::<Vec<_>>().concat();
    assert!(made.contains("Frågat") && !made.contains("unknown"), "{made}");
}

#[test]
fn what_is_unknown_is_not_undone_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mixed = mixed(Store::open(&folder.path().join("store.db"), options()).unwrap());
    // As if this file had been open in a newer version that has been removed again.
    let mut newer = Newer::instead_of(&mixed.room.store);
    newer.does("paint_wall", "Golvet").sets(Entity::Entry, mixed.note.0, "mood", "trött");
    newer.makes("entry_mark", MADE, &serde_json::json!({ "x": 1 }));
    newer.goes_on_in(&folder.path().join("store.db"));
    let mut app = over_in(mixed.room.store.into_store(), Place::Tab(Tab::Meetings), Lang::Sv, now());
    app.size(120, 40).keys("<c-z>").shows("Golvet").keys("<enter>");
    app.shows("Något skrevs av en nyare version").shows("lämnades som");
    assert_eq!(written(&folder, "mood").len(), 2, "nothing is written of it");
}
