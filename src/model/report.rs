//! What can be made of a meeting or a programme and sent out. `crate::report` knows how each is laid out.

use super::code::coded;

coded! {
    /// What can be made of a meeting or a programme.
    #[derive(Default)]
    pub enum Report {
        /// The minutes of a meeting.
        #[default]
        Minutes = "minutes",
        /// "Ni sa – vi gjorde": what the room said, what was answered, what has been done since.
        Feedback = "feedback",
        /// What is to be done, by whom and by when.
        Actions = "actions",
        /// The challenges that are still open.
        Challenges = "challenges",
        /// A written statement for a board ("tjänsteskrivelse").
        Statement = "tjansteskrivelse",
        /// A news text for the intranet.
        News = "news",
        /// What somebody has taken on and not finished, as a text to mail to them.
        Reminder = "reminder",
    }
}
