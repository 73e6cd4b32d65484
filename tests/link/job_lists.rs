//! The jobs of every session, what happened to one, and one that is stopped from another session.

use cutroom::link::{Command, JobId, JobState, JobStep, ListedJob, SessionChoice, Update};

use tokio::sync::Semaphore;

use super::driver::{Driver, Home, settings};
use super::server::Server;

async fn listed(driver: &mut Driver) -> Vec<ListedJob> {
    driver.tell(Command::ListJobs).await;
    match driver.until("the jobs", |update| matches!(update, Update::Jobs(_))).await {
        Update::Jobs(listed) => listed.to_vec(),
        _ => unreachable!(),
    }
}

async fn steps(driver: &mut Driver, id: &JobId) -> Vec<JobStep> {
    driver.tell(Command::ListSteps(id.clone())).await;
    match driver.until("the log", |update| matches!(update, Update::JobSteps(..))).await {
        Update::JobSteps(_, steps) => steps.to_vec(),
        _ => unreachable!(),
    }
}

#[tokio::test]
async fn jobs_are_listed_from_another_session_with_a_log_that_outlives_the_program() {
    let (home, server) = (Home::new(), Server::start().await);
    let file = home.picture("a.png", 100);
    let mut driver = Driver::open(&home, &server).await;
    driver.tell(Command::Upload(vec![file])).await;
    driver.job_ended().await;
    driver.leave().await;
    let mut again = Driver::start(settings(&home, &server, SessionChoice::New));
    again.opened().await;
    let all = listed(&mut again).await;
    let [job] = &all[..] else { panic!("one job, not {all:?}") };
    assert_eq!((job.session.as_str(), &job.view.state), ("session-1", &JobState::Done));
    let steps = steps(&mut again, &job.view.id).await;
    let states: Vec<&JobState> = steps.iter().map(|step| &step.state).collect();
    assert_eq!(states, [&JobState::Queued, &JobState::Running, &JobState::Done]);
    again.leave().await;
}

#[tokio::test]
async fn a_job_that_another_program_works_on_is_stopped_from_another_session() {
    let (home, server) = (Home::new(), Server::start().await);
    server.upload_gate.forget_permits(Semaphore::MAX_PERMITS);
    let mut there = Driver::open(&home, &server).await;
    there.tell(Command::Upload(vec![home.picture("a.png", 100)])).await;
    let running =
        |update: &Update| matches!(update, Update::Job(job) if job.state == JobState::Running);
    let Update::Job(job) = there.until("a running job", running).await else { unreachable!() };
    let mut here = Driver::start(settings(&home, &server, SessionChoice::New));
    here.opened().await;
    assert_eq!(listed(&mut here).await[0].view.state, JobState::Running);
    here.tell(Command::CancelJob(job.id)).await;
    assert_eq!(there.job_ended().await.state, JobState::Cancelled);
    here.tell(Command::CancelJob(JobId("u-none".into()))).await;
    here.until("a refusal", |update| matches!(update, Update::Trouble(_))).await;
    here.leave().await;
    there.leave().await;
}
