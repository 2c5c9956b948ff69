//! A database in a folder that a service synchronises: it is said, by commands and by the window.

use std::fs;

use crate::support::laptop::{Laptop, assert_says};
use crate::support::window::Window;

#[test]
fn a_folder_that_a_service_synchronises_is_warned_of() {
    for (folder, service) in
        [("OneDrive - Bjurköpings kommun", "OneDrive"), ("Dropbox (Privat)", "Dropbox"), ("Möten", "")]
    {
        let laptop = Laptop::new();
        fs::create_dir(laptop.path(folder)).unwrap();
        let database = laptop.path(folder).join("möten.db");
        let database = database.to_str().unwrap();
        let warning = format!("Databasen ligger i en mapp som {service} synkroniserar");
        let answer = laptop.run(&["--db", database, "add", "En rad"]);
        let is_said = answer.err.contains(&warning);
        assert_eq!((answer.code, is_said), (0, !service.is_empty()), "{}", answer.err);
        let mut window = Window::with(&laptop, 100, 30, &[("VIDPENNAN_DB", database)]);
        if service.is_empty() {
            window.settle();
            assert!(!window.screen().contains("synkroniserar"), "{}", window.screen());
        } else {
            window.shows(&warning);
        }
        window.types("\u{11}").ends();
    }
}

#[test]
fn a_link_into_such_a_folder_is_seen_through() {
    let laptop = Laptop::new();
    fs::create_dir(laptop.path("Nextcloud")).unwrap();
    std::os::unix::fs::symlink(laptop.path("Nextcloud"), laptop.path("Möten")).unwrap();
    let answer = laptop.run(&["--db", "Möten/möten.db", "add", "En rad"]);
    assert_says(&answer.err, &["Nextcloud synkroniserar"]);
}
