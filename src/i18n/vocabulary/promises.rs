//! The words with which minutes say, in running text, who will do what: verbs of taking on, and what surrounds
//! them. All in lower case.

use super::word_list::WordList;
use crate::model::ActionStatus;

/// A verb of taking on, in the three forms in which a promise uses it. A particle follows the verb.
#[derive(Debug, Clone, Copy)]
pub struct PromiseVerb {
    /// As in "jag ringer".
    pub present: &'static str,
    /// As in "jag ska ringa".
    pub infinitive: &'static str,
    /// "skickas av Eva"; empty where nobody says so.
    pub passive: &'static str,
    /// The words one of which must follow; none for a verb that needs none.
    pub particles: &'static [&'static str],
}

const fn verb(present: &'static str, infinitive: &'static str, passive: &'static str) -> PromiseVerb {
    PromiseVerb { present, infinitive, passive, particles: &[] }
}

/// Verbs with which somebody takes something on. What only reports what somebody says or does ("berättar",
/// "arbetar", "informerar") is none of them.
pub const VERBS: &[PromiseVerb] = &[
    verb("kontaktar", "kontakta", "kontaktas"),
    verb("skickar", "skicka", "skickas"),
    verb("mejlar", "mejla", "mejlas"),
    verb("mailar", "maila", "mailas"),
    verb("ringer", "ringa", ""),
    verb("bokar", "boka", "bokas"),
    verb("återkommer", "återkomma", ""),
    verb("återrapporterar", "återrapportera", ""),
    verb("felanmäler", "felanmäla", "felanmäls"),
    verb("beställer", "beställa", "beställs"),
    verb("köper", "köpa", "köps"),
    verb("ordnar", "ordna", "ordnas"),
    verb("fixar", "fixa", "fixas"),
    verb("kollar", "kolla", "kollas"),
    verb("undersöker", "undersöka", "undersöks"),
    verb("sammanställer", "sammanställa", "sammanställs"),
    verb("förbereder", "förbereda", "förbereds"),
    verb("uppdaterar", "uppdatera", "uppdateras"),
    verb("publicerar", "publicera", "publiceras"),
    verb("kallar", "kalla", ""),
    PromiseVerb {
        present: "tar",
        infinitive: "ta",
        passive: "tas",
        particles: &["med", "upp", "fram", "kontakt", "reda", "hand", "på", "tag", "över", "in"],
    },
    PromiseVerb {
        present: "lägger",
        infinitive: "lägga",
        passive: "läggs",
        particles: &["ut", "in", "upp", "till"],
    },
    PromiseVerb { present: "ser", infinitive: "se", passive: "", particles: &["till", "över"] },
    PromiseVerb { present: "hör", infinitive: "höra", passive: "", particles: &["av"] },
    PromiseVerb { present: "bjuder", infinitive: "bjuda", passive: "bjuds", particles: &["in"] },
    PromiseVerb { present: "följer", infinitive: "följa", passive: "följs", particles: &["upp"] },
    PromiseVerb { present: "stämmer", infinitive: "stämma", passive: "stäms", particles: &["av"] },
    PromiseVerb { present: "delar", infinitive: "dela", passive: "delas", particles: &["ut"] },
    PromiseVerb { present: "skriver", infinitive: "skriva", passive: "skrivs", particles: &["ihop", "ut"] },
    PromiseVerb { present: "gör", infinitive: "göra", passive: "görs", particles: &["klart", "färdigt"] },
];

/// Words between a name and the infinitive.
pub const MODALS: &[&str] = &["ska", "skall", "lovar", "lovade", "åtar", "kommer"];

/// Words that may come between the words of a promise and change nothing in it.
pub const FILLERS: &[&str] = &["också", "även", "sedan", "då", "därefter", "att", "sig"];

/// Words after which a clause begins.
pub const JOINTS: &[&str] = &["och", "men", "så", "samt", "–", "-", "—"];

/// Words that take a promise back, or make it depend on something.
pub const DOUBTS: &[&str] =
    &["inte", "ej", "aldrig", "kanske", "eventuellt", "ofta", "brukar", "alltid", "varje"];

/// Words that open a sentence with a capital letter as names do, and name nobody.
pub const NOBODY: &[&str] = &[
    "vi", "jag", "du", "ni", "man", "de", "dom", "hon", "han", "hen", "den", "det", "detta", "alla", "någon",
    "några", "ingen", "inga", "som", "vem", "vilka", "region", "regionen", "när", "om", "eftersom", "medan",
    "innan", "tills", "att", "ifall", "fast", "hur", "vad", "där", "varför",
];

/// The word before who does it, in the passive.
pub const BY: &str = "av";

/// The word before by when.
pub const AT_THE_LATEST: &str = "senast";

/// A number of days or weeks before another day: "två veckor innan", "en vecka före".
pub fn days_before(number: &str, unit: &str, before: &str) -> Option<u64> {
    const NUMBERS: &[&str] = &["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"];
    let spoken = NUMBERS.iter().position(|word| *word == number).and_then(|at| u64::try_from(at).ok());
    let number = spoken.or_else(|| number.parse().ok()).filter(|number| (1..=60).contains(number))?;
    let days = match unit {
        "dag" | "dagar" => 1,
        "vecka" | "veckor" => 7,
        _ => return None,
    };
    ["innan", "före", "dessförinnan"].contains(&before).then_some(number * days)
}

/// Labels before how far a thing has come.
pub const STATUS_LABELS: &[&str] = &["status?", "status:"];

/// How far a thing has come, by the word that says it.
pub fn status(word: &str) -> Option<ActionStatus> {
    Some(match word {
        "klart" | "klar" | "klara" | "färdigt" | "färdig" | "åtgärdat" | "avslutat" | "avslutad" | "done" => {
            ActionStatus::Done
        }
        "pågår" | "pågående" | "påbörjat" | "påbörjad" | "ongoing" => ActionStatus::Ongoing,
        "väntar" | "avvaktar" | "waiting" => ActionStatus::Waiting,
        _ => return None,
    })
}

/// The one of the verbs below that says it without anything after it.
pub const ANSWERS: &str = "ansvarar";

/// Verbs with which somebody is responsible for something. Only in a list of actions do they say who does it.
pub const ANSWERING: &[PromiseVerb] = &[
    PromiseVerb { present: "ansvarar", infinitive: "ansvara", passive: "", particles: &["för"] },
    PromiseVerb { present: "svarar", infinitive: "svara", passive: "", particles: &["för"] },
    PromiseVerb {
        present: "tar",
        infinitive: "ta",
        passive: "",
        particles: &["ansvar", "ansvaret", "huvudansvar", "huvudansvaret"],
    },
    PromiseVerb {
        present: "har",
        infinitive: "ha",
        passive: "",
        particles: &["ansvar", "ansvaret", "huvudansvar", "huvudansvaret"],
    },
    PromiseVerb {
        present: "är",
        infinitive: "vara",
        passive: "",
        particles: &["ansvarig", "ansvariga", "huvudansvarig", "huvudansvariga"],
    },
    PromiseVerb {
        present: "blir",
        infinitive: "bli",
        passive: "",
        particles: &["ansvarig", "ansvariga", "huvudansvarig", "huvudansvariga"],
    },
    PromiseVerb { present: "håller", infinitive: "hålla", passive: "", particles: &["i", "ihop"] },
    PromiseVerb { present: "åtar", infinitive: "åta", passive: "", particles: &["sig"] },
];

/// Words that say who is responsible for an action without the usual colon.
pub const RESPONSIBLE: &[&str] =
    &["huvudansvariga", "huvudansvarig", "ansvariga", "ansvarig", "ansv.", "ansv", "responsible"];

/// What is between these and what somebody is responsible for: "ansvarig för bänken".
pub const FOR: &str = " för ";

/// Words between these and the name: "ansvarig är Eva".
pub const IS: &[&str] = &["är", "blir", "blev", "is"];

/// What is asked or said before whoever does an action, with a colon or a question mark after it.
pub const WHO: &[&str] = &[
    "vem gör det",
    "vem gör",
    "vem",
    "vilka",
    "utförs av",
    "görs av",
    "utförare",
    "genomförs av",
    "tilldelas",
    "tilldelad",
    "ägare",
    "handläggare",
    "ansvarar",
    "ansvar",
    "huvudansvar",
    "huvudansvarig",
    "huvudansvariga",
    "ansvarig person",
    "ansvariga personer",
    "owner",
    "who",
];

/// Words that begin what is said where nobody is responsible yet.
pub const NOBODY_YET: &[&str] = &[
    "saknas",
    "utses",
    "ingen",
    "inga",
    "ej",
    "inte",
    "ännu",
    "oklart",
    "okänt",
    "okänd",
    "vakant",
    "obestämt",
    "bestäms",
    "utsett",
    "senare",
    "meddelas",
    "tbd",
    "none",
    "nobody",
    "missing",
];

/// Verbs after a name at the beginning of an action that say what is so, and not what somebody does.
pub const BEING: &[&str] = &[
    "behöver",
    "får",
    "vill",
    "har",
    "är",
    "undrar",
    "önskar",
    "saknar",
    "väntar",
    "blir",
    "mår",
    "heter",
    "bör",
    "måste",
    "tycker",
    "anser",
    "frågar",
    "säger",
    "sitter",
    "kommer",
    "slutar",
    "börjar",
    "fyller",
    "tackar",
    "efterlyser",
];

/// Ends of words for bodies that do things, rather than for houses and places.
pub static ACTING_BODIES: WordList = WordList::words(
    "avdelningen bolaget byalaget enheten föreningen förbundet förvaltningen gruppen hemtjänsten kansliet klubben
    kommittén kommunen kontoret länsstyrelsen nämnden organisationen polisen projektet regionen räddningstjänsten
    rådet samfälligheten sekretariatet staben stiftelsen styrelsen teamet utskottet verket",
);

/// Words before by when an action is to be done, without a colon; the longest first.
pub const DUE_WORDS: &[&str] = &[
    "klart senast",
    "klar senast",
    "senast",
    "klart till",
    "klart",
    "klar",
    "innan",
    "före",
    "deadline",
    "by",
];

/// What follows whoever is given a task.
pub const GIVEN_TASK: &[&str] = &[
    " får i uppdrag",
    " fick i uppdrag",
    " har i uppdrag",
    " har fått i uppdrag",
    " ges i uppdrag",
    " gavs i uppdrag",
    " får uppdraget",
    " fick uppdraget",
    " tilldelas uppdraget",
    " uppdras att",
    " uppdrogs att",
    " åläggs att",
    " ålades att",
    " ombeds att",
    " ombads att",
];

/// What is before whoever is given a task.
pub const TASK_TO: &[&str] = &["uppdras åt ", "uppdrogs åt ", "uppdrar åt ", "uppdrog åt ", "i uppdrag åt "];

/// What is before whoever is given a task, and what is after them.
pub const GIVES: &[(&str, &str)] = &[
    (" ger ", " i uppdrag"),
    (" gav ", " i uppdrag"),
    (" ge ", " i uppdrag"),
    (" ger ", " uppdraget"),
    (" gav ", " uppdraget"),
];

/// What is between whoever is given a task and what it is.
pub const TO_DO: &str = " att ";
