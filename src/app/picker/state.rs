//! What the list of files shows.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::language::Problem;
use crate::store::{EntryKind, Folder, FolderEntry, MediaKind};

use super::search::search;

/// The open list.
#[derive(Debug, Clone, PartialEq)]
pub struct PickerState {
    /// Where it is.
    pub folder: PathBuf,
    /// What is searched for.
    pub query: String,
    /// What the folder holds; nothing until it was read.
    pub read: Option<Result<Folder, Problem>>,
    /// The places of those that fit, the best first.
    pub found: Vec<usize>,
    /// The line that the keys mean.
    pub chosen: usize,
    /// Which files are listed.
    pub wanted: Wanted,
    /// In which order.
    pub sort: Sort,
    /// What is taken together, of any folder.
    pub marked: BTreeSet<PathBuf>,
    /// The chosen file cannot be added, and somebody tried.
    pub refused: bool,
    /// The folder below that was left last: it is chosen again.
    pub(super) came_from: Option<OsString>,
}

/// Which files are listed. Folders always are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// What can be added.
    #[default]
    Media,
    /// Of these, one kind.
    Kind(MediaKind),
    /// Everything.
    All,
}

impl Wanted {
    pub(super) fn takes(self, kind: EntryKind) -> bool {
        match (self, kind) {
            (Self::All, _) | (_, EntryKind::Folder) | (Self::Media, EntryKind::Media(_)) => true,
            (Self::Kind(wanted), EntryKind::Media(kind)) => wanted == kind,
            (Self::Media | Self::Kind(_), EntryKind::Other) => false,
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::Media => Self::Kind(MediaKind::Video),
            Self::Kind(MediaKind::Video) => Self::Kind(MediaKind::Image),
            Self::Kind(MediaKind::Image) => Self::Kind(MediaKind::Audio),
            Self::Kind(MediaKind::Audio) => Self::Kind(MediaKind::Subtitles),
            Self::Kind(MediaKind::Subtitles) => Self::All,
            Self::All => Self::Media,
        }
    }
}

/// The order of the files; folders stand before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// The one changed last first.
    Newest,
    /// The largest first.
    Largest,
}

impl PickerState {
    pub(super) const fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            query: String::new(),
            read: None,
            found: Vec::new(),
            chosen: 0,
            wanted: Wanted::Media,
            sort: Sort::Name,
            marked: BTreeSet::new(),
            refused: false,
            came_from: None,
        }
    }

    /// What the folder holds, as far as it is known.
    #[must_use]
    pub fn entries(&self) -> &[FolderEntry] {
        match &self.read {
            Some(Ok(folder)) => &folder.entries,
            _ => &[],
        }
    }

    /// The chosen entry.
    #[must_use]
    pub fn chosen(&self) -> Option<&FolderEntry> {
        self.entries().get(*self.found.get(self.chosen)?)
    }

    pub(super) fn last(&self) -> usize {
        self.found.len().saturating_sub(1)
    }

    /// Searches again, with the best line chosen.
    pub(super) fn look(&mut self) {
        self.found = search(self.entries(), &self.query, self.wanted, self.sort);
        self.refused = false;
        self.chosen = 0;
        if let Some(left) = self.came_from.take() {
            let entries = self.entries();
            let place = self.found.iter().position(|place| entries[*place].name == left);
            self.chosen = place.unwrap_or(0);
        }
    }

    pub(super) fn go(&mut self, folder: PathBuf) {
        let marked = std::mem::take(&mut self.marked);
        let (wanted, sort) = (self.wanted, self.sort);
        *self = Self { marked, wanted, sort, ..Self::new(folder) };
    }

    /// Marks the chosen file, or takes its mark away, and goes on to the next line.
    pub(super) fn mark(&mut self) {
        let Some(entry) = self.chosen() else { return };
        match entry.kind {
            EntryKind::Media(_) => {
                let path = self.folder.join(&entry.name);
                if !self.marked.remove(&path) {
                    self.marked.insert(path);
                }
            }
            EntryKind::Folder => {}
            EntryKind::Other => {
                self.refused = true;
                return;
            }
        }
        self.chosen = (self.chosen + 1).min(self.last());
    }

    pub(super) fn next_kind(&mut self) {
        self.wanted = self.wanted.next();
        self.look();
    }

    pub(super) fn next_order(&mut self) {
        self.sort = match self.sort {
            Sort::Name => Sort::Newest,
            Sort::Newest => Sort::Largest,
            Sort::Largest => Sort::Name,
        };
        self.look();
    }
}
