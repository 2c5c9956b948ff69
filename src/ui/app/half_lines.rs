//! Lines that were begun and not saved: they come back where they were written, and where that is not in sight it is
//! said at the foot that they wait.

use super::App;
use crate::i18n::format;
use crate::i18n::short_title::short_title;
use crate::model::id::{EntryId, MeetingId, PersonId, ProgrammeId, ResponseId, SectionId};
use crate::store;
use crate::ui::draft::{Draft, FormAt, HalfLine, LineAt};
use crate::ui::error::UiError;
use crate::ui::lists::{entry_verbs, response_verbs};
use crate::ui::place::Tab;
use crate::ui::screen::Screen;

/// The lines that wait elsewhere, and how that is said.
#[derive(Debug, Default)]
pub(super) struct WaitingLines {
    lines: Vec<HalfLine>,
    /// The forms that wait, by their title.
    forms: Vec<String>,
    /// Empty where none waits.
    pub(super) said: String,
}

impl App {
    /// All screens, the topmost first.
    pub(super) fn screens(&self) -> impl Iterator<Item = &dyn Screen> {
        self.layers
            .iter()
            .rev()
            .map(|layer| layer.screen.as_ref())
            .chain(self.tabs.values().map(AsRef::as_ref))
    }

    /// All lines that are begun and not saved, those first that another one was written over.
    pub(super) fn half_lines(&self) -> Vec<HalfLine> {
        let of =
            |screen: &dyn Screen| screen.set_aside().into_iter().chain(screen.draft()).collect::<Vec<_>>();
        self.screens().flat_map(of).collect()
    }

    /// All forms that are filled in and not saved.
    pub(super) fn half_forms(&self) -> Vec<Draft> {
        self.layers.iter().filter_map(|layer| layer.screen.half_form()).map(Draft::Form).collect()
    }

    /// Lines whose place is gone go to the next pen, or to that of their meeting.
    pub(super) fn find_places(&mut self) {
        self.find_forms();
        for at in 0..self.kept.len() {
            let Some(half) = self.kept.get(at).and_then(HalfLine::of_draft) else { continue };
            match self.place_left(&half.at) {
                Ok(place) if place != half.at => {
                    self.notice = Some(self.look.words.app.half_lines.strayed.to_owned());
                    let found = Draft::from(HalfLine { at: place, ..half });
                    if let Some(kept) = self.kept.get_mut(at) {
                        *kept = found;
                    }
                }
                Ok(_) => {}
                Err(error) => error.log("where a line was begun"),
            }
        }
    }

    /// What was filled in for something that is gone goes to the next pen as words.
    fn find_forms(&mut self) {
        for at in 0..self.kept.len() {
            let Some(Draft::Form(half)) = self.kept.get(at) else { continue };
            match self.is_form_left(&half.at) {
                Ok(true) => {}
                Ok(false) => {
                    let values = half.fields.iter().map(|field| field.value.as_str());
                    let words = values.collect::<Vec<_>>().join(" · ");
                    self.notice = Some(self.look.words.app.half_lines.strayed.to_owned());
                    if let Some(kept) = self.kept.get_mut(at) {
                        *kept = Draft::Line(words);
                    }
                }
                Err(error) => error.log("what a form was of"),
            }
        }
    }

    /// Whether what a form is of is there.
    fn is_form_left(&self, form: &FormAt) -> Result<bool, UiError> {
        Ok(match form {
            FormAt::NewMeeting | FormAt::NewPerson | FormAt::Scribe | FormAt::ViewName => true,
            FormAt::Meeting(id) | FormAt::NewSection(id) => {
                store::meeting::get(&self.store, MeetingId(*id))?.is_some()
            }
            FormAt::Section(id) => store::section::get(&self.store, SectionId(*id))?.is_some(),
            FormAt::Programme(id) | FormAt::Abbreviations(id) => {
                store::programme::get(&self.store, ProgrammeId(*id))?.is_some()
            }
            FormAt::Person(id) => store::person::get(&self.store, PersonId(*id))?.is_some(),
            FormAt::Entries { entries, .. } => {
                let mut left = true;
                for entry in entries {
                    left &= store::entry::get(&self.store, EntryId(*entry))?.is_some();
                }
                left
            }
        })
    }

    /// The place itself, or what is left of it.
    fn place_left(&self, place: &LineAt) -> Result<LineAt, UiError> {
        let is_meeting = |id| Ok::<_, UiError>(store::meeting::get(&self.store, MeetingId(id))?.is_some());
        let is_entry = |id| Ok::<_, UiError>(store::entry::get(&self.store, EntryId(id))?.is_some());
        let (is_there, meeting) = match place {
            LineAt::AnyPen => return Ok(LineAt::AnyPen),
            LineAt::Pen(meeting) | LineAt::Promise(meeting) | LineAt::Paste(meeting) => {
                (is_meeting(*meeting)?, None)
            }
            LineAt::Entry { meeting, entry } => (is_entry(*entry)?, Some(*meeting)),
            LineAt::Response { meeting, response } => {
                (store::response::shown(&self.store, ResponseId(*response))?.is_some(), Some(*meeting))
            }
            LineAt::Comment(entry) => (is_entry(*entry)?, None),
            LineAt::Answer(challenges) => {
                let mut left = Vec::new();
                for challenge in challenges {
                    if is_entry(*challenge)? {
                        left.push(*challenge);
                    }
                }
                return Ok(if left.is_empty() { LineAt::AnyPen } else { LineAt::Answer(left) });
            }
        };
        Ok(match meeting {
            _ if is_there => place.clone(),
            Some(meeting) if is_meeting(meeting)? => LineAt::Pen(meeting),
            _ => LineAt::AnyPen,
        })
    }

    /// Says by name what was not saved when the program ended.
    pub(super) fn say_unfinished(&mut self) {
        let mut names = Vec::new();
        for draft in self.kept.clone() {
            let name = match &draft {
                Draft::Form(half) => Ok(Some((self.look.words.app.half_lines.form)(&half.title))),
                Draft::Report(report) => Ok(Some(self.name_of(report))),
                // There is a question of its own.
                Draft::Example(_) => continue,
                Draft::Line(_) | Draft::Half(_) => {
                    HalfLine::of_draft(&draft).map_or(Ok(None), |half| self.place_name(&half.at))
                }
            };
            let name = name.unwrap_or_else(|error| {
                error.log("what was begun");
                None
            });
            let name = name.unwrap_or_else(|| self.look.words.app.half_lines.any.to_owned());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if !names.is_empty() {
            let said = (self.look.words.app.half_lines.unfinished)(&names.join(" · "));
            self.notice.get_or_insert(said);
        }
    }

    /// Shows again the preview of what was pasted in the meeting that is written in.
    fn take_up_paste(&mut self) {
        let here = self.with_top(|screen, _| screen.meeting_written_in());
        let is_here = |draft: &Draft| {
            HalfLine::of_draft(draft).is_some_and(|half| here.map(|id| LineAt::Paste(id.0)) == Some(half.at))
        };
        if self.layers.is_empty()
            && let Some(at) = self.kept.iter().position(is_here)
            && let Some(half) = HalfLine::of_draft(&self.kept.remove(at))
        {
            self.step(|screen, ctx| screen.pasted(&half.text, ctx));
        }
    }

    /// Puts back on the screen on top the lines that were begun there.
    pub(super) fn take_up_lines(&mut self) {
        self.take_up_paste();
        let mut at = 0;
        while let Some(draft) = self.kept.get(at) {
            let taken = if let Draft::Form(half) = draft {
                let half = half.clone();
                Ok(self.with_top(|screen, ctx| screen.refill(&half, ctx)))
            } else if let Some(half) = HalfLine::of_draft(draft) {
                self.with_top(|screen, ctx| screen.restore(&half, ctx))
            } else {
                Ok(false)
            };
            match taken {
                Ok(true) => drop(self.kept.remove(at)),
                Ok(false) => at += 1,
                Err(error) => {
                    error.log("a line that was begun");
                    at += 1;
                }
            }
        }
    }

    /// Finds out which lines wait elsewhere.
    pub(super) fn find_waiting(&mut self) {
        let lines = self.waiting_lines();
        let forms: Vec<String> = self.kept.iter().filter_map(form_title).map(str::to_owned).collect();
        if lines == self.waiting.lines && forms == self.waiting.forms {
            return;
        }
        let mut places = Vec::new();
        for line in &lines {
            let place = self.place_name(&line.at).unwrap_or_else(|error| {
                error.log("where a line was begun");
                None
            });
            let place = place.unwrap_or_else(|| self.look.words.app.half_lines.any.to_owned());
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places.extend(forms.iter().map(|title| (self.look.words.app.half_lines.form)(title)));
        let said = match lines.len() + forms.len() {
            0 => String::new(),
            count => (self.look.words.app.half_lines.wait)(count, &places.join(" · ")),
        };
        self.waiting = WaitingLines { lines, forms, said };
    }

    /// The lines that are not in sight.
    fn waiting_lines(&self) -> Vec<HalfLine> {
        let here = self.tabs.get(&self.tab).filter(|_| self.tab == Tab::RoundTable);
        let here = here.and_then(|screen| screen.meeting_written_in()).map(|meeting| LineAt::Pen(meeting.0));
        let others = self.tabs.iter().filter(|(tab, _)| **tab != self.tab);
        let begun = others.filter_map(|(_, screen)| screen.draft());
        let aside = self.screens().flat_map(Screen::set_aside);
        let kept = self.kept.iter().filter_map(HalfLine::of_draft);
        kept.chain(begun).chain(aside).filter(|half| Some(&half.at) != here.as_ref()).collect()
    }

    /// What a place is called; `None` for one that is not known.
    fn place_name(&mut self, place: &LineAt) -> Result<Option<String>, UiError> {
        let words = &self.look.words.app.half_lines;
        let of_meeting = |meeting| self.meeting_name(MeetingId(meeting));
        Ok(match place {
            LineAt::AnyPen => None,
            LineAt::Pen(meeting) => of_meeting(*meeting)?,
            LineAt::Promise(meeting) => of_meeting(*meeting)?.map(|name| (words.promise)(&name)),
            LineAt::Paste(meeting) => of_meeting(*meeting)?.map(|name| (words.paste)(&name)),
            LineAt::Entry { entry, .. } => self.name_of_entry(*entry)?.map(|name| (words.correction)(&name)),
            LineAt::Comment(entry) => self.name_of_entry(*entry)?.map(|name| (words.comment)(&name)),
            LineAt::Response { response, .. } => {
                let name = self.with_top(|_, ctx| response_verbs::name(ResponseId(*response), ctx))?;
                Some((words.correction)(&name))
            }
            LineAt::Answer(challenges) => {
                let mut names = Vec::new();
                for challenge in challenges {
                    names.extend(self.name_of_entry(*challenge)?);
                }
                Some((words.answer)(&names.join(", "))).filter(|_| !names.is_empty())
            }
        })
    }

    fn name_of_entry(&mut self, entry: uuid::Uuid) -> Result<Option<String>, UiError> {
        let entry = store::entry::get(&self.store, EntryId(entry))?;
        let named = entry.map(|entry| self.with_top(|_, ctx| entry_verbs::name(&entry, ctx)));
        Ok(named.transpose()?)
    }

    fn meeting_name(&self, meeting: MeetingId) -> Result<Option<String>, UiError> {
        let Some(meeting) = store::meeting::get(&self.store, meeting)? else { return Ok(None) };
        let title = short_title(&meeting.title);
        let today = self.clock.today();
        let day = meeting.date.filter(|day| *day != today);
        let day = day.map(|day| format::short_date(self.look.words.lang, day, today));
        Ok(Some(day.map_or_else(|| title.clone(), |day| format!("{title}, {day}"))))
    }
}

/// The title of a form that was begun.
fn form_title(draft: &Draft) -> Option<&str> {
    match draft {
        Draft::Form(half) => Some(&half.title),
        _ => None,
    }
}
