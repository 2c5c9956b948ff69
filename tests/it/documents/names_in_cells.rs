//! Names that are hidden, in every cell of every noun: the table of nouns says where a name is written, so that a new
//! noun or cell is looked at here before anybody remembers to.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::iter;

use chrono::NaiveDate;
use uuid::Uuid;
use vidpennan::i18n::Lang;
use vidpennan::model::history::{Entity, Value};
use vidpennan::model::noun::{CellForm, CodedChoice, NOUNS, Noun, NounCell};
use vidpennan::model::{Coded, Due, Facet, Kind, Names, Report, Signature, cell};
use vidpennan::ops;
use vidpennan::report::edited::{edited, publication};
use vidpennan::report::{Choices, KnownPeople, ReportScope, gather};
use vidpennan::store::{self, Store};

use super::names_in_files::{everything, rendered};
use crate::support::newer::Newer;
use crate::support::room::{noon, options};

/// The cells that are in no file, whatever is chosen, and why.
const UNPRINTED: &[(&str, &str)] = &[
    ("abbreviation.long", "written out by the pen, in lines that are read as any other"),
    ("abbreviation.short", "typed at the pen"),
    ("meeting.source", "the name of a file on somebody's computer"),
    ("organisation.short", "completes a name that is typed"),
    ("person.email", "recognises somebody and is never written out"),
    ("person.name", "printed as it is written in other cells"),
    ("programme.core_values", "no report says them"),
    ("response.author", "the team answers, not one of them"),
    ("saved_view.facets", "what a list leaves out goes out with no report"),
    ("saved_view.grouping", "a code"),
    ("saved_view.name", "seen in the program only"),
    ("saved_view.query", "seen in the program only"),
];

/// What a record needs in order to be printed, where that is not what its cells hold when they hold nothing.
const DEFAULTS: &[(Entity, &str, &str)] = &[
    (Entity::Programme, "name", "Framtidsveckan"),
    (Entity::Meeting, "title", "Dialogkafé"),
    (Entity::Meeting, "date", "2026-03-03"),
    (Entity::Field, "label", "Närvarande"),
    // Who is in the register is printed where they are named too.
    (Entity::Field, "value", "Vera Modig"),
    (Entity::Section, "heading", "Tips"),
    (Entity::Entry, "text", "Bussen går för sällan"),
    (Entity::Entry, "kind", "challenge:open"),
    (Entity::Response, "text", "Det ordnar vi"),
    (Entity::FollowUp, "made_on", "2026-03-04"),
    (Entity::FollowUp, "outcome", "challenge:open"),
    (Entity::Person, "name", "Vera Modig"),
    (Entity::Organisation, "name", "Gatukontoret"),
];

/// The kinds that entries are printed by.
const KINDS: [Kind; 6] =
    [Kind::NOTE, Kind::Decision, Kind::CHALLENGE, Kind::COMMITMENT, Kind::ACTION, Kind::PARKED];

/// A cell, and the name that is written there and nowhere else.
struct Specimen {
    cell: String,
    given: String,
    family: String,
}

impl Specimen {
    fn new(noun: &Noun, cell: NounCell, number: usize) -> Self {
        const SYLLABLES: [&str; 16] =
            ["ba", "do", "fe", "gi", "ka", "lo", "me", "ni", "pa", "ro", "se", "ti", "va", "bo", "de", "fi"];
        let syllables = [SYLLABLES[number / 16], SYLLABLES[number % 16]].concat();
        Self {
            cell: format!("{}.{}", noun.entity.code(), cell.name),
            given: format!("Xav{syllables}"),
            family: format!("Zul{syllables}qvist"),
        }
    }

    fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    /// Whether a text has a part of the name.
    fn is_in(&self, text: &str) -> bool {
        [&self.given, &self.family].iter().any(|part| text.contains(&part.to_lowercase()))
    }

    /// What the cell holds. `None` where no words are written.
    fn value(&self, noun: &Noun, cell: NounCell) -> Option<Value> {
        let name = self.name();
        let text = match cell.form {
            CellForm::Person | CellForm::Somebody => name,
            CellForm::Text if (noun.entity, cell.name) == (Entity::Person, "name") => name,
            CellForm::Text if noun.meant_in(cell.name).is_some() => format!("{name}, Gatukontoret"),
            CellForm::Text | CellForm::OptionalText => format!("Fråga {name} om det"),
            CellForm::Origin => format!("(Fråga {name} om det.)"),
            CellForm::List => cell::list(&[format!("Enligt {name} går det")]),
            CellForm::Signatures => cell::signatures(&[
                Signature { name: name.clone(), role: "Kontorschef".to_owned() },
                Signature { name: "Gatukontoret".to_owned(), role: format!("Enligt {name}") },
            ]),
            CellForm::Facets => {
                cell::facets(&[Facet { code: "owner".to_owned(), value: name.clone(), label: name }])
            }
            CellForm::Due => cell::due(&Due::on(day(9)).said(format!("när {name} kan"))),
            CellForm::PersonOf(_)
            | CellForm::PeopleOf(_)
            | CellForm::Choice(_)
            | CellForm::Kind
            | CellForm::Count
            | CellForm::OptionalCount
            | CellForm::Flag
            | CellForm::Day
            | CellForm::OptionalDay
            | CellForm::Time
            | CellForm::Moment
            | CellForm::Occasion
            | CellForm::Number(_)
            | CellForm::Position
            | CellForm::Within(_)
            | CellForm::Link(_) => return None,
        };
        Some(Value::Text(text))
    }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

/// Makes records of any noun, and what is to be part of them.
struct Maker {
    newer: Newer,
    next: u128,
    /// Of each noun the record that others are part of.
    base: HashMap<Entity, Uuid>,
}

impl Maker {
    fn beside(store: &Store) -> Self {
        let mut newer = Newer::beside(store);
        newer.does("import_minutes", "Allt");
        let base = NOUNS.iter().zip(0xBA5E..).map(|(noun, id)| (noun.entity, Uuid::from_u128(id)));
        let mut maker = Self { newer, next: 0x10_0000, base: base.collect() };
        let base = maker.base.clone();
        for noun in
            NOUNS.iter().filter(|noun| !noun.cells.iter().any(|cell| cell.form == CellForm::Link(None)))
        {
            maker.make(noun, &[], &base);
        }
        maker
    }

    /// Makes a record with these cells, and one of every noun that is part of it or points to it.
    fn make_whole(&mut self, noun: &Noun, cells: &[(&str, Value)]) {
        let mut above = self.base.clone();
        let mut made = Vec::new();
        let mut next = Some(noun);
        while let Some(noun) = next {
            above.insert(noun.entity, self.id());
            self.make(noun, if made.is_empty() { cells } else { &[] }, &above);
            made.push(noun.entity);
            next = NOUNS.iter().find(|next| {
                let mut above = next.cells.iter().filter_map(|cell| points_to(next, cell.form));
                !made.contains(&next.entity) && above.any(|above| made.contains(&above))
            });
        }
    }

    /// Makes the record that has its identity in `records`, as part of the others there.
    fn make(&mut self, noun: &Noun, own: &[(&str, Value)], records: &HashMap<Entity, Uuid>) {
        let value = |cell: &NounCell| {
            let default =
                DEFAULTS.iter().find(|(entity, name, _)| (*entity, *name) == (noun.entity, cell.name));
            if let Some((_, value)) = own.iter().find(|(name, _)| *name == cell.name) {
                value.clone()
            } else if let Some(to) = points_to(noun, cell.form) {
                Value::Id(records[&to])
            } else {
                default.map_or(cell.form.missing(), |(.., text)| Value::Text((*text).to_owned()))
            }
        };
        let cells: Vec<(&str, Value)> = noun.cells.iter().map(|cell| (cell.name, value(cell))).collect();
        let made = serde_json::from_str(&cell::made(&cells).unwrap()).unwrap();
        self.newer.makes(noun.entity.code(), records[&noun.entity], &made);
    }

    fn register(&mut self, name: &str) {
        let mut records = self.base.clone();
        records.insert(Entity::Person, self.id());
        let name = [("name", Value::Text(name.to_owned()))];
        self.make(Noun::of(Entity::Person).unwrap(), &name, &records);
    }

    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    /// What else is different about a record that prints in several ways.
    fn variants(&self, noun: &Noun) -> Vec<Vec<(&'static str, Value)>> {
        let text = |text: &str| Value::Text(text.to_owned());
        let mut variants = vec![Vec::new()];
        for NounCell { name, form } in noun.cells.iter().copied() {
            let values: Vec<Value> = match form {
                CellForm::Kind => KINDS.iter().map(|kind| text(&cell::kind(*kind))).collect(),
                CellForm::Choice(CodedChoice::Report) => {
                    Report::ALL.iter().map(|report| text(report.code())).collect()
                }
                CellForm::Link(None) => {
                    [Entity::Meeting, Entity::Programme].map(|subject| Value::Id(self.base[&subject])).into()
                }
                _ => continue,
            };
            let with = |variant: &Vec<_>| {
                let variant = variant.clone();
                values.clone().into_iter().map(move |value| [variant.clone(), vec![(name, value)]].concat())
            };
            variants = variants.iter().flat_map(with).collect();
        }
        variants
    }
}

/// Another noun that a record points to, as part of one or beside it.
fn points_to(noun: &Noun, form: CellForm) -> Option<Entity> {
    match form {
        CellForm::Within(to) | CellForm::Link(Some(to)) => Some(to).filter(|to| *to != noun.entity),
        _ => None,
    }
}

/// A store with a name in every cell that may have one, or in those only that name persons.
fn store(is_registered: bool) -> (Store, Vec<Specimen>) {
    let mut store = Store::in_memory(options()).unwrap();
    ops::enter_organisation(&mut store, "Parkförvaltningen", None).unwrap();
    let mut maker = Maker::beside(&store);
    let mut specimens = Vec::new();
    for noun in NOUNS {
        let mut records: BTreeMap<usize, Vec<(&str, Value)>> = BTreeMap::new();
        for cell in noun.cells.iter().copied() {
            let is_wanted = is_registered || noun.people().any(|(named, _)| named == cell.name);
            let specimen = Specimen::new(noun, cell, specimens.len());
            let Some(value) = specimen.value(noun, cell).filter(|_| is_wanted) else { continue };
            // Reports are about these, and many of them take long. What is as it was written hides what it is made of.
            let is_subject = matches!(noun.entity, Entity::Meeting | Entity::Programme);
            let record = if is_subject { usize::from(cell.form == CellForm::Origin) } else { records.len() };
            records.entry(record).or_default().push((cell.name, value));
            if is_registered {
                maker.register(&specimen.name());
            }
            specimens.push(specimen);
        }
        for cells in records.into_values() {
            for variant in maker.variants(noun) {
                maker.make_whole(noun, &[variant, cells.clone()].concat());
            }
        }
    }
    maker.newer.hands_to(&mut store);
    (store, specimens)
}

/// Everything that goes out of a store with this choice: every report on every meeting and programme, as the program
/// writes it and as somebody edited it, in every format.
fn for_each_file(store: &Store, names: Names, mut look: impl FnMut(&str, &str)) {
    let words = Lang::Sv.words();
    let mut programmes = HashSet::new();
    for meeting in store::meeting::list(store).unwrap() {
        let is_new = programmes.insert(meeting.programme);
        for report in Report::ALL.iter().copied() {
            for scope in report.scopes().iter().copied() {
                if scope == ReportScope::Programme && !is_new {
                    continue;
                }
                let material = gather(store, meeting.id, scope, words, noon().date()).unwrap();
                let people = KnownPeople::of(&material);
                let choices = Choices { names, ..Choices::ALL };
                let edited = edited(store, &material, report).unwrap();
                for edited in iter::once(None).chain(edited.as_ref().map(Some)) {
                    let publication = publication(&material, &people, edited, report, choices, words);
                    for (path, bytes) in rendered(&publication) {
                        look(
                            &format!("{report:?} {scope:?} {path}"),
                            &everything(&path, &bytes).to_lowercase(),
                        );
                    }
                }
            }
        }
    }
}

#[track_caller]
fn names_are_hidden(is_registered: bool) {
    let (store, specimens) = store(is_registered);
    let mut leaks = BTreeMap::new();
    for names in [Names::None, Names::Initials, Names::Role, Names::Pseudonym] {
        for_each_file(&store, names, |path, text| {
            for specimen in specimens.iter().filter(|specimen| specimen.is_in(text)) {
                leaks.entry(format!("{} {names:?}", specimen.cell)).or_insert_with(|| path.to_owned());
            }
        });
    }
    assert_eq!(leaks, BTreeMap::new());
}

#[test]
fn a_name_of_the_register_is_hidden_in_every_cell() {
    names_are_hidden(true);
}

#[test]
fn a_name_that_nobody_knows_is_hidden_in_every_cell_that_names_persons() {
    names_are_hidden(false);
}

/// What holds above would hold too if the cells went nowhere.
#[test]
fn every_cell_with_words_is_printed_where_names_are_shown_or_there_is_a_reason() {
    let (store, specimens) = store(true);
    let mut printed = BTreeSet::new();
    for_each_file(&store, Names::Full, |_, text| {
        let seen = specimens.iter().filter(|specimen| specimen.is_in(text));
        printed.extend(seen.map(|specimen| specimen.cell.clone()));
    });
    let all: BTreeSet<String> = specimens.iter().map(|specimen| specimen.cell.clone()).collect();
    let unprinted: BTreeSet<String> = all.difference(&printed).cloned().collect();
    let expected: BTreeSet<String> = UNPRINTED.iter().map(|(cell, _)| (*cell).to_owned()).collect();
    assert_eq!(unprinted, expected, "print it, or say why not");
}
