//! What a form showed when it was opened, so that nothing is replaced unasked that another window has written since.

use std::cell::RefCell;

use uuid::Uuid;

use super::FieldRefusal;
use crate::speech;
use crate::store::{self, HeldRows};
use crate::ui::context::Ctx;

/// The values that a form showed of one record.
pub struct SeenValues {
    record: Uuid,
    held: HeldRows,
    /// Of each text that is not replaced unasked the field and the column.
    texts: &'static [(usize, &'static str)],
    shown: RefCell<Vec<String>>,
}

impl SeenValues {
    /// Those of a record that were shown when so much was held.
    pub fn new(
        record: Uuid,
        held: HeldRows,
        texts: &'static [(usize, &'static str)],
        shown: Vec<String>,
    ) -> Self {
        Self { record, held, texts, shown: RefCell::new(shown) }
    }

    /// The values to write where these are stored `now` and those were `typed`: what was left as it was shown is as it
    /// is now.
    ///
    /// # Errors
    /// Once for each text that is to be replaced and was written in another window since it was shown; what is stored
    /// now counts as shown from then on. Another laptop's is kept as a conflict.
    pub fn see_again(
        &self,
        now: &[String],
        typed: &[String],
        ctx: &Ctx,
    ) -> Result<Vec<String>, FieldRefusal> {
        let mut shown = self.shown.borrow_mut();
        let mut values = typed.to_vec();
        for (field, ((value, shown), stored)) in values.iter_mut().zip(&mut *shown).zip(now).enumerate() {
            if value == shown {
                value.clone_from(stored);
                continue;
            }
            let text = self.texts.iter().find(|(text, _)| *text == field);
            let is_newer = stored != shown && stored != value;
            if let Some((_, column)) = text.filter(|_| is_newer)
                && !store::is_written_elsewhere_only(ctx.store, &self.held, self.record, column)
                    .unwrap_or(false)
            {
                shown.clone_from(stored);
                let newer = speech::newer_text(&stored.replace('\n', " / "), ctx.look.words);
                return Err(FieldRefusal::question(field, newer));
            }
        }
        Ok(values)
    }

    /// Whether a field was left as it was shown.
    pub fn is_left(&self, field: usize, typed: &[String]) -> bool {
        self.shown.borrow().get(field) == typed.get(field)
    }
}
