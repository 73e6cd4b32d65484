//! The drafts that a session had, over restarts.

use cutroom::link::{Command, SessionChoice, Update};
use serde_json::json;

use super::driver::{Driver, Home, settings};
use super::server::{Server, Step, Turn, text};

#[tokio::test]
async fn every_draft_of_a_session_is_there_in_the_next_run() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    for (turn, length) in [(1, 10_000), (2, 100_000), (3, 1_000_000)] {
        let film = json!({"t": [{"tt": 0, "sg": [{"id": "a", "d": length}]}]});
        server.world().turns.push_back(Turn::Stream(vec![Step::Film(film), text("Done.")]));
        driver.say(turn, "longer").await;
        driver.turn_ended(turn).await;
    }
    let told = driver.told.iter().filter_map(|update| match update {
        Update::Draft(draft) => Some(draft.duration().0),
        _ => None,
    });
    assert_eq!(told.collect::<Vec<_>>(), [10_000, 100_000, 1_000_000]);
    driver.leave().await;

    let mut again = Driver::start(settings(&home, &server, SessionChoice::Last));
    let now = again.opened().await.draft.expect("a film");
    again.tell(Command::ListDrafts).await;
    let told = again.until("the drafts", |update| matches!(update, Update::Drafts(_))).await;
    let Update::Drafts(past) = told else { unreachable!() };
    let lengths: Vec<u64> = past.drafts.iter().map(|draft| draft.duration().0).collect();
    assert_eq!(lengths, [10_000, 100_000, 1_000_000]);
    assert_eq!((past.drafts.last(), past.gone), (Some(&now), 0));
    again.leave().await;
}
