//! Pasted text: files to add, or words.

use std::path::{Path, PathBuf};

use crate::language;

/// The files of a pasted text, if every word of it is the path of one. Whether they exist is not
/// asked here; the link says so for each file.
pub(super) fn paths(text: &str, home: Option<&Path>) -> Option<Vec<PathBuf>> {
    let words = language::words_as_paths(text)?;
    Some(words.iter().map(|word| at_home(word, home)).collect())
}

/// `~/` as the folder that it means.
pub(super) fn at_home(word: &str, home: Option<&Path>) -> PathBuf {
    match (word.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dropped_files_are_paths_and_sentences_are_not() {
        let home = Path::new("/home/me");
        for (text, expected) in [
            ("'/tmp/my film.mp4' /tmp/a\\ b.jpg\n", Some(vec!["/tmp/my film.mp4", "/tmp/a b.jpg"])),
            ("file:///tmp/a%20b.png\n/tmp/c.mov", Some(vec!["/tmp/a b.png", "/tmp/c.mov"])),
            ("~/Videos/a.mp4", Some(vec!["/home/me/Videos/a.mp4"])),
            ("make a film of /tmp/a.mp4", None),
        ] {
            let expected = expected.map(|paths| paths.into_iter().map(PathBuf::from).collect());
            assert_eq!(paths(text, Some(home)), expected, "{text}");
        }
    }
}
