//! The handbook as something that goes out. It is about no meeting, and nothing in it is personal.

use chrono::NaiveDate;

use super::document::Document;
use super::imprint::Imprint;
use super::manuscript;
use super::publication::Publication;
use crate::i18n::{Lang, handbook};

/// The formats that it has something to show in, by their codes.
pub const FORMATS: [&str; 5] = ["txt", "md", "html", "docx", "pdf"];

/// The handbook, to be read from top to bottom.
pub fn document(lang: Lang) -> Document {
    manuscript::read(handbook::text(lang), &Document { lang, ..Document::default() })
}

/// The handbook in every shape it has, as made on a day.
pub fn publication(lang: Lang, made: NaiveDate) -> Publication {
    let document = document(lang);
    let imprint = Imprint { subject: document.title.clone(), made, ..Imprint::default() };
    Publication { imprint, document, ..Publication::default() }
}
