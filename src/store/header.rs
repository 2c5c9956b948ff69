//! The first bytes of a file: whether it is a store, and whether they can be what was written
//! (<https://sqlite.org/fileformat2.html#the_database_header>).

/// How long it is.
pub(super) const HEADER: usize = 100;

/// With what every file of SQLite begins.
pub(super) const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// The mark of this program, SQLite's `application_id`.
pub(super) const MARK: u32 = u32::from_be_bytes(*b"vidp");
/// The size of the pages that a store is made with.
const USUAL_PAGE: u16 = 4096;
/// How many bits of a mark may have changed so that it is still known.
const MOST_CHANGED: u32 = 4;

/// The header of a file.
pub(super) struct StoreHeader(pub(super) [u8; HEADER]);

impl StoreHeader {
    /// How large a page is, in bytes; `None` where no page can be so large.
    pub(super) fn page_size(&self) -> Option<u64> {
        match u16::from_be_bytes([self.0[16], self.0[17]]) {
            1 => Some(65_536),
            size if size >= 512 && size.is_power_of_two() => Some(u64::from(size)),
            _ => None,
        }
    }

    /// How many pages the file has, where the version of SQLite that wrote last has counted them.
    pub(super) fn pages(&self) -> Option<u64> {
        (self.number(24) == self.number(92)).then(|| u64::from(self.number(28)))
    }

    /// Whether it begins as every file of SQLite does.
    pub(super) fn begins_as_store(&self) -> bool {
        self.0.starts_with(MAGIC)
    }

    /// Whether it has the mark of this program.
    pub(super) fn is_marked(&self) -> bool {
        self.number(68) == MARK
    }

    /// Whether it has that mark, or had it before a few bits were changed.
    pub(super) fn was_marked(&self) -> bool {
        (self.number(68) ^ MARK).count_ones() <= MOST_CHANGED
    }

    /// What cannot be what was written.
    pub(super) fn fault(&self) -> Option<&'static str> {
        let bytes = &self.0;
        let faults = [
            (!self.begins_as_store(), "the first bytes of the header"),
            (self.page_size().is_none(), "the size of pages in the header"),
            (bytes[18..20].iter().any(|format| !(1..=2).contains(format)), "the format in the header"),
            // Other programs may leave bytes free in each page; no store is made so, and one bit would say so.
            (bytes[20].is_power_of_two(), "the free bytes of pages in the header"),
            (bytes[21..24] != [64, 32, 32], "the fractions in the header"),
            (self.number(44) > 4, "the format of the schema in the header"),
            (self.number(56) > 3, "the encoding in the header"),
        ];
        faults.into_iter().find_map(|(is_wrong, what)| is_wrong.then_some(what))
    }

    fn number(&self, at: usize) -> u32 {
        u32::from_be_bytes([self.0[at], self.0[at + 1], self.0[at + 2], self.0[at + 3]])
    }
}

/// Writes into the bytes of a store what its header has to say, and fills its last page up.
pub(super) fn mend(bytes: &mut Vec<u8>) {
    let Some(Ok(header)) = bytes.get(..HEADER).map(<[u8; HEADER]>::try_from) else { return };
    let header = StoreHeader(header);
    let (fault, usual) = (header.fault(), u64::from(USUAL_PAGE));
    let page = header.page_size().unwrap_or(usual);
    let length = (bytes.len() as u64).next_multiple_of(page);
    let is_cut = header.pages().is_some_and(|pages| pages * page != length) || length != bytes.len() as u64;
    if fault.is_none() && header.is_marked() && !is_cut {
        return;
    }
    bytes.resize(usize::try_from(length).unwrap_or(bytes.len()), 0);
    let mut write = |at: usize, what: &[u8]| bytes[at..at + what.len()].copy_from_slice(what);
    write(0, MAGIC);
    if header.page_size().is_none() {
        write(16, &USUAL_PAGE.to_be_bytes());
    }
    if fault.is_some() {
        write(18, &[2, 2]);
        if header.0[20].is_power_of_two() {
            write(20, &[0]);
        }
        write(21, &[64, 32, 32]);
        write(44, &4_u32.to_be_bytes());
        write(56, &1_u32.to_be_bytes());
    }
    write(28, &u32::try_from(length / page).unwrap_or(u32::MAX).to_be_bytes());
    write(68, &MARK.to_be_bytes());
    write(92, &header.number(24).to_be_bytes());
}
