//! Who asks: headers on every request, tokens renewed once, given tokens never replaced.

use cutroom::language::Problem;
use cutroom::link::{Backend, LinkSettings, SessionChoice, TurnEnd, Update};

use super::driver::{Driver, Home, settings};
use super::server::{Server, Turn, text};

fn anonymous(home: &Home, server: &Server) -> LinkSettings {
    let mut settings = settings(home, server, SessionChoice::New);
    if let Backend::Remote { token, .. } = &mut settings.backend {
        *token = None;
    }
    settings
}

#[tokio::test]
async fn every_request_has_its_headers_and_no_address_has_the_token() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut driver = Driver::open(&home, &server).await;
    driver.say(1, "hello").await;
    driver.turn_ended(1).await;
    driver.leave().await;
    let requests = server.world().requests.clone();
    assert!(requests.len() > 3);
    for (path, headers) in requests {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        assert_eq!(header("authorization"), Some("Bearer nmv_usr_mine"), "{path}");
        assert_eq!(header("x-skill-source"), Some("video-maker"), "{path}");
        assert_eq!(header("x-skill-version"), Some("1.0.0"), "{path}");
        assert_eq!(header("x-skill-platform"), Some("unknown"), "{path}");
        assert!(!path.contains("nmv_usr"), "{path}");
    }
}

#[tokio::test]
async fn an_anonymous_token_is_kept_and_renewed_once_when_it_expires() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut driver = Driver::start(anonymous(&home, &server));
    driver.opened().await;
    driver.once("credits", |update| matches!(update, Update::Credits(_))).await;
    assert_eq!(server.world().tokens_given, 1);
    server.world().good_token = Some("another".into());
    driver.say(1, "hello").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    assert_eq!(server.world().tokens_given, 2);
    assert_eq!(server.world().messages.len(), 1);
    driver.leave().await;

    let again = Driver::start(anonymous(&home, &server));
    let mut again = again;
    again.opened().await;
    assert_eq!(server.world().tokens_given, 2, "the kept token is used");
}

#[tokio::test]
async fn a_token_that_the_user_set_is_never_replaced() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().good_token = Some("another".into());
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::New));
    let refused = Update::Offline { problem: Problem::TokenRefused, retrying: false };
    driver.until("a refusal", |update| *update == refused).await;
    assert_eq!(server.world().tokens_given, 0);
    driver.leave().await;
}
