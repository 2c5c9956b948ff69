//! A zip archive with documents in it (`.docx`, `.xlsx`, `.ods`), opened with care: nothing is written to disk, few
//! parts are read, and never more of them than a limit. It knows no document.

use std::io::{Cursor, Read};

use encoding_rs::Encoding;
use zip::ZipArchive;
use zip::result::ZipError;

/// The most that is read of one archive, all parts together, in bytes.
const MOST: u64 = 64 * 1024 * 1024;

/// The most parts of an archive that is read: office documents have some tens, with many pictures some hundreds.
const MOST_PARTS: usize = 10_000;

/// The best ratio of packing that is believed: text packs to a tenth, at best to a fiftieth.
const TIGHTEST: u64 = 250;

/// Below this size, in bytes, it does not matter how well a part packs.
const SMALL: u64 = 1024 * 1024;

/// Why a document or a list is not read. The words are in `speech`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It ends too early, or its content is no well-formed document.
    #[error("the file is damaged")]
    Broken,
    /// A password is needed.
    #[error("the file is locked with a password")]
    Locked,
    /// It unpacks to more than any document.
    #[error("the file unpacks to too much")]
    TooMuch,
    /// It has more text or rows than are read.
    #[error("the file is too long")]
    TooLong,
    /// It declares entities of its own, as no office program does.
    #[error("the file declares entities")]
    Declares,
    /// A document of Word from before 2007.
    #[error("the file is an old Word document")]
    OldWord,
    /// A workbook where minutes were expected.
    #[error("the file is a workbook")]
    Workbook,
    /// An `OpenDocument` text.
    #[error("the file is an OpenDocument text")]
    OpenText,
    /// A document in Rich Text Format.
    #[error("the file is rich text")]
    RichText,
    /// A PDF document.
    #[error("the file is a PDF document")]
    Pdf,
    /// HTML, which no program writes minutes in.
    #[error("the file is a web page")]
    WebPage,
    /// A text or document where a list of people was expected.
    #[error("the file is no list")]
    NoList,
    /// A list without names.
    #[error("the list holds no names")]
    NoNames,
    /// A list whose rows are sentences rather than names.
    #[error("the rows of the list are no names")]
    Sentences,
    /// An archive without a document in it.
    #[error("the file holds no document")]
    NoDocument,
    /// A workbook without cells.
    #[error("the file holds no cells")]
    NoCells,
}

/// How a zip archive begins.
pub const ZIP: &[u8] = b"PK\x03\x04";
/// How a compound file begins: Office from before 2007, and newer files that are locked.
pub const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Which kind of document a compound file is.
pub fn compound(bytes: &[u8]) -> Unfit {
    // The names of its streams are in UTF-16.
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    if has("EncryptedPackage") {
        Unfit::Locked
    } else if has("WordDocument") {
        Unfit::OldWord
    } else if has("Workbook") || has("Book") {
        Unfit::Workbook
    } else {
        Unfit::NoDocument
    }
}

/// A zip archive, and how much of it may still be read.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens an archive in memory.
    ///
    /// # Errors
    /// Where its table of contents cannot be read, or is longer than that of any document.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unfit> {
        if declared_parts(bytes).is_some_and(|parts| parts > MOST_PARTS) {
            return Err(Unfit::TooMuch);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
        if archive.len() > MOST_PARTS {
            return Err(Unfit::TooMuch);
        }
        Ok(Self { archive, left: MOST })
    }

    /// Whether it has a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The bytes of a part; `None` where there is no such part.
    ///
    /// # Errors
    /// Where the part is damaged, locked, or larger than what may still be read.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unfit> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(unfit(&error)),
        };
        let (declared, packed) = (part.size(), part.compressed_size());
        if declared > self.left || declared > SMALL && declared / packed.max(1) > TIGHTEST {
            return Err(Unfit::TooMuch);
        }
        let mut bytes = Vec::new();
        // The sizes that an archive declares may be false.
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| Unfit::Broken)?;
        let size = bytes.len() as u64;
        if size > self.left || size > SMALL && size / packed.max(1) > TIGHTEST {
            return Err(Unfit::TooMuch);
        }
        self.left -= size;
        Ok(Some(bytes))
    }

    /// The text of a part; `None` where there is no such part.
    ///
    /// # Errors
    /// As [`Self::bytes`], and where it is no text.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Unfit> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
            let (text, lossy) = encoding.decode_with_bom_removal(&bytes);
            return if lossy { Err(Unfit::Broken) } else { Ok(Some(text.into_owned())) };
        }
        String::from_utf8(bytes).map(Some).map_err(|_| Unfit::Broken)
    }

    /// The names of all parts.
    pub fn names(&self) -> Vec<String> {
        self.archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
    }

    /// Unpacks every part that does not begin with one of `media`, and drops them again: a library that reads
    /// archives without limits of its own is safe to use afterwards.
    ///
    /// # Errors
    /// As [`Self::bytes`], for the parts together.
    pub fn check_all(&mut self, media: &[&str]) -> Result<(), Unfit> {
        let names = self.names();
        for name in names.iter().filter(|name| !media.iter().any(|folder| name.starts_with(folder))) {
            self.bytes(name)?;
        }
        Ok(())
    }
}

fn unfit(error: &ZipError) -> Unfit {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Unfit::Locked
        }
        _ => Unfit::Broken,
    }
}

/// How many parts the end of an archive declares, so that a table of millions is never read.
fn declared_parts(bytes: &[u8]) -> Option<usize> {
    let end = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    let count = bytes.get(end + 10..end + 12)?;
    Some(usize::from(u16::from_le_bytes(count.try_into().ok()?)))
}
