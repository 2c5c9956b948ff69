//! The folder for the archive as it is on disk, and the choices that are remembered.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use vidpennan::export::archive::{self, BagInfo};
use vidpennan::export::{Format, With};
use vidpennan::files::folder::save_folder;
use vidpennan::files::save::Existing;
use vidpennan::i18n::Lang;
use vidpennan::minutes;
use vidpennan::model::{Names, Profile, Report};
use vidpennan::ops;
use vidpennan::report::profile::{Remembered, remembered};
use vidpennan::report::{Choices, Publication};
use vidpennan::store::{self, Store};

use crate::support::room::{options, undo_newest};

fn about() -> BagInfo {
    BagInfo {
        title: "Möte & <samtal>".to_owned(),
        creator: Some("Disa Norén".to_owned()),
        organisation: Some("Exempelstads kommun".to_owned()),
        date: NaiveDate::from_ymd_opt(2026, 3, 5),
        identifiers: vec!["FSN-2026-5467".to_owned(), "urn:uuid:019a".to_owned()],
        lang: Lang::Sv,
        genre: Some("Anteckningar\u{1b}[31m".to_owned()),
        today: NaiveDate::from_ymd_opt(2026, 3, 9).unwrap(),
    }
}

/// Every file under a folder, by its path.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// What a validator of bags does (RFC 8493, 3): every file of the payload is in the manifest, with its sum, and no
/// other.
fn validate(bag: &BTreeMap<String, Vec<u8>>) {
    let text = |name: &str| String::from_utf8(bag[name].clone()).unwrap();
    assert_eq!(text("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    for (manifest, of_payload) in [("manifest-sha256.txt", true), ("tagmanifest-sha256.txt", false)] {
        let listed: Vec<String> = text(manifest)
            .lines()
            .map(|line| {
                let (sum, path) = line.split_once("  ").unwrap();
                let found = Sha256::digest(&bag[path]);
                assert_eq!(
                    found.iter().fold(String::new(), |sum, byte| sum + &format!("{byte:02x}")),
                    sum,
                    "{path}"
                );
                path.to_owned()
            })
            .collect();
        let mut expected: Vec<String> =
            bag.keys().filter(|path| path.starts_with("data/") == of_payload).cloned().collect();
        expected.retain(|path| !path.starts_with("tagmanifest"));
        let mut sorted = listed.clone();
        sorted.sort();
        assert_eq!(sorted, expected);
    }
    let octets: usize =
        bag.iter().filter(|(path, _)| path.starts_with("data/")).map(|(_, bytes)| bytes.len()).sum();
    let files = bag.keys().filter(|path| path.starts_with("data/")).count();
    assert!(text("bag-info.txt").contains(&format!("Payload-Oxum: {octets}.{files}\n")));
}

#[test]
fn minutes_go_into_an_archive_folder_that_can_be_verified() {
    let words = Lang::Sv.words();
    let text = fs::read_to_string("tests/fixtures/minutes/001_e73191a1bb23a1f9.txt").unwrap();
    let minutes = minutes::read::read_quietly(&text, words);
    let publication = Publication::of(&minutes, words);
    let formats: Vec<Format> =
        Profile::Archive.formats().iter().filter_map(|code| Format::from_code(code)).collect();
    let files = archive::files(&publication, &formats, "2018-12-05 Möte 100 %", &With::new(words)).unwrap();
    assert_eq!(files.len(), formats.len());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("2018-12-05 Möte");
    let bag = archive::bag(files.clone(), &about());
    assert_eq!(bag, archive::bag(files, &about()), "the same each time");
    save_folder(&path, &bag, Existing::Keep).unwrap();
    let tree = tree(&path);
    validate(&tree);
    // What was archived can be read again.
    let json = &tree["data/2018-12-05 Möte 100 _.json"];
    assert_eq!(vidpennan::minutes::interchange::read(json).unwrap(), minutes);
    let lines = |file: &str, without: [&str; 2]| {
        let text = String::from_utf8(tree[file].clone()).unwrap();
        let lines = text.lines().filter(|line| !without.iter().any(|word| line.contains(word)));
        lines.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("archive_metadata", lines("data/metadata.xml", ["pdf", "\u{0}"]));
    insta::assert_snapshot!("archive_info", lines("bag-info.txt", ["Payload", "Agent"]));
}

#[test]
fn choices_are_remembered_for_each_programme_and_undo_does_not_reach_them() {
    let mut store = Store::in_memory(options()).unwrap();
    let programme = ops::rename_programme(&mut store, "Livskvalitet").unwrap().value.id;
    assert_eq!(remembered(&store, Some(programme)).unwrap(), None);
    let own = Remembered {
        report: Report::Feedback,
        profile: None,
        choices: Choices { names: Names::Pseudonym, ..Choices::default() },
        formats: vec!["pdf".to_owned(), "ics".to_owned()],
    };
    let web = Remembered::of(Report::Minutes, Profile::Web);
    ops::remember_choices(&mut store, Some(programme), &Remembered::default()).unwrap();
    ops::remember_choices(&mut store, Some(programme), &own).unwrap();
    ops::remember_choices(&mut store, None, &web).unwrap();
    assert_eq!(remembered(&store, Some(programme)).unwrap(), Some(own.clone()));
    assert_eq!(remembered(&store, None).unwrap(), Some(web));
    // The newest operation is still the naming of the programme.
    undo_newest(&mut store).unwrap();
    assert_eq!(remembered(&store, Some(programme)).unwrap(), Some(own));
    assert_eq!(store::programme::list(&store).unwrap(), []);
}
