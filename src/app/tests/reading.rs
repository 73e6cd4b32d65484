//! Scrolling the conversation.

use crossterm::event::KeyCode;

use crate::app::Scroll;
use crate::link::{TurnId, Update};
use crate::ui::testing::Editor;

fn long_talk() -> Editor {
    let editor = Editor::english(80, 24).opened();
    (1..=40).fold(editor, |editor, number| editor.told(Update::Notice(format!("line {number}"))))
}

fn shows(editor: &Editor, number: usize) -> bool {
    let words = format!("line {number}");
    editor.screen().lines().any(|line| line.trim_end().ends_with(&words))
}

#[test]
fn the_end_is_shown_and_followed() {
    let editor = long_talk();
    assert!(shows(&editor, 40));
    let editor = editor.told(Update::Notice("line 41".into()));
    assert!(shows(&editor, 41));
}

#[test]
fn what_is_read_stays_in_place_while_words_arrive_below() {
    let mut editor = long_talk();
    editor.key(KeyCode::PageUp);
    editor.key(KeyCode::PageUp);
    let read = editor.screen();
    assert!(read.contains("more below"));
    let editor = editor.told(Update::Notice("line 41".into()));
    assert_eq!(editor.screen(), read);
}

#[test]
fn a_page_up_and_a_page_down_meet_again_at_the_end() {
    let mut editor = long_talk();
    let end = editor.screen();
    for _ in 0..3 {
        editor.key(KeyCode::PageUp);
    }
    assert_ne!(editor.screen(), end);
    for _ in 0..3 {
        editor.key(KeyCode::PageDown);
    }
    assert_eq!((editor.state.chat.scroll, editor.screen()), (Scroll::Follow, end));
}

#[test]
fn a_talk_that_fits_does_not_scroll() {
    let mut editor = Editor::english(80, 40).opened().told(Update::Notice("one".into()));
    let before = editor.screen();
    editor.key(KeyCode::PageUp);
    assert_eq!(editor.screen(), before);
}

#[test]
fn saying_something_goes_to_the_end() {
    let mut editor = long_talk();
    editor.key(KeyCode::PageUp);
    editor.say("hello");
    let editor = editor.told(Update::TurnText(TurnId(1), "Hi.".into()));
    assert_eq!(editor.state.chat.scroll, Scroll::Follow);
    assert!(editor.screen().contains("Hi."));
}

#[test]
fn an_answer_is_drawn_the_same_while_it_grows_and_from_its_words_alone() {
    let answer = "# Plan\n\nFirst **cut**, then\n- one\n  - two\n```\nlet x\n```\nand [that](http://a.b) is it\n\n";
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        let mut editor = Editor::english(width, height).opened().said("hello");
        for letter in answer.chars() {
            editor = editor.told(Update::TurnText(TurnId(1), letter.to_string()));
            let grown = editor.screen();
            let kept = std::mem::take(&mut editor.state.chat.laid);
            assert_eq!(editor.screen(), grown, "{width}x{height}");
            editor.state.chat.laid = kept;
        }
    }
}
