//! Minutes as plain text, in a layout that is read back as the same minutes. Text that was imported comes back line for
//! line; minutes that were composed get the same layout.

use crate::i18n::due::occasion_in_words;
use crate::i18n::{Words, format, labels};
use crate::minutes::provenance::unsaid_scribes;
use crate::minutes::read::read_quietly;
use crate::minutes::{Field, Minutes, layout};
use crate::model::FieldRole;

pub mod document;

/// Lines end with `\n`.
///
/// Date, time, place, reference, next meeting and whoever noted it are written as fields where the text of the minutes
/// does not contain them.
pub fn write(minutes: &Minutes, words: &Words) -> String {
    let text = layout::text(minutes, words);
    let in_text = read_quietly(&text, words);
    let missing = missing_fields(minutes, &in_text, words);
    if missing.is_empty() {
        return text;
    }
    let mut full = minutes.clone();
    full.fields.extend(missing);
    layout::text(&full, words)
}

/// Fields for what `minutes` say and the minutes that were read from their text do not.
fn missing_fields(minutes: &Minutes, in_text: &Minutes, words: &Words) -> Vec<Field> {
    let lang = words.lang;
    let label = |role| labels::field_role(lang, role);
    let date = minutes.date.filter(|_| in_text.date.is_none()).map(|date| format::long_date(lang, date));
    let time = minutes.time.filter(|_| in_text.time.is_none()).map(|time| time.to_string());
    let place = minutes.place.clone().filter(|_| in_text.place.is_none());
    let reference = minutes.reference.clone().filter(|_| in_text.reference.is_none());
    let next = minutes.next.filter(|_| in_text.next.is_none()).map(|next| occasion_in_words(words, &next));
    [
        (label(FieldRole::Date), date),
        (label(FieldRole::Time), time),
        (label(FieldRole::Place), place),
        (label(FieldRole::Reference), reference),
        (words.reading.next_meeting, next),
        (words.publication.scribe, unsaid_scribes(minutes, words)),
    ]
    .into_iter()
    .filter_map(|(label, value)| {
        let value = value.filter(|value| !value.trim().is_empty())?;
        Some(Field { label: label.to_owned(), value, as_written: None })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::i18n::Lang;
    use crate::minutes::{Entry, Response, Section};
    use crate::model::{Due, Kind, Occasion, ResponseKind, SectionKind, Signature};

    fn section(heading: &str, kind: SectionKind, entries: Vec<Entry>) -> Section {
        Section { heading: heading.to_owned(), as_written: None, level: 1, kind, intro: Vec::new(), entries }
    }

    #[test]
    fn composed_minutes_get_the_layout_of_read_ones() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day);
        let answered = Entry {
            responses: vec![Response {
                text: "Stödpaketet kommer".to_owned(),
                kind: ResponseKind::Planned,
                as_written: None,
                due: None,
            }],
            ..Entry::new(Kind::CHALLENGE, "Svårt att hinna.")
        };
        let owned = Entry {
            owner: Some("Åsa".to_owned()),
            due: day(20).map(Due::on),
            ..Entry::new(Kind::ACTION, "Boka salen")
        };
        let minutes = Minutes {
            title: "Rundabordssamtal".to_owned(),
            date: day(5),
            next: day(9).map(|date| Occasion { date, time: "13:00–15:00".parse().ok() }),
            sections: vec![
                section("Tips", SectionKind::Notes, vec![Entry::new(Kind::NOTE, "Börja smått"), owned]),
                section("Utmaningar", SectionKind::Challenges, vec![answered]),
            ],
            signoff: vec![Signature { name: "Eva Ek".to_owned(), role: "Processledare".to_owned() }],
            ..Minutes::default()
        };
        let expected = "\
Rundabordssamtal

Datum: 5 mars 2026

Nästa möte: 9 mars 2026 kl. 13:00–15:00

Tips

- Börja smått
- Åtgärd: Boka salen (Ansvarig: Åsa, klart senast: 2026-03-20)

Utmaningar

- Svårt att hinna. (Planerat: Stödpaketet kommer)

/Vid pennan

Eva Ek
Processledare
";
        let text = write(&minutes, Lang::Sv.words());
        assert_eq!(text, expected);
        let read = read_quietly(&text, Lang::Sv.words());
        assert_eq!((read.date, read.next, &read.signoff), (minutes.date, minutes.next, &minutes.signoff));
        let action = &read.sections[0].entries[1];
        assert_eq!((action.kind, action.owner.as_deref()), (Kind::ACTION, Some("Åsa")));
        assert_eq!(read.sections[1].entries[0].responses[0].kind, ResponseKind::Planned);
    }
}
