//! The sheet for an export on the screen.

use crossterm::event::KeyCode;
use insta::assert_snapshot;

use crate::app::Msg;
use crate::language::Language;
use crate::link::{Expected, OutputSettings, Update};
use crate::ui::testing::{Editor, promo, setup};

fn opened(mut editor: Editor, keys: &[KeyCode]) -> Editor {
    editor.key(KeyCode::F(9));
    for key in keys {
        editor.key(*key);
    }
    editor
}

fn told(mut editor: Editor, output: OutputSettings) -> Editor {
    let expected = Expected { bytes: (12_000_000, 20_000_000), millis: (30_000, 70_000) };
    let told = Update::Estimate { output: Box::new(output), told: Ok(expected) };
    editor.take(Msg::Link(told));
    editor
}

#[test]
fn what_is_chosen_stands_in_brackets_and_what_it_comes_to_below() {
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        let editor = opened(Editor::english(width, height).opened().film(promo()), &[]);
        let editor = told(editor, OutputSettings::default());
        assert_snapshot!(format!("exporting_{width}x{height}"), editor.styled());
    }
    let editor = Editor::new(setup(80, 24, Language::Chinese)).opened().film(promo());
    let editor = told(opened(editor, &[KeyCode::Down]), OutputSettings::default());
    assert_snapshot!("exporting_80x24_zh", editor.styled());
}

#[test]
fn a_platform_says_what_it_takes_and_a_name_has_its_ending() {
    let keys = [KeyCode::Down, KeyCode::Down, KeyCode::Right, KeyCode::Right];
    let mut editor = opened(Editor::english(80, 24).opened().film(promo()), &keys);
    assert_snapshot!("exporting_platform_80x24", editor.styled());
    editor.key(KeyCode::Down);
    editor.typed("day one");
    assert_snapshot!("exporting_name_80x24", editor.styled());
}

#[test]
fn elsewhere_the_others_are_faint_and_the_reason_stands_below() {
    for (language, name) in [
        (Language::English, "exporting_cloud_80x24"),
        (Language::Chinese, "exporting_cloud_80x24_zh"),
    ] {
        let mut editor = Editor::new(setup(80, 24, language)).opened().film(promo());
        editor.state.status.backend = "cloud".into();
        assert_snapshot!(name, opened(editor, &[]).styled());
    }
}
