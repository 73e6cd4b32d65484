//! What waits to be said, what an earlier run left open, and what is offered because of it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::{Body, Effect, Msg};
use crate::language::Problem;
use crate::link::{Command, LeftOver, LostSession, Restored, SessionInfo, TurnEnd, TurnId, Update};
use crate::ui::testing::{Editor, previous, restored};

fn kept(effects: &[Effect]) -> Option<Vec<String>> {
    effects.iter().find_map(|effect| match effect {
        Effect::Tell(Command::KeepQueue(texts)) => Some(texts.clone()),
        _ => None,
    })
}

fn says(effects: &[Effect]) -> Option<(u64, String)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Tell(Command::Say { turn, text }) => Some((turn.0, text.clone())),
        _ => None,
    })
}

fn texts(words: &[&str]) -> Option<Vec<String>> {
    Some(words.iter().map(|word| (*word).to_owned()).collect())
}

fn opened(restored: Restored) -> Update {
    Update::Opened(Box::new(restored))
}

fn ended(turn: u64, end: TurnEnd) -> Update {
    Update::TurnEnded(TurnId(turn), end)
}

#[test]
fn what_waits_is_kept_whenever_it_changes_and_a_sent_message_leaves_it_after_it_is_said() {
    let mut editor = Editor::english(80, 24).opened();
    assert_eq!(kept(&editor.say("make a film")), None);
    assert_eq!(kept(&editor.say("add music")), texts(&["add music"]));
    assert_eq!(kept(&editor.say("export")), texts(&["add music", "export"]));
    let editor = editor.told(ended(1, TurnEnd::Answered));
    assert_eq!(kept(&editor.effects), texts(&["export"]));
    let place = |wanted: fn(&Effect) -> bool| editor.effects.iter().position(wanted);
    let said = place(|effect| matches!(effect, Effect::Tell(Command::Say { .. })));
    assert!(said < place(|effect| matches!(effect, Effect::Tell(Command::KeepQueue(_)))));
}

#[test]
fn what_waits_before_a_session_is_open_is_kept_too() {
    let mut editor = Editor::english(80, 24);
    assert_eq!(kept(&editor.say("make a film")), texts(&["make a film"]));
}

#[test]
fn up_in_an_empty_box_takes_back_what_waits_last_and_ctrl_x_takes_it_away() {
    let mut editor = Editor::english(80, 24).opened().said("one").said("two").said("three");
    let effects = editor.key(KeyCode::Up);
    assert_eq!(editor.state.message.text(), "three");
    assert_eq!(kept(&effects), texts(&["two"]));
    editor.typed("!");
    editor.key(KeyCode::Enter);
    assert_eq!(editor.state.chat.queue, ["two", "three!"]);
    assert_eq!(kept(&editor.ctrl('x')), texts(&["two"]));
    editor.typed("more");
    editor.take(Msg::Key(KeyEvent::new(KeyCode::Up, KeyModifiers::ALT)));
    assert_eq!(editor.state.message.text(), "two\nmore");
    assert_eq!(editor.state.chat.queue, [""; 0]);
}

#[test]
fn what_an_earlier_run_never_sent_is_listed_and_not_sent_by_itself() {
    let left_over = LeftOver { unsent: vec!["add music".into()], ..LeftOver::default() };
    let mut editor = Editor::english(80, 24).told(opened(Restored { left_over, ..restored() }));
    assert_eq!(says(&editor.effects), None);
    assert!(editor.screen().contains("not sent  add music"), "{}", editor.screen());
    editor.say("make a film");
    let mut editor = editor.told(ended(1, TurnEnd::Answered));
    assert_eq!(says(&editor.effects), None);
    assert_eq!(editor.state.chat.unsent, ["add music"]);
    let effects = editor.key(KeyCode::Up);
    assert_eq!((editor.state.message.text().as_str(), kept(&effects)), ("add music", texts(&[])));
}

#[test]
fn a_message_that_was_underway_is_looked_after_and_may_be_sent_again_by_choice_alone() {
    let left_over = LeftOver {
        underway: Some("make a film".into()),
        told: Some("The program ended while this was with the agent: make a film".into()),
        ..LeftOver::default()
    };
    let mut editor =
        Editor::english(100, 24).told(opened(Restored { left_over, ..restored() })).told(
            Update::TurnStatus(TurnId::BEFORE, "checking whether it went through, 2 of 5".into()),
        );
    assert_eq!(says(&editor.effects), None);
    assert!(editor.screen().contains("checking whether it went through, 2 of 5"));
    editor.say("and a title");
    assert_eq!(editor.state.chat.queue, ["and a title"], "it waits until that is known");
    let mut editor = editor.told(ended(0, TurnEnd::Failed(Problem::TurnInterrupted)));
    assert_eq!(says(&editor.effects), None);
    assert!(editor.screen().contains("send it again (it may have been done already)"));
    editor.state.message.clear();
    assert_eq!(says(&editor.key(KeyCode::Char('1'))), Some((1, "make a film".into())));
}

#[test]
fn after_five_looks_the_message_can_be_sent_again_as_a_new_one() {
    let mut editor = Editor::english(100, 24)
        .opened()
        .said("make a film")
        .told(ended(1, TurnEnd::Failed(Problem::TurnInterrupted)));
    assert_eq!(says(&editor.effects), None);
    assert_eq!(says(&editor.key(KeyCode::Char('1'))), Some((2, "make a film".into())));
    assert!(!editor.screen().contains("send it again"), "the offer is used up");
}

#[test]
fn how_a_turn_stands_is_one_line_that_goes_when_words_come() {
    let status = |words: &str| Update::TurnStatus(TurnId(1), words.into());
    let editor = Editor::english(100, 24)
        .opened()
        .said("make a film")
        .told(status("still working, 2 min; service alive"))
        .told(status("still working, 4 min; service alive"));
    let screen = editor.screen();
    assert!(screen.contains("still working, 4 min; service alive"), "{screen}");
    assert!(!screen.contains("2 min"));
    assert_eq!(editor.state.chat.entries.len(), 1, "nothing is added to the conversation");
    let editor = editor.told(Update::TurnText(TurnId(1), "Made it.".into()));
    assert!(!editor.screen().contains("still working"));
}

#[test]
fn the_film_before_with_open_messages_is_pointed_to() {
    let fresh = Restored { previous: Some(previous()), previous_left_over: 2, ..restored() };
    let editor = Editor::english(80, 40).told(opened(fresh));
    let screen = editor.screen();
    assert!(screen.contains("2 messages of the film before"), "{screen}");
    assert!(screen.contains("go on with summer promo"), "{screen}");
}

#[test]
fn a_lost_session_offers_its_files_and_the_refused_message_again() {
    let lost = LostSession {
        id: "s-1".into(),
        files: vec!["/a.png".into(), "/b.png".into()],
        gone: vec!["c.png".into()],
    };
    let session = SessionInfo { id: "s-2".into(), ..restored().session };
    let refused = Problem::SessionNotFound { id: "s-1".into() };
    let mut editor = Editor::english(100, 30)
        .opened()
        .said("make a film")
        .told(ended(1, TurnEnd::Failed(refused)))
        .told(opened(Restored { session, lost: Some(lost), ..restored() }));
    assert_eq!(says(&editor.effects), None);
    let screen = editor.screen();
    assert!(screen.contains("1 add the 2 earlier files again"), "{screen}");
    assert!(screen.contains("2 say again: make a film"), "{screen}");
    assert!(screen.contains("Not where they were any more: c.png."), "{screen}");
    let upload = Effect::Tell(Command::Upload(vec!["/a.png".into(), "/b.png".into()]));
    assert!(editor.key(KeyCode::Char('1')).contains(&upload));
    assert_eq!(says(&editor.key(KeyCode::Char('1'))), Some((2, "make a film".into())));
}

#[test]
fn what_a_service_added_can_be_taken_out_by_number() {
    let mut editor = Editor::english(100, 24)
        .opened()
        .said("a city at night")
        .told(Update::TurnSuggestions(TurnId(1), vec!["remove the music".into()]))
        .told(ended(1, TurnEnd::Answered));
    assert_eq!(says(&editor.key(KeyCode::Char('1'))), Some((2, "remove the music".into())));
}

fn question(prompt: &str, options: &[&str], allow_multiple: bool) -> Update {
    let options = options.iter().map(|option| (*option).to_owned()).collect();
    Update::TurnQuestion { turn: TurnId(1), prompt: prompt.into(), options, allow_multiple }
}

#[test]
fn several_questions_are_answered_one_by_one_and_sent_together() {
    let mut editor = Editor::english(100, 24)
        .opened()
        .said("make a film")
        .told(question("Which shape?", &["16:9", "9:16"], false))
        .told(question("Which moods?", &["calm", "upbeat", "lo-fi"], true))
        .told(ended(1, TurnEnd::Answered));
    assert!(editor.screen().contains("Which shape?"));
    assert_eq!(says(&editor.key(KeyCode::Char('2'))), None);
    assert!(editor.screen().contains("1  [ ] calm"), "{}", editor.screen());
    editor.key(KeyCode::Char('1'));
    editor.key(KeyCode::Char('2'));
    editor.key(KeyCode::Char('3'));
    editor.key(KeyCode::Char('2'));
    assert!(editor.screen().contains("1  [x] calm"), "{}", editor.screen());
    let answer = "Which shape? 9:16\nWhich moods? calm, lo-fi";
    assert_eq!(says(&editor.key(KeyCode::Enter)), Some((2, answer.into())));
    let mut bodies = editor.state.chat.entries.iter().map(|entry| &entry.body);
    assert_eq!(bodies.next_back(), Some(&Body::User(answer.into())));
}

#[test]
fn an_answer_goes_before_what_waits() {
    let mut editor = Editor::english(100, 24)
        .opened()
        .said("make a film")
        .said("add music")
        .told(question("Which shape?", &["16:9"], false));
    assert_eq!(says(&editor.key(KeyCode::Char('1'))), None, "the turn has not ended");
    let editor = editor.told(ended(1, TurnEnd::Answered));
    assert_eq!(says(&editor.effects), Some((2, "16:9".into())));
    assert_eq!(editor.state.chat.queue, ["add music"]);
}
