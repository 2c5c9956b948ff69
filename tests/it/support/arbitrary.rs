//! Generators of any minutes that there can be, for property tests.

use chrono::{NaiveDate, NaiveTime};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use vidpennan::minutes::{Entry, Field, Minutes, Provenance, Remark, RemarkCode, Response, Section};
use vidpennan::model::{
    ActionStatus, ChallengeStatus, Coded, CommitmentStatus, Due, Kind, MinutesStatus, NoteKind, Occasion,
    ParkedStatus, Signature, TimeSpan,
};

/// So many cases, or as many as `PROPTEST_CASES` says.
pub(crate) fn cases(few: u32) -> ProptestConfig {
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: wanted.unwrap_or(few), ..ProptestConfig::default() }
}

/// Words of the kind that minutes consist of, and characters that mean something somewhere.
const PIECES: &[&str] = &[
    "svårt",
    "Åtgärd",
    "ärende",
    "ö",
    "👩‍👩‍👧",
    "e\u{301}",
    "livskvalitet",
    "i v. 49",
    "–",
    "”citat”",
    "(Stödpaket på gång)",
    "1.",
    "a)",
    "-",
    "*",
    "**",
    "**Ansvarig:**",
    "**Återkoppling:**",
    "_",
    "`",
    "```",
    "#",
    "##",
    "# ",
    "> ",
    "|",
    "[x]",
    "[länk](http://a.se)",
    "<script>alert(1)</script>",
    "<!-- {\"kind\":\"tip\"} -->",
    "-->",
    "<!--",
    "&amp;",
    "&",
    "\"",
    "'",
    "\\",
    "\\*",
    "---",
    "===",
    "~~",
    "$a^2$",
    "{{7*7}}",
    "http://exempel.se/a_b?c=d&e=f",
    "anna@exempel.se",
    "  ",
    "\t",
    "\u{a0}",
    "\u{ad}",
    "\u{1b}[31m",
    "\u{0}",
    "\u{7}",
    "\u{9b}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{2028}",
    "\u{85}",
    "\u{b}",
    ":",
    "?",
    "·",
    " · ",
    "kl. 13–15",
    ",",
];

/// One paragraph: no line break, something in it.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::collection::vec(select(PIECES), 1..6).prop_map(|pieces| pieces.join(" ")),
        2 => prop::collection::vec(select(PIECES), 1..4).prop_map(|pieces| pieces.concat()),
        1 => "[^\\r\\n]{1,40}",
    ]
}

fn coded<T: Coded + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

/// Any kind, in any status.
pub(crate) fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        coded::<NoteKind>().prop_map(Kind::Note),
        coded::<ChallengeStatus>().prop_map(Kind::Challenge),
        coded::<CommitmentStatus>().prop_map(Kind::Commitment),
        coded::<ActionStatus>().prop_map(Kind::Action),
        Just(Kind::Decision),
        coded::<ParkedStatus>().prop_map(Kind::Parked),
    ]
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (1971..2200, 1u32..=366).prop_map(|(year, day)| {
        NaiveDate::from_yo_opt(year, day).unwrap_or_else(|| NaiveDate::from_ymd_opt(year, 12, 31).unwrap())
    })
}

fn time() -> impl Strategy<Value = TimeSpan> {
    let time = || (0u32..24, 0u32..60).prop_map(|(h, m)| NaiveTime::from_hms_opt(h, m, 0).unwrap());
    (time(), of(time())).prop_map(|(start, end)| TimeSpan { start, end })
}

fn due() -> impl Strategy<Value = Due> {
    let exact = prop_oneof![
        date().prop_map(Due::on),
        (1971..2200, 1u32..=52).prop_map(|(year, week)| Due::in_week(year, week).unwrap()),
        (1971..2200, 1u32..=12).prop_map(|(year, month)| Due::in_month(year, month).unwrap()),
    ];
    (exact, of(text())).prop_map(|(due, words)| Due { words, ..due })
}

fn response() -> impl Strategy<Value = Response> {
    let written =
        |text: String| prop_oneof![Just(None), Just(Some(format!("({text})."))), self::text().prop_map(Some)];
    (text(), coded(), of(due()))
        .prop_flat_map(move |(text, kind, due)| (Just(text.clone()), Just(kind), written(text), Just(due)))
        .prop_map(|(text, kind, as_written, due)| Response { text, kind, as_written, due })
}

fn mark() -> impl Strategy<Value = Option<String>> {
    const MARKS: &[&str] = &["", "-", "–", "•", "*", "o", "1.", "2.", "10)", "a)", "§ 4", "\u{f0b7}"];
    prop_oneof![2 => Just(None), 5 => select(MARKS).prop_map(|mark| Some(mark.to_owned()))]
}

fn provenance() -> impl Strategy<Value = Provenance> {
    (of(1u16..40), of(1u16..9), of(text())).prop_map(|(table, round, scribe)| Provenance {
        table,
        round,
        scribe,
    })
}

/// An entry with any values, also those that its kind has no use for.
pub(crate) fn entry() -> impl Strategy<Value = Entry> {
    let said = (kind(), text(), 0u8..4, mark(), of(select(&["U-4", "Å-17", "U-12·b"][..])));
    let given = (
        prop::collection::vec(response(), 0..3),
        of(text()),
        of(due()),
        prop::collection::vec(text(), 0..2),
        any::<bool>(),
    );
    (said, given, of(text()), of(provenance())).prop_map(
        |(
            (kind, text, depth, as_written, number),
            (responses, owner, due, tags, starred),
            speaker,
            provenance,
        )| {
            let number = number.map(str::to_owned);
            Entry {
                kind,
                text,
                depth,
                as_written,
                number,
                responses,
                owner_withheld: owner.is_none() && starred,
                owner_said: false,
                kind_said: false,
                owner,
                owner_spelled: None,
                due,
                tags,
                starred,
                unfinished: depth == 1,
                speaker,
                provenance,
            }
        },
    )
}

fn section() -> impl Strategy<Value = Section> {
    let heading = prop_oneof![8 => text(), 1 => Just(String::new())];
    let body = (prop::collection::vec(text(), 0..3), prop::collection::vec(entry(), 0..5));
    (heading, any::<bool>(), 1u8..=6, coded(), body).prop_map(
        |(heading, colon, level, kind, (intro, entries))| {
            let as_written = colon.then(|| format!("{heading}:"));
            Section { heading, as_written, level, kind, intro, entries }
        },
    )
}

fn field() -> impl Strategy<Value = Field> {
    let label =
        prop_oneof![select(&["Plats", "Datum", "För vem?", "Dnr:"][..]).prop_map(str::to_owned), text()];
    let value = prop_oneof![4 => text(), 1 => Just(String::new())];
    (label, value, of("[^\\r]{0,30}")).prop_map(|(label, value, as_written)| Field {
        label,
        value,
        as_written,
    })
}

fn remark() -> impl Strategy<Value = Remark> {
    let code = select(&[RemarkCode::DateConflict, RemarkCode::AmbiguousResponse][..]);
    (1usize..999, code, text()).prop_map(|(line, code, message)| Remark { line, code, message })
}

/// Any minutes that are valid: texts are paragraphs with something in them, levels 1 to 6.
pub(crate) fn minutes() -> impl Strategy<Value = Minutes> {
    let title = prop_oneof![8 => text(), 1 => Just(String::new())];
    let next = (date(), of(time())).prop_map(|(date, time)| Occasion { date, time });
    let signature = (text(), prop_oneof![Just(String::new()), text()]);
    let signoff = prop::collection::vec(signature.prop_map(|(name, role)| Signature { name, role }), 0..3);
    let head = (title, coded::<MinutesStatus>(), of(date()), of(time()), of(text()), of(text()));
    // Often one pen wrote down everything.
    let sections = (prop::collection::vec(section(), 0..4), of(text())).prop_map(|(mut sections, scribe)| {
        for entry in sections.iter_mut().flat_map(|section| &mut section.entries) {
            if scribe.is_some() {
                entry.provenance.get_or_insert_default().scribe.clone_from(&scribe);
            }
        }
        sections
    });
    let body = (prop::collection::vec(field(), 0..4), sections);
    let foot = (of(next), signoff, prop::collection::vec(remark(), 0..2));
    (head, body, foot).prop_map(
        |((title, status, date, time, place, reference), (fields, sections), (next, signoff, remarks))| {
            Minutes {
                schema: (),
                title,
                status,
                date,
                time,
                place,
                reference,
                fields,
                sections,
                next,
                signoff,
                signoff_as_written: None,
                remarks,
            }
        },
    )
}
