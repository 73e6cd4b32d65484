//! Writing one setting into the user's own file: the choice of a backend, or of a theme.
//!
//! Only that value changes; comments, order and layout stay as the user wrote them. The file is
//! written beside and renamed, so that it is never half there; where it is a link, as people have who
//! keep their settings elsewhere, the file that it names is replaced and the link stays.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item, TableLike, Value};

use crate::language::{Detail, Problem};

/// Why a choice was not kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The file holds something else than settings.
    #[error("{path} holds no settings", path = path.display())]
    NoSettings {
        /// Which.
        path: PathBuf,
    },
    /// The file cannot be read or written.
    #[error("{path} cannot be written: {source}", path = path.display())]
    NotWritable {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

impl KeepError {
    /// The same, as far as a person can act on it.
    #[must_use]
    pub fn to_problem(&self) -> Problem {
        match self {
            Self::NoSettings { path } => {
                let path = path.display();
                let detail = Detail::new(
                    format!("{path} holds no settings"),
                    format!("{path} 不是设置文件"),
                );
                Problem::BadSetting { detail }
            }
            Self::NotWritable { path, source } => {
                let path = path.display().to_string();
                Problem::NotWritable { path, reason: source.kind().to_string() }
            }
        }
    }
}

/// Writes `[general] backend` into the settings file, which is made where there is none. Blocks.
///
/// # Errors
/// [`KeepError`]; the file is as it was then.
pub fn keep_backend(path: &Path, backend: &str) -> Result<(), KeepError> {
    keep(path, "general", "backend", backend)
}

/// Writes `[screen] theme` into the settings file, which is made where there is none. Blocks.
///
/// # Errors
/// [`KeepError`]; the file is as it was then.
pub fn keep_theme(path: &Path, theme: &str) -> Result<(), KeepError> {
    keep(path, "screen", "theme", theme)
}

fn keep(path: &Path, section: &str, key: &str, word: &str) -> Result<(), KeepError> {
    let failed = |source| KeepError::NotWritable { path: path.to_path_buf(), source };
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let text = match fs::read_to_string(&real) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(error)),
    };
    let changed = with(&text, section, key, word);
    let changed = changed.ok_or_else(|| KeepError::NoSettings { path: path.to_path_buf() })?;
    if changed == text {
        return Ok(());
    }
    replace(&real, &changed).map_err(failed)
}

/// The text with this one value changed; `None` where it is no TOML or the section is none.
fn with(text: &str, section: &str, key: &str, word: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let general = document.entry(section).or_insert_with(toml_edit::table);
    put(general.as_table_like_mut()?, key, word);
    Some(document.to_string())
}

/// Puts a value; the spaces and the comment around the one before stay.
fn put(table: &mut dyn TableLike, key: &str, word: &str) {
    let mut value = Value::from(word);
    if let Some(before) = table.get(key).and_then(Item::as_value) {
        *value.decor_mut() = before.decor().clone();
    }
    match table.get_mut(key) {
        Some(item) => *item = Item::Value(value),
        None => drop(table.insert(key, Item::Value(value))),
    }
}

/// Writes beside and renames. A new file is as readable as the one it replaces.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let part = folder.join(format!(".{}.part", uuid::Uuid::new_v4().simple()));
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&part)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| match fs::metadata(path) {
            Ok(before) => fs::set_permissions(&part, before.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_backend(text: &str, backend: &str) -> Option<String> {
        with(text, "general", "backend", backend)
    }

    #[test]
    fn one_value_changes_and_everything_else_stays_to_the_letter() {
        let commented = "# mine\n[output]\ndir = '/films'   # the big disk\n\n[general]\n\
             profile = \"video-maker\"\nbackend   =  'studio'  # no network here\n# the end\n";
        for (before, after) in [
            ("", "[general]\nbackend = \"cloud\"\n".to_owned()),
            ("# only words\n", "[general]\nbackend = \"cloud\"\n# only words\n".to_owned()),
            (commented, commented.replace("'studio'", "\"cloud\"")),
            (
                "[general]\n# backend = \"…\"\n\n[timing]\nscale = 1.0\n",
                "[general]\nbackend = \"cloud\"\n# backend = \"…\"\n\n[timing]\nscale = 1.0\n"
                    .to_owned(),
            ),
            (
                "general = { language = \"en\" }\n",
                "general = { language = \"en\" , backend = \"cloud\" }\n".to_owned(),
            ),
        ] {
            let changed = with_backend(before, "cloud").expect("settings");
            assert_eq!(changed, after, "{before:?}");
            assert_eq!(with_backend(&changed, "cloud"), Some(after), "twice is once");
        }
        assert_eq!(with_backend("general = 5", "cloud"), None);
        assert_eq!(with_backend("[general", "cloud"), None);
    }

    #[test]
    fn the_file_is_made_and_a_link_to_it_stays_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = folder.path().join("dotfiles/config.toml");
        keep_backend(&kept, "studio").expect("made");
        let link = folder.path().join("config.toml");
        std::os::unix::fs::symlink(&kept, &link).expect("linked");
        keep_backend(&link, "cloud").expect("kept");
        assert_eq!(fs::read_to_string(&kept).expect("a file"), "[general]\nbackend = \"cloud\"\n");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read_dir(kept.parent().expect("a folder")).expect("read").count(), 1);
    }

    #[test]
    fn where_it_cannot_be_written_the_file_is_left_as_it_is_and_the_reason_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let blocked = folder.path().join("file");
        fs::write(&blocked, "[general").expect("ours");
        let broken = keep_backend(&blocked, "cloud").expect_err("not TOML");
        assert!(matches!(broken.to_problem(), Problem::BadSetting { .. }), "{broken}");
        let below = keep_backend(&blocked.join("config.toml"), "cloud").expect_err("no folder");
        assert!(matches!(below.to_problem(), Problem::NotWritable { .. }), "{below}");
        assert_eq!(fs::read_to_string(&blocked).expect("there"), "[general");
    }
}
