//! The command line in English: its help, its answers and what it refuses, over material without a word of any
//! language. No Swedish word of the program is left in it.

use vidpennan::i18n::Lang;
use vidpennan::model::{Coded, Profile, Report};
use vidpennan::store::{Options, Store};

use crate::support::app::now;
use crate::support::laptop::{Answer, Laptop};
use crate::support::swedish::{interface_words, words};
use crate::support::wordless::{fill, is_wordless, wordless};

/// Everything that is answered to a command.
fn answer(Answer { out, err, .. }: Answer) -> String {
    out + &err
}

/// A laptop whose material has no words.
fn laptop() -> Laptop {
    let laptop = Laptop::new();
    let options = Options { clock: now(), scribe: Some(wordless("Eva Lind")), replicas: None };
    let mut store = Store::open(&laptop.path("vidpennan.db"), options).unwrap();
    fill(&mut store, Lang::En);
    laptop
}

/// Swedish words in a text; codes that are typed are the same in every language.
fn swedish_left(text: &str) -> Vec<String> {
    let codes = Profile::ALL.iter().map(|one| one.code()).chain(Report::ALL.iter().map(|one| one.code()));
    let codes: Vec<&str> = codes.collect();
    let swedish = interface_words();
    let is_left = |word: &String| {
        swedish.contains(word) && !codes.contains(&word.as_str()) && !is_wordless(word) && word != "sv"
    };
    words(text).filter(is_left).collect()
}

#[test]
fn the_help_of_every_command_is_english() {
    let laptop = Laptop::new();
    let commands =
        ["", "import", "export", "add", "list", "search", "backup", "check", "history", "completions", "man"];
    for command in commands {
        let given: Vec<&str> = [command].into_iter().filter(|command| !command.is_empty()).collect();
        let help = laptop.run(&[&["--lang", "en"], &given[..], &["--help"]].concat()).done();
        assert_eq!(swedish_left(&help), [""; 0], "{command}: {help}");
    }
    let manual = laptop.run(&["--lang", "en", "man"]).done();
    assert_eq!(swedish_left(&manual), [""; 0], "{manual}");
}

#[test]
fn answers_and_refusals_are_english() {
    let laptop = laptop();
    laptop.file("x.txt", "Qwz\n\nChallenges\n- Zxq\n- Qxz\n");
    let asked: &[&[&str]] = &[
        &["list", "meetings"],
        &["list", "challenges"],
        &["list", "commitments"],
        &["list", "actions"],
        &["list", "people"],
        &["list"],
        &["list", "nothing"],
        &["search", "zxq"],
        &["search", "qqqqqq"],
        &["history"],
        &["check"],
        &["import", "x.txt", "--dry-run"],
        &["import", "x.txt"],
        &["import", "x.txt"],
        &["import", "nowhere.txt"],
        &["export", "1", "-o", "-"],
        &["export", "2", "-r", "feedback", "-o", "-"],
        &["export", "2", "-r", "actions", "-o", "-"],
        &["export", "2", "-r", "challenges", "-o", "-"],
        &["export", "2", "-r", "tjansteskrivelse", "-o", "-"],
        &["export", "2", "-r", "news", "-o", "-"],
        &["export", "2", "-r", "reminder", "-o", "-"],
        &["export", "2", "--check"],
        &["export", "2", "--owner", "Nobody", "-r", "actions"],
        &["export", "2", "-f", "nothing"],
        &["export", "99"],
        &["export"],
        &["exprt", "1"],
        &["add", "! Qzx @Vxq <friday"],
        &["add", "/table many"],
        &["add", "/star"],
        &["add", "= "],
        &["add", "x <31/2"],
        &["add", "-t", "400", "x"],
        &["backup", "copy.db"],
        &["backup", "copy.db"],
        &["--nonsense"],
        &["export", "1", "--template", "x.txt", "-f", "docx"],
    ];
    let mut report = Vec::new();
    for asked in asked {
        let answer = answer(laptop.run(&[&["--lang", "en"], *asked].concat()));
        let left = swedish_left(&answer);
        if !left.is_empty() {
            report.push(format!("{asked:?}: {left:?}\n{answer}"));
        }
    }
    assert!(report.is_empty(), "{}", report.join("\n"));
}

#[test]
fn the_dialogue_of_lines_is_english() {
    let laptop = laptop();
    let lines = "?\n! Qzx @Vxq <friday\n= Zxq\n+ qxz\ns/q/z/\n> Zxq\n>> Qxz\n# Qzx\n/table 3\n/undo\n/redo\n/history\n\
                 /challenges\n/tomorrow\n/follow up\n/search zxq\n/star\n/park\n/move\n/move table 3\n/move round x\n/move speaker Zxq\n/convert\n/convert zxq\n\
                 /convert challenge\n/tag\n/owner\n/owner Qzx\n/delete\n/edit\n/export\n/nothing\nx <31/2\n/table 99\n/help\n\
                 /quit\n";
    let said = answer(laptop.run_with(&["--lang", "en", "--plain"], lines.as_bytes()));
    assert!(said.lines().count() > 20, "{said}");
    assert_eq!(swedish_left(&said), [""; 0], "{said}");
}
