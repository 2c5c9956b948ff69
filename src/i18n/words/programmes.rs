//! Programmes: the field of a meeting, and the forms in which a meeting is moved and a programme is changed.

/// See the module.
#[derive(Debug)]
pub struct ProgrammeWords {
    /// Beside the field of a meeting's programme.
    pub programme: &'static str,
    /// Under it in the form of a new meeting: where what it begins with is from.
    pub usual_help: &'static str,
    /// Under it in other forms.
    pub help: &'static str,
    /// The programmes that there are, after [`Self::help`].
    pub known: fn(&str) -> String,
    /// Over the form in which a meeting is moved.
    pub move_meeting: &'static str,
    /// The notice after that, to a programme.
    pub moved: fn(programme: &str) -> String,
    /// The notice after a meeting was taken out of its programme.
    pub taken_out: &'static str,
    /// Over the form of a programme.
    pub edit: &'static str,
    /// Beside the name of a programme.
    pub name: &'static str,
    /// Beside its core values.
    pub values: &'static str,
    /// Beside its goals.
    pub goals: &'static str,
    /// Under the values and the goals.
    pub list_help: &'static str,
    /// The notice after it was changed.
    pub changed: fn(programme: &str) -> String,
    /// A programme has to have a name.
    pub no_name: &'static str,
    /// Another programme has the name.
    pub taken: fn(programme: &str) -> String,
    /// The meeting belongs to no programme: what to do.
    pub none: &'static str,
    /// Over the form of what is typed in short.
    pub abbreviations: fn(programme: &str) -> String,
    /// Beside the field of a new short form.
    pub short: &'static str,
    /// Under a new short form.
    pub short_help: &'static str,
    /// Beside what a new one becomes.
    pub long: &'static str,
    /// Under that: when it is written out, and how that is taken back.
    pub written_out_help: &'static str,
    /// Under what a known one becomes.
    pub long_help: &'static str,
    /// A new one lacks either.
    pub both: &'static str,
    /// A short form of several words.
    pub one_word: &'static str,
    /// The notice after a change.
    pub abbreviations_saved: &'static str,
}

pub(super) const SV: ProgrammeWords = ProgrammeWords {
    programme: "Program",
    usual_help: "Som i ditt senaste möte. Skriv ett annat eller ett nytt, eller töm fältet om mötet inte hör till något.",
    help: "Skriv ett som finns eller ett nytt. Lämna tomt om mötet inte hör till något.",
    known: |names| format!("Finns: {names}."),
    move_meeting: "Flytta mötet till ett program",
    moved: |programme| format!("Mötet hör till {programme}"),
    taken_out: "Mötet hör inte till något program",
    edit: "Programmet",
    name: "Namn",
    values: "Värdeord",
    goals: "Mål",
    list_help: "Skilj dem åt med semikolon. Kan lämnas tomt.",
    changed: |programme| format!("{programme} är ändrat"),
    no_name: "Programmet behöver ett namn.",
    taken: |programme| format!("Det finns redan ett program {programme}. Flytta mötena dit i stället."),
    none: "Mötet hör inte till något program. Välj ett i mötets formulär.",
    abbreviations: |programme| format!("Förkortningar i {programme}"),
    short: "Ny",
    short_help: "Det som skrivs vid pennan, till exempel lkp.",
    long: "Blir",
    written_out_help: "Skrivs ut när ett mellanslag eller ett skiljetecken följer. Backsteg tar tillbaka det.",
    long_help: "Töm fältet för att ta bort förkortningen.",
    both: "Skriv både förkortningen och vad den blir.",
    one_word: "En förkortning är ett enda ord.",
    abbreviations_saved: "Förkortningarna är sparade",
};

pub(super) const EN: ProgrammeWords = ProgrammeWords {
    programme: "Programme",
    usual_help: "As in your latest meeting. Write another or a new one, or empty the field if the meeting belongs to none.",
    help: "Write one that there is or a new one. Leave it empty if the meeting belongs to none.",
    known: |names| format!("There are: {names}."),
    move_meeting: "Move the meeting to a programme",
    moved: |programme| format!("The meeting belongs to {programme}"),
    taken_out: "The meeting belongs to no programme",
    edit: "The programme",
    name: "Name",
    values: "Core values",
    goals: "Goals",
    list_help: "Part them with semicolons. May be left empty.",
    changed: |programme| format!("{programme} is changed"),
    no_name: "The programme needs a name.",
    taken: |programme| format!("There is a programme {programme} already. Move the meetings there instead."),
    none: "The meeting belongs to no programme. Choose one in the meeting's form.",
    abbreviations: |programme| format!("Abbreviations of {programme}"),
    short: "New",
    short_help: "What is typed at the pen, for example lkp.",
    long: "Becomes",
    written_out_help: "Written out when a blank or a mark of punctuation follows. Backspace takes that back.",
    long_help: "Empty the field to remove the abbreviation.",
    both: "Write both the abbreviation and what it becomes.",
    one_word: "An abbreviation is a single word.",
    abbreviations_saved: "The abbreviations are saved",
};
