//! Walking along the film by key.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::{Focus, Msg, Zoom};
use crate::draft::Millis;
use crate::ui::testing::{Editor, promo};

fn at_the_film() -> Editor {
    Editor::english(120, 36).opened().film(promo()).pressed(&[KeyCode::Tab])
}

#[test]
fn the_playhead_moves_by_frames_seconds_edit_points_and_to_the_ends() {
    let shift = |code| Msg::Key(KeyEvent::new(code, KeyModifiers::SHIFT));
    let plain = |code| Msg::Key(KeyEvent::new(code, KeyModifiers::NONE));
    let mut editor = at_the_film();
    assert_eq!(editor.state.focus, Focus::Timeline);
    for (key, playhead) in [
        (plain(KeyCode::Right), 33),
        (plain(KeyCode::Right), 67),
        (plain(KeyCode::Left), 33),
        (shift(KeyCode::Right), 1033),
        (shift(KeyCode::Left), 33),
        (plain(KeyCode::Down), 3000),
        (plain(KeyCode::Down), 5000),
        (plain(KeyCode::Up), 3000),
        (plain(KeyCode::End), 30_000),
        (plain(KeyCode::Right), 30_000),
        (plain(KeyCode::Home), 0),
        (plain(KeyCode::Left), 0),
    ] {
        editor.take(key.clone());
        assert_eq!(editor.state.timeline.playhead, Millis(playhead), "{key:?}");
    }
}

#[test]
fn the_segment_under_the_playhead_of_the_selected_track_is_meant() {
    let mut editor = at_the_film().pressed(&[KeyCode::Down, KeyCode::Down]);
    let name = |editor: &Editor| editor.state.timeline.selected().map(|piece| piece.id.to_string());
    assert_eq!(name(&editor).as_deref(), Some("p1"));
    editor.key(KeyCode::PageDown);
    assert_eq!(name(&editor).as_deref(), Some("m"));
    editor.key(KeyCode::PageUp);
    editor.key(KeyCode::PageUp);
    assert_eq!(name(&editor), None);
}

#[test]
fn zooming_ends_at_the_whole_film_and_at_single_frames() {
    let mut editor = at_the_film();
    editor.typed("-");
    assert_eq!(editor.state.timeline.zoom, Zoom::Fit);
    editor.typed("++++++++++++++++++++");
    assert_eq!(editor.state.timeline.zoom, Zoom::Step(0));
    editor.typed("0");
    assert_eq!(editor.state.timeline.zoom, Zoom::Fit);
}

#[test]
fn a_film_that_became_shorter_keeps_the_playhead_within_it() {
    let editor = at_the_film().pressed(&[KeyCode::End]);
    let short = serde_json::json!({"t": [{"tt": 0, "sg": [{"d": 4000}]}]});
    assert_eq!(editor.film(short).state.timeline.playhead, Millis(4000));
}

#[test]
fn e_exports_from_the_film_and_is_a_letter_in_the_message() {
    let mut editor = at_the_film();
    let export = editor.typed("e");
    assert!(matches!(&export[..], [crate::app::Effect::Tell(crate::link::Command::Export(_))]));
    editor.key(KeyCode::Esc);
    assert_eq!(editor.typed("e"), []);
    assert_eq!(editor.ctrl('e'), export);
}
