//! The grammar of the pen line, one row for each row of its table and each trap.

use proptest::prelude::*;

use super::*;
use crate::i18n::Lang;

fn names() -> Vec<String> {
    ["Amina Berg", "Anna Ek", "Anna Ekström", "Åsa", "Per-Olof Öst", "Team livskvalitet"]
        .map(String::from)
        .into()
}

/// Wednesday 5 December 2018, in a notes section.
pub(super) fn with<T>(run: impl FnOnce(&Context<'_>) -> T) -> T {
    on("2018-12-05", SectionKind::Notes, run)
}

fn on<T>(today: &str, section: SectionKind, run: impl FnOnce(&Context<'_>) -> T) -> T {
    let (names, tags) = (names(), ["Kommunikation".to_owned(), "kök".to_owned()]);
    let headings = ["Tips".to_owned(), "Upphandling".to_owned()];
    run(&Context {
        today: today.parse().unwrap(),
        written: today.parse().unwrap(),
        section,
        answering: None,
        names: &names,
        bodies: &["Navet".to_owned()],
        nameless: false,
        tags: &tags,
        headings: &headings,
        latest: None,
        challenges: "",
    })
}

/// A meaning in one line: the kind, the text, and what was taken out of it.
pub(super) fn summary(meaning: Result<Meaning, Refusal>) -> String {
    match meaning {
        Ok(Meaning::Entry(line)) => {
            let mut summary = format!("{}|{}", line.kind.map_or("own", Kind::code), line.text);
            summary.extend(line.speaker.map(|name| format!(" @{name}")));
            summary.extend(line.owner.map(|name| format!(" owner={name}")));
            summary.extend(line.tags.iter().map(|tag| format!(" #{tag}")));
            summary.extend(line.due.map(|due| format!(" <{}", due.iso())));
            summary.extend(line.choice.map(|day| format!(" or {day}")));
            summary
        }
        Ok(Meaning::Response(answer)) => {
            let mut summary = format!("={}|{}", crate::model::Coded::code(answer.kind), answer.text);
            summary.extend(answer.author.map(|name| format!(" @{name}")));
            summary.extend(answer.due.map(|due| format!(" <{}", due.iso())));
            summary
        }
        Ok(Meaning::Command(verb, argument)) => format!("{verb:?}|{argument}"),
        other => format!("{other:?}"),
    }
}

fn check(rows: &[(&str, &str)]) {
    for (line, expected) in rows {
        assert_eq!(with(|context| summary(parse(line, context))), *expected, "{line:?}");
    }
}

#[test]
fn every_marker_of_the_table() {
    check(&[
        ("Köp mindre", "own|Köp mindre"),
        ("- Köp mindre", "own|Köp mindre"),
        ("! Svårt med samverkan", "challenge|Svårt med samverkan"),
        ("> Ringa inköp", "commitment|Ringa inköp"),
        ("= Stödpaket på gång", "=answer|Stödpaket på gång"),
        ("? Hur länge då?", "question|Hur länge då?"),
        ("\" Skit i mandatet", "quote|Skit i mandatet"),
        ("” Skit i mandatet", "quote|Skit i mandatet"),
        ("§ Vi säger ja", "decision|Vi säger ja"),
        (">> Boka chefsdag", "action|Boka chefsdag"),
        ("[] Boka chefsdag", "action|Boka chefsdag"),
        ("[ ] Boka chefsdag", "action|Boka chefsdag"),
        ("+ och mer", "Ok(Continue(\"och mer\"))"),
        ("# Tips", "Ok(Section(\"Tips\"))"),
        ("# Upphandling:", "Ok(Section(\"Upphandling\"))"),
        ("s/gammalt/nytt/", "Ok(Correct { from: \"gammalt\", to: \"nytt\" })"),
        ("/bord 3", "Table|3"),
        ("!\u{a0}Hårt mellanslag", "challenge|Hårt mellanslag"),
        ("!   Många mellanslag  ", "challenge|Många mellanslag"),
    ]);
}

#[test]
fn a_marker_counts_only_before_a_space_and_not_after_one() {
    check(&[
        ("!Nej", "own|!Nej"),
        ("-5 grader", "own|-5 grader"),
        (">>>", "own|>>>"),
        ("=> alltså", "own|=> alltså"),
        ("…och sedan", "own|…och sedan"),
        (" ! Svårt @Åsa #kök <fre", "own|! Svårt @Åsa #kök <fre"),
        ("  /bord 3", "own|/bord 3"),
        ("– Det blir bra, säger Eva", "own|– Det blir bra, säger Eva"),
        ("", "Ok(Nothing)"),
        ("   ", "Ok(Nothing)"),
        ("! ", "Ok(Nothing)"),
        (">>", "Ok(Nothing)"),
        ("> @Åsa <fre", "Err(NoWords)"),
        ("= #kök @Åsa", "Err(NoWords)"),
    ]);
}

#[test]
fn names_are_speakers_or_owners() {
    check(&[
        ("Det är svårt @Åsa", "own|Det är svårt @Åsa"),
        ("@åsa: det är svårt", "own|det är svårt @Åsa"),
        ("! Det är svårt @Åsa", "challenge|Det är svårt @Åsa"),
        (
            "> Ringa inköp om lärlingar @Amina <fre",
            "commitment|Ringa inköp om lärlingar owner=Amina Berg <2018-12-07",
        ),
        (">> Boka lokal @anna ekström", "action|Boka lokal owner=Anna Ekström"),
        (">> Boka lokal @Anna", "action|Boka lokal owner=Anna"),
        (">> Boka lokal @Ekström", "action|Boka lokal owner=Anna Ekström"),
        (">> Boka @Lena_Holm", "action|Boka owner=Lena Holm"),
        (">> Boka @Åsa @Per-Olof Öst", "action|Boka owner=Åsa, Per-Olof Öst"),
        (">> Boka @A\u{30a}sa", "action|Boka owner=Åsa"),
        (">> Boka @team livskvalitet.", "action|Boka. owner=Team livskvalitet"),
        ("Maila sofia.mattsson@example.se om det", "own|Maila sofia.mattsson@example.se om det"),
        ("@SUM(1+1) och @ och @1", "own|@SUM(1+1) och @ och @1"),
        ("möte @10.30", "own|möte @10.30"),
        ("Prata med @Åsa om köket", "own|Prata med Åsa om köket @Åsa"),
    ]);
    let own =
        on("2018-12-05", SectionKind::Commitments, |context| summary(parse("Ringa inköp @Amina", context)));
    assert_eq!(own, "own|Ringa inköp owner=Amina Berg");
}

#[test]
fn a_name_within_a_sentence_stays_a_word() {
    check(&[
        (">> Ring @anna ekström om lokal", "action|Ring Anna Ekström om lokal owner=Anna Ekström"),
        (">> Fråga @ekström om lokal", "action|Fråga Ekström om lokal owner=Anna Ekström"),
        ("Bra sagt, @Lena, tycker jag", "own|Bra sagt, Lena, tycker jag @Lena"),
        ("> Prata med @\"Lena Holm\" om x", "commitment|Prata med Lena Holm om x owner=Lena Holm"),
        (">> Skylta om @”Åke Ström” <v50", "action|Skylta om Åke Ström owner=Åke Ström <2018-W50"),
        ("> Ring @Lena_Holm om x", "commitment|Ring Lena Holm om x owner=Lena Holm"),
        ("Skickat av @Lena, @Amina", "own|Skickat av Lena, Amina @Lena, Amina Berg"),
        ("Skickat av @Lena, @Amina och @Åsa.", "own|Skickat av Lena, Amina och Åsa. @Lena, Amina Berg, Åsa"),
        ("@Lena och @Amina vill ha mer", "own|Lena och Amina vill ha mer @Lena, Amina Berg"),
        ("@Lena tycker att det är bra", "own|Lena tycker att det är bra @Lena"),
        ("@Lena wants more time", "own|Lena wants more time @Lena"),
        ("Det var @Lena som sa det #kök", "own|Det var Lena som sa det @Lena #kök"),
        ("Ansvarig: @Lena", "own|Ansvarig: Lena @Lena"),
        ("= Vi frågar @Åsa på fredag", "=answer|Vi frågar Åsa på fredag @Åsa"),
    ]);
}

#[test]
fn a_name_that_is_set_off_is_taken_out_with_its_mark() {
    check(&[
        ("@Amina, hej", "own|hej @Amina Berg"),
        ("@Lena och @Amina: vi hinner inte", "own|vi hinner inte @Lena, Amina Berg"),
        ("@Lena, @Åsa, vi hinner inte", "own|vi hinner inte @Lena, Åsa"),
        ("@Lena vi hinner inte", "own|vi hinner inte @Lena"),
        ("@Lena fler möten", "own|fler möten @Lena"),
        ("> @Lena ringa skolan", "commitment|ringa skolan owner=Lena"),
        ("= @Amina planeras: mer", "=planned|mer @Amina Berg"),
        ("Vi hinner inte, @Lena", "own|Vi hinner inte @Lena"),
        ("Vi hinner inte – @Lena.", "own|Vi hinner inte. @Lena"),
        ("> Boka salen @Lena, @Åsa, #kök <fre", "commitment|Boka salen owner=Lena, Åsa #kök <2018-12-07"),
        ("> Boka salen @Lena och @Åsa", "commitment|Boka salen owner=Lena, Åsa"),
        ("Ring Bo med @Lena @Åsa", "own|Ring Bo med Lena @Lena, Åsa"),
    ]);
}

#[test]
fn tags_begin_a_word_and_have_a_letter() {
    check(&[
        ("Köp mindre #kök #KÖK #mat-svinn", "own|Köp mindre #kök #mat-svinn"),
        ("Köp #kommunikation, sa hon", "own|Köp, sa hon #Kommunikation"),
        ("Vi är #1 på C# och a#b", "own|Vi är #1 på C# och a#b"),
        ("#kök Köp mindre", "own|Köp mindre #kök"),
        ("Tagga sin profil med #lkp för att hittas", "own|Tagga sin profil med #lkp för att hittas #lkp"),
        ("Se https://example.se/#del", "own|Se https://example.se/#del"),
    ]);
}

#[test]
fn a_date_follows_its_marker() {
    check(&[
        ("> Ring <fre", "commitment|Ring <2018-12-07"),
        ("> Ring ^fre", "commitment|Ring <2018-12-07"),
        ("> Ring <imorgon igen", "commitment|Ring igen <2018-12-06"),
        ("> Ring <v49", "commitment|Ring <2018-W49"),
        ("> Call <w49", "commitment|Call <2018-W49"),
        ("> Call <Dec 7", "commitment|Call <2018-12-07"),
        ("> Call <the 7th of December about it", "commitment|Call about it <2018-12-07"),
        ("> Ring <2019-11-01", "commitment|Ring <2019-11-01"),
        ("> Ring <1/11", "commitment|Ring <2019-11-01"),
        ("> Ring <nästa vecka", "commitment|Ring <2018-W50"),
        ("> Ring <den 3 mars och säg hej", "commitment|Ring och säg hej <2019-03-03"),
        ("> Ring <5 december. Sen då?", "commitment|Ring. Sen då? <2018-12-05"),
        ("> Skicka senast <fre", "commitment|Skicka senast fre <2018-12-07"),
        ("> Ring <fre <tis", "commitment|Ring <tis <2018-12-07"),
        ("Jag <3 er, 1 < 2, a<fre", "own|Jag <3 er, 1 < 2, a<fre"),
        ("> Ring <31/11", "commitment|Ring <31/11"),
        ("> Ring <snart", "commitment|Ring <snart"),
    ]);
    let Ok(Meaning::Entry(line)) = with(|context| parse("> Ring <31/11", context)) else { panic!() };
    assert_eq!(line.remarks, [LineRemark::NoSuchDay("31/11".into())]);
    let Ok(Meaning::Entry(line)) = with(|context| parse("> Ring <Imorgon", context)) else { panic!() };
    assert_eq!(line.due.unwrap().words.as_deref(), Some("Imorgon"));
}

#[test]
fn tomorrow_is_the_next_working_day_and_the_calendar_day_is_offered() {
    for (today, expected) in [
        ("2018-12-05", "commitment|Ring <2018-12-06"),
        ("2018-12-07", "commitment|Ring <2018-12-10 or 2018-12-08"),
        ("2019-04-18", "commitment|Ring <2019-04-23 or 2019-04-19"),
        ("2020-12-30", "commitment|Ring <2021-01-04 or 2020-12-31"),
    ] {
        for line in ["> Ring <imorgon", "> Ring <i morgon"] {
            assert_eq!(on(today, SectionKind::Notes, |context| summary(parse(line, context))), expected);
        }
    }
    // Only "imorgon" moves: who says "lördag" means Saturday.
    let saturday = on("2018-12-07", SectionKind::Notes, |context| summary(parse("> Ring <lördag", context)));
    assert_eq!(saturday, "commitment|Ring <2018-12-08");
}

#[test]
fn a_response_may_name_its_kind() {
    check(&[
        ("= på gång: nytt avtalsråd", "=underway|nytt avtalsråd"),
        ("= Planerat: chefsdagar <nov 2019", "=planned|chefsdagar <2019-11"),
        ("= chefsdagar <nov 2019", "=planned|chefsdagar <2019-11"),
        ("= Håller med, kan inte lova: men vi lobbar", "=agrees|men vi lobbar"),
        ("= nej: för dyrt @Åsa", "=declined|för dyrt @Åsa"),
        ("= Finns redan", "=exists|Finns redan"),
        ("= Nej:", "=declined|Nej"),
        ("= Obs: gäller alla", "=answer|Obs: gäller alla"),
    ]);
}

#[test]
fn a_correction_escapes_slashes() {
    let correct = |from: &str, to: &str| {
        format!("{:?}", Ok::<_, ()>(Meaning::Correct { from: from.into(), to: to.into() }))
    };
    check(&[
        (r"s/a\/b/c\/d/", &correct("a/b", "c/d")),
        ("s/a b/c", &correct("a b", "c")),
        ("s/bort/", &correct("bort", "")),
        (r"s/a\\/\n/", &correct(r"a\", r"\n")),
        ("s//nytt/", "Err(NothingToCorrect)"),
        ("s/he kom inte", "Err(NothingToCorrect)"),
        ("s/a", "Err(NothingToCorrect)"),
        (" s/he kom inte", "own|s/he kom inte"),
        ("s/a/b/ och mer", "Err(NothingToCorrect)"),
        ("s/a/b/c/", "Err(NothingToCorrect)"),
    ]);
}

#[test]
fn commands_have_aliases_and_unknown_ones_are_refused() {
    let unknown = |name: &str, nearest: Option<&'static str>| {
        format!("{:?}", Err::<(), _>(Refusal::UnknownCommand { name: name.into(), nearest }))
    };
    check(&[
        ("/Ångra", "Undo|"),
        ("/undo", "Undo|"),
        ("/gör om", "Redo|"),
        ("/gör till utmaning", "Convert|utmaning"),
        ("/gör till åtgärd", "MakeAction|"),
        ("/sök  psykisk ohälsa ", "Search|psykisk ohälsa"),
        ("/avsnitt Tips", "Section|Tips"),
        ("/bort 3", &unknown("bort", Some("bord"))),
        ("/angra", &unknown("angra", Some("ångra"))),
        ("/exp", &unknown("exp", Some("exportera"))),
        ("/timer 20", &unknown("timer", None)),
        ("/Vid pennan", &unknown("Vid", None)),
        ("/ text", "own|/ text"),
        ("//", "own|//"),
    ]);
}

#[test]
fn no_control_character_gets_in() {
    check(&[("! a\u{1b}[31mb\u{0}\tc\u{9b}", "challenge|a[31mb c"), ("\u{feff}! bom", "challenge|bom")]);
}

/// The candidates at the end of a line.
fn completed(line: &str) -> Vec<String> {
    with(|context| complete(line, line.len(), context, Lang::Sv))
        .map_or(vec![], |completion| completion.candidates)
}

#[test]
fn commands_are_offered_in_the_language_of_the_program() {
    let offered = |lang| {
        let all = with(|context| complete("/", 1, context, lang)).map_or(vec![], |found| found.candidates);
        all.join(" ")
    };
    let (swedish, english) = (offered(Lang::Sv), offered(Lang::En));
    assert!(swedish.contains("/bord") && swedish.contains("/ångra"), "{swedish}");
    assert!(english.contains("/table") && english.contains("/undo"), "{english}");
    assert!(!english.contains(['å', 'ä', 'ö']), "{english}");
    // A Swedish name is understood, and completed, in English too.
    let typed = with(|context| complete("/bo", 3, context, Lang::En)).unwrap();
    assert_eq!(typed.candidates, ["/bord"]);
}

#[test]
fn completion_offers_names_tags_days_commands_and_headings() {
    assert_eq!(completed("> Ring @an"), ["@Anna Ek", "@Anna Ekström"]);
    assert_eq!(completed("> Ring @åS"), ["@Åsa"]);
    assert_eq!(completed("> Ring @as"), [""; 0]);
    assert_eq!(completed("> Ring @ek"), ["@Anna Ek", "@Anna Ekström"]);
    assert_eq!(completed("> Ring @Anna Eks"), ["@Anna Ekström"]);
    assert_eq!(completed("> Ring @Anna_ek"), ["@Anna Ek", "@Anna Ekström"]);
    assert_eq!(completed("Köp #k"), ["#Kommunikation", "#kök"]);
    assert_eq!(completed("Köp #kök"), [""; 0]);
    assert_eq!(completed("> Ring <")[..4], ["<imorgon", "<övermorgon", "<fredag", "<nästa vecka"]);
    assert_eq!(completed("> Ring ^fr"), ["^fredag"]);
    assert_eq!(completed("> Ring <v")[..4], ["<v49", "<v50", "<v51", "<v52"]);
    assert_eq!(completed("/bo"), ["/bord"]);
    assert_eq!(completed("/re"), ["/redo", "/respond"]);
    assert_eq!(completed("/avsnitt up"), ["Upphandling"]);
    assert_eq!(completed("# t"), ["Tips"]);
    assert_eq!(completed(" # t"), [""; 0]);
    assert_eq!(completed("a@an"), [""; 0]);
    let middle = with(|context| complete("> @åsa och mer", 5, context, Lang::Sv)).unwrap();
    assert_eq!((middle.range, middle.candidates), (2..5, vec!["@Åsa".to_owned()]));
}

#[test]
fn every_day_that_is_offered_is_a_date() {
    for offer in completed("> x <").into_iter().chain(completed("> x <v")) {
        let Ok(Meaning::Entry(line)) = with(|context| parse(&format!("> x {offer}"), context)) else {
            panic!()
        };
        assert!(line.due.is_some(), "{offer}");
    }
}

#[test]
fn a_line_is_described_in_words() {
    let say = |today: &str, line: &str, lang: Lang| {
        on(today, SectionKind::Notes, |context| describe(&parse(line, context), context, lang.words()))
    };
    for (line, expected) in [
        ("> Ringa @Amina <imorgon", "åtagande · Amina Berg · torsdag 6 december"),
        ("! Svårt @Åsa #kök", "utmaning · sagt av Åsa · #kök"),
        (">> Boka <v1", "åtgärd · vecka 1 2019"),
        (">> Boka <nov 2019", "åtgärd · november 2019"),
        (">> Boka <tors 7/12", "åtgärd · fredag 7 december · 7 december 2018 är en fredag, inte torsdag"),
        ("# tips", "till avsnittet ”Tips”"),
        ("# Nytt", "nytt avsnitt ”Nytt”"),
        ("s/a/b", "Inget inlägg att rätta är skrivet härifrån; välj ett med ↑ vid pennan."),
        ("+ mer", "Inget inlägg är skrivet härifrån; välj ett med ↑ vid pennan."),
        ("= på gång: ja", "återkoppling (på gång) · ingen utmaning att svara på, välj en med ↑"),
        ("/undo", "kommando /ångra"),
        ("", ""),
        (
            "/bort",
            "Kommandot /bort finns inte. Menade du /bord? Börja raden med ett mellanslag om det ska vara text.",
        ),
    ] {
        assert_eq!(say("2018-12-05", line, Lang::Sv), expected, "{line}");
    }
    let moved = say("2019-04-18", "> Ring <imorgon", Lang::Sv);
    assert_eq!(moved, "åtagande · tisdag 23 april · fredag 19 april är långfredagen");
    let moved = say("2018-12-07", "> Ring <imorgon", Lang::En);
    assert_eq!(moved, "commitment · Monday 10 December · Saturday 8 December is no working day");
}

#[test]
fn what_a_line_changes_is_named() {
    let say_of = |line: &str, number: &str, text: &str, is_response: bool| {
        with(|context| {
            let latest = Some(Target { number, text, is_response });
            let context = Context { latest, challenges: "U-4", ..*context };
            describe(&parse(line, &context), &context, Lang::Sv.words())
        })
    };
    let say = |line: &str, number: &str, text: &str| say_of(line, number, text, false);
    let of_response = |line: &str| say_of(line, "U-4, U-6", "Vi tar det i mars", true);
    assert_eq!(of_response("+ eller maj"), "fortsätter återkopplingen på U-4, U-6 ”Vi tar det i mars”");
    let corrects = "rättar återkopplingen på U-4, U-6 ”Vi tar det i mars”: ”mars” blir ”maj”";
    assert_eq!(of_response("s/mars/maj/"), corrects);
    let long = "Avtalen är för långa för att hinna";
    for (line, number, text, expected) in [
        ("+ och dyra", "", long, "fortsätter ”Avtalen är för långa för …”"),
        ("+ och dyra", "U-4", "Avtalen", "fortsätter U-4 ”Avtalen”"),
        ("s/långa/korta/", "", long, "rättar ”Avtalen är för långa för …”: ”långa” blir ”korta”"),
        ("s/långa/", "U-4", "Avtalen är långa", "stryker ”långa” ur U-4 ”Avtalen är långa”"),
        ("s/korta/långa/", "", "Avtalen är långa", "”korta” står inte i ”Avtalen är långa”."),
        ("= på gång: ja", "", long, "återkoppling (på gång) på U-4"),
        ("/svara på gång: ja", "", long, "återkoppling (på gång) på U-4"),
    ] {
        assert_eq!(say(line, number, text), expected, "{line}");
    }
}

#[test]
fn a_heading_is_the_one_that_begins_so() {
    let headings = ["Det här ska jag göra imorgon!", "Tips", "Tipsrunda", "Beslut"].map(String::from);
    let say = |line: &str| {
        with(|context| {
            let context = Context { headings: &headings, ..*context };
            describe(&parse(line, &context), &context, Lang::Sv.words())
        })
    };
    assert_eq!(say("# det"), "till avsnittet ”Det här ska jag göra imorgon!”");
    assert_eq!(say("/avsnitt det"), "till avsnittet ”Det här ska jag göra imorgon!”");
    assert_eq!(say("# tips"), "till avsnittet ”Tips”", "the same words win");
    let several = "Flera avsnitt börjar med ”ti”: ”Tips”, ”Tipsrunda”. Skriv mer av rubriken.";
    assert_eq!((say("# ti"), say("/avsnitt ti")), (several.to_owned(), several.to_owned()));
    assert_eq!(say("# Mat"), "nytt avsnitt ”Mat”");
    assert_eq!(say("/avsnitt slut"), "Inget avsnitt heter ”slut”. Med # ”slut” gör du det.");
}

#[test]
fn a_line_that_answers_takes_plain_words_for_a_response() {
    let answer = |line: &str| {
        with(|context| {
            let context = Context { answering: Some(ResponseKind::Underway), ..*context };
            summary(parse(line, &context))
        })
    };
    for (line, expected) in [
        ("Vi ser över det", "=underway|Vi ser över det"),
        ("- Vi ser över det @Åsa", "=underway|Vi ser över det @Åsa"),
        ("= Vi ser över det", "=underway|Vi ser över det"),
        ("chefsdagar <nov 2019", "=planned|chefsdagar <2019-11"),
        ("nej: för dyrt", "=declined|för dyrt"),
        (" nej: för dyrt @Åsa", "=underway|nej: för dyrt @Åsa"),
        ("! Ny utmaning", "challenge|Ny utmaning"),
        ("# Tips", "Ok(Section(\"Tips\"))"),
        ("@Åsa <fre", "Err(NoWords)"),
    ] {
        assert_eq!(answer(line), expected, "{line}");
    }
}

#[test]
fn only_the_date_of_a_corrected_response_is_read() {
    let read = |text: &str| {
        let (text, due) = dated(text, "2018-12-05".parse().unwrap());
        (text, due.map(|due| due.iso()))
    };
    let literal = |text: &str| (text.to_owned(), None);
    assert_eq!(read("Nytt avtalsråd <maj"), ("Nytt avtalsråd".to_owned(), Some("2019-05".to_owned())));
    assert_eq!(read("<15 november 2026 börjar det"), ("börjar det".into(), Some("2026-11-15".into())));
    assert_eq!(read("Senast <fre"), ("Senast".into(), Some("2018-12-07".into())));
    for text in ["3 <4 är sant", "<b>fet</b>", "a <", "@Anna #skola", "! # +"] {
        assert_eq!(read(text), literal(text));
    }
}

/// Whether the first words occur in the second in the same order.
fn in_order(words: &str, line: &str) -> bool {
    let mut rest = line.split_whitespace();
    words.split_whitespace().all(|word| rest.any(|other| other == word))
}

proptest! {
    #[test]
    fn no_line_breaks_it(line in "\\PC*|[!>=?+#/s@<^ \\[\\]a-öÅÄÖ0-9.:\u{0}-\u{1f}]{0,40}", cursor in 0_usize..60) {
        with(|context| {
            let meaning = parse(&line, context);
            describe(&meaning, context, Lang::Sv.words());
            if let Some(completion) = complete(&line, cursor, context, Lang::Sv) {
                assert!(line.get(completion.range).is_some());
            }
            split_paste(&line);
        });
    }

    #[test]
    fn a_line_without_tokens_keeps_every_word(line in "[a-zåäö][a-zåäö0-9 .,:;()'*_~-]{0,60}") {
        let expected = Meaning::Entry(Line::literal(line.trim_end()));
        prop_assert_eq!(with(|context| parse(&line, context)), Ok(expected));
    }

    #[test]
    fn the_words_of_an_entry_are_in_the_line_in_the_same_order(
        line in "(> )?((ring|boka|inköp|@Åsa|@Amina|#kök|<fre|<v50|med|1|och) ){1,12}",
    ) {
        if let Ok(Meaning::Entry(entry)) = with(|context| parse(&line, context)) {
            let bare = |text: &str| text.replace(['@', '<'], "");
            prop_assert!(in_order(&bare(&entry.text), &bare(&line)), "{}", entry.text);
            // What joins names that are taken out goes with them.
            let is_plain = |word: &&str| *word != "och" && word.chars().all(char::is_alphanumeric);
            let plain = line.split_whitespace().filter(is_plain);
            prop_assert!(in_order(&plain.collect::<Vec<_>>().join(" "), &entry.text));
        }
    }
}
