//! The people of a list, as text to read before it is stored.

use crate::i18n::Words;
use crate::import::people::PeopleList;
use crate::speech;
use crate::ui::widgets::text_view::Tone;

/// The lines of the text; `hint` comes first.
pub(super) fn lines(list: &PeopleList, hint: &str, words: &Words) -> Vec<(Tone, String)> {
    let blank = || (Tone::Plain, String::new());
    let mut lines = vec![(Tone::Dim, hint.to_owned()), blank()];
    lines.push((Tone::Strong, (words.files.people)(list.people.len())));
    if !list.left.is_empty() {
        lines.push((Tone::Warning, (words.files.not_kept)(&list.left.join(", "))));
    }
    let remarks = speech::list_remarks(list, words);
    if !remarks.is_empty() {
        lines.push(blank());
        lines.push((Tone::Warning, (words.files.remarks)(remarks.len())));
        lines.extend(remarks.into_iter().map(|remark| (Tone::Plain, format!("  {remark}"))));
    }
    lines.push(blank());
    lines.extend(list.people.iter().map(|person| {
        let about =
            [&person.role, &person.organisation, &person.email].into_iter().flatten().map(String::as_str);
        let parts: Vec<&str> = std::iter::once(person.name.as_str()).chain(about).collect();
        (Tone::Plain, format!("  {}", parts.join(" · ")))
    }));
    lines
}
