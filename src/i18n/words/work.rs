//! What the three working screens share: filters, the detail of an entry, what one does to an entry, the check-in.

use crate::i18n::{Lang, labels};

/// See the module.
#[derive(Debug)]
pub struct WorkWords {
    /// No filter on the meeting.
    pub all_meetings: &'static str,
    /// Over the list of filters.
    pub filter: &'static str,
    /// The way back from all filters.
    pub show_all: &'static str,
    /// Beside a meeting in the list of filters.
    pub meeting: &'static str,
    /// Beside a section.
    pub section: &'static str,
    /// Beside an owner.
    pub owner: &'static str,
    /// Beside an organisation.
    pub organisation: &'static str,
    /// Beside a label.
    pub label: &'static str,
    /// Beside a table.
    pub table: &'static str,
    /// Beside a status.
    pub status: &'static str,
    /// Nobody answers for it.
    pub nobody: &'static str,
    /// Those that are open, however far they have come.
    pub all_open: &'static str,
    /// Those that are closed.
    pub closed: &'static str,
    /// So many rows are marked, and so many of them are out of sight.
    pub marked: fn(usize, unseen: usize) -> String,
    /// A verb is for the row that is opened, and so many others are marked.
    pub marks_wait: fn(usize) -> String,
    /// Nothing passes the filter.
    pub nothing_passes: &'static str,
    /// The same where it was to be exported.
    pub nothing_to_export: &'static str,
    /// In the rule over a line: the title and day of the meeting that it writes in, where that is not today's.
    pub writes_in: fn(&str) -> String,
    /// A line was saved from a box; what it is.
    pub saved_as: fn(kind: &str) -> String,
    /// The meeting is gone or there is none.
    pub no_meeting: &'static str,
    /// An age in days, short; in years where it is more than two.
    pub days: fn(i64) -> String,
    /// So many days late, short; in years likewise.
    pub late: fn(i64) -> String,
    /// Over the column of ages.
    pub age: &'static str,
    /// The detail of an entry.
    pub detail: WorkDetailWords,
    /// What one does to an entry.
    pub verbs: VerbWords,
    /// The notice after so many entries were copied to the clipboard.
    pub copied: fn(usize) -> String,
    /// The questions of the check-in.
    pub check_in: CheckInWords,
    /// The closing of a meeting's commitments together.
    pub archive: ArchiveWords,
}

/// The closing of a meeting's commitments together.
#[derive(Debug)]
pub struct ArchiveWords {
    /// Whether to close so many of the meeting with this title.
    pub ask: fn(count: usize, meeting: &str) -> String,
    /// Whether to close so many of those that are marked.
    pub ask_marked: fn(usize) -> String,
    /// What they become: the status in words.
    pub text: fn(status: &str) -> String,
    /// The notice afterwards.
    pub done: fn(count: usize) -> String,
    /// There are none.
    pub nothing: &'static str,
    /// None is marked.
    pub nothing_marked: &'static str,
    /// No meeting is chosen.
    pub no_meeting: &'static str,
}

/// The detail of an entry.
#[derive(Debug)]
pub struct WorkDetailWords {
    /// Over the responses.
    pub responses: &'static str,
    /// There are none.
    pub unanswered: &'static str,
    /// Over the log of follow-ups.
    pub log: &'static str,
    /// There are none.
    pub no_log: &'static str,
    /// Before the entry it was made from.
    pub source: &'static str,
    /// Over the actions made from it.
    pub made: &'static str,
    /// Who said it.
    pub said_by: fn(&str) -> String,
    /// Who answers for it.
    pub owned_by: fn(&str) -> String,
    /// By when it should be done.
    pub due: fn(&str) -> String,
    /// At which table it was said.
    pub table: fn(u16) -> String,
}

/// What one does to an entry: the titles and labels of its forms, and what is said afterwards about the entry `name`.
#[derive(Debug)]
pub struct VerbWords {
    /// The words of an entry are changed.
    pub edit: fn(&str) -> String,
    /// What is to be changed: the entry or one of its responses.
    pub edit_what: &'static str,
    /// What is to be taken away.
    pub delete_what: &'static str,
    /// The label of the text.
    pub text: &'static str,
    /// The notice after the text was changed.
    pub edited: fn(&str) -> String,
    /// Before something is deleted that is more than a slip of just now.
    pub delete: fn(&str) -> String,
    /// Why one is asked: of so many, how many are answered, followed up, of an earlier day.
    pub delete_text: fn(usize, usize, usize, usize) -> String,
    /// The notice after so many were deleted.
    pub deleted: fn(usize, &str) -> String,
    /// What several entries are called together.
    pub several: fn(usize) -> String,
    /// How many of the marked ones a verb is for, where it is not for all.
    pub some_of: fn(usize, usize) -> String,
    /// So many are marked, and what was asked for is done to one only.
    pub only_one: fn(usize) -> String,
    /// So many are marked, and none of them can be seen.
    pub marked_unseen: fn(usize) -> String,
    /// In a field or a choice where several entries differ.
    pub differ: &'static str,
    /// Under a field where several entries differ.
    pub differ_help: &'static str,
    /// After a notice: so many of the marked were left out because it cannot be done to their kind. Empty for none.
    pub left_out: fn(usize) -> String,
    /// Nothing that is marked can be written to files by itself.
    pub no_work_marked: &'static str,
    /// Nothing that passes the filter can go out by itself.
    pub no_work_shown: &'static str,
    /// So many of the marked cannot.
    pub not_exported: fn(usize) -> String,
    /// The notice after the kind was changed.
    pub converted: fn(name: &str, count: usize, kind: &str) -> String,
    /// The notice after a star was set.
    pub starred: fn(&str) -> String,
    /// The notice after it was marked as not written down in full.
    pub unfinished: fn(&str) -> String,
    /// The notice after that mark was removed.
    pub unmarked: fn(&str) -> String,
    /// Tags are set.
    pub tag: fn(&str) -> String,
    /// The label of the tags.
    pub tags: &'static str,
    /// How tags are written.
    pub tags_help: &'static str,
    /// The same, for several entries.
    pub tags_of_several_help: &'static str,
    /// The notice after tags were set.
    pub tagged: fn(&str) -> String,
    /// Owner and due date are set.
    pub assign: fn(&str) -> String,
    /// The label of the owner.
    pub owner: &'static str,
    /// The label of the due date.
    pub due: &'static str,
    /// How a due date is written.
    pub due_help: &'static str,
    /// What was typed as a due date is none.
    pub no_date: &'static str,
    /// The notice after owner and due date were set.
    pub assigned: fn(&str) -> String,
    /// The kind has no owner.
    pub no_owner: &'static str,
    /// An action is made.
    pub make_action: fn(&str) -> String,
    /// The same of several: how many are marked.
    pub make_actions: fn(&str) -> String,
    /// The notice after an action was made.
    pub made_action: fn(&str) -> String,
    /// The same where so many were made.
    pub made_actions: fn(usize) -> String,
    /// A follow-up is written down, or only the status set.
    pub status: fn(&str) -> String,
    /// Beside the field where a status is chosen.
    pub status_label: &'static str,
    /// The label of the comment.
    pub comment: &'static str,
    /// What a comment does.
    pub comment_help: &'static str,
    /// The notice after a status was set.
    pub status_is: fn(name: &str, status: &str) -> String,
    /// The statuses of several were left as they are.
    pub status_kept: &'static str,
    /// The kind has no status.
    pub no_status: &'static str,
    /// A response was taken away.
    pub response_deleted: &'static str,
    /// The notice after a response was taken from some challenges and still answers others.
    pub response_taken_from: fn(gone: &str, left: &str) -> String,
}

/// How did it go? Asked of one commitment at a time.
#[derive(Debug)]
pub struct CheckInWords {
    /// Over the one that is asked about: which of how many.
    pub title: fn(at: usize, of: usize) -> String,
    /// What it was before.
    pub before: fn(&str) -> String,
    /// Nothing to ask about.
    pub nothing: &'static str,
    /// All have been asked about.
    pub finished: fn(usize) -> String,
    /// A comment was written, and not what came of it.
    pub comment_unsaved: &'static str,
}

pub(super) const SV: WorkWords = WorkWords {
    all_meetings: "alla möten",
    filter: "Visa bara",
    show_all: "Visa alla",
    meeting: "möte",
    section: "avsnitt",
    owner: "ansvarig",
    organisation: "organisation",
    label: "etikett",
    table: "bord",
    status: "status",
    nobody: "utan ansvarig",
    all_open: "alla öppna",
    closed: "avslutade",
    marked: |count, unseen| {
        let marked = if count == 1 { "1 markerad".to_owned() } else { format!("{count} markerade") };
        if unseen == 0 { marked } else { format!("{marked}, {unseen} utom synhåll") }
    },
    marks_wait: |count| {
        let marked = if count == 1 { "1 markerad".to_owned() } else { format!("{count} markerade") };
        format!("Bara den öppnade · {marked} väntar")
    },
    nothing_passes: "Inget här passar filtret. v visar alla.",
    nothing_to_export: "Inget passar filtret, så det finns inget att skriva ut. v visar alla.",
    writes_in: |meeting| format!("Skriver i: {meeting}"),
    saved_as: |kind| format!("Sparat: {kind}"),
    no_meeting: "Det finns inget möte än. Ctrl+N gör ett nytt.",
    days: |days| if days < 730 { format!("{days} d") } else { format!("{} år", days / 365) },
    late: |days| if days < 730 { format!("{days} d sen") } else { format!("{} år sen", days / 365) },
    age: "ålder",
    detail: WorkDetailWords {
        responses: "Återkoppling",
        unanswered: "Obesvarad",
        log: "Uppföljning",
        no_log: "Inte uppföljd än",
        source: "Kommer ur",
        made: "Åtgärder härifrån",
        said_by: |name| format!("sagt av {name}"),
        owned_by: |name| format!("ansvarig {name}"),
        due: |day| format!("senast {day}"),
        table: |table| format!("bord {table}"),
    },
    verbs: VerbWords {
        edit: |name| format!("Ändra {name}"),
        edit_what: "Vad vill du ändra?",
        delete_what: "Vad vill du ta bort?",
        text: "Text",
        edited: |name| format!("{name} är ändrad"),
        delete: |name| format!("Ta bort {name}?"),
        delete_text: |of, answered, followed_up, earlier| {
            // The one that is named is a challenge; one of several is "ett inlägg".
            let part = |count: usize, named: &str, one: &str, many: &str| match count {
                0 => None,
                _ if of == 1 => Some(named.to_owned()),
                1 => Some(format!("1 {one}")),
                count if count == of => Some(many.to_owned()),
                count => Some(format!("{count} {many}")),
            };
            let are_all = [answered, followed_up, earlier].iter().all(|count| [0, of].contains(count));
            let day = "från en tidigare dag";
            let parts = [
                part(answered, "besvarad", "besvarat", "besvarade"),
                part(followed_up, "uppföljd", "uppföljt", "uppföljda"),
                part(earlier, day, day, day),
            ];
            let why = labels::listed(Lang::Sv, &parts.into_iter().flatten().collect::<Vec<_>>());
            if of == 1 {
                format!("Den är {why}. Det går att ångra.")
            } else if are_all {
                let all = if of == 2 { "Båda".to_owned() } else { format!("Alla {of}") };
                format!("{all} är {why}. Det går att ångra.")
            } else {
                format!("Av {of} inlägg är {why}. Det går att ångra.")
            }
        },
        several: |count| format!("{count} inlägg"),
        some_of: |count, marked| format!("{count} av {marked} markerade"),
        marked_unseen: |marked| {
            let marked = if marked == 1 {
                "Det som är markerat".to_owned()
            } else {
                format!("De {marked} markerade")
            };
            format!("{marked} är utom synhåll. Gå dit, eller avmarkera med Esc.")
        },
        only_one: |marked| {
            format!("Det här görs med ett inlägg i taget; {marked} är markerade. Esc avmarkerar.")
        },
        differ: "olika",
        differ_help: "De är olika. Tomt låter var och en vara som den är.",
        no_work_marked: "Bara utmaningar, åtaganden och åtgärder går ut för sig. Esc avmarkerar.",
        no_work_shown: "Bara utmaningar, åtaganden och åtgärder går ut för sig. v visar alla.",
        not_exported: |count| {
            format!("{count} är inte med: bara utmaningar, åtaganden och åtgärder går ut för sig")
        },
        left_out: |count| match count {
            0 => String::new(),
            1 => " · 1 utelämnades: det är av annat slag".to_owned(),
            count => format!(" · {count} utelämnades: de är av annat slag"),
        },
        deleted: |count, name| {
            if count == 1 {
                format!("{name} är borttagen")
            } else {
                format!("{count} inlägg är borttagna")
            }
        },
        converted: |name, count, kind| {
            let of_kind = if count == 1 { "" } else { "av slaget " };
            format!("{name} är nu {of_kind}{kind}")
        },
        starred: |name| format!("{name} har fått en stjärna"),
        unfinished: |name| format!("Märkt ”hann inte”: {name}"),
        unmarked: |name| format!("{name} har inget märke längre"),
        tag: |name| format!("Etiketter på {name}"),
        tags: "Etiketter",
        tags_help: "Skilj dem åt med mellanslag: upphandling skola",
        tags_of_several_help: "De som alla har. Andra etiketter blir kvar där de är.",
        tagged: |name| format!("{name} har nya etiketter"),
        assign: |name| format!("Vem och när: {name}"),
        owner: "Ansvarig",
        due: "Senast",
        due_help: "fre, imorgon, v49, 1/11, maj, 2026-05-01 … eller tomt",
        no_date: "Datumet går inte att läsa. Skriv till exempel fre, v49, 1/11 eller 2026-05-01.",
        assigned: |name| format!("{name}: ansvarig och datum är sparade"),
        no_owner: "Bara utmaningar, åtaganden och åtgärder har ansvarig och datum.",
        make_action: |name| format!("Gör en åtgärd av {name}"),
        make_actions: |marked| format!("Gör åtgärder av {marked}"),
        made_action: |name| format!("Ny åtgärd ur {name}"),
        made_actions: |count| format!("{count} nya åtgärder"),
        status: |name| format!("Hur står det till med {name}?"),
        status_label: "Status",
        comment: "Kommentar",
        comment_help: "En kommentar skrivs i uppföljningens logg med dagens datum.",
        status_is: |name, status| format!("{name}: {status}"),
        status_kept: "samma status som förut",
        no_status: "Det här slaget har ingen status.",
        response_taken_from: |gone, left| {
            format!("Återkopplingen är borttagen från {gone} och finns kvar på {left}")
        },
        response_deleted: "Återkopplingen är borttagen",
    },
    check_in: CheckInWords {
        title: |at, of| format!("Hur gick det?  {at} av {of}"),
        before: |status| format!("hittills: {status}"),
        nothing: "Det finns inget öppet att stämma av.",
        finished: |count| {
            if count == 1 { "1 avstämd, klart".to_owned() } else { format!("{count} avstämda, klart") }
        },
        comment_unsaved: "Kommentaren är inte sparad: välj hur det gick, eller stäng med Esc igen.",
    },
    copied: |count| {
        if count == 1 {
            "Kopierat till urklipp, om terminalen tillåter det".to_owned()
        } else {
            format!("{count} rader är kopierade till urklipp, om terminalen tillåter det")
        }
    },
    archive: ArchiveWords {
        ask: |count, meeting| match count {
            1 => format!("Arkivera 1 åtagande från {meeting}?"),
            _ => format!("Arkivera {count} åtaganden från {meeting}?"),
        },
        text: |status| {
            format!(
                "De som är öppna får status ”{status}” och räknas inte längre som försenade. Ctrl+Z ångrar alla."
            )
        },
        done: |count| {
            if count == 1 {
                "1 åtagande är arkiverat".to_owned()
            } else {
                format!("{count} åtaganden är arkiverade")
            }
        },
        ask_marked: |count| match count {
            1 => "Arkivera det åtagande som är markerat?".to_owned(),
            _ => format!("Arkivera de {count} åtaganden som är markerade?"),
        },
        nothing: "Mötet har inga öppna åtaganden.",
        nothing_marked: "Inget öppet åtagande är markerat.",
        no_meeting: "Välj ett åtagande först: det är de som är från samma möte som arkiveras.",
    },
};

pub(super) const EN: WorkWords = WorkWords {
    all_meetings: "all meetings",
    filter: "Show only",
    show_all: "Show all",
    meeting: "meeting",
    section: "section",
    owner: "owner",
    organisation: "organisation",
    label: "label",
    table: "table",
    status: "status",
    nobody: "without owner",
    all_open: "all open",
    closed: "closed",
    marked: |count, unseen| match unseen {
        0 => format!("{count} marked"),
        unseen => format!("{count} marked, {unseen} out of sight"),
    },
    marks_wait: |count| format!("The open one only · {count} marked wait"),
    nothing_passes: "Nothing passes the filter. v shows all.",
    nothing_to_export: "Nothing passes the filter, so there is nothing to write. v shows all.",
    writes_in: |meeting| format!("Writes in: {meeting}"),
    saved_as: |kind| format!("Saved: {kind}"),
    no_meeting: "There is no meeting yet. Ctrl+N makes one.",
    days: |days| if days < 730 { format!("{days} d") } else { format!("{} y", days / 365) },
    late: |days| if days < 730 { format!("{days} d late") } else { format!("{} y late", days / 365) },
    age: "age",
    detail: WorkDetailWords {
        responses: "Response",
        unanswered: "Unanswered",
        log: "Follow-up",
        no_log: "Not followed up yet",
        source: "Comes from",
        made: "Actions from this",
        said_by: |name| format!("said by {name}"),
        owned_by: |name| format!("owner {name}"),
        due: |day| format!("by {day}"),
        table: |table| format!("table {table}"),
    },
    verbs: VerbWords {
        edit: |name| format!("Edit {name}"),
        edit_what: "What do you want to edit?",
        delete_what: "What do you want to delete?",
        text: "Text",
        edited: |name| format!("{name} was edited"),
        delete: |name| format!("Delete {name}?"),
        delete_text: |of, answered, followed_up, earlier| {
            let part = |count: usize, words: &str| match count {
                0 => None,
                _ if of == 1 => Some(words.to_owned()),
                count if count == of => Some(format!("all {words}")),
                count => Some(format!("{count} {words}")),
            };
            let parts = [
                part(answered, "answered"),
                part(followed_up, "followed up"),
                part(earlier, "of an earlier day"),
            ];
            let why = labels::listed(Lang::En, &parts.into_iter().flatten().collect::<Vec<_>>());
            if of == 1 {
                format!("It is {why}. It can be undone.")
            } else {
                format!("Of {of} entries, {why}. It can be undone.")
            }
        },
        several: |count| format!("{count} entries"),
        some_of: |count, marked| format!("{count} of {marked} marked"),
        marked_unseen: |marked| {
            let marked =
                if marked == 1 { "What is marked is".to_owned() } else { format!("All {marked} marked are") };
            format!("{marked} out of sight. Go back there, or unmark with Esc.")
        },
        only_one: |marked| format!("This is done to one entry at a time; {marked} are marked. Esc unmarks."),
        differ: "different",
        differ_help: "They differ. Left empty, each stays as it is.",
        no_work_marked: "Only challenges, commitments and actions go out alone. Esc unmarks.",
        no_work_shown: "Only challenges, commitments and actions go out alone. v shows all.",
        not_exported: |count| {
            format!("{count} left out: only challenges, commitments and actions go out alone")
        },
        left_out: |count| match count {
            0 => String::new(),
            1 => " · 1 was left out: it is of another kind".to_owned(),
            count => format!(" · {count} were left out: they are of another kind"),
        },
        deleted: |count, name| {
            if count == 1 { format!("{name} was deleted") } else { format!("{count} entries were deleted") }
        },
        converted: |name, count, kind| {
            format!("{name} {} now: {kind}", if count == 1 { "is" } else { "are" })
        },
        starred: |name| format!("{name} has a star"),
        unfinished: |name| format!("Marked as unfinished: {name}"),
        unmarked: |name| format!("{name} has no mark any more"),
        tag: |name| format!("Labels of {name}"),
        tags: "Labels",
        tags_help: "Part them with blanks: purchasing school",
        tags_of_several_help: "Those that all have. Other labels stay where they are.",
        tagged: |name| format!("{name} has new labels"),
        assign: |name| format!("Who and when: {name}"),
        owner: "Owner",
        due: "By",
        due_help: "fri, tomorrow, w49, 1/11, may, 2026-05-01 … or nothing",
        no_date: "The date cannot be read. Write for instance fri, w49, 1/11 or 2026-05-01.",
        assigned: |name| format!("{name}: owner and date are saved"),
        no_owner: "Only challenges, commitments and actions have an owner and a date.",
        make_action: |name| format!("Make an action of {name}"),
        make_actions: |marked| format!("Make actions of {marked}"),
        made_action: |name| format!("New action from {name}"),
        made_actions: |count| format!("{count} new actions"),
        status: |name| format!("How is it going with {name}?"),
        status_label: "Status",
        comment: "Comment",
        comment_help: "A comment goes to the log of follow-ups with today's date.",
        status_is: |name, status| format!("{name}: {status}"),
        status_kept: "status as before",
        no_status: "This kind has no status.",
        response_taken_from: |gone, left| {
            format!("The response was taken from {gone} and is still on {left}")
        },
        response_deleted: "The response was deleted",
    },
    check_in: CheckInWords {
        title: |at, of| format!("How did it go?  {at} of {of}"),
        before: |status| format!("so far: {status}"),
        nothing: "Nothing is open to check in on.",
        finished: |count| format!("{count} checked in, done"),
        comment_unsaved: "The comment is not saved: choose how it went, or close with Esc again.",
    },
    copied: |count| {
        if count == 1 {
            "Copied to the clipboard, where the terminal allows it".to_owned()
        } else {
            format!("{count} rows are copied to the clipboard, where the terminal allows it")
        }
    },
    archive: ArchiveWords {
        ask: |count, meeting| match count {
            1 => format!("Archive 1 commitment of {meeting}?"),
            _ => format!("Archive {count} commitments of {meeting}?"),
        },
        text: |status| {
            format!(
                "Those that are open get the status “{status}” and are not late any more. Ctrl+Z undoes all."
            )
        },
        done: |count| {
            if count == 1 {
                "1 commitment is archived".to_owned()
            } else {
                format!("{count} commitments are archived")
            }
        },
        ask_marked: |count| match count {
            1 => "Archive the commitment that is marked?".to_owned(),
            _ => format!("Archive the {count} commitments that are marked?"),
        },
        nothing: "The meeting has no open commitments.",
        nothing_marked: "No open commitment is marked.",
        no_meeting: "Choose a commitment first: those of the same meeting are archived.",
    },
};
