//! Reading minutes: remarks and refusals.

use super::errors::{ErrorText, hinted};

/// See the module.
#[derive(Debug)]
pub struct ReadingWords {
    /// There is nothing in the file.
    pub empty: fn() -> ErrorText,
    /// The file is no text.
    pub binary: fn() -> ErrorText,
    /// A document or workbook is damaged.
    pub broken: fn() -> ErrorText,
    /// It needs a password.
    pub locked: fn() -> ErrorText,
    /// It was made to fill the memory, or looks so.
    pub hostile: fn() -> ErrorText,
    /// It holds more than can be read.
    pub too_long: fn() -> ErrorText,
    /// A Word document from before 2007.
    pub old_word: fn() -> ErrorText,
    /// A workbook where minutes were expected.
    pub workbook: fn() -> ErrorText,
    /// An `OpenDocument` text.
    pub open_text: fn() -> ErrorText,
    /// Rich Text Format.
    pub rich_text: fn() -> ErrorText,
    /// A PDF document.
    pub pdf: fn() -> ErrorText,
    /// HTML where minutes were expected.
    pub web_page: fn() -> ErrorText,
    /// A text or document where a list of people was expected.
    pub no_list: fn() -> ErrorText,
    /// A list without names.
    pub no_names: fn() -> ErrorText,
    /// A list whose rows are sentences.
    pub sentences: fn() -> ErrorText,
    /// An archive without a document.
    pub no_document: fn() -> ErrorText,
    /// A workbook without cells.
    pub no_cells: fn() -> ErrorText,
    /// Words struck out under tracked changes were not read.
    pub struck_out: &'static str,
    /// So many comments were not read.
    pub comments: fn(usize) -> String,
    /// Hidden words were not read.
    pub hidden_words: &'static str,
    /// A table of contents was not read.
    pub contents: &'static str,
    /// Page headers and footers were not read: their words.
    pub page_headers: fn(&str) -> String,
    /// A row of a list of people has no name: what else is in the row.
    pub no_person: fn(&str) -> String,
    /// A person is in a list twice.
    pub person_again: fn(&str) -> String,
    /// Size and limit in bytes.
    pub too_large: fn(usize, usize) -> ErrorText,
    /// The name of the encoding.
    pub other_encoding: fn(&str) -> String,
    /// Characters were lost.
    pub lost_characters: &'static str,
    /// UTF-8 that was read as Latin-1 and written as UTF-8 again.
    pub double_encoding: &'static str,
    /// Control characters were taken out.
    pub control_characters: &'static str,
    /// Two dates as they are written.
    pub date_conflict: fn(&str, &str) -> String,
    /// The date as it is written, the weekday that is written beside it, the weekday that it is.
    pub weekday_mismatch: fn(&str, &str, &str) -> String,
    /// The date as it is written, how it was read, how it could also be read.
    pub ambiguous_date: fn(&str, &str, &str) -> String,
    /// The date as it is written.
    pub invalid_date: fn(&str) -> String,
    /// The days of the sections that may be meetings of their own.
    pub several_meetings: fn(&str) -> String,
    /// The day that the name of the file has.
    pub date_of_file: fn(&str) -> String,
    /// A day too far ahead to be that of the meeting.
    pub not_the_day: fn(&str) -> String,
    /// The date as it is written.
    pub date_without_year: fn(&str) -> String,
    /// A parenthesis is not closed.
    pub unclosed_parenthesis: &'static str,
    /// The words that may be a response.
    pub ambiguous_response: fn(&str) -> String,
    /// A line that occurs twice.
    pub repeated_line: fn(&str) -> String,
    /// The label before who answers for an entry; reading understands it.
    pub owner: &'static str,
    /// The label before by when; reading understands it.
    pub due: &'static str,
    /// The label before the next meeting; reading understands it.
    pub next_meeting: &'static str,
}

/// A size in whole and tenths of megabytes with this decimal separator.
pub(super) fn megabytes(bytes: usize, decimal: char) -> String {
    let tenths = bytes / 104_858;
    format!("{}{decimal}{} MB", tenths / 10, tenths % 10)
}

pub(super) const SV: ReadingWords = ReadingWords {
    empty: || hinted("Filen är tom.", "Kontrollera att du valde rätt fil."),
    binary: || hinted("Filen är inte text.", "Spara den som textfil (.txt) och försök igen."),
    broken: || {
        hinted(
            "Filen är skadad eller ofullständig.",
            "Öppna den i programmet som den kommer från och spara den på nytt.",
        )
    },
    locked: || {
        hinted("Filen är skyddad med lösenord.", "Ta bort lösenordet (spara en kopia utan) och försök igen.")
    },
    hostile: || {
        hinted(
            "Filen är inte byggd som ett vanligt dokument och läses inte av säkerhetsskäl.",
            "Öppna den och spara den på nytt om du litar på avsändaren.",
        )
    },
    too_long: || hinted("Filen är för lång.", "Dela upp den i mindre filer."),
    old_word: || {
        hinted(
            "Filen är ett Word-dokument i det gamla formatet (.doc).",
            "Öppna den i Word och spara som .docx.",
        )
    },
    workbook: || {
        hinted(
            "Filen är en kalkylbok (Excel), inte anteckningar.",
            "Döp den så att den slutar på .xlsx om den är en deltagarlista.",
        )
    },
    open_text: || hinted("Filen är ett OpenDocument-dokument (.odt).", "Öppna den och spara som .docx."),
    rich_text: || hinted("Filen är i formatet RTF.", "Öppna den och spara som .docx."),
    pdf: || {
        hinted(
            "Filen är en PDF och går inte att läsa in.",
            "Använd dokumentet som den gjordes från (.docx eller .txt).",
        )
    },
    web_page: || hinted("Filen är en webbsida.", "Spara den som .docx eller .txt och försök igen."),
    no_list: || {
        hinted(
            "Filen är en text eller ett Word-dokument, inte en lista över personer.",
            "En lista är .csv, .tsv, .xlsx, .xls eller .ods, och bara sådana läses med --meeting. Är \
             filen anteckningar: utelämna --meeting och låt namnet sluta på .docx eller .txt.",
        )
    },
    no_names: || {
        hinted(
            "I listan finns inga namn.",
            "En lista ska ha en person på varje rad och gärna rubriker: Namn, Roll, Organisation.",
        )
    },
    sentences: || {
        hinted(
            "De flesta rader ser ut som meningar, inte som namn.",
            "En lista ska ha en person på varje rad: namn först, sedan roll och organisation i egna \
             kolumner.",
        )
    },
    no_document: || hinted("I filen finns inget Word-dokument.", "Kontrollera att du valde rätt fil."),
    no_cells: || hinted("I filen finns inga rader.", "Kontrollera att du valde rätt fil."),
    struck_out: "Dokumentet har spårade ändringar. Det som är struket lästes inte in, det som är tillagt lästes in.",
    comments: |number| match number {
        1 => "Dokumentet har 1 kommentar. Den lästes inte in.".to_owned(),
        number => format!("Dokumentet har {number} kommentarer. De lästes inte in."),
    },
    hidden_words: "Dokumentet har dold text. Den lästes inte in.",
    contents: "Innehållsförteckningen lästes inte in.",
    page_headers: |text| format!("Sidhuvud och sidfot lästes inte in. Där står: {text}"),
    no_person: |rest| format!("Raden har inget namn och hoppas över: {rest}"),
    person_again: |name| format!("{name} står flera gånger och tas med en gång."),
    too_large: |size, limit| {
        hinted(
            format!("Filen är för stor: {}, gränsen är {}.", megabytes(size, ','), megabytes(limit, ',')),
            "Dela upp den i mindre filer.",
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
    several_meetings: |days| {
        format!("Filen verkar ha flera möten: {days}. Allt läses som ett. Dela filen om det är flera.")
    },
    date_of_file: |day| format!("Texten har inget datum. Det i filnamnet togs: {day}."),
    not_the_day: |date| format!("\"{date}\" kan inte vara mötets dag. Fyll i den."),
    date_without_year: |date| format!("Datumet \"{date}\" saknar år. Fyll i det."),
    unclosed_parenthesis: "En parentes börjar men slutar inte. Den lästes inte som återkoppling.",
    ambiguous_response: |text| format!("Är \"{text}\" en återkoppling? Texten lämnades som den är."),
    repeated_line: |line| format!("Raden \"{line}\" står två gånger. Den användes som rubrik bara en gång."),
    owner: "Ansvarig",
    due: "klart senast",
    next_meeting: "Nästa möte",
};

pub(super) const EN: ReadingWords = ReadingWords {
    empty: || hinted("The file is empty.", "Check that you chose the right one."),
    binary: || hinted("The file is not text.", "Save it as a text file (.txt) and try again."),
    broken: || {
        hinted(
            "The file is damaged or incomplete.",
            "Open it in the program it comes from and save it again.",
        )
    },
    locked: || hinted("The file is protected with a password.", "Save a copy without one and try again."),
    hostile: || {
        hinted(
            "The file is not built like an ordinary document and is not read, for safety.",
            "Open it and save it again if you trust who sent it.",
        )
    },
    too_long: || hinted("The file is too long.", "Split it into smaller files."),
    old_word: || {
        hinted(
            "The file is a Word document in the old format (.doc).",
            "Open it in Word and save it as .docx.",
        )
    },
    workbook: || {
        hinted(
            "The file is a workbook (Excel), not minutes.",
            "Give it a name that ends with .xlsx if it is a list of participants.",
        )
    },
    open_text: || hinted("The file is an OpenDocument text (.odt).", "Open it and save it as .docx."),
    rich_text: || hinted("The file is rich text (RTF).", "Open it and save it as .docx."),
    pdf: || {
        hinted(
            "The file is a PDF and cannot be read in.",
            "Use the document it was made from (.docx or .txt).",
        )
    },
    web_page: || hinted("The file is a web page.", "Save it as .docx or .txt and try again."),
    no_list: || {
        hinted(
            "The file is a text or a Word document, not a list of people.",
            "A list is .csv, .tsv, .xlsx, .xls or .ods, and only those are read with --meeting. If \
             the file is minutes: leave out --meeting and let the name end in .docx or .txt.",
        )
    },
    no_names: || {
        hinted(
            "The list holds no names.",
            "A list has one person on each row, and preferably heads: Name, Role, Organisation.",
        )
    },
    sentences: || {
        hinted(
            "Most rows look like sentences, not like names.",
            "A list has one person on each row: the name first, then role and organisation in columns \
             of their own.",
        )
    },
    no_document: || hinted("There is no Word document in the file.", "Check that you chose the right one."),
    no_cells: || hinted("There are no rows in the file.", "Check that you chose the right one."),
    struck_out: "The document has tracked changes. What is struck out was not read, what is added was.",
    comments: |number| match number {
        1 => "The document has 1 comment. It was not read.".to_owned(),
        number => format!("The document has {number} comments. They were not read."),
    },
    hidden_words: "The document has hidden text. It was not read.",
    contents: "The table of contents was not read.",
    page_headers: |text| format!("Page headers and footers were not read. They say: {text}"),
    no_person: |rest| format!("The row has no name and is left out: {rest}"),
    person_again: |name| format!("{name} stands several times and is taken once."),
    too_large: |size, limit| {
        hinted(
            format!(
                "The file is too large: {}, the limit is {}.",
                megabytes(size, '.'),
                megabytes(limit, '.')
            ),
            "Split it into smaller files.",
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
    several_meetings: |days| {
        format!(
            "The file seems to have several meetings: {days}. All is read as one. Split the file if they are several."
        )
    },
    date_of_file: |day| format!("The text has no date. That in the file name was taken: {day}."),
    not_the_day: |date| format!("\"{date}\" cannot be the day of the meeting. Fill it in."),
    date_without_year: |date| format!("The date \"{date}\" has no year. Fill it in."),
    unclosed_parenthesis: "A parenthesis opens and does not close. It was not read as a response.",
    ambiguous_response: |text| format!("Is \"{text}\" a response? The text was left as it is."),
    repeated_line: |line| format!("The line \"{line}\" stands twice. It was used as the title only once."),
    owner: "Responsible",
    due: "due",
    next_meeting: "Next meeting",
};
