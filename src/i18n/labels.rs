//! What the choices of the model are called.

use super::Lang;
use crate::model::calendar::{Eve, RedDay};
use crate::model::{
    ActionStatus, ChallengeStatus, CommitmentStatus, FieldRole, FindingKind, Kind, MeetingKind,
    MinutesStatus, Names, NoteKind, ParkedStatus, Profile, Protection, Report, ResponseKind, SectionKind,
    ViewedList, WhyKept,
};

/// A kind of entry, in the singular: "utmaning".
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Note(note) => note_kind(lang, note),
        Kind::Challenge(_) => lang.pick("utmaning", "challenge"),
        Kind::Commitment(_) => lang.pick("åtagande", "commitment"),
        Kind::Action(_) => lang.pick("åtgärd", "action"),
        Kind::Decision => lang.pick("beslut", "decision"),
        Kind::Parked(_) => lang.pick("parkering", "parked"),
    }
}

/// A kind of note, in the singular.
pub fn note_kind(lang: Lang, note: NoteKind) -> &'static str {
    match note {
        NoteKind::Note => lang.pick("anteckning", "note"),
        NoteKind::Tip => lang.pick("tips", "tip"),
        NoteKind::Idea => lang.pick("idé", "idea"),
        NoteKind::Question => lang.pick("fråga", "question"),
        NoteKind::Project => lang.pick("projekt", "project"),
        NoteKind::Quote => lang.pick("citat", "quote"),
        NoteKind::Information => lang.pick("information", "information"),
        NoteKind::Contact => lang.pick("kontakt", "contact"),
        NoteKind::Unknown => lang.pick("okänt slag (nyare version)", "unknown kind (newer version)"),
    }
}

/// A status that a newer version wrote.
fn unknown_status(lang: Lang) -> &'static str {
    lang.pick("okänd status (nyare version)", "unknown status (newer version)")
}

/// A value that a newer version wrote, where no more is known of it.
pub fn unknown(lang: Lang) -> &'static str {
    lang.pick("okänt (nyare version)", "unknown (newer version)")
}

/// The marker in the margin of an entry: what is typed for its kind at the pen. `None` where nothing needs to be typed.
pub fn marker(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Challenge(_) => Some("!"),
        Kind::Commitment(_) => Some(">"),
        Kind::Action(_) => Some(">>"),
        Kind::Decision => Some("§"),
        Kind::Note(NoteKind::Question) => Some("?"),
        Kind::Note(NoteKind::Quote) => Some("\""),
        Kind::Note(_) | Kind::Parked(_) => None,
    }
}

/// What is in the margin of an entry where lines are typed: its [`marker`], otherwise a hyphen as it is typed, and an
/// ellipsis for what is parked.
pub fn typed_marker(kind: Kind) -> &'static str {
    marker(kind).unwrap_or(if matches!(kind, Kind::Parked(_)) { "…" } else { "-" })
}

/// What is in the margin of an entry without a [`marker`] in lists of what was found or read.
pub const NO_MARKER: &str = "–";

/// The status of an entry, where its kind has one: "på väg".
pub fn status(lang: Lang, kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Note(_) | Kind::Decision => None,
        Kind::Challenge(status) => Some(match status {
            ChallengeStatus::Open => lang.pick("öppen", "open"),
            ChallengeStatus::Ongoing => lang.pick("pågår", "ongoing"),
            ChallengeStatus::Solved => lang.pick("löst", "solved"),
            ChallengeStatus::Remains => lang.pick("kvarstår", "remains"),
            ChallengeStatus::Referred => lang.pick("hänvisad", "referred"),
            ChallengeStatus::Unknown => unknown_status(lang),
        }),
        Kind::Commitment(status) => Some(match status {
            CommitmentStatus::Promised => lang.pick("lovat", "promised"),
            CommitmentStatus::Done => lang.pick("gjort", "done"),
            CommitmentStatus::Underway => lang.pick("på väg", "on its way"),
            CommitmentStatus::Abandoned => lang.pick("blev inte av", "not done"),
            CommitmentStatus::Continuous => lang.pick("fortlöpande", "all the time"),
            CommitmentStatus::Archived => lang.pick("arkiverat", "archived"),
            CommitmentStatus::Unknown => unknown_status(lang),
        }),
        Kind::Action(status) => Some(match status {
            ActionStatus::New => lang.pick("ny", "new"),
            ActionStatus::Ongoing => lang.pick("pågår", "ongoing"),
            ActionStatus::Waiting => lang.pick("väntar", "waiting"),
            ActionStatus::Done => lang.pick("klar", "done"),
            ActionStatus::Struck => lang.pick("struken", "struck off"),
            ActionStatus::Unknown => unknown_status(lang),
        }),
        Kind::Parked(status) => Some(match status {
            ParkedStatus::Parked => lang.pick("parkerad", "parked"),
            ParkedStatus::Reopened => lang.pick("åter på bordet", "back on the table"),
            ParkedStatus::BecameAction => lang.pick("blev åtgärd", "became an action"),
            ParkedStatus::BecameChallenge => lang.pick("blev utmaning", "became a challenge"),
            ParkedStatus::Dismissed => lang.pick("avskriven", "written off"),
            ParkedStatus::Unknown => unknown_status(lang),
        }),
    }
}

/// The kind of a response, in lower case: "på gång".
pub fn response_kind(lang: Lang, kind: ResponseKind) -> &'static str {
    match kind {
        ResponseKind::Answer => lang.pick("svar", "answer"),
        ResponseKind::Underway => lang.pick("på gång", "under way"),
        ResponseKind::Planned => lang.pick("planerat", "planned"),
        ResponseKind::Exists => lang.pick("finns redan", "exists already"),
        ResponseKind::Agrees => lang.pick("håller med, kan inte lova", "agree, cannot promise"),
        ResponseKind::Declined => lang.pick("nej, därför att", "no, because"),
        ResponseKind::Unknown => {
            lang.pick("okänt slags svar (nyare version)", "unknown kind of answer (newer version)")
        }
    }
}

/// The same in one word or two, for a column: "håller med".
pub fn short_response_kind(lang: Lang, kind: ResponseKind) -> &'static str {
    let name = response_kind(lang, kind);
    name.split([',', '(']).next().unwrap_or(name).trim_end()
}

/// A kind of section, in the plural: "utmaningar".
pub fn section_kind(lang: Lang, kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Notes => lang.pick("anteckningar", "notes"),
        SectionKind::Challenges => lang.pick("utmaningar", "challenges"),
        SectionKind::Commitments => lang.pick("åtaganden", "commitments"),
        SectionKind::Actions => lang.pick("åtgärder", "actions"),
        SectionKind::Decisions => lang.pick("beslut", "decisions"),
        SectionKind::Questions => lang.pick("frågor", "questions"),
        SectionKind::Parking => lang.pick("parkering", "parking"),
        SectionKind::Unknown => lang.pick("okänt slag (nyare version)", "unknown kind (newer version)"),
    }
}

/// What sort of meeting it is, in lower case.
pub fn meeting_kind(lang: Lang, kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::RoundTable => lang.pick("rundabordssamtal", "round-table conversation"),
        MeetingKind::DialogueCafe => lang.pick("dialogcafé", "dialogue café"),
        MeetingKind::Network => lang.pick("nätverksträff", "network meeting"),
        MeetingKind::Workshop => lang.pick("workshop", "workshop"),
        MeetingKind::CheckIn => lang.pick("avstämningsmöte", "check-in meeting"),
        MeetingKind::Formal => lang.pick("protokollfört möte", "formal meeting"),
        MeetingKind::Unknown => {
            lang.pick("okänt slags möte (nyare version)", "unknown kind of meeting (newer version)")
        }
    }
}

/// How far the minutes have come.
pub fn minutes_status(lang: Lang, status: MinutesStatus) -> &'static str {
    match status {
        MinutesStatus::Draft => lang.pick("utkast", "draft"),
        MinutesStatus::Circulated => lang.pick("på remiss", "circulated"),
        MinutesStatus::Finalised => lang.pick("färdigställd", "finalised"),
        MinutesStatus::Verified => lang.pick("justerad", "verified"),
        MinutesStatus::Unknown => unknown_status(lang),
    }
}

/// The label that a header field gets when the document had none of its own.
pub fn field_role(lang: Lang, role: FieldRole) -> &'static str {
    match role {
        FieldRole::Date => lang.pick("Datum", "Date"),
        FieldRole::Time => lang.pick("Tid", "Time"),
        FieldRole::Place => lang.pick("Plats", "Place"),
        FieldRole::Audience => lang.pick("För vem?", "For whom?"),
        FieldRole::Reference => lang.pick("Diarienummer", "Reference"),
        FieldRole::Present => lang.pick("Närvarande", "Present"),
        FieldRole::Absent => lang.pick("Frånvarande", "Absent"),
        FieldRole::Other => lang.pick("Övrigt", "Other"),
        FieldRole::Unknown => lang.pick("Okänd uppgift (nyare version)", "Unknown detail (newer version)"),
    }
}

/// A public holiday, in lower case in Swedish.
pub fn red_day(lang: Lang, day: RedDay) -> &'static str {
    match day {
        RedDay::NewYear => lang.pick("nyårsdagen", "New Year's Day"),
        RedDay::Epiphany => lang.pick("trettondedag jul", "Epiphany"),
        RedDay::GoodFriday => lang.pick("långfredagen", "Good Friday"),
        RedDay::Easter => lang.pick("påskdagen", "Easter Sunday"),
        RedDay::EasterMonday => lang.pick("annandag påsk", "Easter Monday"),
        RedDay::MayDay => lang.pick("första maj", "May Day"),
        RedDay::Ascension => lang.pick("Kristi himmelsfärdsdag", "Ascension Day"),
        RedDay::Pentecost => lang.pick("pingstdagen", "Whit Sunday"),
        RedDay::National => lang.pick("nationaldagen", "the National Day"),
        RedDay::Midsummer => lang.pick("midsommardagen", "Midsummer's Day"),
        RedDay::AllSaints => lang.pick("alla helgons dag", "All Saints' Day"),
        RedDay::Christmas => lang.pick("juldagen", "Christmas Day"),
        RedDay::BoxingDay => lang.pick("annandag jul", "Boxing Day"),
    }
}

/// An eve that people keep free.
pub fn eve(lang: Lang, eve: Eve) -> &'static str {
    match eve {
        Eve::Easter => lang.pick("påskafton", "Easter Eve"),
        Eve::Pentecost => lang.pick("pingstafton", "Whitsun Eve"),
        Eve::Midsummer => lang.pick("midsommarafton", "Midsummer's Eve"),
        Eve::Christmas => lang.pick("julafton", "Christmas Eve"),
        Eve::NewYear => lang.pick("nyårsafton", "New Year's Eve"),
    }
}

/// The visible number of a challenge or an action: `U-12`, with a mark (`U-12·b`) where a file holds the work of
/// several laptops. The letters are those of the Swedish words in every language: they are read aloud in the same room.
pub fn number(kind: Kind, value: u32, mark: Option<&str>) -> String {
    let series = if matches!(kind, Kind::Action(_)) { "Å" } else { "U" };
    match mark {
        Some(mark) => format!("{series}-{value}·{mark}"),
        None => format!("{series}-{value}"),
    }
}

/// What a report is called, where one is chosen.
pub fn report(lang: Lang, report: Report) -> &'static str {
    match report {
        Report::Minutes => lang.pick("Anteckningar", "Minutes"),
        Report::Feedback => lang.pick("Ni sa – vi gjorde", "You said – we did"),
        Report::Actions => lang.pick("Åtgärdslista", "Action list"),
        Report::Challenges => lang.pick("Öppna utmaningar", "Open challenges"),
        Report::Statement => lang.pick("Tjänsteskrivelse", "Statement to the board"),
        Report::News => lang.pick("Nyhet till intranätet", "News for the intranet"),
        Report::Reminder => lang.pick("Påminnelse att mejla", "Reminder to mail"),
    }
}

/// What is done with names, after "Namn".
pub fn names(lang: Lang, names: Names) -> &'static str {
    match names {
        Names::Written => lang.pick("som skrivet", "as written"),
        Names::None => lang.pick("inga", "none"),
        Names::Role => lang.pick("som roll", "as role"),
        Names::Pseudonym => lang.pick("som pseudonym", "as pseudonym"),
        Names::Initials => lang.pick("initialer", "initials"),
        Names::Full => lang.pick("hela", "in full"),
    }
}

/// Whom a publication is for.
pub fn profile(lang: Lang, profile: Profile) -> &'static str {
    match profile {
        Profile::Internal => lang.pick("intern", "internal"),
        Profile::External => lang.pick("extern", "external"),
        Profile::Web => lang.pick("webb", "web"),
        Profile::Archive => lang.pick("arkiv", "archive"),
    }
}

/// So many people, or ways to reach them, of a kind that a text has: "3 namn", "1 e-postadress".
pub fn findings(lang: Lang, kind: FindingKind, number: usize) -> String {
    let one = finding(lang, kind);
    let many = match kind {
        FindingKind::Name => lang.pick("namn", "names"),
        FindingKind::LikelyName => lang.pick("troliga namn", "likely names"),
        FindingKind::Email => lang.pick("e-postadresser", "e-mail addresses"),
        FindingKind::Phone => lang.pick("telefonnummer", "telephone numbers"),
        FindingKind::Handle => lang.pick("konton på nätet", "accounts online"),
        _ => one,
    };
    super::format::count(number, one, many)
}

/// What was found, in the singular; or that it was hidden as a name and may be something else.
pub fn found(lang: Lang, kind: FindingKind, is_hidden: bool) -> &'static str {
    if is_hidden { lang.pick("dolt, osäkert", "hidden, unsure") } else { finding(lang, kind) }
}

/// What in a text may reveal something about a person, in the singular.
pub fn finding(lang: Lang, kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Health => lang.pick("hälsa", "health"),
        FindingKind::Ethnicity => lang.pick("etniskt ursprung", "ethnic origin"),
        FindingKind::Belief => lang.pick("religion eller övertygelse", "religion or belief"),
        FindingKind::Politics => lang.pick("politisk åsikt", "political opinion"),
        FindingKind::Union => lang.pick("facklig tillhörighet", "union membership"),
        FindingKind::Sexuality => lang.pick("sexuell läggning", "sexual orientation"),
        FindingKind::Protected => lang.pick("skyddad identitet", "protected identity"),
        FindingKind::Crime => lang.pick("brott", "crime"),
        FindingKind::Social => lang.pick("social situation", "social situation"),
        FindingKind::PersonalNumber => lang.pick("personnummer", "personal identity number"),
        FindingKind::Case => lang.pick("ärende om en person", "case about a person"),
        FindingKind::Account => lang.pick("konto", "account"),
        FindingKind::Name => lang.pick("namn", "name"),
        FindingKind::LikelyName => lang.pick("troligt namn", "likely name"),
        FindingKind::Address => lang.pick("adress", "address"),
        FindingKind::Phone => lang.pick("telefonnummer", "telephone number"),
        FindingKind::Email => lang.pick("e-postadress", "e-mail address"),
        FindingKind::Handle => lang.pick("konto på nätet", "account online"),
        FindingKind::Vehicle => lang.pick("registreringsskylt", "registration plate"),
        FindingKind::Network => lang.pick("ip-adress", "IP address"),
    }
}

/// How well personal data must be protected.
pub fn protection(lang: Lang, protection: Protection) -> &'static str {
    match protection {
        Protection::Special => lang.pick("känslig personuppgift", "sensitive personal data"),
        Protection::Particular => lang.pick("extra skyddsvärd", "in need of extra protection"),
        Protection::Ordinary => lang.pick("personuppgift", "personal data"),
    }
}

/// Why a name stays where names are hidden.
pub fn why_kept(lang: Lang, why: WhyKept) -> &'static str {
    match why {
        WhyKept::Body => lang.pick("namnet på en organisation", "the name of an organisation"),
        WhyKept::CalledAfter => lang.pick("uppkallat efter någon", "called after somebody"),
        WhyKept::OtherMeaning => lang.pick("läst som ett annat ord", "read as another word"),
    }
}

/// The made-up name of the person with this code.
pub fn pseudonym(lang: Lang, code: &str) -> String {
    format!("{} {code}", lang.pick("Person", "Person"))
}

/// So many of whom no more is said: "12 personer".
pub fn persons(lang: Lang, number: usize) -> String {
    let (one, many) = (lang.pick("person", "person"), lang.pick("personer", "people"));
    super::format::count(number, one, many)
}

/// More than one, nobody knows how many.
pub fn several_persons(lang: Lang) -> &'static str {
    lang.pick("flera personer", "several people")
}

/// Before whoever is thanked.
pub fn to(lang: Lang) -> &'static str {
    lang.pick("till ", "to ")
}

/// Somebody of whom no more is said.
pub fn somebody(lang: Lang) -> &'static str {
    lang.pick("en deltagare", "a participant")
}

/// What replaces a way to reach somebody. In Swedish a hidden telephone number would say that the person lives under
/// protection.
pub fn hidden_contact(lang: Lang, kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Email => lang.pick("utelämnad e-postadress", "hidden e-mail address"),
        FindingKind::Phone => lang.pick("utelämnat telefonnummer", "hidden telephone number"),
        _ => lang.pick("utelämnat användarnamn", "hidden user name"),
    }
}

/// Who is not named, as a name: "N.N.".
pub fn nameless(_: Lang) -> &'static str {
    "N.N."
}

/// What is after a name that the word after the next one belongs to as well: "Gretas- och Sunes-listan".
pub const SHORTENED_BEFORE: &[&str] = &["- och ", "- eller ", "- and ", "- or "];

/// What may be between two names that are one list.
pub const BETWEEN_NAMES: &[&str] =
    &[", ", " och ", ", och ", " samt ", " & ", "/", " / ", " + ", " o ", " and ", "; "];

/// What is between two names who do something with each other: "Åsa–Tor".
pub const BETWEEN_TWO: &[&str] = &["–", "—"];

/// The word before the last of a list.
pub fn and(lang: Lang) -> &'static str {
    lang.pick(" och ", " and ")
}

/// `a, b och c`.
pub fn listed(lang: Lang, parts: &[impl AsRef<str>]) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    match parts.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{}{}{last}", before.join(", "), and(lang)),
        None => String::new(),
    }
}

/// What a list has before a name that follows another one.
pub const BEFORE_LISTED: &[&str] = &[",", ";", " och", " samt", " and", "&", "/"];

/// What is between two names of whom both are meant, where a word before them says so.
pub const AS_WELL: &[&str] = &[" som "];

/// What is between two names of which one is meant.
pub const EITHER: &[&str] = &[" eller ", " or "];

/// What a list is called of which views are saved: its tab or page.
pub fn viewed_list(lang: Lang, list: ViewedList) -> &'static str {
    let tabs = &lang.words().app.tabs;
    match list {
        ViewedList::Challenges => tabs.challenges,
        ViewedList::Tomorrow => tabs.tomorrow,
        ViewedList::FollowUp => tabs.follow_up,
        ViewedList::Search => lang.words().app.scopes.search,
        ViewedList::Unknown => unknown(lang),
    }
}
