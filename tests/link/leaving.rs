//! Leaving: quickly, with everything put down, and taken up again where that is safe.

use cutroom::link::{Command, ExportTo, JobState, SessionChoice, TurnId, Update};
use serde_json::json;
use tokio::sync::Semaphore;

use super::driver::{Driver, Home, settings};
use super::server::{Server, Step, Turn, text};

#[tokio::test]
async fn leaving_takes_less_than_a_second_whatever_is_going_on() {
    let (home, server) = (Home::new(), Server::start().await);
    server.upload_gate.forget_permits(Semaphore::MAX_PERMITS);
    {
        let mut world = server.world();
        world.turns.push_back(Turn::Stream(vec![text("Half an ans"), Step::Hang]));
        world.draft = json!({"t": [{"tt": 0, "sg": [{"d": 1}]}]});
        world.statuses = [json!({"status": "processing", "progress": 5})].into();
    }
    let mut driver = Driver::open(&home, &server).await;
    driver.say(1, "make it").await;
    driver.once("words", |update| matches!(update, Update::TurnText(..))).await;
    driver.say(2, "and more").await;
    driver.tell(Command::Upload(vec![home.picture("a.png", 100)])).await;
    driver.tell(Command::Export(ExportTo::Folder(home.folder.path().into()))).await;
    let moving = |update: &Update| matches!(update, Update::Job(job) if job.done == 500);
    driver.once("progress", moving).await;
    let took = driver.leave().await;
    assert!(took.as_millis() < 1000, "{took:?}");
    assert!(server.world().cancelled.is_empty(), "a render may outlive the program");

    let mut again = Driver::start(settings(&home, &server, SessionChoice::Last));
    let restored = again.opened().await;
    let states: Vec<&JobState> = restored.jobs.iter().map(|job| &job.state).collect();
    assert_eq!(states, [&JobState::Interrupted, &JobState::Interrupted]);
    let chat: Vec<&str> = restored.chat.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(chat, ["make it", "Half an ans"]);
    let told = restored.left_over.told.expect("what became of it");
    assert!(told.starts_with("The program ended while this was with the agent: make it"), "{told}");
    assert_eq!(restored.left_over.unsent, ["and more"]);
    assert_eq!(server.world().messages.len(), 1, "nothing is sent by opening");

    let render = restored.jobs.iter().find(|job| job.id.0.starts_with('r')).expect("a render");
    server.world().statuses = [json!({"status": "completed", "outputUrl": "/film.mp4"})].into();
    again.tell(Command::RetryJob(render.id.clone())).await;
    assert_eq!(again.job_ended().await.state, JobState::Done);
    assert_eq!(server.world().orders.len(), 1, "the render is taken up, not ordered again");
}

#[tokio::test]
async fn a_link_that_nobody_orders_about_any_more_leaves_by_itself() {
    let (home, server) = (Home::new(), Server::start().await);
    let link = cutroom::link::spawn(settings(&home, &server, SessionChoice::New));
    drop(link.commands);
    drop(link.updates);
    let ended = tokio::time::timeout(std::time::Duration::from_secs(20), link.task).await;
    ended.expect("an end").expect("a good one");
}

#[tokio::test]
async fn unknown_turns_and_jobs_do_no_harm() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    driver.tell(Command::CancelTurn(TurnId(7))).await;
    driver.tell(Command::CancelJob(cutroom::link::JobId("r-none".into()))).await;
    driver.until("trouble", |update| matches!(update, Update::Trouble(_))).await;
    driver.leave().await;
}
