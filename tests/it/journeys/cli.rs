//! The command line as people meet it: the real program, its answers, what it says beside them, its exit status.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use vidpennan::clock::Clock;
use vidpennan::model::{CommitmentStatus, Kind};
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, Options, Store};
use vidpennan::text::safe::is_hidden;

use crate::support::at_once::choose_status;
use crate::support::laptop::{Answer, Laptop, assert_says};

const MINUTES: &str = include_str!("../../fixtures/minutes/001_e73191a1bb23a1f9.txt");
const INJECTIONS: &str = include_str!("../../fixtures/stress/s11_styrkoder_och_injektion.txt");

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn minutes_are_read_and_written_again() {
    let laptop = Laptop::new();
    laptop.file("möte.txt", MINUTES);
    let said = laptop.run(&["import", "möte.txt"]).done();
    assert_says(
        &said,
        &["66 inlägg", "10 utmaningar (4 utan återkoppling)", "14 åtaganden", "5 december 2018"],
    );
    let files = laptop.run(&["exportera", "runda bordssamtalen", "--format", "md,html,json"]).done();
    for file in files.lines() {
        assert!(laptop.path(file).is_file(), "{file}");
    }
    assert_eq!(files.lines().count(), 3);
}

#[test]
fn what_only_reads_makes_no_database() {
    let laptop = Laptop::new();
    for asked in [
        &["check"][..],
        &["check", "--rebuild"],
        &["backup", "kopia.db"],
        &["list", "challenges"],
        &["list", "meetings", "--json"],
        &["search", "ord"],
        &["history"],
        &["export", "1"],
    ] {
        let mut command = vec!["--db", "stavfel/möten.db"];
        command.extend(asked);
        let refused = laptop.run(&command).failed(1);
        assert_says(&refused, &["Det finns ingen databas i", "stavfel"]);
        assert!(!laptop.path("stavfel").exists(), "{asked:?}");
    }
}

/// With no choice about names the minutes are those that were read, line for line: their people, attendees and
/// signatures as they are.
#[test]
fn minutes_go_out_as_they_were_written() {
    let lines = |text: &str| -> Vec<String> {
        text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
    };
    for minutes in [MINUTES, include_str!("../../fixtures/minutes/invented_people.txt")] {
        let laptop = Laptop::new();
        laptop.file("möte.txt", minutes);
        laptop.run(&["import", "möte.txt"]).done();
        let text = laptop.run(&["export", "1", "-f", "txt", "-o", "-"]).done();
        assert_eq!(lines(&text), lines(minutes));
        let written = laptop.run(&["export", "1", "-f", "txt", "--names", "written", "-o", "-"]).done();
        assert_eq!(written, text);
    }
}

/// Whoever wrote the minutes is named once, and the label before the name is nobody's title.
#[test]
fn who_wrote_the_minutes_is_named_once_and_has_the_title_of_the_list() {
    let laptop = Laptop::new();
    let head = "Möte\n\nDatum: 2026-03-05\nSekreterare: Lena Gran\nNärvarande: Per-Erik Lindh\n";
    let end = "Vid pennan: Lena Gran\nJusteras: Per-Erik Lindh\n";
    laptop.file("möte.txt", format!("{head}\nTips:\n\n- Kaffe\n\n{end}"));
    laptop.file("alla.csv", "Namn;Roll\nPer-Erik Lindh;Nämndordförande\n");
    let read = laptop.run(&["import", "möte.txt"]).done();
    assert!(read.contains("Vid pennan: Lena Gran, Per-Erik Lindh\n"), "{read}");
    laptop.run(&["import", "alla.csv"]).done();
    let text = laptop.run(&["export", "1", "--names", "role", "-f", "txt", "-o", "-"]).done();
    assert!(text.contains("Närvarande: Nämndordförande"), "{text}");
    assert!(!text.contains("En deltagare (Justeras)"), "{text}");
}

/// Whoever is in a field of the header is hidden wherever a line names them.
#[test]
fn who_is_named_in_the_header_is_hidden_in_the_text_too() {
    for label in [
        "Ledamöter",
        "Tjänstepersoner",
        "Moderator",
        "Facilitator",
        "Värd",
        "Gäster",
        "Inbjudna",
        "Kopia till",
    ] {
        let laptop = Laptop::new();
        let said = "- Enligt Ek går det. Lund sa nej.";
        let minutes = format!("Möte\n\nDatum: 2026-03-05\n{label}: Moa Ek, Ola Lund\n\nTips\n{said}\n");
        laptop.file("möte.txt", minutes);
        laptop.run(&["import", "möte.txt"]).done();
        let text = laptop.run(&["export", "1", "-p", "webb", "-f", "txt", "-o", "-"]).done();
        for name in ["Moa", "Ek", "Ola", "Lund"] {
            assert!(!text.split(|c: char| !c.is_alphabetic()).any(|word| word == name), "{label}: {text}");
        }
    }
}

/// What was said is written, but not who said, promised or noted it.
#[test]
fn who_spoke_promised_or_noted_stays_inside_as_long_as_nobody_asks() {
    let laptop = Laptop::new();
    laptop
        .run(&["add", "# Vardagen", "@Ylva: Vi hinner inte", "> Ringa Kaj @Stig", ">> Boka salen @Rut"])
        .done();
    for format in ["txt", "md", "json", "html"] {
        let text = laptop.run(&["export", "1", "-f", format, "-o", "-"]).done();
        assert_says(&text, &["Ringa Kaj", "Rut"]);
        for name in ["Ylva", "Stig"] {
            assert!(!text.contains(name), "{name} in {text}");
        }
    }
    assert_says(&laptop.run(&["export", "1", "-f", "md", "--names", "full", "-o", "-"]).done(), &["Stig"]);
}

/// A report for outsiders says what it has hidden. Where something may be personal all the same, it is written only
/// when somebody has said yes to that.
#[test]
fn nothing_personal_goes_to_outsiders_before_somebody_says_yes() {
    let laptop = Laptop::new();
    let said = "- Karin Öhman har idéer\n- Fråga Karin Öhman\n- Skriv till karin.ohman@exempel.se\n";
    laptop.file("möte.txt", format!("Möte\n\nDatum: 2026-03-05\nNärvarande: Karin Öhman\n\nTips:\n\n{said}"));
    laptop.run(&["import", "möte.txt"]).done();
    let export = |more: &[&str]| {
        let arguments: Vec<&str> = ["export", "1"].iter().chain(more).copied().collect();
        laptop.run(&arguments)
    };
    let web = export(&["-p", "webb", "-f", "txt", "-o", "webb.txt"]);
    assert_says(&web.err, &["Dolt: 1 namn på 3 ställen, 1 e-postadress.", "Inga personuppgifter hittades."]);
    web.done();
    assert!(!laptop.read("webb.txt").contains("Öhman"));
    let clean = export(&["-p", "webb", "-f", "txt", "--check"]);
    assert_says(&clean.err, &["Dolt: 1 namn"]);
    assert_says(&clean.done(), &["Inga personuppgifter hittades."]);
    let found = export(&["--check"]);
    assert_says(&found.out, &["namn: Karin Öhman, 3 ställen (", "e-postadress: Karin Öhman ("]);
    found.failed(1);

    laptop.run(&["add", "Min granne är sjukskriven"]).done();
    for profile in ["webb", "extern"] {
        let export = |more: &[&str]| {
            let arguments: Vec<&str> =
                ["-p", profile, "-f", "txt", "-o", profile].iter().chain(more).copied().collect();
            export(&arguments)
        };
        let refused = export(&[]).failed(1);
        assert_says(&refused, &["kan vara", "Inget är skrivet.", "--check", "--yes"]);
        assert!(!laptop.path(profile).exists());
        let found = export(&["--check"]);
        assert_says(&found.out, &["hälsa: sjukskriven (Tips: Min granne är [sjukskriven])"]);
        found.failed(1);
        export(&["--yes"]).done();
        assert_says(&laptop.read(profile), &["Min granne är sjukskriven"]);
    }
    // Those who work with it get what there is.
    export(&["-p", "intern", "-f", "txt", "-o", "intern.txt"]).done();
}

/// A word that may be no name is hidden and listed, and stops nothing; nor does what replaces a way to reach somebody.
#[test]
fn what_was_hidden_in_doubt_is_said_and_stops_nothing() {
    let laptop = Laptop::new();
    let said = "- Per sa ja\n- Bergs förslag\n- Tipsa om kaffe\n- Ring 070-123 45 67\n";
    laptop.file("möte.txt", format!("Möte\n\nDatum: 2026-03-05\nNärvarande: Per Berg\n\nTips:\n\n{said}"));
    laptop.run(&["import", "möte.txt"]).done();
    for more in [
        &["-p", "webb"][..],
        &["-p", "extern"],
        &["-p", "webb", "--names", "initials"],
        &["-p", "webb", "--names", "pseudonym"],
    ] {
        let export = |last: &[&str]| {
            laptop.run(&[&["export", "1", "-f", "txt", "-o", "ut.txt", "--force"], more, last].concat())
        };
        let written = export(&[]);
        assert_says(
            &written.err,
            &[
                "Dolt: 1 namn på 3 ställen, 1 telefonnummer.",
                "1 ord doldes fast det kanske inte är ett namn. --check visar var.",
                "Inga personuppgifter hittades.",
            ],
        );
        written.done();
        let text = laptop.read("ut.txt");
        assert_says(&text, &["Ring utelämnat telefonnummer", "Tipsa om kaffe"]);
        assert!(!text.contains("Berg"), "{text}");
        let found = export(&["--check"]);
        assert_says(&found.out, &["dolt, osäkert: Bergs (Tips: ["]);
        assert_eq!(found.out.lines().count(), 1, "{}", found.out);
        found.done();
    }
}

/// Lines that read alike once names are hidden: what was hidden is said where it was, and not at each of them.
#[test]
fn what_was_hidden_in_doubt_in_lines_that_read_alike_is_said_once_each() {
    let laptop = Laptop::new();
    let names = ["Hjördis Ullvinge", "Hjalmar Ekstam", "Elvy Tallgrove", "Tjorven Norrhage"];
    let said = names.map(|name| format!("- {name} vill ha en bänk")).join("\n");
    laptop.file("möte.txt", format!("Möte\n\nDatum: 2026-03-05\n\nTips:\n\n{said}"));
    laptop.run(&["import", "möte.txt"]).done();
    for format in ["txt", "docx", "json"] {
        let found = laptop.run(&["export", "1", "-f", format, "--names", "none", "--check"]);
        let said: Vec<&str> = found.out.lines().filter(|line| line.starts_with("dolt, osäkert: ")).collect();
        assert_eq!(said.len(), names.len(), "{format}: {}", found.out);
        assert!(!found.out.contains("ställen"), "{format}: {}", found.out);
        assert!(names.iter().all(|name| said.iter().any(|line| line.contains(name))), "{}", found.out);
    }
}

/// Whoever is in the register is hidden, whatever the name looks like; of others it is enough that they are said to be
/// somebody.
#[test]
fn who_is_named_by_other_words_is_hidden_all_the_same() {
    let laptop = Laptop::new();
    laptop
        .file("folk.csv", "Namn;Roll\nAlla Kuznetsova;lärare\nZhanna Bok;bibliotekarie\nInga Hård;rektor\n");
    let said = "- Enligt Kuznetsova går det\n- Fråga Zhanna Bok\n- Inga Hård stängde\n- Lisa, som var med, tog upp skolan\n- Linda: vi behöver mer tid\n- Lotta (KF) ordnar\n- Eleven J.L. i 8B var inte där\n- Alla böcker lånas ut\n- Inga bilar kommer\n- Klara: 5 av 8\n- Dag: onsdag\n";
    laptop.file("möte.txt", format!("Möte\n\nDatum: 2026-03-05\n\nTips:\n\n{said}"));
    laptop.run(&["import", "folk.csv", "möte.txt"]).done();
    for names in ["none", "role", "pseudonym", "initials"] {
        let text = laptop.run(&["export", "1", "-f", "txt", "--names", names, "-o", "-"]).out;
        for word in ["Kuznetsova", "Zhanna", "Bok", "Hård", "Lisa", "Linda", "Lotta", "J.L."] {
            assert!(!text.contains(word), "{names}: {text}");
        }
        assert_says(&text, &["Alla böcker lånas ut", "Inga bilar kommer", "Klara: 5 av 8", "Dag: onsdag"]);
    }
}

/// A name that stays on purpose is listed, also that of the one who noted what was said, in every format; but for
/// those who look at their own.
#[test]
fn a_scribe_whose_name_goes_out_is_listed_for_everybody_else() {
    let laptop = Laptop::new();
    let folders = ["vidpennan", "Library/Application Support/vidpennan"];
    for folder in folders {
        fs::create_dir_all(laptop.path(folder)).unwrap();
        laptop.file(&format!("{folder}/settings.toml"), "name = \"Vera Svärd\"\n");
    }
    laptop.run(&["add", "Kaffe", "> Boka salen"]).done();
    let check = |format| {
        let choices = ["-p", "webb", "--names", "full", "--provenance", "--check"];
        laptop.run(&[&["export", "1", "-f", format], &choices[..]].concat())
    };
    let formats = ["txt", "html", "docx", "json", "xlsx"];
    for format in formats {
        check(format).done();
    }
    for folder in folders {
        laptop.file(&format!("{folder}/settings.toml"), "name = \"Ulf Lind\"\n");
    }
    for format in formats {
        let found = check(format);
        assert_says(&found.out, &["namn: Vera Svärd"]);
        found.failed(1);
    }
}

/// What the law protects more than a name is shown in each of its places: they may be about different people.
#[test]
fn every_place_of_what_is_sensitive_is_shown() {
    let laptop = Laptop::new();
    laptop.run(&["add", "Min granne är sjukskriven", "Min kusin är sjukskriven", "Fråga Karin Öhman"]).done();
    laptop.run(&["add", "Ring Karin Öhman"]).done();
    let found = laptop.run(&["export", "1", "--check"]);
    let lines: Vec<&str> = found.out.lines().collect();
    let [first, second, name] = lines.as_slice() else { panic!("{}", found.out) };
    assert!(first.starts_with("hälsa: sjukskriven, 2 ställen ("), "{first}");
    assert!(first.ends_with("Min granne är [sjukskriven])"), "{first}");
    assert!(second.starts_with("  ") && second.ends_with("Min kusin är [sjukskriven]"), "{second}");
    assert!(name.contains("Karin Öhman, 2 ställen ("), "{name}");
    assert_eq!(found.err.trim_end(), "2 saker kan vara personuppgifter.", "the check was just made");
    found.failed(1);
}

#[test]
fn what_is_exported_can_be_read_on_another_laptop() {
    let first = Laptop::with_minutes();
    for format in ["txt", "md", "json"] {
        let exported =
            first.run(&["export", "1", "--format", format, "--names", "full", "--output", "-"]).done();
        let second = Laptop::new();
        let name = format!("in.{format}");
        second.file(&name, &exported);
        second.run(&["import", &name]).done();
        let again =
            second.run(&["export", "1", "--format", format, "--names", "full", "--output", "-"]).done();
        assert_eq!(again, exported, "{format}");
    }
}

#[test]
fn looking_at_a_file_stores_nothing() {
    let laptop = Laptop::new();
    laptop.file("möte.txt", MINUTES);
    let object = json(&laptop.run(&["import", "möte.txt", "--dry-run", "--json"]).done());
    assert_eq!(object["schema"], "vidpennan.minutes/1");
    assert_eq!(object["date"], "2018-12-05");
    assert_eq!(object["sections"].as_array().unwrap().len(), 8);
    assert_eq!(object["signoff"][1]["name"], "Helen Wiklund");
    assert!(!laptop.path("vidpennan.db").exists());
}

#[test]
fn the_same_file_is_not_read_twice_by_mistake() {
    let laptop = Laptop::with_minutes();
    let said = laptop.run(&["import", "möte.txt"]).failed(1);
    assert_says(&said, &["har lästs in förut", "--again"]);
    assert_eq!(laptop.run(&["list", "meetings"]).done().lines().count(), 1);
    laptop.run(&["import", "möte.txt", "--again"]).done();
    assert_eq!(laptop.run(&["list", "meetings"]).done().lines().count(), 2);
}

#[test]
fn lines_are_caught_as_at_the_pen() {
    let laptop = Laptop::with_minutes();
    let said = laptop
        .run(&[
            "add",
            "--section",
            "upphandling",
            "! Svårt att hinna",
            "= på gång: vi ser över det",
            "+ och orka",
        ])
        .done();
    assert_says(&said, &["utmaning", "återkoppling", "Upphandling"]);
    let found = json(&laptop.run(&["list", "challenges", "--json"]).done());
    let caught = found.as_array().unwrap().iter().find(|row| row["number"] == "U-11").unwrap();
    assert_eq!(caught["text"], "Svårt att hinna");
    assert_eq!(caught["responses"][0]["kind"], "underway");
    assert_eq!(caught["responses"][0]["text"], "vi ser över det och orka");
    let said = laptop.run_with(&["anteckna"], "> Ringa Åsa\n\nen rad till\n".as_bytes()).done();
    assert_eq!(said.lines().count(), 2);
    assert_says(&laptop.run(&["sök", "Ringa åsa"]).done(), &["Ringa Åsa"]);
    let said = laptop.run(&["add", "/skräp"]).failed(1);
    assert_says(&said, &["/skräp"]);
}

#[test]
fn several_first_lines_at_once_go_to_one_meeting() {
    let laptop = Laptop::new();
    let lines: Vec<String> = (0..8).map(|at| format!("Rad {at}")).collect();
    let start = |line: &String| {
        let mut command = laptop.command(&["add", line]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let running: Vec<_> = lines.iter().map(start).collect();
    let answers: Vec<Answer> =
        running.into_iter().map(|one| Answer::of(&one.wait_with_output().unwrap())).collect();
    let said = answers.iter().filter(|answer| !answer.err.is_empty()).count();
    for answer in answers {
        answer.done();
    }
    let meetings = json(&laptop.run(&["list", "meetings", "--json"]).done());
    assert_eq!((meetings.as_array().unwrap().len(), said), (1, 1), "{meetings}");
    assert_eq!(meetings[0]["entries"], 8, "{meetings}");
}

#[test]
fn an_argument_of_several_lines_is_as_many_lines() {
    let laptop = Laptop::new();
    let said = laptop.run(&["add", "/bord 2\n! Trångt i hallen\r\n> Jag ringer Kaj", "Kaffe"]).done();
    assert_eq!(said.lines().count(), 3, "{said}");
    assert_says(&said, &["utmaning", "åtagande", "bord 2"]);
}

#[test]
fn options_of_add_count_before_between_and_after_its_lines() {
    let laptop = Laptop::with_minutes();
    let said =
        laptop.run(&["add", "- Ny rad", "--section", "upphandling", "-15 grader", "-m=1", "--lang", "en"]);
    let said = said.done();
    assert_eq!(said.lines().filter(|line| line.ends_with("· Upphandling")).count(), 2, "{said}");
    assert_says(&laptop.run(&["search", "15 grader"]).done(), &["-15 grader"]);
    laptop.run(&["add", "-msg hej", "-hej", "-m1", "-t 2 bord"]).done();
    let caught = laptop.run(&["export", "1", "-o", "-"]).done();
    assert_says(&caught, &["-msg hej\n", "-hej\n", "-m1\n", "-t 2 bord\n"]);
    laptop.run(&["add", "annan databas", "--db", "annan.db"]).done();
    assert!(laptop.run(&["search", "annan databas"]).done().is_empty());
    let before = laptop.run(&["export", "1", "-o", "-"]).done();
    for option in ["--avsnitt", "-q", "--avsnitt=Tips"] {
        let said = laptop.run(&["add", "En rad till", option]).failed(2);
        assert_says(&said, &["går inte att ange här.", "Skriv -- före den.", "vidpennan add --help"]);
    }
    assert_eq!(laptop.run(&["export", "1", "-o", "-"]).done(), before, "nothing was taken");
    laptop.run(&["add", "-m", "1", "--", "--avsnitt", "-m"]).done();
    assert_says(&laptop.run(&["export", "1", "-o", "-"]).done(), &["--avsnitt", "-m\n"]);
}

#[test]
fn an_option_that_is_given_again_is_named_in_one_plain_sentence() {
    let laptop = Laptop::new();
    for (lang, said) in [
        ("sv", "fel: --meeting är angivet mer än en gång.\n"),
        ("en", "error: --meeting was given more than once.\n"),
    ] {
        for again in [["-m", "2"].as_slice(), &["--meeting", "2", "--meeting=3"]] {
            let arguments = [["add", "--lang", lang, "-m", "1", "en rad"].as_slice(), again].concat();
            let failed = laptop.run(&arguments).failed(2);
            assert!(failed.starts_with(said), "{failed}");
        }
    }
}

#[test]
fn lines_that_do_not_go_to_a_meeting_of_today_say_where_they_go() {
    let laptop = Laptop::with_minutes();
    let said = "Skriver i: Heja LKP, ons 5 dec 2018";
    let added = laptop.run(&["add", "Ny rad"]);
    assert_eq!(added.err.trim(), said);
    assert_eq!(laptop.run(&["add", "-m", "1", "Ny rad"]).err, "", "who names the meeting knows it");
    assert_says(&laptop.run_with(&["--plain"], b"").done(), &[said]);
    let laptop = Laptop::new();
    laptop.run(&["add", "Första raden"]).done();
    assert_eq!(laptop.run(&["add", "Ny rad"]).err, "", "it is held today");
    assert!(!laptop.run_with(&["--plain"], b"").done().contains("Skriver i"));
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_named_without_its_control_characters() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let laptop = Laptop::new();
    let garbled = OsStr::from_bytes(b"M\xe5nd\nag\x1b[31m");
    let output = laptop.command(&["add", "en rad"]).arg(garbled).output().unwrap();
    let said = Answer::of(&output).failed(2);
    assert!(said.starts_with("fel: argumentet ”M\u{fffd}nd ag[31m” är inte text i UTF-8.\n"), "{said}");
    assert!(!laptop.path("vidpennan.db").exists());
}

#[test]
fn what_is_piped_in_is_decoded_as_a_file_is_or_refused() {
    let laptop = Laptop::with_minutes();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    laptop.run_with(&["add"], b"M\xe5ndag passar b\xe4st\n").done();
    laptop.run_with(&["add"], &wide("\u{feff}Åtta stolar\r\nÖppet till tio\r\n")).done();
    laptop.run_with(&["--plain"], b"Tv\xe5 bord\n").done();
    let mixed = [b"F\xf6rst\nTv\xe5 ".as_slice(), "på en rad\nSedan\n".as_bytes()].concat();
    assert_says(&laptop.run_with(&["add"], &mixed).failed(1), &["Rad 2", "UTF-8"]);
    let answer = laptop.run_with(&["--plain"], &mixed);
    assert_says(&answer.err, &["Rad 2"]);
    answer.done();
    let text = laptop.run(&["export", "1", "-o", "-"]).done();
    assert_says(
        &text,
        &["Måndag passar bäst", "Åtta stolar", "Öppet till tio", "Två bord", "Först", "Sedan"],
    );
    assert!(!text.contains('\u{fffd}') && !text.contains("på en rad"), "{text}");
}

#[test]
fn the_addresses_of_a_list_are_kept_and_printed_in_no_list() {
    let laptop = Laptop::new();
    laptop.file(
        "deltagare.csv",
        "Namn;Roll;Organisation;E-post\nÅsa Öst;rektor;Norra skolan;asa@exempel.se\nBo Al;;;\n",
    );
    let looked = json(&laptop.run(&["import", "deltagare.csv", "--dry-run", "--json"]).done());
    assert_eq!(
        (&looked["people"][0]["email"], &looked["left"]),
        (&"asa@exempel.se".into(), &serde_json::json!([]))
    );
    let said = laptop.run(&["import", "deltagare.csv"]).done();
    assert!(!said.contains("tas inte med"), "{said}");
    assert_says(&laptop.run(&["list", "people"]).done(), &["Åsa Öst, rektor, Norra skolan\n", "Bo Al\n"]);
    let listed = json(&laptop.run(&["list", "people", "--json"]).done());
    assert_eq!(
        (&listed[0]["organisation"], &listed[1]["organisation"], &listed[0]["email"]),
        (&"Norra skolan".into(), &serde_json::Value::Null, &serde_json::Value::Null)
    );
}

#[test]
fn work_is_listed_for_people_and_for_programs() {
    let laptop = Laptop::with_minutes();
    let lines = laptop.run(&["list", "utmaningar", "--open"]).done();
    assert_eq!(lines.lines().count(), 10);
    assert_says(lines.lines().next().unwrap(), &["U-4", "obesvarad"]);
    assert_eq!(laptop.run(&["lista", "åtaganden"]).done().lines().count(), 14);
    assert_says(&laptop.run(&["list", "people"]).done(), &["Helen Wiklund, Teamledare LKP"]);
    let meetings = json(&laptop.run(&["list", "meetings", "--json"]).done());
    assert_eq!(meetings[0]["entries"], 66);
    assert_eq!(meetings[0]["answered"], 6);
    assert_says(&laptop.run(&["historik"]).done(), &["läsa in Anteckningar"]);
    assert_says(&laptop.run(&["search", "kvalitet"]).done(), &["livskvalitet"]);
}

#[test]
fn a_meeting_is_named_by_number_date_id_or_title() {
    let laptop = Laptop::with_minutes();
    laptop
        .file("två.md", "# Anteckningar från nätverksträff\n\n**Datum:** 2019-03-01\n\n## Tips\n\n- Kaffe\n");
    laptop.run(&["import", "två.md"]).done();
    let id = json(&laptop.run(&["list", "meetings", "--json"]).done())[1]["id"].as_str().unwrap().to_owned();
    for query in ["2", "2018-12-05", "5 december 2018", "heja lkp", &id] {
        let text = laptop.run(&["export", query, "--output", "-"]).done();
        assert_says(&text, &["Heja LKP"]);
    }
    let said = laptop.run(&["export", "anteckningar", "--output", "-"]).failed(1);
    assert_says(&said, &["Flera möten", "nätverksträff", "Heja LKP"]);
    assert_says(&laptop.run(&["export", "finns inte"]).failed(1), &["finns inte", "list meetings"]);
}

#[test]
fn a_file_that_exists_is_left_alone() {
    let laptop = Laptop::with_minutes();
    laptop.file("ut.md", "mitt eget");
    let said = laptop.run(&["export", "1", "-f", "md", "-o", "ut.md"]).failed(1);
    assert_says(&said, &["ut.md finns redan", "--force"]);
    assert_eq!(laptop.read("ut.md"), "mitt eget");
    laptop.run(&["export", "1", "-f", "md", "-o", "ut.md", "--force"]).done();
    assert_says(&laptop.read("ut.md"), &["# Anteckningar"]);
    assert_says(
        &laptop.run(&["export", "1", "-o", "saknas/ut.txt"]).failed(1),
        &["Mappen saknas finns inte"],
    );
    assert_says(
        &laptop.run(&["export", "1", "-f", "md", "-o", "ny/"]).failed(1),
        &["Mappen ny/ finns inte. Skapa den först"],
    );
}

#[test]
fn names_behind_commitments_stay_inside_unless_asked_for() {
    let laptop = Laptop::with_minutes();
    laptop.run(&["add", "> Boka lokal @Disa"]).done();
    let export = |names: &str| laptop.run(&["export", "1", "-f", "json", "-o", "-", "--names", names]).done();
    assert!(!export("none").contains("Disa"));
    assert!(export("full").contains("Disa"));
}

/// Reminders and lists for one owner: nobody else's work is in them, and what names are hidden stays hidden in the
/// names of the files too.
#[test]
fn one_owners_work_goes_out_alone() {
    let laptop = Laptop::with_minutes();
    let lines = [
        ">> Måla bänken @Disa_Ek <2026-01-15",
        ">> Beställa färg @Disa_Ek",
        ">> Vattna träden @\"Bo Alm\"",
        "> Ringa grannen @Disa_Ek",
    ];
    for line in lines {
        laptop.run(&["add", line]).done();
    }
    let list = laptop.run(&["export", "1", "-r", "actions", "--owner", "disa ek", "-o", "-"]).done();
    let all = laptop.run(&["export", "1", "-r", "reminder", "-o", "-"]).done();
    assert_says(&all, &["Hej Disa!", "De här 3 sakerna", "Ringa grannen", "Vattna träden"]);
    assert_says(&list, &["Gäller: Disa Ek", "Måla bänken", "Beställa färg", "Ringa grannen"]);
    assert!(!list.contains("Vattna") && !list.contains("Bo Alm"), "{list}");
    let mail = laptop.run(&["export", "1", "-r", "reminder", "--owner", "Disa", "-o", "-"]).done();
    assert_says(&mail, &["Hej Disa!", "De här 3 sakerna", "skulle vara klart 15 januari 2026", "från "]);
    assert!(!mail.contains("Vattna"), "{mail}");
    let english = ["--lang", "en", "export", "1", "-r", "reminder", "--owner", "Disa", "-o", "-"];
    assert_says(&laptop.run(&english).done(), &["Hello Disa,", "was due 15 January 2026"]);
    let hidden = ["export", "1", "-r", "reminder", "--owner", "Disa", "-o", "-", "--names", "none"];
    let hidden = laptop.run(&hidden).done();
    assert_says(&hidden, &["Hej!", "Måla bänken"]);
    assert!(!hidden.contains("Disa"), "{hidden}");
    assert_says(
        &laptop.run(&["export", "1", "-r", "actions", "--owner", "Ingen Alls", "-o", "-"]).failed(1),
        &["”Ingen Alls” ansvarar inte för något här"],
    );
    assert_says(
        &laptop.run(&["export", "1", "--owner", "Disa", "-o", "-"]).failed(2),
        &["Anteckningar går inte att göra för en ansvarig", "reminder"],
    );
}

/// A group is greeted by its whole name and spoken to as several, a person by the given name.
#[test]
fn a_reminder_speaks_to_a_group_as_to_several() {
    let laptop = Laptop::new();
    for owner in ["Team god vardag", "Arbetsgruppen mat", "Elevrådet", "Disa Ek", "Xorn Ekwall", "E. Ekwall"]
    {
        laptop.run(&["add", &format!("> Måla bänken @\"{owner}\"")]).done();
    }
    let together = laptop.run(&["export", "1", "-r", "reminder", "-o", "-"]).done();
    assert_says(&together, &["Hej Xorn!", "Hej Disa!", "Hej Elevrådet!", "Hej!"]);
    let files = laptop.run(&["export", "1", "-r", "reminder", "--each", "owner"]).done();
    assert_eq!(files.lines().count(), 6, "{files}");
    for (owner, greeting, about, end) in [
        ("Team god vardag", "Hej Team god vardag!", "ansvarar ni för", "Hör av er"),
        ("Arbetsgruppen mat", "Hej Arbetsgruppen mat!", "ansvarar ni för", "Hör av er"),
        ("Elevrådet", "Hej Elevrådet!", "ansvarar ni för", "Hör av er"),
        ("Disa Ek", "Hej Disa!", "ansvarar du för", "Hör av dig"),
        ("Xorn Ekwall", "Hej Xorn!", "ansvarar du för", "Hör av dig"),
        ("E. Ekwall", "Hej!", "ansvarar du för", "Hör av dig"),
    ] {
        let file = files.lines().find(|file| file.ends_with(&format!("{owner}.txt"))).unwrap();
        assert_says(&laptop.read(file), &[greeting, about, end]);
    }
}

/// Several who have promised something together are as many persons, and each of them is asked about it.
#[test]
fn what_several_own_is_everybodys() {
    let laptop = Laptop::new();
    let lines = [
        "> Måla bänken @\"Disa Ek\"",
        "> Vattna träden @\"Bo Alm\"",
        "> Ordna kaffe @\"Disa Ek\" @\"Bo Alm\"",
        "! Det är mörkt @\"Disa Ek\" @Bo",
        "> Ringa grannen @Bo",
    ];
    for line in lines {
        laptop.run(&["add", line]).done();
    }
    let people = laptop.run(&["list", "people"]).done();
    assert_eq!((people.matches("Disa").count(), people.matches("Bo").count()), (1, 1), "{people}");
    for (owner, not) in [("Disa Ek", "Vattna"), ("Bo Alm", "Måla")] {
        let mail = laptop.run(&["export", "1", "-r", "reminder", "--owner", owner, "-o", "-"]).done();
        assert!(mail.contains("Ordna kaffe") && !mail.contains(not), "{owner}: {mail}");
    }
    let all = laptop.run(&["export", "1", "-r", "reminder", "-o", "-"]).done();
    assert_eq!((all.matches("Hej ").count(), all.matches("Ordna kaffe").count()), (2, 2), "{all}");
}

/// Promises that are archived are neither kept nor broken: no paper says that nothing came of them.
#[test]
fn archived_promises_are_not_said_to_have_failed() {
    let laptop = Laptop::new();
    laptop.run(&["add", "> Ringa grannen", "> Måla bänken"]).done();
    let options = store::Options { clock: Clock::System, scribe: None, replicas: None };
    let mut store = Store::open(&laptop.path("vidpennan.db"), options).unwrap();
    let promises = Filter { class: WorkClass::Commitments, ..Filter::default() };
    for work in work::list(&store, &promises, 0, 9).unwrap() {
        let archived = Kind::Commitment(CommitmentStatus::Archived);
        choose_status(&mut store, work.entry.id, Kind::COMMITMENT, archived, "").unwrap();
    }
    drop(store);
    let paper = laptop.run(&["export", "1", "-r", "feedback", "-o", "-"]).done();
    assert_says(&paper, &["Ni lovade två saker: två följer vi inte upp längre.", "Ringa grannen"]);
    assert!(!paper.contains("blev inte av"), "{paper}");
}

/// The ending of the file says what it is to be; one that is no format is refused before anything is written.
#[test]
fn the_ending_of_a_file_is_its_format() {
    let laptop = Laptop::with_minutes();
    for (command, name) in [("export", "a.pdf"), ("handbok", "b.pdf")] {
        let path = laptop.path(name).display().to_string();
        let mut arguments = vec![command];
        arguments.extend((command == "export").then_some("1"));
        arguments.extend(["-o", &path]);
        laptop.run(&arguments).done();
        assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
        let path = laptop.path("c.rtf").display().to_string();
        *arguments.last_mut().unwrap() = &path;
        assert_says(&laptop.run(&arguments).failed(2), &["”.rtf” är ändelsen på inget format", "-f"]);
        assert!(!std::path::Path::new(&path).exists());
    }
}

#[test]
fn every_owner_gets_a_file_named_after_them() {
    let laptop = Laptop::with_minutes();
    laptop.run(&["add", ">> Måla bänken @Disa_Ek", ">> Vattna träden @Bo_Alm"]).done();
    let files = laptop.run(&["export", "1", "-r", "reminder", "--each", "owner"]).done();
    for (name, work, other) in [("Disa Ek", "Måla bänken", "Vattna"), ("Bo Alm", "Vattna träden", "Måla")]
    {
        let file = files.lines().find(|file| file.ends_with(&format!("{name}.txt"))).unwrap();
        let text = laptop.read(file);
        assert!(text.contains(work) && !text.contains(other), "{text}");
    }
    let hidden = ["export", "1", "-r", "actions", "--each", "owner", "--names", "none", "-f", "md"];
    let hidden = laptop.run(&hidden).done();
    assert_eq!(hidden.lines().count(), files.lines().count());
    for file in hidden.lines() {
        let text = format!("{file}\n{}", laptop.read(file));
        assert!(!text.contains("Disa") && !text.contains("Alm"), "{text}");
    }
    let under = ["export", "1", "-r", "actions", "--each", "owner", "-o", "lista.md", "-f", "md"];
    assert_says(&laptop.run(&under).done(), &["lista disa ek.md", "lista bo alm.md"]);
    // Under one name two whose names are hidden have different numbers, and none is written over another.
    let under = ["export", "1", "-r", "actions", "--each", "owner", "--names", "none", "-o", "dold.txt"];
    let written = laptop.run(&under).done();
    let texts: BTreeSet<String> = written.lines().map(|file| laptop.read(file)).collect();
    assert_eq!(texts.len(), files.lines().count(), "{written}");
    let shown = ["export", "1", "-r", "actions", "--each", "owner", "-o", "-"];
    assert_says(&laptop.run(&shown).failed(2), &["flera filer"]);
}

/// A unit's list has what its people are responsible for.
#[test]
fn an_organisations_list_is_that_of_its_people() {
    let laptop = Laptop::with_minutes();
    laptop.file("folk.csv", "Namn,Organisation\nDisa Ek,Parkenheten\nSiv Öst,Parkenheten\nBo Alm,Skolan\n");
    laptop.run(&["import", "folk.csv"]).done();
    laptop.run(&["add", ">> Måla bänken @Disa_Ek", ">> Vattna träden @Bo_Alm"]).done();
    laptop.run(&["add", ">> Klippa häcken @Siv_Öst"]).done();
    let list = laptop.run(&["export", "1", "-r", "actions", "--owner", "parkenheten", "-o", "-"]).done();
    assert_says(&list, &["Gäller: Parkenheten", "Måla bänken"]);
    assert!(!list.contains("Vattna"), "{list}");
    // A text to all of them says what is whose.
    let mail = laptop.run(&["export", "1", "-r", "reminder", "--owner", "parkenheten", "-o", "-"]).done();
    assert_says(&mail, &["Hej!", "De här 2 sakerna ansvarar ni på Parkenheten för", "Disa Ek", "Siv Öst"]);
}

#[test]
fn wrong_usage_is_explained_in_the_language_of_the_user() {
    let laptop = Laptop::new();
    let cases: [(&[&str], &[&str]); 7] = [
        (&["exprt"], &["fel: det finns inget kommando ”exprt”", "Menade du ”export”?"]),
        (&["export"], &["MÖTE saknas", "vidpennan export --help"]),
        (&["export", "1", "--format", "doc"], &["”doc”", "Välj bland: txt, md, html"]),
        (&["export", "1", "--format", "md,txt", "--output", "-"], &["bara ett format"]),
        (&["list"], &["VAD saknas"]),
        (&["list", "meetings", "--jsn"], &["”--jsn” går inte att ange här", "”--json”"]),
        (&["add", "--table"], &["--table BORD behöver ett värde"]),
    ];
    for (arguments, parts) in cases {
        assert_says(&laptop.run(arguments).failed(2), parts);
    }
    assert_says(&laptop.run(&["--lang", "en", "exprt"]).failed(2), &["error: there is no command “exprt”"]);
    assert!(!laptop.path("vidpennan.db").exists());
}

#[test]
fn help_speaks_one_language_at_a_time() {
    let laptop = Laptop::new();
    for command in
        ["import", "export", "add", "list", "search", "backup", "check", "history", "completions", "man"]
    {
        let help = laptop.run(&[command, "--help"]).done();
        assert_says(&help, &["Så här: vidpennan", "Visa hjälp"]);
        for english in
            ["Usage", "Options", "OPTIONS", "COMMAND", "alias", "possible values", "default:", "Print"]
        {
            assert!(!help.contains(english), "{english} in\n{help}");
        }
        assert_says(
            &laptop.run(&["--lang=en", command, "--help"]).done(),
            &["Usage: vidpennan", "Show help"],
        );
    }
    assert_says(&laptop.run(&["--version"]).done(), &[env!("CARGO_PKG_VERSION")]);
    assert_says(&laptop.run(&["man"]).done(), &[".TH vidpennan 1", "ÖVERSIKT", "vidpennan export"]);
    assert_says(&laptop.run(&["completions", "bash"]).done(), &["complete", "importera"]);
}

#[test]
fn the_language_of_the_settings_counts_until_another_is_asked_for() {
    let laptop = Laptop::new();
    for folder in [laptop.path("vidpennan"), laptop.path("Library/Application Support/vidpennan")] {
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("settings.toml"), "language = \"en\"\n").unwrap();
    }
    assert_says(&laptop.run(&["list"]).failed(2), &["WHAT is missing"]);
    assert_says(&laptop.run(&["list", "--lang", "sv"]).failed(2), &["VAD saknas"]);
}

#[test]
fn bad_files_are_refused_in_words_and_change_nothing() {
    let laptop = Laptop::new();
    laptop.file("tom.txt", "");
    laptop.file("blank.txt", " \n\t\n");
    laptop.file("bild.txt", b"\x89PNG\r\n\x1a\n\0\0\0\0");
    laptop.file("annat.json", r#"{"schema": "vidpennan.minutes/7"}"#);
    laptop.file("trasig.json", "{");
    laptop.file("stor.txt", vec![b'a'; 21 * 1024 * 1024]);
    let cases = [
        ("tom.txt", "tom"),
        ("blank.txt", "tom"),
        ("bild.txt", "text"),
        ("annat.json", "vidpennan.minutes/7"),
        ("trasig.json", "JSON"),
        ("stor.txt", "stor"),
        ("saknas.txt", "finns inte"),
        (".", "mapp"),
    ];
    for (file, part) in cases {
        let said = laptop.run(&["import", file]).failed(1);
        assert_says(&said, &[file, part]);
    }
    // One bad file among good ones: nothing is stored.
    laptop.file("bra.txt", MINUTES);
    laptop.run(&["import", "bra.txt", "tom.txt"]).failed(1);
    assert!(!laptop.path("vidpennan.db").exists());
}

#[test]
fn a_database_that_is_none_is_refused_and_left_as_it_is() {
    let laptop = Laptop::new();
    laptop.file("vidpennan.db", "detta är ingen databas, men ganska lång text ".repeat(9));
    let before = laptop.read("vidpennan.db");
    let said = laptop.run(&["list", "meetings"]).failed(1);
    assert_says(&said, &["vidpennan.db"]);
    assert_eq!(laptop.read("vidpennan.db"), before);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let laptop = Laptop::with_minutes();
    let folder = laptop.path("låst");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
    // Whoever may write everywhere cannot be refused.
    if fs::write(folder.join("prov"), "").is_err() {
        assert_says(
            &laptop.run(&["export", "1", "-o", "låst/ut.txt"]).failed(1),
            &["låst/ut.txt får inte skrivas"],
        );
        assert_says(&laptop.run(&["--db", "låst/ny.db", "list", "meetings"]).failed(1), &["--db"]);
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn no_stored_text_moves_the_cursor_of_a_terminal() {
    let laptop = Laptop::new();
    let json_with_controls = serde_json::json!({
        "schema": "vidpennan.minutes/1",
        "title": format!("Titel {}", INJECTIONS.replace('\n', " ")),
        "date": "2026-03-05",
        "sections": [{"heading": "Utmaningar\u{202e}", "level": 1, "kind": "challenges", "intro": [], "entries":
            INJECTIONS.lines().filter(|line| !line.is_empty()).map(|line| serde_json::json!(
                {"kind": "challenge", "text": line, "owner": line, "responses": [{"text": line, "kind": "answer"}]}
            )).collect::<Vec<_>>()
        }],
        "signoff": [{"name": "Eva\u{1b}[31m", "role": "\u{9b}31m"}],
    });
    laptop.file("ond.json", json_with_controls.to_string());
    let commands: [&[&str]; 15] = [
        &["import", "ond.json", "--dry-run", "--json"],
        &["import", "ond.json"],
        &["import", "ond.json"],
        &["list", "meetings"],
        &["list", "meetings", "--json"],
        &["list", "challenges"],
        &["list", "challenges", "--json"],
        &["list", "people"],
        &["search", "FARA"],
        &["search", "FARA", "--json"],
        &["history"],
        &["history", "--json"],
        &["export", "1", "-f", "txt", "-o", "-"],
        &["export", "1", "-f", "md", "-o", "-"],
        &["export", "1", "-f", "html", "-o", "-"],
    ];
    for arguments in commands {
        let Answer { out, err, .. } = laptop.run(arguments);
        let bad = out.chars().chain(err.chars()).find(|&c| is_hidden(c) && c != '\n');
        assert_eq!(bad, None, "{arguments:?}");
    }
}

#[test]
fn a_copy_is_made_and_the_store_is_looked_over() {
    let laptop = Laptop::with_minutes();
    assert_says(&laptop.run(&["backup", "kopia.db"]).done(), &["kopia.db"]);
    assert_says(&laptop.run(&["backup", "kopia.db"]).failed(1), &["finns redan"]);
    assert_says(&laptop.run(&["--db", "kopia.db", "list", "meetings"]).done(), &["Heja LKP"]);
    assert_says(&laptop.run(&["kontrollera"]).done(), &["är hel"]);
}

#[test]
fn the_pen_works_as_a_dialogue_in_lines() {
    let laptop = Laptop::new();
    let input = "Dialogcafé\n# Utmaningar\nMörkt på torget\n= planerat: nya lampor\n/utmaningar\n/ångra\n/skräp\n/avsluta\nefter\n";
    let answer = laptop.run_with(&["--plain"], input.as_bytes());
    assert_says(&answer.err, &["/skräp"]);
    let said = answer.done();
    assert_says(&said, &["Dialogcafé", "Avsnitt: Utmaningar", "utmaning", "U-1", "Ångrat: svara på U-1"]);
    assert!(!said.contains('\u{1b}'));
    assert_says(&laptop.run(&["list", "challenges"]).done(), &["Mörkt på torget", "obesvarad"]);
    assert!(laptop.run(&["search", "efter"]).done().is_empty());
}

/// A receipt is as short as one wants to hear it: the number and the table, not the heading again; `?` answers.
#[test]
fn the_dialogue_answers_in_short_and_names_the_command_that_can() {
    let laptop = Laptop::new();
    let input = "Dialogcafé\n/bord 3\n# Utmaningar\nMörkt på torget\n= nya lampor\n?\n/exportera pdf\n/historik 3\n/avsluta\n";
    let answer = laptop.run_with(&["--plain"], input.as_bytes());
    assert_says(
        &answer.err,
        &["/exportera går inte att använda här", "`vidpennan export`", "`vidpennan history`"],
    );
    let said = answer.done();
    assert_says(&said, &["U-1 · utmaning · bord 3\n", "§ beslut"]);
    assert_eq!(said.matches("Utmaningar").count(), 1, "{said}");
    let english = laptop.run_with(&["--lang", "en", "--plain"], b"?\n/export\n");
    assert_says(&english.out, &["! challenge"]);
    assert_says(&english.err, &["Use `vidpennan export`"]);
}

#[test]
fn the_dialogue_leaves_a_meeting_that_is_gone_and_says_where_it_goes() {
    let laptop = Laptop::with_minutes();
    let lines = "/nytt möte Vårens möte\n/ångra\nEn ny tanke\nEn ny tanke\n";
    let answer = laptop.run_with(&["--plain"], lines.as_bytes());
    assert_says(&answer.err, &["Mötet ”Vårens möte” finns inte längre. Skriv raden igen, så hamnar den i ”"]);
    assert_eq!(answer.err.matches("finns inte längre").count(), 1, "{}", answer.err);
    assert_says(&answer.done(), &["Ångrat: skapa mötet"]);
    assert_says(&laptop.run(&["search", "En ny tanke"]).done(), &["Heja LKP"]);
}

#[test]
fn without_a_terminal_the_program_says_what_to_do() {
    let laptop = Laptop::new();
    assert_says(&laptop.run(&[]).failed(1), &["--plain"]);
}

#[cfg(unix)]
#[test]
fn a_reader_who_has_heard_enough_is_no_fault() {
    let laptop = Laptop::with_minutes();
    let mut child = laptop
        .command(&["list", "challenges", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &[][..]));
}

#[test]
fn nothing_is_written_beside_what_was_asked_for() {
    let laptop = Laptop::new();
    let options = Options { clock: Clock::System, scribe: None, replicas: None };
    drop(Store::open(&laptop.path("vidpennan.db"), options).unwrap());
    laptop.run(&["list", "meetings"]).done();
    let names: Vec<String> = fs::read_dir(laptop.home())
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !Path::new(name).to_string_lossy().starts_with("vidpennan.db"))
        .collect();
    assert_eq!(names, Vec::<String>::new());
}

#[test]
fn text_that_was_encoded_twice_is_repaired_when_asked_for() {
    let laptop = Laptop::new();
    laptop.file("kodad.txt", "Anteckningar frÃ¥n mÃ¶tet\n\n- MÃ¶jligheter\n");
    let said = laptop.run(&["import", "--dry-run", "kodad.txt"]).done();
    assert_says(&said, &["frÃ¥n", "kodats två gånger"]);
    let said = laptop.run(&["import", "--dry-run", "--repair", "kodad.txt"]).done();
    assert_says(&said, &["Anteckningar från mötet"]);
}
