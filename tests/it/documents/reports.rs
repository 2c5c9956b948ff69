//! Reports: what they say of a meeting or a programme, and that edited ones are stored.

use chrono::NaiveDate;
use vidpennan::clock::Clock;
use vidpennan::export::{Format, With, render};
use vidpennan::i18n::Lang;
use vidpennan::model::history::{Entity, Op};
use vidpennan::model::id::{EntryId, MeetingId, SectionId};
use vidpennan::model::{
    ActionStatus, ChallengeStatus, Coded, CommitmentStatus, Due, Kind, MeetingKind, Occasion, Report,
    ResponseKind, SectionKind, Signature,
};
use vidpennan::ops::{self, CapturePlace, Caught, NewMeeting, NewSection, ProgrammeChoice, Refused, Reply};
use vidpennan::report::edited::{edited, fresh, publication};
use vidpennan::report::sheet::Cell;
use vidpennan::report::{
    Choices, CutMaterial, Edited, KnownPeople, Material, Names, Publication, ReportScope, Sheet, gather,
    manuscript,
};
use vidpennan::store::work::{Filter, WorkClass};
use vidpennan::store::{self, Options, Store};

use crate::support::at_once;
use crate::support::room::{options, room, undo_newest};

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn clock(iso: &str) -> Clock {
    Clock::Fixed(day(iso).and_hms_opt(9, 0, 0).unwrap())
}

/// A small programme, played day by day through the verbs.
struct Story {
    store: Store,
    meeting: MeetingId,
    sections: Vec<SectionId>,
}

impl Story {
    fn begin() -> Self {
        let options =
            Options { clock: clock("2026-01-15"), scribe: Some("Vera Lundmark".to_owned()), replicas: None };
        let mut store = Store::in_memory(options).unwrap();
        ops::rename_programme(&mut store, "Trygg vardag i Åby").unwrap();
        let mut begun = Self { store, meeting: MeetingId(uuid::Uuid::nil()), sections: Vec::new() };
        begun.meet("Runda bordssamtal om kvällarna", "2026-01-15");
        begun
    }

    /// A new meeting on this day; what follows happens at it.
    fn meet(&mut self, title: &str, iso: &str) {
        self.on(iso);
        let section =
            |heading: &str, kind| NewSection { heading: heading.to_owned(), kind, intro: Vec::new() };
        let meeting = NewMeeting {
            programme: ProgrammeChoice::Usual,
            nameless: false,
            title: title.to_owned(),
            kind: MeetingKind::RoundTable,
            date: Some(day(iso)),
            time: "13:00–16:00".parse().ok(),
            place: "Folkets hus".to_owned(),
            audience: "Vardagsambassadörer, HR och skola".to_owned(),
            tables: 4,
            sections: vec![
                section("Tips", SectionKind::Notes),
                section("Trygga kvällar", SectionKind::Challenges),
                section("Upphandling", SectionKind::Challenges),
                section("Det här ska jag göra imorgon!", SectionKind::Commitments),
            ],
        };
        self.meeting = ops::create_meeting(&mut self.store, meeting).unwrap().value;
        let sections = store::section::list(&self.store, self.meeting).unwrap();
        self.sections = sections.iter().map(|section| section.id).collect();
    }

    /// The day on which what follows is done.
    fn on(&mut self, iso: &str) {
        self.store.set_clock(clock(iso));
    }

    fn say(&mut self, section: usize, text: &str) -> EntryId {
        self.catch(section, Caught { text: text.to_owned(), ..Caught::default() })
    }

    fn catch(&mut self, section: usize, caught: Caught) -> EntryId {
        let at = CapturePlace {
            meeting: self.meeting,
            section: self.sections[section],
            table: Some(3),
            round: None,
        };
        ops::capture(&mut self.store, at, caught).unwrap().value.id
    }

    fn answer(&mut self, challenges: &[EntryId], kind: ResponseKind, text: &str, due: Option<&str>) {
        let reply = Reply { kind, text: text.to_owned(), due: due.and_then(Due::from_iso) };
        ops::answer(&mut self.store, challenges, &reply).unwrap();
    }

    fn material(&self, scope: ReportScope) -> Material {
        let today = self.store.clock().today();
        gather(&self.store, self.meeting, scope, Lang::Sv.words(), today).unwrap()
    }

    fn publication(&self, report: Report, scope: ReportScope) -> Publication {
        report.write(&cut(Choices::default(), &self.material(scope)), Lang::Sv.words())
    }

    fn text(&self, report: Report, scope: ReportScope, format: &str) -> String {
        let parts = render(
            Format::from_code(format).unwrap(),
            &self.publication(report, scope),
            &With::new(Lang::Sv.words()),
        );
        parts.unwrap().into_iter().map(|part| String::from_utf8(part.bytes).unwrap()).collect()
    }
}

fn cut(choices: Choices, material: &Material) -> CutMaterial {
    choices.cut(material, &KnownPeople::of(material))
}

/// Two meetings, with answers, actions, promises and checks in between, as of 4 March 2026.
fn story() -> Story {
    let mut story = Story::begin();
    let owned = |text: &str, owner: &str, due: Option<&str>| Caught {
        text: text.to_owned(),
        owner: Some(owner.to_owned()),
        due: due.and_then(Due::from_iso),
        ..Caught::default()
    };
    story.say(0, "Bjud på kaffe.");
    story.say(0, "Låt de unga bjuda in.");
    let decision =
        Caught { kind: Some(Kind::Decision), ..owned("Försöket fortsätter till sommaren.", "", None) };
    story.catch(0, Caught { owner: None, ..decision });
    let dark = story.say(1, "Det är mörkt på vägen till busshållplatsen.");
    let keys = story.catch(1, owned("Ingen vet vem som har nyckeln.", "Åke Ärlig", None));
    let coffee = story.catch(2, owned("Avtalen är för långa.", "Zaida Öst", None));
    let lamp = story.say(2, "Lampor köps bara in en gång om året.");
    story.say(2, "Vi får inte fråga om bemötande.");
    let call = story.catch(3, owned("Ringa vaktmästaren", "Berit Vik", None));
    story.say(3, "Säga hej i trappan");

    story.on("2026-01-29");
    story.answer(&[dark, lamp], ResponseKind::Planned, "Vägen får nya lampor i vår.", Some("2026-05"));
    story.answer(&[keys], ResponseKind::Answer, "Nyckeln finns i receptionen.", None);
    let make = |story: &mut Story, source, text: &str, owner: Option<&str>, due: Option<&str>| {
        let due = due.and_then(Due::from_iso);
        at_once::make_action(&mut story.store, source, text, owner.map(str::to_owned), due).unwrap().value.id
    };
    let order = make(&mut story, dark, "Beställa lampor", Some("Åke Ärlig"), Some("2026-02-20"));
    let ask = make(&mut story, coffee, "Fråga juristen.", Some("Zaida Öst"), Some("2026-04-10"));
    let notices = make(&mut story, keys, "Sätta upp en skylt", None, None);
    ops::set_status(&mut story.store, keys, Kind::Challenge(ChallengeStatus::Solved)).unwrap();
    ops::follow_up(&mut story.store, call, Kind::Commitment(CommitmentStatus::Done), "Han blev glad.")
        .unwrap();
    story.on("2026-02-12");
    ops::follow_up(&mut story.store, notices, Kind::Action(ActionStatus::Done), "").unwrap();
    let waits = Kind::Action(ActionStatus::Waiting);
    ops::follow_up(&mut story.store, order, waits, "Leverantören har inte svarat.").unwrap();
    ops::set_status(&mut story.store, ask, Kind::Action(ActionStatus::Ongoing)).unwrap();

    story.meet("Dialogcafé: Hur blir vi fler?", "2026-02-18");
    story.say(1, "Samma personer kommer varje gång.");
    let before = store::meeting::get(&story.store, story.meeting).unwrap().unwrap();
    let mut meeting = before.clone();
    meeting.signoff = vec![Signature { name: "Vera Lundmark".to_owned(), role: "Processledare".to_owned() }];
    meeting.next = Some(Occasion { date: day("2026-03-25"), time: "13:00–16:00".parse().ok() });
    at_once::edit_meeting(&mut story.store, &before, &meeting).unwrap();
    story.on("2026-03-04");
    story
}

#[test]
fn every_report_reads_as_a_careful_secretary_would_write_it() {
    let story = story();
    for report in Report::ALL.iter().copied().filter(|report| *report != Report::Minutes) {
        for scope in report.scopes() {
            let name = format!("{}_{scope:?}", report.code()).to_lowercase();
            insta::assert_snapshot!(format!("{name}_md"), story.text(report, *scope, "md"));
        }
        let name = report.code();
        insta::assert_snapshot!(format!("{name}_txt"), story.text(report, report.usual_scope(), "txt"));
    }
}

#[test]
fn an_edited_report_is_stored_and_can_be_discarded_and_undone() {
    let mut room = room(Store::in_memory(options()).unwrap());
    let subject = room.meeting.0;
    let text = |store: &Store, report| {
        store::manuscript::of(store, subject, report).unwrap().map(|found| found.text)
    };
    let refused = at_once::write_manuscript(&mut room.store, subject, Report::News, None, " \n").unwrap_err();
    assert!(matches!(refused, Refused::Empty));

    at_once::write_manuscript(&mut room.store, subject, Report::News, None, "# Nu är vi igång\n").unwrap();
    let before = Some("# Nu är vi igång\n");
    let late =
        at_once::write_manuscript(&mut room.store, subject, Report::News, None, "# Sent\n").unwrap_err();
    assert!(matches!(late, Refused::Changed(now) if Some(now.as_str()) == before));
    let done =
        at_once::write_manuscript(&mut room.store, subject, Report::News, before, "# Igång!\n").unwrap();
    assert!(done.changes.touch(Entity::Manuscript));
    assert_eq!(text(&room.store, Report::News).as_deref(), Some("# Igång!\n"));
    assert_eq!(text(&room.store, Report::Statement), None, "each report has its own");

    undo_newest(&mut room.store).unwrap();
    assert_eq!(text(&room.store, Report::News).as_deref(), Some("# Nu är vi igång\n"));
    let late = at_once::discard_manuscript(&mut room.store, subject, Report::News, None).unwrap_err();
    assert!(matches!(late, Refused::Changed(_)));
    at_once::discard_manuscript(&mut room.store, subject, Report::News, before).unwrap();
    assert_eq!(text(&room.store, Report::News), None);
    let undone = undo_newest(&mut room.store).unwrap().value.operation;
    assert_eq!((undone.op, undone.meeting()), (Op::DiscardManuscript, Some(room.meeting)));
    assert_eq!(text(&room.store, Report::News).as_deref(), Some("# Nu är vi igång\n"));
    let again = at_once::discard_manuscript(&mut room.store, room.notes.0, Report::News, None).unwrap();
    assert!(again.changes.touched.is_empty(), "what is not there cannot be discarded");
}

/// What changes, whether the newer meeting is about it, and how.
type Change<'a> = (&'a str, bool, Box<dyn Fn(&mut Story) + 'a>);

#[test]
fn whatever_is_written_in_the_meetings_makes_an_edited_report_old() {
    let mut story = story();
    let old_meeting = store::meeting::list(&story.store).unwrap().into_iter().find(|m| m.id != story.meeting);
    let (held, new) = (old_meeting.unwrap(), story.meeting);
    let programme = held.programme.unwrap().0;
    let filter = Filter { meeting: Some(new), ..Filter::default() };
    let asked = store::work::list(&story.store, &filter, 0, 9).unwrap().remove(0).entry.id;
    let owed = Filter { class: WorkClass::Owed, meeting: Some(held.id), ..Filter::default() };
    let promise = store::work::list(&story.store, &owed, 0, 9).unwrap().remove(0).entry;
    let is_old = |story: &Story, scope| {
        edited(&story.store, &story.material(scope), Report::Statement).unwrap().unwrap().is_old
    };
    let changes: [Change<'_>; 5] = [
        (
            "a note",
            true,
            Box::new(|story| {
                story.say(0, "Ta med frukt.");
            }),
        ),
        ("an answer", true, Box::new(|story| story.answer(&[asked], ResponseKind::Answer, "Vi ses.", None))),
        (
            "a check that changes nothing",
            false,
            Box::new(|story| {
                drop(ops::follow_up(&mut story.store, promise.id, promise.kind, "Inte än.").unwrap());
            }),
        ),
        (
            "taking something away",
            false,
            Box::new(|story| drop(at_once::delete_entries(&mut story.store, &[promise.id]).unwrap())),
        ),
        (
            "what the programme is called",
            false,
            Box::new(|story| drop(ops::rename_programme(&mut story.store, "Trygg kväll").unwrap())),
        ),
    ];
    for (what, in_new, change) in changes {
        for subject in [new.0, programme] {
            let before = store::manuscript::of(&story.store, subject, Report::Statement).unwrap();
            let before = before.as_ref().map(|found| found.text.as_str());
            at_once::discard_manuscript(&mut story.store, subject, Report::Statement, before).unwrap();
            at_once::write_manuscript(&mut story.store, subject, Report::Statement, None, "# Läget").unwrap();
        }
        assert!(
            !is_old(&story, ReportScope::Meeting) && !is_old(&story, ReportScope::Programme),
            "before {what}"
        );
        change(&mut story);
        assert_eq!(is_old(&story, ReportScope::Meeting), in_new, "{what}");
        assert!(is_old(&story, ReportScope::Programme), "{what}");
    }
}

#[test]
fn names_that_are_not_to_go_out_are_hidden_in_an_edited_report_too() {
    let story = story();
    let material = story.material(ReportScope::Programme);
    let words = Lang::Sv.words();
    let people = KnownPeople::of(&material);
    let text =
        fresh(&material, &people, Report::Actions, Choices::ALL, words) + "\nFrågor besvarar Ylva Ek.\n";
    assert!(text.contains("Berit Vik") && text.contains("Åke Ärlig"), "{text}");
    let edited = Edited { text, is_old: false };
    let out = |names| {
        let choices = Choices { names, ..Choices::default() };
        let out = publication(&material, &people, Some(&edited), Report::Actions, choices, words);
        manuscript::text(&out.document)
    };
    assert!(out(Names::Full).contains("Berit Vik"));
    let (initials, none) = (out(Names::Initials), out(Names::None));
    assert!(initials.contains("B.V.") && !initials.contains("Berit"), "{initials}");
    assert!(none.contains("N.N.") && !none.contains("Berit"), "{none}");
    for text in [initials, none] {
        assert!(!text.contains("Åke Ärlig"), "whoever is responsible for something is a person too: {text}");
        assert!(!text.contains("Ylva"), "so is somebody whom only the writer names: {text}");
    }
    let written = out(Names::Written);
    assert!(!written.contains("Berit") && written.contains("Ylva Ek"), "{written}");
}

#[test]
fn a_report_comes_back_from_the_text_that_people_edit() {
    let story = story();
    for lang in [Lang::Sv, Lang::En] {
        for report in Report::ALL.iter().copied().filter(|report| report.is_edited()) {
            for scope in [ReportScope::Meeting, ReportScope::Programme] {
                let publication = report.write(&cut(Choices::ALL, &story.material(scope)), lang.words());
                crate::documents::manuscripts::comes_back(&publication.document);
            }
        }
    }
    let material = cut(Choices::ALL, &story.material(ReportScope::Programme));
    let publication = Report::Statement.write(&material, Lang::Sv.words());
    let text = manuscript::text(&publication.document);
    insta::assert_snapshot!("manuscript", text);
    for report in [Report::Feedback, Report::Statement, Report::News] {
        let english = report.write(&material, Lang::En.words());
        insta::assert_snapshot!(format!("{}_en", report.code()), manuscript::text(&english.document));
    }
    assert_eq!(manuscript::gaps(&publication.document), 7);
    let text = text.replace("[Nämndens namn]", "Kommunstyrelsen");
    let edited = Report::Statement.from_manuscript(&text, &material, Lang::Sv.words());
    assert_eq!(manuscript::gaps(&edited.document), 6);
    assert_eq!(edited.document.genre.as_deref(), Some("Tjänsteskrivelse"));
}

#[test]
fn every_format_takes_every_report() {
    let story = story();
    for report in Report::ALL.iter().copied() {
        for scope in report.scopes() {
            let publication = story.publication(report, *scope);
            for format in vidpennan::export::FORMATS.iter().filter(|format| format.fits(&publication)) {
                let parts = render(*format, &publication, &With::new(Lang::Sv.words())).unwrap();
                assert!(parts.iter().all(|part| !part.bytes.is_empty()), "{report:?} {}", format.code);
                assert!(!parts.is_empty(), "{report:?} {}", format.code);
            }
            for text in ["txt", "md", "html"] {
                assert!(Format::from_code(text).unwrap().fits(&publication), "{report:?} {text}");
            }
        }
    }
}

#[test]
fn every_challenge_of_the_room_is_in_the_feedback_answered_or_not() {
    let story = story();
    let text = story.text(Report::Feedback, ReportScope::Programme, "txt");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let material = story.material(ReportScope::Programme);
    let challenges = material.meetings.iter().flat_map(|data| &data.work);
    let challenges: Vec<_> =
        challenges.filter(|work| matches!(work.entry.kind, Kind::Challenge(_))).collect();
    assert_eq!(challenges.len(), 6);
    for work in challenges {
        assert_eq!(text.matches(&format!("Ni sa: {}", work.entry.text)).count(), 1, "{}", work.entry.text);
    }
    assert_eq!(text.matches("Vi har inte svarat än.").count(), 3);
}

#[test]
fn names_behind_promises_are_left_out_unless_asked_for() {
    let story = story();
    for report in [Report::Feedback, Report::Actions] {
        assert!(!story.text(report, ReportScope::Programme, "txt").contains("Berit Vik"), "{report:?}");
    }
    let material =
        cut(Choices { names: Names::Full, ..Choices::default() }, &story.material(ReportScope::Programme));
    let publication = Report::Actions.write(&material, Lang::Sv.words());
    let text = manuscript::text(&publication.document);
    assert!(text.contains("## Åtaganden\n\n- Ringa vaktmästaren\n  Vem: Berit Vik\n"), "{text}");
}

/// An action whose owner may not be named has one, and so has a challenge that somebody should respond to: no format
/// says otherwise.
#[test]
fn what_is_withheld_is_not_said_to_be_missing() {
    let mut story = story();
    let owned = |kind, text: &str, owner: &str| Caught {
        kind: Some(kind),
        text: text.to_owned(),
        owner: Some(owner.to_owned()),
        ..Caught::default()
    };
    story.catch(1, owned(Kind::ACTION, "Boka salen", "Gatukontoret"));
    story.catch(1, owned(Kind::CHALLENGE, "Vem har koden?", "Åke Ärlig"));
    let hidden = Choices { names: Names::None, ..Choices::default() };
    let material = cut(hidden, &story.material(ReportScope::Programme));
    for lang in [Lang::Sv, Lang::En] {
        let words = lang.words();
        let (group, nobody) = (words.publication.owner_withheld, words.reports.actions.unowned);
        let text = |report: Report| manuscript::text(&report.write(&material, words).document);
        let actions = text(Report::Actions);
        let under = |name: &str| {
            let below = actions.split(&format!("## {name}\n")).nth(1).unwrap_or_default();
            below.split("\n## ").next().unwrap_or_default().to_owned()
        };
        assert!(under(group).contains("Beställa lampor"), "{actions}");
        assert!(under("Gatukontoret").contains("Boka salen"), "{actions}");
        assert!(under(nobody).contains("Sätta upp en skylt"), "{actions}");
        assert_eq!(under(nobody).matches("\n- ").count(), 1, "{actions}");
        for report in [Report::Challenges, Report::Statement] {
            let responder = format!("{}: {}", words.reports.responder, words.publication.withheld);
            assert!(text(report).contains(&responder), "{report:?}: {}", text(report));
        }
        let feedback = (words.reports.feedback.unanswered)(Some(words.reports.feedback.somebody));
        assert!(text(Report::Feedback).contains(&feedback), "{}", text(Report::Feedback));

        let cell = |sheet: &Sheet, row: &str, title: &str| {
            let at = sheet.columns.iter().position(|column| column.title == title).unwrap();
            let is_row = |cells: &&Vec<Cell>| cells.contains(&Cell::text(row));
            sheet.rows.iter().find(is_row).unwrap()[at].clone()
        };
        let titles = &words.sheets;
        let sheets = Report::Actions.write(&material, words).sheets;
        for (row, owner) in
            [("Beställa lampor", group), ("Boka salen", "Gatukontoret"), ("Sätta upp en skylt", "")]
        {
            assert_eq!(cell(&sheets[0], row, titles.owner), Cell::text(owner), "{row}");
        }
        let column = sheets[1].columns.iter().find(|column| column.title == titles.owner);
        assert_eq!(column, None, "nobody looks for the owner of a promise");
        let challenges = Report::Challenges.write(&material, words).sheets;
        assert_eq!(cell(&challenges[0], "Vem har koden?", titles.answers), Cell::text(group));
    }
}

/// Minutes that were signed are not unsigned, and those who were there are counted once, however many times they came.
#[test]
fn withheld_signatures_and_attendees_are_said_to_be_so() {
    let mut story = story();
    let attend = |story: &mut Story, names: &str| {
        let minutes = format!(
            "Möte {names}\n\nDatum: 2026-02-20\nNärvarande: {names}\n\nFrågor:\n\n- Vad gör vi?\n\n/Vid pennan\n\nÅsa Lind\n"
        );
        let minutes = vidpennan::minutes::read::read_quietly(&minutes, Lang::Sv.words());
        story.meeting = ops::import_minutes(&mut story.store, &minutes, None).unwrap().value;
    };
    attend(&mut story, "Åsa Lind, Björn Ek");
    attend(&mut story, "Björn Ek, Kaj Berg");
    let hidden = Choices { names: Names::None, ..Choices::default() };
    let programme = cut(hidden, &story.material(ReportScope::Programme));
    let news = manuscript::text(&Report::News.write(&programme, Lang::Sv.words()).document);
    assert!(news.contains("## De var med\n\n3 personer.\n"), "{news}");
    let material = cut(hidden, &story.material(ReportScope::Meeting));
    let minutes = Report::Minutes.write(&material, Lang::Sv.words());
    for format in ["txt", "md", "html", "json"] {
        let parts =
            render(Format::from_code(format).unwrap(), &minutes, &With::new(Lang::Sv.words())).unwrap();
        let text = String::from_utf8(parts[0].bytes.clone()).unwrap();
        assert!(text.contains("Namnet är utelämnat") && !text.contains("Lind"), "{text}");
    }
    assert_eq!(minutes.document.author, None, "what is withheld is nobody's name");
    let statement = manuscript::text(&Report::Statement.write(&material, Lang::Sv.words()).document);
    assert!(statement.contains("Vår referens: Namnet är utelämnat\n"), "{statement}");
}

#[test]
fn answers_that_are_left_out_do_not_make_a_challenge_look_unanswered() {
    let story = story();
    let material =
        cut(Choices { responses: false, ..Choices::default() }, &story.material(ReportScope::Programme));
    let publication = Report::Feedback.write(&material, Lang::Sv.words());
    let text = manuscript::text(&publication.document);
    assert!(!text.contains("lampor i vår"));
    assert!(text.contains("Vi har svarat på tre av dem"), "{text}");
    assert_eq!(text.matches("Den är besvarad.").count(), 3);
}

#[test]
fn of_a_meeting_without_anything_the_reports_say_so() {
    let story = Story::begin();
    let text = |report| story.text(report, ReportScope::Meeting, "txt");
    assert!(text(Report::Feedback).contains("Den här gången antecknade vi inga"));
    assert!(text(Report::Actions).ends_with("Det finns inga åtgärder.\n"));
    assert!(text(Report::Challenges).ends_with("Det finns inga öppna utmaningar.\n"));
    assert!(text(Report::Statement).contains("Vid mötet antecknades inga utmaningar."));
    let news = text(Report::News);
    assert!(!news.contains("Det här togs upp") && news.contains("[Skriv vad som händer nu, och när.]"));
}

#[test]
fn a_piece_of_work_is_late_from_the_day_after() {
    let mut story = story();
    let late =
        |story: &Story| story.text(Report::Actions, ReportScope::Programme, "txt").contains("Försenad");
    story.on("2026-02-20");
    assert!(!late(&story));
    story.on("2026-02-21");
    assert!(late(&story));
}

#[test]
fn the_example_has_content_for_every_report() {
    let (store, meeting) = vidpennan::demo::in_memory(clock("2026-03-04")).unwrap();
    for report in Report::ALL.iter().copied().filter(|report| report.is_edited()) {
        let scope = report.usual_scope();
        let meeting = store::meeting::list(&store).unwrap().last().map_or(meeting, |first| first.id);
        let material = gather(&store, meeting, scope, Lang::Sv.words(), day("2026-03-04")).unwrap();
        let publication = report.write(&cut(Choices::default(), &material), Lang::Sv.words());
        insta::assert_snapshot!(
            format!("example_{}", report.code()),
            manuscript::text(&publication.document)
        );
    }
}
