//! The command line: help, results and usage errors.

use super::errors::{ErrorText, hinted, plain};
use crate::i18n::format::count;

/// The English names of choices whose codes are Swedish.
pub const ENGLISH_CHOICES: &[(&str, &str)] = &[
    ("intern", "internal"),
    ("extern", "external"),
    ("webb", "web"),
    ("arkiv", "archive"),
    ("tjansteskrivelse", "statement"),
];

/// The Swedish names of the commands, each after the English one.
pub const ALIASES: &[(&str, &[&str])] = &[
    ("import", &["importera"]),
    ("export", &["exportera"]),
    ("add", &["lägg-till", "lagg-till", "anteckna"]),
    ("list", &["lista"]),
    ("search", &["sök", "sok"]),
    ("backup", &["säkerhetskopiera", "sakerhetskopiera"]),
    ("check", &["kontrollera"]),
    ("restore", &["återställ", "aterstall"]),
    ("history", &["historik"]),
    ("completions", &["kompletteringar"]),
    ("handbook", &["handbok"]),
    ("man", &["manual"]),
    ("demo", &["exempel"]),
];

/// The Swedish names of what can be listed.
pub const LIST_ALIASES: &[(&str, &[&str])] = &[
    ("meetings", &["möten", "moten"]),
    ("programmes", &["program"]),
    ("challenges", &["utmaningar"]),
    ("commitments", &["åtaganden", "ataganden"]),
    ("actions", &["åtgärder", "atgarder"]),
    ("people", &["personer"]),
];

/// See the module.
#[derive(Debug)]
pub struct CliWords {
    /// What the program and each command is for, and what their arguments mean.
    pub help: HelpWords,
    /// What was wrong with the way it was called.
    pub usage: UsageWords,
    /// What is answered.
    pub said: SaidWords,
}

/// `--help`, `help` and the manual page.
#[derive(Debug)]
pub struct HelpWords {
    /// The program in one line.
    pub about: &'static str,
    /// More about it, after everything.
    pub after: &'static str,
    /// The heading before how it is called.
    pub usage: &'static str,
    /// The heading of the commands.
    pub commands: &'static str,
    /// The heading of the arguments.
    pub arguments: &'static str,
    /// The heading of the options.
    pub options: &'static str,
    /// In place of the options in the usage line.
    pub any_options: &'static str,
    /// In place of the command in the usage line.
    pub any_command: &'static str,
    /// Between a command's text and its Swedish name.
    pub also: &'static str,
    /// Each command by its name: what it does.
    pub command: fn(&str) -> &'static str,
    /// Each argument by its name: its placeholder in help, and what it means.
    pub argument: fn(&str) -> (&'static str, &'static str),
    /// The headings of the manual page: name, synopsis, description.
    pub manual: [&'static str; 3],
}

/// Errors before anything is done: exit code 2.
#[derive(Debug)]
pub struct UsageWords {
    /// Before any error.
    pub error: &'static str,
    /// Where help is.
    pub see_help: fn(command: &str) -> String,
    /// There is no such command; the one that is near.
    pub unknown_command: fn(&str, Option<&str>) -> ErrorText,
    /// There is no such option; the one that is near.
    pub unknown_option: fn(&str, Option<&str>) -> ErrorText,
    /// An argument is missing.
    pub missing: fn(&str) -> ErrorText,
    /// An option needs a value.
    pub no_value: fn(&str) -> ErrorText,
    /// A value that it cannot have; those it can have.
    pub bad_value: fn(value: &str, option: &str, possible: &[String]) -> ErrorText,
    /// Two that exclude each other.
    pub conflict: fn(&str, &str) -> ErrorText,
    /// An option was given twice.
    pub twice: fn(&str) -> ErrorText,
    /// An argument is not UTF-8; it is shown as far as it can be read.
    pub argument_not_text: fn(&str) -> ErrorText,
    /// When a call is wrong in a way that has no words of its own.
    pub other: fn() -> ErrorText,
    /// No meeting fits.
    pub no_meeting: fn(&str) -> ErrorText,
    /// Several meetings fit; they follow, a line each.
    pub several_meetings: fn(&str) -> ErrorText,
    /// There is no meeting yet.
    pub no_meetings: fn() -> ErrorText,
    /// A line of standard input, by its number, is no text that can be read whole.
    pub not_text: fn(line: usize) -> ErrorText,
    /// The line with this number has no end within reason.
    pub line_too_long: fn(usize) -> ErrorText,
    /// How to write a line that looks like an option.
    pub literal: &'static str,
    /// Several formats cannot go to standard output.
    pub one_format: fn() -> ErrorText,
    /// A format makes several files, which cannot go to standard output.
    pub one_file: fn(format: &str) -> ErrorText,
    /// A report has nothing that a format could show.
    pub not_fitting: fn(report: &str, format: &str) -> ErrorText,
    /// No format has this ending.
    pub no_format: fn(ending: &str) -> ErrorText,
    /// The handbook is not written in this format; in which it is.
    pub not_of_handbook: fn(format: &str, formats: &str) -> ErrorText,
    /// Minutes are those of one meeting.
    pub no_programme: fn() -> ErrorText,
    /// A report is never about the work of one owner.
    pub no_shares: fn(report: &str) -> ErrorText,
    /// No kind of entry is called so; what the kinds are called.
    pub no_kind: fn(typed: &str, kinds: &str) -> ErrorText,
    /// Nobody is called so; how a new name is written.
    pub no_person: fn(name: &str) -> ErrorText,
    /// Nobody called so owns anything.
    pub no_owner: fn(&str) -> ErrorText,
    /// Several of those who own something are called so.
    pub several_owners: fn(&str) -> ErrorText,
    /// Nobody owns anything.
    pub no_owners: fn() -> ErrorText,
}

/// What a command prints when it has done something.
#[derive(Debug)]
pub struct SaidWords {
    /// Something was read into the store: file, meeting.
    pub imported: fn(file: &str, meeting: &str, programme: Option<&str>) -> String,
    /// People were read into the register: file, how many new, completed, and known already.
    pub entered: fn(file: &str, new: usize, completed: usize, known: usize) -> String,
    /// They are set as present at this meeting.
    pub present_at: fn(meeting: &str) -> String,
    /// Something was understood and not stored.
    pub not_stored: &'static str,
    /// A long file was being read in, or undone, when the program was killed.
    pub half_done: &'static str,
    /// This file was read before, as that meeting.
    pub read_before: fn(file: &str, meeting: &str) -> String,
    /// Whether to read it again; the answer is y or n.
    pub again: &'static str,
    /// It must be said that it should be read again.
    pub say_again: &'static str,
    /// The letters that mean yes.
    pub yes: &'static [&'static str],
    /// So many things may be personal, without a full stop.
    pub found: fn(usize) -> String,
    /// The same, and how to see them.
    pub findings: fn(usize) -> String,
    /// So many different words were hidden that may be no names.
    pub in_doubt: fn(usize) -> String,
    /// So many things in something for outsiders may be personal, which is not written without an option that says so.
    pub not_let_out: fn(usize) -> ErrorText,
    /// The meetings have changed since the text was edited.
    pub old_manuscript: &'static str,
    /// It was left alone.
    pub left_alone: &'static str,
    /// Without a title.
    pub untitled: &'static str,
    /// Without a date.
    pub undated: &'static str,
    /// A line of what was understood: sections and entries.
    pub sections: fn(usize) -> String,
    /// So many entries.
    pub entries: fn(usize) -> String,
    /// So many challenges, and how many of them without an answer.
    pub challenges: fn(usize, unanswered: usize) -> String,
    /// So many commitments.
    pub commitments: fn(usize) -> String,
    /// So many actions.
    pub actions: fn(usize) -> String,
    /// Before the signatures, in the summary of a file that was read.
    pub signed: &'static str,
    /// Before a remark: the line.
    pub line: fn(usize) -> String,
    /// A challenge with a response, and one without.
    pub answered: [&'static str; 2],
    /// Before a due date.
    pub due: &'static str,
    /// Nothing to list.
    pub nothing: &'static str,
    /// Nothing was found.
    pub not_found: fn(&str) -> String,
    /// There are more than were shown.
    pub more: fn(usize) -> String,
    /// A line was caught, in which meeting and section.
    pub caught: fn(what: &str, section: &str) -> String,
    /// A response, a `+` and a correction where nothing was written from here that they could be of.
    pub nothing_before: [&'static str; 3],
    /// A command of the pen that does not work in lines, and the command that does the same.
    pub only_at_the_pen: fn(name: &str, elsewhere: &str) -> ErrorText,
    /// A command that says nothing without the words after it: its code, and its name; how it is written.
    pub without_words: fn(code: &str, name: &str) -> ErrorText,
    /// A section was made, or gone to.
    pub section: fn(&str) -> String,
    /// The pen is at a table that the meeting does not have, of so many.
    pub beyond_tables: fn(table: u16, tables: u16) -> String,
    /// The same as a question.
    pub ask_beyond: fn(table: u16, tables: u16) -> String,
    /// A meeting was made because there was none.
    pub new_meeting: fn(&str) -> String,
    /// Something was undone.
    pub undone: fn(&str) -> String,
    /// Something was done again.
    pub redone: fn(&str) -> String,
    /// A copy was written.
    pub backed_up: fn(&str) -> String,
    /// The store is sound.
    pub sound: fn(&str) -> String,
    /// What was written at the pen and not kept.
    pub draft: &'static str,
    /// How the line dialogue begins.
    pub plain_hello: fn(meeting: &str) -> String,
    /// What can be typed in the line dialogue.
    pub plain_help: &'static str,
    /// How the line dialogue begins where there is no meeting.
    pub plain_new: &'static str,
    /// A command was typed where that title is asked for.
    pub plain_title_first: &'static str,
    /// There is no database at this path, and the command only reads.
    pub no_database: fn(path: &str) -> ErrorText,
    /// The question before a line is saved in which something that was meant as a date becomes text: why.
    pub keep_so: fn(why: &str) -> String,
    /// The answer was not yes.
    pub line_not_saved: &'static str,
    /// Something is about to be undone that was done in another meeting or at another time.
    pub undo_far: fn(&str) -> String,
    /// The same, where there is nobody to ask.
    pub not_undone: fn(&str) -> ErrorText,
    /// After a question: the letters to answer with, the usual one large.
    pub yes_no: &'static str,
    /// The letters that mean no.
    pub no: &'static [&'static str],
}

fn sv_found(findings: usize) -> String {
    match findings {
        1 => "1 sak kan vara en personuppgift".to_owned(),
        _ => format!("{findings} saker kan vara personuppgifter"),
    }
}

fn en_found(findings: usize) -> String {
    format!("{} may be personal data", count(findings, "thing", "things"))
}

pub(super) const SV: CliWords = CliWords {
    help: HelpWords {
        about: "Anteckningar, återkoppling och åtaganden från rundabordssamtal",
        after: "Utan kommando öppnas programmet. Varje kommando har ett svenskt namn också. MÖTE är ett nummer från \
                `vidpennan list meetings`, början på ett id, ett datum eller en del av titeln.",
        usage: "Så här",
        commands: "Kommandon",
        arguments: "Argument",
        options: "Val",
        any_options: "[VAL]",
        any_command: "[KOMMANDO]",
        also: "även",
        command: |name| match name {
            "import" => "Läs in anteckningar (text, Markdown, Word, JSON) eller deltagare (CSV, Excel)",
            "export" => "Skriv ett mötes anteckningar till en eller flera filer",
            "add" => "Fånga rader som vid pennan, från argument eller standard in",
            "list" => "Lista möten, program, utmaningar, åtaganden, åtgärder eller personer",
            "meetings" => "Alla möten, de nyaste först",
            "programmes" => "Alla program, och hur många möten som hör till vart och ett",
            "challenges" => "Utmaningar, de obesvarade först",
            "commitments" => "Åtaganden efter när de ska vara klara",
            "actions" => "Åtgärder efter när de ska vara klara",
            "people" => "Personer i registret",
            "search" => "Sök i allt som har antecknats",
            "backup" => "Skriv en säkerhetskopia av databasen",
            "check" => "Kontrollera att databasen är hel",
            "restore" => "Lista säkerhetskopior, eller lägg tillbaka en",
            "history" => "Visa vad som har gjorts, det senaste först",
            "completions" => "Skriv kompletteringar för ett skal (bash, zsh, fish, powershell, elvish)",
            "handbook" => "Skriv ut handboken, här eller som en fil",
            "man" => "Skriv manualsidan",
            "demo" => "Öppna ett påhittat exempel; bara det du vill behålla sparas",
            _ => "",
        },
        argument: |name| match name {
            "db" => ("FIL", "Databasen (annars VIDPENNAN_DB, annars den i din lokala datamapp)"),
            "lang" => ("SPRÅK", "Språk: sv eller en"),
            "plain" => ("", "Raddialog utan skärmbild, för skärmläsare"),
            "help" => ("", "Visa hjälp"),
            "version" => ("", "Visa version"),
            "json" => ("", "Svara med JSON"),
            "files" => ("FIL", "Filer att läsa; - är standard in"),
            "dry-run" => ("", "Visa vad som förstås, men spara inget"),
            "present" => ("MÖTE", "Filen är en deltagarlista: sätt dem som närvarande på mötet"),
            "again" => ("", "Läs in filen även om den har lästs förut"),
            "repair" => ("", "Reparera text som har kodats två gånger (frÃ¥n)"),
            "meeting" => ("MÖTE", "Vilket möte"),
            "format" => {
                ("FORMAT", "Format, skilda av kommatecken: docx, pdf, html, txt, md, xlsx, csv, ics, json")
            }
            "handbook-format" => ("FORMAT", "Format, skilda av kommatecken: txt, md, html, docx, pdf"),
            "output" => ("PLATS", "Fil eller mapp att skriva till; - är standard ut"),
            "force" => ("", "Skriv över filer som finns"),
            "names" => (
                "NAMN",
                "Namn på personer: written (som i anteckningarna, det vanliga), full, role, pseudonym, initials \
                 eller none",
            ),
            "report" => (
                "RAPPORT",
                "Vad som skrivs: minutes, feedback, actions, challenges, tjansteskrivelse, news eller reminder \
                 (en påminnelse att mejla)",
            ),
            "profile" => ("PROFIL", "Färdiga val efter vem det är till: intern, extern, webb eller arkiv"),
            "programme" => ("", "Ta med alla möten i programmet"),
            "owner" => {
                ("ANSVARIG", "Ta bara med det som en person, eller en organisations folk, ansvarar för")
            }
            "each" => ("VAD", "En fil för var och en: owner (varje ansvarig)"),
            "template" => ("FIL", "Word-dokument vars utseende, sidhuvud och sidfot ska användas"),
            "check" => ("", "Visa vad som kan vara personuppgifter i det som går ut, och skriv inget"),
            "yes" => ("", "Skriv för extern och webb även om något kan vara personuppgifter"),
            "rebuild" => ("", "Gör om allt ur historiken där det inte stämmer med den"),
            "salvage" => ("FIL", "Skriv allt som går att läsa ur en skadad databas till en ny fil"),
            "copy" => ("KOPIA", "Fil, eller namnet på en kopia eller början av det (2026-11-28)"),
            "to" => ("FIL", "Vart kopian ska (annars databasens plats)"),
            "only-compare" => ("", "Säg bara vad som skiljer, och lägg inte tillbaka något"),
            "anew" => ("", "Ställ undan det som finns, kopiorna också, och börja om"),
            "fresh" => ("", "Bortse från text som är redigerad i programmet"),
            "provenance" => ("", "Ta med bord och omgång, och antecknare om namnen får synas"),
            "no-responses" => ("", "Utelämna återkoppling"),
            "unanswered" => ("", "Ta bara med utmaningar utan återkoppling"),
            "section" => ("AVSNITT", "Avsnittet, eller en del av dess rubrik"),
            "table" => ("BORD", "Bordets nummer"),
            "lines" => (
                "RAD",
                "Rader som vid pennan; utan rader läses standard in. Det som pennan skulle fråga om (ett namn som \
                 liknar ett annat, ett datum som inget är) avvisas: @\"Namn\" tas som det står",
            ),
            "what" => ("VAD", "Vad som ska listas"),
            "open" => ("", "Bara det som är öppet"),
            "query" => ("ORD", "Ord att söka efter, hela eller delar"),
            "limit" => ("ANTAL", "Högst så många"),
            "path" => ("FIL", "Vart kopian ska skrivas"),
            "shell" => ("SKAL", "bash, zsh, fish, powershell eller elvish"),
            _ => ("VÄRDE", ""),
        },
        manual: ["NAMN", "ÖVERSIKT", "BESKRIVNING"],
    },
    usage: UsageWords {
        error: "fel",
        see_help: |command| format!("Skriv `{command} --help` för hjälp."),
        unknown_command: |name, near| match near {
            Some(near) => {
                hinted(format!("det finns inget kommando ”{name}”."), format!("Menade du ”{near}”?"))
            }
            None => plain(format!("det finns inget kommando ”{name}”.")),
        },
        unknown_option: |name, near| match near {
            Some(near) => hinted(format!("”{name}” går inte att ange här."), format!("Menade du ”{near}”?")),
            None => plain(format!("”{name}” går inte att ange här.")),
        },
        missing: |what| plain(format!("{what} saknas.")),
        no_value: |option| plain(format!("{option} behöver ett värde.")),
        bad_value: |value, option, possible| {
            let sentence = format!("”{value}” går inte att ange för {option}.");
            if possible.is_empty() {
                plain(sentence)
            } else {
                hinted(sentence, format!("Välj bland: {}.", possible.join(", ")))
            }
        },
        conflict: |a, b| plain(format!("{a} och {b} går inte att ange tillsammans.")),
        twice: |option| plain(format!("{option} är angivet mer än en gång.")),
        argument_not_text: |argument| plain(format!("argumentet ”{argument}” är inte text i UTF-8.")),
        other: || plain("kommandot går inte att förstå."),
        no_meeting: |query| {
            hinted(format!("Inget möte passar in på ”{query}”."), "`vidpennan list meetings` visar alla.")
        },
        several_meetings: |query| {
            hinted(format!("Flera möten passar in på ”{query}”."), "Välj ett av dem med dess nummer:")
        },
        no_meetings: || {
            hinted(
                "Det finns inget möte ännu.",
                "Läs in anteckningar med `vidpennan import`, eller öppna programmet.",
            )
        },
        line_too_long: |line| {
            hinted(
                format!("Rad {line} är längre än en hel fil får vara, och läses inte."),
                "Rader före den är sparade.",
            )
        },
        not_text: |line| {
            hinted(
                format!("Rad {line} i det som skickas in är inte text, eller blandar teckenkodningar."),
                "Skicka in den som UTF-8.",
            )
        },
        literal: "Är det en rad? Skriv -- före den.",
        one_format: || plain("standard ut (-) tar bara ett format."),
        one_file: |format| {
            hinted(
                format!("{format} blir flera filer, och standard ut (-) tar bara en."),
                "Välj en mapp i stället.",
            )
        },
        not_fitting: |report, format| plain(format!("{report} har inget att visa som {format}.")),
        no_format: |ending| {
            hinted(
                format!("”.{ending}” är ändelsen på inget format."),
                "Välj en annan ändelse, eller ett format med -f.",
            )
        },
        not_of_handbook: |format, formats| {
            hinted(format!("handboken finns inte som {format}."), format!("Den finns som {formats}."))
        },
        no_programme: || hinted("anteckningar är från ett möte.", "Välj en annan rapport till --programme."),
        no_shares: |report| {
            hinted(
                format!("{report} går inte att göra för en ansvarig."),
                "Välj -r actions, challenges, feedback eller reminder.",
            )
        },
        no_kind: |typed, kinds| hinted(format!("”{typed}” är inget slag."), format!("Slagen är: {kinds}.")),
        no_person: |name| {
            hinted(
                format!("Ingen i registret heter ”{name}”."),
                format!("Skriv @\"{name}\" om det är en ny person."),
            )
        },
        no_owner: |name| {
            hinted(
                format!("”{name}” ansvarar inte för något här."),
                "`vidpennan list actions` visar vem som ansvarar för vad. --programme tar med alla möten.",
            )
        },
        several_owners: |name| hinted(format!("Flera som ansvarar heter ”{name}”."), "Skriv hela namnet:"),
        no_owners: || plain("Ingen ansvarar för något här."),
    },
    said: SaidWords {
        entered: |file, new, completed, known| {
            format!("{file}: {new} nya i registret, {completed} kompletterade, {known} fanns redan")
        },
        present_at: |meeting| format!("Satta som närvarande på ”{meeting}”"),
        imported: |file, meeting, programme| {
            let programme = programme.map(|name| format!(" i programmet {name}")).unwrap_or_default();
            format!("{file}: inläst som ”{meeting}”{programme}")
        },
        not_stored: "Inget har sparats.",
        half_done: "En lång fil lästes in eller ångrades när programmet dödades, och det som visas kan vara ofullständigt. När något skrivs nästa gång blir det som före.",
        read_before: |file, meeting| format!("{file} har lästs in förut, som ”{meeting}”."),
        again: "Läsa in den igen? [j/N] ",
        say_again: "Läs in den igen med --again.",
        yes: &["j", "ja", "y", "yes"],
        found: sv_found,
        findings: |findings| format!("{}. --check visar var.", sv_found(findings)),
        in_doubt: |words| {
            let they = if words == 1 { "det kanske inte är ett" } else { "de kanske inte är" };
            format!("{words} ord doldes fast {they} namn. --check visar var.")
        },
        not_let_out: |findings| {
            hinted(
                format!("{}. Inget är skrivet.", sv_found(findings)),
                "Se var med --check. Med --yes skrivs det ändå.",
            )
        },
        old_manuscript: "Texten är redigerad, och mötena har ändrats sedan dess. --fresh skriver den på nytt.",
        left_alone: "Inget lästes in.",
        untitled: "(utan titel)",
        undated: "utan datum",
        sections: |n| count(n, "avsnitt", "avsnitt"),
        entries: |n| count(n, "inlägg", "inlägg"),
        challenges: |n, unanswered| {
            let all = count(n, "utmaning", "utmaningar");
            if n == 0 { all } else { format!("{all} ({unanswered} utan återkoppling)") }
        },
        commitments: |n| count(n, "åtagande", "åtaganden"),
        actions: |n| count(n, "åtgärd", "åtgärder"),
        signed: "Vid pennan",
        line: |n| format!("rad {n}"),
        answered: ["besvarad", "obesvarad"],
        due: "senast",
        nothing: "Det finns inget att lista.",
        not_found: |query| format!("Inget hittades för ”{query}”."),
        more: |limit| format!("De {limit} första visas. Fler: --limit"),
        caught: |what, section| format!("{what} · {section}"),
        nothing_before: [
            "Ingen utmaning är skriven härifrån. Skriv den först, med ! före.",
            "Inget inlägg är skrivet härifrån. Skriv det först.",
            "Inget inlägg att rätta är skrivet härifrån. Skriv det först.",
        ],
        only_at_the_pen: |name, elsewhere| {
            hinted(format!("/{name} går inte att använda här."), format!("Använd `{elsewhere}`."))
        },
        without_words: |code, name| {
            let examples = match code {
                "move_to" => {
                    "/flytta bord 3, /flytta Tips, /flytta möte Heja, /flytta omgång 2 eller /flytta talare Anna"
                }
                "tag" => "/tagg skola",
                "convert" => "/gör till utmaning",
                _ => "/ansvarig Anna <fre",
            };
            hinted(format!("/{name} behöver några ord efter sig."), format!("Skriv till exempel {examples}."))
        },
        section: |heading| format!("Avsnitt: {heading}"),
        beyond_tables: |table, tables| format!("Mötet har {tables} bord; det blir ändå bord {table}."),
        ask_beyond: |table, tables| format!("Mötet har {tables} bord. Bord {table} ändå? [j/N]"),
        new_meeting: |title| format!("Det fanns inget möte. Raderna hamnar i ett nytt: {title}"),
        undone: |what| format!("Ångrat: {what}"),
        redone: |what| format!("Gjort om: {what}"),
        backed_up: |path| format!("Säkerhetskopia: {path}"),
        sound: |path| format!("{path} är hel."),
        draft: "Det här stod i pennan och är inte sparat:",
        plain_hello: |meeting| {
            format!("{meeting}. Skriv en rad och tryck Enter. ? visar tecknen, /avsluta slutar.")
        },
        plain_help: "text · ! utmaning · > åtagande · = återkoppling · ? fråga · \" citat · § beslut · >> åtgärd · \
                     + fortsätt · # avsnitt · s/fel/rätt/ · /parkera · /flytta bord 3 · /ta bort · /avsnitt · /utmaningar · /imorgon · /sök ord · /ångra · /gör om · /avsluta",
        plain_title_first: "Först behövs ett möte. Skriv vad det ska heta, eller /avsluta.",
        plain_new: "Det finns inget möte ännu. Vad ska det första heta?",
        no_database: |path| {
            hinted(
                format!("Det finns ingen databas i {path}."),
                "Den skapas när du öppnar programmet eller skriver med add. --db pekar ut en annan.",
            )
        },
        keep_so: |why| format!("{why}. Spara raden så? [j/N]"),
        line_not_saved: "Raden är inte sparad. Skriv den igen.",
        not_undone: |what| {
            hinted(
                format!("Det gjordes vid ett annat tillfälle: {what}."),
                "Öppna programmet eller `vidpennan --plain` för att ångra det.",
            )
        },
        no: &["n", "nej", "no", ""],
        yes_no: "[j/N]",
        undo_far: |what| format!("Det gjordes vid ett annat tillfälle: {what}. Ångra det? [j/N]"),
    },
};

pub(super) const EN: CliWords = CliWords {
    help: HelpWords {
        about: "Minutes, answers and promises from round-table conversations",
        after: "Without a command the program opens. MEETING is a number from `vidpennan list meetings`, the \
                beginning of an id, a date or a part of the title.",
        usage: "Usage",
        commands: "Commands",
        arguments: "Arguments",
        options: "Options",
        any_options: "[OPTIONS]",
        any_command: "[COMMAND]",
        also: "also",
        command: |name| match name {
            "import" => "Read minutes (text, Markdown, Word, JSON) or participants (CSV, Excel)",
            "export" => "Write the minutes of a meeting to one or several files",
            "add" => "Catch lines as at the pen, from arguments or standard input",
            "list" => "List meetings, programmes, challenges, commitments, actions or people",
            "meetings" => "All meetings, the newest first",
            "programmes" => "All programmes, and how many meetings belong to each",
            "challenges" => "Challenges, unanswered ones first",
            "commitments" => "Commitments by due date",
            "actions" => "Actions by due date",
            "people" => "People in the register",
            "search" => "Search everything that was noted",
            "backup" => "Write a backup of the database",
            "check" => "Check that the database is sound",
            "restore" => "List the backups, or put one back",
            "history" => "Show what was done, the latest first",
            "completions" => "Write completions for a shell (bash, zsh, fish, powershell, elvish)",
            "handbook" => "Print the handbook, here or as a file",
            "man" => "Write the manual page",
            "demo" => "Open an invented example; only what you ask to keep is saved",
            _ => "",
        },
        argument: |name| match name {
            "db" => ("FILE", "The database (else VIDPENNAN_DB, else the one in your local data folder)"),
            "lang" => ("LANG", "Language: sv or en"),
            "plain" => ("", "A dialogue in lines without a picture, for screen readers"),
            "help" => ("", "Show help"),
            "version" => ("", "Show the version"),
            "json" => ("", "Answer with JSON"),
            "files" => ("FILE", "Files to read; - is standard input"),
            "dry-run" => ("", "Show what is understood, but store nothing"),
            "present" => {
                ("MEETING", "The file is a list of participants: set them as present at the meeting")
            }
            "again" => ("", "Read the file even if it was read before"),
            "repair" => ("", "Repair text that was encoded twice (frÃ¥n)"),
            "meeting" => ("MEETING", "Which meeting"),
            "format" => {
                ("FORMAT", "Formats, parted by commas: docx, pdf, html, txt, md, xlsx, csv, ics, json")
            }
            "handbook-format" => ("FORMAT", "Formats, parted by commas: txt, md, html, docx, pdf"),
            "output" => ("PLACE", "File or folder to write to; - is standard output"),
            "force" => ("", "Replace files that exist"),
            "names" => (
                "NAMES",
                "Names of persons: written (as in the minutes, the usual), full, role, pseudonym, initials or none",
            ),
            "report" => (
                "REPORT",
                "What is written: minutes, feedback, actions, challenges, statement, news or reminder (a text to mail)",
            ),
            "profile" => ("PROFILE", "Ready choices by whom it is for: internal, external, web or archive"),
            "programme" => ("", "With all meetings of the programme"),
            "owner" => ("OWNER", "Only what a person, or the people of an organisation, are responsible for"),
            "each" => ("WHAT", "A file each: owner (everybody who is responsible for something)"),
            "template" => ("FILE", "Word document whose look, header and footer are taken on"),
            "rebuild" => ("", "Make everything anew from the history where it does not agree with it"),
            "salvage" => ("FILE", "Write everything that can be read of a damaged database to a new file"),
            "check" => ("", "Show what may be personal data in what goes out, and write nothing"),
            "yes" => ("", "Write for extern and webb even if something may be personal data"),
            "copy" => ("COPY", "A file, or the name of a backup or its beginning (2026-11-28)"),
            "to" => ("FILE", "Where the copy goes (else the place of the database)"),
            "only-compare" => ("", "Only say what differs, and put nothing back"),
            "anew" => ("", "Put what there is aside, the backups too, and begin anew"),
            "fresh" => ("", "Without text that was edited in the program"),
            "provenance" => ("", "With table and round, and the scribe if names may be shown"),
            "no-responses" => ("", "Without responses"),
            "unanswered" => ("", "Only challenges without a response"),
            "section" => ("SECTION", "The section, or a part of its heading"),
            "table" => ("TABLE", "The table's number"),
            "lines" => (
                "LINE",
                "Lines as at the pen; without lines, standard input is read. What the pen would ask about (a name \
                 close to another, a date that is none) is refused: @\"Name\" is taken as it is",
            ),
            "what" => ("WHAT", "What to list"),
            "open" => ("", "Only what is open"),
            "query" => ("WORDS", "Words to search for, whole or in part"),
            "limit" => ("NUMBER", "At most so many"),
            "path" => ("FILE", "Where to write the copy"),
            "shell" => ("SHELL", "bash, zsh, fish, powershell or elvish"),
            _ => ("VALUE", ""),
        },
        manual: ["NAME", "SYNOPSIS", "DESCRIPTION"],
    },
    usage: UsageWords {
        error: "error",
        see_help: |command| format!("Type `{command} --help` for help."),
        unknown_command: |name, near| match near {
            Some(near) => hinted(format!("there is no command “{name}”."), format!("Did you mean “{near}”?")),
            None => plain(format!("there is no command “{name}”.")),
        },
        unknown_option: |name, near| match near {
            Some(near) => {
                hinted(format!("“{name}” is not possible here."), format!("Did you mean “{near}”?"))
            }
            None => plain(format!("“{name}” is not possible here.")),
        },
        missing: |what| plain(format!("{what} is missing.")),
        no_value: |option| plain(format!("{option} needs a value.")),
        bad_value: |value, option, possible| {
            let sentence = format!("“{value}” is not possible for {option}.");
            if possible.is_empty() {
                plain(sentence)
            } else {
                hinted(sentence, format!("Choose one of: {}.", possible.join(", ")))
            }
        },
        conflict: |a, b| plain(format!("{a} and {b} are not possible together.")),
        twice: |option| plain(format!("{option} was given more than once.")),
        argument_not_text: |argument| plain(format!("the argument “{argument}” is not text in UTF-8.")),
        other: || plain("the command cannot be understood."),
        no_meeting: |query| {
            hinted(format!("No meeting fits “{query}”."), "`vidpennan list meetings` shows all.")
        },
        several_meetings: |query| {
            hinted(format!("Several meetings fit “{query}”."), "Choose one by its number:")
        },
        no_meetings: || {
            hinted("There is no meeting yet.", "Read minutes with `vidpennan import`, or open the program.")
        },
        line_too_long: |line| {
            hinted(
                format!("Line {line} is longer than a whole file may be, and is not read."),
                "The lines before it are saved.",
            )
        },
        not_text: |line| {
            hinted(
                format!("Line {line} of what is piped in is not text, or mixes encodings."),
                "Send it as UTF-8.",
            )
        },
        literal: "Is it a line? Write -- before it.",
        one_format: || plain("standard output (-) takes one format only."),
        one_file: |format| {
            hinted(
                format!("{format} becomes several files, and standard output (-) takes only one."),
                "Choose a folder.",
            )
        },
        not_fitting: |report, format| plain(format!("{report} has nothing to show as {format}.")),
        no_format: |ending| {
            hinted(
                format!("“.{ending}” is the ending of no format."),
                "Choose another ending, or a format with -f.",
            )
        },
        not_of_handbook: |format, formats| {
            hinted(
                format!("the handbook is not written as {format}."),
                format!("It is written as {formats}."),
            )
        },
        no_programme: || {
            hinted("minutes are those of one meeting.", "Choose another report for --programme.")
        },
        no_shares: |report| {
            hinted(
                format!("{report} cannot be made for one owner."),
                "Choose -r actions, challenges, feedback or reminder.",
            )
        },
        no_kind: |typed, kinds| hinted(format!("“{typed}” is no kind."), format!("The kinds are: {kinds}.")),
        no_person: |name| {
            hinted(
                format!("Nobody in the register is called “{name}”."),
                format!("Write @\"{name}\" if it is a new person."),
            )
        },
        no_owner: |name| {
            hinted(
                format!("“{name}” is responsible for nothing here."),
                "`vidpennan list actions` shows who is responsible for what. --programme takes all meetings.",
            )
        },
        several_owners: |name| {
            hinted(format!("Several owners are called “{name}”."), "Write the whole name:")
        },
        no_owners: || plain("Nobody is responsible for anything here."),
    },
    said: SaidWords {
        entered: |file, new, completed, known| {
            format!("{file}: {new} new in the register, {completed} completed, {known} known already")
        },
        present_at: |meeting| format!("Set as present at “{meeting}”"),
        imported: |file, meeting, programme| {
            let programme = programme.map(|name| format!(" of the programme {name}")).unwrap_or_default();
            format!("{file}: read as “{meeting}”{programme}")
        },
        not_stored: "Nothing was stored.",
        half_done: "A long file was being read in or undone when the program was killed, and what is shown may be incomplete. The next time something is written, all is as before.",
        read_before: |file, meeting| format!("{file} was read before, as “{meeting}”."),
        again: "Read it again? [y/N] ",
        say_again: "Read it again with --again.",
        yes: &["y", "yes", "j", "ja"],
        found: en_found,
        findings: |findings| format!("{}. --check shows where.", en_found(findings)),
        in_doubt: |words| {
            let they = if words == 1 { "it may be no name" } else { "they may be no names" };
            format!("{} hidden though {they}. --check shows where.", count(words, "word was", "words were"))
        },
        not_let_out: |findings| {
            hinted(
                format!("{}. Nothing is written.", en_found(findings)),
                "See where with --check. With --yes it is written all the same.",
            )
        },
        old_manuscript: "The text was edited, and the meetings have changed since. --fresh writes it anew.",
        left_alone: "Nothing was read.",
        untitled: "(untitled)",
        undated: "no date",
        sections: |n| count(n, "section", "sections"),
        entries: |n| count(n, "entry", "entries"),
        challenges: |n, unanswered| {
            let all = count(n, "challenge", "challenges");
            if n == 0 { all } else { format!("{all} ({unanswered} unanswered)") }
        },
        commitments: |n| count(n, "commitment", "commitments"),
        actions: |n| count(n, "action", "actions"),
        signed: "At the pen",
        line: |n| format!("line {n}"),
        answered: ["answered", "unanswered"],
        due: "due",
        nothing: "There is nothing to list.",
        not_found: |query| format!("Nothing was found for “{query}”."),
        more: |limit| format!("The first {limit} are shown. More: --limit"),
        caught: |what, section| format!("{what} · {section}"),
        nothing_before: [
            "No challenge was written from here. Write it first, with ! before it.",
            "No entry was written from here. Write it first.",
            "No entry to correct was written from here. Write it first.",
        ],
        only_at_the_pen: |name, elsewhere| {
            hinted(format!("/{name} does not work here."), format!("Use `{elsewhere}`."))
        },
        without_words: |code, name| {
            let examples = match code {
                "move_to" => {
                    "/move table 3, /move Decisions, /move meeting Network, /move round 2 or /move speaker Alex"
                }
                "tag" => "/tag school",
                "convert" => "/convert challenge",
                _ => "/owner Alex <fri",
            };
            hinted(format!("/{name} needs some words after it."), format!("Write for example {examples}."))
        },
        section: |heading| format!("Section: {heading}"),
        beyond_tables: |table, tables| {
            format!("The meeting has {tables} tables; it is table {table} all the same.")
        },
        ask_beyond: |table, tables| format!("The meeting has {tables} tables. Table {table} anyway? [y/N]"),
        new_meeting: |title| format!("There was no meeting. The lines go to a new one: {title}"),
        undone: |what| format!("Undone: {what}"),
        redone: |what| format!("Redone: {what}"),
        backed_up: |path| format!("Backup: {path}"),
        sound: |path| format!("{path} is sound."),
        draft: "This stood in the pen and is not stored:",
        plain_hello: |meeting| {
            format!("{meeting}. Type a line and press Enter. ? shows the signs, /quit ends.")
        },
        plain_help: "text · ! challenge · > commitment · = response · ? question · \" quote · § decision · >> action · \
                     + continue · # section · s/wrong/right/ · /park · /move table 3 · /delete · /section · /challenges · /tomorrow · /search words · /undo · /redo · /quit",
        plain_title_first: "A meeting is needed first. Write what it should be called, or /exit.",
        plain_new: "There is no meeting yet. What should the first one be called?",
        no_database: |path| {
            hinted(
                format!("There is no database at {path}."),
                "It is made when you open the program or write with add. --db names another one.",
            )
        },
        keep_so: |why| format!("{why}. Save the line so? [y/N]"),
        line_not_saved: "The line is not saved. Write it again.",
        not_undone: |what| {
            hinted(
                format!("It was done on another occasion: {what}."),
                "Open the program or `vidpennan --plain` to undo it.",
            )
        },
        no: &["n", "no", "nej", ""],
        yes_no: "[y/N]",
        undo_far: |what| format!("It was done on another occasion: {what}. Undo it? [y/N]"),
    },
};
