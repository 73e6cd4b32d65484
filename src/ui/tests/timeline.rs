//! The film as the lanes, the ruler and the overview show it.

use std::sync::Arc;

use crossterm::event::KeyCode;
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::app::Waveform;
use crate::draft::Millis;
use crate::language::Language;
use crate::link::{TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, promo, setup};
use crate::ui::{Colours, Signs};

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (40, 12), (300, 100)];

/// The rows of the timeline pane, with their styles counted from its first row.
fn film_rows(editor: &Editor) -> String {
    let areas = editor.state.areas();
    let (top, bottom) = (usize::from(areas.timeline.y), usize::from(areas.timeline.bottom()));
    let screen = editor.styled();
    let (text, styles) = screen.split_at(screen.rfind("\n\n").map_or(screen.len(), |at| at + 1));
    let text: Vec<&str> = text.lines().skip(top).take(bottom - top).collect();
    let styles = styles.lines().filter_map(|line| {
        let (row, style) = line.split_once(": ")?;
        let row: usize = row.parse().ok()?;
        (top..bottom).contains(&row).then(|| format!("{}: {style}", row - top))
    });
    format!("{}\n\n{}", text.join("\n"), styles.collect::<Vec<_>>().join("\n"))
}

/// The row of a lane, without its label.
fn lane(editor: &Editor, label: &str) -> String {
    let rows = film_rows(editor);
    let row = rows.lines().find(|row| row.trim_start_matches(['›', ' ']).starts_with(label));
    row.expect("the lane").trim_start_matches(['›', ' ']).trim_start_matches(label).to_owned()
}

fn everywhere(name: &str, make: impl Fn(Editor) -> Editor) {
    for (width, height) in SIZES {
        let editor = make(Editor::english(width, height));
        assert_snapshot!(format!("{name}_{width}x{height}"), film_rows(&editor));
    }
}

/// A second turn on the promo: one clip is longer, one is new, the music is quieter.
fn changed_promo() -> Value {
    let mut film = promo();
    film["t"][1]["sg"][5]["d"] = json!(3000);
    film["t"][1]["sg"][5]["tr"] = Value::Null;
    film["t"][1]["sg"][2]["m"] = json!({"name": "sunset in the evening"});
    film["t"][2]["m"]["volume"] = json!(0.2);
    let new = json!({"id": "t2", "st": 20_000, "d": 6000, "m": {"text": "The End"}});
    film["t"][0]["sg"].as_array_mut().expect("titles").push(new);
    film
}

fn second_turn(editor: Editor) -> Editor {
    editor
        .promo_made()
        .said("end it with a title, and quieter music")
        .told(Update::TurnStarted(TurnId(2)))
        .film(changed_promo())
        .told(Update::TurnEnded(TurnId(2), TurnEnd::Answered))
}

#[test]
fn what_the_last_turn_changed_is_marked() {
    everywhere("changed", second_turn);
}

#[test]
fn the_marks_of_the_last_turn_go_with_the_next_key() {
    let mut editor = second_turn(Editor::english(120, 36));
    assert!(lane(&editor, "T1").contains("+ The End"), "{}", lane(&editor, "T1"));
    assert!(lane(&editor, "A1").contains("~20 %"), "{}", lane(&editor, "A1"));
    assert!(lane(&editor, "V1").contains("~ sunset in"), "{}", lane(&editor, "V1"));
    assert!(lane(&editor, "V1").contains("▏shells") || lane(&editor, "V1").contains(" shells"));
    editor.key(KeyCode::Tab);
    assert!(!lane(&editor, "T1").contains('+') && lane(&editor, "T1").contains("The End"));
    assert!(!lane(&editor, "A1").contains('~'));
    assert!(editor.state.timeline.changed.is_empty());
}

#[test]
fn a_turn_that_changed_nothing_marks_nothing() {
    let editor = Editor::english(120, 36)
        .promo_made()
        .said("how long is it?")
        .told(Update::TurnEnded(TurnId(2), TurnEnd::Answered));
    assert!(editor.state.timeline.changed.is_empty());
}

#[test]
fn without_colours_the_sign_tells_what_changed() {
    let mut plain = setup(120, 36, Language::English);
    plain.look.colours = Colours::None;
    assert_snapshot!("changed_no_color", film_rows(&second_turn(Editor::new(plain))));
}

#[test]
fn of_many_pieces_in_a_column_one_that_changed_is_enough() {
    let film = |count: u64| {
        let pieces = (0..count).map(|number| json!({"id": format!("s{number}"), "d": 10}));
        json!({"t": [{"tt": 0, "sg": pieces.collect::<Vec<_>>()}]})
    };
    let editor = Editor::english(120, 36)
        .opened()
        .film(film(5000))
        .said("more")
        .film(film(5001))
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    let shown = lane(&editor, "V1");
    assert_eq!(shown.matches('+').count(), 1, "{shown}");
    assert!(shown.trim_end().ends_with('+'), "{shown}");
}

/// Gaps of every length and overlaps with and without a transition to explain them.
fn holes() -> Value {
    json!({"t": [
        {"tt": 0, "sg": [
            {"st": 2000, "d": 6000, "src": "a.mp4", "m": {"volume": 0.5}},
            {"st": 12000, "d": 3100, "src": "b.mp4"},
            {"st": 15160, "d": 2840, "src": "after a gap of two frames.mp4"},
            {"st": 16500, "d": 5000, "src": "over b.mp4"},
            {"st": 20500, "d": 5000, "src": "c.mp4", "tr": {"k": "wipe left", "d": 1000}},
        ]},
        {"tt": 1, "sg": [{"st": 1000, "d": 4000, "m": {"name": "wind", "volume": 0.8}},
            {"st": 9000, "d": 4000, "m": {"name": "sea", "volume": 0}}, {"st": 24000, "d": 6000, "m": {"name": "gulls"}}]},
    ]})
}

#[test]
fn gaps_are_dotted_and_overlaps_hatched() {
    everywhere("gaps", |editor| editor.opened().film(holes()));
    let editor = Editor::english(120, 36).opened().film(holes());
    let pictures = lane(&editor, "V1");
    assert!(pictures.contains("┊afte"), "a gap of two frames is told by its edge: {pictures}");
    assert!(pictures.trim_end().ends_with('┈'), "the film ends in black: {pictures}");
    assert!(pictures.contains("a.mp4  50 %"), "{pictures}");
    let sound = lane(&editor, "A1");
    assert!(sound.contains("wind  80 %") && sound.contains("sea  0 %"), "{sound}");
    assert!(!sound.trim_start_matches([' ', '│']).starts_with('┈'), "{sound}");
}

#[test]
fn pieces_that_abut_have_neither_gap_nor_overlap() {
    let editor = Editor::english(120, 36).promo_made();
    let signs = ['┈', '┊', '╱'];
    assert!(!lane(&editor, "V1").contains(signs), "{}", lane(&editor, "V1"));
}

/// Louder and softer, twice a second.
fn sound(seconds: u64) -> Arc<Waveform> {
    let peaks = (0..seconds * 20).map(|place| {
        let beat = [250, 200, 130, 80, 60, 120, 90, 40, 20, 10];
        beat[usize::try_from(place % 10).expect("small")]
    });
    Arc::new(Waveform { step: Millis(50), peaks: peaks.collect() })
}

fn sounding() -> Value {
    json!({"t": [
        {"tt": 0, "sg": [{"d": 12000, "src": "surf.mp4"}, {"d": 8000, "src": "pier.jpg"}]},
        {"tt": 1, "m": {"volume": 0.35}, "sg": [
            {"d": 14000, "src": "song.mp3", "fi": 1000, "fo": 4000},
            {"st": 14000, "d": 4000, "src": "song.mp3", "m": {"name": "again", "volume": 0.4}},
            {"st": 18000, "d": 2000, "src": "unknown.mp3"},
        ]},
    ]})
}

fn heard(mut editor: Editor) -> Editor {
    let waveforms = &mut editor.state.pictures.waveforms;
    waveforms.insert("song.mp3".into(), sound(20));
    waveforms.insert("surf.mp4".into(), sound(12));
    editor.opened().film(sounding())
}

#[test]
fn sound_is_drawn_as_its_shape() {
    everywhere("waveforms", heard);
    let mut plain = setup(120, 36, Language::English);
    (plain.look.colours, plain.look.signs) = (Colours::None, Signs::Ascii);
    let editor = heard(Editor::new(plain)).pressed(&[KeyCode::Tab, KeyCode::PageDown]);
    assert_snapshot!("waveforms_ascii", film_rows(&editor));
}

#[test]
fn the_shape_of_sound_follows_the_zoom() {
    let mut editor = heard(Editor::english(120, 36)).pressed(&[KeyCode::Tab, KeyCode::PageDown]);
    editor.typed("+++");
    assert_snapshot!("waveforms_closer", film_rows(&editor));
}
