//! Files going out: written whole or not at all, never over another one unless that was asked for, under names that
//! every system takes. Files coming in, which are ordinary ones. It knows no format and no meeting.

pub mod beside;
pub mod folder;
pub mod name;
pub mod place;
pub mod private;
pub mod read;
pub mod save;
