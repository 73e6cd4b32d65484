//! The film as the lanes, the ruler and the overview show it.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use insta::assert_snapshot;
use ratatui::layout::Size;
use serde_json::{Value, json};

use crate::app::{Marker, Msg, Waveform};
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
    let (text, styled) = (editor.screen(), editor.styled());
    let styles = &styled[text.len() + 1..];
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

/// A turn that took a clip and the title away.
fn shortened(mut editor: Editor) -> Editor {
    editor = editor.promo_made();
    let mut film = promo();
    film["t"][0]["sg"] = json!([]);
    let clips = film["t"][1]["sg"].as_array_mut().expect("clips");
    clips.remove(2);
    for clip in clips.iter_mut().skip(2) {
        clip["st"] = json!(clip["st"].as_u64().expect("a time") - 5000);
    }
    editor
        .said("without the sunset and the title")
        .told(Update::TurnStarted(TurnId(2)))
        .film(film)
        .told(Update::TurnEnded(TurnId(2), TurnEnd::Answered))
}

#[test]
fn where_something_was_deleted_a_sign_stands_at_the_joint() {
    everywhere("deleted", shortened);
    let mut plain = setup(120, 36, Language::English);
    plain.look.colours = Colours::None;
    assert_snapshot!("deleted_no_color", film_rows(&shortened(Editor::new(plain))));
    let mut editor = shortened(Editor::english(120, 36));
    assert!(lane(&editor, "V1").contains("-╳ shells"), "{}", lane(&editor, "V1"));
    editor.key(KeyCode::Tab);
    assert!(!lane(&editor, "V1").contains('-'), "{}", lane(&editor, "V1"));
}

#[test]
fn the_sign_of_a_joint_stands_beside_the_playhead_that_would_hide_it() {
    for (at, shown) in [(10_000, "-│"), (0, "│")] {
        let mut editor = shortened(Editor::english(120, 36));
        editor.state.timeline.playhead = Millis(at);
        assert!(lane(&editor, "V1").contains(shown), "{}", lane(&editor, "V1"));
    }
    // What an edit by key is expected to leave behind is seen in the same way.
    let mut editor = Editor::english(120, 36).promo_made().pressed(&[KeyCode::Tab]);
    editor.typed("x");
    assert!(lane(&editor, "V1").contains("│-pier.jpg"), "{}", lane(&editor, "V1"));
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
    Arc::new(Waveform::new(Millis(50), peaks.collect()))
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

fn heard(editor: Editor) -> Editor {
    let mut editor = editor.opened();
    let waveforms = &mut editor.state.pictures.waveforms;
    waveforms.insert("song.mp3".into(), sound(20));
    waveforms.insert("surf.mp4".into(), sound(12));
    editor.film(sounding())
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

/// The clip and the song run backwards, from where the parts of them that are heard end.
fn backwards() -> Value {
    let mut film = sounding();
    film["t"][0]["sg"][0]["rv"] = json!(true);
    film["t"][0]["sg"][0]["in"] = json!(12_000);
    film["t"][1]["sg"][0]["rv"] = json!(true);
    film["t"][1]["sg"][0]["in"] = json!(14_000);
    film
}

#[test]
fn a_clip_that_runs_backwards_says_so_and_so_does_the_shape_of_its_sound() {
    everywhere("backwards", |editor| heard(editor).film(backwards()));
}

fn marker(at: u64, name: &str) -> Marker {
    Marker { at: Millis(at), name: name.into() }
}

fn marked(mut editor: Editor) -> Editor {
    editor = editor.promo_made().pressed(&[KeyCode::Tab]);
    let marks = &mut editor.state.timeline.marks;
    (marks.in_point, marks.out_point) = (Some(Millis(4_000)), Some(Millis(12_500)));
    marks.markers = vec![
        marker(7_000, "the wave"),
        marker(7_050, "hidden by the one before"),
        marker(17_000, ""),
        marker(22_000, "海边的日落"),
        marker(23_500, "a name that is much too long for the room that is left"),
        marker(29_000, "end"),
    ];
    editor
}

#[test]
fn marks_and_markers_stand_on_the_ruler() {
    everywhere("marks", marked);
}

#[test]
fn marks_stay_at_their_moments_when_the_film_moves_under_them() {
    let mut editor = marked(Editor::english(120, 36));
    editor.typed("+++");
    assert_snapshot!("marks_closer", film_rows(&editor));
    for _ in 0..6 {
        editor.take(Msg::Key(KeyEvent::new(KeyCode::Right, KeyModifiers::SHIFT)));
    }
    assert_snapshot!("marks_within", film_rows(&editor));
}

#[test]
fn names_of_markers_cannot_reach_the_terminal_as_control() {
    let mut editor = marked(Editor::english(120, 36));
    editor.state.timeline.marks.markers = vec![marker(7_000, "a\u{1b}[2J\u{202e}b\r\nc")];
    for cell in editor.buffer().content() {
        let fits = |letter: char| !letter.is_control() && letter != '\u{202e}';
        assert!(cell.symbol().chars().all(fits), "{:?}", cell.symbol());
    }
    assert!(film_rows(&editor).contains("◆ab c"), "{}", film_rows(&editor));
}

#[test]
fn every_frame_has_columns_of_its_own_when_zoomed_in() {
    everywhere("frames", |editor| {
        let mut editor = editor.promo_made().pressed(&[KeyCode::Tab, KeyCode::Down, KeyCode::Down]);
        editor.typed("++++++++++++++++++++");
        editor.pressed(&[KeyCode::Right, KeyCode::Right, KeyCode::Right])
    });
}

/// A crowded beginning, an empty middle, a calm end.
fn uneven() -> Value {
    let quick = (0..80).map(|shot| json!({"st": shot * 500, "d": 500, "src": "quick.mp4"}));
    let calm =
        (0..4).map(|shot| json!({"st": 120_000 + shot * 15_000, "d": 15_000, "src": "calm.mp4"}));
    json!({"t": [{"tt": 0, "sg": quick.chain(calm).collect::<Vec<_>>()}, {"tt": 1, "sg": [
        {"st": 20_000, "d": 30_000, "m": {"name": "wind"}},
    ]}]})
}

#[test]
fn a_long_piece_has_its_name_also_behind_one_that_is_too_short_to_be_seen() {
    let film = json!({"t": [{"tt": 0, "sg": [
        {"st": 0, "d": 67, "src": "sunset.jpg"},
        {"st": 67, "d": 19_933, "src": "sunset.jpg"},
    ]}]});
    let rows = film_rows(&Editor::english(120, 36).opened().film(film));
    assert!(rows.contains("sunset.jpg"), "{rows}");
}

#[test]
fn the_overview_tells_where_much_is_cut_and_what_part_is_seen() {
    everywhere("overview", |editor| {
        let mut editor = editor.opened().film(uneven()).pressed(&[KeyCode::Tab]);
        for _ in 0..60 {
            editor.key(KeyCode::Down);
        }
        editor.typed("+++");
        editor
    });
    let mut editor = Editor::english(120, 36).opened().film(uneven()).pressed(&[KeyCode::Tab]);
    assert!(!film_rows(&editor).contains(']'), "the whole film needs none");
    editor.typed("+");
    let overview = film_rows(&editor).lines().nth(5).expect("its row").trim().to_owned();
    assert!(overview.starts_with('┃') && overview.contains(']'), "{overview}");
}

#[test]
fn that_moments_do_not_snap_is_said() {
    let mut editor = Editor::english(80, 24).promo_made().pressed(&[KeyCode::Tab]);
    assert!(!editor.screen().contains("no snapping"));
    editor.typed("S");
    assert!(editor.screen().contains("no snapping"), "{}", editor.screen());
    editor.typed("S");
    assert!(!editor.screen().contains("no snapping"));
    assert!(editor.state.message.is_empty(), "the letter is a key here");
}

#[test]
fn three_hundred_tracks_in_every_size() {
    everywhere("tracks_300", |editor| {
        let names = ["海边的日落", "غروب الشمس", "🎬 family 👩‍👧", "Grüße"];
        let tracks = (0..300_u64).map(|number| {
            let kind = [0, 1, 7, 42][usize::try_from(number % 4).expect("small")];
            let name = names[usize::try_from(number / 4 % 4).expect("small")];
            let piece = json!({"st": number * 20, "d": 4000, "m": {"name": name}});
            json!({"tt": kind, "m": {"volume": 1.0}, "sg": [piece]})
        });
        let film = json!({"t": tracks.collect::<Vec<_>>()});
        let mut editor = editor.opened().film(film).pressed(&[KeyCode::Tab]);
        for _ in 0..20 {
            editor.key(KeyCode::PageDown);
        }
        editor
    });
}

#[test]
fn three_hours_in_every_size() {
    everywhere("three_hours", |editor| {
        let shots = (0..2000).map(
            |number| json!({"st": number * 5400, "d": 5400, "src": format!("shot-{number}.mov")}),
        );
        let film = json!({"m": {"fps": 25}, "t": [
            {"tt": 0, "sg": shots.collect::<Vec<_>>()},
            {"tt": 1, "sg": [{"d": 10_800_000, "src": "score.wav", "m": {"name": "配乐"}}]},
        ]});
        let mut editor = editor.opened();
        editor.state.pictures.waveforms.insert("score.wav".into(), sound(10_800));
        let mut editor = editor.film(film).pressed(&[KeyCode::Tab, KeyCode::End]);
        editor.typed("+++");
        editor
    });
}

#[test]
fn the_empty_timeline_says_what_to_write() {
    everywhere("empty", Editor::opened);
}

#[test]
fn marks_sound_and_overview_are_drawn_at_any_size_and_zoom() {
    let mut editor = heard(Editor::english(120, 36)).pressed(&[KeyCode::Tab, KeyCode::Down]);
    editor.state.timeline.marks = marked(Editor::english(120, 36)).state.timeline.marks;
    for zoom in ["0", "+", "++++", "++++++++++"] {
        editor.typed(zoom);
        for width in (0..140).step_by(7).chain([1, 2, 3, 299]) {
            for height in [0, 1, 5, 6, 9, 12, 16, 24, 30, 48, 90] {
                editor.take(Msg::Resized(Size { width, height }));
                editor.buffer();
            }
        }
    }
}

/// Undone by a key, the marks of a turn do not come back with the next draft.
#[test]
fn a_draft_that_comes_later_keeps_the_marks_and_brings_none_back() {
    let mut editor = second_turn(Editor::english(120, 36)).film(changed_promo());
    assert!(lane(&editor, "T1").contains("+ The End"), "{}", lane(&editor, "T1"));
    editor.key(KeyCode::Tab);
    let editor = editor.film(changed_promo());
    assert!(!lane(&editor, "T1").contains('+'), "{}", lane(&editor, "T1"));
}
