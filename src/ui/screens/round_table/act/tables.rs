//! Which table the lines come from: chosen by its number, stepped through, or the only one shown.

use crate::i18n::Words;
use crate::model::id::{EntryId, SectionId};
use crate::ops::line::MOST_TABLES;
use crate::ops::{self, Seen};
use crate::store;
use crate::ui::bindings;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::dialogs::form::{Echo, Form, FormField};
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::lists::entry_refile;
use crate::ui::screen::Screen;
use crate::ui::screens::round_table::RoundTable;

impl RoundTable {
    /// How many tables can be stepped through: as many as the meeting says, or more where the current one is beyond.
    fn count_tables(&self) -> u16 {
        let counted = self.room.meeting.as_ref().map_or(0, |meeting| meeting.tables);
        counted.max(self.room.table.unwrap_or(0))
    }

    /// The list of tables; where nobody has counted them yet, how many there are.
    pub(super) fn ask_table(&mut self, ctx: &Ctx) -> Outcome {
        let words = &ctx.look.words.round_table;
        let (count, Some(section)) =
            (self.count_tables(), self.room.here().map(|counted| counted.section.id))
        else {
            return Ok(self.nowhere(ctx));
        };
        if count == 0 {
            return self.ask_count(ctx);
        }
        let caught = caught_at(ctx, section)?;
        let (mut items, mut tables) = (Vec::new(), Vec::new());
        for table in 1..=count.max(caught.iter().map(|(table, _)| *table).max().unwrap_or(0)) {
            let entries = caught.iter().find(|(at, _)| *at == table).map_or(0, |(_, entries)| *entries);
            let note = if entries == 0 { String::new() } else { entries.to_string() };
            items.push(ChoiceItem::new((words.table)(table)).number(table).note(note));
            tables.push(Some(table));
        }
        items.push(ChoiceItem::new(words.no_table).number(0));
        tables.push(None);
        let at = tables.iter().position(|table| *table == self.room.table).unwrap_or(0);
        let list = Choice::new(words.tables, items).at(at).by_number();
        Ok(Effect::ask(list, move |this: &mut RoundTable, answer, ctx| {
            if let DialogAnswer::Choice(at) = answer {
                this.set_table(tables.get(at).copied().flatten(), ctx)?;
            }
            Ok(Effect::None)
        }))
    }

    /// Asks how many tables there are, and remembers it in the meeting.
    fn ask_count(&self, ctx: &Ctx) -> Outcome {
        let Some(meeting) = self.room.meeting.clone() else { return Ok(Effect::None) };
        let meeting = Seen::now(ctx.store, meeting)?;
        let words = &ctx.look.words.round_table;
        let unknown = |typed: &str, words: &Words| (words.round_table.unknown_table)(typed);
        let field =
            FormField::text(words.tables_label, "").help(words.tables_help).echo(move |typed, _, look| {
                let is_read = typed.is_empty() || count_of(typed).is_some();
                (!is_read).then(|| Echo::Warns(unknown(typed, look.words)))
            });
        let form = Form::new(words.how_many_tables, vec![field]).on_submit(move |values, ctx| {
            let typed = values.first().map_or("", String::as_str);
            let count = count_of(typed).ok_or_else(|| (0, unknown(typed, ctx.look.words)))?;
            let before = meeting.clone();
            let after = crate::model::Meeting { tables: count, ..meeting.value.clone() };
            Ok(Write::new("", move |store| ops::edit_meeting(store, &before, &after)))
        });
        Ok(Effect::ask(form, |this: &mut RoundTable, answer, ctx| match answer {
            DialogAnswer::Saved(_) => this.ask_table(ctx),
            _ => Ok(Effect::None),
        }))
    }

    /// Goes to the table before or after this one.
    pub(super) fn step_table(&mut self, forward: bool, ctx: &Ctx) -> Outcome {
        let count = self.count_tables();
        if count == 0 {
            return self.ask_table(ctx);
        }
        let table = match self.room.table {
            None => 1,
            Some(table) if forward => table % count + 1,
            Some(table) => (table + count - 2) % count + 1,
        };
        self.set_table(Some(table), ctx)?;
        Ok(Effect::None)
    }

    /// Shows only this table's entries, or all again.
    pub(super) fn only_table(&mut self, ctx: &Ctx) -> Outcome {
        if self.room.table.is_none() {
            return self.ask_table(ctx);
        }
        self.room.only_table = !self.room.only_table;
        self.room.read(ctx)?;
        Ok(Effect::None)
    }

    /// Goes to a table that was typed; asks first where the room has fewer.
    pub(super) fn go_to_table(&mut self, table: Option<u16>, ctx: &Ctx) -> Outcome {
        let words = &ctx.look.words.round_table;
        let Some(beyond) = table.filter(|table| self.is_beyond(*table)) else {
            self.set_table(table, ctx)?;
            return Ok(Effect::None);
        };
        let text = (words.beyond_tables_text)(self.tables());
        let question = Confirm::new((words.beyond_tables)(beyond), text);
        Ok(Effect::ask(question, move |this: &mut RoundTable, answer, ctx| {
            if answer == DialogAnswer::Yes {
                this.set_table(table, ctx)?;
            }
            Ok(Effect::None)
        }))
    }

    /// The key that lists the tables.
    pub(super) fn table_key(&self, ctx: &Ctx) -> String {
        let key = bindings::key_of(self.scope(), Command::Tables);
        key.map(|key| key.show(ctx.look.words)).unwrap_or_default()
    }

    /// How many tables the meeting says that it has; 0 where nobody has counted them.
    fn tables(&self) -> u16 {
        self.room.meeting.as_ref().map_or(0, |meeting| meeting.tables)
    }

    /// Whether a table is beyond those of the room.
    pub(super) fn is_beyond(&self, table: u16) -> bool {
        self.tables() > 0 && table > self.count_tables()
    }

    /// Asks whether entries go to a table that the room does not have.
    pub(super) fn ask_beyond(&self, ids: Vec<EntryId>, name: String, table: u16, ctx: &Ctx) -> Effect {
        let words = &ctx.look.words.round_table;
        let text = (words.move_beyond_text)(self.tables());
        let question = Confirm::new((words.beyond_tables)(table), text);
        Effect::ask_plain(question, move |answer, ctx| {
            let go = || entry_refile::at_table(ids, &name, Some(table), ctx).into();
            Ok(if answer == DialogAnswer::Yes { go() } else { Effect::None })
        })
    }

    /// Lines come from this table from now on; with `None` from nowhere in particular.
    pub(super) fn set_table(&mut self, table: Option<u16>, ctx: &Ctx) -> Result<(), UiError> {
        self.room.table = table;
        self.room.only_table &= table.is_some();
        self.room.read_newest(ctx)
    }
}

/// How many entries of a section are from each table.
fn caught_at(ctx: &Ctx, section: SectionId) -> Result<Vec<(u16, usize)>, UiError> {
    Ok(store::entry::per_table(ctx.store, section)?)
}

/// How many tables somebody says there are; `None` where that cannot be.
fn count_of(typed: &str) -> Option<u16> {
    typed.parse().ok().filter(|count| (1..=MOST_TABLES).contains(count))
}
