//! The words of the pen line: names of commands, kinds of response, and words that a name leans on.

use super::names::{WordClass, class, is_finite_by_form};

/// The commands that can be typed after `/`: their stable code, and their names, the Swedish one first
/// and the English one last. A code that the
/// terminal has a command for is that command's name.
pub const COMMANDS: [(&str, &[&str]); 34] = [
    ("table", &["bord", "table"]),
    ("section", &["avsnitt", "section"]),
    ("meeting", &["möte", "meeting"]),
    ("today", &["idag", "i dag", "today"]),
    ("new_meeting", &["nytt möte", "new meeting"]),
    ("undo", &["ångra", "undo"]),
    ("redo", &["gör om", "redo"]),
    ("search", &["sök", "find", "search"]),
    ("export", &["exportera", "spara som", "export"]),
    ("import", &["importera", "läs in", "import"]),
    ("history", &["historik", "history"]),
    ("star", &["stjärna", "star"]),
    ("unfinished", &["hann inte", "unfinished"]),
    ("tag", &["tagg", "tag"]),
    ("edit", &["ändra", "rätta", "edit"]),
    ("delete", &["ta bort", "radera", "delete"]),
    ("convert", &["gör till", "slag", "convert"]),
    ("park", &["parkera", "park"]),
    ("move_to", &["flytta", "move"]),
    ("make_action", &["gör till åtgärd", "åtgärd", "action"]),
    ("respond", &["svara", "återkoppla", "answer", "respond"]),
    ("assign", &["ansvarig", "owner"]),
    ("tab_meetings", &["möten", "meetings"]),
    ("tab_challenges", &["utmaningar", "challenges"]),
    ("tab_tomorrow", &["imorgon", "tomorrow"]),
    ("tab_follow_up", &["uppföljning", "follow up"]),
    ("scribe", &["pennan", "pen"]),
    ("language", &["språk", "language"]),
    ("theme", &["färger", "theme"]),
    ("settings", &["inställningar", "settings"]),
    ("persons", &["personer", "persons"]),
    ("handbook", &["handbok", "handbook"]),
    ("help", &["hjälp", "help"]),
    ("quit", &["avsluta", "exit", "quit"]),
];

/// Where `/flytta` can take an entry, by the code of the place: the Swedish name first and the English one last.
pub const DESTINATIONS: [(&str, &[&str]); 5] = [
    ("section", &["avsnitt", "section"]),
    ("table", &["bord", "table"]),
    ("round", &["omgång", "round"]),
    ("meeting", &["möte", "meeting"]),
    ("speaker", &["talare", "speaker"]),
];

/// What may come before a colon in a response, by the code of its kind: what it is called in Swedish first, and in
/// English last.
pub const RESPONSE_KINDS: [(&str, &[&str]); 6] = [
    ("answer", &["svar", "answer"]),
    ("underway", &["på gång", "pågår", "underway", "under way"]),
    ("planned", &["planerat", "planeras", "planerad", "planned"]),
    ("exists", &["finns redan", "finns", "exists", "exists already"]),
    (
        "agrees",
        &[
            "håller med, kan inte lova",
            "håller med",
            "kan inte lova",
            "agreed",
            "agree",
            "agree, cannot promise",
        ],
    ),
    ("declined", &["nej, därför att", "nej därför att", "nej", "no", "no because", "no, because"]),
];

/// What spans of days are counted in: "<3 dagar" is meant as a date, and is none.
pub const SPANS: [&str; 12] = [
    "dag", "dagar", "vecka", "veckor", "månad", "månader", "timmar", "day", "days", "week", "weeks", "months",
];

/// Words that leave a hole when the name, tag or date after them is taken out: "prata med @Anna", "senast <fre".
pub const LEANING: [&str; 38] = [
    "med", "av", "till", "från", "på", "om", "för", "hos", "och", "eller", "samt", "åt", "via", "i", "mot",
    "enligt", "senast", "före", "innan", "efter", "klart", "under", "kring", "bland", "with", "by", "to",
    "from", "for", "of", "and", "or", "about", "before", "after", "at", "in", "on",
];

/// Words that join two names.
pub const JOINING: [&str; 7] = ["och", "eller", "samt", "&", "and", "or", "o"];

/// English verbs in the present or past tense, beside those that the lists have.
const ENGLISH_VERBS: [&str; 16] = [
    "will", "can", "is", "was", "has", "had", "wants", "needs", "should", "must", "would", "does", "did",
    "feels", "asked", "wanted",
];

/// Words that look like verbs and are none, beside the small ones.
const NO_VERBS: [&str; 2] = ["fler", "utöver"];

/// Whether a word right after a name says what that one does: "vill", "ringer". A noun in the plural looks so too;
/// where a verb follows that (`second`), it is one.
pub fn is_deed(first: &str, second: &str) -> bool {
    let is_verb = |word| class(word).is(WordClass::VERB) || ENGLISH_VERBS.contains(&word);
    let looks_so = || {
        is_finite_by_form(first)
            && !class(first).is(WordClass::SMALL)
            && !LEANING.contains(&first)
            && !NO_VERBS.contains(&first)
            && !is_verb(second)
    };
    is_verb(first) || looks_so()
}

/// Verbs that show a dash at the start of a line to be speech ("– Det blir bra, säger Eva") and not a bullet.
pub const SPEECH: [&str; 12] = [
    "säger",
    "sa",
    "sade",
    "menar",
    "tycker",
    "undrar",
    "frågar",
    "frågade",
    "berättar",
    "svarar",
    "says",
    "said",
];

/// What `<` offers where nothing is typed after it, in Swedish and in English, in this order; weeks are added by
/// number.
pub const DUE_OFFERS: [(&str, &str); 12] = [
    ("imorgon", "tomorrow"),
    ("övermorgon", "the day after tomorrow"),
    ("fredag", "friday"),
    ("nästa vecka", "next week"),
    ("måndag", "monday"),
    ("tisdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("lördag", "saturday"),
    ("söndag", "sunday"),
    ("nästa månad", "next month"),
    ("idag", "today"),
];

/// Before the number of a week that `<` offers, in Swedish and in English.
pub const WEEK_OFFER: (&str, &str) = ("v", "w");

/// Words that end with a full stop within a sentence, in Swedish and in English. Those with one inside ("t.ex.") and
/// single letters are known by that.
pub const SHORT: [&str; 58] = [
    "adj", "adm", "anm", "avd", "ang", "bl", "ca", "dep", "dir", "dr", "dvs", "enl", "ev", "exkl", "ex",
    "exp", "fig", "fr", "from", "forts", "gm", "hr", "härl", "inkl", "ing", "jfr", "jun", "kap", "kl", "kr",
    "mfl", "mm", "mom", "mr", "mrs", "ms", "mt", "nr", "obs", "osv", "pga", "prof", "ref", "resp", "sek",
    "sid", "sign", "sr", "st", "subst", "tel", "tex", "tfn", "utg", "vs", "vol", "övr", "etc",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// English words that names are made of; no Swedish name has one that is not in both languages.
    const ENGLISH: &str = "table section meeting today new undo redo find search export import history star tag edit \
        delete convert action answer respond owner meetings challenges tomorrow follow up pen language theme help exit \
        quit settings unfinished park move persons handbook";

    #[test]
    fn the_first_name_of_a_command_is_swedish_and_the_last_english() {
        let is_english =
            |name: &str| name.split(' ').all(|word| ENGLISH.split_whitespace().any(|other| other == word));
        for (code, names) in COMMANDS {
            let [first, .., last] = names else { panic!("{code} has no name in one language") };
            assert!(!is_english(first), "{code}: {first} is first");
            assert!(is_english(last), "{code}: {last} is last");
        }
        for (code, names) in RESPONSE_KINDS {
            let [first, .., last] = names else { panic!("{code} has no name in one language") };
            let called =
                ["answer", "under way", "planned", "exists already", "agree, cannot promise", "no, because"];
            assert!(!called.contains(first) && called.contains(last), "{code}: {first}, {last}");
        }
    }
}
