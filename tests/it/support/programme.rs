//! A programme with two meetings for the tests of the working screens: what was raised, promised and agreed.

use chrono::NaiveDate;
use vidpennan::model::id::{EntryId, MeetingId, SectionId};
use vidpennan::model::{Due, Kind, MeetingKind, SectionKind};
use vidpennan::ops::{self, CapturePlace, Caught, NewMeeting, NewSection, ProgrammeChoice};
use vidpennan::store::{self, Store};

/// A day of 2026, or of December 2025.
pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(if month == 12 { 2025 } else { 2026 }, month, day).unwrap()
}

/// A meeting with sections for notes, challenges, commitments and actions.
pub(crate) struct Met {
    pub(crate) meeting: MeetingId,
    sections: Vec<SectionId>,
}

pub(crate) fn meet(store: &mut Store, title: &str, date: NaiveDate) -> Met {
    let kinds = [
        ("Vardagen", SectionKind::Notes),
        ("Utmaningar", SectionKind::Challenges),
        ("Det här ska jag göra imorgon!", SectionKind::Commitments),
        ("Åtgärder", SectionKind::Actions),
    ];
    let sections = kinds
        .map(|(heading, kind)| NewSection { heading: heading.to_owned(), kind, intro: Vec::new() })
        .to_vec();
    let new = NewMeeting {
        programme: ProgrammeChoice::Usual,
        nameless: false,
        title: title.to_owned(),
        kind: MeetingKind::RoundTable,
        date: Some(date),
        time: None,
        place: String::new(),
        audience: String::new(),
        tables: 4,
        sections,
    };
    let meeting = ops::create_meeting(store, new).unwrap().value;
    let sections = store::section::list(store, meeting).unwrap().iter().map(|section| section.id).collect();
    Met { meeting, sections }
}

impl Met {
    fn say(&self, store: &mut Store, section: usize, caught: Caught) -> EntryId {
        let at = CapturePlace {
            meeting: self.meeting,
            section: self.sections[section],
            table: Some(3),
            round: None,
        };
        ops::capture(store, at, caught).unwrap().value.id
    }

    pub(crate) fn challenge(&self, store: &mut Store, text: &str) -> EntryId {
        self.say(store, 1, Caught { text: text.to_owned(), ..Caught::default() })
    }

    pub(crate) fn promise(&self, store: &mut Store, text: &str, owner: Option<&str>) -> EntryId {
        let owner = owner.map(str::to_owned);
        self.say(store, 2, Caught { text: text.to_owned(), owner, ..Caught::default() })
    }

    pub(crate) fn act(&self, store: &mut Store, text: &str, owner: &str, due: Option<NaiveDate>) -> EntryId {
        let (owner, due) = (Some(owner.to_owned()), due.map(Due::on));
        self.say(
            store,
            3,
            Caught { kind: Some(Kind::ACTION), text: text.to_owned(), owner, due, ..Caught::default() },
        )
    }
}

/// Two meetings, in December and in February, as seen from 4 March 2026.
pub(crate) fn programme(store: &mut Store) {
    let december = meet(store, "Framtidsveckan", day(12, 10));
    december.challenge(store, "Avtalen är för långa för att hinna ändra något");
    december.challenge(store, "Nya kollegor får inget veta om programmet");
    december.challenge(store, "Ingen vet vem som äger frågan om kvällsöppet");
    december.promise(store, "Ringa inköp om lärlingar", Some("Amina Berg"));
    december.promise(store, "Fika med en ny kollega", None);
    december.act(store, "Skriva stödmaterial för nya ambassadörer", "Team livskvalitet", Some(day(2, 27)));
    let february = meet(store, "Nätverksträff", day(2, 11));
    february.challenge(store, "Hur pratar vi om stress utan att peka ut någon?");
    february.promise(store, "Boka ett möte med skolan", None);
    february.promise(store, "Gå hem i tid på fredag", None);
    february.promise(store, "Läsa på om tystnadsplikt", Some("Bo Ek"));
    february.act(store, "Boka chefsdag", "Lena Holm", Some(day(3, 6)));
    february.act(store, "Se över lokalerna", "Amina Berg", Some(day(5, 4)));
    february.act(store, "Fråga facket", "Lena Holm", None);
}
