//! Properties of reading any text at all: no word is dropped or moved, and what was written is read as the same
//! minutes.

use proptest::prelude::*;
use vidpennan::export::txt;
use vidpennan::i18n::Lang;
use vidpennan::minutes::read::read;
use vidpennan::minutes::words::{words, words_of};
use vidpennan::minutes::{Minutes, interchange, layout};

use crate::documents::reading::options;

/// Lines that reading has an opinion about.
const LINES: &[&str] = &[
    "",
    "",
    "",
    "",
    " ",
    "\u{a0}",
    "Anteckningar från mötet",
    "Utmaningar:",
    "Utmaningar",
    "Frågor",
    "Beslut",
    "Åtgärder",
    "Övrigt",
    "Tips:",
    "Det här ska jag göra imorgon!",
    "Systematiskt arbete",
    "Kort rad",
    "Vi ses!",
    "Följande togs upp:",
    "Mötet avslutades",
    "1. Inledning",
    "2. Verksamhet",
    "3. Handla mjölk.",
    "1. Ett",
    "1) Ett",
    "a) Delpunkt",
    "§ 12 Val",
    "1.2 Bakgrund",
    "- ett",
    "- Två (Svar A)",
    "– Det blir bra, säger Eva.",
    "- Ensam rad.",
    "  - djupare",
    "\t- tabb",
    "      * djupast",
    "• punkt",
    "•Punkt",
    "o Ring",
    "o vice",
    "[ ] Lampan – Jonas",
    "- [x] Klart – Eva",
    "-Utan",
    "-120 tkr",
    "-",
    "•",
    "*",
    "Svar: Det kommer.",
    "  Svar: Ja.",
    "Återkoppling: På gång",
    "Fråga? Svar: Nej.",
    "- Fråga? Svar: Ja. (Kommer)",
    "Vi talade om mat. Svar från chefen: menyn ses över. Bra.",
    "  Svar av Eva: nej.",
    "Närvarande: Eva, Bo",
    "- Eva tar med kaffe.",
    "Bo lägger ut det senast 5 maj",
    "Möte den 11 juni. Inbjudan skickas senast två veckor innan.",
    "- Hemsidan. STATUS? Klart",
    "(Hela raden)",
    "Plats:",
    "Plats: Salen",
    "Datum",
    "Datum: 181205",
    "2018-12-05",
    "För vem? Alla",
    "Närvarande",
    "Närvarande:",
    "Eva Ek, HR",
    "Bo Al",
    "Tema: Glesbygd",
    "Dnr 12/19",
    "text MAJKEN",
    "Vår referens",
    "Vid pennan: Ulrika",
    "Tid: 9-12",
    "/Vid pennan",
    "Vid anteckningarna",
    "Justeras: ____",
    "Sofie Ek",
    "Processledare",
    "Sekreterare: Ola",
    "samverka med andra,",
    "Rolf, Stig,",
    "Malte och Kerstin.",
    "(Ansvarig: Åsa, klart senast: v 50)",
    "   Gicks igenom. Kvarstår: skåp (Ansvarig: Åsa)",
    "Halka. Åtgärd: sand. Klart: 191115",
    "Beslut: vi köper",
    "Trasig → Ulrika felanmäler i dag",
    "Nästa möte: 5 maj 2020 kl. 13",
    "Nästa möte den 3 mars",
    "den 5 december 2018",
    "Det här är en lång rad som fyller hela sidan och inte slutar med punkt utan bara",
    "Går vidare här med stor bokstav.",
    "Det här är en lång rad som fyller hela sidan och som slutar med en punkt precis.",
    "Något (en parentes) mitt i",
    "  indragen rad",
    "Svårt. (På gång: paket)",
    "Öppen (parentes",
    "A (B) (C).",
    "Ja\u{2028}nej",
    "Till\u{c}sidan",
    "a\u{0}b",
    "Radslut\r",
    "# Titel",
    "## Rubrik.",
    "### Utmaningar",
    "**Fetstil**",
    "**Plats:** Salen",
    "+ plus",
    "Trygg\u{ad}het",
    "A\u{30a}sa",
];

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => prop::sample::select(LINES).prop_map(str::to_owned),
        2 => "[ \t]{0,3}[-–•*o(1.a)]{0,3}[ ]?[A-Öa-ö(),.:;?! 0-9]{0,20}",
        1 => "\\PC{0,12}",
        1 => any::<String>(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 0..14).prop_map(|lines| lines.join("\n"))
}

fn without_remarks(minutes: Minutes) -> Minutes {
    Minutes { remarks: Vec::new(), ..minutes }
}

proptest! {
    #[test]
    fn no_word_is_dropped_or_moved(text in text()) {
        let minutes = read(&text, &options());
        prop_assert_eq!(words(&minutes, options().words), words_of(&text));
    }

    #[test]
    fn what_was_written_is_read_as_the_same(text in text()) {
        let first = without_remarks(read(&text, &options()));
        let written = txt::write(&first, options().words);
        let again = without_remarks(read(&written, &options()));
        prop_assert_eq!(again, first, "{}", written);
    }
}

#[test]
fn a_day_that_no_meeting_can_have_is_words_in_a_text_and_refused_in_json() {
    for day in ["1002-03-04", "4 mars 1969", "1969-12-31"] {
        let text = format!("Vårmöte\n\nDatum: {day}\n\n# Tips\n\n- Boka lokal senast {day}\n");
        let minutes = read(&text, &options());
        assert_eq!(minutes.date, None, "{day}");
        assert!(
            minutes.sections.iter().flat_map(|section| &section.entries).all(|entry| entry.due.is_none())
        );
        assert_eq!(layout::text(&minutes, Lang::Sv.words()), text);
    }
    for day in ["-0001-01-01", "1969-12-31", "+10000-01-01"] {
        let json = interchange::write(&read("Vårmöte\n", &options()));
        let json = json.replacen("\"date\": null", &format!("\"date\": \"{day}\""), 1);
        assert!(json.contains(day));
        let refused = interchange::read(json.as_bytes()).unwrap_err();
        assert!(refused.to_string().contains("date"), "{refused}");
    }
}
