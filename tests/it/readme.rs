//! The README's table of keys is that of the program. `UPDATE_README=1 cargo test readme` writes its table anew.

use std::fs;

use vidpennan::i18n::Lang;
use vidpennan::ui::bindings;

#[test]
fn the_readme_has_the_keys_of_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).unwrap();
    let (before, rest) = readme.split_once("<!-- keys").unwrap();
    let (comment, rest) = rest.split_once("-->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /keys -->").unwrap();
    let keys = bindings::markdown(Lang::Sv.words());
    let wanted = format!("{before}<!-- keys{comment}-->\n{keys}<!-- /keys -->{after}");
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(path, &wanted).unwrap();
        return;
    }
    assert!(readme == wanted, "the keys have changed: UPDATE_README=1 cargo test readme");
}
