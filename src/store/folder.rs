//! What a folder of the disk holds, for somebody who looks for media.

use std::ffi::OsString;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::language::Problem;

pub use crate::api::wire::{FileType, MediaKind};

/// More entries than these are not looked at.
const MOST: usize = 20_000;

/// What a folder holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// What is in it: folders first, each part by name.
    pub entries: Vec<FolderEntry>,
    /// There is more than was looked at.
    pub is_cut: bool,
}

/// One of the things in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderEntry {
    /// As the disk has it; it need not be text.
    pub name: OsString,
    /// What it is.
    pub kind: EntryKind,
    /// Its size; 0 for a folder.
    pub bytes: u64,
    /// When it was last changed, in milliseconds since 1970.
    pub changed_at: i64,
}

/// What a thing in a folder is, by its name's ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A folder.
    Folder,
    /// A file that can be added.
    Media(MediaKind),
    /// Any other file.
    Other,
}

/// Looks into a folder. Links are followed; what cannot be looked at is left out.
///
/// # Errors
/// When there is no such folder, or it may not be read.
pub fn read_folder(path: &Path) -> Result<Folder, Problem> {
    let told = |error: io::Error| {
        let (shown, reason) = (path.display().to_string(), error.to_string());
        match error.kind() {
            io::ErrorKind::NotFound => Problem::FileMissing { path: shown },
            _ => Problem::FileUnreadable { path: shown, reason },
        }
    };
    let mut all = fs::read_dir(path).map_err(told)?;
    let mut entries: Vec<FolderEntry> =
        all.by_ref().take(MOST).filter_map(|entry| look_at(&entry.ok()?)).collect();
    entries.sort_by_cached_key(|entry| {
        (entry.kind != EntryKind::Folder, entry.name.to_string_lossy().to_lowercase())
    });
    Ok(Folder { path: path.to_owned(), entries, is_cut: all.next().is_some() })
}

fn look_at(entry: &DirEntry) -> Option<FolderEntry> {
    let facts = fs::metadata(entry.path()).ok()?;
    let name = entry.file_name();
    let kind = if facts.is_dir() {
        EntryKind::Folder
    } else if !facts.is_file() {
        return None;
    } else {
        let known = FileType::of_name(&name.to_string_lossy());
        known.map_or(EntryKind::Other, |known| EntryKind::Media(known.kind()))
    };
    let since = facts.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let changed_at = since.and_then(|since| i64::try_from(since.as_millis()).ok()).unwrap_or(0);
    let bytes = if facts.is_dir() { 0 } else { facts.len() };
    Some(FolderEntry { name, kind, bytes, changed_at })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_first_and_each_file_tells_what_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("zoo")).expect("a folder");
        for (name, text) in [("b.MP4", "four"), ("a.jpeg", "x"), ("notes.txt", "")] {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        let read = read_folder(folder.path()).expect("it is there");
        let told: Vec<_> = read
            .entries
            .iter()
            .map(|entry| (entry.name.to_str().expect("text"), entry.kind, entry.bytes))
            .collect();
        let expected = [
            ("zoo", EntryKind::Folder, 0),
            ("a.jpeg", EntryKind::Media(MediaKind::Image), 1),
            ("b.MP4", EntryKind::Media(MediaKind::Video), 4),
            ("notes.txt", EntryKind::Other, 0),
        ];
        assert_eq!(told, expected);
        assert!(!read.is_cut);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told_as_that() {
        let folder = tempfile::tempdir().expect("a folder");
        let told = read_folder(&folder.path().join("gone"));
        assert!(matches!(told, Err(Problem::FileMissing { .. })), "{told:?}");
        fs::write(folder.path().join("file"), "").expect("a file");
        let told = read_folder(&folder.path().join("file"));
        assert!(matches!(told, Err(Problem::FileUnreadable { .. })), "{told:?}");
    }
}
