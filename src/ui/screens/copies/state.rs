//! The copies that there are, and what the thread has found in them.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use crate::store::backup::{self, BackupFile, Contents};
use crate::ui::context::Ctx;
use crate::ui::error::UiError;
use crate::ui::widgets::rows::Rows;

/// What is known of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CopyState {
    /// It is not read yet.
    Unread,
    /// All of it can be read, and so much is in it.
    Sound(Contents),
    /// It cannot be used.
    Damaged,
}

/// A copy and what is known of it.
#[derive(Debug, Clone)]
pub(super) struct ListedCopy {
    pub(super) file: BackupFile,
    pub(super) state: CopyState,
}

/// What the thread found: the place in the list, and what is there.
type CopyRead = (usize, CopyState);

/// The list, with one row chosen.
#[derive(Debug, Default)]
pub(in crate::ui::screens) struct Copies {
    /// Whether the copies have been listed.
    is_listed: bool,
    pub(super) is_example: bool,
    /// Of which store; `None` for one in memory.
    pub(super) store: Option<PathBuf>,
    pub(super) list: Vec<ListedCopy>,
    pub(super) rows: Rows,
    found: Option<Receiver<CopyRead>>,
}

impl Copies {
    pub(super) fn chosen(&self) -> Option<&ListedCopy> {
        self.list.get(self.rows.selected)
    }

    /// Lists the copies, once, and has a thread read them, the newest first. It ends with the page.
    pub(super) fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        if self.is_listed {
            return Ok(());
        }
        self.is_listed = true;
        self.is_example = ctx.session.example;
        self.store = ctx.store.path().map(ToOwned::to_owned).filter(|_| !ctx.session.example);
        let files = self.store.as_deref().map(backup::list).transpose()?.unwrap_or_default();
        self.list = files.into_iter().map(|file| ListedCopy { file, state: CopyState::Unread }).collect();
        self.rows = Rows::of(self.list.len());
        let (outbox, found) = channel();
        let files: Vec<BackupFile> = self.list.iter().map(|copy| copy.file.clone()).collect();
        let bell = ctx.bell.clone();
        thread::spawn(move || {
            for (at, file) in files.iter().enumerate() {
                let state = backup::verify_once(file).map_or(CopyState::Damaged, CopyState::Sound);
                if outbox.send((at, state)).is_err() {
                    return;
                }
                bell.ring();
            }
        });
        self.found = Some(found);
        Ok(())
    }

    /// Takes what the thread has found since last time.
    pub(super) fn listen(&mut self) {
        for (at, state) in self.found.iter().flat_map(Receiver::try_iter) {
            if let Some(copy) = self.list.get_mut(at) {
                copy.state = state;
            }
        }
    }
}
