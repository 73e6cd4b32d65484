//! The link and the built-in studio, each trying the other.

use cutroom::language::Problem;
use cutroom::link::{Backend, Command, ExportTo, JobState, LinkSettings, SessionChoice, Update};

use super::driver::{Driver, Home, settings};
use super::server::Server;

async fn on_studio(home: &Home, session: SessionChoice) -> LinkSettings {
    let nobody = Server::start().await;
    LinkSettings { backend: Backend::Studio, ..settings(home, &nobody, session) }
}

/// A picture that decodes.
fn picture(home: &Home, name: &str) -> std::path::PathBuf {
    let path = home.folder.path().join(name);
    image::RgbImage::new(32, 18).save(&path).expect("saved");
    path
}

#[tokio::test]
async fn the_studio_starts_takes_a_file_and_gives_the_session_back() {
    let home = Home::new();
    let mut driver = Driver::start(on_studio(&home, SessionChoice::New).await);
    let restored = driver.opened().await;
    assert_eq!((restored.session.backend.as_str(), restored.session.link), ("studio", None));
    driver.tell(Command::Upload(vec![picture(&home, "日落.png")])).await;
    let job = driver.job_ended().await;
    assert_eq!(job.state, JobState::Done);
    let named = |update: &Update| {
        matches!(update, Update::Media(files) if files[0].filename == "日落.png"
            && files[0].width == Some(32) && files[0].hash.is_some())
    };
    driver.once("the file", named).await;
    driver.once("credits", |update| matches!(update, Update::Credits(c) if c.unlimited)).await;
    let took = driver.leave().await;
    assert!(took.as_millis() < 1000, "{took:?}");

    let mut again = Driver::start(on_studio(&home, SessionChoice::LastOnly).await);
    let back = again.opened().await;
    assert!(back.session.resumed);
    assert_eq!(back.session.id, restored.session.id);
    assert_eq!(back.media[0].filename, "日落.png");
    again.leave().await;
}

#[tokio::test]
async fn what_the_studio_refuses_is_told_as_what_it_is() {
    let home = Home::new();
    let mut driver = Driver::start(on_studio(&home, SessionChoice::New).await);
    driver.opened().await;
    let cut = std::fs::read(picture(&home, "whole.png")).expect("read");
    let cut = home.file("cut.png", &cut[..40]);
    driver.tell(Command::Upload(vec![cut.clone()])).await;
    let job = driver.job_ended().await;
    let path = cut.display().to_string();
    assert_eq!(job.state, JobState::Failed(Problem::FileDamaged { path }));
    driver.tell(Command::Export(ExportTo::Folder(home.folder.path().into()))).await;
    assert_eq!(driver.job_ended().await.state, JobState::Failed(Problem::NothingToRender));
    driver.leave().await;
}
