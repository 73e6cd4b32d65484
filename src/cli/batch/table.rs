//! A row of the table, whichever form the table has.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::language::{Detail, Problem};

/// One film.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// What lines and events call it.
    pub name: String,
    /// Where it stands: `table.csv:3`.
    pub place: String,
    pub files: Vec<PathBuf>,
    pub prompts: Vec<String>,
    pub export: Option<PathBuf>,
    pub profile: Option<String>,
    pub backend: Option<String>,
}

impl Row {
    /// What the row says, as a name that no other content has. Its place in the table does not count:
    /// rows may be moved.
    pub fn key(&self) -> String {
        let said = format!(
            "{:?}",
            (&self.name, &self.files, &self.prompts, &self.export, &self.profile, &self.backend)
        );
        Sha256::digest(said.as_bytes()).iter().take(16).fold(String::new(), |mut key, byte| {
            let _ = write!(key, "{byte:02x}");
            key
        })
    }
}

/// Cells and values as they were written, before they are judged.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub line: usize,
    pub name: Option<String>,
    pub files: Vec<String>,
    pub prompts: Vec<String>,
    pub export: Option<String>,
    pub profile: Option<String>,
    pub backend: Option<String>,
}

/// Judges the rows together: each says something, and no two have one name or write one file.
///
/// # Errors
/// Everything that is wrong, in the table's order.
pub(super) fn rows(table: &Path, written: Vec<Written>) -> Result<Vec<Row>, Vec<Problem>> {
    if written.is_empty() {
        return Err(vec![bad(table, 1, Detail::new("the table has no rows", "表格没有行"))]);
    }
    let folder = std::path::absolute(table).unwrap_or_else(|_| table.to_path_buf());
    let folder = folder.parent().unwrap_or(Path::new(".")).to_path_buf();
    let mut rows: Vec<Row> = Vec::with_capacity(written.len());
    let mut wrong = Vec::new();
    for (place, row) in written.into_iter().enumerate() {
        let line = row.line;
        let judged =
            judge(table, &folder, place + 1, row).and_then(|row| match clash(&row, &rows) {
                Some(what) => Err(bad(table, line, what)),
                None => Ok(row),
            });
        match judged {
            Ok(row) => rows.push(row),
            Err(problem) => wrong.push(problem),
        }
    }
    if wrong.is_empty() { Ok(rows) } else { Err(wrong) }
}

/// What a row has in common with one before it and must not.
fn clash(row: &Row, before: &[Row]) -> Option<Detail> {
    if let Some(same) = before.iter().find(|known| known.name == row.name) {
        let (name, place) = (&row.name, &same.place);
        return Some(Detail::new(
            format!("the row at {place} is called {name}, too; give one of them another name"),
            format!("{place} 也叫 {name}；请为其中一行另取 name"),
        ));
    }
    let is_same = |known: &&Row| known.export.is_some() && known.export == row.export;
    let same = before.iter().find(is_same)?;
    Some(Detail::new(
        format!("{} writes the same file as {}", row.name, same.place),
        format!("{} 与 {} 写入同一个文件", row.name, same.place),
    ))
}

fn judge(table: &Path, folder: &Path, number: usize, row: Written) -> Result<Row, Problem> {
    let filled = |word: Option<String>| word.filter(|word| !word.trim().is_empty());
    let (export, line) = (filled(row.export), row.line);
    if row.files.is_empty() && row.prompts.is_empty() && export.is_none() {
        let detail = Detail::new(
            "a row needs files, prompt or export",
            "每一行至少要有 files、prompt 或 export",
        );
        return Err(bad(table, line, detail));
    }
    if row.files.is_empty() && row.prompts.is_empty() {
        let detail = Detail::new(
            "there is nothing to export without files or prompt",
            "没有 files 或 prompt，就没有可导出的内容",
        );
        return Err(bad(table, line, detail));
    }
    let export = export.map(|path| place(folder, &path));
    let named = export.as_ref().and_then(|path| path.file_stem());
    let named = named.map(|stem| stem.to_string_lossy().into_owned());
    let name = filled(row.name).or(named).unwrap_or_else(|| format!("row {number}"));
    Ok(Row {
        name: name.trim().to_owned(),
        place: format!("{}:{line}", table.display()),
        files: row.files.iter().map(|path| place(folder, path)).collect(),
        prompts: row.prompts,
        export,
        profile: filled(row.profile),
        backend: filled(row.backend),
    })
}

/// Paths begin at the table's folder, so that a table means the same wherever it is run.
fn place(folder: &Path, path: &str) -> PathBuf {
    let path = path.trim();
    if path.starts_with("http://") || path.starts_with("https://") {
        return PathBuf::from(path);
    }
    if let (Some(rest), Some(home)) = (path.strip_prefix("~/"), std::env::home_dir()) {
        return home.join(rest);
    }
    folder.join(path)
}

/// A problem of the table, with its place.
pub(super) fn bad(table: &Path, line: usize, what: Detail) -> Problem {
    Problem::BadUsage { detail: what.at(format!("{}:{line}", table.display()).as_str()) }
}
