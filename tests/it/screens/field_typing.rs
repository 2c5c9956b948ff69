//! Where something is written, undoing means what is written there, and never a write that is not in sight.

use crate::support::app::{Driver, start_at_pen};

/// A line at the pen, and a page or box over it with a field.
fn over_the_pen(keys: &str) -> Driver {
    let mut app = start_at_pen();
    app.keys(">> Sparad rad<enter>").keys(keys);
    app
}

#[test]
fn undoing_in_any_field_takes_back_the_typing_and_leaves_what_was_saved() {
    let mut refused = Vec::new();
    for keys in ["<c-f>", "<c-o>", "<c-p>", "<c-n>", "<c-b>", "<up><c-t>", "<up><c-a>", "<up><c-l>"] {
        let mut app = over_the_pen(keys);
        let before = app.screen();
        app.keys("nytt<c-z>").keys("<c-z><c-z><c-z>");
        app.hides("nytt").hides("Ångrat");
        if !app.screen().contains("Inget skrivet i fältet att ångra") {
            refused.push(format!("{keys}\n{before}\n{}", app.screen()));
        }
        app.keys("<c-y>").shows("nytt");
        assert_eq!(app.entries().len(), 1, "{keys}");
    }
    assert!(refused.is_empty(), "not said: {}", refused.join("\n\n"));
}

#[test]
fn what_was_saved_under_a_page_is_undone_from_it_only_after_a_question() {
    let mut app = over_the_pen("<c-f>rad");
    app.wait_for("1 träff").keys("<down><c-z>").shows("Ångra").hides("Ångrat");
    app.keys("<esc><esc>").shows("Sparad rad").keys("<c-z>").shows("Ångrat").hides("Sparad rad  ");
}

#[test]
fn what_is_done_to_a_hit_is_undone_at_once_among_the_hits() {
    let mut app = over_the_pen("<c-f>rad");
    app.wait_for("1 träff").keys("<down><c-u>").keys("<c-z>").shows("Ångrat: ");
}
