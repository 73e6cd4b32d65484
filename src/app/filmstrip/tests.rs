//! What the lanes ask for, and how little.

use std::collections::HashSet;

use crossterm::event::KeyCode;
use serde_json::{Value, json};

use super::*;
use crate::app::{Focus, Msg};
use crate::link::Update;
use crate::ui::testing::{self, Editor};

/// An editor whose terminal has all colours, on a quick line, with a film.
fn with_film(width: u16, height: u16, film: Value) -> Editor {
    let mut editor = Editor::english(width, height).opened();
    editor.state.preview.depth = Depth::True;
    editor.state.preview.take_line(true);
    editor.state.focus = Focus::Timeline;
    editor.told(testing::media(&["a.jpg", "b.mp4"])).film(film)
}

fn clip(id: &str, start: u64, length: u64, file: &str) -> Value {
    json!({"id": id, "st": start, "d": length, "src": file})
}

fn track(clips: &[Value]) -> Value {
    json!({"t": [{"tt": 0, "sg": clips}]})
}

fn asked(effects: &[Effect]) -> Vec<Still> {
    let stills = effects.iter().filter_map(|effect| match effect {
        Effect::Tell(Command::Thumbnail(still)) => Some(still.clone()),
        _ => None,
    });
    stills.collect()
}

fn picture() -> Arc<Picture> {
    Arc::new(Picture { width: 7, height: 4, rgb: vec![200; 84] })
}

/// Answers all that is asked for after a message, and tells what it was.
fn answered(editor: &mut Editor, msg: Msg) -> Vec<Still> {
    let mut all = Vec::new();
    let mut effects = editor.take(msg);
    while let Some(still) = asked(&effects).pop() {
        all.push(still.clone());
        let came = Update::Thumbnail { still, picture: Some(picture()) };
        effects = editor.take(Msg::Link(came));
    }
    all
}

fn key(code: KeyCode) -> Msg {
    Msg::Key(crossterm::event::KeyEvent::new(code, crossterm::event::KeyModifiers::NONE))
}

const P: KeyCode = KeyCode::Char('P');

#[test]
fn it_is_there_by_itself_only_where_lanes_are_high_and_the_key_decides() {
    let film = || track(&[clip("a", 0, 4000, "a.jpg")]);
    assert!(is_on(&with_film(120, 48, film()).state));
    let mut small = with_film(120, 36, film());
    assert!(!is_on(&small.state) && small.state.areas().lane_rows == 1);
    small.take(key(P));
    assert!(is_on(&small.state));
    assert_eq!(small.state.areas().lane_rows, 3, "the lanes grow");
    small.take(key(P));
    assert_eq!(small.state.areas().lane_rows, 1);
    let mut slow = with_film(120, 48, film());
    slow.state.preview.take_line(false);
    assert!(!is_on(&slow.state), "it would fill a slow line");
}

#[test]
fn where_it_cannot_be_seen_the_chat_says_why() {
    let film = || track(&[clip("a", 0, 4000, "a.jpg")]);
    let said = |editor: &Editor| editor.screen();
    let mut poor = with_film(120, 36, film());
    poor.state.preview.depth = Depth::Shades;
    poor.take(key(P));
    assert!(said(&poor).contains("filmstrip needs"), "{}", said(&poor));
    let mut small = with_film(80, 24, film());
    small.take(key(P));
    assert!(said(&small).contains("larger"), "{}", said(&small));
}

#[test]
fn each_picture_that_is_seen_is_asked_for_once_and_one_at_a_time() {
    let clips = [
        clip("a", 0, 4000, "a.jpg"),
        clip("b", 4000, 4000, "b.mp4"),
        clip("c", 8000, 4000, "b.mp4"),
    ];
    let mut editor = with_film(120, 36, track(&clips));
    let first = asked(&editor.take(key(P)));
    assert_eq!(first.len(), 1);
    assert_eq!(asked(&editor.take(Msg::Tick)), [], "it is on its way");
    let came = Update::Thumbnail { still: first[0].clone(), picture: Some(picture()) };
    let rest = answered(&mut editor, Msg::Link(came));
    let all: Vec<Still> = first.into_iter().chain(rest).collect();
    assert_eq!(all.iter().filter(|still| still.file == "a.jpg").count(), 1, "a picture is one");
    let each: HashSet<&Still> = all.iter().collect();
    assert_eq!(each.len(), all.len());
    assert!(
        all.iter().all(|still| (still.width, still.height) == (7, 4) && still.at < Millis(4000))
    );
    // Two clips of the same part of a file need the same pictures.
    let of_b: Vec<Millis> =
        all.iter().filter(|still| still.file == "b.mp4").map(|still| still.at).collect();
    assert!(of_b.len() > 3 && of_b.is_sorted(), "{of_b:?}");
    assert_eq!(answered(&mut editor, Msg::Tick), [], "all is known");
    editor.take(key(KeyCode::Right));
    assert_eq!(answered(&mut editor, Msg::Tick), [], "a step of the playhead shows nothing else");
}

#[test]
fn what_cannot_be_made_is_asked_for_once() {
    let mut editor = with_film(120, 36, track(&[clip("a", 0, 4000, "a.jpg")]));
    let still = asked(&editor.take(key(P))).pop().expect("one");
    editor.take(Msg::Link(Update::Thumbnail { still: still.clone(), picture: None }));
    assert_eq!(asked(&editor.take(Msg::Tick)), []);
    assert_eq!(editor.state.pictures.filmstrip.find(&still.file, still.at), None);
}

#[test]
fn a_lane_of_twenty_thousand_pieces_asks_for_what_is_seen_alone() {
    let clips: Vec<Value> =
        (0..20_000).map(|at| clip(&format!("s{at}"), at * 1000, 1000, "b.mp4")).collect();
    let mut editor = with_film(120, 36, track(&clips));
    assert_eq!(answered(&mut editor, key(P)), [], "no piece is as wide as a picture");
    let mut all = 0;
    for _ in 0..40 {
        let stills = answered(&mut editor, key(KeyCode::Char('+'))).len();
        assert!(stills <= 36, "a screen has no room for {stills}");
        all += stills;
    }
    assert!(all > 0, "close up there are pictures");
}

#[test]
fn only_so_many_are_kept_and_another_session_has_others() {
    let mut strip = FilmstripState { chosen: Some(true), ..FilmstripState::default() };
    let still = |at| Still { file: "b.mp4".into(), at: Millis(at), width: 7, height: 4 };
    for at in 0..=MOST as u64 {
        strip.keep(still(at), Some(picture()));
    }
    assert_eq!((strip.oldest.len(), strip.kept["b.mp4"].len()), (MOST, MOST));
    assert!(strip.find("b.mp4", Millis(0)).is_none() && strip.find("b.mp4", Millis(1)).is_some());
    strip.begin_again();
    assert!(strip.kept.is_empty() && strip.chosen == Some(true));
}

#[test]
fn the_pictures_stand_in_the_lane_where_they_belong_and_under_the_name() {
    let mut editor =
        with_film(120, 36, track(&[clip("a", 0, 4000, "a.jpg"), clip("b", 4000, 4000, "b.mp4")]));
    answered(&mut editor, key(P));
    let screen = editor.screen();
    let lane: Vec<&str> =
        screen.lines().skip_while(|line| !line.contains(" V1 ")).take(3).collect();
    assert!(
        lane[0].contains("a.jpg") && lane[0].contains("b.mp4") && !lane[0].contains('▀'),
        "{screen}"
    );
    for row in &lane[1..] {
        assert!(row.matches('▀').count() > 90, "{screen}");
    }
}
