//! Places where a database does not belong: folders that a program synchronises, and drives on the network. The one
//! puts half-written files on other machines, the other has locks that do not hold.

use std::path::{Path, PathBuf};

/// What is wrong with a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Risk {
    /// This service synchronises the folder.
    Synchronised(&'static str),
    /// It is on the network, or a drive that another program provides.
    Remote,
}

/// The services by the beginnings of the names of their folders, in small letters.
const SERVICES: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("mobile documents", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("icloud drive", "iCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("min enhet", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("creative cloud files", "Creative Cloud"),
    ("box sync", "Box"),
    ("syncthing", "Syncthing"),
];

/// What is wrong with the place of a file, which may not exist yet.
pub fn risk(path: &Path) -> Option<Risk> {
    let real = real(path, MOST_LINKS);
    let service = service_of(path).or_else(|| service_of(&real));
    service.map(Risk::Synchronised).or_else(|| (is_remote(path) || is_remote(&real)).then_some(Risk::Remote))
}

/// The most links that lead to each other.
const MOST_LINKS: usize = 16;

/// Where a file is whatever leads there: from the root, without links. What does not exist yet stays as it is named.
fn real(path: &Path, links: usize) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for folder in path.ancestors() {
        let Ok(rest) = path.strip_prefix(folder) else { continue };
        // After a link to a file there must be nothing, not even a slash.
        let join = |to: PathBuf| if rest.as_os_str().is_empty() { to } else { to.join(rest) };
        if let Ok(real) = folder.canonicalize() {
            return join(real);
        }
        // A link to what does not exist yet.
        if let (Ok(to), Some(parent), 1..) = (folder.read_link(), folder.parent(), links) {
            return real(&join(parent.join(to)), links - 1);
        }
    }
    path
}

/// The service that synchronises a folder in a path.
fn service_of(path: &Path) -> Option<&'static str> {
    let mut names = path.components().map(|part| part.as_os_str().to_string_lossy().to_lowercase());
    // macOS: ~/Library/CloudStorage/OneDrive-Kommunen.
    names.find_map(|name| {
        SERVICES.iter().find(|(start, _)| is_called(&name, start)).map(|(_, service)| *service)
    })
}

/// Whether a folder has a name, or it with something after it that is no word, as the name of an employer.
fn is_called(name: &str, start: &str) -> bool {
    name.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

fn is_remote(path: &Path) -> bool {
    let name = path.to_string_lossy();
    // `\\server\share`, and that without links: `\\?\UNC\server\share`.
    (name.starts_with(r"\\") && !name.starts_with(r"\\?\") || name.starts_with(r"\\?\UNC\"))
        || path.ancestors().find(|path| path.exists()).is_some_and(is_remote_drive)
}

/// The numbers by which Linux knows NFS, SMB, CIFS, SMB 2, AFS, Ceph and FUSE (linux/magic.h, fs/smb, fs/ceph).
#[cfg(target_os = "linux")]
const REMOTE: [u64; 7] = [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x5346_414f, 0x00c3_6400, 0x6573_5546];

#[cfg(target_os = "linux")]
fn is_remote_drive(path: &Path) -> bool {
    // How wide the number is depends on the system, and whether it may be negative too.
    let kind = rustix::fs::statfs(path).map(|about| u64::try_from(about.f_type).unwrap_or_default());
    kind.is_ok_and(|kind| REMOTE.contains(&(kind & 0xffff_ffff)))
}

#[cfg(not(target_os = "linux"))]
fn is_remote_drive(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_services_are_known_by_their_names() {
        let service = |path: &str| match risk(Path::new(path)) {
            Some(Risk::Synchronised(service)) => service,
            other => panic!("{path}: {other:?}"),
        };
        assert_eq!(service("/home/eva/OneDrive - Bjurköpings kommun/x.db"), "OneDrive");
        assert_eq!(service("/Users/eva/Library/CloudStorage/OneDrive-Kommunen/x.db"), "OneDrive");
        assert_eq!(service("/Users/eva/Library/Mobile Documents/com~apple~CloudDocs/x.db"), "iCloud");
        assert_eq!(service("/home/eva/Dropbox (Privat)/möten/x.db"), "Dropbox");
        assert_eq!(service("/home/eva/Nextcloud2/x.db"), "Nextcloud");
        assert_eq!(service("/media/Google Drive/x.db"), "Google Drive");
    }

    #[test]
    fn a_share_on_a_server_is_remote_and_an_ordinary_folder_is_not() {
        assert_eq!(risk(Path::new(r"\\server\delat\x.db")), Some(Risk::Remote));
        let folder = tempfile::tempdir().unwrap();
        for name in ["x.db", "Dropboxen/x.db", "onedrivers/x.db", "finns inte/än/x.db"] {
            assert_eq!(risk(&folder.path().join(name)), None, "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_a_path_from_here_lead_to_the_folder_of_a_service_too() {
        use std::os::unix::fs::symlink;
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name);
        std::fs::create_dir_all(path("Dropbox/möten")).unwrap();
        symlink(path("Dropbox"), path("moln")).unwrap();
        symlink("Dropbox/x.db", path("länk.db")).unwrap();
        symlink("länk.db", path("länk till länk.db")).unwrap();
        symlink("rundgång.db", path("rundgång.db")).unwrap();
        std::fs::create_dir(path("plats")).unwrap();
        for leads in ["moln/x.db", "länk.db", "länk till länk.db", "moln/möten/x.db", "plats/../moln/x.db"]
        {
            assert_eq!(risk(&path(leads)), Some(Risk::Synchronised("Dropbox")), "{leads}");
        }
        assert_eq!(risk(&path("rundgång.db")), None);
        assert_eq!(
            real(Path::new("x.db"), 1),
            std::env::current_dir().unwrap().canonicalize().unwrap().join("x.db")
        );
    }
}
