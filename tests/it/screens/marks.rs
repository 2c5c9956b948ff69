//! Marks: what one sees is what one changes. Every verb is done to all that are marked, on every screen with entries,
//! and to nothing else.

use vidpennan::model::{ActionStatus, CommitmentStatus, Entry, Kind};
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, now, start_at_pen, start_over};
use crate::support::programme::programme;

fn at(tab: Tab) -> Driver {
    start_over(Place::Tab(tab), programme)
}

/// The entries of a class as they are stored, in the order of the list.
fn stored(app: &Driver, class: WorkClass) -> Vec<Entry> {
    let store = Store::reader(app.path(), now()).unwrap();
    let filter = Filter { class, ..Filter::default() };
    work::list(&store, &filter, 0, 99).unwrap().into_iter().map(|work| work.entry).collect()
}

fn of_text(app: &Driver, class: WorkClass, begins: &str) -> Entry {
    stored(app, class).into_iter().find(|entry| entry.text.starts_with(begins)).unwrap()
}

/// The rows 1 and 3 of the first group are marked, and the cursor is on row 4 which is not.
fn two_marked_commitments() -> Driver {
    let mut app = at(Tab::FollowUp);
    app.keys("fåtaganden<enter>").keys("<home><space><down><space>").shows("2 markerade");
    app
}

#[test]
fn owner_and_date_are_set_for_the_marked_and_for_nothing_else() {
    let mut app = two_marked_commitments();
    let before = stored(&app, WorkClass::Commitments);
    app.keys("a").shows("Vem och när: 2 markerade").shows("De är olika");
    app.keys("Eva Ek<tab>15/3<enter>").shows("2 inlägg: ansvarig och datum är sparade");
    let after = stored(&app, WorkClass::Commitments);
    let changed: Vec<&Entry> = after.iter().filter(|entry| !before.contains(entry)).collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert!(changed.iter().all(|entry| entry.owner.as_deref() == Some("Eva Ek") && entry.due.is_some()));
    app.keys("<c-z>");
    assert_eq!(stored(&app, WorkClass::Commitments), before);
}

#[test]
fn a_field_where_they_differ_leaves_each_as_it_is() {
    let mut app = two_marked_commitments();
    app.keys("a<tab>15/3<enter>").shows("ansvarig och datum är sparade");
    assert_eq!(of_text(&app, WorkClass::Commitments, "Ringa").owner.as_deref(), Some("Amina Berg"));
    let due = |begins| of_text(&app, WorkClass::Commitments, begins).due.is_some();
    assert_eq!(["Ringa", "Fika", "Boka", "Gå hem", "Läsa"].map(due).iter().filter(|due| **due).count(), 2);
}

#[test]
fn a_status_is_set_for_all_that_are_marked() {
    let mut app = two_marked_commitments();
    app.keys("s").shows("Hur står det till med 2 markerade?").keys("<right><enter>").shows("2 inlägg: gjort");
    let done = Kind::Commitment(CommitmentStatus::Done);
    let commitments = stored(&app, WorkClass::Commitments);
    assert_eq!(commitments.iter().filter(|entry| entry.kind == done).count(), 2);
}

#[test]
fn of_two_kinds_one_chooses_a_status_that_both_have() {
    let mut app = at(Tab::FollowUp);
    app.keys("b").shows("Amina Berg (2)").keys("<home><space><space>").shows("2 markerade");
    app.keys("s").shows("‹ lovat / ny ›").keys("<enter>").shows("Inget ändrades");
    app.keys("s<right>").shows("gjort / klar").keys("<right>").shows("på väg / pågår").keys("<right>");
    app.shows("blev inte av / struken").keys("<right>").shows("lovat / ny").keys("<esc>");
    let done = [Kind::Action(ActionStatus::Done), Kind::Commitment(CommitmentStatus::Done)];
    assert!(!stored(&app, WorkClass::Owed).iter().any(|entry| done.contains(&entry.kind)));
    app.keys("s<right><right><enter>").shows("2 inlägg: på väg / pågår");
    let hers = |app: &Driver| {
        let owed = stored(app, WorkClass::Owed).into_iter();
        owed.filter(|entry| entry.owner.as_deref() == Some("Amina Berg"))
            .map(|entry| entry.kind)
            .collect::<Vec<_>>()
    };
    let underway = [Kind::Action(ActionStatus::Ongoing), Kind::Commitment(CommitmentStatus::Underway)];
    assert!(underway.iter().all(|kind| hers(&app).contains(kind)), "{}", app.screen());
    app.keys("<c-z>").keys("s<right><tab>Klart båda<enter>");
    let owed = stored(&app, WorkClass::Owed);
    let both = |entry: &&Entry| done.contains(&entry.kind) && entry.owner.as_deref() == Some("Amina Berg");
    assert_eq!(owed.iter().filter(both).count(), 2, "{}", app.screen());
}

#[test]
fn an_action_is_made_of_each_that_is_marked() {
    let mut app = at(Tab::Challenges);
    app.keys("<space><space>g").shows("Gör åtgärder av 2 markerade").keys("Lena Holm<enter>");
    app.shows("2 nya åtgärder");
    let made: Vec<Entry> =
        stored(&app, WorkClass::Actions).into_iter().filter(|entry| entry.source.is_some()).collect();
    let texts: Vec<&str> = made.iter().map(|entry| entry.text.as_str()).collect();
    assert_eq!(texts.len(), 2);
    assert!(texts.contains(&"Avtalen är för långa för att hinna ändra något"), "{texts:?}");
    assert!(made.iter().all(|entry| entry.owner.as_deref() == Some("Lena Holm")));
}

#[test]
fn tags_and_stars_are_for_all_that_are_marked() {
    let mut app = at(Tab::Challenges);
    app.keys("<space><space>").keys("lavtal<enter>").shows("2 inlägg har nya etiketter");
    app.keys("u").shows("2 inlägg har fått en stjärna");
    let starred = |app: &Driver| {
        let challenges = stored(app, WorkClass::Challenges);
        challenges.iter().filter(|entry| entry.starred && entry.tags == ["avtal"]).count()
    };
    assert_eq!(starred(&app), 2);
    app.keys("uu");
    assert_eq!(starred(&app), 0);
}

#[test]
fn a_verb_for_one_says_so_where_several_are_marked() {
    let mut app = at(Tab::Challenges);
    app.keys("<space><space>")
        .keys("e")
        .shows("Det här görs med ett inlägg i taget; 2 är markerade. Esc avmarkerar.");
    app.keys("<esc>").hides("markerade").keys("e").shows("Ändra U-");
}

#[test]
fn one_mark_is_what_is_changed_and_not_the_row_beside_it() {
    for (tab, class) in [(Tab::Challenges, WorkClass::Challenges), (Tab::FollowUp, WorkClass::Owed)] {
        let mut app = at(tab);
        let first = stored(&app, class).remove(0);
        app.keys("<home><space>").shows("1 markerad").keys("e").shows("Ändra ");
        app.keys(" då<enter>");
        assert_eq!(stored(&app, class).remove(0).text, format!("{} då", first.text));
        app.keys("d");
        let left = stored(&app, class);
        assert!(left.iter().all(|entry| entry.id != first.id), "{}", app.screen());
    }
    let mut app = pen();
    app.keys("<s-up><del>").shows("”Fyra” är borttagen").shows("3 inlägg").shows("▌ -  Tre");
}

#[test]
fn what_a_filter_hides_stays_marked_and_nothing_is_done_to_it_unseen() {
    let mut app = at(Tab::FollowUp);
    app.keys("b<home><space>").shows("1 markerad").keys("flena<enter>").shows("1 markerad, 1 utom synhåll");
    let before = stored(&app, WorkClass::Owed);
    for key in ["d", "u", "s", "a"] {
        app.keys(key).shows("Det som är markerat är utom synhåll");
    }
    assert_eq!(stored(&app, WorkClass::Owed), before);
    // With one in sight it is done to that one.
    app.keys("<home><space>").shows("2 markerade, 1 utom synhåll").keys("u").shows("har fått en stjärna");
    let after = stored(&app, WorkClass::Owed);
    assert_eq!(after.iter().filter(|entry| !before.contains(entry)).count(), 1);
    app.keys("v").shows("2 markerade").hides("utom synhåll");
    app.keys("<esc>").hides("markerade");
}

#[test]
fn what_leaves_the_list_by_what_was_done_to_it_is_not_marked_any_more() {
    let mut app = at(Tab::FollowUp);
    app.keys("fåtaganden<enter>falla öppna<enter>").keys("<home><space><space>").shows("2 markerade");
    app.keys("s<right><enter>").shows("2 inlägg: gjort").hides("markerade").hides("utom synhåll");
}

#[test]
fn what_is_answered_followed_up_or_old_is_asked_about_before_it_is_deleted() {
    let mut app = at(Tab::Challenges);
    app.keys("<space><space>d").hides("Ta bort 2 markerade?").shows("2 inlägg är borttagna").keys("<c-z>");
    app.keys("<home>rI april<enter>").keys("<esc><end><up><space><down><space>");
    app.keys("d").shows("Ta bort 2 markerade?").shows("1 besvarat").keys("<esc>");
    assert_eq!(stored(&app, WorkClass::Challenges).len(), 4);
    app.keys("d<enter>").shows("2 inlägg är borttagna");
    assert_eq!(stored(&app, WorkClass::Challenges).len(), 2);
}

#[test]
fn a_check_in_begins_with_the_chosen_one_and_goes_through_its_group() {
    let mut app = at(Tab::FollowUp);
    app.keys("b").keys("<home><down><down><down>").shows("▌   Å-2   Boka chefsdag");
    app.keys("c").shows("1 av 2").shows("│ Boka chefsdag").keys("j");
    app.shows("2 av 2").shows("Fråga facket");
    app.keys("<esc>b<home><space><space>c").shows("1 av 2");
}

/// A meeting with four lines at the pen.
fn pen() -> Driver {
    let mut app = start_at_pen();
    app.keys("! Ett<enter>! Två<enter>Tre<enter>Fyra<enter>");
    app
}

#[test]
fn lines_are_marked_at_the_pen_and_everything_is_done_to_them() {
    let mut app = pen();
    app.keys("<up><s-up><s-up>").shows("2 markerade");
    app.shows(" ●").keys("<c-t>fråga<enter>").shows("2 inlägg är nu av slaget fråga");
    assert_eq!(app.screen().matches("?  T").count(), 2, "{}", app.screen());
    app.keys("<c-u>").shows("2 inlägg har fått en stjärna").keys("<c-z><c-z>");
    app.keys("<del>").shows("2 inlägg är borttagna").hides("Två").hides("Tre").shows("Ett").shows("Fyra");
    app.hides("markerade").keys("<c-z>").shows("Två");
}

#[test]
fn one_response_at_the_pen_answers_all_challenges_that_are_marked() {
    let mut app = pen();
    app.keys("<home>").keys("<s-down><s-down>").shows("2 markerade").keys("= Båda<enter>");
    assert_eq!(app.screen().matches("↳ Återkoppling").count(), 2, "{}", app.screen());
    let store = Store::reader(app.path(), now()).unwrap();
    let challenges = stored(&app, WorkClass::Challenges);
    let answers: Vec<_> = challenges.iter().map(|it| store::response::to(&store, it.id).unwrap()).collect();
    assert_eq!(answers[0][0].id, answers[1][0].id);
}

#[test]
fn marks_at_the_pen_are_kept_and_counted_in_another_section() {
    let mut app = pen();
    app.keys("<s-up>").shows("1 markerad").keys("<esc>").hides("markerad");
    app.keys("<s-up><s-up>").shows("2 markerade").keys("<tab>").shows("2 markerade, 2 utom synhåll");
    // A command does it neither, and says so before Enter.
    app.keys("Här<enter>/parkera").shows("De 2 markerade är utom synhåll").keys("<enter>");
    app.shows("/parkera")
        .keys("<esc>")
        .shows("2 markerade, 2 utom synhåll")
        .keys("<del>")
        .shows("De 2 markerade är utom synhåll")
        .shows("Här");
    app.keys("<s-up>").shows("3 markerade, 2 utom synhåll").keys("<del>").shows("”Här” är borttagen");
    app.shows("2 markerade, 2 utom synhåll").keys("<s-tab>").shows("2 markerade").hides("utom synhåll");
    app.keys("<del>").shows("2 inlägg är borttagna").hides("markerade");
    app.keys("<s-up><tab>")
        .shows("1 utom synhåll")
        .keys("<esc>")
        .hides("utom synhåll")
        .keys("<s-tab>")
        .hides("markerad");
}

/// How many of these entries are on the screen.
fn shown(app: &Driver, entries: &[Entry]) -> usize {
    let screen = app.screen();
    entries.iter().filter(|entry| screen.contains(&entry.text)).count()
}

#[test]
fn the_export_page_takes_what_is_marked_and_lets_go_of_it() {
    let mut app = two_marked_commitments();
    let all = stored(&app, WorkClass::Commitments);
    app.size(120, 60).keys("<c-x>").wait_for("2 markerade").wait_for("2 valda");
    assert_eq!(shown(&app, &all), 2, "{}", app.screen());
    // Only what can be about chosen work is offered: nothing that would say that there are no challenges.
    app.keys("<left>").shows("‹ Påminnelse att mejla ›").keys("<left>").shows("‹ Åtgärdslista ›");
    app.keys("e").shows("Texten redigeras bara");
    app.keys("<down>").shows("‹ 2 markerade ›").keys("<right>").shows("‹ mötet ›").wait_till_gone("2 valda");
    app.keys("<left>").wait_for("2 valda");
    app.keys("<esc>").shows("2 markerade");
}

#[test]
fn the_export_page_takes_what_the_filter_shows() {
    let mut app = at(Tab::FollowUp);
    app.keys("fAmina<enter>").size(120, 60);
    let store = Store::reader(app.path(), now()).unwrap();
    let owner = work::Owner::Named("Amina Berg".to_owned());
    let filter = Filter { class: WorkClass::Owed, owner, ..Filter::default() };
    let hers = work::count(&store, &filter).unwrap();
    assert!(hers > 1);
    app.keys("<c-x>").wait_for("Gäller           Amina Berg").wait_for("åtgärdslista Amina Berg");
    let others = ["Fika", "Gå hem", "Läsa"];
    assert!(!others.iter().any(|other| app.screen().contains(other)), "{}", app.screen());
    app.keys("<left><left>").wait_for("Hej Amina!");
    // A filter that asks for more than the owner is what goes out, and nothing that it leaves out is denied.
    app.keys("<esc>falla öppna<enter>").keys("<c-x>").wait_for("i den filtrerade listan");
    app.keys("<left>").shows("‹ Påminnelse att mejla ›").keys("<left>").shows("‹ Åtgärdslista ›");
}

#[test]
fn all_that_somebody_has_goes_out_whichever_list_it_is_asked_for_in() {
    let mut app = at(Tab::FollowUp);
    app.size(120, 60).keys("fAmina<enter><c-x>").wait_for("Gäller           Amina Berg");
    for _ in 0..4 {
        app.keys("<left>").wait_till_gone("Det finns inga");
        app.hides("antecknade vi inga");
    }
}

#[test]
fn nothing_is_exported_where_nothing_passes_the_filter() {
    let mut app = at(Tab::FollowUp);
    app.keys("fAmina<enter>farkiv<enter>").shows("Inget här passar filtret");
    app.keys("<c-x>").shows("det finns inget att skriva ut").shows("Inget här passar filtret");
}

#[test]
fn the_footer_names_what_is_done_to_marks_at_the_pen() {
    let mut app = start_at_pen();
    app.keys("Ett<enter>Två<enter><s-up>").shows("1 markerad").shows("Ctrl+T gör om").hides("Enter spara");
    app.keys("! Mer").shows("Enter spara").hides("Ctrl+T gör om");
}

#[test]
fn of_several_that_are_marked_it_is_said_how_many_are_meant() {
    let mut app = start_at_pen();
    app.keys("Ett<enter>! Två<enter>Tre<enter>> Fyra<enter><s-up><s-up><s-up><s-up>").shows("4 markerade");
    app.keys("<c-a>").shows("Vem och när: 2 av 4 markerade").keys("<esc>");
    app.keys("s/finns inte/x/<enter>").shows("ett inlägg i taget; 4 är markerade").hides("står inte i");
}

/// The texts of those of the commitments that are not as they were before these keys.
fn changed_by(app: &mut Driver, keys: &str) -> Vec<String> {
    let before = stored(app, WorkClass::Commitments);
    app.keys(keys);
    let after = stored(app, WorkClass::Commitments);
    before.into_iter().filter(|entry| !after.contains(entry)).map(|entry| entry.text).collect()
}

#[test]
fn an_opened_row_is_what_a_verb_is_for_while_others_are_marked() {
    let marked = changed_by(&mut two_marked_commitments(), "u");
    assert_eq!(marked.len(), 2);
    for verb in ["u", "a<tab>15/3<enter>", "s<right><enter>", "t!<enter>", "lskola<enter>", "d"] {
        let mut app = two_marked_commitments();
        app.keys("<enter>")
            .hides("avmarkerar")
            .shows("Esc till listan")
            .shows("Bara den öppnade · 2 markerade");
        let changed = changed_by(&mut app, verb);
        assert_eq!(changed.len(), 1, "{verb}: {changed:?}");
        assert!(!marked.contains(&changed[0]), "{verb}");
        app.keys("<esc>").shows("2 markerade").shows("Esc avmarkerar");
    }
}

#[test]
fn an_opened_challenge_is_answered_and_not_those_that_are_marked() {
    let mut app = at(Tab::Challenges);
    app.keys("<home><space><space><right>").shows("Esc till listan").keys("rJa<enter>");
    app.keys("<esc>").shows("2 markerade");
}

#[test]
fn at_a_wide_terminal_the_list_is_seen_and_its_marks_count() {
    let mut app = two_marked_commitments();
    app.size(160, 40)
        .keys("<enter>")
        .shows("2 markerade")
        .shows("avmarkerar")
        .keys("s")
        .shows("till med 2 markerade?");
}

#[test]
fn the_marked_are_archived_where_some_are_marked() {
    let mut app = two_marked_commitments();
    app.keys("<c-p>arkivera mötets<enter>")
        .shows("Arkivera de 2 åtaganden som är markerade?")
        .keys("<enter>");
    let archived = |entry: &&Entry| entry.kind == Kind::Commitment(CommitmentStatus::Archived);
    assert_eq!(stored(&app, WorkClass::Commitments).iter().filter(archived).count(), 2);
}

#[test]
fn a_response_to_mixed_marks_is_for_the_challenges_among_them_and_says_how_many() {
    let mut app = start_at_pen();
    app.keys("! Frågan<enter>En rad<enter>Två rader<enter>");
    app.keys("<s-up><s-up><s-up><c-r>").shows("1 av 3 markerade").shows("på U-1");
    app.keys("Vi ser över det<enter>").shows("↳ Återkoppling (svar): Vi ser över det");
}

#[test]
fn marks_are_heeded_among_the_promises_for_tomorrow_too() {
    let mut app = at(Tab::Tomorrow);
    let before = stored(&app, WorkClass::Commitments);
    app.keys("<home><space><space>").shows("2 markerade").keys("s<right><enter>");
    let after = stored(&app, WorkClass::Commitments);
    let changed = after.iter().filter(|entry| !before.contains(entry)).count();
    assert_eq!(changed, 2, "{}", app.screen());
}

#[test]
fn the_letters_of_a_check_in_do_nothing_in_lists() {
    for tab in [Tab::Challenges, Tab::Tomorrow, Tab::FollowUp] {
        let mut app = at(tab);
        let classes = [WorkClass::Challenges, WorkClass::Owed];
        let before = classes.map(|class| stored(&app, class));
        app.keys("jpi").keys("f<esc>");
        assert_eq!(classes.map(|class| stored(&app, class)), before, "{tab:?}");
    }
}

#[test]
fn of_what_is_unfinished_only_work_goes_out() {
    let mut app = start_at_pen();
    app.keys("Bara en rad<enter><up><c-u><c-u>").shows("hann inte").keys("<a-5>fhann<enter>");
    app.shows("Bara en rad").keys("<c-x>").shows("går ut för sig. v visar alla").shows("Bara en rad");
    let mut app = start_at_pen();
    app.keys("! Mörkt på torget<enter><up><c-u><c-u>").shows("hann inte").keys("<a-5>fhann<enter>");
    app.shows("Mörkt på torget").keys("<c-x>").wait_for("1 i den filtrerade listan");
    app.size(120, 40).wait_for("Mörkt på torget");
}

#[test]
fn another_press_at_the_edge_takes_no_mark_away() {
    let mut app = start_at_pen();
    app.keys("Ett<enter>Två<enter>").keys("<c-home><s-up>").shows("1 markerad");
    app.keys("<s-up><s-up>").shows("1 markerad").keys("<s-down>").hides("markerad");
}

#[test]
fn hits_are_marked_and_every_verb_is_done_to_all_of_them() {
    let mut app = at(Tab::FollowUp);
    let of = |app: &Driver, text: &str| {
        app.entries().into_iter().find(|entry| entry.text.starts_with(text)).unwrap()
    };
    app.keys("<c-f>ringa").wait_for("Ringa").keys("<s-down>").shows("1 markerad");
    // What is looked for next is marked beside it; what is out of sight is kept, and nothing is done to it.
    app.keys("<c-w>boka")
        .wait_for("Boka")
        .shows("1 utom synhåll")
        .keys("<s-down>")
        .shows("2 markerade, 1 utom");
    app.keys("<esc>").hides("markerade");
    app.keys("<c-w>").keys("o").wait_for("Ringa").keys("<s-down><s-down>").shows("2 markerade").shows("●");
    let marked: Vec<String> = app
        .screen()
        .lines()
        .filter(|line| line.contains('●'))
        .map(|line| line.split_once('●').unwrap().1.split_whitespace().nth(1).unwrap().to_owned())
        .collect();
    let before = app.entries();
    app.keys("<c-l>").shows("2 markerade").keys("kök<enter>");
    let changed: Vec<Entry> = app.entries().into_iter().filter(|entry| !before.contains(entry)).collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert!(
        changed
            .iter()
            .all(|entry| entry.tags == ["kök"] && marked.iter().any(|word| entry.text.starts_with(word)))
    );
    app.keys("<c-a>").shows("Vem och när: 2 markerade").keys("<esc><c-t>").shows("2 markerade").keys("<esc>");
    app.keys("<f2>").shows("2 markerade").keys("<c-x>").shows("markera").keys("<esc>");
    assert!(of(&app, "Ringa").tags.is_empty() || marked.contains(&"Ringa".to_owned()));
}

#[test]
fn marked_hits_are_answered_together_where_challenges_are_and_escape_leads_back() {
    let mut app = start_at_pen();
    app.keys("! Mörkt vid torget<enter>! Mörkt vid skolan<enter>Mörkt ute<enter><c-f>mörkt")
        .wait_for("3 träffar");
    app.keys("<s-down><s-down><s-down>").shows("3 markerade").keys("<c-r>").shows("2 av 3");
    app.keys("Ny belysning<enter>").shows("U-1, U-2 är besvarade");
    let store = Store::reader(app.path(), now()).unwrap();
    let given = |entry: &Entry| store::response::to(&store, entry.id).unwrap().len();
    let answered: Vec<usize> = app.entries().iter().map(given).collect();
    assert_eq!(answered, [1, 1, 0], "{}", app.screen());
    app.keys("<esc><esc>").shows("Sök  mörkt");
}
