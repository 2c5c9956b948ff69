//! What somebody did in the example themselves, noun by noun: its words go over, or it is said that it stays.

use vidpennan::clock::Clock;
use vidpennan::demo::{self, OwnWork};
use vidpennan::i18n::Lang;
use vidpennan::model::history::{Entity, LogId};
use vidpennan::model::id::{EntryId, MeetingId, SectionId};
use vidpennan::model::noun::NOUNS;
use vidpennan::model::{Report, ResponseKind, SectionKind, ViewedList};
use vidpennan::ops::{self, CapturePlace, Caught, NewSection, NewView, PersonDetails, Reply};
use vidpennan::store::work::{self, Filter};
use vidpennan::store::{self, Store};

use crate::support::at_once;
use crate::support::room::{noon, undo_newest};

const WORDS: &str = "Mina egna ord";

/// The nouns whose words go over; what is done to the others stays in the example.
const GOES_OVER: [Entity; 4] = [Entity::Entry, Entity::Response, Entity::FollowUp, Entity::Manuscript];

struct Example {
    store: Store,
    meeting: MeetingId,
    section: SectionId,
    challenge: EntryId,
    since: LogId,
}

impl Example {
    fn new() -> Self {
        let (store, meeting) = demo::in_memory(Clock::Fixed(noon())).unwrap();
        let section = store::section::list(&store, meeting).unwrap()[0].id;
        let filter = Filter { class: work::WorkClass::Challenges, ..Filter::default() };
        let challenge = work::list(&store, &filter, 0, 1).unwrap().remove(0).entry.id;
        let since = ops::undoable(&store).unwrap().at;
        Self { store, meeting, section, challenge, since }
    }

    fn own(&self) -> OwnWork {
        demo::own_work(&self.store, self.since, Lang::Sv.words()).unwrap()
    }

    /// Writes the words in a record of this noun.
    fn write(&mut self, entity: Entity) {
        let Self { store, meeting, section, challenge, .. } = self;
        let person = PersonDetails { name: WORDS.to_owned(), ..PersonDetails::default() };
        match entity {
            Entity::Programme => drop(ops::rename_programme(store, WORDS).unwrap()),
            Entity::Meeting => {
                let before = store::meeting::get(store, *meeting).unwrap().unwrap();
                let after = vidpennan::model::Meeting { title: WORDS.to_owned(), ..before.clone() };
                at_once::edit_meeting(store, &before, &after).unwrap();
            }
            Entity::Field => drop(ops::enter_people(store, &[person], Some(*meeting)).unwrap()),
            Entity::Section => {
                let new =
                    NewSection { heading: WORDS.to_owned(), kind: SectionKind::Notes, intro: Vec::new() };
                ops::create_section(store, *meeting, &new).unwrap();
            }
            Entity::Entry => {
                let at = CapturePlace { meeting: *meeting, section: *section, table: None, round: None };
                let speaker = Some("Någon Ny".to_owned());
                let said = Caught { text: WORDS.to_owned(), speaker, ..Caught::default() };
                ops::capture(store, at, said).unwrap();
            }
            Entity::Response => {
                let reply = Reply { kind: ResponseKind::Answer, text: WORDS.to_owned(), due: None };
                ops::answer(store, &[*challenge], &reply).unwrap();
            }
            Entity::FollowUp => {
                let kind = store::entry::get(store, *challenge).unwrap().unwrap().kind;
                ops::follow_up(store, *challenge, kind, WORDS).unwrap();
            }
            Entity::Person => drop(ops::enter_person(store, &person).unwrap()),
            Entity::Abbreviation => {
                let own = store::programme::own(store).unwrap().unwrap().id;
                let none = ops::Seen::now(store, Vec::new()).unwrap();
                ops::edit_abbreviations(store, own, &none, &[("ord".to_owned(), WORDS.to_owned())]).unwrap();
            }
            Entity::Organisation => drop(ops::enter_organisation(store, WORDS, None).unwrap()),
            Entity::Manuscript => {
                at_once::write_manuscript(store, meeting.0, Report::News, None, WORDS).unwrap();
            }
            Entity::SavedView => {
                let (query, grouping) = (String::new(), String::new());
                let list = ViewedList::FollowUp;
                let view = NewView { programme: None, list, query, facets: Vec::new(), grouping };
                ops::save_view(store, view, WORDS).unwrap();
            }
            Entity::Answer | Entity::Operation | Entity::Unknown => panic!("{entity:?} has no words"),
        }
    }
}

#[test]
fn words_in_every_noun_go_over_or_are_said_to_stay() {
    for noun in NOUNS.iter().filter(|noun| noun.words.is_some()) {
        let mut example = Example::new();
        assert!(example.own().is_empty());
        example.write(noun.entity);
        let own = example.own();
        let sections = own.written.sections.iter();
        let texts = sections
            .flat_map(|section| section.intro.iter().chain(section.entries.iter().map(|entry| &entry.text)));
        let goes_over = texts.into_iter().any(|text| text.contains(WORDS));
        assert_eq!(goes_over, GOES_OVER.contains(&noun.entity), "{:?}: {own:?}", noun.entity);
        assert_eq!(own.stays.is_empty(), goes_over, "{:?}: {own:?}", noun.entity);
        undo_newest(&mut example.store).unwrap();
        assert!(example.own().is_empty(), "{:?} is undone", noun.entity);
    }
}

#[test]
fn nothing_is_missed_of_what_was_made_there_and_is_gone_or_says_nothing() {
    let mut example = Example::new();
    example.write(Entity::Section);
    let made = store::section::list(&example.store, example.meeting).unwrap().pop().unwrap();
    at_once::delete_section(&mut example.store, made.id).unwrap();
    assert!(example.own().is_empty(), "{:?}", example.own());

    example.write(Entity::Person);
    let made = store::person::named(&example.store, WORDS).unwrap().unwrap();
    at_once::remove_person(&mut example.store, made.id).unwrap();
    assert!(example.own().is_empty(), "{:?}", example.own());

    // What was there before is missed.
    let (store, section) = (&mut example.store, example.section);
    at_once::delete_section(store, section).unwrap();
    assert_eq!(example.own().stays.len(), 1);
}
