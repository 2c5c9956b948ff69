//! Paths as people write and read them: `~` for one's own folder, completion of names. It looks at folders and reads
//! no file.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use directories::UserDirs;

mod written;

pub use written::{begins_at_root, begun_anew, expand, listed};

/// How many names of one folder are looked at: enough for any that a person looks through.
const MOST: usize = 5_000;

/// The path as it is shown, with `~` for one's own folder.
pub fn shown(path: &Path) -> String {
    let own = UserDirs::new().and_then(|user| Some(path.strip_prefix(user.home_dir()).ok()?.to_owned()));
    match own {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => path.display().to_string(),
    }
}

/// What a file is called, without its folder.
pub fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| shown(path), |name| name.to_string_lossy().into_owned())
}

/// The folder for documents: that of the system where there is one, otherwise the one that one is in.
pub fn documents() -> PathBuf {
    let documents = UserDirs::new().and_then(|user| user.document_dir().map(Path::to_owned));
    documents.filter(|folder| folder.is_dir()).or_else(|| std::env::current_dir().ok()).unwrap_or_default()
}

/// What a path that is being written may become: folders first (they end with a separator), then files with one of
/// these endings, both by name; hidden ones only where a full stop was written.
pub fn complete(written: &str, endings: &[&str]) -> Vec<String> {
    let (folder, begun) = parted(written);
    let place = if folder.is_empty() { PathBuf::from(".") } else { expand(folder) };
    let Ok(entries) = fs::read_dir(place) else { return Vec::new() };
    let begun = begun.to_lowercase();
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for entry in entries.flatten().take(MOST) {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let fits =
            name.to_lowercase().starts_with(&begun) && (begun.starts_with('.') || !name.starts_with('.'));
        if !fits {
            continue;
        }
        let is_folder = fs::metadata(entry.path()).is_ok_and(|about| about.is_dir());
        let ending = Path::new(&name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if is_folder {
            folders.push(format!("{folder}{name}{MAIN_SEPARATOR}"));
        } else if ending.is_some_and(|ending| endings.contains(&ending.as_str())) {
            files.push(format!("{folder}{name}"));
        }
    }
    for names in [&mut folders, &mut files] {
        names.sort_by_key(|name| name.to_lowercase());
    }
    folders.extend(files);
    folders
}

/// The folder over that of a path that is being written, as it is written itself; `None` for a root, and where the
/// name that has been begun is not `..`.
pub fn parent(written: &str) -> Option<String> {
    let (folder, begun) = parted(written);
    if !"..".starts_with(begun) {
        return None;
    }
    let place = if folder.is_empty() { PathBuf::from(".") } else { expand(folder) };
    let place = if place.is_absolute() { place } else { fs::canonicalize(place).ok()? };
    Some(shown(&place.parent()?.join("")))
}

/// The folder of a path that is being written, with its separator, and what has been begun of the name.
fn parted(written: &str) -> (&str, &str) {
    let at = written.rfind(['/', MAIN_SEPARATOR]).map_or(0, |at| at + 1);
    written.split_at_checked(at).unwrap_or(("", written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_s_own_folder_is_written_short_and_understood() {
        let home = UserDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(shown(&home.join("a.txt")), format!("~{MAIN_SEPARATOR}a.txt"));
        assert_eq!(expand(&shown(&home.join("a.txt"))), home.join("a.txt"));
    }

    #[test]
    fn the_parent_of_a_folder_is_known_up_to_the_root() {
        assert_eq!(parent("/a/b/").as_deref(), Some("/a/"));
        assert_eq!(parent("/a/.").as_deref(), Some("/"));
        assert_eq!(parent("/a/b"), None);
        assert_eq!(parent("/"), None);
        let home = UserDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(parent("~/"), Some(home.parent().unwrap().join("").display().to_string()));
        assert!(parent("").is_some());
    }

    #[test]
    fn names_are_completed_folders_first() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| format!("{}{MAIN_SEPARATOR}{name}", folder.path().display());
        for name in ["Möte.txt", "mall.md", ".gömd.txt", "bild.png"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("Mars")).unwrap();
        assert_eq!(
            complete(&at("m"), &["txt", "md"]),
            [at(&format!("Mars{MAIN_SEPARATOR}")), at("mall.md"), at("Möte.txt")]
        );
        assert_eq!(complete(&at("."), &["txt"]), [at(".gömd.txt")]);
        assert!(complete(&at("saknas/x"), &["txt"]).is_empty());
    }
}
