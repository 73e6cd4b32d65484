//! A token that expires in the middle of anything is renewed once, with the same client id.

use cutroom::language::Problem;
use cutroom::link::{
    Backend, Command, ExportTo, JobState, LinkSettings, SessionChoice, TurnEnd, Update,
};
use serde_json::json;

use super::driver::{Driver, Home, settings};
use super::server::{Server, Turn, text};

fn anonymous(home: &Home, server: &Server) -> LinkSettings {
    let mut settings = settings(home, server, SessionChoice::New);
    if let Backend::Remote { token, .. } = &mut settings.backend {
        *token = None;
    }
    settings
}

/// A server with a film in it, and the address of its file on the same origin.
async fn ready() -> (Home, Server) {
    let (home, server) = (Home::new(), Server::start().await);
    {
        let mut world = server.world();
        world.draft = json!({"t": [{"tt": 0, "sg": [{"d": 5000}]}]});
        world.statuses = [json!({"status": "completed", "outputUrl": "/film.mp4"})].into();
    }
    (home, server)
}

/// The next request whose path begins so finds the token expired.
fn expire_at(server: &Server, path: &'static str) {
    let expired = json!({"code": 1001, "message": "expired"}).to_string();
    server.world().instead.push((path, 200, expired));
}

#[tokio::test]
async fn a_token_that_expires_in_the_middle_of_anything_is_renewed_once() {
    let (home, server) = ready().await;
    let mut driver = Driver::start(anonymous(&home, &server));
    driver.opened().await;
    driver.once("credits", |update| matches!(update, Update::Credits(_))).await;
    let mut tokens = server.world().tokens_given;
    let mut renewed = |what: &str| {
        tokens += 1;
        assert_eq!(server.world().tokens_given, tokens, "{what}");
    };

    expire_at(&server, "/run_sse");
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    driver.say(1, "hello").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    renewed("the message");

    expire_at(&server, "/api/state");
    server.world().draft = json!({"t": [{"tt": 0, "sg": [{"d": 70000}]}]});
    driver.tell(Command::AskState).await;
    driver.until("the film", |update| matches!(update, Update::Draft(_))).await;
    renewed("the state");

    expire_at(&server, "/api/upload-video");
    driver.tell(Command::Upload(vec![home.picture("a.png", 100)])).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    renewed("the upload");

    for path in ["/api/render/proxy/lambda", "/api/render/proxy/lambda/", "/film.mp4"] {
        expire_at(&server, path);
        let folder = home.folder.path().to_path_buf();
        driver.tell(Command::Export(ExportTo::Folder(folder))).await;
        assert_eq!(driver.job_ended().await.state, JobState::Done, "{path}");
        renewed(path);
    }

    // The address fails, and at the second way to the film the token has expired.
    server.world().instead.push(("/film.mp4", 404, String::new()));
    server.world().instead.push(("/api/render/proxy/render_", 401, String::new()));
    let folder = home.folder.path().to_path_buf();
    driver.tell(Command::Export(ExportTo::Folder(folder))).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    renewed("the fallback");

    let ids: Vec<_> = server
        .world()
        .requests
        .iter()
        .filter(|(path, _)| path.ends_with("anonymous-token"))
        .map(|(_, headers)| headers["x-client-id"].clone())
        .collect();
    assert!(ids.windows(2).all(|pair| pair[0] == pair[1]), "{ids:?}");
    assert_eq!(server.world().messages.len(), 1);
}

#[tokio::test]
async fn a_token_of_the_users_own_that_expires_is_said_to_be_refused() {
    let (home, server) = ready().await;
    let mut driver = Driver::open(&home, &server).await;
    expire_at(&server, "/run_sse");
    driver.say(1, "hello").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Failed(Problem::TokenRefused));
    expire_at(&server, "/api/upload-video");
    driver.tell(Command::Upload(vec![home.picture("a.png", 100)])).await;
    assert_eq!(driver.job_ended().await.state, JobState::Failed(Problem::TokenRefused));
    expire_at(&server, "/api/render/proxy/lambda");
    let folder = home.folder.path().to_path_buf();
    driver.tell(Command::Export(ExportTo::Folder(folder))).await;
    assert_eq!(driver.job_ended().await.state, JobState::Failed(Problem::TokenRefused));
    assert_eq!(server.world().tokens_given, 0);
}
