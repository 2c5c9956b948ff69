//! Slips at the pen: what a line, a command or a key does is what was said before it, to the row that was named.

use vidpennan::clock::Clock;
use vidpennan::i18n::{Lang, templates};
use vidpennan::model::{MeetingKind, ResponseKind};
use vidpennan::ops::{self, NewMeeting, Reply};
use vidpennan::store::{self, Options, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, now, over_in, start_at_pen, start_over};
use crate::support::programme::{day, meet, programme};

const NOT_FOR_RESPONSES: &str = "Det går inte att göra med en återkoppling";

#[test]
fn a_command_is_done_to_the_response_that_its_preview_names_or_refused() {
    for line in ["/parkera", "/stjärna", "/hann inte", "/tagg kök", "/ansvarig Jonas", "/åtgärd"] {
        for chosen in ["", "<up><down>"] {
            let mut app = start_at_pen();
            app.keys("! Utmaning X<enter>= Svar Y<enter>").keys(chosen);
            let before = app.entries();
            app.keys(line).shows(NOT_FOR_RESPONSES).keys("<enter>").shows(NOT_FOR_RESPONSES).shows(line);
            assert_eq!(app.entries(), before, "{line}");
        }
    }
}

#[test]
fn a_response_is_not_moved_to_a_table_and_does_not_become_a_note() {
    for (line, why) in [
        ("/flytta bord 3", "En återkoppling hör till en utmaning"),
        ("/flytta möte Fram", "En återkoppling hör till en utmaning"),
        ("/gör till fråga", "Det kan en återkoppling inte bli"),
    ] {
        let mut app = start_at_pen();
        app.keys("! Utmaning X<enter>! Utmaning Z<enter><up>= Svar Y<enter>");
        let before = app.entries();
        app.keys(line).shows(why).keys("<enter>").shows(why).hides("Flytta återkopplingen till");
        assert_eq!(app.entries(), before, "{line}");
        app.keys("<esc>/gör till på gång<enter>").shows("Återkoppling (på gång): Svar Y");
    }
}

#[test]
fn the_pen_says_that_it_writes_in_a_meeting_without_a_date() {
    let mut app = start_over(Place::Tab(Tab::Meetings), |store| {
        let template = templates::sections(Lang::Sv, MeetingKind::RoundTable);
        ops::create_meeting(store, NewMeeting::from_template("Heja LKP", MeetingKind::RoundTable, template))
            .unwrap();
    });
    app.keys("<enter>").shows("Skriver i: Heja LKP, utan datum");
    app.keys("Rad").shows("Skriver i: Heja LKP, utan datum");
}

#[test]
fn what_was_done_after_a_line_was_emptied_is_undone_before_the_line_comes_back() {
    let mut app = start_at_pen();
    app.keys("Rad A<enter>Rad B<enter>halv rad<esc>").keys("<c-d>").shows("”Rad B” är borttagen");
    app.keys("<c-z>").shows("-  Rad B").hides("halv rad");
    app.keys("<c-z>").shows("✎  halv rad").shows("-  Rad B");
    // Redone in the same order.
    app.keys("<esc><c-u>").shows("har fått en stjärna").keys("<c-z><c-y>").shows("★").hides("halv rad");
}

#[test]
fn the_export_page_takes_what_is_marked_at_the_pen() {
    let mut app = start_at_pen();
    app.keys("> Löfte ett<enter>> Löfte två<enter>> Löfte tre<enter>Anteckning<enter>");
    app.keys("<up><s-up><s-up>").shows("2 markerade").size(120, 60).keys("<c-x>");
    app.wait_for("2 markerade").wait_for("2 valda").keys("<esc>").shows("2 markerade");
    // What cannot go out by itself is counted.
    app.keys("<esc><home><s-down><s-down><s-down><s-down>").shows("4 markerade").keys("<c-x>");
    app.shows("1 är inte med");
}

#[test]
fn notes_that_are_marked_are_not_exported_and_it_is_said() {
    let mut app = start_at_pen();
    app.keys("Ett<enter>Två<enter><s-up><c-x>").shows("Bara utmaningar, åtaganden och åtgärder");
}

#[test]
fn the_export_page_takes_what_is_marked_among_what_was_not_written_down() {
    let mut app = start_at_pen();
    app.keys("> Löfte ett<enter><c-u><c-u>> Löfte två<enter><c-u><c-u>> Löfte tre<enter><c-u><c-u>");
    app.keys("<a-5>fhann inte<enter>").shows("Löfte tre").keys("<home><space><space>").shows("2 markerade");
    app.size(120, 60).keys("<c-x>").wait_for("2 markerade").wait_for("2 valda");
}

/// Whether a line is saved only at the second Enter, after it was said why.
fn is_asked_about(app: &mut Driver, line: &str, why: &str) {
    let before = app.entries();
    app.keys(line).keys("<enter>").shows(why).shows("tryck Enter igen");
    assert_eq!(app.entries(), before, "{line}");
    app.keys("<enter>").shows("Skriv vad som sägs");
    assert_ne!(app.entries(), before, "{line}");
}

#[test]
fn whatever_looks_like_a_date_and_is_none_is_said_before_it_becomes_text() {
    for typed in ["32/1", "1/13", "0/5", "2027", "15/12-16/12", "\"fre\"", "vår", "snarast"] {
        let mut app = start_at_pen();
        is_asked_about(&mut app, &format!("> Prova <lt>{typed}"), typed);
        is_asked_about(&mut app, &format!("! Prova <lt>{typed}"), typed);
        is_asked_about(&mut app, &format!("+ mer <lt>{typed}"), typed);
        is_asked_about(&mut app, &format!("s/mer/<lt>{}/", typed.replace('/', "\\/")), typed);
    }
}

#[test]
fn a_date_that_becomes_text_is_said_too() {
    let mut app = start_at_pen();
    is_asked_about(&mut app, "> Prova <lt>fre <lt>mån", "”mån” blir text: raden har redan ett datum");
    is_asked_about(&mut app, "+ mer <lt>fre", "”fre” blir text: här ändras bara ord");
    app.keys("s/mer/<lt>tis/").shows("”tis” blir text").keys("<esc>");
    app.keys("! Utmaning<enter>= Svar <lt>fre <lt>vår<enter>").shows("”vår” är inget datum").keys("<enter>");
    app.shows("Svar <vår");
}

#[test]
fn a_response_that_is_corrected_asks_about_a_new_date_that_is_none_and_about_no_old_one() {
    let mut app = start_at_pen();
    app.keys("! Utmaning<enter>= Svar Y<enter><up><down><f2> <lt>vår").shows("”vår” är inget datum");
    app.keys("<enter>").shows("tryck Enter igen").shows("rättar återkopplingen").keys("<enter>");
    app.shows("Svar Y <vår").keys("<f2> då<enter>").shows("Svar Y <vår då").hides("rättar");
    app.keys("<f2><end> <lt>1/13<enter>").shows("tryck Enter igen");
}

/// Who is in the register, by name.
fn register(app: &Driver) -> Vec<String> {
    let store = Store::reader(app.path(), now()).unwrap();
    store::person::list(&store).unwrap().into_iter().map(|person| person.name).collect()
}

#[test]
fn a_new_person_is_named_as_new_and_a_slip_makes_none_unasked() {
    let mut app = start_at_pen();
    app.keys("> Ringa @Lova").shows("Lova (ny person)").keys("<enter>").shows("Skriv vad som sägs");
    app.keys("> Fråga @\"Amina Berg\"").shows("Amina Berg (ny person)").keys("<enter>");
    app.keys("> Tacka @Amina").shows("Amina Berg").hides("ny person").keys("<enter>");
    let before = register(&app);
    let slip = "”Amin” blir en ny person; i registret finns Amina Berg";
    for line in ["> Lova @Amin", "! Svårt @Amin", "Bra @Amin hälsar", "/ansvarig Amin"] {
        app.keys(line).keys("<enter>").shows(slip);
        assert_eq!(register(&app), before, "{line}");
        app.keys("<esc><esc>");
    }
    app.keys("! Svårt<enter>= Vi lovar @Amin<enter>").shows(slip).keys("<esc><esc>");
    let half = "”Björn” blir en ny person; hela namnet skrivs @\"Björn Ågren\"";
    app.keys("> Ringa @Björn Ågren<enter>").shows(half);
    assert_eq!(register(&app), before);
    app.keys("<esc>> Ringa @Björn och tala<enter>").shows("Skriv vad som sägs");
    app.keys("> Lova @Amin<enter><enter>").shows("Skriv vad som sägs");
    assert!(register(&app).contains(&"Amin".to_owned()));
}

#[test]
fn what_cannot_be_pasted_loses_its_marker_or_its_tick_and_is_asked_about() {
    let mut app = start_at_pen();
    app.paste(
        "! Utmaning\n= Vi tar det i mars\n+ fortsättning\n/bord 3\ns/a/b/\n> Prova <31/2\n> Prova <vår\n",
    );
    app.shows("5 av 7 rader").shows("●").shows("Vi tar det i mars").hides("= Vi").hides("+ fort");
    app.keys("<down>").shows("klistras inte in");
    app.keys("<enter>").shows("4 rader har något tveksamt (?)").keys("<up>").hides("4 rader har");
    app.keys("<enter>").shows("Enter igen sparar").keys("<enter>").shows("Skriv vad som sägs");
    let said: Vec<String> = app.entries().into_iter().map(|entry| entry.text).collect();
    assert_eq!(said, ["Utmaning", "Vi tar det i mars", "fortsättning", "Prova <31/2", "Prova <vår"]);
}

#[test]
fn what_is_asked_about_in_a_pasted_row_has_its_mark_in_the_row() {
    for (row, mark) in [
        ("> Ringa @Björn Ågren", "@Björn?"),
        ("! Svårt @Amin", "@Amin?"),
        ("> Prova <31/2", "31/2?"),
        ("> Prova <fre <lör", "fre 6 mar lör?"),
        ("> Prova @\"Björn", "@?"),
    ] {
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let mut app = start_at_pen();
            app.keys("> Tacka @\"Amina Berg\"<enter>").size(width, height);
            app.paste(&format!("Ett\n{row}\nTvå\n")).keys("<enter>").shows("1 rad har något tveksamt (?)");
            app.shows(mark);
        }
    }
}

#[test]
fn rows_that_are_understood_are_pasted_at_once() {
    let mut app = start_at_pen();
    app.paste("> Prova <fre\nHej\n").shows("2 av 2 rader").keys("<enter>").shows("Skriv vad som sägs");
    assert_eq!(app.entries().len(), 2);
}

/// The list of challenges, or that of promises, over two earlier meetings.
fn at(tab: Tab) -> Driver {
    start_over(Place::Tab(tab), programme)
}

#[test]
fn the_lines_of_the_lists_say_in_which_other_meeting_they_write() {
    at(Tab::Challenges)
        .keys("r")
        .shows("Skriver i: Framtidsveckan, ons 10 dec 2025")
        .keys("! ny")
        .shows("utmaning");
    at(Tab::Tomorrow).keys("n").shows("Skriver i: ");
    let mut app = start_at_pen();
    app.keys("! Utmaning<enter><a-3>r").shows("Återkoppling till").hides("Skriver i");
    app.keys("<esc><a-4>n").shows("@namn: vem").hides("Skriver i");
}

#[test]
fn the_lines_of_the_lists_have_an_undo_and_come_back_after_escape() {
    for (tab, key) in [(Tab::Challenges, "r"), (Tab::Tomorrow, "n")] {
        let mut app = at(tab);
        let before = app.entries();
        app.keys(key)
            .keys("Vi ska göra mer<c-z>")
            .shows("Vi ska göra")
            .hides("göra mer")
            .keys("<c-y>")
            .shows("göra mer");
        app.keys("<esc>").shows("Raden är tömd").hides("göra mer").keys("<c-z>").shows("göra mer");
        // Until something else is done.
        app.keys("<esc>u").shows("stjärna").keys("<c-z>").hides("göra mer");
        assert_eq!(app.entries(), before);
        app.keys("<c-z>").shows("göra mer");
    }
}

#[test]
fn the_lines_of_the_lists_ask_as_the_pen_does() {
    for (tab, key, said) in
        [(Tab::Challenges, "r", "är besvarad"), (Tab::Tomorrow, "n", "Åtagandet är sparat")]
    {
        for typed in ["<lt>vår", "<lt>32/1", "<lt>2027", "<lt>fre <lt>mån", "@Amin"] {
            let mut app = at(tab);
            app.keys(key).keys("Lova ").keys(typed).keys("<enter>").shows("Enter igen sparar så").hides(said);
            app.keys("<enter>").shows(said);
        }
    }
    let mut app = at(Tab::Challenges);
    app.keys("rSvar<enter><end>e↳<enter> <lt>vår<enter>")
        .shows("Enter igen sparar så")
        .keys("<enter>")
        .shows("är ändrad");
}

#[test]
fn an_entry_of_a_list_is_edited_as_the_line_that_the_pen_would_write() {
    for (tab, key) in [(Tab::FollowUp, "e"), (Tab::Tomorrow, "<f2>"), (Tab::Challenges, "<c-e>")] {
        let mut app = at(tab);
        app.keys("<end>").keys(key).shows("Ändra ");
        app.keys(" nu #ny <lt>mån<tab>").shows("måndag 9 mars").keys("<enter>").hides("Ändra ");
        let all = app.entries();
        let entry = all.iter().find(|entry| entry.text.ends_with(" nu")).unwrap();
        assert_eq!(entry.tags, ["ny"]);
        assert!(entry.due.is_some());
    }
}

#[test]
fn the_box_completes_names_asks_about_slips_and_undoes_the_typing() {
    let mut app = at(Tab::Challenges);
    app.keys("<home>e @Ami").shows("@Amina Berg").keys("<tab>").shows("sagt av Amina Berg");
    app.keys("<c-z>").shows("@Ami").keys("<c-z><c-z>").hides("@Ami").shows("Ändra U-1");
    app.keys("<end> <lt>vår<enter>")
        .shows("tryck Enter igen")
        .shows("Ändra U-1")
        .keys("<enter>")
        .hides("Ändra U-1");
    assert!(app.entries().iter().any(|entry| entry.text.ends_with(" <vår")), "{}", app.screen());
    app.keys("e<end> då").keys("<esc>").hides("Ändra U-1");
    app.keys("e<home>/bord 3 <enter>").shows("Så blir raden inget inlägg").keys("<esc>");
    app.keys("e<home><right><right><left><left>").keys("<end><enter>").hides("Ändra U-1");
}

#[test]
fn a_table_beyond_the_room_is_asked_about_when_an_entry_is_moved_there_too() {
    let mut app = start_over(Place::Tab(Tab::RoundTable), |store| {
        meet(store, "Framtidsveckan", day(3, 4));
    });
    app.keys("Rad<enter>/flytta bord 12<enter>").shows("Bord 12?").shows("Mötet har 4 bord").keys("<esc>");
    let tables =
        |app: &Driver| app.entries().into_iter().map(|entry| entry.provenance.table).collect::<Vec<_>>();
    assert_eq!(tables(&app), [Some(1)]);
    app.keys("/flytta 12<enter><enter>").shows("bord 12");
    assert_eq!(tables(&app), [Some(12)]);
    app.keys("/bord 12<enter>").shows("Bord 12?").keys("<esc>/flytta bord 3<enter>").shows("bord 3");
    assert_eq!(tables(&app), [Some(3)]);
}

#[test]
fn a_response_of_an_earlier_day_is_asked_about_before_it_is_deleted() {
    let earlier = |store: &mut Store| {
        let met = meet(store, "Framtidsveckan", day(3, 4));
        let challenge = met.challenge(store, "Avtalen är långa");
        let reply = Reply { kind: ResponseKind::Answer, text: "Vi tar det".to_owned(), due: None };
        ops::answer(store, &[challenge], &reply).unwrap();
    };
    let tomorrow = Clock::Fixed(day(3, 5).and_hms_opt(9, 0, 0).unwrap());
    let open = |tab: Tab| {
        let folder = tempfile::tempdir().unwrap();
        let options = |clock| Options { clock, scribe: None, replicas: None };
        let mut store = Store::open(&folder.path().join("x.db"), options(now())).unwrap();
        earlier(&mut store);
        drop(store);
        let store = Store::open(&folder.path().join("x.db"), options(tomorrow)).unwrap();
        (folder, over_in(store, Place::Tab(tab), Lang::Sv, tomorrow))
    };
    let (_folder, mut app) = open(Tab::RoundTable);
    app.shows("↳").keys("<up><down><c-d>").shows("Ta bort återkopplingen på U-1?");
    app.shows("från en tidigare dag").keys("<esc>").shows("↳");
    app.keys("/ta bort<enter>").shows("Ta bort återkopplingen på U-1?").keys("<enter>").hides("↳");
    let (_folder, mut app) = open(Tab::Challenges);
    app.keys("d").shows("Vad vill du ta bort?").keys("↳<enter>").shows("Ta bort återkopplingen på U-1?");
    app.keys("<esc>d<enter>")
        .shows("Ta bort U-1?")
        .shows("besvarad och från en tidigare dag")
        .keys("<enter>");
    app.hides("Avtalen");
}

#[test]
fn a_response_to_several_challenges_is_named_by_all_and_says_where_it_stays() {
    let mut app = start_at_pen();
    app.keys("! Ett<enter>! Två<enter><s-up><s-up>= Båda<enter><esc>").shows("↳");
    app.keys("<home><down><f2>").shows("rättar återkopplingen på U-1, U-2").keys("<esc>");
    app.keys("+ mer").shows("återkopplingen på U-1, U-2").keys("<esc>");
    app.keys("<home><down><c-d>").shows("borttagen från U-1 och finns kvar på U-2").keys("<c-z>");
    app.keys("<home><down>/ta bort").shows("återkopplingen på U-1, U-2").keys("<enter>").hides("↳");
}

#[test]
fn what_was_just_answered_is_what_is_edited_and_deleted() {
    let mut app = start_at_pen();
    app.keys("! Utmaning Q<enter>= Svar Q<enter>! Utmaning R<enter>= Svar R<enter>");
    app.keys("<f2>").shows("rättar återkopplingen på U-2").shows("= Svar R").keys("<esc>");
    app.keys("<c-d>").shows("Återkopplingen är borttagen").shows("Utmaning R").hides("Svar R").keys("<c-z>");
    app.keys("<up><f2>").shows("rättar U-2").keys("<esc><down><f2>").shows("= Svar R");
}

#[test]
fn a_response_is_not_given_to_a_challenge_that_is_not_marked() {
    let mut app = start_at_pen();
    app.keys("! Utmaning<enter>Ett<enter>Två<enter><s-up><s-up>").shows("2 markerade").keys("= hej<enter>");
    app.shows("Bara utmaningar").shows("= hej").hides("↳");
}

#[test]
fn a_name_whose_quotation_mark_is_not_closed_is_said() {
    is_asked_about(&mut start_at_pen(), "Fika @\"Siw Å vill", "saknar sitt avslutande citattecken");
}

#[test]
fn an_undo_that_finds_nothing_in_a_half_line_says_so() {
    let mut app = start_at_pen();
    app.keys("Rad<enter>halv<f2> rättad<enter>").shows("Rättat").shows("✎  halv").keys("<c-z>");
    app.shows("Raden är inte sparad än");
}

#[test]
fn a_hit_of_the_search_is_changed_or_it_is_said_where_that_is_done() {
    let mut app = at(Tab::Challenges);
    app.keys("<c-f>").paste("kvällsöppet").wait_for("1 träff");
    app.keys("<down><f2>").shows("Ändra U-3").keys(" nu<enter>").wait_for("nu");
    assert!(app.entries().iter().any(|entry| entry.text.ends_with(" nu")));
    app.keys("<c-a>").shows("Vem och när: U-3").keys("<esc><c-u>").shows("stjärna");
    app.keys("<a-up>").shows("går inte att använda här");
    app.keys("<c-r>").shows("Skriver i: Framtidsveckan").keys("<esc><esc>").shows("Sök  kvällsöppet");
    app.keys("<c-d>");
    assert!(!app.entries().iter().any(|entry| entry.text.ends_with(" nu")));
}

#[test]
fn what_is_left_of_a_name_is_said_before_it_becomes_text() {
    let mut app = at(Tab::RoundTable);
    is_asked_about(&mut app, "@Amina Bergs idé om mat", "”Bergs” blir text; namnet är Amina Berg");
    is_asked_about(&mut app, "@Amina Berg/Jonas tycker", "”Berg/Jonas” blir text");
    app.keys("@Amina Berg tycker<enter>").shows("Skriv vad som sägs");
}

#[test]
fn a_name_that_is_only_added_is_said_to_become_text() {
    let mut app = start_at_pen();
    app.keys("> Ringa inköp<enter>");
    is_asked_about(&mut app, "+ med @Kalle", "”@Kalle” blir text: här ändras bara ord, F2 ändrar hela raden");
    app.shows("Ringa inköp med @Kalle");
    is_asked_about(&mut app, "s/Kalle/@Olle Ek/", "”@Olle” blir text");
    app.keys("+ till kalle@exempel.se<enter>").shows("till kalle@exempel.se");
}

#[test]
fn a_speaker_is_found_whatever_the_case_of_the_letters() {
    let mut app = start_over(Place::Tab(Tab::RoundTable), programme);
    app.keys("En rad<enter>/flytta talare amina berg<enter>").shows("Amina Berg").hides("ny person");
    let entry = app.entries().into_iter().find(|entry| entry.text == "En rad").unwrap();
    assert_eq!(entry.owner.or(entry.speaker).as_deref(), Some("Amina Berg"));
    app.keys("/flytta talare AMINA_berg<enter>").hides("ny person").keys("/flytta talare amina x<enter>");
    app.shows("amina x").shows("Namn").keys("<esc>");
}

#[test]
fn an_entry_whose_words_look_like_markers_is_edited_as_a_line_that_means_them() {
    let mut app = start_at_pen();
    app.keys(" > pilen pekar @Kalle<enter><up><f2>").shows("✎  > pilen pekar @Kalle").shows("    anteckning");
    app.keys("<esc><a-4>n > löfte @Kalle<enter><esc>e").shows("> löfte @Kalle").hides("Kalle (ny person)");
    let texts: Vec<String> = app.entries().into_iter().map(|entry| entry.text).collect();
    assert!(texts.contains(&"> löfte @Kalle".to_owned()), "{texts:?}");
}

#[test]
fn a_name_that_differs_by_a_letter_is_asked_about_at_the_pen_and_in_a_form() {
    let mut app = start_at_pen();
    app.keys("> Fråga @\"Amina Berg\"<enter>");
    let before = register(&app);
    for line in ["> Lova @Amna", "! Svårt @Aminna", "= Ja @Amnia", "/ansvarig Brg Amina", "/ansvarig Bergh"]
    {
        app.keys(line).keys("<enter>");
        assert_eq!(register(&app), before, "{line}: {}", app.screen());
        app.keys("<esc><esc>");
    }
    app.keys("> Lova @Amna<enter>")
        .shows("”Amna” blir en ny person; i registret finns Amina Berg")
        .keys("<esc>");
    app.keys("<up><a-a>Amna Berg<enter>").shows("Amina Berg");
    assert_eq!(register(&app), before, "{}", app.screen());
}

#[test]
fn a_command_with_words_that_it_does_not_take_says_so_before_enter() {
    let mut app = start_at_pen();
    app.keys("Rad A<enter>/ta bort något").shows("”något” hör inte till /ta bort").keys("<enter>");
    app.shows("Rad A").shows("Skriv kommandot ensamt");
}

#[test]
fn right_after_a_response_to_a_challenge_elsewhere_the_keys_are_for_that_response() {
    let begun = || {
        let mut app = start_at_pen();
        app.keys("! Mörkt<enter><tab>Ett tips<enter>= Vi ser över det<enter>");
        app.shows("Återkoppling (svar) på U-1").hides("▌ -  Ett tips");
        app
    };
    let mut app = begun();
    app.keys("<f2>").shows("rättar återkopplingen på U-1").shows("= Vi ser över det").keys(" nu<enter>");
    app.shows("Återkopplingen är ändrad")
        .keys("<c-d>")
        .shows("Återkopplingen är borttagen")
        .shows("Ett tips");
    app.shows("▌ -  Ett tips").keys("<c-z>");
    for key in ["<c-u>", "<c-g>", "<c-l>", "<a-p>"] {
        let mut app = begun();
        let before = app.entries();
        app.keys(key);
        assert_eq!(app.entries(), before, "{key}");
    }
    // Words that are added elsewhere, too; and whoever goes to a row means the row.
    let mut app = start_at_pen();
    app.keys("! Mörkt<enter><tab>Ett tips<enter><c-z><s-tab>Rad<enter><c-z><tab>Annat<enter><c-z>");
    app.keys("+ på torget<enter>").shows("Fortsätter U-1").keys("<f2>").shows("rättar U-1");
    let mut app = begun();
    app.keys("<down><f2>").shows("rättar ”Ett tips”").keys("<esc>");
    let mut app = begun();
    app.keys("Ny rad<enter><f2>").shows("rättar ”Ny rad”");
}

#[test]
fn nothing_to_do_it_with_is_always_said() {
    let mut app = start_at_pen();
    app.keys("<tab>");
    for key in ["<c-u>", "<c-a>", "<c-d>", "<f2>", "<s-up>", "<c-l>", "<c-g>"] {
        app.keys(key).shows("Det finns inget att göra det med här").keys("<esc><a-2>");
    }
    app.keys("<a-5>");
    for key in ["s", "<space>", "u", "a"] {
        app.keys(key).shows("Det finns inget att göra det med här").keys("<esc>");
    }
}

#[test]
fn a_letter_at_something_to_read_over_the_pen_is_written_at_the_pen() {
    let mut app = start_at_pen();
    app.keys("Halv <f1>").shows("Hjälp om tangenterna").keys("<space>").shows("Hjälp om tangenterna");
    app.keys("rad").shows("✎  Halv rad").shows("Rutan är stängd: du skrev vidare").keys("<enter>");
    assert_eq!(app.entries()[0].text, "Halv rad");
    // A heart alone is asked about; after words it is one.
    is_asked_about(&mut app, "<lt>3", "”3” är inget datum");
    app.keys("Vi <lt>3 torget<enter>").shows("Skriv vad som sägs");
}

#[test]
fn a_heart_where_a_date_counts_is_asked_about() {
    let mut app = start_at_pen();
    app.keys("! Mörkt<enter>");
    for line in ["> Jag ringer <lt>3", ">> Boka lokal <lt>3!"] {
        is_asked_about(&mut app, line, "”<3” är inget datum");
    }
    app.keys("= Vi ser över det <lt>3 @Lena<enter>").shows("”<3” är inget datum").hides("↳");
    app.keys("<enter>").shows("↳").shows("Vi ser över det <3");
    app.keys("> Jag ringer <lt>3 <lt>fre<enter>").shows("Skriv vad som sägs");
    // What was so before is not asked about again.
    app.keys("> Vi <lt>3 torget<enter><enter><f2> nu<enter>").shows("Vi <3 torget nu");
}

#[test]
fn whoever_gave_a_response_is_in_the_register() {
    let mut app = start_at_pen();
    app.keys("! Mörkt<enter>= Vi ser över det @Lena_Holm<enter>");
    assert_eq!(register(&app), ["Lena Holm"]);
    app.keys("<f2><end>").keys(&"<bs>".repeat("Lena Holm".len())).keys("\"Bo Ek\"<enter>");
    app.shows("Återkopplingen är ändrad");
    assert_eq!(register(&app), ["Lena Holm", "Bo Ek"], "{}", app.screen());
    // What is only changed makes nobody, and each step takes back whom it has made.
    app.keys("<f2> nu<enter><c-z><c-z><c-z>");
    assert_eq!(register(&app), Vec::<String>::new(), "{}", app.screen());
}

#[test]
fn half_a_correction_is_said_and_never_stored() {
    let mut app = start_at_pen();
    app.keys("Första raden<enter>s/Första<enter>").shows("Skriv vad som ska rättas, och till vad");
    assert_eq!(app.entries().len(), 1);
    app.keys("/Andra/<enter>").shows("Andra raden").hides("s/");
}

#[test]
fn what_gets_no_response_says_so_in_every_list() {
    let mut app = start_at_pen();
    app.keys("<gt>Jag mejlar i morgon<enter>>> Boka lokal<enter>".replace("<gt>", ">").as_str());
    for place in ["<a-4>", "<a-5>"] {
        app.keys(place).keys("r").shows("Bara utmaningar får återkoppling");
    }
}

#[test]
fn what_does_not_look_like_a_name_becomes_a_person_only_when_that_is_confirmed() {
    for odd in ["hemma", "en", "kl9", "HR", "sofia", "Hemma", "Stockholm", "Skolan"] {
        for line in ["Mejla nu @", ">> Mejla nu @", "! Fråga\u{0}= ja @", "> Ett löfte @"] {
            let mut app = start_at_pen();
            let (first, last) = line.split_once('\u{0}').map_or(("", line), |(first, last)| (first, last));
            if !first.is_empty() {
                app.keys(first).keys("<enter>");
            }
            let before = app.entries().len();
            app.keys(last).keys(odd).keys("<enter>").shows("ser inte ut som ett namn");
            assert_eq!((app.entries().len(), persons(&app)), (before, 0), "{last}{odd}");
            app.keys("<enter>").hides("ser inte ut som ett namn");
            assert_eq!(persons(&app), 1, "{last}{odd}");
            // Who is in the register is not asked about.
            app.keys("Igen nu @").keys(odd).keys("<enter>").hides("ser inte ut som ett namn");
        }
    }
    for name in ["Sofia", "\"Björn Ågren\"", "\"HR\"", "Anna-Karin", "Zlatka"] {
        let mut app = start_at_pen();
        app.keys("Mejla nu @").keys(name).keys("<enter>").hides("ser inte ut som ett namn");
        assert_eq!(persons(&app), 1, "{name}");
    }
}

#[test]
fn a_form_asks_about_what_does_not_look_like_a_name_and_not_about_a_body_that_is_known() {
    for odd in ["HR", "hemma", "kl9"] {
        let mut app = start_at_pen();
        app.keys(">> Ringa runt<enter><c-a>").keys(odd).keys("<enter>").shows("ser inte ut som ett namn");
        assert_eq!(persons(&app), 0, "{odd}");
        app.keys("<enter>");
        assert_eq!(persons(&app), 1, "{odd}");
    }
    let mut app = start_at_pen();
    app.keys("<c-p>personer<enter>nEva Ek<tab><tab>Inköp<enter><esc>");
    app.keys(">> Ringa runt @Inköp<enter>").hides("ser inte ut").shows("Inköp");
    app.keys(">> Ringa igen<enter><c-a>inköp<enter>").hides("ser inte ut som ett namn");
}

fn persons(app: &Driver) -> usize {
    let store = Store::reader(app.path(), now()).unwrap();
    store::person::list(&store).unwrap().len()
}
