//! Token and attribution stay with the API's own origin, whatever a server says about where to go.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use cutroom::language::Problem;
use cutroom::link::{Command, ExportTo, JobState, SessionChoice, TurnEnd, Update};
use serde_json::json;

use super::driver::{Driver, Home, settings};
use super::server::{Always, Server};

const REDIRECTS: [u16; 5] = [301, 302, 303, 307, 308];
const OURS: [&str; 5] =
    ["authorization", "x-skill-source", "x-skill-version", "x-skill-platform", "x-client-id"];

/// Somebody else's server: sends everybody on to `next`, and remembers who came.
struct Foreign {
    address: String,
    came: Arc<Mutex<Vec<(String, HeaderMap)>>>,
}

impl Foreign {
    async fn start(next: String) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let came: Arc<Mutex<Vec<(String, HeaderMap)>>> = Arc::default();
        let seen = Arc::clone(&came);
        let send_on = move |request: Request| {
            let came = (request.uri().to_string(), request.headers().clone());
            seen.lock().expect("no panic").push(came);
            let next = next.clone();
            async move { (axum::http::StatusCode::FOUND, [(header::LOCATION, next)]).into_response() }
        };
        let router = Router::new().fallback(send_on);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, came }
    }

    fn came(&self) -> Vec<(String, HeaderMap)> {
        self.came.lock().expect("no panic").clone()
    }
}

fn redirect(path: &'static str, status: u16, to: String) -> Always {
    Always { headers: vec![("location", to)], ..Always::new(path, status, "") }
}

#[tokio::test]
async fn no_request_to_the_api_follows_a_redirect() {
    for status in REDIRECTS {
        let (home, server) = (Home::new(), Server::start().await);
        let foreign = Foreign::start("http://127.0.0.1:9/".into()).await;
        let to = format!("{}/elsewhere", foreign.address);
        let mut driver = Driver::open(&home, &server).await;
        driver.once("credits", |update| matches!(update, Update::Credits(_))).await;
        server.world().always.push(redirect("/", status, to));

        let is_trouble = |update: &Update| matches!(update, Update::Trouble(_));
        driver.tell(Command::AskCredits).await;
        driver.until("credits refused", is_trouble).await;
        driver.tell(Command::AskState).await;
        driver.until("a state refused", is_trouble).await;
        driver.tell(Command::Upload(vec![home.picture("a.png", 1000)])).await;
        assert!(matches!(driver.job_ended().await.state, JobState::Failed(_)));
        driver.say(1, "hello").await;
        assert!(matches!(driver.turn_ended(1).await, TurnEnd::Failed(_)));
        driver.tell(Command::Switch(SessionChoice::New)).await;
        let offline = |update: &Update| {
            let problem = Problem::BadAnswer { backend: "cloud".into() };
            *update == Update::Offline { problem, retrying: false }
        };
        driver.until("a session refused", offline).await;
        assert!(foreign.came().is_empty(), "{status}: {:?}", foreign.came());
    }
}

#[tokio::test]
async fn a_token_request_follows_none_either() {
    for status in REDIRECTS {
        let (home, server) = (Home::new(), Server::start().await);
        let foreign = Foreign::start("http://127.0.0.1:9/".into()).await;
        server.world().always.push(redirect("/api/auth", status, foreign.address.clone()));
        let mut settings = settings(&home, &server, SessionChoice::New);
        if let cutroom::link::Backend::Remote { token, .. } = &mut settings.backend {
            *token = None;
        }
        let mut driver = Driver::start(settings);
        driver.until("a refusal", |update| matches!(update, Update::Offline { .. })).await;
        assert!(foreign.came().is_empty(), "{status}");
    }
}

#[tokio::test]
async fn a_film_comes_over_any_number_of_origins_and_only_our_own_sees_the_token() {
    let (home, server) = (Home::new(), Server::start().await);
    let foreign = Foreign::start(format!("{}/film.mp4", server.address)).await;
    {
        let mut world = server.world();
        world.draft = json!({"t": [{"tt": 0, "sg": [{"d": 1000}]}]});
        let address = format!("{}/begin", server.address);
        world.statuses.push_back(json!({"status": "completed", "outputUrl": address}));
        world.always.push(redirect("/begin", 302, format!("{}/middle", foreign.address)));
    }
    let mut driver = Driver::open(&home, &server).await;
    let path = home.folder.path().join("out.mp4");
    driver.tell(Command::Export(ExportTo::File { path: path.clone(), force: false })).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    assert_eq!(std::fs::read(&path).expect("a film"), server.world().film);
    let came = foreign.came();
    assert_eq!(came.len(), 1);
    for (address, headers) in came {
        assert!(!address.contains("nmv_usr"), "{address}");
        for name in OURS {
            assert!(headers.get(name).is_none(), "{name} went to {address}");
        }
    }
}
