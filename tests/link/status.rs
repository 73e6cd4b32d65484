//! Limits of a stream, and that stopping is seen by the server at once.

use cutroom::language::Problem;
use cutroom::link::{Command, SessionChoice, TurnEnd, TurnId, Update};
use serde_json::json;

use super::driver::{Driver, Home, settings};
use super::server::{Server, Step, Turn, text};

#[tokio::test]
async fn a_turn_that_works_for_ever_ends_at_the_limit_of_all() {
    let (home, server) = (Home::new(), Server::start().await);
    let work = json!({"type": "tool_call", "name": "edit", "args": {}});
    let work = format!("data: {work}\n\n").into_bytes();
    server.world().turns.push_back(Turn::Stream(vec![Step::Flood(work)]));
    let mut settings = settings(&home, &server, SessionChoice::New);
    settings.timing.turn_limit = 300.0;
    let mut driver = Driver::start(settings);
    driver.say(1, "make a film").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Failed(Problem::TurnInterrupted));
    assert_eq!(server.world().messages.len(), 1);
}

#[tokio::test]
async fn silence_is_told_apart_from_signs_of_life() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Well"), Step::Hang]));
    let mut settings = settings(&home, &server, SessionChoice::New);
    settings.timing.still_working = 50.0;
    let mut driver = Driver::start(settings);
    driver.say(1, "make a film").await;
    let silent = |update: &Update| matches!(update, Update::TurnStatus(TurnId(1), line) if line.contains("; silent for "));
    driver.until("the third line", silent).await;
    driver.leave().await;
}

#[tokio::test]
async fn a_line_of_fifty_megabytes_is_refused_and_the_message_is_not_sent_again() {
    let (home, server) = (Home::new(), Server::start().await);
    let film = json!({"t": [{"tt": 7, "sg": [{"id": "a", "d": 3000, "m": {"text": "There"}}]}]});
    let steps = vec![
        Step::Film(film),
        Step::Bytes(b"data: {\"type\":\"text\",\"content\":\"".to_vec()),
        Step::Flood(vec![b'x'; 1 << 20]),
    ];
    server.world().turns.push_back(Turn::Stream(steps));
    let mut driver = Driver::open(&home, &server).await;
    driver.say(1, "make a film").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Silent, "the state tells what became of it");
    assert!(driver.notices().join("\n").contains("There"));
    while server.world().closed == 0 {
        tokio::task::yield_now().await;
    }
    assert!(server.world().flooded < 40 << 20, "{}", server.world().flooded);
    assert_eq!(server.world().messages.len(), 1);
}

#[tokio::test]
async fn a_stopped_turn_closes_its_connection_and_tells_what_was_done_so_far() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Well"), Step::Hang]));
    let mut settings = settings(&home, &server, SessionChoice::New);
    // No poll comes by itself, so what is seen was looked for when the turn was stopped.
    settings.timing.poll_busy = 600_000.0;
    let mut driver = Driver::start(settings);
    driver.say(1, "make a film").await;
    driver.once("words", |update| matches!(update, Update::TurnText(..))).await;
    server.world().draft = json!({"t": [{"tt": 0, "sg": [{"id": "a", "d": 3000}]}]});
    driver.tell(Command::CancelTurn(TurnId(1))).await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Cancelled);
    while server.world().closed == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(driver.notices(), ["Work that has begun may still finish at the service."]);
    assert!(driver.told.iter().any(|update| matches!(update, Update::Draft(_))));
}

#[tokio::test]
async fn an_apology_after_work_that_changed_nothing_is_part_of_the_answer() {
    let work = json!({"type": "tool_call", "name": "edit", "args": {}});
    let steps = |film| {
        let mut steps = vec![text("On it."), Step::Bytes(format!("data: {work}\n\n").into_bytes())];
        steps.extend(film);
        steps.push(text("I apologize, there was a temporary issue. Please try again."));
        Turn::Stream(steps)
    };
    let film = json!({"t": [{"tt": 0, "sg": [{"id": "a", "d": 3000}]}]});
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.extend([steps(None), steps(Some(Step::Film(film)))]);
    let mut driver = Driver::open(&home, &server).await;
    driver.say(1, "a").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    assert!(driver.words(1).contains("temporary issue"), "nothing was done: {}", driver.words(1));
    driver.say(2, "b").await;
    assert_eq!(driver.turn_ended(2).await, TurnEnd::Answered);
    assert_eq!(driver.words(2), "On it.", "it was done");
}
