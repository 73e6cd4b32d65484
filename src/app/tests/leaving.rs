//! Leaving, stopping, stepping aside.

use crossterm::event::KeyCode;

use crate::app::Effect;
use crate::link::{Command, JobKind, JobState, Update};
use crate::ui::testing::{Editor, job, promo};

fn goodbye() -> Vec<Effect> {
    vec![Effect::Tell(Command::Leave), Effect::Quit]
}

fn working(kind: JobKind) -> Editor {
    let running = job("j-1", kind, "promo", JobState::Running);
    Editor::english(80, 24).opened().told(Update::Job(running))
}

#[test]
fn ctrl_q_leaves_at_once_when_nothing_runs() {
    assert_eq!(Editor::english(80, 24).ctrl('q'), goodbye());
}

#[test]
fn an_export_goes_on_by_itself_so_leaving_does_not_ask() {
    assert_eq!(working(JobKind::Render).ctrl('q'), goodbye());
    assert_eq!(working(JobKind::Render).ctrl('c'), goodbye());
}

#[test]
fn while_an_upload_runs_leaving_is_said_once_and_done_at_the_second_press() {
    let mut editor = working(JobKind::Upload);
    assert!(!editor.ctrl('q').contains(&Effect::Quit));
    assert!(editor.screen().contains("Ctrl-Q again leaves; the upload stops"));
    assert!(editor.ctrl('q').contains(&Effect::Quit));
}

#[test]
fn any_other_key_takes_the_wish_to_leave_back() {
    let mut editor = working(JobKind::Upload);
    editor.ctrl('q');
    editor.key(KeyCode::Tab);
    assert!(!editor.ctrl('q').contains(&Effect::Quit));
}

#[test]
fn ctrl_c_clears_the_message_first_and_leaves_when_it_is_empty() {
    let mut editor = Editor::english(80, 24).opened();
    editor.typed("unsent");
    assert_eq!(editor.ctrl('c'), []);
    assert!(editor.state.message.is_empty());
    assert_eq!(editor.ctrl('c'), goodbye());
}

#[test]
fn ctrl_c_asks_while_the_agent_works() {
    let mut editor = Editor::english(80, 24).opened();
    editor.say("make a film");
    assert!(!editor.ctrl('c').contains(&Effect::Quit));
    assert!(editor.screen().contains("Ctrl-C again leaves; the agent is still working"));
    assert!(editor.ctrl('c').contains(&Effect::Quit));
}

#[test]
fn leaving_tells_of_edits_that_wait_for_the_turn() {
    for (key, asked) in [('q', "Ctrl-Q again leaves; edits"), ('c', "Ctrl-C again leaves; edits")] {
        let mut editor = Editor::english(80, 24).opened().film(promo());
        editor.say("make a film");
        let mut editor = editor.pressed(&[KeyCode::F(5)]);
        editor.typed("x");
        assert!(!editor.ctrl(key).contains(&Effect::Quit));
        assert!(editor.screen().contains(asked), "{}", editor.screen());
        assert!(editor.ctrl(key).contains(&Effect::Quit));
    }
}

#[test]
fn ctrl_z_steps_aside() {
    assert_eq!(Editor::english(80, 24).ctrl('z'), [Effect::Suspend]);
}

#[test]
fn f2_comes_back_to_the_message_with_the_chat_above_it() {
    let editor = Editor::english(80, 24).opened().pressed(&[KeyCode::F(4), KeyCode::F(2)]);
    assert_eq!(editor.state.focus, crate::app::Focus::Message);
    assert!(editor.screen().contains("─ chat "));
}

#[test]
fn a_letter_that_is_no_key_of_the_pane_begins_the_message() {
    for pane in [KeyCode::F(3), KeyCode::F(4), KeyCode::F(5)] {
        let mut editor = Editor::english(80, 24).opened().pressed(&[pane]);
        assert_eq!(editor.typed("make it 9:16"), []);
        assert_eq!(editor.state.message.text(), "make it 9:16");
        assert_eq!(editor.state.focus, crate::app::Focus::Message);
    }
    let mut editor = Editor::chinese(80, 24).opened().pressed(&[KeyCode::BackTab; 3]);
    assert_eq!(editor.state.focus, crate::app::Focus::Chat);
    editor.typed("加音乐");
    assert_eq!(editor.state.message.text(), "加音乐");
}

#[test]
fn escape_comes_back_to_the_message_from_everywhere() {
    let mut editor = Editor::english(80, 24).opened().pressed(&[KeyCode::F(4), KeyCode::Esc]);
    assert_eq!(editor.state.focus, crate::app::Focus::Message);
    editor.key(KeyCode::Char('?'));
    assert!(editor.state.help.is_some());
    editor.key(KeyCode::Esc);
    assert_eq!(editor.state.help, None);
}
