//! An entry that is corrected as the line that it would be typed as: the line, what it becomes when it is edited, and
//! the write. It knows no field.

use crate::i18n::Lang;
use crate::model::id::{EntryId, MeetingId};
use crate::model::{Due, Entry, SectionKind};
use crate::ops::{self, EntryLine, Seen};
use crate::pen::{self, Context, KeptMarkers, Meaning, Refusal};
use crate::speech;
use crate::ui::context::Ctx;
use crate::ui::draft::LineAt;
use crate::ui::effect::Write;

/// An entry whose line is being edited.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// As it was when its line was taken up.
    entry: Entry,
    /// What it is called in a sentence.
    pub name: String,
    /// Its words as they were.
    before: Seen<String>,
    /// Its line: the whole line, or only the words where no line means the entry.
    pub shown: String,
    /// The kind of its section, where it is the whole line.
    pub line_in: Option<SectionKind>,
    /// The markers in its words that were text before it was taken up.
    kept: KeptMarkers,
}

impl Correction {
    /// An entry and what it is called, read against what its line is typed against in its section.
    pub fn of(entry: Seen<Entry>, name: String, context: &Context<'_>, lang: Lang) -> Self {
        let Seen { value: entry, held } = entry;
        let whole = pen::compose(&entry, &keeping_names(&entry, *context), lang);
        let line_in = whole.is_some().then_some(context.section);
        let (shown, kept) = whole.unwrap_or_else(|| (entry.text.clone(), KeptMarkers::default()));
        let before = Seen { value: entry.text.clone(), held };
        Self { entry, name, before, shown, line_in, kept }
    }

    /// The bytes of the line before the end of its words, where the cursor begins.
    pub fn end_of_words(&self) -> usize {
        let text = &self.entry.text;
        self.shown.find(text).map_or(self.shown.len(), |at| at + text.len())
    }

    /// The meeting that it was said at.
    pub fn meeting(&self) -> MeetingId {
        self.entry.meeting
    }

    /// Where its line is written.
    pub fn place(&self) -> LineAt {
        LineAt::Entry { meeting: self.entry.meeting.0, entry: self.entry.id.0 }
    }

    /// Whether it is the whole line, and not only the words.
    pub fn is_whole(&self) -> bool {
        self.line_in.is_some()
    }

    /// What the line is read against while it is edited: a name that was there before may stay.
    pub fn context<'a>(&self, context: Context<'a>) -> Context<'a> {
        keeping_names(&self.entry, context)
    }

    /// What the edited line means: the markers that are typed now are live, those that were text stay so.
    ///
    /// # Errors
    /// Where the line is not taken.
    pub fn parse(&self, line: &str, context: &Context<'_>) -> Result<Meaning, Refusal> {
        self.kept.parse(line, context)
    }

    /// What the entry becomes by this line, which means `meaning`; `None` where the line is no entry, or where only the
    /// words are edited. After a blank all of it is words.
    pub fn read(&self, line: &str, meaning: Result<Meaning, Refusal>) -> Option<EntryLine> {
        let section = self.line_in?;
        let before = EntryLine::of(&self.entry);
        if line.starts_with(char::is_whitespace) {
            return Some(EntryLine { text: line.trim().to_owned(), ..before });
        }
        let Ok(Meaning::Entry(line)) = meaning else { return None };
        let had_marker = !self.entry.kind.same_kind(section.own_kind()) && pen::has_marker(self.entry.kind);
        let kind = match line.kind {
            Some(kind) if kind.same_kind(self.entry.kind) => self.entry.kind,
            Some(kind) => kind,
            None if had_marker => section.own_kind(),
            None => self.entry.kind,
        };
        let name = line.owner.or(line.speaker);
        let was_owned = pen::is_owned(self.entry.kind);
        let (speaker, owner) = match (pen::is_owned(kind), was_owned) {
            (true, true) => (before.speaker, name),
            (false, false) => (name, before.owner),
            (true, false) => (None, name),
            (false, true) => (name, None),
        };
        let same_day = |due: &Due| {
            before.due.as_ref().is_some_and(|of| (of.day, of.precision) == (due.day, due.precision))
        };
        let due = if line.due.as_ref().is_some_and(same_day) { before.due } else { line.due };
        Some(EntryLine { kind, text: line.text, speaker, owner, tags: line.tags, due })
    }

    /// The write of this line, after which `said` is said.
    ///
    /// # Errors
    /// Why it is not taken: it is no entry, or another window has changed the words meanwhile.
    pub fn write(
        &mut self,
        text: &str,
        meaning: Result<Meaning, Refusal>,
        said: &str,
        ctx: &Ctx,
    ) -> Result<Write, String> {
        let words = ctx.look.words;
        let text = pen::clean(text);
        if text.trim().is_empty() {
            return Err((words.errors.empty)().sentence);
        }
        if meaning == Err(Refusal::Named) {
            return Err(words.pen.nameless.to_owned());
        }
        let id = self.entry.id;
        let after = self.read(&text, meaning);
        let typed = after.as_ref().map_or(&text, |after| &after.text);
        if let Some(changed) = changed_since(id, &mut self.before, typed, ctx) {
            return Err(changed);
        }
        let before = self.before.clone();
        Ok(match after {
            Some(after) => {
                let entry = EntryLine { text: before.value, ..EntryLine::of(&self.entry) };
                let before = Seen { value: entry, held: before.held };
                Write::new(said, move |store| ops::rewrite(store, id, &before, after))
            }
            None if self.is_whole() => return Err(words.round_table.no_entry_line.to_owned()),
            None => Write::new(said, move |store| ops::edit_text(store, id, &before, &text)),
        })
    }
}

/// What to say where another window has changed an entry since its text was `seen`. It counts as seen from then on, so
/// that to save again replaces it.
fn changed_since(id: EntryId, seen: &mut Seen<String>, typed: &str, ctx: &Ctx) -> Option<String> {
    let newer = Seen::read(ctx.store, |store| ops::newer_entry_text(store, id, seen, typed)).ok()?;
    let now = newer.value?;
    let said = speech::newer_text(&now, ctx.look.words);
    *seen = Seen { value: now, held: newer.held };
    Some(said)
}

/// What the line of an entry is read against in a meeting that is written without names: whom it names may stay.
fn keeping_names<'a>(entry: &Entry, context: Context<'a>) -> Context<'a> {
    let names_somebody = entry.speaker.is_some() || entry.owner.is_some();
    Context { nameless: context.nameless && !names_somebody, ..context }
}
