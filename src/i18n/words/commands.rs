//! Every command of the terminal: what it is called in the palette and the help, and its short form in the footer.
//! A table, both languages side by side; a command without words does not compile.

/// What one command is called, in full and in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandWord {
    /// In the palette and the help.
    pub label: &'static str,
    /// In the footer after its key: one or two words, lower case.
    pub hint: &'static str,
}

macro_rules! command_words {
    ($($name:ident: $sv:literal, $sv_hint:literal; $en:literal, $en_hint:literal;)+) => {
        /// One word for each command, by its stable name.
        #[derive(Debug)]
        pub struct CommandWords { $(pub(crate) $name: CommandWord),+ }

        pub(super) const SV: CommandWords =
            CommandWords { $($name: CommandWord { label: $sv, hint: $sv_hint }),+ };

        pub(super) const EN: CommandWords =
            CommandWords { $($name: CommandWord { label: $en, hint: $en_hint }),+ };
    };
}

command_words! {
    // Moving about.
    up: "Uppåt i listan", "välj"; "Up the list", "select";
    down: "Nedåt i listan", "välj"; "Down the list", "select";
    page_up: "En sida upp", "sida"; "One page up", "page";
    page_down: "En sida ner", "sida"; "One page down", "page";
    first: "Till början", "början"; "To the beginning", "beginning";
    last: "Till slutet", "slutet"; "To the end", "end";
    left: "Åt vänster", "ändra"; "To the left", "change";
    right: "Åt höger", "ändra"; "To the right", "change";
    open: "Öppna", "öppna"; "Open", "open";
    choose: "Välj raden", "välj"; "Choose the row", "choose";
    back: "Tillbaka", "tillbaka"; "Back", "back";
    next_field: "Nästa ruta", "nästa"; "Next field", "next";
    previous_field: "Förra rutan", "förra"; "Previous field", "previous";
    submit: "Spara", "spara"; "Save", "save";
    complete: "Ta förslaget", "väljer"; "Take what is offered", "takes";
    yes: "Ja", "ja"; "Yes", "yes";
    no: "Nej", "nej"; "No", "no";
    // The frame.
    tab_meetings: "Gå till Möten", "möten"; "Go to Meetings", "meetings";
    tab_round_table: "Gå till Bordssamtal", "bordssamtal"; "Go to Round tables", "round tables";
    today: "Till dagens möte", "dagens möte"; "To today's meeting", "today";
    tab_challenges: "Gå till Utmaningar", "utmaningar"; "Go to Challenges", "challenges";
    tab_tomorrow: "Gå till Imorgon!", "imorgon"; "Go to Tomorrow!", "tomorrow";
    tab_follow_up: "Gå till Uppföljning", "uppföljning"; "Go to Follow-up", "follow-up";
    help: "Hjälp om tangenterna", "hjälp"; "Help with the keys", "help";
    palette: "Alla kommandon", "kommandon"; "All commands", "commands";
    undo: "Ångra", "ångra"; "Undo", "undo";
    redo: "Gör om", "gör om"; "Redo", "redo";
    search: "Sök i allt som sagts", "sök"; "Search all that was said", "search";
    history: "Historik: vem ändrade vad, när", "historik"; "History: who changed what, when", "history";
    export: "Exportera anteckningarna", "exportera"; "Export the minutes", "export";
    import: "Läs in anteckningar från en fil", "läs in"; "Read minutes from a file", "read in";
    scribe: "Byt vem som håller i pennan", "pennan"; "Change who holds the pen", "the pen";
    language: "Byt språk (svenska eller engelska)", "språk"; "Change language (Swedish or English)", "language";
    theme: "Byt färger (ljust, mörkt, utan färg)", "färger"; "Change colours (light, dark, none)", "colours";
    example: "Öppna exemplet", "exemplet"; "Open the example", "example";
    leave_example: "Tillbaka från exemplet till mina egna möten", "egna möten"; "Back from the example to my own meetings", "own meetings";
    end_tour: "Avsluta rundturen", "rundturen"; "End the tour", "the tour";
    persons: "Personer: rätta namn, slå ihop, ta bort", "personer"; "Persons: correct names, join, remove", "persons";
    settings: "Inställningar", "inställningar"; "Settings", "settings";
    copies: "Säkerhetskopior: jämför och lägg tillbaka", "kopior"; "Backups: compare and put back", "backups";
    compare_copy: "Jämför kopian med databasen", "jämför"; "Compare the copy with the database", "compare";
    put_back_copy: "Lägg tillbaka kopian", "lägg tillbaka"; "Put the copy back", "put back";
    write_copy: "Skriv kopian till en fil", "skriv till fil"; "Write the copy to a file", "write to file";
    handbook: "Handbok", "handbok"; "Handbook", "handbook";
    headings: "Handbokens rubriker", "rubriker"; "The headings of the handbook", "headings";
    next_heading: "Nästa rubrik", "nästa rubrik"; "Next heading", "next heading";
    previous_heading: "Förra rubriken", "förra rubriken"; "Previous heading", "previous heading";
    cancel_job: "Avbryt det som pågår", "avbryt"; "Cancel what is going on", "cancel";
    quit: "Avsluta", "avsluta"; "Quit", "quit";
    // Meetings and sections.
    new_meeting: "Nytt möte", "nytt möte"; "New meeting", "new meeting";
    edit_meeting: "Ändra mötet", "ändra"; "Edit the meeting", "edit";
    delete_meeting: "Ta bort mötet", "ta bort"; "Delete the meeting", "delete";
    move_meeting: "Flytta mötet till ett program", "program"; "Move the meeting to a programme", "programme";
    edit_programme: "Programmet: namn, värdeord och mål", "programmet"; "The programme: name, core values and goals", "the programme";
    abbreviations: "Förkortningar i programmet", "förkortningar"; "Abbreviations of the programme", "abbreviations";
    minutes_status: "Hur långt anteckningarna har kommit", "status"; "How far the minutes have come", "status";
    sections: "Mötets avsnitt", "avsnitt"; "The sections of the meeting", "sections";
    new_section: "Nytt avsnitt", "nytt avsnitt"; "New section", "new section";
    edit_section: "Ändra avsnittet", "ändra avsnitt"; "Edit the section", "edit section";
    delete_section: "Ta bort avsnittet", "ta bort avsnitt"; "Delete the section", "delete section";
    move_up: "Flytta uppåt", "flytta"; "Move up", "move";
    move_down: "Flytta nedåt", "flytta"; "Move down", "move";
    move_to: "Flytta inlägget till annat avsnitt", "flytta till"; "Move the entry to another section", "move to";
    park: "Parkera inlägget", "parkera"; "Park the entry", "park";
    move_to_table: "Flytta inlägget till annat bord", "annat bord"; "Move the entry to another table", "other table";
    move_to_round: "Flytta inlägget till annan omgång", "annan omgång"; "Move the entry to another round", "other round";
    move_to_meeting: "Flytta inlägget till annat möte", "annat möte"; "Move the entry to another meeting", "other meeting";
    set_speaker: "Byt talare, eller ansvarig", "talare"; "Change who said it, or who answers for it", "who";
    // Persons.
    new_person: "Ny person", "ny"; "New person", "new";
    edit_person: "Rätta personen", "rätta"; "Correct the person", "correct";
    join_persons: "Samma person som en annan", "slå ihop"; "The same person as another", "join";
    remove_person: "Ta bort personen", "ta bort"; "Remove the person", "remove";
    find_person: "Hitta en person", "hitta"; "Find a person", "find";
    // The pen and the tables.
    capture: "Spara raden", "spara"; "Save the line", "save";
    go_to_section: "Gå till ett avsnitt", "till avsnitt"; "Go to a section", "to section";
    next_section: "Nästa avsnitt", "avsnitt"; "Next section", "section";
    previous_section: "Förra avsnittet", "förra avsnittet"; "Previous section", "previous section";
    tables: "Välj bord", "bord"; "Choose a table", "table";
    next_table: "Nästa bord", "nästa bord"; "Next table", "next table";
    previous_table: "Förra bordet", "förra bordet"; "Previous table", "previous table";
    only_table: "Visa bara det här bordet, eller alla", "bara bordet"; "Show only this table, or all", "only table";
    other_day: "Byt mellan arbetsdag och kalenderdag", "annan dag"; "Switch between working day and calendar day", "other day";
    // An entry.
    edit: "Ändra texten", "ändra"; "Edit the text", "edit";
    delete: "Ta bort inlägget", "ta bort"; "Delete the entry", "delete";
    convert: "Annat slag (typ) eller plats", "gör om"; "Another type or place", "turn";
    star: "Märk: stjärna, hann inte, ingetdera", "märk"; "Mark: star, unfinished, neither", "mark";
    unfinished: "Märk ”hann inte”", "hann inte"; "Mark as unfinished", "unfinished";
    show_unfinished: "Visa det vi inte hann (märkt ”hann inte”)", "hann inte"; "Show what is unfinished", "unfinished";
    tag: "Sätt etiketter", "etiketter"; "Set labels", "labels";
    assign: "Ansvarig och datum", "ansvarig"; "Owner and date", "owner";
    respond: "Återkoppla", "återkoppla"; "Respond", "respond";
    make_action: "Gör till åtgärd", "åtgärd"; "Make an action", "action";
    set_status: "Byt status", "status"; "Change status", "status";
    check_in: "Stäm av: hur gick det?", "stäm av"; "Check in: how did it go?", "check in";
    check_in_due: "Gå igenom det som väntar på uppföljning", "gå igenom"; "Go through what waits for follow-up", "go through";
    promise: "Nytt åtagande", "lova"; "New commitment", "promise";
    archive: "Arkivera mötets åtaganden", "arkivera"; "Archive the commitments of the meeting", "archive";
    copy: "Kopiera raden, med svaren", "kopiera"; "Copy the row, with its responses", "copy";
    copy_list: "Kopiera hela listan", "kopiera listan"; "Copy the whole list", "copy list";
    entry_history: "Inläggets historia", "historia"; "History of the entry", "history";
    go_to_entry: "Gå till inlägget i mötet", "till mötet"; "Go to the entry in its meeting", "to meeting";
    // The check-in.
    outcome_done: "Gjort", "gjort"; "Done", "done";
    outcome_underway: "På väg", "på väg"; "On its way", "on its way";
    outcome_abandoned: "Blev inte av", "blev inte av"; "Not done", "not done";
    outcome_continuous: "Fortlöpande, eller väntar", "fortlöpande"; "All the time, or waiting", "all the time";
    comment: "Kommentar till avstämningen", "kommentar"; "Comment on the check-in", "comment";
    // Lists.
    mark: "Markera, och gå nedåt", "markera"; "Mark, and go down", "mark";
    mark_up: "Markera, och gå uppåt", "markera"; "Mark, and go up", "mark";
    filter: "Filtrera", "filter"; "Filter", "filter";
    clear_filter: "Visa alla", "visa alla"; "Show all", "show all";
    group: "Byt gruppering", "gruppera"; "Change grouping", "group";
    views: "Sparade vyer", "vyer"; "Saved views", "views";
    rename_view: "Byt namn på vyn", "byt namn"; "Rename the view", "rename";
    delete_view: "Ta bort vyn", "ta bort"; "Delete the view", "delete";
    response_kind: "Slag av svar", "slag av svar"; "Kind of response", "kind";
    previous_response_kind: "Förra slaget av svar", "förra slaget"; "Previous kind of response", "previous kind";
    scroll_up: "En rad upp i förhandsvisningen", "bläddra"; "One line up in the preview", "scroll";
    scroll_down: "En rad ner i förhandsvisningen", "bläddra"; "One line down in the preview", "scroll";
    write_files: "Skriv filerna", "exportera"; "Write the files", "export";
    open_folder: "Öppna mappen", "öppna mappen"; "Open the folder", "open the folder";
    edit_manuscript: "Redigera texten innan den går ut", "redigera"; "Edit the text before it goes out", "edit";
    discard_manuscript: "Börja om med en ny text", "börja om"; "Begin again with a fresh text", "begin again";
    new_line: "Ny rad", "ny rad"; "New line", "new line";
    next_gap: "Nästa lucka", "nästa lucka"; "Next gap", "next gap";
    findings: "Granska personuppgifter", "granska"; "Look through personal data", "look through";
    show_place: "Visa stället", "visa stället"; "Show the place", "show the place";
    pseudonyms: "Byt alla namn mot pseudonymer", "pseudonymer"; "Put pseudonyms in place of all names", "pseudonyms";
    skip_file: "Hoppa över filen", "hoppa över"; "Skip the file", "skip";
    tick: "Ta med raden, eller inte", "ta med"; "Take the row, or not", "take";
    tick_all: "Ta med alla rader, eller ingen", "alla"; "Take all rows, or none", "all";
    next_kind: "Nästa slag (typ)", "typ"; "Next type", "type";
    previous_kind: "Förra slaget (typen)", "typ"; "Previous type", "type";
    make_alike: "Gör alla rader som tas med likadana: samma slag och avsnitt som den valda", "likadana"; "Make all rows that are taken alike: the type and section of the chosen one", "alike";
    join_rows: "Slå ihop raderna till ett enda inlägg, eller inte", "slå ihop"; "Join the rows to one single entry, or not", "join";
    option: "Ändra valet", "ändra valet"; "Change the option", "change";
}
