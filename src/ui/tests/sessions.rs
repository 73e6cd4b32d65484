//! The list of sessions on the screen.

use std::sync::Arc;

use crossterm::event::KeyCode;
use insta::assert_snapshot;

use crate::link::{ListedSession, SessionSummary, Update, Used};
use crate::ui::testing::{Editor, previous};

fn listed(editor: Editor) -> Editor {
    let session = |id: &str, title: &str, backend: &str, days: i64, used| ListedSession {
        summary: SessionSummary {
            id: id.into(),
            title: title.into(),
            backend: backend.into(),
            used_at: previous().used_at - days * 86_400_000,
            ..previous()
        },
        used,
    };
    let all = vec![
        session("s-1", "summer promo", "studio", -1, Used::Open),
        session(
            "s-2",
            "Winter in the mountains, told by those who were there",
            "studio",
            0,
            Used::No,
        ),
        session("s-3", "日落 海滩", "cloud", 3, Used::No),
        session("s-4", "wedding", "studio", 40, Used::Working),
    ];
    editor.promo_made().pressed(&[KeyCode::F(8)]).told(Update::Sessions(Arc::new(all)))
}

#[test]
fn the_sessions_are_listed_with_what_is_known_of_them() {
    assert_snapshot!("sessions_120x36", listed(Editor::english(120, 36)).styled());
    assert_snapshot!("sessions_80x24", listed(Editor::english(80, 24)).styled());
    assert_snapshot!("sessions_40x12", listed(Editor::english(40, 12)).styled());
    assert_snapshot!("sessions_chinese", listed(Editor::chinese(80, 24)).styled());
}

#[test]
fn what_a_removal_takes_away_is_said_before() {
    for (name, editor) in [
        ("sessions_removal", Editor::english(80, 24)),
        ("sessions_removal_chinese", Editor::chinese(80, 24)),
    ] {
        let mut editor = listed(editor).pressed(&[KeyCode::Down, KeyCode::Down]);
        editor.ctrl('x');
        assert_snapshot!(name, editor.styled());
    }
}

#[test]
fn what_goes_with_the_film_is_said_before() {
    for (name, editor) in [
        ("sessions_film_removal", Editor::english(80, 24)),
        ("sessions_film_removal_chinese", Editor::chinese(80, 24)),
    ] {
        let mut editor = listed(editor).pressed(&[KeyCode::Down]);
        editor.ctrl('x');
        editor.ctrl('x');
        assert_snapshot!(name, editor.styled());
    }
}

#[test]
fn before_the_list_has_come_it_says_that_it_looks() {
    let editor = Editor::english(80, 24).opened().pressed(&[KeyCode::F(8)]);
    assert!(editor.screen().contains("looking"));
    let editor = editor.told(Update::Sessions(Arc::default()));
    assert!(editor.screen().contains("No session has anything in it yet."));
}
