//! The pen in a hand without a screen: takes typed lines one after the other into a meeting. What the lines mean is
//! for `pen` to say, what becomes of them for `ops`.

use crate::i18n::Words;
use crate::i18n::vocabulary::fold;
use crate::model::id::{MeetingId, SectionId};
use crate::model::{Section, SectionKind};
use crate::ops::{self, At, NewSection, Refused, Reply};
use crate::pen::{self, Context, Meaning, Verb};
use crate::store::{self, Store};

/// A pen in a meeting, at a section.
#[derive(Debug)]
pub struct Hand {
    /// The store.
    pub store: Store,
    /// The meeting.
    pub meeting: MeetingId,
    /// The section that lines go to.
    pub section: Section,
    /// The table that lines come from.
    pub table: Option<u16>,
}

/// What became of a line.
#[derive(Debug)]
pub enum Taken {
    /// It meant nothing.
    Nothing,
    /// It is on disk; what it became, in words.
    Caught(String),
    /// The pen is at another section now.
    Section,
    /// It asks for something that is not for the pen to do.
    Command(Verb, String),
}

/// Why a line was not taken.
#[derive(Debug)]
pub enum NotTaken {
    /// It was not understood, in words.
    Refused(String),
    /// Nothing there to respond to.
    NoChallenge,
    /// Nothing there to continue or correct.
    NoEntry,
    /// It could not be written.
    Ops(Refused),
}

impl From<Refused> for NotTaken {
    fn from(error: Refused) -> Self {
        Self::Ops(error)
    }
}

impl From<store::StoreError> for NotTaken {
    fn from(error: store::StoreError) -> Self {
        Self::Ops(error.into())
    }
}

impl Hand {
    /// Puts the pen to a meeting: in the section where the latest line was caught, or its first; it gets one where
    /// it has none.
    pub fn at(mut store: Store, meeting: MeetingId, words: &Words) -> Result<Self, Refused> {
        let section = first_section(&mut store, meeting, words)?;
        Ok(Self { store, meeting, section, table: None })
    }

    /// Goes to another meeting.
    pub fn move_to(&mut self, meeting: MeetingId, words: &Words) -> Result<(), Refused> {
        self.section = first_section(&mut self.store, meeting, words)?;
        self.meeting = meeting;
        self.table = None;
        Ok(())
    }

    /// Goes to the section whose heading is this, or has this in it. `false` where there is none.
    pub fn go_to(&mut self, heading: &str) -> store::Result<bool> {
        let wanted = fold(heading);
        let sections = store::section::list(&self.store, self.meeting)?;
        let same = sections.iter().find(|section| fold(&section.heading) == wanted);
        let part = || sections.iter().find(|section| fold(&section.heading).contains(&wanted));
        let found = same.or_else(part).cloned();
        let is_found = found.is_some();
        if let Some(section) = found {
            self.section = section;
        }
        Ok(is_found)
    }

    /// Takes a line.
    pub fn take(&mut self, line: &str, words: &Words) -> Result<Taken, NotTaken> {
        let names = self.names(line)?;
        let headings = self.headings(line)?;
        let context = Context {
            today: self.store.clock().today(),
            section: self.section.kind,
            names: &names,
            tags: &[],
            headings: &headings,
        };
        let meaning = pen::parse(line, &context);
        let described = pen::describe(&meaning, &context, words);
        match meaning {
            Ok(Meaning::Nothing) => Ok(Taken::Nothing),
            Ok(Meaning::Section(heading)) => {
                self.go_to_or_make(&heading)?;
                Ok(Taken::Section)
            }
            Ok(Meaning::Command(verb, argument)) => Ok(Taken::Command(verb, argument)),
            Ok(meaning) => {
                self.write(meaning)?;
                Ok(Taken::Caught(described))
            }
            Err(_) => Err(NotTaken::Refused(described)),
        }
    }

    fn write(&mut self, meaning: Meaning) -> Result<(), NotTaken> {
        match meaning {
            Meaning::Entry(line) => {
                let at =
                    At { meeting: self.meeting, section: self.section.id, table: self.table, round: None };
                ops::capture(&mut self.store, at, line.into())?;
            }
            Meaning::Response(answer) => {
                let challenge = store::entry::latest_challenge(&self.store, self.meeting)?
                    .ok_or(NotTaken::NoChallenge)?;
                let reply = Reply { kind: answer.kind, text: answer.text, due: answer.due };
                ops::answer(&mut self.store, &[challenge.id], &reply)?;
            }
            Meaning::Continue(more) => {
                let entry = store::entry::latest(&self.store, self.meeting)?.ok_or(NotTaken::NoEntry)?;
                ops::continue_entry(&mut self.store, entry.id, &more)?;
            }
            Meaning::Correct { from, to } => {
                let entry = store::entry::latest(&self.store, self.meeting)?.ok_or(NotTaken::NoEntry)?;
                ops::correct_entry(&mut self.store, entry.id, &from, &to)?;
            }
            Meaning::Nothing | Meaning::Section(_) | Meaning::Command(..) => {}
        }
        Ok(())
    }

    fn go_to_or_make(&mut self, heading: &str) -> Result<(), NotTaken> {
        let wanted = fold(heading);
        let sections = store::section::list(&self.store, self.meeting)?;
        if let Some(section) = sections.into_iter().find(|section| fold(&section.heading) == wanted) {
            self.section = section;
            return Ok(());
        }
        let new = NewSection { heading: heading.to_owned(), kind: SectionKind::Notes, intro: Vec::new() };
        let id = ops::create_section(&mut self.store, self.meeting, &new)?.value;
        if let Some(section) = store::section::get(&self.store, id)? {
            self.section = section;
        }
        Ok(())
    }

    /// The names in the register, where the line could hold one.
    fn names(&self, line: &str) -> store::Result<Vec<String>> {
        if !line.contains('@') {
            return Ok(Vec::new());
        }
        Ok(store::person::list(&self.store)?.into_iter().map(|person| person.name).collect())
    }

    /// The headings of the meeting, where the line could be one.
    fn headings(&self, line: &str) -> store::Result<Vec<String>> {
        if !line.starts_with('#') {
            return Ok(Vec::new());
        }
        let sections = store::section::list(&self.store, self.meeting)?;
        Ok(sections.into_iter().map(|section| section.heading).collect())
    }
}

fn first_section(store: &mut Store, meeting: MeetingId, words: &Words) -> Result<Section, Refused> {
    let latest = store::entry::latest(store, meeting)?.map(|entry| entry.section);
    let sections = store::section::list(store, meeting)?;
    let chosen = sections.iter().find(|section| Some(section.id) == latest).or(sections.first());
    if let Some(section) = chosen {
        return Ok(section.clone());
    }
    let heading = words.cli.said.first_section.to_owned();
    let new = NewSection { heading, kind: SectionKind::Notes, intro: Vec::new() };
    let id: SectionId = ops::create_section(store, meeting, &new)?.value;
    store::section::get(store, id)?.ok_or(Refused::Empty)
}
