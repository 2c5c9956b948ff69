//! The flip-chart of promises and the check-in.

/// See the module.
#[derive(Debug)]
pub struct TomorrowWords {
    /// All that was promised, then so many in each status: "Lovat 14 · gjort 6".
    pub promised: fn(usize) -> String,
    /// Promised and nobody has asked yet.
    pub not_asked: fn(usize) -> String,
    /// The groups: not asked, on its way, done, all the time, did not come off, archived, unknown.
    pub groups: [&'static str; 7],
    /// The meeting has no commitments.
    pub none: &'static str,
    /// Before the line in which a promise is written.
    pub line: &'static str,
    /// What that line takes.
    pub line_help: &'static str,
    /// The notice after a promise was saved.
    pub saved: &'static str,
    /// Which of the meetings is shown.
    pub of_meetings: fn(at: usize, of: usize) -> String,
}

pub(super) const SV: TomorrowWords = TomorrowWords {
    promised: |count| format!("Lovat {count}"),
    not_asked: |count| format!("ej frågat {count}"),
    groups: ["Lovat", "På väg", "Gjort", "Fortlöpande", "Blev inte av", "Arkiverat", "Okänd status"],
    none: "Ingen har lovat något på det här mötet än. n skriver det första.",
    line: "Det här ska jag göra imorgon!",
    line_help: "@namn: vem · <fre: senast när",
    saved: "Åtagandet är sparat",
    of_meetings: |at, of| format!("← {at} av {of} →"),
};

pub(super) const EN: TomorrowWords = TomorrowWords {
    promised: |count| format!("Promised {count}"),
    not_asked: |count| format!("not asked {count}"),
    groups: ["Promised", "On its way", "Done", "All the time", "Not done", "Archived", "Unknown status"],
    none: "Nobody has promised anything at this meeting yet. n writes the first.",
    line: "This is what I will do tomorrow!",
    line_help: "@name: who · <fri: by when",
    saved: "The commitment is saved",
    of_meetings: |at, of| format!("← {at} of {of} →"),
};
