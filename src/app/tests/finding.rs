//! Finding anything by name.

use crossterm::event::KeyCode;

use crate::app::actions::table;
use crate::app::{Effect, Focus, Msg, Pick, Place};
use crate::link::{Command, ExportTo};
use crate::ui::testing::Editor;

fn words(editor: &Editor) -> Vec<String> {
    let palette = editor.state.palette.as_ref().expect("it is open");
    palette.found.iter().map(|found| found.entry.words.clone()).collect()
}

fn searched(mut editor: Editor, query: &str) -> Editor {
    editor.ctrl('p');
    editor.typed(query);
    editor
}

#[test]
fn every_action_of_the_table_is_in_the_list_once_and_both_places() {
    let editor = searched(Editor::english(80, 24).promo_made(), "");
    let palette = editor.state.palette.expect("it is open");
    let picks: Vec<Pick> = palette.found.iter().map(|found| found.entry.pick).collect();
    for row in table().filter(|row| row.id != "app.palette") {
        let same = |pick: &&Pick| matches!(pick, Pick::Row(listed) if listed.action == row.action);
        assert_eq!(picks.iter().filter(same).count(), 1, "{}", row.id);
    }
    for place in Place::ALL {
        assert!(picks.contains(&Pick::Place(place)), "{place:?}");
    }
}

#[test]
fn a_few_letters_find_an_action_in_either_language() {
    for (query, first) in [
        ("zoom i", "zoom in"),
        ("exp", "export the film"),
        ("EXPORT", "export the film"),
        ("zmft", "show the whole film; again, as before"),
        ("cloud", "use the cloud: on NemoVideo's machines"),
        ("studio", "use the studio: on this machine"),
        ("导出", "export the film"),
    ] {
        let editor = searched(Editor::english(80, 24).promo_made(), query);
        assert_eq!(words(&editor).first().map(String::as_str), Some(first), "{query}");
    }
    let editor = searched(Editor::chinese(80, 24).promo_made(), "放大");
    assert_eq!(words(&editor)[0], "放大");
    let editor = searched(Editor::chinese(80, 24).promo_made(), "zoom in");
    assert_eq!(words(&editor)[0], "放大");
    let editor = searched(Editor::english(80, 24), "qqqq");
    assert_eq!(words(&editor), [""; 0]);
}

/// The first line for what people look for, in the program's words and in others'.
#[rustfmt::skip]
const LOOKED_FOR: &[(&str, &str)] = &[
    ("quit", "app.quit"), ("exit", "app.quit"), ("leave", "app.quit"), ("qui", "app.quit"),
    ("help", "app.help"), ("keys", "app.help"), ("shortcuts", "app.help"),
    ("save", "app.export"), ("render", "app.export"), ("export", "app.export"),
    ("cancel", "app.stop"), ("stop", "app.stop"),
    ("theme", "app.theme"), ("colors", "app.theme"), ("dark", "app.theme"),
    ("volume", "timeline.louder"), ("louder", "timeline.louder"), ("quiet", "timeline.quieter"),
    ("mute", "timeline.mute"), ("preview", "app.preview"), ("import", "app.open"),
    ("split", "timeline.split"), ("cut", "timeline.split"), ("razor", "timeline.split"),
    ("delete", "timeline.delete"), ("undo", "timeline.undo"), ("redo", "timeline.redo"),
    ("trim", "timeline.trim-start"), ("fade", "timeline.fade-in-longer"), ("play", "timeline.play"),
    ("marker", "timeline.marker"), ("go to", "timeline.timecode"), ("search", "chat.find"),
    ("projects", "app.sessions"), ("duplicate", "timeline.duplicate"), ("timeline.split", "timeline.split"),
    ("copy link", "app.copy-link"), ("files", "app.media"), ("log", "jobs.log"), ("fit", "timeline.zoom-fit"),
    ("主题", "app.theme"), ("帮助", "app.help"), ("保存", "app.export"), ("预览", "app.preview"),
    ("退出", "app.quit"), ("音量", "timeline.louder"), ("撤销", "timeline.undo"), ("快捷键", "app.help"),
    ("取消", "app.stop"), ("分割", "timeline.split"), ("静音", "timeline.mute"), ("项目", "app.sessions"),
];

#[test]
fn what_people_look_for_stands_first_in_both_languages() {
    for editor in [Editor::english, Editor::chinese] {
        let mut editor = editor(80, 24).promo_made();
        for (query, id) in LOOKED_FOR {
            editor = searched(editor, query);
            let palette = editor.state.palette.take().expect("it is open");
            let first = palette.found.first().map(|found| found.entry.pick);
            assert!(
                matches!(first, Some(Pick::Row(row)) if row.id == *id),
                "{query}: {id}, not {:?}",
                words_of(&palette.found)
            );
        }
    }
}

fn words_of(found: &[crate::app::Found]) -> Vec<&str> {
    found.iter().take(4).map(|found| found.entry.words.as_str()).collect()
}

#[test]
fn what_is_said_and_not_pressed_is_offered_as_a_sentence() {
    for (query, said) in [
        ("transition", "add crossfades of 0.5 seconds"),
        ("dissolve", "add crossfades of 0.5 seconds"),
        ("转场", "add crossfades of 0.5 seconds"),
        ("music", "add calm music at 30%"),
        ("title", "add a title \"Hello\" at the start"),
    ] {
        let mut editor = searched(Editor::english(80, 24).promo_made(), query);
        assert_eq!(editor.key(KeyCode::Enter), [], "{query} is not sent");
        assert_eq!(editor.state.palette, None);
        assert_eq!(
            (editor.state.focus, editor.state.message.text().as_str()),
            (Focus::Message, said)
        );
    }
    let mut editor = Editor::chinese(80, 24).promo_made();
    editor.typed("请");
    editor = searched(editor, "转场");
    editor.key(KeyCode::Enter);
    assert_eq!(editor.state.message.text(), "请 加0.5秒的交叉淡化");
}

#[test]
fn a_setting_says_where_it_stands() {
    for (query, words) in [
        ("language", "the language: `language` under [general]"),
        ("profile", "the profile: `profile` under [general]"),
        ("语言", "the language: `language` under [general]"),
        ("settings", "all settings: config.toml, where `cutroom doctor` says"),
    ] {
        let mut editor = searched(Editor::english(80, 24).promo_made(), query);
        let entry = editor.state.palette.as_ref().expect("open").found[0].entry.clone();
        assert_eq!((entry.words.as_str(), entry.note), (words, "in the settings"), "{query}");
        assert_eq!(editor.key(KeyCode::Enter), []);
    }
}

#[test]
fn letters_that_merely_lie_in_a_sentence_find_nothing() {
    let editor = searched(Editor::english(80, 24).promo_made(), "whlflm");
    assert_eq!(words(&editor), [""; 0]);
    let editor = searched(Editor::english(80, 24).promo_made(), "quit");
    assert_eq!(words(&editor), ["leave"], "and not `quieter`");
}

#[test]
fn enter_does_what_is_chosen_as_its_key_would() {
    let mut editor = searched(Editor::english(80, 24).promo_made(), "export");
    let effects = editor.key(KeyCode::Enter);
    let to = ExportTo::Folder("/films".into());
    assert!(effects.contains(&Effect::Tell(Command::Export(to))), "{effects:?}");
    assert_eq!(editor.state.palette, None);

    let mut editor = searched(Editor::english(80, 24).promo_made(), "next edit point");
    editor.key(KeyCode::Enter);
    assert_eq!(editor.state.focus, Focus::Timeline, "where its keys count");
    assert_eq!(editor.state.timeline.playhead.0, 3000);
}

#[test]
fn arrows_go_round_and_letters_can_be_taken_back() {
    let mut editor = searched(Editor::english(80, 24).promo_made(), "zoom");
    let count = words(&editor).len();
    let chosen = |editor: &Editor| editor.state.palette.as_ref().map(|palette| palette.chosen);
    editor.key(KeyCode::Up);
    assert_eq!(chosen(&editor), Some(count - 1));
    editor.key(KeyCode::Down);
    assert_eq!(chosen(&editor), Some(0));
    editor.key(KeyCode::End);
    assert_eq!(chosen(&editor), Some(count - 1));
    editor.key(KeyCode::Backspace);
    assert_eq!(editor.state.palette.as_ref().map(|p| p.query.as_str()), Some("zoo"));
    assert_eq!(chosen(&editor), Some(0), "the best again");
    editor.ctrl('w');
    assert_eq!(editor.state.palette.as_ref().map(|p| p.query.as_str()), Some(""));
    editor.take(Msg::Paste("export\nmore".into()));
    assert_eq!(words(&editor)[0], "export the film");
}

#[test]
fn escape_closes_it_and_the_message_is_as_it_was() {
    for close in [KeyCode::Esc, KeyCode::F(0)] {
        let mut editor = Editor::english(80, 24).promo_made();
        editor.typed("hello");
        editor.ctrl('p');
        editor.typed("zoom");
        if close == KeyCode::Esc {
            editor.key(close)
        } else {
            editor.ctrl('p')
        };
        assert_eq!(editor.state.palette, None);
        assert_eq!(editor.state.message.text(), "hello");
    }
}

#[test]
fn what_makes_no_sense_now_is_listed_says_so_and_does_nothing() {
    let mut editor = searched(Editor::english(80, 24).opened(), "zoom in");
    let entry = editor.state.palette.as_ref().expect("open").found[0].entry.clone();
    assert_eq!((entry.possible, entry.note), (false, "not now"));
    assert_eq!(editor.key(KeyCode::Enter), []);
    assert!(editor.state.palette.is_some(), "it stays open");

    let mut editor = searched(Editor::english(80, 24).opened(), "use the studio");
    let entry = editor.state.palette.as_ref().expect("open").found[0].entry.clone();
    assert_eq!((entry.possible, entry.note), (false, "in use"));
    assert_eq!(editor.key(KeyCode::Enter), []);
}

#[test]
fn leaving_works_while_it_is_open() {
    let mut editor = searched(Editor::english(80, 24).opened(), "zoom");
    assert!(editor.ctrl('q').contains(&Effect::Quit));
}
