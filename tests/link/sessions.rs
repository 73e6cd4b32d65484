//! Sessions: what comes back, what is offered, and what happens where nothing can be kept.

use cutroom::language::Problem;
use cutroom::link::{
    self, Backend, ChatLine, Command, SessionChoice, Speaker, TurnEnd, TurnId, Update,
};
use serde_json::json;
use url::Url;

use super::driver::{Driver, Home, settings};
use super::server::{Server, Step, Turn, text};

#[tokio::test]
async fn a_session_comes_back_with_its_chat_files_film_and_jobs() {
    let (home, server) = (Home::new(), Server::start().await);
    let film = json!({"m": {"title": "Summer"}, "t": [{"tt": 0, "sg": [{"d": 5000}]}]});
    server.world().turns.push_back(Turn::Stream(vec![Step::Film(film), text("Done.")]));
    let mut driver = Driver::open(&home, &server).await;
    driver.tell(Command::Upload(vec![home.picture("a.png", 100)])).await;
    driver.job_ended().await;
    driver.say(1, "make it").await;
    driver.turn_ended(1).await;
    let note = ChatLine { speaker: Speaker::Problem, text: "Oh".into(), at: 5, original: None };
    driver.tell(Command::Note(note)).await;
    driver.leave().await;

    let mut again = Driver::start(settings(&home, &server, SessionChoice::Last));
    let restored = again.opened().await;
    assert!(restored.session.resumed);
    assert_eq!(restored.session.id, "session-1");
    assert_eq!(restored.session.title.as_deref(), Some("Summer"));
    let chat: Vec<_> =
        restored.chat.iter().map(|line| (line.speaker, line.text.as_str())).collect();
    assert_eq!(
        chat,
        [(Speaker::User, "make it"), (Speaker::Agent, "Done."), (Speaker::Problem, "Oh")]
    );
    assert_eq!(restored.media[0].filename, "a.png");
    assert!(restored.draft.is_some_and(|draft| draft.is_ready()));
    assert_eq!(restored.jobs.len(), 1);
    assert_eq!(restored.not_kept, None);
    again.leave().await;

    let listed = link::sessions(&home.places()).expect("a list");
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].title.as_str(), listed[0].duration_ms), ("Summer", 5000));
    let jobs = link::jobs(&home.places()).expect("a list");
    assert_eq!((jobs.len(), jobs[0].session.as_str()), (1, "session-1"));
}

#[tokio::test]
async fn a_new_session_offers_the_one_before_and_an_empty_one_is_forgotten() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut first = Driver::open(&home, &server).await;
    first.say(1, "hello").await;
    first.turn_ended(1).await;
    first.leave().await;
    Driver::open(&home, &server).await.leave().await;
    let mut third = Driver::start(settings(&home, &server, SessionChoice::New));
    let restored = third.opened().await;
    let previous = restored.previous.expect("something to go on with");
    assert_eq!((previous.id.as_str(), previous.title.as_str()), ("session-1", "hello"));
    assert!(!restored.session.resumed);
    assert_eq!(
        restored.session.link.as_deref(),
        Some("https://web.example/workspace/claim?ct=clm_3")
    );
}

#[tokio::test]
async fn a_session_can_be_changed_for_another_without_starting_again() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut driver = Driver::open(&home, &server).await;
    driver.say(1, "hello").await;
    driver.turn_ended(1).await;
    driver.tell(Command::Switch(SessionChoice::New)).await;
    assert_eq!(driver.opened().await.session.id, "session-2");
    driver.tell(Command::Switch(SessionChoice::Id("session-1".into()))).await;
    let back = driver.opened().await;
    assert_eq!((back.session.id.as_str(), back.chat.len()), ("session-1", 2));
}

#[tokio::test]
async fn where_no_session_fits_that_is_said() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().lost_sessions.push("nowhere".into());
    for choice in [SessionChoice::LastOnly, SessionChoice::Id("nowhere".into())] {
        let mut driver = Driver::start(settings(&home, &server, choice));
        driver.say(1, "hello").await;
        let end = driver.turn_ended(1).await;
        assert!(matches!(end, TurnEnd::Failed(Problem::SessionNotFound { .. })), "{end:?}");
        let offline = |update: &Update| {
            matches!(
                update,
                Update::Offline { problem: Problem::SessionNotFound { .. }, retrying: false }
            )
        };
        assert!(driver.told.iter().any(offline), "{:#?}", driver.told);
        driver.leave().await;
    }
}

#[tokio::test]
async fn a_session_that_the_server_lost_is_replaced_and_told() {
    let (home, server) = (Home::new(), Server::start().await);
    server
        .world()
        .turns
        .extend([Turn::Stream(vec![text("Hi.")]), Turn::Stream(vec![text("Yes.")])]);
    let mut driver = Driver::open(&home, &server).await;
    driver.say(1, "hello").await;
    driver.turn_ended(1).await;
    server.world().lost_sessions.push("session-1".into());
    driver.say(2, "more").await;
    driver.say(3, "again").await;
    let end = driver.turn_ended(2).await;
    assert_eq!(end, TurnEnd::Failed(Problem::SessionNotFound { id: "session-1".into() }));
    let opened = driver.opened().await;
    assert_eq!(opened.session.id, "session-2");
    assert!(opened.chat[0].text.contains("new one was made"), "{:?}", opened.chat);
    assert_eq!(driver.turn_ended(3).await, TurnEnd::Answered, "what waited is said there");
}

#[tokio::test]
async fn a_second_program_on_the_same_session_is_noticed() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut one = Driver::open(&home, &server).await;
    one.say(1, "hello").await;
    one.turn_ended(1).await;
    let mut two = Driver::start(settings(&home, &server, SessionChoice::Last));
    let restored = two.opened().await;
    assert_eq!((restored.session.id.as_str(), restored.shared), ("session-1", true));
    two.leave().await;
    one.leave().await;
    let mut three = Driver::start(settings(&home, &server, SessionChoice::Last));
    assert!(!three.opened().await.shared);
}

#[tokio::test]
async fn a_home_that_cannot_be_written_does_not_keep_anybody_from_working() {
    let (home, server) = (Home::new(), Server::start().await);
    // A file where the folder should be: also root cannot write there.
    home.file("home", b"in the way");
    server.world().turns.push_back(Turn::Stream(vec![text("Hi.")]));
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::Last));
    let restored = driver.opened().await;
    assert!(matches!(restored.not_kept, Some(Problem::NotWritable { .. })), "{restored:?}");
    driver.say(1, "hello").await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Answered);
    driver.leave().await;
}

#[tokio::test]
async fn a_damaged_database_is_left_as_it_is() {
    let (home, server) = (Home::new(), Server::start().await);
    let path = home.places().database();
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    let garbage = b"not a database at all, but long enough to be looked at as one".repeat(100);
    std::fs::write(&path, &garbage).expect("written");
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::Last));
    let restored = driver.opened().await;
    assert!(matches!(restored.not_kept, Some(Problem::StoreDamaged { .. })), "{restored:?}");
    driver.leave().await;
    assert_eq!(std::fs::read(&path).expect("a file"), garbage);
    let listed = link::sessions(&home.places());
    assert!(matches!(listed, Err(Problem::StoreDamaged { .. })), "{listed:?}");
}

#[tokio::test]
async fn a_server_that_is_away_is_tried_again_until_it_is_there() {
    let (home, server) = (Home::new(), Server::start().await);
    for _ in 0..6 {
        server.world().instead.push(("/api/tasks", 503, String::new()));
    }
    let mut driver = Driver::start(settings(&home, &server, SessionChoice::New));
    let away = |update: &Update| {
        matches!(update, Update::Offline { problem: Problem::Unavailable { .. }, retrying: true })
    };
    driver.until("bad news", away).await;
    assert_eq!(driver.opened().await.session.id, "session-1");
}

#[tokio::test]
async fn leaving_does_not_wait_for_a_server_that_is_not_there() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut settings = settings(&home, &server, SessionChoice::New);
    if let Backend::Remote { url, .. } = &mut settings.backend {
        *url = Url::parse("http://127.0.0.1:9").expect("an address");
    }
    let mut driver = Driver::start(settings);
    driver.say(1, "hello").await;
    let away = |update: &Update| {
        matches!(update, Update::Offline { problem: Problem::Unreachable { .. }, retrying: true })
    };
    driver.until("bad news", away).await;
    driver.tell(Command::CancelTurn(TurnId(1))).await;
    assert_eq!(driver.turn_ended(1).await, TurnEnd::Cancelled);
    assert!(driver.leave().await.as_secs() < 1);
}
