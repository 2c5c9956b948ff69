//! "Ni sa – vi gjorde": what goes back to the room, in its own words.

use super::{Numbers, form, listed, sv_meetings};
use crate::i18n::Lang;
use crate::i18n::format::count;
use crate::i18n::occupations::in_sentence;
use crate::model::statistics::Figures;

/// See the module.
#[derive(Debug)]
pub struct FeedbackWords {
    /// The numbers in a few warm sentences.
    pub summary: fn(&Figures) -> String,
    /// In which order the challenges follow.
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
    /// In place of the responder's name where it is left out.
    pub somebody: &'static str,
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

pub(super) const SV: FeedbackWords = FeedbackWords {
    summary: sv_feedback,
    order: "Under varje rubrik står först det vi har svarat på och sist det som väntar på svar.",
    said: "Ni sa",
    asked: "Ni frågade",
    did: "Gjort",
    doing: "På gång",
    dropped: "Blir inte av",
    unanswered: |responder| match responder {
        Some(name) => {
            let name = in_sentence(Lang::Sv, name);
            let stop = if name.ends_with('.') { "" } else { "." };
            format!("Vi har inte svarat än. Frågan ligger hos {name}{stop}")
        }
        None => "Vi har inte svarat än.".to_owned(),
    },
    somebody: "en utsedd ansvarig",
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
};

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
        (figures.archived, "följer vi inte upp längre"),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, state)| format!("{} {state}", numbers.en(number)))
    .collect();
    format!("{promised}: {}.", listed(&states, "och"))
}

pub(super) const EN: FeedbackWords = FeedbackWords {
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
    somebody: "the one who is responsible for it",
    answered: "It has been answered.",
    decided: "What was decided",
    also: "What we are doing besides",
    promises: "How the promises went",
    kept: en_promises,
    notes: |notes| match notes {
        1 => "We also noted 1 other thought. It is in the minutes.".to_owned(),
        _ => format!("We also noted {notes} tips, ideas and thoughts. They are in the minutes."),
    },
};

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
        (figures.archived > 0).then(|| format!("{} not followed up any more", figures.archived)),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("You promised {promised}: {}.", listed(&states, "and"))
}
