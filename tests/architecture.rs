//! The arrows of the architecture: which folder of `src` may name which other.
//!
//! The table is the design. The test reads the sources, so an import that points the wrong way fails
//! here with its file and line.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder, and what it may name besides itself. `api::wire` is the part of `api` that client and
/// studio share; a name with `::` allows that part alone.
const ARROWS: &[(&str, &[&str])] = &[
    ("draft", &[]),
    ("language", &["draft"]),
    ("api/wire", &["draft"]),
    ("api", &["draft", "language"]),
    ("store", &["draft", "language", "api::wire"]),
    ("studio", &["draft", "language", "api::wire"]),
    ("link", &["draft", "language", "api", "store", "studio::server"]),
    ("terminal", &[]),
    ("ui", &["draft", "language", "app", "link", "store"]),
    ("app", &["draft", "language", "link", "store", "terminal", "ui"]),
    (
        "cli",
        &["api::wire", "ui", "draft", "language", "link", "store", "terminal", "app", "studio"],
    ),
];

/// A name of another folder in a source line, such as `api::wire`.
struct Arrow {
    file: PathBuf,
    line: usize,
    to: String,
}

#[test]
fn no_import_points_the_wrong_way() {
    let broken: Vec<String> = sources(Path::new("src"))
        .iter()
        .flat_map(|file| arrows(file))
        .filter(|arrow| !is_allowed(arrow))
        .map(|arrow| format!("{}:{} names {}", arrow.file.display(), arrow.line, arrow.to))
        .collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn every_folder_has_its_row() {
    let folders = fs::read_dir("src").expect("src is there").filter_map(Result::ok);
    for folder in folders.filter(|entry| entry.path().is_dir()) {
        let name = folder.file_name().to_string_lossy().into_owned();
        assert!(ARROWS.iter().any(|(row, _)| *row == name), "{name} is in no row of the table");
    }
}

#[test]
fn a_wrong_arrow_would_be_found() {
    let wrong = |file: &str, text: &str| {
        let found = arrows_in(Path::new(file), text);
        found.iter().filter(|arrow| !is_allowed(arrow)).count()
    };
    assert_eq!(wrong("src/ui/chat.rs", "use crate::api::Client;"), 1);
    assert_eq!(wrong("src/draft/time.rs", "use crate::{\n  language::Language,\n};"), 1);
    assert_eq!(wrong("src/studio/server/mod.rs", "let x = crate::api::client::get();"), 1);
    assert_eq!(wrong("src/studio/server/mod.rs", "use crate::api::wire::chat;"), 0);
    assert_eq!(wrong("src/draft/time.rs", "/// See [`crate::api`].\n// crate::ui"), 0);
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there").filter_map(Result::ok);
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() { sources(&path) } else { vec![path] }
        })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

fn arrows(file: &Path) -> Vec<Arrow> {
    arrows_in(file, &fs::read_to_string(file).expect("a source file is text"))
}

/// Every `crate::…` outside comments, groups included.
fn arrows_in(file: &Path, text: &str) -> Vec<Arrow> {
    let code = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
    let text: Vec<String> = text.lines().map(code).collect();
    let joined = text.join("\n");
    joined
        .match_indices("crate::")
        .flat_map(|(at, found)| {
            let line = joined[..at].matches('\n').count() + 1;
            let names = names_after(&joined[at + found.len()..]);
            names.into_iter().map(move |to| Arrow { file: file.to_path_buf(), line, to })
        })
        .collect()
}

/// `a::b` of `a::b::C`, or each of `{a::b, c}`.
fn names_after(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else { return vec![two_names(rest)] };
    let mut depth = 0;
    let mut start = 0;
    let mut names = Vec::new();
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' | ',' if depth == 0 => {
                names.push(two_names(group[start..at].trim()));
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn two_names(path: &str) -> String {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut names = path
        .split("::")
        .map(|name| name.chars().take_while(|letter| is_name(*letter)).collect::<String>());
    let (first, second) = (names.next().unwrap_or_default(), names.next().unwrap_or_default());
    if second.chars().next().is_some_and(char::is_lowercase) {
        format!("{first}::{second}")
    } else {
        first
    }
}

fn is_allowed(arrow: &Arrow) -> bool {
    let inside = arrow.file.strip_prefix("src").expect("sources lie in src").to_path_buf();
    let Some((from, allowed)) = ARROWS.iter().find(|(row, _)| inside.starts_with(row)) else {
        return true; // main.rs and lib.rs hold the rest together
    };
    let first = arrow.to.split("::").next().unwrap_or_default();
    let own = from.split('/').next().unwrap_or_default();
    let to_itself = *from == own && first == own || arrow.to == from.replace('/', "::");
    to_itself || allowed.iter().any(|name| *name == first || *name == arrow.to)
}

/// Where a colour may be named: the themes, the preview, whose pictures bring their own, the pen, which
/// spells any colour as the terminal's codes, and the terminal's pictures, one of which is numbered by
/// the colour of its cells.
const PALETTES: &[&str] =
    &["src/ui/theme", "src/ui/preview", "src/terminal/pen.rs", "src/terminal/graphics"];

#[test]
fn colours_are_named_by_the_themes_alone() {
    let named: Vec<String> = sources(Path::new("src"))
        .iter()
        .filter(|file| !may_name_colours(file))
        .flat_map(|file| {
            let text = fs::read_to_string(file).expect("a source file is text");
            let lines = colours_in(&text).into_iter();
            lines.map(|line| format!("{}:{line}", file.display())).collect::<Vec<_>>()
        })
        .collect();
    assert!(named.is_empty(), "use a role of the theme\n{}", named.join("\n"));
}

#[test]
fn a_literal_colour_would_be_found() {
    let found = colours_in("let a = Color::Red;\nb(Color::Rgb(1, 2, 3));\nColor::Indexed(4)");
    assert_eq!(found, [1, 2, 3]);
    assert_eq!(colours_in("use ratatui::style::Color::*;\nColor::from_u32(7)"), [1, 2]);
    assert_eq!(colours_in("let none = Color::Reset; // not Color::Red"), [0; 0]);
    assert!(may_name_colours(Path::new("src/ui/theme/file.rs")));
    assert!(!may_name_colours(Path::new("src/ui/chat.rs")));
}

fn may_name_colours(file: &Path) -> bool {
    let file = file.to_string_lossy();
    PALETTES.iter().any(|place| file.starts_with(place))
}

/// The lines that name a colour of the terminal. `Reset` is none: it is the terminal's own.
fn colours_in(text: &str) -> Vec<usize> {
    let names = |line: &str| {
        let code = line.split("//").next().unwrap_or_default();
        let mut after = code.split("Color::").skip(1);
        after.any(|rest| {
            let named = rest.starts_with(|letter: char| letter.is_uppercase() || letter == '*');
            named && !rest.starts_with("Reset") || rest.starts_with("from_u32")
        })
    };
    let lines = text.lines().enumerate().filter(|(_, line)| names(line));
    lines.map(|(place, _)| place + 1).collect()
}
