//! Word documents as people make them: read, and no word of them lost.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use vidpennan::i18n::Lang;
use vidpennan::import::file::{self, NotRead};
use vidpennan::import::package::Unfit;
use vidpennan::minutes::words::{words, words_of};
use vidpennan::minutes::{Entry, Minutes, RemarkCode};
use vidpennan::model::{ActionStatus, ChallengeStatus, Kind, SectionKind};
use vidpennan::speech;

use crate::documents::reading::options;
use crate::support::office::{
    STYLES, archive, archive_of, bullet, document, green, item, paragraph, plain, run, styled, table, word,
    word_with,
};

fn read(bytes: &[u8]) -> Minutes {
    file::minutes(bytes, "anteckningar.docx", &options()).unwrap()
}

fn refusal(bytes: &[u8]) -> Unfit {
    let begun = Instant::now();
    let refused = file::minutes(bytes, "anteckningar.docx", &options());
    assert!(begun.elapsed() < Duration::from_secs(1), "took {:?}", begun.elapsed());
    match refused {
        Err(NotRead::Document(unfit)) => unfit,
        other => panic!("{other:?}"),
    }
}

/// Heading, level, and each entry with its marker and depth, its responses behind arrows.
fn outline(minutes: &Minutes) -> Vec<String> {
    let mut lines = vec![minutes.title.clone()];
    lines.extend(minutes.fields.iter().map(|field| format!("{}={}", field.label, field.value)));
    for section in &minutes.sections {
        lines.push(format!("{} {}", "#".repeat(section.level.into()), section.heading));
        lines.extend(section.intro.clone());
        lines.extend(section.entries.iter().map(entry));
    }
    lines.extend(minutes.signoff.iter().map(|it| format!("/{}, {}", it.name, it.role)));
    lines
}

fn entry(entry: &Entry) -> String {
    let marker = entry.as_written.as_deref().unwrap_or("?");
    let answers: Vec<_> = entry.responses.iter().map(|it| format!(" => {}", it.text)).collect();
    let answers = answers.concat();
    let indent = "  ".repeat(entry.depth.into());
    format!("{indent}{marker} {}{answers}", entry.text).trim_end().to_owned()
}

fn remarked(minutes: &Minutes, code: RemarkCode) -> Vec<&str> {
    let remarks = minutes.remarks.iter().filter(|remark| remark.code == code);
    remarks.map(|remark| remark.message.as_str()).collect()
}

#[test]
fn minutes_from_a_swedish_word_are_read_by_their_styles() {
    let body = [
        styled("Rubrik", "Anteckningar från dialogcafé"),
        plain("Plats:\u{9}Folkets hus"),
        plain("Datum: 2026-03-05"),
        styled("Rubrik1", "Vad vi talade om."),
        plain("Vi satt i tre grupper."),
        styled("Punktlista", "Börja smått"),
        paragraph(
            r#"<w:pStyle w:val="Punktlista"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>"#,
            &run("", "fler bänkar, säger Eva i parken"),
        ),
        styled("Rubrik2", "små detaljer"),
        item(2, 0, &run("", "Första")),
        item(2, 1, &run("", "under")),
        item(2, 2, &run("", "längst ner")),
        item(2, 0, &run("", "Andra")),
        styled("Rubrik1", "Utmaningar"),
        item(1, 0, &(run("", "Svårt att hinna. ") + &green("Stödpaket på gång"))),
        item(
            1,
            0,
            &(run("", "Ont om lokaler ") + &run(r#"<w:rStyle w:val="Svaret"/>"#, "(ses över i höst)")),
        ),
        item(1, 0, &run("", "Kvällstid")),
        styled("terkoppling", "Bussarna går oftare från maj."),
        plain("/Vid pennan"),
        plain("Eva Ek"),
        plain("Processledare"),
    ];
    let minutes = read(&word(&body.concat()));
    let expected = [
        "Anteckningar från dialogcafé",
        "Plats=Folkets hus",
        "Datum=2026-03-05",
        "# Vad vi talade om.",
        "Vi satt i tre grupper.",
        "• Börja smått",
        "  • fler bänkar, säger Eva i parken",
        "## små detaljer",
        "1. Första",
        "  a) under",
        "    1.1.1 längst ner",
        "2. Andra",
        "# Utmaningar",
        "• Svårt att hinna. => Stödpaket på gång",
        "• Ont om lokaler => ses över i höst",
        "• Kvällstid => Bussarna går oftare från maj.",
        "/Eva Ek, Processledare",
    ];
    assert_eq!(outline(&minutes), expected);
    assert_eq!(minutes.date.unwrap().to_string(), "2026-03-05");
    assert_eq!(minutes.sections[2].kind, SectionKind::Challenges);
    assert_eq!(minutes.sections[2].entries[0].kind, Kind::Challenge(ChallengeStatus::Open));
    assert_eq!(minutes.remarks, []);
}

#[test]
fn bold_lines_are_headings_where_no_style_says_so() {
    let bold = |text: &str| paragraph("", &run("<w:b/>", text));
    let body = [
        bold("Stormöte om parken"),
        paragraph("", &(run("<w:b/>", "Närvarande:") + &run("", " Eva Ek, Bo Al"))),
        bold("vår referens: Eva"),
        bold("Vad behöver vi göra tillsammans med andra, och i vilken ordning?"),
        plain("Kort rad"),
        bullet("Köp bänkar"),
        item(4, 0, &run("<w:b/>", "Val av justerare")),
        plain("Bo valdes."),
        item(4, 0, &run("<w:b/>", "Övrigt")),
        plain("Inget."),
    ];
    let minutes = read(&word(&body.concat()));
    let headings: Vec<_> = minutes.sections.iter().map(|section| section.heading.as_str()).collect();
    let expected = [
        "Vad behöver vi göra tillsammans med andra, och i vilken ordning?",
        "§ 1 Val av justerare",
        "§ 2 Övrigt",
    ];
    assert_eq!(minutes.title, "Stormöte om parken");
    assert_eq!(headings, expected);
    assert_eq!(minutes.fields.len(), 2);
}

#[test]
fn green_words_answer_challenges_and_nothing_else() {
    let challenges = |body: &str| {
        let minutes = read(&word(&(styled("Rubrik1", "Utmaningar") + body)));
        (outline(&minutes)[2..].to_vec(), remarked(&minutes, RemarkCode::AmbiguousResponse).len())
    };
    let one = |line: &str| vec![line.to_owned()];
    let mixed = |parts: &[(bool, &str)]| {
        let runs: String = parts
            .iter()
            .map(|&(is_green, text)| if is_green { green(text) } else { run("", text) })
            .collect();
        bullet("Först") + &item(1, 0, &runs)
    };
    for (parts, line) in [
        (vec![(false, "Tid ("), (true, "kommer"), (false, ")")], "• Tid => kommer"),
        (vec![(false, "Tid "), (true, "Återkoppling: kommer.")], "• Tid => kommer."),
        (vec![(false, "Tid "), (true, "På gång: kommer"), (false, ".")], "• Tid => kommer."),
        (
            vec![(false, "Tid (ex. kväll) "), (true, "(Eva (HR) ordnar)")],
            "• Tid (ex. kväll) => Eva (HR) ordnar",
        ),
    ] {
        assert_eq!(challenges(&mixed(&parts)), (vec!["• Först".to_owned(), line.to_owned()], 0), "{parts:?}");
    }
    assert_eq!(
        challenges(&mixed(&[(true, "Hela raden är grön")])),
        (one("• Först => Hela raden är grön"), 0)
    );
    let (lines, doubts) = challenges(&mixed(&[(false, "Tid "), (true, "kommer"), (false, " men när")]));
    assert_eq!((lines[1].as_str(), doubts), ("• Tid kommer men när", 1));
    // A document that is green all over answers nothing.
    let (lines, _) = challenges(&(item(1, 0, &green("Ett")) + &item(1, 0, &green("Två"))));
    assert_eq!(lines, ["• Ett", "• Två"]);
    let tips = read(&word(&(styled("Rubrik1", "Tips") + &mixed(&[(false, "Sol "), (true, "och skugga")]))));
    assert_eq!(outline(&tips)[2..], ["• Först", "• Sol och skugga"]);
}

#[test]
fn a_table_of_facts_is_the_header_and_other_tables_keep_their_rows() {
    let people = plain("Eva Ek") + &plain("Bo Al");
    let facts = table(&[
        &[&plain("Plats"), &plain("Rådhuset, sal 3")],
        &[&plain("Datum och dag"), &plain("torsdag")],
        &[&plain("Datum"), &plain("2026-03-05")],
        &[&plain("Närvarande:"), &people],
    ]);
    let rows = table(&[
        &[&plain("Utmaning"), &plain("Bord"), &plain("Svar")],
        &[&plain("Tid"), &plain("3"), &plain("Kommer")],
        &[&plain("Rum"), &plain(""), &plain("")],
    ]);
    let tasks = table(&[
        &[&plain("Vad"), &plain("Vem"), &plain("Klart senast"), &plain("Status")],
        &[&plain("Köp kaffe"), &plain("Bo"), &plain("2026-04-01"), &plain("Pågår")],
    ]);
    let task = read(&word(&(styled("Rubrik1", "Tips") + &tasks))).sections[0].entries.pop().unwrap();
    assert_eq!(task.text, "Köp kaffe – Bo – 2026-04-01 – Pågår");
    assert_eq!(task.kind, Kind::Action(ActionStatus::Ongoing));
    assert_eq!((task.owner.as_deref(), task.due.unwrap().iso().as_str()), (Some("Bo"), "2026-04-01"));
    let nested =
        table(&[&[&(plain("Ruta ett") + &table(&[&[&plain("a"), &plain("b")]])), &plain("Ruta två")]]);
    let body = [
        styled("Rubrik", "Möte"),
        facts,
        styled("Rubrik1", "Utmaningar"),
        rows,
        styled("Rubrik1", "Rest"),
        nested,
    ];
    let minutes = read(&word(&body.concat()));
    let expected = [
        "Möte",
        "Plats=Rådhuset, sal 3",
        "Datum och dag=torsdag",
        "Datum=2026-03-05",
        "Närvarande=Eva Ek, Bo Al",
        "# Utmaningar",
        " Utmaning – Bord – Svar",
        "• Tid – 3 => Kommer",
        "• Rum",
        "# Rest",
        "Ruta ett",
        "• a – b",
        " Ruta två",
    ];
    assert_eq!(outline(&minutes), expected);
    assert_eq!(minutes.place.as_deref(), Some("Rådhuset, sal 3"));
}

#[test]
fn what_word_stores_twice_is_read_once_and_what_is_left_out_is_remarked() {
    let field = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>
        <w:r><w:fldChar w:fldCharType="separate"/></w:r>"#;
    let odd = format!(
        "{}{field}{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{}",
        run("", "Se "),
        run("", "sidan"),
        r#"<w:r><w:noBreakHyphen/><w:t>ett</w:t><w:softHyphen/><w:t>an</w:t><w:sym w:font="Wingdings" w:char="F0E0"/><w:br/>
        <w:t>ny&#160;rad &amp; mer</w:t></w:r>"#
    );
    let tracked = format!(
        "{}<w:del><w:r><w:delText>bort</w:delText></w:r></w:del><w:ins>{}</w:ins>",
        run("", "Kvar "),
        run("", "tillagt")
    );
    let box_ = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>\
         </w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>\
         </mc:Fallback></mc:AlternateContent></w:r>",
        plain("I rutan")
    );
    let joined = r#"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Samma </w:t></w:r></w:p>"#;
    let with_note = run("", "Ord") + r#"<w:r><w:footnoteReference w:id="2"/></w:r>"# + &run("", " efter");
    let commented = run("", "Sagt") + r#"<w:r><w:commentReference w:id="1"/></w:r>"#;
    let body = [
        styled("Rubrik", "Möte"),
        styled("Innehll1", "Innehåll 3"),
        styled("Rubrik1", "Allt"),
        paragraph("", &odd),
        paragraph("", &tracked),
        paragraph("", &box_),
        joined.to_owned(),
        plain("stycke"),
        paragraph("", &with_note),
        paragraph("", &(commented + &run("<w:vanish/>", "hemligt"))),
    ];
    let notes = r#"<w:footnotes xmlns:w="w"><w:footnote w:id="0"><w:p/></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:t>En not.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let header = format!(r#"<w:hdr xmlns:w="w">{}</w:hdr>"#, plain("Dnr KS 2026/7"));
    let relations = r#"<Relationships><Relationship Type="x/header" Target="header1.xml"/></Relationships>"#;
    let parts = [
        ("word/footnotes.xml", notes),
        ("word/header1.xml", &header),
        ("word/_rels/document.xml.rels", relations),
    ];
    let minutes = read(&word_with(&body.concat(), &parts));
    let expected = [
        "Möte",
        "# Allt",
        "Se sidan-ettan→",
        "ny\u{a0}rad & mer",
        "Kvar tillagt",
        "I rutan",
        "Samma stycke",
        "Ord [En not.] efter",
        "Sagt",
    ];
    assert_eq!(outline(&minutes).join(" "), expected.join(" "));
    let left = remarked(&minutes, RemarkCode::LeftOut);
    assert_eq!(left.len(), 5, "{left:?}");
    assert!(left[4].contains("Dnr KS 2026/7"), "{left:?}");
}

#[test]
fn documents_of_other_programs_are_read_as_well() {
    // LibreOffice puts lists in the paragraphs and names its styles in English.
    let styles = STYLES.replace("Rubrik1", "Heading1").replace("Punktlista", "ListBullet");
    let libre =
        word_with(&(styled("Heading1", "Utmaningar") + &bullet("Ett")), &[("word/styles.xml", &styles)]);
    assert_eq!(outline(&read(&libre))[1..], ["# Utmaningar", "• Ett"]);
    // A document without styles, with its own prefix and its text in another place.
    let text = document(&(styled("Heading1", "Tips") + &plain("Sol")))
        .replace("w:", "x:")
        .replace("xmlns:x:", "xmlns:x=");
    let text = text.replace("xmlns:x==", "xmlns:x=");
    let top = crate::support::office::TOP.replace("word/document.xml", "/doc/main.xml");
    let other = archive(&[("_rels/.rels", &top), ("doc/main.xml", &text)]);
    assert_eq!(outline(&read(&other)).join("|"), "Tips|# |Sol");
}

#[test]
fn hostile_and_foreign_files_are_refused_at_once() {
    let fine = word(&plain("Hej"));
    assert_eq!(outline(&read(&fine))[0], "Hej");
    for len in [4, 30, fine.len() / 2, fine.len() - 1] {
        assert_eq!(refusal(&fine[..len]), Unfit::Broken, "{len}");
    }
    let with = |document: &str| {
        archive(&[("_rels/.rels", crate::support::office::TOP), ("word/document.xml", document)])
    };
    let laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><w:document>&b;</w:document>";
    assert_eq!(refusal(&with(laughs)), Unfit::Declares);
    assert_eq!(refusal(&with("<w:document><w:body>&x;</w:body></w:document>")), Unfit::Declares);
    assert_eq!(refusal(&with("<w:document><w:body></w:document>")), Unfit::Broken);
    assert_eq!(refusal(&with("<w:document><w:body>")), Unfit::Broken);
    assert_eq!(refusal(&with(&"<w:tbl>".repeat(100_000))), Unfit::TooMuch);
    assert_eq!(refusal(&with(&document(&plain(&"a ".repeat(40 << 20))))), Unfit::TooMuch);
    let names: Vec<String> = (0..20_000).map(|at| format!("a{at}")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(refusal(&archive_of(&many)), Unfit::TooMuch);
    assert_eq!(refusal(&archive(&[("word/styles.xml", STYLES)])), Unfit::NoDocument);
    assert_eq!(refusal(&archive(&[("xl/workbook.xml", "<a/>")])), Unfit::Workbook);
    assert_eq!(
        refusal(&archive(&[("mimetype", "application/vnd.oasis.opendocument.text")])),
        Unfit::OpenText
    );
    let away = crate::support::office::TOP.replace("word/document.xml", "../../../etc/passwd");
    assert_eq!(refusal(&archive(&[("_rels/.rels", &away)])), Unfit::NoDocument);
    let compound = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 600], &name].concat()
    };
    assert_eq!(refusal(&compound("EncryptedPackage")), Unfit::Locked);
    assert_eq!(refusal(&compound("WordDocument")), Unfit::OldWord);
    assert_eq!(refusal(b"{\\rtf1 Hej}"), Unfit::RichText);
    assert_eq!(refusal(b"%PDF-1.7"), Unfit::Pdf);
    assert_eq!(refusal(b"vanlig text"), Unfit::Broken);
    for lang in [Lang::Sv, Lang::En] {
        assert!(speech::unfit_document(Unfit::OldWord, lang.words()).to_string().contains(".docx"));
    }
}

/// What documents are made of, as XML, and as the words that are shown.
fn part() -> impl Strategy<Value = (String, String)> {
    let text = prop_oneof![
        "[A-Za-zåäö€😀.,:;()#*-]{1,8}( [a-zåäö0-9?!]{1,9}){0,9}",
        Just("Utmaningar".to_owned()),
        Just("Närvarande:".to_owned()),
        Just("Plats: Salen".to_owned()),
        Just("Svar: ja".to_owned()),
        Just("/Vid pennan".to_owned()),
        Just("- streck".to_owned()),
        Just("1. ett".to_owned()),
        Just("(hela)".to_owned()),
    ];
    let runs = prop::collection::vec((text, 0..4_usize), 1..4).prop_map(|runs| {
        let xml: String = runs
            .iter()
            .map(|(text, look)| match look {
                0 => green(&format!(" {text}")),
                1 => run("<w:b/>", &format!(" {text}")),
                _ => run("", &format!(" {text}")),
            })
            .collect();
        let text: Vec<_> = runs.iter().map(|(text, _)| text.as_str()).collect();
        let text = text.join(" ");
        (xml, text)
    });
    (runs, 0..9_usize, 0..3_u32).prop_map(|((xml, text), form, depth)| match form {
        0 => (paragraph(r#"<w:pStyle w:val="Rubrik1"/>"#, &xml), text),
        1 => (paragraph(r#"<w:pStyle w:val="Rubrik2"/>"#, &xml), text),
        2 => (paragraph(r#"<w:pStyle w:val="Rubrik"/>"#, &xml), text),
        3 => (paragraph(r#"<w:pStyle w:val="terkoppling"/>"#, &xml), text),
        4 | 5 => (item(1, depth, &xml), text),
        6 => {
            let cell = paragraph("", &xml);
            (table(&[&[&cell, &cell], &[&cell, ""]]), format!("{text}\n{text}\n{text}"))
        }
        7 => (paragraph("", &format!("{xml}<w:r><w:br/></w:r>{xml}")), format!("{text}\n{text}")),
        _ => (paragraph("", &xml), text),
    })
}

proptest! {
    #[test]
    fn no_word_of_any_document_is_dropped_or_moved(parts in prop::collection::vec(part(), 0..16)) {
        let body: String = parts.iter().map(|(xml, _)| xml.as_str()).collect();
        let text: Vec<_> = parts.iter().map(|(_, text)| text.as_str()).collect();
        let text = text.join("\n");
        match file::minutes(&word(&body), "a.docx", &options()) {
            Ok(minutes) => prop_assert_eq!(words(&minutes, options().words), words_of(&text)),
            Err(error) => prop_assert!(words_of(&text).is_empty(), "{}", error),
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0..2_000_usize) {
        let mut damaged = word(&(styled("Rubrik1", "Tips") + &bullet("Sol")));
        let end = (at + bytes.len()).min(damaged.len());
        if at < end {
            damaged[at..end].copy_from_slice(&bytes[..end - at]);
        }
        let _ = file::minutes(&damaged, "a.docx", &options());
    }
}

/// What a document shows of an entry: its words, what it is, and what was answered.
fn shown(entry: &Entry) -> impl PartialEq + std::fmt::Debug + use<> {
    let responses: Vec<_> = entry
        .responses
        .iter()
        .map(|it| (it.text.clone(), it.kind, it.due.clone().map(|due| due.iso())))
        .collect();
    let kind = if matches!(entry.kind, Kind::Note(_)) { Kind::NOTE } else { entry.kind };
    let due = entry.due.as_ref().map(vidpennan::model::Due::iso);
    (entry.text.clone(), kind, entry.depth, entry.owner.clone(), due, entry.number.clone(), responses)
}

#[test]
fn our_own_documents_come_back_as_the_same_minutes() {
    let json = std::fs::read("tests/fixtures/export/meeting.json").unwrap();
    let composed = vidpennan::minutes::interchange::read(&json).unwrap();
    let text = std::fs::read("tests/fixtures/minutes/001_e73191a1bb23a1f9.txt").unwrap();
    let read_from_text = vidpennan::import::minutes_from_text(&text, &options()).unwrap();
    for (original, lang) in [(&composed, Lang::Sv), (&read_from_text, Lang::Sv), (&composed, Lang::En)] {
        let words = lang.words();
        let format = vidpennan::export::Format::from_code("docx").unwrap();
        let publication = vidpennan::report::Publication::of(original, words);
        let parts =
            vidpennan::export::render(format, &publication, &vidpennan::export::With::new(words)).unwrap();
        let again = file::minutes(&parts[0].bytes, "a.docx", &options()).unwrap();
        assert_eq!((&again.title, again.date, again.time), (&original.title, original.date, original.time));
        assert_eq!(
            (&again.place, &again.reference, again.next),
            (&original.place, &original.reference, original.next)
        );
        assert_eq!(again.signoff, original.signoff);
        let fields: Vec<_> = original.fields.iter().map(|it| (&it.label, &it.value)).collect();
        let read: Vec<_> = again.fields.iter().map(|it| (&it.label, &it.value)).take(fields.len()).collect();
        assert_eq!(read, fields);
        let headings = |minutes: &Minutes| {
            minutes.sections.iter().map(|it| (it.heading.clone(), it.kind, it.level)).collect::<Vec<_>>()
        };
        assert_eq!(headings(&again), headings(original));
        let scribes = |minutes: &Minutes| -> Vec<Option<String>> {
            let entries = minutes.sections.iter().flat_map(|section| &section.entries);
            entries.map(|entry| entry.provenance.as_ref()?.scribe.clone()).collect()
        };
        let mut said: Vec<_> = scribes(original).into_iter().flatten().collect();
        said.dedup();
        let one = said.first().filter(|_| said.len() == 1).cloned();
        assert!(scribes(&again).into_iter().all(|scribe| scribe == one), "{said:?}, {again:?}");
        for (again, original) in again.sections.iter().zip(&original.sections) {
            assert_eq!(again.intro, original.intro, "{}", original.heading);
            assert_eq!(again.entries.len(), original.entries.len(), "{}", original.heading);
            for (again, original) in again.entries.iter().zip(&original.entries) {
                // A promise under "imorgon" has its day by the heading; in a document nothing says that it has none.
                let is_by_heading = original.due.is_none() && matches!(original.kind, Kind::Commitment(_));
                let due = if is_by_heading { None } else { again.due.clone() };
                assert_eq!(shown(&Entry { due, ..again.clone() }), shown(original));
            }
        }
    }
}

/// A document of ours, by its styles.
fn our_word(body: &str) -> Vec<u8> {
    let details = format!(
        r#"<w:style w:type="paragraph" w:styleId="Details"><w:name w:val="{}"/></w:style></w:styles>"#,
        Lang::Sv.words().docx.details
    );
    word_with(body, &[("word/styles.xml", &STYLES.replace("</w:styles>", &details))])
}

#[test]
fn a_document_of_the_program_that_was_changed_in_word_keeps_every_word() {
    let marked = |mark: &str, text: &str| run("<w:b/>", mark) + &run("", &format!(" {text}"));
    let detail = |value: &str| {
        let properties = r#"<w:pStyle w:val="Details"/>"#;
        paragraph(properties, &(run("<w:b/>", "Ansvarig:") + &run("", &format!(" {value}"))))
    };
    let body = [
        styled("Rubrik", "Möte"),
        styled("Rubrik1", "Dialog"),
        detail("Sigrid"),
        paragraph("", &marked("Obs.", "introduktionen kom till")),
        paragraph("", &marked("U-9", "hör hit")),
        item(1, 0, &marked("U-8", "anteckning med nummer")),
        item(1, 0, &marked("Jo.", "punkt med tecken")),
        item(2, 0, &marked("Ja.", "rad med siffra")),
        styled("Rubrik1", "Utmaningar"),
        item(1, 0, &marked("U-4", "Ont om bänkar")),
        detail("Torsten"),
        detail("Valborg"),
        paragraph("", &marked("Nej.", "stycke till sist")),
    ];
    let minutes = read(&our_word(&body.concat()));
    let mut read = words(&minutes, options().words);
    let entries = minutes.sections.iter().flat_map(|section| &section.entries);
    read.extend(entries.filter_map(|entry| entry.number.as_deref()).flat_map(words_of));
    let said =
        "Sigrid Obs introduktionen kom till U 9 hör hit 8 anteckning Jo punkt Ja rad siffra 4 Ont om bänkar
        Torsten Valborg Nej stycke till sist";
    for word in words_of(said) {
        assert!(read.contains(&word), "{word}: {:#?}", outline(&minutes));
    }
    let challenge = minutes.sections.iter().flat_map(|it| &it.entries).find(|it| it.text == "Ont om bänkar");
    assert_eq!(challenge.and_then(|it| it.number.as_deref()), Some("U-4"), "{:#?}", outline(&minutes));
}

#[test]
fn a_document_that_was_made_to_take_long_is_read_at_once() {
    let begun = Instant::now();
    let opened = r#"<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>"#;
    let body =
        paragraph("", &(opened.repeat(30_000) + &"<w:r><w:tab/></w:r>".repeat(30_000) + &run("", "Hej")));
    assert_eq!(read(&word(&body)).title.trim(), "Hej");
    let long = "x".repeat(100_000);
    let numbering = format!(
        r#"<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{long}"/>
        </w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
    );
    let body = styled("Rubrik1", "Tips") + &bullet("Sol").repeat(50);
    let minutes = read(&word_with(&body, &[("word/numbering.xml", &numbering)]));
    let longest = minutes.sections.iter().flat_map(|it| &it.entries).filter_map(|it| it.as_written.as_ref());
    assert!(longest.map(|mark| mark.chars().count()).max().unwrap_or(0) <= 64);
    assert!(begun.elapsed() < Duration::from_secs(8), "took {:?}", begun.elapsed());
}

#[test]
fn a_word_document_is_shown_stored_and_a_damaged_one_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let (fine, cut) = (folder.path().join("anteckningar.docx"), folder.path().join("trasig.docx"));
    let bytes = word(
        &(styled("Rubrik", "Möte om parken") + &styled("Rubrik1", "Utmaningar") + &bullet("Ont om bänkar")),
    );
    std::fs::write(&fine, &bytes).unwrap();
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    let place = vidpennan::ui::place::Place::Import(Some(cut));
    let mut app = crate::support::app::start_in(crate::support::room::options(), |store| (store, place));
    app.wait_for("Filen är skadad")
        .keys(&"<c-w>".repeat(12))
        .paste(&fine.display().to_string())
        .keys("<enter>");
    app.wait_for("1 utmaning, obesvarad")
        .keys("<enter>")
        .shows("Inläst: Möte om parken")
        .shows("Ont om bänkar");
}
