//! The search page.

/// See the module.
#[derive(Debug)]
pub struct SearchWords {
    /// The page's name.
    pub title: &'static str,
    /// Nothing has been asked yet.
    pub ask: &'static str,
    /// Nothing was found.
    pub nothing: &'static str,
    /// How many were found, and whether there may be more.
    pub found: fn(number: usize, more: bool) -> String,
    /// A meeting's title was found.
    pub meeting: &'static str,
    /// A heading was found.
    pub heading: &'static str,
    /// A response was found.
    pub response: &'static str,
    /// A meeting without a title.
    pub untitled: &'static str,
    /// What was asked for is done where the hit was said.
    pub only_there: &'static str,
    /// The hit is no entry.
    pub no_entry: &'static str,
    /// The chosen hit is gone.
    pub gone: &'static str,
    /// What was to be marked is no entry.
    pub only_entries: &'static str,
}

pub(super) const SV: SearchWords = SearchWords {
    title: "Sök",
    ask: "Skriv ett ord eller en del av ett. Allt som sagts i alla möten genomsöks, det nyaste först.",
    nothing: "Inget hittades. Pröva färre ord. Ansvariga hittar du med f i Uppföljning.",
    found: |number, more| match (number, more) {
        (number, true) => format!("{number}+"),
        (1, false) => "1 träff".to_owned(),
        (number, false) => format!("{number} träffar"),
    },
    meeting: "möte",
    heading: "rubrik",
    response: "återkoppling",
    untitled: "(utan titel)",
    only_there: "Det görs där träffen sades: Enter går dit.",
    no_entry: "Träffen är inget inlägg. Enter går dit.",
    gone: "Träffen du valde är borta. Välj en med ↑ eller ↓.",
    only_entries: "Bara inlägg markeras; den här träffen är inget inlägg.",
};

pub(super) const EN: SearchWords = SearchWords {
    title: "Search",
    ask: "Write a word or a part of one. All that was said at all meetings is searched, the newest first.",
    nothing: "Nothing was found. Try fewer words. Owners are found with f in Follow-up.",
    found: |number, more| match (number, more) {
        (number, true) => format!("{number}+"),
        (1, false) => "1 hit".to_owned(),
        (number, false) => format!("{number} hits"),
    },
    meeting: "meeting",
    heading: "heading",
    response: "response",
    untitled: "(untitled)",
    only_there: "That is done where the hit was said: Enter goes there.",
    no_entry: "The hit is no entry. Enter goes there.",
    gone: "The hit that you chose is gone. Choose one with ↑ or ↓.",
    only_entries: "Only entries are marked; this hit is no entry.",
};
