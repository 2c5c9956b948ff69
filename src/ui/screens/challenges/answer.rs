//! The line in which a response is written: to whom, of which kind, by when, in which words. It is a pen whose plain
//! words are a response; while a response is corrected its words are literal but for the date.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::i18n::{due, labels};
use crate::model::id::{MeetingId, ResponseId, SectionId};
use crate::model::{Due, Entry, Response, ResponseKind};
use crate::ops::line::{self, Deed, LineTaker, LineTargets, NotTaken, Plain, Preview, Scene, Written};
use crate::ops::{self, Refused, Reply, Seen};
use crate::pen::{self, LineRemark, Meaning, Refusal};
use crate::store::{self, Store};
use crate::ui::canvas::Canvas;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::LineAt;
use crate::ui::effect::Write;
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::lists::foot_line::{self, PenLine};
use crate::ui::lists::open_completion::OpenCompletion;
use crate::ui::lists::response_author::ResponseAuthor;
use crate::ui::lists::response_verbs;
use crate::ui::lists::work::row;
use crate::ui::widgets::editor::{Breaks, Editor};
use crate::ui::widgets::options;
use crate::ui::widgets::text::{fit, width};

/// The kinds in the order in which Tab walks through them.
const KINDS: [ResponseKind; 6] = [
    ResponseKind::Underway,
    ResponseKind::Planned,
    ResponseKind::Exists,
    ResponseKind::Agrees,
    ResponseKind::Declined,
    ResponseKind::Answer,
];

/// From which height of the screen on all kinds are in sight.
const ROOM_FOR_KINDS: u16 = 14;

/// The kind that a response begins with.
const USUAL: ResponseKind = ResponseKind::Underway;

/// What the line answers.
#[derive(Debug)]
enum To {
    /// One challenge or several.
    Challenges {
        /// What they are called.
        names: String,
        /// How many they are.
        count: usize,
        /// The pen that writes the response; its targets are the challenges.
        taker: Box<LineTaker>,
        /// What the line is read against, as it was when it was opened.
        scene: Box<Scene>,
    },
    /// A response that is changed.
    Response {
        /// The response whose words are in the line.
        id: ResponseId,
        /// The meeting that it belongs to.
        meeting: MeetingId,
        /// What it was when its words were put in the line.
        before: Seen<Reply>,
        /// The line as it was then.
        shown: String,
        /// Who gave it, and what the line is read against.
        author: Box<ResponseAuthor>,
    },
}

/// What a response line becomes when it is submitted.
pub(super) enum Submitted {
    /// A write of the response that it is open for.
    Response(Write),
    /// Something else that was typed in it.
    Other(Deed, Box<LineTaker>),
}

/// An answer line that is open: its field, and what its words mean so far.
#[derive(Debug)]
pub(super) struct AnswerLine {
    to: To,
    /// The kind that the response will have.
    kind: ResponseKind,
    /// The kind that was chosen by hand: then a date does not change it.
    chosen: Option<ResponseKind>,
    editor: Editor,
    /// The date in the words.
    due: Option<Due>,
    /// What the line becomes, where it is more than the response of this kind and date.
    becomes: String,
    /// The meeting that it writes in, where that is not today's.
    writes_in: String,
}

impl AnswerLine {
    /// A new response to these challenges, of which there is at least one.
    pub(super) fn to(challenges: Vec<Entry>, names: &[String], ctx: &Ctx) -> Result<Option<Self>, UiError> {
        let Some(first) = challenges.first() else { return Ok(None) };
        let writes_in = foot_line::writes_in(first.meeting, ctx)?;
        let pen = LineTaker::in_section(first.meeting, Some(first.section), ctx.look.words);
        let count = challenges.len();
        let words = line::said_to(ctx.store, &challenges)?;
        let taker = Box::new(LineTaker {
            plain: Plain::Response(USUAL),
            targets: LineTargets { words, challenges },
            ..pen
        });
        let scene = Box::new(Scene::all(ctx.store, &taker)?);
        let to = To::Challenges { names: names.join(", "), count, taker, scene };
        Ok(Some(Self {
            to,
            kind: USUAL,
            chosen: None,
            editor: Editor::default(),
            due: None,
            becomes: String::new(),
            writes_in,
        }))
    }

    /// A response that was given, to be changed.
    pub(super) fn edit(response: &Response, ctx: &Ctx) -> Result<Self, UiError> {
        // As it is now: the list that it was chosen in may be older.
        let response = Seen::read(ctx.store, |store| {
            Ok(store::response::get(store, response.id)?.unwrap_or_else(|| response.clone()))
        })?;
        let before = response.clone().map(|response| Reply {
            kind: response.kind,
            text: response.text,
            due: response.due,
        });
        let response = response.value;
        let due = response.due.as_ref().map(|due| Due { words: None, ..due.clone() });
        let date = due.as_ref().map(|due| format!(" <{}", due::due_in_words(ctx.look.words, due)));
        let author = Box::new(ResponseAuthor::of(&response, ctx)?);
        let name = author.shown().map(|name| pen::at_names(&name, &author.context()));
        let line = [Some(response.text), name, date].into_iter().flatten().collect::<String>();
        let editor = Editor::with(&line, Breaks::Spaces);
        Ok(Self {
            to: To::Response {
                id: response.id,
                meeting: response.meeting,
                before,
                shown: editor.text().to_owned(),
                author,
            },
            kind: response.kind,
            chosen: Some(response.kind),
            editor,
            due,
            becomes: String::new(),
            writes_in: foot_line::writes_in(response.meeting, ctx)?,
        })
    }

    /// The next kind, or the previous one.
    pub(super) fn turn(&mut self, forward: bool) {
        let step = if forward { 1 } else { KINDS.len() - 1 };
        self.kind = KINDS[(self.kind_at() + step) % KINDS.len()];
        self.chosen = Some(self.kind);
        self.understand();
    }

    fn kind_at(&self) -> usize {
        KINDS.iter().position(|kind| *kind == self.kind).unwrap_or(0)
    }

    /// The kinds on as many rows as they need, the chosen one marked.
    fn kind_lines(&self, columns: u16, look: &Look) -> Vec<Line<'static>> {
        let labels = KINDS.map(|kind| labels::response_kind(look.words.lang, kind));
        options::lines(&labels, self.kind_at(), columns, true, &look.theme)
    }

    /// The words have changed. A kind before a colon counts most, then the one that was chosen; a date makes it
    /// planned.
    fn understand(&mut self) {
        self.becomes.clear();
        let To::Challenges { scene, taker, .. } = &self.to else {
            self.due = self.corrected().1;
            return;
        };
        let meaning = self.meaning(scene);
        let (kind, due) = match &meaning {
            Ok(Meaning::Response(answer)) => (answer.kind, answer.due.clone()),
            _ => (self.chosen.unwrap_or(USUAL), None),
        };
        let is_plain = match &meaning {
            Ok(Meaning::Response(answer)) => answer.author.is_none() && !pen::has_question(&answer.remarks),
            other => matches!(other, Ok(Meaning::Nothing)),
        };
        if !is_plain {
            self.becomes = Preview::of(&meaning, &scene.context(), taker.words).becomes;
        }
        (self.kind, self.due) = (kind, due);
    }

    /// What the words mean, with the kind that was chosen.
    fn meaning(&self, scene: &Scene) -> Result<Meaning, Refusal> {
        let mut meaning = pen::parse(self.text(), &scene.context());
        if let Ok(Meaning::Response(answer)) = &mut meaning
            && let Some(chosen) = self.chosen
            && !answer.is_named
        {
            answer.kind = chosen;
        }
        meaning
    }

    /// The words of a response that is corrected, and their date.
    fn corrected(&self) -> (String, Option<Due>) {
        match &self.to {
            // What is left as it was shown is left, however the line shows it.
            To::Response { before, shown, .. } if self.text() == shown => {
                (before.value.text.clone(), before.value.due.clone())
            }
            To::Response { author, .. } => {
                let read = pen::read_response_words(self.text(), &author.context());
                (read.text, read.due)
            }
            To::Challenges { .. } => (String::new(), None),
        }
    }

    /// What to say where another window has changed the response since its text was seen. It counts as seen from then
    /// on, so that to save again replaces it.
    pub(super) fn changed_since(&mut self, ctx: &Ctx) -> Option<String> {
        let typed = self.corrected().0;
        let To::Response { id, before, .. } = &mut self.to else { return None };
        response_verbs::changed_since(*id, before, &typed, ctx)
    }

    /// What the line asks for. A response that is corrected to nothing is refused by `ops`.
    pub(super) fn submit(&self, ctx: &Ctx) -> Result<Submitted, NotTaken> {
        let words = ctx.look.words;
        match &self.to {
            To::Challenges { names, count, taker, scene } => {
                let deed = line::deed(self.meaning(scene)?, &scene.context())?;
                let taker = Box::new(LineTaker { targets: scene.targets(), ..LineTaker::clone(taker) });
                match deed {
                    Deed::Write(written @ Written::Response(_)) => {
                        let said = (words.challenges.answered)(names, *count);
                        Ok(Submitted::Response(Write::new(said, move |store| taker.write(store, written))))
                    }
                    deed => Ok(Submitted::Other(deed, taker)),
                }
            }
            To::Response { id, before, author, shown, .. } => {
                let (text, due) = self.corrected();
                let read = pen::read_response_words(self.text(), &author.context());
                let is_left = self.text() == shown;
                let authors = if is_left { [None, None] } else { author.change(read.author) };
                if text.is_empty() {
                    return Err(Refused::Empty.into());
                }
                let (id, before) = (*id, before.clone());
                let reply = Reply { kind: self.kind, text, due };
                Ok(Submitted::Response(Write::new(words.challenges.response_edited, move |store| {
                    ops::edit_response_by(store, id, &before, &reply, &authors)
                })))
            }
        }
    }

    /// Draws it at the foot of a screen of the `whole` area: a rule, what it is, its kinds, the words.
    pub(super) fn draw(&self, canvas: &mut Canvas, (area, whole): (Rect, Rect), look: &Look) {
        let (theme, words) = (&look.theme, look.words);
        let head = self.head(whole, look);
        let Some(inner) = foot_line::draw(canvas, area, ("›", &self.writes_in), (&self.editor, head), look)
        else {
            return;
        };
        let rows_of_kinds = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
        canvas.lines(rows_of_kinds, &self.kind_lines(inner.width, look));
        let kind = match rows_of_kinds.height {
            0 => format!("‹ {} ›", labels::response_kind(words.lang, self.kind)),
            _ => String::new(),
        };
        // Another kind that has a date is not called planned.
        let due = self.due.as_ref().map(|due| {
            let day = row::due(words.lang, due, look.now.date());
            if self.kind == ResponseKind::Planned { (words.challenges.planned)(&day) } else { day }
        });
        let help = if self.becomes.is_empty() {
            due.unwrap_or_else(|| words.challenges.answer_help.to_owned())
        } else {
            self.becomes.clone()
        };
        let title = match &self.to {
            To::Challenges { names, count, .. } => (words.challenges.answer_to)(names, *count),
            To::Response { .. } => words.challenges.edit_response.to_owned(),
        };
        let room = usize::from(inner.width).saturating_sub(width(&kind) + 3);
        let x = canvas.text(inner, &fit(&title, room), theme.answered) + 3;
        let place = |x: u16| Rect { x, width: inner.right().saturating_sub(x), ..inner };
        let x = if kind.is_empty() { x } else { canvas.text(place(x), &kind, theme.strong) + 3 };
        canvas.text(place(x), &fit(&help, place(x).width.into()), theme.dim);
    }
}

impl PenLine for AnswerLine {
    fn editor(&self) -> &Editor {
        &self.editor
    }

    fn editor_mut(&mut self) -> &mut Editor {
        &mut self.editor
    }

    /// What it answers, and the kinds where there is room for them.
    fn head(&self, area: Rect, look: &Look) -> u16 {
        let kinds = self.kind_lines(area.width.saturating_sub(2), look).len();
        if area.height < ROOM_FOR_KINDS { 1 } else { 1 + u16::try_from(kinds).unwrap_or(0) }
    }

    fn pen(&self) -> Option<(&LineTaker, &Scene)> {
        match &self.to {
            To::Challenges { taker, scene, .. } => Some((taker, scene)),
            To::Response { .. } => None,
        }
    }

    fn meeting(&self) -> Option<MeetingId> {
        Some(match &self.to {
            To::Challenges { taker, .. } => taker.meeting,
            To::Response { meeting, .. } => *meeting,
        })
    }

    fn place(&self) -> LineAt {
        match &self.to {
            To::Challenges { taker, .. } => {
                LineAt::Answer(taker.targets.challenges.iter().map(|challenge| challenge.id.0).collect())
            }
            To::Response { id, meeting, .. } => LineAt::Response { meeting: meeting.0, response: id.0 },
        }
    }

    fn read(&mut self, _: &Ctx) {
        self.understand();
    }

    fn offers(&self, ctx: &Ctx) -> OpenCompletion {
        let lang = ctx.look.words.lang;
        match &self.to {
            To::Challenges { scene, .. } => OpenCompletion::of_tokens(&self.editor, &scene.context(), lang),
            To::Response { author, .. } => OpenCompletion::of_tokens(&self.editor, &author.context(), lang),
        }
    }

    fn remarks(&self) -> Vec<LineRemark> {
        match &self.to {
            To::Challenges { scene, .. } => pen::remarks(&self.meaning(scene), scene.context().today),
            To::Response { shown, author, .. } => {
                let remarks = pen::read_response_words(self.text(), &author.context()).remarks;
                pen::new_remarks(remarks, shown, author.today)
            }
        }
    }

    fn clear(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.editor.take();
        if let To::Challenges { taker, scene, .. } = &mut self.to {
            **scene = Scene::all(ctx.store, taker)?;
        }
        self.understand();
        Ok(())
    }

    fn go_to(&mut self, at: usize) -> String {
        let To::Challenges { taker, scene, .. } = &mut self.to else { return String::new() };
        taker.section = scene.section(at).or(taker.section);
        scene.context().headings.get(at).cloned().unwrap_or_default()
    }

    fn leave_what_is_gone(&mut self, store: &Store) -> Result<(), NotTaken> {
        match &mut self.to {
            To::Challenges { taker, .. } => taker.leave_what_is_gone(store),
            To::Response { .. } => Ok(()),
        }
    }

    fn set_section(&mut self, section: SectionId) {
        if let To::Challenges { taker, .. } = &mut self.to {
            taker.section = Some(section);
        }
    }

    fn set_table(&mut self, table: Option<u16>) {
        if let To::Challenges { taker, .. } = &mut self.to {
            taker.table = table;
        }
    }
}
