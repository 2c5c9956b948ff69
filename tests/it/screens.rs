//! The screens by the keys, without a terminal.

mod challenges;
mod drafts;
mod english;
mod example;
mod export_screen;
mod follow_up;
mod forms;
mod frame;
mod help;
mod import_screen;
mod jobs;
mod keystrokes;
mod marks;
mod meetings;
mod newer_version;
mod pen_line;
mod persons_screen;
mod programmes;
mod round_table;
mod search_screen;
mod settings_screen;
mod tour;
mod two_laptops;
mod two_windows;
mod views;
