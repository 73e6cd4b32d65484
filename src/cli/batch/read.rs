//! The two forms of a table: TOML, where each film is a `[[row]]`, and CSV with a header.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use crate::language::{Detail, Problem};

use super::table::{self, Row, Written, bad};

const COLUMNS: &str = "name, files, prompt, export, profile, backend";

/// Reads and checks a table.
///
/// # Errors
/// Everything that is wrong with its rows, or why they cannot be read.
pub(super) fn read(path: &Path) -> Result<Vec<Row>, Vec<Problem>> {
    table::rows(path, written(path).map_err(|problem| vec![problem])?)
}

fn written(path: &Path) -> Result<Vec<Written>, Problem> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        let (shown, reason) = (path.display().to_string(), error.to_string());
        match error.kind() {
            std::io::ErrorKind::NotFound => Problem::FileMissing { path: shown },
            _ => Problem::FileUnreadable { path: shown, reason },
        }
    })?;
    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
    match ending.as_deref().and_then(|ending| ending.to_str()) {
        Some("toml") => of_toml(path, &text),
        Some("csv") => of_csv(path, &text),
        _ => {
            let what =
                Detail::new("a table is a .toml or a .csv file", "表格应为 .toml 或 .csv 文件");
            Err(bad(path, 1, what))
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default)]
    row: Vec<Spanned<Entry>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: Option<String>,
    files: Option<OneOrMore>,
    prompt: Option<OneOrMore>,
    export: Option<String>,
    profile: Option<String>,
    backend: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected a text or a list of texts")]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn all(found: Option<Self>) -> Vec<String> {
        let all = match found {
            None => Vec::new(),
            Some(Self::One(word)) => vec![word],
            Some(Self::More(words)) => words,
        };
        all.into_iter().filter(|word| !word.trim().is_empty()).collect()
    }
}

fn of_toml(path: &Path, text: &str) -> Result<Vec<Written>, Problem> {
    let line_of = |at: usize| text.get(..at).unwrap_or_default().matches('\n').count() + 1;
    let document: Document = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(span.start));
        let what = error.message();
        let detail = Detail::new(
            format!("{what}; each film is a [[row]] with {COLUMNS}"),
            format!("无法解析（{what}）；每部影片是一个 [[row]]，其中有 {COLUMNS}"),
        );
        bad(path, line, detail)
    })?;
    let written = |entry: Spanned<Entry>| {
        let line = line_of(entry.span().start);
        let entry = entry.into_inner();
        Written {
            line,
            name: entry.name,
            files: OneOrMore::all(entry.files),
            prompts: OneOrMore::all(entry.prompt),
            export: entry.export,
            profile: entry.profile,
            backend: entry.backend,
        }
    };
    Ok(document.row.into_iter().map(written).collect())
}

/// Files are parted by `;`, prompts by line breaks; both columns may also stand several times.
fn of_csv(path: &Path, text: &str) -> Result<Vec<Written>, Problem> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| unreadable(path, &error))?.clone();
    let known: Vec<&str> = COLUMNS.split(", ").collect();
    if let Some(column) = header.iter().find(|column| !known.contains(column)) {
        let what = Detail::new(
            format!("there is no column {column:?}; the columns are {COLUMNS}"),
            format!("没有名为 {column:?} 的列；可用的列有 {COLUMNS}"),
        );
        return Err(bad(path, 1, what));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(path, &error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let mut row = Written { line: usize::try_from(line).unwrap_or(0), ..Written::default() };
        for (column, cell) in header.iter().zip(&record).filter(|(_, cell)| !cell.is_empty()) {
            let parts = |by: char| {
                let parts = cell.split(by).map(str::trim).filter(|part| !part.is_empty());
                parts.map(str::to_owned).collect::<Vec<_>>()
            };
            match column {
                "files" => row.files.extend(parts(';')),
                "prompt" => row.prompts.extend(parts('\n')),
                "name" => row.name = Some(cell.to_owned()),
                "export" => row.export = Some(cell.to_owned()),
                "profile" => row.profile = Some(cell.to_owned()),
                _ => row.backend = Some(cell.to_owned()),
            }
        }
        rows.push(row);
    }
    Ok(rows)
}

fn unreadable(path: &Path, error: &csv::Error) -> Problem {
    let line = error.position().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
    let what = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => Detail::new(
            format!("the row has {len} cells, the header {expected_len}"),
            format!("这一行有 {len} 格，表头有 {expected_len} 格"),
        ),
        _ => Detail::untold(error),
    };
    bad(path, line, what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn table(name: &str, text: &str) -> Result<Vec<Row>, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the table");
        let told = |problem: &Problem| match problem {
            Problem::BadUsage { detail } => {
                detail.told(Language::English).replace(&format!("{}/", folder.path().display()), "")
            }
            other => format!("{other:?}"),
        };
        read(&path).map_err(|wrong| wrong.iter().map(told).collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn both_forms_say_the_same() {
        let toml = "[[row]]\nfiles = [\"a.mp4\", \"b.mp4\"]\nprompt = [\"one\", \"two\"]\n\
                    export = \"out.mp4\"\n";
        let csv = "files,prompt,export\na.mp4; b.mp4,\"one\ntwo\",out.mp4\n";
        for rows in [table("t.toml", toml), table("t.csv", csv)] {
            let rows = rows.expect("a table");
            assert_eq!(rows[0].name, "out");
            assert_eq!(rows[0].prompts, ["one", "two"]);
            let names = rows[0].files.iter().map(|file| file.file_name().expect("a name"));
            assert_eq!(names.collect::<Vec<_>>(), ["a.mp4", "b.mp4"]);
            assert!(rows[0].export.as_ref().expect("a path").is_absolute());
        }
    }

    #[test]
    fn a_bad_table_is_told_with_its_line_and_what_is_expected() {
        let wrong = [
            (
                "t.csv",
                "files,sound\na,b\n",
                "t.csv:1: there is no column \"sound\"; the columns are",
            ),
            ("t.csv", "files,prompt\na,b\nc\n", "t.csv:3: the row has 1 cells, the header 2"),
            ("t.csv", "files,export\n", "t.csv:1: the table has no rows"),
            (
                "t.csv",
                "prompt,export\na,o.mp4\nb,o.mp4\n",
                "t.csv:3: the row at t.csv:2 is called o, too",
            ),
            (
                "t.csv",
                "name,prompt\n,\na,x\na,y\n",
                "t.csv:2: a row needs files, prompt or export\nt.csv:4: the row at t.csv:3 is called a",
            ),
            (
                "t.toml",
                "[[row]]\nprompt = \"a\"\n\n[[row]]\nfile = \"b\"\n",
                "t.toml:5: unknown field",
            ),
            (
                "t.toml",
                "[[row]]\nprompt = \"a\"\n\n[[row]]\nname = \"b\"\n",
                "t.toml:4: a row needs",
            ),
            ("t.txt", "", "t.txt:1: a table is a .toml or a .csv file"),
        ];
        for (name, text, expected) in wrong {
            let told = table(name, text).expect_err("a bad table");
            assert!(told.starts_with(expected), "{told}");
        }
    }

    #[test]
    fn a_row_that_says_something_else_is_another_one_and_a_moved_one_is_not() {
        let first = table("t.csv", "name,prompt\na,one\nb,two\n").expect("a table");
        let moved = table("t.csv", "name,prompt\nb,two\na,one\n").expect("a table");
        let changed = table("t.csv", "name,prompt\na,other\n").expect("a table");
        assert_eq!(first[0].key(), moved[1].key());
        assert_ne!(first[0].key(), changed[0].key());
    }
}
