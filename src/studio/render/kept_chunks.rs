//! Finished chunks of picture, kept between renders under a name that tells what is in them.
//!
//! The name is a hash of all that determines the pixels: what ffmpeg is told, the fingerprints of
//! the files that it reads, and which ffmpeg it is. So a render that was interrupted, or the next
//! one of a film that is nearly the same, takes up what is there. A chunk appears here by one hard
//! link, whole or not at all, and is used through another one: the folder may be deleted at any time,
//! also by another program in the middle of a render. Where links cannot be had, files are copied.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};

/// Goes up when the same recipe is to give other pixels.
const VERSION: u32 = 2;
/// Where sources lie that were made here.
const ANIMATIONS: &str = "animations";
const BACKGROUNDS: &str = "backgrounds";
/// A chunk that nobody has used for this long goes.
const KEPT_FOR: Duration = Duration::from_secs(3 * 24 * 60 * 60);
/// Beyond this many bytes, what was used longest ago goes.
const MOST_BYTES: u64 = 1_000_000_000;
/// The same for small pictures, which are only for looking.
const MOST_SMALL: u64 = 600_000_000;
/// The same for music, moving pictures in another form, and backgrounds, which are made anew in a second.
const MOST_QUICK: u64 = 300_000_000;

/// Names what a chunk shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key(String);

/// The folder of finished chunks.
#[derive(Debug, Clone)]
pub(super) struct KeptChunks {
    folder: PathBuf,
    ending: &'static str,
    most_bytes: u64,
}

impl Key {
    /// The name of what is made from words and files. `own` is the render's own folder, whose files go with it
    /// and are known by what is in them.
    ///
    /// # Errors
    /// When a file that it reads is not there; then there is nothing to make either.
    pub(super) fn of<'a>(
        words: impl Iterator<Item = &'a str>,
        files: impl Iterator<Item = &'a Path>,
        own: &Path,
        ffmpeg: &str,
    ) -> io::Result<Self> {
        let mut digest = Sha256::new();
        let mut add = |part: &str| {
            digest.update(part.len().to_le_bytes());
            digest.update(part);
        };
        add(&format!("{VERSION} {} {ffmpeg}", env!("CARGO_PKG_VERSION")));
        words.for_each(&mut add);
        for path in files {
            add(&fingerprint(path, own)?);
        }
        Ok(Self(hexadecimal(&digest.finalize())))
    }
}

fn fingerprint(path: &Path, own: &Path) -> io::Result<String> {
    if path.starts_with(own) {
        return Ok(hexadecimal(&Sha256::digest(fs::read(path)?)));
    }
    let facts = fs::metadata(path)?;
    if is_kept_source(path) {
        // It is named by what is in it; when it was changed says only when it was used.
        return Ok(path.display().to_string());
    }
    let changed = facts.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(format!("{} {} {}", path.display(), facts.len(), changed.as_nanos()))
}

/// Whether a file is a source that was made here, under a name that tells what is in it.
fn is_kept_source(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let is_hash = name.len() == 64 && name.bytes().all(|letter| letter.is_ascii_hexdigit());
    is_hash && folder.is_some_and(|folder| folder == ANIMATIONS || folder == BACKGROUNDS)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl KeptChunks {
    /// The folder below `scratch`, made if need be.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn open(scratch: &Path) -> io::Result<Self> {
        Self::open_folder(scratch.join("chunks"), "mp4", MOST_BYTES)
    }

    /// The same for finished films and their sound.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn open_films(scratch: &Path) -> io::Result<Self> {
        Self::open_folder(scratch.join("films"), "mp4", MOST_BYTES)
    }

    /// The same for the small pictures of chunks.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn open_reels(scratch: &Path) -> io::Result<Self> {
        Self::open_folder(scratch.join("reels"), "reel", MOST_SMALL)
    }

    /// The same for music made on the spot.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn open_music(scratch: &Path) -> io::Result<Self> {
        Self::open_folder(scratch.join("music"), "wav", MOST_QUICK)
    }

    /// The same for moving pictures in a form that ffmpeg reads.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn open_animations(scratch: &Path) -> io::Result<Self> {
        Self::open_folder(scratch.join(ANIMATIONS), "apng", MOST_QUICK)
    }

    /// The same for backgrounds.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn open_backgrounds(scratch: &Path) -> io::Result<Self> {
        Self::open_folder(scratch.join(BACKGROUNDS), "png", MOST_QUICK)
    }

    fn open_folder(folder: PathBuf, ending: &'static str, most_bytes: u64) -> io::Result<Self> {
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, ending, most_bytes })
    }

    /// What is kept, to be read; it counts as used.
    pub(super) fn read(&self, key: &Key) -> Option<File> {
        let file = File::open(self.path(key)).ok()?;
        let _ = file.set_modified(SystemTime::now());
        Some(file)
    }

    /// A file to be written, and kept when it is whole.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn begin(&self) -> io::Result<tempfile::NamedTempFile> {
        tempfile::NamedTempFile::new_in(&self.folder)
    }

    /// Keeps a file that was begun here.
    ///
    /// # Errors
    /// When it cannot be given its name.
    pub(super) fn keep_begun(&self, key: &Key, made: tempfile::NamedTempFile) -> io::Result<()> {
        made.persist(self.path(key)).map(drop).map_err(|refused| refused.error)
    }

    /// Counts as used now, if it is there; whether it is.
    pub(super) fn touch(&self, key: &Key) -> bool {
        self.read(key).is_some()
    }

    /// Whether something is there.
    pub(super) fn has(&self, key: &Key) -> bool {
        self.path(key).exists()
    }

    /// How large something that is kept is; none where it is not there.
    pub(super) fn bytes(&self, key: &Key) -> Option<u64> {
        Some(self.path(key).metadata().ok()?.len())
    }

    /// Copies what is kept; the copy is nobody else's.
    ///
    /// # Errors
    /// When it is not there or cannot be read or written.
    pub(super) fn copy_to(&self, key: &Key, target: &Path) -> io::Result<()> {
        let kept = File::open(self.path(key))?;
        let _ = kept.set_modified(SystemTime::now());
        fs::write(target, [])?;
        io::copy(&mut &kept, &mut File::options().write(true).open(target)?).map(drop)
    }

    /// Keeps a copy of a finished file. Where that fails, that is all.
    pub(super) fn keep_copy(&self, key: &Key, made: &Path) {
        let copied = tempfile::NamedTempFile::new_in(&self.folder).and_then(|beside| {
            fs::copy(made, beside.path())?;
            beside.persist(self.path(key)).map(drop).map_err(|refused| refused.error)
        });
        if let Err(error) = copied {
            tracing::warn!(%error, "a finished film was not kept");
        }
    }

    /// Puts a finished chunk at `target`; tells whether there is one.
    pub(super) fn take(&self, key: &Key, target: &Path) -> bool {
        let kept = self.path(key);
        if link_or_copy(&kept, target).is_err() {
            return false;
        }
        // How long ago it was used decides how long it stays.
        if let Ok(file) = File::open(&kept) {
            let _ = file.set_modified(SystemTime::now());
        }
        true
    }

    /// Keeps a finished chunk. Where that fails, the next render makes it again, and that is all.
    pub(super) fn keep(&self, key: &Key, made: &Path) {
        match link_or_copy(made, &self.path(key)) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => tracing::warn!(%error, "a finished chunk was not kept"),
        }
    }

    /// A chunk that turned out to be of no use.
    pub(super) fn forget(&self, key: &Key) {
        let _ = fs::remove_file(self.path(key));
    }

    /// Removes what has not been used for long, and what is too much.
    pub(super) fn sweep(&self) {
        self.sweep_to(self.most_bytes, KEPT_FOR);
    }

    fn sweep_to(&self, most: u64, kept_for: Duration) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let used = |entry: fs::DirEntry| {
            let facts = entry.metadata().ok()?;
            let age = facts.modified().ok()?.elapsed().unwrap_or_default();
            Some((age, facts.len(), entry.path()))
        };
        let mut files: Vec<_> = entries.flatten().filter_map(used).collect();
        files.sort();
        let mut bytes = 0;
        for (age, length, path) in files {
            bytes += length;
            if bytes > most || age > kept_for {
                let _ = fs::remove_file(path);
            }
        }
    }

    /// Where something is kept, or will be.
    pub(super) fn path(&self, key: &Key) -> PathBuf {
        self.folder.join(format!("{}.{}", key.0, self.ending))
    }
}

/// The same file under another name, which must be free; where the file system knows no links, a
/// copy that appears when it is whole.
fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if !matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotFound) => {
            let folder = to.parent().unwrap_or(Path::new("."));
            let beside = tempfile::NamedTempFile::new_in(folder)?;
            fs::copy(from, beside.path())?;
            beside.persist_noclobber(to).map(drop).map_err(|refused| refused.error)
        }
        linked => linked,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(scratch: &Path) -> KeptChunks {
        KeptChunks::open(scratch).expect("a folder")
    }

    fn key(name: &str) -> Key {
        Key(name.to_owned())
    }

    fn files(kept: &KeptChunks) -> Vec<String> {
        let names = fs::read_dir(&kept.folder).expect("a folder");
        let name =
            |entry: io::Result<fs::DirEntry>| entry.expect("an entry").file_name().into_string();
        let mut names: Vec<String> = names.map(|entry| name(entry).expect("text")).collect();
        names.sort();
        names
    }

    #[test]
    fn a_chunk_in_use_survives_the_end_of_the_folder() {
        let scratch = tempfile::tempdir().expect("a folder");
        let kept = kept(scratch.path());
        let (made, used) = (scratch.path().join("made"), scratch.path().join("used"));
        fs::write(&made, "pixels").expect("written");
        assert!(!kept.take(&key("a"), &used), "nothing is there yet");
        kept.keep(&key("a"), &made);
        kept.keep(&key("a"), &made);
        assert!(kept.take(&key("a"), &used));
        fs::remove_dir_all(&kept.folder).expect("removed");
        assert_eq!(fs::read(&used).expect("there"), b"pixels");
        assert!(!kept.take(&key("a"), &scratch.path().join("again")));
    }

    #[test]
    fn what_is_too_old_or_too_much_goes_the_longest_unused_first() {
        let scratch = tempfile::tempdir().expect("a folder");
        let kept = kept(scratch.path());
        for (name, hours) in [("new", 0), ("older", 2), ("oldest", 200)] {
            let path = kept.folder.join(name);
            fs::write(&path, [0; 10]).expect("written");
            let then = SystemTime::now() - Duration::from_secs(hours * 3600);
            File::open(&path).expect("there").set_modified(then).expect("set");
        }
        kept.sweep();
        assert_eq!(files(&kept), ["new", "older"]);
        kept.sweep_to(15, KEPT_FOR);
        assert_eq!(files(&kept), ["new"]);
    }

    #[test]
    fn a_source_made_here_is_the_same_however_lately_it_was_used() {
        let scratch = tempfile::tempdir().expect("a folder");
        let made = KeptChunks::open_backgrounds(scratch.path()).expect("a folder");
        let name = key(&"a".repeat(64));
        let of = |path: &Path| Key::of([].into_iter(), [path].into_iter(), Path::new("\0"), "");
        let other = scratch.path().join("other.png");
        for path in [&made.path(&name), &other] {
            fs::write(path, "pixels").expect("written");
            let long_ago = SystemTime::now() - Duration::from_secs(60);
            File::open(path).expect("there").set_modified(long_ago).expect("set");
        }
        let before = [&made.path(&name), &other].map(|path| of(path).expect("a key"));
        assert!(made.touch(&name));
        File::open(&other).expect("there").set_modified(SystemTime::now()).expect("set");
        assert_eq!(of(&made.path(&name)).expect("a key"), before[0]);
        assert_ne!(of(&other).expect("a key"), before[1], "somebody wrote it anew");
    }
}
