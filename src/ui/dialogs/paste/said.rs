//! What is said of a pasted row: whom it names, and why it is not taken.

use super::is_taken;
use crate::i18n::Words;
use crate::model::person::each_named;
use crate::pen::{self, Line, LineRemark, PastedRow};

/// The names in a line, each that may be another with a question mark; where one stayed text, that there is one.
pub(super) fn who(line: &Line) -> String {
    let is_doubted = |name: &str| {
        line.remarks.iter().any(|remark| match remark {
            LineRemark::LikeName { name: doubted, .. }
            | LineRemark::HalfName { name: doubted, .. }
            | LineRemark::RestOfName { name: doubted, .. }
            | LineRemark::OddName(doubted) => doubted == name,
            _ => false,
        })
    };
    let is_text = |remark: &LineRemark| {
        matches!(
            remark,
            LineRemark::Named
                | LineRemark::NameAsText(_)
                | LineRemark::OpenName(_)
                | LineRemark::NotAName(_)
                | LineRemark::TagInResponse(_)
        )
    };
    let names = line.owner.as_ref().or(line.speaker.as_ref());
    let names = names.into_iter().flat_map(|names| each_named(names));
    let names = names.map(|name| format!("@{name}{}", if is_doubted(name) { "?" } else { "" }));
    let text = line.remarks.iter().any(is_text).then(|| "@?".to_owned());
    names.chain(text).collect::<Vec<_>>().join(" ")
}

/// That a row is not taken, and why it was proposed so.
pub(super) fn unticked(row: &PastedRow, words: &Words) -> String {
    let remarks = row.line.remarks.iter().filter(|remark| pen::is_question(remark));
    let named = row.line.remarks.contains(&LineRemark::Named).then(|| words.pen.nameless.to_owned());
    let remarks: Vec<LineRemark> = remarks.cloned().collect();
    let why = named.or_else(|| pen::first_remark(&remarks, words)).filter(|_| !is_taken(row));
    let left = words.round_table.paste_left;
    why.map_or_else(|| left.to_owned(), |why| format!("{left}: {why}"))
}
