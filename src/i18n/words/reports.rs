//! The words of the reports: what a municipality writes back to the room, to a board and on its intranet.

use crate::i18n::format::{capitalised, count};
use crate::model::statistics::Figures;

/// When something was, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When<'a> {
    /// Nobody wrote it down.
    Unknown,
    /// On one day.
    Day(&'a str),
    /// From one day to another.
    Period(&'a str),
}

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
    /// The same within a line, with the day.
    pub late: fn(status: Option<&str>, day: &str) -> String,
    /// Who answers for it, within a line.
    pub owner: fn(name: &str) -> String,
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
    /// Before an action that is done. It may be called by a verb ("Beställa lampor") or by a noun ("Mall för …").
    pub did: &'static str,
    /// Before an action that is open.
    pub doing: &'static str,
    /// Before an action that was struck off.
    pub dropped: &'static str,
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
    pub held: fn(meeting: Option<&str>, meetings: usize, when: When<'_>, programme: Option<&str>) -> String,
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
    /// What stands under it.
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
    pub lead_programme: fn(meetings: usize, when: When<'_>, programme: &str) -> String,
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

/// Parts of a sentence with commas, and a word before the last.
fn listed(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// A number in Swedish running text.
#[derive(Clone, Copy)]
struct Numbers {
    /// Words up to twelve, unless a greater number stands beside them: then all are figures.
    in_words: bool,
}

impl Numbers {
    fn of(figures: &Figures) -> Self {
        let Figures { challenges, actions, commitments, .. } = *figures;
        Self { in_words: challenges.max(actions).max(commitments) <= 12 }
    }

    /// A number that stands alone.
    fn alone(number: usize) -> Self {
        Self { in_words: number <= 12 }
    }

    /// Of things that are "en".
    fn en(self, number: usize) -> String {
        const WORDS: [&str; 13] =
            ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
        let word = WORDS.get(number).filter(|_| self.in_words);
        word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
    }

    /// Of things that are "ett".
    fn ett(self, number: usize) -> String {
        if number == 1 && self.in_words { "ett".to_owned() } else { self.en(number) }
    }
}

/// One form for one, another for any other number.
fn form<'a>(number: usize, one: &'a str, many: &'a str) -> &'a str {
    if number == 1 { one } else { many }
}

pub(super) const SV: ReportWords = ReportWords {
    about: "Om dokumentet",
    updated: "Uppdaterad",
    programme: "Program",
    meetings: "Möten",
    titled: |report, subject| format!("{report}: {}", quoted(subject, '”', '”')),
    responder: "Bör svara",
    state: "Läget",
    overdue: |status| match status {
        Some(status) => format!("försenad ({status})"),
        None => "försenad".to_owned(),
    },
    late: |status, day| match status {
        Some(status) => format!("{status}, försenad sedan {day}"),
        None => format!("försenad sedan {day}"),
    },
    owner: |name| format!("ansvarig {name}"),
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
        did: "Gjort",
        doing: "På gång",
        dropped: "Blir inte av",
        unanswered: |responder| match responder {
            Some(name) => format!("Vi har inte svarat än. Frågan ligger hos {name}."),
            None => "Vi har inte svarat än.".to_owned(),
        },
        answered: "Den är besvarad.",
        decided: "Det här bestämdes",
        also: "Det här gör vi också",
        promises: "Så gick det med åtagandena",
        kept: sv_promises,
        notes: |notes| {
            if notes == 1 {
                return "Dessutom antecknade vi en tanke till. Den står i anteckningarna.".to_owned();
            }
            let notes = Numbers::alone(notes).en(notes);
            format!("Dessutom antecknade vi {notes} tips, idéer och tankar. De står i anteckningarna.")
        },
    },
    actions: ActionWords {
        summary: sv_actions,
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
        summary: sv_open,
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
        lead_programme: |meetings, when, programme| {
            let meetings = sv_meetings(meetings);
            match when {
                When::Day(day) => format!("Den {day} hölls {meetings} inom {programme}."),
                When::Period(period) => format!("Under tiden {period} hölls {meetings} inom {programme}."),
                When::Unknown => format!("Vi har haft {meetings} inom {programme}."),
            }
        },
        raised: |figures| {
            let numbers = Numbers::alone(figures.challenges);
            let raised = format!(
                "Deltagarna lyfte {} {}",
                numbers.en(figures.challenges),
                form(figures.challenges, "utmaning", "utmaningar")
            );
            match (figures.challenges, figures.answered) {
                (0, _) => String::new(),
                (1, 0) => format!("{raised}. Den väntar på svar."),
                (1, _) => format!("{raised}, som redan har fått svar."),
                (_, 0) => format!("{raised}. De väntar på svar."),
                (all, answered) if all == answered => format!("{raised}. Alla har fått svar."),
                (_, answered) => {
                    format!("{raised}, och {} av dem har redan fått svar.", numbers.en(answered))
                }
            }
        },
        people: "De var med",
        no_people: "[Skriv vilka som var med eller ingår i gruppen.]",
        topics: "Det här togs upp",
        following: "Följande togs upp:",
        more: |more| match more {
            1 => "Det finns en punkt till i anteckningarna.".to_owned(),
            _ => format!("Det finns {} punkter till i anteckningarna.", Numbers::alone(more).en(more)),
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

/// A title within a title: between marks where it has a colon of its own.
fn quoted(title: &str, open: char, close: char) -> String {
    if title.contains(':') { format!("{open}{title}{close}") } else { title.to_owned() }
}

fn sv_meetings(meetings: usize) -> String {
    format!("{} {}", Numbers::alone(meetings).ett(meetings), form(meetings, "möte", "möten"))
}

fn sv_actions(figures: &Figures) -> String {
    let numbers = Numbers::alone(figures.actions);
    let open = figures.actions - figures.done;
    if open == 0 {
        return match figures.actions {
            1 => "Listan har en åtgärd, och den är klar.".to_owned(),
            all => format!("Listan har {} åtgärder, och alla är klara.", numbers.en(all)),
        };
    }
    let first = format!("Listan har {} {}", numbers.en(open), form(open, "öppen åtgärd", "öppna åtgärder"));
    let late = match (figures.overdue, open) {
        (0, _) => String::new(),
        (1, 1) => ", och den är försenad".to_owned(),
        (late, open) if late == open => ", och alla är försenade".to_owned(),
        (late, _) => format!(", varav {} är {}", numbers.en(late), form(late, "försenad", "försenade")),
    };
    let done = match figures.done {
        0 => String::new(),
        done => format!(" Dessutom är {} {}.", numbers.en(done), form(done, "klar", "klara")),
    };
    format!("{first}{late}.{done}")
}

fn sv_open(figures: &Figures, oldest: Option<i64>) -> String {
    let numbers = Numbers::alone(figures.waiting.max(figures.pending));
    let waiting = match figures.waiting {
        0 => "Ingen utmaning väntar på svar.".to_owned(),
        1 => "En utmaning väntar på svar.".to_owned(),
        waiting => format!("{} utmaningar väntar på svar.", capitalised(&numbers.en(waiting))),
    };
    let oldest = match oldest {
        Some(days) if figures.waiting > 1 && days > 0 => {
            format!(" Den äldsta har väntat i {}.", days_sv(days))
        }
        _ => String::new(),
    };
    let pending = match figures.pending {
        0 => String::new(),
        1 => " Dessutom är en besvarad men inte löst.".to_owned(),
        pending => format!(" Dessutom är {} besvarade men inte lösta.", numbers.en(pending)),
    };
    format!("{waiting}{oldest}{pending}")
}

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

/// The same to the room, warmly.
fn sv_feedback(figures: &Figures) -> String {
    let numbers = Numbers::of(figures);
    let thanks = "Tack för att ni delade med er!";
    if figures.challenges == 0 {
        let none = "Den här gången antecknade vi inga utmaningar.";
        return format!("{thanks} {none}{}", sv_done_since(figures));
    }
    let challenges =
        format!("{} {}", numbers.en(figures.challenges), form(figures.challenges, "utmaning", "utmaningar"));
    let raised = match figures.meetings {
        1 => format!("Ni lyfte {challenges}."),
        meetings => format!("På {} lyfte ni {challenges}.", sv_meetings(meetings)),
    };
    let answered = match (figures.challenges, figures.answered) {
        (1, 0) => "Vi har inte svarat på den än".to_owned(),
        (1, _) => "Vi har svarat på den".to_owned(),
        (_, 0) => "Vi har inte svarat på någon av dem än".to_owned(),
        (all, answered) if all == answered => "Vi har svarat på alla".to_owned(),
        (_, answered) => format!("Vi har svarat på {} av dem", numbers.en(answered)),
    };
    let (but, solved) = if figures.answered == 0 { ("men", figures.closed) } else { ("och", figures.solved) };
    let solved = match (figures.challenges, solved) {
        (_, 0) => String::new(),
        (1, _) => format!(", {but} den är löst"),
        (_, solved) => format!(", {but} {} är {}", numbers.en(solved), form(solved, "löst", "lösta")),
    };
    let waiting = match figures.waiting {
        waiting if waiting > 0 && figures.answered > 0 => {
            format!(" Fortfarande väntar {} på svar.", numbers.en(waiting))
        }
        _ => String::new(),
    };
    format!("{thanks} {raised} {answered}{solved}.{waiting}{}", sv_done_since(figures))
}

fn sv_done_since(figures: &Figures) -> String {
    let numbers = Numbers::of(figures);
    let led_to = format!(" {} har lett till", form(figures.meetings, "Mötet", "Mötena"));
    match (figures.actions, figures.done) {
        (0, _) => String::new(),
        (1, 0) => format!("{led_to} {} åtgärd, som inte är klar än.", numbers.en(1)),
        (1, _) => format!("{led_to} {} åtgärd, och den är klar.", numbers.en(1)),
        (all, 0) => format!("{led_to} {} åtgärder. Ingen av dem är klar än.", numbers.en(all)),
        (all, done) if all == done => format!("{led_to} {} åtgärder, och alla är klara.", numbers.en(all)),
        (all, done) => {
            let are = form(done, "är klar", "är klara");
            format!("{led_to} {} åtgärder, varav {} {are}.", numbers.en(all), numbers.en(done))
        }
    }
}

fn sv_promises(figures: &Figures) -> String {
    let numbers = Numbers::alone(figures.commitments);
    let promised = format!(
        "Ni lovade {} {}",
        numbers.en(figures.commitments),
        form(figures.commitments, "sak", "saker")
    );
    if figures.promised == figures.commitments {
        return format!("{promised}. Vi har inte följt upp {} än.", form(figures.commitments, "den", "dem"));
    }
    let states: Vec<String> = [
        (figures.kept, form(figures.kept, "är gjord", "är gjorda")),
        (figures.underway, "är på väg"),
        (figures.continuous, "görs hela tiden"),
        (figures.abandoned, "blev inte av"),
        (figures.promised, "har vi inte följt upp än"),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, state)| format!("{} {state}", numbers.en(number)))
    .collect();
    format!("{promised}: {}.", listed(&states, "och"))
}

pub(super) const EN: ReportWords = ReportWords {
    about: "About the document",
    updated: "Updated",
    programme: "Programme",
    meetings: "Meetings",
    titled: |report, subject| format!("{report}: {}", quoted(subject, '“', '”')),
    responder: "Should respond",
    state: "State",
    overdue: |status| match status {
        Some(status) => format!("overdue ({status})"),
        None => "overdue".to_owned(),
    },
    late: |status, day| match status {
        Some(status) => format!("{status}, overdue since {day}"),
        None => format!("overdue since {day}"),
    },
    owner: |name| format!("responsible: {name}"),
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
        did: "Done",
        doing: "Under way",
        dropped: "Will not be done",
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
        lead_programme: |meetings, when, programme| {
            let held = count(meetings, "meeting was held", "meetings were held");
            match when {
                When::Day(day) => format!("On {day}, {held} within {programme}."),
                When::Period(period) => format!("In the period {period}, {held} within {programme}."),
                When::Unknown => format!("So far {held} within {programme}."),
            }
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
