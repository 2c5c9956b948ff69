//! Parts of a picture. They know cells, styles and text, and no noun of the program.

pub mod columns;
pub mod editor;
pub mod editor_history;
pub mod field;
mod flow;
pub mod footer;
pub mod frame;
pub mod grouped_rows;
pub mod options;
pub mod panel;
pub mod rows;
pub mod runs;
pub mod text;
pub mod text_view;
pub mod ticked_rows;
