//! Who knows whom inside `ui`: the app, the screens, the dialogs, and what they share. A new screen or dialog fails
//! here until it is on a list.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Graph, Module, made_up};
use super::source::program;

/// The dialogs that the app itself opens, and why it cannot be left to a screen.
const APP_DIALOGS: &[(&str, &str)] = &[
    (
        "choice",
        "what becomes of words from the example, or of a report that was not saved, is asked at the start or the end",
    ),
    ("check_in", "what waits is gone through from everywhere"),
    ("confirm", "undo asks first, whatever screen is open"),
    ("form", "the question who holds the pen is asked before any screen"),
    ("help", "F1 works everywhere"),
    ("message", "an error may come when no screen asked for anything"),
    ("palette", "the palette works everywhere"),
    ("programme_form", "what is typed in short is written out everywhere, and changed from everywhere"),
];

/// The dialogs that know another, and what they need of it.
const DIALOG_PAIRS: &[(&str, &str, &str)] = &[
    ("refile", "choice", "both find rows by what is typed"),
    ("meeting_form", "form", "a meeting is edited in a form"),
    ("meeting_form", "programme_form", "the programme is a field of the meeting"),
    ("palette", "choice", "the palette is a list of commands to choose from"),
    ("programme_form", "form", "a programme is edited in a form"),
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

/// Every screen, the dialogs that it opens by itself, and for what.
const SCREENS: &[(&str, &[&str], &str)] = &[
    ("challenges", &["choice", "message"], "which response to edit, and a text changed by others"),
    (
        "copies",
        &["confirm", "form", "message"],
        "how a copy differs, whether to put it back, and where to write it",
    ),
    ("export", &["files_written", "findings", "replace_files"], "what is seen before and after files go out"),
    ("follow_up", &[], "the list asks"),
    ("handbook", &["choice"], "which heading to go to"),
    ("history", &["confirm", "message"], "an operation is undone after a question, and why it is not"),
    ("import", &["confirm"], "a file that was imported before"),
    ("manuscript", &["confirm"], "a text that would replace another"),
    (
        "meetings",
        &["choice", "confirm", "meeting_form", "programme_form", "sections"],
        "the status of the minutes, and deleting",
    ),
    ("persons", &["choice", "confirm", "form"], "who is the same, whether that is so, and what to correct"),
    (
        "round_table",
        &["check_in", "choice", "confirm", "form", "meeting_form", "paste", "programme_form", "sections"],
        "how it went, sections, tables and meetings to choose from, how many tables there are, and pasted lines",
    ),
    ("search", &["check_in"], "how it went with what was found"),
    ("settings", &[], "what is chosen is changed where it is read"),
    ("tomorrow", &[], "the list asks"),
];

/// Every list that screens share, the dialogs that it opens, and for what.
const LISTS: &[(&str, &[&str], &str)] = &[
    ("archive", &["confirm"], "whether to close what was promised at a meeting"),
    ("copied", &[], "it writes what is copied"),
    ("correction", &[], "it reads a line"),
    ("entry_line", &[], "it is written in"),
    ("last_turns", &[], "it remembers what was done"),
    ("marked", &[], "it remembers what is marked"),
    ("marked_work", &[], "it leads to the export page"),
    ("open_completion", &[], "it offers words"),
    ("entry_verbs", &["confirm", "form"], "an entry is changed in the same way in every list"),
    ("entry_targets", &[], "it reads entries"),
    ("entry_refile", &["choice", "form", "refile"], "what an entry can become, and where it can go"),
    ("response_author", &[], "it says who gave a response"),
    ("response_verbs", &["choice", "confirm", "refile"], "what a response can become, and where it can go"),
    ("foot_line", &["paste"], "it is written in"),
    ("saved", &["views"], "the views of a list are named and called up"),
    ("tally", &[], "it is drawn"),
    ("window", &[], "it reads rows"),
    ("due", &[], "it counts"),
    ("work", &["check_in", "choice"], "how it went, and what to narrow the list to"),
];

/// What screens and dialogs have in common: a part of `ui`, the parts that it uses, and who uses it.
const SHARED: &[(&str, &[&str], &[&str])] = &[
    ("bindings", &["command", "key"], &["app", "dialogs", "lists", "screen", "screens", "widgets"]),
    ("document_view", &["canvas", "command", "theme", "widgets"], &["screens::export", "screens::handbook"]),
    (
        "lists",
        &[
            "bindings",
            "canvas",
            "command",
            "context",
            "dialogs",
            "draft",
            "effect",
            "error",
            "input",
            "line_effects",
            "place",
            "screen",
            "widgets",
        ],
        &[
            "app",
            "dialogs::check_in",
            "screens::challenges",
            "screens::copies",
            "screens::follow_up",
            "screens::history",
            "screens::meetings",
            "screens::persons",
            "screens::round_table",
            "screens::search",
            "screens::tomorrow",
        ],
    ),
];

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

/// The names directly under a folder of `ui`, each with the dialogs that its modules use; those without any too.
fn dialogs_by_name(graph: &Graph, folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for module in graph.files().keys().filter(|module| module.len() > 2 && module[..2] == ["ui", folder]) {
        found.entry(module[2].clone()).or_default().extend(used(graph, module, "dialogs"));
    }
    found
}

/// Where dialogs are used by others than the rows of a table say, or a name has no row, or a row has no name any more.
fn differences(found: &BTreeMap<String, BTreeSet<String>>, table: &[(&str, &[&str], &str)]) -> Vec<String> {
    let listed: BTreeMap<&str, BTreeSet<String>> =
        table.iter().map(|(name, dialogs, _)| (*name, owned(dialogs))).collect();
    let mut said = Vec::new();
    for (name, dialogs) in found {
        let Some(row) = listed.get(name.as_str()) else {
            said.push(format!("`{name}` has no row"));
            continue;
        };
        said.extend(dialogs.difference(row).map(|dialog| format!("`{name}` opens `{dialog}`: add it")));
        let gone = row.difference(dialogs);
        said.extend(gone.map(|dialog| format!("`{name}` no longer opens `{dialog}`: take it off")));
    }
    let gone = listed.keys().filter(|name| !found.contains_key(**name));
    said.extend(gone.map(|name| format!("`{name}` has a row and is no more")));
    said
}

fn owned(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Fails when what is used and what is listed differ, in either direction.
fn exactly(used: &BTreeSet<String>, listed: &BTreeSet<String>, what: &str) {
    let new: Vec<&String> = used.difference(listed).collect();
    assert!(new.is_empty(), "{what}: {new:?}");
    let gone: Vec<&String> = listed.difference(used).collect();
    assert!(gone.is_empty(), "{what}: no longer so, take it off the list: {gone:?}");
}

#[test]
fn every_screen_and_every_list_opens_the_dialogs_of_its_row() {
    let graph = Graph::of(&program());
    for (folder, table) in [("screens", SCREENS), ("lists", LISTS)] {
        let found = differences(&dialogs_by_name(&graph, folder), table);
        assert!(found.is_empty(), "{folder}:\n{}", found.join("\n"));
    }
}

#[test]
fn a_row_that_is_missing_and_one_that_is_too_long_are_found() {
    let graph = made_up(&[
        ("src/ui/dialogs/ask.rs", "pub struct Ask;"),
        ("src/ui/dialogs/tell.rs", "pub struct Tell;"),
        ("src/ui/screens/one.rs", "mod act;"),
        ("src/ui/screens/one/act.rs", "use crate::ui::dialogs::ask::Ask;"),
        ("src/ui/screens/two.rs", "use crate::ui::dialogs::{ask, tell::Tell};"),
        ("src/ui/screens/new.rs", ""),
    ]);
    let table: &[(&str, &[&str], &str)] =
        &[("one", &["ask"], ""), ("two", &["ask", "form"], ""), ("gone", &[], "")];
    let found = differences(&dialogs_by_name(&graph, "screens"), table);
    assert_eq!(
        found,
        [
            "`new` has no row",
            "`two` opens `tell`: add it",
            "`two` no longer opens `form`: take it off",
            "`gone` has a row and is no more",
        ]
    );
}

#[test]
fn every_dialog_is_on_a_list_and_only_those_on_the_lists_know_one() {
    let graph = Graph::of(&program());
    let all = dialogs_by_name(&graph, "dialogs").into_keys().collect();
    let mut listed: BTreeSet<String> = APP_DIALOGS.iter().map(|(name, _)| (*name).to_owned()).collect();
    listed.extend(DIALOG_PAIRS.iter().map(|(_, other, _)| (*other).to_owned()));
    listed.extend([SCREENS, LISTS].into_iter().flatten().flat_map(|(_, dialogs, _)| owned(dialogs)));
    exactly(&all, &listed, "dialogs that nobody on a list opens");
    let openers = ["app", "dialogs", "lists", "screens"];
    let opens = |module: &&Module| !used(&graph, module, "dialogs").is_empty();
    let users = graph.files().keys().filter(opens);
    let users = users.map(|module| module[1..].first().cloned().unwrap_or_default()).collect();
    exactly(&users, &owned(&openers), "parts of `ui` that know dialogs");
}

#[test]
fn what_screens_and_dialogs_share_uses_and_serves_those_of_its_row() {
    let graph = Graph::of(&program());
    for (name, uses, users) in SHARED {
        let inside = |module: &Module| module.len() > 1 && module[..2] == ["ui", name];
        let used = part(&graph, name).flat_map(|module| graph.uses(module));
        let used = used.filter(|used| used.len() > 1 && used[0] == "ui" && !inside(used));
        exactly(&used.map(|used| used[1].clone()).collect(), &owned(uses), &format!("`{name}` uses"));
        let by = |module: &Module| {
            let path = module[1..].join("::");
            let row = users.iter().find(|user| path == **user || path.starts_with(&format!("{user}::")));
            row.map_or(path.clone(), |user| (*user).to_owned())
        };
        let found = graph.files().keys().filter(|module| module.len() > 1 && !inside(module));
        let found = found.filter(|module| graph.uses(module).iter().any(inside));
        exactly(&found.map(by).collect(), &owned(users), &format!("`{name}` is used by"));
    }
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
