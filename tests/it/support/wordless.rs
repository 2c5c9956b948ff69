//! The example without a word of any language: its vowels are other letters, so that every word that can still be read
//! on a screen is the program's own.

use serde_json::Value;
use vidpennan::i18n::{Lang, labels};
use vidpennan::minutes::{self, Minutes};
use vidpennan::model::id::{EntryId, MeetingId};
use vidpennan::model::{ChallengeStatus, Due, Kind, ResponseKind};
use vidpennan::ops::{self, Assignment, PersonDetails, Reply};
use vidpennan::store::Store;
use vidpennan::store::work::{self, Filter, WorkClass};

const MEETINGS: [&str; 3] = [
    include_str!("../../../assets/demo/1-kvallsoppet.json"),
    include_str!("../../../assets/demo/2-framtidsveckan.json"),
    include_str!("../../../assets/demo/3-dialogcafe.json"),
];

/// The members of minutes that are words of people.
const SAID: [&str; 12] = [
    "title",
    "place",
    "value",
    "heading",
    "text",
    "intro",
    "owner",
    "scribe",
    "speaker",
    "name",
    "role",
    "due_words",
];

/// The text with other letters in place of its vowels: no two texts become one.
pub(crate) fn wordless(text: &str) -> String {
    let vowels = "aeiouyåäöéAEIOUYÅÄÖÉ".chars();
    let pairs: Vec<(char, char)> = vowels.zip("zxqwkjvbpzZXQWKJVBPZ".chars()).collect();
    let letter = |c: char| pairs.iter().find(|(vowel, _)| *vowel == c).map_or(c, |(_, letter)| *letter);
    text.chars().map(letter).collect()
}

/// Whether it is a word of such a text.
pub(crate) fn is_wordless(word: &str) -> bool {
    word.chars().all(|c| !"aeiouyåäö".contains(c.to_lowercase().next().unwrap_or(c)))
}

/// Changes what people have said under a member, in all that is in it.
fn disguise(value: &mut Value, is_said: bool, lang: Lang) {
    match value {
        Value::String(text) if is_said => *text = wordless(text),
        Value::Array(all) => all.iter_mut().for_each(|value| disguise(value, is_said, lang)),
        Value::Object(members) => {
            for (name, value) in members {
                if name == "label" {
                    let role = minutes::header::role(value.as_str().unwrap());
                    *value = Value::from(labels::field_role(lang, role));
                } else {
                    disguise(value, is_said || SAID.contains(&name.as_str()), lang);
                }
            }
        }
        _ => {}
    }
}

/// The first entries of a class, in the order of their list.
fn first(store: &Store, class: WorkClass, number: usize) -> Vec<EntryId> {
    let filter = Filter { class, open: Some(true), ..Filter::default() };
    work::list(store, &filter, 0, number).unwrap().into_iter().map(|listed| listed.entry.id).collect()
}

/// Fills an empty store with the meetings of the example, the last of them today, with every kind of response and
/// status and with people. Returns today's meeting.
pub(crate) fn fill(store: &mut Store, lang: Lang) -> MeetingId {
    ops::rename_programme(store, &wordless("God vardag")).unwrap();
    for name in ["Amina Bergqvist", "Jonas Ekdahl", "Lena Holm"] {
        let role = Some(wordless("Enhetschef"));
        let person = PersonDetails { name: wordless(name), role, ..PersonDetails::default() };
        ops::enter_person(store, &person).unwrap();
    }
    let mut last = None;
    for text in MEETINGS {
        let mut value: Value = serde_json::from_str(text).unwrap();
        disguise(&mut value, false, lang);
        let minutes: Minutes = serde_json::from_value(value).unwrap();
        last = Some(ops::import_minutes(store, &minutes, None).unwrap().value);
    }
    let challenges = first(store, WorkClass::Challenges, 12);
    let kinds = [
        ResponseKind::Answer,
        ResponseKind::Underway,
        ResponseKind::Planned,
        ResponseKind::Exists,
        ResponseKind::Agrees,
        ResponseKind::Declined,
    ];
    for (challenge, kind) in challenges.iter().zip(kinds) {
        let due = (kind == ResponseKind::Planned).then(|| Due::from_iso("2026-05").unwrap());
        ops::answer(store, &[*challenge], &Reply { kind, text: wordless("Det gör vi"), due }).unwrap();
    }
    let owner = Some(wordless("Lena Holm"));
    let due = Due::from_iso("2026-01-16");
    ops::make_action(store, &challenges[..1], Some(&wordless("Ringa")), &Assignment { owner, due }).unwrap();
    let statuses = [
        Kind::Challenge(ChallengeStatus::Ongoing),
        Kind::Challenge(ChallengeStatus::Remains),
        Kind::Challenge(ChallengeStatus::Referred),
    ];
    for (challenge, status) in challenges[6..].iter().zip(statuses) {
        ops::follow_up(store, *challenge, status, &wordless("Vi väntar")).unwrap();
    }
    last.unwrap()
}
