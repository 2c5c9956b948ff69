//! Words and how they are set, before anybody knows where they break or in which colours they are drawn.

use crate::ui::widgets::runs;

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextTone {
    /// Words of the text itself.
    Plain,
    /// What is emphasized.
    Strong,
    /// Facts and labels, small in the document.
    Dim,
    /// Headings right under the title.
    Heading,
    /// Headings below those.
    Subheading,
    /// The mark of a draft.
    Mark,
    /// An answer of the team.
    Response,
    /// The label of an answer.
    Answered,
}

/// Words and how they are set.
pub type Runs = Vec<runs::StyledRun<TextTone>>;
