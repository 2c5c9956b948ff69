//! The terminal: the only place that knows ratatui and crossterm. A key walks `run` → `key` → `bindings` → `Command`
//! → [`Screen::act`](screen::Screen::act) → [`Effect`](effect::Effect) → [`App`](app::App).

pub mod app;
pub mod bindings;
pub mod canvas;
pub mod command;
pub mod context;
pub mod desktop;
pub mod dialogs;
pub mod document_view;
pub mod draft;
pub mod effect;
pub mod ending;
pub mod error;
pub mod event;
pub mod input;
pub mod jobs;
pub mod key;
pub mod layer;
pub mod line_effects;
pub mod lists;
pub mod naming;
pub mod path;
pub mod place;
pub mod preferences;
pub mod run;
pub mod screen;
pub mod screens;
pub mod terminal;
pub mod theme;
pub mod unsaved;
pub mod widgets;
pub mod worker;
