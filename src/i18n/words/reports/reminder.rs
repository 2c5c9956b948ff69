//! A reminder to mail to whoever has taken something on.

/// See the module.
#[derive(Debug)]
pub struct ReminderWords {
    /// What it is, before what it is about.
    pub title: &'static str,
    /// Before everything; with a first name, or that of a group, where there is one.
    pub greeting: fn(first_name: Option<&str>) -> String,
    /// What follows, and how many things it is.
    pub about: fn(subject: &str, number: usize) -> String,
    /// The same, to several.
    pub about_several: fn(subject: &str, number: usize) -> String,
    /// The same, to everybody of an organisation.
    pub about_unit: fn(unit: &str, subject: &str, number: usize) -> String,
    /// A challenge that waits for a response.
    pub to_answer: fn(challenge: &str) -> String,
    /// By when; whether that day has passed.
    pub due: fn(day: &str, is_late: bool) -> String,
    /// From which meeting something is.
    pub from: fn(meeting: &str) -> String,
    /// What the owner is asked to do, after everything.
    pub end: &'static str,
    /// The same, to several.
    pub end_several: &'static str,
    /// Nothing is open.
    pub none: &'static str,
}

pub(super) const SV: ReminderWords = ReminderWords {
    title: "Påminnelse",
    greeting: |first| first.map_or_else(|| "Hej!".to_owned(), |first| format!("Hej {first}!")),
    about: |subject, number| match number {
        1 => format!("Det här ansvarar du för i ”{subject}”, och det är inte klart än:"),
        _ => format!("De här {number} sakerna ansvarar du för i ”{subject}”, och de är inte klara än:"),
    },
    about_several: |subject, number| match number {
        1 => format!("Det här ansvarar ni för i ”{subject}”, och det är inte klart än:"),
        _ => format!("De här {number} sakerna ansvarar ni för i ”{subject}”, och de är inte klara än:"),
    },
    about_unit: |unit, subject, number| match number {
        1 => format!("Det här ansvarar ni på {unit} för i ”{subject}”, och det är inte klart än:"),
        _ => {
            format!(
                "De här {number} sakerna ansvarar ni på {unit} för i ”{subject}”, och de är inte klara än:"
            )
        }
    },
    to_answer: |challenge| format!("Svara på: {challenge}"),
    due: |day, is_late| {
        if is_late { format!("skulle vara klart {day}") } else { format!("klart senast {day}") }
    },
    from: |meeting| format!("från {meeting}"),
    end: "Hör av dig om något är klart, har ändrats eller behöver mer tid.",
    end_several: "Hör av er om något är klart, har ändrats eller behöver mer tid.",
    none: "Det finns inget att påminna om.",
};

pub(super) const EN: ReminderWords = ReminderWords {
    title: "Reminder",
    greeting: |first| first.map_or_else(|| "Hello,".to_owned(), |first| format!("Hello {first},")),
    about: |subject, number| match number {
        1 => format!("You are responsible for this in “{subject}”, and it is not done yet:"),
        _ => format!(
            "You are responsible for these {number} things in “{subject}”, and they are not done yet:"
        ),
    },
    about_several: |subject, number| match number {
        1 => format!("You are responsible for this in “{subject}”, and it is not done yet:"),
        _ => format!(
            "You are responsible for these {number} things in “{subject}”, and they are not done yet:"
        ),
    },
    about_unit: |unit, subject, number| match number {
        1 => format!("You at {unit} are responsible for this in “{subject}”, and it is not done yet:"),
        _ => format!(
            "You at {unit} are responsible for these {number} things in “{subject}”, and they are not done yet:"
        ),
    },
    to_answer: |challenge| format!("Respond to: {challenge}"),
    due: |day, is_late| if is_late { format!("was due {day}") } else { format!("due {day}") },
    from: |meeting| format!("from {meeting}"),
    end: "Please say if anything is done, has changed or needs more time.",
    end_several: "Please say if anything is done, has changed or needs more time.",
    none: "There is nothing to remind anybody of.",
};
