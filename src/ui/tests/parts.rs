//! What a letter of a message or a piece of an answer changes on the screen is drawn alone, and the screen is the same
//! as drawn whole.

use crossterm::event::KeyCode;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::any_keys::{any_size, anything};
use crate::app::{Effect, Msg, Redraw};
use crate::language::Language;
use crate::link::{Command, TurnId, Update};
use crate::ui::testing::{Editor, jobs, setup};
use crate::ui::{view, view_parts};

fn whole(editor: &Editor) -> (Buffer, Option<Position>) {
    let mut frame = Buffer::empty(editor.state.size.into());
    let caret = view(&editor.state, &mut frame);
    (frame, caret)
}

/// The frame before with parts drawn over it.
fn drawn_over(mut frame: Buffer, parts: &[Buffer]) -> Buffer {
    for part in parts {
        for place in part.area.positions() {
            frame[place] = part[place].clone();
        }
    }
    frame
}

/// The turn that a message began.
fn turn_of(effects: &[Effect]) -> Option<TurnId> {
    effects.iter().find_map(|effect| match effect {
        Effect::Tell(Command::Say { turn, .. }) => Some(*turn),
        _ => None,
    })
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

#[test]
fn a_piece_of_an_answer_draws_the_conversation_alone() {
    let mut editor = Editor::english(120, 40).opened();
    let turn = turn_of(&editor.say("make a film")).expect("it is sent at once");
    let piece = || Update::TurnText(turn, "so many words ".into());
    editor = editor.told(Update::TurnStarted(turn)).told(piece());
    assert_eq!(editor.state.redraw(), Redraw::Whole, "the answer begins");
    editor = editor.told(piece());
    assert_eq!(editor.state.redraw(), Redraw::Conversation);
    editor = editor.after(1).ticked();
    assert_eq!(editor.state.redraw(), Redraw::Conversation, "the sign beside it turns");
    editor.typed("no");
    assert_eq!(editor.state.redraw(), Redraw::Conversation, "and a message is written");
    editor = editor.told(Update::Job(jobs().remove(0))).told(piece());
    assert_eq!(editor.state.redraw(), Redraw::Whole, "a job tells how far it is");
}

/// What happens while an answer comes.
#[derive(Debug, Clone)]
enum Meanwhile {
    Letter(char),
    Piece(String),
    Activity(String),
    Time,
}

fn meanwhile() -> impl Strategy<Value = Meanwhile> {
    prop_oneof![
        2 => "[a-z 中文🎬1?]".prop_map(|letter| Meanwhile::Letter(letter.chars().next().unwrap_or('a'))),
        4 => "[a-z *`中文🎬\n]{1,30}".prop_map(Meanwhile::Piece),
        1 => "[a-z]{1,8}".prop_map(Meanwhile::Activity),
        1 => Just(Meanwhile::Time),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn drawn_alone_or_whole_the_screen_is_the_same(
        size in any_size(),
        chinese in any::<bool>(),
        film in any::<bool>(),
        with_jobs in prop::bool::weighted(0.2),
        done in prop::collection::vec(anything(), 0..8),
        asked in prop::bool::weighted(0.7),
        happens in prop::collection::vec(meanwhile(), 2..40),
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
        let said = if asked { editor.say("make it calm") } else { Vec::new() };
        let turn = turn_of(&said).unwrap_or(TurnId(99));
        for event in happens {
            let (frame, _) = whole(&editor);
            match event {
                Meanwhile::Letter(letter) => drop(editor.key(KeyCode::Char(letter))),
                Meanwhile::Piece(words) => drop(editor.take(Msg::Link(Update::TurnText(turn, words)))),
                Meanwhile::Activity(word) => {
                    drop(editor.take(Msg::Link(Update::TurnActivity(turn, word))));
                }
                Meanwhile::Time => {
                    editor.clock += 1;
                    editor.take(Msg::Tick);
                }
            }
            let parts = editor.state.redraw();
            if parts != Redraw::Whole {
                let (all, caret) = whole(&editor);
                let (parts, caret_alone) = view_parts(&editor.state, parts);
                prop_assert_eq!(drawn_over(frame, &parts), all);
                prop_assert_eq!(caret_alone, caret);
            }
        }
    }
}
