//! What the live screen knows: what was read from the store, the line in the pen, and what that line changes. Nothing
//! here knows keys or draws.

mod about;
mod correction;
mod pen;
mod refused;
mod refused_line;
mod room;
mod targets;

pub(super) use correction::Mode;
pub(super) use pen::Pen;
pub(super) use room::Room;
