//! Minutes going out: what holds for any of them in every format, and how a meeting looks.

use proptest::prelude::*;
use vidpennan::export::{self, FORMATS, Format, With, md};
use vidpennan::i18n::due::is_said_in;
use vidpennan::i18n::{Lang, Words};
use vidpennan::minutes::details::facts_in_text;
use vidpennan::minutes::read::ReadOptions;
use vidpennan::minutes::{Entry, Minutes, Provenance, Section, interchange, markdown};
use vidpennan::model::{Kind, SectionKind};
use vidpennan::report::{Choices, KnownPeople, Names, Publication};
use vidpennan::text::safe;

use crate::support::arbitrary;
use crate::support::golden::assert_golden;
use crate::support::material;

const MEETING: &str = include_str!("../../fixtures/export/meeting.json");
const INJECTIONS: &str = include_str!("../../fixtures/stress/s11_styrkoder_och_injektion.txt");

fn meeting() -> Minutes {
    interchange::read(MEETING.as_bytes()).unwrap()
}

fn format(code: &str) -> Format {
    Format::from_code(code).unwrap()
}

/// The minutes in a format, cut to what was chosen.
fn render(format: Format, minutes: &Minutes, words: &Words, choices: Choices) -> Vec<u8> {
    let publication = Publication::of(&material::cut(minutes, choices), words);
    let parts = export::render(format, &publication, &With::new(words)).unwrap();
    assert_eq!(parts.len(), 1, "minutes are one file in {}", format.code);
    parts.into_iter().flat_map(|part| part.bytes).collect()
}

fn web_page(minutes: &Minutes, words: &Words) -> String {
    export::html::write(&Publication::of(minutes, words).document)
}

/// Minutes whose every line is one of the texts that have harmed programs.
fn injected() -> Minutes {
    let mut minutes = meeting();
    let texts: Vec<&str> = INJECTIONS.lines().filter(|line| !line.is_empty()).collect();
    minutes.title = texts.concat();
    for (entry, text) in minutes.sections.iter_mut().flat_map(|s| &mut s.entries).zip(texts.iter().cycle()) {
        entry.text = String::from(*text);
        entry.owner = Some(String::from(*text));
        entry.responses.iter_mut().for_each(|response| response.text = String::from(*text));
    }
    minutes.fields[0].label = String::from(texts[1]);
    minutes.signoff[0].name = String::from(texts[2]);
    minutes
}

/// Every text of the minutes, in the order in which a publication shows them.
fn texts(minutes: &Minutes) -> Vec<&str> {
    let mut texts = vec![minutes.title.as_str()];
    for field in &minutes.fields {
        texts.extend([field.label.as_str(), field.value.as_str()]);
    }
    for section in &minutes.sections {
        texts.push(&section.heading);
        texts.extend(section.intro.iter().map(String::as_str));
        for entry in &section.entries {
            texts.push(&entry.text);
            let (owner, due) = facts_in_text(entry, section, minutes.date);
            texts.extend(entry.owner.as_deref().filter(|_| owner != entry.owner));
            let due = entry.due.as_ref().filter(|by| due.as_ref() != Some(by));
            // Words of the other language are in none.
            let said = due.and_then(|due| due.words.as_deref());
            texts.extend(said.filter(|said| is_said_in(Lang::Sv, said)));
            texts.extend(entry.responses.iter().map(|response| response.text.as_str()));
        }
    }
    for signature in &minutes.signoff {
        texts.extend([signature.name.as_str(), signature.role.as_str()]);
    }
    texts
}

/// The text that a reader of the page sees: without markup, references resolved.
fn seen_in_html(page: &str) -> String {
    let (_, body) = page.split_once("</head>").unwrap();
    let mut seen = String::new();
    for piece in body.split('<') {
        seen.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    seen.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn assert_in_order(seen: &str, minutes: &Minutes, what: &str) {
    let mut rest = seen;
    for text in texts(minutes) {
        for word in text.split_whitespace() {
            let word: String = word.chars().filter(|&c| !safe::is_hidden(c)).collect();
            let found = rest.split_once(&word);
            assert!(found.is_some(), "{what} lost {word:?} of {text:?}");
            rest = found.map_or("", |(_, behind)| behind);
        }
    }
}

/// No byte that moves a cursor or turns the direction of writing.
fn assert_safe(text: &str, what: &str) {
    let bad = text.chars().find(|&c| safe::is_hidden(c) && c != '\n');
    assert_eq!(bad, None, "in {what}");
}

/// Every element is closed in its order, and nothing but elements opens with `<`.
fn assert_well_formed(page: &str) {
    const VOID: [&str; 4] = ["meta", "br", "col", "!DOCTYPE"];
    let mut open: Vec<&str> = Vec::new();
    for piece in page.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').expect("a tag is closed");
        let name = tag.split([' ', '>']).next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "near {piece:?}"),
            None if VOID.contains(&name) => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn json_is_read_as_the_same_value(minutes in arbitrary::minutes()) {
        let written = interchange::write(&minutes);
        assert_safe(&written, "JSON");
        prop_assert_eq!(interchange::read(written.as_bytes()).unwrap(), minutes);
    }

    #[test]
    fn markdown_is_read_as_the_same_value(minutes in arbitrary::minutes(), english in any::<bool>()) {
        let words = if english { Lang::En } else { Lang::Sv }.words();
        let written = md::write(&minutes, words);
        assert_safe(&written, "Markdown");
        prop_assert_eq!(markdown::read(&written), Some(without_several_scribes(minutes)), "{}", written);
    }

    #[test]
    fn a_web_page_is_well_formed_and_holds_every_word(minutes in arbitrary::minutes()) {
        let page = web_page(&minutes, Lang::Sv.words());
        assert_safe(&page, "HTML");
        assert_well_formed(&page);
        prop_assert_eq!(page.matches("<h1").count(), 1);
        assert_in_order(&seen_in_html(&page), &minutes, "HTML");
    }
}

#[test]
fn every_word_is_in_every_format_in_its_order() {
    let minutes = meeting();
    let words = Lang::Sv.words();
    for format in FORMATS.iter().filter(|format| format.is_text) {
        let written = String::from_utf8(render(*format, &minutes, words, Choices::ALL)).unwrap();
        let seen = match format.code {
            "html" => seen_in_html(&written),
            "md" => written.lines().map(|line| markdown::syntax::unescape(line) + "\n").collect(),
            _ => continue,
        };
        assert_in_order(&seen, &minutes, format.code);
    }
}

#[test]
fn texts_that_have_harmed_programs_harm_no_format() {
    let minutes = injected();
    let words = Lang::Sv.words();
    for format in FORMATS.iter().filter(|format| format.is_text) {
        let written = String::from_utf8(render(*format, &minutes, words, Choices::ALL)).unwrap();
        assert_safe(&written, format.code);
        if format.code == "html" {
            assert!(!written.contains("<script"));
            assert_well_formed(&written);
        }
    }
    let said = without_several_scribes(minutes.clone());
    assert_eq!(markdown::read(&md::write(&minutes, words)), Some(said));
    assert_eq!(interchange::read(interchange::write(&minutes).as_bytes()).unwrap(), minutes);
}

#[test]
fn a_page_is_accessible() {
    let page = web_page(&meeting(), Lang::Sv.words());
    for needed in
        ["<html lang=\"sv-SE\">", "<title>", "<main>", "<ul>", "<dl", "<strong>Återkoppling", "@media print"]
    {
        assert!(page.contains(needed), "{needed}");
    }
    assert!(!page.contains("<script") && !page.contains("http-equiv") && !page.contains("url("));
}

#[test]
fn a_draft_is_marked_and_a_finished_publication_is_not() {
    let mut minutes = meeting();
    let words = Lang::Sv.words();
    for (status, marked) in [("draft", true), ("finalised", false)] {
        minutes.status = vidpennan::model::Coded::from_code(status).unwrap();
        assert_eq!(web_page(&minutes, words).contains("UTKAST"), marked);
        assert_eq!(md::write(&minutes, words).contains("UTKAST"), marked);
    }
}

#[test]
fn every_colour_is_readable_on_its_background() {
    let mut schemes = 0;
    for scheme in export::html::STYLE.split(":root {").skip(1) {
        let (colours, _) = scheme.split_once('}').unwrap();
        let colour = |name: &str| {
            let (_, value) = colours.split_once(&format!("--{name}: ")).unwrap();
            luminance(value.split(';').next().unwrap())
        };
        let paper = colour("paper");
        for name in ["ink", "quiet", "answer", "mark"] {
            let (light, dark) = (paper.max(colour(name)), paper.min(colour(name)));
            let contrast = (light + 0.05) / (dark + 0.05);
            assert!(contrast >= 4.5, "{name} has {contrast:.2}:1 in {colours}");
        }
        schemes += 1;
    }
    assert_eq!(schemes, 3, "light, dark and print");
}

/// Relative luminance by WCAG 2.
fn luminance(hex: &str) -> f64 {
    let number = u32::from_str_radix(hex.trim_start_matches('#'), 16).unwrap();
    let channel = |shift: u32| {
        let value = f64::from((number >> shift) & 0xFF) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

#[test]
fn names_and_places_stay_inside_unless_asked_for() {
    let minutes = meeting();
    let words = Lang::Sv.words();
    for format in FORMATS.iter().filter(|format| format.is_text) {
        let write = |choices| String::from_utf8(render(*format, &minutes, words, choices)).unwrap();
        let usual = write(Choices::default());
        let none = write(Choices { names: Names::None, ..Choices::default() });
        for text in [&usual, &none] {
            let said = ["Disa Norén", "Bord:", "\"table\""].iter().find(|said| text.contains(**said));
            assert_eq!(said, None, "{text}");
            assert!(text.contains("Gatukontoret"), "a body that answers is shown in {}", format.code);
            assert!(text.contains("samtalsledare"), "the role of who signs is shown in {}", format.code);
        }
        for name in ["Malte Grahn", "Ivar Holmquist", "Sara Lindgård"] {
            assert!(!none.contains(name), "{name} in {}", format.code);
            assert!(usual.contains(name), "{name} is written in the minutes: {}", format.code);
        }
        assert!(none.contains("namnet är utelämnat") || none.contains("\"owner_withheld\": true"), "{none}");
        let initials = write(Choices { names: Names::Initials, ..Choices::default() });
        assert!(initials.contains("D.N.") && !initials.contains("Disa Norén"));
        assert!(initials.contains("M.G.") && !initials.contains("Malte Grahn"));
        assert!(write(Choices::ALL).contains("Disa Norén"));
    }
}

#[test]
fn only_what_is_unanswered_can_be_written() {
    let chosen = material::cut(&meeting(), Choices { unanswered_only: true, ..Choices::default() });
    let entries: Vec<_> = chosen.sections.iter().flat_map(|section| &section.entries).collect();
    assert!(!entries.is_empty());
    assert!(entries.iter().any(|entry| matches!(entry.kind, Kind::Challenge(_))));
    assert!(entries.iter().all(|entry| entry.responses.is_empty()));
}

#[test]
fn what_the_text_says_is_not_repeated_as_a_fact() {
    let mut minutes = meeting();
    for write in [md::write, web_page] {
        let page = write(&minutes, Lang::Sv.words());
        assert!(!page.contains("6 mars 2026"), "the heading says imorgon: {page}");
    }
    minutes.sections[2].heading = "Löften".to_owned();
    for write in [md::write, web_page] {
        assert!(write(&minutes, Lang::Sv.words()).contains("imorgon (6 mars 2026)"));
    }
}

/// The minutes as Markdown says them: with the one who noted every entry, and without several.
fn without_several_scribes(mut minutes: Minutes) -> Minutes {
    if vidpennan::minutes::provenance::scribe_of_all(&minutes).is_some() {
        return minutes;
    }
    for entry in minutes.sections.iter_mut().flat_map(|section| &mut section.entries) {
        if let Some(from) = entry.provenance.as_mut().filter(|from| from.scribe.is_some()) {
            from.scribe = None;
            entry.provenance = entry.provenance.take().filter(|from| *from != Provenance::default());
        }
    }
    minutes
}

/// Minutes with two headings and these entries under each of them.
fn under_two_headings(entries: [Vec<Entry>; 2]) -> Minutes {
    let section = |(heading, entries): (&str, Vec<Entry>)| Section {
        heading: heading.to_owned(),
        as_written: None,
        level: 1,
        kind: SectionKind::Notes,
        intro: Vec::new(),
        entries,
    };
    let sections = ["Vardagen", "Kvällen"].into_iter().zip(entries).map(section).collect();
    Minutes { title: "Möte".to_owned(), sections, ..Minutes::default() }
}

/// Minutes with two headings and these scribes under each of them.
fn noted_by(scribes: [&[Option<&str>]; 2]) -> Minutes {
    let entry = |(at, scribe): (usize, Option<&str>)| Entry {
        provenance: scribe.map(|scribe| Provenance {
            table: Some(3),
            round: None,
            scribe: Some(scribe.to_owned()),
        }),
        ..Entry::new(Kind::NOTE, format!("Tanke {at}"))
    };
    under_two_headings(scribes.map(|scribes| scribes.iter().copied().enumerate().map(entry).collect()))
}

/// Notes of one table follow each other without a line under every one of them.
#[test]
fn a_table_and_a_round_are_said_where_they_change() {
    let words = Lang::Sv.words();
    let at = [(Some(1), Some(1)), (Some(1), Some(1)), (Some(1), Some(2)), (Some(2), Some(2)), (None, None)];
    let entries = at.iter().map(|&(table, round)| Entry {
        provenance: Some(Provenance { table, round, scribe: None }).filter(|_| table.is_some()),
        ..Entry::new(Kind::NOTE, "Tanke".to_owned())
    });
    let entries: Vec<Entry> = entries.collect();
    let minutes = under_two_headings([entries.clone(), entries]);
    let parts = export::render(format("html"), &Publication::of(&minutes, words), &With::new(words)).unwrap();
    let page = String::from_utf8(parts[0].bytes.clone()).unwrap();
    let page = page.replace("<strong>", "").replace("</strong>", "");
    let said: Vec<&str> =
        page.split("<p class=\"details\">").skip(1).map(|rest| rest.split("</p>").next().unwrap()).collect();
    let of_section = ["Bord: 1 · Omgång: 1", "Omgång: 2", "Bord: 2", "Bord: – · Omgång: –"];
    assert_eq!(said, [of_section, of_section].concat());
    assert_eq!(markdown::read(&md::write(&minutes, words)), Some(minutes));
}

/// Whoever noted something is named once, under the header, in the order of the first entries. Read again, one has
/// noted everything, and of several nobody is given a line that may be another's.
#[test]
fn who_noted_it_is_said_once_in_a_paper() {
    let (vera, ulf) = (Some("Vera Ek"), Some("Ulf Lind"));
    let words = Lang::Sv.words();
    for (scribes, said) in [
        ([&[vera, vera, vera][..], &[vera, vera][..]], "Vera Ek"),
        ([&[vera, vera, ulf, ulf], &[ulf, vera]], "Vera Ek och Ulf Lind"),
        ([&[ulf, None, None, ulf], &[vera]], "Ulf Lind och Vera Ek"),
        ([&[vera, None, None, vera], &[None]], "Vera Ek"),
        ([&[None, None], &[None]], ""),
    ] {
        let minutes = noted_by(scribes);
        let publication = Publication::of(&minutes, words);
        for code in ["html", "md", "txt"] {
            let parts = export::render(format(code), &publication, &With::new(words)).unwrap();
            let page = String::from_utf8(parts[0].bytes.clone()).unwrap();
            let page = page.replace("</strong>", "").replace("</dt><dd>", ": ").replace("**", "");
            let found: Vec<&str> = page.split("Antecknat av: ").skip(1).collect();
            assert_eq!(found.len(), usize::from(!said.is_empty()), "{code}: {page}");
            assert!(found.iter().all(|found| found.starts_with(said)), "{code}: {page}");
        }
        let pdf = export::render(format("pdf"), &publication, &With::new(words)).unwrap();
        let heard = crate::documents::pdf::reader::Pdf::read(&pdf[0].bytes).tags().words();
        let heard = heard.split_whitespace().collect::<Vec<_>>().join(" ");
        let found: Vec<&str> = heard.split("Antecknat av").skip(1).collect();
        assert_eq!(found.len(), usize::from(!said.is_empty()), "{heard}");
        assert!(found.iter().all(|found| found.trim_start_matches([':', ' ']).starts_with(said)), "{heard}");
        let read = markdown::read(&md::write(&minutes, words)).unwrap();
        assert_eq!(read, without_several_scribes(minutes.clone()));
        let docx = export::render(format("docx"), &publication, &With::new(words)).unwrap();
        let options =
            ReadOptions { day: None, today: chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(), words };
        let again = vidpennan::import::file::minutes(&docx[0].bytes, "a.docx", &options).unwrap();
        let one = vera.filter(|vera| *vera == said);
        let mut entries = again.sections.iter().flat_map(|section| &section.entries);
        assert!(entries.all(|entry| entry.provenance.as_ref().and_then(|it| it.scribe.as_deref()) == one));
        let people = KnownPeople::of(&material::of(minutes));
        let found = |oneself| vidpennan::report::privacy::check(&publication, &people, oneself);
        let everybody: Vec<String> = found(None).into_iter().map(|finding| finding.text).collect();
        assert_eq!(everybody.join(" och "), said, "a name that goes out is listed");
        let names: Vec<String> = found(vera).into_iter().map(|finding| finding.text).collect();
        assert!(names.iter().all(|name| Some(name.as_str()) != vera), "one's own is no finding: {names:?}");
        assert_eq!(names.is_empty(), !said.contains("Ulf Lind"), "{names:?}");
    }
}

#[test]
fn json_of_another_form_is_refused_by_its_name() {
    let other = r#"{"schema": "vidpennan.minutes/9", "title": "x"}"#;
    assert!(
        matches!(interchange::read(other.as_bytes()), Err(interchange::ReadError::OtherSchema(Some(name))) if name.ends_with("/9"))
    );
    assert!(matches!(interchange::read(b"{}"), Err(interchange::ReadError::OtherSchema(None))));
    assert!(matches!(interchange::read(b"\xff\x00"), Err(interchange::ReadError::Malformed(_))));
}

#[test]
fn markdown_that_was_changed_by_hand_keeps_its_words() {
    let written = md::write(&meeting(), Lang::Sv.words());
    let changed =
        written.replace("Cykelparkering", "En ny\n\nrad och Cykelparkering") + "\nTack för i dag!\n";
    let seen = interchange::write(&markdown::read(&changed).unwrap());
    for words in ["En ny", "rad och Cykelparkering", "Tack för i dag!"] {
        assert!(seen.contains(words), "{words}");
    }
}

/// Separators that are no line breaks here: Word's, those of Unicode, and one of old terminals.
#[test]
fn words_separated_by_an_invisible_character_are_not_joined_in_any_format() {
    const SAID: &str = "ett\u{2028}två\u{85}tre\u{b}fyra\u{c}fem";
    let mut minutes = meeting();
    SAID.clone_into(&mut minutes.title);
    for section in &mut minutes.sections {
        section.heading = format!("{SAID} {}", section.heading);
        section.entries.iter_mut().for_each(|entry| SAID.clone_into(&mut entry.text));
    }
    let words = Lang::Sv.words();
    let publication = Publication::of(&minutes, words);
    let document = Publication { minutes: None, ..publication.clone() };
    for (publication, code) in [
        (&publication, "txt"),
        (&document, "txt"),
        (&document, "md"),
        (&publication, "html"),
        (&publication, "docx"),
    ] {
        let parts = export::render(format(code), publication, &With::new(words)).unwrap();
        let bytes = &parts[0].bytes;
        let seen = match code {
            "docx" => {
                let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
                std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap()
            }
            _ => String::from_utf8(bytes.clone()).unwrap(),
        };
        let count =
            seen.split_whitespace().collect::<Vec<_>>().join(" ").matches("ett två tre fyra fem").count();
        assert!(count > minutes.sections.len(), "{count} in {code}: {seen}");
        assert!(!seen.contains("etttvå") && !seen.contains("&#x"), "{code}");
    }
    let pdf = export::render(format("pdf"), &publication, &With::new(words)).unwrap();
    let heard = crate::documents::pdf::reader::Pdf::read(&pdf[0].bytes).tags().words();
    assert!(
        heard.split_whitespace().collect::<Vec<_>>().join(" ").contains("ett två tre fyra fem"),
        "{heard}"
    );
}

#[test]
fn the_meeting_looks_as_it_did() {
    for code in ["txt", "md", "html", "json"] {
        let bytes = render(format(code), &meeting(), Lang::Sv.words(), Choices::default());
        assert_golden(&format!("meeting.golden.{code}"), &bytes);
    }
}

#[test]
fn real_minutes_look_as_they_did() {
    let text = include_bytes!("../../fixtures/minutes/001_e73191a1bb23a1f9.txt");
    let options = ReadOptions {
        day: None,
        today: chrono::NaiveDate::from_ymd_opt(2018, 12, 6).unwrap(),
        words: Lang::Sv.words(),
    };
    let minutes = vidpennan::import::minutes_from_text(text, &options).unwrap();
    for code in ["md", "html"] {
        let bytes = render(format(code), &minutes, Lang::Sv.words(), Choices::default());
        assert_golden(&format!("001.golden.{code}"), &bytes);
    }
    assert_eq!(markdown::read(&md::write(&minutes, Lang::Sv.words())), Some(minutes));
}
