//! Exports that were left: taken up once, shown by whoever has the session open, stopped from anywhere.

use std::path::PathBuf;

use cutroom::link::{
    Background, Command, ExportTo, JobId, JobState, LinkSettings, SessionChoice, Update,
};
use serde_json::{Value, json};

use super::driver::{Driver, Home, settings};
use super::server::Server;

/// As the editor is started. The program is never begun where the studio has nothing to finish.
fn editor(home: &Home, server: &Server, session: SessionChoice) -> LinkSettings {
    let background =
        Background { program: PathBuf::from("/nonexistent/cutroom"), arguments: Vec::new() };
    LinkSettings { background: Some(background), ..settings(home, server, session) }
}

fn processing(percent: u32) -> Value {
    json!({"status": "processing", "progress": percent})
}

fn completed() -> Value {
    json!({"status": "completed", "outputUrl": "/film.mp4"})
}

/// A session with an export that is at ten percent.
async fn exporting(home: &Home, server: &Server) -> (Driver, JobId) {
    {
        let mut world = server.world();
        world.draft = json!({"m": {"title": "Promo"}, "t": [{"tt": 0, "sg": [{"d": 1000}]}]});
        // Something in it, so that it is the last one.
        world.media = vec![json!({"filename": "a.mp4", "file_type": "video"})];
        world.statuses = [processing(10)].into();
    }
    let mut driver = Driver::open(home, server).await;
    driver.tell(Command::AskState).await;
    driver.tell(Command::Export(ExportTo::Folder(home.folder.path().into()))).await;
    let moving = |update: &Update| matches!(update, Update::Job(job) if job.done == 1000);
    match driver.until("progress", moving).await {
        Update::Job(job) => (driver, job.id),
        _ => unreachable!(),
    }
}

fn is_job(id: &JobId, state: JobState) -> impl Fn(&Update) -> bool + use<> {
    let id = id.clone();
    move |update| matches!(update, Update::Job(job) if job.id == id && job.state == state)
}

#[tokio::test]
async fn a_render_that_went_on_at_the_server_is_taken_up_when_its_session_is_opened() {
    let (home, server) = (Home::new(), Server::start().await);
    let (driver, id) = exporting(&home, &server).await;
    driver.leave().await;
    assert!(server.world().cancelled.is_empty());

    server.world().statuses = [processing(60), completed()].into();
    let mut again = Driver::start(editor(&home, &server, SessionChoice::Last));
    again.opened().await;
    again.until("the film", is_job(&id, JobState::Done)).await;
    assert!(home.folder.path().join("promo.mp4").is_file());
    let world = server.world();
    assert_eq!(world.orders.len(), 1, "it is not ordered again");
    let ordered = world.orders[0]["id"].as_str().expect("an id");
    let asked = world.requests.iter().filter(|(path, _)| path.contains("/lambda/"));
    assert!(asked.clone().count() > 2 && asked.clone().all(|(path, _)| path.ends_with(ordered)));
}

#[tokio::test]
async fn without_anybody_who_waits_for_it_a_left_export_is_left_alone() {
    let (home, server) = (Home::new(), Server::start().await);
    let (driver, _) = exporting(&home, &server).await;
    driver.leave().await;
    let mut again = Driver::start(settings(&home, &server, SessionChoice::Last));
    let restored = again.opened().await;
    assert_eq!(restored.jobs[0].state, JobState::Interrupted);
    again.leave().await;
    assert!(!home.folder.path().join("promo.mp4").exists());
}

#[tokio::test]
async fn a_job_of_another_program_is_shown_as_it_goes_on_and_begun_by_nobody_else() {
    let (home, server) = (Home::new(), Server::start().await);
    let (mut first, id) = exporting(&home, &server).await;
    let mut second = Driver::start(editor(&home, &server, SessionChoice::Last));
    let restored = second.opened().await;
    assert!(restored.shared);
    assert_eq!(restored.jobs[0].state, JobState::Running);
    second.tell(Command::RetryJob(id.clone())).await;
    server.world().statuses = [processing(70)].into();
    let moved = |update: &Update| matches!(update, Update::Job(job) if job.done == 7000);
    second.once("progress of the other", moved).await;
    server.world().statuses = [completed()].into();
    second.once("its end", is_job(&id, JobState::Done)).await;
    first.once("its end", is_job(&id, JobState::Done)).await;
    assert_eq!(server.world().orders.len(), 1);
    second.leave().await;
    first.leave().await;
}

#[tokio::test]
async fn a_job_is_stopped_from_another_program() {
    let (home, server) = (Home::new(), Server::start().await);
    let (mut first, id) = exporting(&home, &server).await;
    let mut second = Driver::start(settings(&home, &server, SessionChoice::Last));
    second.opened().await;
    second.tell(Command::CancelJob(id.clone())).await;
    first.once("the end", is_job(&id, JobState::Cancelled)).await;
    second.once("the end", is_job(&id, JobState::Cancelled)).await;
    let ordered = server.world().orders[0]["id"].clone();
    assert_eq!(json!(server.world().cancelled), json!([ordered]));
}

#[tokio::test]
async fn what_was_left_can_be_given_up() {
    let (home, server) = (Home::new(), Server::start().await);
    let (driver, id) = exporting(&home, &server).await;
    driver.leave().await;
    let mut again = Driver::start(settings(&home, &server, SessionChoice::Last));
    again.opened().await;
    again.tell(Command::CancelJob(id.clone())).await;
    again.once("the end", is_job(&id, JobState::Cancelled)).await;
    again.leave().await;
    assert_eq!(server.world().cancelled.len(), 1, "the server hears of it");
    let mut third = Driver::start(editor(&home, &server, SessionChoice::Last));
    assert_eq!(third.opened().await.jobs[0].state, JobState::Cancelled);
}
