//! The box of what an entry or a response can become and where it can go.

/// See the module.
#[derive(Debug)]
pub struct RefileWords {
    /// Over the box, by what it is about.
    pub title: fn(&str) -> String,
    /// The letters for an entry, in this order: park, section, table, round, meeting, speaker.
    pub entry: [(char, &'static str); 6],
    /// The letters for a response, in this order: another challenge, history.
    pub response: [(char, &'static str); 2],
    /// The notice after entries were parked.
    pub parked: fn(&str) -> String,
    /// Over the list of sections.
    pub section: fn(&str) -> String,
    /// The notice after they went to a section.
    pub in_section: fn(name: &str, heading: &str) -> String,
    /// They belong to several meetings, which have sections of their own.
    pub several_meetings: &'static str,
    /// Over the list of tables, and the form that asks for a number.
    pub table: fn(&str) -> String,
    /// The notice after they went to a table, or to none.
    pub at_table: fn(name: &str, table: Option<u16>) -> String,
    /// The label of the number of a round.
    pub round: &'static str,
    /// Over the form that asks for a round.
    pub in_which_round: fn(&str) -> String,
    /// The notice after they went to a round, or to none.
    pub in_round: fn(name: &str, round: Option<u16>) -> String,
    /// What was typed is no number of a round.
    pub unknown_round: fn(&str) -> String,
    /// How a table or a round is taken away.
    pub number_help: &'static str,
    /// Over the list of meetings.
    pub meeting: fn(&str) -> String,
    /// There is no other one.
    pub only_meeting: &'static str,
    /// The notice after they went to a meeting.
    pub in_meeting: fn(name: &str, title: &str) -> String,
    /// Over the list of names.
    pub speaker: fn(&str) -> String,
    /// The label of a name that is typed.
    pub name: &'static str,
    /// Nobody in particular.
    pub nobody: &'static str,
    /// In the list of names: what was typed is a name that nobody has yet.
    pub new_name: fn(&str) -> String,
    /// The notice after somebody else said it, or nobody in particular.
    pub said_by: fn(name: &str, who: Option<&str>) -> String,
    /// A response as it is called in a sentence: what it answers.
    pub response_to: fn(&str) -> String,
    /// The notice after a response became another kind.
    pub response_is: fn(&str) -> String,
    /// Over the list of challenges that a response can be moved to.
    pub other_challenge: &'static str,
    /// There is no other one.
    pub only_challenge: &'static str,
    /// The notice after a response was moved.
    pub moved_to: fn(challenge: &str, still: &str) -> String,
    /// A verb on entries was asked of a response.
    pub not_for_responses: &'static str,
    /// A response was to be moved to something that is no challenge.
    pub response_moves: &'static str,
    /// A response was to become a kind that only entries have.
    pub response_kinds: &'static str,
    /// Which of them is to become something else: the entry or one of its responses.
    pub what: &'static str,
}

pub(super) const SV: RefileWords = RefileWords {
    title: |name| format!("Gör om eller flytta {name}"),
    entry: [
        ('p', "parkera"),
        ('a', "avsnitt"),
        ('b', "bord"),
        ('o', "omgång"),
        ('m', "möte"),
        ('t', "talare"),
    ],
    response: [('u', "annan utmaning"), ('h', "historia")],
    parked: |name| format!("Parkerat: {name}"),
    section: |name| format!("Flytta {name} till avsnitt"),
    in_section: |name, heading| format!("{name} finns nu under ”{heading}”"),
    several_meetings: "De hör till olika möten. Flytta ett mötes inlägg i taget.",
    table: |name| format!("Vid vilket bord sades {name}?"),
    at_table: |name, table| match table {
        Some(table) => format!("{name}: bord {table}"),
        None => format!("{name}: inget bord"),
    },
    round: "Omgång",
    in_which_round: |name| format!("I vilken omgång sades {name}?"),
    in_round: |name, round| match round {
        Some(round) => format!("{name}: omgång {round}"),
        None => format!("{name}: ingen omgång"),
    },
    unknown_round: |typed| format!("”{typed}” är inget nummer på en omgång."),
    number_help: "Tomt eller 0 tar bort numret.",
    meeting: |name| format!("Flytta {name} till möte"),
    only_meeting: "Det finns inget annat möte.",
    in_meeting: |name, title| format!("{name} finns nu i ”{title}”"),
    speaker: |name| format!("Vem: {name}"),
    name: "Namn",
    nobody: "Ingen särskild",
    new_name: |typed| format!("”{typed}”: ett nytt namn"),
    said_by: |name, who| match who {
        Some(who) => format!("{name}: {who}"),
        None => format!("{name}: ingen särskild"),
    },
    response_to: |challenge| format!("återkopplingen på {challenge}"),
    response_is: |kind| format!("Återkopplingen är nu: {kind}"),
    other_challenge: "Flytta återkopplingen till",
    only_challenge: "Det finns ingen annan utmaning.",
    moved_to: |challenge, still| match still {
        "" => format!("Återkopplingen hör nu till {challenge}"),
        still => format!("Återkopplingen hör nu till {challenge}, och fortfarande till {still}"),
    },
    not_for_responses: "Det går inte att göra med en återkoppling. ↑ väljer utmaningen.",
    response_moves: "En återkoppling hör till en utmaning: bara /flytta visar de andra. ↑ väljer utmaningen.",
    response_kinds: "Det kan en återkoppling inte bli: bara /gör till visar slagen. ↑ väljer utmaningen.",
    what: "Vad vill du göra om eller flytta?",
};

pub(super) const EN: RefileWords = RefileWords {
    title: |name| format!("Turn or move {name}"),
    entry: [
        ('p', "park"),
        ('s', "section"),
        ('t', "table"),
        ('r', "round"),
        ('m', "meeting"),
        ('w', "who said it"),
    ],
    response: [('c', "other challenge"), ('h', "history")],
    parked: |name| format!("Parked: {name}"),
    section: |name| format!("Move {name} to section"),
    in_section: |name, heading| format!("{name} is now under “{heading}”"),
    several_meetings: "They belong to several meetings. Move those of one at a time.",
    table: |name| format!("At which table was {name} said?"),
    at_table: |name, table| match table {
        Some(table) => format!("{name}: table {table}"),
        None => format!("{name}: no table"),
    },
    round: "Round",
    in_which_round: |name| format!("In which round was {name} said?"),
    in_round: |name, round| match round {
        Some(round) => format!("{name}: round {round}"),
        None => format!("{name}: no round"),
    },
    unknown_round: |typed| format!("“{typed}” is not the number of a round."),
    number_help: "Empty or 0 takes the number away.",
    meeting: |name| format!("Move {name} to meeting"),
    only_meeting: "There is no other meeting.",
    in_meeting: |name, title| format!("{name} is now in “{title}”"),
    speaker: |name| format!("Who: {name}"),
    name: "Name",
    nobody: "Nobody in particular",
    new_name: |typed| format!("“{typed}”: a new name"),
    said_by: |name, who| match who {
        Some(who) => format!("{name}: {who}"),
        None => format!("{name}: nobody in particular"),
    },
    response_to: |challenge| format!("the response to {challenge}"),
    response_is: |kind| format!("The response is now: {kind}"),
    other_challenge: "Move the response to",
    only_challenge: "There is no other challenge.",
    moved_to: |challenge, still| match still {
        "" => format!("The response now belongs to {challenge}"),
        still => format!("The response now belongs to {challenge}, and still to {still}"),
    },
    not_for_responses: "That cannot be done with a response. ↑ chooses the challenge.",
    response_moves: "A response belongs to a challenge: /move alone shows the others. ↑ chooses the challenge.",
    response_kinds: "A response cannot be that: /convert alone shows its types. ↑ chooses the challenge.",
    what: "What do you want to turn or move?",
};
