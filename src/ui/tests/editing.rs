//! What the timeline's rule says while something is under way.

use crossterm::event::KeyCode;
use serde_json::json;

use crate::app::Msg;
use crate::link::{TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, promo};

fn at_the_film(editor: Editor) -> Editor {
    editor.opened().film(promo()).pressed(&[KeyCode::Tab])
}

fn both(name: &str, keys: &str) {
    let editors = [
        ("120x36_en", Editor::english(120, 36)),
        ("80x24_zh", Editor::chinese(80, 24)),
        ("40x12_en", Editor::english(40, 12)),
    ];
    for (size, editor) in editors {
        let mut editor = at_the_film(editor);
        editor.typed(keys);
        insta::assert_snapshot!(format!("{name}_{size}"), editor.styled());
    }
}

#[test]
fn an_edit_that_waits_is_shown_before_it_goes() {
    both("pending", "(((((");
}

#[test]
fn an_edit_that_was_sent_is_seen_as_expected_until_it_is_done() {
    let editors = [
        ("120x36_en", Editor::english(120, 36)),
        ("80x24_zh", Editor::chinese(80, 24)),
        ("40x12_en", Editor::english(40, 12)),
    ];
    for (size, editor) in editors {
        let mut editor = at_the_film(editor);
        editor.typed("d");
        editor.clock = 1;
        editor.take(Msg::Tick);
        insta::assert_snapshot!(format!("expected_{size}"), editor.styled());
    }
}

#[test]
fn edits_that_are_held_are_seen_as_expected_together() {
    let editors = [
        ("120x36_en", Editor::english(120, 36)),
        ("80x24_zh", Editor::chinese(80, 24)),
        ("40x12_en", Editor::english(40, 12)),
    ];
    for (size, editor) in editors {
        let mut editor = at_the_film(editor);
        editor.typed("d");
        editor.clock = 1;
        editor.take(Msg::Tick);
        let mut editor = editor.pressed(&[KeyCode::Down]);
        editor.typed("Xff");
        insta::assert_snapshot!(format!("held_{size}"), editor.styled());
    }
}

#[test]
fn several_clips_are_selected_together() {
    both("choosing", "v");
    let editors = [
        ("120x36_en", Editor::english(120, 36)),
        ("80x24_zh", Editor::chinese(80, 24)),
        ("40x12_en", Editor::english(40, 12)),
    ];
    for (size, editor) in editors {
        let mut editor = at_the_film(editor);
        editor.typed("v");
        let mut editor = editor.pressed(&[KeyCode::Down, KeyCode::Down]);
        insta::assert_snapshot!(format!("chosen_{size}"), editor.styled());
        editor.typed("fff");
        insta::assert_snapshot!(format!("chosen_pending_{size}"), editor.styled());
    }
}

#[test]
fn a_time_is_written_in_the_rule() {
    both("timecode", "g1:05");
    let mut editor = at_the_film(Editor::english(120, 36));
    editor.typed("g1:05");
    let (x, y) = editor.caret();
    let row: String =
        editor.screen().lines().nth(usize::from(y)).map(str::to_owned).unwrap_or_default();
    let before: String = row.chars().take(usize::from(x)).collect();
    assert!(before.ends_with("1:05"), "{before}");
}

#[test]
fn a_key_that_does_nothing_says_why() {
    let mut editor = at_the_film(Editor::english(120, 36));
    editor.key(KeyCode::End);
    editor.typed("b");
    assert!(editor.screen().contains("No clip is under the playhead on this track"));
    editor.key(KeyCode::Home);
    assert!(!editor.screen().contains("No clip is under"));
}

fn with_a_past(editor: Editor) -> Editor {
    let mut shorter = promo();
    shorter["t"][1]["sg"][0]["d"] = json!(3000);
    let mut titled = shorter.clone();
    titled["t"][0]["sg"][0]["m"]["text"] = json!("Silver Hour");
    at_the_film(editor)
        .pressed(&[KeyCode::Esc])
        .said("a")
        .film(shorter)
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered))
        .said("b")
        .film(titled)
        .told(Update::TurnEnded(TurnId(2), TurnEnd::Answered))
        .pressed(&[KeyCode::Tab])
}

#[test]
fn an_older_draft_is_marked_as_past_and_compared() {
    let editors = [("120x36_en", Editor::english(120, 36)), ("80x24_zh", Editor::chinese(80, 24))];
    for (size, editor) in editors {
        let mut editor = with_a_past(editor);
        editor.typed("<<");
        insta::assert_snapshot!(format!("past_{size}"), editor.styled());
        editor.typed("h");
        insta::assert_snapshot!(format!("compared_{size}"), editor.styled());
        editor.key(KeyCode::Esc);
        assert!(!editor.state.history.is_past());
    }
}

#[test]
fn the_newest_draft_is_held_against_the_one_before_it() {
    let mut editor = with_a_past(Editor::english(120, 36));
    editor.typed("h");
    let screen = editor.screen();
    assert!(screen.contains("what changed from draft 2 to draft 3"), "{screen}");
    assert!(!screen.contains("Nothing differs"), "{screen}");
}

#[test]
fn a_comparison_longer_than_its_pane_is_walked() {
    let clip = |number: usize, length: u64| json!({"id": format!("s{number}"), "d": length, "m": {"name": format!("clip {number}")}});
    let film = |length: u64| json!({"t": (0..30).map(|track| json!({"tt": 0, "sg": [clip(track, length)]})).collect::<Vec<_>>()});
    let editor = Editor::english(80, 24)
        .opened()
        .film(film(3000))
        .said("a")
        .film(film(2500))
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    let mut editor = editor.pressed(&[KeyCode::Tab]);
    editor.typed("h");
    assert!(editor.screen().contains("clip 0:"), "{}", editor.screen());
    let playhead = editor.state.timeline.playhead;
    let mut editor = editor.pressed(&[KeyCode::Down, KeyCode::PageDown]);
    insta::assert_snapshot!("compared_walked_80x24_en", editor.styled());
    for _ in 0..9 {
        editor.key(KeyCode::PageDown);
    }
    assert!(editor.screen().contains("clip 29:"), "{}", editor.screen());
    assert_eq!(editor.state.timeline.playhead, playhead, "the film stays where it is");
    editor.key(KeyCode::Esc);
    editor.key(KeyCode::Down);
    assert_ne!(editor.state.timeline.playhead, playhead);
}

#[test]
fn nothing_of_it_needs_room() {
    for (width, height) in [(0, 0), (1, 1), (3, 2), (9, 4), (20, 6), (39, 11), (60, 3), (300, 100)]
    {
        let mut editor = with_a_past(Editor::chinese(width, height));
        editor.typed("g1:05");
        editor.screen();
        editor.key(KeyCode::Esc);
        editor.typed("(((");
        editor.screen();
        editor.typed("u<h");
        editor.screen();
    }
}
