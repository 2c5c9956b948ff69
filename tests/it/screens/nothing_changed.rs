//! An act that changed nothing says so and promises no undo, and Ctrl+Z does not quietly take back what was done before
//! it.

use crate::support::app::{Driver, start_at_pen};

/// At the pen, where somebody has promised something and two more lines were said since.
fn written() -> Driver {
    let mut app = start_at_pen();
    app.keys("> Löfte ett @Amina <lt>fre<enter>> Löfte två @Bo<enter>! Frågan<enter>= Svaret<enter>");
    app
}

/// After these keys nothing has changed, and undoing asks about the act before, by its name.
fn changes_nothing(app: &mut Driver, script: &str) {
    let before = app.entries();
    app.keys(script);
    assert_eq!(app.entries(), before, "{script}");
    app.shows("Inget ändrades").hides("Ctrl+Z ångrar");
    app.keys("<c-z>").shows("Det senaste ändrade inget").keys("<esc>");
    assert_eq!(app.entries(), before, "{script}");
}

#[test]
fn no_verb_on_a_row_promises_to_undo_what_it_has_not_done() {
    for script in [
        "<a-5><down><c-a><enter>",
        "<a-5><down>a<enter>",
        "<a-5>s<enter>",
        "<a-5><home><space><space>s<enter>",
        "<a-5>l<enter>",
        "<a-3>s<enter>",
        "<a-3><c-t><enter>!<enter>",
        "<c-t><enter>",
        "<up><c-t>!<enter>",
        "<up><c-t>b0<enter>",
        "<up><up><f2><enter>",
        "<a-3><f2><enter><enter>",
        "<a-1>e<enter>",
    ] {
        let mut app = written();
        changes_nothing(&mut app, script);
    }
}

#[test]
fn what_is_done_twice_is_done_once() {
    for (first, again) in
        [("<c-t>b3<enter>", "<c-t>b3"), ("/tagg skola<enter>", "/tagg skola<enter>"), ("<c-t>t1", "<c-t>t1")]
    {
        let mut app = written();
        app.keys("<up><up>").keys(first).shows("Ctrl+Z ångrar");
        changes_nothing(&mut app, again);
    }
}

#[test]
fn the_next_real_act_is_undone_at_once_again() {
    let mut app = written();
    changes_nothing(&mut app, "<a-5>s<enter>");
    app.keys("u").shows("Ctrl+Z ångrar").keys("<c-z>").shows("Ångrat:").hides("Det senaste ändrade inget");
}

#[test]
fn once_the_older_act_was_chosen_the_ones_before_it_follow_without_a_question() {
    let mut app = written();
    app.keys("<a-5>s<enter><c-z><enter>").shows("Ångrat:").keys("<c-z>").shows("Ångrat: anteckna U-1");
}

#[test]
fn over_a_half_line_no_undo_is_promised_as_the_key_takes_back_the_typing() {
    let mut app = start_at_pen();
    app.keys("Rad<enter>").shows("sparat 09.10 · Ctrl+Z ångrar").keys("halv ra").hides("Ctrl+Z ångrar");
    app.paste("Klistrat ett\nKlistrat två").keys("<enter>").shows("2 inlägg sparade").shows("✎  halv ra");
    app.hides("Ctrl+Z ångrar").keys("<c-z>").shows("Klistrat två").shows("✎  halv").hides("halv ra");
    app.keys("<c-w><c-u>").shows("har fått en stjärna · Ctrl+Z ångrar").keys("m").hides("Ctrl+Z ångrar");
    app.shows("har fått en stjärna");
}

#[test]
fn a_letter_without_a_meaning_says_so_in_the_lists() {
    for tab in ["<a-3>", "<a-4>", "<a-5>"] {
        let mut app = written();
        app.keys(tab).keys("z").shows("z gör inget här · F1 visar tangenterna");
    }
    let mut app = written();
    app.keys("z").hides("gör inget här").shows("✎  z");
}

#[test]
fn several_that_become_another_kind_are_of_that_kind() {
    let mut app = written();
    app.keys("<a-5><home><space><space>t>>><enter>").shows("2 inlägg är nu av slaget åtgärd");
}

#[test]
fn a_line_that_only_leads_somewhere_is_not_undone_by_taking_what_was_done_before_it() {
    for line in ["# Det<enter>", "/bord 2<enter>", "/avsnitt Utmaningar<enter>"] {
        let mut app = written();
        let before = app.entries();
        app.keys(line).keys("<c-z>").shows("Det senaste ändrade inget").keys("<esc>");
        assert_eq!(app.entries(), before, "{line}");
    }
}
