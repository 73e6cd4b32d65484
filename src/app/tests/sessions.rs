//! The list of sessions.

use std::sync::Arc;

use crossterm::event::KeyCode;

use crate::app::Effect;
use crate::link::{
    Command, ListedSession, SessionChoice, SessionName, SessionSummary, TurnId, Update, Used,
};
use crate::ui::testing::{Editor, previous};

fn listed(id: &str, title: &str, backend: &str, used: Used) -> ListedSession {
    let summary = SessionSummary {
        id: id.into(),
        title: title.into(),
        backend: backend.into(),
        ..previous()
    };
    ListedSession { summary, used }
}

fn all() -> Update {
    Update::Sessions(Arc::new(vec![
        listed("s-1", "summer promo", "studio", Used::Open),
        listed("s-2", "Winter", "studio", Used::No),
        listed("s-3", "日落 海滩", "cloud", Used::No),
        listed("s-4", "wedding", "studio", Used::Working),
    ]))
}

fn opened() -> Editor {
    let mut editor = Editor::english(80, 24).opened();
    let asked = editor.key(KeyCode::F(8));
    assert_eq!(asked, [Effect::Tell(Command::ListSessions)]);
    editor.told(all())
}

fn titles(editor: &Editor) -> Vec<String> {
    let sessions = editor.state.sessions.as_ref().expect("it is open");
    let all = sessions.all.as_ref().expect("it was told");
    sessions.found.iter().map(|place| all[*place].summary.title.clone()).collect()
}

fn name(id: &str) -> SessionName {
    SessionName { backend: "studio".into(), id: id.into() }
}

#[test]
fn letters_find_a_session_and_enter_goes_on_with_it() {
    let mut editor = opened();
    assert_eq!(titles(&editor).len(), 4);
    editor.typed("wint");
    assert_eq!(titles(&editor), ["Winter"]);
    let switched = editor.key(KeyCode::Enter);
    let choice = SessionChoice::Id("s-2".into());
    assert_eq!(switched, [Effect::Tell(Command::Switch(choice))]);
    assert_eq!(editor.state.sessions, None);
}

#[test]
fn a_session_in_the_cloud_asks_first_and_then_opens_there() {
    let mut editor = opened();
    editor.typed("海滩");
    assert_eq!(editor.key(KeyCode::Enter), []);
    editor.key(KeyCode::Down);
    let effects = editor.key(KeyCode::Enter);
    let wanted = SessionChoice::Id("s-3".into());
    let is_there = |effect: &Effect| {
        matches!(effect, Effect::Tell(Command::SwitchBackend { backend, session })
            if backend.name() == "cloud" && *session == wanted)
    };
    assert!(effects.iter().any(is_there), "{effects:?}");
}

#[test]
fn no_turn_is_cut_short_by_another_session() {
    let mut editor = Editor::english(80, 24).opened().said("hello");
    editor.take(crate::app::Msg::Link(Update::TurnStarted(TurnId(1))));
    editor.key(KeyCode::F(8));
    let mut editor = editor.told(all());
    editor.typed("wint");
    let effects = editor.key(KeyCode::Enter);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Tell(Command::Switch(_)))));
    assert!(editor.screen().contains("Something is still running"));
}

#[test]
fn a_session_is_removed_after_one_question_that_says_what_goes() {
    let mut editor = opened();
    editor.typed("wint");
    assert_eq!(editor.ctrl('x'), []);
    let screen = editor.screen();
    assert!(screen.contains("Remove “Winter”? The conversation"), "{screen}");
    editor.key(KeyCode::Esc);
    assert!(editor.state.sessions.is_some());
    editor.ctrl('x');
    let removed = editor.key(KeyCode::Enter);
    assert_eq!(removed, [Effect::Tell(Command::RemoveSession(name("s-2")))]);
    let editor = editor.told(all());
    assert!(!editor.screen().contains("Remove “"));
}

#[test]
fn the_film_in_the_studio_goes_only_when_that_is_asked_for_twice() {
    let mut editor = opened();
    editor.typed("wint");
    editor.ctrl('x');
    assert!(editor.screen().contains("Ctrl-X with its film"), "{}", editor.screen());
    editor.ctrl('x');
    assert!(editor.screen().contains("and its film?"), "{}", editor.screen());
    let removed = editor.key(KeyCode::Enter);
    assert_eq!(removed, [Effect::Tell(Command::RemoveFilm(name("s-2")))]);
    editor.ctrl('x');
    editor.ctrl('x');
    editor.key(KeyCode::Esc);
    assert_eq!(editor.key(KeyCode::Esc), [], "kept, and the list is left");
    assert_eq!(editor.state.sessions, None);
    let mut editor = opened();
    editor.typed("日落");
    editor.ctrl('x');
    editor.ctrl('x');
    assert!(!editor.screen().contains("and its film?"), "what is at the cloud stays there");
}

#[test]
fn what_is_in_use_is_not_removed() {
    for query in ["promo", "wedding"] {
        let mut editor = opened();
        editor.typed(query);
        editor.ctrl('x');
        assert!(!editor.screen().contains("Remove “"), "{query}");
        assert_eq!(
            editor
                .key(KeyCode::Enter)
                .iter()
                .filter(|effect| matches!(effect, Effect::Tell(Command::RemoveSession(_))))
                .count(),
            0
        );
    }
}

#[test]
fn a_session_with_files_alone_is_told_as_one_without_a_name() {
    let mut editor = Editor::english(80, 24).opened();
    editor.key(KeyCode::F(8));
    let unnamed = vec![listed("s-2", "", "studio", Used::No)];
    let mut editor = editor.told(Update::Sessions(Arc::new(unnamed)));
    assert!(editor.screen().contains("without a name"), "{}", editor.screen());
    editor.ctrl('x');
    assert!(editor.screen().contains("Remove “without a name”?"), "{}", editor.screen());
}

#[test]
fn a_session_gets_another_name() {
    let mut editor = opened();
    editor.typed("wint");
    let key = crossterm::event::KeyEvent::new(
        KeyCode::Char('t'),
        crossterm::event::KeyModifiers::CONTROL,
    );
    editor.take(crate::app::Msg::Key(key));
    editor.ctrl('u');
    editor.typed("Alps");
    let named = editor.key(KeyCode::Enter);
    let order = Command::NameSession { session: name("s-2"), name: "Alps".into() };
    assert_eq!(named, [Effect::Tell(order)]);
}

#[test]
fn a_new_session_is_one_key_away() {
    let mut editor = opened();
    assert_eq!(editor.ctrl('n'), [Effect::Tell(Command::Switch(SessionChoice::New))]);
}
