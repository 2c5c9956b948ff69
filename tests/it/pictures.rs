//! The pictures of the README: real screens of the example, drawn by the program and written as SVG with real text.
//! `UPDATE_README=1 cargo test --test it pictures` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::support::app::{Driver, start_example};

/// The size of a cell, and the room around the screen.
const CELL: (f32, f32) = (8.4, 18.0);
const MARGIN: f32 = 14.0;
const GROUND: &str = "#1c2026";
const FONT: &str = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace";

/// A picture: its file, what it shows, and the keys that lead there from the example.
struct Shown {
    file: &'static str,
    about: &'static str,
    keys: &'static str,
    /// What must have come before it is taken.
    waits_for: &'static str,
}

const PICTURES: [Shown; 3] = [
    Shown {
        file: "bordssamtal.svg",
        about: "Bordssamtal: the sections of the meeting, what the tables have said, and the pen with a promise \
                that is being typed.",
        keys: "<a-1><down><enter># vilka<enter>> Ringa vaktmästaren om schemat @Jonas <lt>fre ",
        waits_for: "Jonas Ekdahl",
    },
    Shown {
        file: "uppfoljning.svg",
        about: "Uppföljning: actions and promises in groups, what is late first, each with its owner, its status and \
                its date.",
        keys: "<a-5>",
        waits_for: "Uppföljning",
    },
    Shown {
        file: "export.svg",
        about: "The export page: which report, for whom, in which formats, and the text as it will read.",
        keys: "<c-x>",
        waits_for: "För vem?",
    },
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures")
}

fn example() -> (Driver, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut app = start_example(&folder.path().join("egna.db"));
    app.keys("<c-p>avsluta rundturen<enter>").size(100, 28);
    (app, folder)
}

/// The colour of the text of a cell: those that many terminals have on a dark ground.
fn colour(cell: &Cell) -> &'static str {
    match cell.fg {
        _ if cell.modifier.contains(Modifier::DIM) => "#9aa3ad",
        Color::Cyan => "#5cc8d7",
        Color::Green => "#8fd07f",
        Color::Red => "#f08a7d",
        Color::Yellow => "#e6c274",
        Color::Reset => "#e4e7ea",
        other => panic!("{other:?} has no colour in the pictures"),
    }
}

/// What neighbours must have in common to be one piece of text.
fn looks(cell: &Cell) -> (&'static str, Modifier) {
    (colour(cell), cell.modifier & (Modifier::BOLD | Modifier::UNDERLINED))
}

/// The pieces of a row: the column of each, how many columns it takes, its first cell and its text.
fn pieces(buffer: &Buffer, y: u16) -> Vec<(u16, u16, &Cell, String)> {
    let mut found: Vec<(u16, u16, &Cell, String)> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let wide = u16::try_from(cell.symbol().width().max(1)).unwrap();
        match found.last_mut() {
            Some((_, columns, first, text)) if looks(first) == looks(cell) => {
                *columns += wide;
                text.push_str(cell.symbol());
            }
            _ => found.push((x, wide, cell, cell.symbol().to_owned())),
        }
        x += wide;
    }
    found
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The buffer as a picture with real text.
fn svg(buffer: &Buffer, about: &str) -> String {
    let at = |x: u16, y: u16| (MARGIN + f32::from(x) * CELL.0, MARGIN + f32::from(y) * CELL.1);
    let (width, height) = at(buffer.area.width, buffer.area.height);
    let (width, height) = (width + MARGIN, height + MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" \
         aria-labelledby=\"title\">\n<title id=\"title\">{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{GROUND}\"/>\n\
         <g font-family=\"{FONT}\" font-size=\"14\" xml:space=\"preserve\">\n",
        escaped(about)
    );
    for y in 0..buffer.area.height {
        for (x, columns, cell, text) in pieces(buffer, y) {
            // Blanks are seen where they are underlined: the ground of a field.
            let (colour, modifier) = looks(cell);
            let is_field = modifier.contains(Modifier::UNDERLINED);
            if text.trim().is_empty() && !is_field {
                continue;
            }
            let blanks = if is_field { 0 } else { text.chars().take_while(|c| *c == ' ').count() };
            let end = if is_field { text.as_str() } else { text.trim_end() };
            let shown: String = end.chars().skip(blanks).collect();
            let tail = u16::try_from(text.chars().count() - end.chars().count()).unwrap();
            let blanks = u16::try_from(blanks).unwrap();
            let (left, top) = at(x + blanks, y);
            let long = f32::from(columns - blanks - tail) * CELL.0;
            let bold = if modifier.contains(Modifier::BOLD) { " font-weight=\"700\"" } else { "" };
            let line = if is_field { " text-decoration=\"underline\"" } else { "" };
            writeln!(
                out,
                "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{long:.1}\" lengthAdjust=\"spacingAndGlyphs\" \
                 fill=\"{colour}\"{bold}{line}>{}</text>",
                top + 13.0,
                escaped(&shown)
            )
            .unwrap();
        }
    }
    out + "</g>\n</svg>\n"
}

#[test]
fn the_pictures_are_what_the_program_draws() {
    for Shown { file, about, keys, waits_for } in PICTURES {
        let (mut app, _folder) = example();
        app.keys(keys).wait_for(waits_for).wait_till_gone("Läser …");
        if app.screen().contains(" Fil ") {
            // Where the test runs is no part of the picture.
            app.click("Fil ").keys(&"<c-w>".repeat(24)).paste("~/Möten/Dialogcafé").wait_till_gone("Läser …");
            assert!(!app.screen().contains(env!("CARGO_MANIFEST_DIR")), "{}", app.screen());
        }
        let drawn = svg(app.buffer(), about);
        let path = folder().join(file);
        if std::env::var_os("UPDATE_README").is_some() {
            fs::write(&path, &drawn).unwrap();
            continue;
        }
        let stored = fs::read_to_string(&path).unwrap_or_default();
        assert!(stored == drawn, "{file} has changed: UPDATE_README=1 cargo test --test it pictures");
    }
}

#[test]
fn the_pictures_are_small_and_have_words_for_whoever_cannot_see_them() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    for Shown { file, about, .. } in PICTURES {
        let picture = fs::read_to_string(folder().join(file)).unwrap_or_default();
        assert!(picture.len() < 60_000, "{file}: {} bytes", picture.len());
        assert!(picture.contains(&format!("<title id=\"title\">{about}</title>")), "{file}");
        assert!(
            readme.contains(&format!("![{about}](assets/pictures/{file})")),
            "{file} is not in the README"
        );
    }
}
