//! What the footer says while keys have another meaning than usual. A screen names its mode; the keys come
//! from the tables.

use super::keys::{DOWN, ENTER, ESC, TAB, UP};
use super::{Hint, Scope, find, hints};
use crate::i18n::Words;
use crate::ui::command::Command;
use crate::ui::key::Key;

/// What is going on, as far as the keys are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeyMode {
    /// Nothing: the keys do what the tables say.
    #[default]
    Usual,
    /// A list of what may follow is open.
    Completing,
    /// The same, where the arrows choose something else: what is typed chooses in the list.
    Offering,
    /// What was saved before is being corrected.
    Correcting,
    /// The list shows only some of its rows.
    Filtering,
    /// Rows are marked.
    Marking {
        /// How many, at least one.
        all: usize,
        /// How many of them are out of sight.
        unseen: usize,
    },
}

/// The hints of a scope while it is in a mode, in order.
pub fn hints_in(scope: Scope, mode: KeyMode, words: &Words) -> Vec<Hint> {
    let modes = &words.app.modes;
    let key = |key: Key, text: &'static str, rank: u8| {
        let command = find(scope, key)?;
        Some(Hint { keys: key.show(words), text, command, rank })
    };
    let own: Vec<Option<Hint>> = match mode {
        KeyMode::Usual => Vec::new(),
        KeyMode::Completing => {
            let walk = key(DOWN, modes.another, 2);
            let walk = walk.map(|hint| Hint { keys: format!("{}{}", UP.show(words), hint.keys), ..hint });
            vec![key(TAB, modes.takes, 0), walk, key(ESC, modes.closes, 1)]
        }
        KeyMode::Offering => vec![key(TAB, modes.takes, 0), key(ESC, modes.closes, 1)],
        KeyMode::Correcting => {
            vec![key(ENTER, modes.saves_correction, 0), key(ESC, modes.undoes, 1)]
        }
        KeyMode::Filtering => vec![key(ESC, Command::ClearFilter.word(words).hint, 1)],
        KeyMode::Marking { all, unseen } => {
            let marked = if all == 1 { modes.marked_one } else { modes.marked };
            let count =
                |count: usize, text| Hint { keys: count.to_string(), text, command: Command::Mark, rank: 0 };
            let unseen = (unseen > 0).then(|| count(unseen, modes.unseen));
            vec![Some(count(all, marked)), unseen, key(ESC, modes.unmarks, 2)]
        }
    };
    let mut all: Vec<Hint> = own.into_iter().flatten().collect();
    let replaces = !matches!(mode, KeyMode::Usual | KeyMode::Filtering | KeyMode::Marking { .. });
    let usual = hints(scope, words).into_iter().filter(|hint| {
        let shown = all.iter().any(|own| own.command == hint.command);
        let general = matches!(hint.command, Command::Help | Command::Palette);
        let saves = mode != KeyMode::Correcting && find(scope, ENTER) == Some(hint.command);
        !shown && (!replaces || general || saves)
    });
    let usual: Vec<Hint> = usual.map(|hint| Hint { rank: hint.rank.saturating_add(2), ..hint }).collect();
    all.extend(usual);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn footer(scope: Scope, mode: KeyMode) -> String {
        let hints = hints_in(scope, mode, Lang::Sv.words());
        hints.iter().map(|hint| format!("{} {}", hint.keys, hint.text)).collect::<Vec<_>>().join("  ")
    }

    #[test]
    fn the_hints_follow_the_mode() {
        let completing = footer(Scope::RoundTable, KeyMode::Completing);
        assert!(completing.starts_with("Tab väljer  ↑↓ annan  Esc stänger listan"), "{completing}");
        assert!(!completing.contains("avsnitt"), "{completing}");
        let correcting = footer(Scope::RoundTable, KeyMode::Correcting);
        assert!(correcting.starts_with("Enter sparar rättelsen  Esc ångrar"), "{correcting}");
        let marking = footer(Scope::FollowUp, KeyMode::Marking { all: 2, unseen: 0 });
        assert!(marking.starts_with("2 markerade  Esc avmarkerar  Enter öppna"), "{marking}");
        assert!(footer(Scope::FollowUp, KeyMode::Filtering).starts_with("Esc visa alla"));
        assert_eq!(
            footer(Scope::FollowUp, KeyMode::Usual).split("  ").count(),
            hints(Scope::FollowUp, Lang::Sv.words()).len()
        );
    }
}
