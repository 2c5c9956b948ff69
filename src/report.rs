//! What goes out of a meeting or a programme: gathered from the store, cut to what was chosen, and laid out as a
//! document, as sheets and as a calendar. It knows no format and writes no file.

pub mod actions;
mod attendance;
mod belonging;
pub mod calendar;
pub mod challenges;
pub mod choices;
pub mod dates;
pub mod document;
pub mod edited;
pub mod feedback;
pub mod figures;
pub mod folded;
pub mod handbook;
pub mod hidden;
pub mod imprint;
pub mod kept;
pub mod lines;
pub mod manuscript;
pub mod material;
pub mod minutes;
pub mod news;
mod numbers;
pub mod people;
pub mod privacy;
pub mod profile;
pub mod publication;
mod redact;
pub mod reminder;
mod scope;
mod share;
pub mod sheet;
pub mod sheets;
pub mod statement;
mod withheld;

pub use calendar::Calendar;
pub use choices::{Choices, CutMaterial};
pub use document::Document;
pub use edited::Edited;
pub use imprint::Imprint;
pub use material::{Material, gather};
pub use people::KnownPeople;
pub use privacy::{Finding, FindingKind};
pub use publication::Publication;
pub use redact::Replaced;
pub use scope::{ReportScope, Share};
pub use sheet::Sheet;

pub use crate::model::{Names, Profile, Report};
