//! The words of the pen line: names of commands, kinds of response, and words that a name leans on.

/// The commands that can be typed after `/`: their stable code, and their names, the Swedish one first
/// and the English one last. A code that the
/// terminal has a command for is that command's name.
pub const COMMANDS: [(&str, &[&str]); 28] = [
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
    ("tag", &["tagg", "tag"]),
    ("edit", &["ändra", "rätta", "edit"]),
    ("delete", &["ta bort", "radera", "delete"]),
    ("convert", &["gör till", "slag", "convert"]),
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
    ("help", &["hjälp", "help"]),
    ("quit", &["avsluta", "exit", "quit"]),
];

/// What may come before a colon in a response, by the code of its kind.
pub const RESPONSE_KINDS: [(&str, &[&str]); 6] = [
    ("answer", &["svar", "answer"]),
    ("underway", &["på gång", "pågår", "under way", "underway"]),
    ("planned", &["planerat", "planeras", "planerad", "planned"]),
    ("exists", &["finns redan", "finns", "exists already", "exists"]),
    (
        "agrees",
        &[
            "håller med, kan inte lova",
            "håller med",
            "kan inte lova",
            "agree, cannot promise",
            "agree",
            "agreed",
        ],
    ),
    ("declined", &["nej, därför att", "nej därför att", "nej", "no, because", "no because", "no"]),
];

/// Words that leave a hole when the name, tag or date after them is taken out: "prata med @Anna", "senast <fre".
pub const LEANING: [&str; 38] = [
    "med", "av", "till", "från", "på", "om", "för", "hos", "och", "eller", "samt", "åt", "via", "i", "mot",
    "enligt", "senast", "före", "innan", "efter", "klart", "under", "kring", "bland", "with", "by", "to",
    "from", "for", "of", "and", "or", "about", "before", "after", "at", "in", "on",
];

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

/// What `<` offers where nothing is typed after it, in this order; weeks are added by number.
pub const DUE_OFFERS: [&str; 12] = [
    "imorgon",
    "övermorgon",
    "fredag",
    "nästa vecka",
    "måndag",
    "tisdag",
    "onsdag",
    "torsdag",
    "lördag",
    "söndag",
    "nästa månad",
    "idag",
];

/// Before the number of a week that `<` offers.
pub const WEEK_OFFER: &str = "v";
