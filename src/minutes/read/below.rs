//! The value of a header field on the lines under it: wrapped lines, people in a list, a block. It decides nothing
//! about what is a field.

use std::borrow::Cow;

use super::attendees::{self, are_labelled};
use super::bullet::bullet;
use super::field::{LONGEST_LINE, field_on};
use super::lines::SourceLine;
use super::shape::marked;
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::minutes::Field;
use crate::model::FieldRole;

/// A field with the lines below that go on with its value, and how many lines it takes.
pub fn with_wrapped_lines(lines: &[SourceLine<'_>], at: usize, mut field: Field) -> (Field, usize) {
    let mut len = 1;
    let (mut is_listed, mut has_role) = (false, false);
    let indent = lines.get(at).map_or(0, |line| line.indent);
    while let Some(line) = lines.get(at + len) {
        let is_wrapped = field.value.ends_with(',') || wraps(line);
        let goes_on = || are_labelled(&field.label) && attendees::goes_on(&line.text, line.indent > indent);
        if line.gap
            || bullet(&line.text).is_some()
            || field_on(&line.text).is_some()
            || marked(&line.text).is_some()
            || !(is_wrapped || goes_on())
        {
            break;
        }
        let is_new = !is_wrapped && !field.value.ends_with(';');
        is_listed |= !is_wrapped;
        has_role |= line.text.trim_end_matches(',').contains(',');
        field.value.push_str(match (is_new, has_role) {
            (true, true) => "; ",
            (true, false) => ", ",
            (false, _) => " ",
        });
        field.value.push_str(&line.text);
        if let Some(written) = &mut field.as_written {
            written.push(' ');
            written.push_str(&line.text);
        }
        len += 1;
    }
    if is_listed && let Some(rows) = lines.get(at..at + len) {
        // Who is indented is listed because of that.
        let rows: Vec<String> = rows
            .iter()
            .map(|row| format!("{:width$}{}", "", row.text, width = row.indent.saturating_sub(indent)))
            .collect();
        field.as_written = Some(rows.join("\n"));
    }
    (field, len)
}

/// The people under a label: the lines below without a gap, a list, or a table.
pub fn listed(lines: &[SourceLine<'_>], at: usize) -> Option<(Field, usize)> {
    let label = lines.get(at)?;
    let is_listed = |line: &SourceLine<'_>, first: bool| {
        let item = bullet(&line.text).map(|item| item.rest);
        let is_short = line.text.chars().count() <= LONGEST_LINE && !line.text.ends_with([':', '.']);
        let is_short = is_short && marked(&line.text).is_none();
        let is_apart = line.gap && !item.is_some_and(attendees::are_names);
        let is_first = first && (item.is_some() || attendees::goes_on(&line.text, false));
        let is_field = item.is_some_and(|item| line.indent <= label.indent && is_field(item));
        is_short && field_on(&line.text).is_none() && !is_field && (!is_apart || is_first)
    };
    let below = lines.get(at + 1..)?;
    let in_table = rows_of_table(lines, at);
    let len = if in_table > 0 {
        in_table
    } else {
        let items = below.iter().enumerate();
        let items = items.take_while(|(at, line)| row(line).is_none() && is_listed(line, *at == 0)).count();
        // A table of more people after them.
        items + if items > 0 { rows_of_table(lines, at + items) } else { 0 }
    };
    let text = bullet(&label.text).map_or(&*label.text, |item| item.rest);
    (len > 0).then(|| (with_lines(lines, at, len + 1, text), len + 1))
}

/// The value under a label: the block of lines below it, but no list and no other field.
pub fn below(lines: &[SourceLine<'_>], at: usize) -> Option<(Field, usize)> {
    let is_value = |line: &SourceLine<'_>| {
        let is_short = line.text.chars().count() <= LONGEST_LINE && !line.text.ends_with(':');
        let is_short = is_short && marked(&line.text).is_none();
        is_short
            && bullet(&line.text).is_none()
            && field_on(&line.text).is_none()
            && !vocabulary::is_label_alone(&line.text)
    };
    let label = lines.get(at)?.text.clone();
    let below = lines.get(at + 1..)?;
    let len =
        below.iter().enumerate().take_while(|(row, line)| is_value(line) && (*row == 0 || !line.gap)).count();
    let is_date = vocabulary::field_role(&label) == Some(FieldRole::Date);
    let has_digit = below.first().is_some_and(|line| line.text.contains(|c: char| c.is_ascii_digit()));
    let len = if is_date { usize::from(has_digit && len > 0) } else { len };
    (len > 0).then(|| (with_lines(lines, at, len + 1, &label), len + 1))
}

/// How many lines below a line are rows of a table.
pub fn rows_of_table(lines: &[SourceLine<'_>], at: usize) -> usize {
    let below = lines.iter().skip(at + 1).enumerate();
    below.take_while(|(at, line)| row(line).is_some() && (*at == 0 || !line.gap)).count()
}

/// A row of a table, with bars at its ends or only between its cells, or with tabs there.
fn row<'l>(line: &'l SourceLine<'_>) -> Option<Cow<'l, str>> {
    match &line.columns {
        Some(columns) => {
            let row = || Cow::Owned(format!("| {} |", columns.replace('\t', " | ")));
            field_on(&line.text).is_none().then(row)
        }
        None if line.text.starts_with('|') => Some(Cow::Borrowed(&line.text)),
        None => line.text.contains('|').then(|| Cow::Owned(format!("| {}", line.text))),
    }
}

/// Whether an item of a list of people is a field and nobody of them: "Datum: 4 maj", but not "Ordförande: Moa Ek".
fn is_field(item: &str) -> bool {
    field_on(item).is_some_and(|field| !vocabulary::is_role(&field.label))
}

/// Whether a line goes on with the sentence above it.
pub fn wraps(line: &SourceLine<'_>) -> bool {
    !line.gap && line.text.starts_with(char::is_lowercase) && bullet(&line.text).is_none()
}

/// A field over several lines: the value on one line, and the lines as they were written.
pub fn with_lines(lines: &[SourceLine<'_>], at: usize, len: usize, label: &str) -> Field {
    let rows = lines.get(at..at + len).unwrap_or_default();
    let below = rows.get(1..).unwrap_or_default();
    let (items, table) = below.split_at(below.iter().take_while(|line| row(line).is_none()).count());
    let items: Vec<&str> =
        items.iter().map(|row| bullet(&row.text).map_or(&*row.text, |it| it.rest)).collect();
    let of_word = attendees::table_of_word(items.iter().copied());
    let of_word = of_word.and_then(|rows| attendees::in_rows(rows.iter().map(String::as_str)));
    let items = of_word.unwrap_or_else(|| items.into_iter().map(str::to_owned).collect());
    let in_table = table.iter().map(row).collect::<Option<Vec<_>>>();
    let in_table = in_table.and_then(|rows| attendees::in_rows(rows.iter().map(|row| &**row)));
    let in_table = in_table.unwrap_or_else(|| table.iter().map(|row| row.text.to_string()).collect());
    let values: Vec<String> = items.into_iter().chain(in_table).collect();
    let label = label.strip_suffix(':').unwrap_or(label).trim_end();
    Field { label: label.to_owned(), value: attendees::in_one_line(&values), as_written: Some(written(rows)) }
}

/// Lines as they were written, with one empty line where there were some.
pub fn written(rows: &[SourceLine<'_>]) -> String {
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            text.push_str(if row.gap { "\n\n" } else { "\n" });
        }
        text.push_str(row.columns.as_deref().unwrap_or(&row.text));
    }
    text
}
