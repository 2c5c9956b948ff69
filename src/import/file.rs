//! A file of any form that is read → [`Minutes`]: text, Markdown (ours or people's) or JSON. The form is told by the
//! ending of the name, and where that tells nothing by the content. It opens no file.

use std::path::Path;

use super::decode::{self, Refusal};
use super::minutes_from_text;
use crate::export::json::{self, ReadError};
use crate::i18n::Words;
use crate::minutes::read::Options;
use crate::minutes::{Minutes, SCHEMA, markdown};
use crate::speech;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum NotRead {
    /// It is no text.
    #[error(transparent)]
    Text(#[from] Refusal),
    /// It is no JSON of ours.
    #[error(transparent)]
    Json(#[from] ReadError),
}

impl NotRead {
    /// What happened and what to do.
    pub fn message(&self, words: &Words) -> String {
        match self {
            Self::Text(refusal) => refusal.message(words),
            Self::Json(error) => speech::not_read(error, words),
        }
    }
}

/// Reads the bytes of a file as minutes.
///
/// # Errors
/// Where the bytes are no text, or no JSON of ours.
pub fn minutes(bytes: &[u8], name: &str, options: &Options<'_>) -> Result<Minutes, NotRead> {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("json") => return Ok(json::read(bytes)?),
        Some("md" | "markdown") => return from_markdown(bytes, options),
        _ => {}
    }
    let ours = |start: &str| bytes.trim_ascii_start().starts_with(start.as_bytes());
    if ours(&format!("<!-- {SCHEMA}")) {
        return from_markdown(bytes, options);
    }
    if ours("{")
        && let Ok(minutes) = json::read(bytes)
    {
        return Ok(minutes);
    }
    Ok(minutes_from_text(bytes, options)?)
}

fn from_markdown(bytes: &[u8], options: &Options<'_>) -> Result<Minutes, NotRead> {
    let decoded = decode::decode(bytes, options.words)?;
    if let Some(minutes) = markdown::read(&decoded.text) {
        return Ok(minutes);
    }
    let mut minutes = markdown::people::read(&decoded.text, options);
    minutes.remarks.extend(decoded.remarks);
    minutes.remarks.sort_by_key(|remark| remark.line);
    Ok(minutes)
}
