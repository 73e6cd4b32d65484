//! Going back through the drafts, those of earlier runs included.

use std::sync::Arc;

use crossterm::event::KeyCode;
use serde_json::Value;

use crate::app::{Effect, Focus};
use crate::link::{Command, PastFilm, Update};
use crate::ui::testing::{Editor, draft_of, promo};

/// The promo with other words.
fn worded(words: &str) -> Value {
    let mut film = promo();
    film["t"][0]["sg"][0]["m"]["text"] = words.into();
    film
}

fn past(words: &[&str], gone: usize) -> Update {
    let drafts = words.iter().map(|words| draft_of(&worded(words))).collect();
    Update::Drafts(Arc::new(PastFilm { drafts, gone }))
}

fn on_the_timeline() -> Editor {
    let mut editor = Editor::english(80, 24).opened().film(worded("three"));
    editor.key(KeyCode::F(5));
    assert_eq!(editor.state.focus, Focus::Timeline);
    editor
}

fn notice(editor: &Editor) -> Option<&str> {
    editor.state.timeline.edits.notice.as_deref()
}

#[test]
fn the_drafts_of_earlier_runs_are_read_when_somebody_goes_back_and_then_seen() {
    let mut editor = on_the_timeline();
    assert_eq!(editor.typed("<"), [Effect::Tell(Command::ListDrafts)]);
    assert!(!editor.state.history.is_past(), "it is not there yet");
    let mut editor = editor.told(past(&["one", "two", "three"], 0));
    assert_eq!(editor.state.history.looks_at(), Some(2));
    assert_eq!(editor.state.timeline.draft(), Some(&draft_of(&worded("two"))));
    assert_eq!(editor.typed("<"), [], "they are read once");
    assert_eq!(editor.state.history.looks_at(), Some(1));
    editor.typed("<");
    assert_eq!(notice(&editor), Some("There is no older draft"));
    editor.key(KeyCode::Esc);
    assert_eq!(editor.state.timeline.draft(), Some(&draft_of(&worded("three"))));
}

#[test]
fn on_the_only_draft_either_end_is_told_for_what_it_is() {
    let mut editor = on_the_timeline();
    editor.typed(">");
    assert_eq!(notice(&editor), Some("This is the draft as it is now"));
}

#[test]
fn that_the_oldest_are_gone_is_said() {
    let mut editor = on_the_timeline();
    editor.typed("<");
    let mut editor = editor.told(past(&["two", "three"], 1));
    assert_eq!(editor.state.history.looks_at(), Some(2));
    editor.typed("<");
    assert_eq!(notice(&editor), Some("Drafts before this one are no longer kept"));
}

#[test]
fn nobody_is_moved_by_drafts_that_come_without_being_wanted_any_more() {
    let mut editor = on_the_timeline().film(worded("four"));
    editor.typed("<");
    assert_eq!(editor.state.history.looks_at(), Some(1));
    let editor = editor.told(past(&["one", "two", "three", "four"], 0));
    assert_eq!(editor.state.history.looks_at(), Some(3), "the same one, by its number of all");
    assert_eq!(editor.state.timeline.draft(), Some(&draft_of(&worded("three"))));
}

#[test]
fn two_drafts_are_held_against_each_other_by_their_values() {
    let mut editor = on_the_timeline();
    editor.typed("h");
    let editor = editor.told(past(&["one", "three"], 0));
    let shown = editor.state.history.comparison().expect("it is shown");
    assert_eq!((shown.from, shown.to), (1, 2));
    let lines: Vec<&str> = shown.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(lines, ["Text: “one” → “three”"]);
}
