//! The real program in a real terminal: it starts, captures, is stopped, is killed, loses its terminal, panics, and
//! shows text with control sequences. Nothing acknowledged is lost, and the terminal is given back.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use vidpennan::clock::Clock;
use vidpennan::model::{MeetingKind, SectionKind};
use vidpennan::ops::{self, CapturePlace, Caught, NewMeeting, NewSection, ProgrammeChoice};
use vidpennan::store::{self, Options, Store};
use vidpennan::text::safe::is_hidden;

use crate::support::laptop::{Laptop, assert_says};
use crate::support::window::Window;

/// A laptop whose owner has said who holds the pen.
fn laptop() -> Laptop {
    Laptop::new().with_scribe("Eva Lind")
}

/// The same with a meeting; the program opens at the pen.
fn with_meeting() -> Laptop {
    let laptop = laptop();
    meeting(&laptop, "Framtidsveckan", &[]);
    laptop
}

/// Puts a meeting into the store as another program might: its words are not looked at.
fn meeting(laptop: &Laptop, title: &str, lines: &[String]) {
    let options = Options { clock: Clock::System, scribe: Some("Vera".to_owned()), replicas: None };
    let mut store = Store::open(&laptop.path("vidpennan.db"), options).unwrap();
    let section = |heading: &str, kind| NewSection {
        heading: format!("{heading}{}", title.trim_start_matches("Framtidsveckan")),
        kind,
        intro: Vec::new(),
    };
    let new = NewMeeting {
        programme: ProgrammeChoice::Usual,
        nameless: false,
        title: title.to_owned(),
        kind: MeetingKind::RoundTable,
        date: Some(Clock::System.today()),
        time: None,
        place: title.to_owned(),
        audience: String::new(),
        tables: 2,
        sections: vec![
            section("Tips", SectionKind::Notes),
            section("Utmaningar", SectionKind::Challenges),
            section("Imorgon", SectionKind::Commitments),
        ],
    };
    let meeting = ops::create_meeting(&mut store, new).unwrap().value;
    for section in store::section::list(&store, meeting).unwrap() {
        for text in lines {
            let at = CapturePlace { meeting, section: section.id, table: Some(1), round: None };
            let caught = Caught { text: text.clone(), speaker: Some(text.clone()), ..Caught::default() };
            ops::capture(&mut store, at, caught).unwrap();
        }
    }
}

fn found(laptop: &Laptop, words: &str) -> usize {
    laptop.run(&["search", "--limit", "10000", words]).done().lines().count()
}

/// The numbers of every sequence that sets colours or attributes.
fn attributes(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\u{1b}[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':')?;
        rest.get(end..)?.starts_with('m').then(|| rest.get(..end).unwrap_or_default().to_owned())
    });
    sequences.collect()
}

/// What of the program's own bytes no terminal should get: control characters, and sequences that it never sends.
fn unsafe_in(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let mut unsafe_parts = Vec::new();
    for (at, part) in text.split('\u{1b}').enumerate() {
        let sequence: String =
            part.chars().take_while(|c| "[?;0123456789".contains(*c)).take(20).collect::<String>();
        let end = part.chars().nth(sequence.chars().count());
        let drawn = sequence.starts_with('[') && end.is_some_and(|end| "HmhlJKABCDGdX".contains(end));
        if at > 0 && !drawn {
            unsafe_parts.push(format!("ESC {:?}", part.chars().take(20).collect::<String>()));
        }
        let hidden = part.chars().filter(|c| is_hidden(*c) && !matches!(c, '\r' | '\n'));
        unsafe_parts.extend(hidden.map(|c| format!("{c:?}")));
    }
    unsafe_parts
}

#[test]
fn it_starts_at_the_meetings_and_is_left_again() {
    let laptop = laptop();
    let mut window = Window::open(&laptop);
    window.shows("1 Möten").shows("Ctrl+P");
    assert!(window.is_taken());
    window.settle().types("\u{11}");
    assert_eq!(window.ends(), 0);
    window.is_as_before();
}

/// While the program starts, the terminal would still take keys for its own, and make Enter another key.
#[test]
fn what_is_typed_while_it_starts_is_not_lost() {
    for _ in 0..3 {
        let laptop = with_meeting();
        let mut window = Window::open(&laptop);
        window
            .types("\u{e}Dialogcafé\rRad ett\r! Rad två\r")
            .shows("Dialogcafé")
            .shows("U-1")
            .shows("Rad ett");
        window.types("\u{11}");
        assert_eq!(window.ends(), 0);
        window.is_as_before();
        assert_says(&laptop.run(&["list", "meetings"]).done(), &["Dialogcafé"]);
        assert_says(&laptop.run(&["search", "Rad"]).done(), &["Dialogcafé"]);
    }
}

#[test]
fn what_is_caught_at_the_pen_is_there_for_everybody() {
    let laptop = with_meeting();
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs").types("! Svårt att hinna\r").shows("U-1").shows("sparat");
    assert_says(&laptop.run(&["list", "challenges"]).done(), &["Svårt att hinna"]);
    // What another program writes is seen without a key.
    laptop.run(&["add", "Från ett annat bord"]).done();
    let written = Instant::now();
    window.shows("Från ett annat bord");
    assert!(written.elapsed() < Duration::from_secs(2), "within a second, where the machine is not busy");
    // A second window works on the same file, and both see what is caught.
    let mut other = Window::open(&laptop);
    other.shows("Från ett annat bord").types("? Hörs vi\r").shows("?  Hörs vi");
    window.shows("?  Hörs vi").types("\" Ja\r").shows("\"  Ja");
    other.shows("\"  Ja");
}

#[test]
fn what_was_acknowledged_survives_a_kill() {
    let laptop = with_meeting();
    let mut acknowledged = 0;
    for round in 0..6_u64 {
        let mut window = Window::open(&laptop);
        window.shows("Skriv vad som sägs");
        if round > 0 {
            // The same file, again and again: what was caught before can be seen.
            window.shows(&format!("dödad {} rad 0", round - 1));
        }
        for line in 0..3 {
            window.types(&format!("dödad {round} rad {line}\r"));
            if line < 2 {
                window.shows(&format!("dödad {round} rad {line}")).shows("Skriv vad som sägs");
                acknowledged += 1;
            }
        }
        thread::sleep(Duration::from_millis(round * 3));
        window.signal("KILL").ends();
        let kept = found(&laptop, "dödad");
        assert!(kept >= acknowledged, "{kept} of {acknowledged}");
        // What was on its way at that moment is there whole, or not at all.
        assert!(kept <= acknowledged + 1 + usize::try_from(round).unwrap());
        assert_says(&laptop.run(&["check"]).done(), &["är hel"]);
    }
}

#[test]
fn a_closed_terminal_ends_the_program_and_keeps_the_line() {
    let laptop = with_meeting();
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs").types("Halva ra").shows("Halva ra").settle().close();
    let closed = Instant::now();
    // By the signal of the lost terminal, or because nothing can be read any more; never as a failure.
    assert!([0, 129].contains(&window.ends()));
    assert!(closed.elapsed() < Duration::from_secs(2), "within a second, where the machine is not busy");
    Window::open(&laptop).shows("Halva ra");
    assert_eq!(found(&laptop, "Halva"), 0, "it is a draft, not an entry");
}

#[test]
fn a_signal_gives_the_terminal_back_and_keeps_the_line() {
    let ends = [
        ("TERM", 143),
        ("HUP", 129),
        ("INT", 130),
        ("QUIT", 131),
        ("USR1", 138),
        ("ALRM", 142),
        ("XCPU", 152),
    ];
    for (signal, status) in ends {
        let laptop = with_meeting();
        let mut window = Window::open(&laptop);
        window.shows("Skriv vad som sägs").types("Nästan klar").shows("Nästan klar").settle();
        assert!(window.is_taken());
        window.signal(signal);
        assert_eq!(window.ends(), status, "{signal}");
        window.is_as_before();
        let mut again = Window::open(&laptop);
        again.shows("Nästan klar").types(" nu\r").shows("-  Nästan klar nu").shows("Skriv vad som sägs");
        assert_eq!(found(&laptop, "Nästan klar nu"), 1);
        again.signal("TERM").ends();
        // It was written down, so it is no draft any more.
        Window::open(&laptop).shows("Skriv vad som sägs");
    }
}

/// The lines of a screen without what may change by the minute, and without the blanks that a line may end with.
#[cfg(target_os = "linux")]
fn without_digits(screen: &str) -> Vec<String> {
    let line = |line: &str| line.trim_end().replace(|c: char| c.is_ascii_digit(), "0");
    screen.lines().map(line).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn a_stopped_program_gives_the_terminal_back_and_takes_it_again() {
    let laptop = with_meeting();
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs").types("Halva ").shows("Halva");
    for word in ["raden", "är", "skriven"] {
        let before = window.settle().screen();
        window.signal("TSTP").stops().is_as_before();
        window.signal("CONT").takes_the_terminal().shows("Halva").settle();
        assert!(window.is_taken());
        assert_eq!(without_digits(&window.screen()), without_digits(&before), "the screen is complete");
        window.types(word).shows(word).types(" ");
    }
    window.types("\r").shows("-  Halva raden är skriven");
    assert_eq!(found(&laptop, "Halva raden är skriven"), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_that_was_stopped_unprepared_or_in_another_size_draws_everything_again() {
    let laptop = with_meeting();
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs").types("Halva ").shows("Halva").settle();
    window.signal("STOP").stops().is_taken_by_a_shell().signal("CONT");
    window
        .takes_the_terminal()
        .shows("Framtidsveckan")
        .shows("Halva")
        .types("raden")
        .shows("Halva raden")
        .settle();
    assert!(window.is_taken());
    window
        .signal("TSTP")
        .stops()
        .resize(100, 30)
        .signal("CONT")
        .takes_the_terminal()
        .shows("Framtidsveckan")
        .settle();
    let wide = window.screen();
    assert!(wide.lines().count() > 24, "it fills the window:\n{wide}");
    window.signal("STOP").stops().resize(60, 20).is_taken_by_a_shell().signal("CONT");
    window.takes_the_terminal().shows("Framtidsveckan").types(" här\r").shows("-  Halva raden här");
    assert!(window.is_taken());
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_that_is_ended_while_it_is_stopped_leaves_the_terminal_alone() {
    let laptop = with_meeting();
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs").types("Nästan klar").shows("Nästan klar").settle();
    window.signal("TSTP").stops().is_as_before();
    let before = window.bytes().len();
    window.signal("TERM").signal("CONT");
    assert_eq!(window.ends(), 143);
    window.is_as_before();
    assert_eq!(window.bytes().len(), before, "nothing is drawn on the screen of others");
    Window::open(&laptop).shows("Nästan klar");
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_and_saves_the_line() {
    let laptop = with_meeting();
    let mut window = Window::with(&laptop, 80, 24, &[("VIDPENNAN_PANIC_AT", "panik nu")]);
    window.shows("Skriv vad som sägs").types("Det här är panik n").shows("Det här är panik n").types("u");
    assert_eq!(window.ends(), 1);
    window.is_as_before();
    window.shows("Programmet gjorde ett fel");
    let said = String::from_utf8(window.bytes()).unwrap();
    assert!(!said.contains("panicked"), "in words, not in the language of the code");
    Window::open(&laptop).shows("Det här är panik nu");
}

#[test]
fn any_size_of_the_window_will_do() {
    let laptop = with_meeting();
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs");
    let sizes = [(1, 1), (2, 2), (20, 5), (1, 60), (200, 1), (500, 300), (39, 11), (40, 12), (500, 2)];
    for (at, (width, height)) in sizes.into_iter().enumerate() {
        window.resize(width, height).types(&format!("ord{at} "));
        thread::sleep(Duration::from_millis(30));
        assert!(window.runs(), "{width}×{height}");
    }
    window.resize(80, 24).shows("ord0 ord1 ord2 ord3 ord4 ord5 ord6 ord7 ord8").types("\r");
    window.shows("-  ord0").shows("Skriv vad som sägs");
    assert_eq!(found(&laptop, "ord8"), 1);
}

#[test]
fn a_window_that_is_too_small_says_so_and_may_grow() {
    let laptop = with_meeting();
    let mut window = Window::with(&laptop, 20, 5, &[]);
    window.shows("litet.").settle().resize(80, 24).shows("Framtidsveckan").shows("Skriv vad som sägs");
}

#[test]
fn a_terminal_without_a_size_is_taken_for_a_usual_one() {
    let laptop = with_meeting();
    let mut window = Window::with(&laptop, 0, 0, &[]);
    window.shows("Skriv vad som sägs").types("zqzq").shows("zqzq");
}

#[test]
fn a_terminal_that_cannot_show_pictures_gets_a_sentence() {
    let laptop = laptop();
    for term in ["dumb", ""] {
        let mut window = Window::with(&laptop, 80, 24, &[("TERM", term)]);
        assert_eq!(window.ends(), 1);
        window.shows("--plain");
        assert!(!window.bytes().contains(&0x1b), "no sequences");
    }
}

#[test]
fn without_colours_there_are_none() {
    let laptop = with_meeting();
    let coloured = |number: &str| {
        number
            .split([';', ':'])
            .filter_map(|part| part.parse::<u16>().ok())
            .any(|part| matches!(part, 30..=38 | 40..=48 | 90..=97 | 100..=107))
    };
    let mut window = Window::with(&laptop, 80, 24, &[("NO_COLOR", "1")]);
    window.shows("Skriv vad som sägs").types("! Svårt\r").shows("U-1").types("\u{1b}1").settle();
    let colours: Vec<String> =
        attributes(&window.bytes()).into_iter().filter(|number| coloured(number)).collect();
    assert_eq!(colours, Vec::<String>::new());
    let mut window = Window::open(&laptop);
    window.shows("U-1").settle();
    assert!(attributes(&window.bytes()).iter().any(|number| coloured(number)), "otherwise there are");
}

#[test]
fn stored_text_never_steers_the_terminal() {
    let laptop = laptop();
    let evil = [
        "\u{1b}]0;KAPAD\u{7}titel",
        "\u{1b}]52;c;S0FQQUQ=\u{7}urklipp",
        "\u{1b}[?1049l\u{1b}[2J\u{1b}cskärm",
        "\u{9d}0;KAPAD\u{9c}c1 \u{9b}31m",
        "\u{202e}tfel åt räh \u{2066}ned\u{200f}",
        "noll\0klocka\u{7}bak\u{8}\u{8}\u{8}vagnretur\rrad\nbrytning\tflik\u{7f}",
    ];
    let lines: Vec<String> = evil.iter().map(|evil| format!("ond {evil}")).collect();
    meeting(&laptop, &format!("Framtidsveckan {}", evil.concat()), &lines);
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs").shows("ond");
    for keys in ["\t", "\t", "\u{1b}1", "\u{1b}3", "\u{1b}4", "\u{1b}5", "\u{1b}2"] {
        window.types(keys).settle();
    }
    // Every page: search, history, the palette, import and export.
    for (keys, typed) in [("\u{6}", "ond"), ("\u{10}", "hist"), ("\u{10}", "exp"), ("\u{10}", "ångra")] {
        window.types(keys).settle().types(typed).settle().types("\r").settle();
        window.types("\u{1b}").settle().types("\u{1b}").settle();
    }
    assert!(window.runs());
    assert_eq!(unsafe_in(&window.bytes()), Vec::<String>::new());
    assert_eq!(window.alarms(), Vec::<String>::new());
    window.signal("TERM").ends();
    window.is_as_before();
}

/// The keys that a bad line cuts in two: a click, a function key, the beginning of a paste.
#[test]
fn a_sequence_that_is_cut_short_makes_nothing_deaf() {
    let laptop = with_meeting();
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs");
    for (cut, text) in [
        ("\u{1b}[<", "Det regnade under lunchen"),
        ("\u{1b}[<0;10", "Bänken är trasig"),
        ("\u{1b}[1;", "Mikrofonen pep"),
        ("\u{1b}[200~", "Vattnet tog slut"),
    ] {
        window.types(cut).settle().resize(100, 30).settle();
        window.types(text).shows(text).types("\r");
        let end = Instant::now() + Duration::from_secs(20);
        while found(&laptop, text) == 0 && Instant::now() < end {
            thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(found(&laptop, text), 1, "{cut:?}");
        window.resize(80, 24);
    }
    window.signal("TERM").ends();
}

#[test]
fn a_very_long_line_is_caught_whole() {
    let laptop = with_meeting();
    let line = "ettmycketlångtord ".repeat(666) + "slutetpåraden";
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs").pastes(&line).shows("slutetpåraden").types("\r");
    window.shows("Skriv vad som sägs").resize(40, 12).resize(200, 50).settle();
    assert!(window.runs());
    window.types("Nästa rad\r").shows("Nästa rad");
    let text = laptop.run(&["export", "1", "-f", "txt", "-o", "-"]).done();
    assert!(text.contains(&line), "not a sign is lost");
}

#[test]
fn the_copy_of_the_day_may_fail_but_the_pen_works() {
    let laptop = with_meeting();
    laptop.file("vidpennan.db-backups", "ingen mapp");
    let mut window = Window::open(&laptop);
    window.shows("Framtidsveckan").settle();
    // What went wrong is said beside the pen, which takes the next key.
    window.shows("Dagens säkerhetskopia").shows("sparas som vanligt");
    window.types("Ändå\r").shows("-  Ändå");
    assert_eq!(found(&laptop, "Ändå"), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn an_idle_program_sends_nothing_and_does_nothing() {
    let laptop = with_meeting();
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs").types("Klart\r").shows("sparat").settle();
    // How often its threads were given a processor: a thread that sleeps is not.
    let switches = |window: &Window| -> u64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", window.pid())).unwrap();
        let of = |task: fs::DirEntry| {
            // A thread may have ended meanwhile.
            let status = fs::read_to_string(task.path().join("status")).unwrap_or_default();
            let counts = status.lines().filter(|line| line.contains("ctxt_switches"));
            counts.filter_map(|line| line.rsplit('\t').next()?.parse::<u64>().ok()).sum::<u64>()
        };
        tasks.flatten().map(of).sum()
    };
    // The copy of the day is made in the background, and others' writes are looked for once more after a while; then
    // nothing happens any more.
    let mut idle = Vec::new();
    for _ in 0..10 {
        let before = (switches(&window), window.bytes().len());
        thread::sleep(Duration::from_secs(2));
        let after = (switches(&window), window.bytes().len());
        idle.push((after.0 - before.0, after.1 - before.1));
        if idle.last() == Some(&(0, 0)) {
            return;
        }
    }
    panic!("wake-ups and bytes in 2 s each: {idle:?}");
}

#[test]
fn the_example_takes_the_first_key_and_its_own_lines_go_home() {
    let laptop = laptop();
    let mut window = Window::open(&laptop);
    window.shows("Vad vill du börja med?").types("\u{1b}[B\u{1b}[B\rEgen rad\r").shows("-  Egen rad");
    window.shows("EXEMPEL – SPARAS INTE");
    // Leaving asks; Escape stays.
    window.types("\u{11}").shows("Du har skrivit 1 rad i exemplet").types("\u{1b}").settle();
    assert!(window.runs());
    window.types("> Ringa @Eva\r").shows("Ringa");
    window.types("= @Amina på gång: vi ser över det\r").shows("1 av 2").types("Halv ra");
    // The way back is a command of its own.
    window.types("\u{10}egna\r").shows("Du har skrivit 4 rader i exemplet").types("\r");
    window.shows("4 rader sparade i mötet").shows("Från exemplet").shows("Egen rad");
    assert!(!window.screen().contains("EXEMPEL"));
    window.types("Hemma\r").shows("-  Hemma").types("\u{11}");
    assert_eq!(window.ends(), 0);
    for line in ["Egen rad", "Ringa", "Återkoppling (på gång): vi ser över det", "Halv ra", "Hemma"] {
        assert_eq!(found(&laptop, line), 1, "{line}");
    }
}

#[test]
fn an_example_without_lines_of_one_s_own_is_left_unasked() {
    let laptop = laptop();
    let mut window = Window::open(&laptop);
    window.shows("Vad vill du börja med?").types("\u{1b}[B\u{1b}[B\r").shows("EXEMPEL").types("\u{10}egna\r");
    window.shows("Vad vill du börja med?").types("\u{1b}[B\u{1b}[B\r").shows("EXEMPEL").types("Rad\r");
    // Who asks for the same over the question throws the lines away.
    window.shows("-  Rad").types("\u{11}").shows("Du har skrivit 1 rad").types("\u{11}");
    assert_eq!(window.ends(), 0);
}

/// Opens the example at the first start, and writes in it.
fn writes_in_the_example(laptop: &Laptop) -> Window {
    let mut window = Window::open(laptop);
    window.shows("Vad vill du börja med?").types("\u{1b}[B\u{1b}[B\rEgen rad\r").shows("-  Egen rad");
    window.types("Halv ra").shows("Halv ra").settle();
    window
}

#[test]
fn what_was_written_in_the_example_survives_a_signal_and_a_closed_terminal() {
    for end in ["TERM", "HUP", "closed"] {
        let laptop = laptop();
        let mut window = writes_in_the_example(&laptop);
        if end == "closed" {
            window.close();
        } else {
            window.signal(end);
        }
        window.ends();
        let mut again = Window::open(&laptop);
        again.shows("Exemplet stängdes. Du hade skrivit 2 rader").settle().types("\r");
        again.shows("2 rader sparade i mötet").types("\u{11}");
        assert_eq!(again.ends(), 0, "{end}");
        assert_eq!((found(&laptop, "Egen rad"), found(&laptop, "Halv ra")), (1, 1), "{end}");
        let mut third = Window::open(&laptop);
        third.shows("Från exemplet").settle();
        assert!(!third.screen().contains("Exemplet stängdes"), "it is asked once");
    }
}

#[test]
fn a_report_survives_a_signal_while_another_program_holds_the_file() {
    let laptop = with_meeting();
    let mut window = Window::open(&laptop);
    window.shows("Skriv vad som sägs").types("\u{18}").shows("Profil").settle();
    while !window.screen().contains("Sammanfattning") {
        window.types("\u{1b}[C").settle();
    }
    window.types("\u{5}").shows("luckor kvar").types("Mina egna ord").shows("inte sparat än").settle();
    let locker = Connection::open(laptop.path("vidpennan.db")).unwrap();
    locker.execute_batch("BEGIN IMMEDIATE").unwrap();
    window.signal("TERM");
    assert_eq!(window.ends(), 143);
    drop(locker);
    Window::open(&laptop).shows("Sparat nu, som inte kunde sparas förra gången");
    let text = laptop.run(&["export", "1", "--report", "tjansteskrivelse", "-f", "txt", "-o", "-"]).done();
    assert_says(&text, &["Mina egna ord"]);
}
