//! The pen line: its text, what it will become, what could follow at the cursor, and whether it corrects an entry. It
//! reads no store: what it completes from is handed to it.

use chrono::{NaiveDate, NaiveDateTime};

use super::about;
use super::correction::{LeftCorrection, Mode, ResponseCorrection};
use super::refused_line::RefusedLine;
use super::room::Room;
use super::targets::{Gone, PenTargets};
use crate::i18n::{Lang, Words, templates};
use crate::model::id::MeetingId;
use crate::model::{Due, Entry, Precision, Response, SectionKind};
use crate::ops::{Refused, Reply, Seen};
use crate::pen::{self, Completion, Context, Meaning, Refusal, ResponseWords, Verb, VerbScope};
use crate::speech;
use crate::store::Store;
use crate::ui::draft::HalfLine;
use crate::ui::input::TextInput;
use crate::ui::lists::correction::Correction;
use crate::ui::lists::last_turns::LastTurns;
use crate::ui::lists::open_completion::OpenCompletion;
use crate::ui::lists::response_author::ResponseAuthor;
use crate::ui::widgets::editor::{Breaks, Editor};
use crate::ui::widgets::editor_history::EditorHistory;

/// The line being written, or the entry being corrected in its place.
#[derive(Debug)]
pub(crate) struct Pen {
    pub(crate) editor: Editor,
    /// The typing, for undo; it begins anew with every line.
    pub(super) history: EditorHistory,
    pub(crate) mode: Mode,
    /// What the line changes, from its first key on.
    pub(crate) targets: PenTargets,
    /// What the text means.
    pub(crate) meaning: Result<Meaning, Refusal>,
    /// The meaning in words, as it is shown under the pen.
    pub(crate) becomes: String,
    /// Where the line goes now that its section, or its meeting, is gone.
    pub(crate) strayed: Option<String>,
    /// Why the line was not taken; it stays.
    pub(crate) refused: Option<String>,
    /// Lines that were refused and that others were begun over, the newest last: each comes back once the one over it
    /// is done.
    pub(super) refused_lines: Vec<RefusedLine>,
    /// Why the line was refused that has just come back.
    pub(super) returning: Option<String>,
    /// What could follow at the cursor.
    pub(crate) completion: OpenCompletion,
    /// Whether the calendar day counts where a working day was proposed.
    pub(crate) other_day: bool,
    /// What was done last when undoing could bring back a line.
    pub(crate) emptied_after: LastTurns,
    /// The correction that Escape has left last.
    left: Option<LeftCorrection>,
    /// The typing of the line that waits until a correction is done.
    aside: Option<EditorHistory>,
    /// Whether the text has been put in and not been read yet.
    unread: bool,
}

impl Default for Pen {
    fn default() -> Self {
        Self {
            editor: Editor::with("", Breaks::Spaces),
            history: EditorHistory::default(),
            mode: Mode::Capturing,
            targets: PenTargets::default(),
            meaning: Ok(Meaning::Nothing),
            becomes: String::new(),
            strayed: None,
            refused: None,
            refused_lines: Vec::new(),
            returning: None,
            completion: OpenCompletion::default(),
            other_day: false,
            emptied_after: LastTurns::default(),
            left: None,
            aside: None,
            unread: true,
        }
    }
}

impl Pen {
    /// The text as it was typed, unread.
    pub(crate) fn text(&self) -> &str {
        self.editor.text()
    }

    /// Whether nothing is written.
    pub(crate) fn is_blank(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// Keeps what was typed, so that it can be undone; an emptied line is nothing to go back to.
    pub(crate) fn remember(&mut self, now: NaiveDateTime) {
        self.write_after_left();
        self.set_refused_aside();
        if self.text().is_empty() && self.take_refused_back() {
            return;
        }
        if self.is_blank() && !self.is_correcting() {
            self.history = EditorHistory::new(self.text());
        } else {
            self.history.wrote(self.editor.text(), self.editor.cursor(), now);
        }
    }

    /// Empties the line so that undoing the typing brings it back, until something else is done.
    pub(crate) fn give_up(&mut self, now: NaiveDateTime, emptied_after: LastTurns) {
        self.write_after_left();
        self.emptied_after = emptied_after;
        let mut history = std::mem::take(&mut self.history);
        self.set("");
        history.wrote("", 0, now);
        self.history = history;
    }

    /// Leaves the correction. Returns whether there were words in it that undoing brings back, until something else is
    /// done.
    pub(crate) fn leave_correction(&mut self, turns: LastTurns) -> bool {
        let is_lost = !self.is_unchanged() && !self.is_blank();
        let (mode, text, aside) = (self.mode.clone(), self.text().to_owned(), self.aside.take());
        self.clear();
        if let Some(history) = aside.filter(|_| !self.is_blank()) {
            self.history = history;
        }
        if is_lost {
            let over = self.text().to_owned();
            self.left = Some(LeftCorrection { mode, text, over, turns, is_newest: true });
        }
        is_lost
    }

    /// What is written now is newer than the correction that was left.
    fn write_after_left(&mut self) {
        if let Some(left) = &mut self.left {
            left.is_newest = false;
        }
    }

    /// Takes up the correction that Escape has left: where that came last of all or `older` is meant too, the line is
    /// as it was then, and nothing was done since. `false` where there is none.
    pub(crate) fn take_back_correction(&mut self, older: bool, now: NaiveDateTime, store: &Store) -> bool {
        let is_there = |left: &LeftCorrection| {
            (left.is_newest || older) && left.over == self.text() && left.turns.is_latest(false, store)
        };
        if self.is_correcting() || !self.left.as_ref().is_some_and(is_there) {
            return false;
        }
        let Some(LeftCorrection { mode, text, .. }) = self.left.take() else { return false };
        let _aside = self.put_aside();
        let shown = mode.shown().unwrap_or_default().to_owned();
        self.set(&shown);
        self.mode = mode;
        self.retype(&text, now);
        true
    }

    /// Takes back the last typing, or does it again. `false` where there is none.
    pub(crate) fn undo_typing(&mut self, again: bool) -> bool {
        let Some(state) = self.history.turn(again) else { return false };
        self.editor.restore(state);
        self.completion.close();
        self.unread = true;
        if self.text().is_empty() {
            self.take_refused_back();
        }
        true
    }

    /// Whether an entry or a response is corrected.
    pub(crate) fn is_correcting(&self) -> bool {
        !matches!(self.mode, Mode::Capturing)
    }

    /// Whether a line or a correction has been begun and is not saved.
    pub(crate) fn is_writing(&self) -> bool {
        self.is_correcting() || !self.is_blank()
    }

    /// Puts other text in the pen, the cursor at its end.
    pub(crate) fn set(&mut self, text: &str) {
        self.editor.set(text);
        self.history = EditorHistory::new(text);
        self.completion.close();
        self.other_day = false;
        self.refused = None;
        self.unread = true;
    }

    /// Empties the pen for the next line; after a correction, what was set aside comes back.
    pub(crate) fn clear(&mut self) {
        let set_aside = std::mem::take(&mut self.mode).set_aside();
        self.set(&set_aside);
        self.aside = None;
        if set_aside.is_empty() {
            self.take_refused_back();
        }
    }

    /// Takes an entry into the pen to be corrected, as the line that it would be typed as in a section of this kind;
    /// what was there is set aside until then. The cursor is after its words.
    pub(crate) fn correct(
        &mut self,
        entry: Seen<Entry>,
        section: SectionKind,
        room: &Room,
        today: NaiveDate,
        words: &Words,
    ) {
        let set_aside = self.put_aside();
        let headings = room.headings();
        let context = Context { section, ..self.context(room, &headings, today) };
        let name = room.name(&entry.value, words);
        let correction = Correction::of(entry, name, &context, words.lang);
        self.set(&correction.shown);
        self.editor.place_cursor(correction.end_of_words());
        self.mode = Mode::Correcting(Box::new(correction), set_aside);
    }

    /// Takes a response into the pen to be corrected, as the line that it would be typed as; what was there is set
    /// aside until then.
    pub(crate) fn correct_response(
        &mut self,
        response: Seen<Response>,
        name: String,
        author: ResponseAuthor,
        lang: Lang,
    ) {
        let set_aside = self.put_aside();
        let id = response.value.id;
        let before = response.map(|Response { kind, text, due, .. }| Reply { kind, text, due });
        let Reply { kind, text, due } = before.value.clone();
        let words = ResponseWords { kind, text, due, author: author.shown(), remarks: Vec::new() };
        let shown = pen::compose_response(&words, &author.context(), lang);
        self.set(&shown);
        let end = shown.find(&words.text).map_or(shown.len(), |at| at + words.text.len());
        self.editor.place_cursor(end);
        let correction = ResponseCorrection { id, name, before, shown, author, set_aside };
        self.mode = Mode::CorrectingResponse(Box::new(correction));
    }

    /// What is in the pen and comes back after a correction.
    fn put_aside(&mut self) -> String {
        match std::mem::take(&mut self.mode) {
            Mode::Capturing => {
                self.aside = Some(std::mem::take(&mut self.history));
                self.text().to_owned()
            }
            mode => mode.set_aside(),
        }
    }

    /// Whether the line that is corrected is as it was put in the pen.
    pub(crate) fn is_unchanged(&self) -> bool {
        self.mode.shown() == Some(self.text())
    }

    /// What is said where the line that is corrected has been changed since a half correction of it was begun.
    pub(crate) fn outdated(&self, half: &HalfLine, words: &Words) -> Option<String> {
        let shown = self.mode.shown().filter(|shown| half.is_outdated(shown))?;
        Some(speech::newer_text(shown, words))
    }

    /// Whether what the text means is not known yet.
    pub(crate) fn is_unread(&self) -> bool {
        self.unread
    }

    /// What was written in this meeting and not saved; `None` where nothing would be lost.
    pub(crate) fn draft(&self, meeting: Option<MeetingId>) -> Option<HalfLine> {
        let half = HalfLine::of(self.mode.place(meeting), self.text()).filter(|_| !self.is_unchanged())?;
        Some(half.begun_as(self.mode.shown()))
    }

    /// The line that waits until a correction is done.
    pub(crate) fn waiting(&self, meeting: Option<MeetingId>) -> Option<HalfLine> {
        HalfLine::of(Mode::Capturing.place(meeting), self.mode.waiting())
    }

    /// Puts back what was typed over the line that is there.
    pub(crate) fn retype(&mut self, text: &str, now: NaiveDateTime) {
        self.editor.set(text);
        self.history.wrote(self.editor.text(), self.editor.cursor(), now);
        self.completion.close();
        self.unread = true;
    }

    /// The completion that is open at the cursor, and which of its candidates is chosen.
    pub(crate) fn open_completion(&self) -> Option<(&Completion, usize)> {
        self.completion.open(&self.editor)
    }

    /// Whether the open completion is of kinds of response: what it answers is chosen by walking, so the kind is not.
    pub(crate) fn offers_responses(&self) -> bool {
        self.text().starts_with('=')
            && self.open_completion().is_some_and(|(open, _)| open.candidates[0].ends_with(':'))
    }

    /// Walks in the completion; `false` where none is open.
    pub(crate) fn walk_completion(&mut self, down: bool) -> bool {
        !self.offers_responses() && self.completion.walk(down, &self.editor)
    }

    /// Takes the chosen completion; `false` where none is open.
    pub(crate) fn accept(&mut self) -> bool {
        self.completion.accept(&mut self.editor)
    }

    /// Finds out what the text means now.
    pub(crate) fn read(&mut self, room: &Room, today: NaiveDate, words: &Words) {
        self.refused = self.returning.take();
        self.unread = false;
        if let Mode::CorrectingResponse(correction) = &self.mode {
            self.strayed = None;
            self.meaning = Ok(Meaning::Nothing);
            let context = correction.author.context();
            let read = pen::read_response(self.text(), &context);
            let Reply { kind, text, due } = correction.read(self.text());
            let read = ResponseWords { kind, text, due, ..read };
            let becomes = pen::describe_response(&read, &context, words);
            let completion = OpenCompletion::at_cursor(&self.editor, &context, words.lang);
            (self.becomes, self.completion) = (becomes, completion);
            return;
        }
        if let Mode::Correcting(correction, _) = &self.mode {
            self.strayed = None;
            self.completion.close();
            self.meaning = Ok(Meaning::Nothing);
            let Some(section) = correction.line_in else {
                words.round_table.only_words.clone_into(&mut self.becomes);
                return;
            };
            let headings = room.headings();
            let context = correction.context(Context { section, ..self.context(room, &headings, today) });
            let meaning = correction.parse(self.text(), &context);
            let completion = OpenCompletion::at_cursor(&self.editor, &context, words.lang);
            self.becomes = pen::describe(&meaning, &context, words);
            (self.meaning, self.completion) = (meaning, completion);
            return;
        }
        if self.text().is_empty() {
            self.targets = PenTargets::default();
        } else {
            self.targets.freeze(room, words);
        }
        let headings = room.headings();
        let context = self.context(room, &headings, today);
        let meaning = pen::parse(self.text(), &context);
        let completion = OpenCompletion::at_cursor(&self.editor, &context, words.lang);
        (self.meaning, self.completion) = (meaning, completion);
        self.other_day &= self.has_choice();
        self.describe(room, today, words);
    }

    /// Puts what the line will become in words.
    fn describe(&mut self, room: &Room, today: NaiveDate, words: &Words) {
        let headings = room.headings();
        let context = self.context(room, &headings, today);
        self.becomes = match self.chosen_meaning() {
            Ok(Meaning::Nothing) if self.text().is_empty() => {
                crate::i18n::labels::kind(words.lang, room.section_kind().own_kind()).to_owned()
            }
            Ok(Meaning::Nothing) if self.text().trim_end() == "=" && room.marks_no_challenge() => {
                speech::refused(&Refused::NotAChallenge, words).to_string()
            }
            Ok(Meaning::Nothing) if self.text().trim_end() == "=" => match self.targets.challenge_names() {
                "" => format!("{} · {}", words.pen.response, words.pen.answers_nothing),
                names => format!("{} {}", words.pen.response, (words.pen.to_challenges)(names)),
            },
            Ok(Meaning::Command(verb, argument))
                if verb.scope() == VerbScope::Entry && !verb.is_alone_but(&argument) =>
            {
                about::describe((verb, argument), &self.targets, room, &context, words)
            }
            Ok(Meaning::Continue(_) | Meaning::Correct { .. }) if room.marked.len() > 1 && !room.written => {
                (words.work.verbs.only_one)(room.marked.len())
            }
            meaning if room.answers_no_mark(&meaning) => {
                speech::refused(&Refused::NotAChallenge, words).to_string()
            }
            meaning => pen::describe(&meaning, &context, words),
        };
        // What goes to no section does not care.
        let is_entry = matches!(self.meaning, Ok(Meaning::Entry(_) | Meaning::Nothing) | Err(_));
        self.strayed = self.targets.gone().filter(|_| is_entry).and_then(|gone| strayed(gone, room, words));
    }

    /// Why a command about an entry cannot be done to what it would be done to; `None` where it can.
    pub(crate) fn refused_of_target(
        &self,
        verb: Verb,
        argument: &str,
        room: &Room,
        words: &Words,
    ) -> Option<String> {
        let of_response = || about::refused_of_response(verb, argument, &self.targets, room, words);
        about::refused_of_marks(verb, room, words).or_else(|| of_response().map(str::to_owned))
    }

    /// What is said before a line is taken that may not mean what its writer thinks.
    pub(crate) fn to_look_at(&self, room: &Room, today: NaiveDate, words: &Words) -> Option<String> {
        let today = room.meeting.as_ref().and_then(|meeting| meeting.date).unwrap_or(today);
        about::to_look_at(&self.mode, self.text(), &self.meaning, today, words)
    }

    /// What the line is read against; the headings are those of the room.
    pub(crate) fn context<'a>(
        &'a self,
        room: &'a Room,
        headings: &'a [String],
        today: NaiveDate,
    ) -> Context<'a> {
        Context {
            today: room.meeting.as_ref().and_then(|meeting| meeting.date).unwrap_or(today),
            written: today,
            section: self.targets.gone().map_or(room.section_kind(), |gone| gone.kind),
            answering: None,
            names: &room.names,
            bodies: &room.bodies,
            nameless: room.meeting.as_ref().is_some_and(|meeting| meeting.nameless),
            tags: &room.tags,
            headings,
            latest: self.targets.latest(),
            challenges: self.targets.challenge_names(),
        }
    }

    /// The due date, and the calendar day it was moved from.
    fn days(&self) -> (Option<&Due>, Option<NaiveDate>) {
        match &self.meaning {
            Ok(Meaning::Entry(line)) => (line.due.as_ref(), line.choice),
            Ok(Meaning::Response(answer)) => (answer.due.as_ref(), answer.choice),
            _ => (None, None),
        }
    }

    fn has_choice(&self) -> bool {
        self.days().1.is_some()
    }

    /// The day that the other-day key would choose now.
    pub(crate) fn day_to_choose(&self) -> Option<NaiveDate> {
        let (due, choice) = self.days();
        if self.other_day { choice.and(due).map(|due| due.day) } else { choice }
    }

    /// What the line means with the day that was chosen.
    pub(crate) fn chosen_meaning(&self) -> Result<Meaning, Refusal> {
        let mut meaning = self.meaning.clone();
        if self.other_day {
            match &mut meaning {
                Ok(Meaning::Entry(line)) => choose(&mut line.due, &mut line.choice),
                Ok(Meaning::Response(answer)) => choose(&mut answer.due, &mut answer.choice),
                _ => {}
            }
        }
        meaning
    }

    /// Chooses between the working day and the calendar day; `false` where there is nothing to choose.
    pub(crate) fn turn_day(&mut self, room: &Room, today: NaiveDate, words: &Words) -> bool {
        let can = self.day_to_choose().is_some();
        if can {
            self.other_day = !self.other_day;
            self.describe(room, today, words);
        }
        can
    }
}

/// Where a line goes now that what it was to go to is gone; `None` without a meeting, where it goes nowhere.
fn strayed(gone: &Gone, room: &Room, words: &Words) -> Option<String> {
    let (said, meeting) = (&words.round_table, room.meeting.as_ref()?);
    if let Some(title) = &gone.meeting {
        return Some((said.meeting_gone)(title, &meeting.title));
    }
    Some(match room.here() {
        Some(here) => (said.section_gone)(&gone.heading, &here.section.heading),
        None => (said.no_section_left)(&gone.heading, templates::heading(words.lang, SectionKind::Notes)),
    })
}

/// The calendar day takes the place of the working day; the words it was named by stay.
fn choose(due: &mut Option<Due>, choice: &mut Option<NaiveDate>) {
    if let (Some(day), Some(due)) = (choice.take(), due) {
        due.day = day;
        due.precision = Precision::Day;
    }
}
