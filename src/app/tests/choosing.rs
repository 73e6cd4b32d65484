//! Numbers: starter sentences, answers, next steps.

use crossterm::event::KeyCode;

use crate::app::Effect;
use crate::link::{Command, ExportTo, JobKind, JobState, JobView, TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, job, promo};

fn asked() -> Editor {
    let options = vec!["calm".into(), "upbeat".into()];
    let question = Update::TurnQuestion {
        turn: TurnId(1),
        prompt: "Which mood?".into(),
        options,
        allow_multiple: false,
    };
    Editor::english(80, 24)
        .opened()
        .said("add music")
        .told(question)
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered))
}

#[test]
fn a_starter_sentence_is_put_into_the_message_to_be_completed() {
    let mut editor = Editor::english(80, 24).opened();
    assert_eq!(editor.typed("3"), []);
    assert_eq!(editor.state.message.text(), "Export it as a 1080p MP4");
}

#[test]
fn a_number_within_a_sentence_is_a_number() {
    let mut editor = Editor::english(80, 24).opened();
    editor.typed("cut 3");
    assert_eq!(editor.state.message.text(), "cut 3");
    let mut editor = Editor::english(80, 24).opened();
    editor.typed("9 pictures");
    assert_eq!(editor.state.message.text(), "9 pictures");
}

#[test]
fn an_answer_by_number_is_said_as_the_next_sentence() {
    let mut editor = asked();
    let effects = editor.typed("2");
    assert!(
        effects.contains(&Effect::Tell(Command::Say { turn: TurnId(2), text: "upbeat".into() }))
    );
    assert_eq!(editor.state.chat.question, None);
}

#[test]
fn an_answer_in_own_words_is_said_too() {
    let mut editor = asked();
    let effects = editor.say("something jazzy");
    let answer = Command::Say { turn: TurnId(2), text: "something jazzy".into() };
    assert!(effects.contains(&Effect::Tell(answer)));
    assert_eq!(editor.state.chat.question, None);
}

#[test]
fn what_waits_does_not_answer_a_question_for_the_person() {
    let question = Update::TurnQuestion {
        turn: TurnId(1),
        prompt: "Which?".into(),
        options: vec!["a".into()],
        allow_multiple: false,
    };
    let editor = Editor::english(80, 24)
        .opened()
        .said("add music")
        .said("make it short")
        .told(question)
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    assert_eq!(editor.state.chat.queue, ["make it short"]);
    assert_eq!(editor.state.chat.turn, None);
}

#[test]
fn next_steps_are_what_the_film_lacks_and_its_export() {
    let mut editor = Editor::english(80, 24).promo_made();
    let labels: Vec<String> =
        editor.state.choices().iter().map(|choice| choice.label().to_owned()).collect();
    assert_eq!(labels, ["make it vertical", "export"]);
    let effects = editor.typed("2");
    assert!(effects.contains(&Effect::Tell(Command::Export(ExportTo::Folder("/films".into())))));
}

#[test]
fn a_film_that_was_just_saved_is_not_offered_for_export_until_it_changes() {
    let running = job("r-1", JobKind::Render, "promo", JobState::Running);
    let done = JobView { state: JobState::Done, ..running.clone() };
    let offers =
        |editor: &Editor| editor.state.choices().iter().any(|next| next.label() == "export");
    let editor = Editor::english(80, 24).promo_made().told(Update::Job(running));
    assert!(offers(&editor));
    let editor = editor.told(Update::Job(done));
    assert!(!offers(&editor));
    let mut film = promo();
    film["m"]["height"] = 1920.into();
    let editor = editor
        .said("make it vertical")
        .film(film)
        .told(Update::TurnEnded(TurnId(2), TurnEnd::Answered));
    assert!(offers(&editor));
}

#[test]
fn a_next_step_that_needs_words_waits_for_them() {
    let film = serde_json::json!({"t": [{"tt": 0, "sg": [{"d": 5000, "src": "a.jpg"}]}]});
    let mut editor = Editor::english(80, 24)
        .opened()
        .said("make a film")
        .film(film)
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    editor.typed("1Hi");
    assert_eq!(editor.state.message.text(), "add the title \"Hi\"");
    editor.key(KeyCode::Enter);
    assert_eq!(editor.state.chat.turn.as_ref().map(|turn| turn.id), Some(TurnId(2)));
}
