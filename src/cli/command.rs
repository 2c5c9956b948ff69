//! The tree of commands and options for clap, with all words from the catalogue. It runs nothing.

use clap::builder::{NonEmptyStringValueParser, PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::export::FORMATS;
use crate::i18n::words::cli::{ALIASES, ENGLISH_CHOICES, LIST_ALIASES};
use crate::i18n::{Lang, Words};
use crate::model::Coded;
use crate::ops::line::MOST_TABLES;
use crate::report::handbook::FORMATS as FORMATS_OF_HANDBOOK;
use crate::report::{Names, Profile, Report};

/// The name of the executable.
pub const NAME: &str = "vidpennan";

/// A command to which the function of its name adds its arguments when they are asked for.
macro_rules! deferred {
    ($name:ident, $words:expr) => {{
        let fill: fn(Command) -> Command = match $words.lang {
            Lang::Sv => |command| with_help($name(command, Lang::Sv.words()), Lang::Sv.words()),
            Lang::En => |command| with_help($name(command, Lang::En.words()), Lang::En.words()),
        };
        command(stringify!($name), $words).defer(fill)
    }};
}

/// The tree with help in one language. What a command takes is entered when it runs: most starts run none.
pub fn build(words: &'static Words) -> Command {
    let help = &words.cli.help;
    let tree = Command::new(NAME)
        .version(env!("CARGO_PKG_VERSION"))
        .about(help.about)
        .after_help(help.after)
        .disable_version_flag(true)
        .subcommand_help_heading(help.commands)
        .args([
            option("db", words).global(true).value_hint(clap::ValueHint::FilePath),
            option("lang", words).global(true).value_parser(PossibleValuesParser::new(["sv", "en"])),
            flag("plain", words),
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help((help.argument)("version").1),
        ]);
    with_help(tree, words).subcommands([
        deferred!(import, words),
        deferred!(export, words),
        // Which of its arguments are lines is found out before it runs.
        with_help(add(command("add", words), words), words),
        deferred!(list, words),
        deferred!(search, words),
        deferred!(backup, words),
        deferred!(check, words),
        deferred!(restore, words),
        deferred!(history, words),
        deferred!(completions, words),
        deferred!(handbook, words),
        with_help(command("man", words), words),
        with_help(command("demo", words), words),
    ])
}

/// Adds headings and the help option to a command and all its subcommands.
fn with_help(command: Command, words: &'static Words) -> Command {
    let help = &words.cli.help;
    let template = format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", help.usage);
    let with_heading = |arg: Arg| {
        let heading = if arg.is_positional() { help.arguments } else { help.options };
        let takes_value = arg.get_action().takes_values();
        arg.help_heading(heading).hide_possible_values(takes_value).hide_default_value(takes_value)
    };
    let about_help = Arg::new("help").long("help").short('h').action(ArgAction::Help);
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(about_help.help((help.argument)("help").1))
        .help_template(template)
        .mut_args(with_heading)
        .mut_subcommands(|command| with_help(command, words))
}

fn import(command: Command, words: &'static Words) -> Command {
    command
        .arg(value("files", words).required(true).num_args(1..).value_hint(clap::ValueHint::FilePath))
        .args([
            flag("dry-run", words),
            flag("json", words),
            flag("again", words).visible_alias("force"),
            flag("repair", words),
            present(words),
        ])
}

/// `--meeting` of `import`: the meeting at which the people of a list were present. Its help differs from other
/// commands.
fn present(words: &'static Words) -> Arg {
    let (value_name, help) = argument("present", words);
    Arg::new("meeting").long("meeting").short('m').value_name(value_name).help(help)
}

/// A choice by its code, or by what it is called in the other language.
fn codes<T: Coded>(words: &'static Words) -> impl TypedValueParser<Value = String> {
    let named = T::ALL.iter().map(|one| {
        let code = one.code();
        let english = ENGLISH_CHOICES.iter().find(|(of, _)| *of == code).map_or(code, |(_, english)| english);
        let (name, other) = words.lang.pick((code, english), (english, code));
        PossibleValue::new(name).alias(other)
    });
    PossibleValuesParser::new(named).map(|typed| {
        let code = ENGLISH_CHOICES.iter().find(|(_, english)| *english == typed);
        code.map_or(typed, |(code, _)| (*code).to_owned())
    })
}

fn export(command: Command, words: &'static Words) -> Command {
    let formats = PossibleValuesParser::new(FORMATS.iter().map(|format| format.code));
    command.arg(value("meeting", words).required(true)).args([
        option("format", words).short('f').value_parser(formats).value_delimiter(','),
        option("report", words).short('r').value_parser(codes::<Report>(words)).default_value("minutes"),
        option("profile", words).short('p').value_parser(codes::<Profile>(words)),
        flag("programme", words),
        option("owner", words),
        option("each", words).value_parser(["owner"]).conflicts_with("owner"),
        option("output", words).short('o').value_hint(clap::ValueHint::AnyPath),
        flag("force", words),
        option("template", words).value_hint(clap::ValueHint::FilePath),
        option("names", words).value_parser(codes::<Names>(words)).default_value(Names::default().code()),
        flag("provenance", words),
        flag("no-responses", words),
        flag("unanswered", words),
        flag("fresh", words),
        flag("check", words),
        flag("yes", words),
    ])
}

fn add(command: Command, words: &'static Words) -> Command {
    command.arg(value("lines", words).num_args(0..)).args([
        option("meeting", words).short('m'),
        option("section", words).short('s'),
        option("table", words).short('t').value_parser(value_parser!(u16).range(0..=i64::from(MOST_TABLES))),
    ])
}

fn list(command: Command, words: &'static Words) -> Command {
    let whats = ["meetings", "programmes", "challenges", "commitments", "actions", "people"];
    command
        .subcommand_required(true)
        .subcommand_value_name(argument("what", words).0)
        .subcommand_help_heading((words.cli.help.argument)("what").1)
        .args([
            flag("open", words).global(true),
            flag("json", words).global(true),
            option("meeting", words).short('m').global(true),
        ])
        .subcommands(whats.map(|what| named(what, LIST_ALIASES, words)))
}

fn search(command: Command, words: &'static Words) -> Command {
    command
        .arg(value("query", words).required(true).num_args(1..))
        .args([flag("json", words), limit(words, "50")])
}

fn history(command: Command, words: &'static Words) -> Command {
    command.args([flag("json", words), limit(words, "20")])
}

fn handbook(command: Command, words: &'static Words) -> Command {
    let (value_name, help) = argument("handbook-format", words);
    let format = Arg::new("format").long("format").short('f').value_name(value_name).help(help);
    command.args([
        format.value_parser(PossibleValuesParser::new(FORMATS_OF_HANDBOOK)).value_delimiter(','),
        option("output", words).short('o').value_hint(clap::ValueHint::AnyPath),
        flag("force", words),
    ])
}

fn backup(command: Command, words: &'static Words) -> Command {
    command.arg(value("path", words).value_hint(clap::ValueHint::FilePath))
}

fn check(command: Command, words: &'static Words) -> Command {
    command.args([
        flag("rebuild", words),
        option("salvage", words).value_hint(clap::ValueHint::FilePath).conflicts_with("rebuild"),
    ])
}

fn restore(command: Command, words: &'static Words) -> Command {
    let compare = Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue);
    command.arg(value("copy", words).value_hint(clap::ValueHint::FilePath)).args([
        option("to", words).value_hint(clap::ValueHint::FilePath),
        compare.help(argument("only-compare", words).1),
        flag("anew", words).conflicts_with("copy"),
    ])
}

fn completions(command: Command, words: &'static Words) -> Command {
    command.arg(value("shell", words).required(true).value_parser(value_parser!(clap_complete::Shell)))
}

fn limit(words: &'static Words, usual: &'static str) -> Arg {
    option("limit", words).short('n').value_parser(value_parser!(u32)).default_value(usual)
}

fn command(name: &'static str, words: &'static Words) -> Command {
    named(name, ALIASES, words)
}

fn named(name: &'static str, aliases: &[(&str, &'static [&'static str])], words: &'static Words) -> Command {
    let names = aliases.iter().find(|(of, _)| *of == name).map_or(&[][..], |(_, names)| names);
    // A keyboard without å has a: that name works too, and is not shown.
    let plain = |name: &str| name.replace(['å', 'ä'], "a").replace('ö', "o");
    let is_twin = |name: &str| names.iter().any(|other| *other != name && plain(other) == name);
    // The names are Swedish, and work in every language.
    let is_quiet = |name: &&&str| is_twin(name) || words.lang != Lang::Sv;
    let (names, shown): (Vec<&str>, Vec<&str>) = names.iter().partition(is_quiet);
    Command::new(name).about((words.cli.help.command)(name)).visible_aliases(shown).aliases(names)
}

fn argument(name: &str, words: &Words) -> (&'static str, &'static str) {
    (words.cli.help.argument)(name)
}

fn flag(name: &'static str, words: &'static Words) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(argument(name, words).1)
}

fn option(name: &'static str, words: &'static Words) -> Arg {
    let (value_name, help) = argument(name, words);
    // What a script leaves empty was not meant.
    Arg::new(name).long(name).value_name(value_name).help(help).value_parser(NonEmptyStringValueParser::new())
}

fn value(name: &'static str, words: &'static Words) -> Arg {
    let (value_name, help) = argument(name, words);
    Arg::new(name).value_name(value_name).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_sound_in_both_languages() {
        for lang in [Lang::Sv, Lang::En] {
            build(lang.words()).debug_assert();
        }
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        fn check(command: &Command) {
            assert!(
                command.get_about().is_some_and(|about| !about.to_string().is_empty()),
                "{}",
                command.get_name()
            );
            for argument in command.get_arguments() {
                assert!(argument.get_help().is_some_and(|help| !help.to_string().is_empty()), "{argument:?}");
            }
            command.get_subcommands().for_each(check);
        }
        for lang in [Lang::Sv, Lang::En] {
            let mut tree = build(lang.words());
            tree.build();
            check(&tree);
        }
    }
}
