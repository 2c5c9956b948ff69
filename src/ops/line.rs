//! One line at a pen, whichever pen it is: the live screen, the flip-chart, a line that answers, the command line. A
//! [`LineTaker`] holds what a pen points at (a meeting, a section, a table, the entries it will change), says what a
//! line would do before it is done ([`Preview`]), and does it.
//!
//! What the words of a line mean is for `pen` to say. This file knows what is there to be changed, and knows it at the
//! time that the pen chooses: a target that is frozen is not moved by what another pen writes meanwhile.

use crate::i18n::Words;
use crate::model::id::{EntryId, MeetingId, ResponseId, SectionId};
use crate::model::{Entry, ResponseKind, Section, SectionKind};
use crate::pen::{self, Context, Fit, LineRemark, Meaning, Refusal, Verb};
use crate::store::{self, Done, Store, StoreError};

use super::Refused;

mod meetings;
mod place;
mod scene;
mod words_target;
mod write;

pub use meetings::fitting_meetings;
pub use place::{MadeSections, PenPlace, PlacesLeft};
pub use scene::{
    Latest, Scene, bodies, challenges_of, latest, latest_challenge, latest_response, latest_words,
    response_target, said_to,
};
pub use words_target::{ResponseTarget, WordsTarget};

/// The highest number of a table: no round-table conversation has more.
pub const MOST_TABLES: u16 = 999;

/// A pen: where its lines go, and what they change.
#[derive(Debug, Clone)]
pub struct LineTaker {
    /// Where everything is written, and where the latest entry and challenge are looked for.
    pub meeting: MeetingId,
    /// The section that entries go to. A meeting without sections gets one with the first entry.
    pub section: Option<SectionId>,
    /// The table that entries come from, by its number.
    pub table: Option<u16>,
    /// The round that entries come from, by its number.
    pub round: Option<u16>,
    /// What a line without a marker becomes.
    pub plain: Plain,
    /// What a line that has been begun will change.
    pub targets: LineTargets,
    /// The sections that its lines have made.
    pub made: MadeSections,
    /// The language of what it says, and of the heading that it makes by itself.
    pub words: &'static Words,
}

/// What a line without a marker becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Plain {
    /// An entry of the section's own kind.
    #[default]
    Own,
    /// An entry of the own kind of such a section, whatever section it goes to.
    As(SectionKind),
    /// A response of this kind.
    Response(ResponseKind),
}

/// What a line changes beside adding to a section, from the moment at which it is begun. Where a field is empty, it is
/// the latest of this sitting, otherwise the latest of the meeting, at the time of writing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LineTargets {
    /// What `+` and `s/…/…/` change.
    pub words: Option<WordsTarget>,
    /// What `=` answers.
    pub challenges: Vec<Entry>,
}

/// What a line would do.
#[derive(Debug)]
pub struct Preview {
    /// The same in words, or why it would not be taken. Empty where it means nothing.
    pub becomes: String,
    /// The same as data, with everything that it changes named by [`Scene`].
    pub deed: Result<Deed, NotTaken>,
}

/// What a line asks for, once it is known to be possible.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// The line is empty, or only a marker.
    Nothing,
    /// To change the store.
    Write(Written),
    /// To go to the section with this index among the headings.
    GoTo(usize),
    /// To go to a table; `None` for no table.
    Table(Option<u16>),
    /// Something that is not for the pen to do.
    Command(Verb, String),
}

/// What a line writes.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// Something that was said, of a kind that is known by now.
    Entry(pen::Line),
    /// What is answered to the targeted challenges.
    Response(pen::ResponseLine),
    /// More words for the targeted entry or response.
    Continue(String),
    /// Other words in the targeted entry or response.
    Correct {
        /// The words to replace.
        from: String,
        /// What they become.
        to: String,
    },
    /// A new section with this heading.
    Section(String),
}

/// What became of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineOutcome {
    /// The line was empty, or only a marker.
    Nothing,
    /// An entry was made, in this section.
    Entry(EntryId, SectionId),
    /// A response was made.
    Response {
        /// What was made.
        response: ResponseId,
        /// The challenges it answers.
        challenges: Vec<EntryId>,
    },
    /// An entry got more words.
    Continued(EntryId),
    /// An entry got other words.
    Corrected(EntryId),
    /// A response got more words, or others.
    ChangedResponse(ResponseId),
    /// The pen is at another section now.
    WentTo(SectionId),
    /// A section was made, and the pen is there.
    MadeSection(SectionId),
    /// The pen is at another table now, or at none.
    Table(Option<u16>),
    /// It asks for something that is not for the pen to do.
    Command(Verb, String),
}

/// A line that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// What became of it.
    pub outcome: LineOutcome,
    /// The same in words, as its preview said.
    pub became: String,
}

/// Why a line was not taken. Nothing has changed then.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// It was not understood.
    #[error(transparent)]
    NotUnderstood(#[from] Refusal),
    /// Nothing is chosen, and nothing that `=` could answer was written on this laptop.
    #[error("no challenge")]
    NoChallenge,
    /// Nothing is chosen, and nothing that `+` could add to was written on this laptop.
    #[error("no entry to continue")]
    NothingToContinue,
    /// Nothing is chosen, and nothing that `s/…/…/` could change was written on this laptop.
    #[error("no entry to correct")]
    NothingToCorrect,
    /// The entry or the response to correct does not have these words.
    #[error("{words:?} is not in {text:?}")]
    NotThere {
        /// What should be replaced.
        words: String,
        /// The number of the entry, or what the response answers; empty where it has none.
        number: String,
        /// The words that it has instead.
        text: String,
        /// Whether these are words of what was answered.
        is_response: bool,
    },
    /// `#` without a heading.
    #[error("no heading")]
    NoHeading,
    /// No heading of the meeting begins so.
    #[error("no section {0:?}")]
    NoSection(String),
    /// Several sections begin so, and none has just this heading.
    #[error("{typed:?} begins {headings:?}")]
    SeveralSections {
        /// What was typed.
        typed: String,
        /// The headings that begin so.
        headings: Vec<String>,
    },
    /// Somebody has deleted the section that the line was to go to. The pen has left it, so that the line goes
    /// elsewhere if it is taken again.
    #[error("the section {gone:?} is gone")]
    SectionGone {
        /// The heading of the section that is gone.
        gone: String,
        /// The heading that the line will go under.
        goes_to: String,
    },
    /// Somebody has deleted the meeting that the line was to go to. The pen has left it, so that the line goes
    /// elsewhere if it is taken again.
    #[error("the meeting {gone:?} is gone")]
    MeetingGone {
        /// The title of the meeting that is gone; may be empty.
        gone: String,
        /// The title of the meeting that the line will go to; may be empty. `None` where there is no meeting left.
        goes_to: Option<String>,
    },
    /// There are words after a command that takes none: they may be half of something else.
    #[error("{words:?} after {verb:?}")]
    CommandAlone {
        /// Which command it is.
        verb: Verb,
        /// What was typed after it.
        words: String,
    },
    /// A table has a number from 1 to [`MOST_TABLES`], or 0 for none.
    #[error("no table {0:?}")]
    NotATable(String),
    /// Something may not mean what its writer thinks, and nobody was asked: a name that may be a slip, a date that
    /// would become text.
    #[error("a doubt: {0:?}")]
    InDoubt(LineRemark),
    /// It could not be written.
    #[error(transparent)]
    Refused(#[from] Refused),
}

impl From<StoreError> for NotTaken {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

impl Preview {
    /// What a meaning would do in these circumstances. Reads nothing else, so that it can be made with every key.
    pub fn of(meaning: &Result<Meaning, Refusal>, context: &Context<'_>, words: &Words) -> Self {
        let becomes = pen::describe(meaning, context, words);
        Self { becomes, deed: meaning.clone().map_err(NotTaken::from).and_then(|it| deed(it, context)) }
    }
}

/// What a meaning asks for, where it is possible.
///
/// # Errors
/// All but those that only a write can meet.
pub fn deed(meaning: Meaning, context: &Context<'_>) -> Result<Deed, NotTaken> {
    Ok(Deed::Write(match meaning {
        Meaning::Nothing => return Ok(Deed::Nothing),
        Meaning::Entry(line) => {
            // What was previewed is written, even if the section becomes another kind meanwhile.
            Written::Entry(pen::Line { kind: Some(line.kind_in(context.section)), ..line })
        }
        Meaning::Response(_) if context.challenges.is_empty() => return Err(NotTaken::NoChallenge),
        Meaning::Response(answer) => Written::Response(answer),
        Meaning::Continue(_) if context.latest.is_none() => return Err(NotTaken::NothingToContinue),
        Meaning::Continue(more) => Written::Continue(more),
        Meaning::Correct { from, to } => {
            let target = context.latest.ok_or(NotTaken::NothingToCorrect)?;
            if !target.text.contains(&from) {
                let (number, text) = (target.number.to_owned(), target.text.to_owned());
                let is_response = target.is_response;
                return Err(NotTaken::NotThere { words: from, number, text, is_response });
            }
            // Known before the write, so that the line stays in the pen.
            if target.text.replacen(&from, &to, 1).trim().is_empty() {
                return Err(Refused::Empty.into());
            }
            Written::Correct { from, to }
        }
        Meaning::Section(heading) if heading.is_empty() => return Err(NotTaken::NoHeading),
        Meaning::Section(heading) => match go_to(&heading, context.headings) {
            Err(NotTaken::NoSection(_)) => Written::Section(heading),
            found => return found,
        },
        Meaning::Command(Verb::Section, heading) if !heading.is_empty() => {
            return go_to(&heading, context.headings);
        }
        Meaning::Command(Verb::Table, typed) if !typed.is_empty() => {
            let number = typed.parse::<u16>().ok().filter(|number| *number <= MOST_TABLES);
            let number = number.ok_or(NotTaken::NotATable(typed))?;
            return Ok(Deed::Table((number > 0).then_some(number)));
        }
        Meaning::Command(verb, words) if verb.is_alone_but(&words) => {
            return Err(NotTaken::CommandAlone { verb, words });
        }
        Meaning::Command(verb, argument) => return Ok(Deed::Command(verb, argument)),
    }))
}

/// A number of a table or a round as it is typed; `None` for none, which is empty or 0.
///
/// # Errors
/// What was typed, where it is no such number.
pub fn typed_number(typed: &str) -> Result<Option<u16>, &str> {
    match typed.trim() {
        "" | "0" => Ok(None),
        number => number.parse().ok().filter(|number| *number <= MOST_TABLES).map(Some).ok_or(typed),
    }
}

/// The first of what is asked about.
pub fn first_doubt(remarks: Vec<LineRemark>) -> Option<NotTaken> {
    remarks.into_iter().find(pen::is_question).map(NotTaken::InDoubt)
}

fn go_to(typed: &str, headings: &[String]) -> Result<Deed, NotTaken> {
    section_called(typed, headings).map(Deed::GoTo)
}

/// Which of the headings is meant, by its index.
///
/// # Errors
/// [`NotTaken::NoSection`] or [`NotTaken::SeveralSections`].
pub fn section_called(typed: &str, headings: &[String]) -> Result<usize, NotTaken> {
    match pen::fit_heading(typed, headings) {
        Fit::One(at) => Ok(at),
        Fit::None => Err(NotTaken::NoSection(typed.to_owned())),
        Fit::Several(fitting) => {
            let headings = fitting.iter().filter_map(|at| headings.get(*at).cloned()).collect();
            Err(NotTaken::SeveralSections { typed: typed.to_owned(), headings })
        }
    }
}

impl LineTaker {
    /// A pen in a meeting, where [`PlacesLeft::enter`] says.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn at(store: &Store, meeting: MeetingId, words: &'static Words) -> store::Result<Self> {
        let PenPlace { section, table } = PlacesLeft::default().enter(store, meeting)?;
        Ok(Self { table, ..Self::in_section(meeting, section, words) })
    }

    /// A pen in a section of a meeting.
    pub fn in_section(meeting: MeetingId, section: Option<SectionId>, words: &'static Words) -> Self {
        Self {
            meeting,
            section,
            table: None,
            round: None,
            plain: Plain::Own,
            targets: LineTargets::default(),
            made: MadeSections::default(),
            words,
        }
    }

    /// What a line would do now.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn preview(&self, store: &Store, line: &str) -> store::Result<Preview> {
        let scene = Scene::read(store, self, line)?;
        let context = scene.context();
        Ok(Preview::of(&pen::parse(line, &context), &context, self.words))
    }

    /// Looks for what is asked about at the pen of a screen: where nobody sees the preview before Enter, such a line is
    /// refused.
    ///
    /// # Errors
    /// [`NotTaken::InDoubt`]; [`NotTaken::Refused`] where the file cannot be read.
    pub fn check_doubts(&self, store: &Store, line: &str) -> Result<(), NotTaken> {
        let scene = Scene::read(store, self, line)?;
        let context = scene.context();
        let meaning = pen::parse(line, &context);
        // What cannot be done at all is not asked about.
        let is_possible = meaning.clone().is_ok_and(|meaning| deed(meaning, &context).is_ok());
        let remarks = if is_possible { pen::remarks(&meaning, context.today) } else { Vec::new() };
        first_doubt(remarks).map_or(Ok(()), Err)
    }

    /// Takes a line: does what it means, or says why not.
    ///
    /// # Errors
    /// See [`NotTaken`].
    pub fn take(&mut self, store: &mut Store, line: &str) -> Result<Receipt, NotTaken> {
        if self.section.is_none() {
            // Somebody may have made one meanwhile.
            self.section = store::section::list(store, self.meeting)?.first().map(|section| section.id);
        }
        let scene = Scene::read(store, self, line)?;
        let context = scene.context();
        let Preview { becomes, deed } = Preview::of(&pen::parse(line, &context), &context, self.words);
        if !matches!(deed, Ok(Deed::Nothing | Deed::Command(..) | Deed::Table(_))) {
            self.leave_gone_meeting(store)?;
        }
        let deed = deed?;
        if matches!(deed, Deed::Write(Written::Entry(_))) {
            self.leave_gone_section(store)?;
        }
        self.targets = scene.targets();
        let outcome = match deed {
            Deed::Nothing => Ok(LineOutcome::Nothing),
            Deed::Write(written) => self.write(store, written).map(|done| done.value).map_err(NotTaken::from),
            Deed::GoTo(at) => Ok(scene.section(at).map_or(LineOutcome::Nothing, LineOutcome::WentTo)),
            Deed::Table(table) => Ok(LineOutcome::Table(table)),
            Deed::Command(verb, argument) => Ok(LineOutcome::Command(verb, argument)),
        };
        self.targets = LineTargets::default();
        let outcome = outcome?;
        self.follow(&outcome);
        Ok(Receipt { outcome, became: becomes })
    }

    /// Leaves a meeting that is gone, and a section that is gone for the one after it, or else the last one.
    ///
    /// # Errors
    /// [`NotTaken::MeetingGone`] or [`NotTaken::SectionGone`] where it was gone; [`NotTaken::Refused`] where the file
    /// cannot be read.
    pub fn leave_what_is_gone(&mut self, store: &Store) -> Result<(), NotTaken> {
        self.leave_gone_meeting(store)?;
        self.leave_gone_section(store)
    }

    /// Leaves a section that is gone for the one after it, or else the last one.
    fn leave_gone_section(&mut self, store: &Store) -> Result<(), NotTaken> {
        let Some(id) = self.section else { return Ok(()) };
        if store::section::get(store, id)?.is_some() {
            return Ok(());
        }
        let gone = store::section::get_or_gone(store, id)?;
        let sections = store::section::list(store, self.meeting)?;
        let after = |section: &&Section| gone.as_ref().is_some_and(|gone| gone.position < section.position);
        let next = sections.iter().find(after).or(sections.last());
        self.section = next.map(|section| section.id);
        let goes_to = next.map_or_else(|| write::first_section(self).heading, |next| next.heading.clone());
        Err(NotTaken::SectionGone { gone: gone.map(|gone| gone.heading).unwrap_or_default(), goes_to })
    }

    /// Goes to the section that `/avsnitt` with this argument goes to.
    ///
    /// # Errors
    /// [`NotTaken::NoSection`], [`NotTaken::SeveralSections`], [`NotTaken::Refused`] where the file cannot be read.
    pub fn go_to(&mut self, store: &Store, heading: &str) -> Result<(), NotTaken> {
        let sections = store::section::list(store, self.meeting)?;
        let headings: Vec<String> = sections.iter().map(|section| section.heading.clone()).collect();
        if let Deed::GoTo(at) = go_to(heading, &headings)? {
            self.section = sections.get(at).map(|section| section.id);
        }
        Ok(())
    }

    /// Writes down what a line asks for. The pen itself stays as it is: see [`LineTaker::follow`].
    ///
    /// # Errors
    /// Those of the verbs of `ops`; the store's where a target is gone.
    pub fn write(&self, store: &mut Store, written: Written) -> Result<Done<LineOutcome>, Refused> {
        write::write(self, store, written)
    }

    /// Puts the pen where a line has led it.
    pub fn follow(&mut self, outcome: &LineOutcome) {
        match outcome {
            LineOutcome::MadeSection(section) => {
                if let Some(before) = self.section {
                    self.made.add(*section, before);
                }
                self.section = Some(*section);
            }
            LineOutcome::Entry(_, section) | LineOutcome::WentTo(section) => self.section = Some(*section),
            LineOutcome::Table(table) => self.table = *table,
            LineOutcome::Nothing
            | LineOutcome::Response { .. }
            | LineOutcome::Continued(_)
            | LineOutcome::Corrected(_)
            | LineOutcome::ChangedResponse(_)
            | LineOutcome::Command(..) => {}
        }
    }
}

#[cfg(test)]
mod tests;
