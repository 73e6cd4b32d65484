//! The film that an edit is expected to make goes away with everything that ends the edit otherwise.

use crossterm::event::KeyCode;

use crate::app::Msg;
use crate::draft::Millis;
use crate::language::Problem;
use crate::link::{TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, promo};

/// The first clip is deleted on the screen and the sentence for it has gone out.
fn asked() -> Editor {
    let mut editor = Editor::english(120, 36).opened().film(promo()).pressed(&[KeyCode::Tab]);
    editor.typed("x");
    assert!(editor.state.timeline.is_expected(), "it is seen while its sentence waits");
    editor.clock = 1;
    editor.take(Msg::Tick);
    assert!(editor.state.chat.turn.is_some() && editor.state.timeline.is_expected());
    editor
}

fn ends_as_it_was(mut editor: Editor, update: Update) {
    editor.take(Msg::Link(update));
    let timeline = &editor.state.timeline;
    assert!(!timeline.is_expected());
    assert_eq!(timeline.shown().draft(), timeline.draft());
    assert_eq!(timeline.draft(), editor.state.history.now());
}

#[test]
fn it_is_never_the_film_that_is_kept() {
    let editor = asked();
    let timeline = &editor.state.timeline;
    assert_ne!(timeline.shown().draft(), timeline.draft());
    assert_eq!(timeline.draft(), editor.state.history.now());
    assert_eq!(editor.state.history.count(), 1);
}

#[test]
fn a_failed_turn_a_stopped_one_and_a_lost_connection_take_it_away() {
    let failed = TurnEnd::Failed(Problem::TurnInterrupted);
    ends_as_it_was(asked(), Update::TurnEnded(TurnId(1), failed));
    ends_as_it_was(asked(), Update::TurnEnded(TurnId(1), TurnEnd::Cancelled));
    ends_as_it_was(asked(), Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    let problem = Problem::Unreachable { backend: "films.invalid".into() };
    ends_as_it_was(asked(), Update::Offline { problem, retrying: true });
}

#[test]
fn stopping_the_turn_takes_it_away_at_once() {
    let mut editor = asked();
    editor.key(KeyCode::Esc);
    assert!(editor.state.chat.turn.is_some(), "the turn has not ended yet");
    assert!(!editor.state.timeline.is_expected());
}

/// Another clip is deleted by a key that is held, above the film that is expected of the first.
fn held() -> Editor {
    let mut editor = asked();
    let one = picture_count(&editor);
    editor.typed("x");
    assert_eq!((editor.state.timeline.edits.waiting(), picture_count(&editor)), (1, one - 1));
    editor
}

fn picture_count(editor: &Editor) -> usize {
    editor.state.timeline.shown().tracks()[1].segments.len()
}

#[test]
fn what_is_held_goes_with_everything_that_drops_it() {
    let failed = TurnEnd::Failed(Problem::TurnInterrupted);
    ends_as_it_was(held(), Update::TurnEnded(TurnId(1), failed));
    ends_as_it_was(held(), Update::TurnEnded(TurnId(1), TurnEnd::Cancelled));
    let problem = Problem::Unreachable { backend: "films.invalid".into() };
    ends_as_it_was(held(), Update::Offline { problem, retrying: true });
    let mut stopped = held();
    stopped.key(KeyCode::Esc);
    assert!(!stopped.state.timeline.is_expected());
}

#[test]
fn what_is_held_is_seen_while_a_sentence_of_the_chat_is_worked_on() {
    let mut editor = Editor::english(120, 36).opened().film(promo());
    editor = editor.said("make it better").pressed(&[KeyCode::F(5)]);
    let all = picture_count(&editor);
    editor.typed("xx");
    assert!(editor.state.timeline.is_expected());
    assert_eq!(picture_count(&editor), all - 2);
    assert_eq!(editor.state.timeline.draft(), editor.state.history.now(), "it is never polled");
}

#[test]
fn the_playhead_goes_by_the_edit_points_that_are_seen() {
    let mut editor = Editor::english(120, 36).opened().film(promo()).pressed(&[KeyCode::Tab]);
    let second = editor.state.timeline.draft().expect("a film").tracks[1].segments[1].clone();
    editor.typed("x");
    editor.key(KeyCode::Down);
    let points = editor.state.timeline.shown().index().edits.clone();
    assert!(points.contains(&second.duration), "the second clip has moved up");
    assert_eq!(editor.state.timeline.playhead, *points.get(1).unwrap_or(&Millis::ZERO));
}
