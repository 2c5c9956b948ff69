//! A reminder to mail: what somebody has taken on and not finished, by when, and from which meeting. A text for each
//! owner, addressed to them.

use super::document::{Block, Document, ListItem, Paragraph, Run, Style};
use super::material::{Material, MeetingData, Work};
use super::share::{owner, owners};
use super::{lines, scope::Share};
use crate::i18n::due::due_in_words;
use crate::i18n::vocabulary::bodies::is_body;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::groups::{Called, called};
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::{Words, format, labels, sort};
use crate::model::{Due, Kind, Names, Report};

/// Lays out a text for each owner of open work; a heading names them where there are several.
pub fn document(material: &Material, words: &Words) -> Document {
    let title = (words.reports.titled)(words.reports.reminder.title, &lines::subject(material, words));
    let report = lines::empty_report(Report::Reminder, material, words);
    let mut document = Document { title, facts: Vec::new(), ..report };
    let open = open(material);
    let mut all: Vec<&str> = open.iter().flat_map(|(_, work)| owners(work)).collect();
    sort::by_name(&mut all, |name| name);
    all.dedup();
    if let Share::Owner { name, is_person } = &material.share {
        let of_unit = !is_person && is_unit(name, material) && all.iter().any(|owner| owner != name);
        let to = if of_unit { Addressee::Unit(name) } else { addressee(name, *is_person, material, words) };
        document.blocks.extend(text(to, &open, material, words));
    } else {
        let is_alone = all.len() == 1;
        for name in all {
            let is_theirs = |work: &Work| owners(work).any(|owner| owner == name);
            let theirs: Vec<_> = open.iter().copied().filter(|(_, work)| is_theirs(work)).collect();
            if !is_alone {
                document.blocks.push(lines::heading(1, format::capitalised(name)));
            }
            let is_person = material.people.iter().any(|person| person.name == name);
            let to = addressee(name, is_person, material, words);
            document.blocks.extend(text(to, &theirs, material, words));
        }
        // Somebody whose name is left out is reminded as well.
        let is_unsaid = |work: &Work| work.entry.owner_withheld && owner(work).is_none();
        let unsaid: Vec<_> = open.iter().copied().filter(|(_, work)| is_unsaid(work)).collect();
        if !unsaid.is_empty() {
            document.blocks.push(lines::heading(1, format::capitalised(words.publication.withheld)));
            document.blocks.extend(text(Addressee::Several(None), &unsaid, material, words));
        }
    }
    if document.blocks.is_empty() {
        document.blocks.push(Block::body(words.reports.reminder.none));
    }
    document
}

/// One or several; whoever `is_known` has a first name, whatever word it is.
fn addressee<'a>(name: &'a str, is_known: bool, material: &Material, words: &Words) -> Addressee<'a> {
    // "Person B4827" is called nothing, and neither is a group beside such names.
    let hides = material.names.hides();
    let first = first_names(name, words);
    match called(name) {
        _ if first.is_some() || is_several(name, material) => Addressee::Several(first),
        Called::Group if hides && is_body_named(name, material) => Addressee::Several(None),
        Called::Group if hides => Addressee::Person(None),
        Called::Group => Addressee::Group(name),
        Called::Office => Addressee::Person(None),
        Called::Person => {
            let is_whole = name.split_whitespace().nth(1).is_some();
            let is_called = |first: &str| (is_known || is_whole) && !hides || is_given(first);
            let is_initial = |first: &str| first.trim_end_matches('.').chars().count() < 2;
            Addressee::Person(first_name(name).filter(|first| is_called(first) && !is_initial(first)))
        }
    }
}

/// Whether several of the register belong to what is called so, or may: "Kultur och fritid".
fn is_unit(name: &str, material: &Material) -> bool {
    let folded = fold(name);
    is_body_named(name, material) || material.people.iter().any(|person| fold(&person.organisation) == folded)
}

/// Whether a name is that of a body; initials are those of a person.
fn is_body_named(name: &str, material: &Material) -> bool {
    let are_initials = material.names == Names::Initials && name.ends_with('.');
    !are_initials && is_body(name)
}

/// Open work that somebody has to do, the earliest due first; without a date last.
fn open(material: &Material) -> Vec<(&MeetingData, &Work)> {
    let of = |data| move |work| (data, work);
    let mut open: Vec<(&MeetingData, &Work)> = Vec::new();
    for data in &material.meetings {
        open.extend(data.work.iter().filter(|work| Report::Reminder.has(work)).map(of(data)));
    }
    open.sort_by_key(|(data, work)| {
        let due = work.entry.due.as_ref().map(|due| due.day);
        (due.is_none(), due, data.meeting.date, work.place)
    });
    open
}

/// To whom a text is written.
enum Addressee<'a> {
    /// Somebody, by their first name where it is known.
    Person(Option<&'a str>),
    /// Several, by their first names where all are known.
    Several(Option<String>),
    /// A group, by its name.
    Group(&'a str),
    /// Everybody of an organisation: each thing says whose it is.
    Unit(&'a str),
}

/// Greeting, what it is about, and the end; nothing where nothing is open.
fn text(to: Addressee<'_>, work: &[(&MeetingData, &Work)], material: &Material, words: &Words) -> Vec<Block> {
    let reminder = &words.reports.reminder;
    let names_owner = matches!(to, Addressee::Unit(_));
    let items = work.iter().map(|(data, work)| item(data, work, names_owner, material, words)).collect();
    let subject = lines::subject(material, words);
    let end = match to {
        Addressee::Person(_) => reminder.end,
        _ => reminder.end_several,
    };
    let (first, about) = match to {
        Addressee::Person(first) => (first.map(str::to_owned), (reminder.about)(&subject, work.len())),
        Addressee::Several(first) => (first, (reminder.about_several)(&subject, work.len())),
        Addressee::Group(name) => (Some(name.to_owned()), (reminder.about_several)(&subject, work.len())),
        Addressee::Unit(unit) => (None, (reminder.about_unit)(unit, &subject, work.len())),
    };
    let Some(list) = lines::bullets(items) else { return Vec::new() };
    vec![Block::body((reminder.greeting)(first.as_deref())), Block::body(about), list, Block::body(end)]
}

/// What, whose it is where that is to be said, by when, and from which meeting.
fn item(data: &MeetingData, work: &Work, names_owner: bool, material: &Material, words: &Words) -> ListItem {
    let reminder = &words.reports.reminder;
    let owner = owner(work).filter(|_| names_owner).map(str::to_owned);
    let text = lines::unstopped(&work.entry.text);
    let text = match work.entry.kind {
        Kind::Challenge(_) => (reminder.to_answer)(text),
        _ => text.to_owned(),
    };
    let due = work.entry.due.as_ref().map(|due| {
        let day = due_in_words(words, &Due { words: None, ..due.clone() });
        (reminder.due)(&day, work.is_overdue(material.today))
    });
    let from = (reminder.from)(&lines::dated_title(data, words));
    let facts: Vec<String> = owner.into_iter().chain(due).chain([from]).collect();
    let first = Paragraph { style: Style::Body, runs: vec![Run::plain(text)] };
    ListItem { paragraphs: std::iter::once(first).chain(lines::details(facts)).collect(), under: Vec::new() }
}

/// Whether a name is that of more than one person: "Eva Ek och Ola Lund", "2 deltagare", or what several are called
/// alike.
fn is_several(name: &str, material: &Material) -> bool {
    let is_count = name.starts_with(|c: char| c.is_ascii_digit());
    let is_pair = name.contains(labels::and(material.lang)) && !is_body(name);
    is_count || is_pair || material.alike.iter().any(|alike| alike == name)
}

/// The first names of several, where all have one.
fn first_names(names: &str, words: &Words) -> Option<String> {
    let and = labels::and(words.lang);
    let first = |name| first_name(name).filter(|first| is_given(first));
    let all: Vec<&str> = names.split(and).map(first).collect::<Option<_>>()?;
    (all.len() > 1).then(|| all.join(and))
}

fn first_name(name: &str) -> Option<&str> {
    name.split_whitespace().next()
}

fn is_given(word: &str) -> bool {
    class(&fold(word)).is(WordClass::GIVEN)
}
