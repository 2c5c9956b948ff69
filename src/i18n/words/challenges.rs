//! The screen of challenges and the answering of them.

/// See the module.
#[derive(Debug)]
pub struct ChallengesWords {
    /// The head line: how many are unanswered, the age of the oldest in days, how many per cent are answered.
    pub summary: fn(unanswered: usize, oldest: Option<i64>, answered: Option<usize>) -> String,
    /// The groups: unanswered, answered, closed.
    pub groups: [&'static str; 3],
    /// The filter of those without a response.
    pub unanswered: &'static str,
    /// There are no challenges at all.
    pub none: &'static str,
    /// Over the column of responders.
    pub responder: &'static str,
    /// How it is grouped: by responder.
    pub by_responder: &'static str,
    /// Over the challenges that nobody is to respond to.
    pub nobody: &'static str,
    /// Before the answer line: to whom the answer goes.
    pub answer_to: fn(names: &str, count: usize) -> String,
    /// Before the answer line when a response is changed.
    pub edit_response: &'static str,
    /// What the answer line takes.
    pub answer_help: &'static str,
    /// The date that was read in it.
    pub planned: fn(&str) -> String,
    /// The notice after an answer was saved.
    pub answered: fn(names: &str, count: usize) -> String,
    /// The notice after a response was changed.
    pub response_edited: &'static str,
    /// Only challenges are answered.
    pub nothing_chosen: &'static str,
}

pub(super) const SV: ChallengesWords = ChallengesWords {
    summary: |unanswered, oldest, answered| {
        let count =
            if unanswered == 1 { "1 obesvarad".to_owned() } else { format!("{unanswered} obesvarade") };
        let oldest = oldest.map(|days| match days {
            1 => " · äldst 1 dag".to_owned(),
            ..730 => format!(" · äldst {days} dagar"),
            _ => format!(" · äldst {} år", days / 365),
        });
        let answered = answered.map(|share| format!(" · besvarade {share} %"));
        [Some(count), oldest, answered].into_iter().flatten().collect()
    },
    groups: ["Obesvarade", "Besvarade", "Avslutade"],
    unanswered: "obesvarade",
    none: "Inga utmaningar än. De kommer hit när någon skriver ! och en rad i Bordssamtal.",
    responder: "svarar",
    by_responder: "efter den som svarar",
    nobody: "ingen ska svara än",
    answer_to: |names, count| {
        if count == 1 {
            format!("Återkoppling till {names}")
        } else {
            format!("En återkoppling till {count}: {names}")
        }
    },
    edit_response: "Ändra återkopplingen",
    answer_help: "<maj sätter när det är planerat",
    planned: |day| format!("planerat {day}"),
    answered: |names, count| {
        if count == 1 { format!("{names} är besvarad") } else { format!("{names} är besvarade") }
    },
    response_edited: "Återkopplingen är ändrad",
    nothing_chosen: "Välj en utmaning först.",
};

pub(super) const EN: ChallengesWords = ChallengesWords {
    summary: |unanswered, oldest, answered| {
        let oldest = oldest.map(|days| match days {
            1 => " · oldest 1 day".to_owned(),
            ..730 => format!(" · oldest {days} days"),
            _ => format!(" · oldest {} years", days / 365),
        });
        let answered = answered.map(|share| format!(" · answered {share}%"));
        [Some(format!("{unanswered} unanswered")), oldest, answered].into_iter().flatten().collect()
    },
    groups: ["Unanswered", "Answered", "Closed"],
    unanswered: "unanswered",
    none: "No challenges yet. They come here when somebody writes ! and a line in Round tables.",
    responder: "responds",
    by_responder: "by responder",
    nobody: "nobody is to respond yet",
    answer_to: |names, count| {
        if count == 1 { format!("Response to {names}") } else { format!("One response to {count}: {names}") }
    },
    edit_response: "Edit the response",
    answer_help: "<may says when it is planned",
    planned: |day| format!("planned {day}"),
    answered: |names, count| {
        if count == 1 { format!("{names} is answered") } else { format!("{names} are answered") }
    },
    response_edited: "The response was edited",
    nothing_chosen: "Choose a challenge first.",
};
