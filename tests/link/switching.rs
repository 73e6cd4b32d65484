//! One backend left for another, the consent that comes first, and links to a browser.

use cutroom::link::{
    self, Backend, Command, Consent, ExportTo, JobState, LinkSettings, SessionChoice, TurnEnd,
    Update,
};
use cutroom::store::{Database, Places};
use serde_json::json;

use super::driver::{Driver, Home, settings};
use super::server::{Server, Step, Turn, text};

/// Links that were told, in order.
fn links(driver: &Driver) -> Vec<String> {
    let told = driver.told.iter().filter_map(|update| match update {
        Update::BrowserLink(address) => Some(address.clone()),
        _ => None,
    });
    told.collect()
}

/// As the editor starts, for a user who was never asked.
fn unasked(home: &Home, server: &Server) -> LinkSettings {
    LinkSettings { consent: Consent::AskOnce, ..settings(home, server, SessionChoice::New) }
}

fn on_studio(home: &Home, server: &Server) -> LinkSettings {
    LinkSettings { backend: Backend::Studio, ..unasked(home, server) }
}

async fn asked(driver: &mut Driver) -> (Backend, SessionChoice) {
    let needed = |update: &Update| matches!(update, Update::ConsentNeeded { .. });
    match driver.until("the question", needed).await {
        Update::ConsentNeeded { backend, session } => (*backend, session),
        _ => unreachable!(),
    }
}

fn picture(home: &Home, name: &str) -> std::path::PathBuf {
    let path = home.folder.path().join(name);
    image::RgbImage::new(32, 18).save(&path).expect("saved");
    path
}

fn is_agreed(places: &Places, backend: &Backend) -> bool {
    link::is_agreed(places, backend)
}

#[tokio::test]
async fn nothing_is_sent_before_the_user_agrees_and_then_it_goes_on() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut driver = Driver::start(unasked(&home, &server));
    let (backend, session) = asked(&mut driver).await;
    assert_eq!(session, SessionChoice::New);
    assert_eq!(backend.elsewhere().as_deref(), Some(server.address.as_str()));
    // Orders that come meanwhile wait too.
    driver.say(1, "hello").await;
    driver.tell(Command::AskCredits).await;
    driver.tell(Command::CancelTurn(link::TurnId(9))).await;
    driver.say(2, "never").await;
    driver.tell(Command::CancelTurn(link::TurnId(2))).await;
    assert_eq!(driver.turn_ended(2).await, TurnEnd::Cancelled);
    assert!(server.world().requests.is_empty(), "{:?}", server.world().requests);
    assert!(!is_agreed(&home.places(), &backend));

    driver.tell(Command::SwitchBackend { backend: Box::new(backend.clone()), session }).await;
    assert_eq!(driver.opened().await.session.backend, "cloud");
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    driver.leave().await;
    assert!(is_agreed(&home.places(), &backend));

    let mut again = Driver::start(unasked(&home, &server));
    again.opened().await;
    let asks = |update: &Update| matches!(update, Update::ConsentNeeded { .. });
    assert!(!again.told.iter().any(asks), "asked once, and never again");
}

#[tokio::test]
async fn who_declines_is_in_the_studio_and_the_server_never_hears_of_it() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::start(unasked(&home, &server));
    let (cloud, _) = asked(&mut driver).await;
    let session = SessionChoice::New;
    driver.tell(Command::SwitchBackend { backend: Box::new(Backend::Studio), session }).await;
    assert_eq!(driver.opened().await.session.backend, "studio");
    driver.tell(Command::Upload(vec![picture(&home, "a.png")])).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    driver.leave().await;
    assert!(server.world().requests.is_empty());
    assert!(!is_agreed(&home.places(), &cloud));
}

#[tokio::test]
async fn agreement_is_to_one_server_and_not_needed_for_one_on_this_machine() {
    let (home, one, other) = (Home::new(), Server::start().await, Server::start().await);
    let mut driver = Driver::start(unasked(&home, &one));
    let (backend, session) = asked(&mut driver).await;
    driver.tell(Command::SwitchBackend { backend: Box::new(backend), session }).await;
    driver.opened().await;
    driver.leave().await;
    let mut driver = Driver::start(unasked(&home, &other));
    asked(&mut driver).await;
    driver.leave().await;
    assert!(other.world().requests.is_empty());

    let mut near = unasked(&home, &other);
    if let Backend::Remote { name, .. } = &mut near.backend {
        name.clone_from(&other.address);
    }
    let mut driver = Driver::start(near);
    assert_eq!(driver.opened().await.session.backend, other.address);
}

#[tokio::test]
async fn one_backend_is_left_in_order_for_another_and_back() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut driver = Driver::start(on_studio(&home, &server));
    let studio = driver.opened().await;
    driver.tell(Command::Upload(vec![picture(&home, "a.png")])).await;
    driver.job_ended().await;
    assert!(server.world().requests.is_empty());

    let cloud = settings(&home, &server, SessionChoice::New).backend;
    let session = SessionChoice::Last;
    driver.tell(Command::SwitchBackend { backend: Box::new(cloud.clone()), session }).await;
    let there = driver.opened().await;
    assert_eq!((there.session.backend.as_str(), there.media.len()), ("cloud", 0));
    assert_eq!(there.previous, None, "what was made elsewhere is not offered here");
    driver.say(1, "hello").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);

    let session = SessionChoice::Last;
    driver.tell(Command::SwitchBackend { backend: Box::new(Backend::Studio), session }).await;
    let back = driver.opened().await;
    assert_eq!(back.session.id, studio.session.id, "`last` is the backend's own");
    assert_eq!(back.media[0].filename, "a.png");
    assert_eq!(back.session.link, None);
    driver.leave().await;
    let listed = link::sessions(&home.places()).expect("a list");
    let mut backends: Vec<&str> = listed.iter().map(|s| s.backend.as_str()).collect();
    backends.sort_unstable();
    assert_eq!(backends, ["cloud", "studio"]);
}

#[tokio::test]
async fn a_backend_that_is_away_can_be_left_for_the_studio() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().instead.push(("/api/tasks", 401, String::new()));
    server.world().good_token = Some("another".into());
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::New));
    let refused = |update: &Update| matches!(update, Update::Offline { retrying: false, .. });
    driver.until("a refusal", refused).await;
    let session = SessionChoice::New;
    driver.tell(Command::SwitchBackend { backend: Box::new(Backend::Studio), session }).await;
    assert_eq!(driver.opened().await.session.backend, "studio");
}

fn film() -> serde_json::Value {
    json!({"m": {"title": "Summer"}, "t": [{"tt": 0, "sg": [{"d": 5000}]}]})
}

#[tokio::test]
async fn an_export_brings_a_fresh_link_and_it_is_kept_for_as_long_as_it_works() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![Step::Film(film()), text("Done.")]));
    server.world().statuses.push_back(json!({"status": "completed", "outputUrl": "/film.mp4"}));
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::New));
    let first = driver.opened().await.session.link.expect("a link");
    driver.say(1, "make it").await;
    driver.turn_ended(1).await;
    driver.tell(Command::Export(ExportTo::Folder(home.folder.path().into()))).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    let fresh = links(&driver);
    assert_eq!(fresh.len(), 1, "told before the job's end");
    assert_ne!(fresh[0], first);
    driver.leave().await;

    let listed = link::sessions(&home.places()).expect("a list");
    let kept = listed[0].link.clone().expect("kept");
    assert_eq!(kept.address, fresh[0]);
    let week = 604_800_000;
    assert!((kept.until - link::now() - week).abs() < 60_000, "{kept:?}");
    let asked = |path: &str| {
        server.world().requests.iter().filter(|(asked, _)| asked.starts_with(path)).count()
    };
    assert_eq!(asked("/api/auth/claim-token"), 2);

    let mut again = Driver::start(settings(&home, &server, SessionChoice::Last));
    assert_eq!(again.opened().await.session.link.as_ref(), Some(&fresh[0]));
    again.leave().await;
    assert_eq!(asked("/api/auth/claim-token"), 2, "a kept one is not asked for again");

    // Eight days later.
    let mut late = settings(&home, &server, SessionChoice::Last);
    late.clock = || link::now() + 8 * 24 * 60 * 60 * 1000;
    let mut late = Driver::start(late);
    assert_eq!(late.opened().await.session.link, None);
    late.leave().await;
}

#[tokio::test]
async fn an_expired_link_is_not_listed() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut long_ago = settings(&home, &server, SessionChoice::New);
    long_ago.clock = || link::now() - 8 * 24 * 60 * 60 * 1000;
    let mut driver = Driver::start(long_ago);
    assert!(driver.opened().await.session.link.is_some());
    driver.say(1, "hello").await;
    driver.turn_ended(1).await;
    driver.leave().await;
    assert_eq!(link::sessions(&home.places()).expect("a list")[0].link, None);
    let database = Database::open_to_read(&home.places().database());
    assert!(
        database.expect("readable").expect("there").summaries().expect("a list")[0].link.is_some()
    );
}

#[tokio::test]
async fn a_server_without_links_gives_none_and_nothing_fails() {
    let (home, server) = (Home::new(), Server::start().await);
    for _ in 0..2 {
        server.world().instead.push(("/api/auth/claim-token", 404, String::new()));
    }
    server.world().turns.push_back(Turn::Stream(vec![Step::Film(film()), text("Done.")]));
    server.world().statuses.push_back(json!({"status": "completed", "outputUrl": "/film.mp4"}));
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::New));
    assert_eq!(driver.opened().await.session.link, None);
    driver.say(1, "make it").await;
    driver.turn_ended(1).await;
    driver.tell(Command::Export(ExportTo::Folder(home.folder.path().into()))).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);
    assert_eq!(links(&driver), [""; 0]);
    let asked = server.world().requests.clone();
    assert_eq!(asked.iter().filter(|(path, _)| path == "/api/auth/claim-token").count(), 2);
}
