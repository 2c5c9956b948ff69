//! What was done: operations by name, and the field changes they are made of.
//!
//! An operation is what a person did in one step ("svara på U-3"). Its changes, one for each cell it
//! touched, are in the append-only log. Undoing appends an operation that puts the old values back.

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::code::coded;
use super::id::{DeviceId, MeetingId};

coded! {
    /// What a person did. Undo names it ("Ångra: svara på U-3").
    pub enum Op {
        /// A programme was begun or changed.
        EditProgramme = "edit_programme",
        /// What is typed in short in a programme was changed.
        EditAbbreviations = "edit_abbreviations",
        /// A meeting was created with the sections of its template.
        CreateMeeting = "create_meeting",
        /// A meeting's title, place, date … were changed.
        EditMeeting = "edit_meeting",
        /// A meeting was put in another programme, or in none.
        MoveMeeting = "move_meeting",
        /// A meeting was soft-deleted.
        DeleteMeeting = "delete_meeting",
        /// Minutes were read from a document.
        ImportMinutes = "import_minutes",
        /// A part of minutes that are too long for one transaction was read, or taken back. Nobody undoes it by itself:
        /// the operation that ends the reading has it among its parts.
        ImportPart = "import_part",
        /// A part of such minutes was undone or redone, or that was taken back: a part of the undo.
        TurnPart = "turn_part",
        /// A list of people was read into the register.
        ImportPeople = "import_people",
        /// A section was made.
        CreateSection = "create_section",
        /// A section's heading, kind or intro was changed.
        EditSection = "edit_section",
        /// A section changed places with its neighbour.
        MoveSection = "move_section",
        /// A section was soft-deleted.
        DeleteSection = "delete_section",
        /// A line was captured at the pen.
        Capture = "capture",
        /// Several lines were pasted.
        CaptureMany = "capture_many",
        /// An entry's words were changed.
        EditEntry = "edit_entry",
        /// An entry was moved within its section or to another.
        MoveEntry = "move_entry",
        /// Entries were soft-deleted.
        DeleteEntry = "delete_entry",
        /// An entry became another kind.
        ConvertEntry = "convert_entry",
        /// An entry was starred; in earlier versions also that it was not any more.
        StarEntry = "star_entry",
        /// The star of an entry was removed.
        UnstarEntry = "unstar_entry",
        /// An entry was marked as not written down in full; in earlier versions also that it was not any more.
        MarkUnfinished = "mark_unfinished",
        /// That mark of an entry was removed.
        ClearUnfinished = "clear_unfinished",
        /// An entry got other tags.
        TagEntry = "tag_entry",
        /// An entry got an owner or a due date.
        AssignEntry = "assign_entry",
        /// An action was made from an entry.
        MakeAction = "make_action",
        /// One or several challenges were answered.
        Answer = "answer",
        /// A response was changed.
        EditResponse = "edit_response",
        /// A response was moved from one challenge to another.
        MoveResponse = "move_response",
        /// A response was taken from a challenge.
        DeleteResponse = "delete_response",
        /// A commitment, an action or a challenge was followed up.
        FollowUp = "follow_up",
        /// The status of an entry was changed.
        SetStatus = "set_status",
        /// A person or an organisation was entered or changed in the register.
        EditRegister = "edit_register",
        /// Two persons in the register turned out to be one.
        JoinPersons = "join_persons",
        /// A person was removed from the register.
        RemovePerson = "remove_person",
        /// The words of a report were edited.
        WriteManuscript = "write_manuscript",
        /// The edited words of a report were discarded.
        DiscardManuscript = "discard_manuscript",
        /// What a list showed was saved under a name.
        SaveView = "save_view",
        /// A saved view got another name.
        RenameView = "rename_view",
        /// A saved view was soft-deleted.
        DeleteView = "delete_view",
        /// An operation was undone.
        Undo = "undo",
        /// An undone operation was done again.
        Redo = "redo",
    } or Unknown
}

coded! {
    /// The nouns that the log speaks of.
    pub enum Entity {
        /// An operation itself: the first row of each.
        Operation = "operation",
        /// What meetings belong to.
        Programme = "programme",
        /// With all that is known of it beside its header fields.
        Meeting = "meeting",
        /// A header field.
        Field = "field",
        /// A heading with its intro.
        Section = "section",
        /// One thing that was said.
        Entry = "entry",
        /// The team's answer.
        Response = "response",
        /// The link between a response and one challenge that it answers.
        Answer = "answer",
        /// One check on an entry.
        FollowUp = "follow_up",
        /// Somebody in the register.
        Person = "person",
        /// Where people in the register work.
        Organisation = "organisation",
        /// A report that somebody edits.
        Manuscript = "manuscript",
        /// What a list showed when somebody gave it a name.
        SavedView = "saved_view",
        /// What is typed in short within a programme.
        Abbreviation = "abbreviation",
    } or Unknown
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// The cell is empty.
    Null,
    /// A whole number; also a boolean (0 or 1).
    Integer(i64),
    /// Text; dates are ISO 8601 text.
    Text(String),
    /// The identity of another record.
    Id(Uuid),
}

/// The time of a write: a hybrid logical clock (48 bits of milliseconds since 1970, 16 bits of count).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stamp(pub i64);

/// How far ahead of a laptop's own clock another stamp is believed: one hour, in milliseconds.
const AHEAD: i64 = 3_600_000;

/// The latest that a laptop's own clock is believed to show: a year before the end of time.
const LATEST: Stamp = Stamp(Stamp::END.0 - (1 << 51));

impl Stamp {
    /// The end of time, in the year 6429. A row of the log with this stamp or a later one has no effect on any laptop,
    /// since nothing could be written after it. It is kept and passed on like every other.
    pub const END: Self = Self(i64::MAX - (1 << 40));

    /// The stamp of a wall clock, in milliseconds since 1970.
    pub fn at(millis: i64) -> Self {
        Self(millis.saturating_mul(1 << 16))
    }

    /// The stamp of an operation when the wall clock shows `millis` (milliseconds since 1970) and the latest operations
    /// that the laptop knows have these stamps: after all of them, but for those that are more than an hour ahead.
    /// Their clock was wrong, and is not believed again. Never at the end of time.
    pub fn tick(millis: i64, known: impl IntoIterator<Item = Self>) -> Self {
        let now = Self::at(millis).min(LATEST);
        let believed = known.into_iter().filter(|stamp| stamp.is_believed(millis)).map(Self::next);
        believed.filter(|stamp| *stamp < Self::END).chain([now]).max().unwrap_or(now)
    }

    /// Whether it is no more than an hour ahead of a wall clock that shows `millis`.
    pub fn is_believed(self, millis: i64) -> bool {
        self <= Self::at(millis.saturating_add(AHEAD))
    }

    /// The greatest stamp before this one; at the beginning of time the same.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The least stamp after this one; at the end of time the same.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// Its wall-clock part, in milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0 >> 16
    }
}

/// One place in the log: the laptop and its running number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LogId {
    /// The replica that wrote it.
    pub device: DeviceId,
    /// Counts from 1 on each replica, given inside the write transaction.
    pub seq: i64,
}

/// What a person did in one step, as the history shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Its place in the log: that of its first row.
    pub at: LogId,
    /// When it was done, local time, by the clock of the replica that did it.
    pub when: NaiveDateTime,
    /// What was done.
    pub op: Op,
    /// What it was done to, for people: `U-3`, a heading, the first words of a text.
    pub subject: String,
    /// The meetings it was done in; empty for the register and the programme. The first is the one to name.
    pub meetings: Vec<MeetingId>,
    /// Who held the pen: in the history as the register calls them now, where it knows who was called so then.
    pub scribe: Option<String>,
    /// The run of the program it was done in.
    pub sitting: Uuid,
    /// The operation that this one undoes or does again.
    pub reverts: Option<LogId>,
    /// The operations before it, by their places on the same replica, that are undone with it as if they were one.
    /// Empty for all but long minutes that were read, and the undo of those.
    pub parts: Vec<i64>,
}

impl Op {
    /// Whether what is done so is a part of an operation, and none by itself.
    pub fn is_part(self) -> bool {
        matches!(self, Self::ImportPart | Self::TurnPart)
    }

    /// Whether it changes which meetings there are, or what is known of one, and nothing that was said there.
    pub fn is_of_meetings(self) -> bool {
        matches!(
            self,
            Self::CreateMeeting
                | Self::EditMeeting
                | Self::MoveMeeting
                | Self::DeleteMeeting
                | Self::ImportMinutes
                | Self::EditProgramme
        )
    }
}

impl Operation {
    /// Whether it undoes or redoes another.
    pub fn is_turn(&self) -> bool {
        matches!(self.op, Op::Undo | Op::Redo)
    }

    /// The meeting to name beside it; `None` where it was done in none.
    pub fn meeting(&self) -> Option<MeetingId> {
        self.meetings.first().copied()
    }
}

/// One change of one cell. A record that is made is one change, of the cell without a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its place in the log.
    pub at: LogId,
    /// After which other writes of the same cell it comes: later than all that its author knew, whatever the clock
    /// said.
    pub stamp: Stamp,
    /// When its operation was done, by the clock of the replica that did it.
    pub done: Stamp,
    /// Of which noun the record is.
    pub entity: Entity,
    /// Of which record the cell is.
    pub id: Uuid,
    /// The cell; empty where the record was made.
    pub field: String,
    /// What the cell held before.
    pub old: Value,
    /// What it holds after.
    pub new: Value,
    /// The heads of the cell that its writer had seen: what this change was made in knowledge of.
    pub seen: Vec<LogId>,
    /// Who held the pen, as in [`Operation::scribe`].
    pub scribe: Option<String>,
}

/// One row of the log as replicas hand it on: under names that are the same on every laptop, whatever a newer version
/// wrote in it. What its cells look like is [`super::cell::FORMAT`].
#[derive(Debug, Clone, PartialEq)]
pub struct LogRow {
    /// Its place in the log.
    pub at: LogId,
    /// When it was written.
    pub stamp: Stamp,
    /// The seq of the operation that it is part of, on the same replica.
    pub operation: i64,
    /// The space that the operation was done in.
    pub space: Uuid,
    /// The code of the noun; perhaps of one that only a newer version knows.
    pub entity: String,
    /// Of which record the cell is; for an operation, the run of the program.
    pub id: Uuid,
    /// The cell; empty where the record was made; for an operation, its code.
    pub field: String,
    /// What the cell held before.
    pub old: Value,
    /// What it holds after.
    pub new: Value,
    /// The writes of the cell that its author had seen.
    pub seen: Vec<LogId>,
    /// Of an operation, of a deletion, and of the discovery that a person is another: the last row of every other
    /// replica that its author held; of the words of a report, that of every one. `None` in other rows and in those of
    /// earlier versions.
    pub held: Option<Vec<LogId>>,
    /// Who held the pen.
    pub scribe: Option<String>,
}

/// What an operation touched: screens that show any of it read again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The records, in the order in which they were first touched.
    pub touched: Vec<(Entity, Uuid)>,
    /// Those of them that it made.
    pub made: Vec<(Entity, Uuid)>,
    /// Those of them that were to be deleted and are kept, because another laptop had written in them what was not
    /// held.
    pub kept: Vec<(Entity, Uuid)>,
}

impl Changes {
    /// Adds those of another part of the same operation.
    pub fn extend(&mut self, part: Self) {
        self.touched.extend(part.touched);
        self.made.extend(part.made);
        self.kept.extend(part.kept);
    }

    /// Notes that a record was touched.
    pub fn add(&mut self, entity: Entity, id: Uuid) {
        let touched = (entity, id);
        // Rows of one record follow each other; a list of thousands must not be searched for each of them.
        if self.touched.last() != Some(&touched) {
            self.touched.push(touched);
        }
    }

    /// Whether any record of this noun was touched.
    pub fn touch(&self, entity: Entity) -> bool {
        self.first(entity).is_some()
    }

    /// The first record of this noun that was made.
    pub fn made(&self, entity: Entity) -> Option<Uuid> {
        self.made.iter().find(|(made, _)| *made == entity).map(|(_, id)| *id)
    }

    /// The first record of this noun that was touched; after a write that makes one, that one.
    pub fn first(&self, entity: Entity) -> Option<Uuid> {
        self.touched.iter().find(|(touched, _)| *touched == entity).map(|(_, id)| *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_follows_what_is_known_unless_that_is_far_ahead() {
        let noon = Stamp::tick(1_000, []);
        assert_eq!(noon.millis(), 1_000);
        assert!(Stamp::tick(999, [noon]) > noon);
        assert_eq!(Stamp::tick(2_000, [noon]).millis(), 2_000);
        let hour = Stamp::at(AHEAD + 2_000);
        assert_eq!(Stamp::tick(2_000, [noon, hour]), hour.next());
        assert_eq!(Stamp::tick(1_999, [noon, hour]).millis(), 1_999, "a clock that is wrong is not believed");
        assert!(Stamp::tick(i64::MAX, [Stamp(Stamp::END.0 - 1), Stamp(i64::MAX)]) < Stamp::END);
        assert_eq!(Stamp(i64::MAX).next(), Stamp(i64::MAX));
        assert_eq!(Stamp::at(i64::MAX), Stamp(i64::MAX));
    }
}
