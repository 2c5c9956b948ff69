//! A line at the foot of a working screen that is written in as at the pen: opened with what was left of it, closed
//! with Escape, and done as it asks. It does not know what its plain words become.

use ratatui::layout::Rect;

use crate::model::history::{Changes, Entity};
use crate::model::id::{MeetingId, SectionId};
use crate::ops::CapturePlace;
use crate::ops::line::{Deed, LineTaker, NotTaken, Scene, Written};
use crate::pen::{self, Context, LineRemark, VerbScope};
use crate::speech;
use crate::store::{self, Store};
use crate::ui::bindings::{self, KeyMode, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::paste::Paste;
use crate::ui::draft::{HalfLine, LineAt};
use crate::ui::effect::{Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::line_effects;
use crate::ui::lists::last_turns::LastTurns;
use crate::ui::lists::open_completion::{OfferedPlace, OpenCompletion};
use crate::ui::widgets::editor::Editor;
use crate::ui::widgets::editor_history::EditorHistory;
use crate::ui::widgets::text::fit;

mod rule;

pub use rule::{draw, writes_in};

/// Columns beside the words: the marker before them and the blanks.
const MARGIN: u16 = 4;
/// So many columns name a line that waits.
const NAMED: usize = 24;
/// Clicks on what may follow at the cursor are rows from here on, so that they are not mistaken for rows of the list.
const OFFERED_ROWS: usize = 1 << 43;

/// One such line while it is open.
pub trait PenLine {
    /// The text that is written in.
    fn editor(&self) -> &Editor;

    /// The same, to write in it.
    fn editor_mut(&mut self) -> &mut Editor;

    /// Its pen, and what it is read against; `None` where it only corrects.
    fn pen(&self) -> Option<(&LineTaker, &Scene)>;

    /// The meeting that its words are of.
    fn meeting(&self) -> Option<MeetingId>;

    /// Where its words are written.
    fn place(&self) -> LineAt;

    /// What is written in it.
    fn text(&self) -> &str {
        self.editor().text()
    }

    /// How many rows are needed over the words, on a screen of this area, for what the line is.
    fn head(&self, _area: Rect, _look: &Look) -> u16 {
        1
    }

    /// The words have changed.
    fn read(&mut self, ctx: &Ctx);

    /// The names, tags and dates that may follow at the cursor.
    fn offers(&self, ctx: &Ctx) -> OpenCompletion;

    /// What in the words may not mean what their writer thinks; it is asked about before they are taken.
    fn remarks(&self) -> Vec<LineRemark>;

    /// What was written is done with, and the line stays open.
    fn clear(&mut self, ctx: &Ctx) -> Result<(), UiError>;

    /// Goes to the section with this index, and returns its heading.
    fn go_to(&mut self, section: usize) -> String;

    /// Leaves a section or a meeting that somebody else has deleted; see
    /// [`crate::ops::line::LineTaker::leave_what_is_gone`].
    fn leave_what_is_gone(&mut self, store: &Store) -> Result<(), NotTaken>;

    /// Further entries go to this section.
    fn set_section(&mut self, section: SectionId);

    /// Further entries come from this table.
    fn set_table(&mut self, table: Option<u16>);
}

/// The line of a screen, open or not.
#[derive(Debug)]
pub struct FootLine<L> {
    open: Option<L>,
    /// What was being written when the program last ended, or was refused before something else was written; the line
    /// at the same place begins with it.
    kept: Vec<HalfLine>,
    /// The words as the line began, and the typing since then.
    began: String,
    history: EditorHistory,
    /// What could follow at the cursor.
    completion: OpenCompletion,
    /// What the user was asked about the words as they are.
    asked: Option<String>,
    /// What is said once where what is changed was changed elsewhere since the words in the line were written.
    newer: Option<String>,
    /// The line that Escape has closed, and what had been done then; it comes back while nothing else is done.
    given_up: Option<(L, LastTurns)>,
}

impl<L> Default for FootLine<L> {
    fn default() -> Self {
        Self {
            open: None,
            kept: Vec::new(),
            began: String::new(),
            history: EditorHistory::default(),
            completion: OpenCompletion::default(),
            asked: None,
            newer: None,
            given_up: None,
        }
    }
}

impl<L> FootLine<L> {
    /// The line, if it is open.
    pub fn get(&self) -> Option<&L> {
        self.open.as_ref()
    }

    /// The line, if it is open.
    pub fn get_mut(&mut self) -> Option<&mut L> {
        self.open.as_mut()
    }

    /// Whether the keys that type go to it.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Closes it once it is done.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Gets back what was being written when the program last ended.
    pub fn restore(&mut self, half: &HalfLine) {
        self.kept.push(half.clone());
    }

    /// What waits for the line at its place to be opened.
    pub fn set_aside(&self) -> Vec<HalfLine> {
        self.kept.clone()
    }
}

impl<L: PenLine> FootLine<L> {
    /// How many rows it takes of a screen of this area: a rule, what it is, and the words on as many rows as they need,
    /// as long as the list keeps half of the screen. None while it is closed.
    pub fn height(&self, area: Rect, look: &Look) -> u16 {
        self.open.as_ref().map_or(0, |line| {
            let most = (area.height / 3).max(1);
            let rows = line.editor().rows(area.width.saturating_sub(MARGIN));
            1 + line.head(area, look) + rows.clamp(1, most)
        })
    }

    /// Opens a line that has words already. What was being written at the same place takes their place.
    pub fn open_as_is(&mut self, mut line: L, ctx: &Ctx) {
        line.text().clone_into(&mut self.began);
        let mut newer = None;
        if let Some(kept) = self.take_kept(&line.place()) {
            newer = kept.is_outdated(&self.began).then(|| speech::newer_text(&self.began, ctx.look.words));
            line.editor_mut().set(&kept.text);
            line.read(ctx);
        }
        self.begin(line);
        self.newer = newer;
    }

    /// What was being written at a place.
    fn take_kept(&mut self, place: &LineAt) -> Option<HalfLine> {
        let at = self.kept.iter().position(|kept| kept.at.is_near(place))?;
        Some(self.kept.remove(at))
    }

    fn begin(&mut self, line: L) {
        self.history = EditorHistory::new(line.text());
        (self.asked, self.given_up, self.newer) = (None, None, None);
        self.completion.close();
        self.open = Some(line);
    }

    /// Does what a key asks for in any such line: it walks in the words, undoes the typing, closes the line, or brings
    /// back the one that was closed last. `None` for what it does not know.
    pub fn run(&mut self, command: Command, ctx: &Ctx) -> Option<Effect> {
        let is_offering = self.is_offering();
        let Some(line) = &mut self.open else {
            return (command == Command::Undo && self.take_back(ctx)).then_some(Effect::None);
        };
        Some(match command {
            Command::Up | Command::Down if is_offering => {
                self.completion.walk(command == Command::Down, line.editor());
                Effect::None
            }
            Command::Complete | Command::ResponseKind if is_offering => self.accept(ctx),
            Command::Back if is_offering => {
                self.completion.close();
                Effect::None
            }
            Command::Up | Command::Down => {
                let editor = line.editor_mut();
                let _walked = if command == Command::Down { editor.down() } else { editor.up() };
                Effect::None
            }
            Command::Undo | Command::Redo => self.undo_typing(command == Command::Redo, ctx),
            Command::Back => self.give_up(ctx),
            _ => return None,
        })
    }

    /// Whether something that may follow at the cursor is offered.
    pub fn is_offering(&self) -> bool {
        self.open.as_ref().is_some_and(|line| self.completion.open(line.editor()).is_some())
    }

    /// What the footer should say while the line is open.
    pub fn key_mode(&self) -> KeyMode {
        if self.is_offering() { KeyMode::Completing } else { KeyMode::Usual }
    }

    /// Takes the chosen one of what is offered.
    fn accept(&mut self, ctx: &Ctx) -> Effect {
        if let Some(line) = &mut self.open
            && self.completion.accept(line.editor_mut())
        {
            return self.typed(ctx);
        }
        Effect::None
    }

    /// Takes what was clicked of what is offered; `None` where it was not that.
    pub fn clicked(&mut self, row: usize, ctx: &Ctx) -> Option<Effect> {
        self.completion.choose(row.checked_sub(OFFERED_ROWS)?);
        Some(self.accept(ctx))
    }

    /// Draws what is offered, over the list and right above the line at the foot; the key of this
    /// command takes the chosen one.
    pub fn draw_offered(&self, canvas: &mut Canvas, foot: Rect, takes: (Scope, Command), look: &Look) {
        let Some(line) = &self.open else { return };
        let key = bindings::key_of(takes.0, takes.1).map(|key| key.show(look.words)).unwrap_or_default();
        let takes = (look.words.round_table.takes)(&key);
        let over = OfferedPlace { rule: foot, margin: MARGIN - 1, takes: &takes, rows: OFFERED_ROWS };
        self.completion.draw(line.editor(), canvas, &over, |_, _| None, look);
    }

    /// Takes back the last typing, or does it again. In an empty line the program undoes what was done last.
    fn undo_typing(&mut self, again: bool, ctx: &Ctx) -> Effect {
        let Some(line) = &mut self.open else { return Effect::Pass };
        match self.history.turn(again) {
            Some(state) => {
                line.editor_mut().restore(state);
                self.asked = None;
                self.completion.close();
                line.read(ctx);
                Effect::None
            }
            None if line.text().is_empty() => Effect::Pass,
            None => Effect::None,
        }
    }

    /// Closes the line; undoing brings back what was written in it.
    fn give_up(&mut self, ctx: &Ctx) -> Effect {
        let Some(line) = self.open.take() else { return Effect::None };
        if line.text().trim().is_empty() || line.text() == self.began {
            return Effect::None;
        }
        self.given_up = Some((line, LastTurns::now(ctx.store)));
        Effect::Notice(ctx.look.words.round_table.line_emptied.to_owned())
    }

    /// Opens again the line that was closed last, unless something has been done since.
    fn take_back(&mut self, ctx: &Ctx) -> bool {
        let Some((mut line, turns)) = self.given_up.take() else { return false };
        if !turns.is_latest(false, ctx.store) {
            self.given_up = Some((line, turns));
            return false;
        }
        line.read(ctx);
        self.begin(line);
        true
    }

    /// What is asked about the words before they are taken; `None` once that was asked, or where there is nothing.
    pub fn ask_first(&mut self, ctx: &Ctx) -> Option<Effect> {
        if let Some(newer) = self.newer.take() {
            return Some(Effect::Notice(newer));
        }
        let why = pen::first_remark(&self.open.as_ref()?.remarks(), ctx.look.words)?;
        if self.asked.as_ref() == Some(&why) {
            return None;
        }
        self.asked = Some(why.clone());
        Some(self.refuse((ctx.look.words.pen.again_saves)(&why)))
    }

    /// The line is not taken, and says why. It stays, selected as at the pen: what is typed next is another line, and
    /// this one waits until that is done. Half a heading and half a correction want more words.
    pub fn refuse(&mut self, why: String) -> Effect {
        let is_half = |line: &L| line.text().starts_with('#') || line.text().starts_with("s/");
        if !self.open.as_ref().is_some_and(is_half) {
            self.offer();
        }
        Effect::Notice(why)
    }

    /// The line is about to be written. It stays where that fails, and what was typed meanwhile is another line.
    pub fn offer(&mut self) {
        if let Some(line) = self.open.as_mut().filter(|_| self.began.is_empty()) {
            line.editor_mut().select();
        }
    }

    /// Takes up in the empty line what waits for it.
    fn take_up(&mut self, ctx: &Ctx) {
        let place = self.open.as_ref().map(PenLine::place);
        if let Some(kept) = place.and_then(|place| self.take_kept(&place))
            && let Some(line) = &mut self.open
        {
            line.editor_mut().set(&kept.text);
            line.editor_mut().select();
            line.read(ctx);
        }
    }

    /// Opens an empty line. It begins with what was being written at its place when the program last ended.
    pub fn open(&mut self, mut line: L, ctx: &Ctx) {
        self.began.clear();
        if let Some(draft) = self.take_kept(&line.place()) {
            line.editor_mut().insert(&draft.text);
            line.read(ctx);
        }
        self.begin(line);
    }

    /// Text was pasted: several lines are shown as rows, as at the pen. `None` for one line.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn pasted(&mut self, text: &str, ctx: &Ctx) -> Result<Option<Effect>, UiError> {
        let Some((taker, scene)) = self.open.as_ref().and_then(PenLine::pen) else { return Ok(None) };
        let Some(section) = taker.section.filter(|_| pen::split_paste(text).len() > 1) else {
            return Ok(None);
        };
        let sections = store::section::list(ctx.store, taker.meeting)?;
        let kinds: Vec<_> = sections.iter().map(|section| section.kind).collect();
        let context = Context { answering: None, ..scene.context() };
        let pasted = pen::read_paste(text, &context, &kinds);
        let at = CapturePlace { meeting: taker.meeting, section, table: taker.table, round: taker.round };
        let preview = Paste::new(at, sections, &context, (text, pasted));
        Ok(Some(Effect::open(preview)))
    }

    /// The field of an open line.
    pub fn field(&mut self) -> Option<&mut dyn TextInput> {
        self.open.as_mut().map(|line| line.editor_mut() as &mut dyn TextInput)
    }

    /// The meeting that the words of an open line are of.
    pub fn meeting(&self) -> Option<MeetingId> {
        self.open.as_ref().and_then(PenLine::meeting)
    }

    /// Something is new: the language, or what somebody else has written.
    pub fn describe_again(&mut self, ctx: &Ctx) {
        if let Some(line) = &mut self.open {
            line.read(ctx);
        }
    }

    /// The words of an open line have changed. Says what waits now.
    pub fn typed(&mut self, ctx: &Ctx) -> Effect {
        let mut said = Effect::None;
        if let Some(line) = &mut self.open {
            if let Some(refused) = line.editor_mut().take_replaced() {
                let shown = fit(&refused, NAMED);
                said = Effect::Notice((ctx.look.words.round_table.refused_waits)(&shown));
                self.kept.extend(HalfLine::of(line.place(), &refused));
                self.history = EditorHistory::default();
            }
            let editor = line.editor();
            self.history.wrote(editor.text(), editor.cursor(), ctx.look.now);
            self.asked = None;
            line.read(ctx);
            self.completion = line.offers(ctx);
        }
        said
    }

    /// What is written and not yet saved.
    pub fn draft(&self) -> Option<HalfLine> {
        let line = self.open.as_ref().filter(|line| line.text() != self.began)?;
        let began = Some(self.began.as_str()).filter(|began| !began.is_empty());
        Some(HalfLine::of(line.place(), line.text())?.begun_as(began))
    }

    /// Does what the line asks for; `write` makes the write of a line that has one.
    pub fn perform(&mut self, deed: Deed, write: impl FnOnce(Written) -> Write, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let Some(line) = &mut self.open else { return Ok(Effect::None) };
        let effect = match deed {
            Deed::Nothing => return Ok(Effect::Notice((words.errors.empty)().sentence)),
            Deed::Write(written) => {
                if matches!(written, Written::Entry(_))
                    && let Err(why) = line.leave_what_is_gone(ctx.store)
                {
                    return Ok(Effect::Notice(speech::not_taken(&why, words).to_string()));
                }
                self.offer();
                return Ok(write(written).into());
            }
            Deed::GoTo(section) => Effect::Notice((words.pen.goes_to_section)(&line.go_to(section))),
            Deed::Table(table) => {
                let meeting = line.meeting().map(|id| store::meeting::get(ctx.store, id)).transpose()?;
                let tables = meeting.flatten().map_or(0, |meeting| meeting.tables);
                let said = &words.round_table;
                if let Some(beyond) = table.filter(|table| tables > 0 && *table > tables) {
                    let why =
                        format!("{} {}", (said.beyond_tables)(beyond), (said.beyond_tables_text)(tables));
                    if self.asked.as_ref() != Some(&why) {
                        self.asked = Some(why.clone());
                        return Ok(Effect::Notice(why));
                    }
                    self.asked = None;
                }
                line.set_table(table);
                Effect::Notice(table.map_or(said.no_table.to_owned(), said.table))
            }
            // Only the live screen shows what it is about.
            Deed::Command(verb, _) if verb.scope() != VerbScope::Program => {
                return Ok(Effect::Notice((words.pen.only_in_the_meeting)(verb.name(words.lang))));
            }
            Deed::Command(verb, argument) => line_effects::command(verb, &argument),
        };
        line.clear(ctx)?;
        self.completion.close();
        self.history = EditorHistory::default();
        self.take_up(ctx);
        Ok(effect)
    }

    /// What the line wrote is on disk: the next one begins, in the section that was made if one was.
    pub fn written(&mut self, changes: &Changes, ctx: &Ctx) -> Outcome {
        if let Some(line) = &mut self.open {
            if let Some(made) = changes.first(Entity::Section) {
                line.set_section(SectionId(made));
            }
            line.clear(ctx)?;
            self.history = EditorHistory::default();
        }
        self.take_up(ctx);
        Ok(Effect::None)
    }
}
