//! Which actions need not be hinted at any more: their names, a line each, in a small file beside the
//! sessions. It can be deleted; then the hints come back.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// The names in the file; none where it is not there or cannot be read.
#[must_use]
pub fn used(path: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Adds names to those in the file; another program may have added its own meanwhile. Blocks.
///
/// # Errors
/// When the file cannot be written.
pub fn keep_used(path: &Path, names: &[String]) -> io::Result<()> {
    let mut all = used(path);
    all.extend(names.iter().cloned());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let lines: String = all.iter().map(|name| format!("{name}\n")).collect();
    fs::write(path, lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_beside_those_of_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("below/hints");
        assert!(used(&path).is_empty());
        keep_used(&path, &["a.b".into()]).expect("kept");
        keep_used(&path, &["c.d".into(), "a.b".into()]).expect("kept");
        assert_eq!(used(&path).into_iter().collect::<Vec<_>>(), ["a.b", "c.d"]);
    }
}
