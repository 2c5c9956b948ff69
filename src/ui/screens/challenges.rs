//! Utmaningar: challenges of all meetings or one, the unanswered and oldest first; one response answers one challenge
//! or all that are marked.
//!
//! ```text
//!  12 obesvarade · äldst 84 dagar · besvarade 71 %            2 markerade
//!
//!   Obesvarade (12)                          ålder  möte            svarar
//! ▌ ● U-4   Avtalen är för långa …            84 d  Framtidsveckan  Inköp
//!     U-15  Hur pratar vi om stress?          21 d  Nätverksträff
//!
//!   Besvarade (29)
//!     U-2   Nya kollegor …  ✓ planerat maj    84 d  Framtidsveckan
//!  ─────────────────────────────────────────────────────────────────────
//!  En återkoppling till 2: U-4, U-11      ‹ på gång ›
//!  › Nytt avtalsråd från april; ta frågan dit.▏
//! ```

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::model::history::{Changes, Entity};
use crate::model::id::{MeetingId, SectionId};
use crate::model::{ChallengeStatus, Coded, Kind, Response};
use crate::ops;
use crate::ops::line::Deed;
use crate::speech;
use crate::store;
use crate::store::work::{self, Class, Filter, Listed};
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::dialogs::choice::{Choice, Item};
use crate::ui::dialogs::message::Message;
use crate::ui::effect::{Answer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::line_effects;
use crate::ui::lists::entry_verbs;
use crate::ui::lists::work::body::{self, Opened};
use crate::ui::lists::work::narrow::{Narrow, both};
use crate::ui::lists::work::{WorkList, row};
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::columns::{Cell, Columns};
use crate::ui::widgets::text::fit;

mod answer;

/// From which widths of a row on there is room for the meeting, for who answers, and for the section.
const MEETING_FROM: u16 = 60;
const OWNER_FROM: u16 = 84;
const SECTION_FROM: u16 = 136;

use answer::{AnswerLine, Submitted};

/// The third tab.
#[derive(Debug)]
pub(super) struct Challenges {
    list: WorkList,
    narrow: Narrow,
    opened: Opened,
    answer: Option<AnswerLine>,
    /// What was being written when the program last ended; the next answer line begins with it.
    draft: Option<String>,
    /// The meeting that one came here for; its name is not known yet.
    coming: Option<MeetingId>,
    summary: String,
}

impl Challenges {
    /// The screen with nothing read yet.
    pub(super) fn new() -> Self {
        Self {
            list: WorkList::default(),
            narrow: Narrow::to(Class::Challenges),
            opened: Opened::default(),
            answer: None,
            draft: None,
            coming: None,
            summary: String::new(),
        }
    }

    /// The groups: unanswered, answered, closed.
    fn groups(&self, look: &Look) -> Vec<(String, Filter)> {
        let class = Class::Challenges;
        let state = |open, answered| Filter { class, open: Some(open), answered, ..Filter::default() };
        let groups = [state(true, Some(false)), state(true, Some(true)), state(false, None)];
        let titles = look.words.challenges.groups;
        let narrowed = titles.into_iter().zip(groups);
        narrowed
            .filter_map(|(title, group)| Some((title.to_owned(), both(&self.narrow.filter, &group)?)))
            .collect()
    }

    /// "12 obesvarade · äldst 84 dagar · besvarade 71 %", of the meeting that is shown.
    fn count(&self, ctx: &Ctx) -> Result<String, UiError> {
        let meeting = self.narrow.filter.meeting;
        let all = Filter { meeting, ..Filter::default() };
        let total = work::count(ctx.store, &all)?;
        let with = work::count(ctx.store, &Filter { answered: Some(true), ..all.clone() })?;
        let without = work::count(ctx.store, &Filter { answered: Some(false), open: Some(true), ..all })?;
        let oldest = work::oldest_unanswered(ctx.store, meeting)?
            .map(|day| (ctx.clock.today() - day).num_days().max(0));
        let share = (with * 100 + total / 2).checked_div(total);
        Ok((ctx.look.words.challenges.summary)(without, oldest, share))
    }

    /// Opens the answer line for the marked challenges, or the chosen one.
    fn respond(&mut self, ctx: &Ctx) -> Outcome {
        let entries = self.list.target_entries(ctx.store)?;
        if entries.is_empty() {
            return Ok(Effect::Notice(ctx.look.words.challenges.nothing_chosen.to_owned()));
        }
        let names: Result<Vec<_>, _> = entries.iter().map(|entry| entry_verbs::name(entry, ctx)).collect();
        self.answer = AnswerLine::to(entries, &names?, ctx)?;
        if let Some(answer) = &mut self.answer
            && let Some(draft) = self.draft.take()
        {
            answer.field().insert(&draft);
            answer.read();
        }
        Ok(Effect::None)
    }

    /// Where the chosen challenge has responses one is asked whether it or one of them is meant.
    fn which(&self, title: &str, then: fn(&mut Self, Option<Response>, &Ctx) -> Outcome) -> Option<Effect> {
        let work = self.list.chosen()?;
        if work.responses.is_empty() {
            return None;
        }
        let challenge = Item::new(fit(&work.entry.text, 56));
        let responses =
            work.responses.iter().map(|response| Item::new(format!("↳ {}", fit(&response.text, 54))));
        let items = std::iter::once(challenge).chain(responses).collect();
        let given = work.responses.clone();
        Some(Effect::ask(Choice::new(title, items), move |this: &mut Self, answer, ctx| match answer {
            Answer::Choice(row) => {
                then(this, row.checked_sub(1).and_then(|row| given.get(row).cloned()), ctx)
            }
            _ => Ok(Effect::None),
        }))
    }

    fn filter(&mut self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let base =
            Filter { status: None, open: Some(true), answered: Some(false), ..self.narrow.filter.clone() };
        let own = vec![(words.challenges.unanswered.to_owned(), base)];
        let statuses = Kind::CHALLENGE.statuses();
        let near = self.list.chosen().map(|work| work.entry.meeting);
        let ways = self.narrow.options(own, &statuses, near, ctx)?;
        let items = Narrow::items(&ways, "", ctx);
        Ok(Effect::ask(Choice::new(words.work.filter, items), move |this: &mut Self, answer, _| {
            if let Answer::Choice(row) = answer
                && let Some(way) = ways.get(row)
            {
                this.narrow.take(way);
                this.list.go_to_top();
            }
            Ok(Effect::Refresh)
        }))
    }

    /// A verb on the chosen entry.
    fn verb(&self, command: Command, ctx: &Ctx) -> Outcome {
        match self.list.chosen() {
            Some(work) => entry_verbs::act(command, &work.entry, ctx),
            None => Ok(Effect::Pass),
        }
    }

    /// Does what the line asks for.
    fn submit(&mut self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let Some(answer) = &mut self.answer else { return Ok(Effect::None) };
        if let Some(changed) = answer.changed_since(ctx) {
            return Ok(Effect::open(Message::new(words.dialogs.failed, changed)));
        }
        let (deed, taker) = match answer.submit(ctx) {
            Ok(Submitted::Response(write)) => {
                return Ok(write.then(|this: &mut Self, _, _| this.given()).into());
            }
            Ok(Submitted::Other(deed, taker)) => (deed, taker),
            Err(why) => return Ok(Effect::Notice(speech::not_taken(&why, words).to_string())),
        };
        Ok(match deed {
            Deed::Nothing => Effect::Notice((words.errors.empty)().sentence),
            Deed::Write(written) => {
                let said = line_effects::said(&written, words);
                let write = Write::new(said, move |store| taker.write(store, written));
                write.then(|this: &mut Self, changes, ctx| this.line_written(&changes, ctx)).into()
            }
            Deed::GoTo(at) => {
                let heading = answer.go_to(at);
                answer.clear(ctx)?;
                Effect::Notice((words.pen.goes_to_section)(&heading))
            }
            Deed::Table(table) => {
                answer.set_table(table);
                answer.clear(ctx)?;
                Effect::None
            }
            Deed::Command(verb, argument) => {
                answer.clear(ctx)?;
                line_effects::command(verb, &argument)
            }
        })
    }

    /// Something else that was typed in the answer line is on disk; the response is still to be written.
    fn line_written(&mut self, changes: &Changes, ctx: &Ctx) -> Outcome {
        if let Some(answer) = &mut self.answer {
            if let Some(made) = changes.first(Entity::Section) {
                answer.set_section(SectionId(made));
            }
            answer.clear(ctx)?;
        }
        Ok(Effect::None)
    }

    /// The response in the line is on disk.
    fn given(&mut self) -> Effect {
        self.answer = None;
        self.list.marked.clear();
        Effect::None
    }

    /// Edits a response, or the chosen challenge itself.
    fn edit(&mut self, response: Option<Response>, ctx: &Ctx) -> Outcome {
        let Some(response) = response else { return self.verb(Command::Edit, ctx) };
        self.answer = Some(AnswerLine::edit(&response, ctx)?);
        Ok(Effect::None)
    }

    /// Deletes a response of the chosen challenge, or the challenge itself.
    fn delete(&mut self, response: Option<Response>, ctx: &Ctx) -> Outcome {
        let Some(response) = response else { return self.verb(Command::Delete, ctx) };
        let Some(work) = self.list.chosen() else { return Ok(Effect::None) };
        let (id, said) = (work.entry.id, ctx.look.words.work.verbs.response_deleted);
        Ok(Effect::write(said, move |store| ops::delete_response(store, response.id, id)))
    }

    /// Escape: the answer line, then the detail, then the marks.
    fn back(&mut self) -> Effect {
        if self.answer.take().is_none() && !self.opened.close() {
            if self.list.marked.is_empty() {
                return Effect::Pass;
            }
            self.list.marked.clear();
        }
        Effect::None
    }

    /// What is done to the list itself.
    fn act_on_list(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        Ok(match command {
            Command::Mark => {
                self.list.mark(ctx.store)?;
                Effect::None
            }
            Command::Open => {
                self.opened.toggle();
                Effect::None
            }
            Command::Left => {
                self.opened.close();
                Effect::None
            }
            Command::Back => self.back(),
            Command::Respond => self.respond(ctx)?,
            Command::Filter => self.filter(ctx)?,
            Command::ClearFilter => {
                self.narrow = Narrow::to(Class::Challenges);
                self.list.go_to_top();
                Effect::Refresh
            }
            Command::CheckIn => CheckIn::through(self.list.targets(), ctx.look),
            Command::Delete if self.list.marked.len() > 1 => {
                entry_verbs::delete(self.list.targets(), "", words)
            }
            Command::Edit => match self.which(words.work.verbs.edit_what, Self::edit) {
                Some(effect) => effect,
                None => self.verb(command, ctx)?,
            },
            Command::Delete => match self.which(words.work.verbs.delete_what, Self::delete) {
                Some(effect) => effect,
                None => self.verb(command, ctx)?,
            },
            command => self.verb(command, ctx)?,
        })
    }

    fn row(&self, work: &Listed, chosen: bool, owned: bool, columns: u16, look: &Look) -> Vec<Line<'static>> {
        let (theme, today) = (&look.theme, look.now.date());
        let marked = self.list.marked.contains(&work.entry.id);
        let closed = !work.entry.kind.is_open();
        let age = row::age(work, today).map(look.words.work.days).unwrap_or_default();
        let mut cells = vec![Cell::right(age, 6, theme.text)];
        if columns >= MEETING_FROM {
            cells.push(row::meeting(work, columns, look));
        }
        if columns >= OWNER_FROM && owned {
            cells.push(Cell::left(work.entry.owner.clone().unwrap_or_default(), 14, theme.dim));
        }
        if columns >= SECTION_FROM {
            cells.push(Cell::left(work.heading.clone(), 14, theme.dim));
        }
        let status = work.entry.kind.status_code().filter(|code| *code != ChallengeStatus::Open.code());
        let note = match work.responses.first() {
            Some(response) => Some((row::response(response, look), theme.answered)),
            None => status
                .and_then(|_| crate::i18n::labels::status(look.words.lang, work.entry.kind))
                .map(|status| (status.to_owned(), theme.dim)),
        };
        let columns_of = Columns {
            lead: row::lead(work, marked, &self.list.marks, if columns < 50 { 4 } else { 5 }, look),
            text: work.entry.text.clone(),
            style: if closed { theme.dim } else { theme.text },
            note,
            cells,
        };
        columns_of.lines(columns, if chosen { 3 } else { 1 })
    }

    /// The line of the columns' names, each as wide as its column.
    fn labels(columns: u16, owned: bool, look: &Look) -> Line<'static> {
        let words = look.words;
        let meeting = row::meeting_columns(columns);
        let labels = [
            (MEETING_FROM, words.work.meeting, meeting),
            (OWNER_FROM, if owned { words.challenges.responder } else { "" }, 14),
            (SECTION_FROM, words.work.section, 14),
        ];
        let mut line = format!("  {:>6}", words.work.age);
        for (from, label, wide) in labels {
            if columns >= from && !label.is_empty() {
                line.extend([format!("  {label:<wide$}")]);
            }
        }
        Line::from(Span::styled(line, look.theme.dim))
    }
}

impl Screen for Challenges {
    fn scope(&self) -> Scope {
        if self.answer.is_some() { Scope::Answer } else { Scope::Challenges }
    }

    fn arrive(&mut self, place: &Place) {
        if let Place::Challenges(meeting) = place {
            self.narrow = Narrow::to(Class::Challenges);
            self.list.go_to_top();
            self.coming = *meeting;
        }
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        if let Some(meeting) = self.coming.take()
            && let Some(meeting) = store::meeting::get(ctx.store, meeting)?
        {
            self.narrow.only_meeting(meeting.id, meeting.title);
        }
        self.summary = self.count(ctx)?;
        let groups = self.groups(ctx.look);
        self.list.read(ctx.store, groups)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if let Some(answer) = &mut self.answer {
            return Ok(match command {
                Command::ResponseKind => {
                    answer.turn();
                    Effect::None
                }
                Command::Submit => return self.submit(ctx),
                Command::Back => self.back(),
                _ => Effect::Pass,
            });
        }
        if self.opened.scroll(command) || self.list.walk(command, ctx.store)? {
            return Ok(Effect::None);
        }
        self.act_on_list(command, ctx)
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        self.answer.as_mut().map(AnswerLine::field)
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        if let Some(answer) = &mut self.answer {
            answer.read();
        }
        Ok(Effect::None)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        self.list.click(row, ctx.store)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let (area, foot) = body::foot(area, if self.answer.is_some() { 3 } else { 0 });
        let marked = self.list.marked.len();
        let right = if marked > 0 { (look.words.work.marked)(marked) } else { String::new() };
        let room = body::head(canvas, area, &self.summary, &right, look);
        if self.list.is_empty() {
            let words = look.words;
            let none =
                if self.narrow.is_narrow() { words.work.nothing_passes } else { words.challenges.none };
            body::nothing(canvas, room, none, look);
        } else if let Some(list) = body::detail(canvas, room, &self.list, &self.opened, look) {
            let owned = self.list.is_owned();
            let labels = Self::labels(list.width.saturating_sub(3), owned, look);
            self.list.draw(canvas, list, look, &labels, |work, chosen, columns| {
                self.row(work, chosen && !body::is_wide(room), owned, columns, look)
            });
        }
        if let Some(answer) = &self.answer {
            answer.draw(canvas, foot, look);
        }
    }

    fn draft(&self) -> Option<String> {
        let written = self.answer.as_ref().map(|answer| answer.text().to_owned());
        written.filter(|text| !text.is_empty()).or_else(|| self.draft.clone())
    }

    fn restore(&mut self, draft: &str) {
        self.draft = Some(draft.to_owned());
    }

    fn headline(&self, look: &Look) -> (String, String) {
        (self.narrow.say(look.words.work.all_meetings), String::new())
    }
}
