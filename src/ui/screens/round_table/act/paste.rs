//! Text that was pasted: one line goes to the pen, several are shown before anything is saved.

use crate::pen;
use crate::ui::context::Ctx;
use crate::ui::dialogs::paste::Paste;
use crate::ui::effect::{DialogAnswer, Effect};
use crate::ui::input::TextInput;
use crate::ui::screens::round_table::RoundTable;

impl RoundTable {
    /// Puts one line in the pen; shows several, and captures them if that is confirmed.
    pub(in crate::ui::screens::round_table) fn take_paste(&mut self, text: &str, ctx: &Ctx) -> Effect {
        let mut lines = pen::split_paste(text);
        let broken = text.trim().contains(['\n', '\r']);
        if lines.len() < 2 {
            let line = if broken {
                lines.pop().map(|line| line.words).unwrap_or_default()
            } else {
                pen::clean(text)
            };
            self.pen.editor.insert(&line);
            self.pen.set_refused_aside();
            self.read_pen(ctx);
            return Effect::None;
        }
        let Some(at) = self.at() else { return self.nowhere(ctx) };
        let headings = self.room.headings();
        let context = self.pen.context(&self.room, &headings, ctx.clock.today());
        let sections: Vec<_> = self.room.sections.iter().map(|counted| counted.section.clone()).collect();
        let kinds: Vec<_> = sections.iter().map(|section| section.kind).collect();
        let pasted = pen::read_paste(text, &context, &kinds);
        let preview = Paste::new(at, sections, &context, (text, pasted));
        Effect::ask(preview, |this: &mut RoundTable, answer, ctx| {
            if answer == DialogAnswer::Yes {
                (this.room.walked, this.room.written) = (false, true);
                this.saved = Some(ctx.look.now);
                this.room.read(ctx)?;
            }
            Ok(Effect::None)
        })
    }
}
