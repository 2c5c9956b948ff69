//! Places where a database does not belong: folders that a program synchronises, and drives on the network. The one
//! puts half-written files on other machines, the other has locks that do not hold.

use std::path::Path;

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
    let mut names = path.components().map(|part| part.as_os_str().to_string_lossy().to_lowercase());
    // macOS: ~/Library/CloudStorage/OneDrive-Kommunen.
    let service = names.find_map(|name| {
        SERVICES.iter().find(|(start, _)| is_called(&name, start)).map(|(_, service)| *service)
    });
    service.map(Risk::Synchronised).or_else(|| is_remote(path).then_some(Risk::Remote))
}

/// Whether a folder has a name, or it with something after it that is no word, as the name of an employer.
fn is_called(name: &str, start: &str) -> bool {
    name.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

fn is_remote(path: &Path) -> bool {
    // `\\server\share`.
    path.to_string_lossy().starts_with(r"\\")
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
}
