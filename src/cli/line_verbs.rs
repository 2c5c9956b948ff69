//! The commands about an entry at a pen of lines: what `+` means there is starred, parked, moved, assigned, deleted.
//! There is nothing to choose, and so no command opens a question; the words after it say what the screen would ask.

use super::line_pen::LinePen;
use super::meeting::{choose, title_of};
use super::{CommandResult, Desk, Failure, Unresolved};
use crate::i18n::entry_name::{entry_name, entry_number};
use crate::i18n::labels;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::new_names::may_be_named;
use crate::model::history::LogId;
use crate::model::id::EntryId;
use crate::model::{Entry, Kind};
use crate::ops::line::{self, NotTaken, ResponseTarget, Scene, WordsTarget};
use crate::ops::{self, Assignment, AtStake, Reply, Seen};
use crate::pen::{self, Destination, LineRemark, Refusal, Verb};
use crate::store;
use crate::ui::widgets::text::fit;

/// How many columns of a text are its name.
const WORDS: usize = 24;

/// What a command is about.
struct Meant {
    /// The entry, or those that a response answers; never none.
    entries: Vec<Entry>,
    ids: Vec<EntryId>,
    /// What they are called together.
    name: String,
}

/// Does what a command asks of the latest entry or response, and says so. `confirm` gets a question, and says whether
/// to go on.
pub(super) fn change(
    pen: &mut LinePen,
    desk: &mut Desk,
    command: (Verb, &str),
    confirm: impl FnOnce(&mut Desk, &str) -> Result<bool, Failure>,
) -> CommandResult {
    let before = newest(pen)?;
    let Some(said) = carry_out(pen, desk, command, confirm)? else { return Ok(()) };
    pen.taker.settle(&pen.store).map_err(Failure::Section)?;
    desk.say(if newest(pen)? == before { desk.words.app.nothing_changed } else { &said })
}

/// The newest operation: what wrote nothing is none.
fn newest(pen: &LinePen) -> Result<Option<LogId>, Failure> {
    Ok(store::undo::undoable(&pen.store)?.map(|operation| operation.at))
}

/// The words for what was done; `None` where somebody said no.
fn carry_out(
    pen: &mut LinePen,
    desk: &mut Desk,
    (verb, typed): (Verb, &str),
    confirm: impl FnOnce(&mut Desk, &str) -> Result<bool, Failure>,
) -> Result<Option<String>, Failure> {
    match verb {
        Verb::Star | Verb::Unfinished | Verb::Park | Verb::MakeAction | Verb::Delete => {}
        Verb::Tag | Verb::Convert | Verb::Move | Verb::Assign if !typed.is_empty() => {}
        Verb::Tag | Verb::Convert | Verb::Move | Verb::Assign => return Err(Failure::WithoutWords(verb)),
        verb => return Err(Failure::OnlyAtThePen(verb)),
    }
    let target = line::latest_words(&pen.store, pen.taker.meeting)?;
    let target = target.ok_or(Failure::Section(NotTaken::NothingToContinue))?;
    let said = match (&target, verb) {
        (WordsTarget::Response(given), Verb::Delete) => return delete_response(pen, desk, given, confirm),
        (WordsTarget::Response(given), Verb::Convert) => convert_response(pen, desk, given, typed)?,
        _ => None,
    };
    if said.is_some() {
        return Ok(said);
    }
    let entries = target.entries().to_vec();
    let ids = entries.iter().map(|entry| entry.id).collect();
    let name = name(pen, desk, &entries)?;
    let meant = Meant { entries, ids, name };
    let (Meant { ids, name, .. }, words) = (&meant, desk.words);
    Ok(Some(match verb {
        Verb::Star if meant.all(|entry| !entry.starred && !entry.unfinished) => {
            ops::set_starred(&mut pen.store, ids, true)?;
            (words.work.verbs.starred)(name)
        }
        Verb::Star | Verb::Unfinished => unfinished(pen, desk, &meant)?,
        Verb::Tag => {
            let tags: Vec<String> = typed.split([' ', ',']).map(str::to_owned).collect();
            ops::set_tags(&mut pen.store, ids, &[], &tags)?;
            (words.work.verbs.tagged)(name)
        }
        Verb::Convert => convert(pen, desk, &meant, typed)?,
        Verb::Park => park(pen, desk, &meant)?,
        Verb::Move => move_to(pen, desk, &meant, typed)?,
        Verb::MakeAction => make_action(pen, desk, &meant)?,
        Verb::Assign => assign(pen, desk, &meant, typed)?,
        _ => return delete(pen, desk, &meant, confirm),
    }))
}

impl Meant {
    fn all(&self, has: impl Fn(&Entry) -> bool) -> bool {
        self.entries.iter().all(has)
    }
}

/// What entries are called together: the number or the first words of the only one, or how many they are.
fn name(pen: &LinePen, desk: &Desk, entries: &[Entry]) -> Result<String, Failure> {
    let marks = store::marks(&pen.store)?;
    let quoted = |text: &str| (desk.words.pen.quoted)(&fit(text, WORDS), false);
    Ok(match entries {
        [entry] => entry_name(entry, marks.of(entry), quoted),
        several => (desk.words.work.verbs.several)(several.len()),
    })
}

fn unfinished(pen: &mut LinePen, desk: &Desk, meant: &Meant) -> Result<String, Failure> {
    let unfinished = !meant.all(|entry| entry.unfinished);
    ops::set_unfinished(&mut pen.store, &meant.ids, unfinished)?;
    let verbs = &desk.words.work.verbs;
    Ok(if unfinished { verbs.unfinished } else { verbs.unmarked }(&meant.name))
}

fn park(pen: &mut LinePen, desk: &Desk, meant: &Meant) -> Result<String, Failure> {
    ops::park(&mut pen.store, &meant.ids)?;
    Ok((desk.words.refile.parked)(&meant.name))
}

/// `/gör till utmaning`.
fn convert(pen: &mut LinePen, desk: &Desk, meant: &Meant, typed: &str) -> Result<String, Failure> {
    let lang = desk.words.lang;
    let kinds = Kind::all();
    let Some(kind) = kinds.iter().find(|kind| fold(labels::kind(lang, **kind)) == fold(typed)) else {
        let kinds = kinds.iter().map(|kind| labels::kind(lang, *kind)).collect();
        return Err(Unresolved::NoKind { typed: typed.to_owned(), kinds }.into());
    };
    if kind.same_kind(Kind::PARKED) {
        return park(pen, desk, meant);
    }
    ops::convert(&mut pen.store, &meant.ids, *kind)?;
    let mut became = labels::kind(lang, *kind).to_owned();
    // With the number that it got.
    if let [only] = meant.ids.as_slice()
        && let Some(entry) = store::entry::get(&pen.store, *only)?
        && let Some(number) = entry_number(&entry, store::marks(&pen.store)?.of(&entry))
    {
        became = format!("{became} {number}");
    }
    Ok((desk.words.work.verbs.converted)(&meant.name, meant.ids.len(), &became))
}

/// `/flytta bord 3`, `/flytta möte Heja`, `/flytta Tips`.
fn move_to(pen: &mut LinePen, desk: &Desk, meant: &Meant, typed: &str) -> Result<String, Failure> {
    let (Meant { ids, name, .. }, words) = (meant, desk.words);
    let (to, typed) = pen::destination(typed);
    if typed.is_empty() {
        return Err(Failure::WithoutWords(Verb::Move));
    }
    Ok(match to {
        Destination::Section => {
            let sections = store::section::list(&pen.store, pen.taker.meeting)?;
            let headings: Vec<String> = sections.iter().map(|section| section.heading.clone()).collect();
            let at = line::section_called(typed, &headings).map_err(Failure::Section)?;
            let section = sections.get(at).ok_or_else(|| NotTaken::NoSection(typed.to_owned()));
            let section = section.map_err(Failure::Section)?;
            ops::move_to_section(&mut pen.store, ids, section.id)?;
            (words.refile.in_section)(name, &section.heading)
        }
        Destination::Table => {
            let not_a_table = |typed: &str| Failure::Section(NotTaken::NotATable(typed.to_owned()));
            let table = line::typed_number(typed).map_err(not_a_table)?;
            ops::move_to_table(&mut pen.store, ids, table)?;
            (words.refile.at_table)(name, table)
        }
        Destination::Round => {
            let no_round = |typed: &str| Unresolved::NoRound(typed.to_owned());
            let round = line::typed_number(typed).map_err(no_round)?;
            ops::move_to_round(&mut pen.store, ids, round)?;
            (words.refile.in_round)(name, round)
        }
        Destination::Meeting => {
            let meeting = choose(desk, &pen.store, typed)?;
            ops::move_to_meeting(&mut pen.store, ids, meeting.id)?;
            (words.refile.in_meeting)(name, title_of(desk, &meeting))
        }
        Destination::Speaker => {
            let who = named(pen, typed)?;
            ops::set_speaker(&mut pen.store, ids, Some(&who))?;
            (words.refile.said_by)(name, Some(&who))
        }
    })
}

/// What a name may be in.
const QUOTES: [char; 3] = ['"', '”', '“'];

/// A person by name: somebody in the register or the meeting as the pen finds them, or else somebody new who is marked
/// as a name. A slip makes no person.
fn named(pen: &LinePen, typed: &str) -> Result<String, Failure> {
    let is_quoted = typed.trim_start_matches('@').starts_with(QUOTES);
    let who = typed.trim_start_matches('@').replace(QUOTES, "").replace('_', " ").trim().to_owned();
    let names = known_names(pen)?;
    if is_quoted {
        return Ok(names.into_iter().find(|name| fold(name) == fold(&who)).unwrap_or(who));
    }
    match (pen::known_name(&who, &names), pen::name_meant(&who, &names)) {
        (Some(name), _) => Ok(name.to_owned()),
        (None, Some(like)) => {
            let like = like.to_owned();
            Err(Failure::Section(NotTaken::InDoubt(LineRemark::LikeName { name: who, like })))
        }
        (None, None) if typed.starts_with('@') && !may_be_named(&who, &line::bodies(&pen.store)?) => {
            Err(Failure::Section(NotTaken::InDoubt(LineRemark::OddName(who))))
        }
        (None, None) if typed.starts_with('@') => Ok(who),
        (None, None) => Err(Unresolved::NoPerson(who).into()),
    }
}

/// The names of the register and of the meeting, each once.
fn known_names(pen: &LinePen) -> Result<Vec<String>, Failure> {
    let mut known: Vec<String> =
        store::person::list(&pen.store)?.into_iter().map(|person| person.name).collect();
    for name in store::entry::names(&pen.store, pen.taker.meeting)? {
        if !known.contains(&name) {
            known.push(name);
        }
    }
    Ok(known)
}

/// `/ansvarig Amina Berg <fre`; what is not written stays as it is.
fn assign(pen: &mut LinePen, desk: &Desk, meant: &Meant, typed: &str) -> Result<String, Failure> {
    let refused = |why: Refusal| Failure::Section(NotTaken::NotUnderstood(why));
    let line = {
        let scene = Scene::all(&pen.store, &pen.taker)?;
        pen::assignment(typed, &scene.context()).map_err(refused)?
    };
    let line = line.ok_or(Failure::WithoutWords(Verb::Assign))?;
    if let Some(doubt) = line::first_doubt(line.remarks) {
        return Err(Failure::Section(doubt));
    }
    if !typed.starts_with('@') && !typed.starts_with(QUOTES) {
        let known = known_names(pen)?;
        let mut names = line.owner.iter().flat_map(|names| names.split(", "));
        if let Some(unknown) = names.find(|name| !known.iter().any(|known| fold(known) == fold(name))) {
            return Err(Unresolved::NoPerson(unknown.to_owned()).into());
        }
    }
    let before = Seen::now(&pen.store, Assignment::default())?;
    let after = Assignment { owner: line.owner, due: line.due };
    ops::assign(&mut pen.store, &meant.ids, &before, &after)?;
    Ok((desk.words.work.verbs.assigned)(&meant.name))
}

/// One action of each, with its words, its owner and its date.
fn make_action(pen: &mut LinePen, desk: &Desk, meant: &Meant) -> Result<String, Failure> {
    let assignment = match meant.entries.as_slice() {
        [entry] => Assignment::of(entry),
        _ => Assignment::default(),
    };
    let made = ops::make_action(&mut pen.store, &meant.ids, None, &assignment)?.value;
    let said = (desk.words.work.verbs.made_action)(&meant.name);
    let marks = store::marks(&pen.store)?;
    let numbers: Vec<String> = made.iter().filter_map(|entry| entry_number(entry, marks.of(entry))).collect();
    Ok(format!("{said}: {}", numbers.join(", ")))
}

/// Asks first where one of them was answered, followed up or of an earlier day.
fn delete(
    pen: &mut LinePen,
    desk: &mut Desk,
    meant: &Meant,
    confirm: impl FnOnce(&mut Desk, &str) -> Result<bool, Failure>,
) -> Result<Option<String>, Failure> {
    let held = store::held(&pen.store)?;
    let at_stake = ops::at_stake(&pen.store, &meant.entries, desk.clock.today())?;
    let (count, verbs) = (meant.ids.len(), &desk.words.work.verbs);
    if at_stake != AtStake::default() {
        let AtStake { answered, followed_up, earlier } = at_stake;
        let why = (verbs.delete_text)(count, answered, followed_up, earlier);
        let question = format!("{} {why}", (verbs.delete)(&meant.name));
        if !confirm(desk, &question)? {
            return Ok(None);
        }
    }
    ops::delete_entries(&mut pen.store, &meant.ids, &held)?;
    Ok(Some((verbs.deleted)(count, &meant.name)))
}

/// Asks first where it is of an earlier day.
fn delete_response(
    pen: &mut LinePen,
    desk: &mut Desk,
    given: &ResponseTarget,
    confirm: impl FnOnce(&mut Desk, &str) -> Result<bool, Failure>,
) -> Result<Option<String>, Failure> {
    let held = store::held(&pen.store)?;
    if given.response.on != Some(desk.clock.today()) {
        let (verbs, refile) = (&desk.words.work.verbs, &desk.words.refile);
        let name = (refile.response_to)(&name(pen, desk, &given.challenges)?);
        let question = format!("{} {}", (verbs.delete)(&name), (verbs.delete_text)(1, 0, 0, 1));
        if !confirm(desk, &question)? {
            return Ok(None);
        }
    }
    let from: Vec<EntryId> = given.challenges.iter().map(|challenge| challenge.id).collect();
    ops::delete_response(&mut pen.store, given.response.id, &from, &held)?;
    Ok(Some(desk.words.work.verbs.response_deleted.to_owned()))
}

/// `/gör till på gång`; `None` where no kind of response is called so.
fn convert_response(
    pen: &mut LinePen,
    desk: &Desk,
    given: &ResponseTarget,
    typed: &str,
) -> Result<Option<String>, Failure> {
    let Some(kind) = pen::response_kind(typed) else { return Ok(None) };
    let response = &given.response;
    let now = Reply { kind: response.kind, text: response.text.clone(), due: response.due.clone() };
    let before = Seen::now(&pen.store, now)?;
    let after = Reply { kind, ..before.value.clone() };
    ops::edit_response(&mut pen.store, response.id, &before, &after)?;
    let label = labels::response_kind(desk.words.lang, kind);
    Ok(Some((desk.words.refile.response_is)(label)))
}
