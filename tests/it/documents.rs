//! Documents coming in and going out: reading, reports, and every format.

mod archive;
mod calendar_file;
mod docx;
mod export;
mod hidden_minutes;
mod manuscripts;
mod names;
mod names_anywhere;
mod names_in_cells;
mod names_in_files;
mod naming;
mod naming_rows;
mod pdf;
mod people;
mod privacy;
mod privacy_corpus;
mod privacy_kinds;
mod reading;
mod reading_any_text;
mod reading_word;
mod replaced;
mod reports;
mod sentences;
mod sheets;
mod spelling;
mod web;
