//! What the line in the pen changes: chosen when the line is begun, and not moved by what another window writes
//! meanwhile. Only whoever writes the line moves it, by choosing another challenge.

use super::room::Room;
use crate::i18n::Words;
use crate::model::id::MeetingId;
use crate::model::{Entry, Kind, Section, SectionKind};
use crate::ops::line::{self, WordsTarget};
use crate::pen::Target;
use crate::store::{self, Store};
use crate::ui::context::Ctx;
use crate::ui::error::UiError;

/// The targets of a line. Empty as long as the pen is.
#[derive(Debug, Default)]
pub(crate) struct PenTargets {
    /// The meeting that the line was begun in.
    meeting: Option<MeetingId>,
    /// What `+` and `s/…/…/` change: what was written last.
    latest: Option<NamedWords>,
    /// The entry or the response that somebody has chosen in the list; it is changed instead.
    chosen: Option<NamedWords>,
    /// What `=` answers: the latest challenge of this sitting, otherwise of the meeting.
    challenge: Option<NamedEntry>,
    /// The challenges that somebody has chosen or marked in the list; they are answered instead.
    aimed: Vec<NamedEntry>,
    /// What `=` answers, by name.
    answered: String,
    /// The section that the line goes to, as it was seen last.
    section: Option<Section>,
    /// What it was to go to, where that is gone.
    gone: Option<Gone>,
}

/// Where a line was to go when it was begun, and cannot any more.
#[derive(Debug)]
pub(crate) struct Gone {
    /// The title of its meeting, where that is gone.
    pub(crate) meeting: Option<String>,
    /// The heading of its section.
    pub(crate) heading: String,
    /// The kind of that section: the line stays what it was begun as.
    pub(crate) kind: SectionKind,
}

/// Something that a line changes, by name.
trait NamedTarget: Sized {
    /// The same as it is now; `None` where it is gone.
    fn now(&self, room: &Room, store: &Store, words: &Words) -> Result<Option<Self>, UiError>;

    /// The same as it is now; `None` where this window itself took it away.
    fn read_again(self, own_write: bool, room: &Room, ctx: &Ctx) -> Result<Option<Self>, UiError> {
        let now = self.now(room, ctx.store, ctx.look.words)?;
        Ok(now.or_else(|| Some(self).filter(|_| !own_write)))
    }
}

/// What `+` and `s/…/…/` change, and what it is called.
#[derive(Debug)]
struct NamedWords {
    words: WordsTarget,
    /// The number of an entry, or what a response answers; empty where there is none.
    number: String,
}

impl NamedWords {
    fn of(target: WordsTarget, room: &Room, words: &Words) -> Self {
        let number = match &target {
            WordsTarget::Entry(entry) => room.number(entry).unwrap_or_default(),
            WordsTarget::Response(given) => {
                given.challenges.iter().map(|entry| room.name(entry, words)).collect::<Vec<_>>().join(", ")
            }
        };
        Self { words: target, number }
    }
}

impl NamedTarget for NamedWords {
    fn now(&self, room: &Room, store: &Store, words: &Words) -> Result<Option<Self>, UiError> {
        let now = match &self.words {
            WordsTarget::Entry(entry) => store::entry::get(store, entry.id)?.map(WordsTarget::Entry),
            WordsTarget::Response(given) => {
                line::response_target(store, given.response.id)?.map(WordsTarget::Response)
            }
        };
        Ok(now.map(|now| Self::of(now, room, words)))
    }
}

/// An entry and what it is called.
#[derive(Debug)]
pub(crate) struct NamedEntry {
    entry: Entry,
    /// What the preview calls it in a sentence.
    pub(crate) name: String,
    /// Whether it was chosen, or made in this sitting. Otherwise the preview says that it may be somebody else's.
    is_own: bool,
}

impl NamedEntry {
    fn of(entry: &Entry, is_own: bool, room: &Room, words: &Words) -> Self {
        let name = room.name(entry, words);
        let name = if is_own { name } else { (words.pen.latest_of_meeting)(&name) };
        Self { entry: entry.clone(), name, is_own }
    }
}

impl NamedTarget for NamedEntry {
    fn now(&self, room: &Room, store: &Store, words: &Words) -> Result<Option<Self>, UiError> {
        let now = store::entry::get(store, self.entry.id)?;
        Ok(now.map(|entry| Self::of(&entry, self.is_own, room, words)))
    }
}

/// What `+` and `s/…/…/` change where nothing is chosen.
fn latest_words(room: &Room, words: &Words) -> Option<NamedWords> {
    Some(NamedWords::of(room.latest_words()?, room, words))
}

/// What `=` answers where nothing is chosen.
fn latest_challenge(room: &Room, words: &Words) -> Option<NamedEntry> {
    let latest = room.challenge.as_ref()?;
    Some(NamedEntry::of(&latest.entry, latest.is_own, room, words))
}

impl PenTargets {
    /// Takes the targets from what the screen shows when the line is begun, also where there are none: what another
    /// window writes later is none either. A line that goes to another meeting begins anew.
    pub(crate) fn freeze(&mut self, room: &Room, words: &Words) {
        let meeting = room.meeting.as_ref().map(|meeting| meeting.id);
        if self.meeting != meeting {
            let begun = std::mem::replace(self, Self { meeting, ..Self::default() });
            let lost = room.lost.as_ref().filter(|lost| begun.meeting == Some(lost.id));
            self.gone = lost.map(|lost| Gone {
                meeting: Some(lost.title.clone()),
                heading: String::new(),
                kind: begun.kind().unwrap_or(room.section_kind()),
            });
            self.latest = latest_words(room, words);
            self.challenge = latest_challenge(room, words);
            self.aim(room, words);
        }
        self.freeze_section(room);
    }

    /// Follows the current section, which only whoever writes the line changes, unless it is gone.
    fn freeze_section(&mut self, room: &Room) {
        let here = room.here().map(|counted| counted.section.clone());
        let last = std::mem::replace(&mut self.section, here);
        let Some(last) = last.filter(|last| self.section.as_ref().map(|here| here.id) != Some(last.id))
        else {
            return;
        };
        let is_gone = !room.sections.iter().any(|counted| counted.section.id == last.id);
        let kind = self.gone.as_ref().map_or(last.kind, |gone| gone.kind);
        self.gone = is_gone.then_some(Gone { meeting: None, heading: last.heading, kind });
    }

    /// What the line was to go to, where that is gone.
    pub(crate) fn gone(&self) -> Option<&Gone> {
        self.gone.as_ref()
    }

    /// The kind of the section that the line was begun in.
    fn kind(&self) -> Option<SectionKind> {
        self.gone.as_ref().map(|gone| gone.kind).or(self.section.as_ref().map(|section| section.kind))
    }

    /// Others were marked, or another was chosen: the challenges among them are answered, or else the latest one. The
    /// words of the chosen one are changed.
    pub(crate) fn aim(&mut self, room: &Room, words: &Words) {
        let chosen = match &room.away {
            // What was moved away from here is what every verb is for.
            Some(away) if room.marked.is_empty() && room.walked => away.entries().to_vec(),
            _ if room.walked => room.targets(),
            _ => room.marked.to_vec(),
        };
        let challenges = chosen.iter().filter(|entry| matches!(entry.kind, Kind::Challenge(_)));
        self.aimed = challenges.map(|entry| NamedEntry::of(entry, true, room, words)).collect();
        // One mark counts more than the row that is walked to, as with every other verb. What was written after both
        // counts more still.
        let chosen = match &*room.marked {
            _ if room.written => None,
            [only] => Some(WordsTarget::Entry(only.clone())),
            _ if room.walked => room.chosen_words(),
            _ => None,
        };
        self.chosen = chosen.map(|chosen| NamedWords::of(chosen, room, words));
        self.name_challenges();
    }

    /// Reads the targets again after a write. What this window itself took away is followed by the latest that is left;
    /// what another one took away stays, and the line is refused instead of changing something else.
    pub(crate) fn follow(&mut self, own_write: bool, room: &Room, ctx: &Ctx) -> Result<(), UiError> {
        let words = ctx.look.words;
        if let Some(named) = self.latest.take() {
            self.latest = named.read_again(own_write, room, ctx)?.or_else(|| latest_words(room, words));
        }
        if let Some(named) = self.chosen.take() {
            self.chosen = named.read_again(own_write, room, ctx)?;
        }
        if let Some(named) = self.challenge.take() {
            self.challenge =
                named.read_again(own_write, room, ctx)?.or_else(|| latest_challenge(room, words));
        }
        for named in std::mem::take(&mut self.aimed) {
            self.aimed.extend(named.read_again(own_write, room, ctx)?);
        }
        self.name_challenges();
        Ok(())
    }

    /// What `=` answers.
    fn challenges(&self) -> impl Iterator<Item = &NamedEntry> {
        let latest = self.challenge.iter().filter(|_| self.aimed.is_empty());
        self.aimed.iter().chain(latest)
    }

    /// What `=` answers, by name; empty where it is nothing.
    pub(crate) fn challenge_names(&self) -> &str {
        &self.answered
    }

    fn name_challenges(&mut self) {
        self.answered = self.challenges().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", ");
    }

    fn words(&self) -> Option<&NamedWords> {
        self.chosen.as_ref().or(self.latest.as_ref())
    }

    /// What `+` and `s/…/…/` change, by name.
    pub(crate) fn latest(&self) -> Option<Target<'_>> {
        self.words().map(|named| named.words.named(&named.number))
    }

    /// The entries themselves, as the line-taker writes to them.
    pub(crate) fn for_line(&self) -> line::LineTargets {
        line::LineTargets {
            words: self.words().map(|named| named.words.clone()),
            challenges: self.challenges().map(|named| named.entry.clone()).collect(),
        }
    }
}
