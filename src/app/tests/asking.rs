//! Saying things to the agent and to the program.

use crossterm::event::KeyCode;

use crate::app::{Body, Effect, Phase};
use crate::draft::Millis;
use crate::language::Problem;
use crate::link::{Command, ExportTo, TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, promo, unlimited};

fn say(turn: u64, text: &str) -> Effect {
    Effect::Tell(Command::Say { turn: TurnId(turn), text: text.into() })
}

fn orders(effects: &[Effect]) -> Vec<Effect> {
    let told = effects.iter().filter(|effect| matches!(effect, Effect::Tell(_)));
    let kept =
        |effect: &Effect| matches!(effect, Effect::Tell(Command::Note(_) | Command::KeepQueue(_)));
    told.filter(|effect| !kept(effect)).cloned().collect()
}

fn said(editor: &Editor) -> Vec<&str> {
    let entries = editor.state.chat.entries.iter();
    let words = entries.map(|entry| match &entry.body {
        Body::User(text) | Body::Agent { text, .. } | Body::Program(text) => text.as_str(),
        Body::Problem { what, .. } => what,
        Body::Changes(_) => "(changes)",
    });
    words.collect()
}

#[test]
fn enter_sends_the_words_and_shows_them_at_once() {
    let mut editor = Editor::english(80, 24).opened();
    let effects = editor.say("make a film");
    assert_eq!(orders(&effects), [say(1, "make a film")]);
    assert_eq!(said(&editor), ["make a film"]);
    assert!(editor.state.message.is_empty());
    assert_eq!(editor.state.chat.turn.as_ref().map(|turn| turn.phase), Some(Phase::Sent));
}

#[test]
fn alt_enter_and_ctrl_j_begin_a_new_line_and_send_nothing() {
    let mut editor = Editor::english(80, 24).opened();
    editor.typed("one");
    assert_eq!(orders(&editor.ctrl('j')), []);
    editor.typed("two");
    assert_eq!(orders(&editor.key(KeyCode::Enter)), [say(1, "one\ntwo")]);
}

#[test]
fn what_is_said_before_a_session_is_open_is_sent_once_it_is() {
    let mut editor = Editor::english(80, 24);
    assert_eq!(orders(&editor.say("make a film")), []);
    assert_eq!(editor.state.chat.queue, ["make a film"]);
    let editor = editor.told(Update::Opened(Box::new(crate::ui::testing::restored())));
    assert_eq!(orders(&editor.effects), [say(1, "make a film")]);
}

#[test]
fn what_is_said_while_a_turn_runs_waits_and_is_then_done_in_order() {
    let mut editor = Editor::english(80, 24).opened();
    editor.say("make a film");
    assert_eq!(orders(&editor.say("add music")), []);
    assert_eq!(orders(&editor.say("export")), []);
    assert_eq!(editor.state.chat.queue, ["add music", "export"]);

    let editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Answered));
    assert_eq!(orders(&editor.effects), [say(2, "add music")]);
    let editor = editor.told(Update::TurnEnded(TurnId(2), TurnEnd::Answered));
    let export = Effect::Tell(Command::Export(ExportTo::Folder("/films".into())));
    assert_eq!(orders(&editor.effects), [export]);
}

#[test]
fn escape_stops_the_turn_once_and_gives_back_what_waited() {
    let mut editor = Editor::english(80, 24).opened();
    editor.say("make a film");
    editor.say("add music");
    editor.typed("and a title");
    let effects = editor.key(KeyCode::Esc);
    assert_eq!(orders(&effects), [Effect::Tell(Command::CancelTurn(TurnId(1)))]);
    assert_eq!(editor.state.message.text(), "add music\nand a title");
    assert_eq!(orders(&editor.key(KeyCode::Esc)), []);
    let editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Cancelled));
    assert_eq!(editor.state.chat.turn, None);
    assert_eq!(said(&editor)[1], "Stopped.");
}

#[test]
fn pieces_of_an_answer_become_one_and_those_of_an_ended_turn_are_dropped() {
    let mut editor = Editor::english(80, 24).opened();
    editor.say("hello");
    let editor = editor
        .told(Update::TurnText(TurnId(1), "Made ".into()))
        .told(Update::TurnText(TurnId(1), "it.".into()))
        .told(Update::TurnEnded(TurnId(1), TurnEnd::Answered))
        .told(Update::TurnText(TurnId(1), "Late.".into()));
    assert_eq!(said(&editor), ["hello", "Made it."]);
}

#[test]
fn a_failed_turn_says_why_and_gives_back_what_waited() {
    let mut editor = Editor::english(80, 24).opened();
    editor.say("hello");
    editor.say("and more");
    let problem = Problem::TooManyRequests;
    let editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Failed(problem)));
    assert_eq!(said(&editor)[1], "Too many requests in a short time.");
    assert_eq!(
        (editor.state.message.text().as_str(), editor.state.chat.queue.len()),
        ("and more", 0)
    );
}

#[test]
fn orders_to_the_program_are_not_sent_to_the_agent() {
    let mut editor = Editor::english(80, 24).opened().film(promo());
    let file = ExportTo::File { path: "/home/me/a.mp4".into(), force: false };
    let export = Effect::Tell(Command::Export(file));
    assert_eq!(orders(&editor.say("export to ~/a.mp4")), [export]);
    editor.state.timeline.playhead = Millis(1_500);
    let effects = editor.say("export to ~/a.PNG");
    let [Effect::Tell(Command::Export(ExportTo::Made { output, .. }))] = &orders(&effects)[..]
    else {
        panic!("{effects:?}")
    };
    assert_eq!(output.at, Some(1_500), "a still shows what is under the playhead");
    assert_eq!(orders(&editor.say("credits")), [Effect::Tell(Command::AskCredits)]);
    assert_eq!(orders(&editor.say("状态")), [Effect::Tell(Command::AskState)]);
    assert!(said(&editor).last().is_some_and(|line| line.starts_with("Timeline (3 tracks)")));
    assert_eq!(editor.state.chat.turn, None);
}

#[test]
fn credits_are_told_when_somebody_asked_and_else_only_shown() {
    let mut editor = Editor::english(80, 24).opened();
    assert_eq!(said(&editor), [""; 0]);
    editor.say("credits");
    let editor = editor.told(Update::Credits(unlimited()));
    assert_eq!(said(&editor)[1], "Nothing is counted here: the studio is yours.");
}

#[test]
fn an_answered_turn_tells_what_it_changed() {
    let editor = Editor::english(80, 24).promo_made();
    assert_eq!(said(&editor).last(), Some(&"(changes)"));
}

#[test]
fn time_passes_on_the_screen_only_while_something_runs() {
    let wakes = |effects: &[Effect]| {
        effects.iter().filter(|effect| matches!(effect, Effect::WakeAt(_))).count()
    };
    let mut editor = Editor::english(80, 24).opened();
    assert_eq!(wakes(&editor.typed("idle")), 0);
    assert_eq!(wakes(&editor.key(KeyCode::Enter)), 1);
    // One is under way already.
    assert_eq!(wakes(&editor.typed("more")), 0);
    let editor = editor.after(1).ticked();
    let editor = editor.told(Update::TurnEnded(TurnId(1), TurnEnd::Silent));
    assert_eq!(wakes(&editor.effects), 0);
}
