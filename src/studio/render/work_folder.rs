//! The folder that a render works in, and the film beside its final place while it is unfinished.
//!
//! Both go when the render ends, however it ends. A render that is killed cannot take them along, so
//! each holds a lock of the system's own for as long as it lives, and the next render removes what
//! nobody holds any more.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempDir};

const FOLDER: &str = "render-";
/// Its name within the folder.
const HELD: &str = "held";
const FILM: (&str, &str) = (".cutroom-", ".mp4.part");

/// So often an abandoned thing is made anew, where another program removed it at its birth.
const TRIES: u32 = 5;

/// A folder of one render's own.
pub(super) struct WorkFolder {
    folder: TempDir,
    /// The lock goes with it.
    _held: File,
}

impl WorkFolder {
    /// Makes one below `scratch`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn make(scratch: &Path) -> io::Result<Self> {
        for _ in 0..TRIES {
            let folder = tempfile::Builder::new().prefix(FOLDER).tempdir_in(scratch)?;
            let path = folder.path().join(HELD);
            let made = OpenOptions::new().write(true).create_new(true).open(&path);
            let held = match made {
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                made => made?,
            };
            if is_ours(&held, &path) {
                return Ok(Self { folder, _held: held });
            }
        }
        Err(io::Error::other("the folder is removed again and again"))
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Begins the film beside its place, with what the user's mask leaves of it, as for any file that is
/// simply created.
///
/// # Errors
/// When the folder cannot be written.
pub(super) fn begin_film(output: &Path) -> io::Result<NamedTempFile> {
    let folder = folder_of(output);
    sweep_films(folder);
    for _ in 0..TRIES {
        let film = tempfile::Builder::new()
            .prefix(FILM.0)
            .suffix(FILM.1)
            .permissions(Permissions::from_mode(0o666))
            .tempfile_in(folder)?;
        if is_ours(film.as_file(), film.path()) {
            return Ok(film);
        }
    }
    Err(io::Error::other("the unfinished film is removed again and again"))
}

fn folder_of(output: &Path) -> &Path {
    output.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Takes the lock; whether the file is still there then. Where locks cannot be had, nothing is ever
/// removed, and the file is as good as locked.
fn is_ours(file: &File, path: &Path) -> bool {
    let _ = file.try_lock();
    path.exists()
}

/// Removes the folders of renders that were killed, and music and moving pictures where releases before this one kept
/// them, without bounds.
pub(super) fn sweep(scratch: &Path) {
    for (begin, end) in [("music-", ".wav"), ("", ".apng")] {
        for left in named(scratch, begin, end) {
            let _ = fs::remove_file(left);
        }
    }
    for folder in named(scratch, FOLDER, "") {
        if is_abandoned(&folder.join(HELD)) {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Removes the unfinished films of renders that were killed.
pub(super) fn sweep_films(folder: &Path) {
    for film in named(folder, FILM.0, FILM.1) {
        if is_abandoned(&film) {
            let _ = fs::remove_file(film);
        }
    }
}

fn is_abandoned(held: &Path) -> bool {
    File::open(held).is_ok_and(|file| file.try_lock().is_ok())
}

fn named(folder: &Path, begin: &str, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let fits = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(begin) && name.ends_with(end))
    };
    entries.map(|entry| entry.path()).filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_render_left_goes_and_what_is_in_use_stays() {
        let scratch = tempfile::tempdir().expect("a folder");
        let output = scratch.path().join("film.mp4");
        let killed = scratch.path().join("render-dead");
        fs::create_dir(&killed).expect("made");
        fs::write(killed.join(HELD), "").expect("written");
        for kept_by_older in ["music-calm-1-2000.wav", "abc.apng"] {
            fs::write(scratch.path().join(kept_by_older), "old").expect("written");
        }
        let half = scratch.path().join(".cutroom-dead.mp4.part");
        fs::write(&half, "half").expect("written");
        let alive = WorkFolder::make(scratch.path()).expect("a folder");
        sweep(scratch.path());
        let first = begin_film(&output).expect("a film");
        let second = begin_film(&output).expect("a film");
        assert!(!killed.exists() && !half.exists());
        assert!(!scratch.path().join("abc.apng").exists());
        assert!(alive.path().exists() && first.path().exists() && second.path().exists());
    }
}
