//! Names that are hidden everywhere in a publication, and what is found in one before it goes out.

use std::fs;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use vidpennan::export::{self, FORMATS, With};
use vidpennan::i18n::Lang;
use vidpennan::minutes::{Entry, Field, Minutes, Provenance, Response, Section};
use vidpennan::model::FindingKind::{
    Belief, Email, Health, LikelyName, Name, PersonalNumber, Phone, Politics, Union,
};
use vidpennan::model::{
    ActionStatus, ChallengeStatus, CommitmentStatus, FindingKind, Kind, NoteKind, ResponseKind, SectionKind,
    Signature,
};
use vidpennan::ops::{self, CapturePlace, Caught, PersonDetails};
use vidpennan::report::document::{Block, Document, Paragraph, Run, Style};
use vidpennan::report::material::{Check, GivenResponse, Work, WriteHistory};
use vidpennan::report::privacy::{PublicationPart, check_document, scan};
use vidpennan::report::{
    Choices, KnownPeople, Material, Names, Publication, Replaced, Report, ReportScope, gather,
};
use vidpennan::store::person::WrittenName;
use vidpennan::store::{self, Store};

use crate::support::material::{notes, registered, with_names};
use crate::support::pseudonyms::numbered;
use crate::support::room::{Room, noon, options};
use crate::support::{self, at_once};

fn found(text: &str) -> Vec<(FindingKind, &str)> {
    scan(text, &KnownPeople::default()).into_iter().map(|(kind, at)| (kind, text.get(at).unwrap())).collect()
}

#[test]
fn personal_numbers_are_distinguished_from_other_numbers() {
    for (text, number) in [
        ("Född 811228-9874.", "811228-9874"),
        ("811228+9874", "811228+9874"),
        ("8112289874", "8112289874"),
        ("198112289874", "198112289874"),
        ("19811228-9874", "19811228-9874"),
        ("19811228 9874", "19811228 9874"),
        ("811228 – 9874", "811228 – 9874"),
        ("1981-12-28-9874", "1981-12-28-9874"),
        // With a slip in it, but called by its name or written as such numbers are.
        ("personnummer: 8112289875", "8112289875"),
        ("811228-9875", "811228-9875"),
        ("198112289875", "198112289875"),
        // In place of one.
        ("19811228-TF01", "19811228-TF01"),
        ("811228-R12A", "811228-R12A"),
    ] {
        assert_eq!(found(text), [(PersonalNumber, number)], "{text}");
    }
    assert_eq!(found("701063-2391"), [(PersonalNumber, "701063-2391")]);
    for text in [
        "8112289875", // the last digit does not check the others
        "order 811228-9875",
        "20260305-REV2",
        "202603051431",
        "556036-0793", // the number of a company
        "202100-5489", // the number of an authority
        "order 8112309871",
        "811328-9873", // no such month
        "Dnr 2025-5467",
        "1 234 567 890 kr",
        "Å-7, U-12, 2018-12-05",
        "FSN-2025-5467",
        "9811228987412",
        "20181205",
        "https://exempel.se/811228-9874x",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn telephone_numbers_are_distinguished_from_dates_and_amounts() {
    for (text, number) in [
        ("Ring 070-123 45 67!", "070-123 45 67"),
        ("0701234567", "0701234567"),
        ("070 123 45 67", "070 123 45 67"),
        ("070-123-45-67", "070-123-45-67"),
        ("+46 70 123 45 67", "+46 70 123 45 67"),
        ("+46 (0)70-123 45 67", "+46 (0)70-123 45 67"),
        ("0046 70 123 45 67", "0046 70 123 45 67"),
        ("Direkt: 042-10 50 00", "042-10 50 00"),
        ("08-123 45 67", "08-123 45 67"),
        ("tel:0418-470 000", "0418-470 000"),
        ("tel. 042105000", "042105000"),
        ("042/10 50 00", "042/10 50 00"),
    ] {
        assert_eq!(found(text), [(Phone, number)], "{text}");
    }
    let several = found("811228-9874 070-123 45 67 / 08-123 45 67 701063-2391");
    let kinds: Vec<FindingKind> = several.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [PersonalNumber, Phone, Phone, PersonalNumber], "{several:?}");
    for text in [
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "kl. 08-16",
        "kl. 09:00-12:00",
        "05-12-2018",
        "0147/19 (LÄN)",
        "Dnr 0147-201912",
        "1 000 000 kr",
        "2018-12-05",
        "5.12.2018",
        "0,75 000",
        "v. 49 2018",
        "100 000–200 000",
        "08-16 och 17-19",
        "bankgiro 042-10 5000",
        "+5 000 kr",
        "012345678901234",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn addresses_and_words_about_persons_are_found() {
    assert_eq!(found("Maila eva.k@exempel.se, tack."), [(Email, "eva.k@exempel.se")]);
    assert_eq!(found("Maila radet@exempel.se, tack."), []);
    assert_eq!(
        found("Hon är långtidssjukskriven för depression."),
        [(Health, "långtidssjukskriven för depression")]
    );
    assert_eq!(found("Petra (VAB)"), [(LikelyName, "Petra"), (Health, "VAB")]);
    assert_eq!(found("Han är medlem i Kommunal sedan i fjol."), [(Union, "Kommunal")]);
    assert_eq!(
        found("Två av dem, Eva och Omar: hon är muslim och han partimedlem"),
        [(LikelyName, "Eva"), (LikelyName, "Omar"), (Belief, "muslim"), (Politics, "partimedlem")]
    );
    for text in [
        "Vision: ett hållbart Helsingborg",
        "Frågan drivs av Vision i år.",
        "De är muslimer och partimedlemmar",
        "Kommunal vuxenutbildning",
        "Sjuksköterskan på sjukhuset om folkhälsa och funktionsstöd",
        "Hur pratar vi om psykisk ohälsa på jobbet?",
        "Demensvården och missbruksvården får nya lokaler",
        "Psykologisk trygghet",
        "Vi arbetar med samverkan, samma sak som förr",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn likely_names_are_distinguished_from_places_and_organisations() {
    for (text, name) in [
        ("Det säger Samir Kafedzic som leder gruppen", "Samir Kafedzic"),
        ("säger Hvirfvel Ölmebäck", "Hvirfvel Ölmebäck"),
        ("Gun Vall och andra", "Gun Vall"),
        ("Kaj Lund kommer", "Kaj Lund"),
        ("Kontakta Pernille Kovac Brabrand", "Pernille Kovac Brabrand"),
        ("Stöd av Evas grupp", "Evas"),
    ] {
        assert_eq!(found(text), [(LikelyName, name)], "{text}");
    }
    for text in [
        "Hans bil är röd",
        "Bo kvar hemma",
        "Radisson Blu",
        "i Lund och Stockholm",
        "Studieförbundet Norr",
        "Lycksele kommun",
        "säger Länsstyrelsen Skåne",
        "Skolverket i Västra Götaland",
        "Nästa möte i Maj",
        "Övriga frågor: Inga.",
        "med Värdskapet Sverige AB",
        "https://exempel.se/Anna",
        "Sommaren i Helsingborg",
        "Starka – go far – SFF",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

/// How often each kind is found in the documents that the program was conceived from, and in other sorts of minutes.
/// More is noise, less is a slip: look at what changed.
#[test]
fn what_is_found_in_real_documents() {
    let count = |file: &str| {
        let text = fs::read_to_string(format!("tests/fixtures/minutes/{file}")).unwrap();
        let all: Vec<FindingKind> =
            text.lines().flat_map(|line| scan(line, &KnownPeople::default())).map(|(kind, _)| kind).collect();
        let of = |wanted| all.iter().filter(|kind| **kind == wanted).count();
        let others = all.len() - of(LikelyName) - of(Email) - of(Health);
        (of(LikelyName), of(Email), of(Health), others)
    };
    assert_eq!(count("000_b5c3016e9e580ab1.txt"), (0, 0, 0, 0));
    assert_eq!(count("001_e73191a1bb23a1f9.txt"), (10, 1, 0, 0));
    assert_eq!(count("002_de32d8a5158e3627.txt"), (16, 0, 0, 0));
    assert_eq!(count("003_80231669ae8a50d2.txt"), (2, 1, 0, 0));
    assert_eq!(count("004_eb15e2accdb12b37.txt"), (11, 0, 0, 0));
    assert_eq!(count("forms/F09_apt_syntetisk.txt"), (10, 0, 1, 0));
}

#[test]
fn a_finding_knows_its_place() {
    let mut document = Document { title: "Möte".to_owned(), ..Document::default() };
    document.blocks = vec![
        Block::Heading { level: 1, text: "Hälsa".to_owned() },
        Block::Paragraph(Paragraph {
            style: Style::Body,
            runs: vec![
                Run::strong("Åtgärd: "),
                Run::plain(
                    "Vi frågar om hon fortfarande är sjukskriven efter jul, och hur det i så fall ordnas.",
                ),
            ],
        }),
    ];
    let all = check_document(&document, &KnownPeople::default());
    let [finding] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((finding.kind, finding.text.as_str()), (Health, "sjukskriven"));
    assert_eq!(finding.place.heading, "Hälsa");
    assert_eq!(finding.place.at, PublicationPart::Block { block: 1, paragraph: 0 });
    let marked: String = finding
        .place
        .excerpt
        .chars()
        .skip(finding.place.found.start)
        .take(finding.place.found.len())
        .collect();
    assert_eq!(marked, "sjukskriven");
    assert!(finding.place.excerpt.starts_with('…') && finding.place.excerpt.ends_with('…'));
    assert!(!finding.place.excerpt.contains("ordnas"));
}

const PERSONS: &[(&str, &str)] = &[
    ("Eva Ek", "Enhetschef"),
    ("Åsa Nordmark", "IT-tekniker"),
    ("Eva Bergström", ""),
    ("Lise-Lotte Karlsson", "Processledare LKP"),
    ("Kaj Lund", "vaktmästare"),
    ("Jonas af Trolle", ""),
];

fn material(minutes: Minutes) -> Material {
    let people = PERSONS.iter().map(|(name, role)| registered(name, role));
    Material { people: people.collect(), ..support::material::of(minutes) }
}

fn with_text(text: &str) -> Minutes {
    Minutes { sections: vec![notes("Frågor", &[text])], ..Minutes::default() }
}

/// What a text reads like after the names were hidden.
fn hidden(names: Names, text: &str) -> String {
    let whole = material(with_text(text));
    numbered(&with_names(&whole, names).sections[0].entries[0].text, &whole)
}

#[test]
fn a_pseudonym_replaces_every_mention_of_a_person() {
    for (text, expected) in [
        ("Prata med Åsa Nordmark om det", "Prata med Person 2 om det"),
        ("Åsas idé, Nordmarks bil", "Person 2:s idé, Person 2:s bil"),
        ("A\u{30a}sa sa ja. ÅSA NORDMARK, åsa nordmark", "Person 2 sa ja. Person 2, Person 2"),
        ("Nordmark, Åsa", "Person 2"),
        ("Å. Nordmark och Å.N. vet", "Person 2 och Person 2 vet"),
        ("Åsa N tar det", "Person 2 tar det"),
        ("Maila asa.nordmark@exempel.se.", "Maila Person 2."),
        ("nordmark.asa2@exempel.se, anordmark@exempel.se", "Person 2, Person 2"),
        ("Eva Ek och Eva Bergström", "Person 1 och Person 3"),
        ("Eva vet. Fråga Eva!", "En deltagare vet. Fråga en deltagare!"),
        ("Evas förslag", "En deltagares förslag"),
        ("Eva Bs förslag", "Person 3:s förslag"),
        ("Eva Okänd kommer", "Person ? kommer"),
        ("Lise-Lottes grupp", "Person 4:s grupp"),
        ("Åsa-gruppen", "Person 2-gruppen"),
        ("af Trolle", "Person 6"),
        ("Jonas af Trolles hund", "Person 6:s hund"),
        ("Kaj Lund bor i Lund", "Person 5 bor i Lund"),
        // Words that only look like a name, and people whom nobody knows.
        ("Evakuering av Åsane", "Evakuering av Åsane"),
        ("Ek är ett träd", "Ek är ett träd"),
        ("Svante Nordmark", "Person ?"),
        ("info@exempel.se", "info@exempel.se"),
    ] {
        assert_eq!(hidden(Names::Pseudonym, text), expected, "{text}");
    }
}

#[test]
fn a_role_replaces_the_name() {
    for (text, expected) in [
        ("Eva Ek sa ja", "Enhetschefen sa ja"),
        ("Fråga Eva Ek", "Fråga enhetschefen"),
        ("Fråga Åsa", "Fråga IT-teknikern"),
        ("Prata med Lise-Lotte Karlsson om det", "Prata med processledaren för LKP om det"),
        ("Lise-Lotte Karlssons plan", "Processledarens plan"),
        ("Fråga Eva Bergström", "Fråga en deltagare"),
        ("Kaj Lunds nycklar", "Vaktmästarens nycklar"),
        ("Eva Bergström och Jonas vet", "Två deltagare vet"),
        ("Fråga Eva Bergström eller Jonas", "Fråga en av två deltagare"),
        ("Eva Bergström, Jonas och Åsa vet", "Två deltagare och IT-teknikern vet"),
        ("Rektor Ahmadi och kurator Lundqvist tar det.", "Rektorn och kuratorn tar det."),
        ("Prata med rektor Ahmadi.", "Prata med rektorn."),
        ("Åsa-gruppen", "IT-teknikerns grupp"),
        ("Jonas-gruppen", "En deltagares grupp"),
    ] {
        assert_eq!(hidden(Names::Role, text), expected, "{text}");
    }
    for names in [Names::Written, Names::Full] {
        assert_eq!(hidden(names, "Fråga Eva Ek"), "Fråga Eva Ek");
    }
}

#[test]
fn initials_and_no_names_are_what_running_text_has_too() {
    for (text, initials, none) in [
        ("Fråga Åsa Nordmark.", "Fråga Å.N.", "Fråga N.N."),
        ("Nordmarks bil står kvar", "Å.N:s bil står kvar", "N.N:s bil står kvar"),
        ("Åsa Nordmark (Å.N.) och Eva vet", "Å.N. (Å.N.) och E. vet", "N.N. (N.N.) och N.N. vet"),
        ("Samir Kafedzic leder", "S.K. leder", "N.N. leder"),
        ("Rektor Ahmadi kom", "Rektor A. kom", "Rektor N.N. kom"),
        (
            "Ring 070-123 45 67 till Åsa",
            "Ring utelämnat telefonnummer till Å.N.",
            "Ring utelämnat telefonnummer till N.N.",
        ),
        ("Maila kattmamma@exempel.se", "Maila utelämnad e-postadress", "Maila utelämnad e-postadress"),
        ("Åsa, asa.nordmark@exempel.se", "Å.N., utelämnad e-postadress", "N.N., utelämnad e-postadress"),
    ] {
        assert_eq!(hidden(Names::Initials, text), initials, "{text}");
        assert_eq!(hidden(Names::None, text), none, "{text}");
    }
}

/// Words that name somebody who is known, in the ways in which people write them, and others.
const SAID: &[&str] = &[
    "Eva",
    "Eva Ek",
    "Evas",
    "EVA EK",
    "eva ek",
    "Ek, Eva",
    "Åsa",
    "A\u{30a}sa",
    "Åsa Nordmark",
    "Åsa N",
    "åsas",
    "Åsa-gruppen",
    "Lise-Lotte",
    "Lise-Lotte Karlsson",
    "lise-lotte",
    "Kaj",
    "Kaj Lund",
    "KAJ",
    "Kaj:s",
    "Jonas",
    "Jonas af Trolle",
    "Eva Okänd",
    "Maja",
    "Majas",
    "Omar Said",
    "Omar",
    "eva.ek@exempel.se",
    "asa.nordmark@exempel.se",
    "maja@exempel.se",
    "kaj.lund@malmö.se",
    "Evakuering",
    "evakuera",
    "kajen",
    "maj",
    "och",
    "sa",
    "(",
    ").",
    "–",
    "@",
    "@Eva",
    "Eva/Kaj",
    "”Maja”",
    "\u{ad}Eva",
    "Ek",
    "ek",
    "imorgon",
    "42",
    ":",
    "Ansvarig:",
    "&",
    "\u{a0}",
];

fn said() -> impl Strategy<Value = String> {
    prop::collection::vec(select(SAID), 1..7).prop_map(|words| words.join(" "))
}

fn who() -> impl Strategy<Value = Option<String>> {
    const WHO: &[&str] = &[
        "Eva Ek",
        "Maja",
        "Omar Said",
        "Kaj Lund",
        "gatuchefen",
        "Kommunstyrelsen",
        "Åsa Nordmark KS",
        "Eva och Maja",
    ];
    prop::option::of(select(WHO).prop_map(str::to_owned))
}

fn said_entry() -> impl Strategy<Value = Entry> {
    const KINDS: &[Kind] = &[
        Kind::Note(NoteKind::Note),
        Kind::Challenge(ChallengeStatus::Open),
        Kind::Commitment(CommitmentStatus::Promised),
        Kind::Action(ActionStatus::New),
    ];
    (select(KINDS), said(), said(), who(), who(), who(), said()).prop_map(
        |(kind, text, answer, owner, speaker, scribe, tag)| Entry {
            owner,
            speaker,
            provenance: Some(Provenance { table: Some(1), round: None, scribe }),
            tags: vec![tag],
            responses: vec![Response {
                as_written: Some(format!("({answer})")),
                text: answer,
                kind: ResponseKind::Answer,
                due: None,
            }],
            ..Entry::new(kind, text)
        },
    )
}

fn said_minutes() -> impl Strategy<Value = Minutes> {
    let entries = prop::collection::vec(said_entry(), 1..4);
    (said(), said(), said(), entries, said()).prop_map(|(title, heading, intro, entries, place)| Minutes {
        title,
        place: Some(place.clone()),
        fields: vec![
            Field {
                label: "Närvarande".to_owned(),
                value: "Eva Ek, Omar Said (C), Maja – ekonomi".to_owned(),
                as_written: None,
            },
            Field {
                label: "Vid pennan".to_owned(),
                value: "Maja".to_owned(),
                as_written: Some("Vid pennan:\tMaja".to_owned()),
            },
            Field { label: "Plats".to_owned(), value: place, as_written: None },
        ],
        sections: vec![Section {
            as_written: Some(format!("{heading}:")),
            heading,
            level: 1,
            kind: SectionKind::Notes,
            intro: vec![intro],
            entries,
        }],
        signoff: vec![
            Signature { name: "Maja".to_owned(), role: "Vid pennan".to_owned() },
            Signature { name: "Kaj Lund".to_owned(), role: "vaktmästare".to_owned() },
        ],
        signoff_as_written: Some("/Vid pennan Kaj Lund".to_owned()),
        ..Minutes::default()
    })
}

/// Everything that can be read in a publication, in every format of text and in every cell.
fn everything(publication: &Publication) -> String {
    let with = With::new(Lang::Sv.words());
    // What was hidden in doubt is said to whoever sends it, and is in no file.
    let mut all = format!("{:?}", Publication { replaced: Replaced::default(), ..publication.clone() });
    for format in FORMATS.iter().filter(|format| format.is_text && format.fits(publication)) {
        for part in export::render(*format, publication, &with).unwrap() {
            all.push('\n');
            all.push_str(&String::from_utf8_lossy(&part.bytes));
        }
    }
    all
}

/// The material of minutes, with what there is to do in it.
fn with_work(minutes: Minutes) -> Material {
    let mut material = material(minutes);
    let data = &mut material.meetings[0];
    let entries = data.minutes.sections.iter().flat_map(|section| &section.entries).cloned();
    let given = |(at, response)| GivenResponse {
        id: vidpennan::model::id::ResponseId(uuid::Uuid::from_u128(at as u128 + 1)),
        response,
        on: None,
        history: WriteHistory::default(),
    };
    let entries = entries.filter(|entry| !matches!(entry.kind, Kind::Note(_))).enumerate();
    let work = entries.map(|(place, mut entry)| Work {
        id: vidpennan::model::id::EntryId(uuid::Uuid::from_u128(place as u128 + 1)),
        heading: entry.text.clone(),
        place,
        source: None,
        is_answered: true,
        responses: std::mem::take(&mut entry.responses).into_iter().enumerate().map(given).collect(),
        checks: vec![Check {
            on: NaiveDate::from_ymd_opt(2026, 3, 6).unwrap(),
            outcome: entry.kind,
            comment: entry.text.clone(),
            scribe: Some("Omar Said".to_owned()),
        }],
        history: WriteHistory::default(),
        entry,
    });
    data.work = work.collect();
    material.mentioned.cells.push(support::material::in_cell(WrittenName::Person("Omar Said".to_owned())));
    material
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nobody_who_is_known_is_named_in_a_publication_with_pseudonyms(minutes in said_minutes()) {
        use unicode_normalization::UnicodeNormalization;
        let whole = with_work(minutes);
        let cut = Choices { names: Names::Pseudonym, ..Choices::ALL }.cut(&whole, &KnownPeople::of(&whole));
        for report in <Report as vidpennan::model::Coded>::ALL {
            let publication = report.write(&cut, Lang::Sv.words());
            let text: String = everything(&publication).nfc().collect::<String>().to_lowercase().replace('\u{ad}', "");
            let words: Vec<&str> =
                text.split(|c: char| !c.is_alphanumeric() && c != '-').flat_map(|word| [word, word.split('-').next().unwrap_or("")]).collect();
            for name in ["eva", "evas", "åsa", "åsas", "lise-lotte", "kaj", "jonas", "maja", "majas", "omar"] {
                prop_assert!(!words.contains(&name), "{name} in {text}");
            }
            for full in ["eva ek", "kaj lund", "omar said", "åsa nordmark", "@exempel.se"] {
                prop_assert!(!text.contains(full), "{full} in {text}");
            }
        }
    }

    /// The same person has the same pseudonym wherever and in whatever order they are named.
    #[test]
    fn a_pseudonym_is_a_function_of_the_person(mut order in Just(vec!["Eva Ek", "Kaj", "Lise-Lotte Karlsson", "Åsas"]).prop_shuffle(), before in said()) {
        let text = format!("{before} ; {}", order.join(" ; "));
        let shown = hidden(Names::Pseudonym, &text);
        let shown: Vec<&str> = shown.rsplit(" ; ").take(order.len()).collect();
        order.reverse();
        for (name, shown) in order.iter().zip(shown) {
            let expected = match *name { "Eva Ek" => "Person 1", "Kaj" => "Person 5", "Åsas" => "Person 2:s", _ => "Person 4" };
            prop_assert_eq!(shown, expected);
        }
    }

    /// Scanning never fails, and findings are within the text and do not overlap.
    #[test]
    fn any_text_can_be_looked_through(text in ".{0,80}", words in said()) {
        for text in [&text, &words, &format!("{words}{text}{words}")] {
            let mut end = 0;
            for (_, at) in scan(text, &KnownPeople::of(&material(with_text(&words)))) {
                prop_assert!(at.start >= end && text.get(at.clone()).is_some_and(|found| !found.is_empty()));
                end = at.end;
            }
        }
    }
}

#[test]
fn names_that_are_known_are_found_even_where_they_were_left_out_elsewhere() {
    let whole = material(with_text("Nordmarks idé, säger asa.nordmark@exempel.se"));
    let known = KnownPeople::of(&whole);
    let publication = Report::Minutes.write(&Choices::default().cut(&whole, &known), Lang::Sv.words());
    let found = vidpennan::report::privacy::check(&publication, &known, None);
    let all: Vec<_> = found.iter().map(|finding| (finding.kind, finding.text.as_str())).collect();
    assert_eq!(all, [(Name, "Nordmarks"), (Email, "asa.nordmark@exempel.se")]);
    let cut = Choices { names: Names::Pseudonym, ..Choices::default() }.cut(&whole, &known);
    let publication = Report::Minutes.write(&cut, Lang::Sv.words());
    assert_eq!(vidpennan::report::privacy::check(&publication, &known, None), []);
}

/// Minutes read from documents enter nobody but those who sign in the register: the others must have the same
/// pseudonym too, in whichever meeting and report they are.
#[test]
fn a_pseudonym_is_the_same_in_every_publication_of_a_file() {
    let words = Lang::Sv.words();
    let today = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
    let mut store = Store::in_memory(options()).unwrap();
    ops::rename_programme(&mut store, "Livskvalitet").unwrap();
    let mut read = |text: &str| {
        let minutes = vidpennan::minutes::read::read_quietly(text, words);
        ops::import_minutes(&mut store, &minutes, None).unwrap().value
    };
    let first =
        read("Möte ett\n\nDatum: 2026-03-01\nNärvarande: Omar Said, Maja Holm\n\nFrågor:\n\n- Fråga Maja\n");
    let second =
        read("Möte två\n\nDatum: 2026-03-08\nNärvarande: Maja Holm\n\nFrågor:\n\n- Majas idé\n- Omar vet\n");
    let text = |meeting, scope| {
        let material = gather(&store, meeting, scope, words, today).unwrap();
        let cut = Choices { names: Names::Pseudonym, ..Choices::default() }
            .cut(&material, &KnownPeople::of(&material));
        let minutes = cut
            .meetings
            .iter()
            .map(|data| &data.minutes)
            .filter(|minutes| minutes.title == "Möte två")
            .cloned();
        minutes
            .flat_map(|minutes| minutes.sections)
            .flat_map(|section| section.entries)
            .map(|entry| numbered(&entry.text, &material))
            .collect::<Vec<_>>()
    };
    assert_eq!(text(second, ReportScope::Meeting), ["Person 2:s idé", "Person 1 vet"]);
    assert_eq!(text(second, ReportScope::Programme), text(second, ReportScope::Meeting));
    assert_eq!(text(first, ReportScope::Programme), text(second, ReportScope::Meeting));
}

/// Somebody who has married, or whose name was misspelled, is the same person in what was said before.
#[test]
fn one_who_is_called_something_else_now_is_hidden_as_the_same_person() {
    let words = Lang::Sv.words();
    let mut room = Room::new();
    for name in ["Kaj Lund", "Maja Holm"] {
        let role = Some("rektor".to_owned()).filter(|_| name == "Maja Holm");
        let details = PersonDetails { name: name.to_owned(), role, ..PersonDetails::default() };
        ops::enter_person(&mut room.store, &details).unwrap();
    }
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    let said = Caught {
        text: "Maja Holm ringer".to_owned(),
        speaker: Some("Maja Holm".to_owned()),
        ..Caught::default()
    };
    ops::capture(&mut room.store, at, said).unwrap();
    room.say(room.notes, "Fråga Maja H. eller M. Holm, inte Maja Ek");
    let before = store::person::named(&room.store, "Maja Holm").unwrap().unwrap();
    let after =
        PersonDetails { name: "Maja Ek".to_owned(), role: before.role.clone(), ..PersonDetails::default() };
    at_once::edit_person(&mut room.store, &before, &after).unwrap();
    let texts = |names| {
        let material = gather(&room.store, room.meeting, ReportScope::Meeting, words, noon().date()).unwrap();
        let cut = Choices { names, ..Choices::ALL }.cut(&material, &KnownPeople::of(&material));
        let entries = cut.meetings[0].minutes.sections[0].entries.iter();
        entries
            .map(|entry| (&entry.text, entry.speaker.as_deref().unwrap_or_default()))
            .map(|(text, speaker)| (numbered(text, &material), numbered(speaker, &material)))
            .collect::<Vec<_>>()
    };
    let said = |text: &str, speaker: &str| (text.to_owned(), speaker.to_owned());
    assert_eq!(
        texts(Names::Pseudonym),
        [said("Person 2 ringer", "Person 2"), said("Fråga Person 2 eller Person 2, inte Person 2", "")]
    );
    assert_eq!(texts(Names::Role)[0], said("Rektorn ringer", "Rektor"));
}

/// What a publication says of names it does: none of the places for names holds one, and the words of the room stay.
#[test]
fn no_names_means_none_in_any_place_for_names() {
    let field = |label: &str, value: &str| Field {
        label: label.to_owned(),
        value: value.to_owned(),
        as_written: Some(format!("{label}:\t{value}")),
    };
    let mut minutes = with_text("Fråga Eva Ek");
    minutes.fields = vec![
        field("Närvarande", "Eva Ek, Omar Said (C), Maja – ekonomi"),
        field("Frånvarande", "se lista"),
        field("Ordförande", "Eva Ek"),
        field("Vid pennan", "Maja"),
        field("Tema", "Cyklar"),
    ];
    let signed = |name: &str, role: &str| Signature { name: name.to_owned(), role: role.to_owned() };
    minutes.signoff =
        vec![signed("Maja", "Vid pennan"), signed("Kaj Lund", "vaktmästare"), signed("Eva Ek", "")];
    let owned = |owner: &str| Entry {
        owner: Some(owner.to_owned()),
        ..Entry::new(Kind::Action(ActionStatus::New), "Ta fram en plan")
    };
    minutes.sections[0].entries.extend(["Eva Ek", "Gatukontoret", "Gatukontoret och Omar Said"].map(owned));
    let whole = with_work(minutes);
    let cut = |names| Choices { names, ..Choices::ALL }.cut(&whole, &KnownPeople::of(&whole));

    let none = cut(Names::None);
    let minutes = &none.meetings[0].minutes;
    let fields: Vec<(&str, &str)> =
        minutes.fields.iter().map(|field| (field.label.as_str(), field.value.as_str())).collect();
    let withheld = "namnet är utelämnat";
    assert_eq!(
        fields,
        [
            ("Närvarande", "3 personer"),
            ("Frånvarande", "se lista"),
            ("Ordförande", withheld),
            ("Vid pennan", withheld),
            ("Tema", "Cyklar")
        ]
    );
    assert_eq!(minutes.signoff, [signed("", "vaktmästare")]);
    let owners: Vec<Option<&str>> =
        none.meetings[0].work.iter().map(|work| work.entry.owner.as_deref()).collect();
    assert_eq!(owners, [None, Some("Gatukontoret"), Some("Gatukontoret och N.N.")]);
    let publication = Report::Minutes.write(&none, Lang::Sv.words());
    assert_eq!(publication.document.author, None);
    assert_eq!(
        everything(&publication).matches("Eva").count(),
        everything(&publication).matches("Fråga Eva Ek").count()
    );

    let initials = cut(Names::Initials);
    let minutes = &initials.meetings[0].minutes;
    assert_eq!(minutes.fields[0].value, "E.E., O.S. (C), M. – ekonomi");
    assert_eq!(minutes.signoff[1], signed("K.L.", "vaktmästare"));
    assert_eq!(initials.meetings[0].work[2].entry.owner.as_deref(), Some("Gatukontoret och O.S."));
}

#[test]
fn a_finding_in_the_sign_off_says_so_and_the_author_is_in_no_text() {
    let mut minutes = with_text("Inget nytt");
    minutes.signoff = vec![Signature { name: "Kaj Lund".to_owned(), role: String::new() }];
    let whole = material(minutes);
    let people = KnownPeople::of(&whole);
    let publication = Report::Minutes.write(&Choices::ALL.cut(&whole, &people), Lang::Sv.words());
    let all = check_document(&publication.document, &people);
    let places: Vec<(&str, PublicationPart)> =
        all.iter().map(|finding| (finding.place.heading.as_str(), finding.place.at)).collect();
    assert!(
        matches!(
            places.as_slice(),
            [("Vid pennan", PublicationPart::Block { .. }), ("", PublicationPart::Author)]
        ),
        "{places:?}"
    );
    for (format, count) in [("docx", 2), ("xlsx", 1), ("txt", 1), ("md", 1), ("csv", 0)] {
        assert_eq!(vidpennan::report::privacy::within(&all, &[format]).len(), count, "{format}");
    }
}
