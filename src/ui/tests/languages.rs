//! Everything on the screen is said in both languages.

use crossterm::event::KeyCode;

use crate::app::actions::table;
use crate::language::Language;
use crate::ui::testing::Editor;
use crate::ui::words;

/// Names, which are the same in every language: of programs, keys, formats, units and places.
const NAMES: &[&str] = &[
    "cutroom",
    "studio",
    "cloud",
    "nemovideo",
    "nemo",
    "token",
    "tmux",
    "osc",
    "ffmpeg",
    "agent",
    "tab",
    "shift",
    "ctrl",
    "alt",
    "enter",
    "esc",
    "home",
    "end",
    "pgup",
    "pgdn",
    "backspace",
    "delete",
    "space",
    "insert",
    "mp",
    "mb",
    "kb",
    "gb",
    "fps",
    "fg",
    "upload",
    "path",
    "videos",
    "beach",
    "other",
    "jpg",
    "ms",
    "video",
    "maker",
    "id",
];

/// English words in a text: letters in a row, at least two, that are no name.
fn english(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|word| word.len() > 1)
        .map(str::to_lowercase)
        .filter(|word| !is_name(word))
        .collect()
}

/// A name, or what is left of one where there was no room for more.
fn is_name(word: &str) -> bool {
    NAMES.iter().any(|name| *name == word || word.len() > 3 && name.starts_with(word))
}

/// The texts in what a struct of words prints for debugging, with the field each stands at.
fn texts(words: &impl std::fmt::Debug) -> Vec<String> {
    let printed = format!("{words:?}");
    printed.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn no_word_of_the_chinese_screen_is_english() {
    let chinese = Language::Chinese;
    let mut all = texts(words::of(chinese));
    all.extend(texts(words::choosing::of(chinese)));
    let found: Vec<String> = all.iter().flat_map(|text| english(text)).collect();
    assert!(all.len() > 100, "{}", all.len());
    assert_eq!(found, [""; 0]);
}

#[test]
fn every_action_says_in_chinese_what_it_does() {
    for row in table() {
        let said = [Some(row.help), row.hint].into_iter().flatten();
        for words in said {
            let chinese = words.within(Language::Chinese);
            assert_eq!(english(chinese), [""; 0], "{}: {chinese}", row.id);
            assert!(!chinese.is_ascii() && !words.within(Language::English).is_empty());
        }
    }
}

#[test]
fn no_screen_in_chinese_has_an_english_word() {
    type Step = fn(Editor) -> Editor;
    let screens: [(&str, Step); 6] = [
        ("connecting", |editor| editor),
        ("welcome", Editor::opened),
        ("jobs", |editor| editor.opened().pressed(&[KeyCode::F(4)])),
        ("media", |editor| editor.opened().pressed(&[KeyCode::F(3)])),
        ("help", |editor| editor.opened().pressed(&[KeyCode::F(1)])),
        ("places", |editor| editor.opened().pressed(&[KeyCode::F(6)])),
    ];
    for (name, step) in screens {
        for (width, height) in [(40, 12), (80, 24), (120, 40), (300, 100)] {
            let screen = step(Editor::chinese(width, height)).screen();
            assert_eq!(english(&screen), [""; 0], "{name} at {width}x{height}:\n{screen}");
        }
    }
}
