//! The README's tables, of keys and of kinds of personal data, are those of the program. `UPDATE_README=1 cargo test
//! readme` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::sync::Mutex;

use vidpennan::i18n::{Lang, labels};
use vidpennan::model::{Coded, FindingKind};
use vidpennan::ui::bindings;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Both tests write the one file.
static WRITES: Mutex<()> = Mutex::new(());

/// What is between `<!-- name` and `<!-- /name -->` is this table.
fn has_table(name: &str, table: &str) {
    let _alone = WRITES.lock().unwrap();
    let readme = fs::read_to_string(PATH).unwrap();
    let (before, rest) = readme.split_once(&format!("<!-- {name}")).unwrap();
    let (comment, rest) = rest.split_once("-->\n").unwrap();
    let (_, after) = rest.split_once(&format!("<!-- /{name} -->")).unwrap();
    let wanted = format!("{before}<!-- {name}{comment}-->\n{table}<!-- /{name} -->{after}");
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(PATH, &wanted).unwrap();
        return;
    }
    assert!(readme == wanted, "the {name} have changed: UPDATE_README=1 cargo test readme");
}

#[test]
fn the_readme_has_the_keys_of_the_program() {
    has_table("keys", &bindings::markdown(Lang::Sv.words()));
}

#[test]
fn the_readme_has_the_kinds_of_personal_data() {
    let mut table = String::from("| Slag | Kind | Protection |\n|---|---|---|\n");
    for kind in FindingKind::ALL {
        let name = |lang| labels::finding(lang, *kind);
        let protection = labels::protection(Lang::En, kind.protection());
        writeln!(table, "| {} | {} | {protection} |", name(Lang::Sv), name(Lang::En)).unwrap();
    }
    has_table("personal data", &table);
}

#[test]
fn kinds_are_in_the_order_of_their_protection() {
    assert!(FindingKind::ALL.is_sorted_by_key(|kind| kind.protection()));
}
