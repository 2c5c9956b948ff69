//! Any line and any meeting, as a strategy of proptest.

use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;
use vidpennan::i18n::Lang;
use vidpennan::model::MeetingKind;
use vidpennan::model::id::MeetingId;
use vidpennan::ops::line::{Deed, LineTaker};
use vidpennan::pen::Verb;
use vidpennan::store::{Options, Store};

use super::pens::Before;
use crate::support::app::now;

/// A line of the grammar, with traps.
pub(super) fn line() -> impl Strategy<Value = String> {
    let marker = select(vec![
        "",
        "",
        "",
        "- ",
        "! ",
        "> ",
        "= ",
        "? ",
        "\" ",
        "” ",
        "§ ",
        ">> ",
        "[] ",
        "+ ",
        " ",
        "# ",
        "/avsnitt ",
        "/section ",
        "/svara ",
        "/möte ",
        "!",
        "#",
    ]);
    let word = select(vec![
        "svårt",
        "inköp",
        "med",
        "senast",
        "på gång:",
        "nej:",
        "planerat:",
        "@Åsa",
        "@Amina",
        "@anna ek",
        "@Ny_Person",
        "@Ek,",
        "#kök",
        "#KÖK",
        "#skola",
        "#1",
        "<fre",
        "<imorgon",
        "<tomorrow",
        "<v50",
        "^1/11",
        "<31/2",
        "<15 mars",
        "och",
        "”citat”",
        "…",
        "3 < 4",
        "a@b.se",
        "👩‍👩‍👧",
        "tips",
        "det",
        "Be",
        "Utm",
        "Beslut",
        "T",
        "This is",
        "Framtidsveckan",
        "nätverk",
    ]);
    let words = prop::collection::vec(word, 0..5).prop_map(|words| words.join(" "));
    let change = select(vec![
        "s/svårt/lätt/",
        "s/inköp/",
        "s/a/b/ c",
        "s//x/",
        "s/t/\\//",
        "+ och mer",
        "/bord 3",
        "/table 2",
        "/bord 0",
        "/bord 1000",
        "/bord x",
        "/möte nätverk",
        "/möte 1",
        "/möte 2",
        "/meeting framtids",
    ]);
    let turn = select(vec!["/ångra", "/undo", "/gör om", "/redo"]);
    prop_oneof![
        6 => (marker, words).prop_map(|(marker, words)| format!("{marker}{words}")),
        3 => change.prop_map(str::to_owned),
        2 => turn.prop_map(str::to_owned),
        1 => "[ -.0-~åäöÅÄÖ”§–]{0,24}",
    ]
}

/// A meeting of any kind, day and language, with or without tables, sections and lines.
pub(super) fn before() -> impl Strategy<Value = Before> {
    let kind = select(vec![
        MeetingKind::RoundTable,
        MeetingKind::DialogueCafe,
        MeetingKind::Network,
        MeetingKind::Workshop,
        MeetingKind::Formal,
    ]);
    // A day before a red day, one in another year than now, a Friday.
    let day =
        select(vec![None, Some("2026-03-04"), Some("2019-04-18"), Some("2025-12-30"), Some("2026-03-06")]);
    let heading = select(vec!["Tipsrunda", "Detaljer", "Upphandling", "Beslut och bordlagt", "tips"]);
    let line = select(vec![
        "svårt att hinna",
        "! Avtalen är för långa",
        "# Utm",
        "> Ring @Amina <fre",
        "? inköp #Kök",
        "= på gång: ja",
        "/bord 2",
    ]);
    let place = (select(vec![Lang::Sv, Lang::En]), any::<bool>(), select(vec![0, 0, 4]));
    let headings = prop::collection::vec(heading, 0..3);
    let lines = prop::collection::vec(line, 0..4);
    (place, kind, day, headings, lines).prop_map(|((lang, has_usual, tables), kind, day, headings, lines)| {
        let mut lines = lines;
        // A response needs a challenge.
        if let Some(response) = lines.iter().position(|line| line.starts_with('=')) {
            lines.insert(response, "! En utmaning");
        }
        Before { lang, kind, day, tables, has_usual, headings, lines }
    })
}

/// Whether the line asks for something beside what is written down.
pub(super) fn is_command(line: &str) -> bool {
    deed(line).is_some_and(|deed| matches!(deed, Deed::Command(..)))
}

/// What the line asks for in an empty store; `None` where it is refused there.
fn deed(line: &str) -> Option<Deed> {
    let store = Store::in_memory(Options { clock: now(), scribe: None, replicas: None }).unwrap();
    let taker = LineTaker::in_section(MeetingId(Uuid::nil()), None, Lang::Sv.words());
    taker.preview(&store, line).unwrap().deed.ok()
}

/// Whether the line opens something on the screen, or is about what is chosen there.
pub(super) fn is_for_the_screen(line: &str) -> bool {
    match deed(line) {
        Some(Deed::Command(Verb::Undo | Verb::Redo, _)) => false,
        Some(Deed::Command(Verb::Meeting, query)) => query.is_empty(),
        deed => matches!(deed, Some(Deed::Command(..))),
    }
}
