//! Whoever writes goes on writing: what is typed at the pen is never an answer to a question or a key of a list.

use vidpennan::i18n::{Lang, templates};
use vidpennan::model::{Entry, MeetingKind};
use vidpennan::ops::{self, NewMeeting};
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, now, start_over};
use crate::support::programme::meet;
use crate::support::room::entries_of;

/// What can be typed after the key that somebody meant to be the last one.
const LINES: [&str; 5] =
    ["Rad två", "! min A", "djur och natur", "en sak till: nya möbler", "Adjunkten delar allt"];

/// Every meeting's title with what was said in it.
fn stored(app: &Driver) -> Vec<(String, Vec<Entry>)> {
    let store = Store::reader(app.path(), now()).unwrap();
    let meetings = store::meeting::list(&store).unwrap();
    meetings.into_iter().map(|meeting| (meeting.title, entries_of(&store, meeting.id))).collect()
}

/// What was said in the meeting with this title.
fn said(app: &Driver, title: &str) -> Vec<String> {
    let found = stored(app).into_iter().find(|(called, _)| called == title);
    found.map(|(_, entries)| entries.into_iter().map(|entry| entry.text).collect()).unwrap_or_default()
}

fn words_of(line: &str) -> &str {
    line.trim_start_matches("! ")
}

/// At the pen of a meeting of today with eight tables.
fn pen() -> Driver {
    let mut app = start_over(Place::Tab(Tab::Meetings), |store| {
        let sections = templates::sections(Lang::Sv, MeetingKind::RoundTable);
        let new = NewMeeting {
            date: Some(now().today()),
            tables: 8,
            ..NewMeeting::from_template("Framtidsveckan", MeetingKind::RoundTable, sections)
        };
        ops::create_meeting(store, new).unwrap();
    });
    app.keys("<enter>");
    app
}

/// At the pen of a second meeting of the day; the first has a line in it.
fn second_meeting() -> Driver {
    let mut app = pen();
    app.keys("Rad i dag<enter><c-n>Sen kväll<enter>Rad ett<enter>");
    app
}

#[test]
fn a_line_typed_after_one_escape_too_many_is_written_at_the_pen() {
    for line in LINES {
        for escapes in ["<esc>", "<esc><esc>"] {
            let mut app = second_meeting();
            let before = stored(&app);
            app.keys(escapes).shows("▌").keys(line).shows(line).shows("Efter Esc skriver du vid pennan");
            assert_eq!(stored(&app), before, "{line}");
            app.keys("<enter>");
            assert_eq!(said(&app, "Sen kväll"), ["Rad ett", words_of(line)], "{line}");
            assert_eq!(stored(&app).len(), before.len(), "{line}");
        }
    }
}

#[test]
fn after_escape_and_an_arrow_the_keys_are_those_of_the_list() {
    let mut app = second_meeting();
    app.keys("<esc><down><up>a").shows("Avsnitt i Sen kväll").keys("<esc>d").shows("Ta bort");
}

#[test]
fn a_line_typed_at_a_question_over_the_pen_does_not_answer_it() {
    let answered = "! Bussen går sällan<enter>= Vi frågar<enter><up><c-d>";
    for (question, asked) in [
        (answered, "Ta bort"),
        ("/bord 12<enter>", "Bord 12?"),
        ("Rad<enter>/flytta bord 12<enter>", "Bord 12?"),
    ] {
        for line in ["Vi säljer bilen", "Nästa rad som någon säger", "ja det är sant", " nej"] {
            let mut app = pen();
            app.keys(question).shows(asked);
            let before = stored(&app);
            app.keys(line).hides(asked).shows("✎").shows(line).shows("du skrev vidare");
            assert_eq!(stored(&app), before, "{asked} {line}");
            app.keys("<enter>").hides("bord 12");
            assert_eq!(said(&app, "Framtidsveckan").last().unwrap(), line.trim(), "{asked}");
        }
        let mut app = pen();
        app.keys(question).shows(asked);
        app.paste("En rad till").hides(asked).shows("En rad till");
    }
}

#[test]
fn enter_alone_and_escape_alone_answer_a_question_over_the_pen() {
    let mut app = pen();
    app.keys("/bord 12<enter><esc>").hides("ord 12");
    app.keys("/bord 12<enter><enter>").shows("Bord 12");
}

#[test]
fn escape_from_the_pen_chooses_the_meeting_that_was_written_in() {
    let mut app = second_meeting();
    app.keys("<esc>").shows("▌ ons 4 mar  Sen kväll").keys("<enter>Rad två<enter>");
    assert_eq!(said(&app, "Sen kväll"), ["Rad ett", "Rad två"]);
    // By way of another meeting.
    app.keys("<esc><end><enter>Rad<enter>")
        .shows("Rad i dag")
        .keys("<esc>")
        .shows("▌ ons 4 mar  Framtidsveckan");
    // By way of another meeting and of today's again, which are two.
    app.keys("<up><enter><a-home>").keys("<esc><enter>Sist<enter>");
    let said = stored(&app).into_iter().find(|(_, said)| said.iter().any(|entry| entry.text == "Sist"));
    let title = said.unwrap().0;
    app.keys("<esc>").shows(&format!("▌ ons 4 mar  {title}"));
}

/// At the pen of a meeting of today, with another one in which promises were made years ago.
fn old_promises() -> Driver {
    start_over(Place::Tab(Tab::FollowUp), |store| {
        let then = meet(store, "Heja LKP", chrono::NaiveDate::from_ymd_opt(2018, 12, 5).unwrap());
        then.act(store, "Skriva avtal", "Amina Berg", None);
        let today = meet(store, "Framtidsveckan", now().today());
        today.act(store, "Ringa skolan", "Bo Ek", None);
    })
}

#[test]
fn the_list_that_escape_leads_back_to_has_the_keys_of_its_footer() {
    for (keys, shows) in [
        ("c", "Hur gick det"),
        (" ", "1 markerad"),
        ("?", "Hjälp om tangenterna"),
        ("/", "Allt som sagts"),
        (",", "Inställningar"),
        ("1", "n nytt möte"),
    ] {
        for there in ["<end>m", "m", "m<esc>m", "mhalv<esc>", "mEn rad till<enter>"] {
            let mut app = old_promises();
            let before = stored(&app);
            app.keys(there).keys("<esc>").shows("c stäm av").keys(keys).shows(shows).hides("✎");
            if !there.contains("<enter>") {
                assert_eq!(stored(&app), before, "{there} {keys}");
            }
        }
    }
    let mut app = old_promises();
    app.keys("<a-1><enter><esc>n").shows("Nytt möte");
    // An old meeting is never written in by what is typed over a list.
    app.keys("<esc><end><enter>En rad<enter><esc>").shows("n nytt möte").keys("n").shows("Nytt möte");
}

#[test]
fn where_letters_go_on_at_the_pen_the_footer_says_so() {
    let mut app = second_meeting();
    app.keys("<esc>").shows("Det du skriver går till pennan").hides("n nytt möte");
    app.keys("<down>").shows("n nytt möte").hides("går till pennan");
    let mut app = second_meeting();
    app.size(40, 12).keys("<esc>").shows("Det du skriver går till pennan");
}

#[test]
fn a_correction_in_another_meeting_says_which_and_its_year_at_every_size() {
    for (width, height) in [(80, 24), (60, 16), (40, 12)] {
        let mut app = old_promises();
        app.size(width, height).keys("m").shows("Skriver i: He").shows("ons 5 dec 2018");
        app.keys("<up><f2>").shows("Skriver i: He").shows("ons 5 dec 2018").shows("sparar rättelsen");
    }
    // A long title is cut before the day is.
    let mut app = start_over(Place::Tab(Tab::Meetings), |store| {
        let then = chrono::NaiveDate::from_ymd_opt(2018, 12, 5).unwrap();
        meet(store, "Livskvalitetsprogrammets ambassadörsträff", then);
    });
    app.size(40, 12).keys("<enter>").shows("Skriver i: Livs").shows("5 dec 2018");
}
