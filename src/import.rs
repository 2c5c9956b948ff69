//! Files coming in: bytes → text → [`Minutes`]. It stores nothing.

use crate::minutes::Minutes;
use crate::minutes::read::{ReadOptions, read};

pub mod decode;
pub mod docx;
pub mod file;
pub mod package;
pub mod people;
pub mod source;
pub mod stream;
mod xml;

use decode::DecodeError;

/// Reads the bytes of a text file as minutes, with what decoding and reading have to remark.
///
/// # Errors
/// Where the bytes are no text at all; nothing has happened then.
pub fn minutes_from_text(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Minutes, DecodeError> {
    let decoded = decode::decode(bytes, options.words)?;
    let mut minutes = read(&decoded.text, options);
    minutes.remarks.extend(decoded.remarks);
    minutes.remarks.sort_by_key(|remark| remark.line);
    Ok(minutes)
}
