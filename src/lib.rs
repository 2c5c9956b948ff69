//! vidpennan: minutes, answers and promises from round-table conversations.
//!
//! # The map
//!
//! Folder = layer, file = noun, function = verb; a noun has the same file name in every layer. Read in this order:
//!
//! | layer | what it is | knows |
//! |---|---|---|
//! | [`text`] | text as such: parts that lose nothing, characters that may go out | nothing |
//! | [`files`] | files going out: whole or not at all, under names that every system takes; files coming in | nothing |
//! | [`clock`] | now and today, real or fixed | nothing |
//! | [`log`] | the technical log, never words of a meeting | `files` |
//! | [`settings`] | the settings file, and where files are | `files` |
//! | [`model`] | what exists and is true: entries, challenges, promises, the log's nouns, the calendar | nothing |
//! | [`i18n`] | the words: the catalogue, labels, dates and numbers, the Swedish that is understood | `text`, `model` |
//! | [`pen`] | the pen line: a typed line → what it means | `text`, `model`, `i18n` |
//! | [`store`] | what is remembered: the only SQL; transactions, the log, search, backups | `files`, `model`, `clock` |
//! | [`minutes`] | the `Minutes` value; text → `Minutes`, store → `Minutes` | `text`, `model`, `i18n`, reads `store` |
//! | [`report`] | what goes out: the store → `Material`, cut by `Choices`, laid out as a `Publication` (document, sheets, calendar) | `text`, `model`, `i18n`, `minutes`, reads `store` |
//! | [`ops`] | what one can do: verbs, one transaction each; undo | `model`, `i18n`, `pen`, `store`, `minutes`, `report` (what an export remembers) |
//! | [`export`] | `Publication` → bytes: one file a format, chosen from one table | `text`, `files`, `model`, `i18n`, `minutes`, `report` |
//! | [`import`] | files → `Minutes` or people: decoding, Word, tables, the form of a file | `text`, `files`, `model`, `i18n`, `minutes`, `ops` (what people are entered as) |
//! | [`speech`] | errors in words: what happened, what to do | `files`, `i18n`, `pen`, `store`, `minutes`, `ops`, `export`, `import` |
//! | [`demo`] | the example programme | `clock`, `model`, `i18n`, `store`, `minutes`, `ops` |
//! | [`ui`] | the terminal | `text`, `files`, `clock`, `model`, `i18n`, `pen`, `store`, `minutes`, `report`, `ops`, `export`, `import`, `speech`, `demo` |
//! | [`cli`] | the command line | `text`, `files`, `clock`, `settings`, `model`, `i18n`, `pen`, `store`, `minutes`, `report`, `ops`, `export`, `import`, `speech`, `demo`, `ui` |
//! | `main` | the program: parse, choose, run; exit codes | `log`, `settings`, `cli` |
//!
//! The column *knows* is the rule: the code of a layer uses these layers and no others.
//!
//! # The four walks
//!
//! - **A key**: terminal event → `ui::key` → a text field, or the table in `ui::bindings` → `Command` → `Screen::act` →
//!   `Effect` → `ui::app`.
//! - **A write**: `Effect::Do` → a verb of `ops` → `Store::transact` → rows and log in one transaction → `Changes` →
//!   the screens read again.
//! - **A publication**: `report::gather` → `report::Choices::cut` → `report::Report::write` → `export::render` →
//!   `files::save`.
//! - **A reading**: `import::decode` → `minutes::read` → preview → `ops::import_minutes`.
//!
//! # Invariants
//!
//! Checked by `tests/it/tidy.rs` unless another place is named.
//!
//! 1. A layer uses what its row names, files use each other in one direction, and inside `ui` nothing but a screen
//!    knows a screen, each screen opens the dialogs of its row, and widgets know no noun.
//! 2. SQL is in `store` only; the terminal is known to `ui` only.
//! 3. Only `ops` starts a write. A write is one named operation: all of it, or nothing; what is returned is on disk.
//! 4. `model` and `pen` are pure: no input or output, no clock, no randomness.
//! 5. No words for people outside `i18n` and `assets`; names and comments in plain English.
//! 6. Drawing reaches neither store nor clock (by its types).
//! 7. A released migration never changes.
//! 8. Undo ∘ do is nothing, the newest first (`tests/it/store/undo.rs`); undo of an older operation takes nothing along
//!    that was written later (`tests/it/store/undo_chosen.rs`); no word of a document is lost or moved
//!    (`tests/it/documents/reading.rs`); stored text never sends a control character anywhere
//!    (`tests/it/journeys/terminal.rs`, `cli.rs`).
//!
//! # Where do I …?
//!
//! - add a noun: its type in `model` and one row in [`model::noun`] → a migration → its file in `store` → `ops`, `Op` →
//!   words → a screen and its bindings → a journey. History, rebuilding, merging and whom a record names follow from
//!   the row, but for two things: a fifth noun that is searched raises `PLACES` in `store::search`, which changes the
//!   number of every document, so that the migration has to let the index be made anew; and a cell with a list of
//!   names is known of header fields only, in `store::names`. Names in its cells are hidden where it is printed, or
//!   `tests/it/documents/names_in_cells.rs` says which are not.
//! - add a choice that cells hold: `coded!` with `or Unknown`, and its labels; a code of a newer version is read as
//!   that variant, shown as unknown, and never written.
//! - see whether a file is sound and its tables follow from the log: `store::check::everything`; take another laptop's
//!   rows: `Store::apply`.
//! - add a key: one row in `ui::bindings`; the words of its command in `i18n::words::commands`.
//! - add a format: one file in `export` and one row in its table; add a report: one file in `report` and one `Report`.
//! - change what a report says: its file in `report`, its words in `i18n::words::reports`.
//! - teach the pen a marker: `pen::MARKERS`; teach the reading a label: `i18n::vocabulary`; add a word to a long list:
//!   `assets/words`.
//! - change what is stored: a new file in `store/migrations`; never an old one. What a cell looks like is in
//!   [`model::cell`], and has a version of its own.
//!
//! # The nouns
//!
//! | code | interface | what it is |
//! |---|---|---|
//! | programme | program | the long-running effort that meetings belong to; it has core values and goals |
//! | meeting | möte | one conversation or formal meeting, with a date, header fields and sections |
//! | minutes | anteckningar | what a meeting left behind as a document: draft, circulated, finalised or verified |
//! | section | avsnitt | a heading in the minutes, with the kind of entry that is captured under it |
//! | entry | inlägg | one thing that was said; its kind says which of the following it is |
//! | note | anteckning, tips, idé, fråga … | an entry that asks for nothing more |
//! | challenge | utmaning | an entry that someone should respond to; *unanswered* is derived, never stored |
//! | response | återkoppling | the team's answer to one or several challenges |
//! | commitment | åtagande | what a participant promises to do |
//! | action | åtgärd | a task with an owner, a due date and a status |
//! | decision | beslut | what the meeting decided |
//! | parked | parkering | an entry put aside, until it returns or becomes an action or a challenge |
//! | follow-up | uppföljning | one check on a challenge, commitment or action: when, outcome, comment |
//! | provenance | bord, omgång, antecknare | where an entry comes from: table, round and scribe |
//! | scribe | den vid pennan | who writes; never who speaks (*speaker*) or who answers for something (*owner*) |
//! | abbreviation | förkortning | what is typed in short within a programme and written out by the pen |
//! | marker | tecken | what begins a typed line and says its kind: `!`, `>`, `>>`, `=`, `?`, `§` |
//! | operation | ändring | one named write, with what is needed to undo it |
//! | replica | dator | one copy of a store; every operation carries the replica that made it |
//! | report | rapport | a way to write up meetings: minutes, feedback, actions, a statement, news |
//! | profile | för vem | a ready set of choices for a report: internal, external, web, archive |
//! | publication | det som går ut | a report with its choices made: a document, sheets and calendar days |
//! | manuscript | redigerad rapport | a report's text that somebody has edited before it goes out |
//! | saved view | sparad vy | what a list showed (search words, filter, grouping), under a name |
//! | finding | personuppgift | a place in a text that may be personal data |

pub mod cli;
pub mod clock;
pub mod demo;
pub mod export;
pub mod files;
pub mod i18n;
pub mod import;
pub mod log;
pub mod minutes;
pub mod model;
pub mod ops;
pub mod pen;
pub mod report;
pub mod settings;
pub mod speech;
pub mod store;
pub mod text;
pub mod ui;
