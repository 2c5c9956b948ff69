//! Why files were not read, and what a person should look at in a list of people.

use super::{Spoken, io_reason};
use crate::i18n::Words;
use crate::i18n::labels;
use crate::import::decode::DecodeError;
use crate::import::file::NotRead;
use crate::import::package::Unfit;
use crate::import::people::{PeopleList, RowIssue, RowRemark};
use crate::import::source::Unread;
use crate::minutes::interchange::ReadError;

/// Why nothing was read from a file; `path` as people see it.
pub fn file_not_read(error: &Unread, path: &str, words: &Words) -> Spoken {
    let files = &words.files;
    match error {
        Unread::NotRead(error) => not_read(error, words),
        Unread::Io(error) => Spoken::fault((files.unreadable)(path, io_reason(error, words))),
    }
}

/// Why the bytes of a file were not read.
pub fn not_read(error: &NotRead, words: &Words) -> Spoken {
    match error {
        NotRead::Text(error) => not_text(*error, words),
        NotRead::Json(error) => not_json(error, words),
        NotRead::Document(unfit) => unfit_document(*unfit, words),
    }
}

/// Why bytes were not read as text.
pub fn not_text(error: DecodeError, words: &Words) -> Spoken {
    Spoken::refused(match error {
        DecodeError::Empty => (words.reading.empty)(),
        DecodeError::Binary => (words.reading.binary)(),
        DecodeError::TooLarge { size, limit } => (words.reading.too_large)(size, limit),
    })
}

fn not_json(error: &ReadError, words: &Words) -> Spoken {
    Spoken::refused(match error {
        ReadError::Malformed(error) => (words.errors.not_json)(error.line(), error.column(), error.is_data()),
        ReadError::OtherSchema(name) => (words.errors.other_schema)(name.as_deref()),
    })
}

/// Why a document of another program was not read.
pub fn unfit_document(unfit: Unfit, words: &Words) -> Spoken {
    let reading = &words.reading;
    let text = match unfit {
        Unfit::Broken => reading.broken,
        Unfit::Locked => reading.locked,
        Unfit::TooMuch | Unfit::Declares => reading.hostile,
        Unfit::TooLong => reading.too_long,
        Unfit::OldWord => reading.old_word,
        Unfit::Workbook => reading.workbook,
        Unfit::OpenText => reading.open_text,
        Unfit::RichText => reading.rich_text,
        Unfit::Pdf => reading.pdf,
        Unfit::WebPage => reading.web_page,
        Unfit::NoList => reading.no_list,
        Unfit::NoNames => reading.no_names,
        Unfit::Sentences => reading.sentences,
        Unfit::NoDocument => reading.no_document,
        Unfit::NoCells => reading.no_cells,
    };
    Spoken::refused(text())
}

/// What a person should look at in a list of people: first how its sheets were read, then its rows.
pub fn list_remarks(list: &PeopleList, words: &Words) -> Vec<String> {
    let files = &words.files;
    let read = list.sheets.iter().map(|(name, people)| format!("{name} ({people})")).collect::<Vec<_>>();
    let read = (!read.is_empty()).then(|| (files.sheets)(&labels::listed(words.lang, &read)));
    let unread = (!list.unread.is_empty()).then(|| (files.sheets_unread)(&list.unread.join(", ")));
    let row = |remark: &RowRemark| {
        format!("{}: {}", (files.row)(&remark.sheet, remark.row), list_remark(remark, words))
    };
    read.into_iter().chain(unread).chain(list.remarks.iter().map(row)).collect()
}

/// What a person should look at in a row of a list of people.
pub fn list_remark(remark: &RowRemark, words: &Words) -> String {
    match &remark.issue {
        RowIssue::NoName(rest) => (words.reading.no_person)(rest),
        RowIssue::Again(name) => (words.reading.person_again)(name),
    }
}
