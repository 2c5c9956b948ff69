//! `vidpennan export`: a report about a meeting or its programme as files, as a folder for the archive, or on standard
//! output; or what may be personal in it, without writing anything.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use clap::parser::ValueSource;

use super::failure::Unresolved;
use super::meeting::choose;
use super::{CommandResult, Desk, Failure, Misuse, reading, warn};
use crate::export::archive::{self, BagInfo};
use crate::export::docx::Template;
use crate::export::file_name::stem;
use crate::export::{ExportError, Format, RenderedFile, With, render};
use crate::files::folder::save_folder;
use crate::files::name::beside;
use crate::files::save::{Existing, save};
use crate::i18n::labels;
use crate::model::{Coded, Protection};
use crate::report::edited::{self, edited, publication};
use crate::report::folded::{FoundThing, fold, going_out};
use crate::report::privacy::{self, Finding, FindingPlace};
use crate::report::{
    Choices, KnownPeople, Material, Names, Profile, Publication, Report, ReportScope, gather,
};
use crate::report::{hidden, kept};
use crate::store::Store;
use crate::text::safe;

/// The arguments, with the defaults of the profile filled in.
struct Order<'a> {
    report: Report,
    scope: ReportScope,
    profile: Option<Profile>,
    whose: Whose<'a>,
    choices: Choices,
    formats: Vec<Format>,
    /// The file of the template.
    template: Option<&'a str>,
    output: Option<&'a str>,
    existing: Existing,
}

/// Whose work the report is about.
#[derive(Clone, Copy)]
enum Whose<'a> {
    Everybody,
    /// A person, or everybody of an organisation.
    Owner(&'a str),
    /// One after the other.
    Each,
}

/// A publication that is to be written.
struct Going {
    /// Of its files, without an ending.
    name: String,
    /// What distinguishes its files from those of other owners under one name; may be empty.
    owner: String,
    publication: Publication,
    formats: Vec<Format>,
}

/// Writes the report, or lists what may be personal in it.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let order = order(matches)?;
    let mut template = template(matches)?;
    // What would be left out is seen where the material is gathered.
    reading::read(desk, |_| Ok(true), |desk, store| export(desk, store, &order, template.as_mut(), matches))
}

fn export(
    desk: &mut Desk,
    store: &Store,
    order: &Order<'_>,
    mut template: Option<&mut Template>,
    matches: &ArgMatches,
) -> CommandResult {
    let query = matches.get_one::<String>("meeting").map_or("", String::as_str);
    let meeting = choose(desk, store, query)?;
    let material = gather(store, meeting.id, order.scope, desk.words, desk.clock.today())?;
    if material.is_from_log {
        warn(desk.words.check.read_from_log);
    }
    let people = KnownPeople::of(&material);
    if let Some(template) = &mut template {
        hide_in_template(desk, template, order, &people)?;
    }
    let mut findings = Vec::new();
    let mut going: Vec<Going> = Vec::new();
    for material in shares(order, material, &people)? {
        let edited = edited(store, &material, order.report)?.filter(|_| !matches.get_flag("fresh"));
        if edited.as_ref().is_some_and(|edited| edited.is_old) {
            warn(desk.words.cli.said.old_manuscript);
        }
        let (edited, report, choices) = (edited.as_ref(), order.report, order.choices);
        let publication = publication(&material, &people, edited, report, choices, desk.words);
        let formats = fitting(order, &publication, matches)?;
        let codes: Vec<&str> = formats.iter().map(|format| format.code).collect();
        let all = privacy::check(&publication, &people, store.scribe());
        let hidden = edited::hidden(&material, &people, edited, report, choices, &all, desk.words);
        if let Some(hidden) = hidden::in_words(&privacy::within(&hidden, &codes), desk.words) {
            warn(&format!("{hidden}."));
        }
        if let Some(kept) = kept::in_words(&kept::kept(&publication, &people), desk.words) {
            warn(&format!("{kept}."));
        }
        findings.extend(privacy::within(&all, &codes));
        let name = unlike(stem(&publication.imprint, desk.words), &going, |other| &other.name);
        let owner = publication.imprint.owner.clone().unwrap_or_default();
        let owner = unlike(owner, &going, |other| &other.owner);
        going.push(Going { name, owner, publication, formats });
    }
    if matches.get_flag("check") {
        return print_findings(desk, &findings);
    }
    say_found(desk, order, &fold(&findings), matches.get_flag("yes"))?;
    let with = With::new(desk.words).alarms(desk.settings.alarms != Some(false));
    let with = template.as_ref().map_or(with, |template| with.template(template));
    if order.profile.is_some_and(Profile::is_folder) && order.output != Some("-") {
        return going.iter().try_for_each(|going| folder(desk, order, going, &with));
    }
    write(desk, order, &going, &with)
}

/// What the report is about: the material, or the share of an owner or of each of them.
fn shares(order: &Order<'_>, mut material: Material, people: &KnownPeople) -> Result<Vec<Material>, Failure> {
    match order.whose {
        Whose::Everybody => Ok(vec![material]),
        Whose::Owner(owner) => {
            let share = material.share_called(owner, people);
            Ok(vec![share.ok_or_else(|| no_share(&material, owner))?])
        }
        Whose::Each => {
            material.call_owners_in_full(people);
            let says_something = |share: &Material| {
                let mut work = share.meetings.iter().flat_map(|data| &data.work);
                work.any(|work| order.report.has(work))
            };
            let owners = material.owners();
            let shares = owners.iter().filter_map(|owner| material.share_of(owner));
            let shares: Vec<Material> = shares.filter(says_something).collect();
            if shares.is_empty() { Err(Unresolved::NoOwners.into()) } else { Ok(shares) }
        }
    }
}

/// Why nothing is the work of whoever was asked for.
fn no_share(material: &Material, owner: &str) -> Unresolved {
    let (name, candidates) = (owner.to_owned(), material.owners_called(owner));
    if candidates.is_empty() {
        Unresolved::NoOwner(name)
    } else {
        Unresolved::SeveralOwners { name, candidates }
    }
}

/// The name with a number after it where an earlier one is called the same: two owners whose names are hidden are.
fn unlike(name: String, earlier: &[Going], called: fn(&Going) -> &str) -> String {
    let is_taken = |name: &str| earlier.iter().any(|other| called(other) == name);
    let numbered = (2..).map(|number| format!("{name} {number}").trim_start().to_owned());
    std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name)).unwrap_or(name)
}

/// Reads the arguments. Contradicting ones are an error.
fn order(matches: &ArgMatches) -> Result<Order<'_>, Failure> {
    let code = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let report = code("report").and_then(Report::from_code).unwrap_or_default();
    let profile = code("profile").and_then(Profile::from_code);
    let given: Vec<&str> =
        matches.get_many::<String>("format").into_iter().flatten().map(String::as_str).collect();
    let ended = match code("output").filter(|_| given.is_empty() && profile.is_none()) {
        Some(output) => format_of(output)?,
        None => None,
    };
    let usual = profile.map_or(&["txt"][..], Profile::formats);
    let codes = if given.is_empty() { ended.as_ref().map_or(usual, std::slice::from_ref) } else { &given };
    let mut formats: Vec<Format> = Vec::new();
    for format in codes.iter().filter_map(|code| Format::from_code(code)) {
        if formats.iter().all(|other| other.code != format.code) {
            formats.push(format);
        }
    }
    let output = code("output");
    if output == Some("-") && formats.len() > 1 {
        return Err(Misuse::OneFormat.into());
    }
    let scope = if matches.get_flag("programme") { ReportScope::Programme } else { ReportScope::Meeting };
    if !report.scopes().contains(&scope) {
        return Err(Misuse::NoProgramme.into());
    }
    let whose = match code("owner") {
        Some(owner) => Whose::Owner(owner),
        None if matches.contains_id("each") => Whose::Each,
        None => Whose::Everybody,
    };
    if !matches!(whose, Whose::Everybody) && !report.can_be_shared() {
        return Err(Misuse::NoShares(report).into());
    }
    let existing = if matches.get_flag("force") { Existing::Replace } else { Existing::Keep };
    let choices = choices(matches, profile);
    Ok(Order {
        report,
        scope,
        profile,
        whose,
        choices,
        formats,
        template: code("template"),
        output,
        existing,
    })
}

/// The code of the format that the ending of a file names. What has no letters, or many of them, is no ending.
pub(super) fn format_of(output: &str) -> Result<Option<&'static str>, Misuse> {
    let ending = Path::new(output).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let ending = ending.to_lowercase();
    match Format::from_code(&ending) {
        Some(format) => Ok(Some(format.code)),
        None if ending.len() > 1 && ending.len() < 5 && ending.chars().all(|c| c.is_ascii_alphabetic()) => {
            Err(Misuse::NoFormat(ending))
        }
        None => Ok(None),
    }
}

/// The choices of the profile, overridden by the options.
fn choices(matches: &ArgMatches, profile: Option<Profile>) -> Choices {
    let mut choices = profile.map_or_else(Choices::default, Profile::choices);
    let names = matches.get_one::<String>("names").and_then(|code| Names::from_code(code));
    if profile.is_none() || matches.value_source("names") == Some(ValueSource::CommandLine) {
        choices.names = names.unwrap_or_default();
    }
    choices.responses &= !matches.get_flag("no-responses");
    choices.provenance |= matches.get_flag("provenance");
    choices.unanswered_only |= matches.get_flag("unanswered");
    choices
}

/// The Word document whose styles, header and footer are used.
fn template(matches: &ArgMatches) -> Result<Option<Template>, Failure> {
    let Some(path) = matches.get_one::<String>("template") else { return Ok(None) };
    let template = Template::open(Path::new(path));
    template.map(Some).map_err(|error| ExportError::Template { path: path.clone(), error }.into())
}

/// Hides the names in the words of a template as they are hidden in ours, and says so.
fn hide_in_template(
    desk: &Desk,
    template: &mut Template,
    order: &Order<'_>,
    people: &KnownPeople,
) -> CommandResult {
    let Some(hide) = hidden::hiding(order.choices.names, people, desk.words.lang) else { return Ok(()) };
    let is_used = order.formats.iter().any(|format| format.code == "docx");
    let number = template.hide(hide).map_err(|error| ExportError::Template {
        path: order.template.unwrap_or_default().to_owned(),
        error: error.into(),
    })?;
    if number > 0 && is_used {
        warn(&(desk.words.export.hidden_in_template)(number));
    }
    Ok(())
}

/// The formats that have something to show. A format of `--format` that has nothing is an error.
fn fitting(
    order: &Order<'_>,
    publication: &Publication,
    matches: &ArgMatches,
) -> Result<Vec<Format>, Failure> {
    let (fitting, others): (Vec<Format>, Vec<Format>) =
        order.formats.iter().copied().partition(|format| format.fits(publication));
    let is_named = matches.value_source("format") == Some(ValueSource::CommandLine);
    match others.first().filter(|_| is_named || fitting.is_empty()) {
        Some(format) => Err(Misuse::NotFitting { report: order.report, format: format.code }.into()),
        None => Ok(fitting),
    }
}

/// Says beside the answer how many things may be personal, and how many were hidden in doubt. What is for outsiders is
/// refused where something personal would go out, unless somebody has said yes to it.
fn say_found(desk: &Desk, order: &Order<'_>, things: &[FoundThing], is_let_out: bool) -> CommandResult {
    let words = desk.words;
    let going_out = going_out(things);
    let in_doubt = things.len() - going_out;
    if in_doubt > 0 {
        warn(&(words.cli.said.in_doubt)(in_doubt));
    }
    match going_out {
        0 if order.choices.names.hides() => warn(words.export.no_findings),
        0 => {}
        _ if order.profile.is_some_and(Profile::is_for_outsiders) && !is_let_out => {
            return Err(Failure::NotLetOut(going_out));
        }
        _ => warn(&(words.cli.said.findings)(going_out)),
    }
    Ok(())
}

/// Prints what may be personal, a line for each person or thing with its first place; the other places of what the law
/// protects more than a name are under it, for they may be about others. It fails where
/// something would go out, so that scripts can stop.
fn print_findings(desk: &mut Desk, findings: &[Finding]) -> CommandResult {
    let words = desk.words;
    if findings.is_empty() {
        return desk.say(words.export.no_findings);
    }
    let things = fold(findings);
    for thing in &things {
        let kind = labels::found(words.lang, thing.kind, thing.is_hidden);
        let only = thing.places.first().and_then(|at| findings.get(*at));
        let about = match thing.places.len() {
            // What was hidden is said as it was written, beside what is there now: "Bergs", not "Berg".
            1 if thing.is_hidden => only.map_or_else(String::new, |found| found.text.clone()),
            1 => thing.about.clone(),
            places => format!("{}, {}", thing.about, (words.export.places_of)(places)),
        };
        let mut places =
            thing.places.iter().filter_map(|at| findings.get(*at)).map(|found| marked(&found.place));
        desk.say(&format!("{kind}: {about} ({})", places.next().unwrap_or_default()))?;
        if thing.kind.protection() != Protection::Ordinary {
            places.try_for_each(|place| desk.say(&format!("  {place}")))?;
        }
    }
    match going_out(&things) {
        0 => Ok(()),
        number => Err(Failure::Findings(number)),
    }
}

/// The heading and the words around a finding, with brackets around what was found.
fn marked(place: &FindingPlace) -> String {
    let mut marked = place.heading.clone();
    if !marked.is_empty() {
        marked.push_str(": ");
    }
    for (at, letter) in place.excerpt.chars().enumerate() {
        if at == place.found.start {
            marked.push('[');
        }
        marked.push(letter);
        if at + 1 == place.found.end {
            marked.push(']');
        }
    }
    marked
}

/// Writes one folder with all formats and their checksums (`BagIt`).
fn folder(
    desk: &mut Desk,
    order: &Order<'_>,
    Going { name, publication, formats, owner: _ }: &Going,
    with: &With<'_>,
) -> CommandResult {
    let about = BagInfo::of(publication);
    let files = archive::files(publication, formats, name, with)?;
    let path = match order.output {
        None => PathBuf::from(name),
        Some(folder) if Path::new(folder).is_dir() && !archive::is_bag(Path::new(folder)) => {
            Path::new(folder).join(name)
        }
        Some(folder) => PathBuf::from(folder),
    };
    save_folder(&path, &archive::bag(files, &about), order.existing)?;
    desk.say(&path.display().to_string())
}

/// Writes a file for each publication and format. All are rendered, and checked against existing files, before the
/// first is written.
fn write(desk: &mut Desk, order: &Order<'_>, going: &[Going], with: &With<'_>) -> CommandResult {
    let mut files = Vec::new();
    let is_file = order.output.is_some_and(|output| !Path::new(output).is_dir());
    for Going { name, owner, publication, formats } in going {
        for format in formats {
            let parts = render(*format, publication, with)?;
            if order.output == Some("-") {
                let ([part], [_]) = (parts.as_slice(), going) else {
                    return Err(Misuse::OneFile(format.code).into());
                };
                say(desk, *format, &part.bytes)?;
                continue;
            }
            let several = formats.len() > 1 || parts.len() > 1 || going.len() > 1;
            for RenderedFile { label, bytes } in parts {
                let owner =
                    Some(owner.clone()).filter(|owner| is_file && going.len() > 1 && !owner.is_empty());
                let labels: Vec<String> = owner.into_iter().chain(label).collect();
                let label = Some(labels.join(" ")).filter(|label| !label.is_empty());
                files.push((place(order.output, name, *format, label.as_deref(), several), bytes));
            }
        }
    }
    let is_taken = |path: &Path| order.existing == Existing::Keep && path.symlink_metadata().is_ok();
    let taken: Vec<PathBuf> =
        files.iter().map(|(path, _)| path).filter(|path| is_taken(path)).cloned().collect();
    if !taken.is_empty() {
        return Err(Failure::Exist(taken));
    }
    for (path, bytes) in files {
        save(&path, &bytes, order.existing)?;
        desk.say(&path.display().to_string())?;
    }
    Ok(())
}

/// Writes to standard output. Text is made safe for a terminal first.
pub(super) fn say(desk: &mut Desk, format: Format, bytes: &[u8]) -> CommandResult {
    match std::str::from_utf8(bytes) {
        Ok(text) if format.is_text => Ok(desk.out.write_all(safe::lines(text).as_bytes())?),
        _ => Ok(desk.out.write_all(bytes)?),
    }
}

/// The path of a file: in the folder of `--output`, or under its name. Of several files each gets its own label and
/// extension.
pub(super) fn place(
    output: Option<&str>,
    name: &str,
    format: Format,
    label: Option<&str>,
    several: bool,
) -> PathBuf {
    match output.map(Path::new) {
        None => beside(Path::new(name), label, format.ending),
        Some(folder) if folder.is_dir() => beside(&folder.join(name), label, format.ending),
        Some(file) if several => {
            let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            let base =
                if Format::from_code(ending).is_some() { file.with_extension("") } else { file.to_owned() };
            beside(&base, label, format.ending)
        }
        Some(file) => file.to_owned(),
    }
}
