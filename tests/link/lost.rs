//! A session that the server loses: a new one, told, and the files of the old one offered again.

use cutroom::language::Problem;
use cutroom::link::{self, Command, ExportTo, JobState, SessionChoice, Update};
use serde_json::json;

use super::driver::{Driver, Home, settings};
use super::server::{Server, Turn, text};

fn gone() -> Problem {
    Problem::SessionNotFound { id: "session-1".into() }
}

/// A session with two files, one of which is no longer where it was, and a message.
async fn with_files() -> (Home, Server, Driver) {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut driver = Driver::open(&home, &server).await;
    for name in ["a.png", "b.png"] {
        driver.tell(Command::Upload(vec![home.picture(name, 100)])).await;
        assert_eq!(driver.job_ended().await.state, JobState::Done);
    }
    driver.say(1, "hello").await;
    driver.turn_ended(1).await;
    std::fs::remove_file(home.folder.path().join("b.png")).expect("removed");
    server.world().lost_sessions.push("session-1".into());
    server.world().media.clear();
    (home, server, driver)
}

#[tokio::test]
async fn whatever_finds_out_a_new_session_offers_the_files_again() {
    for finds_out in ["message", "upload", "export", "state"] {
        let (home, server, mut driver) = with_files().await;
        match finds_out {
            "message" => driver.say(2, "more").await,
            "upload" => {
                let refused = json!({"code": 1002, "message": "gone"}).to_string();
                server.world().instead.push(("/api/upload-video", 200, refused));
                driver.tell(Command::Upload(vec![home.picture("c.png", 100)])).await;
            }
            "export" => {
                let folder = home.folder.path().to_path_buf();
                driver.tell(Command::Export(ExportTo::Folder(folder))).await;
            }
            _ => driver.tell(Command::AskState).await,
        }
        let restored = driver.opened().await;
        assert_eq!(restored.session.id, "session-2", "{finds_out}");
        assert!(restored.chat[0].text.contains("a new one was made"), "{:?}", restored.chat);
        let lost = restored.lost.expect("what was lost");
        assert_eq!(lost.id, "session-1");
        let mut files = vec![home.folder.path().join("a.png")];
        if finds_out == "upload" {
            files.push(home.folder.path().join("c.png"));
        }
        assert_eq!((lost.files, lost.gone), (files, vec!["b.png".to_owned()]), "{finds_out}");
        driver.leave().await;

        let listed = link::sessions(&home.places()).expect("a list");
        let old = listed.iter().find(|session| session.id == "session-1");
        assert_eq!(old.expect("it stays in the list").title, "hello", "{finds_out}");
    }
}

#[tokio::test]
async fn the_offered_files_are_sent_to_the_new_session() {
    let (home, server, mut driver) = with_files().await;
    driver.say(2, "more").await;
    assert_eq!(driver.turn_ended(2).await, link::TurnEnd::Failed(gone()));
    let lost = driver.opened().await.lost.expect("what was lost");
    driver.tell(Command::Upload(lost.files)).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    assert_eq!(server.world().media.len(), 1);
    let to_new = |(path, _): &(String, _)| path.ends_with("/me/session-2");
    let uploads = server.world().requests.iter().filter(|request| to_new(request)).count();
    assert_eq!(uploads, 1);
    driver.leave().await;
    drop(home);
}

#[tokio::test]
async fn a_turn_that_runs_comes_to_its_end_before_the_session_is_replaced() {
    let (home, server) = (Home::new(), Server::start().await);
    let steps = vec![text("Well."), super::server::Step::Gate, text(" Done.")];
    server.world().turns.push_back(Turn::Stream(steps));
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::New));
    driver.opened().await;
    driver.say(1, "make it").await;
    driver.once("words", |update| matches!(update, Update::TurnText(..))).await;
    let refused = json!({"code": 1002, "message": "gone"}).to_string();
    server.world().instead.push(("/api/upload-video", 200, refused));
    driver.tell(Command::Upload(vec![home.picture("c.png", 100)])).await;
    assert_eq!(driver.job_ended().await.state, JobState::Failed(gone()));
    server.stream_gate.add_permits(1);
    driver.turn_ended(1).await;
    assert_eq!(driver.words(1), "Well. Done.");
    assert_eq!(driver.opened().await.session.id, "session-2");
}
