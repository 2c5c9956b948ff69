//! Minutes as they read with each choice of names: the example meeting, a table talk and a formal meeting with names
//! that are words, places, bodies, tags and handles too. The snapshots are read as Swedish.

use vidpennan::clock::Clock;
use vidpennan::demo;
use vidpennan::export::{Format, With, render};
use vidpennan::i18n::Lang;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Names, Report};
use vidpennan::ops::{self, PersonDetails};
use vidpennan::report::{Choices, KnownPeople, ReportScope, gather};
use vidpennan::store::Store;

use crate::support::pseudonyms::numbered;
use crate::support::room::{noon, options};

const CHOICES: [(&str, Names); 4] = [
    ("none", Names::None),
    ("initials", Names::Initials),
    ("role", Names::Role),
    ("pseudonym", Names::Pseudonym),
];

fn read(store: &Store, meeting: MeetingId, names: Names) -> String {
    let words = Lang::Sv.words();
    let material = gather(store, meeting, ReportScope::Meeting, words, noon().date()).unwrap();
    let choices = Choices { names, ..Choices::ALL };
    let publication = Report::Minutes.write(&choices.cut(&material, &KnownPeople::of(&material)), words);
    let format = Format::from_code("txt").unwrap();
    let shown = String::from_utf8(render(format, &publication, &With::new(words)).unwrap().remove(0).bytes);
    numbered(&shown.unwrap(), &material)
}

fn of(people: &[(&str, &str)], minutes: &str) -> (Store, MeetingId) {
    let mut store = Store::in_memory(options()).unwrap();
    for (name, role) in people {
        let role = Some((*role).to_owned()).filter(|role| !role.is_empty());
        let details = PersonDetails { name: (*name).to_owned(), role, ..PersonDetails::default() };
        ops::enter_person(&mut store, &details).unwrap();
    }
    let meeting =
        ops::import_minutes(&mut store, &read_quietly(minutes, Lang::Sv.words()), None).unwrap().value;
    (store, meeting)
}

#[track_caller]
fn each(which: &str, store: &Store, meeting: MeetingId) {
    for (code, names) in CHOICES {
        insta::assert_snapshot!(format!("{which}_{code}"), read(store, meeting, names));
    }
}

#[test]
fn the_example_meeting_without_names() {
    let (store, meeting) = demo::in_memory(Clock::Fixed(noon())).unwrap();
    each("example", &store, meeting);
}

const TABLE_TALK: &str = "\
Bordssamtal om fritiden

Datum: 2026-03-05
Plats: Hos Hans Björk, Ekvägen 4
Närvarande: Karin Berg, Stig Lund, Hans Björk, Bo Åkerö, Åsa-Karin von Rosen, Karl-Johan Dahl (ungdomsrådet), \
Rädda Barnen, Ek & Co AB, IF Lindby, Moa

Bord 3, Karins bord

- Stig in! sa Hans när Bo knackade.
- Hans förslag var bra, men Hans Björks förslag var bättre.
- Berg och Lund vill bo kvar i Lund. Bergs idé: en bro över berget.
- von Rosen teg. Åsa-Karin von Rosens lista är lång, och K-J:s är längre.
- Rädda Barnen och Ek & Co AB betalar, säger Moa.
- Per deltagare kostar det 40 kr. Bo i Malmö är dyrt.
- Skriv till karin.berg@exempel.se eller @asakarin.vonrosen, taggen är #stig-lund.
- Såväl Karin som Stig kan öppna. Varken Hans eller Bo har nyckel.
- Karin, Stig och Hans ordnar fika. Karins, Stigs och Bos barn är med.
- KARIN SKA RINGA BO. fråga karin berg eller åsa-karin

Utmaningar

- Stig Lund hinner inte med allt
  (Karin Berg tar över. Lund stöttar.)
- Ingen vet vem som äger frågan, varken Berg eller von Rosen
- Bos dotter hittar inte dit

Imorgon!

- Ringa rektor Dahl. Ansvarig: Hans Björk
- Boka bil. Ansvarig: Stig Lund och Karin Berg
- Mäta golvet. Ansvarig: Ek & Co AB

/Vid pennan

Moa Ström
Vikarie
";

#[test]
fn a_table_talk_without_names() {
    let people = [
        ("Karin Berg", "Lärare"),
        ("Stig Lund", "Lärare"),
        ("Hans Björk", "Enhetschef fritid"),
        ("Bo Åkerö", ""),
        ("Åsa-Karin von Rosen", "Inköpsstrateg"),
        ("Karl-Johan Dahl", "Rektor"),
    ];
    let (store, meeting) = of(&people, TABLE_TALK);
    each("table_talk", &store, meeting);
}

const FORMAL: &str = "\
Styrgrupp trygghet

Datum: 2026-03-12
Närvarande: Eva Ek (ordförande), Ivar Stad, kurator, Siv Norr, Wei Zhang, Ola Park
Frånvarande: Lena Forum, Björn Holm
Ordförande: Eva Ek
Sekreterare: Siv Norr
Justerare: Ivar Stad

§ 1 Öppnande

- Ordförande Eva Ek öppnar mötet. Ek hälsar Wei Zhang välkommen.
- Vår nya kollega Ola Park presenterar sig; Ola kommer från Region Norr.

§ 2 Trygga vägar

- Siv Norr, kurator, redogör. Enligt Norr är läget i norr lugnt. Stads bild är en annan.
- Kurator Stad och Siv undrar om belysningen, och Zhangs fråga gällde bron.
- Hej, Ek här, kan ej komma! mejlade Holm. Holms ersättare saknas.
- Eva, Ivar, Siv, Wei och Ola är eniga. Eva Ek och Eva är samma person.
- Familjen Ek och f.d. rektor Holm tackas. Team Eva städar.

Beslut

- Styrgruppen beslutar att ge Wei Zhang i uppdrag att fråga Lena Forum.
- Eva Eks förslag antas. Ivar Stad reserverar sig.

Åtgärder

- Ta fram en karta. Ansvarig: Wei Zhang, klart senast: 2026-04-01
- Ringa polisen. Ansvarig: Ivar och Siv
- Beställa lampor. Ansvarig: gatukontoret och Ola Park

/Vid pennan

Siv Norr
Sekreterare

Justeras

Ivar Stad
";

#[test]
fn a_formal_meeting_without_names() {
    let people = [
        ("Eva Ek", "Ordförande"),
        ("Ivar Stad", "Kurator"),
        ("Siv Norr", "Kurator"),
        ("Wei Zhang", "Utredare"),
        ("Lena Forum", "Polis"),
        ("Björn Holm", "Rektor"),
    ];
    let (store, meeting) = of(&people, FORMAL);
    each("formal", &store, meeting);
}
