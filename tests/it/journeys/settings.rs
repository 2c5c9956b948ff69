//! The settings file under the real program: what is chosen is written to it, what else it holds stays, and a file that
//! cannot be read is left alone.

use std::fs;
use std::path::PathBuf;

use crate::support::laptop::Laptop;
use crate::support::window::Window;

fn file(laptop: &Laptop) -> PathBuf {
    let folder =
        if cfg!(target_os = "macos") { "Library/Application Support/vidpennan" } else { "vidpennan" };
    fs::create_dir_all(laptop.path(folder)).unwrap();
    laptop.path(folder).join("settings.toml")
}

fn with(content: &str) -> Laptop {
    let laptop = Laptop::new();
    fs::write(file(&laptop), content).unwrap();
    laptop
}

/// Leaves the program, so that all is written.
fn leave(window: &mut Window) {
    window.settle().types("\u{11}");
    window.ends();
}

#[test]
fn what_is_chosen_is_written_and_what_else_is_there_stays() {
    let laptop = with("# Mina\nlater = 3\nname = \"Eva Lind\" # jag\n");
    let mut window = Window::open(&laptop);
    window.shows("1 Möten").settle().types(",").shows("gäller genast");
    window.types("\u{1b}[B\u{1b}[B\u{1b}[C").shows("‹ ljusa ›").types("\u{1b}[B ").shows("‹ på ›");
    leave(&mut window);
    let written = fs::read_to_string(file(&laptop)).unwrap();
    assert_eq!(written, "# Mina\nlater = 3\nname = \"Eva Lind\" # jag\ntheme = \"light\"\nbell = true\n");
    let mut window = Window::open(&laptop);
    window.shows("1 Möten").settle().types(",\u{1b}[B\u{1b}[B").shows("‹ ljusa ›");
}

#[test]
fn a_file_that_cannot_be_read_is_said_and_left_alone() {
    let laptop = with("name = ");
    let mut window = Window::open(&laptop);
    window.shows("Namn").settle().types("\u{1b}").settle().types(",").shows("går inte att läsa");
    window.types("\u{1b}[B\u{1b}[B\u{1b}[C").shows("‹ ljusa ›").shows("är inte sparat");
    leave(&mut window);
    assert_eq!(fs::read_to_string(file(&laptop)).unwrap(), "name = ");
}

#[test]
fn a_value_that_cannot_be_used_is_said_everywhere() {
    let laptop = with("name = \"Eva Lind\"\ntheme = \"rosa\"\ncounts = \"ja\"\n");
    let said = laptop.run(&["list", "meetings"]).err;
    assert!(said.contains("theme = \"rosa\"") && said.contains("counts = \"ja\""), "{said}");
    Window::open(&laptop).shows("Något i inställningsfilen").settle().types(",").shows("counts = \"ja\"");
}

#[test]
fn what_is_chosen_in_the_example_counts_afterwards_but_for_the_name() {
    let laptop = with("name = \"Eva Lind\"\n");
    let mut window = Window::open(&laptop);
    window.shows("1 Möten").settle().types("\u{10}öppna exemplet\r").shows("EXEMPEL");
    window.settle().types("\u{10}språk\r").shows("EXAMPLE");
    window.settle().types("\u{10}own meetings\r").shows("1 Meetings");
    assert_eq!(fs::read_to_string(file(&laptop)).unwrap(), "name = \"Eva Lind\"\nlanguage = \"en\"\n");
    window.settle().types("\u{10}language\r").shows("1 Möten");
    leave(&mut window);
    assert_eq!(fs::read_to_string(file(&laptop)).unwrap(), "name = \"Eva Lind\"\nlanguage = \"sv\"\n");
}
