//! What the live screen knows: what was read from the store, the line in the pen, and what that line changes. Nothing
//! here knows keys or draws.

mod pen;
mod room;
mod targets;

pub(super) use pen::{Mode, Pen};
pub(super) use room::Room;
