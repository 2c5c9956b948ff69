//! Words for meetings, and for which of them is meant. All in lower case.

use super::word_list::WordList;

/// What a meeting is called after "nästa".
pub const MEETING_NOUNS: &[&str] = &[
    "möte",
    "mötet",
    "apt",
    "träff",
    "träffen",
    "nätverksträff",
    "samling",
    "sammanträde",
    "tillfälle",
    "samtal",
    "rundabordssamtal",
    "avstämning",
    "avstämningsmöte",
    "workshop",
    "meeting",
];

/// What labels say of a place and a time together.
pub const TIMES: &[&str] = &["tid", "datum", "time", "date", "dato"];

/// How words for a meeting or for its minutes end, with their case.
static MEETING_ENDS: WordList = WordList::words(
    "möte mötet mötets möten sammanträde sammanträdet samtal samtalet samtalen samling samlingen träff träffen träffar
    stämma stämman konferens konferensen workshop seminarium seminariet anteckningar protokoll protokollet referat
    möteanteckningar møte møtet møtereferat møde mødet mødereferat minutes meeting",
);

/// Whether a word in lower case is for a meeting or for its minutes: "höstmöte", "rundabordssamtalen".
pub fn is_meeting(word: &str) -> bool {
    MEETING_ENDS.ends(word)
}

/// Whether a word in lower case says of a meeting that it is another one than this.
pub fn is_of_other_meeting(word: &str) -> bool {
    [
        "föregående",
        "förra",
        "nästa",
        "senaste",
        "tidigare",
        "förrförra",
        "kommande",
        "previous",
        "next",
        "last",
        "forrige",
    ]
    .contains(&word)
}

/// The word before the noun of [`MEETING_NOUNS`].
pub const NEXT: &[&str] = &["nästa", "next"];
