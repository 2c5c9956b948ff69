//! Reading minutes: remarks and refusals.

/// See the module.
#[derive(Debug)]
pub struct ReadingWords {
    /// There is nothing in the file.
    pub empty: &'static str,
    /// The file is no text.
    pub binary: &'static str,
    /// Size and limit in bytes.
    pub too_large: fn(usize, usize) -> String,
    /// The name of the encoding.
    pub other_encoding: fn(&str) -> String,
    /// Characters were lost.
    pub lost_characters: &'static str,
    /// Encoded twice.
    pub double_encoding: &'static str,
    /// Control characters were taken out.
    pub control_characters: &'static str,
    /// Two dates as they are written.
    pub date_conflict: fn(&str, &str) -> String,
    /// The date as it is written, the weekday that stands there, the weekday that it is.
    pub weekday_mismatch: fn(&str, &str, &str) -> String,
    /// The date as it is written, how it was read, how it could also be read.
    pub ambiguous_date: fn(&str, &str, &str) -> String,
    /// The date as it is written.
    pub invalid_date: fn(&str) -> String,
    /// The date as it is written.
    pub date_without_year: fn(&str) -> String,
    /// A parenthesis is not closed.
    pub unclosed_parenthesis: &'static str,
    /// The words that may be a response.
    pub ambiguous_response: fn(&str) -> String,
    /// The line that stands twice.
    pub repeated_line: fn(&str) -> String,
    /// The label before who answers for an entry; reading understands it.
    pub owner: &'static str,
    /// The label before by when; reading understands it.
    pub due: &'static str,
    /// The label before the next meeting; reading understands it.
    pub next_meeting: &'static str,
}

/// A size in whole and tenths of megabytes with this decimal sign.
fn megabytes(bytes: usize, decimal: char) -> String {
    let tenths = bytes / 104_858;
    format!("{}{decimal}{} MB", tenths / 10, tenths % 10)
}

pub(super) const SV: ReadingWords = ReadingWords {
    empty: "Filen är tom. Kontrollera att du valde rätt fil.",
    binary: "Filen är inte text. Spara den som textfil (.txt) och försök igen.",
    too_large: |size, limit| {
        format!(
            "Filen är för stor: {}, gränsen är {}. Dela upp den i mindre filer.",
            megabytes(size, ','),
            megabytes(limit, ',')
        )
    },
    other_encoding: |name| format!("Filen är inte i UTF-8. Den lästes som {name}. Kontrollera å, ä och ö."),
    lost_characters: "Tecken har gått förlorade här när filen skapades. Jämför med originalet.",
    double_encoding: "Texten verkar ha kodats två gånger. Det går att reparera vid inläsningen.",
    control_characters: "Styrtecken togs bort. Orden är kvar.",
    date_conflict: |a, b| {
        format!("Datumen \"{a}\" och \"{b}\" säger emot varandra. Kontrollera vilket som gäller.")
    },
    weekday_mismatch: |date, said, is| {
        format!("Veckodagen stämmer inte i \"{date}\": där står {said}, men det är en {is}.")
    },
    ambiguous_date: |date, read, other| {
        format!("\"{date}\" kan läsas på två sätt: som {read} eller {other}. Det lästes som {read}.")
    },
    invalid_date: |date| format!("Dagen \"{date}\" finns inte."),
    date_without_year: |date| format!("Datumet \"{date}\" saknar år. Fyll i det."),
    unclosed_parenthesis: "En parentes börjar men slutar inte. Den lästes inte som återkoppling.",
    ambiguous_response: |text| format!("Är \"{text}\" en återkoppling? Texten lämnades som den är."),
    repeated_line: |line| format!("Raden \"{line}\" står två gånger. Den användes som rubrik bara en gång."),
    owner: "Ansvarig",
    due: "klart senast",
    next_meeting: "Nästa möte",
};

pub(super) const EN: ReadingWords = ReadingWords {
    empty: "The file is empty. Check that you chose the right one.",
    binary: "The file is not text. Save it as a text file (.txt) and try again.",
    too_large: |size, limit| {
        format!(
            "The file is too large: {}, the limit is {}. Split it into smaller files.",
            megabytes(size, '.'),
            megabytes(limit, '.')
        )
    },
    other_encoding: |name| format!("The file is not UTF-8. It was read as {name}. Check å, ä and ö."),
    lost_characters: "Characters were lost here when the file was made. Compare with the original.",
    double_encoding: "The text seems to be encoded twice. It can be repaired when it is read.",
    control_characters: "Control characters were taken out. The words are still there.",
    date_conflict: |a, b| {
        format!("The dates \"{a}\" and \"{b}\" contradict each other. Check which one holds.")
    },
    weekday_mismatch: |date, said, is| {
        format!("The weekday does not fit in \"{date}\": it says {said}, but it is a {is}.")
    },
    ambiguous_date: |date, read, other| {
        format!("\"{date}\" can be read in two ways: as {read} or {other}. It was read as {read}.")
    },
    invalid_date: |date| format!("There is no such day as \"{date}\"."),
    date_without_year: |date| format!("The date \"{date}\" has no year. Fill it in."),
    unclosed_parenthesis: "A parenthesis opens and does not close. It was not read as a response.",
    ambiguous_response: |text| format!("Is \"{text}\" a response? The text was left as it is."),
    repeated_line: |line| format!("The line \"{line}\" stands twice. It was used as the title only once."),
    owner: "Responsible",
    due: "due",
    next_meeting: "Next meeting",
};
