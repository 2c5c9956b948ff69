//! No files use each other in a circle, but for a few that cannot do otherwise. A module and those inside it may.

use super::graph::Graph;
use super::source::program;

/// The files of a circle, and why they may.
type Circle = (&'static [&'static str], &'static str);

const ALLOWED: &[Circle] = &[
    (
        &[
            "src/ui/context.rs",
            "src/ui/effect.rs",
            "src/ui/event.rs",
            "src/ui/jobs.rs",
            "src/ui/layer.rs",
            "src/ui/screen.rs",
        ],
        "an effect opens a screen, and a screen returns effects",
    ),
    (
        &[
            "src/store/answer.rs",
            "src/store/entry.rs",
            "src/store/response.rs",
            "src/store/scope.rs",
            "src/store/search.rs",
            "src/store/transaction.rs",
        ],
        "a transaction logs and indexes what the nouns write, and the nouns are read through it",
    ),
];

/// Where the circles that are there and those that are allowed differ, one sentence each.
fn differences(circles: &[Vec<String>], allowed: &[Circle]) -> Vec<String> {
    let inside =
        |circle: &[String], (files, _): &Circle| circle.iter().all(|file| files.contains(&file.as_str()));
    let new = circles
        .iter()
        .filter(|circle| !allowed.iter().any(|allowed| inside(circle, allowed)))
        .map(|circle| format!("a circle: {}", circle.join(", ")));
    let mut gone = Vec::new();
    for (files, reason) in allowed {
        let still = |file: &&str| circles.iter().any(|circle| circle.iter().any(|own| own == *file));
        let left: Vec<&str> = files.iter().copied().filter(|file| !still(file)).collect();
        if !left.is_empty() {
            gone.push(format!("no longer in a circle ({reason}), take it off the list: {}", left.join(", ")));
        }
    }
    new.chain(gone).collect()
}

#[test]
fn files_use_each_other_in_one_direction() {
    let found = differences(&Graph::of(&program()).circles(), ALLOWED);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_new_circle_and_one_that_is_gone_are_found() {
    let circle = |files: &[&str]| files.iter().map(|file| (*file).to_owned()).collect::<Vec<_>>();
    let allowed: &[Circle] = &[(&["a", "b", "c"], "by nature")];
    assert!(differences(&[circle(&["a", "b", "c"])], allowed).is_empty());
    assert_eq!(differences(&[circle(&["a", "b"]), circle(&["c", "d"])], allowed), ["a circle: c, d"]);
    assert_eq!(
        differences(&[circle(&["a", "b"])], allowed),
        ["no longer in a circle (by nature), take it off the list: c"]
    );
}
