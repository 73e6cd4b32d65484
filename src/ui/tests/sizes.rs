//! Whatever the size and the state, drawing does not fail.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use ratatui::layout::Size;
use serde_json::json;

use crate::app::keymap::Preset;
use crate::app::{Hints, Keymap, Msg};
use crate::language::Language;
use crate::link::{SessionChoice, TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, cloud, draft_of, jobs, media, setup};
use crate::ui::{Colours, Links, Theme};

fn any_film() -> impl Strategy<Value = Update> {
    let name = prop_oneof![Just("日落🎬".to_owned()), "[a-z ]{0,12}"];
    let piece = (0..9_000_000_u64, 0..400_000_u64, name, 0..9_000_u64);
    let track =
        (prop_oneof![Just(0), Just(1), Just(7), Just(42)], prop::collection::vec(piece, 0..12));
    prop::collection::vec(track, 0..7).prop_map(|tracks| {
        let tracks = tracks.into_iter().map(|(kind, pieces)| {
            let pieces = pieces.into_iter().map(|(start, length, name, fade)| {
                json!({"st": start, "d": length, "m": {"name": name}, "fi": fade, "fo": fade,
                    "tr": {"k": "crossfade", "d": fade}})
            });
            json!({"tt": kind, "m": {"volume": 0.5}, "sg": pieces.collect::<Vec<_>>()})
        });
        Update::Draft(draft_of(&json!({"t": tracks.collect::<Vec<_>>()})))
    })
}

fn any_key() -> impl Strategy<Value = Msg> {
    let code = prop_oneof![
        prop::char::any().prop_map(KeyCode::Char),
        prop::sample::select("+-0123456789exr?kpuse y".chars().collect::<Vec<_>>())
            .prop_map(KeyCode::Char),
        prop::sample::select(vec![
            KeyCode::Enter,
            KeyCode::Tab,
            KeyCode::BackTab,
            KeyCode::Up,
            KeyCode::Down,
            KeyCode::Left,
            KeyCode::Right,
            KeyCode::Home,
            KeyCode::End,
            KeyCode::PageUp,
            KeyCode::PageDown,
            KeyCode::Backspace,
            KeyCode::Delete,
            KeyCode::Esc,
            KeyCode::F(1),
            KeyCode::F(3),
            KeyCode::F(4),
            KeyCode::F(5),
            KeyCode::F(6),
            KeyCode::F(8),
        ]),
    ];
    let held = prop_oneof![
        4 => Just(KeyModifiers::NONE),
        1 => Just(KeyModifiers::SHIFT),
        1 => Just(KeyModifiers::CONTROL),
        1 => Just(KeyModifiers::ALT),
    ];
    (code, held).prop_map(|(code, held)| Msg::Key(KeyEvent::new(code, held)))
}

fn any_update() -> impl Strategy<Value = Update> {
    let id = (1..4_u64).prop_map(TurnId);
    prop_oneof![
        any_film(),
        (id.clone(), "\\PC{0,80}").prop_map(|(id, text)| Update::TurnText(id, text)),
        id.clone().prop_map(Update::TurnStarted),
        id.clone().prop_map(|id| Update::TurnEnded(id, TurnEnd::Answered)),
        (id, "[a-z日 ]{0,200}").prop_map(|(turn, prompt)| {
            Update::TurnQuestion {
                turn,
                options: vec![prompt.clone(); 11],
                prompt,
                allow_multiple: false,
            }
        }),
        prop::sample::select(jobs()).prop_map(Update::Job),
        "\\PC{0,300}".prop_map(Update::Notice),
        Just(Update::ConsentNeeded { backend: Box::new(cloud()), session: SessionChoice::New }),
        "https://[a-z]{1,200}".prop_map(Update::BrowserLink),
        Just(media(&["a.jpg", "b b.mp4", "很长的名字.mp3"])),
    ]
}

/// What lies over the panes is opened by a key of its own.
fn any_overlay() -> impl Strategy<Value = Msg> {
    prop_oneof![
        Just(KeyEvent::new(KeyCode::F(1), KeyModifiers::NONE)),
        Just(KeyEvent::new(KeyCode::Char('p'), KeyModifiers::CONTROL)),
        Just(KeyEvent::new(KeyCode::F(6), KeyModifiers::NONE)),
        Just(KeyEvent::new(KeyCode::Char('g'), KeyModifiers::NONE)),
        Just(KeyEvent::new(KeyCode::Char('z'), KeyModifiers::NONE)),
    ]
    .prop_map(Msg::Key)
}

fn any_mouse() -> impl Strategy<Value = Msg> {
    let kind = prop::sample::select(vec![
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
    ]);
    let held = prop::sample::select(vec![KeyModifiers::NONE, KeyModifiers::CONTROL]);
    (kind, 0..=310_u16, 0..=110_u16, held).prop_map(|(kind, column, row, modifiers)| {
        Msg::Mouse(MouseEvent { kind, column, row, modifiers })
    })
}

fn any_msg() -> impl Strategy<Value = Msg> {
    prop_oneof![
        6 => any_key(),
        2 => any_overlay(),
        2 => any_mouse(),
        3 => any_update().prop_map(Msg::Link),
        1 => any_size().prop_map(Msg::Resized),
        1 => "[a-z/日 \\n]{0,90}".prop_map(Msg::Paste),
        1 => Just(Msg::Tick),
    ]
}

fn any_size() -> impl Strategy<Value = Size> {
    (0..=300_u16, 0..=100_u16).prop_map(|(width, height)| Size { width, height })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_state_can_be_drawn_at_any_size(
        first in any_size(),
        chinese in any::<bool>(),
        theme in prop::sample::select(vec!["default", "mono", "graphite"]),
        msgs in prop::collection::vec(any_msg(), 0..40),
        sizes in prop::collection::vec(any_size(), 1..6),
    ) {
        let language = if chinese { Language::Chinese } else { Language::English };
        let mut setup = setup(first.width, first.height, language);
        setup.look.links = Links::Osc8;
        setup.hints = Hints::Except(BTreeSet::new());
        let vim = Keymap::new(Preset::Vim, &BTreeMap::new()).expect("a preset");
        setup.keymap = Arc::new(vim);
        setup.look.theme = Theme::named(theme, Colours::Full).expect("a theme");
        let mut editor = Editor::new(setup).opened();
        for msg in msgs {
            editor.take(msg);
        }
        editor.buffer();
        for size in sizes {
            editor.take(Msg::Resized(size));
            editor.buffer();
        }
    }
}

#[test]
fn the_smallest_terminals_show_the_words_being_written() {
    for (width, height) in [(0, 0), (1, 1), (1, 0), (0, 1), (2, 2), (19, 3), (200, 1), (1, 80)] {
        let mut editor = Editor::english(width, height).promo_made();
        editor.typed("hello");
        let shown = editor.screen();
        assert_eq!(
            shown.contains("hello"),
            width >= 6 && height >= 1,
            "{width}x{height}:\n{shown}"
        );
    }
}
