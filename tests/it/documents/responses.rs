//! Responses under entries of any kind: they are stored, written and read back like those of challenges.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use vidpennan::export::{self, Format, With};
use vidpennan::i18n::Lang;
use vidpennan::minutes::compose::compose;
use vidpennan::minutes::{Minutes, Response, interchange, markdown};
use vidpennan::model::{Report, ResponseKind};
use vidpennan::ops;
use vidpennan::report::{Choices, KnownPeople, ReportScope, gather};
use vidpennan::store::Store;

use crate::support::room::{noon, options};

/// Minutes with entries of many kinds, and a response of its own under each.
fn answered() -> Minutes {
    let mut minutes = interchange::read(include_bytes!("../../fixtures/export/meeting.json")).unwrap();
    let entries = minutes.sections.iter_mut().flat_map(|section| &mut section.entries);
    for (at, entry) in entries.enumerate() {
        let text = format!("Gensvar nummer {at} på raden");
        entry.responses = vec![Response { text, kind: ResponseKind::Answer, as_written: None, due: None }];
    }
    minutes
}

/// The kind of each entry, with what was responded to it.
fn responses(minutes: &Minutes) -> BTreeSet<(&'static str, Vec<String>)> {
    let entries = minutes.sections.iter().flat_map(|section| &section.entries);
    let of = |response: &Response| response.text.clone();
    entries.map(|entry| (entry.kind.code(), entry.responses.iter().map(of).collect())).collect()
}

/// The minutes as they come out of a store, and each format of them.
fn through_store(minutes: &Minutes) -> (Minutes, Vec<(&'static str, Vec<u8>)>) {
    let words = Lang::Sv.words();
    let mut store = Store::in_memory(options()).unwrap();
    let meeting = ops::import_minutes(&mut store, minutes, None).unwrap().value;
    let material = gather(&store, meeting, ReportScope::Meeting, words, noon().date()).unwrap();
    let publication =
        Report::Minutes.write(&Choices::default().cut(&material, &KnownPeople::of(&material)), words);
    let files = ["json", "md", "txt", "html", "docx"].map(|code| {
        let format = Format::from_code(code).unwrap();
        let parts = export::render(format, &publication, &With::new(words)).unwrap();
        (code, parts.into_iter().flat_map(|part| part.bytes).collect())
    });
    (compose(&store, meeting, words).unwrap(), files.to_vec())
}

#[test]
fn responses_under_any_kind_come_back_out_of_json_and_markdown_and_are_in_every_document() {
    let minutes = answered();
    let expected = responses(&minutes);
    let kinds: BTreeSet<&str> = expected.iter().map(|(kind, _)| *kind).collect();
    assert!(kinds.len() > 4, "{kinds:?}");
    let (stored, files) = through_store(&minutes);
    assert_eq!(responses(&stored), expected);
    let of = |code: &str| &files.iter().find(|(format, _)| *format == code).unwrap().1;
    let text = |code: &str| String::from_utf8(of(code).clone()).unwrap();
    for read in [interchange::read(of("json")).unwrap(), markdown::read(&text("md")).unwrap()] {
        assert_eq!(responses(&read), expected);
        assert_eq!(responses(&through_store(&read).0), expected);
    }
    let mut word = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(of("docx"))).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut word).unwrap();
    for (kind, given) in &expected {
        for document in [text("txt"), text("html"), word.clone()] {
            assert!(document.contains(&given[0]), "{kind}:\n{document}");
        }
    }
}
