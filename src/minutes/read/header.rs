//! The title and the header fields: what is above the first section. It knows no dates.

use super::attendees::{self, are_labelled};
use super::below::{below, listed, rows_of_table, with_lines, with_wrapped_lines, wraps, written};
use super::bullet::bullet;
use super::field::{LONGEST_LINE, canonical, field_on, fields_on, is_person};
use super::lines::SourceLine;
use super::shape::{LineShape, marked, shape};
use super::table::{cells, is_rule};
use crate::i18n::vocabulary::{minutes as vocabulary, occasions};
use crate::minutes::Field;
use crate::model::{FieldRole, SectionKind, Signature};

/// What is above the first section.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Header {
    /// Empty where there is none.
    pub title: String,
    /// Each with the number of the line that it begins on.
    pub fields: Vec<(usize, Field)>,
    /// Whom a field names as scribe of the minutes.
    pub signatures: Vec<Signature>,
    /// The numbers of the lines that repeat the title.
    pub repeated: Vec<usize>,
    /// How many lines the header takes.
    pub len: usize,
}

/// The longest title, in characters.
const LONGEST_TITLE: usize = 200;
/// How many lines without a label may be between two fields.
const FEW: usize = 3;

/// Reads the header off the first lines.
pub fn read(lines: &[SourceLine<'_>]) -> Header {
    let mut header = Header::default();
    let mut at = 0;
    let is_ruled = lines.get(1).is_some_and(|line| is_drawn(&line.text) && !line.gap);
    let first = lines.first().map(|line| (line.text.strip_prefix("# "), line.text.trim()));
    let title = first.and_then(|(marked, text)| {
        let is_marked = marked.is_some_and(may_be_title) || is_ruled && may_be_title(text);
        let title = marked.map_or(text, str::trim);
        (is_marked || is_title(title)).then_some(title)
    });
    if let Some(title) = title {
        title.clone_into(&mut header.title);
        at = 1 + usize::from(is_ruled);
        while let Some(line) = lines.get(at).filter(|line| wraps(line) && field_on(&line.text).is_none()) {
            header.title.push(' ');
            header.title.push_str(&line.text);
            at += 1;
        }
    }
    while let Some(line) = lines.get(at).filter(|line| !line.is_heading) {
        let side_by_side = fields_on(&line.text);
        if !side_by_side.is_empty() {
            header.fields.extend(side_by_side.into_iter().map(|field| (line.number, field)));
            at += 1;
            continue;
        }
        let field = labelled(lines, at).or_else(|| unlabelled(lines, at));
        let Some((field, len)) = field else { break };
        if field.label.is_empty() && field.value == header.title {
            header.repeated.push(line.number);
        }
        if vocabulary::is_signer(&field.label) && is_person(&field.value) {
            header.signatures.push(Signature { name: field.value.clone(), role: field.label.clone() });
        }
        header.fields.push((line.number, field));
        at += len;
    }
    header.len = at;
    header
}

/// Whether a first line that is marked as the title, or has a line drawn under it, may be it.
fn may_be_title(text: &str) -> bool {
    text.chars().count() <= LONGEST_TITLE && text.contains(char::is_alphanumeric) && bullet(text).is_none()
}

/// A line drawn with one character: "=====", "-----".
fn is_drawn(text: &str) -> bool {
    let drawn = text.trim();
    let first = drawn.chars().next().filter(|c| matches!(c, '=' | '-' | '_' | '*' | '~' | '–' | '—'));
    drawn.chars().count() >= 3 && first.is_some_and(|first| drawn.chars().all(|c| c == first))
}

/// Whether the first line is the title. A line that names a part of minutes, such as "Utmaningar", is its heading, and
/// a label with its value is the title where the label is a word for minutes ("Minnesanteckningar: Nätverk Syd").
pub fn is_title(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let kind = vocabulary::section_kind(text);
    let heads = shape(text) == LineShape::Strong
        && (kind == SectionKind::Commitments || kind != SectionKind::Notes && words <= 2);
    let is_sentence = text.ends_with('.') && text.chars().count() > 80;
    text.chars().count() <= LONGEST_TITLE
        && text.contains(char::is_alphanumeric)
        && !text.ends_with([':', ',', ';'])
        && !is_sentence
        && !heads
        && !vocabulary::is_sign_off(text)
        && bullet(text).is_none()
        && marked(text).is_none()
        && field_on(text).is_none_or(|field| names_minutes(&field.label))
        && text.matches(". ").count() < 2
}

fn names_minutes(label: &str) -> bool {
    let last = label.split_whitespace().next_back().map(str::to_lowercase).unwrap_or_default();
    vocabulary::field_role(label).is_none() && !vocabulary::is_signer(label) && occasions::is_meeting(&last)
}

/// A field at a line, and how many lines it takes.
fn labelled(lines: &[SourceLine<'_>], at: usize) -> Option<(Field, usize)> {
    let (mut field, len) = any_field(lines, at)?;
    if are_labelled(&field.label)
        && let Some(value) = attendees::in_usual_order(&field.value)
    {
        let written = canonical(&field.label, &std::mem::replace(&mut field.value, value));
        field.as_written.get_or_insert(written);
    }
    Some((field, len))
}

fn any_field(lines: &[SourceLine<'_>], at: usize) -> Option<(Field, usize)> {
    let line = lines.get(at)?;
    if let Some(field) = field_on(&line.text).or_else(|| in_list(lines, at)) {
        if !field.value.is_empty() {
            return Some(with_wrapped_lines(lines, at, field));
        }
        let is_of_meeting = vocabulary::field_role(&field.label).is_some_and(|role| {
            !matches!(role, FieldRole::Present | FieldRole::Absent | FieldRole::Other | FieldRole::Unknown)
        });
        let is_right_below = lines.get(at + 1).is_some_and(|next| !next.gap);
        // One line right below it, and no more.
        let value = (is_of_meeting && is_right_below).then(|| below(lines, at)).flatten();
        if let Some((found, len)) = value.filter(|(_, len)| *len == 2) {
            return Some((Field { label: field.label, ..found }, len));
        }
        let listed = are_labelled(&field.label).then(|| listed(lines, at)).flatten();
        let is_heading =
            listed.is_none() && vocabulary::is_about_presence(&field.label) && is_above_text(lines, at);
        return (!is_heading).then(|| listed.unwrap_or((field, 1)));
    }
    if let Some(field) = in_table(lines, at) {
        return Some(field);
    }
    if !vocabulary::is_label_alone(&line.text) {
        // Others than those who were there are named under a label that is known for nothing else.
        let label = line.text.strip_suffix(':').filter(|label| are_labelled(label))?;
        let (field, len) = listed(lines, at)?;
        return attendees::are_names(&field.value).then(|| (Field { label: label.to_owned(), ..field }, len));
    }
    // A label without a colon has its value below; a label with one and nothing behind it is empty.
    let is_present = vocabulary::is_about_presence(&line.text);
    let value = if is_present { listed(lines, at) } else { below(lines, at) };
    if value.is_none() && is_present && is_above_text(lines, at) {
        return None;
    }
    Some(value.unwrap_or_else(|| (with_lines(lines, at, 1, &line.text), 1)))
}

/// Whether what is below a label is text and no field, so that the label heads a section: "Deltagare" above "Dessa
/// var med:" and a list.
fn is_above_text(lines: &[SourceLine<'_>], at: usize) -> bool {
    let is_text = |line: &SourceLine<'_>| {
        let is_field = field_on(&line.text).is_some() || vocabulary::is_label_alone(&line.text);
        !is_field && marked(&line.text).is_none() && !names_a_part(&line.text)
    };
    lines.get(at + 1).is_some_and(is_text)
        && in_table(lines, at + 1).is_none()
        && in_list(lines, at + 1).is_none()
        && unlabelled(lines, at + 1).is_none()
}

/// A field that is an item of a list of fields.
fn in_list(lines: &[SourceLine<'_>], at: usize) -> Option<Field> {
    let field = |at: usize| {
        let line = lines.get(at)?;
        let field = field_on(bullet(&line.text)?.rest)?;
        let is_known = vocabulary::field_role(&field.label).is_some_and(|role| role != FieldRole::Other);
        is_known.then(|| Field { as_written: Some(line.text.to_string()), ..field })
    };
    let others = [at.checked_sub(1), at.checked_add(1)];
    let field_here = field(at)?;
    others.into_iter().flatten().any(|at| field(at).is_some()).then_some(field_here)
}

/// A field in a table: a column of people under their label, or a row with a label and its value.
fn in_table(lines: &[SourceLine<'_>], at: usize) -> Option<(Field, usize)> {
    let row = |at: usize| cells(&lines.get(at)?.text);
    let is_head = lines.get(at + 1).is_some_and(|next| is_rule(&next.text));
    let head = row(at)?;
    if is_head && head.first().is_some_and(|label| vocabulary::is_about_presence(label)) {
        let len = 1 + rows_of_table(lines, at);
        let label = head.first()?;
        let rows = lines.get(at..at + len)?;
        let value = attendees::in_rows(rows.iter().map(|row| &*row.text))?.join("; ");
        return Some((Field { label: (*label).to_owned(), value, as_written: Some(written(rows)) }, len));
    }
    let pair = |cells: Vec<&str>| match cells.as_slice() {
        [label, value] if vocabulary::field_role(label).is_some() => {
            Some((label.to_string(), value.to_string()))
        }
        _ => None,
    };
    let (label, value) = pair(head)?;
    // The head of a table has labels of its columns, unless each row has a label.
    if is_head && row(at + 2).and_then(pair).is_none() {
        return None;
    }
    let len = 1 + usize::from(is_head);
    let as_written = Some(written(lines.get(at..at + len)?));
    Some((Field { label, value, as_written }, len))
}

/// A line without a label (a subtitle) with a known field soon below it.
fn unlabelled(lines: &[SourceLine<'_>], at: usize) -> Option<(Field, usize)> {
    let is_plain = |line: &SourceLine<'_>| {
        line.text.chars().count() <= LONGEST_LINE
            && !line.text.ends_with(['.', ':'])
            && bullet(&line.text).is_none()
            && marked(&line.text).is_none()
    };
    let is_known = |at: usize| {
        lines.get(at).is_some_and(|line| {
            vocabulary::is_label_alone(&line.text)
                || field_on(&line.text).is_some_and(|field| vocabulary::field_role(&field.label).is_some())
        }) || in_table(lines, at).is_some()
    };
    let ahead = lines.get(at..)?;
    let plain = (at..lines.len()).take(FEW + 1).take_while(|at| !is_known(*at)).count();
    let leads = (1..=FEW).contains(&plain) && is_known(at + plain);
    let text = &lines.get(at)?.text;
    let all_plain = ahead.iter().take(plain).all(is_plain);
    let field = Field { label: String::new(), value: text.to_string(), as_written: None };
    (leads && all_plain && !names_a_part(text)).then_some((field, 1))
}

fn names_a_part(text: &str) -> bool {
    vocabulary::section_kind(text) != SectionKind::Notes || vocabulary::is_usual_heading(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<(String, String)> {
        let header = read(&super::super::lines::split(text).0);
        header.fields.into_iter().map(|(_, field)| (field.label, field.value)).collect()
    }

    fn pair(label: &str, value: &str) -> (String, String) {
        (label.to_owned(), value.to_owned())
    }

    #[test]
    fn a_label_is_before_its_value_or_above_it() {
        let text = "Titel\n\nDatum\n\n2025-10-30\n\nVår referens\n\nEva Ek\nSekreterare\n\nFör vem? Alla\nDnr 12/19\nPlats:\tSalen\n\nText.";
        let expected = [
            pair("Datum", "2025-10-30"),
            pair("Vår referens", "Eva Ek, Sekreterare"),
            pair("För vem?", "Alla"),
            pair("Dnr", "12/19"),
            pair("Plats", "Salen"),
        ];
        assert_eq!(fields(text), expected);
    }

    #[test]
    fn an_empty_field_stays_empty() {
        assert_eq!(fields("Titel\n\nPlats:\n\nDatum:\n\nTips:\n\n"), [pair("Plats", ""), pair("Datum", "")]);
    }

    #[test]
    fn those_present_may_be_on_lines_or_in_a_list() {
        let expected = [pair("Närvarande", "Eva Ek, HR; Bo Al"), pair("Tid", "9-10")];
        assert_eq!(fields("Titel\nNärvarande\nEva Ek, HR\nBo Al\n\nTid: 9-10"), expected);
        assert_eq!(fields("Titel\nNärvarande:\n- Eva Ek, HR\n- Bo Al\nTid: 9-10"), expected);
    }

    #[test]
    fn attendees_go_on_on_the_lines_below() {
        let three = [pair("Närvarande", "Moa Ek, Ola Lund, Siv Holm (extern)"), pair("Plats", "Salen")];
        for text in [
            "Titel\nNärvarande: Moa Ek,\n Ola Lund\n Siv Holm (extern)\nPlats: Salen",
            "Titel\nNärvarande: Moa Ek\nOla Lund\nSiv Holm (extern)\nPlats: Salen",
            "Titel\nNärvarande:\n* Moa Ek\n* Ola Lund\n\n* Siv Holm (extern)\nPlats: Salen",
        ] {
            assert_eq!(fields(text), three, "{text}");
        }
        let hanging = "Titel\nNärvarande: Moa Ek,\n    Bo Ek, rektor\n    Tova från Ekskolan\n\nText";
        let expected = "Moa Ek, Bo Ek, rektor; Tova från Ekskolan";
        assert_eq!(fields(hanging), [pair("Närvarande", expected)]);
        assert_eq!(
            fields("Titel\nNärvarande\n\nMoa Ek, Ola Lund\n\nText."),
            [pair("Närvarande", "Moa Ek, Ola Lund")]
        );
    }

    #[test]
    fn what_follows_attendees_is_no_attendee() {
        for below in ["Mötet öppnades av Moa Ek.", "Ekonomi\n- Allt väl", "Nya Lokaler\n- Nej", "Tips\n- Nej"]
        {
            let text = format!("Titel\nNärvarande: Moa Ek, Ola Lund\n{below}");
            assert_eq!(fields(&text), [pair("Närvarande", "Moa Ek, Ola Lund")], "{text}");
        }
        assert_eq!(fields("Titel\nBord 1: Trygghet i centrum\n- Lund sa nej."), []);
    }

    #[test]
    fn surnames_may_be_before_given_names() {
        let expected = [pair("Närvarande", "Moa Ek, Ola Lund")];
        assert_eq!(fields("Titel\nNärvarande: Ek, Moa; Lund, Ola"), expected);
        assert_eq!(fields("Titel\nNärvarande:\nEk, Moa\nLund, Ola"), expected);
    }

    #[test]
    fn people_are_listed_by_tables_and_under_other_labels() {
        let expected = [
            pair("Bord 1", "Moa Ek, Ola Lund"),
            pair("Ledamöter", "Siv Holm"),
            pair("Gäster", "Bo Al, Eva Ek"),
        ];
        let text =
            "Titel\nBord 1: Moa Ek, Ola Lund\nLedamöter: Siv Holm\nGäster:\n- Bo Al\n- Eva Ek\n\nText.";
        assert_eq!(fields(text), expected);
    }

    #[test]
    fn a_header_may_be_a_list_or_a_table() {
        let expected = [pair("Datum", "2024-09-30"), pair("Närvarande", "Moa Ek, Ola Lund")];
        for text in [
            "Titel\n\n- Datum: 2024-09-30\n- Närvarande: Moa Ek, Ola Lund\n\nText.",
            "Titel\n\n| Datum | 2024-09-30 |\n|---|---|\n| Närvarande | Moa Ek, Ola Lund |\n\nText.",
        ] {
            assert_eq!(fields(text), expected, "{text}");
        }
        let people = [pair("Närvarande", "Moa Ek, rektor; Ola Lund, kock")];
        for text in [
            "Titel\n\nNärvarande:\n\n| Namn | Roll |\n|---|---|\n| Moa Ek | Rektor |\n| Ola Lund | Kock |\n\nText.",
            "Titel\n\n| Närvarande | Roll |\n|---|---|\n| Moa Ek | Rektor |\n| Ola Lund | Kock |\n\nText.",
        ] {
            assert_eq!(fields(text), people, "{text}");
        }
        assert_eq!(fields("Titel\n\n| Tid | Punkt |\n|---|---|\n| 9.00 | Start |"), []);
        assert_eq!(fields("Titel\n\n- Plats: torget behöver bänkar\n- Mer grönt"), []);
    }

    #[test]
    fn lines_without_a_label_keep_their_place_among_the_fields() {
        let header =
            read(&super::super::lines::split("Titel\n\nTitel\ntext MAJKEN\nNärvarande: Rolf,\nMalte").0);
        assert_eq!(header.repeated, [3]);
        assert_eq!(header.signatures, [Signature { name: "MAJKEN".to_owned(), role: "text".to_owned() }]);
        assert_eq!(header.fields.last().unwrap().1.value, "Rolf, Malte");
    }

    #[test]
    fn a_part_of_minutes_is_no_title() {
        let title = |text: &str| read(&super::super::lines::split(text).0).title;
        assert_eq!(title("Utmaningar\n\n- En"), "");
        assert_eq!(
            title("Åtgärder för måluppfyllelse på Örby\n\n- En"),
            "Åtgärder för måluppfyllelse på Örby"
        );
    }
}
