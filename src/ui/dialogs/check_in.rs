//! How did it go? One piece of work at a time; a letter writes the outcome down and the next one comes up by itself.
//!
//! ```text
//! ╭─ Hur gick det?  3 av 8 ─────────────╮
//! │ Ringa inköp om lärlingar            │
//! │ Amina Berg · hittills: lovat        │
//! │                                     │
//! │ j  gjort          i  blev inte av   │
//! │ p  på väg         f  fortlöpande    │
//! │ Kommentar ▏                         │
//! ╰─────────────────────────────────────╯
//! ```

use ratatui::layout::Rect;

use crate::i18n::labels;
use crate::minutes::details::text_in_list;
use crate::model::history::Changes;
use crate::model::id::{EntryId, MeetingId};
use crate::model::{ActionStatus, ChallengeStatus, CommitmentStatus, Entry, Kind};
use crate::ops;
use crate::store;
use crate::ui::bindings::{Scope, key_of};
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::{HalfLine, LineAt};
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::lists::entry_verbs;
use crate::ui::lists::last_turns::LastTurns;
use crate::ui::lists::work::row;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::{fit, wrap};

/// The letters, in the order in which they are shown.
const OUTCOMES: [Command; 4] =
    [Command::OutcomeDone, Command::OutcomeUnderway, Command::OutcomeAbandoned, Command::OutcomeContinuous];

/// The walk through what is open.
#[derive(Debug, Default)]
pub struct CheckIn {
    queue: Vec<EntryId>,
    at: usize,
    now: Option<Entry>,
    /// What is written about each of the queue: it stays with the one that it is about.
    comments: Vec<TextField>,
    commenting: bool,
    /// Whether it was said that a comment is not saved yet.
    warned: bool,
    /// The comment that Escape has emptied: which one, its words, and what had been done then.
    given_up: Option<(usize, String, LastTurns)>,
    /// Those that were written down: which, and how many follow-ups it had after that. So an undo is noticed.
    done: Vec<(usize, usize)>,
}

impl CheckIn {
    /// A walk through these; says so where there are none.
    pub fn through(queue: Vec<EntryId>, look: &Look) -> Effect {
        if queue.is_empty() {
            return Effect::Notice(look.words.work.check_in.nothing.to_owned());
        }
        let comments = queue.iter().map(|_| TextField::default()).collect();
        Effect::open(Self { queue, comments, ..Self::default() })
    }

    /// Goes to another one, and gets its words.
    fn go(&mut self, at: usize, ctx: &Ctx) -> Result<(), UiError> {
        self.at = at.min(self.queue.len().saturating_sub(1));
        self.read(ctx)
    }

    fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.now = match self.queue.get(self.at) {
            Some(id) => store::entry::get(ctx.store, *id)?,
            None => None,
        };
        Ok(())
    }

    /// A comment that is not saved.
    fn half_line(&self, at: usize) -> Option<HalfLine> {
        HalfLine::of(LineAt::Comment(self.queue.get(at)?.0), self.comments.get(at)?.text())
    }

    fn comment(&self) -> &str {
        self.comments.get(self.at).map_or("", |comment| comment.text().trim())
    }

    fn forget_comment(&mut self) {
        if let Some(comment) = self.comments.get_mut(self.at) {
            comment.take();
        }
    }

    /// Empties the comment; undoing brings it back.
    fn give_up_comment(&mut self, ctx: &Ctx) -> Effect {
        let Some(comment) = self.comments.get_mut(self.at) else { return Effect::None };
        let words = comment.take();
        if words.trim().is_empty() {
            return Effect::None;
        }
        self.given_up = Some((self.at, words, LastTurns::now(ctx.store)));
        Effect::Notice(ctx.look.words.round_table.line_emptied.to_owned())
    }

    /// Brings back the comment that was emptied last, unless something has been done since.
    fn take_comment_back(&mut self, ctx: &Ctx) -> Result<bool, UiError> {
        let Some((at, words, turns)) = self.given_up.take() else { return Ok(false) };
        if !turns.is_latest(false, ctx.store) {
            self.given_up = Some((at, words, turns));
            return Ok(false);
        }
        self.go(at, ctx)?;
        if let Some(comment) = self.comments.get_mut(at) {
            *comment = TextField::with(words);
        }
        self.commenting = true;
        Ok(true)
    }

    fn write(&self, command: Command, ctx: &Ctx) -> Outcome {
        let Some(entry) = &self.now else { return Ok(Effect::None) };
        let Some(outcome) = outcome(entry.kind, command) else { return Ok(Effect::None) };
        let words = ctx.look.words;
        let label = labels::status(words.lang, outcome).unwrap_or_default();
        let said = (words.work.verbs.status_is)(&entry_verbs::name(entry, ctx)?, label);
        let (id, comment) = (entry.id, self.comment().to_owned());
        let write = Write::new(said, move |store| ops::follow_up(store, id, outcome, &comment));
        Ok(write.then(Self::written).into())
    }

    /// The outcome is on disk: the next one comes up.
    fn written(&mut self, _: Changes, ctx: &Ctx) -> Outcome {
        if let Some(id) = self.queue.get(self.at) {
            self.done.push((self.at, store::follow_up::list(ctx.store, *id)?.len()));
        }
        self.forget_comment();
        self.warned = false;
        if self.at + 1 < self.queue.len() {
            self.go(self.at + 1, ctx)?;
            return Ok(Effect::None);
        }
        let said = (ctx.look.words.work.check_in.finished)(self.done.len());
        Ok(Effect::Many(vec![Effect::Close(DialogAnswer::Nothing), Effect::Notice(said)]))
    }

    /// Goes to one with a comment that is not saved. Returns whether there is one.
    fn go_to_unsaved(&mut self, ctx: &Ctx) -> Result<bool, UiError> {
        let unsaved = self.comments.iter().position(|comment| !comment.text().trim().is_empty());
        let Some(at) = unsaved else { return Ok(false) };
        self.go(at, ctx)?;
        Ok(true)
    }

    fn step(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        match command {
            Command::Down if self.at + 1 < self.queue.len() => self.go(self.at + 1, ctx)?,
            Command::Up => self.go(self.at.saturating_sub(1), ctx)?,
            Command::Comment => self.commenting = true,
            Command::Submit => self.commenting = false,
            Command::Back if self.commenting => {
                self.commenting = false;
                return Ok(self.give_up_comment(ctx));
            }
            Command::Undo if self.take_comment_back(ctx)? => {}
            Command::Back if !self.warned && self.go_to_unsaved(ctx)? => {
                self.warned = true;
                return Ok(Effect::Notice(ctx.look.words.work.check_in.comment_unsaved.to_owned()));
            }
            Command::Back => return Ok(Effect::Close(DialogAnswer::Nothing)),
            _ if OUTCOMES.contains(&command) => return self.write(command, ctx),
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }
}

/// What a letter means for a kind.
fn outcome(kind: Kind, command: Command) -> Option<Kind> {
    let at = OUTCOMES.iter().position(|outcome| *outcome == command)?;
    Some(match kind {
        Kind::Commitment(_) => Kind::Commitment(
            [
                CommitmentStatus::Done,
                CommitmentStatus::Underway,
                CommitmentStatus::Abandoned,
                CommitmentStatus::Continuous,
            ][at],
        ),
        Kind::Action(_) => Kind::Action(
            [ActionStatus::Done, ActionStatus::Ongoing, ActionStatus::Struck, ActionStatus::Waiting][at],
        ),
        Kind::Challenge(_) => Kind::Challenge(
            [
                ChallengeStatus::Solved,
                ChallengeStatus::Ongoing,
                ChallengeStatus::Remains,
                ChallengeStatus::Referred,
            ][at],
        ),
        _ => return None,
    })
}

impl Screen for CheckIn {
    fn scope(&self) -> Scope {
        if self.commenting { Scope::Line } else { Scope::CheckIn }
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        self.step(command, ctx)
    }

    /// After an undo the walk goes back to the one that was undone.
    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        if let Some((at, checks)) = self.done.last().copied()
            && let Some(id) = self.queue.get(at)
            && store::follow_up::list(ctx.store, *id)?.len() < checks
        {
            self.done.pop();
            self.at = at;
        }
        self.read(ctx)
    }

    fn draft(&self) -> Option<HalfLine> {
        self.half_line(self.at)
    }

    fn set_aside(&self) -> Vec<HalfLine> {
        let others = (0..self.queue.len()).filter(|at| *at != self.at);
        others.filter_map(|at| self.half_line(at)).collect()
    }

    fn unsaved_words(&self) -> Option<String> {
        let comments = self.comments.iter().map(|comment| comment.text().trim());
        let words = comments.filter(|comment| !comment.is_empty()).collect::<Vec<_>>().join("\n");
        Some(words).filter(|words| !words.is_empty())
    }

    fn restore(&mut self, half: &HalfLine, _: &Ctx) -> Result<bool, UiError> {
        let LineAt::Comment(entry) = half.at else { return Ok(false) };
        let asked = self.queue.iter().position(|id| id.0 == entry);
        let comment = asked.and_then(|at| self.comments.get_mut(at));
        let is_place = comment.is_some();
        if let Some(comment) = comment {
            *comment = TextField::with(&half.text);
        }
        Ok(is_place)
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        let comment = self.comments.get_mut(self.at).filter(|_| self.commenting)?;
        Some(comment)
    }

    fn meeting_written_in(&self) -> Option<MeetingId> {
        self.now.as_ref().map(|entry| entry.meeting)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let (theme, words) = (&look.theme, look.words);
        let Some(entry) = &self.now else { return };
        let title = (words.work.check_in.title)(self.at + 1, self.queue.len());
        let wide = 66.min(area.width);
        let text = wrap(&text_in_list(entry), usize::from(wide.saturating_sub(6)).max(1));
        let tall = u16::try_from(text.len()).unwrap_or(u16::MAX).clamp(1, 6) + 6;
        let room = panel(canvas, area, (wide, tall), &title, theme);
        let mut rows = room.rows();
        let lines = usize::from(room.height.saturating_sub(4).max(1)).min(6);
        for (line, row) in text.iter().take(lines).zip(rows.by_ref()) {
            canvas.text(row, line, theme.strong);
        }
        let status = labels::status(words.lang, entry.kind).unwrap_or_default();
        let parts = [
            entry.owner.clone(),
            Some((words.work.check_in.before)(status)),
            Some(row::when(entry, look).0).filter(|when| !when.is_empty()),
        ];
        let about = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        if let Some(row) = rows.next() {
            canvas.text(row, &fit(&about, row.width.into()), theme.dim);
        }
        if usize::from(room.height) > text.len().min(lines) + 4 {
            rows.next();
        }
        for pair in [[0, 2], [1, 3]] {
            let Some(row) = rows.next() else { return };
            self.draw_outcomes(canvas, row, entry.kind, pair, look);
        }
        if let Some(row) = rows.next_back() {
            self.draw_comment(canvas, row, look);
        }
    }
}

impl CheckIn {
    fn draw_outcomes(&self, canvas: &mut Canvas, row: Rect, kind: Kind, pair: [usize; 2], look: &Look) {
        for (column, at) in pair.into_iter().enumerate() {
            let command = OUTCOMES[at];
            let Some(outcome) = outcome(kind, command) else { continue };
            let width = row.width / 2;
            let x = row.x + if column == 0 { 0 } else { width };
            let place = Rect { x, width, ..row };
            let key = key_of(Scope::CheckIn, command).map(|key| key.show(look.words)).unwrap_or_default();
            let end = canvas.text(place, &key, look.theme.accent) + 2;
            let label = labels::status(look.words.lang, outcome).unwrap_or_default();
            canvas.text(
                Rect { x: end, width: place.right().saturating_sub(end), ..place },
                label,
                look.theme.text,
            );
            if !self.commenting {
                canvas.target(place, ClickTarget::Command(command));
            }
        }
    }

    fn draw_comment(&self, canvas: &mut Canvas, row: Rect, look: &Look) {
        let Some(comment) = self.comments.get(self.at) else { return };
        if !self.commenting && comment.text().is_empty() {
            return;
        }
        let end = canvas.text(row, look.words.work.verbs.comment, look.theme.accent) + 2;
        let place = Rect { x: end, width: row.right().saturating_sub(end), ..row };
        comment.draw(canvas, place, look.theme.text, self.commenting);
    }
}
