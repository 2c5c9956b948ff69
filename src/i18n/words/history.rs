//! Operations by name, undo and redo, and single changes in words.

/// See the module.
#[derive(Debug)]
pub struct HistoryWords {
    /// The page's name.
    pub title: &'static str,
    /// Nothing has been done yet.
    pub empty: &'static str,
    /// What is shown: all that was done.
    pub all: &'static str,
    /// What is shown: what was done in this meeting.
    pub in_meeting: fn(title: &str) -> String,
    /// An operation that was undone.
    pub undone: &'static str,
    /// An operation that changed nothing that is shown.
    pub no_changes: &'static str,
    /// There are more changes than are shown.
    pub more: &'static str,
    /// Nobody is known to have done it.
    pub nobody: &'static str,
    /// The history of one entry.
    pub of_entry: &'static str,
    /// From an old value to a new one.
    pub from_to: fn(old: &str, new: &str) -> String,
    /// A value that is not there.
    pub nothing: &'static str,
    /// A record was made.
    pub made: fn(noun: &str) -> String,
    /// A record was put away.
    pub deleted: fn(noun: &str) -> String,
    /// A record was taken back.
    pub back: fn(noun: &str) -> String,
    /// The place in an order was changed.
    pub moved: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// A week: its number and year.
    pub week: fn(week: u32, year: i32) -> String,
    /// The nouns.
    pub nouns: NounWords,
    /// The cells.
    pub cells: CellWords,
}

/// The nouns of the log, in the singular.
#[derive(Debug)]
pub struct NounWords {
    /// A programme.
    pub programme: &'static str,
    /// A meeting.
    pub meeting: &'static str,
    /// A header field.
    pub field: &'static str,
    /// A section.
    pub section: &'static str,
    /// An entry.
    pub entry: &'static str,
    /// A response.
    pub response: &'static str,
    /// A tie between a response and a challenge.
    pub answer: &'static str,
    /// A follow-up.
    pub follow_up: &'static str,
    /// A person.
    pub person: &'static str,
    /// An organisation.
    pub organisation: &'static str,
    /// A report that somebody edits.
    pub manuscript: &'static str,
}

/// The cells, lower case.
#[derive(Debug)]
pub struct CellWords {
    /// Words of an entry or a response.
    pub text: &'static str,
    /// A kind.
    pub kind: &'static str,
    /// A status.
    pub status: &'static str,
    /// Who answers for it.
    pub owner: &'static str,
    /// By when.
    pub due: &'static str,
    /// Who said it.
    pub speaker: &'static str,
    /// Labels.
    pub tags: &'static str,
    /// A star.
    pub starred: &'static str,
    /// A table.
    pub table: &'static str,
    /// A round.
    pub round: &'static str,
    /// Who was at the pen.
    pub scribe: &'static str,
    /// The number of a challenge or an action.
    pub number: &'static str,
    /// How deep it is indented.
    pub depth: &'static str,
    /// What it was made from.
    pub source: &'static str,
    /// The section it stands in.
    pub section: &'static str,
    /// A title.
    pub title: &'static str,
    /// A heading.
    pub heading: &'static str,
    /// The text under a heading.
    pub intro: &'static str,
    /// The level of a heading.
    pub level: &'static str,
    /// A day.
    pub date: &'static str,
    /// A time of day.
    pub time: &'static str,
    /// A place.
    pub place: &'static str,
    /// For whom a meeting is.
    pub audience: &'static str,
    /// The registration number.
    pub reference: &'static str,
    /// How many tables.
    pub tables: &'static str,
    /// The next meeting.
    pub next: &'static str,
    /// Who signs.
    pub signoff: &'static str,
    /// The label of a header field.
    pub label: &'static str,
    /// The value of a header field.
    pub value: &'static str,
    /// A name.
    pub name: &'static str,
    /// A role.
    pub role: &'static str,
    /// An organisation.
    pub organisation: &'static str,
    /// A short name.
    pub short: &'static str,
    /// How it went.
    pub outcome: &'static str,
    /// A comment.
    pub comment: &'static str,
    /// Values of a programme.
    pub core_values: &'static str,
    /// Goals of a programme.
    pub goals: &'static str,
}

pub(super) const SV: HistoryWords = HistoryWords {
    title: "Historik",
    empty: "Här står allt som görs, med vem och när. Ännu har inget gjorts.",
    all: "alla möten",
    in_meeting: |title| format!("bara {title}"),
    undone: "ångrad",
    no_changes: "Det finns inga ändringar att visa.",
    more: "… och fler",
    nobody: "okänd",
    of_entry: "Historia",
    from_to: |old, new| format!("{old} → {new}"),
    nothing: "–",
    made: |noun| format!("{noun}, ny"),
    deleted: |noun| format!("{noun}, borttagen"),
    back: |noun| format!("{noun}, tillbaka"),
    moved: "ny plats i ordningen",
    yes: "ja",
    no: "nej",
    week: |week, year| format!("v. {week} {year}"),
    nouns: NounWords {
        programme: "program",
        meeting: "möte",
        field: "uppgift",
        section: "avsnitt",
        entry: "inlägg",
        response: "återkoppling",
        answer: "svar på",
        follow_up: "uppföljning",
        person: "person",
        organisation: "organisation",
        manuscript: "redigerad text",
    },
    cells: CellWords {
        text: "text",
        kind: "typ",
        status: "status",
        owner: "ansvarig",
        due: "senast",
        speaker: "sagt av",
        tags: "etiketter",
        starred: "stjärna",
        table: "bord",
        round: "omgång",
        scribe: "antecknare",
        number: "nummer",
        depth: "indrag",
        source: "gjord av",
        section: "avsnitt",
        title: "titel",
        heading: "rubrik",
        intro: "inledning",
        level: "nivå",
        date: "datum",
        time: "tid",
        place: "plats",
        audience: "för vem",
        reference: "diarienummer",
        tables: "antal bord",
        next: "nästa möte",
        signoff: "vid pennan",
        label: "ledord",
        value: "innehåll",
        name: "namn",
        role: "roll",
        organisation: "organisation",
        short: "kortnamn",
        outcome: "utfall",
        comment: "kommentar",
        core_values: "värdeord",
        goals: "mål",
    },
};

pub(super) const EN: HistoryWords = HistoryWords {
    title: "History",
    empty: "Everything that is done stands here, with who and when. Nothing has been done yet.",
    all: "all meetings",
    in_meeting: |title| format!("only {title}"),
    undone: "undone",
    no_changes: "There are no changes to show.",
    more: "… and more",
    nobody: "unknown",
    of_entry: "History",
    from_to: |old, new| format!("{old} → {new}"),
    nothing: "–",
    made: |noun| format!("{noun}, new"),
    deleted: |noun| format!("{noun}, deleted"),
    back: |noun| format!("{noun}, back again"),
    moved: "another place in the order",
    yes: "yes",
    no: "no",
    week: |week, year| format!("week {week} {year}"),
    nouns: NounWords {
        programme: "programme",
        meeting: "meeting",
        field: "header field",
        section: "section",
        entry: "entry",
        response: "response",
        answer: "answer to",
        follow_up: "follow-up",
        person: "person",
        organisation: "organisation",
        manuscript: "edited text",
    },
    cells: CellWords {
        text: "text",
        kind: "type",
        status: "status",
        owner: "owner",
        due: "by",
        speaker: "said by",
        tags: "labels",
        starred: "star",
        table: "table",
        round: "round",
        scribe: "scribe",
        number: "number",
        depth: "indent",
        source: "made from",
        section: "section",
        title: "title",
        heading: "heading",
        intro: "introduction",
        level: "level",
        date: "date",
        time: "time",
        place: "place",
        audience: "for whom",
        reference: "reference",
        tables: "tables",
        next: "next meeting",
        signoff: "at the pen",
        label: "label",
        value: "content",
        name: "name",
        role: "role",
        organisation: "organisation",
        short: "short name",
        outcome: "outcome",
        comment: "comment",
        core_values: "core values",
        goals: "goals",
    },
};
