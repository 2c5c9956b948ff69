//! Which work is shown: one meeting's, one section's, one owner's, one status's, one organisation's; with one label; of
//! one table. It is said in the head line, chosen
//! from one list, and cleared with one key.

use crate::i18n::{format, labels};
use crate::model::Kind;
use crate::model::id::MeetingId;
use crate::store::work::{self, Filter, Owner, WorkClass};
use crate::store::{self, Store};
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::ChoiceItem;
use crate::ui::error::UiError;
use crate::ui::widgets::text::fit;

mod facets;

/// The filter, and what it is called.
#[derive(Debug, Clone, Default)]
pub struct Narrow {
    /// The query to the store.
    pub filter: Filter,
    /// The class that is shown where nothing is left out; a condition may narrow it too.
    class: WorkClass,
    /// Its conditions with their words, at most one of each kind; empty where nothing is left out.
    parts: Vec<(FilterPart, String)>,
}

/// What a condition is about: a new one replaces the old one about the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FilterPart {
    Meeting,
    Section,
    Owner,
    Status,
    Kind,
    Organisation,
    Tag,
    Table,
}

/// One row of the list of filters: what it does to the filter.
#[derive(Debug, Clone)]
pub struct FilterRow {
    part: Option<FilterPart>,
    label: String,
    filter: Filter,
}

impl Narrow {
    /// All work of a class.
    pub fn to(class: WorkClass) -> Self {
        Self { filter: Filter { class, ..Filter::default() }, class, parts: Vec::new() }
    }

    /// Shows all work of its class again.
    pub fn clear(&mut self) {
        *self = Self::to(self.class);
    }

    /// Whether something is left out.
    pub fn is_narrow(&self) -> bool {
        !self.parts.is_empty()
    }

    /// Whether nothing is asked for but who owns it, somebody or an organisation.
    pub fn is_owner_alone(&self) -> bool {
        matches!(self.parts.as_slice(), [(FilterPart::Owner | FilterPart::Organisation, _)])
            && self.filter.owner != Owner::Nobody
    }

    /// What is shown, in words.
    pub fn say(&self, everything: &str) -> String {
        if self.parts.is_empty() {
            return everything.to_owned();
        }
        self.parts.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>().join(" · ")
    }

    /// Only one meeting's work.
    pub fn only_meeting(&mut self, meeting: MeetingId, title: String) {
        self.filter.meeting = Some(meeting);
        self.put(FilterPart::Meeting, title);
    }

    /// Only the class of this filter, with nothing else left out.
    pub fn only_kind(&mut self, filter: Filter, label: &str) {
        (self.filter, self.parts) = (filter, vec![(FilterPart::Kind, label.to_owned())]);
    }

    /// Does what a row of the list says; the first row shows all.
    pub fn take(&mut self, option: &FilterRow) {
        self.filter = option.filter.clone();
        match option.part {
            None => self.clear(),
            Some(part) => {
                if part == FilterPart::Meeting {
                    self.filter.section = None;
                    self.parts.retain(|(part, _)| *part != FilterPart::Section);
                }
                self.put(part, option.label.clone());
            }
        }
    }

    /// How many of a group pass.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn count(&self, store: &Store, group: &Filter) -> store::Result<usize> {
        both(&self.filter, group).map_or(Ok(0), |both| work::count(store, &both))
    }

    /// Drops the condition on the meeting, for a screen that shows only one anyway.
    pub fn forget_meeting(&mut self) {
        self.filter.meeting = None;
        self.parts.retain(|(part, _)| *part != FilterPart::Meeting);
    }

    fn put(&mut self, part: FilterPart, label: String) {
        self.parts.retain(|(other, _)| *other != part);
        self.parts.push((part, label));
    }

    /// The rows of the list of filters. `near` is the meeting whose sections are offered where no meeting is chosen.
    pub fn options(
        &self,
        own: Vec<(String, Filter)>,
        statuses: &[Kind],
        near: Option<MeetingId>,
        ctx: &Ctx,
    ) -> Result<Vec<FilterRow>, UiError> {
        let words = ctx.look.words;
        let base = &self.filter;
        let mut options = Vec::new();
        if self.is_narrow() {
            options.push(FilterRow {
                part: None,
                label: words.work.show_all.to_owned(),
                filter: base.clone(),
            });
        }
        let mut add =
            |part, label: String, filter| options.push(FilterRow { part: Some(part), label, filter });
        for (label, filter) in own {
            let part = if filter.class == self.class { FilterPart::Status } else { FilterPart::Kind };
            add(part, label, filter);
        }
        let status = Filter { status: None, open: None, answered: None, ..base.clone() };
        add(
            FilterPart::Status,
            words.work.all_open.to_owned(),
            Filter { open: Some(true), ..status.clone() },
        );
        add(FilterPart::Status, words.work.closed.to_owned(), Filter { open: Some(false), ..status.clone() });
        for kind in statuses {
            let label = labels::status(words.lang, *kind).unwrap_or_default().to_owned();
            add(FilterPart::Status, label, Filter { status: Some(*kind), ..status.clone() });
        }
        for meeting in work::meetings(ctx.store, self.class)? {
            let day = meeting.date.map(|day| format::short_date(words.lang, day, ctx.look.now.date()));
            let label = format!("{} {}", meeting.title, day.unwrap_or_default());
            add(
                FilterPart::Meeting,
                label.trim().to_owned(),
                Filter { meeting: Some(meeting.id), section: None, ..base.clone() },
            );
        }
        if let Some(meeting) = base.meeting.or(near) {
            for section in store::section::list(ctx.store, meeting)? {
                let filter = Filter { section: Some(section.id), ..base.clone() };
                if !section.heading.is_empty() {
                    add(FilterPart::Section, section.heading, filter);
                }
            }
        }
        let mut owners = work::owners_of(ctx.store, self.class)?;
        crate::i18n::sort::names(&mut owners);
        for owner in owners {
            let filter = Filter { owner: Owner::Named(owner.clone()), ..base.clone() };
            add(FilterPart::Owner, owner, filter);
        }
        let nobody = Filter { owner: Owner::Nobody, ..base.clone() };
        // Whoever is named with a challenge is the one to respond to it.
        let is_answered = self.class == WorkClass::Challenges;
        let nobody_label = if is_answered { words.challenges.nobody } else { words.work.nobody };
        add(FilterPart::Owner, nobody_label.to_owned(), nobody);
        let mut organisations = store::organisation::list(ctx.store)?;
        crate::i18n::sort::by_name(&mut organisations, |organisation| &organisation.name);
        for organisation in organisations {
            let id = Some(organisation.id);
            let all = Filter { class: self.class, organisation: id, ..Filter::default() };
            if work::count(ctx.store, &all)? > 0 {
                let filter = Filter { organisation: id, ..base.clone() };
                add(FilterPart::Organisation, organisation.name, filter);
            }
        }
        for tag in work::tags(ctx.store, self.class)? {
            let filter = Filter { tag: Some(tag.clone()), ..base.clone() };
            add(FilterPart::Tag, format!("#{tag}"), filter);
        }
        for table in work::tables(ctx.store, self.class)? {
            let filter = Filter { table: Some(table), ..base.clone() };
            add(FilterPart::Table, (words.work.detail.table)(table), filter);
        }
        Ok(options)
    }

    /// The rows as a list shows them.
    pub fn items(options: &[FilterRow], kind: &str, ctx: &Ctx) -> Vec<ChoiceItem> {
        let words = &ctx.look.words.work;
        let is_answered = |option: &FilterRow| option.filter.class == WorkClass::Challenges;
        let item = |option: &FilterRow| {
            let note = match option.part {
                None => "",
                Some(FilterPart::Meeting) => words.meeting,
                Some(FilterPart::Section) => words.section,
                Some(FilterPart::Owner) if is_answered(option) => ctx.look.words.challenges.responder,
                Some(FilterPart::Owner) => words.owner,
                Some(FilterPart::Status) => words.status,
                Some(FilterPart::Kind) => kind,
                Some(FilterPart::Organisation) => words.organisation,
                Some(FilterPart::Tag) => words.label,
                Some(FilterPart::Table) => words.table,
            };
            ChoiceItem::new(fit(&option.label, 46)).note(note).alias(option.label.as_str())
        };
        options.iter().map(item).collect()
    }
}

/// A group for each owner, or those who own something together, in the order of the alphabet, then one for what nobody
/// owns, by the name that it gets here. Nothing is in two groups.
pub fn by_owner(nobody: &str, ctx: &Ctx) -> Result<Vec<(String, Filter)>, UiError> {
    let mut owners = work::owners_together(ctx.store)?;
    crate::i18n::sort::names(&mut owners);
    let owned = owners.into_iter().map(|owner| (owner.clone(), Owner::Together(owner)));
    let nobody = (nobody.to_owned(), Owner::Nobody);
    let group = |owner| Filter { owner, ..Filter::default() };
    Ok(owned.chain([nobody]).map(|(title, owner)| (title, group(owner))).collect())
}

/// What both filters let pass; `None` where nothing can.
pub fn both(narrow: &Filter, group: &Filter) -> Option<Filter> {
    fn one<T: PartialEq + Clone>(a: Option<&T>, b: Option<&T>) -> Result<Option<T>, ()> {
        match (a, b) {
            (Some(a), Some(b)) if a != b => Err(()),
            (a, b) => Ok(a.or(b).cloned()),
        }
    }
    let both = || -> Result<Filter, ()> {
        Ok(Filter {
            class: narrow.class,
            meeting: one(narrow.meeting.as_ref(), group.meeting.as_ref())?,
            section: one(narrow.section.as_ref(), group.section.as_ref())?,
            owner: narrow.owner.and(&group.owner).ok_or(())?,
            organisation: one(narrow.organisation.as_ref(), group.organisation.as_ref())?,
            tag: one(narrow.tag.as_ref(), group.tag.as_ref())?,
            table: one(narrow.table.as_ref(), group.table.as_ref())?,
            status: one(narrow.status.as_ref(), group.status.as_ref())?,
            except: one(narrow.except.as_ref(), group.except.as_ref())?,
            open: one(narrow.open.as_ref(), group.open.as_ref())?,
            answered: one(narrow.answered.as_ref(), group.answered.as_ref())?,
            from: narrow.from.max(group.from),
            before: match (narrow.before, group.before) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        })
    };
    both().ok()
}
