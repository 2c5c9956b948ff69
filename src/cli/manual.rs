//! `vidpennan man`: the whole manual as one page for `man`, made from the tree of commands.

use clap::Command;
use clap_mangen::roff::{Roff, bold, italic, roman};

use super::command::{NAME, build};
use super::{CommandResult, Desk};
use crate::i18n::Words;

/// Prints the page as roff.
pub(super) fn run(desk: &mut Desk) -> CommandResult {
    Ok(desk.out.write_all(page(desk.words).as_bytes())?)
}

fn page(words: &'static Words) -> String {
    let mut tree = build(words);
    tree.build();
    let help = &words.cli.help;
    let [name, synopsis, description] = help.manual;
    let mut page = Roff::new();
    page.control("TH", [NAME, "1", "", concat!("vidpennan ", env!("CARGO_PKG_VERSION"))]);
    page.control("SH", [name]);
    page.text([roman(format!("{NAME} - {}", help.about))]);
    page.control("SH", [synopsis]);
    page.text([bold(NAME), roman(" "), italic(help.any_options), roman(" "), italic(help.any_command)]);
    page.control("SH", [description]);
    page.text([roman(help.after)]);
    page.control("SH", [help.options]);
    arguments(&mut page, &tree);
    page.control("SH", [help.commands]);
    for command in tree.get_subcommands() {
        self::command(&mut page, command, NAME);
    }
    page.to_roff()
}

fn command(page: &mut Roff, command: &Command, above: &str) {
    let name = format!("{above} {}", command.get_name());
    page.control("SS", [name.as_str()]);
    page.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
    arguments(page, command);
    for below in command.get_subcommands() {
        self::command(page, below, &name);
    }
}

fn arguments(page: &mut Roff, command: &Command) {
    let is_own = |argument: &&clap::Arg| {
        let is_everywhere = argument.is_global_set() || argument.get_id() == "help";
        !(is_everywhere && command.get_name() != NAME)
    };
    for argument in command.get_arguments().filter(is_own) {
        let mut shown: Vec<String> = Vec::new();
        shown.extend(argument.get_short().map(|short| format!("-{short}")));
        shown.extend(argument.get_long().map(|long| format!("--{long}")));
        let takes_value = argument.get_action().takes_values();
        let value = argument.get_value_names().filter(|_| takes_value).and_then(|names| names.first());
        page.control("TP", []);
        page.text([
            bold(shown.join(", ")),
            roman(if shown.is_empty() || value.is_none() { "" } else { " " }),
            italic(value.map(ToString::to_string).unwrap_or_default()),
        ]);
        page.text([roman(argument.get_help().map(ToString::to_string).unwrap_or_default())]);
    }
}
