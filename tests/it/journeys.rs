//! The real program from outside: its command line, its terminal, and what goes wrong there.

mod cli;
mod damaged_file;
#[cfg(unix)]
mod damaged_window;
mod day;
#[cfg(unix)]
mod endless_input;
mod english;
mod evening;
mod faults;
#[cfg(unix)]
mod half_written;
#[cfg(unix)]
mod line_session;
mod line_verbs;
#[cfg(unix)]
mod long_import;
mod newer_version;
mod one_pen;
#[cfg(unix)]
mod places;
mod programmes;
mod restore;
#[cfg(unix)]
mod settings;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod waiting;
