//! Which arguments of `add` are options and which are lines. A line may begin with a hyphen (`- text`, `-15 grader`),
//! and options may come before, between and after lines, which clap cannot distinguish by itself.

use std::ffi::OsString;

use clap::{Arg, Command};

/// The arguments with the lines of `add` last, behind `--`. Those of other commands stay as they are.
pub(super) fn with_lines_last(arguments: &[OsString], tree: &Command) -> Vec<OsString> {
    let Some(add) = position_of_add(arguments, tree) else { return arguments.to_vec() };
    let Some((head, rest)) = arguments.split_at_checked(add + 1) else { return arguments.to_vec() };
    let (mut options, mut lines) = (head.to_vec(), Vec::new());
    let mut rest = rest.iter();
    while let Some(argument) = rest.next() {
        if argument == "--" {
            lines.extend(rest.by_ref().cloned());
            break;
        }
        match argument.to_str().map(|text| shape(text, tree)) {
            Some(Shape::Option { takes_next }) => {
                options.push(argument.clone());
                let value = if takes_next { rest.as_slice().first() } else { None };
                if let Some(value) = value.filter(|value| *value != "--") {
                    options.push(value.clone());
                    rest.next();
                }
            }
            Some(Shape::Line) | None => lines.push(argument.clone()),
        }
    }
    if !lines.is_empty() {
        options.push("--".into());
        options.append(&mut lines);
    }
    options
}

/// Where the command `add` is named, by whichever name, if it is the command.
fn position_of_add(arguments: &[OsString], tree: &Command) -> Option<usize> {
    let mut at = 1;
    loop {
        let argument = arguments.get(at)?.to_str()?;
        match shape(argument, tree) {
            Shape::Option { takes_next } => at += 1 + usize::from(takes_next),
            Shape::Line => {
                return tree.find_subcommand(argument).is_some_and(|it| it.get_name() == "add").then_some(at);
            }
        }
    }
}

enum Shape {
    /// An option, whether it exists or not.
    Option {
        /// Its value is the next argument.
        takes_next: bool,
    },
    Line,
}

/// An option is `--word`, known or not, or a hyphen and one letter, by itself or, where the letter is known to take a
/// value, with `=` and the value. Everything else is a line.
fn shape(argument: &str, tree: &Command) -> Shape {
    let named = |is_it: &dyn Fn(&Arg) -> bool| {
        let add = tree.find_subcommand("add").into_iter().flat_map(Command::get_arguments);
        add.chain(tree.get_arguments()).find(|arg| is_it(arg))
    };
    let takes_value = |arg: &Arg| arg.get_action().takes_values();
    if let Some(word) = argument.strip_prefix("--") {
        let (name, value) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
        let is_word = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !is_word {
            return Shape::Line;
        }
        let known = named(&|arg| arg.get_long() == Some(name));
        return Shape::Option { takes_next: value.is_none() && known.is_some_and(takes_value) };
    }
    let mut letters = argument.strip_prefix('-').unwrap_or_default().chars();
    let Some(letter) = letters.next().filter(char::is_ascii_alphabetic) else { return Shape::Line };
    let takes_one = named(&|arg| arg.get_short() == Some(letter)).is_some_and(takes_value);
    match letters.as_str() {
        "" => Shape::Option { takes_next: takes_one },
        rest if takes_one && rest.starts_with('=') => Shape::Option { takes_next: false },
        _ => Shape::Line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command::build;
    use crate::i18n::Lang;

    fn sorted(arguments: &str) -> String {
        let arguments: Vec<OsString> = arguments.split('|').map(OsString::from).collect();
        let sorted = with_lines_last(&arguments, &build(Lang::Sv.words()));
        sorted.iter().map(|argument| argument.to_string_lossy()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn options_are_found_before_between_and_after_lines() {
        for (given, expected) in [
            ("v|add|en rad|--db|x|-m|3", "v|add|--db|x|-m|3|--|en rad"),
            ("v|add|-m|3|en|--section|Tips|två|--lang=en", "v|add|-m|3|--section|Tips|--lang=en|--|en|två"),
            ("v|anteckna|en|-m=3|--meeting=3|-t=2", "v|anteckna|-m=3|--meeting=3|-t=2|--|en"),
            ("v|--db|add|--lang|en|add|en|-s|två", "v|--db|add|--lang|en|add|-s|två|--|en"),
        ] {
            assert_eq!(sorted(given), expected);
        }
    }

    #[test]
    fn a_line_may_begin_with_a_hyphen() {
        for line in [
            "- text",
            "-15 grader",
            "-",
            "--- ---",
            "-- text",
            "--två ord",
            "-Bättre ljus",
            "-hej på er",
            "-hej",
            "-msg hej",
            "-msg",
            "-m3",
            "-t 3",
            "-m: hej",
            "-h=3",
            "-q=3",
        ] {
            assert_eq!(sorted(&format!("v|add|{line}")), format!("v|add|--|{line}"));
        }
        assert_eq!(sorted("v|add|-m|3|--|--section|-m"), "v|add|-m|3|--|--section|-m");
        assert_eq!(sorted("v|add|-s=två ord|-en rad"), "v|add|-s=två ord|--|-en rad");
    }

    #[test]
    fn what_looks_like_an_option_is_left_to_be_refused() {
        for option in ["--avsnitt", "--avsnitt=Tips", "-q"] {
            assert_eq!(sorted(&format!("v|add|en rad|{option}")), format!("v|add|{option}|--|en rad"));
        }
        assert_eq!(sorted("v|add|en rad|--table"), "v|add|--table|--|en rad");
    }

    #[test]
    fn other_commands_keep_their_arguments() {
        for arguments in ["v", "v|search|add|-n|3", "v|--plain", "v|import|add", "v|--db|add"] {
            assert_eq!(sorted(arguments), arguments);
        }
    }
}
