//! Makes stores of any size for measuring: meetings of some thousand lines in the words of a municipality.
#![expect(clippy::unwrap_used, reason = "a bench that cannot make its store has nothing to measure")]

use std::path::Path;

use chrono::{Days, NaiveDate};
use vidpennan::clock::Clock;
use vidpennan::model::MeetingKind;
use vidpennan::ops::{self, CapturePlace, Caught, NewMeeting, NewSection, ProgrammeChoice};
use vidpennan::store::{self, Options, Store};
use vidpennan::{i18n, model};

/// How many lines a meeting has: a long day with twenty tables.
const PER_MEETING: usize = 1_000;

const WORDS: &[&str] = &[
    "avtal",
    "upphandling",
    "livskvalitet",
    "arbetsplats",
    "förvaltning",
    "samverkan",
    "ambassadör",
    "återkoppling",
    "möte",
    "ungdomar",
    "budget",
    "hållbarhet",
    "kollega",
    "chef",
    "tid",
    "mod",
    "nätverk",
    "programmet",
    "utmaning",
    "stöd",
    "vi",
    "behöver",
    "kan",
    "ska",
    "prata",
    "med",
    "om",
    "för",
    "på",
    "och",
    "mer",
    "hur",
    "får",
    "öppna",
    "ängslan",
    "åtgärd",
];

/// The `nth` line: always the same words for the same number.
pub(crate) fn line(nth: usize) -> String {
    let mut state = u64::try_from(nth).unwrap().wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % 1_000_003).unwrap()
    };
    let length = 5 + next() % 12;
    let words = (0..length).map(|_| {
        let word = WORDS[next() % WORDS.len()];
        // Swedish makes new words by joining old ones.
        if next() % 4 == 0 { format!("{word}s{}", WORDS[next() % WORDS.len()]) } else { word.to_owned() }
    });
    format!("{} {nth}", words.collect::<Vec<_>>().join(" "))
}

/// A new meeting with the sections of a round-table conversation.
pub(crate) fn meeting(store: &mut Store, date: NaiveDate) -> model::id::MeetingId {
    let sections = i18n::templates::sections(i18n::Lang::Sv, MeetingKind::RoundTable);
    let sections = sections.into_iter().map(|(heading, kind)| NewSection {
        heading: heading.to_owned(),
        kind,
        intro: Vec::new(),
    });
    let new = NewMeeting {
        programme: ProgrammeChoice::Usual,
        nameless: false,
        title: format!("Bordssamtal {date}"),
        kind: MeetingKind::RoundTable,
        date: Some(date),
        time: None,
        place: "Folkets hus".to_owned(),
        audience: String::new(),
        tables: 20,
        sections: sections.collect(),
    };
    ops::create_meeting(store, new).unwrap().value
}

/// Opens a store as the program does.
pub(crate) fn open(path: &Path) -> Store {
    Store::open(path, Options { clock: Clock::System, scribe: Some("Vera".to_owned()), replicas: None })
        .unwrap()
}

/// A store with `entries` entries in meetings of a thousand lines each.
pub(crate) fn fill(path: &Path, entries: usize) -> Store {
    let mut store = open(path);
    let first = NaiveDate::from_ymd_opt(2020, 1, 7).unwrap();
    for nth in 0..entries.div_ceil(PER_MEETING) {
        let id = meeting(&mut store, first + Days::new(7 * u64::try_from(nth).unwrap()));
        let sections = store::section::list(&store, id).unwrap();
        let share = PER_MEETING / sections.len();
        for (place, section) in sections.iter().enumerate() {
            let from = nth * PER_MEETING + place * share;
            let until = (from + share).min(entries);
            let lines =
                (from..until).map(|at| Caught { text: line(at), ..Caught::default() }).collect::<Vec<_>>();
            if !lines.is_empty() {
                let at = CapturePlace { meeting: id, section: section.id, table: Some(3), round: None };
                ops::capture_many(&mut store, at, lines).unwrap();
            }
        }
    }
    store
}
