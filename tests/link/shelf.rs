//! The sessions on this machine: listed, named, removed.

use cutroom::link::{Command, ListedSession, SessionChoice, SessionName, TurnId, Update, Used};

use super::driver::{Driver, Home, settings};
use super::server::{Server, Turn, text};

async fn two_sessions(home: &Home, server: &Server) -> Driver {
    for _ in 0..2 {
        server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    }
    let mut driver = Driver::open(home, server).await;
    driver.say(1, "hello").await;
    driver.turn_ended(1).await;
    driver.tell(Command::Switch(SessionChoice::New)).await;
    driver.opened().await;
    driver.tell(Command::Say { turn: TurnId(2), text: "again".into() }).await;
    driver.turn_ended(2).await;
    driver
}

async fn listed(driver: &mut Driver) -> Vec<ListedSession> {
    match driver.until("the list", |update| matches!(update, Update::Sessions(_))).await {
        Update::Sessions(listed) => listed.to_vec(),
        _ => unreachable!(),
    }
}

fn short(listed: &[ListedSession]) -> Vec<(&str, &str, Used)> {
    listed
        .iter()
        .map(|listed| (listed.summary.id.as_str(), listed.summary.title.as_str(), listed.used))
        .collect()
}

fn name(id: &str) -> SessionName {
    SessionName { backend: "cloud".into(), id: id.into() }
}

#[tokio::test]
async fn the_list_tells_names_and_what_is_open() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = two_sessions(&home, &server).await;
    driver.tell(Command::ListSessions).await;
    let all = listed(&mut driver).await;
    assert_eq!(short(&all), [("session-2", "again", Used::Open), ("session-1", "hello", Used::No)]);
    driver.tell(Command::NameSession { session: name("session-1"), name: " Promo ".into() }).await;
    assert_eq!(short(&listed(&mut driver).await)[1].1, "Promo");
    driver.tell(Command::NameSession { session: name("session-1"), name: String::new() }).await;
    assert_eq!(short(&listed(&mut driver).await)[1].1, "hello");
    driver.leave().await;
}

#[tokio::test]
async fn a_session_is_removed_unless_it_is_open() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = two_sessions(&home, &server).await;
    driver.tell(Command::RemoveSession(name("session-2"))).await;
    assert_eq!(listed(&mut driver).await.len(), 2);
    assert!(driver.notices().iter().any(|notice| notice.contains("is in use")));
    driver.tell(Command::RemoveSession(name("session-1"))).await;
    let left = listed(&mut driver).await;
    assert_eq!(short(&left), [("session-2", "again", Used::Open)]);
    driver.leave().await;
    let mut again = Driver::start(settings(&home, &server, SessionChoice::Last));
    assert_eq!(again.opened().await.session.id, "session-2");
    again.leave().await;
}
