//! The box in which what a list shows is named and called up again.

/// See the module.
#[derive(Debug)]
pub struct ViewWords {
    /// Over the box.
    pub title: &'static str,
    /// No view has been saved of this list yet.
    pub none: &'static str,
    /// Beside the field for a name.
    pub name_label: &'static str,
    /// Under it: what the keys do.
    pub help: &'static str,
    /// The same, while a view gets another name.
    pub rename_help: &'static str,
    /// What a view shows where nothing is left out.
    pub everything: &'static str,
    /// The words that are looked for.
    pub looks_for: fn(&str) -> String,
    /// The grouping of a view, by the codes of the lists.
    pub groupings: &'static [(&'static str, &'static str)],
    /// A condition that is about something that is not there any more.
    pub gone: fn(&str) -> String,
    /// The notice after a view was saved.
    pub saved: fn(&str) -> String,
    /// The question before what a view shows is replaced.
    pub replaces: fn(&str) -> String,
    /// No view has the number.
    pub no_such: fn(&str) -> String,
    /// Another view has the name.
    pub is_taken: fn(&str) -> String,
    /// The notice after a view got another name.
    pub renamed: fn(&str) -> String,
    /// The notice after a view was deleted.
    pub deleted: fn(&str) -> String,
    /// The notice after a view was called up.
    pub shown: fn(&str) -> String,
}

pub(super) const SV: ViewWords = ViewWords {
    title: "Sparade vyer",
    none: "Ingen vy är sparad än. En vy är sökord, filter och gruppering under ett namn.",
    name_label: "Namn",
    help: "Enter visar vyn, eller den vars nummer du skriver. Skriv ett namn och Enter: det som visas nu sparas.",
    rename_help: "Enter ger vyn namnet, Esc låter det vara.",
    everything: "allt",
    looks_for: |query| format!("”{query}”"),
    groupings: &[("responder", "efter ansvarig"), ("owner", "efter ansvarig"), ("meeting", "efter möte")],
    gone: |label| format!("{label} (finns inte längre)"),
    replaces: |name| format!("Vyn ”{name}” finns redan. Enter igen låter den visa det som syns nu."),
    no_such: |number| format!("Ingen vy har nummer {number}"),
    is_taken: |name| format!("En annan vy heter ”{name}”"),
    saved: |name| format!("Vyn ”{name}” är sparad"),
    renamed: |name| format!("Vyn heter ”{name}”"),
    deleted: |name| format!("Vyn ”{name}” är borttagen"),
    shown: |name| format!("Vyn ”{name}” visas"),
};

pub(super) const EN: ViewWords = ViewWords {
    title: "Saved views",
    none: "No view is saved yet. A view is search words, filter and grouping under a name.",
    name_label: "Name",
    help: "Enter shows the view, or the one whose number you type. Type a name and Enter: what is shown now is saved.",
    rename_help: "Enter gives the view this name, Esc leaves it.",
    everything: "everything",
    looks_for: |query| format!("“{query}”"),
    groupings: &[("responder", "by owner"), ("owner", "by owner"), ("meeting", "by meeting")],
    gone: |label| format!("{label} (gone)"),
    replaces: |name| format!("There is a view “{name}” already. Enter again makes it show what is seen now."),
    no_such: |number| format!("No view has the number {number}"),
    is_taken: |name| format!("Another view is called “{name}”"),
    saved: |name| format!("The view “{name}” is saved"),
    renamed: |name| format!("The view is called “{name}”"),
    deleted: |name| format!("The view “{name}” is deleted"),
    shown: |name| format!("The view “{name}” is shown"),
};
