//! The desktop of the system: shows a folder in its file manager, which then runs on its own. It knows nothing of what
//! is in the folder.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::error::DesktopError;
use super::jobs::{Finish, Job};
use super::path;
use crate::i18n::Words;

/// How long a system may take to say that it will not.
const PATIENCE: Duration = Duration::from_secs(2);
const STEP: Duration = Duration::from_millis(40);

/// The work that shows a folder.
pub fn open_folder(folder: &Path, words: &'static Words) -> Job {
    // A folder that was written without a name is the one that one is in.
    let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() };
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    Job::new(words.export.opening, move |_| {
        let name = path::shown(&folder);
        if !has_desktop() {
            return Err(DesktopError::None { folder: name }.into());
        }
        match start(&folder).and_then(wait) {
            Ok(()) => Ok(Finish { notice: (words.export.opened)(&name), ..Finish::default() }),
            Err(source) => Err(DesktopError::NotOpened { folder: name, source }.into()),
        }
    })
}

/// Whether there is a desktop to show a folder on.
fn has_desktop() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn start(folder: &Path) -> io::Result<Child> {
    let program = match std::env::consts::OS {
        "windows" => "explorer",
        "macos" => "open",
        _ => "xdg-open",
    };
    let mut command = Command::new(program);
    command.arg(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // What stops this program must not stop the other one.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

/// Waits for a refusal, not for the window to be closed. Explorer ends with 1 when all is well.
fn wait(mut child: Child) -> io::Result<()> {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        match child.try_wait()? {
            Some(status) if status.success() || cfg!(windows) => return Ok(()),
            Some(status) => return Err(io::Error::other(status.to_string())),
            None => thread::sleep(STEP),
        }
    }
    Ok(())
}
