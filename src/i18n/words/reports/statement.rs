//! The statement to a board. What is in square brackets is for a person to fill in.

use super::{Numbers, When, form, listed, quoted, sv_meetings};
use crate::i18n::format::{capitalised, count};
use crate::model::statistics::Figures;

/// See the module.
#[derive(Debug)]
pub struct StatementWords {
    /// What a document of this sort is called.
    pub genre: &'static str,
    /// The title, by what it is about.
    pub title: fn(subject: &str) -> String,
    /// Fact: the date.
    pub date: &'static str,
    /// Fact: who wrote it.
    pub reference: &'static str,
    /// Fact: the registration number.
    pub number: &'static str,
    /// Gap: who wrote it and their role, each on a line.
    pub author: &'static str,
    /// Gap: an e-mail address.
    pub mail: &'static str,
    /// Gap: a registration number.
    pub no_number: &'static str,
    /// Heading of the summary.
    pub summary: &'static str,
    /// Which meetings were held, when, and within what.
    pub held: fn(meeting: Option<&str>, meetings: usize, when: When<'_>, programme: Option<&str>) -> String,
    /// What was raised and answered.
    pub raised: fn(&Figures) -> String,
    /// What it has led to.
    pub led_to: fn(&Figures) -> Option<String>,
    /// Gap: why the board hears of this.
    pub why: &'static str,
    /// Heading of what the board should decide.
    pub proposal: &'static str,
    /// What the board should decide; its name is a gap.
    pub approve: &'static str,
    /// Heading of the documents that the decision rests on.
    pub basis: &'static str,
    /// A document that the decision rests on: what it is, its day, its title.
    pub document: fn(sort: &str, day: Option<&str>, title: &str) -> String,
    /// Heading of who takes the matter up, and when.
    pub schedule: &'static str,
    /// Gaps: who takes it up, and when.
    pub stages: [&'static str; 2],
    /// Heading of the body of the statement.
    pub matter: &'static str,
    /// The first paragraph under that heading.
    pub contents: &'static str,
    /// Heading: the goals of the programme.
    pub goals: &'static str,
    /// Heading: the meetings.
    pub meetings: &'static str,
    /// For whom a meeting was held.
    pub audience: &'static str,
    /// Heading: what the meetings decided.
    pub decisions: &'static str,
    /// Heading: what was raised and is answered.
    pub answered: &'static str,
    /// Heading: what is done about it.
    pub actions: &'static str,
    /// Heading: what remains.
    pub remains: &'static str,
    /// Before what waits for an answer.
    pub waiting: fn(usize) -> String,
    /// Nothing waits for an answer.
    pub nothing_remains: &'static str,
    /// Heading of the signatures.
    pub signed: &'static str,
    /// Gap and role of the signatory.
    pub signer: &'static str,
}

pub(super) const SV: StatementWords = StatementWords {
    genre: "Tjänsteskrivelse",
    title: |subject| format!("Redovisning: {}", quoted(subject, '”', '”')),
    date: "Datum",
    reference: "Vår referens",
    number: "Diarienummer",
    author: "[namn]\n[befattning]",
    mail: "[e-postadress]",
    no_number: "[diarienummer]",
    summary: "Sammanfattning",
    held: |meeting, meetings, when, programme| {
        let within = programme.map(|name| format!(" inom programmet {name}")).unwrap_or_default();
        let what = match meeting {
            Some(title) => format!("mötet ”{title}”"),
            None => sv_meetings(meetings),
        };
        match when {
            When::Day(day) => format!("Den {day} hölls {what}{within}."),
            When::Period(period) => format!("Under perioden {period} hölls {what}{within}."),
            When::Unknown => format!("Redovisningen gäller {what}{within}."),
        }
    },
    raised: sv_raised,
    led_to: sv_led_to,
    why: "[Skriv i en eller två meningar varför nämnden får ärendet nu.]",
    proposal: "Förslag till beslut",
    approve: "[Nämndens namn] godkänner redovisningen.",
    basis: "Beslutsunderlag",
    document: |sort, day, title| match day {
        Some(day) => format!("{sort} {day}, {title}"),
        None => format!("{sort}, {title}"),
    },
    schedule: "Beslutsplanering",
    stages: ["[Nämndens arbetsutskott, datum]", "[Nämnden, datum]"],
    matter: "Ärendet",
    contents: "Här redovisas vad som har tagits upp, vad som har besvarats och vad som återstår.",
    goals: "Programmets mål",
    meetings: "Möten",
    audience: "För",
    decisions: "Beslut vid mötena",
    answered: "Utmaningar som är besvarade",
    actions: "Åtgärder",
    remains: "Det som återstår",
    waiting: |waiting| {
        let number = capitalised(&Numbers::alone(waiting).en(waiting));
        format!("{number} {} på svar:", form(waiting, "utmaning väntar", "utmaningar väntar"))
    },
    nothing_remains: "Ingen utmaning väntar på svar.",
    signed: "Ansvariga",
    signer: "[Namn]\nFörvaltningschef",
};

/// What was raised and answered, soberly.
fn sv_raised(figures: &Figures) -> String {
    let numbers = Numbers::of(figures);
    let at = form(figures.meetings, "mötet", "mötena");
    if figures.challenges == 0 {
        return format!("Vid {at} antecknades inga utmaningar.");
    }
    let raised = format!(
        "Vid {at} lyfte deltagarna {} {}",
        numbers.en(figures.challenges),
        form(figures.challenges, "utmaning", "utmaningar")
    );
    let solved = match figures.solved {
        0 => String::new(),
        solved => format!(", varav {} är {}", numbers.en(solved), form(solved, "löst", "lösta")),
    };
    match (figures.challenges, figures.answered) {
        (1, 0) => format!("{raised}. Den är inte besvarad."),
        (1, _) if figures.solved == 1 => format!("{raised}. Den är besvarad och löst."),
        (1, _) => format!("{raised}. Den är besvarad."),
        (_, 0) => format!("{raised}. Ingen av dem är besvarad."),
        (all, answered) if all == answered => format!("{raised}. Alla är besvarade{solved}."),
        (_, answered) => {
            let answered = format!("{} {}", numbers.en(answered), form(answered, "besvarad", "besvarade"));
            let comma = if solved.is_empty() { "" } else { "," };
            let waiting = match figures.waiting {
                0 => String::new(),
                waiting => format!("{comma} och {} väntar på svar", numbers.en(waiting)),
            };
            format!("{raised}. Av dem är {answered}{solved}{waiting}.")
        }
    }
}

/// What the meetings have led to, soberly.
fn sv_led_to(figures: &Figures) -> Option<String> {
    let numbers = Numbers::of(figures);
    let actions = (figures.actions > 0).then(|| {
        let states: Vec<String> = [
            (figures.done > 0)
                .then(|| format!("{} är {}", numbers.en(figures.done), form(figures.done, "klar", "klara"))),
            (figures.overdue > 0).then(|| {
                format!(
                    "{} är {}",
                    numbers.en(figures.overdue),
                    form(figures.overdue, "försenad", "försenade")
                )
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        let states =
            if states.is_empty() { String::new() } else { format!(", varav {}", listed(&states, "och")) };
        let subject = form(figures.meetings, "Mötet", "Mötena");
        let actions = form(figures.actions, "åtgärd", "åtgärder");
        format!("{subject} har lett till {} {actions}{states}.", numbers.en(figures.actions))
    });
    let promises = (figures.commitments > 0).then(|| {
        let kept = match figures.kept {
            0 => String::new(),
            kept => format!(", varav {} är {}", numbers.ett(kept), form(kept, "genomfört", "genomförda")),
        };
        let promises = form(figures.commitments, "eget åtagande", "egna åtaganden");
        format!("Deltagarna gjorde {} {promises}{kept}.", numbers.ett(figures.commitments))
    });
    let both: Vec<String> = [actions, promises].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join(" "))
}

pub(super) const EN: StatementWords = StatementWords {
    genre: "Statement to the board",
    title: |subject| format!("Report: {}", quoted(subject, '“', '”')),
    date: "Date",
    reference: "Our reference",
    number: "Reference",
    author: "[name]\n[title]",
    mail: "[e-mail address]",
    no_number: "[reference number]",
    summary: "Summary",
    held: |meeting, meetings, when, programme| {
        let within = programme.map(|name| format!(" within the programme {name}")).unwrap_or_default();
        let what = match meeting {
            Some(title) => format!("the meeting “{title}”"),
            None => count(meetings, "meeting", "meetings"),
        };
        let held = form(meetings, "was held", "were held");
        match when {
            When::Day(day) => format!("On {day}, {what} {held}{within}."),
            When::Period(period) => format!("In the period {period}, {what} {held}{within}."),
            When::Unknown => format!("This report is about {what}{within}."),
        }
    },
    raised: |figures| {
        let challenges = count(figures.challenges, "challenge", "challenges");
        match (figures.challenges, figures.answered) {
            (0, _) => "No challenges were noted.".to_owned(),
            (_, 0) => format!("The participants raised {challenges}, none of them answered so far."),
            (_, answered) => {
                let solved =
                    if figures.solved == 0 { String::new() } else { format!(" ({} solved)", figures.solved) };
                let waiting = if figures.waiting == 0 {
                    String::new()
                } else {
                    format!(" {} waiting for an answer.", count(figures.waiting, "is", "are"))
                };
                format!("The participants raised {challenges}, {answered} of them answered{solved}.{waiting}")
            }
        }
    },
    led_to: |figures| {
        let actions = (figures.actions > 0).then(|| {
            let states: Vec<String> = [
                (figures.done > 0).then(|| format!("{} done", figures.done)),
                (figures.overdue > 0).then(|| format!("{} overdue", figures.overdue)),
            ]
            .into_iter()
            .flatten()
            .collect();
            let states =
                if states.is_empty() { String::new() } else { format!(", {}", listed(&states, "and")) };
            format!("This has led to {}{states}.", count(figures.actions, "action", "actions"))
        });
        let promises = (figures.commitments > 0).then(|| {
            let kept =
                if figures.kept == 0 { String::new() } else { format!(", {} of them kept", figures.kept) };
            format!(
                "The participants made {}{kept}.",
                count(figures.commitments, "commitment", "commitments")
            )
        });
        let both: Vec<String> = [actions, promises].into_iter().flatten().collect();
        (!both.is_empty()).then(|| both.join(" "))
    },
    why: "[Write in a sentence or two why the board is told of this now.]",
    proposal: "Proposed decision",
    approve: "[The board] approves the report.",
    basis: "Documents",
    document: |sort, day, title| match day {
        Some(day) => format!("{sort} {day}, {title}"),
        None => format!("{sort}, {title}"),
    },
    schedule: "Schedule",
    stages: ["[The board's committee, date]", "[The board, date]"],
    matter: "The matter",
    contents: "This tells what was raised, what has been answered and what remains.",
    goals: "Goals of the programme",
    meetings: "Meetings",
    audience: "For",
    decisions: "Decisions of the meetings",
    answered: "Challenges that are answered",
    actions: "Actions",
    remains: "What remains",
    waiting: |waiting| format!("{} for an answer:", count(waiting, "challenge waits", "challenges wait")),
    nothing_remains: "No challenge waits for an answer.",
    signed: "Responsible",
    signer: "[Name]\nHead of department",
};
