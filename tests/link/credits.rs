//! Credits before and after each message, as the server tells them.

use cutroom::link::{Credits, TurnEnd, Update};
use serde_json::json;

use super::driver::{Driver, Home};
use super::server::{Server, Turn, text};

fn told(driver: &Driver) -> Vec<f64> {
    let told = driver.told.iter().filter_map(|update| match update {
        Update::Credits(Credits { available, .. }) => Some(*available),
        _ => None,
    });
    told.collect()
}

fn is_credits(update: &Update) -> bool {
    matches!(update, Update::Credits(_))
}

#[tokio::test]
async fn credits_are_told_before_and_after_and_what_a_message_took_is_said() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().credits = [
        json!({"available": 100, "frozen": 0, "total": 100}),
        json!({"available": 88, "frozen": 10, "total": 98}),
        json!({"available": "88.0", "frozen": 0, "total": 88}),
    ]
    .into();
    server.world().turns.extend([Turn::Stream(vec![text("1")]), Turn::Stream(vec![text("2")])]);
    let mut driver = Driver::open(&home, &server).await;
    driver.once("credits", is_credits).await;
    driver.say(1, "a").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    let used = |update: &Update| matches!(update, Update::Notice(_));
    driver.until("what it took", used).await;
    assert_eq!(told(&driver), [100.0, 100.0, 88.0]);
    let line = "Used 12 credits, 88 left; 10 are reserved by work under way.";
    assert_eq!(driver.notices(), [line]);
    driver.say(2, "b").await;
    driver.turn_ended(2).await;
    driver.until("credits", is_credits).await;
    driver.leave().await;
    let asked = server.world().requests.iter().filter(|(path, _)| path.contains("credits")).count();
    assert_eq!(asked, 3, "one request for each side of a message, shared between neighbours");
}

#[tokio::test]
async fn a_message_does_not_wait_for_credits_and_nothing_is_guessed_without_them() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().credits = [json!({"frozen": 1})].into();
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut driver = Driver::open(&home, &server).await;
    driver.say(1, "a").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    assert_eq!((told(&driver).len(), driver.notices().len()), (0, 0));
}
