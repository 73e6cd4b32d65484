use super::*;
use crate::draft::Millis;
use crate::ui::testing::Editor;

fn wish(at: u64) -> Wish {
    Wish { at: Millis(at), width: 4, height: 4 }
}

fn picture(shade: u8) -> Arc<Picture> {
    Arc::new(Picture { width: 1, height: 1, rgb: vec![shade; 3] })
}

/// A state with a film of ten seconds in an open session.
fn shown() -> State {
    let mut state = Editor::english(120, 36).promo_made().state;
    state.preview.open = true;
    assert!(state.timeline.draft().is_some(), "the sample has a film");
    state
}

fn asked(effect: Option<Effect>) -> Option<Wish> {
    match effect {
        Some(Effect::Tell(Command::Preview(wish))) => Some(wish),
        _ => None,
    }
}

#[test]
fn nothing_is_asked_while_the_pane_is_hidden() {
    let mut state = shown();
    state.preview.open = false;
    assert_eq!(ask(&mut state), None);
}

#[test]
fn a_frame_is_asked_for_once_and_the_next_when_it_has_come() {
    let mut state = shown();
    let first = asked(ask(&mut state)).expect("it is not there yet");
    assert_eq!(ask(&mut state), None, "it is on its way");
    state.timeline.playhead = Millis(40);
    assert_eq!(ask(&mut state), None, "one at a time");
    told(&mut state, first, Ok(picture(1)));
    assert_eq!(state.preview.shown, Some(picture(1)));
    let second = asked(ask(&mut state)).expect("the playhead has moved");
    assert_eq!(second.at, Millis(40));
    told(&mut state, second, Ok(picture(2)));
    assert_eq!(ask(&mut state), None, "nothing has changed");
    state.timeline.playhead = first.at;
    assert_eq!(ask(&mut state), None, "it is still known");
    assert_eq!(state.preview.shown, Some(picture(1)));
}

#[test]
fn why_there_is_no_picture_is_told_and_another_session_begins_anew() {
    let mut state = shown();
    assert!(ask(&mut state).is_some());
    told(&mut state, wish(0), Err(NoPicture::Elsewhere));
    assert_eq!((&state.preview.shown, state.preview.trouble), (&None, Some(NoPicture::Elsewhere)));
    begin_again(&mut state);
    assert!(state.preview.open && state.preview.trouble.is_none());
    assert!(ask(&mut state).is_some());
}
