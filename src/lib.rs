//! vidpennan: minutes, answers and promises from round-table conversations.
//!
//! # The map
//!
//! Folder = layer, file = noun, function = verb; a noun has the same file name in every layer. Read in this order:
//!
//! | layer | what it is | knows |
//! |---|---|---|
//! | [`clock`] | now and today, real or fixed | nothing |
//! | [`log`] | the technical log, never words of a meeting | nothing |
//! | [`text`] | text as such: parts that lose nothing, characters that may go out | nothing |
//! | [`files`] | files going out: whole or not at all, under names that every system takes | nothing |
//! | [`settings`] | the settings file, and where files are | `export` (saving a file) |
//! | [`model`] | what exists and is true: entries, challenges, promises, the log's nouns, the calendar | nothing |
//! | [`i18n`] | the words: the catalogue, labels, dates and numbers, the Swedish that is understood | `model` |
//! | [`pen`] | the pen line: a typed line → what it means | `model`, `i18n` |
//! | [`store`] | what is remembered: the only SQL; transactions, the log, search, backups | `model`, `clock` |
//! | [`minutes`] | the `Minutes` value; text → `Minutes`, store → `Minutes` | `model`, `i18n`, reads `store` |
//! | [`report`] | what goes out: the store → `Material`, cut by `Choices`, laid out as a `Paper` (document, sheets, calendar) | `model`, `i18n`, `minutes`, reads `store` |
//! | [`ops`] | what one can do: verbs, one transaction each; undo | `model`, `i18n`, `pen`, `store`, `minutes`, `report` (what an export remembers) |
//! | [`export`] | `Paper` → bytes: one file a format, chosen from one table; saving files | `model`, `i18n`, `minutes`, `report` |
//! | [`import`] | files → `Minutes` or people: decoding, Word, tables, the form of a file | `model`, `i18n`, `minutes`, `ops` (what people are entered as), `export` (reading JSON), `speech` |
//! | [`speech`] | errors in words: what happened, what to do | `i18n`, `store`, `ops`, `export` |
//! | [`demo`] | the example programme | `clock`, `model`, `store`, `minutes`, `ops` |
//! | [`ui`] | the terminal | `clock`, `model`, `i18n`, `pen`, `store`, `minutes`, `report`, `ops`, `export`, `import`, `speech` |
//! | [`cli`] | the command line | `clock`, `settings`, `model`, `i18n`, `pen`, `store`, `minutes`, `report`, `ops`, `export`, `import`, `speech`, `demo`, `ui` |
//! | `main` | the program: parse, choose, run; exit codes | `log`, `settings`, `cli` |
//!
//! The column *knows* is the rule: the code of a layer uses these layers and no others.
//!
//! # The four walks
//!
//! - **A key**: terminal event → `ui::key` → a text field, or the table in `ui::bindings` → `Command` → `Screen::act` →
//!   `Effect` → `ui::app`.
//! - **A write**: `Effect::Do` → a verb of `ops` → `Store::transact` → rows and log in one transaction → `Changes` → the
//!   screens read again.
//! - **A paper**: `report::gather` → `report::Choices::cut` → `report::Report::write` → `export::render` → `files::save`.
//! - **A reading**: `import::decode` → `minutes::read` → preview → `ops::import_minutes`.
//!
//! # What always holds
//!
//! Checked by `tests/it/tidy.rs` unless another place is named.
//!
//! 1. SQL stands in `store` only; the terminal is known to `ui` only.
//! 2. Only `ops` starts a write. A write is one named operation: all of it, or nothing; what is returned is on disk.
//! 3. `model` and `pen` are pure: no input or output, no clock, no chance.
//! 4. No words for people outside `i18n` and `assets`.
//! 5. `ui::app` names no concrete screen, and widgets name no noun; drawing reaches neither store nor clock (by its types).
//! 6. A released migration never changes.
//! 7. Undo ∘ do is nothing, in any order (`tests/it/undo.rs`); no word of a document is lost or moved
//!    (`tests/it/reading.rs`); stored text never sends a control character anywhere (`tests/it/terminal.rs`, `cli.rs`).
//!
//! # Where do I …?
//!
//! - add a noun: `model` → `store` + migration → `ops` → `Op` → words → a screen and its bindings → a journey.
//! - add a key: one row in `ui::bindings`; the words of its command in `i18n::words::commands`.
//! - add a format: one file in `export` and one row in its table; add a report: one file in `report` and one `Report`.
//! - change what a report says: its file in `report`, its words in `i18n::words::reports`.
//! - teach the pen a sign: `pen::sign`; teach the reading a label: `i18n::vocabulary`.
//! - change what is kept: a new file in `store/migrations`; never an old one.

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
