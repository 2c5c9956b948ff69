//! Who gave a response whose line is edited, and what the names in that line are read against. The line of one's own
//! response has no name, as it had none when it was written.

use chrono::NaiveDate;

use super::entry_targets::persons;
use crate::model::{Response, SectionKind};
use crate::ops::line::bodies;
use crate::pen::Context;
use crate::store;
use crate::ui::context::Ctx;

/// The author as it was when the line was put in its field.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseAuthor {
    before: Option<String>,
    /// Who holds the pen.
    scribe: Option<String>,
    /// The names in the register.
    names: Vec<String>,
    bodies: Vec<String>,
    nameless: bool,
    /// The day that dates count from: that on which the line is written.
    pub today: NaiveDate,
}

impl ResponseAuthor {
    /// Who gave this response.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn of(response: &Response, ctx: &Ctx) -> store::Result<Self> {
        let meeting = store::meeting::get(ctx.store, response.meeting)?;
        Ok(Self {
            before: response.author.clone(),
            scribe: ctx.store.scribe().map(str::to_owned),
            names: persons(ctx)?,
            bodies: bodies(ctx.store)?,
            nameless: meeting.is_some_and(|meeting| meeting.nameless),
            today: ctx.clock.today(),
        })
    }

    /// What the line is read against.
    pub fn context(&self) -> Context<'_> {
        Context {
            today: self.today,
            written: self.today,
            section: SectionKind::Notes,
            answering: None,
            names: &self.names,
            bodies: &self.bodies,
            nameless: self.nameless,
            tags: &[],
            headings: &[],
            latest: None,
            challenges: "",
        }
    }

    /// Whose name is in the line.
    pub fn shown(&self) -> Option<String> {
        self.before.clone().filter(|_| !self.nameless && self.before != self.scribe)
    }

    /// Who gave it before and after the edit, where this name is in the line now.
    pub fn change(&self, read: Option<String>) -> [Option<String>; 2] {
        let left = if self.shown().is_some() { self.scribe.clone() } else { self.before.clone() };
        [self.before.clone(), read.or(left)]
    }
}
