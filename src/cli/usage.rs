//! Errors and help of clap in the user's language.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::command::NAME;
use crate::i18n::Words;
use crate::speech::{ErrorKind as SpokenKind, Spoken};
use crate::text::safe;

/// What is wrong with the arguments, and which `--help` to read.
pub(super) fn explain(error: &clap::Error, arguments: &[OsString], words: &Words) -> Spoken {
    let say = &words.cli.usage;
    let text = |kind| error.get(kind).map(shown).unwrap_or_default();
    let near = |kind| error.get(kind).map(shown).filter(|near| !near.is_empty());
    let plain = |argument: &str| argument.replace(['<', '>'], "").replace("...", "");
    let option = plain(&text(ContextKind::InvalidArg));
    let value = text(ContextKind::InvalidValue);
    let said = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = text(ContextKind::InvalidSubcommand);
            (say.unknown_command)(&name, near(ContextKind::SuggestedSubcommand).as_deref())
        }
        ErrorKind::UnknownArgument => {
            (say.unknown_option)(&option, near(ContextKind::SuggestedArg).as_deref())
        }
        ErrorKind::MissingRequiredArgument => (say.missing)(&option),
        ErrorKind::MissingSubcommand => (say.missing)((words.cli.help.argument)("what").0),
        ErrorKind::InvalidValue if value.is_empty() => (say.no_value)(&option),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let possible = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(values)) => values.clone(),
                _ => Vec::new(),
            };
            (say.bad_value)(&value, &option, &possible)
        }
        ErrorKind::ArgumentConflict => {
            let other = plain(&text(ContextKind::PriorArg));
            if other == option || other.is_empty() {
                // Its name alone: the value after it may have been another each time.
                (say.twice)(option.split(' ').next().unwrap_or_default())
            } else {
                (say.conflict)(&option, &other)
            }
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            (say.no_value)(&option)
        }
        ErrorKind::InvalidUtf8 => {
            // The parser does not say which one it is.
            let garbled = arguments.iter().find(|argument| argument.to_str().is_none());
            (say.argument_not_text)(&safe::line(&garbled.map(|it| it.to_string_lossy()).unwrap_or_default()))
        }
        _ => (say.other)(),
    };
    let called = called(arguments, words);
    let mut spoken = Spoken::new(SpokenKind::Usage, said);
    if error.kind() == ErrorKind::UnknownArgument && called.ends_with(" add") {
        let near = spoken.hint.map(|near| format!("{near} "));
        spoken.hint = Some(format!("{}{}", near.unwrap_or_default(), say.literal));
    }
    spoken.with_details([(say.see_help)(&called)])
}

/// Help with the words that clap itself writes in English replaced.
pub(super) fn help(answer: &clap::Error, words: &Words) -> String {
    let help = &words.cli.help;
    let text = answer.render().to_string();
    text.replace("[OPTIONS]", help.any_options)
        .replace("[COMMAND]", help.any_command)
        .replace("[aliases:", &format!("[{}:", help.also))
        .replace("[alias:", &format!("[{}:", help.also))
}

/// The command as far as it was recognised, so that its own help is suggested.
fn called(arguments: &[OsString], words: &Words) -> String {
    let tree = super::command::build(words.lang.words());
    let named = arguments.iter().skip(1).find_map(|argument| tree.find_subcommand(argument));
    named.map_or_else(|| NAME.to_owned(), |command| format!("{NAME} {}", command.get_name()))
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        // The likeliest comes last.
        ContextValue::Strings(texts) => texts.last().cloned().unwrap_or_default(),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.first().map(ToString::to_string).unwrap_or_default(),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
