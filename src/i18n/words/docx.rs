//! The words of a Word document beside its text: names of styles, the foot of a page, what a table is for those who do
//! not see it.

/// See the module.
#[derive(Debug)]
pub struct DocxWords {
    /// The style of facts about the paragraph above.
    pub details: &'static str,
    /// The style of words in a table.
    pub table_text: &'static str,
    /// The style of headers in a table.
    pub table_heading: &'static str,
    /// The style of the mark of a draft.
    pub mark: &'static str,
    /// The style of the table that holds the facts.
    pub facts: &'static str,
    /// Before the number of a page.
    pub page: &'static str,
    /// Between the number of a page and how many there are.
    pub of: &'static str,
    /// What the table of facts shows.
    pub facts_shown: &'static str,
    /// What a table shows, by the headers of its columns.
    pub columns: fn(titles: &[&str]) -> String,
}

pub(super) const SV: DocxWords = DocxWords {
    details: "Uppgifter",
    table_text: "Tabelltext",
    table_heading: "Tabellrubrik",
    mark: "Utkastmärke",
    facts: "Faktatabell",
    page: "Sida",
    of: "av",
    facts_shown: "Två kolumner: vad det gäller och uppgiften.",
    columns: |titles| format!("Kolumner: {}.", titles.join(", ")),
};

pub(super) const EN: DocxWords = DocxWords {
    details: "Details",
    table_text: "Table Text",
    table_heading: "Table Heading",
    mark: "Draft Mark",
    facts: "Facts Table",
    page: "Page",
    of: "of",
    facts_shown: "Two columns: what it is about, and the fact.",
    columns: |titles| format!("Columns: {}.", titles.join(", ")),
};
