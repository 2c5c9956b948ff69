//! The words of a publication: headings and labels of exported minutes.

/// See the module.
#[derive(Debug)]
pub struct PublicationWords {
    /// Marks minutes that are not finished.
    pub draft: &'static str,
    /// In place of the title, when minutes have none.
    pub untitled: &'static str,
    /// What a document of this sort is called.
    pub minutes: &'static str,
    /// Before an answer of the team.
    pub response: &'static str,
    /// Before the one who answers for something.
    pub owner: &'static str,
    /// In place of a name that was left out.
    pub withheld: &'static str,
    /// Where somebody is responsible whose name was left out, by itself.
    pub owner_withheld: &'static str,
    /// Before a due date.
    pub due: &'static str,
    /// Before a status.
    pub status: &'static str,
    /// Before the one who said it.
    pub speaker: &'static str,
    /// Before a table's number.
    pub table: &'static str,
    /// Before a round's number.
    pub round: &'static str,
    /// Before the scribe's name.
    pub scribe: &'static str,
    /// In place of a table's or a round's number where nobody knows it.
    pub unknown_number: &'static str,
    /// In place of the scribe's name where nobody knows it.
    pub unknown_scribe: &'static str,
    /// Before the day of the next meeting.
    pub next: &'static str,
    /// Between a day and a time of day.
    pub at_time: &'static str,
    /// Before an ISO week and its year.
    pub week: &'static str,
    /// Above the names of the signatories.
    pub at_the_pen: &'static str,
    /// The sign-off of minutes where nobody wrote another; reading understands it.
    pub sign_off: &'static str,
    /// The header fields as a whole.
    pub facts: &'static str,
    /// Before the number of a page, and between it and how many there are.
    pub page: (&'static str, &'static str),
}

impl PublicationWords {
    /// The number of a page, of how many.
    pub fn page(&self, number: usize, of: usize) -> String {
        let (page, between) = self.page;
        format!("{page} {number} {between} {of}")
    }
}

pub(super) const SV: PublicationWords = PublicationWords {
    draft: "UTKAST",
    untitled: "Anteckningar",
    minutes: "Anteckningar",
    response: "Återkoppling",
    owner: "Ansvarig",
    withheld: "namnet är utelämnat",
    owner_withheld: "Ansvarig finns, namnet är utelämnat",
    due: "Klart senast",
    status: "Status",
    speaker: "Sagt av",
    table: "Bord",
    round: "Omgång",
    scribe: "Antecknat av",
    unknown_number: "–",
    unknown_scribe: "okänd",
    next: "Nästa möte",
    at_time: "kl.",
    week: "vecka",
    at_the_pen: "Vid pennan",
    sign_off: "/Vid pennan",
    facts: "Om mötet",
    page: ("Sida", "av"),
};

pub(super) const EN: PublicationWords = PublicationWords {
    draft: "DRAFT",
    untitled: "Minutes",
    minutes: "Minutes",
    response: "Response",
    owner: "Responsible",
    withheld: "the name is withheld",
    owner_withheld: "Somebody is responsible, the name is withheld",
    due: "Due",
    status: "Status",
    speaker: "Said by",
    table: "Table",
    round: "Round",
    scribe: "Noted by",
    unknown_number: "–",
    unknown_scribe: "unknown",
    next: "Next meeting",
    at_time: "at",
    week: "week",
    at_the_pen: "At the pen",
    sign_off: "/At the pen",
    facts: "About the meeting",
    page: ("Page", "of"),
};
