//! What the working screens share: lists of entries with their filters and details, the verbs on a chosen entry, and
//! the stretch of a long list that is read. It knows no screen.

pub mod archive;
pub mod copied;
pub mod correction;
pub mod due;
pub mod entry_line;
pub mod entry_refile;
pub mod entry_targets;
pub mod entry_verbs;
pub mod foot_line;
pub mod last_turns;
pub mod marked;
pub mod marked_work;
pub mod open_completion;
pub mod response_author;
pub mod response_verbs;
pub mod saved;
pub mod tally;
pub mod window;
pub mod work;
