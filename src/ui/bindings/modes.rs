//! What the footer says while keys have another meaning than usual. A screen names its mode; the keys come
//! from the tables.

use super::keys::{DOWN, ENTER, ESC, TAB, UP};
use super::{Hint, Scope, find, hints, key_of};
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
    /// One row is shown over the others.
    Opened,
    /// Rows are marked.
    Marking {
        /// How many, at least one.
        all: usize,
        /// How many of them are out of sight.
        unseen: usize,
        /// Whether a line is written beside them, which no verb waits for.
        is_writing: bool,
    },
    /// Letters go to the pen that Escape has led away from, until something else is pressed.
    PenBehind,
    /// Nothing else, but what one of the commands is for is not to be had.
    Without(Command),
}

/// What the footer proposes to do to what is marked.
const OF_MARKED: [Command; 3] = [Command::Convert, Command::Assign, Command::Delete];

/// The hints of a scope while it is in a mode, in order.
pub fn hints_in(scope: Scope, mode: KeyMode, words: &Words) -> Vec<Hint> {
    let modes = &words.app.modes;
    let key = |key: Key, text: &'static str, rank: u8| {
        let command = find(scope, key)?;
        Some(Hint { keys: key.show(words), text, command, rank })
    };
    let own: Vec<Option<Hint>> = match mode {
        KeyMode::Usual | KeyMode::Without(_) => Vec::new(),
        KeyMode::Completing => {
            let walk = key(DOWN, modes.another, 2);
            let walk = walk.map(|hint| Hint { keys: format!("{}{}", UP.show(words), hint.keys), ..hint });
            vec![key(TAB, modes.takes, 0), walk, key(ESC, modes.closes, 1)]
        }
        KeyMode::Offering => vec![key(TAB, modes.takes, 0), key(ESC, modes.closes, 1)],
        KeyMode::Correcting => {
            vec![key(ENTER, modes.saves_correction, 0), key(ESC, modes.undoes, 1)]
        }
        KeyMode::PenBehind => {
            let keys = modes.letters.to_owned();
            let letters = Hint { keys, text: modes.at_pen, command: Command::TabRoundTable, rank: 0 };
            vec![Some(letters), key(DOWN, modes.to_list, 1)]
        }
        KeyMode::Opened => vec![key(ESC, modes.to_list, 1)],
        KeyMode::Filtering => vec![key(ESC, Command::ClearFilter.word(words).hint, 1)],
        KeyMode::Marking { all, unseen, is_writing } => {
            let marked = if all == 1 { modes.marked_one } else { modes.marked };
            let count =
                |count: usize, text| Hint { keys: count.to_string(), text, command: Command::Mark, rank: 0 };
            let unseen = (unseen > 0).then(|| count(unseen, modes.unseen));
            let verb = |command: Command| {
                let keys = key_of(scope, command)?.show(words);
                Some(Hint { keys, text: command.word(words).hint, command, rank: 3 })
            };
            let verbs = OF_MARKED.into_iter().filter(|_| !is_writing).map(verb);
            let first = [Some(count(all, marked)), unseen, key(ESC, modes.unmarks, 2)];
            first.into_iter().chain(verbs).collect()
        }
    };
    let mut all: Vec<Hint> = own.into_iter().flatten().collect();
    let replaces = matches!(mode, KeyMode::Completing | KeyMode::Offering | KeyMode::Correcting);
    let nothing_for = match mode {
        KeyMode::Without(command) => Some(command),
        // It is open.
        KeyMode::Opened => Some(Command::Open),
        // There is no line to save.
        KeyMode::Marking { is_writing: false, .. } => Some(Command::Capture),
        _ => None,
    };
    let usual = hints(scope, words).into_iter().filter(|hint| {
        let shown = all.iter().any(|own| own.command == hint.command);
        let general = matches!(hint.command, Command::Help | Command::Palette);
        let saves = mode != KeyMode::Correcting && find(scope, ENTER) == Some(hint.command);
        let is_letter = || hint.keys.chars().count() == 1 && hint.keys.chars().all(char::is_alphabetic);
        if mode == KeyMode::PenBehind && is_letter() {
            return false;
        }
        !shown && Some(hint.command) != nothing_for && (!replaces || general || saves)
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
        let marks = |is_writing| KeyMode::Marking { all: 2, unseen: 0, is_writing };
        let marking = footer(Scope::FollowUp, marks(false));
        assert!(
            marking.starts_with("2 markerade  Esc avmarkerar  t gör om  a ansvarig  d ta bort"),
            "{marking}"
        );
        assert!(marking.contains("Enter öppna"), "{marking}");
        let at_pen = footer(Scope::RoundTable, marks(false));
        assert!(at_pen.contains("Ctrl+T gör om  Ctrl+A ansvarig") && !at_pen.contains("spara"), "{at_pen}");
        let writing = footer(Scope::RoundTable, marks(true));
        assert!(writing.contains("Enter spara") && !writing.contains("gör om"), "{writing}");
        let behind = footer(Scope::Meetings, KeyMode::PenBehind);
        assert!(behind.starts_with("Det du skriver går till pennan  ↓ till listan"), "{behind}");
        assert!(behind.contains("Enter öppna") && !behind.contains("nytt möte"), "{behind}");
        let fixed = footer(Scope::Export, KeyMode::Without(Command::EditManuscript));
        assert!(fixed.contains("Enter exportera") && !fixed.contains("redigera"), "{fixed}");
        let opened = footer(Scope::FollowUp, KeyMode::Opened);
        assert!(opened.starts_with("Esc till listan") && !opened.contains("öppna"), "{opened}");
        assert!(footer(Scope::FollowUp, KeyMode::Filtering).starts_with("Esc visa alla"));
        assert_eq!(
            footer(Scope::FollowUp, KeyMode::Usual).split("  ").count(),
            hints(Scope::FollowUp, Lang::Sv.words()).len()
        );
    }
}
