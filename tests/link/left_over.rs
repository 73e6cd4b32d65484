//! What a run that ended too early leaves open, and what the next one makes of it.

use cutroom::draft::Draft;
use cutroom::language::Problem;
use cutroom::link::{Command, SessionChoice, TurnEnd, TurnId, Update};
use serde_json::{Value, json};

use super::driver::{Driver, Home, settings};
use super::server::{Server, Step, Turn, text};

fn film(title: &str) -> Value {
    json!({"t": [{"tt": 7, "sg": [{"id": "a", "d": 3000, "m": {"text": title}}]}]})
}

/// A run that ends while a message is with the agent.
async fn crashed(before: Value, during: Option<Value>) -> (Home, Server) {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().draft = before;
    let mut steps: Vec<Step> = during.map(Step::Film).into_iter().collect();
    steps.extend([text("On it.\n"), Step::Hang]);
    server.world().turns.push_back(Turn::Stream(steps));
    let mut driver = Driver::open(&home, &server).await;
    if !server.world().draft.is_null() {
        driver.tell(Command::AskState).await;
        driver.until("the film", |update| matches!(update, Update::Draft(_))).await;
    }
    driver.say(1, "add a title").await;
    driver.once("words", |update| matches!(update, Update::TurnText(..))).await;
    driver.crash().await;
    (home, server)
}

async fn again(home: &Home, server: &Server) -> Driver {
    Driver::start(settings(home, server, SessionChoice::Last))
}

fn lines(restored: &cutroom::link::Restored) -> Vec<&str> {
    restored.chat.iter().map(|line| line.text.as_str()).collect()
}

#[tokio::test]
async fn a_message_that_went_through_is_told_with_what_it_changed() {
    let (home, server) = crashed(Value::Null, None).await;
    server.world().draft = film("Hello");
    let mut driver = again(&home, &server).await;
    let left = driver.opened().await.left_over;
    let told = left.told.expect("what became of it");
    assert!(told.contains("add a title") && told.contains("It went through"), "{told}");
    assert!(told.contains("Title added: “Hello”"), "{told}");
    assert_eq!((left.underway, left.unsent.len()), (None, 0));
    driver.leave().await;

    let mut driver = again(&home, &server).await;
    let restored = driver.opened().await;
    assert_eq!(restored.left_over, cutroom::link::LeftOver::default(), "it is told once");
    assert!(lines(&restored).contains(&told.as_str()), "and kept: {:?}", restored.chat);
    assert_eq!(server.world().messages.len(), 1, "it was sent once");
}

#[tokio::test]
async fn one_of_which_nothing_shows_is_looked_after_and_never_sent_again() {
    let (home, server) = crashed(film("Hello"), None).await;
    let mut driver = again(&home, &server).await;
    let left = driver.opened().await.left_over;
    assert_eq!(left.underway.as_deref(), Some("add a title"));
    driver.say(1, "and music").await;
    let end = driver.turn_ended(TurnId::BEFORE.0).await;
    assert_eq!(end, TurnEnd::Failed(Problem::TurnInterrupted));
    assert!(driver.statuses().contains(&"checking whether it went through, 5 of 5"));
    server.world().turns.push_back(Turn::Stream(vec![text("Music.")]));
    driver.turn_ended(1).await;
    driver.leave().await;
    let texts = server.world().messages.clone();
    let texts: Vec<&Value> =
        texts.iter().map(|sent| &sent["new_message"]["parts"][0]["text"]).collect();
    assert_eq!(texts, ["add a title", "and music"]);
}

#[tokio::test]
async fn a_change_that_comes_while_it_is_looked_after_is_told() {
    let (home, server) = crashed(Value::Null, None).await;
    let mut driver = again(&home, &server).await;
    driver.opened().await;
    let status = |update: &Update| matches!(update, Update::TurnStatus(TurnId::BEFORE, _));
    driver.once("a look", status).await;
    server.world().draft = film("Hello");
    assert_eq!(driver.turn_ended(TurnId::BEFORE.0).await, TurnEnd::Silent);
    assert!(driver.notices().join("\n").contains("Title added: “Hello”"));
    let draft = |update: &Update| matches!(update, Update::Draft(draft) if Draft::is_ready(draft));
    assert!(driver.told.iter().any(draft));
}

#[tokio::test]
async fn what_changed_before_the_crash_counts_as_gone_through() {
    let (home, server) = crashed(film("Hello"), Some(film("Bye"))).await;
    let mut driver = again(&home, &server).await;
    let told = driver.opened().await.left_over.told.expect("what became of it");
    assert!(told.contains("“Hello” → “Bye”"), "{told}");
}

#[tokio::test]
async fn looking_after_a_message_can_be_stopped() {
    let (home, server) = crashed(Value::Null, None).await;
    let mut settings = settings(&home, &server, SessionChoice::Last);
    settings.timing.recovery_first = 60_000_000.0;
    let mut driver = Driver::start(settings);
    driver.opened().await;
    driver.tell(Command::CancelTurn(TurnId::BEFORE)).await;
    assert_eq!(driver.turn_ended(TurnId::BEFORE.0).await, TurnEnd::Cancelled);
}

#[tokio::test]
async fn what_waited_in_the_editor_comes_back_unsent() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.\n"), Step::Hang]));
    let mut driver = Driver::open(&home, &server).await;
    driver.once("credits", |update| matches!(update, Update::Credits(_))).await;
    driver.say(1, "hello").await;
    driver.until("words", |update| matches!(update, Update::TurnText(..))).await;
    let queue = ["and music".to_owned(), "and a title".to_owned()];
    driver.tell(Command::KeepQueue(queue.to_vec())).await;
    // Orders are carried out one after the other, so the queue is kept when this one is answered.
    driver.tell(Command::AskCredits).await;
    driver.until("credits", |update| matches!(update, Update::Credits(_))).await;
    driver.crash().await;

    let mut driver = again(&home, &server).await;
    let restored = driver.opened().await;
    assert_eq!(restored.left_over.unsent, queue);
    driver.leave().await;
    assert_eq!(server.world().messages.len(), 1);
    let mut driver = again(&home, &server).await;
    assert_eq!(driver.opened().await.left_over.unsent, queue, "until the person decides");
}

#[tokio::test]
async fn what_waited_for_a_session_that_was_never_opened_comes_back_too() {
    let (home, server) = (Home::new(), Server::start().await);
    for _ in 0..1000 {
        server.world().instead.push(("/api/tasks", 503, String::new()));
    }
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::New));
    driver.tell(Command::KeepQueue(vec!["make a film".into()])).await;
    driver.until("bad news", |update| matches!(update, Update::Offline { .. })).await;
    driver.crash().await;
    server.world().instead.clear();
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::New));
    assert_eq!(driver.opened().await.left_over.unsent, ["make a film"]);
    assert_eq!(server.world().messages.len(), 0);
}
