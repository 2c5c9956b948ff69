//! Who knows whom inside `ui`: the app, the dialogs, the widgets and the screens.

use std::collections::BTreeSet;

use super::graph::{Graph, Module};
use super::source::program;

/// The dialogs that the app itself opens, and why it cannot be left to a screen.
const APP_DIALOGS: &[(&str, &str)] = &[
    ("choice", "leaving the example asks what becomes of the lines written in it"),
    ("confirm", "undo asks first, whatever screen is open"),
    ("form", "the question who holds the pen is asked before any screen"),
    ("help", "F1 works everywhere"),
    ("message", "an error may come when no screen asked for anything"),
    ("palette", "the palette works everywhere"),
];

/// The dialogs that know another, and what they need of it.
const DIALOG_PAIRS: &[(&str, &str, &str)] = &[
    ("meeting_form", "form", "a meeting is edited in a form"),
    ("palette", "choice", "the palette is a list of commands to choose from"),
    ("replace_files", "confirm", "both are answered with yes or no"),
    ("replace_files", "files_written", "both name files, and as many of them"),
    ("sections", "confirm", "a section with entries is deleted after a question"),
    ("sections", "form", "a section is edited in a form"),
];

/// The screens that know another, and what they need of it.
const SCREEN_PAIRS: &[(&str, &str, &str)] = &[(
    "export",
    "manuscript",
    "the export page opens the text of its report to be edited, and takes it back",
)];

/// The parts of `ui` that a widget may use. A widget may also use the leaves `text` and `i18n::format`.
const UNDER_WIDGETS: &[&str] = &["bindings", "canvas", "command", "input", "theme", "widgets"];

/// The names directly under a folder of `ui` that a module uses, itself left out.
fn used(graph: &Graph, module: &Module, folder: &str) -> BTreeSet<String> {
    let own = (module.get(1).map(String::as_str) == Some(folder)).then(|| module.get(2)).flatten();
    let path = ["ui", folder];
    let inside = |used: &Module| (used.len() > 2 && used[..2] == path).then(|| used[2].clone());
    graph.uses(module).iter().filter_map(inside).filter(|name| Some(name) != own).collect()
}

/// The modules of a part of `ui`: `ui::name` and what is inside it.
fn part<'a>(graph: &'a Graph, name: &'a str) -> impl Iterator<Item = &'a Module> {
    graph.files().keys().filter(move |module| module.len() > 1 && module[..2] == ["ui", name])
}

/// Fails when what is used and what is listed differ, in either direction.
fn exactly(used: &BTreeSet<String>, listed: &BTreeSet<String>, what: &str) {
    let new: Vec<&String> = used.difference(listed).collect();
    assert!(new.is_empty(), "{what}: {new:?}");
    let gone: Vec<&String> = listed.difference(used).collect();
    assert!(gone.is_empty(), "{what}: no longer so, take it off the list: {gone:?}");
}

#[test]
fn the_app_names_no_screen_and_few_dialogs() {
    let graph = Graph::of(&program());
    let dialogs = part(&graph, "app").flat_map(|module| used(&graph, module, "dialogs")).collect();
    let listed = APP_DIALOGS.iter().map(|(name, _)| (*name).to_owned()).collect();
    exactly(&dialogs, &listed, "dialogs that the app opens");
}

#[test]
fn only_screens_name_a_screen() {
    let graph = Graph::of(&program());
    let mut found = Vec::new();
    for (module, file) in graph.files() {
        if module.get(..2).is_none_or(|part| part != ["ui", "screens"]) {
            let screens = used(&graph, module, "screens");
            found.extend(screens.iter().map(|screen| format!("{file} names the screen {screen}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_screen_knows_no_other_screen() {
    let graph = Graph::of(&program());
    let mut pairs = BTreeSet::new();
    for module in part(&graph, "screens").filter(|module| module.len() > 2) {
        for other in used(&graph, module, "screens") {
            pairs.insert(format!("{} → {other}", module[2]));
        }
    }
    let listed = SCREEN_PAIRS.iter().map(|(one, other, _)| format!("{one} → {other}")).collect();
    exactly(&pairs, &listed, "screens that know another");
}

#[test]
fn a_dialog_knows_few_other_dialogs() {
    let graph = Graph::of(&program());
    let mut pairs = BTreeSet::new();
    for module in part(&graph, "dialogs").filter(|module| module.len() > 2) {
        pairs.extend(used(&graph, module, "dialogs").iter().map(|other| format!("{} → {other}", module[2])));
    }
    let listed = DIALOG_PAIRS.iter().map(|(one, other, _)| format!("{one} → {other}")).collect();
    exactly(&pairs, &listed, "dialogs that know another");
}

#[test]
fn widgets_know_no_noun() {
    let graph = Graph::of(&program());
    let mut found = Vec::new();
    for module in part(&graph, "widgets") {
        for used in graph.uses(module).iter().filter(|used| used.len() > 1 || used[..] != ["ui"]) {
            let allowed = match used[0].as_str() {
                "ui" => UNDER_WIDGETS.contains(&used[1].as_str()),
                "i18n" => used[1..] == ["format"],
                layer => layer == "text",
            };
            if !allowed {
                found.push(format!("{} uses {}", graph.files()[module], used.join("::")));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
