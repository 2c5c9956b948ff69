//! The pen line: what a line will become, and what it did not understand.

/// See the module.
#[derive(Debug)]
pub struct PenWords {
    /// What a response becomes, before its kind.
    pub response: &'static str,
    /// After a response: which challenges it answers.
    pub to_challenges: fn(names: &str) -> String,
    /// A challenge that nobody has chosen and that was not written in this sitting.
    pub latest_of_meeting: fn(name: &str) -> String,
    /// The first words of an entry, and whether more follow.
    pub quoted: fn(words: &str, is_cut: bool) -> String,
    /// A response in a sentence: what the challenges are called that it answers, and its first words.
    pub response_to: fn(challenges: &str, quoted: &str) -> String,
    /// More words for this entry.
    pub continues: fn(entry: &str) -> String,
    /// A section that is there, by its heading.
    pub goes_to_section: fn(&str) -> String,
    /// A section that will be made, by its heading.
    pub makes_section: fn(&str) -> String,
    /// A heading that begins several sections.
    pub several_sections: fn(typed: &str, headings: &[&str]) -> String,
    /// A heading to go to that no section has.
    pub no_section: fn(&str) -> String,
    /// The section that a line was to go to is gone; where it goes if it is written again.
    pub section_gone: fn(gone: &str, goes_to: &str) -> String,
    /// The meeting that a line was to go to is gone; where it goes if it is written again, if there is any other.
    pub meeting_gone: fn(gone: &str, goes_to: Option<&str>) -> String,
    /// `#` without a heading.
    pub no_heading: &'static str,
    /// A correction of this entry.
    pub corrects: fn(from: &str, to: &str, entry: &str) -> String,
    /// A correction that takes words away.
    pub strikes: fn(words: &str, entry: &str) -> String,
    /// A correction of words that the entry does not have.
    pub not_there: fn(words: &str, entry: &str) -> String,
    /// In the preview of a response, where there is nothing that it would answer.
    pub answers_nothing: &'static str,
    /// `=` in a meeting where no challenge was written on this laptop, and none is chosen.
    pub no_challenge: &'static str,
    /// `+` in a meeting where no entry was written on this laptop, and none is chosen.
    pub nothing_to_continue: &'static str,
    /// `s/…/…/` in a meeting where no entry was written on this laptop, and none is chosen.
    pub no_entry_to_correct: &'static str,
    /// Before the name of a command.
    pub command: &'static str,
    /// A command that can be done on the live screen only.
    pub only_in_the_meeting: fn(name: &str) -> String,
    /// Who said it.
    pub said_by: fn(&str) -> String,
    /// A week by its number.
    pub week: fn(u32) -> String,
    /// A day on which nobody works, and why where there is a reason.
    pub not_working: fn(day: &str, why: Option<&str>) -> String,
    /// The weekday that was written is not that of the date.
    pub other_weekday: fn(date: &str, is: &str, said: &str) -> String,
    /// The date can also be read as another.
    pub ambiguous: fn(&str) -> String,
    /// There is no such day.
    pub no_such_day: fn(&str) -> String,
    /// What follows `<` is no date.
    pub not_a_date: fn(&str) -> String,
    /// A date that becomes text, since the line has one already.
    pub second_date: fn(&str) -> String,
    /// A date that becomes text, since only words are added or changed.
    pub date_as_text: fn(&str) -> String,
    /// A name among words that are only added or replaced.
    pub name_as_text: fn(name: &str) -> String,
    /// A word that stays after a name, and looks like the rest of it.
    pub rest_of_name: fn(name: &str, left: &str) -> String,
    /// A name in quotation marks that do not close.
    pub open_name: fn(&str) -> String,
    /// What begins with `@` and is no name.
    pub not_a_name: fn(&str) -> String,
    /// What begins with `#` in an answer, where nothing can be tagged.
    pub tag_in_response: fn(&str) -> String,
    /// Words behind a command that takes none.
    pub command_alone: fn(words: &str, name: &str) -> String,
    /// A pasted row that would do something at once if it were typed.
    pub not_pasted: &'static str,
    /// A name that makes a new person.
    pub new_person: fn(&str) -> String,
    /// The same in a sentence.
    pub becomes_new: fn(&str) -> String,
    /// The same, where somebody in the register is called almost so.
    pub like_name: fn(name: &str, like: &str) -> String,
    /// The same, where it looks like the name of nobody.
    pub odd_name: fn(name: &str) -> String,
    /// The same, where the next word may belong to the name.
    pub half_name: fn(name: &str, whole: &str) -> String,
    /// The line is not taken at once because of what a remark says, and how to take it all the same.
    pub look_first: fn(&str) -> String,
    /// The same where the line is selected, so that a letter begins another.
    pub look_first_or_new: fn(&str) -> String,
    /// How a line is saved in which something that was meant as a date should be text.
    pub keeps_as_text: &'static str,
    /// How a name is written where nobody is asked whom it means: these are possible.
    pub name_as_is: fn(names: &[&str]) -> String,
    /// The same for what cannot be a name.
    pub line_as_is: &'static str,
    /// The same, in a line of its own at the foot.
    pub again_saves: fn(&str) -> String,
    /// No command has the name; the nearest one, where one is near.
    pub unknown_command: fn(name: &str, nearest: Option<&str>) -> String,
    /// Only names, tags or a date.
    pub no_words: &'static str,
    /// A line names somebody in a meeting that is written without names.
    pub nameless: &'static str,
    /// A correction `s//…/` that names no words to replace.
    pub nothing_to_correct: &'static str,
}

pub(super) const SV: PenWords = PenWords {
    response: "återkoppling",
    to_challenges: |names| format!("på {names}"),
    latest_of_meeting: |name| format!("{name}, mötets senaste utmaning"),
    quoted: |words, is_cut| format!("”{words}{}”", if is_cut { " …" } else { "" }),
    response_to: |challenges, quoted| format!("återkopplingen på {challenges} {quoted}"),
    continues: |entry| format!("fortsätter {entry}"),
    goes_to_section: |heading| format!("till avsnittet ”{heading}”"),
    makes_section: |heading| format!("nytt avsnitt ”{heading}”"),
    several_sections: |typed, headings| {
        let list: Vec<String> = headings.iter().map(|heading| format!("”{heading}”")).collect();
        format!("Flera avsnitt börjar med ”{typed}”: {}. Skriv mer av rubriken.", list.join(", "))
    },
    no_section: |heading| format!("Inget avsnitt heter ”{heading}”. Med # ”{heading}” gör du det."),
    section_gone: |gone, goes_to| {
        format!("Avsnittet ”{gone}” finns inte längre. Skriv raden igen, så hamnar den under ”{goes_to}”.")
    },
    meeting_gone: |gone, goes_to| match goes_to {
        Some(next) => {
            format!("Mötet ”{gone}” finns inte längre. Skriv raden igen, så hamnar den i ”{next}”.")
        }
        None => format!("Mötet ”{gone}” finns inte längre. Börja ett nytt med /nytt möte."),
    },
    no_heading: "Skriv rubriken efter #.",
    corrects: |from, to, entry| format!("rättar {entry}: ”{from}” blir ”{to}”"),
    strikes: |words, entry| format!("stryker ”{words}” ur {entry}"),
    not_there: |words, entry| format!("”{words}” står inte i {entry}."),
    answers_nothing: "ingen utmaning att svara på, välj en med ↑",
    no_challenge: "Ingen utmaning är skriven härifrån; välj en med ↑ vid pennan.",
    nothing_to_continue: "Inget inlägg är skrivet härifrån; välj ett med ↑ vid pennan.",
    no_entry_to_correct: "Inget inlägg att rätta är skrivet härifrån; välj ett med ↑ vid pennan.",
    command: "kommando",
    only_in_the_meeting: |name| format!("/{name} går bara att använda på sidan Bordssamtal."),
    said_by: |name| format!("sagt av {name}"),
    week: |week| format!("vecka {week}"),
    not_working: |day, why| match why {
        Some(why) => format!("{day} är {why}"),
        None => format!("{day} är ingen arbetsdag"),
    },
    other_weekday: |date, is, said| format!("{date} är en {is}, inte {said}"),
    ambiguous: |date| format!("kan också vara {date}"),
    no_such_day: |date| format!("{date} finns inte i kalendern och blir text"),
    not_a_date: |word| format!("”{word}” är inget datum (<fre, <v49, <maj, <1/11) och blir text"),
    second_date: |date| format!("”{date}” blir text: raden har redan ett datum"),
    date_as_text: |date| format!("”{date}” blir text: här ändras bara ord"),
    name_as_text: |name| format!("”{name}” blir text: här ändras bara ord, F2 ändrar hela raden"),
    rest_of_name: |name, left| format!("”{left}” blir text; namnet är {name}"),
    open_name: |name| format!("@\"{name} … saknar sitt avslutande citattecken och blir text"),
    not_a_name: |word| format!("”{word}” är inget namn (@Anna, @\"Anna Ek\") och blir text"),
    tag_in_response: |tag| format!("”#{tag}” blir text: en återkoppling har inga taggar"),
    command_alone: |words, name| format!("”{words}” hör inte till /{name}. Skriv kommandot ensamt."),
    not_pasted: "återkoppling, rättelse och kommando klistras inte in: raden blir bara ord",
    new_person: |name| format!("{name} (ny person)"),
    becomes_new: |name| format!("”{name}” blir en ny person"),
    like_name: |name, like| format!("”{name}” blir en ny person; i registret finns {like}"),
    odd_name: |name| format!("”{name}” blir en ny person, men ser inte ut som ett namn"),
    half_name: |name, whole| format!("”{name}” blir en ny person; hela namnet skrivs @\"{whole}\""),
    keeps_as_text: "Raden är inte sparad. Sätt det inom citattecken om det ska vara text; en rad som börjar med ett \
                    mellanslag sparas som den står.",
    name_as_is: |names| {
        let names = names.iter().map(|name| format!("@\"{name}\"")).collect::<Vec<_>>().join(" eller ");
        format!("Raden är inte sparad. Skriv namnet inom citattecken: {names}.")
    },
    line_as_is: "Raden är inte sparad. Ett namn skrivs @Anna eller @\"Anna Ek\"; en rad som börjar med ett mellanslag \
                 sparas som den står.",
    again_saves: |why| format!("Enter igen sparar så · {why}"),
    look_first_or_new: |why| {
        format!("{why}. Ändra med ←, tryck Enter igen för att spara så; en bokstav börjar nästa rad.")
    },
    look_first: |why| format!("{why}. Ändra, eller tryck Enter igen för att spara raden så."),
    unknown_command: |name, nearest| {
        let hint = nearest.map(|nearest| format!(" Menade du /{nearest}?")).unwrap_or_default();
        format!("Kommandot /{name} finns inte.{hint} Börja raden med ett mellanslag om det ska vara text.")
    },
    nameless: "Det här mötet skrivs utan namn. Ta bort det som börjar med @.",
    no_words: "Raden har bara namn, taggar eller datum. Skriv vad som sades också.",
    nothing_to_correct: "Skriv vad som ska rättas, och till vad: s/gammalt/nytt/. Ett blanksteg först gör raden till ord.",
};

pub(super) const EN: PenWords = PenWords {
    response: "response",
    to_challenges: |names| format!("to {names}"),
    latest_of_meeting: |name| format!("{name}, the latest challenge of the meeting"),
    quoted: |words, is_cut| format!("“{words}{}”", if is_cut { " …" } else { "" }),
    response_to: |challenges, quoted| format!("the response to {challenges} {quoted}"),
    continues: |entry| format!("continues {entry}"),
    goes_to_section: |heading| format!("to the section “{heading}”"),
    makes_section: |heading| format!("new section “{heading}”"),
    several_sections: |typed, headings| {
        let list: Vec<String> = headings.iter().map(|heading| format!("“{heading}”")).collect();
        format!("Several sections begin with “{typed}”: {}. Write more of the heading.", list.join(", "))
    },
    no_section: |heading| format!("No section is called “{heading}”. With # “{heading}” you make it."),
    section_gone: |gone, goes_to| {
        format!("The section “{gone}” is gone. Write the line again, and it goes under “{goes_to}”.")
    },
    meeting_gone: |gone, goes_to| match goes_to {
        Some(next) => format!("The meeting “{gone}” is gone. Write the line again, and it goes to “{next}”."),
        None => format!("The meeting “{gone}” is gone. Begin a new one with /new meeting."),
    },
    no_heading: "Write the heading after #.",
    corrects: |from, to, entry| format!("corrects {entry}: “{from}” becomes “{to}”"),
    strikes: |words, entry| format!("strikes “{words}” from {entry}"),
    not_there: |words, entry| format!("“{words}” is not in {entry}."),
    answers_nothing: "no challenge to respond to, choose one with ↑",
    no_challenge: "No challenge was written from here; choose one with ↑ at the pen.",
    nothing_to_continue: "No entry was written from here; choose one with ↑ at the pen.",
    no_entry_to_correct: "No entry to correct was written from here; choose one with ↑ at the pen.",
    command: "command",
    only_in_the_meeting: |name| format!("/{name} works on the page Round tables only."),
    said_by: |name| format!("said by {name}"),
    week: |week| format!("week {week}"),
    not_working: |day, why| match why {
        Some(why) => format!("{day} is {why}"),
        None => format!("{day} is no working day"),
    },
    other_weekday: |date, is, said| format!("{date} is a {is}, not {said}"),
    ambiguous: |date| format!("may also be {date}"),
    no_such_day: |date| format!("{date} is not in the calendar and becomes text"),
    not_a_date: |word| format!("“{word}” is no date (<fri, <w49, <may, <1/11) and becomes text"),
    second_date: |date| format!("“{date}” becomes text: the line has a date already"),
    date_as_text: |date| format!("“{date}” becomes text: only words are changed here"),
    name_as_text: |name| {
        format!("“{name}” becomes text: only words are changed here, F2 changes the whole line")
    },
    rest_of_name: |name, left| format!("“{left}” becomes text; the name is {name}"),
    open_name: |name| format!("@\"{name} … has no closing quotation mark and becomes text"),
    not_a_name: |word| format!("“{word}” is no name (@Anna, @\"Anna Ek\") and becomes text"),
    tag_in_response: |tag| format!("“#{tag}” becomes text: a response has no tags"),
    command_alone: |words, name| format!("“{words}” does not belong to /{name}. Write the command alone."),
    not_pasted: "responses, corrections and commands are not pasted: the row becomes words only",
    new_person: |name| format!("{name} (new person)"),
    becomes_new: |name| format!("“{name}” becomes a new person"),
    like_name: |name, like| format!("“{name}” becomes a new person; the register has {like}"),
    odd_name: |name| format!("“{name}” becomes a new person, but does not look like a name"),
    half_name: |name, whole| format!("“{name}” becomes a new person; the whole name is written @\"{whole}\""),
    keeps_as_text: "The line is not saved. Put it in quotation marks if it should be text; a line that begins with a \
                    space is saved as it is.",
    name_as_is: |names| {
        let names = names.iter().map(|name| format!("@\"{name}\"")).collect::<Vec<_>>().join(" or ");
        format!("The line is not saved. Write the name in quotation marks: {names}.")
    },
    line_as_is: "The line is not saved. A name is written @Anna or @\"Anna Ek\"; a line that begins with a space is \
                 saved as it is.",
    again_saves: |why| format!("Enter again saves it so · {why}"),
    look_first_or_new: |why| {
        format!("{why}. Change it with ←, press Enter again to save it so; a letter begins the next line.")
    },
    look_first: |why| format!("{why}. Change it, or press Enter again to save the line so."),
    unknown_command: |name, nearest| {
        let hint = nearest.map(|nearest| format!(" Did you mean /{nearest}?")).unwrap_or_default();
        format!("There is no command /{name}.{hint} Begin the line with a space if it should be text.")
    },
    nameless: "This meeting is written without names. Take away what begins with @.",
    no_words: "The line has only names, tags or a date. Write what was said, too.",
    nothing_to_correct: "Write what to correct, and to what: s/old/new/. A blank first makes the line words.",
};
