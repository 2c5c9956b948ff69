//! The sections of a meeting: made, changed, moved, soft-deleted. Closes without an answer; every change is a write of
//! its own.
//!
//! ```text
//! ╭─ Avsnitt i Framtidsveckan ─────────────────────────╮
//! │ ▌ Tips                         anteckningar     13 │
//! │   Utmaningar                   utmaningar       10 │
//! ╰────────────────────────────────────────────────────╯
//! ```

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::i18n::labels;
use crate::model::id::{MeetingId, SectionId};
use crate::model::{Coded, Section, SectionKind};
use crate::ops::{self, MoveStep, NewSection, Seen};
use crate::store;
use crate::store::section::{self, CountedSection};
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::dialogs::form::{FieldRefusal, Form, FormField, SeenValues};
use crate::ui::draft::FormAt;
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::{fit, width};

/// The fields of a section that is there which hold texts, and their columns.
const TEXTS: &[(usize, &str)] = &[(0, "heading"), (2, "intro")];

/// What is between the paragraphs of an intro where they are one text.
const PARAGRAPH: &str = "\n";

/// The list of a meeting's sections.
#[derive(Debug)]
pub struct Sections {
    meeting: MeetingId,
    title: String,
    list: Vec<CountedSection>,
    rows: Rows,
}

impl Sections {
    /// The sections of the meeting with this title.
    pub fn new(meeting: MeetingId, title: impl Into<String>) -> Self {
        Self { meeting, title: title.into(), list: Vec::new(), rows: Rows::default() }
    }

    fn chosen(&self) -> Option<&CountedSection> {
        self.list.get(self.rows.selected)
    }

    fn step(&self, step: MoveStep, ctx: &Ctx) -> Effect {
        let Some(id) = self.chosen().map(|counted| counted.section.id) else { return Effect::None };
        let said = ctx.look.words.meetings.said.section_moved;
        Effect::write(said, move |store| ops::move_section(store, id, step))
    }

    /// Deletes the chosen section; asks first where there is something in it.
    fn delete(&self, ctx: &Ctx) -> Outcome {
        let words = &ctx.look.words.meetings;
        let Some(CountedSection { section, entries, .. }) = self.chosen() else { return Ok(Effect::None) };
        let (id, held, said) = (section.id, store::held(ctx.store)?, words.said.section_deleted);
        let delete = move || Effect::write(said, move |store| ops::delete_section(store, id, &held));
        if *entries == 0 {
            return Ok(delete());
        }
        let title = (words.delete_section_title)(&section.heading);
        Ok(Effect::ask_plain(Confirm::new(title, (words.delete_text)(*entries)), move |answer, _| {
            Ok(if answer == DialogAnswer::Yes { delete() } else { Effect::None })
        }))
    }

    fn line(&self, row: usize, columns: u16, look: &Look) -> Line<'static> {
        let Some(CountedSection { section, entries, .. }) = self.list.get(row) else {
            return Line::default();
        };
        let columns = usize::from(columns);
        let entries = format!("{entries:>5}");
        let kind = format!("{:<14}", labels::section_kind(look.words.lang, section.kind));
        let kind = if columns > 44 { kind } else { String::new() };
        let indent = "  ".repeat(usize::from(section.level.saturating_sub(1)));
        let heading = match section.heading.as_str() {
            "" => look.words.meetings.no_heading,
            heading => heading,
        };
        let room = columns.saturating_sub(width(&kind) + entries.len() + 1);
        let heading = fit(&format!("{indent}{heading}"), room).into_owned();
        let gap = " ".repeat(room.saturating_sub(width(&heading)) + 1);
        Line::from(vec![
            Span::raw(heading),
            Span::raw(gap),
            Span::styled(kind, look.theme.dim),
            Span::raw(entries),
        ])
    }
}

/// The form of a new section at the end of a meeting.
pub fn new_form(meeting: MeetingId, ctx: &Ctx) -> Form {
    let words = &ctx.look.words.meetings;
    let fields = fields(meeting, ("", SectionKind::Notes, &[]), ctx);
    Form::new(words.new_section, fields).kept_as(FormAt::NewSection(meeting.0)).on_submit(
        move |values, ctx| {
            let (heading, kind, intro) = read(values, SectionKind::Notes, ctx)?;
            let new = NewSection { heading, kind, intro };
            let said = ctx.look.words.meetings.said.section_created;
            Ok(Write::new(said, move |store| ops::create_section(store, meeting, &new)))
        },
    )
}

/// The form of a section that is there.
///
/// # Errors
/// Where the file cannot be read.
pub fn edit_form(section: &Section, ctx: &Ctx) -> Result<Form, UiError> {
    let words = &ctx.look.words.meetings;
    // As it is now: the row that is shown may be older.
    let before = Seen::read(ctx.store, |store| {
        Ok(section::get(store, section.id)?.unwrap_or_else(|| section.clone()))
    })?;
    let form = Form::new(words.edit_section, of_section(&before.value, ctx));
    let seen = SeenValues::new(section.id.0, before.held.clone(), TEXTS, in_one(&form.values()));
    Ok(form.kept_as(FormAt::Section(section.id.0)).on_submit(move |typed, ctx| {
        let now = section::get(ctx.store, before.value.id).ok().flatten();
        let now = now.unwrap_or_else(|| before.value.clone());
        let stored: Vec<String> = of_section(&now, ctx).iter().map(FormField::value).collect();
        let stored = in_one(&stored);
        let values = seen.see_again(&stored, &in_one(typed), ctx)?;
        let (heading, kind, intro) = match read(&values, now.kind, ctx) {
            Err(_) if now.heading.is_empty() => (String::new(), now.kind, now.intro.clone()),
            read => read?,
        };
        // What is left as it was shown is left, however the fields show it.
        let after = Section {
            heading: if values.first() == stored.first() { now.heading.clone() } else { heading },
            intro: if values.get(2) == stored.get(2) { now.intro.clone() } else { intro },
            kind,
            ..now.clone()
        };
        let said = ctx.look.words.meetings.said.section_changed;
        let before = before.clone().map(|_| now);
        Ok(Write::new(said, move |store| ops::edit_section(store, &before, after)))
    }))
}

/// The values with the paragraphs of the intro in one.
fn in_one(values: &[String]) -> Vec<String> {
    let (first, intro) = values.split_at_checked(2).unwrap_or((values, &[]));
    let intro = intro.iter().filter(|paragraph| !paragraph.is_empty()).map(String::as_str);
    first.iter().cloned().chain([intro.collect::<Vec<_>>().join(PARAGRAPH)]).collect()
}

/// The fields of a section that is there.
fn of_section(section: &Section, ctx: &Ctx) -> Vec<FormField> {
    fields(section.meeting, (&section.heading, section.kind, &section.intro), ctx)
}

/// Heading, kind, a field for each paragraph of the intro and an empty one for the next.
fn fields(
    meeting: MeetingId,
    (heading, kind, intro): (&str, SectionKind, &[String]),
    ctx: &Ctx,
) -> Vec<FormField> {
    let (words, lang) = (&ctx.look.words.meetings, ctx.look.words.lang);
    let kinds = SectionKind::ALL
        .iter()
        .map(|kind| (kind.code().to_owned(), labels::section_kind(lang, *kind).to_owned()))
        .collect();
    let mut fields = vec![
        FormField::text(words.heading, heading).of_meeting(Some(meeting)),
        FormField::pick_or_keep(words.section_kind, kinds, (kind.code(), labels::section_kind(lang, kind)))
            .help(words.section_kind_help),
    ];
    let paragraphs = intro.iter().map(String::as_str).chain([""]);
    let paragraph = |text: &str| FormField::text(words.intro, text).help(words.intro_help);
    fields.extend(paragraphs.map(|text| paragraph(text).of_meeting(Some(meeting))));
    fields
}

/// Reads the fields; a kind that cannot be chosen is the one that was there.
fn read(
    values: &[String],
    before: SectionKind,
    ctx: &Ctx,
) -> Result<(String, SectionKind, Vec<String>), FieldRefusal> {
    let [heading, kind, intro @ ..] = values else { return Err((0, String::new()).into()) };
    if heading.is_empty() {
        return Err((0, ctx.look.words.meetings.refused.heading.to_owned()).into());
    }
    let intro = intro.iter().flat_map(|text| text.split(PARAGRAPH)).filter(|paragraph| !paragraph.is_empty());
    let intro = intro.map(str::to_owned).collect();
    Ok((heading.clone(), SectionKind::from_code(kind).unwrap_or(before), intro))
}

impl Screen for Sections {
    fn scope(&self) -> Scope {
        Scope::Sections
    }

    /// The choice follows its section, wherever it has been moved, or goes to one that was made.
    fn refresh(&mut self, changed: Changed, ctx: &Ctx) -> Result<(), UiError> {
        let chosen = self.chosen().map(|counted| counted.section.id);
        let list = section::counted(ctx.store, self.meeting)?;
        let before = std::mem::replace(&mut self.list, list);
        self.rows.resize(self.list.len());
        let is_new = |id: SectionId| !before.iter().any(|counted| counted.section.id == id);
        let mut ids = self.list.iter().map(|counted| counted.section.id);
        // What somebody has just made here is chosen, and not what came from elsewhere.
        let made = match changed {
            Changed::These(_) | Changed::Turned(_) if !before.is_empty() => ids.find(|id| is_new(*id)),
            _ => None,
        };
        let chosen = made.or(chosen);
        if let Some(at) = self.list.iter().position(|counted| Some(counted.section.id) == chosen) {
            self.rows.select(at);
        }
        Ok(())
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            return Ok(Effect::None);
        }
        Ok(match command {
            Command::EditSection | Command::Open => match self.chosen() {
                Some(counted) => Effect::open(edit_form(&counted.section, ctx)?),
                None => Effect::open(new_form(self.meeting, ctx)),
            },
            Command::NewSection => Effect::open(new_form(self.meeting, ctx)),
            Command::MoveUp => self.step(MoveStep::Up, ctx),
            Command::MoveDown => self.step(MoveStep::Down, ctx),
            Command::DeleteSection => self.delete(ctx)?,
            Command::Back => Effect::Close(DialogAnswer::Nothing),
            _ => Effect::Pass,
        })
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        let again = row == self.rows.selected;
        self.rows.select(row);
        Ok(if again { Effect::Run(Command::EditSection) } else { Effect::None })
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.meetings;
        let tall = u16::try_from(self.list.len()).unwrap_or(u16::MAX).max(3);
        let room = panel(canvas, area, (72, tall), &(words.sections_of)(&self.title), &look.theme);
        if self.list.is_empty() {
            let key = bindings::key_of(Scope::Sections, Command::NewSection);
            let key = key.map(|key| key.show(look.words)).unwrap_or_default();
            canvas.text(room, &(words.no_sections)(&key), look.theme.dim);
        }
        self.rows.draw(canvas, room, &look.theme, |row, columns| vec![self.line(row, columns, look)]);
    }
}
