//! What is written and not in the store: saved when the program ends, and taken up when it is opened again. A report
//! that could not be stored is stored then. Where that would replace what somebody else has written, and for what was
//! written in the example, there is a question first; who does not answer it is asked the next time.

use std::time::{Duration, Instant};

use super::{App, Ending, SavedState};
use crate::demo;
use crate::i18n::labels;
use crate::minutes::Minutes;
use crate::ops::{self, Refused, Seen};
use crate::store;
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::draft::{Draft, UnsavedReport};
use crate::ui::effect::{DialogAnswer, Effect, StoreVerb, Write};
use crate::ui::error::UiError;
use crate::ui::layer::Asker;
use crate::ui::screen::Screen;

/// How long nothing is typed before what is being written is put on disk.
const SILENCE: Duration = Duration::from_secs(2);
/// How long somebody may go on typing before it is.
const PATIENCE: Duration = Duration::from_secs(5);

/// The first and the last key after which nothing was put on disk.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unsaved {
    first: Instant,
    last: Instant,
}

impl Unsaved {
    /// One more key, now.
    pub(super) fn touched(before: Option<Self>, now: Instant) -> Self {
        Self { first: before.map_or(now, |before| before.first), last: now }
    }

    fn saves_at(self) -> Instant {
        (self.last + SILENCE).min(self.first + PATIENCE)
    }
}

impl App {
    /// Saves at the end whatever can be saved.
    pub fn save_all(&mut self) {
        // The store may be locked for longer than the program has left to live: what is written goes beside it first.
        self.remember();
        // What could not be stored is remembered; the log has the reason.
        let _unsaved = self.leave();
        self.remember();
    }

    /// Saves the choices and drafts for the next time.
    pub fn remember(&mut self) {
        let state = SavedState {
            lang: self.look.words.lang,
            theme: self.theme_chosen.then_some(self.look.theme.kind),
            scribe: self.session.scribe.clone(),
            preferences: self.session.preferences.clone(),
            drafts: self.drafts(),
        };
        self.remembered.clone_from(&state.drafts);
        let not_saved = (self.save_state)(&state).err();
        self.notice = not_saved.clone().or_else(|| self.notice.take());
        self.session.settings_file.not_saved = not_saved;
    }

    /// When what is being written is to be put beside the store: some time after the last key, and not much
    /// later than the first. `None` while there is
    /// nothing new, so that nobody has to wait for a time.
    pub fn saves_at(&self) -> Option<Instant> {
        self.unsaved.map(Unsaved::saves_at)
    }

    /// Puts what is being written beside the store. Returns whether there is something to say about it.
    pub fn save_unfinished(&mut self) -> bool {
        self.unsaved = None;
        if self.drafts() == self.remembered {
            return false;
        }
        let before = self.notice.clone();
        self.remember();
        self.notice != before
    }

    /// After a write: what was kept beside the store and is in it now is kept there no longer.
    pub(super) fn forget_what_is_stored(&mut self) {
        if !self.remembered.is_empty() && self.drafts() != self.remembered {
            self.remember();
        }
    }

    /// Saves what was written in the layers, which are about to close.
    ///
    /// # Errors
    /// The first that kept something from being saved; it is still in its layer.
    pub(super) fn leave(&mut self) -> Result<(), UiError> {
        let layers = self.layers.iter_mut();
        let leaving = |layer: &mut super::Layer| Some((layer.id, layer.screen.leaving()?));
        let writes: Vec<(u64, Write)> = layers.filter_map(leaving).collect();
        let mut outcome = Ok(());
        for (id, write) in writes {
            match (write.verb)(&mut self.store) {
                Ok(changes) => {
                    if let Some(reply) = write.reply {
                        self.reply(Asker::Layer(id), reply, changes);
                    }
                }
                Err(error) => {
                    error.log("leaving");
                    outcome = outcome.and(Err(error));
                }
            }
        }
        outcome
    }

    /// The text of a line that is being written at some screen.
    pub fn draft(&self) -> Option<String> {
        self.screens().find_map(Screen::draft).map(|half| half.text)
    }

    /// All that is written and not in the user's own store.
    fn drafts(&self) -> Vec<Draft> {
        if self.example.is_some() {
            return self.unasked_words().map(Draft::Example).into_iter().collect();
        }
        let lines = self.half_lines().into_iter().map(Draft::from);
        let reports = self.layers.iter().filter_map(|layer| layer.screen.unsaved()).map(Draft::Report);
        lines.chain(self.half_forms()).chain(reports).chain(self.kept.iter().cloned()).collect()
    }

    /// What was written in the example, unless the user has said what becomes of it.
    fn unasked_words(&self) -> Option<Minutes> {
        if matches!(self.ending, Some(Ending::Quit | Ending::Example | Ending::OwnStore | Ending::PutBack(_)))
        {
            return None;
        }
        match self.own_work() {
            Ok(work) => work.map(|work| work.written).filter(|written| !written.sections.is_empty()),
            Err(error) => {
                error.log("what was written in the example");
                None
            }
        }
    }

    /// Stores the reports that could not be stored when the program last ended, and asks what needs an answer.
    pub(super) fn take_up_drafts(&mut self) {
        for draft in self.kept.clone() {
            match &draft {
                // It waits for a screen with a place for it.
                Draft::Line(_) | Draft::Half(_) | Draft::Form(_) => {}
                Draft::Report(report) => self.take_up_report(report, &draft),
                Draft::Example(written) => {
                    let words = &self.look.words.app;
                    let (lines, reports) = demo::amount(written);
                    let title = (words.example_ended)(&(words.amount)(lines, reports));
                    let things = lines + reports;
                    let choices = items([(words.keep_words)(things), (words.drop_words)(things)]);
                    self.ask_about(Choice::new(title, choices), draft, None);
                }
            }
        }
    }

    fn take_up_report(&mut self, report: &UnsavedReport, draft: &Draft) {
        let words = self.look.words;
        let held = store::held(&self.store);
        match self.save_draft(draft, None) {
            Ok(()) => {}
            Err(UiError::Refused(Refused::Changed(theirs))) => {
                let choices = items([words.app.keep_report, words.app.drop_report]);
                let text = format!("{}. {}", self.name_of(report), words.export.newer_text);
                self.ask_about(
                    Choice::new(words.export.newer_title, choices).about(text),
                    draft.clone(),
                    held.ok().map(|held| Seen { value: theirs, held }),
                );
            }
            Err(error) => {
                let why = error.message(words);
                self.notice = Some((words.app.still_unsaved)(&self.name_of(report), &why));
            }
        }
    }

    /// Asks whether a draft is stored or given up. Who does neither is asked the next time.
    fn ask_about(&mut self, choice: Choice, draft: Draft, over: Option<Seen<String>>) {
        let ask = Effect::ask_plain(choice, move |answer, _| match answer {
            DialogAnswer::Choice(0) => Effect::SaveDraft { draft, over },
            DialogAnswer::Choice(_) => Effect::DropDraft(draft),
            _ => Effect::None,
        });
        self.perform(Asker::App, ask);
    }

    /// Stores a draft that the user wants to keep. Where it cannot be stored, it stays a draft.
    pub(super) fn save_kept(&mut self, draft: &Draft, over: Option<Seen<String>>) {
        if let Err(error) = self.save_draft(draft, over) {
            self.show_error(&error);
        }
    }

    fn save_draft(&mut self, draft: &Draft, over: Option<Seen<String>>) -> Result<(), UiError> {
        let (verb, notice): (StoreVerb, String) = match draft.clone() {
            Draft::Line(_) | Draft::Half(_) | Draft::Form(_) => return Ok(()),
            Draft::Report(report) => {
                let notice = (self.look.words.app.saved_now)(&self.name_of(&report));
                let UnsavedReport { subject, report, before, held, text, .. } = report;
                let before = over.map_or(Seen { value: before, held }, |over| over.map(Some));
                let verb: StoreVerb = Box::new(move |store| {
                    Ok(ops::write_manuscript(store, subject, report, &before, &text)?.changes)
                });
                (verb, notice)
            }
            Draft::Example(written) => {
                let notice = self.kept_in(&written);
                (Box::new(move |store| Ok(demo::keep(&written, store)?.changes)), notice)
            }
        };
        let changes = self.run_verb(verb)?;
        self.drop_draft(draft);
        self.notice = Some(self.receipt(&changes, None, notice));
        Ok(())
    }

    /// Forgets what was kept; it is stored, or not wanted.
    pub(super) fn drop_draft(&mut self, draft: &Draft) {
        self.kept.retain(|kept| kept != draft);
        self.remember();
    }

    /// The notice that the words from the example are in a meeting.
    pub(super) fn kept_in(&self, written: &Minutes) -> String {
        let words = &self.look.words.app;
        let (lines, reports) = demo::amount(written);
        (words.words_kept)(&(words.amount)(lines, reports), lines + reports, &written.title)
    }

    pub(super) fn name_of(&self, report: &UnsavedReport) -> String {
        format!("{} · {}", labels::report(self.look.words.lang, report.report), report.name)
    }
}

/// Rows of a choice.
pub(super) fn items<const N: usize>(labels: [&str; N]) -> Vec<ChoiceItem> {
    labels.map(ChoiceItem::new).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_without_a_pause_is_on_disk_all_the_same() {
        let began = Instant::now();
        let mut unsaved = Unsaved::touched(None, began);
        assert_eq!(unsaved.saves_at(), began + SILENCE);
        for tenths in 1..100 {
            unsaved = Unsaved::touched(Some(unsaved), began + Duration::from_millis(100 * tenths));
            assert!(unsaved.saves_at() <= began + PATIENCE);
        }
    }
}
