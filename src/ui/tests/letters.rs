//! What a letter of a message changes on the screen is drawn alone, and the screen is the same as drawn whole.

use crossterm::event::KeyCode;
use proptest::prelude::*;
use ratatui::buffer::Buffer;

use super::any_keys::{any_size, anything};
use crate::app::Redraw;
use crate::language::Language;
use crate::link::Update;
use crate::ui::testing::{Editor, jobs, setup};
use crate::ui::{view, view_message};

/// The frame before with the message drawn over it.
fn drawn_over(mut frame: Buffer, part: &Buffer) -> Buffer {
    for place in part.area.positions() {
        frame[place] = part[place].clone();
    }
    frame
}

#[test]
fn a_letter_behind_others_draws_the_message_alone() {
    let mut editor = Editor::english(120, 40).opened();
    editor.typed("a");
    assert_eq!(editor.state.redraw(), Redraw::Whole, "what the empty box showed is gone");
    editor.typed("b");
    assert_eq!(editor.state.redraw(), Redraw::Message);
    editor.key(KeyCode::Backspace);
    assert_eq!(editor.state.redraw(), Redraw::Whole);
    editor.typed(&"letters ".repeat(14));
    assert_eq!(editor.state.redraw(), Redraw::Message);
    let mut drawn = Vec::new();
    for _ in 0..120 {
        editor.typed("x");
        drawn.push(editor.state.redraw());
    }
    assert!(drawn.contains(&Redraw::Whole), "a new row moves the panes");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn drawn_alone_or_whole_the_screen_is_the_same(
        size in any_size(),
        chinese in any::<bool>(),
        film in any::<bool>(),
        with_jobs in any::<bool>(),
        done in prop::collection::vec(anything(), 0..8),
        letters in "[a-z 中文🎬1?]{2,40}",
    ) {
        let language = if chinese { Language::Chinese } else { Language::English };
        let mut editor = Editor::new(setup(size.width, size.height, language));
        editor = if film { editor.promo_made() } else { editor.opened() };
        if with_jobs {
            for job in jobs() {
                editor = editor.told(Update::Job(job));
            }
        }
        for msg in done.into_iter().flatten() {
            editor.take(msg);
        }
        editor.key(KeyCode::Esc);
        for letter in letters.chars() {
            let mut frame = Buffer::empty(editor.state.size.into());
            let _ = view(&editor.state, &mut frame);
            editor.key(KeyCode::Char(letter));
            if editor.state.redraw() == Redraw::Message {
                let mut whole = Buffer::empty(editor.state.size.into());
                let caret = view(&editor.state, &mut whole);
                let (part, caret_alone) = view_message(&editor.state);
                prop_assert_eq!(drawn_over(frame, &part), whole);
                prop_assert_eq!(caret_alone, caret);
            }
        }
    }
}
