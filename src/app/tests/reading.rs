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
    let below_the_rule = |screen: &str| {
        let rows: Vec<String> = screen.lines().skip(2).map(Into::into).collect();
        rows
    };
    let editor = editor.told(Update::Notice("line 41".into()));
    assert_eq!(below_the_rule(&editor.screen()), below_the_rule(&read));
}

#[test]
fn what_has_come_below_is_counted_until_the_end_is_seen_again() {
    for (editor, told) in [
        (Editor::english(80, 24), ["2 new lines  ↓ End", "8 new lines  ↓ End", "more below"]),
        (Editor::chinese(80, 24), ["2 行新内容  ↓ End", "8 行新内容  ↓ End", "下方还有"]),
    ] {
        let long = |editor: Editor| {
            let line = |number| Update::Notice(format!("line {number}"));
            (1..=40).fold(editor.opened(), |editor, number| editor.told(line(number)))
        };
        let mut editor = long(editor);
        editor.say("hello");
        let turn = TurnId(1);
        let mut editor = editor.told(Update::TurnStarted(turn));
        editor.key(KeyCode::PageUp);
        assert!(editor.screen().contains(told[2]), "nothing has come yet");
        let editor = editor.told(Update::Notice("one".into()));
        assert!(editor.screen().contains(told[0]), "{}", editor.screen());
        let editor = editor.told(Update::TurnText(turn, "a\nb\nc\nd".into()));
        assert!(editor.screen().contains(told[1]), "an answer grows\n{}", editor.screen());
        let mut editor = editor.told(Update::TurnEnded(turn, crate::link::TurnEnd::Answered));
        for _ in 0..5 {
            editor.key(KeyCode::PageDown);
        }
        assert_eq!(editor.state.chat.scroll, Scroll::Follow);
        editor.key(KeyCode::PageUp);
        assert!(editor.screen().contains(told[2]), "seen is not new");
    }
}

#[test]
fn a_turn_says_what_it_does_and_since_when_however_long_it_takes() {
    let mut editor = Editor::english(80, 24).opened();
    editor.say("add a title");
    let editor = editor.told(Update::TurnStarted(TurnId(1)));
    let editor = editor.told(Update::TurnActivity(TurnId(1), "editing the timeline".into()));
    let editor = editor.after(20).ticked();
    assert!(editor.screen().contains("editing the timeline  20 s  ·  Esc stops"));
    let editor = editor.after(220).ticked();
    assert!(editor.screen().contains("editing the timeline  4 min 00 s  ·  Esc stops"));
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
