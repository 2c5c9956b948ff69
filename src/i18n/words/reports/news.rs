//! The news text for an intranet. What is in square brackets is for a person to fill in.

use super::{Numbers, When, form, sv_meetings};
use crate::i18n::Lang;
use crate::i18n::format::count;
use crate::i18n::occupations::in_sentence;
use crate::model::statistics::Figures;

/// See the module.
#[derive(Debug)]
pub struct NewsWords {
    /// The headline for a programme.
    pub headline: fn(programme: &str) -> String,
    /// Where and when it is published.
    pub published: fn(day: &str) -> String,
    /// The lead for one meeting.
    pub lead: fn(meeting: &str, day: Option<&str>, audience: Option<&str>) -> String,
    /// The lead for the meetings of a programme.
    pub lead_programme: fn(meetings: usize, when: When<'_>, programme: Option<&str>) -> String,
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
    /// How many more points are in the minutes.
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

pub(super) const SV: NewsWords = NewsWords {
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
        let within = programme.map(|name| format!(" inom {name}")).unwrap_or_default();
        match when {
            When::Day(day) => format!("Den {day} hölls {meetings}{within}."),
            When::Period(period) => format!("Under tiden {period} hölls {meetings}{within}."),
            When::Unknown => format!("Vi har haft {meetings}{within}."),
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
        Some(name) => {
            format!("Vill du veta mer? Kontakta {}, [e-postadress].", in_sentence(Lang::Sv, name))
        }
        None => "Vill du veta mer? Kontakta [namn och e-postadress].".to_owned(),
    },
};

pub(super) const EN: NewsWords = NewsWords {
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
        let within = programme.map(|name| format!(" within {name}")).unwrap_or_default();
        match when {
            When::Day(day) => format!("On {day}, {held}{within}."),
            When::Period(period) => format!("In the period {period}, {held}{within}."),
            When::Unknown => format!("So far {held}{within}."),
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
};
