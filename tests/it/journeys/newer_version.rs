//! What a newer version wrote goes out of every command and into every document.

use vidpennan::i18n::{Lang, labels, operations};
use vidpennan::model::history::Op;
use vidpennan::model::{ActionStatus, Kind};
use vidpennan::store::Store;

use crate::support::laptop::{Laptop, assert_says};
use crate::support::newer::mixed;
use crate::support::room::options;

#[test]
fn every_command_and_every_document_goes_out_in_both_languages() {
    let laptop = Laptop::new();
    drop(mixed(Store::open(&laptop.path("vidpennan.db"), options()).unwrap()));
    for lang in [Lang::Sv, Lang::En] {
        let unknown = labels::status(lang, Kind::Action(ActionStatus::Unknown)).unwrap();
        let run = |arguments: &[&str]| {
            let lang = ["--lang", lang.code()];
            laptop.run(&[&lang, arguments].concat()).done()
        };
        for what in ["meetings", "challenges", "commitments", "actions"] {
            assert_says(&run(&["list", what]), &[unknown]);
            assert_says(&run(&["list", what, "--open"]), &[unknown]);
            assert_says(&run(&["list", what, "--json"]), &["\"status\": \"unknown\""]);
        }
        let op = operations::name(lang, Op::Unknown);
        assert_says(&run(&["history"]), &[op, "Hela väggen"]);
        assert_says(&run(&["history", "--json"]), &["\"op\": \"unknown\""]);
        assert_says(&run(&["search", "vision"]), &["skolgården"]);
        run(&["check"]);
        for report in ["minutes", "feedback", "actions", "challenges", "tjansteskrivelse", "news"] {
            for format in ["txt", "json", "html", "md", "docx", "pdf", "csv", "xlsx", "ics"] {
                let name = format!("{report}-{}.{format}", lang.code());
                let answer = laptop.run(&[
                    "--lang",
                    lang.code(),
                    "export",
                    "1",
                    "--report",
                    report,
                    "-f",
                    format,
                    "-o",
                    &name,
                    "--profile",
                    "intern",
                    "--names",
                    "full",
                ]);
                assert!(answer.code == 0 || answer.err.contains(format), "{name}: {}", answer.err);
                assert!(!answer.err.contains("panicked"), "{name}: {}", answer.err);
            }
        }
        let minutes = laptop.read(&format!("minutes-{}.txt", lang.code()));
        assert_says(
            &minutes,
            &["Bussen går för sällan", "Maskot: Grodan", "Skriven i en nyare version", "Det ordnar vi"],
        );
        assert_says(&laptop.read(&format!("actions-{}.txt", lang.code())), &["Mäta väntetiderna"]);
    }
}
