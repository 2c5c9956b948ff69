//! The catalogue: one file for each area of the program, its shape and both languages side by side.

use super::Lang;

pub mod app;
pub mod challenges;
pub mod check;
pub mod cli;
pub mod commands;
pub mod copies;
pub mod dates;
pub mod dialogs;
pub mod docx;
pub mod errors;
pub mod export;
pub mod files;
pub mod follow_up;
pub mod history;
pub mod meetings;
pub mod pen;
pub mod persons;
pub mod programmes;
pub mod publication;
pub mod reading;
pub mod refile;
pub mod reports;
pub mod round_table;
pub mod search;
pub mod settings;
pub mod sheets;
pub mod tomorrow;
pub mod tour;
pub mod views;
pub mod work;

/// All words of one language.
#[derive(Debug)]
pub struct Words {
    /// Which language it is.
    pub lang: Lang,
    /// What went wrong and what to do, for every layer.
    pub errors: errors::ErrorWords,
    /// The pen line: what a line will become, and what it did not understand.
    pub pen: pen::PenWords,
    /// Reading minutes: remarks, previews and refusals.
    pub reading: reading::ReadingWords,
    /// Headings and labels in exported minutes.
    pub publication: publication::PublicationWords,
    /// Spreadsheets: sheets, columns, and what cells say.
    pub sheets: sheets::SheetWords,
    /// Calendar files: what days are called.
    pub dates: dates::DateWords,
    /// The reports: what goes back to the room, to a board and on the intranet.
    pub reports: reports::ReportWords,
    /// Word documents: names of styles, the foot of a page.
    pub docx: docx::DocxWords,
    /// The command line: help, results and usage errors.
    pub cli: cli::CliWords,
    /// The frame: tabs, header, footer, notices, themes.
    pub app: app::AppWords,
    /// What is wrong in a database.
    pub check: check::CheckWords,
    /// Copies of the database, and the putting back of one.
    pub copies: copies::CopyWords,
    /// Every command of the terminal: for palette, help and footer.
    pub commands: commands::CommandWords,
    /// The screen of all meetings, and the forms of a meeting and a section.
    pub meetings: meetings::MeetingsWords,
    /// The live screen.
    pub round_table: round_table::RoundTableWords,
    /// The screen of challenges and the answering of them.
    pub challenges: challenges::ChallengesWords,
    /// The flip-chart of promises and the check-in.
    pub tomorrow: tomorrow::TomorrowWords,
    /// The box of what an entry or a response can become and where it can go.
    pub refile: refile::RefileWords,
    /// What the three working screens share, and what one does to an entry.
    pub work: work::WorkWords,
    /// The screen of actions and commitments.
    pub follow_up: follow_up::FollowUpWords,
    /// The search screen.
    pub search: search::SearchWords,
    /// The page of persons.
    pub persons: persons::PersonsWords,
    /// Programmes: the field of a meeting, and their form.
    pub programmes: programmes::ProgrammeWords,
    /// The page of settings.
    pub settings: settings::SettingsWords,
    /// The box of saved views.
    pub views: views::ViewWords,
    /// Operations by name, undo and redo.
    pub history: history::HistoryWords,
    /// Files going out and coming in: the pages with previews.
    pub files: files::FileWords,
    /// The export page: what goes out, how, and where to.
    pub export: export::ExportWords,
    /// The tour of the example.
    pub tour: tour::TourWords,
    /// Dialogs: export, import, confirmations, palette, help.
    pub dialogs: dialogs::DialogWords,
}

pub(super) static SV: Words = Words {
    lang: Lang::Sv,
    errors: errors::SV,
    pen: pen::SV,
    reading: reading::SV,
    publication: publication::SV,
    sheets: sheets::SV,
    dates: dates::SV,
    reports: reports::SV,
    docx: docx::SV,
    cli: cli::SV,
    app: app::SV,
    check: check::SV,
    copies: copies::SV,
    commands: commands::SV,
    meetings: meetings::SV,
    round_table: round_table::SV,
    challenges: challenges::SV,
    tomorrow: tomorrow::SV,
    refile: refile::SV,
    work: work::SV,
    follow_up: follow_up::SV,
    search: search::SV,
    persons: persons::SV,
    programmes: programmes::SV,
    settings: settings::SV,
    views: views::SV,
    history: history::SV,
    files: files::SV,
    export: export::SV,
    tour: tour::SV,
    dialogs: dialogs::SV,
};

pub(super) static EN: Words = Words {
    lang: Lang::En,
    errors: errors::EN,
    pen: pen::EN,
    reading: reading::EN,
    publication: publication::EN,
    sheets: sheets::EN,
    dates: dates::EN,
    reports: reports::EN,
    docx: docx::EN,
    cli: cli::EN,
    app: app::EN,
    check: check::EN,
    copies: copies::EN,
    commands: commands::EN,
    meetings: meetings::EN,
    round_table: round_table::EN,
    challenges: challenges::EN,
    tomorrow: tomorrow::EN,
    refile: refile::EN,
    work: work::EN,
    follow_up: follow_up::EN,
    search: search::EN,
    persons: persons::EN,
    programmes: programmes::EN,
    settings: settings::EN,
    views: views::EN,
    history: history::EN,
    files: files::EN,
    export: export::EN,
    tour: tour::EN,
    dialogs: dialogs::EN,
};
