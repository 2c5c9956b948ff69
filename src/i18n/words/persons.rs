//! The page of persons: the list, the form, and the questions before two are joined and before one is removed.

use super::super::format::count;

/// See the module.
#[derive(Debug)]
pub struct PersonsWords {
    /// The page's name.
    pub title: &'static str,
    /// How many there are.
    pub count: fn(usize) -> String,
    /// Over the columns: name, role, organisation, e-mail, how many open actions and commitments.
    pub columns: [&'static str; 5],
    /// Nobody is in the register: how people get there.
    pub empty: fn(new_key: &str, import_key: &str) -> String,
    /// Over the list in which somebody is looked for.
    pub find: &'static str,
    /// Over the form of a new person.
    pub new: &'static str,
    /// Over the form of a person in the register.
    pub edit: &'static str,
    /// The fields of the form: name, role, organisation, e-mail.
    pub fields: [&'static str; 4],
    /// What happens to a name that is corrected.
    pub name_help: &'static str,
    /// What an address is for.
    pub email_help: &'static str,
    /// The refusal of a name that another person has; the key says that both are one.
    pub known: fn(name: &str, join_key: &str) -> String,
    /// The refusal of a name that somebody had before they turned out to be another.
    pub called: fn(name: &str, now: &str) -> String,
    /// Over the list from which the other person is chosen.
    pub join: fn(name: &str) -> String,
    /// There is nobody else.
    pub alone: &'static str,
    /// The question before two are joined.
    pub join_title: &'static str,
    /// What that does; the second stays.
    pub join_text: fn(name: &str, other: &str, undo_key: &str) -> String,
    /// The question before somebody is removed.
    pub remove_title: &'static str,
    /// What that does; how many open actions and commitments they own.
    pub remove_text: fn(name: &str, open: usize, undo_key: &str) -> String,
    /// The notice after somebody was entered.
    pub entered: fn(name: &str) -> String,
    /// The notice after somebody was corrected.
    pub edited: fn(name: &str) -> String,
    /// The notice after two were joined; the second stays.
    pub joined: fn(name: &str, other: &str) -> String,
    /// The notice after somebody was removed.
    pub removed: fn(name: &str) -> String,
}

pub(super) const SV: PersonsWords = PersonsWords {
    title: "Personer",
    count: |number| count(number, "person", "personer"),
    columns: ["namn", "roll", "organisation", "e-post", "öppet"],
    empty: |new_key, import_key| {
        format!(
            "Ingen finns här än. Den som nämns med @namn vid pennan eller blir ansvarig för något hamnar här, \
             och de som läses in från en lista ({import_key}). {new_key} skriver in någon."
        )
    },
    find: "Hitta en person",
    new: "Ny person",
    edit: "Rätta personen",
    fields: ["Namn", "Roll", "Organisation", "E-post"],
    name_help: "Namnet rättas överallt, men inte i anteckningar som lästs in.",
    email_help: "Personen känns igen på adressen. Den skrivs inte ut.",
    known: |name, key| {
        format!("”{name}” finns redan. Är det samma person? Stäng, och tryck på {key} i listan.")
    },
    called: |name, now| format!("”{name}” finns redan, som ”{now}”."),
    join: |name| format!("Vem är samma person som ”{name}”?"),
    alone: "Det finns ingen annan att välja.",
    join_title: "Samma person?",
    join_text: |name, other, key| {
        format!("”{name}” är ”{other}”. Allt som nämner {name} visas som {other}. Ångra med {key}.")
    },
    remove_title: "Ta bort personen?",
    remove_text: |name, open, key| {
        let open = match open {
            0 => String::new(),
            1 => " 1 öppen åtgärd eller åtagande har namnet kvar.".to_owned(),
            open => format!(" {open} öppna åtgärder och åtaganden har namnet kvar."),
        };
        format!(
            "”{name}” föreslås inte längre. Där namnet står blir det kvar, så som det skrevs.{open} Ångra med {key}."
        )
    },
    entered: |name| format!("{name} är inskriven"),
    edited: |name| format!("{name} är rättad"),
    joined: |name, other| format!("{name} är {other}"),
    removed: |name| format!("{name} är borttagen"),
};

pub(super) const EN: PersonsWords = PersonsWords {
    title: "Persons",
    count: |number| count(number, "person", "persons"),
    columns: ["name", "role", "organisation", "e-mail", "open"],
    empty: |new_key, import_key| {
        format!(
            "Nobody is here yet. Whoever is named with @name at the pen or becomes the owner of something comes here, \
             and those who are read from a list ({import_key}). {new_key} enters somebody."
        )
    },
    find: "Find a person",
    new: "New person",
    edit: "Correct the person",
    fields: ["Name", "Role", "Organisation", "E-mail"],
    name_help: "The name is corrected everywhere, but not in minutes that were read.",
    email_help: "The person is recognised by the address. It is not printed.",
    known: |name, key| {
        format!("“{name}” is here already. Is it the same person? Close this, and press {key} in the list.")
    },
    called: |name, now| format!("“{name}” is here already, as “{now}”."),
    join: |name| format!("Who is the same person as “{name}”?"),
    alone: "There is nobody else to choose.",
    join_title: "The same person?",
    join_text: |name, other, key| {
        format!("“{name}” is “{other}”. All that names {name} is shown as {other}. Undo with {key}.")
    },
    remove_title: "Remove the person?",
    remove_text: |name, open, key| {
        let open = match open {
            0 => String::new(),
            1 => " 1 open action or commitment keeps the name.".to_owned(),
            open => format!(" {open} open actions and commitments keep the name."),
        };
        format!(
            "“{name}” is no longer suggested. Where the name stands it stays, as it was written.{open} Undo with {key}."
        )
    },
    entered: |name| format!("{name} is entered"),
    edited: |name| format!("{name} is corrected"),
    joined: |name, other| format!("{name} is {other}"),
    removed: |name| format!("{name} is removed"),
};
