//! What the pane asks for while the playhead rests, moves and plays, and what it keeps.

use super::*;
use crate::app::Msg;
use crate::app::actions::TransportAction;
use crate::app::timeline;
use crate::draft::{Frames, Millis, Timecode};
use crate::link;
use crate::ui::testing::Editor;

fn picture(shade: u8) -> Arc<Picture> {
    Arc::new(Picture { width: 1, height: 1, rgb: vec![shade; 3] })
}

/// A state with a film in an open session, of which nothing was asked yet.
fn shown() -> State {
    let mut state = Editor::english(120, 36).promo_made().state;
    assert!(is_open(&state), "there is room for it");
    begin_again(&mut state);
    assert!(state.timeline.draft().is_some(), "the sample has a film");
    state
}

fn asked(effect: Option<Effect>) -> Option<Wish> {
    match effect {
        Some(Effect::Tell(Command::Preview(wish))) => Some(wish),
        _ => None,
    }
}

/// Answers all that is asked for while nothing moves, and tells the moments.
fn rest(state: &mut State) -> Vec<Millis> {
    let mut moments = Vec::new();
    while let Some(wish) = asked(ask(state)) {
        moments.push(wish.at);
        told(state, wish, Ok(picture(9)));
    }
    moments
}

#[test]
fn nothing_is_asked_while_the_pane_is_hidden() {
    let mut state = shown();
    toggle(&mut state);
    assert_eq!(ask(&mut state), None);
}

#[test]
fn the_pane_is_there_where_there_is_room_a_film_and_somebody_who_makes_its_pictures() {
    let with = |width, height| Editor::english(width, height).promo_made().state;
    assert!(is_open(&with(120, 30)) && is_open(&with(300, 100)));
    assert!(!is_open(&with(119, 40)) && !is_open(&with(120, 29)) && !is_open(&with(80, 24)));
    assert!(!is_open(&Editor::english(120, 36).opened().state), "there is nothing to be seen");
    let mut state = with(120, 36);
    state.look.pictures = Pictures::Off;
    assert!(!is_open(&state));
    let mut state = with(120, 36);
    state.status.backend = "cloud".into();
    assert!(!is_open(&state));
}

#[test]
fn who_opens_or_closes_the_pane_is_not_overruled_by_another_size_or_session() {
    let (wide, narrow) = (Size { width: 120, height: 36 }, Size { width: 80, height: 24 });
    let mut state = shown();
    toggle(&mut state);
    begin_again(&mut state);
    assert!(!is_open(&state), "closed for the run");
    state.size = narrow;
    toggle(&mut state);
    assert!(is_open(&state) && state.areas().chat.is_empty(), "it takes the place of the chat");
    state.size = wide;
    assert!(is_open(&state));
    toggle(&mut state);
    assert!(!is_open(&state));
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
    rest(&mut state);
    assert_eq!(ask(&mut state), None, "nothing has changed");
    state.timeline.playhead = first.at;
    rest(&mut state);
    assert_eq!(state.preview.shown, Some(picture(1)), "it is still known");
}

#[test]
fn while_the_playhead_rests_the_frames_beside_it_are_made_and_not_shown() {
    let mut state = shown();
    let rate = state.timeline.draft().expect("a film").canvas.rate;
    let frame = |number| rate.millis_nearest(Frames(number));
    state.timeline.playhead = frame(10);
    let seen = asked(ask(&mut state)).expect("it is not there yet");
    told(&mut state, seen, Ok(picture(1)));
    assert_eq!(rest(&mut state), [frame(11), frame(9)]);
    assert_eq!(state.preview.shown, Some(picture(1)));
    state.timeline.playhead = frame(9);
    assert_eq!(rest(&mut state), [frame(8)], "the other side is known, and so is this one");
    assert_eq!(state.preview.shown, Some(picture(9)));
}

#[test]
fn what_is_made_ahead_makes_way_for_what_is_to_be_seen() {
    let mut state = shown();
    let first = asked(ask(&mut state)).expect("the frame is asked for");
    state.timeline.playhead = Millis(first.at.0 + 1000);
    assert_eq!(ask(&mut state), None, "who scrubs sees the frames on the way");
    told(&mut state, first, Ok(picture(1)));
    let second = asked(ask(&mut state)).expect("where the playhead is now");
    told(&mut state, second, Ok(picture(2)));
    let ahead = asked(ask(&mut state)).expect("the frame behind it");
    assert_ne!(ahead.at, second.at);
    state.timeline.playhead = Millis(second.at.0 + 1000);
    let third = asked(ask(&mut state)).expect("at once");
    // What was under way comes in the same moment.
    told(&mut state, ahead, Ok(picture(3)));
    assert_eq!(state.preview.shown, Some(picture(2)));
    told(&mut state, third, Ok(picture(4)));
    assert_eq!(state.preview.shown, Some(picture(4)));
}

#[test]
fn a_frame_beside_that_cannot_be_made_is_asked_for_once_and_takes_no_picture_away() {
    let mut state = shown();
    let seen = asked(ask(&mut state)).expect("it is not there yet");
    told(&mut state, seen, Ok(picture(1)));
    let beside = asked(ask(&mut state)).expect("the one behind it");
    told(&mut state, beside, Err(NoPicture::Failed));
    assert_eq!(rest(&mut state), [], "at the beginning nothing lies before");
    assert_eq!((&state.preview.shown, &state.preview.trouble), (&Some(picture(1)), &None));
}

#[test]
fn while_the_film_plays_nothing_is_made_ahead() {
    let mut state = shown();
    timeline::run(&mut state, TransportAction::Play);
    let seen = asked(ask(&mut state)).expect("it is not there yet");
    told(&mut state, seen, Ok(picture(1)));
    assert_eq!(ask(&mut state), None);
}

#[test]
fn why_there_is_no_picture_is_told_and_another_session_begins_anew() {
    let mut state = shown();
    let wish = asked(ask(&mut state)).expect("it is not there yet");
    told(&mut state, wish, Err(NoPicture::Elsewhere));
    let (shown, trouble) = (&state.preview.shown, &state.preview.trouble);
    assert_eq!((shown, trouble), (&None, &Some(NoPicture::Elsewhere)));
    begin_again(&mut state);
    assert!(is_open(&state) && state.preview.trouble.is_none());
    assert!(ask(&mut state).is_some());
}

#[test]
fn where_pictures_are_off_none_is_asked_for() {
    let mut state = shown();
    state.look.pictures = Pictures::Off;
    assert_eq!(ask(&mut state), None);
    (state.terminal.kitty_graphics, state.terminal.cell) = (true, Some((8, 16)));
    state.preview.take_line(true);
    assert_eq!(showing_of(&state), None);
}

#[test]
fn only_a_line_known_to_be_slow_is_the_reason_for_cells() {
    let mut state = shown();
    (state.terminal.kitty_graphics, state.terminal.cell) = (true, Some((8, 16)));
    assert!(!is_line_too_slow(&state), "nothing is known yet");
    state.preview.take_line(true);
    assert!(showing_of(&state).is_some() && !is_line_too_slow(&state));
    state.preview.take_line(false);
    assert!(showing_of(&state).is_none() && is_line_too_slow(&state));
    state.terminal.kitty_graphics = false;
    assert!(!is_line_too_slow(&state), "it would be cells on any line");
}

#[test]
fn a_frame_asked_for_twice_comes_from_the_memory() {
    let mut state = shown();
    let first = asked(ask(&mut state)).expect("it is not there yet");
    told(&mut state, first, Ok(picture(1)));
    rest(&mut state);
    state.timeline.playhead = Millis(5_000);
    assert_eq!(asked(ask(&mut state)).map(|wish| wish.at), Some(Millis(5_000)));
    told(&mut state, Wish { at: Millis(5_000), ..first }, Ok(picture(2)));
    rest(&mut state);
    state.timeline.playhead = first.at;
    assert_ne!(asked(ask(&mut state)), Some(first), "it was made before");
    assert_eq!(state.preview.shown, Some(picture(1)));
}

#[test]
fn a_frame_that_is_kept_is_shown_at_once_whatever_is_on_its_way() {
    let mut state = shown();
    let first = asked(ask(&mut state)).expect("it is not there yet");
    told(&mut state, first, Ok(picture(1)));
    rest(&mut state);
    state.timeline.playhead = Millis(5_000);
    let far = asked(ask(&mut state)).expect("it is not there yet");
    state.timeline.playhead = first.at;
    assert_eq!(ask(&mut state), None, "nothing is to be made");
    assert_eq!(state.preview.shown, Some(picture(1)));
    told(&mut state, far, Ok(picture(2)));
    assert_eq!(state.preview.shown, Some(picture(1)), "it comes too late to be seen");
    state.timeline.playhead = far.at;
    ask(&mut state);
    assert_eq!(state.preview.shown, Some(picture(2)), "and is kept");
}

#[test]
fn a_film_that_plays_asks_for_one_frame_at_a_time_and_the_panes_time_follows() {
    let mut editor = Editor::english(120, 36).promo_made();
    begin_again(&mut editor.state);
    let wishes = |effects: Vec<Effect>| -> Vec<Wish> {
        effects.into_iter().filter_map(|effect| asked(Some(effect))).collect()
    };
    let first = wishes(editor.take(Msg::Tick));
    assert_eq!(first.len(), 1, "the frame of the moment at which it stands");
    timeline::run(&mut editor.state, TransportAction::Play);
    let begun = editor.state.timeline.playhead;
    for _ in 0..3 {
        editor = editor.after(1);
        assert_eq!(wishes(editor.take(Msg::Tick)), [], "the one before has not come");
    }
    let after = editor.state.timeline.playhead;
    assert!(after >= Millis(begun.0 + 2_000), "it goes on without frames: {after:?}");
    let rate = editor.state.timeline.draft().expect("a film").canvas.rate;
    let rule = |editor: &Editor| {
        let screen = editor.screen();
        screen.lines().find(|line| line.contains(" picture ")).expect("the pane").to_owned()
    };
    assert!(rule(&editor).contains(&Timecode::new(after, rate).to_string()), "{}", rule(&editor));
    let came = link::Update::Preview { wish: first[0], picture: Ok(picture(1)) };
    let next = wishes(editor.take(Msg::Link(came)));
    assert_eq!(next.iter().map(|wish| wish.at).collect::<Vec<_>>(), [after]);
}

#[test]
fn on_a_slow_line_the_picture_stands_while_the_film_plays_and_comes_when_it_rests() {
    let mut editor = Editor::english(120, 36).promo_made();
    begin_again(&mut editor.state);
    editor.state.preview.depth = Depth::True;
    let first = asked(ask(&mut editor.state)).expect("the frame is asked for");
    told(&mut editor.state, first, Ok(picture(1)));
    rest(&mut editor.state);
    let kept = Wish { at: Millis(80), ..first };
    let draft = Arc::clone(editor.state.timeline.draft().expect("a film"));
    editor.state.preview.recent.keep(kept, &draft, picture(7));
    editor.take(Msg::LineHasRoom(Some(2048)));
    assert!(!is_held(&editor.state), "it rests");
    timeline::run(&mut editor.state, TransportAction::Play);
    assert!(is_held(&editor.state) && editor.screen().contains("held: the line is slow"));
    editor.state.timeline.playhead = kept.at;
    assert_eq!(ask(&mut editor.state), None);
    assert_eq!(editor.state.preview.shown, Some(picture(1)), "not even one that is kept");
    editor.state.preview.depth = Depth::Shades;
    assert!(!is_held(&editor.state), "so few bytes it takes");
    editor.state.preview.depth = Depth::True;
    editor.take(Msg::LineHasRoom(None));
    assert!(!is_held(&editor.state), "a quick line takes all");
    editor.take(Msg::LineHasRoom(Some(2048)));
    timeline::run(&mut editor.state, TransportAction::Pause);
    assert!(!is_held(&editor.state) && !editor.screen().contains("held:"));
    ask(&mut editor.state);
    assert_eq!(editor.state.preview.shown, Some(picture(7)), "where it stands");
}
