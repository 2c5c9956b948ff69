//! What an entry is, who is responsible for it and by when, as far as its own words and its section say it.

use chrono::NaiveDate;

use super::bullet::is_ticked;
use super::owners::{DASHES, owners};
use super::promise::{self, Participants};
use super::response::is_name;
use super::responsible;
use super::table::TableLine;
use crate::i18n::vocabulary::promises;
use crate::i18n::{dates, vocabulary::minutes as vocabulary};
use crate::model::{ActionStatus, Due, Kind, NoteKind, SectionKind, calendar};

/// What surrounds an entry.
#[derive(Debug, Clone, Copy)]
pub struct EntryContext<'a> {
    /// Which kind the entries of its section are unless they say otherwise.
    pub section: SectionKind,
    /// Of its section; empty where there is none.
    pub heading: &'a str,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
    /// Who was there, for names in running words.
    pub participants: &'a Participants,
    /// What the entry is in a table, where it is a line of one.
    pub line: Option<TableLine>,
}

/// What an entry means.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryMeaning {
    /// What it is, and how far it has come.
    pub kind: Kind,
    /// Who is responsible for it.
    pub owner: Option<String>,
    /// By when it is to be done.
    pub due: Option<Due>,
}

/// The longest paragraph, in characters: a longer one is a whole document on one line, and "Ansvarig:" in it belongs to
/// a part of it.
const LONGEST: usize = 400;

/// The longest name of a kind, in bytes.
const LONGEST_NAME: usize = 20;

/// What an entry means that would be of the kind `base` if it said nothing itself.
pub fn of(text: &str, marker: &str, base: Kind, context: EntryContext<'_>) -> EntryMeaning {
    let mut meaning = EntryMeaning { kind: base, owner: None, due: None };
    if text.len() > LONGEST && text.chars().nth(LONGEST).is_some() {
        return meaning.within(context);
    }
    if let Some(line) = context.line
        && meaning.in_table(text, line, context)
    {
        return meaning.within(context);
    }
    let is_note = base == Kind::NOTE;
    if let Some(named) = text
        .split_once(':')
        .filter(|(name, _)| name.len() <= LONGEST_NAME)
        .and_then(|(name, _)| vocabulary::named_kind(name))
        && (is_note || matches!(named, Kind::Action(_) | Kind::Decision))
    {
        meaning.kind = named;
    }
    let named = labelled(text, vocabulary::OWNER_LABELS)
        .filter(|after| !responsible::is_nobody(after))
        .find_map(|after| owners(after, context.date));
    meaning.owner = named.as_ref().map(|(owners, _)| owners.clone());
    meaning.due = after_label(text, vocabulary::DUE_LABELS)
        .and_then(|words| due(words, context.date))
        .or_else(|| due(named?.1, context.date));
    let is_task = meaning.owner.is_some() || after_label(text, vocabulary::TASK_LABELS).is_some();
    // Among questions a label says that somebody will do something about what is said there.
    let is_open_note = match meaning.kind {
        Kind::Note(NoteKind::Note) => true,
        Kind::Note(NoteKind::Question) => !text.contains('?'),
        _ => false,
    };
    if is_task && is_open_note {
        meaning.kind = Kind::ACTION;
    }
    if let Some(ticked) = is_ticked(marker)
        && matches!(meaning.kind, Kind::Note(NoteKind::Note) | Kind::Action(_))
    {
        meaning.kind = Kind::Action(if ticked { ActionStatus::Done } else { ActionStatus::New });
        meaning.owner = meaning.owner.or_else(|| name_at_end(text));
    }
    let is_action = |kind: Kind| matches!(kind, Kind::Action(_));
    if let Some(status) = promise::status(text)
        && (is_note && meaning.kind == Kind::NOTE || is_action(meaning.kind))
    {
        meaning.kind = Kind::Action(status);
    }
    if is_note && meaning.kind == Kind::NOTE {
        meaning.take_over(text, context.date);
    }
    let is_open = is_note && meaning.kind == Kind::NOTE || is_action(meaning.kind);
    if is_open && let Some(promise) = promise::find(text, context.participants, context.date) {
        meaning.promised(promise);
    }
    if is_action(meaning.kind) {
        meaning.as_action(text, context);
    }
    meaning.within(context)
}

/// Whether a paragraph says of itself that it is to be done, or was decided.
pub fn says_its_kind(text: &str, context: EntryContext<'_>) -> bool {
    let nowhere = EntryContext { section: SectionKind::Notes, ..context };
    matches!(of(text, "", Kind::NOTE, nowhere).kind, Kind::Action(_) | Kind::Decision)
}

impl EntryMeaning {
    /// What a line of a table says by its columns; `false` where they say nothing.
    fn in_table(&mut self, text: &str, line: TableLine, context: EntryContext<'_>) -> bool {
        let columns = match line {
            TableLine::Frame(_) => {
                self.kind = Kind::NOTE;
                return true;
            }
            TableLine::Other => return false,
            TableLine::Task(columns) => columns,
        };
        let Some(task) = columns.task_in(text) else { return false };
        let is_to_do = task.to_do || context.section == SectionKind::Actions;
        // "Beslut och åtgärder" has both, and a column for what is to be done says which.
        let is_by_column = task.to_do && self.kind == Kind::Decision;
        if is_to_do && (matches!(self.kind, Kind::Note(NoteKind::Note)) || is_by_column) {
            self.kind = Kind::ACTION;
        }
        self.owner = task.owner.as_deref().and_then(responsible::in_cell);
        self.due = task.due.and_then(|words| due(&words, context.date));
        let status = task.status.and_then(|words| promises::status(&vocabulary::bare(&words)));
        if let (Kind::Action(_), Some(status)) = (self.kind, status) {
            self.kind = Kind::Action(status);
        }
        true
    }

    /// "→ Ulrika felanmäler i dag", "(Åsa tar upp det 21/11)": somebody takes it over.
    fn take_over(&mut self, text: &str, date: Option<NaiveDate>) {
        let arrow =
            ["→", "->", "=>"].iter().find_map(|arrow| text.rsplit_once(arrow)).map(|(_, after)| after.trim());
        let closing =
            text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map(|(_, inside)| inside);
        let by_arrow = arrow.and_then(|clause| Some((taker(clause)?, clause)));
        let by_promise = || {
            let clause = closing?;
            let name = taker(clause)?;
            (!dates::find(clause, date).is_empty()).then_some((name, clause))
        };
        if let Some((name, clause)) = by_arrow.or_else(by_promise) {
            self.kind = Kind::ACTION;
            self.owner = Some(name);
            self.due = due(clause, date);
        }
    }

    /// Somebody takes it on in running words. What a label says has precedence.
    fn promised(&mut self, promise: promise::Promise) {
        if self.kind == Kind::NOTE {
            self.kind = Kind::ACTION;
        }
        if self.owner.is_none() && self.due.is_none() {
            self.owner = promise.owner;
            self.due = promise.due;
        }
    }

    /// What the words of an action say of it in another way than by a label.
    fn as_action(&mut self, text: &str, context: EntryContext<'_>) {
        if self.kind == Kind::ACTION
            && let Some(status) = promise::status_in_brackets(text)
        {
            self.kind = Kind::Action(status);
        }
        if self.owner.is_none()
            && let Some((owner, due)) = responsible::owner(text, context.participants, context.date)
        {
            self.owner = Some(owner);
            self.due = self.due.take().or(due);
        }
        if self.due.is_none() {
            self.due = responsible::due_in_words(text, context.date);
        }
    }

    /// Takes away what the kind has not, and sets the day of a promise for tomorrow.
    fn within(mut self, context: EntryContext<'_>) -> Self {
        if !self.kind.has_owner() {
            self.owner = None;
            self.due = None;
        }
        let promised =
            context.section == SectionKind::Commitments && matches!(self.kind, Kind::Commitment(_));
        if promised
            && self.due.is_none()
            && let Some(word) = vocabulary::tomorrow(context.heading)
        {
            self.due = context.date.map(|date| Due::on(calendar::next_working_day(date)).said(word));
        }
        self
    }
}

/// What follows each of the labels that a text has.
fn labelled<'a>(text: &'a str, labels: &[&str]) -> impl Iterator<Item = &'a str> {
    // Most lines have no label, and every line is checked.
    let has_colon = text.contains(':');
    let possible = labels.iter().filter(move |label| has_colon || !label.ends_with(':'));
    possible.filter_map(move |label| after_word(text, label))
}

/// The words after one of the labels, up to where the clause ends.
fn after_label<'a>(text: &'a str, labels: &[&str]) -> Option<&'a str> {
    labelled(text, labels).find_map(|after| {
        let value = after.split([',', ';', '(', ')', '.']).next().unwrap_or_default();
        // "v.50" and "kl. 9" do not end the clause.
        let value =
            if value.trim().chars().count() <= 2 { after.split([',', ';', '(', ')']).next()? } else { value };
        let value = value.trim().trim_end_matches('.');
        (!value.is_empty()).then_some(value)
    })
}

/// The text behind a word in lower case, whatever its case in the text, where a word begins.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let initial = word.chars().next()?;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let begins = || !before.is_some_and(char::is_alphanumeric);
        if is_case_of(c, initial)
            && begins()
            && let Some(after) = text.get(at..).and_then(|rest| behind(rest, word))
        {
            return Some(after);
        }
        before = Some(c);
    }
    None
}

/// What follows a word at the beginning of a text.
fn behind<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    let is_there = word.chars().all(|wanted| rest.next().is_some_and(|c| is_case_of(c, wanted)));
    is_there.then_some(rest.as_str())
}

/// Whether a character is this one, whatever its case. `lower` is in lower case.
pub fn is_case_of(c: char, lower: char) -> bool {
    // Without the second look where none is needed: every letter is looked at.
    let is_folded =
        || if c.is_ascii() { c.to_ascii_lowercase() == lower } else { c.to_lowercase().eq([lower]) };
    c == lower || is_folded()
}

fn due(words: &str, date: Option<NaiveDate>) -> Option<Due> {
    let whole = dates::read(words, date).ok().map(|read| read.due);
    whole.or_else(|| {
        dates::find_due(words, date).into_iter().find_map(|found| found.read.ok()).map(|read| read.due)
    })
}

/// "Lampan i entrén – Jonas".
fn name_at_end(text: &str) -> Option<String> {
    let (_, name) = DASHES.iter().find_map(|dash| text.rsplit_once(dash))?;
    let name = name.trim();
    is_name(name).then(|| name.to_owned())
}

/// Who does something: a name followed by a verb in the present tense.
fn taker(clause: &str) -> Option<String> {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let names = words.iter().take_while(|word| is_name(word)).count();
    let verb = words.get(names)?;
    let is_present = verb.starts_with(char::is_lowercase) && verb.ends_with('r');
    ((1..=2).contains(&names) && is_present)
        .then(|| words.iter().take(names).copied().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(text: &str, marker: &str) -> (&'static str, Option<String>, Option<String>) {
        let context = EntryContext {
            section: SectionKind::Notes,
            heading: "",
            date: NaiveDate::from_ymd_opt(2019, 11, 12),
            participants: &Participants::default(),
            line: None,
        };
        let meaning = of(text, marker, Kind::NOTE, context);
        (meaning.kind.code(), meaning.owner, meaning.due.map(|due| due.iso()))
    }

    #[test]
    fn an_action_names_who_and_when() {
        let action = |owner: &str, due: &str| ("action", Some(owner.to_owned()), Some(due.to_owned()));
        for (text, expected) in [
            ("Kvarstår: nya skåp (Ansvarig: Åsa, klart senast: v 50)", action("Åsa", "2019-W50")),
            (
                "Halka. Åtgärd: sandlåda. Ansvarig: vaktmästaren. Klart: 191115",
                action("vaktmästaren", "2019-11-15"),
            ),
            ("Boka rum. Ansvarig: Å.L., klart senast: v 50", action("Å.L.", "2019-W50")),
            ("Stress?  (Åsa tar upp det i ledningsgruppen 21/11)", action("Åsa", "2019-11-21")),
            ("Tre är trasiga  → Ulrika felanmäler i dag", action("Ulrika", "2019-11-12")),
        ] {
            assert_eq!(meaning(text, "-"), expected, "{text}");
        }
        for (text, owner, due) in [
            ("Boka. Ansvarig: Kim Rot senast 2019-12-02", "Kim Rot", Some("2019-12-02")),
            ("Boka. Ansvarig: Kvist innan jul", "Kvist", None),
            ("Boka. Ansvarig: Sten och Kvist senast v. 50", "Sten och Kvist", Some("2019-W50")),
            ("Boka. Ansvarig: Rut före den 4 december. Resten tas i mars.", "Rut", Some("2019-12-04")),
            ("Boka. Ansvarig: Gård t.o.m. 4 december", "Gård", Some("2019-12-04")),
            ("Boka. Ansvarig: Ek 4/12", "Ek", Some("2019-12-04")),
            ("Boka. Ansvarig: Holm på fredag", "Holm", Some("2019-11-15")),
            ("Boka. Ansvarig: Grupp 3", "Grupp 3", None),
            ("Boka. Ansvarig: Bo. Lisa stöttar.", "Bo", None),
            ("Ring kommunen. Ansvarig: Kim. Lisa stöttar.", "Kim", None),
            ("Boka. Ansvarig: K. Öd. Lisa stöttar.", "K. Öd", None),
            ("Boka. Ansvarig: Ordf. Kim Öd. Lisa stöttar.", "Ordf. Kim Öd", None),
            ("Boka. Ansvariga: Kim Rot, Eva Al och Bo", "Kim Rot, Eva Al, Bo", None),
            ("Boka (ansvariga: Kim Rot, Eva Al, senast 4/12)", "Kim Rot, Eva Al", Some("2019-12-04")),
            ("Boka. Ansvarig: Kim, Lisa senast v. 50. Resten sedan.", "Kim, Lisa", Some("2019-W50")),
            ("Boka. Ansvarig: Kim, Lisa stöttar.", "Kim", None),
            ("Boka. Ansvarig: Kim Rot och Björn, v. 50", "Kim Rot, Björn", Some("2019-W50")),
            ("Boka. Ansvarig: Bygg och Miljö", "Bygg och Miljö", None),
            ("Boka. Ansvarig: vaktmästaren, Klart: 4/12", "vaktmästaren", Some("2019-12-04")),
        ] {
            let expected = ("action", Some(owner.to_owned()), due.map(str::to_owned));
            assert_eq!(meaning(text, "-"), expected, "{text}");
        }
        assert_eq!(meaning("Lampan i entrén – Jonas", "[ ]"), ("action", Some("Jonas".to_owned()), None));
        assert_eq!(meaning("Fikalistan – klar", "[x]"), ("action", None, None));
    }

    #[test]
    fn a_note_stays_a_note() {
        for text in
            ["Hur når vi unga?", "Koppla – testa", "Dialog (Lund och Stockholm)", "LKP ges utrymme nov 2019."]
        {
            assert_eq!(meaning(text, "-"), ("note", None, None), "{text}");
        }
    }

    #[test]
    fn a_promise_for_tomorrow_is_due_the_next_working_day() {
        let due = |date: (i32, u32, u32)| {
            let date = NaiveDate::from_ymd_opt(date.0, date.1, date.2);
            let context = EntryContext {
                section: SectionKind::Commitments,
                heading: "Det här ska jag göra imorgon!",
                date,
                participants: &Participants::default(),
                line: None,
            };
            of("Ringa Eva", "-", Kind::COMMITMENT, context).due
        };
        let said = due((2018, 12, 5)).unwrap();
        assert_eq!((said.iso().as_str(), said.words.as_deref()), ("2018-12-06", Some("imorgon")));
        assert_eq!(due((2018, 12, 7)).unwrap().iso(), "2018-12-10");
    }
}
