//! What a person can ask the program to do, as a closed list without content. It knows nothing of keys; those are
//! in [`super::bindings`].

use crate::i18n::Words;
use crate::i18n::words::commands::CommandWord;

macro_rules! commands {
    ($($variant:ident $name:ident,)+) => {
        /// A command. Its stable name is that of its words in the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command { $(#[doc = concat!("See `", stringify!($name), "` in the catalogue.")] $variant),+ }

        impl Command {
            /// Every command, in the order of the palette.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, for settings and tests.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($name)),+ }
            }

            /// What it is called.
            pub fn word(self, words: &Words) -> CommandWord {
                match self { $(Self::$variant => words.commands.$name),+ }
            }
        }
    };
}

commands! {
    Up up, Down down, PageUp page_up, PageDown page_down, First first, Last last, Left left, Right right,
    Open open, Choose choose, Back back, NextField next_field, PreviousField previous_field, Submit submit, Complete complete, Yes yes, No no,
    TabMeetings tab_meetings, TabRoundTable tab_round_table, Today today, TabChallenges tab_challenges,
    TabTomorrow tab_tomorrow, TabFollowUp tab_follow_up,
    Help help, Palette palette, Undo undo, Redo redo, Search search, History history, Export export,
    Import import, Scribe scribe, Language language, Theme theme, CancelJob cancel_job, Example example,
    LeaveExample leave_example, EndTour end_tour, Persons persons, Settings settings, Copies copies, Handbook handbook,
    Headings headings, NextHeading next_heading, PreviousHeading previous_heading, Quit quit,
    NewMeeting new_meeting, EditMeeting edit_meeting, DeleteMeeting delete_meeting,
    MoveMeeting move_meeting, EditProgramme edit_programme, Abbreviations abbreviations, MinutesStatus minutes_status, Sections sections, NewSection new_section, EditSection edit_section,
    DeleteSection delete_section, MoveUp move_up, MoveDown move_down, MoveTo move_to,
    Park park, MoveToTable move_to_table, MoveToRound move_to_round, MoveToMeeting move_to_meeting,
    SetSpeaker set_speaker,
    NewPerson new_person, EditPerson edit_person, JoinPersons join_persons, RemovePerson remove_person,
    FindPerson find_person,
    CompareCopy compare_copy, PutBackCopy put_back_copy, WriteCopy write_copy,
    Capture capture, GoToSection go_to_section, NextSection next_section, PreviousSection previous_section, Tables tables,
    NextTable next_table, PreviousTable previous_table, OnlyTable only_table, OtherDay other_day,
    Edit edit, Delete delete, Convert convert, Star star, Unfinished unfinished, ShowUnfinished show_unfinished, Tag tag, Assign assign, Respond respond,
    MakeAction make_action, SetStatus set_status, CheckIn check_in, CheckInDue check_in_due, Promise promise,
    Archive archive,
    EntryHistory entry_history, Copy copy, CopyList copy_list, GoToEntry go_to_entry,
    OutcomeDone outcome_done, OutcomeUnderway outcome_underway, OutcomeAbandoned outcome_abandoned,
    OutcomeContinuous outcome_continuous, Comment comment,
    Mark mark, MarkUp mark_up, Filter filter, ClearFilter clear_filter, Group group,
    Views views, RenameView rename_view, DeleteView delete_view, ResponseKind response_kind,
    PreviousResponseKind previous_response_kind,
    Option option, ScrollUp scroll_up, ScrollDown scroll_down, WriteFiles write_files,
    OpenFolder open_folder, EditManuscript edit_manuscript, DiscardManuscript discard_manuscript,
    NewLine new_line, NextGap next_gap, Findings findings,
    ShowPlace show_place, Pseudonyms pseudonyms, SkipFile skip_file,
    Tick tick, TickAll tick_all, NextKind next_kind, PreviousKind previous_kind, MakeAlike make_alike,
    JoinRows join_rows,
}
