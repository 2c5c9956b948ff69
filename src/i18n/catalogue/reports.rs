//! The words of the reports: what a municipality writes back to the room, to a board and on its intranet.

use crate::i18n::format::count;
use crate::model::statistics::Figures;

/// The first and the last day of something, in words.
pub type Period<'a> = Option<(&'a str, &'a str)>;

/// See the module.
#[derive(Debug)]
pub struct ReportWords {
    /// What the facts are called as a whole, for those who do not see them.
    pub about: &'static str,
    /// Before the day on which a report was made.
    pub updated: &'static str,
    /// Before the name of a programme.
    pub programme: &'static str,
    /// Before the meetings that a report is about.
    pub meetings: &'static str,
    /// A report and what it is about, as a title.
    pub titled: fn(report: &str, subject: &str) -> String,
    /// Before the one who should respond to a challenge.
    pub responder: &'static str,
    /// Before the state of a challenge.
    pub state: &'static str,
    /// A piece of work that is past its day, beside its status unless it has none worth telling.
    pub overdue: fn(status: Option<&str>) -> String,
    /// Before a due date, within a line.
    pub due: fn(day: &str) -> String,
    /// The label of an answer: its day and its sort, where they are known.
    pub response: fn(day: Option<&str>, sort: Option<&str>) -> String,
    /// A check: its day, what came out of it, what was said.
    pub check: fn(day: &str, outcome: &str, comment: &str) -> String,
    /// "Ni sa – vi gjorde".
    pub feedback: FeedbackWords,
    /// The list of actions.
    pub actions: ActionWords,
    /// The open challenges.
    pub challenges: OpenWords,
    /// The statement to a board.
    pub statement: StatementWords,
    /// The news text.
    pub news: NewsWords,
}

/// "Ni sa – vi gjorde".
#[derive(Debug)]
pub struct FeedbackWords {
    /// The numbers in a few warm sentences.
    pub summary: fn(&Figures) -> String,
    /// In which order things stand.
    pub order: &'static str,
    /// Before what the room said.
    pub said: &'static str,
    /// Before what the room asked.
    pub asked: &'static str,
    /// Before what was done.
    pub did: &'static str,
    /// Before what is being done.
    pub doing: &'static str,
    /// Before what will not be done after all.
    pub dropped: &'static str,
    /// An action in brackets behind its words: that it is done, and on which day if that is known.
    pub done: fn(day: Option<&str>) -> String,
    /// Nobody has answered. With who should, if that is known.
    pub unanswered: fn(responder: Option<&str>) -> String,
    /// There is an answer, and it was left out.
    pub answered: &'static str,
    /// Heading: what was decided.
    pub decided: &'static str,
    /// Heading: what else is done.
    pub also: &'static str,
    /// Heading: what was promised.
    pub promises: &'static str,
    /// How the promises went.
    pub kept: fn(&Figures) -> String,
    /// What else was noted, and where to read it.
    pub notes: fn(usize) -> String,
}

/// The list of actions.
#[derive(Debug)]
pub struct ActionWords {
    /// The numbers in a sentence.
    pub summary: fn(&Figures) -> String,
    /// Nothing is to be done.
    pub none: &'static str,
    /// Heading of what nobody answers for.
    pub unowned: &'static str,
    /// Heading of the commitments that somebody stands behind.
    pub commitments: &'static str,
    /// What a table shows, by who owns it.
    pub of: fn(owner: &str) -> String,
    /// Column: what is to be done.
    pub what: &'static str,
    /// Column: who promised it.
    pub who: &'static str,
    /// Column: by when.
    pub due: &'static str,
    /// Column: where it stands.
    pub status: &'static str,
    /// Column: the meeting it comes from.
    pub meeting: &'static str,
    /// Column: its number.
    pub number: &'static str,
}

/// The open challenges.
#[derive(Debug)]
pub struct OpenWords {
    /// How many wait, since when, and how many are answered but not solved.
    pub summary: fn(&Figures, oldest: Option<i64>) -> String,
    /// No challenge is open.
    pub none: &'static str,
    /// Heading: no answer yet.
    pub waiting: &'static str,
    /// Heading: answered, not solved.
    pub pending: &'static str,
    /// How long ago it was raised, in days.
    pub age: fn(i64) -> String,
}

/// The statement to a board. What stands in square brackets is for a person to fill in.
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
    /// Heading.
    pub summary: &'static str,
    /// Which meetings were held, when, and within what.
    pub held:
        fn(meeting: Option<&str>, meetings: usize, period: Period<'_>, programme: Option<&str>) -> String,
    /// What was raised and answered.
    pub raised: fn(&Figures) -> String,
    /// What it has led to.
    pub led_to: fn(&Figures) -> Option<String>,
    /// Gap: why the board hears of this.
    pub why: &'static str,
    /// Heading.
    pub proposal: &'static str,
    /// What the board should decide; its name is a gap.
    pub approve: &'static str,
    /// Heading.
    pub basis: &'static str,
    /// A document that the decision rests on: what it is, its day, its title.
    pub document: fn(sort: &str, day: Option<&str>, title: &str) -> String,
    /// Heading.
    pub schedule: &'static str,
    /// Gaps: who takes it up, and when.
    pub stages: [&'static str; 2],
    /// Heading.
    pub matter: &'static str,
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
    /// Heading.
    pub signed: &'static str,
    /// Gap and role of who signs.
    pub signer: &'static str,
}

/// The news text. What stands in square brackets is for a person to fill in.
#[derive(Debug)]
pub struct NewsWords {
    /// The headline for a programme.
    pub headline: fn(programme: &str) -> String,
    /// Where and when it is published.
    pub published: fn(day: &str) -> String,
    /// The lead for one meeting.
    pub lead: fn(meeting: &str, day: Option<&str>, audience: Option<&str>) -> String,
    /// The lead for the meetings of a programme.
    pub lead_programme: fn(meetings: usize, period: Period<'_>, programme: &str) -> String,
    /// How much was raised, and how much of it is answered.
    pub raised: fn(&Figures) -> String,
    /// Heading: who took part.
    pub people: &'static str,
    /// Gap: who took part.
    pub no_people: &'static str,
    /// Heading: what was raised.
    pub topics: &'static str,
    /// Before the list of it.
    pub following: &'static str,
    /// There is more than stands here.
    pub more: fn(usize) -> String,
    /// Heading: what was decided.
    pub decided: &'static str,
    /// Heading: what happens next.
    pub next: &'static str,
    /// A next step: its day, what happens.
    pub step: fn(day: &str, what: &str) -> String,
    /// A meeting, as a next step.
    pub next_meeting: &'static str,
    /// Gap: what happens next.
    pub no_next: &'static str,
    /// That there will be more to read.
    pub closing: &'static str,
    /// Whom to ask; their e-mail address is a gap.
    pub contact: fn(name: Option<&str>) -> String,
}

/// `1 är klar`, `3 är klara`.
fn are(number: usize, one: &str, many: &str) -> String {
    format!("{number} är {}", if number == 1 { one } else { many })
}

/// Parts of a sentence with commas, and a word before the last.
fn listed(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

fn period(period: Period<'_>, one: fn(&str) -> String, many: fn(&str, &str) -> String) -> Option<String> {
    period.map(|(from, to)| if from == to { one(from) } else { many(from, to) })
}

pub(super) const SV: ReportWords = ReportWords {
    about: "Om dokumentet",
    updated: "Uppdaterad",
    programme: "Program",
    meetings: "Möten",
    titled: |report, subject| format!("{report}: {subject}"),
    responder: "Bör svara",
    state: "Läget",
    overdue: |status| match status {
        Some(status) => format!("försenad ({status})"),
        None => "försenad".to_owned(),
    },
    due: |day| format!("klart senast {day}"),
    response: |day, sort| {
        let day = day.map(|day| format!(" {day}")).unwrap_or_default();
        let sort = sort.map(|sort| format!(" ({sort})")).unwrap_or_default();
        format!("Återkoppling{day}{sort}")
    },
    check: |day, outcome, comment| {
        let comment = if comment.is_empty() { String::new() } else { format!(". {comment}") };
        format!("Uppföljning {day}: {outcome}{comment}")
    },
    feedback: FeedbackWords {
        summary: sv_feedback,
        order: "Under varje rubrik står först det vi har svarat på och sist det som väntar på svar.",
        said: "Ni sa",
        asked: "Ni frågade",
        did: "Vi gjorde",
        doing: "Vi gör",
        dropped: "Vi gör inte",
        done: |day| day.map_or_else(|| "klart".to_owned(), |day| format!("klart {day}")),
        unanswered: |responder| match responder {
            Some(name) => format!("Vi har inte svarat än. Frågan ligger hos {name}."),
            None => "Vi har inte svarat än.".to_owned(),
        },
        answered: "Den är besvarad.",
        decided: "Det här bestämdes",
        also: "Det här gör vi också",
        promises: "Så gick det med åtagandena",
        kept: sv_promises,
        notes: |notes| match notes {
            1 => "Dessutom antecknade vi 1 tanke till. Den står i anteckningarna.".to_owned(),
            _ => format!("Dessutom antecknade vi {notes} tips, idéer och tankar. De står i anteckningarna."),
        },
    },
    actions: ActionWords {
        summary: |figures| {
            let open = figures.actions - figures.done;
            let first = match (figures.actions, open) {
                (1, 0) => return "1 åtgärd finns på listan, och den är klar.".to_owned(),
                (all, 0) => return format!("Alla {all} åtgärder på listan är klara."),
                (_, open) => format!("På listan finns {}", count(open, "öppen åtgärd", "öppna åtgärder")),
            };
            let late = match (figures.overdue, open) {
                (0, _) => String::new(),
                (1, 1) => ", och den är försenad".to_owned(),
                (late, open) if late == open => ", och alla är försenade".to_owned(),
                (late, _) => {
                    format!(", varav {late} är {}", if late == 1 { "försenad" } else { "försenade" })
                }
            };
            let done = if figures.done == 0 {
                String::new()
            } else {
                format!(" Dessutom {}.", are(figures.done, "klar", "klara"))
            };
            format!("{first}{late}.{done}")
        },
        none: "Det finns inga åtgärder.",
        unowned: "Ingen ansvarig än",
        commitments: "Åtaganden",
        of: |owner| format!("Åtgärder: {owner}"),
        what: "Vad",
        who: "Vem",
        due: "Klart senast",
        status: "Status",
        meeting: "Från möte",
        number: "Nr",
    },
    challenges: OpenWords {
        summary: |figures, oldest| {
            let waiting = match figures.waiting {
                0 => "Ingen utmaning väntar på svar.".to_owned(),
                number => format!("{} på svar.", count(number, "utmaning väntar", "utmaningar väntar")),
            };
            let oldest = match oldest {
                Some(days) if figures.waiting > 1 && days > 0 => {
                    format!(" Den äldsta har väntat i {}.", days_sv(days))
                }
                _ => String::new(),
            };
            let pending = match figures.pending {
                0 => String::new(),
                number => format!(
                    " Dessutom är {} men inte {}.",
                    count(number, "besvarad", "besvarade"),
                    if number == 1 { "löst" } else { "lösta" }
                ),
            };
            format!("{waiting}{oldest}{pending}")
        },
        none: "Det finns inga öppna utmaningar.",
        waiting: "Väntar på svar",
        pending: "Besvarade men inte lösta",
        age: |days| match days {
            0 => "från i dag".to_owned(),
            _ => format!("{} gammal", days_sv(days)),
        },
    },
    statement: StatementWords {
        genre: "Tjänsteskrivelse",
        title: |subject| format!("Redovisning: {subject}"),
        date: "Datum",
        reference: "Vår referens",
        number: "Diarienummer",
        author: "[namn]\n[befattning]",
        mail: "[e-postadress]",
        no_number: "[diarienummer]",
        summary: "Sammanfattning",
        held: |meeting, meetings, dates, programme| {
            let within = programme.map(|name| format!(" inom programmet {name}")).unwrap_or_default();
            let when = period(
                dates,
                |day| format!("Den {day} hölls "),
                |from, to| format!("Under perioden {from}–{to} hölls "),
            );
            let what = match meeting {
                Some(title) => format!("mötet ”{title}”"),
                None => count(meetings, "möte", "möten"),
            };
            match when {
                Some(when) => format!("{when}{what}{within}."),
                None => format!("Redovisningen gäller {what}{within}."),
            }
        },
        raised: |figures| {
            let at = if figures.meetings == 1 { "mötet" } else { "mötena" };
            match (figures.challenges, figures.answered) {
                (0, _) => format!("Vid {at} antecknades inga utmaningar."),
                (1, 0) => format!("Vid {at} lyfte deltagarna 1 utmaning, som inte är besvarad."),
                (1, _) => format!("Vid {at} lyfte deltagarna 1 utmaning, som är besvarad."),
                (all, 0) => format!("Vid {at} lyfte deltagarna {all} utmaningar. Ingen av dem är besvarad."),
                (all, answered) if all == answered => {
                    format!(
                        "Vid {at} lyfte deltagarna {all} utmaningar. Alla är besvarade{}.",
                        sv_solved(figures)
                    )
                }
                (all, answered) => {
                    let waiting = match figures.waiting {
                        0 => String::new(),
                        waiting => format!(" och {waiting} väntar på svar"),
                    };
                    let answered = are(answered, "besvarad", "besvarade");
                    let solved = sv_solved(figures);
                    let comma = if solved.is_empty() || waiting.is_empty() { "" } else { "," };
                    format!(
                        "Vid {at} lyfte deltagarna {all} utmaningar. Av dem {}{solved}{comma}{waiting}.",
                        inverted(&answered)
                    )
                }
            }
        },
        led_to: |figures| {
            let subject = if figures.meetings == 1 { "Mötet" } else { "Mötena" };
            let actions = (figures.actions > 0).then(|| {
                let actions = count(figures.actions, "åtgärd", "åtgärder");
                let states: Vec<String> = [
                    (figures.done > 0).then(|| are(figures.done, "klar", "klara")),
                    (figures.overdue > 0).then(|| are(figures.overdue, "försenad", "försenade")),
                ]
                .into_iter()
                .flatten()
                .collect();
                let states = if states.is_empty() {
                    String::new()
                } else {
                    format!(", varav {}", listed(&states, "och"))
                };
                format!("{subject} har lett till {actions}{states}.")
            });
            let promises = (figures.commitments > 0).then(|| {
                let promises = count(figures.commitments, "eget åtagande", "egna åtaganden");
                let kept = if figures.kept == 0 {
                    String::new()
                } else {
                    format!(", varav {}", are(figures.kept, "genomfört", "genomförda"))
                };
                format!("Deltagarna gjorde {promises}{kept}.")
            });
            let both: Vec<String> = [actions, promises].into_iter().flatten().collect();
            (!both.is_empty()).then(|| both.join(" "))
        },
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
        goals: "Programmets mål",
        meetings: "Möten",
        audience: "För",
        decisions: "Beslut vid mötena",
        answered: "Utmaningar som är besvarade",
        actions: "Åtgärder",
        remains: "Det som återstår",
        waiting: |waiting| match waiting {
            1 => "1 utmaning väntar på svar:".to_owned(),
            _ => format!("{waiting} utmaningar väntar på svar:"),
        },
        nothing_remains: "Ingen utmaning väntar på svar.",
        signed: "Ansvariga",
        signer: "[Namn]\nFörvaltningschef",
    },
    news: NewsWords {
        headline: |programme| format!("Nytt från {programme}"),
        published: |day| format!("Nyhet på intranätet {day}"),
        lead: |meeting, day, audience| {
            let held = match day {
                Some(day) => format!("Den {day} hölls mötet ”{meeting}”."),
                None => format!("Vi har haft mötet ”{meeting}”."),
            };
            let audience = audience.map(|whom| format!(" Det vände sig till {whom}.")).unwrap_or_default();
            format!("{held}{audience}")
        },
        lead_programme: |meetings, dates, programme| {
            let meetings = count(meetings, "möte", "möten");
            let when = period(
                dates,
                |day| format!("Den {day} hölls"),
                |from, to| format!("Mellan den {from} och den {to} hölls"),
            );
            format!("{} {meetings} inom {programme}.", when.unwrap_or_else(|| "Vi har haft".to_owned()))
        },
        raised: |figures| match (figures.challenges, figures.answered) {
            (0, _) => String::new(),
            (1, 0) => "Deltagarna lyfte 1 utmaning. Den väntar på svar.".to_owned(),
            (1, _) => "Deltagarna lyfte 1 utmaning, som redan har fått svar.".to_owned(),
            (all, 0) => format!("Deltagarna lyfte {all} utmaningar. De väntar på svar."),
            (all, answered) if all == answered => {
                format!("Deltagarna lyfte {all} utmaningar. Alla har fått svar.")
            }
            (all, answered) => {
                format!("Deltagarna lyfte {all} utmaningar, och {answered} av dem har redan fått svar.")
            }
        },
        people: "De var med",
        no_people: "[Skriv vilka som var med eller ingår i gruppen.]",
        topics: "Det här togs upp",
        following: "Följande togs upp:",
        more: |more| match more {
            1 => "Det finns 1 punkt till i anteckningarna.".to_owned(),
            _ => format!("Det finns {more} punkter till i anteckningarna."),
        },
        decided: "Det här bestämdes",
        next: "Nästa steg",
        step: |day, what| format!("{day}: {what}"),
        next_meeting: "nästa möte",
        no_next: "[Skriv vad som händer nu, och när.]",
        closing: "Vi fortsätter att berätta på intranätet hur det går, så att alla kan ta del av arbetet.",
        contact: |name| match name {
            Some(name) => format!("Vill du veta mer? Kontakta {name}, [e-postadress]."),
            None => "Vill du veta mer? Kontakta [namn och e-postadress].".to_owned(),
        },
    },
};

fn days_sv(days: i64) -> String {
    if days == 1 { "1 dag".to_owned() } else { format!("{days} dagar") }
}

/// `9 är besvarade` behind "Av dem": `är 9 besvarade`.
fn inverted(said: &str) -> String {
    let mut words = said.splitn(3, ' ');
    match (words.next(), words.next(), words.next()) {
        (Some(number), Some(are), Some(rest)) => format!("{are} {number} {rest}"),
        _ => said.to_owned(),
    }
}

fn sv_solved(figures: &Figures) -> String {
    match figures.solved {
        0 => String::new(),
        solved => format!(", varav {}", are(solved, "löst", "lösta")),
    }
}

fn sv_feedback(figures: &Figures) -> String {
    let thanks = "Tack för att ni delade med er!";
    let at = if figures.meetings == 1 { String::new() } else { format!("På {} möten ", figures.meetings) };
    let raised = match figures.challenges {
        0 => format!("{thanks} Den här gången antecknade vi inga utmaningar."),
        all => {
            let all = count(all, "utmaning", "utmaningar");
            let raised =
                if at.is_empty() { format!("Ni lyfte {all}.") } else { format!("{at}lyfte ni {all}.") };
            format!("{thanks} {raised}")
        }
    };
    let solved = if figures.answered == 0 { figures.closed } else { figures.solved };
    let solved = match (figures.challenges, solved) {
        (_, 0) => String::new(),
        (1, _) => "den är löst".to_owned(),
        (_, solved) => are(solved, "löst", "lösta"),
    };
    let answered = match (figures.challenges, figures.answered) {
        (0, _) => String::new(),
        (1, 0) => " Vi har inte svarat på den än".to_owned(),
        (1, _) => " Vi har svarat på den".to_owned(),
        (_, 0) => " Vi har inte svarat på någon av dem än".to_owned(),
        (all, answered) if all == answered => " Vi har svarat på alla".to_owned(),
        (_, answered) => format!(" Vi har svarat på {answered} av dem"),
    };
    let but = if figures.answered == 0 { "men" } else { "och" };
    let answered = match (answered.is_empty(), solved.is_empty()) {
        (true, _) => String::new(),
        (false, true) => format!("{answered}."),
        (false, false) => format!("{answered}, {but} {solved}."),
    };
    let waiting = match figures.waiting {
        waiting if waiting > 0 && figures.answered > 0 => format!(" Fortfarande väntar {waiting} på svar."),
        _ => String::new(),
    };
    let subject = if figures.meetings == 1 { "Mötet" } else { "Mötena" };
    let actions = match (figures.actions, figures.done) {
        (0, _) => String::new(),
        (1, 0) => format!(" {subject} har lett till 1 åtgärd, som inte är klar än."),
        (1, _) => format!(" {subject} har lett till 1 åtgärd, och den är klar."),
        (all, 0) => format!(" {subject} har lett till {all} åtgärder. Ingen av dem är klar än."),
        (all, done) if all == done => format!(" {subject} har lett till {all} åtgärder, och alla är klara."),
        (all, done) => {
            format!(" {subject} har lett till {all} åtgärder, varav {}.", are(done, "klar", "klara"))
        }
    };
    format!("{raised}{answered}{waiting}{actions}")
}

fn sv_promises(figures: &Figures) -> String {
    let promised = count(figures.commitments, "sak", "saker");
    if figures.promised == figures.commitments {
        let them = if figures.commitments == 1 { "det" } else { "dem" };
        return format!("Ni lovade {promised}. Vi har inte följt upp {them} än.");
    }
    let states: Vec<String> = [
        (figures.kept > 0).then(|| are(figures.kept, "gjord", "gjorda")),
        (figures.underway > 0).then(|| format!("{} är på väg", figures.underway)),
        (figures.continuous > 0).then(|| format!("{} görs hela tiden", figures.continuous)),
        (figures.abandoned > 0).then(|| format!("{} blev inte av", figures.abandoned)),
        (figures.promised > 0).then(|| format!("{} har vi inte följt upp än", figures.promised)),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("Ni lovade {promised}: {}.", listed(&states, "och"))
}

pub(super) const EN: ReportWords = ReportWords {
    about: "About the document",
    updated: "Updated",
    programme: "Programme",
    meetings: "Meetings",
    titled: |report, subject| format!("{report}: {subject}"),
    responder: "Should respond",
    state: "State",
    overdue: |status| match status {
        Some(status) => format!("overdue ({status})"),
        None => "overdue".to_owned(),
    },
    due: |day| format!("due {day}"),
    response: |day, sort| {
        let day = day.map(|day| format!(" {day}")).unwrap_or_default();
        let sort = sort.map(|sort| format!(" ({sort})")).unwrap_or_default();
        format!("Response{day}{sort}")
    },
    check: |day, outcome, comment| {
        let comment = if comment.is_empty() { String::new() } else { format!(". {comment}") };
        format!("Follow-up {day}: {outcome}{comment}")
    },
    feedback: FeedbackWords {
        summary: en_feedback,
        order: "Under each heading, what we have answered stands first and what waits for an answer last.",
        said: "You said",
        asked: "You asked",
        did: "We did",
        doing: "We are doing",
        dropped: "We will not do",
        done: |day| day.map_or_else(|| "done".to_owned(), |day| format!("done {day}")),
        unanswered: |responder| match responder {
            Some(name) => format!("We have not answered yet. The question is with {name}."),
            None => "We have not answered yet.".to_owned(),
        },
        answered: "It has been answered.",
        decided: "What was decided",
        also: "What we are doing besides",
        promises: "How the promises went",
        kept: en_promises,
        notes: |notes| match notes {
            1 => "We also noted 1 other thought. It is in the minutes.".to_owned(),
            _ => format!("We also noted {notes} tips, ideas and thoughts. They are in the minutes."),
        },
    },
    actions: ActionWords {
        summary: |figures| {
            let open = figures.actions - figures.done;
            if open == 0 {
                return format!("{} on the list, all done.", count(figures.actions, "action", "actions"));
            }
            let late = if figures.overdue == 0 {
                String::new()
            } else {
                format!(", {} of them overdue", figures.overdue)
            };
            let done = if figures.done == 0 { String::new() } else { format!(" {} done.", figures.done) };
            format!("{} on the list{late}.{done}", count(open, "open action", "open actions"))
        },
        none: "There are no actions.",
        unowned: "Nobody responsible yet",
        commitments: "Commitments",
        of: |owner| format!("Actions: {owner}"),
        what: "What",
        who: "Who",
        due: "Due",
        status: "Status",
        meeting: "From meeting",
        number: "No.",
    },
    challenges: OpenWords {
        summary: |figures, oldest| {
            let waiting = match figures.waiting {
                0 => "No challenge waits for an answer.".to_owned(),
                number => format!("{} for an answer.", count(number, "challenge waits", "challenges wait")),
            };
            let oldest = match oldest {
                Some(days) if figures.waiting > 1 && days > 0 => {
                    format!(" The oldest has waited {}.", days_en(days))
                }
                _ => String::new(),
            };
            let pending = match figures.pending {
                0 => String::new(),
                number => format!(" {} answered but not solved.", count(number, "more is", "more are")),
            };
            format!("{waiting}{oldest}{pending}")
        },
        none: "There are no open challenges.",
        waiting: "Waiting for an answer",
        pending: "Answered but not solved",
        age: |days| match days {
            0 => "from today".to_owned(),
            _ => format!("{} old", days_en(days)),
        },
    },
    statement: StatementWords {
        genre: "Statement to the board",
        title: |subject| format!("Report: {subject}"),
        date: "Date",
        reference: "Our reference",
        number: "Reference",
        author: "[name]\n[title]",
        mail: "[e-mail address]",
        no_number: "[reference number]",
        summary: "Summary",
        held: |meeting, meetings, dates, programme| {
            let within = programme.map(|name| format!(" within the programme {name}")).unwrap_or_default();
            let what = match meeting {
                Some(title) => format!("the meeting “{title}”"),
                None => count(meetings, "meeting", "meetings"),
            };
            let were = if meeting.is_some() || meetings == 1 { "was" } else { "were" };
            match period(dates, |day| format!("On {day}"), |from, to| format!("Between {from} and {to}")) {
                Some(when) => format!("{when}, {what} {were} held{within}."),
                None => format!("This report is about {what}{within}."),
            }
        },
        raised: |figures| {
            let challenges = count(figures.challenges, "challenge", "challenges");
            match (figures.challenges, figures.answered) {
                (0, _) => "No challenges were noted.".to_owned(),
                (_, 0) => format!("The participants raised {challenges}, none of them answered so far."),
                (_, answered) => {
                    let solved = if figures.solved == 0 {
                        String::new()
                    } else {
                        format!(" ({} solved)", figures.solved)
                    };
                    let waiting = if figures.waiting == 0 {
                        String::new()
                    } else {
                        format!(" {} waiting for an answer.", count(figures.waiting, "is", "are"))
                    };
                    format!(
                        "The participants raised {challenges}, {answered} of them answered{solved}.{waiting}"
                    )
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
                let kept = if figures.kept == 0 {
                    String::new()
                } else {
                    format!(", {} of them kept", figures.kept)
                };
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
    },
    news: NewsWords {
        headline: |programme| format!("News from {programme}"),
        published: |day| format!("News on the intranet {day}"),
        lead: |meeting, day, audience| {
            let held = match day {
                Some(day) => format!("On {day} the meeting “{meeting}” was held."),
                None => format!("We have held the meeting “{meeting}”."),
            };
            let audience = audience.map(|whom| format!(" It was meant for {whom}.")).unwrap_or_default();
            format!("{held}{audience}")
        },
        lead_programme: |meetings, dates, programme| {
            let were = count(meetings, "meeting was", "meetings were");
            let when =
                period(dates, |day| format!("On {day}, "), |from, to| format!("Between {from} and {to}, "));
            format!("{}{were} held within {programme}.", when.unwrap_or_default())
        },
        raised: |figures| match (figures.challenges, figures.answered) {
            (0, _) => String::new(),
            (all, answered) => format!(
                "The participants raised {}; {answered} answered so far.",
                count(all, "challenge", "challenges")
            ),
        },
        people: "Who took part",
        no_people: "[Write who took part or who is in the group.]",
        topics: "What was raised",
        following: "This was raised:",
        more: |more| format!("The minutes have {more} more."),
        decided: "What was decided",
        next: "Next steps",
        step: |day, what| format!("{day}: {what}"),
        next_meeting: "next meeting",
        no_next: "[Write what happens next, and when.]",
        closing: "We will go on telling how it goes, so that everybody can follow the work.",
        contact: |name| match name {
            Some(name) => format!("Want to know more? Contact {name}, [e-mail address]."),
            None => "Want to know more? Contact [name and e-mail address].".to_owned(),
        },
    },
};

fn days_en(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

fn en_feedback(figures: &Figures) -> String {
    let thanks = "Thank you for sharing your thoughts!";
    let at = if figures.meetings == 1 { String::new() } else { format!(" at {} meetings", figures.meetings) };
    let raised = match figures.challenges {
        0 => format!("{thanks} No challenges were noted this time."),
        all => format!("{thanks} You raised {}{at}.", count(all, "challenge", "challenges")),
    };
    let answered = match (figures.challenges, figures.answered) {
        (0, _) => String::new(),
        (1, 0) => " We have not answered it yet.".to_owned(),
        (1, _) => " We have answered it.".to_owned(),
        (_, 0) => " We have not answered any of them yet.".to_owned(),
        (all, answered) if all == answered => " We have answered all of them.".to_owned(),
        (_, answered) => format!(" We have answered {answered} of them."),
    };
    let solved =
        if figures.solved == 0 { String::new() } else { format!(" Solved so far: {}.", figures.solved) };
    let waiting = match figures.waiting {
        waiting if waiting > 0 && figures.answered > 0 => format!(" Still waiting for an answer: {waiting}."),
        _ => String::new(),
    };
    let actions = match figures.actions {
        0 => String::new(),
        all => {
            format!(" This has led to {}, {} of them done.", count(all, "action", "actions"), figures.done)
        }
    };
    format!("{raised}{answered}{solved}{waiting}{actions}")
}

fn en_promises(figures: &Figures) -> String {
    let promised = count(figures.commitments, "thing", "things");
    if figures.promised == figures.commitments {
        return format!("You promised {promised}. We have not followed up yet.");
    }
    let states: Vec<String> = [
        (figures.kept > 0).then(|| format!("{} done", figures.kept)),
        (figures.underway > 0).then(|| format!("{} on the way", figures.underway)),
        (figures.continuous > 0).then(|| format!("{} done all the time", figures.continuous)),
        (figures.abandoned > 0).then(|| format!("{} came to nothing", figures.abandoned)),
        (figures.promised > 0).then(|| format!("{} not followed up yet", figures.promised)),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("You promised {promised}: {}.", listed(&states, "and"))
}
