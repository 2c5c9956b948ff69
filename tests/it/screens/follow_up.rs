//! The flip-chart and the follow-up: the morning after.

use vidpennan::model::{CommitmentStatus, Kind};
use vidpennan::ops::{self, PersonDetails};
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, start_over};
use crate::support::programme::programme;

fn tomorrow() -> Driver {
    start_over(Place::Tab(Tab::Tomorrow), programme)
}

fn follow_up() -> Driver {
    start_over(Place::Tab(Tab::FollowUp), programme)
}

#[test]
fn the_flip_chart_shows_the_latest_promises_and_steps_to_earlier_ones() {
    let mut app = tomorrow();
    app.shows("Nätverksträff · ons 11 feb")
        .shows("Lovat 3")
        .shows("Gå hem i tid på fredag")
        .shows("← 1 av 2 →");
    insta::assert_snapshot!("tomorrow_80x24", app.screen());
    app.keys("<right>").shows("Framtidsveckan").shows("Ringa inköp").shows("Amina Berg").hides("Gå hem");
    app.keys("<left>").shows("Gå hem i tid");
}

#[test]
fn the_morning_after_one_asks_about_each_promise() {
    let mut app = tomorrow();
    app.keys("c").shows("Hur gick det?  1 av 3").shows("Boka ett möte med skolan").keys("j");
    app.shows("Hur gick det?  2 av 3").shows("Gå hem i tid").keys("kHann inte, men snart<enter>p");
    app.shows("3 av 3").keys("i").hides("Hur gick det?").shows("3 avstämda, klart");
    app.shows("Lovat 3 · gjort 1 · på väg 1 · blev inte av 1").shows("Gjort (1)").shows("På väg (1)");
    app.keys("<home>o").shows("Hann inte, men snart").shows("Eva Lind").keys("<esc>");
    insta::assert_snapshot!("tomorrow_checked_120x40", app.size(120, 40).screen());
    app.keys("<c-z><c-z><c-z>").shows("Lovat (3)");
}

#[test]
fn what_is_undone_in_the_check_in_comes_up_again() {
    let mut app = tomorrow();
    app.keys("cj")
        .shows("2 av 3")
        .keys("<c-z>")
        .shows("1 av 3")
        .shows("hittills: lovat")
        .keys("f")
        .shows("2 av 3");
    app.keys("<esc>").shows("fortlöpande 1");
}

#[test]
fn promises_are_written_one_after_the_other() {
    let mut app = tomorrow();
    app.keys("nPlantera ett träd @Amina <lt>fre<enter>").shows("Åtagandet är sparat").shows("Lovat 4");
    // Friday after the meeting, which was held on Wednesday 11 February.
    app.shows("Amina")
        .shows("19 d sen")
        .keys("Sova mer<enter>")
        .shows("Lovat 5")
        .keys("<esc>")
        .shows("Sova mer");
    app.keys("<c-z>").shows("Lovat 4");
}

#[test]
fn what_is_late_comes_first() {
    let mut app = follow_up();
    app.shows("9 öppna · 1 försenad").shows("Försenat (1)").shows("5 d sen").shows("Denna vecka (1)");
    app.shows("fre 6 mar").shows("Senare (1)").shows("Utan datum");
    app.shows("Lovat förra gången: 3").shows("C gå igenom dem");
    insta::assert_snapshot!("follow_up_80x24", app.screen());
    insta::assert_snapshot!("follow_up_160x40", app.size(160, 40).screen());
}

#[test]
fn a_follow_up_is_logged_under_the_action() {
    let mut app = follow_up();
    app.keys("s<right><right><tab>Väntar på budget<enter>").shows("Å-1: väntar").keys("<enter>");
    app.shows("Väntar på budget").shows("väntar  ons 4 mar · Eva Lind").keys("<esc>");
    app.keys("s<right><enter>").shows("Klart (1)").keys("<c-z><c-z>").hides("Klart (1)").shows("Å-1");
}

#[test]
fn an_owner_and_a_date_are_set_and_a_bad_date_is_refused() {
    let mut app = follow_up();
    app.keys("a<c-w><c-w>Bo Ek<tab><c-w><c-w><c-w>någon gång<enter>").shows("Datumet går inte att läsa");
    app.keys("<c-w><c-w>1 april<enter>")
        .shows("Å-1: ansvarig och datum är sparade")
        .shows("ons 1 apr")
        .shows("Bo Ek");
    app.keys("<c-z>").shows("5 d sen");
}

#[test]
fn the_list_is_grouped_by_owner_and_meeting_and_filtered() {
    let mut app = follow_up();
    app.keys("b").shows("efter ansvarig").shows("Amina Berg (2)").shows("Lena Holm (2)");
    app.keys("b").shows("efter möte").shows("Nätverksträff (6)").keys("b").shows("Försenat (1)");
    app.keys("fåtgärder<enter>")
        .shows("åtgärder")
        .hides("Fika")
        .keys("flena<enter>")
        .shows("åtgärder · Lena Holm");
    app.hides("lokalerna").keys("v").shows("alla möten").shows("lokalerna");
}

#[test]
fn what_two_own_is_in_a_group_of_theirs_and_found_under_each() {
    let mut app = follow_up();
    app.keys("<home><c-a><c-u>Lena Holm, Amina Berg<enter>").shows("Amina Berg");
    app.keys("b").shows("Lena Holm, Amina Berg (1)").shows("Lena Holm (2)");
    app.keys("famina<enter>").shows("Lena Holm, Amina Berg (1)").hides("Lena Holm (2)");
    app.keys("fvisa<enter>").keys("flena<enter>").shows("Lena Holm, Amina Berg (1)").shows("Lena Holm (2)");
}

#[test]
fn what_is_due_next_week_has_a_group_of_its_own() {
    let mut app = follow_up();
    app.keys("<home>a<tab>2026-03-12<enter>")
        .shows("Nästa vecka (1)")
        .shows("tor 12 mar")
        .shows("Senare (1)");
}

#[test]
fn what_did_not_come_off_is_not_among_what_is_done() {
    let mut app = follow_up();
    app.keys("<home>s<right><right><right><right><enter>").shows("Struket (1)").hides("Klart (");
    app.keys("<c-z>").hides("Struket (");
    let mut app = start_over(Place::Tab(Tab::FollowUp), |store| {
        programme(store);
        let filter = Filter { class: WorkClass::Commitments, ..Filter::default() };
        let promises = work::list(store, &filter, 0, 3).unwrap();
        let outcomes = [CommitmentStatus::Done, CommitmentStatus::Continuous, CommitmentStatus::Abandoned];
        for (promise, outcome) in promises.iter().zip(outcomes) {
            ops::set_status(store, promise.entry.id, Kind::Commitment(outcome)).unwrap();
        }
    });
    app.size(120, 60).shows("Klart (1)").shows("Fortlöpande (1)").shows("Blev inte av (1)");
}

#[test]
fn an_organisation_narrows_the_list_to_what_its_people_owe() {
    let mut app = start_over(Place::Tab(Tab::FollowUp), |store| {
        let amina = PersonDetails {
            name: "Amina Berg".to_owned(),
            organisation: Some("Skolan".to_owned()),
            ..PersonDetails::default()
        };
        ops::enter_people(store, &[amina], None).unwrap();
        programme(store);
    });
    app.keys("fskolan<enter>").shows("Se över lokalerna").shows("Ringa inköp").hides("Boka chefsdag");
    // What goes out says whose it is.
    app.keys("<c-x>").wait_for("Skolan").shows("Profil").keys("<esc>");
    app.keys("<esc>").shows("Boka chefsdag");
}

#[test]
fn the_open_promises_of_a_meeting_are_archived_together_and_come_back_in_one_step() {
    let mut app = tomorrow();
    app.keys("<c-p>arkivera mötets<enter>").shows("Arkivera 3 åtaganden från Nätverksträff?");
    app.keys("<esc>").shows("Lovat 3").keys("<c-p>arkivera mötets<enter><enter>");
    app.shows("3 åtaganden är arkiverade").shows("arkiverat 3").shows("Arkiverat (3)");
    app.keys("<c-z>").shows("Lovat (3)");
    let mut app = follow_up();
    app.keys("fnätverks<enter>").keys("<c-p>arkivera mötets<enter><enter>");
    app.shows("3 åtaganden är arkiverade").keys("<c-p>arkivera mötets<enter>").shows("inga öppna åtaganden");
    let mut app = follow_up();
    app.keys("fAmina<enter>farkiverat<enter>").shows("Inget här passar filtret");
    app.keys("<c-p>arkivera mötets<enter>").shows("Välj ett åtagande först");
}

#[test]
fn a_comment_stays_with_what_it_is_about_and_is_not_lost_unsaid() {
    let mut app = tomorrow();
    app.keys("<home>ckDet gick bra<enter>").shows("Det gick bra").keys("<down>").hides("Det gick bra");
    app.keys("j").keys("<esc>").shows("Kommentaren är inte sparad").shows("Det gick bra");
    app.keys("j").shows("gjort 2").keys("<esc>").hides("Kommentaren är inte sparad");
}

#[test]
fn the_unasked_promises_are_gone_through_from_here() {
    let mut app = follow_up();
    app.shows("4 Imorgon! (3)")
        .keys("<a-2><a-g>")
        .shows("1 av 4")
        .keys("<esc><a-5>C")
        .shows("1 av 4")
        .keys("jjj")
        .shows("gjort 3")
        .hides("gå igenom dem");
    app.keys("<esc>")
        .shows("4 Imorgon!  5")
        .keys("<home>c")
        .shows("Hur gick det?")
        .shows("Skriva stödmaterial")
        .keys("f")
        .keys("<esc>")
        .shows("väntar");
}

#[test]
fn no_size_breaks_the_pictures() {
    for mut app in [tomorrow(), follow_up()] {
        for keys in ["", "o", "<esc>n", "<esc>c", "<esc>f", "<esc>"] {
            app.keys(keys);
            for (width, height) in [(20, 6), (40, 12), (60, 10), (150, 50), (300, 20), (80, 24)] {
                app.size(width, height);
            }
        }
    }
}

#[test]
fn the_totals_are_those_of_what_the_filter_shows() {
    let mut app = follow_up();
    let total = |app: &Driver| app.screen().lines().find(|line| line.contains(" öppna")).unwrap().to_owned();
    let all = total(&app);
    app.keys("favslutade<enter>").hides(&all).shows("0 öppna");
    app.keys("<esc>").shows(&all);
    let mut app = tomorrow();
    app.shows("Lovat 3").keys("fBo Ek<enter>").hides("Lovat 3").shows("Lovat 1");
}

#[test]
fn enter_begins_the_comment_so_that_no_letter_of_it_is_an_outcome() {
    let mut app = follow_up();
    app.keys("<end>c<enter>fin promenad")
        .shows("fin promenad")
        .shows("1 av 6")
        .keys("<enter>j")
        .shows("2 av 6");
}
