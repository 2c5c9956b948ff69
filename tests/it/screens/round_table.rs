//! The live screen: what the room says is caught at the pen, and what was caught is worked with.

use std::time::{Duration, Instant};

use vidpennan::ops::{self, CapturePlace, Caught, NewMeeting, NewSection, ProgrammeChoice};
use vidpennan::store::{self, Options, Store};
use vidpennan::ui::place::{Place, Tab};
use vidpennan::{i18n::Lang, i18n::templates, model::MeetingKind};

use crate::support::app::{Driver, now, over, start};

/// A round-table conversation with five tables, the pen ready.
fn meeting() -> Driver {
    meeting_on("4 mars")
}

fn meeting_on(day: &str) -> Driver {
    let mut app = start();
    app.keys(&format!(
        "nFramtidsveckan<tab><tab><c-w>{day}<tab>9-12<tab>Folkets hus<tab>ledare<tab><bs>5<enter>"
    ));
    app
}

/// A meeting in a file, as the program leaves it.
fn file(path: &std::path::Path, lines: usize) {
    let mut store =
        Store::open(path, Options { clock: now(), scribe: Some("Eva Lind".to_owned()), replicas: None })
            .unwrap();
    let sections = templates::sections(Lang::Sv, MeetingKind::RoundTable).into_iter();
    let sections =
        sections.map(|(heading, kind)| NewSection { heading: heading.to_owned(), kind, intro: Vec::new() });
    let meeting = NewMeeting {
        programme: ProgrammeChoice::Usual,
        nameless: false,
        title: "Framtidsveckan".to_owned(),
        kind: MeetingKind::RoundTable,
        date: Some(now().today()),
        time: None,
        place: String::new(),
        audience: String::new(),
        tables: 0,
        sections: sections.collect(),
    };
    let meeting = ops::create_meeting(&mut store, meeting).unwrap().value;
    let section = store::section::list(&store, meeting).unwrap()[0].id;
    let at = CapturePlace { meeting, section, table: None, round: None };
    let lines = (1..=lines).map(|at| Caught { text: format!("rad {at}"), ..Caught::default() });
    ops::capture_many(&mut store, at, lines.collect()).unwrap();
}

#[test]
fn only_what_the_verbs_are_for_looks_chosen() {
    let mut app = meeting();
    app.keys("! Vem äger frågan?<enter>= Det gör nätverket<enter>= Och ni själva<enter>");
    for chosen in ["Och ni själva", "Det gör nätverket", "Vem äger frågan?"] {
        let screen = app.screen();
        // The first columns are those of the sections.
        let rows = screen.lines().filter(|row| row.chars().skip(10).any(|c| c == '▌'));
        let rows: Vec<&str> = rows.collect();
        assert!(rows.len() == 1 && rows[0].contains(chosen), "{chosen}: {screen}");
        app.keys("<up>");
    }
}

#[test]
fn a_line_is_saved_and_the_next_one_is_there() {
    let mut app = meeting();
    app.shows("Framtidsveckan · ons 4 mar · Folkets hus").shows("Bord 1 av 5").shows("Inget inlägg än");
    app.keys("Köp mindre, laga mer").shows("anteckning").hides("sparat").keys("<enter>");
    app.shows("-  Köp mindre, laga mer").shows("sparat 09.10").shows("1 inlägg").shows("Skriv vad som sägs");
}

#[test]
fn every_marker_of_the_pen_does_what_it_says() {
    let mut app = meeting();
    app.keys("! Avtalen är för långa<enter>").shows("!  Avtalen är för långa").shows("U-1");
    app.keys("= på gång: nytt avtalsråd").shows("återkoppling (på gång) på U-1").keys("<enter>");
    app.shows("↳ Återkoppling (på gång): nytt avtalsråd");
    app.keys("> Ringa inköp @Amina <lt>tis")
        .shows("åtagande · Amina (ny person) · tisdag 10 mars")
        .keys("<enter>");
    app.shows(">  Ringa inköp · @Amina · tis 10 mar");
    app.keys("? Får vi väga in bemötande?<enter>").shows("?  Får vi väga in");
    app.keys("\" Vi köper det vi brukar<enter>").shows("\"  Vi köper det vi brukar");
    app.keys("§ Vi fortsätter<enter>").shows("§  Vi fortsätter");
    app.keys(">> Boka lokal @Eva<enter>").shows(">> Boka lokal").shows("Å-1");
    app.keys("+ i Folkets hus<enter>").shows(">> Boka lokal i Folkets hus");
    app.keys("s/lokal/stora salen/<enter>").shows("Boka stora salen i Folkets hus").shows("Rättat");
    app.keys(" ! inget tecken<enter>").shows("-  ! inget tecken");
    app.keys("# Upphandling<enter>").shows("▌ Upphandling").shows("Inget inlägg än");
    app.keys("# tips<enter>").shows("▌ Tips").shows("Boka stora salen");
}

#[test]
fn a_line_takes_the_kind_of_its_section() {
    let mut app = meeting();
    app.keys("<tab><tab>").shows("▌ Utmaningar").keys("Svårt med samverkan<enter>").shows("U-1");
    app.shows("0 av 1").keys("= Stödpaket på gång<enter>").shows("1 av 1");
    app.keys("<tab>Ringa inköp").shows("åtagande").keys("<enter>").shows(">  Ringa inköp");
    app.keys("<s-tab><s-tab><s-tab>").shows("▌ Tips");
    app.keys("# Beslut<enter>Vi fortsätter<enter>").shows("§  Vi fortsätter");
}

#[test]
fn a_line_that_is_not_taken_stays_with_the_reason() {
    let mut app = meeting();
    app.keys("/brod 3<enter>").shows("Kommandot /brod finns inte").shows("Menade du /bord?").shows("/brod 3");
    app.keys("<c-w><c-w>!<enter>").shows("Skriv några ord efter tecknet.");
    app.keys("<bs>= svar<enter>").shows("Ingen utmaning är skriven").shows("= svar");
    app.keys("<c-w><c-w>s/a/b/<enter>")
        .shows("Inget inlägg att rätta är skrivet härifrån; välj ett med ↑ vid pennan.");
    app.keys("<c-w>Rad<enter>s/hej/b/<enter>").shows("”hej” står inte i ”Rad”.");
    app.keys("<c-w>#tagg<enter>").shows("Skriv vad som sades också.").keys("<c-w># <enter>");
    assert_eq!(app.screen().matches("Rad").count(), 1);
}

#[test]
fn tab_takes_a_completion_and_enter_never_does() {
    let mut app = meeting();
    app.keys("> Boka lokal @Amina<enter>> Ringa inköp @Am").shows("▌ @Amina   Tab väljer");
    app.keys("<tab><lt>tis").shows("åtagande · Amina · tisdag 10 mars").keys("<enter>");
    app.shows("Ringa inköp · @Amina · tis 10 mar");
    app.keys("/utm").shows("▌ /utmaningar").keys("<enter>").shows("Kommandot /utm finns inte");
    app.keys("<c-w># Utm").shows("▌ Utmaningar   Tab").keys("<tab>").shows("till avsnittet ”Utmaningar”");
    app.keys("<enter>").shows("▌ Utmaningar");
    app.keys("Ett # tecken @").shows("@Amina").keys("<esc>").hides("Tab väljer").keys("<tab>");
    app.shows("▌ Det här ska").shows("Ett # tecken @");
}

#[test]
fn tables_are_chosen_stepped_through_and_shown_alone() {
    let mut app = meeting();
    app.keys("från ettan<enter><a-right><a-right>").shows("Bord 3 av 5").keys("från trean<enter>");
    app.shows("2 inlägg · bord 3: 1").keys("<a-0>").shows("bara bord 3").hides("från ettan");
    app.keys("en till<enter>").shows("bara bord 3 · 2 inlägg");
    app.keys("<a-left>").shows("bara bord 2").shows("Inget från det här bordet än").keys("<a-0>");
    app.shows("från ettan").keys("<c-b>").shows("Vid vilket bord?").keys("5<enter>").shows("Bord 5 av 5");
    app.keys("<a-right>").shows("Bord 1 av 5").keys("/bord 4<enter>").shows("Bord 4 av 5");
    app.keys("/bord fyra<enter>").shows("”fyra” är inget bordsnummer").shows("/bord fyra");
    app.keys("<c-w>0<enter>").hides("av 5").keys("<c-b>").shows("Vid vilket bord?");
}

#[test]
fn a_meeting_without_tables_is_asked_how_many_there_are() {
    let mut app = start();
    app.keys("nSamling<tab><right><right><right><right><right><enter>").hides("Bord 1");
    app.keys("<c-b>").shows("Hur många bord är det?").keys("<c-w>många<enter>").shows("är inget bordsnummer");
    app.keys("<c-w>7<enter>").shows("Vid vilket bord?").keys("6<enter>").shows("Bord 6 av 7");
}

#[test]
fn the_chosen_entry_is_worked_with_while_the_pen_is_ready() {
    let mut app = meeting();
    app.keys("Första<enter>Andra<enter>Tredje<enter>");
    app.keys("<up><up><c-u>")
        .shows("Första ★")
        .keys("<c-u>")
        .shows("Första ◐ hann inte")
        .hides("★")
        .keys("<c-u>");
    app.keys("<a-down>");
    assert!(app.line_of("Andra") < app.line_of("Första"));
    app.keys("<c-up>");
    assert!(app.line_of("Första") < app.line_of("Andra"));
    app.keys("<c-l>skolan lärlingar<enter>").shows("Första · #skolan · #lärlingar");
    app.keys("<c-t>utmaning<enter>").shows("!  Första").shows("U-1").shows("är nu utmaning · Ctrl+Z ångrar");
    app.keys("<c-a>Team livskvalitet<tab>om en evighet<enter><enter>").shows("går inte att läsa");
    app.keys("<c-w><c-w><c-w>fre<enter>").shows("Första · @Team livskvalitet").shows("fre 6 mar · #skolan");
    app.keys("<c-g>").shows("åtgärd").keys("<enter>").shows(">> Första").shows("Å-1");
    app.keys("<c-r>").shows("✎  =").shows("återkoppling på U-1").keys("Vi ser över det<enter>");
    app.shows("↳ Återkoppling (svar): Vi ser över det");
    app.keys("<down><del>").shows("Å-1 är borttagen · Ctrl+Z ångrar").hides(">> Första");
    app.keys("<c-p>flytta till<enter>Utm<enter>")
        .shows("”Andra” finns nu under ”Utmaningar”")
        .hides("-  Andra");
    app.keys("<c-a>").shows("har ansvarig och datum");
}

#[test]
fn the_words_of_an_entry_are_corrected_in_the_pen() {
    let mut app = meeting();
    app.keys("Köp mindr<enter>Laga mer<enter><up>halvskriven<f2>");
    app.shows("rättar ”Köp mindr” · Esc låter det vara").keys("e alltid<enter>");
    // What was in the pen before is there again.
    app.shows("Köp mindre alltid").shows("halvskriven").shows("Rättat");
    app.keys("<c-e>!!<esc>").shows("Köp mindre alltid").hides("!!").shows("halvskriven");
    app.keys("<c-w><enter>").shows("rättar").keys("<c-w><c-w><c-w><enter>").shows("Det behövs några ord.");
    app.keys("<esc>").shows("Köp mindre alltid");
}

#[test]
fn pasted_lines_are_shown_first_and_undone_in_one_step() {
    let mut app = meeting();
    app.paste("bara en rad\n").shows("bara en rad").keys("<enter>").shows("1 inlägg");
    app.paste("- Köp mindre\r\n\r\n• Laga mer\n3) Ring dem @Anna <fre\n");
    app.shows("Klistra in").shows("3 av 3 rader").shows("anteckning · i ”Tips”").keys("<enter>");
    app.shows("3 inlägg sparade").shows("4 inlägg").shows("-  Ring dem · @Anna · fre 6 mar");
    app.keys("<c-z>").shows("1 inlägg").hides("Laga mer").keys("<c-y>").shows("4 inlägg");
    app.paste("en mening som\nbröts på två rader").keys("s").shows("ett enda inlägg").keys("<enter>");
    app.shows("en mening som bröts på två rader").shows("5 inlägg");
    app.paste("a\nb")
        .keys("s")
        .shows("1 av 1 rad")
        .keys("s")
        .shows("2 av 2 rader")
        .keys("<esc>")
        .shows("5 inlägg");
}

#[test]
fn each_pasted_row_is_what_its_marker_says_and_can_be_changed() {
    let mut app = meeting();
    app.paste("! Ingen vet\n> Jag ska ringa @Anna\n? Kan man\n- Ett\n  - Två\n");
    app.shows("● !  Ingen vet")
        .shows("● >  Jag ska ringa")
        .shows("@Anna")
        .shows("● ?  Kan man")
        .shows("●   -  Två");
    app.shows("utmaning · i ”Tips”")
        .keys("<right>")
        .shows("● >  Ingen vet")
        .keys("<left><left>")
        .shows("● -  Ingen");
    app.keys("<c-t>").shows("● !  Ingen").keys("<down>").shows("åtagande · Anna (ny person) · i ”Tips”");
    app.keys("<left>").shows("utmaning · sagt av Anna").keys("<right><tab>").shows("i ”Anteckningar”");
    app.keys("<s-tab>").shows("åtagande · Anna (ny person) · i ”Tips”").keys("<tab><tab><down>");
    app.keys("<space>").shows("4 av 5 rader").shows("○ ?  Kan man");
    app.keys("<enter>")
        .shows("4 inlägg sparade")
        .shows("!  Ingen vet")
        .hides("Kan man")
        .hides("Jag ska ringa");
    app.shows("-    Två").keys("/avsnitt utm<enter>").shows(">  Jag ska ringa · @Anna");
}

#[test]
fn a_pasted_heading_makes_a_section_as_if_it_were_typed_and_each_row_says_what_it_becomes() {
    let mut app = meeting();
    app.paste("Ett\n# Beslut om lokaler\nVi flyttar\n= Vi ser över det\n# tips\nTvå\n").shows("4 av 6 rader");
    app.shows("nytt avsnitt").shows("bara ord");
    app.keys("<down>")
        .shows("nytt avsnitt ”Beslut om lokaler”")
        .keys("<down>")
        .shows("beslut · i ”Beslut om lokaler”");
    app.keys("<down>").shows("klistras inte in").keys("<down>").shows("till avsnittet ”Tips”");
    app.keys("<enter>")
        .shows("något tveksamt (?). Enter igen sparar ändå")
        .keys("<enter>")
        .shows("4 inlägg sparade");
    app.shows("Beslut om lo")
        .keys("# Beslut<enter>")
        .shows("§  Vi flyttar")
        .keys("<c-z><enter>")
        .hides("Beslut om lo");
    // A heading that is ticked is an entry, and no section is made.
    app.paste("# Ny rubrik\nVi flyttar\n").keys("<space>").shows("2 av 2 rader").keys("<enter>");
    app.shows("2 inlägg sparade").shows("Ny rubrik");
    app.keys("# Ny<enter>").shows("Nytt avsnitt: Ny");
}

#[test]
fn all_pasted_rows_are_taken_or_none_or_made_alike() {
    let mut app = meeting();
    app.paste("Ett\n! Två\n> Tre\n").keys("a").shows("0 av 3 rader").keys("<enter>").shows("0 av 3 rader");
    app.keys("a").shows("3 av 3 rader").keys("<space>").keys("l").shows("○ -  Ett").shows("● !  Tre");
    app.click("Ett")
        .click("Ett")
        .shows("3 av 3 rader")
        .keys("<enter>")
        .shows("3 inlägg sparade")
        .shows("!  Tre");
}

/// A mail as it is copied out of a mail program.
const MAIL: &str = "Hej Karin!\n\nHär kommer anteckningarna från bord 4.\n\n! Ingen vet vem som bestämmer\n\
                    > Jag ska ringa inköp <31/2\n• Fråga leverantören\n    ◦ och deras kollegor\n\n# Utmaningar\n\
                    Avtalen är för långa #avtal\n\nMed vänlig hälsning\n\nBjörn Ågren\nEnhetschef\n\n\
                    Skickat från min iPhone\n";

#[test]
fn greetings_and_signatures_of_a_mail_are_proposed_unticked() {
    let mut app = meeting();
    app.paste(MAIL).shows("6 av 12 rader");
    for row in ["Hej Karin!", "Med vänlig hälsning", "Björn Ågren", "Enhetschef", "Skickat från min iPhone"]
    {
        app.shows(&format!("○    {row}"));
    }
    app.shows("● !  Ingen vet vem som bestämmer").shows("○ #  Utmaningar").shows("31/2?");
    insta::assert_snapshot!("paste_80", app.screen());
    app.size(40, 12).shows("↓ 8");
    insta::assert_snapshot!("paste_40", app.screen());
    app.size(80, 24)
        .keys("<enter>")
        .shows("1 rad har något tveksamt (?)")
        .keys("<enter>")
        .shows("6 inlägg sparade")
        .shows("-    och deras kollegor")
        .hides("Hej Karin");
    app.keys("/avsnitt utm<enter>").shows("Avtalen är för långa · #avtal").shows("U-2");
}

#[test]
fn a_long_paste_is_shown_at_once() {
    let mut app = meeting();
    let lines: Vec<String> = (0..500).map(|at| format!("! Rad {at} @Anna <fre #tagg")).collect();
    let begun = Instant::now();
    app.paste(&lines.join("\n"))
        .shows("500 av 500 rader")
        .keys("<end><pgup><down><space>")
        .shows("499 av 500");
    app.keys("<enter>").shows("499 inlägg sparade").shows("U-499");
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}

#[test]
fn imorgon_before_a_free_day_proposes_the_next_working_day_and_one_key_chooses() {
    let mut app = meeting_on("6 mars");
    app.keys("> Ringa inköp <lt>imorgon")
        .shows("åtagande · måndag 9 mars · lördag 7 mars är ingen arbetsdag");
    app.shows("Alt+9: lördag 7 mars").keys("<a-9>").shows("åtagande · lördag 7 mars · Alt+9: måndag 9 mars");
    app.keys("<enter>").shows("Ringa inköp · lör 7 mar");
    app.keys("> Mejla <lt>imorgon<enter>").shows("Mejla · mån 9 mar");
}

#[test]
fn commands_are_typed_too() {
    let mut app = meeting();
    app.keys("Första<enter>/stjärna<enter>").shows("Första ★").keys("/ångra<enter>").hides("★");
    app.keys("/tagg skolan<enter>").shows("#skolan").keys("/gör till utmaning<enter>").shows("U-1");
    app.keys("/ansvarig Eva <lt>fre<enter>")
        .shows("”Eva” blir en ny person")
        .keys("<enter>")
        .shows("@Eva · fre 6 mar")
        .keys("/svara Det kommer<enter>");
    app.shows("↳ Återkoppling (svar): Det kommer").keys("<up>/gör till åtgärd<enter><enter>").shows("Å-1");
    app.keys("/avsnitt utm<enter>").shows("▌ Utmaningar").keys("/avsnitt<enter>").shows("Gå till avsnitt");
    app.keys("Tip<enter>").shows("▌ Tips").keys("/möten<enter>").shows("ons 4 mar").keys("<a-2>");
    app.keys("/möte saknas<enter>").shows("Inget möte heter ”saknas”.").keys("<c-w><c-w>/möte fram<enter>");
    app.shows("Skriv vad som sägs")
        .keys("/ta bort<enter>")
        .shows("är borttagen")
        .keys("/hjälp<enter>")
        .shows("Tecken vid pennan");
}

#[test]
fn without_a_meeting_one_is_invited_to_begin() {
    let mut app = start();
    app.keys("<a-2>").shows("Här skrivs mötet").shows("Ctrl+N  Nytt möte");
    app.keys("hej<enter>")
        .shows("Det finns inget möte att skriva i. Raden står kvar.")
        .keys("<tab><c-b><up>");
    app.keys("<c-n>Samling<enter>").shows("✎  hej").shows("Samling").keys("<enter>").shows("-  hej");
}

#[test]
fn rows_sections_and_completions_are_clicked() {
    let mut app = meeting();
    app.keys("Första @Anna<enter>Andra<enter>").click("-  Första").keys("<c-u>").shows("★");
    app.click("Utmaningar      0").shows("▌ Utmaningar").keys("@A").click("@Anna   Tab").shows("✎  @Anna");
}

#[test]
fn what_was_found_is_seen_where_it_was_caught() {
    let mut app = meeting();
    app.keys("Första<enter>Avtalen är långa<enter>Tredje<enter><tab>Annat<enter>");
    app.keys("/sök långa<enter>").wait_for("Avtalen är långa").hides("Annat").keys("<enter>");
    app.shows("▌ Tips").shows("▌ -  Avtalen är långa").shows("Tredje").keys("<esc>").shows("1 träff");
    app.keys("<esc><c-p>nytt avsnitt<enter>")
        .shows("✎  #")
        .keys("Mat<enter>")
        .shows("▌ Mat")
        .keys("<c-p>språk<enter>");
    app.shows("Write what is said")
        .shows("No entries yet")
        .keys("! Hej<enter>= yes<enter>")
        .shows("↳ Response (answer): yes");
}

#[test]
fn what_is_written_survives_the_end_of_the_program_and_other_tabs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    file(&path, 3);
    let open = || Store::open(&path, Options { clock: now(), scribe: None, replicas: None }).unwrap();
    let place = || Place::Tab(Tab::RoundTable);
    let mut app = over(open(), place(), None);
    assert_eq!(app.draft(), None);
    app.keys("! halvskrivet<a-1><a-2>").shows("! halvskrivet");
    let draft = app.draft();
    let mut app = over(open(), place(), draft.as_deref());
    app.shows("! halvskrivet").keys("<enter>").shows("U-1");
    assert_eq!(app.draft(), None);
}

#[test]
fn a_line_that_cannot_be_saved_stays_in_the_pen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    file(&path, 1);
    let store = Store::reader(&path, now()).unwrap();
    let mut app = over(store, Place::Tab(Tab::RoundTable), None);
    app.keys("viktigt<enter>")
        .shows("Det du skrev står kvar")
        .keys("<esc>")
        .shows("✎  viktigt")
        .hides("sparat");
    assert_eq!(app.draft().as_deref(), Some("viktigt"));
}

#[test]
fn a_long_section_opens_at_its_newest_line_and_is_walked_to_its_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    file(&path, 1_000);
    let store = Store::open(&path, Options { clock: now(), scribe: None, replicas: None }).unwrap();
    let mut app = over(store, Place::Tab(Tab::RoundTable), None);
    app.shows("1000 inlägg").shows("rad 1000").hides("rad 900");
    app.keys(&"<up>".repeat(150)).shows("▌ -  rad 850").keys(&"<pgup>".repeat(5));
    app.keys("<home>").shows("▌ -  rad 1\n".trim()).shows("rad 10").keys("<end>").shows("▌ -  rad 1000");
    app.keys("<home>en ny<enter>").shows("1001 inlägg").shows("▌ -  en ny").shows("rad 1000");
}

#[test]
fn a_meeting_day() {
    let mut app = meeting();
    app.keys("Köp mindre, laga mer<enter><a-right>! Avtalen är för långa för att hinna ändra något<enter>");
    app.keys("? Får vi väga in bemötande i poängen?<enter><a-right>\" Vi köper det vi brukar köpa<enter>");
    app.keys("= på gång: nytt avtalsråd från april, säg till där<enter>");
    app.keys("# Imorgon!<enter>Ringa inköp om lärlingar @Amina <lt>imorgon<enter>");
    app.shows("▌ Imorgon!").shows("Ringa inköp om lärlingar").shows("· @Amina").shows("tor 5 mar");
    app.keys("# Tips<enter><up><up><up><c-u><up><c-l>inköp<enter>");
    app.keys("> Fråga leverantören vad de gör för sina lärlingar, och om de kan berätta om det @Am");
    insta::assert_snapshot!("round_table_80x24", app.screen());
    app.keys("<tab>");
    app.size(120, 40);
    insta::assert_snapshot!("round_table_120x40", app.screen());
    app.size(160, 24);
    insta::assert_snapshot!("round_table_160x24", app.screen());
    app.size(40, 12);
    insta::assert_snapshot!("round_table_40x12", app.screen());
    app.size(80, 24).keys("<enter>").shows("5 inlägg").keys("<a-3><a-2>").shows("Fråga leverantören");
}

#[test]
fn a_slip_is_undone_and_the_day_goes_on() {
    let mut app = meeting();
    app.keys("Första<enter>Andra<enter>! Tredje<enter>").shows("3 inlägg");
    app.keys("<c-z>").shows("2 inlägg").hides("!  Tredje").keys("<c-z>").hides("-  Andra");
    app.keys("<c-y>").shows("-  Andra").hides("Tredje").keys("Fjärde<enter>").shows("3 inlägg");
    // A new line ends what could be done again.
    app.keys("<c-y>").shows("Det finns inget att göra om.").hides("Tredje");
    // A number is never given twice.
    app.keys("! Femte<enter>").shows("U-2");
}

#[test]
fn everything_done_to_an_entry_is_undone_in_turn() {
    let mut app = meeting();
    app.keys("Första<enter>Andra<enter><up><c-u><c-t>utmaning<enter><c-r>Vi ser över det<enter>");
    app.keys("<up><c-e> gången<enter><a-down><del>")
        .shows("Den är besvarad")
        .keys("<enter>")
        .hides("Första gången")
        .shows("1 inlägg");
    app.keys("<c-z>").shows("Första gången ★");
    app.keys("<c-z>");
    assert!(app.line_of("Första") < app.line_of("Andra"));
    app.keys("<c-z>").hides("gången").shows("↳ Återkoppling").keys("<c-z>").hides("↳").shows("!  Första");
    app.keys("<c-z>").shows("-  Första ★").keys("<c-z>").hides("★").keys("<c-z>").hides("-  Andra");
    app.keys(&"<c-y>".repeat(7))
        .hides("Första gången")
        .shows("-  Andra")
        .keys("<c-z>")
        .shows("Första gången ★");
}

#[test]
fn no_size_breaks_the_live_screen() {
    let mut app = meeting();
    app.keys("Ett ord<enter>! En utmaning @Anna #tagg<enter>= ett svar<enter><up>")
        .paste(&"långt ".repeat(80));
    for keys in ["", " @", "<enter>", "/x<enter>", "<c-b>"] {
        app.keys(keys);
        for (width, height) in [(20, 6), (25, 7), (40, 12), (76, 9), (80, 24), (150, 10), (300, 100)] {
            app.size(width, height);
        }
    }
}
