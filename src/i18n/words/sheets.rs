//! The words of spreadsheets: what a sheet and its columns are called, and what their cells say.

/// See the module.
#[derive(Debug)]
pub struct SheetWords {
    /// The sheet of challenges.
    pub challenges: &'static str,
    /// The sheet of commitments.
    pub commitments: &'static str,
    /// The sheet of actions.
    pub actions: &'static str,
    /// The sheet of people.
    pub people: &'static str,
    /// Over the visible numbers.
    pub number: &'static str,
    /// Over the words of challenges.
    pub challenge: &'static str,
    /// Over the words of commitments.
    pub commitment: &'static str,
    /// Over the words of actions.
    pub action: &'static str,
    /// Over the headings of the sections.
    pub section: &'static str,
    /// Over the status of each row.
    pub status: &'static str,
    /// Over whether there is a response.
    pub answered: &'static str,
    /// Over the responses.
    pub responses: &'static str,
    /// Over the day of the latest response.
    pub answered_on: &'static str,
    /// Over the ones who should answer.
    pub answers: &'static str,
    /// Over the ones who answer for it.
    pub owner: &'static str,
    /// Over the due dates.
    pub due: &'static str,
    /// Over a due date in the words it was named with.
    pub due_said: &'static str,
    /// Over the days since the due date of what is open.
    pub late_by: &'static str,
    /// Over the titles of meetings.
    pub meeting: &'static str,
    /// Over the days of the meetings where challenges were raised.
    pub raised: &'static str,
    /// Over the days of meetings.
    pub held: &'static str,
    /// Over the days since it was raised, of what is open.
    pub age: &'static str,
    /// Over the day of the latest check.
    pub followed_up: &'static str,
    /// Over what the latest check found.
    pub follow_up: &'static str,
    /// Over what an action was made from.
    pub source: &'static str,
    /// Over tags, separated by commas.
    pub tags: &'static str,
    /// Over the names of people.
    pub name: &'static str,
    /// Over their roles.
    pub role: &'static str,
    /// Over where they work.
    pub organisation: &'static str,
    /// It is so.
    pub yes: &'static str,
    /// It is not so.
    pub no: &'static str,
    /// The status of an open action whose day is past: the stored one in brackets.
    pub overdue: fn(status: &str) -> String,
    /// At the end of a cell whose text is longer than a cell can hold and continues in the cell below.
    pub goes_on: &'static str,
    /// At the beginning of the cell below.
    pub went_on: &'static str,
    /// In the footer of printed pages: the page and their number, in the field codes of the spreadsheet.
    pub page: fn(page: &str, of: &str) -> String,
}

pub(super) const SV: SheetWords = SheetWords {
    challenges: "Utmaningar",
    commitments: "Åtaganden",
    actions: "Åtgärder",
    people: "Personer",
    number: "Nummer",
    challenge: "Utmaning",
    commitment: "Åtagande",
    action: "Vad",
    section: "Avsnitt",
    status: "Status",
    answered: "Besvarad",
    responses: "Återkoppling",
    answered_on: "Senast besvarad",
    answers: "Ska svara",
    owner: "Ansvarig",
    due: "Klart senast",
    due_said: "Sagt om när",
    late_by: "Dagar försenad",
    meeting: "Möte",
    raised: "Väckt",
    held: "Mötesdag",
    age: "Ålder i dagar",
    followed_up: "Senast uppföljd",
    follow_up: "Uppföljning",
    source: "Kommer ur",
    tags: "Etiketter",
    name: "Namn",
    role: "Roll",
    organisation: "Organisation",
    yes: "Ja",
    no: "Nej",
    overdue: |status| format!("Försenad ({status})"),
    goes_on: "[fortsätter i cellen under]",
    went_on: "[fortsättning]",
    page: |page, of| format!("Sida {page} av {of}"),
};

pub(super) const EN: SheetWords = SheetWords {
    challenges: "Challenges",
    commitments: "Commitments",
    actions: "Actions",
    people: "People",
    number: "Number",
    challenge: "Challenge",
    commitment: "Commitment",
    action: "What",
    section: "Section",
    status: "Status",
    answered: "Answered",
    responses: "Responses",
    answered_on: "Last answered",
    answers: "Should answer",
    owner: "Responsible",
    due: "Due",
    due_said: "Due as said",
    late_by: "Days overdue",
    meeting: "Meeting",
    raised: "Raised",
    held: "Meeting day",
    age: "Age in days",
    followed_up: "Last followed up",
    follow_up: "Follow-up",
    source: "Comes from",
    tags: "Labels",
    name: "Name",
    role: "Role",
    organisation: "Organisation",
    yes: "Yes",
    no: "No",
    overdue: |status| format!("Overdue ({status})"),
    goes_on: "[goes on in the cell below]",
    went_on: "[continued]",
    page: |page, of| format!("Page {page} of {of}"),
};
