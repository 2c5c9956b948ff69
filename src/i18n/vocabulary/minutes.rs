//! The words that the reading of minutes understands, mostly Swedish: labels, headings, and the small words that
//! distinguish a heading from a paragraph, a response from a remark. All in lower case.

use super::header_labels::LABELS;
use super::word_list::WordList;
use crate::model::{FieldRole, Kind, NoteKind, SectionKind};

/// Labels that are followed by who wrote or checks the minutes.
const SIGNERS: &[&str] = &[
    "vid pennan",
    "vid anteckningarna",
    "vid protokollet",
    "antecknat av",
    "anteckningar av",
    "nedtecknat av",
    "antecknare",
    "sekreterare",
    "mötessekreterare",
    "protokollförare",
    "text",
    "at the pen",
    "minutes by",
];

/// Words that open a sign-off at the end of a document.
const SIGN_OFFS: &[&str] = &[
    "vid pennan",
    "vid anteckningarna",
    "vid protokollet",
    "antecknat av",
    "anteckningar av",
    "nedtecknat av",
    "antecknare",
    "sekreterare",
    "mötessekreterare",
    "protokollförare",
    "justeras",
    "justerat",
    "justerare",
    "justerande",
    "justeras av",
    "justerat av",
    "justerad av",
    "godkänns av",
    "godkänt av",
    "undertecknas av",
    "undertecknat av",
    "underskrivet av",
    "underskrifter",
    "underskrift",
    "ordförande",
    "at the pen",
    "minutes by",
];

/// The role of a label, with or without its colon or question mark; `None` for one that is not known.
pub fn field_role(label: &str) -> Option<FieldRole> {
    let label = bare(label);
    let known = LABELS.iter().find(|(_, labels)| labels.contains(&label.as_str())).map(|(role, _)| *role);
    known.or_else(|| SIGNERS.contains(&label.as_str()).then_some(FieldRole::Other))
}

/// Whether a whole line is a label without its colon ("Datum" above the date). Who writes the minutes is never
/// known as one: "Sekreterare" alone on a line is somebody's title.
pub fn is_label_alone(line: &str) -> bool {
    let label = bare(line);
    !line.ends_with(['.', '!']) && LABELS.iter().any(|(_, labels)| labels.contains(&label.as_str()))
}

/// Whether a label is that of a table or a group with its number ("Bord 1"), whose members may follow.
pub fn is_numbered_table(label: &str) -> bool {
    let label = bare(label);
    let parts = label.split_once(' ');
    parts.is_some_and(|(noun, number)| {
        ["bord", "grupp", "samtalsgrupp", "table", "group"].contains(&noun)
            && (1..=3).contains(&number.len())
            && number.chars().all(|c| c.is_ascii_digit())
    })
}

/// Whether a label says who wrote or checks the minutes.
pub fn is_signer(label: &str) -> bool {
    SIGNERS.contains(&bare(label).as_str())
}

/// Whether a text opens a sign-off.
pub fn is_sign_off(label: &str) -> bool {
    SIGN_OFFS.contains(&bare(label.trim_start_matches('/')).as_str())
}

/// Whether a label says who was there or was not.
pub fn is_about_presence(label: &str) -> bool {
    matches!(field_role(label), Some(FieldRole::Present | FieldRole::Absent))
}

/// Whether words that open a sign-off are about those who approve the minutes, not about who wrote them.
pub fn is_approval(label: &str) -> bool {
    let label = bare(label.trim_start_matches('/'));
    is_sign_off(&label) && ["juster", "godkän", "approved"].iter().any(|start| label.starts_with(start))
}

/// Whether words that open a sign-off are a title too, that of the one whose name is above them.
pub fn is_signers_title(text: &str) -> bool {
    let text = bare(text);
    SIGN_OFFS.contains(&text.as_str()) && ["are", "förande"].iter().any(|end| text.ends_with(end))
}

/// The ends of words for a title or role.
static ROLE_ENDINGS: WordList = WordList::words(
    "ledare chef sekreterare ordförande ombud ordnare strateg läggare assistent vecklare
    specialist givare konsulent lärare ansvarig direktör rektor tekniker samordnare sakkunnig controller
    arkitekt ingenjör administratör kommunikatör ledamot ersättare manager officer",
);

/// Whether a text is the beginning of a title or role ("processledare", "enhetschef"): the ends of such words.
pub fn is_role(word: &str) -> bool {
    // Nearly every word is in the form of the list already.
    let is_bare = word.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || c == '-');
    if is_bare { ROLE_ENDINGS.ends(word) } else { ROLE_ENDINGS.ends(&bare(word)) }
}

/// First words of headings over what was decided.
const DECISIONS: &[&str] = &[
    "beslut",
    "besluten",
    "beslutat",
    "beslutade",
    "beslutades",
    "beslutspunkter",
    "beslutslista",
    "decisions",
];

/// Other headings over what was decided.
const DECISION_HEADINGS: &[&str] = &[
    "fattade beslut",
    "vi beslutade",
    "vi har beslutat",
    "det här beslutade vi",
    "detta beslutades",
    "mötet beslutade",
];

/// Headings over what is to be done that do not begin with the word for it.
const ACTION_HEADINGS: &[&str] = &[
    "att göra",
    "att-göra",
    "att göra-lista",
    "att-göra-lista",
    "göra-lista",
    "aktiviteter",
    "aktivitetslista",
    "uppgifter",
    "uppgiftslista",
    "arbetsuppgifter",
    "nästa steg",
    "ansvar",
    "ansvar och uppgifter",
    "konkreta åtgärder",
    "beslutade åtgärder",
    "överenskomna åtgärder",
    "planerade åtgärder",
    "våra åtgärder",
    "fortsatta åtgärder",
    "det här ska göras",
    "detta ska göras",
    "to do",
    "to-do",
    "todo",
    "to do-lista",
    "next steps",
    "tasks",
    "things to do",
];

/// Headings over questions that do not begin with the word for them.
const QUESTION_HEADINGS: &[&str] = &[
    "öppna frågor",
    "obesvarade frågor",
    "kvarstående frågor",
    "inkomna frågor",
    "frågor och svar",
    "open questions",
    "q&a",
];

/// What is caught under a heading, by its words. Notes where none of them says.
pub fn section_kind(heading: &str) -> SectionKind {
    let text = bare(heading.trim_start_matches(|c: char| !c.is_alphabetic()));
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let first = words.first().copied().unwrap_or_default();
    let begins = |starts: &[&str]| starts.iter().any(|start| first.starts_with(start));
    let has = |starts: &[&str]| words.iter().any(|word| starts.iter().any(|start| word.starts_with(start)));
    // "Uppgifter till nästa gång", "Aktiviteter och ansvar" are what their first words are.
    let head = [" till ", " inför ", " framåt", " och ansvar", " efter mötet", " for "];
    let head = head.iter().filter_map(|tail| text.split_once(tail)).map(|(head, _)| head.trim()).next();
    let is_among = |headings: &[&str]| {
        headings.contains(&text.as_str()) || head.is_some_and(|head| headings.contains(&head))
    };
    if has(&["imorgon", "åtagande", "tomorrow", "commitment"])
        || ["i morgon", "ska jag göra", "jag lovar"].iter().any(|it| text.contains(it))
    {
        SectionKind::Commitments
    } else if has(&["utmaning", "svårighet", "challenge"]) || words == ["hinder"] {
        SectionKind::Challenges
    } else if DECISIONS.contains(&first) || is_among(DECISION_HEADINGS) {
        SectionKind::Decisions
    } else if begins(&["åtgärd", "action"]) || is_among(ACTION_HEADINGS) || text.starts_with("att göra ") {
        SectionKind::Actions
    } else if ["frågor", "questions"].contains(&first) || is_among(QUESTION_HEADINGS) {
        SectionKind::Questions
    } else if begins(&["parkering", "parkerad", "parkerat", "parking"]) {
        SectionKind::Parking
    } else {
        SectionKind::Notes
    }
}

/// Whether a text names a usual part of minutes, so that it is a heading even with nothing under it.
pub fn is_usual_heading(heading: &str) -> bool {
    const HEADINGS: &[&str] = &[
        "inledning",
        "bakgrund",
        "sammanfattning",
        "syfte",
        "dagordning",
        "övrigt",
        "övriga frågor",
        "nästa möte",
        "avslutning",
        "information",
        "ärendet",
        "tips",
        "idéer",
        "reflektioner",
        "diskussion",
        "nuläge",
        "nästa steg",
        "aktuellt",
        "välkommen",
        "sedan sist",
        "agenda",
        "summary",
        "background",
        "next meeting",
    ];
    HEADINGS.contains(&bare(heading).as_str())
}

/// Whether a line that ends with a colon introduces what follows rather than heads it.
pub fn is_introduction(text: &str) -> bool {
    let text = bare(text);
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    words.iter().any(|word| {
        ["följande", "nedan", "nedanstående", "dessa", "enligt", "following", "below"].contains(word)
    }) || ["det här är", "de här", "här är", "här kommer", "detta är", "these are"]
        .iter()
        .any(|it| text.starts_with(it))
}

/// The kind of an entry that begins with its name and a colon ("Beslut: …").
pub fn named_kind(name: &str) -> Option<Kind> {
    match bare(name).as_str() {
        "beslut" | "decision" => Some(Kind::Decision),
        "åtgärd" | "action" => Some(Kind::ACTION),
        "utmaning" | "challenge" => Some(Kind::CHALLENGE),
        "fråga" | "question" => Some(Kind::Note(NoteKind::Question)),
        "tips" | "tip" => Some(Kind::Note(NoteKind::Tip)),
        "idé" | "idea" => Some(Kind::Note(NoteKind::Idea)),
        "citat" | "quote" => Some(Kind::Note(NoteKind::Quote)),
        "projekt" | "project" => Some(Kind::Note(NoteKind::Project)),
        "kontakt" | "contact" => Some(Kind::Note(NoteKind::Contact)),
        _ => None,
    }
}

/// The words before the colon of an answer.
pub const ANSWER_LABELS: &[&str] = &["svar", "återkoppling", "answer", "feedback"];

/// Words between the label of an answer and who answers.
pub const ANSWERED_BY: &[&str] = &["från", "av", "from", "by"];

/// The names of the style of a title, in the languages of Word.
pub const TITLE_STYLES: &[&str] = &["title", "rubrik", "titel"];

/// What the names of the styles of headings begin with, before their level.
pub const HEADING_STYLES: &[&str] = &["heading", "rubrik", "överskrift"];

/// What the names of the styles of a table of contents begin with.
pub const CONTENTS_STYLES: &[&str] = &["toc", "innehåll", "contents"];

/// The names of the style of the team's answers.
pub const RESPONSE_STYLES: &[&str] = &["återkoppling", "svar", "response", "feedback", "answer"];

/// What the names of the styles of lists begin with, before their level.
pub const LIST_STYLES: &[&str] = &["list bullet", "list number", "punktlista", "numrerad lista"];

/// Marks in place of green text where colour was lost.
pub const GREEN_MARKS: &[&str] = &["[grön]", "[grönt]", "[green]"];

/// Labels before who answers for a thing.
pub const OWNER_LABELS: &[&str] = &["ansvarig:", "ansvariga:", "ansv.:", "ansv:", "responsible:"];

/// The words after whoever is responsible that say by when, without a full stop.
pub const AFTER_OWNERS: &[&str] = &[
    "senast", "innan", "före", "till", "t.o.m", "tom", "efter", "under", "inom", "v", "vecka", "klart",
    "klar", "deadline", "before", "until", "within",
];

/// What may be between whoever is responsible and a date: "Eva på fredag".
pub const BEFORE_DUE: &[&str] = &["i", "på", "den", "nu", "kl", "by", "on"];

/// The titles before a name that end with a full stop.
pub const ABBREVIATED_TITLES: &[&str] = &["ordf", "sekr", "v.ordf", "ing", "enh.chef", "st"];

/// Labels before by when it is to be done; the longest first.
pub const DUE_LABELS: &[&str] = &[
    "klart senast:",
    "klar senast:",
    "senast klart:",
    "klart senast",
    "senast:",
    "klart:",
    "klar:",
    "deadline:",
    "due:",
];

/// The label before what is to be done.
pub const TASK_LABELS: &[&str] = &["åtgärd:", "action:"];

/// The beginnings of a parenthesis that explains, and answers nothing.
pub const EXPLANATIONS: &[&str] = &[
    "ex.",
    "ex ",
    "t.ex",
    "t ex",
    "exempelvis",
    "till exempel",
    "dvs",
    "d.v.s",
    "bl.a",
    "bl a",
    "bland annat",
    "särskilt",
    "m.m",
    "mm",
    "etc",
    "inkl",
    "exkl",
    "obs",
    "ansvarig",
    "ansv",
    "klart senast",
    "senast ",
    "e.g.",
    "i.e.",
];

/// Answers of one word, which are no names.
pub const SHORT_ANSWERS: &[&str] = &[
    "ja",
    "nej",
    "svar",
    "klart",
    "klar",
    "pågår",
    "planerat",
    "planeras",
    "finns",
    "löst",
    "kanske",
    "gjort",
    "avslutat",
    "åtgärdat",
    "påbörjat",
    "yes",
    "no",
    "done",
];

/// Verbs with which speech is attributed ("…, säger Eva").
pub const SPEECH_VERBS: &[&str] = &[
    "säger",
    "sa",
    "sade",
    "berättar",
    "menar",
    "tycker",
    "förklarar",
    "konstaterar",
    "undrar",
    "svarar",
    "frågar",
    "tillägger",
    "fortsätter",
    "avslutar",
    "hävdar",
    "påpekar",
    "betonar",
    "understryker",
    "tror",
    "skriver",
    "kommenterar",
    "framhåller",
    "says",
    "said",
];

/// Which word for tomorrow a text holds, if any.
pub fn tomorrow(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    ["imorgon", "i morgon", "tomorrow"].into_iter().find(|word| text.contains(word))
}

/// Lower case, single plain spaces, no closing colon or question mark: the form in which labels are compared.
pub fn bare(text: &str) -> String {
    let text = text.trim().trim_end_matches([':', '?', '!', '.', ' ']);
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
