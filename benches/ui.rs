//! What the interface costs without a terminal: the first picture, a key at the pen, Enter.
//! Run with `cargo bench --bench ui`.
#![expect(clippy::unwrap_used, reason = "a bench that cannot make its store has nothing to measure")]

use std::path::Path;
use std::sync::mpsc::channel;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use vidpennan::clock::Clock;
use vidpennan::i18n::Lang;
use vidpennan::ops::{self, PersonDetails};
use vidpennan::store;
use vidpennan::ui::app::{App, Setup};
use vidpennan::ui::context::Session;
use vidpennan::ui::event::Event;
use vidpennan::ui::place::Place;
use vidpennan::ui::theme::ThemeKind;

mod generate;

const SIZES: [usize; 3] = [0, 10_000, 100_000];

fn main() {
    divan::main();
}

fn open(path: &Path) -> App {
    let store = generate::open(path);
    let meeting = store::meeting::current(&store, chrono::NaiveDate::MAX).unwrap().unwrap().id;
    let session = Session { meeting: Some(meeting), scribe: Some("Vera".to_owned()), ..Session::default() };
    let setup = Setup {
        store,
        clock: Clock::System,
        lang: Lang::Sv,
        theme: ThemeKind::Dark,
        session,
        place: Place::Meeting(meeting),
        drafts: Vec::new(),
        save_state: Box::new(|_| Ok(())),
        first: None,
        warning: None,
        said: None,
        example: None,
    };
    App::new(setup, channel().0)
}

fn made(folder: &Path, size: usize) -> std::path::PathBuf {
    let path = folder.join("bench.db");
    let mut store = generate::fill(&path, size);
    generate::meeting(&mut store, chrono::NaiveDate::from_ymd_opt(2030, 1, 1).unwrap());
    path
}

fn press(app: &mut App, code: KeyCode) {
    app.handle(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
}

/// From the file to the first whole picture.
#[divan::bench(args = SIZES)]
fn first_picture(bencher: Bencher<'_, '_>, size: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = made(folder.path(), size);
    bencher.bench_local(|| {
        let mut app = open(&path);
        let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
        terminal.draw(|frame| app.draw(frame)).unwrap();
    });
}

/// A letter at the pen, drawn.
#[divan::bench(args = SIZES)]
fn key(bencher: Bencher<'_, '_>, size: usize) {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&made(folder.path(), size));
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut nth = 0_u32;
    bencher.bench_local(|| {
        nth += 1;
        press(&mut app, if nth.is_multiple_of(40) { KeyCode::Char(' ') } else { KeyCode::Char('å') });
        if nth.is_multiple_of(400) {
            press(&mut app, KeyCode::Enter);
        }
        terminal.draw(|frame| app.draw(frame)).unwrap();
    });
}

/// A letter in the middle of a line of 12,000 characters, drawn.
#[divan::bench]
fn key_in_a_long_line(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&made(folder.path(), 0));
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    app.handle(Event::Paste("Avtalen är för långa för att hinna ändra något. ".repeat(260)));
    for _ in 0..50 {
        press(&mut app, KeyCode::Up);
    }
    bencher.bench_local(|| {
        press(&mut app, KeyCode::Char('å'));
        terminal.draw(|frame| app.draw(frame)).unwrap();
    });
}

/// A letter of a name after `@`, in a line with a name that is new, drawn; so many are in the register.
#[divan::bench(args = [0, 2_000])]
fn key_in_a_name(bencher: Bencher<'_, '_>, persons: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = made(folder.path(), 0);
    let mut store = generate::open(&path);
    for nth in 0..persons {
        let name = format!("Anna-Karin Bergsäter {nth}");
        let person = PersonDetails { name, ..PersonDetails::default() };
        ops::enter_person(&mut store, &person).unwrap();
    }
    drop(store);
    let mut app = open(&path);
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    for letter in "> Ringa @Annastina om @Be".chars() {
        press(&mut app, KeyCode::Char(letter));
    }
    bencher.bench_local(|| {
        press(&mut app, KeyCode::Char('r'));
        terminal.draw(|frame| app.draw(frame)).unwrap();
        press(&mut app, KeyCode::Backspace);
    });
}

/// A line and Enter: on disk and drawn.
#[divan::bench(args = SIZES)]
fn enter(bencher: Bencher<'_, '_>, size: usize) {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&made(folder.path(), size));
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    bencher.bench_local(|| {
        press(&mut app, KeyCode::Char('x'));
        press(&mut app, KeyCode::Enter);
        terminal.draw(|frame| app.draw(frame)).unwrap();
    });
}
