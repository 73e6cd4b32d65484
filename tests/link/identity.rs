//! Who asks: headers on every request, tokens renewed once, given tokens never replaced.

use cutroom::language::{Language, Problem};
use cutroom::link::{self, Backend, Command, LinkSettings, SessionChoice, TurnEnd, Update};
use serde_json::json;

use super::driver::{Driver, Home, settings};
use super::server::{Always, Server, Turn, text};

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

const TOKEN_REQUEST: &str = "/api/auth/anonymous-token";

/// The ids that tokens were asked for with.
fn asked_as(server: &Server) -> Vec<String> {
    let world = server.world();
    let asked = world.requests.iter().filter(|(path, _)| path == TOKEN_REQUEST);
    asked.map(|(_, headers)| headers["x-client-id"].to_str().expect("text").to_owned()).collect()
}

fn refusal(status: u16, code: i64) -> Always {
    Always::new(TOKEN_REQUEST, status, json!({"code": code, "message": "no"}).to_string())
}

/// A token with whatever else is said of it.
fn given(more: serde_json::Value) -> Always {
    let mut data = json!({"token": "nmv_usr_scripted"});
    for (key, value) in more.as_object().expect("an object") {
        data[key] = value.clone();
    }
    Always::new(TOKEN_REQUEST, 200, json!({"code": 0, "data": data}).to_string())
}

fn in_a_week() -> i64 {
    link::now() + 8 * 24 * 60 * 60 * 1000
}

fn rfc3339_in(hours: i64) -> String {
    let at = link::now() + hours * 60 * 60 * 1000;
    jiff::Timestamp::from_millisecond(at).expect("a moment").to_string()
}

#[tokio::test]
async fn the_token_request_names_the_client_and_the_profile_and_no_token() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut settings = anonymous(&home, &server);
    settings.client_id = Some("0db3f9c6-8d67-4a5e-9a55-0c5f5f0c7f11".into());
    Driver::start(settings).opened().await;
    let world = server.world();
    let (_, headers) = world.requests.first().expect("a request");
    assert_eq!(headers["x-client-id"], "0db3f9c6-8d67-4a5e-9a55-0c5f5f0c7f11");
    assert_eq!(headers["x-skill-source"], "video-maker");
    assert_eq!(headers["x-skill-version"], "1.0.0");
    assert_eq!(headers["x-skill-platform"], "unknown");
    assert!(headers.get("authorization").is_none());
}

#[tokio::test]
async fn an_id_that_the_server_dislikes_is_replaced_once_and_the_token_is_kept_all_the_same() {
    let (home, server) = (Home::new(), Server::start().await);
    // The code in the envelope is the server's own; the status says what it means.
    server.world().token_answers.push_back(refusal(400, 4000));
    Driver::start(anonymous(&home, &server)).opened().await;
    let asked = asked_as(&server);
    assert!(asked.len() == 2 && asked[0] != asked[1], "{asked:?}");
    Driver::start(anonymous(&home, &server)).opened().await;
    assert_eq!(asked_as(&server).len(), 2, "the kept token is used");
    let mut later = anonymous(&home, &server);
    later.clock = in_a_week;
    Driver::start(later).opened().await;
    assert_eq!(asked_as(&server)[2], asked[1], "renewed with the id that was given one");
}

#[tokio::test]
async fn a_second_refusal_of_the_id_is_told() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().token_answers.extend([refusal(400, 400), refusal(400, 400)]);
    let mut driver = Driver::start(anonymous(&home, &server));
    let told = |update: &Update| matches!(update, Update::Offline { retrying: false, .. });
    driver.until("the refusal", told).await;
    assert_eq!(asked_as(&server).len(), 2);
}

#[tokio::test]
async fn too_many_token_requests_are_waited_for_once() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().token_answers.push_back(refusal(429, 429));
    let mut driver = Driver::start(anonymous(&home, &server));
    driver.opened().await;
    assert!(driver.notices()[0].contains("Asking once more"), "{:?}", driver.notices());
    assert_eq!(asked_as(&server).len(), 2);
}

#[tokio::test]
async fn then_the_limit_is_named_with_what_to_do() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().token_answers.extend([refusal(429, 429), refusal(200, 429)]);
    let mut driver = Driver::start(anonymous(&home, &server));
    let problem = Problem::NoTokenNow { backend: "cloud".into() };
    let told = Update::Offline { problem: problem.clone(), retrying: false };
    driver.until("the limit", |update| *update == told).await;
    assert_eq!(asked_as(&server).len(), 2, "and no more");
    let line = problem.line(Language::English);
    for words in ["7 days", "about ten", "NEMO_TOKEN", "studio"] {
        assert!(line.contains(words), "{line}");
    }
}

#[tokio::test]
async fn a_server_that_asks_for_days_of_patience_is_told_of_at_once() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut answer = refusal(429, 429);
    answer.headers.push(("retry-after", "518400".into()));
    server.world().token_answers.push_back(answer);
    let mut driver = Driver::start(anonymous(&home, &server));
    let told = |update: &Update| {
        matches!(update, Update::Offline { problem: Problem::NoTokenNow { .. }, retrying: false })
    };
    driver.until("the limit", told).await;
    assert_eq!(asked_as(&server).len(), 1);
}

#[tokio::test]
async fn a_server_in_trouble_is_asked_again() {
    let (home, server) = (Home::new(), Server::start().await);
    let page = Always::new(TOKEN_REQUEST, 502, "<html>Bad Gateway</html>");
    server.world().token_answers.extend([page.clone(), page]);
    let mut driver = Driver::start(anonymous(&home, &server));
    driver.opened().await;
    let offline = |update: &Update| matches!(update, Update::Offline { .. });
    assert!(!driver.told.iter().any(offline), "{:#?}", driver.told);
    assert_eq!(asked_as(&server).len(), 3);
}

#[tokio::test]
async fn the_last_day_of_a_token_is_told_once_a_start() {
    for (language, words) in [(Language::English, "good until"), (Language::Chinese, "有效至")] {
        let (home, server) = (Home::new(), Server::start().await);
        let answer = given(json!({"expires_at": rfc3339_in(20)}));
        server.world().token_answers.push_back(answer);
        for _ in 0..2 {
            let mut settings = anonymous(&home, &server);
            settings.language = language;
            let mut driver = Driver::start(settings);
            driver.opened().await;
            let said =
                |update: &Update| matches!(update, Update::Notice(said) if said.contains(words));
            driver.until("the end", said).await;
            driver.tell(Command::Switch(SessionChoice::New)).await;
            driver.opened().await;
            driver.tell(Command::Leave).await;
            driver.until("the end", |update| *update == Update::Left).await;
            assert_eq!(driver.notices().len(), 1, "{:?}", driver.notices());
        }
        assert_eq!(server.world().tokens_given, 1, "it is still used");
    }
}

#[tokio::test]
async fn a_fresh_token_says_nothing_of_its_end() {
    let (home, server) = (Home::new(), Server::start().await);
    let driver = {
        let mut driver = Driver::start(anonymous(&home, &server));
        driver.opened().await;
        driver.tell(Command::Leave).await;
        driver.until("the end", |update| *update == Update::Left).await;
        driver
    };
    assert_eq!(driver.notices(), [""; 0]);
}

#[tokio::test]
async fn after_its_end_a_token_is_renewed_with_the_same_id_and_the_user_stays_known() {
    let (home, server) = (Home::new(), Server::start().await);
    Driver::start(anonymous(&home, &server)).opened().await;
    server.world().token_answers.push_back(given(json!({})));
    let mut later = anonymous(&home, &server);
    later.clock = in_a_week;
    let mut driver = Driver::start(later);
    driver.opened().await;
    let asked = asked_as(&server);
    assert!(asked.len() == 2 && asked[0] == asked[1], "{asked:?}");
    let broke = json!({"code": 2001, "message": "no credits"}).to_string();
    server.world().turns.push_back(Turn::Answer(200, broke));
    driver.say(1, "make a film").await;
    let address = "https://web.example/register?bind=anon_7".to_owned();
    let ended = driver.turn_ended(1).await;
    assert_eq!(ended, TurnEnd::Failed(Problem::OutOfCredits { address }));
}

#[tokio::test]
async fn programs_that_start_together_ask_once() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut first = Driver::start(anonymous(&home, &server));
    let mut second = Driver::start(anonymous(&home, &server));
    tokio::join!(first.opened(), second.opened());
    assert_eq!(server.world().tokens_given, 1);
}

#[tokio::test]
async fn a_token_that_another_program_has_renewed_is_taken() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut first = Driver::start(anonymous(&home, &server));
    let mut second = Driver::start(anonymous(&home, &server));
    tokio::join!(first.opened(), second.opened());
    for driver in [&mut first, &mut second] {
        driver.once("credits", |update| matches!(update, Update::Credits(_))).await;
    }
    server.world().good_token = Some("another".into());
    for driver in [&mut first, &mut second] {
        server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
        driver.say(1, "hello").await;
        assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    }
    assert_eq!(server.world().tokens_given, 2);
}
