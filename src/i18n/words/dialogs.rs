//! Dialogs: export, import, confirmations, palette, help.

/// See the module.
#[derive(Debug)]
pub struct DialogWords {
    /// Over an error message.
    pub failed: &'static str,
    /// Over the markers of the pen, in the help of the live screen.
    pub pen_help_title: &'static str,
    /// The markers of the pen, a line each.
    pub pen_help: &'static [&'static str],
    /// Over a form of which some fields are out of sight: which field one is in, of how many.
    pub field_of: fn(usize, usize) -> String,
    /// Of the name of a person that the register does not know.
    pub new_person: NewNameWords,
    /// Of the name of a programme that there is not yet.
    pub new_programme: NewNameWords,
    /// Beside a name that a key takes.
    pub takes_name: fn(key: &str) -> String,
    /// Nothing in a list is what was typed.
    pub no_hits: &'static str,
    /// In the empty field of a list with numbers, in at most 30 columns: typing one chooses at once.
    pub by_number: &'static str,
    /// What commands are about, over them in the palette: a chosen entry, the pen, going somewhere, the meeting, the
    /// list, the program.
    pub groups: [&'static str; 6],
    /// What the commands of the pen do that the terminal has no command for, by their codes.
    pub verb_notes: &'static [(&'static str, &'static str)],
    /// What each kind of response says, in the order of the vocabulary.
    pub response_notes: [&'static str; 6],
    /// Under a date while it is typed and cannot be read.
    pub no_date: fn(&str) -> String,
    /// At the first Escape in a box where something is written that is not saved.
    pub unsaved: &'static str,
}

/// What a form says of a name that is not known.
#[derive(Debug)]
pub struct NewNameWords {
    /// Beside the name, in its field.
    pub note: &'static str,
    /// Under it: what happens when the form is saved.
    pub entered: fn(&str) -> String,
    /// The question whether it is a slip for one that is known.
    pub asked: fn(name: &str, like: &str) -> String,
    /// The question whether it is a name at all.
    pub odd: fn(name: &str) -> String,
}

pub(super) const SV: DialogWords = DialogWords {
    failed: "Det gick inte",
    pen_help_title: "Tecken vid pennan",
    pen_help: &[
        "text         det slag som avsnittet har",
        "! text       utmaning",
        "> text       åtagande: det här ska jag göra imorgon",
        "= text       återkoppling på den valda eller senaste utmaningen",
        "? text       fråga",
        "\" text       citat",
        "§ text       beslut",
        ">> text      åtgärd",
        "+ text       fortsätter det valda eller senaste",
        "# Rubrik     går till avsnittet, eller gör det",
        "s/fel/rätt/  rättar det valda eller senaste",
        "/bord 3      ett kommando",
        "@namn  #tagg  <fre    i raden: vem, etikett, senast när",
    ],
    field_of: |at, of| format!("{at} av {of}"),
    new_person: NewNameWords {
        note: "ny person",
        entered: |name| format!("{name} finns inte i registret och blir en ny person."),
        asked: |name, like| {
            format!("”{name}” finns inte i registret. Menar du {like}? Enter igen gör en ny person.")
        },
        odd: |name| format!("”{name}” ser inte ut som ett namn. Enter igen gör en ny person."),
    },
    new_programme: NewNameWords {
        note: "nytt program",
        entered: |name| format!("{name} blir ett nytt program."),
        asked: |name, like| {
            format!("Det finns inget program ”{name}”. Menar du {like}? Enter igen gör ett nytt program.")
        },
        odd: |name| format!("”{name}” ser inte ut som ett namn. Enter igen gör ett nytt program."),
    },
    takes_name: |key| format!("{key} väljer"),
    no_hits: "inga träffar",
    by_number: "Nummer väljer utan Enter",
    groups: ["inlägget", "pennan", "gå till", "mötet", "listan", "programmet"],
    verb_notes: &[
        ("table", "Gå till bordet med det numret"),
        ("section", "Gå till avsnittet med den rubriken"),
        ("meeting", "Gå till ett annat möte"),
        ("section_to", "Till avsnittet med den rubriken"),
        ("table_to", "Till bordet med det numret"),
        ("round_to", "Till omgången med det numret"),
        ("meeting_to", "Till mötet som heter så"),
        ("speaker_to", "Sagt av någon annan"),
    ],
    response_notes: [
        "ett svar utan löfte",
        "arbetet pågår",
        "det ska göras",
        "det finns på plats",
        "vi tycker likadant men lovar inget",
        "det blir inte av, och varför",
    ],
    no_date: |text| format!("”{text}” går inte att läsa som ett datum."),
    unsaved: "Det du skrivit är inte sparat: Enter sparar, Esc en gång till kastar det",
};

pub(super) const EN: DialogWords = DialogWords {
    failed: "That did not work",
    pen_help_title: "Signs at the pen",
    pen_help: &[
        "text         the kind that the section has",
        "! text       challenge",
        "> text       commitment: this I will do tomorrow",
        "= text       response to the chosen or latest challenge",
        "? text       question",
        "\" text       quote",
        "§ text       decision",
        ">> text      action",
        "+ text       continues the chosen or the latest",
        "# Heading    goes to the section, or makes it",
        "s/old/new/   corrects the chosen or the latest",
        "/table 3     a command",
        "@name  #label  <fri    in the line: who, label, by when",
    ],
    field_of: |at, of| format!("{at} of {of}"),
    new_person: NewNameWords {
        note: "new person",
        entered: |name| format!("{name} is not in the register and becomes a new person."),
        asked: |name, like| {
            format!("“{name}” is not in the register. Do you mean {like}? Enter again makes a new person.")
        },
        odd: |name| format!("“{name}” does not look like a name. Enter again makes a new person."),
    },
    new_programme: NewNameWords {
        note: "new programme",
        entered: |name| format!("{name} becomes a new programme."),
        asked: |name, like| {
            format!("There is no programme “{name}”. Do you mean {like}? Enter again makes a new one.")
        },
        odd: |name| format!("“{name}” does not look like a name. Enter again makes a new programme."),
    },
    takes_name: |key| format!("{key} takes it"),
    no_hits: "no hits",
    by_number: "A number needs no Enter",
    groups: ["the entry", "the pen", "go to", "the meeting", "the list", "the program"],
    verb_notes: &[
        ("table", "Go to the table with this number"),
        ("section", "Go to the section with this heading"),
        ("meeting", "Go to another meeting"),
        ("section_to", "To the section with this heading"),
        ("table_to", "To the table with this number"),
        ("round_to", "To the round with this number"),
        ("meeting_to", "To the meeting of this name"),
        ("speaker_to", "Said by somebody else"),
    ],
    response_notes: [
        "an answer that promises nothing",
        "the work goes on",
        "it will be done",
        "it is in place",
        "we think so too but promise nothing",
        "it will not be done, and why",
    ],
    no_date: |text| format!("“{text}” cannot be read as a date."),
    unsaved: "What you wrote is not saved: Enter saves it, Esc once more throws it away",
};
