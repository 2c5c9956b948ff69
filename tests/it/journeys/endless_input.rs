//! Paths that lead to no ordinary file: each is refused at once, in words.

use std::io::{BufRead, BufReader, Write};

use crate::support::laptop::{Laptop, assert_says};

#[test]
fn a_pipe_a_device_and_a_folder_are_no_database() {
    let laptop = Laptop::new();
    laptop.pipe("rör");
    for path in ["rör", "/dev/zero", "/dev/null", ".", ":memory:", "file:x.db"] {
        for command in [&["list", "meetings"][..], &["add", "Hej"], &["check"]] {
            let mut arguments = vec!["--db", path];
            arguments.extend(command);
            let said = laptop.run(&arguments).failed(1);
            assert_says(&said, &[path, "ingen vanlig fil"]);
        }
    }
    laptop.run(&["add", "Hej"]).done();
    for path in [":memory:", "file:x.db"] {
        assert_says(&laptop.run(&["backup", path]).failed(1), &["ingen vanlig fil"]);
        assert_says(&laptop.run(&["restore", "2", "--to", path]).failed(1), &["ingen vanlig fil"]);
    }
    assert_says(&laptop.run(&["backup", ""]).failed(1), &["ingen vanlig fil"]);
    // What a script leaves empty is no path at all.
    assert_says(&laptop.run(&["restore", "2", "--to", ""]).failed(2), &["--to", "behöver ett värde"]);
    for nothing in ["", " "] {
        assert_says(&laptop.run(&["restore", nothing]).failed(1), &["vidpennan restore"]);
    }
    assert!(!laptop.path(":memory:").exists() && !laptop.path("file:x.db").exists());
}

#[test]
fn neither_a_template_nor_a_file_to_read_may_be_endless() {
    let laptop = Laptop::with_minutes();
    laptop.pipe("rör");
    for path in ["rör", "/dev/zero"] {
        let said = laptop.run(&["export", "1", "-f", "txt", "-o", path, "--force"]).failed(1);
        assert_says(&said, &[path, "ingen vanlig fil"]);
        let said = laptop.run(&["export", "1", "-f", "docx", "--template", path]).failed(1);
        assert_says(&said, &[path, "ingen vanlig fil"]);
        assert_says(&laptop.run(&["import", path]).failed(1), &[path, "ingen vanlig fil"]);
        let said = laptop.run(&["restore", path]).failed(1);
        assert_says(&said, &[path, "ingen vanlig fil, vilket en databas, kopiorna av den"]);
    }
}

#[test]
fn settings_that_are_a_pipe_are_left_alone_and_said() {
    let laptop = Laptop::new();
    let folder = laptop.path("vidpennan");
    std::fs::create_dir_all(&folder).unwrap();
    laptop.pipe("vidpennan/settings.toml");
    let answer = laptop.run(&["add", "Ett inlägg"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert_says(&answer.err, &["går inte att läsa och används inte: det är ingen vanlig fil"]);
}

#[test]
fn a_line_without_an_end_is_refused_and_those_before_it_are_kept() {
    let laptop = Laptop::new();
    let mut input = b"Rad ett\nRad tv\xc3\xa5\n".to_vec();
    input.resize(input.len() + 21 * 1024 * 1024, b'x');
    let said = laptop.run_with(&["add"], &input).failed(1);
    assert_says(&said, &["Rad 3 är längre"]);
    let found = laptop.run(&["search", "Rad"]).done();
    assert_says(&found, &["Rad ett", "Rad två"]);
}

#[test]
fn each_line_is_acknowledged_as_soon_as_it_is_on_disk() {
    let laptop = Laptop::new();
    let mut child = laptop.begin(&["add"]);
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for line in ["! Ett hinder", "Ett till"] {
        writeln!(input, "{line}").unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert!(!answer.is_empty());
        let kept = laptop.run(&["search", line.trim_start_matches("! ")]).done();
        assert_says(&kept, &[line.trim_start_matches("! ")]);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}
