//! Turns: words, silence, lost connections, and that no message is ever sent twice.

use cutroom::draft::Draft;
use cutroom::language::Problem;
use cutroom::link::{Command, TurnEnd, TurnId, Update};
use serde_json::{Value, json};

use super::driver::{Driver, Home, settings};
use super::server::{Server, Step, Turn, text};

fn film(title: &str) -> Value {
    json!({"t": [{"tt": 7, "sg": [{"id": "a", "d": 3000, "m": {"text": title}}]}], "x": 1.50})
}

fn recording(name: &str) -> Step {
    let path = format!("{}/tests/fixtures/adk/{name}.sse", env!("CARGO_MANIFEST_DIR"));
    Step::Bytes(std::fs::read(path).expect("a recording"))
}

async fn scripted(turns: Vec<Turn>) -> (Home, Server, Driver) {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.extend(turns);
    let driver = Driver::open(&home, &server).await;
    (home, server, driver)
}

fn draft_told(driver: &Driver) -> Option<&Draft> {
    driver.told.iter().rev().find_map(|update| match update {
        Update::Draft(draft) => Some(&**draft),
        _ => None,
    })
}

#[tokio::test]
async fn words_come_in_order_and_the_film_before_the_end() {
    let steps = vec![text("Making"), Step::Film(film("Hello")), text(" it.")];
    let (_home, server, mut driver) = scripted(vec![Turn::Stream(steps)]).await;
    driver.say(1, "make it").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    assert_eq!(driver.words(1), "Making it.");
    assert!(draft_told(&driver).is_some_and(Draft::is_ready));
    let began = driver.told.iter().position(|update| *update == Update::TurnStarted(TurnId(1)));
    let spoke = driver.told.iter().position(|update| matches!(update, Update::TurnText(..)));
    assert!(began < spoke, "{:#?}", driver.told);
    let sent = server.world().messages.clone();
    assert_eq!(
        sent,
        [json!({"app_name": "nemo_agent", "user_id": "me", "session_id": "session-1",
                "new_message": {"parts": [{"text": "make it"}]}})]
    );
}

/// Each word is a piece of the body by itself, as servers send them.
#[tokio::test]
async fn words_that_come_together_are_told_together() {
    let words: Vec<String> = (0..200).map(|number| format!(" {number}")).collect();
    let steps = words.iter().map(|word| text(word)).collect();
    let (_home, _server, mut driver) = scripted(vec![Turn::Stream(steps)]).await;
    driver.say(1, "count").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    assert_eq!(driver.words(1).trim(), words.concat().trim());
    let told = driver.told.iter().filter(|update| matches!(update, Update::TurnText(..))).count();
    assert!(told < words.len() / 2, "{told} updates for {} words", words.len());
}

#[tokio::test]
async fn recordings_of_the_other_dialect_are_told_once() {
    let (_home, _server, mut driver) =
        scripted(vec![Turn::Stream(vec![recording("thinking.stream")])]).await;
    driver.say(1, "warmer").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    assert_eq!(driver.words(1), "Making it warmer.\n\nDone: a warm colour grade now covers 0-10s.");
    let busy = Update::TurnActivity(TurnId(1), "editing the timeline".into());
    assert!(driver.told.contains(&busy), "{:#?}", driver.told);
}

#[tokio::test]
async fn further_messages_wait_and_are_sent_in_order() {
    let turn = |words: &str| Turn::Stream(vec![text(words)]);
    let (_home, server, mut driver) = scripted(vec![turn("one"), turn("two"), turn("three")]).await;
    for (number, words) in [(1, "a"), (2, "b"), (3, "c")] {
        driver.say(number, words).await;
    }
    driver.turn_ended(3).await;
    let sent: Vec<Value> = server.world().messages.clone();
    let sent: Vec<&Value> =
        sent.iter().map(|sent| &sent["new_message"]["parts"][0]["text"]).collect();
    assert_eq!(sent, ["a", "b", "c"]);
    let ends: Vec<u64> = driver
        .told
        .iter()
        .filter_map(|update| match update {
            Update::TurnEnded(id, _) => Some(id.0),
            _ => None,
        })
        .collect();
    assert_eq!(ends, [1, 2, 3]);
}

#[tokio::test]
async fn a_running_turn_and_a_waiting_one_can_be_cancelled() {
    let hanging = Turn::Stream(vec![text("Well"), Step::Hang]);
    let (home, server, mut driver) = scripted(vec![hanging]).await;
    driver.say(1, "a").await;
    driver.say(2, "b").await;
    driver.once("words", |update| matches!(update, Update::TurnText(..))).await;
    driver.tell(Command::CancelTurn(TurnId(2))).await;
    assert_eq!(driver.turn_ended(2).await, TurnEnd::Cancelled);
    driver.tell(Command::CancelTurn(TurnId(1))).await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Cancelled);
    assert_eq!(server.world().messages.len(), 1);
    driver.leave().await;

    let mut again = Driver::start(settings(&home, &server, cutroom::link::SessionChoice::Last));
    let chat = again.opened().await.chat;
    let words: Vec<&str> = chat.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(words, ["a", "Well", "Work that has begun may still finish at the service."]);
}

#[tokio::test]
async fn a_silent_edit_is_told_from_the_state() {
    for name in ["silent.stream", "silent.whole"] {
        let steps = vec![Step::Film(film("Paradise Found")), recording(name)];
        let (_home, _server, mut driver) = scripted(vec![Turn::Stream(steps)]).await;
        driver.say(1, "add a title").await;
        assert_eq!(driver.turn_ended(1).await, TurnEnd::Silent, "{name}");
        let notices = driver.notices().join("\n");
        assert!(notices.contains("Paradise Found"), "{name}: {notices}");
    }
}

#[tokio::test]
async fn silence_without_a_change_is_said_too() {
    let (_home, _server, mut driver) = scripted(vec![Turn::Stream(vec![])]).await;
    driver.say(1, "?").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Silent);
    assert_eq!(driver.notices().len(), 1);
}

#[tokio::test]
async fn an_error_inside_the_stream_counts_if_nothing_changed() {
    let (_home, _server, mut driver) =
        scripted(vec![Turn::Stream(vec![recording("blocked.whole")])]).await;
    driver.say(1, "?").await;
    let end = driver.turn_ended(1).await;
    let words = "The response was blocked.".to_owned();
    assert!(
        matches!(&end, TurnEnd::Failed(Problem::Refused { message: Some(said), .. }) if *said == words),
        "{end:?}"
    );
}

#[tokio::test]
async fn a_lost_connection_is_settled_by_the_state_and_nothing_is_sent_again() {
    let steps = vec![text("On it"), Step::Film(film("There")), Step::Break];
    let (_home, server, mut driver) = scripted(vec![Turn::Stream(steps)]).await;
    driver.say(1, "title").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Silent);
    assert!(driver.notices().join("\n").contains("There"));
    assert_eq!(server.world().messages.len(), 1);
}

#[tokio::test]
async fn after_five_looks_without_a_change_the_user_decides() {
    for turn in [
        Turn::Stream(vec![Step::Break]),
        Turn::Answer(502, "<html>Bad Gateway</html>".into()),
        Turn::Answer(504, String::new()),
    ] {
        let (_home, server, mut driver) = scripted(vec![turn]).await;
        driver.say(1, "title").await;
        assert_eq!(driver.turn_ended(1).await, TurnEnd::Failed(Problem::TurnInterrupted));
        let told = driver.statuses();
        for look in 1..=5 {
            let status = format!("checking whether it went through, {look} of 5");
            assert!(told.contains(&status.as_str()), "{told:?}");
        }
        assert_eq!(server.world().messages.len(), 1, "a message is never sent again");
    }
}

#[tokio::test]
async fn nothing_but_signs_of_life_counts_as_lost_after_a_while() {
    let (home, server) = (Home::new(), Server::start().await);
    let heartbeat = || Step::Bytes(b"data: heartbeat\n\n: ping\n\n".to_vec());
    server.world().turns.push_back(Turn::Stream(vec![heartbeat(), heartbeat(), Step::Hang]));
    let mut settings = settings(&home, &server, cutroom::link::SessionChoice::New);
    settings.timing.heartbeats_only = 300.0;
    settings.timing.still_working = 100.0;
    let mut driver = Driver::start(settings);
    driver.say(1, "make a film").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Failed(Problem::TurnInterrupted));
    assert!(driver.statuses()[0].starts_with("still working, "), "{:?}", driver.statuses());
    assert!(driver.statuses()[0].ends_with("; service alive"), "{:?}", driver.statuses());
    assert!(!driver.notices().iter().any(|line| line.contains("working")), "no line is kept of it");
    assert_eq!(server.world().messages.len(), 1);
}

#[tokio::test]
async fn a_refusal_is_told_and_too_many_requests_are_waited_out_once() {
    let (_home, server, mut driver) = scripted(vec![
        Turn::Answer(200, json!({"code": 2001, "message": "no credits"}).to_string()),
        Turn::Answer(429, String::new()),
        Turn::Stream(vec![text("Now.")]),
    ])
    .await;
    driver.say(1, "a").await;
    let end = driver.turn_ended(1).await;
    assert!(matches!(end, TurnEnd::Failed(Problem::OutOfCredits { .. })), "{end:?}");
    driver.say(2, "b").await;
    assert_eq!(driver.turn_ended(2).await, TurnEnd::Answered);
    assert_eq!(server.world().messages.len(), 3);
}

#[tokio::test]
async fn a_question_reaches_the_user_with_its_choices() {
    let call = json!({"type": "tool_call", "name": "ask_question", "args": {"questions": [
        {"id": "q", "prompt": "Which shape?", "options": [{"id": "a", "label": "16:9"}]}]}});
    let steps = vec![Step::Bytes(format!("data: {call}\n\n").into_bytes())];
    let (_home, _server, mut driver) = scripted(vec![Turn::Stream(steps)]).await;
    driver.say(1, "make it").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    let question = Update::TurnQuestion {
        turn: TurnId(1),
        prompt: "Which shape?".into(),
        options: vec!["16:9".into()],
        allow_multiple: false,
    };
    assert!(driver.told.contains(&question));
}

#[tokio::test]
async fn while_a_turn_runs_the_state_is_polled_and_an_equal_one_costs_nothing() {
    let steps = vec![Step::Film(film("Early")), text("Working"), Step::Hang];
    let (_home, server, mut driver) = scripted(vec![Turn::Stream(steps)]).await;
    driver.say(1, "make it").await;
    driver.until("the film", |update| matches!(update, Update::Draft(_))).await;
    while server.world().states_unchanged < 3 {
        tokio::task::yield_now().await;
    }
    let drafts = driver.told.iter().filter(|update| matches!(update, Update::Draft(_))).count();
    assert_eq!(drafts, 1, "the film is told when it differs, not at every poll");
}

#[tokio::test]
async fn words_said_before_the_session_is_open_are_not_lost() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut driver = Driver::start(settings(&home, &server, cutroom::link::SessionChoice::New));
    driver.say(1, "hello").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
}

#[tokio::test]
async fn a_message_that_cannot_be_put_down_as_sent_is_not_sent() {
    let (home, server, mut driver) = scripted(vec![Turn::Stream(vec![text("Hi.")])]).await;
    let database = rusqlite::Connection::open(home.places().database()).expect("a database");
    database.busy_timeout(std::time::Duration::from_secs(10)).expect("patience");
    let refusing = "CREATE TRIGGER refusing BEFORE UPDATE ON chat
                    BEGIN SELECT RAISE(ABORT, 'no room'); END;";
    database.execute_batch(refusing).expect("a trigger");
    driver.say(1, "make a film").await;
    let end = driver.turn_ended(1).await;
    assert!(matches!(end, TurnEnd::Failed(_)), "{end:?}");
    assert_eq!(server.world().messages.len(), 0);
    database.execute_batch("DROP TRIGGER refusing").expect("gone");
    driver.say(2, "make a film").await;
    assert_eq!(driver.turn_ended(2).await, TurnEnd::Answered);
    assert_eq!(server.world().messages.len(), 1);
}
