//! Words from outside: pasted text as it was copied, and paths as the files that they mean.

use std::path::{Path, PathBuf};

/// Terminals send the ends of pasted lines as the Enter key does; they become what they were.
pub(super) fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The file that a path means to a person who is in this folder; an address stays one. Whether it
/// exists is not asked here; the link says so for each file.
pub(super) fn file(word: &str, home: Option<&Path>, folder: &Path) -> PathBuf {
    if word.contains("://") {
        return PathBuf::from(word);
    }
    // A `.` in it means nothing; joined to a path from the root, the folder does not either.
    folder.join(at_home(word, home)).components().collect()
}

/// `~` as the folder that it means.
fn at_home(word: &str, home: Option<&Path>) -> PathBuf {
    match (word.strip_prefix('~'), home) {
        (Some(""), Some(home)) => home.to_owned(),
        (Some(rest), Some(home)) if rest.starts_with('/') => home.join(&rest[1..]),
        _ => PathBuf::from(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_taken_from_the_folder_unless_it_begins_at_the_root_or_at_home() {
        let (home, folder) = (Path::new("/home/me"), Path::new("/films"));
        for (word, expected) in [
            ("a.jpg", "/films/a.jpg"),
            ("./b/a.jpg", "/films/b/a.jpg"),
            ("../a.jpg", "/films/../a.jpg"),
            ("/tmp/a.jpg", "/tmp/a.jpg"),
            ("~/a.jpg", "/home/me/a.jpg"),
            ("~", "/home/me"),
            ("https://example.com/a.jpg", "https://example.com/a.jpg"),
            ("~you/a.jpg", "/films/~you/a.jpg"),
        ] {
            assert_eq!(file(word, Some(home), folder), Path::new(expected), "{word}");
        }
    }

    #[test]
    fn every_way_to_end_a_line_is_one() {
        assert_eq!(with_line_feeds("a\r\nb\rc\nd\r"), "a\nb\nc\nd\n");
    }
}
