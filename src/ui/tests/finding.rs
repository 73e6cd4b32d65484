//! What the screen tells of keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use crossterm::event::KeyCode;
use insta::assert_snapshot;

use crate::app::keymap::{Keymap, Preset};
use crate::language::Language;
use crate::ui::testing::{Editor, setup};

fn vim(width: u16, height: u16, language: Language) -> Editor {
    let own = [("app.export", "Ctrl-G e"), ("app.jobs", "Ctrl-G j"), ("app.media", "Ctrl-G p m")];
    let own: BTreeMap<String, Vec<String>> =
        own.iter().map(|(id, key)| ((*id).to_owned(), vec![(*key).to_owned()])).collect();
    let mut setup = setup(width, height, language);
    setup.keymap = Arc::new(Keymap::new(Preset::Vim, &own).expect("right keys"));
    Editor::new(setup).promo_made().pressed(&[KeyCode::F(5)])
}

#[test]
fn keys_of_several_signs_stand_apart_in_the_footer() {
    let screen = vim(160, 36, Language::English).screen();
    assert!(screen.contains("z i/z o zoom"), "{screen}");
}

#[test]
fn what_may_follow_a_key_stands_above_the_footer() {
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        let mut editor = vim(width, height, Language::English);
        editor.ctrl('g');
        assert_snapshot!(format!("which_key_{width}x{height}"), editor.styled());
    }
    let mut editor = vim(80, 24, Language::Chinese);
    editor.typed("z");
    assert_snapshot!("which_key_zh-CN", editor.styled());
    editor.key(KeyCode::Esc);
    assert!(!editor.screen().contains("接下来  z"));
}
