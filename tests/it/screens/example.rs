//! Leaving the example: whatever was done in it is asked about, the words can be taken along, and what cannot is named.

use std::path::PathBuf;

use tempfile::TempDir;
use vidpennan::i18n::Lang;
use vidpennan::minutes::Minutes;
use vidpennan::minutes::compose::compose;
use vidpennan::store::{self, Store};
use vidpennan::ui::app::Ending;
use vidpennan::ui::draft::Draft;
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, again, start_example};
use crate::support::room::options;

/// The example, and the file of the user's own store.
struct Example {
    app: Driver,
    own: PathBuf,
    _folder: TempDir,
}

fn example() -> Example {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("egna.db");
    Example { app: start_example(&own), own, _folder: folder }
}

impl Example {
    /// What is in the user's own store: the meeting that was made of the words, as minutes.
    fn kept(&self) -> Minutes {
        let store = Store::open(&self.own, options()).unwrap();
        let meetings = store::meeting::list(&store).unwrap();
        assert_eq!(meetings.len(), 1);
        compose(&store, meetings[0].id, Lang::Sv.words()).unwrap()
    }
}

/// The texts of the lines, in order.
fn lines(minutes: &Minutes) -> Vec<&str> {
    minutes.sections.iter().flat_map(|section| &section.entries).map(|entry| entry.text.as_str()).collect()
}

#[test]
fn words_in_the_example_s_own_lines_go_along() {
    let mut example = example();
    example.app.keys("Egen rad<enter><up><up><f2>").shows("rättar").keys(" och mer av mig<enter>");
    example.app.keys("+ med tillägg<enter>");
    example
        .app
        .keys("<c-q>")
        .shows("Du har skrivit 2 rader i exemplet")
        .shows("Spara dem i ett eget möte")
        .shows("Släng dem")
        .hides("sparas inte:")
        .keys("<enter>");
    assert_eq!(example.app.ending(), Some(Ending::Quit));
    let kept = example.kept();
    let lines = lines(&kept);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("Egen rad")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains(" och mer av mig")), "{lines:?}");
    assert!(example.app.saved_drafts().is_empty());
}

#[test]
fn a_response_goes_along_with_its_challenge_and_is_nobodys_of_the_example() {
    let mut example = example();
    let keys =
        "! Ingen äger frågan<enter>= På gång: Vi tar det <lt>1/4<enter>= @Bo_Ek: Jag hjälper till<enter>";
    example.app.keys(keys).keys("<a-3><end><enter>Det ser vi på<enter>");
    example.app.keys("<c-q>").shows("Du har skrivit 4 rader i exemplet").keys("<enter>");
    let kept = example.kept();
    assert_eq!(lines(&kept).len(), 2, "{:?}", lines(&kept));
    let entries = || kept.sections.iter().flat_map(|section| &section.entries);
    let own = entries().find(|entry| entry.text == "Ingen äger frågan").unwrap();
    let given: Vec<&str> = own.responses.iter().map(|response| response.text.as_str()).collect();
    assert_eq!(given, ["Vi tar det", "Jag hjälper till (Bo Ek)"]);
    assert!(own.responses[0].due.is_some());
    let note = entries().find(|entry| entry.text.ends_with(": Det ser vi på"));
    let note = note.unwrap_or_else(|| panic!("{:?}", lines(&kept)));
    assert_eq!(note.speaker, None);
}

#[test]
fn what_cannot_go_along_is_named_and_one_may_stay() {
    let mut example = example();
    example.app.keys("<a-1>e Nytt namn<enter>").shows("Mötet är ändrat");
    example.app.keys("<c-q>").shows("Du har ändrat i exemplet").shows("Det här sparas inte: ändra mötet");
    example.app.keys("<down>").shows("▌ Stanna i exemplet").keys("<enter>").hides("Du har ändrat");
    assert_eq!(example.app.ending(), None);
    example.app.keys("<a-2>Egen rad<enter><c-q>").shows("Du har skrivit 1 rad i exemplet");
    example.app.shows("Spara den i ett eget möte").shows("Släng den");
    example.app.shows("sparas inte: ändra mötet").keys("<esc>");
    assert_eq!(example.app.ending(), None);
    // What is undone is nothing.
    example.app.keys("<c-z><a-1><c-z><enter><c-q>");
    assert_eq!(example.app.ending(), Some(Ending::Quit), "{}", example.app.screen());
}

#[test]
fn the_comment_of_a_check_goes_along_and_the_check_stays() {
    let mut example = example();
    example.app.keys("<a-4><home>c").keys("k").keys("Ringde i går<enter>").keys("j");
    example.app.keys("<c-q>").shows("Du har skrivit 1 rad i exemplet").shows("sparas inte: följa upp");
    example.app.keys("<enter>");
    let kept = example.kept();
    assert!(lines(&kept)[0].starts_with("Uppföljning (") && lines(&kept)[0].ends_with("): Ringde i går"));
}

#[test]
fn an_edited_report_goes_along_as_text() {
    let mut example = example();
    example.app.size(80, 30).keys("<c-x>").wait_for("För vem?").keys("<right><right><right><right>");
    example.app.wait_for("Sammanfattning").wait_till_gone("Läser …").keys("<c-e>").shows("luckor kvar");
    example.app.keys("<c-end><enter>Mina egna ord<c-q>").shows("Du har skrivit 1 rapport i exemplet");
    example.app.keys("<enter>");
    let kept = example.kept();
    assert_eq!(kept.sections[0].heading, "Tjänsteskrivelse: God vardag i Lindby");
    assert_eq!(kept.sections[0].intro.last().unwrap(), "Mina egna ord");
}

#[test]
fn what_was_written_when_nobody_could_be_asked_is_asked_about_the_next_time() {
    let mut example = example();
    example.app.keys("Egen rad<enter>Halv ra");
    let drafts = example.app.signal();
    assert_eq!(drafts.len(), 1);
    let own = || Store::open(&example.own, options()).unwrap();

    // Who does not answer is asked again; who throws it away is not.
    let mut app = again(own(), Place::Tab(Tab::Meetings), drafts.clone());
    app.shows("Exemplet stängdes. Du hade skrivit 2 rader").keys("<esc>").hides("Exemplet stängdes");
    assert_eq!(app.signal(), drafts);
    let mut app = again(own(), Place::Tab(Tab::Meetings), drafts.clone());
    app.keys("<down><enter>").hides("Exemplet stängdes").hides("Från exemplet");
    assert!(app.saved_drafts().is_empty());

    let mut app = again(own(), Place::Tab(Tab::Meetings), drafts);
    app.keys("<enter>").shows("2 rader sparade i mötet ”Från exemplet").shows("Ctrl+Z ångrar");
    assert!(app.saved_drafts().is_empty());
    assert_eq!(lines(&example.kept()), ["Egen rad", "Halv ra"]);
}

#[test]
fn a_signal_over_the_question_is_no_answer_and_an_answer_is_one() {
    let mut example = example();
    example.app.keys("Egen rad<enter><c-q>").shows("Du har skrivit 1 rad");
    assert!(matches!(example.app.signal()[..], [Draft::Example(_)]));
    let mut example = self::example();
    example.app.keys("Egen rad<enter><c-q><down><enter>");
    assert_eq!(example.app.ending(), Some(Ending::Quit));
    assert!(example.app.saved_drafts().is_empty());
}

#[test]
fn to_leave_twice_throws_nothing_away() {
    let mut example = example();
    example.app.keys("Min viktiga rad<enter>Halv ra<c-q><c-q>");
    assert_eq!(example.app.ending(), Some(Ending::Quit));
    assert_eq!(lines(&example.kept()), ["Min viktiga rad", "Halv ra"]);
}

#[test]
fn what_was_tried_out_belongs_to_no_programme_of_ones_own() {
    let mut example = example();
    let mut own = again(Store::open(&example.own, options()).unwrap(), Place::Tab(Tab::Meetings), Vec::new());
    own.keys("nHeldag<s-tab>Livskvalitetsprogrammet<enter>").signal();
    example.app.keys("Egen rad<enter><c-q>").shows("Du har skrivit 1 rad").keys("<enter>");
    let store = Store::open(&example.own, options()).unwrap();
    let meetings = store::meeting::list(&store).unwrap();
    let kept = meetings.iter().find(|meeting| meeting.title.starts_with("Från exemplet")).unwrap();
    assert_eq!(kept.programme, None);
    assert!(meetings.iter().any(|meeting| meeting.programme.is_some()));
}
