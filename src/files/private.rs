//! Files for their owner alone, though others may have opened them up.

use std::path::Path;

/// Takes from everybody else what they may do with a file or a folder. Where it belongs to somebody else, or the system
/// knows no such rights, it stays as it is.
pub fn tighten(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let Ok(about) = path.metadata() else { return };
        let mode = about.permissions().mode();
        if mode & 0o077 != 0 {
            let _unable = std::fs::set_permissions(path, PermissionsExt::from_mode(mode & 0o700));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}
