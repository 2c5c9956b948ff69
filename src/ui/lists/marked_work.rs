//! The export page for what is marked, or what passes a filter that notes pass too: only challenges, promises and
//! actions can go out by themselves.

use crate::model::{Entry, Kind};
use crate::ui::context::Ctx;
use crate::ui::effect::Effect;
use crate::ui::place::{ChosenBy, ChosenWork, Place};

/// Leads to the page for these entries, and says how many of them cannot go out by themselves.
pub fn export(marked: &[Entry], by: ChosenBy, ctx: &Ctx) -> Effect {
    let words = &ctx.look.words.work.verbs;
    let work: Vec<&Entry> = marked.iter().filter(|entry| is_work(entry.kind)).collect();
    let Some(first) = work.first() else {
        let is_marked = by == ChosenBy::Marks;
        return Effect::Notice(if is_marked { words.no_work_marked } else { words.no_work_shown }.to_owned());
    };
    let is_challenge = |entry: &&&Entry| matches!(entry.kind, Kind::Challenge(_));
    let challenges = work.iter().filter(is_challenge).count();
    let entries = work.iter().map(|entry| entry.id).collect();
    let (has_challenges, has_owed) = (challenges > 0, challenges < work.len());
    let chosen = ChosenWork { entries, by, has_challenges, has_owed, owner: None };
    let there = Effect::GoTo(Place::ExportWork(first.meeting, chosen));
    match marked.len() - work.len() {
        0 => there,
        left_out => Effect::Many(vec![there, Effect::Notice((words.not_exported)(left_out))]),
    }
}

fn is_work(kind: Kind) -> bool {
    matches!(kind, Kind::Challenge(_) | Kind::Commitment(_) | Kind::Action(_))
}
