//! Finding words in the conversation, and copying from it.

use crossterm::event::KeyCode;
use insta::assert_snapshot;
use ratatui::style::Modifier;

use crate::app::{Effect, Focus, Scroll};
use crate::link::{TurnEnd, TurnId, Update};
use crate::ui::testing::Editor;

const CODE: &str = "Try:\n```sh\nls\n\u{1b}[2Jpwd\n```\nor\n```\necho 日落\n```";

fn talk(editor: Editor) -> Editor {
    let mut editor = editor
        .opened()
        .said("hello")
        .told(Update::TurnText(TurnId(1), CODE.into()))
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    for number in 0..30 {
        editor = editor.told(Update::Notice(format!("Line {number}")));
    }
    editor.key(KeyCode::Tab);
    editor.key(KeyCode::Tab);
    assert_eq!(editor.state.focus, Focus::Chat);
    editor
}

fn marked(editor: &Editor) -> String {
    let buffer = editor.buffer();
    let cells = buffer.content().iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED));
    cells.map(|cell| cell.symbol()).collect()
}

#[test]
fn words_are_found_without_regard_to_case_and_marked() {
    let mut editor = talk(Editor::english(80, 24));
    editor.typed("/line 7");
    assert!(matches!(editor.state.chat.scroll, Scroll::From { .. }));
    editor.key(KeyCode::Enter);
    assert!(marked(&editor).contains("Line 7"), "{}", editor.screen());
    editor.key(KeyCode::Esc);
    assert_eq!(editor.state.chat.find, None);
    editor.typed("/日落");
    editor.key(KeyCode::Enter);
    assert!(marked(&editor).contains("日落"));
    assert_snapshot!("find_80x24", editor.styled());
}

#[test]
fn next_and_previous_go_round() {
    let mut editor = talk(Editor::english(80, 24));
    editor.typed("/line 1");
    editor.key(KeyCode::Enter);
    let last = editor.state.chat.find.as_ref().and_then(|find| find.at).expect("found");
    editor.typed("n");
    let first = editor.state.chat.find.as_ref().and_then(|find| find.at).expect("found");
    assert!(first < last);
    editor.typed("N");
    assert_eq!(editor.state.chat.find.as_ref().and_then(|find| find.at), Some(last));
}

#[test]
fn what_is_nowhere_is_said_and_esc_gives_the_view_back() {
    let mut editor = talk(Editor::chinese(80, 24));
    editor.typed("/zzz");
    assert!(editor.screen().contains("未找到"));
    editor.key(KeyCode::Esc);
    assert_eq!((editor.state.chat.scroll, &editor.state.chat.find), (Scroll::Follow, &None));
}

#[test]
fn a_message_and_each_block_of_code_can_be_copied() {
    let mut editor = talk(Editor::english(120, 36));
    assert_eq!(editor.typed("y"), [Effect::Copy(CODE.into())]);
    assert!(
        editor.screen().contains("Sent to the clipboard by OSC 52, unconfirmed: message, 9 lines")
    );
    assert_eq!(editor.typed("c"), [Effect::Copy("echo 日落\n".into())]);
    assert_eq!(editor.typed("c"), [Effect::Copy("ls\n\u{1b}[2Jpwd\n".into())]);
    editor.typed("[[");
    assert_eq!(editor.typed("y"), [Effect::Copy("hello".into())]);
    assert_eq!(editor.typed("c"), []);
    assert!(editor.screen().contains("no block of code to copy"));
    // It is told whole in a terminal of 80 columns, too.
    let mut editor = talk(Editor::english(80, 24));
    editor.typed("y");
    assert!(
        editor.screen().contains("Sent to the clipboard by OSC 52, unconfirmed: message, 9 lines")
    );
}
