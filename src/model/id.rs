//! Identities. Each noun has its own type over a UUID version 7 (RFC 9562), made on the laptop that wrote it;
//! the types keep a section's id from being handed over as an entry's.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { Self(id) }
        }
    )+};
}

ids! {
    /// A replica: one file on one machine. Not a person and not a computer.
    DeviceId,
    /// A long-running effort with its network.
    ProgrammeId,
    /// A meeting and all that is said there.
    MeetingId,
    /// A header field of a meeting's minutes.
    FieldId,
    /// A heading in a meeting.
    SectionId,
    /// One thing that was said, whatever becomes of it.
    EntryId,
    /// The team's answer to one or several challenges.
    ResponseId,
    /// The link between a response and one challenge that it answers.
    AnswerId,
    /// One check on a commitment, an action or a challenge.
    FollowUpId,
    /// A person in the register.
    PersonId,
    /// An organisation in the register.
    OrganisationId,
    /// A report that somebody edits.
    ManuscriptId,
    /// A saved view of a list.
    SavedViewId,
    /// What is typed in short within a programme.
    AbbreviationId,
}
