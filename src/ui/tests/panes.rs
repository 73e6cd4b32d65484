//! Single panes in the states that try them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use insta::assert_snapshot;
use ratatui::style::Modifier;
use serde_json::{Value, json};

use crate::app::Msg;
use crate::link::{JobKind, JobState, JobView, TurnEnd, TurnId, Update, Waveform};
use crate::ui::testing::{Editor, job, media};

fn wide_film() -> Value {
    let names = ["海边的日落.jpg", "غروب الشمس.mp4", "🎬 family 👩‍👧.mov", "Grüße.png"];
    let pieces = names.iter().enumerate().map(|(place, name)| {
        json!({"id": format!("p{place}"), "st": place * 4000, "d": 4000, "src": name})
    });
    json!({"m": {"title": "夏日宣传片 🎬"}, "t": [
        {"tt": 0, "sg": pieces.collect::<Vec<_>>()},
        {"tt": 7, "sg": [{"d": 6000, "m": {"text": "黄金时刻"}}, {"st": 8000, "d": 8000, "m": {"text": "مساء الخير"}}]},
    ]})
}

#[test]
fn names_in_any_script_keep_their_columns() {
    let editor = Editor::english(120, 36)
        .opened()
        .film(wide_film())
        .told(media(&["海边的日落.jpg", "غروب الشمس.mp4", "🎬 family 👩‍👧.mov", "Grüße.png"]))
        .told(Update::Job(JobView {
            done: 40,
            total: Some(100),
            ..job("u-1", JobKind::Upload, "很长很长很长很长的文件名字.mov", JobState::Running)
        }))
        .said("把标题改成“黄金时刻”，然后导出，谢谢，这是一句很长的话，用来看看换行是不是正确，标点不在行首。")
        .told(Update::TurnText(TurnId(1), "好的：标题已改为“黄金时刻”，从 0 秒到 6 秒。👩‍👧".into()))
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    assert_snapshot!("wide_glyphs_120x36", editor.styled());
    let mut editor = editor;
    editor.take(Msg::Resized(ratatui::layout::Size { width: 40, height: 12 }));
    assert_snapshot!("wide_glyphs_40x12", editor.styled());
}

#[test]
fn without_a_ruler_the_playhead_looks_like_no_edge_and_hides_no_letter() {
    let film = json!({"t": [{"tt": 0, "sg": [{"d": 30000, "src": "beach.jpg"}]}]});
    let mut editor = Editor::english(40, 12).opened().film(film).pressed(&[KeyCode::Tab]);
    let lane = |editor: &Editor| {
        let screen = editor.screen();
        let row = screen.lines().find(|row| row.contains("V1")).expect("the lane");
        row.trim_start_matches([' ', '›']).to_owned()
    };
    assert_eq!(lane(&editor), "V1 ┃beach.jpg");
    editor.take(Msg::Key(KeyEvent::new(KeyCode::Right, KeyModifiers::SHIFT)));
    assert_eq!(lane(&editor), "V1 ▏┃beach.jpg");
    editor.take(Msg::Key(KeyEvent::new(KeyCode::Right, KeyModifiers::SHIFT)));
    assert_eq!(lane(&editor), "V1 ▏beach.jpg", "its colour is the letter's ground");
    assert!(editor.styled().contains("red filled"), "{}", editor.styled());
}

#[test]
fn a_piece_that_fades_out_is_filled_up_to_where_it_falls() {
    for (width, height) in [(40, 12), (80, 24), (120, 36)] {
        let editor = Editor::english(width, height).promo_made();
        let buffer = editor.buffer();
        let screen = editor.screen();
        let lanes = screen.lines().enumerate().filter(|(_, row)| row.contains("A1"));
        let y = lanes.map(|(y, _)| y).last().expect("the lane");
        let cell = |x| &buffer[(x, u16::try_from(y).expect("a row"))];
        let is_level = |x| ["▁", "▂", "▃", "▄", "▅", "▆", "▇"].contains(&cell(x).symbol());
        let name = (0..width).find(|x| cell(*x).symbol() == "u").expect("its name");
        let falls = (name..width).find(|x| is_level(*x)).expect("its end");
        for x in name..falls {
            assert!(cell(x).modifier.contains(Modifier::REVERSED), "{x} at {width}x{height}");
        }
    }
}

#[test]
fn a_number_that_does_not_fit_in_a_lane_is_not_told_in_part() {
    let lane = |length: u64| {
        let film = json!({"t": [
            {"tt": 0, "sg": [{"d": 30000, "src": "beach.jpg"}]},
            {"tt": 1, "sg": [{"d": length, "m": {"name": "calm", "volume": 0.35}}]},
        ]});
        let screen = Editor::english(120, 36).opened().film(film).screen();
        screen.lines().rfind(|row| row.contains(" A1 ")).expect("the lane").to_owned()
    };
    assert!(lane(8_000).contains("calm  35 %"), "{}", lane(8_000));
    let short = lane(2_500);
    assert!(short.contains("calm") && !short.contains('3'), "{short}");
}

#[test]
fn a_selected_piece_shows_how_it_falls_as_one_that_is_not() {
    let rows = |keys: &[KeyCode]| {
        let editor = Editor::english(120, 36).promo_made().pressed(&[KeyCode::Tab]).pressed(keys);
        let screen = editor.screen();
        let lane = screen.lines().rfind(|row| row.contains(" A1 ")).expect("the lane").to_owned();
        let levels = |row: &str| row.chars().filter(|sign| "▁▂▃▄▅▆▇".contains(*sign)).count();
        (lane.starts_with('›'), levels(&lane))
    };
    let (selected, falling) = rows(&[]);
    assert!(!selected && falling > 1, "{falling}");
    assert_eq!(rows(&[KeyCode::PageDown]), (true, falling));
}

#[test]
fn an_export_that_no_list_shows_is_told_below_the_chat() {
    let half = || JobView {
        done: 4200,
        total: Some(10_000),
        ..job("r-1", JobKind::Render, "summer promo", JobState::Running)
    };
    for (editor, line) in [
        (Editor::english(80, 24), "exporting 42 % · 0:17 left"),
        (Editor::english(40, 12), "exporting 42 % · 0:17 left"),
        (Editor::chinese(80, 24), "导出中 42 % · 剩余 0:17"),
        (Editor::chinese(40, 12), "导出中 42 % · 剩余 0:17"),
    ] {
        let editor = editor.promo_made().told(Update::Job(half()));
        assert!(editor.screen().contains(line), "{}", editor.screen());
        let saved = JobView { state: JobState::Done, ..half() };
        assert!(!editor.told(Update::Job(saved)).screen().contains("42 %"));
    }
    let wide = Editor::english(120, 36).promo_made().told(Update::Job(half()));
    assert!(!wide.screen().contains("exporting"));
}

#[test]
fn the_message_box_always_tells_the_way_to_the_other_panes() {
    for (editor, hint) in
        [(Editor::english(40, 12), "Tab pane"), (Editor::chinese(40, 12), "Tab 面板")]
    {
        let screen = editor.opened().screen();
        assert!(screen.lines().last().is_some_and(|row| row.contains(hint)), "{screen}");
    }
}

#[test]
fn the_playhead_never_draws_half_of_a_wide_letter() {
    let mut editor = Editor::english(120, 36).opened().film(wide_film()).pressed(&[KeyCode::Tab]);
    for _ in 0..60 {
        editor.key(KeyCode::Right);
        let buffer = editor.buffer();
        for row in editor.screen().lines() {
            assert!(crate::ui::text::width(row) <= usize::from(buffer.area.width), "{row}");
        }
    }
}

#[test]
fn nothing_from_outside_reaches_the_screen_as_control() {
    let film = json!({"m": {"title": "a\u{1b}[2Jb"}, "t": [
        {"tt": 0, "m": {"name": "\u{202e}x"}, "sg": [{"d": 5000, "m": {"name": "\u{1b}]0;x\u{7}clip\r\n"}}]},
    ]});
    let editor = Editor::english(120, 36)
        .opened()
        .film(film)
        .told(media(&["evil\u{1b}[31m.jpg"]))
        .told(Update::Job(job("u-1", JobKind::Upload, "evil\u{9b}31m.jpg", JobState::Queued)))
        .said("hello")
        .told(Update::TurnActivity(TurnId(1), "edit\u{1b}[5ming".into()))
        .told(Update::TurnText(TurnId(1), "an\u{1b}[1mswer\u{202e}".into()));
    for cell in editor.buffer().content() {
        let fits = |letter: char| !letter.is_control() && letter != '\u{202e}';
        assert!(cell.symbol().chars().all(fits), "{:?}", cell.symbol());
    }
    let screen = editor.screen();
    for words in ["ab", "clip", "evil.jpg", "answer", "editing"] {
        assert!(screen.contains(words), "{words} in\n{screen}");
    }
}

#[test]
fn three_hundred_tracks_scroll_with_the_selected_one() {
    let tracks = (0..300_u64).map(|number| {
        let kind = [0, 1, 7, 42][usize::try_from(number % 4).expect("small")];
        let piece = json!({"st": number * 100, "d": 4000, "m": {"name": format!("clip {number}")}});
        json!({"tt": kind, "m": {"volume": 0.5}, "sg": [piece]})
    });
    let film = json!({"t": tracks.collect::<Vec<_>>()});
    let mut editor = Editor::english(80, 24).opened().film(film).pressed(&[KeyCode::Tab]);
    for _ in 0..20 {
        editor.key(KeyCode::PageDown);
    }
    assert_snapshot!("tracks_300", editor.styled());
}

fn three_hours() -> Value {
    let shots = (0..2000)
        .map(|number| json!({"st": number * 5400, "d": 5400, "src": format!("shot-{number}.mov")}));
    let score = json!({"d": 10_800_000, "m": {"name": "score"}, "fo": 60_000});
    json!({"m": {"title": "The long one", "fps": 25}, "t": [
        {"tt": 0, "sg": shots.collect::<Vec<_>>()}, {"tt": 1, "sg": [score]},
    ]})
}

#[test]
fn a_film_of_three_hours_is_seen_whole_and_frame_by_frame() {
    let mut editor = Editor::english(120, 36).opened().film(three_hours()).pressed(&[KeyCode::Tab]);
    assert_snapshot!("three_hours", editor.styled());
    for _ in 0..700 {
        editor.key(KeyCode::Down);
    }
    editor.typed("++++");
    assert_snapshot!("three_hours_closer", editor.styled());
    editor.typed("++++++++++++++++");
    assert_snapshot!("three_hours_frames", editor.styled());
}

#[test]
fn gaps_overlaps_effects_and_unknown_tracks_are_shown() {
    let film = json!({"t": [
        {"tt": 0, "sg": [
            {"st": 2000, "d": 6000, "src": "a.mp4", "sp": 2.0, "fi": 2000},
            {"st": 12000, "d": 6000, "src": "b.mp4"},
            {"st": 15000, "d": 6000, "src": "over b.mp4", "tr": {"k": "wipe left", "d": 1500}},
        ]},
        {"tt": 1, "m": {"volume": 0.35}, "sg": [{"st": 0, "d": 24000, "m": {"name": "calm", "volume": 0.8}, "fi": 4000, "fo": 6000}]},
        {"tt": 42, "sg": [{"st": 4000, "d": 3000, "m": {"name": "sticker"}}]},
        {"tt": 7, "sg": []},
    ]});
    let editor = Editor::english(120, 36).opened().film(film);
    assert_snapshot!("gaps_and_overlaps", editor.styled());
}

#[test]
fn an_answer_in_markdown_reads_well() {
    let answer = "## Plan\n\nThree parts:\n\n1. **Open** on the beach, 0-5 s\n2. Cut to the pier with a `wipe left` that takes half a second and then goes on to the gulls\n3. End\n\n```\nexport promo.mp4\n```\n";
    let editor = Editor::english(80, 24)
        .opened()
        .said("what is the plan?")
        .told(Update::TurnText(TurnId(1), answer.into()))
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    assert_snapshot!("markdown", editor.styled());
}

#[test]
fn media_and_jobs_take_the_upper_half_where_there_is_no_room_beside_it() {
    let names = ["beach.jpg", "holiday-in-the-mountains-with-everyone-2026.mp4", "music.mp3"];
    let mut editor = Editor::english(80, 24).opened().told(media(&names)).pressed(&[KeyCode::F(3)]);
    editor.key(KeyCode::Down);
    assert_snapshot!("media_tab", editor.styled());
    let editor = Editor::chinese(80, 24).opened().pressed(&[KeyCode::F(4)]);
    assert_snapshot!("jobs_tab_empty", editor.styled());
}

#[test]
fn all_that_is_known_of_the_selected_file_stands_below_the_files() {
    let names = ["beach.jpg", "holiday-in-the-mountains-with-everyone-2026.mp4", "music.mp3"];
    let film = json!({"t": [{"tt": 0, "sg": [
        {"st": 0, "d": 4000, "src": names[1]},
        {"st": 4000, "d": 4000, "src": names[1], "si": 6000},
    ]}]});
    let Update::Media(items) = media(&names) else { panic!("the files") };
    let mut items = items.to_vec();
    items[1].fps = Some(29.97);
    let told = |editor: Editor, peaks: Vec<u8>| {
        let sound = Waveform { file: names[1].into(), peaks };
        let files = Update::Media(items.clone().into());
        let mut editor =
            editor.opened().film(film.clone()).told(files).told(Update::Waveform(sound));
        editor.key(KeyCode::F(3));
        editor.key(KeyCode::Down);
        editor
    };
    assert_snapshot!("media_details_120x36", told(Editor::english(120, 36), vec![9]).styled());
    assert_snapshot!("media_details_80x24_zh", told(Editor::chinese(80, 24), Vec::new()).styled());
    let mut narrow = told(Editor::english(40, 12), vec![9]);
    assert!(!narrow.screen().contains("in the film"), "no room:\n{}", narrow.screen());
    narrow = told(Editor::english(80, 24), vec![9]);
    assert!(narrow.screen().contains("twice in the film"), "{}", narrow.screen());
    let narrow = narrow.film(json!({"t": []}));
    assert!(narrow.screen().contains("not in the film"), "{}", narrow.screen());
}

#[test]
fn letters_stand_over_the_files_that_fit_them() {
    let names = ["beach.jpg", "pier at night.mp4", "calm.mp3", "beach again.mp4"];
    let writing = |editor: Editor| {
        let mut editor = editor.opened().told(media(&names)).pressed(&[KeyCode::F(3)]);
        editor.typed("/beach");
        editor
    };
    let editor = writing(Editor::english(120, 36));
    assert_snapshot!("media_filter_120x36", editor.styled());
    let media = editor.state.areas().media;
    assert_eq!(editor.caret(), (media.x + 2 + 2 + 5, media.y + 2));
    assert_snapshot!("media_filter_40x12", writing(Editor::english(40, 12)).styled());
    let kept = writing(Editor::chinese(80, 24)).pressed(&[KeyCode::Enter]);
    assert_snapshot!("media_filter_80x24_zh", kept.styled());
}

#[test]
fn the_message_grows_with_its_lines_and_keeps_the_caret_in_sight() {
    let mut editor = Editor::english(80, 24).opened();
    for number in 1..=9 {
        editor.typed(&format!("line {number} of a longer message"));
        editor.ctrl('j');
    }
    assert_snapshot!("long_message", editor.styled());
    let (x, y) = editor.caret();
    let areas = editor.state.areas();
    assert_eq!((x, y), (2, areas.message.bottom() - 1));
}

#[test]
fn the_caret_stands_behind_wide_letters() {
    let mut editor = Editor::chinese(80, 24).opened();
    editor.typed("加标题");
    let message = editor.state.areas().message;
    assert_eq!(editor.caret(), (message.x + 2 + 6, message.y + 1));
}
